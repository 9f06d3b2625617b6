//! How much a source may hold. Whatever is larger is refused with a word about it: nobody's package grows the memory or
//! the disk of the house without bound.
use super::problem::Stop;
use kolo_words::Message;
use std::io::{self, Read};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

/// Everything unpacked, all files of a source together.
pub const MAX_TOTAL: u64 = 8 << 30;
/// One file, unpacked.
pub const MAX_FILE: u64 = 4 << 30;
/// A packed file may not grow more than this; honest tables of text stay below fifty.
pub const MAX_RATIO: u64 = 250;
/// The ratio is asked for only after this much, so that tiny files of repeated headers pass.
pub const RATIO_FROM: u64 = 16 << 20;
/// Files of a package.
pub const MAX_FILES: usize = 1_000;
/// One row of a table or one record of JSON.
pub const MAX_RECORD: usize = 4 << 20;
/// Columns of a table.
pub const MAX_COLUMNS: usize = 512;
/// Objects within objects.
pub const MAX_DEPTH: usize = 32;
/// Parts of one record: phones, schedules, terms.
pub const MAX_PARTS: usize = 2_000;
/// One page of a foreign API.
pub const MAX_PAGE: u64 = 64 << 20;
/// Pages of a foreign API.
pub const MAX_PAGES: u64 = 200_000;
/// Characters of a name; the databases order by it, and an index entry has a largest size.
pub const MAX_NAME: usize = 400;
/// Characters of a foreign id, for the same reason.
pub const MAX_ID: usize = 200;

/// Counts what goes through and stops when it is too much. `packed` is what the file takes on disk.
#[derive(Debug)]
pub struct Bounded<R> {
    inner: R,
    file: Arc<str>,
    read: u64,
    most: u64,
    packed: Option<Arc<AtomicU64>>,
}

impl<R: Read> Bounded<R> {
    /// At most `most` bytes of `file`.
    pub fn new(inner: R, file: Arc<str>, most: u64) -> Self {
        Self {
            inner,
            file,
            read: 0,
            most,
            packed: None,
        }
    }

    /// The same for something that is being unpacked: `packed` counts the bytes it was unpacked from.
    #[must_use]
    pub fn unpacked_from(mut self, packed: Arc<AtomicU64>) -> Self {
        self.packed = Some(packed);
        self
    }
}

impl<R: Read> Read for Bounded<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let count = self.inner.read(buffer)?;
        self.read += u64::try_from(count).unwrap_or(u64::MAX);
        if self.read > self.most {
            return Err(io::Error::other(too_large(&self.file)));
        }
        if let Some(packed) = &self.packed {
            let packed = packed.load(Ordering::Relaxed).max(1);
            if self.read > RATIO_FROM && self.read / packed > MAX_RATIO {
                return Err(io::Error::other(Stop::new(
                    Message::new("import-refused-bomb").with("file", &*self.file),
                )));
            }
        }
        Ok(count)
    }
}

fn too_large(file: &str) -> Stop {
    Stop::new(Message::new("import-refused-too-large").with("file", file))
}

/// Counts the bytes read from a file, for the ratio above and for the progress bar.
#[derive(Debug)]
pub struct Counted<R> {
    inner: R,
    count: Arc<AtomicU64>,
}

impl<R: Read> Counted<R> {
    /// Adds to `count` whatever is read.
    pub const fn new(inner: R, count: Arc<AtomicU64>) -> Self {
        Self { inner, count }
    }
}

impl<R: Read> Read for Counted<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let count = self.inner.read(buffer)?;
        self.count.fetch_add(u64::try_from(count).unwrap_or_default(), Ordering::Relaxed);
        Ok(count)
    }
}
