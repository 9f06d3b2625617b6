//! The index's own words: which exist, how a beginning goes on, what a misspelt one was meant to be.
use super::analysis::{Script, loosen, other_keyboards, script};
use super::concepts::Concepts;
use super::meaning::{Meaning, Word};
use super::schema::{Fields, SHORTLY};
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
/// Shorter stems are not corrected.
const SHORTEST_STEM: usize = 5;
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
    pub(super) fn existing<'w>(&self, loose: impl IntoIterator<Item = &'w String>) -> tantivy::Result<Vec<Term>> {
        let mut existing = Vec::new();
        for word in loose {
            let term = Term::from_field_text(self.fields.loose, word);
            if self.searcher.doc_freq(&term)? > 0 {
                existing.push(term);
            }
        }
        Ok(existing)
    }

    /// How telling a word is, given in its loose forms: a rare one says more.
    pub(super) fn rarity(&self, loose: &[String]) -> tantivy::Result<f64> {
        let mut having = 0;
        for word in loose {
            having = having.max(self.searcher.doc_freq(&Term::from_field_text(self.fields.loose, word))?);
        }
        Ok(self.rarity_of(having))
    }

    /// How telling it is to be one of so many entries.
    pub(super) fn rarity_of(&self, having: u64) -> f64 {
        let all = self.searcher.segment_readers().iter().map(|s| u64::from(s.max_doc())).sum::<u64>();
        let (having, all) = (
            f64::from(u32::try_from(having).unwrap_or(u32::MAX)),
            f64::from(u32::try_from(all).unwrap_or(u32::MAX)),
        );
        (1.0 + (all - having + 0.5) / (having + 0.5)).ln()
    }

    /// Another way to say something, as terms that must all be there, and how telling it is; `None` if no entry says it so.
    ///
    /// `shortly`: only in a telling part. The words of a phrase scattered over a long text mean something else, and a mere
    /// mention of what belongs to a concept does not make an entry be about it.
    pub(super) fn saying(&self, words: &[String], shortly: bool) -> tantivy::Result<Option<(Vec<Term>, f64)>> {
        let mut terms = Vec::with_capacity(words.len());
        let mut rarity = 0.0;
        for word in words {
            let term = if shortly || words.len() > 1 {
                Term::from_field_text(self.fields.part, &format!("{SHORTLY}{word}"))
            } else {
                Term::from_field_text(self.fields.loose, word)
            };
            let having = self.searcher.doc_freq(&term)?;
            if having == 0 {
                return Ok(None);
            }
            rarity += self.rarity_of(having);
            terms.push(term);
        }
        Ok(Some((terms, rarity)))
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
        for (place, word) in meaning.words.iter().enumerate() {
            if word.is_weak || meaning.is_understood(place) {
                continue;
            }
            let frequency = self.frequency(word)?;
            if frequency > if found { 2 } else { 0 } {
                continue;
            }
            let Some((correction, correct)) = self.correction(word, concepts)? else {
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
    fn correction(&self, word: &Word, concepts: &Concepts) -> tantivy::Result<Option<(String, u64)>> {
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
            // No entry may have it, and yet it means something.
            if let Some(found) = concepts.nearest(&word.surface, usize::from(distance))
                && is_likely_slip(&word.surface, found)
            {
                return Ok(Some((found.to_owned(), MORE_FREQUENT)));
            }
            // The vocabulary may have the word in another form: then its stem is corrected and its ending kept. Only of a
            // long stem and with its first letter, because what comes out need not be a word.
            for stem in word.stems.iter().filter(|stem| stem.chars().count() >= SHORTEST_STEM) {
                let Some(ending) = word.surface.strip_prefix(stem.as_str()) else {
                    continue;
                };
                if let Some((found, frequency)) = self.nearest(self.fields.stem, stem, 1)?
                    && found.chars().next() == stem.chars().next()
                {
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
        known.retain(|known, _| is_likely_slip(word, known));
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

/// Whether somebody who meant the second word may have typed the first. In a short word letters are left out, doubled,
/// swapped, or one vowel stands for another; a consonant in place of another makes a different word («спати», «стати»).
fn is_likely_slip(typed: &str, meant: &str) -> bool {
    const VOWELS: &str = "аеёиоуыэюяіїєәөұүaeiouy";
    let (typed, meant): (Vec<char>, Vec<char>) = (typed.chars().collect(), meant.chars().collect());
    if typed == meant {
        return false;
    }
    if typed.len() > 5 || typed.len() != meant.len() {
        return true;
    }
    let mut different = typed.iter().zip(&meant).filter(|(a, b)| a != b);
    let (first, second) = (different.next(), different.next());
    second.is_some() || first.is_some_and(|(a, b)| VOWELS.contains(*a) && VOWELS.contains(*b))
}
