//! What the index keeps of an entry.
use kolo_platform::search::Part;
use tantivy::schema::{Field, IndexRecordOption, NumericOptions, STORED, Schema, SchemaBuilder, TextFieldIndexing, TextOptions};

/// Raised whenever the schema, the analysis or the weights change: an index of another version is built anew.
pub(super) const VERSION: u32 = 2;

/// The fields of the index.
#[derive(Clone, Copy, Debug)]
pub(super) struct Fields {
    /// `kind:id`, by which an entry is replaced.
    pub(super) key: Field,
    pub(super) kind: Field,
    pub(super) id_high: Field,
    pub(super) id_low: Field,
    pub(super) community: Field,
    /// Every word in its loose form, repeated by the weight of its part: what a question is looked up in.
    pub(super) loose: Field,
    /// Every word as written: the vocabulary for beginnings and typing errors, and a sign of an exact fit.
    pub(super) surface: Field,
    /// Every stem: a sign of a good fit.
    pub(super) stem: Field,
    /// Loose forms of the words of titles, alternates, keywords and short texts, each with the letter of its part.
    pub(super) part: Field,
    /// A title as a whole.
    pub(super) name: Field,
    /// The beginnings of the words of titles.
    pub(super) edge: Field,
    /// Dimension and value.
    pub(super) facet: Field,
    /// The first value of every dimension: what the entry is mostly about.
    pub(super) first: Field,
    pub(super) latitude: Field,
    pub(super) longitude: Field,
    pub(super) minimum_age: Field,
    pub(super) maximum_age: Field,
    /// Opening times, `from << 16 | to`.
    pub(super) hours: Field,
    pub(super) boost: Field,
    pub(super) name_high: Field,
    pub(super) name_low: Field,
    /// The texts, to cut passages from.
    pub(super) stored: Field,
}

impl Fields {
    /// The schema and its fields; always the same.
    pub(super) fn lay() -> (Schema, Self) {
        let mut schema = Schema::builder();
        let fields = Self {
            key: schema.add_text_field("key", exact()),
            kind: schema.add_text_field("kind", exact().set_fast("raw")),
            id_high: number(&mut schema, "id_high"),
            id_low: number(&mut schema, "id_low"),
            community: schema.add_text_field("community", exact()),
            loose: schema.add_text_field("loose", words(IndexRecordOption::WithFreqs, true)),
            surface: schema.add_text_field("surface", words(IndexRecordOption::Basic, false)),
            stem: schema.add_text_field("stem", words(IndexRecordOption::Basic, false)),
            part: schema.add_text_field("part", words(IndexRecordOption::Basic, false)),
            name: schema.add_text_field("name", exact()),
            edge: schema.add_text_field("edge", words(IndexRecordOption::WithFreqs, true)),
            facet: schema.add_text_field("facet", exact().set_fast("raw")),
            first: schema.add_text_field("first", exact()),
            latitude: schema.add_f64_field("latitude", NumericOptions::default().set_fast()),
            longitude: schema.add_f64_field("longitude", NumericOptions::default().set_fast()),
            minimum_age: number(&mut schema, "minimum_age"),
            maximum_age: number(&mut schema, "maximum_age"),
            hours: number(&mut schema, "hours"),
            boost: schema.add_f64_field("boost", NumericOptions::default().set_fast()),
            name_high: number(&mut schema, "name_high"),
            name_low: number(&mut schema, "name_low"),
            stored: schema.add_text_field("stored", STORED),
        };
        (schema.build(), fields)
    }
}

/// A text that is one term.
fn exact() -> TextOptions {
    let indexing = TextFieldIndexing::default()
        .set_tokenizer("raw")
        .set_index_option(IndexRecordOption::Basic)
        .set_fieldnorms(false);
    TextOptions::default().set_indexing_options(indexing)
}

/// Words that were analysed already and stand with spaces between them.
fn words(option: IndexRecordOption, lengths: bool) -> TextOptions {
    let indexing = TextFieldIndexing::default()
        .set_tokenizer("whitespace")
        .set_index_option(option)
        .set_fieldnorms(lengths);
    TextOptions::default().set_indexing_options(indexing)
}

fn number(schema: &mut SchemaBuilder, name: &str) -> Field {
    schema.add_u64_field(name, NumericOptions::default().set_fast())
}

/// The term of a dimension's value.
pub(super) fn facet_term(dimension: &str, value: &str) -> String {
    format!("{dimension}{SEPARATOR}{value}")
}

/// Stands between dimension and value; it does not occur in keys.
pub(super) const SEPARATOR: char = '\u{1f}';

/// The parts whose words are kept apart, most telling first.
pub(super) const PARTS: [Part; 4] = [Part::Title, Part::Alternate, Part::Keyword, Part::Short];

/// Stands in the field of parts before every word of any of them.
pub(super) const SHORTLY: char = 'x';

/// The letter that stands before a word in the field of parts; words of the body are not kept there.
pub(super) const fn letter(part: Part) -> Option<char> {
    match part {
        Part::Title => Some('t'),
        Part::Alternate => Some('a'),
        Part::Keyword => Some('k'),
        Part::Short => Some('s'),
        Part::Body => None,
    }
}
