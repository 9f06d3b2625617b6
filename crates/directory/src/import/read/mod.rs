//! From any source to records: folders, archives, single files and live APIs. Nothing here knows the database.
mod api;
mod json;
mod owners;
mod rows;
mod spool;
mod tabular;
mod unpack;

use super::dialect;
use super::limits::{Bounded, Counted, MAX_FILE, MAX_FILES};
use super::problem::{Problems, Severity, Stop};
use super::record::{Place, Record, from_json};
use crate::model::Kind;
use encoding_rs::Encoding;
use kolo_words::{Lang, Message};
use std::collections::HashMap;
use std::convert::Infallible;
use std::fs::File;
use std::io::{BufRead, BufReader, Read};
use std::path::{Path, PathBuf};
use std::str::FromStr;
use std::sync::Arc;
use std::sync::atomic::AtomicU64;
use tempfile::TempDir;

/// Where records come from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Source {
    /// A folder or a file: tables, a ZIP of them, JSON, ndjson, any of them packed with gzip.
    Path(PathBuf),
    /// A file on the net, or an API of the standard.
    Url(String),
}

impl FromStr for Source {
    type Err = Infallible;

    /// What a person typed: an address on the net, or a path.
    fn from_str(text: &str) -> Result<Self, Infallible> {
        let lower = text.trim().to_ascii_lowercase();
        let is_address = lower.starts_with("http://") || lower.starts_with("https://");
        Ok(if is_address {
            Self::Url(text.trim().to_owned())
        } else {
            Self::Path(PathBuf::from(text))
        })
    }
}

impl Source {
    /// A name for the source when none is given: the host of an address, the name of a file without its ending.
    pub fn name(&self) -> String {
        match self {
            Self::Path(path) => path
                .file_name()
                .map(|name| dialect::stem(&name.to_string_lossy()))
                .filter(|name| !name.is_empty())
                .unwrap_or_else(|| "import".to_owned()),
            Self::Url(address) => {
                let host = url::Url::parse(address).ok().and_then(|url| url.host_str().map(str::to_owned));
                host.unwrap_or_else(|| "import".to_owned())
            }
        }
    }
}

/// How to read.
#[derive(Clone, Debug)]
pub struct Reading {
    /// The language people of the source probably write; it names the old code page of tables that are not UTF-8.
    pub lang: Lang,
    /// Bytes read so far, for the progress bar.
    pub read: Arc<AtomicU64>,
    /// Bytes there are, as far as is known.
    pub size: Arc<AtomicU64>,
}

impl Reading {
    fn page(&self) -> &'static Encoding {
        match self.lang {
            Lang::En => encoding_rs::WINDOWS_1252,
            Lang::Kk | Lang::Ru | Lang::Uk => encoding_rs::WINDOWS_1251,
        }
    }
}

/// Takes what the readers find.
pub trait Sink {
    /// Kinds whose records come on their own; what other records say of them in passing is worth less.
    fn expect(&mut self, kinds: &[Kind]);
    /// A service is going to come: its id, name and organization, before the places of the same source.
    fn foretell(&mut self, service: &Record) -> Result<(), Stop>;
    /// A main record with its parts.
    fn record(&mut self, kind: Kind, record: Record) -> Result<(), Stop>;
    /// What was wrong with rows that did not become records.
    fn problems(&mut self, problems: Problems);
}

/// A file being read, unpacked and bounded.
pub(crate) type Input = Box<dyn Read + Send>;

/// The files of a source, on disk.
#[derive(Debug)]
pub struct Files {
    /// What to call the source as a whole.
    name: String,
    /// Names as the person knows them, and where they lie.
    files: Vec<(String, PathBuf)>,
    read: Arc<AtomicU64>,
    /// What was unpacked or fetched disappears with this.
    kept_until_read: Option<TempDir>,
}

/// Reads what was gathered to its end.
pub fn read(files: &Files, reading: &Reading, sink: &mut dyn Sink) -> Result<(), Stop> {
    let is_table = |name: &str| name.ends_with(".csv") || name.ends_with(".tsv") || name.ends_with(".csv.gz");
    if files
        .files
        .iter()
        .any(|(name, _)| is_table(&name.to_lowercase()) || name.ends_with("datapackage.json"))
    {
        tabular::read(files, reading.page(), sink)
    } else {
        read_json(files, sink)
    }
}

