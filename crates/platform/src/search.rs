//! Full-text search as the modules see it: entries go in through the change feed, questions are answered in one call.
//!
//! The index is derived: it can be thrown away at any moment and is rebuilt from the database. Nothing personal and no
//! confidential address may become part of an [`Entry`].
use kolo_words::Lang;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::fmt;
use uuid::Uuid;

/// Minutes of a week; minute 0 is Monday, 00:00, in the community's own time.
pub const WEEK: u16 = 7 * 24 * 60;

/// Where in an entry a text stands, and with that how much a word found in it weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Part {
    /// The name.
    Title,
    /// Another name of the same thing.
    Alternate,
    /// A word it should be found by: the name of a taxonomy term, of the organization, of the place.
    Keyword,
    /// The sentence under the name.
    Short,
    /// Everything else.
    Body,
}

/// A piece of an entry's text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[expect(clippy::struct_field_names, reason = "the text of a text is its text")]
pub struct Text {
    pub lang: Lang,
    pub part: Part,
    pub text: String,
}

/// A record as the index knows it.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// The kind of record, as in a [`kolo_words::Ref`]: `service`.
    pub kind: String,
    pub id: Uuid,
    /// The own community and those above it, so that a region finds what its towns have.
    pub communities: Vec<Uuid>,
    pub texts: Vec<Text>,
    /// Dimension and value, both as keys: `("situation", "displaced")`. A dimension may have several values; the first is
    /// what the entry is mostly about.
    pub facets: Vec<(String, String)>,
    /// Latitude and longitude of every public place.
    pub points: Vec<(f64, f64)>,
    pub minimum_age: Option<u8>,
    pub maximum_age: Option<u8>,
    /// Opening times as minutes of the week, `from` inclusive and `to` exclusive; `to` before `from` runs over the end
    /// of the week. Empty when the hours are unknown, which is not the same as closed.
    pub hours: Vec<(u16, u16)>,
    pub always_open: bool,
    /// 1.0 for an ordinary entry; less for one that was not verified for long, or is inactive.
    pub boost: f32,
    /// The name to sort by.
    pub sort_name: String,
}

impl Entry {
    /// An entry without texts, to be filled.
    pub fn new(kind: impl Into<String>, id: Uuid) -> Self {
        Self {
            kind: kind.into(),
            id,
            communities: Vec::new(),
            texts: Vec::new(),
            facets: Vec::new(),
            points: Vec::new(),
            minimum_age: None,
            maximum_age: None,
            hours: Vec::new(),
            always_open: false,
            boost: 1.0,
            sort_name: String::new(),
        }
    }

    /// Adds a text; blank ones are left out.
    #[must_use]
    pub fn text(mut self, lang: Lang, part: Part, text: impl Into<String>) -> Self {
        let text = text.into();
        if !text.trim().is_empty() {
            self.texts.push(Text { lang, part, text });
        }
        self
    }

    /// Adds every translation of a text.
    #[must_use]
    pub fn texts(mut self, part: Part, text: &kolo_words::Multilingual) -> Self {
        for (lang, text) in text.iter() {
            self = self.text(lang, part, text);
        }
        self
    }

    /// Adds a value to a dimension.
    #[must_use]
    pub fn facet(mut self, dimension: impl Into<String>, value: impl Into<String>) -> Self {
        self.facets.push((dimension.into(), value.into()));
        self
    }
}

/// What became of a record.
#[derive(Clone, Debug, PartialEq)]
pub enum Change {
    Put(Entry),
    Remove { kind: String, id: Uuid },
}

/// A circle on the map.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Near {
    pub latitude: f64,
    pub longitude: f64,
    /// `f64::INFINITY` only measures distances and leaves nobody out.
    pub km: f64,
}

/// A box on the map. West may be greater than east across the date line.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bounds {
    pub south: f64,
    pub west: f64,
    pub north: f64,
    pub east: f64,
}

/// In which order the hits come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Order {
    #[default]
    Relevance,
    Name,
    /// Nearest first; needs [`Question::near`].
    Distance,
}

/// What somebody wants to find.
#[derive(Clone, Debug, PartialEq)]
pub struct Question {
    /// Entries of any of these communities; empty means of all.
    pub communities: Vec<Uuid>,
    /// Entries of any of these kinds; empty means of all.
    pub kinds: Vec<String>,
    /// The words as they were typed, in any language.
    pub words: String,
    /// The language of the page.
    pub lang: Lang,
    /// Wanted values by dimension: any of the values of a dimension, in every dimension.
    pub facets: BTreeMap<String, Vec<String>>,
    pub near: Option<Near>,
    pub inside: Option<Bounds>,
    /// Open at this minute of the week.
    pub open_at: Option<u16>,
    /// Open at some time of this day; 0 is Monday.
    pub open_on: Option<u8>,
    /// For a person of this age.
    pub age: Option<u8>,
    pub order: Order,
    pub offset: usize,
    pub limit: usize,
    /// The dimensions whose values are to be counted. The counts of a dimension ignore its own filter.
    pub count: Vec<String>,
    /// Whether hits carry their marked title and passage; without, an answer of thousands (a map, a list to download)
    /// is cheap.
    pub passages: bool,
    /// Whether a question that finds nothing is asked again more loosely.
    pub loosen: bool,
}

impl Question {
    /// A question for everything there is, twenty at a time.
    pub const fn new(lang: Lang) -> Self {
        Self {
            communities: Vec::new(),
            kinds: Vec::new(),
            words: String::new(),
            lang,
            facets: BTreeMap::new(),
            near: None,
            inside: None,
            open_at: None,
            open_on: None,
            age: None,
            order: Order::Relevance,
            offset: 0,
            limit: 20,
            count: Vec::new(),
            passages: true,
            loosen: true,
        }
    }

