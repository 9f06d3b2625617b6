//! Unpacking an archive into a temporary folder, with a limit on everything an archive can lie about.
use super::super::limits::{Bounded, MAX_FILE, MAX_FILES, MAX_RATIO, MAX_TOTAL, RATIO_FROM};
use super::super::problem::Stop;
use super::spool::disk;
use kolo_words::Message;
use std::collections::HashSet;
use std::fs::File;
use std::io::{BufReader, BufWriter, Write};
use std::path::Path;
use tempfile::TempDir;

/// Unpacks the data files of an archive. Paths inside are flattened to one folder, so none can lead out of it.
pub(super) fn unzip(path: &Path, name: &str) -> Result<TempDir, Stop> {
    let damaged = |_| Stop::new(Message::new("import-refused-damaged").with("file", name));
    let bomb = || Stop::new(Message::new("import-refused-bomb").with("file", name));
    let file = File::open(path).map_err(|error| Stop::from_io(name, &error))?;
    let packed_size = file.metadata().map_err(|error| Stop::from_io(name, &error))?.len();
    let mut archive = zip::ZipArchive::new(BufReader::new(file)).map_err(damaged)?;
    if archive.len() > MAX_FILES {
        return Err(Stop::new(Message::new("import-refused-too-many-files").with("file", name)));
    }
    let folder = tempfile::tempdir().map_err(disk)?;
    let (mut total, mut names) = (0_u64, HashSet::new());
    for number in 0..archive.len() {
        let entry = archive.by_index(number).map_err(damaged)?;
        let Some(inside) = entry.enclosed_name().filter(|_| entry.is_file()) else {
            continue;
        };
        let is_hidden = inside
            .components()
            .any(|part| part.as_os_str().to_string_lossy().starts_with(['.', '_']));
        let Some(own) = inside
            .file_name()
            .map(|own| own.to_string_lossy().into_owned())
            .filter(|_| !is_hidden)
        else {
            continue;
        };
        if !is_data(&own) || !names.insert(own.to_lowercase()) {
            continue;
        }
        let target = folder.path().join(&own);
        let mut target = BufWriter::new(File::create_new(target).map_err(disk)?);
        let room = MAX_FILE.min(MAX_TOTAL - total);
        let inside: std::sync::Arc<str> = format!("{name}/{own}").into();
        let written =
            std::io::copy(&mut Bounded::new(entry, inside.clone(), room), &mut target).map_err(|error| Stop::from_io(&inside, &error))?;
        target.flush().map_err(disk)?;
        total += written;
        if total > RATIO_FROM && total / packed_size.max(1) > MAX_RATIO {
            return Err(bomb());
        }
    }
    Ok(folder)
}

fn is_data(name: &str) -> bool {
    let lower = name.to_lowercase();
    [".csv", ".tsv", ".json", ".ndjson", ".jsonl", ".gz"]
        .iter()
        .any(|ending| lower.ends_with(ending))
}
