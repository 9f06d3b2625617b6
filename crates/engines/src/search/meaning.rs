//! What a question means: its words in all their forms, widened by the concepts in them, as a query.
use super::analysis::{Forms, is_stop_word, languages, words};
use super::concepts::{Concepts, Known};
use super::schema::facet_term;
use super::vocabulary::Vocabulary;
use kolo_platform::search::Question;
use kolo_words::Lang;
use std::collections::BTreeSet;
use tantivy::Term;
use tantivy::query::{BooleanQuery, BoostQuery, ConstScoreQuery, EmptyQuery, Query, TermQuery};
use tantivy::schema::IndexRecordOption;

/// More words than this are not a question but a text; the rest is passed over.
const MOST_WORDS: usize = 12;
/// So much of a question is read.
const LONGEST_QUESTION: usize = 400;
/// What a synonym weighs against the word itself.
const SYNONYM: f32 = 0.4;
/// What an entry gets for being tagged with the concept that was asked for.
const TAGGED: f32 = 2.0;

/// A word of a question.
#[derive(Clone, Debug)]
pub(super) struct Word {
    /// Where it stands in [`Meaning::text`], in bytes.
    pub(super) place: std::ops::Range<usize>,
    pub(super) surface: String,
    /// Its stems in all languages it may be of.
    pub(super) stems: Vec<String>,
    pub(super) loose: Vec<String>,
}

/// Words that are looked for together: one word, or the phrase of a concept.
#[derive(Clone, Debug)]
struct Clause {
    words: std::ops::Range<usize>,
    concepts: Vec<Known>,
}

/// A question, understood.
#[derive(Clone, Debug)]
pub(super) struct Meaning {
    pub(super) text: String,
    pub(super) languages: Vec<Lang>,
    /// The words that say something.
    pub(super) words: Vec<Word>,
    clauses: Vec<Clause>,
}

impl Meaning {
    pub(super) fn of(question: &Question, text: &str, concepts: &Concepts) -> Self {
        let text: String = text.chars().take(LONGEST_QUESTION).collect();
        let languages = languages(&text, question.lang);
        let all: Vec<_> = words(&text).filter_map(|place| word(&text, place, &languages)).collect();
        let mut telling: Vec<_> = all
            .iter()
            .filter(|word| !is_stop_word(&word.surface))
            .take(MOST_WORDS)
            .cloned()
            .collect();
        if telling.is_empty() {
            telling = all.into_iter().take(MOST_WORDS).collect();
        }
        let clauses = clauses(&telling, concepts);
        Self {
            text,
            languages,
            words: telling,
            clauses,
        }
    }

    /// Whether there is nothing to look up.
    pub(super) const fn is_blank(&self) -> bool {
        self.words.is_empty()
    }

    /// How many things are asked for.
    pub(super) const fn clauses(&self) -> usize {
        self.clauses.len()
    }

    /// Lets a word also be another, which is what it is the beginning of; whether that says anything new.
    pub(super) fn widen(&mut self, place: usize, other: &str) -> bool {
        let Some(word) = self.words.get_mut(place) else { return false };
        let before = word.loose.len();
        for lang in &self.languages {
            let loose = Forms::of(other, *lang).loose;
            if !word.loose.contains(&loose) {
                word.loose.push(loose);
            }
        }
        word.loose.len() > before
    }

    /// The keys of the concepts in the question.
    pub(super) fn concepts(&self) -> Vec<String> {
        let keys: BTreeSet<_> = self.clauses.iter().flat_map(|c| &c.concepts).map(|c| c.key.clone()).collect();
        keys.into_iter().collect()
    }

    /// The loose words that are to be marked where they are found.
    pub(super) fn marks(&self) -> BTreeSet<&str> {
        let own = self.words.iter().flat_map(|word| &word.loose);
        let others = self
            .clauses
            .iter()
            .flat_map(|c| &c.concepts)
            .flat_map(|c| &c.alternatives)
            .flatten();
        own.chain(others).map(String::as_str).collect()
    }

    /// What a title must be as a whole to be exactly what was asked for.
    pub(super) fn names(&self) -> BTreeSet<String> {
        let forms = (0..self.languages.len()).map(|place| {
            let chosen = |word: &Word| word.loose.get(place.min(word.loose.len().saturating_sub(1))).cloned();
            self.words.iter().filter_map(chosen).collect::<Vec<_>>().join(" ")
        });
        forms.collect()
    }

