//! Everything as an HSDS tabular package: 24 CSV files and their descriptor.
//!
//! Whole records are written as the API writes them and then taken apart, so a package says exactly what the API says. Rows
//! go to files as they come; only ids are remembered, to keep foreign keys whole.
use super::nest::Scribes;
use super::problem::Problem;
use super::reach::Reach;
use super::{answered, cors};
use crate::hsds::shape::{OBJECTS, Value, object_of};
use crate::hsds::{Record, datapackage, profile};
use crate::model::Kind;
use crate::store::{self, TermRecord};
use anyhow::Context;
use axum::body::{Body, Bytes};
use axum::extract::State;
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use futures_util::{StreamExt, stream};
use kolo_platform::{App, Result, Visit};
use kolo_words::Lang;
use serde_json::{Map, Value as Json};
use std::collections::{HashMap, HashSet};
use std::fs::File;
use std::io::{self, BufWriter, Write};
use std::path::Path;
use std::sync::Arc;
use tokio::sync::{Semaphore, mpsc};
use uuid::Uuid;
use zip::write::{SimpleFileOptions, ZipWriter};

/// Packages made at the same time; others wait, with their connection open.
static AT_ONCE: Semaphore = Semaphore::const_new(2);
/// The size of a piece of a package on its way out.
const PIECE: usize = 64 << 10;

/// Writes the records of these communities as a tabular package into a folder that exists.
pub async fn export_tabular(app: &App, communities: &[Uuid], folder: &Path) -> Result<()> {
    let tree = app.communities().tree();
    // The highest of them speaks for the vocabularies they share.
    let speaker = tree.all().into_iter().find(|community| communities.contains(&community.id));
    let lang = speaker.as_ref().map_or(Lang::En, |community| community.language);
    let name = speaker.as_ref().map_or("kolo", |community| community.slug.as_str());
    let title = speaker.as_ref().map_or("Kolo", |community| community.name.say(lang));
    let descriptor = serde_json::to_vec_pretty(&datapackage(name, title)).map_err(anyhow::Error::from)?;
    std::fs::write(folder.join("datapackage.json"), descriptor).context("writing the descriptor of a package")?;
    let mut tables = Tables::begin(folder)?;
    fill(app, communities, &Scribes::new(app, lang), &mut tables).await?;
    Ok(tables.finish()?)
}

/// Vocabularies first, then organizations, places and services: what is referred to comes before what refers to it.
async fn fill(app: &App, communities: &[Uuid], scribes: &Scribes, tables: &mut Tables) -> Result<()> {
    let db = &app.db().reader;
    for record in store::taxonomies(db, communities).await? {
        tables.put(scribes.shared().taxonomy(&record.taxonomy))?;
        for term in &record.terms {
            let whole = TermRecord {
                term: Arc::clone(term),
                taxonomy: Arc::clone(&record.taxonomy),
                parent: None,
            };
            tables.put(scribes.term(&whole))?;
        }
    }
    let mut organizations = std::pin::pin!(store::stream_organizations(db.clone(), communities.to_vec()));
    while let Some(chunk) = organizations.next().await {
        for whole in chunk? {
            tables.put(scribes.organization(&whole))?;
        }
    }
    let mut places = std::pin::pin!(store::stream_places(db.clone(), communities.to_vec()));
    while let Some(chunk) = places.next().await {
        for whole in chunk? {
            tables.put(scribes.place(&whole))?;
        }
    }
    let mut services = std::pin::pin!(store::stream_services(
        db.clone(),
        communities.to_vec(),
        store::ServiceFilter::default()
    ));
    while let Some(chunk) = services.next().await {
        for whole in chunk? {
            tables.put(scribes.service(&whole))?;
        }
    }
    Ok(())
}

/// The files of a package while they are written.
struct Tables {
    files: HashMap<Kind, csv::Writer<BufWriter<File>>>,
    written: HashMap<Kind, HashSet<Uuid>>,
}

impl Tables {
    fn begin(folder: &Path) -> anyhow::Result<Self> {
        let mut files = HashMap::new();
        for object in OBJECTS {
            let file = File::create(folder.join(object.csv)).with_context(|| format!("creating {}", object.csv))?;
            let mut file = csv::Writer::from_writer(BufWriter::new(file));
            file.write_record(profile::columns(object.kind).map(|column| column.name))?;
            files.insert(object.kind, file);
        }
        Ok(Self {
            files,
            written: HashMap::new(),
        })
    }

    fn finish(self) -> anyhow::Result<()> {
        for (kind, mut file) in self.files {
            file.flush().with_context(|| format!("writing the rows of {kind}"))?;
        }
        Ok(())
    }

    /// Writes a record and what is nested in it.
    fn put(&mut self, record: Record) -> anyhow::Result<()> {
        let kind = record.kind();
        match record.into_json() {
            Json::Object(fields) => self.take_apart(kind, fields),
            _ => unreachable!("because a record is written as an object"),
        }
    }

