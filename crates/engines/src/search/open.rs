//! Opening the index, and recognising one that must be built anew.
use super::schema::{Fields, VERSION};
use anyhow::{Context, bail};
use std::fs;
use std::path::Path;
use tantivy::directory::{INDEX_WRITER_LOCK, MmapDirectory};
use tantivy::{Directory, Index};

/// The index in a folder and the position it stands at.
pub(super) fn open(folder: &Path) -> anyhow::Result<(Index, Option<i64>)> {
    fs::create_dir_all(folder).with_context(|| format!("making the folder {}", folder.display()))?;
    let directory = MmapDirectory::open(folder).context("opening the folder of the search index")?;
    if Index::exists(&directory).context("looking for the search index")? {
        match existing(directory.clone()) {
            Ok(opened) => return Ok(opened),
            Err(error) => tracing::warn!("the search index is built anew: {error:#}"),
        }
        let alone = directory.acquire_lock(&INDEX_WRITER_LOCK);
        let _alone = alone.context("the search index is damaged, but another process of this instance is writing it")?;
        empty(folder)?;
    }
    let (schema, _) = Fields::lay();
    let index = Index::create_in_dir(folder, schema).context("beginning the search index")?;
    Ok((index, None))
}

fn existing(directory: MmapDirectory) -> anyhow::Result<(Index, Option<i64>)> {
    let index = Index::open(directory)?;
    let (schema, _) = Fields::lay();
    if index.schema() != schema {
        bail!("it has other fields");
    }
    let position = match index.load_metas()?.payload {
        Some(payload) => position(&payload).with_context(|| format!("it is of another version: `{payload}`"))?,
        None => None,
    };
    // Opens every segment: a missing or truncated file is found here and not by a visitor.
    index.reader()?;
    Ok((index, position))
}

/// What is wrong with the index in a folder, one sentence each. Changes nothing, so it may be asked beside a server.
pub(super) fn inspect(folder: &Path) -> anyhow::Result<Vec<String>> {
    let directory = MmapDirectory::open(folder).context("opening the folder of the search index")?;
    if !Index::exists(&directory).context("looking for the search index")? {
        return Ok(vec!["there is none yet".to_owned()]);
    }
    let (index, position) = match existing(directory) {
        Ok(opened) => opened,
        Err(error) => return Ok(vec![format!("it cannot be read: {error:#}")]),
    };
    if position.is_none() {
        return Ok(vec!["it is incomplete".to_owned()]);
    }
    damage(&index)
}

/// The files whose checksum is not what it was when they were written.
pub(super) fn damage(index: &Index) -> anyhow::Result<Vec<String>> {
    let damaged = index.validate_checksum().context("reading the whole search index")?;
    let mut names: Vec<_> = damaged.into_iter().map(|path| format!("{} is damaged", path.display())).collect();
    names.sort_unstable();
    Ok(names)
}

/// Removes the files of an index. The folder may be a mount point, so it stays itself.
fn empty(folder: &Path) -> anyhow::Result<()> {
    for file in fs::read_dir(folder).context("reading the folder of the search index")? {
        let file = file?;
        if file.file_type()?.is_file() {
            fs::remove_file(file.path()).with_context(|| format!("removing {}", file.path().display()))?;
        }
    }
    Ok(())
}

/// What every commit says about itself: the version of the index, and the position of the change feed.
pub(super) fn payload(position: Option<i64>) -> String {
    match position {
        Some(position) => format!("kolo {VERSION} {position}"),
        None => format!("kolo {VERSION} -"),
    }
}

/// The position a commit tells; `None` if it is of another version.
#[expect(clippy::option_option, reason = "a commit that is ours may still have no position")]
fn position(payload: &str) -> Option<Option<i64>> {
    let told = payload.strip_prefix(&format!("kolo {VERSION} "))?;
    if told == "-" { Some(None) } else { told.parse().ok().map(Some) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_commit_tells_its_position_and_another_version_is_foreign() {
        assert_eq!(position(&payload(Some(42))), Some(Some(42)));
        assert_eq!(position(&payload(None)), Some(None));
        assert_eq!(position("kolo 0 42"), None);
        assert_eq!(position("42"), None);
    }
}
