//! The index as the modules meet it: entries in, questions asked.
#![expect(clippy::unwrap_used, reason = "a test ends where it fails")]

mod finds;
mod guides;
mod loosens;
mod narrows;
mod suggests;
mod survives;

use kolo_engines::search::FullText;
use kolo_platform::search::{Answer, Change, Entry, Part, Question, SearchEngine};
use kolo_words::Lang;
use uuid::Uuid;

/// An id one can recognise.
const fn id(number: u128) -> Uuid {
    Uuid::from_u128(number)
}

/// A service with a name and a text in one language.
fn service(number: u128, lang: Lang, title: &str, body: &str) -> Entry {
    let mut entry = Entry::new("service", id(number))
        .text(lang, Part::Title, title)
        .text(lang, Part::Body, body);
    title.clone_into(&mut entry.sort_name);
    entry
}

/// An index with these entries.
fn index(entries: Vec<Entry>) -> FullText {
    let index = FullText::in_memory().unwrap();
    index.apply(entries.into_iter().map(Change::Put).collect(), 1).unwrap();
    index
}

/// A question of these words, asked on a page in this language, exactly as it is.
fn question(lang: Lang, words: &str) -> Question {
    Question {
        words: words.to_owned(),
        loosen: false,
        ..Question::new(lang)
    }
}

/// The ids an answer has, in order.
fn ids(answer: &Answer) -> Vec<u128> {
    answer.hits.iter().map(|hit| hit.id.as_u128()).collect()
}

/// What is found for these words, in order.
fn found(index: &FullText, lang: Lang, words: &str) -> Vec<u128> {
    ids(&index.ask(&question(lang, words)).unwrap())
}
