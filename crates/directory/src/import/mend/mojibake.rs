//! Letters that were read with the wrong code page once, put right.
//!
//! A text is touched only when what comes out is plainly what was meant: whole texts that turn into valid UTF-8, or the few
//! sequences that nobody writes on purpose.
use encoding_rs::{Encoding, WINDOWS_1251, WINDOWS_1252};

/// The characters of code page 437 (and of 850, where it differs in this range) for the bytes 0x80 to 0xBF.
const DOS: [&str; 64] = [
    "Ç", "ü", "é", "â", "ä", "à", "å", "ç", "ê", "ë", "è", "ï", "î", "ì", "Ä", "Å", "É", "æ", "Æ", "ô", "ö", "ò", "û", "ù", "ÿ", "Ö", "Ü",
    "¢ø", "£", "¥Ø", "₧×", "ƒ", "á", "í", "ó", "ú", "ñ", "Ñ", "ª", "º", "¿", "⌐®", "¬", "½", "¼", "¡", "«", "»", "░", "▒", "▓", "│¦", "┤",
    "╡Á", "╢Â", "╖À", "╕©", "╣", "║", "╗", "╝", "╜¢", "╛", "┐",
];

/// The text as it was meant, when it was spoilt.
pub fn repaired(text: &str) -> Option<String> {
    if text.is_ascii() {
        return None;
    }
    whole(text, WINDOWS_1252, 1)
        .or_else(|| whole(text, WINDOWS_1251, 3))
        .or_else(|| pieces(text))
}

/// UTF-8 that was read as an old code page from beginning to end.
fn whole(text: &str, page: &'static Encoding, least: usize) -> Option<String> {
    let bytes = encoded(text, page)?;
    let meant = String::from_utf8(bytes).ok()?;
    let letters = meant.chars().filter(|c| !c.is_ascii()).count();
    // Cyrillic letters that happen to be valid as something else become Latin ones; what was really spoilt becomes Cyrillic.
    let is_meant = |c: char| {
        c.is_ascii()
            || if least > 1 {
                matches!(c, '\u{400}'..='\u{4ff}' | '«' | '»' | '\u{a0}' | '№' | '\u{2010}'..='\u{2044}')
            } else {
                is_plausible(c)
            }
    };
    (letters >= least && meant.chars().all(is_meant)).then_some(meant)
}

/// The bytes of a text in a code page; the five holes of Windows-1252 stand for themselves, as browsers write them.
fn encoded(text: &str, page: &'static Encoding) -> Option<Vec<u8>> {
    let (bytes, _, has_gaps) = page.encode(text);
    (!has_gaps).then(|| bytes.into_owned())
}

fn is_plausible(c: char) -> bool {
    matches!(c, '\u{a0}'..='\u{17f}' | '\u{400}'..='\u{4ff}' | '\u{2010}'..='\u{2044}' | '€' | '™' | '№' | '→' | '\u{2002}'..='\u{200a}')
}

/// Spoilt sequences in a text that is otherwise sound.
fn pieces(text: &str) -> Option<String> {
    let has_dos_marks = text.contains("GÇ") || text.contains("ΓÇ") || text.contains("ÔÇ");
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    let mut is_changed = false;
    let mut before = None;
    while let Some(c) = rest.chars().next() {
        let found = punctuation(rest)
            .or_else(|| latin(rest))
            .or_else(|| dos_letter(rest, before, has_dos_marks));
        if let Some((meant, length)) = found {
            out.push(meant);
            rest = rest.get(length..).unwrap_or_default();
            before = Some(meant);
            is_changed = true;
        } else {
            out.push(c);
            rest = rest.get(c.len_utf8()..).unwrap_or_default();
            before = Some(c);
        }
    }
    is_changed.then_some(out)
}

fn dos_byte(c: char) -> Option<u8> {
    DOS.iter()
        .position(|chars| chars.contains(c))
        .and_then(|at| u8::try_from(at).ok())
        .map(|at| 0x80 + at)
}