    /// The filters this question sets, those that are easiest to do without first.
    pub fn filters(&self) -> Vec<Filter> {
        let mut filters = Vec::new();
        filters.extend(self.open_at.map(|_| Filter::OpenAt));
        filters.extend(self.open_on.map(|_| Filter::OpenOn));
        filters.extend(self.inside.map(|_| Filter::Inside));
        filters.extend(self.near.filter(|near| near.km.is_finite()).map(|_| Filter::Near));
        filters.extend(self.age.map(|_| Filter::Age));
        let facets = self.facets.iter().filter(|(_, values)| !values.is_empty());
        filters.extend(facets.map(|(dimension, _)| Filter::Facet(dimension.clone())));
        filters
    }

    /// The same question without one of its filters. The circle stays as the place distances are measured from.
    #[must_use]
    pub fn without(&self, filter: &Filter) -> Self {
        let mut question = self.clone();
        match filter {
            Filter::OpenAt => question.open_at = None,
            Filter::OpenOn => question.open_on = None,
            Filter::Inside => question.inside = None,
            Filter::Near => question.near = self.near.map(|near| Near { km: f64::INFINITY, ..near }),
            Filter::Age => question.age = None,
            Filter::Facet(dimension) => {
                question.facets.remove(dimension);
            }
        }
        question
    }
}

/// A condition of a [`Question`] beside its words.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Filter {
    OpenAt,
    OpenOn,
    Inside,
    Near,
    Age,
    /// The values of this dimension.
    Facet(String),
}

/// A run of text, marked when it is what was asked for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Piece {
    pub text: String,
    pub marked: bool,
}

/// Text with marks, and the language it is in, for the page's `lang` attribute.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Passage {
    pub lang: Lang,
    pub pieces: Vec<Piece>,
}

/// The text without its marks.
impl fmt::Display for Passage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.pieces.iter().try_for_each(|piece| f.write_str(&piece.text))
    }
}

/// A record that was found.
#[derive(Clone, Debug, PartialEq)]
pub struct Hit {
    pub kind: String,
    pub id: Uuid,
    /// Comparable only within one answer.
    pub score: f32,
    /// The name, with the words asked for marked.
    pub title: Option<Passage>,
    /// The place of the text that speaks most of what was asked for.
    pub passage: Option<Passage>,
    /// To the nearest of its places, when the question was asked from somewhere.
    pub distance_km: Option<f64>,
}

/// How a question that found nothing was loosened until it did.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Loosened {
    /// The words were corrected to [`Answer::corrected`].
    pub corrected: bool,
    /// Entries with only some of the words are shown.
    pub some_words: bool,
    /// These filters were left out.
    pub without: Vec<Filter>,
}

/// What was found.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Answer {
    /// How many there are in all, beyond this page.
    pub total: usize,
    pub hits: Vec<Hit>,
    /// Values of every counted dimension, most frequent first; a wanted value is there even if nothing has it.
    pub facets: BTreeMap<String, Vec<(String, usize)>>,
    /// The keys of the concepts recognised in the words, of those by which entries are tagged.
    pub concepts: Vec<String>,
    /// Set when nothing fitted the question as it was asked, but something fitted a looser one.
    pub loosened: Option<Loosened>,
    /// The words as they were probably meant: used already if [`Loosened::corrected`], otherwise a suggestion.
    pub corrected: Option<String>,
}

/// What the beginning of a word may become.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suggestion {
    /// The title, with the typed part marked.
    pub title: Passage,
    pub kind: String,
    /// The record itself; `None` when several records bear this title and only a search shows them all.
    pub id: Option<Uuid>,
}

/// Words that mean the same, in all languages: a term of a taxonomy with its synonyms.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Concept {
    /// Told back in [`Answer::concepts`].
    pub key: String,
    /// Dimension and value by which entries about this are tagged; they are found whatever their words are.
    pub facet: Option<(String, String)>,
    /// The key of the concept this one is a part of: what is about that is found when little is about this.
    pub broader: Option<String>,
    pub phrases: Vec<(Lang, String)>,
}

/// The index behind the search pages. Every call may take milliseconds of computing or disk: call it off the runtime's
/// own threads (`spawn_blocking`).
pub trait SearchEngine: Send + Sync + fmt::Debug {
    /// Brings the index up to `position` of the change feed: one durable commit, visible when this returns. Repeating
    /// it does no harm. The caller gathers changes for a moment, because a commit costs the same for one and for many.
    fn apply(&self, changes: Vec<Change>, position: i64) -> anyhow::Result<()>;

    /// Adds entries while rebuilding, after [`clear`](Self::clear): cheaper than [`apply`](Self::apply), and without a
    /// position until the next one, so that an interrupted rebuild begins again.
    fn fill(&self, entries: Vec<Entry>) -> anyhow::Result<()>;

    /// The position of the last commit; `None` when the index must be built from the database.
    fn position(&self) -> Option<i64>;

    /// Replaces the concepts by which questions are widened. They are kept in memory only: teach them at start.
    fn learn(&self, concepts: Vec<Concept>);

    /// Answers a question. No words, however strange, are an error.
    fn ask(&self, question: &Question) -> anyhow::Result<Answer>;

    /// Names that begin like the words of the question, for as-you-type; heeds its communities, kinds, language and
    /// limit.
    fn suggest(&self, question: &Question) -> anyhow::Result<Vec<Suggestion>>;

    /// How many entries there are.
    fn count(&self) -> anyhow::Result<u64>;

    /// Forgets every entry and the position.
    fn clear(&self) -> anyhow::Result<()>;

    /// Reads the whole index and names what is damaged, for `kolo check`.
    fn damage(&self) -> anyhow::Result<Vec<String>>;
}