/// Puts a source on disk: unpacks an archive, fetches an address. No transaction waits for this.
pub fn gather(source: &Source, reading: &Reading) -> Result<Files, Stop> {
    let files = match source {
        Source::Path(path) => on_disk(path, reading)?,
        Source::Url(address) => api::fetch(address, reading)?,
    };
    let size = files
        .files
        .iter()
        .filter_map(|(_, path)| path.metadata().ok())
        .map(|file| file.len())
        .sum();
    reading.size.store(size, std::sync::atomic::Ordering::Relaxed);
    reading.read.store(0, std::sync::atomic::Ordering::Relaxed);
    Ok(files)
}

fn on_disk(path: &Path, reading: &Reading) -> Result<Files, Stop> {
    let name = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned();
    let missing = || Stop::new(Message::new("import-refused-missing").with("file", path.display().to_string()));
    let about = std::fs::metadata(path).map_err(|_| missing())?;
    let read = reading.read.clone();
    if about.is_dir() {
        return Ok(Files {
            files: list(path, &name)?,
            name,
            read,
            kept_until_read: None,
        });
    }
    let mut first = [0; 4];
    let count = File::open(path).and_then(|mut file| file.read(&mut first)).map_err(|_| missing())?;
    if count == 4 && &first == b"PK\x03\x04" {
        let folder = unpack::unzip(path, &name)?;
        let files = list(folder.path(), &name)?;
        return Ok(Files {
            files,
            name,
            read,
            kept_until_read: Some(folder),
        });
    }
    Ok(Files {
        files: vec![(name.clone(), path.to_owned())],
        name,
        read,
        kept_until_read: None,
    })
}

/// The files of a folder; when there is nothing but one folder inside, those of that one.
fn list(folder: &Path, name: &str) -> Result<Vec<(String, PathBuf)>, Stop> {
    let damaged = |error: std::io::Error| Stop::from_io(name, &error);
    let (mut files, mut folders) = (Vec::new(), Vec::new());
    for entry in std::fs::read_dir(folder).map_err(damaged)? {
        let entry = entry.map_err(damaged)?;
        let own = entry.file_name().to_string_lossy().into_owned();
        let kind = entry.file_type().map_err(damaged)?;
        if own.starts_with('.') || own == "__MACOSX" {
            continue;
        }
        if kind.is_dir() {
            folders.push(entry.path());
        } else if kind.is_file() {
            files.push((own, entry.path()));
        }
        if files.len() > MAX_FILES || folders.len() > MAX_FILES {
            return Err(Stop::new(Message::new("import-refused-too-many-files").with("file", name)));
        }
    }
    // The order of a folder is whatever the disk says; reports and ids must not depend on it.
    files.sort();
    match folders.as_slice() {
        [only] if files.is_empty() => list(only, name),
        _ => {
            if let [only] = folders.as_slice()
                && files.iter().any(|(name, _)| name == "datapackage.json")
            {
                // A descriptor beside a folder of tables.
                let prefix = only.file_name().map(|own| own.to_string_lossy().into_owned()).unwrap_or_default();
                files.extend(list(only, name)?.into_iter().map(|(own, path)| (format!("{prefix}/{own}"), path)));
            }
            Ok(files)
        }
    }
}

impl Files {
    /// Opens a file for reading to its end: bounded, unpacked when it is packed, counted for the progress bar.
    fn open(&self, name: &str, path: &Path) -> Result<Input, Stop> {
        open(name, path, self.read.clone())
    }

    /// The same for a look at the beginning.
    #[expect(clippy::unused_self, reason = "reads as the companion of `open`")]
    fn peek(&self, name: &str, path: &Path) -> Result<Input, Stop> {
        open(name, path, Arc::default())
    }

    /// What `datapackage.json` calls the files: path → name of the resource. A descriptor that cannot be read says nothing.
    fn resources(&self) -> HashMap<String, String> {
        #[derive(serde::Deserialize)]
        struct Package {
            #[serde(default)]
            resources: Vec<Resource>,
        }
        #[derive(serde::Deserialize)]
        struct Resource {
            name: Option<String>,
            path: Option<serde_json::Value>,
        }
        let Some((name, path)) = self.files.iter().find(|(name, _)| name.ends_with("datapackage.json")) else {
            return HashMap::new();
        };
        let Ok(file) = self.peek(name, path) else { return HashMap::new() };
        let Ok(package) = serde_json::from_reader::<_, Package>(BufReader::new(file.take(16 << 20))) else {
            return HashMap::new();
        };
        let named = package.resources.into_iter().filter_map(|resource| {
            let path = resource.path?.as_str()?.trim_start_matches("./").to_owned();
            Some((path, dialect::stem(&resource.name?)))
        });
        named.collect()
    }
}

