//! Concepts: phrases that mean the same in all languages, recognised in a question by the stems of their words.
use super::analysis::{Forms, is_stop_word, words};
use kolo_platform::search::Concept;
use std::collections::{BTreeSet, HashMap};

/// Longer phrases are recognised in a question, but nobody writes them so in an entry: they are not looked for.
const LONGEST_ALTERNATIVE: usize = 3;

/// So many concepts above a concept are looked at.
const DEEPEST: usize = 4;

/// A concept, ready to be looked for.
#[derive(Clone, Debug, Default)]
pub(super) struct Known {
    pub(super) key: String,
    pub(super) facet: Option<(String, String)>,
    /// The facets of the wider concepts.
    pub(super) broader: Vec<(String, String)>,
    /// Other ways to say it, as loose words.
    pub(super) alternatives: Vec<Vec<String>>,
}

/// All concepts that were learnt.
#[derive(Debug, Default)]
pub(super) struct Concepts {
    known: Vec<Known>,
    /// Loose word → the phrases it is in, and their concepts.
    phrases: HashMap<String, Vec<(Vec<String>, usize)>>,
    /// Every word of the phrases as it is written.
    surfaces: BTreeSet<String>,
}

impl Concepts {
    pub(super) fn learn(concepts: Vec<Concept>) -> Self {
        let mut learnt = Self::default();
        let wider: HashMap<_, _> = concepts
            .iter()
            .map(|c| (c.key.clone(), (c.broader.clone(), c.facet.clone())))
            .collect();
        for (place, concept) in concepts.into_iter().enumerate() {
            let mut alternatives = BTreeSet::new();
            for (lang, phrase) in &concept.phrases {
                let forms: Vec<_> = words(phrase).map(|word| Forms::of(&phrase[word], *lang)).collect();
                learnt.surfaces.extend(forms.iter().map(|f| f.surface.clone()));
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
            let mut broader = Vec::new();
            let mut above = concept.broader;
            for _ in 0..DEEPEST {
                let Some((next, facet)) = above.as_ref().and_then(|key| wider.get(key)) else {
                    break;
                };
                broader.extend(facet.clone());
                above.clone_from(next);
            }
            learnt.known.push(Known {
                key: concept.key,
                facet: concept.facet,
                broader,
                alternatives,
            });
        }
        learnt
    }

    /// The word of a phrase nearest to a misspelt one.
    pub(super) fn nearest(&self, word: &str, distance: usize) -> Option<&str> {
        let typed: Vec<char> = word.chars().collect();
        let near = |known: &&String| {
            let known: Vec<char> = known.chars().collect();
            known.len().abs_diff(typed.len()) <= distance && slips(&typed, &known) <= distance
        };
        let found = self.surfaces.iter().filter(|known| known.as_str() != word).filter(near);
        let best = found.max_by_key(|known| known.chars().next() == typed.first().copied());
        best.map(String::as_str)
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

/// How many letters were left out, put in, swapped or mistaken between two words.
fn slips(a: &[char], b: &[char]) -> usize {
    let mut rows: [Vec<usize>; 3] = [Vec::new(), Vec::new(), (0..=b.len()).collect()];
    for (i, x) in a.iter().enumerate() {
        rows.rotate_left(1);
        let [oldest, last, row] = &mut rows;
        row.clear();
        row.push(i + 1);
        for (j, y) in b.iter().enumerate() {
            let cell = |row: &[usize], place: usize| row.get(place).copied().unwrap_or(usize::MAX - 1);
            let mut least = (cell(last, j) + usize::from(x != y))
                .min(cell(last, j + 1) + 1)
                .min(cell(row, j) + 1);
            if i > 0 && j > 0 && a.get(i - 1) == Some(y) && b.get(j - 1) == Some(x) {
                least = least.min(cell(oldest, j - 1) + 1);
            }
            row.push(least);
        }
    }
    rows[2].last().copied().unwrap_or(a.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slips_are_counted_as_people_make_them() {
        for (typed, meant, count) in [
            ("наркоманія", "наркоманія", 0),
            ("норкоманія", "наркоманія", 1),
            ("наркоманя", "наркоманія", 1),
            ("юирст", "юрист", 1),
            ("спати", "стати", 1),
            ("дім", "ліс", 2),
            ("", "дім", 3),
        ] {
            let letters = |word: &str| word.chars().collect::<Vec<_>>();
            assert_eq!(slips(&letters(typed), &letters(meant)), count, "{typed}");
        }
    }
}
