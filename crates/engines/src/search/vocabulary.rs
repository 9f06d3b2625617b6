//! The index's own words: which exist, how a beginning goes on, what a misspelt one was meant to be.
use super::analysis::{Script, loosen, other_keyboards, script};
use super::concepts::Concepts;
use super::meaning::{Meaning, Word};
use super::schema::Fields;
use kolo_platform::search::Question;
use std::collections::HashMap;
use tantivy::query::FuzzyTermQuery;
use tantivy::schema::Field;
use tantivy::{Searcher, Term};

/// A beginning of fewer letters could become anything.
const SHORTEST_BEGINNING: usize = 3;
/// Of a common beginning, so many words are looked at in each segment …
const LOOKED_AT: usize = 2_000;
/// … and so many of the most frequent are taken.
const TAKEN: usize = 16;
/// A correction that is offered although something was found must be so much more frequent than the word itself.
const MORE_FREQUENT: u64 = 20;

/// The words of the index.
#[derive(Clone, Copy)]
pub(super) struct Vocabulary<'a> {
    pub(super) searcher: &'a Searcher,
    pub(super) fields: &'a Fields,
}

impl Vocabulary<'_> {
    /// How many entries have a word in any of its loose forms, at most.
    fn frequency(&self, word: &Word) -> tantivy::Result<u64> {
        let mut most = 0;
        for loose in &word.loose {
            most = most.max(self.searcher.doc_freq(&Term::from_field_text(self.fields.loose, loose))?);
        }
        Ok(most)
    }

    /// The terms of those loose words that any entry has.
    pub(super) fn existing(&self, loose: &[String]) -> tantivy::Result<Vec<Term>> {
        let mut existing = Vec::with_capacity(loose.len());
        for word in loose {
            let term = Term::from_field_text(self.fields.loose, word);
            if self.searcher.doc_freq(&term)? > 0 {
                existing.push(term);
            }
        }
        Ok(existing)
    }

    /// Whether any entry has the word.
    pub(super) fn is_known(&self, word: &Word) -> tantivy::Result<bool> {
        Ok(self.frequency(word)? > 0)
    }

    fn are_known(&self, words: &[Word]) -> tantivy::Result<bool> {
        for word in words {
            if !self.is_known(word)? {
                return Ok(false);
            }
        }
        Ok(true)
    }

    /// The most frequent words with this beginning.
    pub(super) fn endings(&self, beginning: &str) -> tantivy::Result<Vec<String>> {
        if beginning.chars().count() < SHORTEST_BEGINNING {
            return Ok(Vec::new());
        }
        let mut known = HashMap::new();
        let after = format!("{beginning}\u{10ffff}");
        for segment in self.searcher.segment_readers() {
            let index = segment.inverted_index(self.fields.surface)?;
            let mut stream = index.terms().range().ge(beginning).lt(&after).into_stream()?;
            for _ in 0..LOOKED_AT {
                let Some((term, found)) = stream.next() else { break };
                *known.entry(String::from_utf8_lossy(term).into_owned()).or_insert(0) += u64::from(found.doc_freq);
            }
        }
        let mut known: Vec<(String, u64)> = known.into_iter().collect();
        known.sort_unstable_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
        known.truncate(TAKEN);
        Ok(known.into_iter().map(|(word, _)| word).collect())
    }

    /// The question with its misspelt words corrected, if a correction is known.
    ///
    /// `found`: whether the question found something as it is. Then only a word that is much rarer than its correction is
    /// touched.
    pub(super) fn corrected(
        &self,
        question: &Question,
        meaning: &Meaning,
        concepts: &Concepts,
        found: bool,
    ) -> tantivy::Result<Option<String>> {
        if !found && let Some(text) = self.other_keyboard(question, meaning, concepts)? {
            return Ok(Some(text));
        }
        let mut text = String::new();
        let mut at = 0;
        for word in &meaning.words {
            let frequency = self.frequency(word)?;
            if frequency > if found { 2 } else { 0 } {
                continue;
            }
            let Some((correction, correct)) = self.correction(word)? else {
                continue;
            };
            if found && correct < frequency.max(1) * MORE_FREQUENT {
                continue;
            }
            text.push_str(meaning.text.get(at..word.place.start).unwrap_or_default());
            text.push_str(&correction);
            at = word.place.end;
        }
        if at == 0 {
            return Ok(None);
        }
        text.push_str(meaning.text.get(at..).unwrap_or_default());
        Ok(Some(text))
    }

    /// The question as it would read had the keyboard been switched; only if all its words then exist.
    fn other_keyboard(&self, question: &Question, meaning: &Meaning, concepts: &Concepts) -> tantivy::Result<Option<String>> {
        for text in other_keyboards(&meaning.text).into_iter().flatten() {
            let other = Meaning::of(question, &text, concepts);
            if !other.is_blank() && self.are_known(&other.words)? {
                return Ok(Some(text));
            }
        }
        Ok(None)
    }

    /// The most frequent of the words nearest to a misspelt one, and how frequent it is.
    fn correction(&self, word: &Word) -> tantivy::Result<Option<(String, u64)>> {
        if script(&word.surface) == Script::Other {
            return Ok(None);
        }
        let letters = word.surface.chars().count();
        let distances = 1..=match letters {
            0..4 => 0,
            4..8 => 1,
            _ => 2,
        };
        for distance in distances {
            if let Some(found) = self.nearest(self.fields.surface, &word.surface, distance)? {
                return Ok(Some(found));
            }
            // The vocabulary may have the word in another form: then its stem is corrected and its ending kept.
            for stem in word.stems.iter().filter(|stem| stem.chars().count() >= 4) {
                let Some(ending) = word.surface.strip_prefix(stem.as_str()) else {
                    continue;
                };
                if let Some((found, frequency)) = self.nearest(self.fields.stem, stem, distance)? {
                    return Ok(Some((format!("{found}{ending}"), frequency)));
                }
            }
        }
        Ok(None)
    }

    fn nearest(&self, field: Field, word: &str, distance: u8) -> tantivy::Result<Option<(String, u64)>> {
        let query = FuzzyTermQuery::new(Term::from_field_text(field, word), distance, true);
        let mut known: HashMap<String, u64> = HashMap::new();
        for segment in self.searcher.segment_readers() {
            let index = segment.inverted_index(field)?;
            let mut stream = index.terms().search(query.automaton()?).into_stream()?;
            while let Some((term, found)) = stream.next() {
                *known.entry(String::from_utf8_lossy(term).into_owned()).or_default() += u64::from(found.doc_freq);
            }
        }
        known.remove(word);
        // People rarely mistake the first letter; among the rest the frequent word is the likely one.
        let first = word.chars().next();
        let likelihood = |(known, frequency): &(String, u64)| (known.chars().next() == first, *frequency);
        Ok(known
            .into_iter()
            .max_by(|a, b| likelihood(a).cmp(&likelihood(b)).then_with(|| b.0.cmp(&a.0))))
    }

    /// The beginnings nearest to a misspelt one.
    pub(super) fn near_beginnings(&self, beginning: &str) -> tantivy::Result<Vec<String>> {
        let letters = beginning.chars().count();
        if letters < 4 || script(beginning) == Script::Other {
            return Ok(Vec::new());
        }
        let query = FuzzyTermQuery::new_prefix(Term::from_field_text(self.fields.surface, beginning), 1, true);
        let mut known: HashMap<String, u64> = HashMap::new();
        for segment in self.searcher.segment_readers() {
            let index = segment.inverted_index(self.fields.surface)?;
            let mut stream = index.terms().search(query.automaton()?).into_stream()?;
            for _ in 0..LOOKED_AT {
                let Some((term, found)) = stream.next() else { break };
                let word = String::from_utf8_lossy(term);
                let near: String = loosen(&word).chars().take(letters + 1).collect();
                *known.entry(near).or_default() += u64::from(found.doc_freq);
            }
        }
        let mut known: Vec<_> = known.into_iter().collect();
        known.sort_unstable_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
        known.truncate(TAKEN);
        Ok(known.into_iter().map(|(word, _)| word).collect())
    }
}
