//! Weighing the best: how exactly, and in how telling a place, an entry has the words that were asked for.
//!
//! The first pass looks up loose words only, because it sees everything that matches. What came out on top is weighed
//! again by what the other fields know: the very form, the stem, the title. A handful of look-ups for a few hundred
//! entries, instead of many for every one.
use super::gather::Candidate;
use super::meaning::{Clause, Meaning, WEAKLY, Word};
use super::schema::{PARTS, letter};
use super::vocabulary::Vocabulary;
use kolo_platform::search::Part;
use std::collections::BTreeMap;
use tantivy::schema::{Field, IndexRecordOption};
use tantivy::{DocSet, Term};

/// So many of the best are weighed again.
pub(super) const WEIGHED: usize = 200;

const SURFACE: f64 = 0.35;
const STEM: f64 = 0.25;
/// For every word in the title, when all of them are.
const WHOLE_TITLE: f64 = 0.5;
/// What a synonym in the title weighs against the word itself there.
const SYNONYM_TITLE: f64 = 0.6;
/// For a title that is the question.
const EXACT_TITLE: f64 = 6.0;

const fn worth(part: Part) -> f64 {
    match part {
        Part::Title => 1.2,
        Part::Alternate => 0.9,
        Part::Keyword => 0.6,
        Part::Short => 0.3,
        Part::Body => 0.0,
    }
}

/// Puts the candidates into their final order.
pub(super) fn weigh(
    vocabulary: Vocabulary,
    meaning: &Meaning,
    boost: impl Fn(&Candidate) -> f64,
    best: &mut [Candidate],
) -> tantivy::Result<()> {
    let weighed = best.len().min(WEIGHED);
    let Some(best) = best.get_mut(..weighed) else { return Ok(()) };
    let mut by_segment: BTreeMap<u32, Vec<usize>> = BTreeMap::new();
    for (place, candidate) in best.iter().enumerate() {
        by_segment.entry(candidate.segment).or_default().push(place);
    }
    let mut gained = vec![0.0; weighed];
    for (segment, mut places) in by_segment {
        places.sort_by_key(|place| best.get(*place).map(|c| c.doc));
        let scale = Scale {
            vocabulary,
            segment,
            places: &places,
            best,
        };
        scale.weigh_words(meaning, &mut gained)?;
    }
    for (candidate, gain) in best.iter_mut().zip(&gained) {
        candidate.rank += gain * boost(candidate);
    }
    best.sort_unstable_by(|a, b| b.cmp(a));
    Ok(())
}

struct Scale<'a> {
    vocabulary: Vocabulary<'a>,
    segment: u32,
    /// Places in `best`, in the order of the documents.
    places: &'a [usize],
    best: &'a [Candidate],
}

