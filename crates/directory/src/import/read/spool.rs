//! Parts of records, put aside until the record they belong to comes by.
//!
//! Rows lie in a temporary file, one a table; the memory holds sixteen bytes a row: whose it is and where it lies. Tables are
//! mostly in the order of their owners, so a window over the file answers nearly every question.
use super::super::problem::Stop;
use super::super::record::Place;
use crate::model::Kind;
use kolo_words::Message;
use std::fs::File;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::io::{BufWriter, Read, Seek, SeekFrom, Write};
use std::sync::Arc;

const WINDOW: usize = 1 << 18;

/// The rows of one table.
#[derive(Debug)]
pub(super) struct Spool {
    file: Arc<str>,
    writer: Option<BufWriter<File>>,
    reader: Option<File>,
    written: u64,
    index: Vec<Entry>,
    window: Vec<u8>,
    window_at: u64,
}

#[derive(Clone, Copy, Debug)]
struct Entry {
    owner: u64,
    /// Where the row lies; the highest bit says that its owner came for it.
    at: u64,
}

const FETCHED: u64 = 1 << 63;

/// A row that came back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Kept {
    pub place: Place,
    pub values: Vec<String>,
}

/// The number under which the parts of an owner lie.
pub(super) fn owner_key(kind: Kind, id: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    (kind.code(), id).hash(&mut hasher);
    hasher.finish()
}

impl Spool {
    /// An empty one, for rows of `file`.
    pub(super) fn new(file: Arc<str>) -> Result<Self, Stop> {
        let writer = Some(BufWriter::with_capacity(1 << 16, tempfile::tempfile().map_err(disk)?));
        Ok(Self {
            file,
            writer,
            reader: None,
            written: 0,
            index: Vec::new(),
            window: Vec::new(),
            window_at: 0,
        })
    }

    /// Puts a row aside for its owner.
    pub(super) fn put(&mut self, kind: Kind, owner: &str, line: u64, values: &[String]) -> Result<(), Stop> {
        let Some(writer) = &mut self.writer else {
            unreachable!("because rows are put aside before any is fetched")
        };
        self.index.push(Entry {
            owner: owner_key(kind, owner),
            at: self.written,
        });
        // Length, line, then owner and values, each with its length: foreign keys may share a number, never a text.
        let owner = format!("{}\u{1f}{owner}", kind.code());
        let texts = std::iter::once(owner.as_str()).chain(values.iter().map(String::as_str));
        let length: usize = 8 + texts.clone().map(|text| 4 + text.len()).sum::<usize>();
        let mut row = Vec::with_capacity(length + 4);
        row.extend_from_slice(&short(length).to_le_bytes());
        row.extend_from_slice(&line.to_le_bytes());
        for text in texts {
            row.extend_from_slice(&short(text.len()).to_le_bytes());
            row.extend_from_slice(text.as_bytes());
        }
        self.written += u64::try_from(row.len()).unwrap_or_default();
        writer.write_all(&row).map_err(disk)
    }

    /// After the last row: sorts what is in memory.
    pub(super) fn seal(&mut self) -> Result<(), Stop> {
        if let Some(writer) = self.writer.take() {
            self.reader = Some(writer.into_inner().map_err(|error| disk(error.into_error()))?);
        }
        self.index.sort_unstable_by_key(|entry| (entry.owner, entry.at));
        self.index.shrink_to_fit();
        Ok(())
    }

    /// The name of the table.
    pub(super) fn file(&self) -> Arc<str> {
        self.file.clone()
    }

    /// The rows of an owner, in the order of the file, at most so many.
    pub(super) fn fetch(&mut self, kind: Kind, owner: &str, most: usize) -> Result<Vec<Kept>, Stop> {
        let key = owner_key(kind, owner);
        let from = self.index.partition_point(|entry| entry.owner < key);
        let mut found = Vec::new();
        let name = format!("{}\u{1f}{owner}", kind.code());
        for number in from..self.index.len() {
            let Some(entry) = self.index.get(number).filter(|entry| entry.owner == key).copied() else {
                break;
            };
            if found.len() >= most {
                break;
            }
            let (own, kept) = self.read(entry.at & !FETCHED)?;
            if own == name {
                found.push(kept);
                if let Some(entry) = self.index.get_mut(number) {
                    entry.at |= FETCHED;
                }
            }
        }
        Ok(found)
    }

