//! Splitting a text into words, the same way for entries, questions and passages.
use std::ops::Range;

/// The longest word, in letters, that is worth knowing; the rest of a longer one is cut off.
pub(crate) const LONGEST: usize = 40;

/// Where the words of a text are, in bytes.
///
/// A word is a run of letters and digits. An apostrophe between two letters stays inside (`об'єкт`), and so do soft
/// hyphens and stress marks, which the folding removes.
pub(crate) fn words(text: &str) -> impl Iterator<Item = Range<usize>> {
    let mut letters = text.char_indices().peekable();
    std::iter::from_fn(move || {
        let (start, first) = letters.by_ref().find(|(_, c)| c.is_alphanumeric())?;
        let mut end = start + first.len_utf8();
        while let Some(&(at, c)) = letters.peek() {
            if c.is_alphanumeric() || is_invisible(c) {
                end = at + c.len_utf8();
            } else if is_apostrophe(c) {
                let between = text.get(end..at).is_some_and(str::is_empty)
                    && text.get(..at).and_then(|t| t.chars().next_back()).is_some_and(char::is_alphabetic)
                    && text
                        .get(at + c.len_utf8()..)
                        .and_then(|t| t.chars().next())
                        .is_some_and(char::is_alphabetic);
                if !between {
                    break;
                }
                end = at + c.len_utf8();
            } else {
                break;
            }
            letters.next();
        }
        Some(start..end)
    })
}

/// The word as it is compared: folded, without apostrophes, stress marks and soft hyphens, not endlessly long.
pub(crate) fn normal(word: &str) -> String {
    let visible: String = word
        .chars()
        .filter(|c| !matches!(c, '\u{ad}' | '\u{300}' | '\u{301}' | '\u{200b}'..='\u{200d}'))
        .collect();
    let folded = kolo_words::fold_word(&visible);
    let short = folded.chars().filter(|c| !c.is_whitespace()).take(LONGEST).collect();
    super::letters::mend_lookalikes(short)
}

const fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{300}'..='\u{36f}' | '\u{200b}'..='\u{200d}')
}

const fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | 'ʼ' | '‘' | '`' | '´' | 'ʹ' | '＇')
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn split(text: &str) -> Vec<String> {
        words(text).map(|place| normal(&text[place])).collect()
    }

    #[test]
    fn an_apostrophe_stays_inside_a_word_and_out_of_its_normal_form() {
        assert_eq!(split("об’єднання 'сімʼя' комп'ютер"), ["обєднання", "сімя", "компютер"]);
        assert_eq!(split("rock 'n' roll"), ["rock", "n", "roll"]);
    }

    #[test]
    fn stress_marks_and_soft_hyphens_do_not_break_words() {
        assert_eq!(
            split("допомо\u{301}га биб\u{ad}лиотека и\u{306}од"),
            ["допомога", "библиотека", "йод"]
        );
    }

    #[test]
    fn punctuation_and_hyphens_part_words() {
        assert_eq!(
            split("онлайн-курс, 16:00—18:00 (тел. 112)!"),
            ["онлайн", "курс", "16", "00", "18", "00", "тел", "112"]
        );
        assert_eq!(split("Ёлка ЕЛКА"), ["елка", "елка"]);
    }

    proptest! {
        #[test]
        fn every_place_is_a_word_of_the_text(text in "\\PC{0,60}") {
            let mut last = 0;
            for place in words(&text) {
                prop_assert!(place.start >= last && place.end > place.start);
                prop_assert!(text.get(place.clone()).is_some());
                last = place.end;
            }
        }
    }
}
