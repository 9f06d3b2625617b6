//! What a question means: its words in all their forms, widened by the concepts in them, as a query.
use super::analysis::{Forms, is_stop_word, is_weak, languages, words};
use super::concepts::{Concepts, Known};
use super::schema::facet_term;
use super::vocabulary::Vocabulary;
use kolo_platform::search::Question;
use kolo_words::Lang;
use std::collections::{BTreeMap, BTreeSet};
use tantivy::Term;
use tantivy::query::{BooleanQuery, BoostQuery, ConstScoreQuery, DisjunctionMaxQuery, EmptyQuery, Occur, Query, TermQuery};
use tantivy::schema::IndexRecordOption;

/// More words than this are not a question but a text; the rest is passed over.
const MOST_WORDS: usize = 12;
/// So much of a question is read.
const LONGEST_QUESTION: usize = 400;
/// What a synonym weighs against the word itself.
const SYNONYM: f32 = 0.4;
/// What a weak word weighs against another.
pub(super) const WEAKLY: f32 = 0.3;
/// What an entry gets for being tagged with the concept that was asked for.
const TAGGED: f32 = 2.0;
/// What it gets for being tagged with a wider one.
const BROADLY_TAGGED: f32 = 0.8;
/// So much more it gets if that is the first of its tags …
const FIRST: f32 = 0.35;
/// … and so much more if the concept was named by several words.
const TAGGED_BY_PHRASE: f32 = 2.0;

/// A word of a question.
#[derive(Clone, Debug)]
pub(super) struct Word {
    /// Where it stands in [`Meaning::text`], in bytes.
    pub(super) place: std::ops::Range<usize>,
    pub(super) surface: String,
    /// Its stems in all languages it may be of.
    pub(super) stems: Vec<String>,
    pub(super) loose: Vec<String>,
    /// What an abbreviated word is about: «контракт» of «соцконтракт».
    pub(super) rest: Option<String>,
    /// Says little: an entry need not have it.
    pub(super) is_weak: bool,
}

impl Word {
    /// Every loose form by which it is looked up.
    pub(super) fn forms(&self) -> impl Iterator<Item = &String> {
        self.loose.iter().chain(&self.rest)
    }
}

/// Words that are looked for together: one word, or the phrase of a concept.
#[derive(Clone, Debug)]
pub(super) struct Clause {
    pub(super) words: std::ops::Range<usize>,
    pub(super) concepts: Vec<Known>,
    /// The words of a phrase one by one, because an entry may have them so as well.
    pub(super) inner: Vec<Self>,
    /// It adds to the score of what the other clauses find, and finds nothing itself.
    pub(super) is_weak: bool,
}