    /// The rows nobody came for, with the kind and id of the owner that never came.
    pub(super) fn orphans(&mut self, mut each: impl FnMut(&str, &str, Kept)) -> Result<(), Stop> {
        let mut left: Vec<u64> = self
            .index
            .iter()
            .filter(|entry| entry.at & FETCHED == 0)
            .map(|entry| entry.at)
            .collect();
        left.sort_unstable();
        for at in left {
            let (owner, kept) = self.read(at)?;
            if let Some((kind, id)) = owner.split_once('\u{1f}') {
                each(kind, id, kept);
            }
        }
        Ok(())
    }

    fn read(&mut self, at: u64) -> Result<(String, Kept), Stop> {
        let head = self.bytes(at, 4)?;
        let length = usize::try_from(u32::from_le_bytes(head.try_into().unwrap_or_default())).unwrap_or_default();
        let mut row = self.bytes(at + 4, length)?;
        let line = take(&mut row, 8)
            .and_then(|bytes| bytes.try_into().ok())
            .map_or(0, u64::from_le_bytes);
        let mut texts = Vec::new();
        while let Some(length) = take(&mut row, 4).and_then(|bytes| bytes.try_into().ok()).map(u32::from_le_bytes) {
            let text = take(&mut row, usize::try_from(length).unwrap_or_default()).unwrap_or_default();
            texts.push(String::from_utf8_lossy(text).into_owned());
        }
        let owner = if texts.is_empty() { String::new() } else { texts.remove(0) };
        Ok((
            owner,
            Kept {
                place: Place {
                    file: self.file.clone(),
                    line,
                },
                values: texts,
            },
        ))
    }

    fn bytes(&mut self, at: u64, length: usize) -> Result<&[u8], Stop> {
        let inside = at.checked_sub(self.window_at).and_then(|skip| usize::try_from(skip).ok());
        let is_there = inside.is_some_and(|skip| skip + length <= self.window.len());
        if !is_there {
            let Some(reader) = &mut self.reader else {
                unreachable!("because rows are fetched after the spool was sealed")
            };
            self.window_at = at;
            self.window.clear();
            reader.seek(SeekFrom::Start(at)).map_err(disk)?;
            let wanted = u64::try_from(length.max(WINDOW)).unwrap_or_default();
            reader.take(wanted).read_to_end(&mut self.window).map_err(disk)?;
        }
        let skip = usize::try_from(at - self.window_at).unwrap_or_default();
        Ok(self.window.get(skip..skip + length).unwrap_or_default())
    }
}

fn take<'a>(row: &mut &'a [u8], length: usize) -> Option<&'a [u8]> {
    let (taken, rest) = row.split_at_checked(length)?;
    *row = rest;
    Some(taken)
}

/// A row is at most a few megabytes, so its length fits.
fn short(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}

#[expect(clippy::needless_pass_by_value, reason = "it is what `map_err` gives")]
pub(super) fn disk(error: std::io::Error) -> Stop {
    tracing::warn!("a temporary file: {error}");
    Stop::new(Message::new("import-refused-disk"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_come_back_to_their_owner_and_orphans_are_told() {
        let mut spool = Spool::new("phones.csv".into()).unwrap();
        for line in 2..5_000_u64 {
            let owner = (line % 100).to_string();
            spool
                .put(
                    Kind::Service,
                    &owner,
                    line,
                    &[line.to_string(), "x".repeat(usize::try_from(line % 300).unwrap())],
                )
                .unwrap();
        }
        spool.put(Kind::Location, "7", 5_000, &["place".to_owned()]).unwrap();
        spool.seal().unwrap();
        let lines: Vec<_> = spool
            .fetch(Kind::Service, "7", 99)
            .unwrap()
            .iter()
            .map(|kept| kept.place.line)
            .collect();
        assert_eq!((lines.len(), lines[0], lines[49]), (50, 7, 4907));
        assert_eq!(spool.fetch(Kind::Location, "7", 99).unwrap()[0].values, ["place"]);
        assert_eq!(spool.fetch(Kind::Service, "none", 99).unwrap(), []);
        for owner in 0..99 {
            spool.fetch(Kind::Service, &owner.to_string(), 99).unwrap();
        }
        let mut left = Vec::new();
        spool
            .orphans(|kind, id, kept| left.push((kind.to_owned(), id.to_owned(), kept.place.line)))
            .unwrap();
        assert_eq!((left.len(), &left[0]), (50, &("service".to_owned(), "99".to_owned(), 99)));
    }
}
