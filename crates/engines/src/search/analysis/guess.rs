//! Which languages a question may be in: its letters say some, the page says the rest.
use kolo_words::Lang;

/// The languages by which the words of a question are stemmed, likeliest first; never empty.
///
/// A question of a few words is rarely certain: `центр` is a word of three languages. The letters that one language
/// alone has narrow it down; the language of the page always remains possible.
pub(crate) fn languages(question: &str, page: Lang) -> Vec<Lang> {
    let has = |letters: &str| question.chars().flat_map(char::to_lowercase).any(|c| letters.contains(c));
    let kazakh = has("әғқңөұүһ");
    let ukrainian = has("їєґ");
    let either = has("і");
    let russian = has("ыэёъ");
    let mut languages = match (kazakh, ukrainian, either, russian) {
        (true, true, ..) => vec![Lang::Kk, Lang::Uk],
        (true, false, ..) => vec![Lang::Kk],
        (false, true, ..) => vec![Lang::Uk, Lang::Ru],
        (false, false, true, true) => vec![Lang::Kk, Lang::Uk, Lang::Ru],
        (false, false, true, false) => vec![Lang::Uk, Lang::Kk, Lang::Ru],
        (false, false, false, _) => vec![Lang::Ru, Lang::Uk, Lang::Kk],
    };
    if page != Lang::En {
        if let Some(place) = languages.iter().position(|l| *l == page) {
            languages.remove(place);
            languages.insert(0, page);
        } else {
            languages.push(page);
        }
    }
    languages
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_of_one_language_decide() {
        assert_eq!(languages("жұмыс іздеймін", Lang::Ru), [Lang::Kk, Lang::Ru]);
        assert_eq!(languages("їжа", Lang::Uk), [Lang::Uk, Lang::Ru]);
        assert_eq!(languages("житло", Lang::Uk), [Lang::Uk, Lang::Ru, Lang::Kk]);
        assert_eq!(languages("выплаты", Lang::Kk), [Lang::Kk, Lang::Ru, Lang::Uk]);
        assert_eq!(languages("ісіңізді шешу жолы", Lang::En).first(), Some(&Lang::Kk));
        assert_eq!(languages("legal aid", Lang::En), [Lang::Ru, Lang::Uk, Lang::Kk]);
    }
}
