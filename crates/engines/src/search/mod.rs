//! Full-text search: an index of its own, embedded, derived from the change feed.
//!
//! An entry becomes a document ([`write`]) of analysed words ([`analysis`]). A question becomes a query ([`meaning`]);
//! one pass over what it matches filters, counts and keeps the best ([`gather`]), which are then weighed exactly
//! ([`weigh`]) and shown with marked passages ([`passage`]). What finds nothing is asked again more loosely ([`ask`]).
mod analysis;
mod ask;
mod columns;
mod concepts;
mod gather;
mod meaning;
mod open;
mod passage;
mod place;
mod schema;
mod suggest;
mod vocabulary;
mod weigh;
mod write;

use analysis::Memory;
use anyhow::Context;
use columns::Shelf;
use concepts::Concepts;
use kolo_platform::search::{Answer, Change, Concept, Entry, Question, SearchEngine, Suggestion};
use schema::Fields;
use std::fmt;
use std::path::Path;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, RwLock};
use tantivy::merge_policy::LogMergePolicy;
use tantivy::{Index, IndexReader, IndexWriter, ReloadPolicy, Term};

/// The memory in which new documents wait for their commit.
const WRITING_MEMORY: usize = 30_000_000;
/// While rebuilding, so many entries are handed to the writer before it is waited for: it would queue ten thousand, and
/// the memory they take is not given back.
const QUEUED: usize = 2_000;
/// Blocks of stored texts kept unpacked, per segment.
const UNPACKED_BLOCKS: usize = 8;

/// The index of an instance, in a folder or in memory.
pub struct FullText {
    fields: Fields,
    index: Index,
    reader: IndexReader,
    shelf: Arc<Shelf>,
    concepts: RwLock<Arc<Concepts>>,
    position: Mutex<Option<i64>>,
    writing: Mutex<Writing>,
}

/// What only one may use at a time. The writer locks the folder against other processes, so it is made when the first
/// change comes: a command that only reads does not disturb the server.
#[derive(Default)]
struct Writing {
    writer: Option<IndexWriter>,
    desk: Desk,
}

/// What lies beside the writer.
#[derive(Default)]
struct Desk {
    memory: Memory,
    /// Entries handed over since the last commit.
    queued: usize,
}

impl FullText {
    /// Opens the index in a folder of its own. One that is damaged, or was written by another version, is thrown away
    /// and begun anew; its position is then `None`.
    pub fn open(folder: &Path) -> anyhow::Result<Self> {
        let (index, position) = open::open(folder)?;
        Self::new(index, position)
    }

    /// What is wrong with the index in a folder, one sentence each, for `kolo check`. Unlike [`open`](Self::open) it leaves
    /// a damaged index as it is, and may be asked while a server is running.
    pub fn inspect(folder: &Path) -> anyhow::Result<Vec<String>> {
        open::inspect(folder)
    }

    /// An index that lives as long as the value.
    pub fn in_memory() -> anyhow::Result<Self> {
        let (schema, _) = Fields::lay();
        Self::new(Index::create_in_ram(schema), None)
    }

    fn new(index: Index, position: Option<i64>) -> anyhow::Result<Self> {
        let (_, fields) = Fields::lay();
        let reader = index
            .reader_builder()
            .reload_policy(ReloadPolicy::Manual)
            .doc_store_cache_num_blocks(UNPACKED_BLOCKS)
            .try_into()
            .context("opening the search index")?;
        Ok(Self {
            fields,
            index,
            reader,
            shelf: Arc::default(),
            concepts: RwLock::default(),
            position: Mutex::new(position),
            writing: Mutex::default(),
        })
    }

    fn concepts(&self) -> Arc<Concepts> {
        Arc::clone(&self.concepts.read().unwrap_or_else(PoisonError::into_inner))
    }

