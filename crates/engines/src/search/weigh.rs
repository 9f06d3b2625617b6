//! Weighing the best: how exactly, and in how telling a place, an entry has the words that were asked for.
//!
//! The first pass looks up loose words only, because it sees everything that matches. What came out on top is weighed
//! again by what the other fields know: the very form, the stem, the title. A handful of look-ups for a few hundred
//! entries, instead of many for every one.
use super::gather::Candidate;
use super::meaning::Meaning;
use super::schema::{Fields, letter};
use kolo_platform::search::Part;
use std::collections::BTreeMap;
use tantivy::schema::{Field, IndexRecordOption};
use tantivy::{DocSet, Searcher, Term};

/// So many of the best are weighed again.
pub(super) const WEIGHED: usize = 200;

const SURFACE: f64 = 0.35;
const STEM: f64 = 0.25;
/// For every word in the title, when all of them are.
const WHOLE_TITLE: f64 = 0.5;
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

const PARTS: [Part; 4] = [Part::Title, Part::Alternate, Part::Keyword, Part::Short];

/// Puts the candidates into their final order.
pub(super) fn weigh(
    searcher: &Searcher,
    fields: &Fields,
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
            searcher,
            segment,
            places: &places,
            best,
        };
        scale.weigh_words(fields, meaning, &mut gained)?;
    }
    for (candidate, gain) in best.iter_mut().zip(&gained) {
        candidate.rank += gain * boost(candidate);
    }
    best.sort_unstable_by(|a, b| b.cmp(a));
    Ok(())
}

struct Scale<'a> {
    searcher: &'a Searcher,
    segment: u32,
    /// Places in `best`, in the order of the documents.
    places: &'a [usize],
    best: &'a [Candidate],
}

impl Scale<'_> {
    fn weigh_words(&self, fields: &Fields, meaning: &Meaning, gained: &mut [f64]) -> tantivy::Result<()> {
        let mut in_title = vec![0_usize; gained.len()];
        let mut rarity_of_all = 0.0;
        for word in &meaning.words {
            let rarity = self.rarity(fields, &word.loose)?;
            rarity_of_all += rarity;
            let mut worths = vec![0.0_f64; gained.len()];
            for part in PARTS {
                let Some(letter) = letter(part) else { continue };
                for loose in &word.loose {
                    for place in self.having(fields.part, &format!("{letter}{loose}"))? {
                        if let Some(known) = worths.get_mut(place) {
                            *known = known.max(worth(part));
                        }
                    }
                }
            }
            for (count, known) in in_title.iter_mut().zip(&worths) {
                *count += usize::from(*known >= worth(Part::Title));
            }
            for place in self.having(fields.surface, &word.surface)? {
                add(&mut worths, place, SURFACE);
            }
            let mut stemmed: Vec<usize> = Vec::new();
            for stem in &word.stems {
                stemmed.extend(self.having(fields.stem, stem)?);
            }
            stemmed.sort_unstable();
            stemmed.dedup();
            for place in stemmed {
                add(&mut worths, place, STEM);
            }
            for (gain, known) in gained.iter_mut().zip(&worths) {
                *gain += rarity * known;
            }
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

    /// How telling a word is: a rare one says more.
    fn rarity(&self, fields: &Fields, loose: &[String]) -> tantivy::Result<f64> {
        let mut having = 0;
        for word in loose {
            having = having.max(self.searcher.doc_freq(&Term::from_field_text(fields.loose, word))?);
        }
        let all = self.searcher.segment_readers().iter().map(|s| u64::from(s.max_doc())).sum::<u64>();
        let (having, all) = (
            f64::from(u32::try_from(having).unwrap_or(u32::MAX)),
            f64::from(u32::try_from(all).unwrap_or(u32::MAX)),
        );
        Ok((1.0 + (all - having + 0.5) / (having + 0.5)).ln())
    }

    /// The places of the candidates that have a term.
    fn having(&self, field: Field, term: &str) -> tantivy::Result<Vec<usize>> {
        let index = self.searcher.segment_reader(self.segment).inverted_index(field)?;
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