/// `GÇÖ` for ’: the bytes E2 80 xx in a DOS code page, the first of them often flattened to a G.
fn punctuation(rest: &str) -> Option<(char, usize)> {
    let after = rest
        .strip_prefix("GÇ")
        .or_else(|| rest.strip_prefix("ΓÇ"))
        .or_else(|| rest.strip_prefix("ÔÇ"))?;
    let last = after.chars().next()?;
    let meant = decoded(&[0xe2, 0x80, dos_byte(last)?])?;
    Some((meant, rest.len() - after.len() + last.len_utf8()))
}

/// `â€™` for ’ and `Ã©` for é: UTF-8 in Windows-1252.
fn latin(rest: &str) -> Option<(char, usize)> {
    let mut chars = rest.chars();
    let first = chars.next()?;
    let count = match first {
        'Â' | 'Ã' | 'Ð' | 'Ñ' => 2,
        'â' => 3,
        _ => return None,
    };
    let some: String = rest.chars().take(count).collect();
    let bytes = encoded(&some, WINDOWS_1252)?;
    let meant = decoded(&bytes).filter(|c| is_plausible(*c))?;
    Some((meant, some.len()))
}

/// `+í` for á: the bytes C3 xx in a DOS code page, flattened. Only after a letter, where nobody adds.
fn dos_letter(rest: &str, before: Option<char>, has_marks: bool) -> Option<(char, usize)> {
    let mut chars = rest.chars();
    let first = chars.next()?;
    let second = chars.next()?;
    let length = first.len_utf8() + second.len_utf8();
    match first {
        '+' if before.is_some_and(char::is_alphabetic) => {
            let next = chars.next();
            let meant = match second {
                // ó and ñ became the same; before a vowel it was an ñ.
                '¦' if next.is_some_and(|c| "aeiouáéíóú".contains(c.to_ascii_lowercase())) => 'ñ',
                '¦' => 'ó',
                '¬' => 'é',
                other => decoded(&[0xc3, dos_byte(other)?])?,
            };
            meant.is_alphabetic().then_some((meant, length))
        }
        // A space that does not break.
        '-' if has_marks && second == 'á' => Some((' ', length)),
        _ => None,
    }
}

fn decoded(bytes: &[u8]) -> Option<char> {
    std::str::from_utf8(bytes).ok()?.chars().next()
}

#[cfg(test)]
mod tests {
    use super::repaired;
    use proptest::prelude::*;

    #[test]
    fn spoilt_letters_are_put_right() {
        let cases = [
            ("childrenGÇÖs GÇ£GrowthGÇ¥ 9amGÇô5pm", "children’s “Growth” 9am–5pm"),
            ("Espa+¦ol, informaci+¦n, c+íncer, fa+ºade", "Español, información, cáncer, façade"),
            ("itâ€™s cafÃ© — fine", "it’s café — fine"),
            ("ÐŸÐ¾Ð¼Ð¾Ñ‰ÑŒ", "Помощь"),
            ("РџРѕРјРѕС‰СЊ РґРµС‚СЏРј", "Помощь детям"),
            ("ΓÇó one", "• one"),
        ];
        for (spoilt, meant) in cases {
            assert_eq!(repaired(spoilt).as_deref(), Some(meant), "{spoilt}");
        }
    }

    #[test]
    fn sound_texts_are_left_alone() {
        let sound = [
            "Рівне",
            "Рі",
            "Помощь семьям",
            "Қазақ тілінде көмек",
            "«Café» – à la carte",
            "Комп’ютер",
            "a+b",
            "5+½",
            "Übung № 1",
            "ЄДРПОУ",
            "Ñandú",
            "Århus",
            "Сіль, Рідня, Різдво",
        ];
        for text in sound {
            assert_eq!(repaired(text), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn no_text_makes_it_stumble(text in "\\PC{0,60}") {
            let _ = repaired(&text);
        }

        #[test]
        fn cyrillic_words_are_never_touched(text in "[А-Яа-яЁёІіЇїЄєҐґӘәҒғҚқҢңӨөҰұҮүҺһ ,.–«»’-]{0,60}") {
            prop_assert_eq!(repaired(&text), None);
        }
    }
}