fn open(name: &str, path: &Path, read: Arc<AtomicU64>) -> Result<Input, Stop> {
    let damaged = |error: std::io::Error| Stop::from_io(name, &error);
    let file: Arc<str> = name.into();
    let packed = Arc::new(AtomicU64::new(0));
    let input = Counted::new(Counted::new(File::open(path).map_err(damaged)?, read), packed.clone());
    let mut input = BufReader::with_capacity(1 << 16, input);
    let is_gzip = input.fill_buf().map_err(damaged)?.starts_with(&[0x1f, 0x8b]);
    if is_gzip {
        let unpacked = flate2::bufread::MultiGzDecoder::new(input);
        return Ok(Box::new(Bounded::new(unpacked, file, MAX_FILE).unpacked_from(packed)));
    }
    Ok(Box::new(Bounded::new(input, file, MAX_FILE)))
}

fn read_json(files: &Files, sink: &mut dyn Sink) -> Result<(), Stop> {
    let mut order: Vec<_> = files
        .files
        .iter()
        .map(|(name, path)| (rank(dialect::kind_of_file(name)), name, path))
        .collect();
    order.sort();
    let mut problems = Problems::default();
    let mut is_anything = false;
    let kinds: Vec<Kind> = files.files.iter().filter_map(|(name, _)| dialect::kind_of_file(name)).collect();
    sink.expect(&kinds);
    for (_, name, path) in order {
        let place = Place {
            file: name.as_str().into(),
            line: 0,
        };
        if !is_json(files, name, path)? {
            problems.add(&place, "", "", Severity::Warning, Message::new("import-file-unknown"));
            continue;
        }
        is_anything = true;
        read_pieces(files, name, path, &mut problems, sink)?;
    }
    if !is_anything {
        return Err(Stop::new(Message::new("import-refused-unknown").with("file", files.name.as_str())));
    }
    sink.problems(problems);
    Ok(())
}

/// Files are read in the order in which their records need each other.
fn rank(kind: Option<Kind>) -> usize {
    let order = [
        Kind::Taxonomy,
        Kind::TaxonomyTerm,
        Kind::Unit,
        Kind::Organization,
        Kind::Program,
        Kind::Location,
        Kind::Service,
    ];
    kind.and_then(|kind| order.iter().position(|own| *own == kind))
        .unwrap_or(order.len())
}

fn is_json(files: &Files, name: &str, path: &Path) -> Result<bool, Stop> {
    let mut first = Vec::new();
    files
        .peek(name, path)?
        .take(64)
        .read_to_end(&mut first)
        .map_err(|error| Stop::from_io(name, &error))?;
    let first = first.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&first);
    Ok(first
        .iter()
        .find(|byte| !byte.is_ascii_whitespace())
        .is_some_and(|byte| matches!(byte, b'{' | b'[')))
}

fn read_pieces(files: &Files, name: &str, path: &Path, problems: &mut Problems, sink: &mut dyn Sink) -> Result<(), Stop> {
    let file: Arc<str> = name.into();
    let by_name = dialect::kind_of_file(name);
    let mut pieces = json::Pieces::new(file.clone(), files.open(name, path)?);
    let mut text = Vec::new();
    while let Some(piece) = pieces.next(&mut text)? {
        let place = Place {
            file: file.clone(),
            line: piece.line,
        };
        if let Some(fault) = piece.fault {
            problems.add(&place, "", "", Severity::Error, fault);
            continue;
        }
        let mut record = match from_json(&place, &text) {
            Ok(record) => record,
            Err(error) => {
                let column = if error.line() == 1 { error.column() } else { 0 };
                let message = Message::new("import-row-unreadable").with("column", column);
                problems.add(&place, "", "", Severity::Error, message);
                continue;
            }
        };
        let id = record.text("id").unwrap_or_default().into_owned();
        match by_name.or_else(|| dialect::kind_by_fields(&record)) {
            Some(kind) => {
                dialect::modernise(&mut record, kind);
                sink.record(kind, record)?;
            }
            None => problems.add(&place, &id, "", Severity::Error, Message::new("import-row-unknown-kind")),
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests;
