//! Folding: what two spellings of the same word have in common, for columns that are searched by equality or prefix.
use unicode_normalization::UnicodeNormalization;

/// NFKC, lower case, ё→е, every apostrophe one apostrophe, runs of white space one space.
///
/// Ukrainian і/ї/ґ and Kazakh letters are kept: they part words. SQLite folds ASCII only, so this is done here, once.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    let mut gap = false;
    for c in text.nfkc().flat_map(char::to_lowercase) {
        if c.is_whitespace() {
            gap = !folded.is_empty();
            continue;
        }
        if gap {
            folded.push(' ');
            gap = false;
        }
        folded.push(fold_char(c));
    }
    folded
}

/// [`fold`] for a single word, without apostrophes: `комп’ютер` and `комп'ютер` and `компютер` are one.
pub fn fold_word(word: &str) -> String {
    fold(word).chars().filter(|c| *c != '\'').collect()
}

const fn fold_char(c: char) -> char {
    match c {
        'ё' => 'е',
        '’' | 'ʼ' | '‘' | '`' | 'ʹ' | '＇' | '´' => '\'',
        '‐' | '‑' | '‒' | '–' | '—' => '-',
        c => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn spellings_meet() {
        assert_eq!(fold("  Ёлка  И\u{a0}ОБ’ЄКТ "), "елка и об'єкт");
        assert_eq!(fold("Қазақстан ҰЛТТЫҚ Һ"), "қазақстан ұлттық һ");
        assert_eq!(fold_word("Комп’ютер"), fold_word("компʼютер"));
        assert_ne!(fold("їжа"), fold("іжа"));
    }

    proptest! {
        #[test]
        fn folding_twice_is_folding_once(text in "\\PC{0,40}") {
            prop_assert_eq!(fold(&fold(&text)), fold(&text));
        }
    }
}