impl Scale<'_> {
    fn weigh_words(&self, meaning: &Meaning, gained: &mut [f64]) -> tantivy::Result<()> {
        let fields = self.vocabulary.fields;
        let mut in_title = vec![0_usize; gained.len()];
        let mut rarity_of_all = 0.0;
        for clause in &meaning.clauses {
            let gains = self.weigh_clause(meaning, clause, &mut in_title)?;
            let share = if clause.is_weak { f64::from(WEAKLY) } else { 1.0 };
            for (gained, gain) in gained.iter_mut().zip(&gains) {
                *gained += gain * share;
            }
            rarity_of_all += meaning.rarity(self.vocabulary, clause)?.0;
        }
        for (gain, count) in gained.iter_mut().zip(&in_title) {
            if *count == meaning.words.len() {
                *gain += rarity_of_all * WHOLE_TITLE;
            }
        }
        for name in meaning.names() {
            for place in self.having(fields.name, &name)? {
                add(gained, place, EXACT_TITLE);
            }
        }
        Ok(())
    }

    fn weigh_clause(&self, meaning: &Meaning, clause: &Clause, in_title: &mut [usize]) -> tantivy::Result<Vec<f64>> {
        let mut gains = vec![0.0_f64; self.best.len()];
        for inner in &clause.inner {
            for (gain, inner) in gains.iter_mut().zip(self.weigh_clause(meaning, inner, in_title)?) {
                *gain += inner;
            }
        }
        if clause.inner.is_empty()
            && let Some(word) = meaning.words.get(clause.words.start)
        {
            let rarity = self.vocabulary.rarity(&word.loose)?;
            for ((gain, (worth, is_title)), count) in gains.iter_mut().zip(self.worths(word)?).zip(in_title) {
                *gain = rarity * worth;
                *count += usize::from(is_title);
            }
        }
        for concept in &clause.concepts {
            let most = meaning.most(self.vocabulary, clause, concept)?;
            for alternative in &concept.alternatives {
                self.weigh_alternative(alternative, most, &mut gains)?;
            }
        }
        Ok(gains)
    }

    /// What a word is worth to every candidate, and whether it stands in its title.
    fn worths(&self, word: &Word) -> tantivy::Result<Vec<(f64, bool)>> {
        let fields = self.vocabulary.fields;
        let mut worths = vec![(0.0_f64, false); self.best.len()];
        for part in PARTS {
            let Some(letter) = letter(part) else { continue };
            for loose in word.forms() {
                for place in self.having(fields.part, &format!("{letter}{loose}"))? {
                    if let Some((known, is_title)) = worths.get_mut(place) {
                        *known = known.max(worth(part));
                        *is_title |= part == Part::Title;
                    }
                }
            }
        }
        let mut exact = self.having(fields.surface, &word.surface)?;
        let mut stemmed = Vec::new();
        for stem in &word.stems {
            stemmed.extend(self.having(fields.stem, stem)?);
        }
        for (places, gain) in [(&mut exact, SURFACE), (&mut stemmed, STEM)] {
            places.sort_unstable();
            places.dedup();
            for place in places.iter() {
                if let Some((known, _)) = worths.get_mut(*place) {
                    *known += gain;
                }
            }
        }
        Ok(worths)
    }

    /// Another way to say it, in the title, is worth something where the words themselves are worth less.
    fn weigh_alternative(&self, alternative: &[String], most: f64, gains: &mut [f64]) -> tantivy::Result<()> {
        let fields = self.vocabulary.fields;
        let Some(letter) = letter(Part::Title) else { return Ok(()) };
        let mut having: Option<Vec<usize>> = None;
        let mut rarity = 0.0;
        for word in alternative {
            let places = self.having(fields.part, &format!("{letter}{word}"))?;
            having = Some(having.map_or_else(
                || places.clone(),
                |known| known.into_iter().filter(|place| places.contains(place)).collect(),
            ));
            if having.as_ref().is_some_and(Vec::is_empty) {
                return Ok(());
            }
            rarity += self.vocabulary.rarity(std::slice::from_ref(word))?;
        }
        for place in having.unwrap_or_default() {
            if let Some(gain) = gains.get_mut(place) {
                *gain = gain.max(rarity.min(most) * worth(Part::Title) * SYNONYM_TITLE);
            }
        }
        Ok(())
    }

    /// The places of the candidates that have a term.
    fn having(&self, field: Field, term: &str) -> tantivy::Result<Vec<usize>> {
        let index = self.vocabulary.searcher.segment_reader(self.segment).inverted_index(field)?;
        let Some(mut postings) = index.read_postings(&Term::from_field_text(field, term), IndexRecordOption::Basic)? else {
            return Ok(Vec::new());
        };
        let mut having = Vec::new();
        for place in self.places {
            let Some(candidate) = self.best.get(*place) else { continue };
            if postings.doc() < candidate.doc {
                postings.seek(candidate.doc);
            }
            if postings.doc() == candidate.doc {
                having.push(*place);
            }
        }
        Ok(having)
    }
}

fn add(gains: &mut [f64], place: usize, gain: f64) {
    if let Some(known) = gains.get_mut(place) {
        *known += gain;
    }
}
