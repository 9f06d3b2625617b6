//! Letters: which script a word is in, which letters look or sound alike, which key they share on the keyboard.

/// The script of a word, as far as stemming cares.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Script {
    Cyrillic,
    Latin,
    /// Digits, mixtures, any other script: such words are not stemmed.
    Other,
}

/// The script of a folded word.
pub(crate) fn script(word: &str) -> Script {
    let mut cyrillic = false;
    let mut latin = false;
    for c in word.chars() {
        match c {
            'а'..='я' | 'ѐ'..='ӿ' => cyrillic = true,
            'a'..='z' | 'à'..='ÿ' => latin = true,
            _ => return Script::Other,
        }
    }
    match (cyrillic, latin) {
        (true, false) => Script::Cyrillic,
        (false, true) => Script::Latin,
        _ => Script::Other,
    }
}

/// Latin letters inside a Cyrillic word are slips of the keyboard: a Latin `i` in `дiти` is the commonest.
pub(crate) fn mend_lookalikes(word: String) -> String {
    let cyrillic = word.chars().any(|c| matches!(c, 'а'..='я' | 'ѐ'..='ӿ'));
    if !cyrillic || !word.chars().any(|c| c.is_ascii_lowercase()) {
        return word;
    }
    let mended = |c| match c {
        'a' => 'а',
        'c' => 'с',
        'e' => 'е',
        'h' => 'һ',
        'i' => 'і',
        'k' => 'к',
        'm' => 'м',
        'o' => 'о',
        'p' => 'р',
        't' => 'т',
        'x' => 'х',
        'y' => 'у',
        c => c,
    };
    word.chars().map(mended).collect()
}

/// The loose spelling: letters that are mixed up while typing, or missing on the keyboard at hand, become one.
///
/// і, ї, ы and и; ґ, ғ and г; є, э and е; and the Kazakh letters typed on a Russian keyboard (қ as к, ә as а …).
pub(crate) fn loosen(word: &str) -> String {
    word.chars().map(loose_letter).collect()
}

pub(crate) const fn loose_letter(c: char) -> char {
    match c {
        'і' | 'ї' | 'ы' => 'и',
        'ґ' | 'ғ' => 'г',
        'є' | 'э' | 'ё' => 'е',
        'қ' => 'к',
        'ң' => 'н',
        'ө' => 'о',
        'ұ' | 'ү' => 'у',
        'ә' => 'а',
        'һ' => 'х',
        c => c,
    }
}

const LATIN_KEYS: &str = "qwertyuiop[]asdfghjkl;'zxcvbnm,.`";
const RUSSIAN_KEYS: &str = "йцукенгшщзхъфывапролджэячсмитьбюё";
const UKRAINIAN_KEYS: &str = "йцукенгшщзхїфівапролджєячсмитьбю'";

/// What the same keys would have written on a Russian and on a Ukrainian keyboard; `None` if the text is not Latin.
pub(crate) fn other_keyboards(text: &str) -> Option<[String; 2]> {
    let latin = text.chars().filter(char::is_ascii_alphabetic).count();
    if latin < 3 || text.chars().any(|c| c.is_alphabetic() && !c.is_ascii()) {
        return None;
    }
    let typed_on = |keys: &str| -> String {
        let key = |c: char| {
            let place = LATIN_KEYS.chars().position(|k| k == c.to_ascii_lowercase())?;
            keys.chars().nth(place)
        };
        text.chars().map(|c| key(c).unwrap_or(c)).collect()
    };
    Some([typed_on(RUSSIAN_KEYS), typed_on(UKRAINIAN_KEYS)])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_keyboards_have_the_same_number_of_keys() {
        assert_eq!(LATIN_KEYS.chars().count(), RUSSIAN_KEYS.chars().count());
        assert_eq!(LATIN_KEYS.chars().count(), UKRAINIAN_KEYS.chars().count());
    }

    #[test]
    fn a_forgotten_keyboard_switch_is_undone() {
        assert_eq!(other_keyboards("ghbdtn").map(|[ru, _]| ru).as_deref(), Some("привет"));
        assert_eq!(other_keyboards("ljgjvjuf ldk").map(|[_, uk]| uk).as_deref(), Some("допомога двл"));
        assert_eq!(other_keyboards("привет"), None);
        assert_eq!(other_keyboards("12"), None);
    }

    #[test]
    fn a_latin_letter_in_a_cyrillic_word_is_mended() {
        assert_eq!(mend_lookalikes("дiти".to_owned()), "діти");
        assert_eq!(mend_lookalikes("hsds".to_owned()), "hsds");
    }

    #[test]
    fn kazakh_typed_without_its_letters_is_the_same_loosely() {
        assert_eq!(loosen("қонақүй"), loosen("конакуй"));
        assert_eq!(loosen("жұмыс"), loosen("жумыс"));
        assert_eq!(loosen("їжа"), loosen("іжа"));
    }
}
