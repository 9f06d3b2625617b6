//! A light stemmer for Kazakh, which no stemming library knows.
//!
//! Kazakh says with suffixes what others say with prepositions, and sets them one behind the other: кітапхана-лар-ымыз-да
//! "in our libraries". Two laws make them recognisable: a suffix is chosen by the sound before it (қала-ға, мектеп-ке,
//! заң-нан), and its vowels are front or back as the last syllable is. So a suffix is taken off only where it could have
//! been put on.
//!
//! Suffixes are taken off until none fits. A word and its inflected forms meet because what is left after the true
//! suffix is the word itself, to which the same happens. What must not fall off is in [`super::kazakh_words`].
//! Suffixes that turn the meaning round (-сыз "without", the negation -ма) and the first and second person (-м, -ң), which
//! look like parts of nouns too often (білім, қалам), stay on.
use super::kazakh_words::{CONTRACTED, WHOLE};
use std::collections::HashMap;
use std::sync::LazyLock;

/// After which sounds a suffix stands: bits of the classes below.
type Sounds = u8;

const VOWEL: Sounds = 1;
/// м н ң
const NASAL: Sounds = 2;
/// з ж
const BUZZING: Sounds = 4;
/// л
const LATERAL: Sounds = 8;
/// р й, and у и at the end of a syllable
const GLIDE: Sounds = 16;
/// п к қ т с ш …, and the final б в г д of foreign words, which are spoken so
const VOICELESS: Sounds = 32;
/// ы or і, of the possessive
const POSSESSIVE: Sounds = 64;

const CONSONANT: Sounds = NASAL | BUZZING | LATERAL | GLIDE | VOICELESS;
const VOICED: Sounds = VOWEL | NASAL | BUZZING | LATERAL | GLIDE;

/// Suffixes in pairs (back, front), the sounds they follow, and how many letters must be left.
const SUFFIXES: &[(&str, &str, Sounds, usize)] = &[
    // plural
    ("лар", "лер", VOWEL | GLIDE, 2),
    ("дар", "дер", NASAL | BUZZING | LATERAL, 2),
    ("тар", "тер", VOICELESS, 2),
    // my, your many things
    ("ларым", "лерім", VOWEL | GLIDE, 2),
    ("дарым", "дерім", NASAL | BUZZING | LATERAL, 2),
    ("тарым", "терім", VOICELESS, 2),
    ("ларың", "лерің", VOWEL | GLIDE, 2),
    ("дарың", "дерің", NASAL | BUZZING | LATERAL, 2),
    ("тарың", "терің", VOICELESS, 2),
    // of
    ("ның", "нің", VOWEL | NASAL, 2),
    ("дың", "дің", BUZZING | LATERAL | GLIDE, 2),
    ("тың", "тің", VOICELESS, 2),
    // to
    ("ға", "ге", VOICED, 2),
    ("қа", "ке", VOICELESS, 2),
    ("на", "не", POSSESSIVE, 3),
    // the object; -ды is also the past tense and "with"
    ("ны", "ні", VOWEL, 3),
    ("ды", "ді", NASAL | BUZZING | LATERAL | GLIDE, 3),
    ("ты", "ті", VOICELESS, 3),
    ("сын", "сін", VOWEL, 3),
    ("ын", "ін", CONSONANT, 4),
    // in, from, with
    ("да", "де", VOICED, 2),
    ("та", "те", VOICELESS, 2),
    ("нда", "нде", POSSESSIVE, 3),
    ("дан", "ден", VOWEL | BUZZING | LATERAL | GLIDE, 2),
    ("тан", "тен", VOICELESS, 2),
    ("нан", "нен", NASAL | POSSESSIVE, 2),
    ("мен", "мен", VOWEL | NASAL | LATERAL | GLIDE, 2),
    ("бен", "бен", BUZZING, 2),
    ("менен", "менен", VOWEL | NASAL | LATERAL | GLIDE, 2),
    ("пенен", "пенен", VOICELESS, 2),
    ("пен", "пен", VOICELESS, 2),
    // that is in
    ("дағы", "дегі", VOICED, 2),
    ("тағы", "тегі", VOICELESS, 2),
    ("ндағы", "ндегі", POSSESSIVE, 3),
    // his, our, your
    ("сы", "сі", VOWEL, 3),
    ("ы", "і", CONSONANT, 3),
    ("мыз", "міз", VOWEL, 3),
    ("ымыз", "іміз", CONSONANT, 2),
    ("ңыз", "ңіз", VOWEL, 3),
    ("ыңыз", "іңіз", CONSONANT, 2),
    // -hood, belonging to; having
    ("лық", "лік", VOWEL | GLIDE, 3),
    ("дық", "дік", NASAL | BUZZING | LATERAL, 3),
    ("тық", "тік", VOICELESS, 3),
    ("лы", "лі", VOWEL | GLIDE, 4),
    // verbs: to do, does, I do, who does, done, doing
    ("у", "у", CONSONANT | VOWEL, 3),
    ("ады", "еді", CONSONANT, 2),
    ("йды", "йді", VOWEL, 2),
    ("амын", "емін", CONSONANT, 2),
    ("ймын", "ймін", VOWEL, 3),
    ("атын", "етін", CONSONANT, 2),
    ("йтын", "йтін", VOWEL, 2),
    ("ған", "ген", VOICED, 3),
    ("қан", "кен", VOICELESS, 3),
    ("ып", "іп", CONSONANT, 3),
];

