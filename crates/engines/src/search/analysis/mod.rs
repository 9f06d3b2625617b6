//! The analysis of words, one for entries, questions and passages: split, fold, stem, loosen.
//!
//! Every word is known in three forms. The *surface* is what was written, folded. The *stem* is what its inflected forms
//! share, by the grammar of its language. The *loose* form is the stem with letters that are easily mixed up made one.
//! Words that share a surface share a stem, words that share a stem share the loose form: looking by the loose form
//! finds everything, and the other two say how well it fits.
mod guess;
mod kazakh;
mod kazakh_words;
mod letters;
mod split;
mod stop;

pub(crate) use guess::languages;
pub(crate) use letters::{Script, loose_letter, loosen, other_keyboards, script};
pub(crate) use split::{normal, words};
pub(crate) use stop::{is_stop_word, is_weak};

use frostem::{Algorithm, Stemmer};
use kolo_words::Lang;
use std::borrow::Cow;
use std::collections::HashMap;
use std::fmt;
use std::sync::LazyLock;

/// A word in its three forms.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Forms {
    pub(crate) surface: String,
    pub(crate) stem: String,
    pub(crate) loose: String,
}

impl Forms {
    /// The forms of a word as it stands in a text.
    pub(crate) fn of(word: &str, lang: Lang) -> Self {
        let surface = normal(word);
        let stem = stem(&surface, lang);
        let loose = loosen(&stem);
        Self { surface, stem, loose }
    }
}

struct Stemmers {
    russian: Stemmer,
    ukrainian: Stemmer,
    english: Stemmer,
}

static STEMMERS: LazyLock<Stemmers> = LazyLock::new(|| Stemmers {
    russian: Stemmer::new(Algorithm::Russian),
    ukrainian: Stemmer::new(Algorithm::Ukrainian),
    english: Stemmer::new(Algorithm::English),
});

/// The stem of a normalised word. Latin words are English wherever they stand, Cyrillic words in an English text Russian.
pub(crate) fn stem(word: &str, lang: Lang) -> String {
    let stem = match (script(word), lang) {
        (Script::Other, _) => return word.to_owned(),
        (Script::Latin, _) => STEMMERS.english.stem(word).into_owned(),
        (Script::Cyrillic, Lang::Kk) => return kazakh::stem(word),
        (Script::Cyrillic, Lang::Uk) => STEMMERS.ukrainian.stem(&spelled(word, &UKRAINIAN_SPELLING)).into_owned(),
        (Script::Cyrillic, Lang::Ru | Lang::En) => STEMMERS.russian.stem(&spelled(word, &RUSSIAN_SPELLING)).into_owned(),
    };
    if stem.is_empty() { word.to_owned() } else { stem }
}

const UKRAINIAN_SPELLING: [(char, char); 3] = [('ы', 'и'), ('э', 'е'), ('ъ', 'ь')];
const RUSSIAN_SPELLING: [(char, char); 4] = [('і', 'и'), ('ї', 'и'), ('є', 'е'), ('ґ', 'г')];

/// A word spelled with the letters of a neighbouring language, respelled so that the stemmer knows its ending.
fn spelled<'a>(word: &'a str, letters: &[(char, char)]) -> Cow<'a, str> {
    let own = |c| letters.iter().find(|(foreign, _)| *foreign == c).map(|(_, own)| *own);
    if word.chars().all(|c| own(c).is_none()) {
        return Cow::Borrowed(word);
    }
    Cow::Owned(word.chars().map(|c| own(c).unwrap_or(c)).collect())
}

/// Remembers the forms of common words while many entries are taken in: a text repeats itself.
#[derive(Default)]
pub(crate) struct Memory(HashMap<Lang, HashMap<String, Forms>>);

/// Words remembered per language; enough for nine words in ten of a running text.
const REMEMBERED: usize = 10_000;

impl Memory {
    pub(crate) fn forms(&mut self, word: &str, lang: Lang) -> Forms {
        let known = self.0.entry(lang).or_default();
        if let Some(forms) = known.get(word) {
            return forms.clone();
        }
        if known.len() >= REMEMBERED {
            known.clear();
        }
        let forms = Forms::of(word, lang);
        known.insert(word.to_owned(), forms.clone());
        forms
    }
}

impl fmt::Debug for Memory {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Memory of {} words", self.0.values().map(HashMap::len).sum::<usize>())
    }
}

#[cfg(test)]
mod tests;
