//! The import itself: everything a source says, in one transaction, or nothing of it.
use super::problem::{Problems, Report, Stop};
use super::read::{self, Files, Reading, Source};
use super::tell::{Incoming, Setting, Teller};
use super::write::Writer;
use crate::model::Kind;
use anyhow::Context;
use kolo_platform::{Actor, App, Community, Error, Result};
use kolo_words::{Lang, Message};
use std::collections::HashMap;
use std::sync::Arc;
use std::sync::atomic::Ordering;
use tokio::sync::mpsc;
use uuid::Uuid;

/// Records handed over at once, and how many such portions may wait.
const PORTION: usize = 200;
const WAITING: usize = 4;

/// How to import.
#[derive(Clone, Debug)]
pub struct Options {
    /// Does everything and keeps nothing.
    pub is_dry_run: bool,
    /// The name under which the records' origin is remembered; a path or an address is shortened to a name. The same name
    /// finds the same records again.
    pub source_name: String,
    /// The language of words that are made up, and of whoever reads the report.
    pub lang: Lang,
}

/// What a reader found besides records.
type Found = Result<(Problems, HashMap<Kind, u64>), Stop>;

/// A dry run ends as an error, so that nothing is kept; this carries nothing and is never seen.
#[derive(Debug, thiserror::Error)]
#[error("a dry run keeps nothing")]
struct OnlyTried;

/// Imports a source into a community. `progress` hears how many bytes of how many are read.
///
/// Nothing is half imported: when the source cannot be read to its end, the guide stays as it was. Rows that cannot be
/// used are left out and reported; the others go in. The second import of the same source changes nothing.
pub async fn import(
    app: &App,
    community: &Community,
    source: Source,
    options: Options,
    progress: &(dyn Fn(u64, Option<u64>) + Send + Sync),
) -> Result<Report> {
    let setting = Arc::new(setting(app, community, &options));
    let reading = Reading {
        lang: community.language,
        read: Arc::default(),
        size: Arc::default(),
    };
    let gathering = reading.clone();
    // Unpacking and fetching come first: no write waits for the disk of others or for the net.
    let files = tokio::task::spawn_blocking(move || read::gather(&source, &gathering))
        .await
        .context("gathering a source")??;
    let mut report = Report {
        is_dry_run: options.is_dry_run,
        source: setting.source.clone(),
        ..Report::default()
    };
    let (sender, mut portions) = mpsc::channel(WAITING);
    let reader = {
        let (setting, reading) = (setting.clone(), reading.clone());
        tokio::task::spawn_blocking(move || read_all(&files, &reading, &setting, &sender))
    };
    let done = app
        .write(&Actor::house(), async |w| {
            let mut writer = Writer::open(w, community.id, &setting).await?;
            while let Some(portion) = portions.recv().await {
                writer.take(portion).await?;
                progress(reading.read.load(Ordering::Relaxed), Some(reading.size.load(Ordering::Relaxed)));
            }
            // The reader has ended, well or not; only when all is read may anything stay.
            let (problems, skipped) = reader.await.context("reading a source")??;
            let (records, written) = writer.finish().await?;
            report.add(records, skipped, problems, written);
            if report.is_empty() {
                return Err(Stop::new(Message::new("import-refused-empty").with("file", options.source_name.as_str())).into());
            }
            if options.is_dry_run {
                Err(Error::Internal(OnlyTried.into()))
            } else {
                Ok(())
            }
        })
        .await;
    match done {
        Err(Error::Internal(error)) if error.is::<OnlyTried>() => Ok(report),
        Err(error) => Err(error),
        Ok(()) => Ok(report),
    }
}

fn setting(app: &App, community: &Community, options: &Options) -> Setting {
    let name = options.source_name.trim();
    let Ok(named): Result<Source, _> = name.parse();
    let looks_like_path = matches!(named, Source::Url(_)) || name.contains(['/', '\\']) || std::path::Path::new(name).exists();
    let source: String = if looks_like_path { named.name() } else { name.to_owned() }
        .chars()
        .take(super::limits::MAX_ID)
        .collect();
    let own_taxonomy = app
        .words()
        .say(options.lang, &Message::new("import-made-taxonomy").with("source", source.as_str()));
    Setting {
        space: Uuid::new_v5(&community.id, source.as_bytes()),
        source,
        lang: community.language,
        country: community.country.clone(),
        own_taxonomy,
    }
}

fn read_all(files: &Files, reading: &Reading, setting: &Setting, sender: &mpsc::Sender<Vec<Incoming>>) -> Found {
    let mut portion = Vec::with_capacity(PORTION);
    // The writer is gone only when it has failed; its error is the one to tell.
    let send = |portion: Vec<Incoming>| {
        sender
            .blocking_send(portion)
            .map_err(|_| Stop::new(Message::new("import-refused-empty").with("file", "")))
    };
    let mut hand_on = |incoming| {
        portion.push(incoming);
        if portion.len() >= PORTION {
            send(std::mem::replace(&mut portion, Vec::with_capacity(PORTION)))
        } else {
            Ok(())
        }
    };
    let mut teller = Teller::new(setting, &mut hand_on);
    read::read(files, reading, &mut teller)?;
    let found = teller.finish();
    send(portion)?;
    Ok(found)
}