/// Two-letter words that are heard every day and take a possessive vowel: үйі "his house".
const SHORT: &[&str] = &["үй", "іс", "ел", "ер", "ән"];

#[derive(Debug)]
struct Suffix {
    text: &'static str,
    letters: usize,
    after: Sounds,
    left: usize,
    back: Option<bool>,
}

/// The suffixes by their last letter, longest first.
static BY_LAST: LazyLock<HashMap<char, Vec<Suffix>>> = LazyLock::new(|| {
    let mut by_last: HashMap<char, Vec<Suffix>> = HashMap::new();
    for (back, front, after, left) in SUFFIXES {
        let invariable = back == front;
        let both = if invariable {
            &[(*back, None)][..]
        } else {
            &[(*back, Some(true)), (*front, Some(false))][..]
        };
        for (text, back) in both {
            if let Some(last) = text.chars().next_back() {
                let suffix = Suffix {
                    text,
                    letters: text.chars().count(),
                    after: *after,
                    left: *left,
                    back: *back,
                };
                by_last.entry(last).or_default().push(suffix);
            }
        }
    }
    for suffixes in by_last.values_mut() {
        suffixes.sort_by_key(|s| std::cmp::Reverse(s.letters));
    }
    by_last
});

/// What the forms of a folded Kazakh word share. Never empty for a word that is not.
pub(super) fn stem(word: &str) -> String {
    let mut stem = word.to_owned();
    // The longest chain in use has seven suffixes.
    for _ in 0..8 {
        if WHOLE.contains(stem.as_str()) {
            break;
        }
        if let Some(whole) = CONTRACTED.get(stem.as_str()) {
            (*whole).clone_into(&mut stem);
            break;
        }
        let Some(left) = take_off(&stem) else { break };
        stem = unvoiced(left);
    }
    unvoiced(&stem)
}

/// The word without its last suffix: the one that leaves a known word, otherwise the longest.
fn take_off(word: &str) -> Option<&str> {
    let suffixes = BY_LAST.get(&word.chars().next_back()?)?;
    let mut longest = None;
    for left in suffixes.iter().filter_map(|suffix| suffix.off(word)) {
        if WHOLE.contains(left) || WHOLE.contains(unvoiced(left).as_str()) || CONTRACTED.contains_key(left) {
            return Some(left);
        }
        longest = longest.or(Some(left));
    }
    longest
}

impl Suffix {
    fn off<'a>(&self, word: &'a str) -> Option<&'a str> {
        let left = word.strip_suffix(self.text)?;
        let letters = left.chars().count();
        let enough = letters >= self.left || (self.letters == 1 && SHORT.contains(&left));
        let last = left.chars().next_back()?;
        let fits = enough && sounds(last) & self.after != 0 && left.chars().any(is_vowel);
        let harmonious = match (self.back, harmony(left)) {
            (Some(suffix), Some(stem)) => suffix == stem,
            _ => true,
        };
        (fits && harmonious).then_some(left)
    }
}

const fn sounds(letter: char) -> Sounds {
    match letter {
        'ы' | 'і' => VOWEL | POSSESSIVE,
        'а' | 'ә' | 'е' | 'ё' | 'о' | 'ө' | 'ұ' | 'ү' | 'э' | 'ю' | 'я' => VOWEL,
        'у' | 'и' => VOWEL | GLIDE,
        'м' | 'н' | 'ң' => NASAL,
        'з' | 'ж' => BUZZING,
        'л' => LATERAL,
        'р' | 'й' => GLIDE,
        'ь' => LATERAL | GLIDE,
        'п' | 'ф' | 'к' | 'қ' | 'т' | 'с' | 'ш' | 'щ' | 'ч' | 'ц' | 'х' | 'һ' | 'б' | 'в' | 'г' | 'ғ' | 'д' => VOICELESS,
        _ => 0,
    }
}

const fn is_vowel(letter: char) -> bool {
    sounds(letter) & VOWEL != 0
}

/// Whether the last syllable is back (`Some(true)`), front, or takes either, as у, и and many foreign words do.
fn harmony(word: &str) -> Option<bool> {
    if word.ends_with('ь') || word.ends_with("ог") || word.ends_with("иг") {
        return None;
    }
    match word.chars().rev().find(|c| is_vowel(*c))? {
        'а' | 'о' | 'ұ' | 'ы' | 'я' => Some(true),
        'ә' | 'е' | 'ө' | 'ү' | 'і' | 'э' => Some(false),
        _ => None,
    }
}

/// кітап, кітаб-ы: a final п к қ is voiced before a vowel; one spelling for both.
fn unvoiced(word: &str) -> String {
    let mut letters: Vec<char> = word.chars().collect();
    if let Some(last) = letters.last_mut() {
        *last = match *last {
            'б' => 'п',
            'г' => 'к',
            'ғ' => 'қ',
            other => other,
        };
    }
    letters.into_iter().collect()
}