    fn take_apart(&mut self, kind: Kind, mut fields: Map<String, Json>) -> anyhow::Result<()> {
        let Some(id) = id_in(&fields, "id") else { return Ok(()) };
        if self.written.get(&kind).is_some_and(|ids| ids.contains(&id)) {
            return Ok(());
        }
        let object = object_of(kind);
        // What there is one of is referred to by the row, so it goes first.
        for field in object.fields {
            if let (Value::One(other), Some(Json::Object(nested))) = (field.value, fields.get_mut(field.name)) {
                let nested = std::mem::take(nested);
                self.take_apart(other, nested)?;
            }
        }
        for field in object.fields {
            let is_dangling = field
                .refers
                .is_some_and(|target| id_in(&fields, field.name).is_some_and(|id| !self.has(target, id)));
            if is_dangling {
                fields.remove(field.name);
            }
            // Such as an attribute that is a plain value: JSON knows it, a package has no place for it.
            if (field.is_required || field.is_required_in_csv) && !field.value.is_nested() && !fields.contains_key(field.name) {
                return Ok(());
            }
        }
        if let Some(file) = self.files.get_mut(&kind) {
            file.write_record(Record::row_of(kind, &fields))?;
        }
        self.written.entry(kind).or_default().insert(id);
        for field in object.fields {
            if let (Value::Many(other), Some(Json::Array(nested))) = (field.value, fields.remove(field.name)) {
                for one in nested {
                    if let Json::Object(one) = one {
                        self.take_apart(other, one)?;
                    }
                }
            }
        }
        Ok(())
    }

    fn has(&self, kind: Kind, id: Uuid) -> bool {
        self.written.get(&kind).is_some_and(|ids| ids.contains(&id))
    }
}

fn id_in(fields: &Map<String, Json>, name: &str) -> Option<Uuid> {
    fields.get(name).and_then(Json::as_str).and_then(|text| Uuid::try_parse(text).ok())
}

/// The package as one file, made while it is sent.
pub(super) async fn download(State(app): State<App>, visit: Visit) -> Response {
    let reach = Reach::of(&app, &visit);
    let name = visit.community_if_any().map_or("kolo", |community| community.slug.as_str());
    let file = format!("attachment; filename=\"hsds-{name}.zip\"");
    let folder = match tempfile::tempdir() {
        Ok(folder) => folder,
        Err(error) => return answered(Err(Problem::from(anyhow::Error::from(error).context("making room for a package")))),
    };
    let (sender, receiver) = mpsc::channel::<io::Result<Bytes>>(8);
    tokio::spawn(async move {
        let sent = async {
            let _turn = AT_ONCE.acquire().await?;
            export_tabular(&app, &reach.communities, folder.path()).await?;
            let out = Pieces {
                sender: sender.clone(),
                piece: Vec::with_capacity(PIECE),
            };
            tokio::task::spawn_blocking(move || pack(folder.path(), out)).await??;
            anyhow::Ok(())
        };
        if let Err(error) = sent.await
            && !sender.is_closed()
        {
            tracing::error!("making a package: {error:#}");
            let _ = sender.send(Err(io::Error::other("the package could not be made"))).await;
        }
    });
    let pieces = stream::unfold(receiver, |mut receiver| async move {
        receiver.recv().await.map(|piece| (piece, receiver))
    });
    let headers = [(CONTENT_TYPE, "application/zip".to_owned()), (CONTENT_DISPOSITION, file)];
    cors((headers, Body::from_stream(pieces)).into_response())
}

fn pack(folder: &Path, out: Pieces) -> anyhow::Result<()> {
    let mut zip = ZipWriter::new_stream(out);
    let names = std::iter::once("datapackage.json").chain(OBJECTS.iter().map(|object| object.csv));
    for name in names {
        zip.start_file(name, SimpleFileOptions::default().large_file(true))?;
        io::copy(&mut File::open(folder.join(name))?, &mut zip)?;
    }
    zip.finish()?.into_inner().flush()?;
    Ok(())
}

/// Bytes handed over to the connection piece by piece; waits while the reader is slow, fails when the reader is gone.
struct Pieces {
    sender: mpsc::Sender<io::Result<Bytes>>,
    piece: Vec<u8>,
}

impl Write for Pieces {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.piece.extend_from_slice(bytes);
        if self.piece.len() >= PIECE {
            self.flush()?;
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        if self.piece.is_empty() {
            return Ok(());
        }
        let piece = std::mem::replace(&mut self.piece, Vec::with_capacity(PIECE));
        self.sender
            .blocking_send(Ok(piece.into()))
            .map_err(|_| io::ErrorKind::BrokenPipe.into())
    }
}