    fn writing(&self) -> MutexGuard<'_, Writing> {
        self.writing.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Writes with the writer at hand. After an error it is let go, and with it everything that was not committed.
    fn write<T>(&self, work: impl FnOnce(&mut IndexWriter, &mut Desk) -> anyhow::Result<T>) -> anyhow::Result<T> {
        let mut writing = self.writing();
        let Writing { writer, desk } = &mut *writing;
        let result = match writer {
            Some(writer) => work(writer, desk),
            None => work(writer.insert(writer_of(&self.index)?), desk),
        };
        if result.is_err() {
            *writer = None;
        }
        result
    }

    fn put(&self, writer: &IndexWriter, desk: &mut Desk, entry: &Entry) -> anyhow::Result<()> {
        let fields = &self.fields;
        writer.delete_term(Term::from_field_text(fields.key, &write::key(&entry.kind, entry.id)));
        writer
            .add_document(write::document(fields, &mut desk.memory, entry))
            .context("adding to the search index")?;
        desk.queued += 1;
        Ok(())
    }

    fn commit(&self, writer: &mut IndexWriter, desk: &mut Desk, position: Option<i64>) -> anyhow::Result<()> {
        let mut commit = writer.prepare_commit().context("preparing the commit of the search index")?;
        commit.set_payload(&open::payload(position));
        commit.commit().context("committing the search index")?;
        desk.queued = 0;
        *self.position.lock().unwrap_or_else(PoisonError::into_inner) = position;
        self.reader.reload().context("reopening the search index")?;
        self.shelf.keep(&self.reader.searcher());
        Ok(())
    }
}

fn writer_of(index: &Index) -> anyhow::Result<IndexWriter> {
    let writer: IndexWriter = index
        .writer_with_num_threads(1, WRITING_MEMORY)
        .context("locking the search index for writing; is another process of this instance running?")?;
    let mut policy = LogMergePolicy::default();
    policy.set_min_layer_size(2_000);
    policy.set_del_docs_ratio_before_merge(0.3);
    writer.set_merge_policy(Box::new(policy));
    Ok(writer)
}

impl SearchEngine for FullText {
    fn apply(&self, changes: Vec<Change>, position: i64) -> anyhow::Result<()> {
        self.write(|writer, desk| {
            for change in changes {
                match change {
                    Change::Put(entry) => self.put(writer, desk, &entry)?,
                    Change::Remove { kind, id } => {
                        writer.delete_term(Term::from_field_text(self.fields.key, &write::key(&kind, id)));
                    }
                }
            }
            self.commit(writer, desk, Some(position))
        })
    }

    fn fill(&self, entries: Vec<Entry>) -> anyhow::Result<()> {
        self.write(|writer, desk| {
            for entry in &entries {
                self.put(writer, desk, entry)?;
                if desk.queued >= QUEUED {
                    self.commit(writer, desk, None)?;
                }
            }
            Ok(())
        })
    }

    fn position(&self) -> Option<i64> {
        *self.position.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn learn(&self, concepts: Vec<Concept>) {
        let learnt = Arc::new(Concepts::learn(concepts));
        *self.concepts.write().unwrap_or_else(PoisonError::into_inner) = learnt;
    }

    fn ask(&self, question: &Question) -> anyhow::Result<Answer> {
        ask::ask(self, question)
    }

    fn suggest(&self, question: &Question) -> anyhow::Result<Vec<Suggestion>> {
        suggest::suggest(self, question)
    }

    fn count(&self) -> anyhow::Result<u64> {
        Ok(self.reader.searcher().num_docs())
    }

    fn clear(&self) -> anyhow::Result<()> {
        self.write(|writer, desk| {
            writer.delete_all_documents().context("emptying the search index")?;
            self.commit(writer, desk, None)
        })
    }

    fn damage(&self) -> anyhow::Result<Vec<String>> {
        open::damage(&self.index)
    }
}

impl fmt::Debug for FullText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("FullText")
            .field("position", &self.position())
            .finish_non_exhaustive()
    }
}
