//! As you type: titles with words that begin like what was typed so far.
use super::FullText;
use super::analysis::{Forms, languages, loose_letter, loosen, normal, words};
use super::ask::Asking;
use super::gather::Found;
use super::meaning::any_of;
use super::passage::{languages as readable, pieces};
use super::write::{LONGEST_BEGINNING, kept};
use kolo_platform::search::{Order, Part, Passage, Question, Suggestion, Text};
use std::collections::BTreeSet;
use std::ops::Range;
use tantivy::Term;
use tantivy::query::{BooleanQuery, Occur, Query, TermQuery};
use tantivy::schema::IndexRecordOption;

/// More words than this are not typed into a field that suggests.
const MOST_WORDS: usize = 6;
/// So many candidates are read per suggestion, because titles repeat themselves.
const READ: usize = 4;
const MOST_SUGGESTIONS: usize = 50;

pub(super) fn suggest(engine: &FullText, question: &Question) -> anyhow::Result<Vec<Suggestion>> {
    let typed: Vec<Typed> = words(&question.words)
        .take(MOST_WORDS)
        .map(|place| Typed::of(&question.words[place], &question.words, question))
        .filter(|typed| typed.beginning.chars().count() > 1)
        .collect();
    let Some(last) = typed.last() else { return Ok(Vec::new()) };
    let limit = question.limit.min(MOST_SUGGESTIONS);
    let asking = Asking {
        engine,
        searcher: engine.reader.searcher(),
        concepts: engine.concepts(),
    };
    let found = look(&asking, question, &typed, std::slice::from_ref(&last.beginning), limit)?;
    if found.total > 0 {
        return show(&asking, question, &typed, &found, limit);
    }
    let near = asking.vocabulary().near_beginnings(&last.surface)?;
    if near.is_empty() {
        return Ok(Vec::new());
    }
    let found = look(&asking, question, &typed, &near, limit)?;
    show(&asking, question, &typed, &found, limit)
}

/// A word as far as it was typed.
struct Typed {
    surface: String,
    /// Loosely spelled and no longer than the beginnings that are kept.
    beginning: String,
    /// The loose forms it has if it is a whole word.
    loose: Vec<String>,
}

impl Typed {
    fn of(word: &str, all: &str, question: &Question) -> Self {
        let surface = normal(word);
        let beginning = shortened(&loosen(&surface));
        let mut loose: Vec<_> = languages(all, question.lang)
            .into_iter()
            .map(|lang| Forms::of(word, lang).loose)
            .collect();
        loose.sort_unstable();
        loose.dedup();
        Self { surface, beginning, loose }
    }
}

fn shortened(beginning: &str) -> String {
    beginning.chars().take(LONGEST_BEGINNING).collect()
}

fn look(asking: &Asking, question: &Question, typed: &[Typed], last: &[String], limit: usize) -> anyhow::Result<Found> {
    let fields = &asking.engine.fields;
    let begins = |beginning: &str| -> Box<dyn Query> {
        let term = Term::from_field_text(fields.edge, &shortened(beginning));
        Box::new(TermQuery::new(term, IndexRecordOption::WithFreqs))
    };
    let mut conditions = asking.conditions(question)?;
    for (place, word) in typed.iter().enumerate() {
        let mut ways = if place + 1 == typed.len() {
            last.iter().map(|beginning| begins(beginning)).collect()
        } else {
            vec![begins(&word.beginning), any_of(&asking.vocabulary().existing(&word.loose)?)]
        };
        let query = if ways.len() == 1 {
            ways.swap_remove(0)
        } else {
            Box::new(BooleanQuery::union(ways))
        };
        conditions.push((Occur::Must, query));
    }
    let question = Question {
        order: Order::Relevance,
        ..Question::new(question.lang)
    };
    asking.gather(conditions, question, true, limit * READ)
}

fn show(asking: &Asking, question: &Question, typed: &[Typed], found: &Found, limit: usize) -> anyhow::Result<Vec<Suggestion>> {
    let mut suggestions: Vec<Suggestion> = Vec::new();
    for candidate in &found.best {
        let texts = kept(&asking.stored(candidate)?);
        let Some(title) = title(&texts, typed, question) else { continue };
        let columns = asking.engine.shelf.columns(asking.searcher.segment_reader(candidate.segment))?;
        let text = kolo_words::fold(&title.to_string());
        let kind = columns.kind(candidate.doc).to_owned();
        if let Some(same) = suggestions
            .iter_mut()
            .find(|s| s.kind == kind && kolo_words::fold(&s.title.to_string()) == text)
        {
            same.id = None;
        } else if suggestions.len() < limit {
            suggestions.push(Suggestion {
                title,
                kind,
                id: Some(columns.id(candidate.doc)),
            });
        }
    }
    Ok(suggestions)
}

/// The title that was meant, in the language nearest to the reader in which it has the typed words.
fn title(texts: &[Text], typed: &[Typed], question: &Question) -> Option<Passage> {
    let mut best: Option<(usize, &Text, Vec<Range<usize>>)> = None;
    for part in [Part::Title, Part::Alternate] {
        for lang in readable(question.lang) {
            for text in texts.iter().filter(|text| text.part == part && text.lang == lang) {
                let marks = marks(&text.text, typed);
                let different = marks.iter().map(|(_, typed)| typed).collect::<BTreeSet<_>>().len();
                if best.as_ref().is_none_or(|(known, ..)| different > *known) {
                    best = Some((different, text, marks.into_iter().map(|(place, _)| place).collect()));
                }
            }
        }
    }
    let (_, text, marks) = best?;
    Some(Passage {
        lang: text.lang,
        pieces: pieces(&text.text, 0..text.text.len(), marks.into_iter()),
    })
}

/// The beginnings of the words of a title that were typed, and which typed word each is.
fn marks(title: &str, typed: &[Typed]) -> Vec<(Range<usize>, usize)> {
    let mark = |place: Range<usize>| {
        let word = &title[place.clone()];
        let loose = loosen(&normal(word));
        let which = typed.iter().position(|typed| loose.starts_with(&loosen(&typed.surface)))?;
        let wanted = loosen(&typed.get(which)?.surface);
        let mut letters = 0;
        let end = word.char_indices().find_map(|(at, c)| {
            letters += c.to_lowercase().map(loose_letter).filter(|c| c.is_alphanumeric()).count();
            (letters >= wanted.chars().count()).then_some(at + c.len_utf8())
        });
        Some((place.start..place.start + end.unwrap_or(word.len()), which))
    };
    words(title).filter_map(mark).collect()
}
