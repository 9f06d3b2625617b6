//! Concepts: phrases that mean the same in all languages, recognised in a question by the stems of their words.
use super::analysis::{Forms, is_stop_word, words};
use kolo_platform::search::Concept;
use std::collections::{BTreeSet, HashMap};

/// Longer phrases are recognised in a question, but nobody writes them so in an entry: they are not looked for.
const LONGEST_ALTERNATIVE: usize = 3;

/// A concept, ready to be looked for.
#[derive(Clone, Debug, Default)]
pub(super) struct Known {
    pub(super) key: String,
    pub(super) facet: Option<(String, String)>,
    /// Other ways to say it, as loose words.
    pub(super) alternatives: Vec<Vec<String>>,
}

/// All concepts that were learnt.
#[derive(Debug, Default)]
pub(super) struct Concepts {
    known: Vec<Known>,
    /// Loose word → the phrases it is in, and their concepts.
    phrases: HashMap<String, Vec<(Vec<String>, usize)>>,
}

impl Concepts {
    pub(super) fn learn(concepts: Vec<Concept>) -> Self {
        let mut learnt = Self::default();
        for (place, concept) in concepts.into_iter().enumerate() {
            let mut alternatives = BTreeSet::new();
            for (lang, phrase) in &concept.phrases {
                let forms: Vec<_> = words(phrase).map(|word| Forms::of(&phrase[word], *lang)).collect();
                let telling: Vec<_> = forms
                    .iter()
                    .filter(|f| !is_stop_word(&f.surface))
                    .map(|f| f.loose.clone())
                    .collect();
                let phrase = if telling.is_empty() {
                    forms.into_iter().map(|f| f.loose).collect()
                } else {
                    telling
                };
                for word in phrase.iter().collect::<BTreeSet<_>>() {
                    learnt.phrases.entry(word.clone()).or_default().push((phrase.clone(), place));
                }
                if (1..=LONGEST_ALTERNATIVE).contains(&phrase.len()) {
                    alternatives.insert(phrase);
                }
            }
            let alternatives = alternatives.into_iter().collect();
            learnt.known.push(Known {
                key: concept.key,
                facet: concept.facet,
                alternatives,
            });
        }
        learnt
    }

    /// The longest phrase that these words begin with, each given in all its loose forms: how many words it takes, and
    /// the concepts it may mean. The order of its words does not matter: people say «муж бьёт» and «бьёт муж».
    pub(super) fn at(&self, words: &[&[String]]) -> Option<(usize, Vec<&Known>)> {
        let phrases = words.first()?.iter().filter_map(|first| self.phrases.get(first)).flatten();
        let mut longest = 0;
        let mut meant = BTreeSet::new();
        for (phrase, place) in phrases {
            if phrase.len() < longest || !words.get(..phrase.len()).is_some_and(|words| says(words, phrase)) {
                continue;
            }
            if phrase.len() > longest {
                longest = phrase.len();
                meant.clear();
            }
            meant.insert(*place);
        }
        (longest > 0).then(|| (longest, meant.into_iter().filter_map(|place| self.known.get(place)).collect()))
    }
}

/// Whether the words are those of the phrase, in any order.
fn says(words: &[&[String]], phrase: &[String]) -> bool {
    phrase.iter().all(|word| words.iter().any(|forms| forms.contains(word)))
        && words.iter().all(|forms| forms.iter().any(|form| phrase.contains(form)))
}
