//! Sorting as each language's dictionary does: ґ after г, ә after а, not at the end of the alphabet.
use crate::Lang;
use icu_collator::options::{CollatorOptions, Strength};
use icu_collator::{Collator, CollatorBorrowed, CollatorPreferences};
use icu_locale_core::locale;
use std::cmp::Ordering;

/// Compares texts in the order of a language's alphabet. Building one costs little; build it once a list.
#[derive(Debug)]
pub struct Collation(CollatorBorrowed<'static>);

impl Collation {
    pub fn of(lang: Lang) -> Self {
        let locale = match lang {
            Lang::En => locale!("en"),
            Lang::Kk => locale!("kk"),
            Lang::Ru => locale!("ru"),
            Lang::Uk => locale!("uk"),
        };
        let mut options = CollatorOptions::default();
        options.strength = Some(Strength::Tertiary);
        let preferences = CollatorPreferences::from(locale);
        let collator =
            Collator::try_new(preferences, options).unwrap_or_else(|error| unreachable!("the collation data is compiled in: {error}"));
        Self(collator)
    }

    pub fn compare(&self, a: &str, b: &str) -> Ordering {
        self.0.compare(a, b)
    }
}

/// The letter under which a text stands in an A-Z list: its first letter in upper case, `#` for anything else.
pub fn initial(text: &str) -> char {
    text.chars()
        .find(|c| c.is_alphanumeric())
        .filter(|c| c.is_alphabetic())
        .and_then(|c| c.to_uppercase().next())
        .map_or('#', |c| if c == 'Ё' { 'Е' } else { c })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sorted(lang: Lang, words: &str) -> String {
        let mut words: Vec<_> = words.split(' ').collect();
        let collation = Collation::of(lang);
        words.sort_by(|a, b| collation.compare(a, b));
        words.join(" ")
    }

    #[test]
    fn every_alphabet_keeps_its_own_order() {
        assert_eq!(
            sorted(Lang::Uk, "їжак ґава гай івент єнот еней дім йод"),
            "гай ґава дім еней єнот івент їжак йод"
        );
        assert_eq!(
            sorted(Lang::Kk, "ірі үй ұл ой өмір ңа нан қол кел ғылым гүл әке ата һ хат"),
            "ата әке гүл ғылым кел қол нан ңа ой өмір ұл үй хат һ ірі"
        );
        assert_eq!(sorted(Lang::Ru, "ёж яма елка жук"), "ёж елка жук яма");
    }

    #[test]
    fn lists_stand_under_a_letter_or_a_hash() {
        assert_eq!(initial("«Әлем»"), 'Ә');
        assert_eq!(initial("ёлка"), 'Е');
        assert_eq!(initial("112"), '#');
    }
}