/// A question, understood.
#[derive(Clone, Debug)]
pub(super) struct Meaning {
    pub(super) text: String,
    pub(super) languages: Vec<Lang>,
    /// The words that say something.
    pub(super) words: Vec<Word>,
    pub(super) clauses: Vec<Clause>,
    /// Whether wider concepts count, too.
    is_broad: bool,
    /// Whether it counts that a concept is mentioned in a long text.
    has_mentions: bool,
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
            is_broad: false,
            has_mentions: false,
        }
    }

    /// Whether there is nothing to look up.
    pub(super) const fn is_blank(&self) -> bool {
        self.words.is_empty()
    }

    /// How many things are asked for.
    pub(super) fn things(&self) -> usize {
        self.clauses.iter().filter(|clause| !clause.is_weak).count()
    }

    /// Whether a word is part of a concept: it is spelt right, whether any entry has it or not.
    pub(super) fn is_understood(&self, place: usize) -> bool {
        let clause = self.clauses.iter().find(|clause| clause.words.contains(&place));
        clause.is_some_and(|clause| !clause.concepts.is_empty())
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

    /// The keys of the concepts in the question by which entries are tagged.
    pub(super) fn concepts(&self) -> Vec<String> {
        let keys: BTreeSet<_> = self
            .clauses
            .iter()
            .flat_map(|c| &c.concepts)
            .filter(|c| c.facet.is_some())
            .map(|c| c.key.clone())
            .collect();
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

    /// Lets entries about a wider concept be found, too, and with `mentions` those that merely mention the concept;
    /// whether there is a concept.
    pub(super) fn broaden(&mut self, mentions: bool) -> bool {
        self.is_broad = true;
        self.has_mentions = mentions;
        self.clauses.iter().any(|clause| !clause.concepts.is_empty())
    }

    /// Entries with at least `least` of the things asked for.
    pub(super) fn query(&self, vocabulary: Vocabulary, least: usize) -> tantivy::Result<Box<dyn Query>> {
        self.of_clauses(vocabulary, &self.clauses, least)
    }

    fn of_clauses(&self, vocabulary: Vocabulary, clauses: &[Clause], least: usize) -> tantivy::Result<Box<dyn Query>> {
        let (mut strong, mut weak) = (Vec::new(), Vec::new());
        for clause in clauses {
            let query = self.clause(vocabulary, clause)?;
            if clause.is_weak { weak.push(query) } else { strong.push(query) }
        }
        let strong = if strong.is_empty() {
            all_of(std::mem::take(&mut weak))
        } else if least >= strong.len() {
            all_of(strong)
        } else {
            Box::new(BooleanQuery::union_with_minimum_required_clauses(strong, least.max(1)))
        };
        if weak.is_empty() {
            return Ok(strong);
        }
        let mut all = vec![(Occur::Must, strong)];
        let weakly = |query| -> Box<dyn Query> { Box::new(BoostQuery::new(query, WEAKLY)) };
        all.extend(weak.into_iter().map(|query| (Occur::Should, weakly(query))));
        Ok(Box::new(BooleanQuery::new(all)))
    }

    fn clause(&self, vocabulary: Vocabulary, clause: &Clause) -> tantivy::Result<Box<dyn Query>> {
        let mut ways = match self.words.get(clause.words.start) {
            Some(word) if clause.inner.is_empty() => vocabulary.existing(word.forms())?.into_iter().map(looked_up).collect(),
            _ => vec![self.of_clauses(vocabulary, &clause.inner, usize::MAX)?],
        };
        if clause.concepts.is_empty() {
            return Ok(one_of(ways));
        }
        for concept in &clause.concepts {
            let most = self.most(vocabulary, clause, concept)?;
            let shortly = concept.facet.is_some() && !self.has_mentions;
            for alternative in &concept.alternatives {
                if let Some((terms, rarity)) = vocabulary.saying(alternative, shortly)? {
                    // A synonym is not more telling than what was said, however rare it is.
                    #[expect(clippy::cast_possible_truncation, reason = "a weight is compared, not counted with")]
                    let share = if rarity > most { (most / rarity) as f32 } else { 1.0 };
                    let phrase = all_of(terms.into_iter().map(looked_up).collect());
                    ways.push(Box::new(BoostQuery::new(phrase, SYNONYM * share)));
                }
            }
        }
        // Only the best way of saying it counts: otherwise the entry with the most synonyms wins.
        let mut signs = if ways.len() > 1 {
            vec![Box::new(DisjunctionMaxQuery::new(ways)) as Box<dyn Query>]
        } else {
            ways
        };
        // The longer a phrase, the surer it is that the concept was meant.
        let sureness = if clause.inner.is_empty() { 1.0 } else { TAGGED_BY_PHRASE };
        for (facet, gain) in self.facets(clause) {
            for (field, gain) in [(vocabulary.fields.facet, gain), (vocabulary.fields.first, gain * FIRST)] {
                let term = Term::from_field_text(field, &facet);
                if vocabulary.searcher.doc_freq(&term)? > 0 {
                    signs.push(Box::new(ConstScoreQuery::new(exactly(term), gain * sureness)));
                }
            }
        }
        Ok(one_of(signs))
    }

    /// The facets of what a clause means, and what it is worth to be tagged with each.
    fn facets(&self, clause: &Clause) -> BTreeMap<String, f32> {
        let mut facets = BTreeMap::new();
        for concept in &clause.concepts {
            let broader = concept
                .broader
                .iter()
                .filter(|_| self.is_broad)
                .map(|facet| (facet, BROADLY_TAGGED));
            for ((dimension, value), gain) in concept.facet.iter().map(|facet| (facet, TAGGED)).chain(broader) {
                let known = facets.entry(facet_term(dimension, value)).or_insert(gain);
                *known = gain.max(*known);
            }
        }
        facets
    }

    /// How telling the words of a clause are, and whether there are entries with each of them.
    pub(super) fn rarity(&self, vocabulary: Vocabulary, clause: &Clause) -> tantivy::Result<(f64, bool)> {
        let (mut rarity, mut is_known) = (0.0, true);
        for word in self.words.get(clause.words.clone()).unwrap_or_default() {
            rarity += vocabulary.rarity(&word.loose)?;
            is_known &= vocabulary.is_known(word)?;
        }
        Ok((rarity, is_known))
    }

    /// How telling another way to say it may be at most: no more than the words themselves, and if no entry has them, no
    /// more than to be tagged with what they mean.
    pub(super) fn most(&self, vocabulary: Vocabulary, clause: &Clause, concept: &Known) -> tantivy::Result<f64> {
        let (rarity, is_known) = self.rarity(vocabulary, clause)?;
        let Some((dimension, value)) = concept.facet.as_ref().filter(|_| !is_known) else {
            return Ok(rarity);
        };
        let tagged = vocabulary
            .searcher
            .doc_freq(&Term::from_field_text(vocabulary.fields.facet, &facet_term(dimension, value)))?;
        Ok(if tagged > 0 {
            rarity.min(vocabulary.rarity_of(tagged))
        } else {
            rarity
        })
    }
}

fn word(text: &str, place: std::ops::Range<usize>, languages: &[Lang]) -> Option<Word> {
    let written = text.get(place.clone())?;
    let mut word = Word {
        place,
        surface: String::new(),
        stems: Vec::new(),
        loose: Vec::new(),
        rest: None,
        is_weak: false,
    };
    for lang in languages {
        let forms = Forms::of(written, *lang);
        word.is_weak |= is_weak(&forms, *lang);
        word.surface = forms.surface;
        if !word.stems.contains(&forms.stem) {
            word.stems.push(forms.stem);
        }
        if !word.loose.contains(&forms.loose) {
            word.loose.push(forms.loose);
        }
    }
    word.rest = rest(&word.surface).map(|rest| Forms::of(rest, languages.first().copied().unwrap_or(Lang::Ru)).loose);
    (!word.surface.is_empty()).then_some(word)
}

/// What is left of a word without its abbreviated beginning, if it has one: «соц-работник», «мед-помощь».
fn rest(word: &str) -> Option<&str> {
    const BEGINNINGS: [&str; 10] = ["соц", "гос", "мед", "псих", "юр", "дет", "спец", "проф", "мат", "інва"];
    let rest = BEGINNINGS.iter().find_map(|beginning| word.strip_prefix(beginning))?;
    (rest.chars().count() >= 4).then_some(rest)
}

fn known(found: Option<(usize, Vec<&Known>)>) -> Vec<Known> {
    found.map(|(_, meant)| meant.into_iter().cloned().collect()).unwrap_or_default()
}

fn clauses(words: &[Word], concepts: &Concepts) -> Vec<Clause> {
    let forms: Vec<&[String]> = words.iter().map(|word| word.loose.as_slice()).collect();
    let one = |at: usize| Clause {
        words: at..at + 1,
        concepts: known(concepts.at(forms.get(at..=at).unwrap_or_default())),
        inner: Vec::new(),
        is_weak: words.get(at).is_some_and(|word| word.is_weak),
    };
    let mut clauses = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let found = concepts.at(forms.get(at..).unwrap_or_default());
        let length = found.as_ref().map_or(1, |(length, _)| *length);
        clauses.push(if length == 1 {
            one(at)
        } else {
            Clause {
                words: at..at + length,
                concepts: known(found),
                inner: (at..at + length).map(one).collect(),
                is_weak: false,
            }
        });
        at += length;
    }
    if clauses.iter().all(|clause| clause.is_weak) {
        for clause in &mut clauses {
            clause.is_weak = false;
        }
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
    match queries.len() {
        0 => Box::new(EmptyQuery),
        1 => queries.swap_remove(0),
        _ => Box::new(BooleanQuery::intersection(queries)),
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