    /// Entries with at least `least` of the things asked for.
    pub(super) fn query(&self, vocabulary: &Vocabulary, least: usize) -> tantivy::Result<Box<dyn Query>> {
        let clauses = self.clauses.iter().map(|clause| self.clause(vocabulary, clause));
        let mut clauses = clauses.collect::<tantivy::Result<Vec<_>>>()?;
        if clauses.len() == 1 {
            return Ok(clauses.swap_remove(0));
        }
        Ok(if least >= clauses.len() {
            Box::new(BooleanQuery::intersection(clauses))
        } else {
            Box::new(BooleanQuery::union_with_minimum_required_clauses(clauses, least.max(1)))
        })
    }

    fn clause(&self, vocabulary: &Vocabulary, clause: &Clause) -> tantivy::Result<Box<dyn Query>> {
        let words = self.words.get(clause.words.clone()).unwrap_or_default();
        let mut own = Vec::new();
        for word in words {
            own.push(vocabulary.existing(&word.loose)?);
        }
        // Single words are looked up together: that is much faster than one by one among the phrases.
        let mut single = Vec::new();
        let mut ways: Vec<Box<dyn Query>> = Vec::new();
        match own.as_slice() {
            [word] => single.extend(word.iter().map(|term| looked_up(term.clone()))),
            words if words.iter().all(|word| !word.is_empty()) => ways.push(all_of(words.iter().map(|word| any_of(word)).collect())),
            _ => (),
        }
        for concept in &clause.concepts {
            if let Some((dimension, value)) = &concept.facet {
                let tagged = exactly(Term::from_field_text(vocabulary.fields.facet, &facet_term(dimension, value)));
                ways.push(Box::new(ConstScoreQuery::new(tagged, TAGGED)));
            }
            for alternative in &concept.alternatives {
                let terms = vocabulary.existing(alternative)?;
                if terms.len() < alternative.len() {
                    continue;
                }
                let phrase = all_of(terms.into_iter().map(looked_up).collect());
                let phrase = Box::new(BoostQuery::new(phrase, SYNONYM));
                if alternative.len() == 1 {
                    single.push(phrase);
                } else {
                    ways.push(phrase);
                }
            }
        }
        if !single.is_empty() {
            ways.push(one_of(single));
        }
        Ok(one_of(ways))
    }
}

fn word(text: &str, place: std::ops::Range<usize>, languages: &[Lang]) -> Option<Word> {
    let written = text.get(place.clone())?;
    let mut word = Word {
        place,
        surface: String::new(),
        stems: Vec::new(),
        loose: Vec::new(),
    };
    for lang in languages {
        let forms = Forms::of(written, *lang);
        word.surface = forms.surface;
        if !word.stems.contains(&forms.stem) {
            word.stems.push(forms.stem);
        }
        if !word.loose.contains(&forms.loose) {
            word.loose.push(forms.loose);
        }
    }
    (!word.surface.is_empty()).then_some(word)
}

fn clauses(words: &[Word], concepts: &Concepts) -> Vec<Clause> {
    let forms: Vec<&[String]> = words.iter().map(|word| word.loose.as_slice()).collect();
    let mut clauses = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let (length, meant) = concepts.at(forms.get(at..).unwrap_or_default()).unwrap_or((1, Vec::new()));
        clauses.push(Clause {
            words: at..at + length,
            concepts: meant.into_iter().cloned().collect(),
        });
        at += length;
    }
    clauses
}

/// Entries with any of these terms.
pub(super) fn any_of(terms: &[Term]) -> Box<dyn Query> {
    one_of(terms.iter().cloned().map(looked_up).collect())
}

fn one_of(mut queries: Vec<Box<dyn Query>>) -> Box<dyn Query> {
    match queries.len() {
        0 => Box::new(EmptyQuery),
        1 => queries.swap_remove(0),
        _ => Box::new(BooleanQuery::union(queries)),
    }
}

fn all_of(mut queries: Vec<Box<dyn Query>>) -> Box<dyn Query> {
    if queries.len() == 1 {
        queries.swap_remove(0)
    } else {
        Box::new(BooleanQuery::intersection(queries))
    }
}

/// Entries with this word, scored by how much it says there.
fn looked_up(term: Term) -> Box<dyn Query> {
    Box::new(TermQuery::new(term, IndexRecordOption::WithFreqs))
}

/// Entries with this very term.
pub(super) fn exactly(term: Term) -> Box<dyn Query> {
    Box::new(TermQuery::new(term, IndexRecordOption::Basic))
}
