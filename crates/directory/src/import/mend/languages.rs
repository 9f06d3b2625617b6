//! Languages and countries by the names people give them.
use std::collections::HashMap;
use std::sync::LazyLock;

/// What somebody wrote about the languages spoken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Spoken {
    /// A language we know, by its code, and what was said of it: `limited`.
    Language { code: &'static str, name: String, note: String },
    /// Words that name no single language: `interpreters available`.
    Words(String),
}

const LANGUAGES: &[(&str, &str)] = &[
    ("am", "amharic"),
    ("ar", "arabic,арабский,арабська,араб"),
    ("ase", "american sign language,asl"),
    ("az", "azerbaijani,азербайджанский,азербайджанська"),
    ("be", "belarusian,белорусский,білоруська"),
    ("bg", "bulgarian,болгарский,болгарська"),
    ("bn", "bengali,bangla"),
    ("bs", "bosnian"),
    ("ca", "catalan"),
    ("cs", "czech,чеська,чешский"),
    ("da", "danish"),
    ("de", "german,deutsch,немецкий,німецька,неміс"),
    ("el", "greek,греческий,грецька"),
    ("en", "english,английский,англійська,ағылшын"),
    ("es", "spanish,español,испанский,іспанська"),
    ("et", "estonian"),
    ("fa", "farsi,persian,dari"),
    ("fi", "finnish"),
    ("fr", "french,français,французский,французька"),
    ("gu", "gujarati"),
    ("he", "hebrew,иврит,іврит"),
    ("hi", "hindi"),
    ("hr", "croatian"),
    ("ht", "creole,haitian creole,haitian,haitian-creole,kreyol"),
    ("hu", "hungarian,угорська,венгерский"),
    ("hy", "armenian,армянский,вірменська"),
    ("id", "indonesian"),
    ("it", "italian,итальянский,італійська"),
    ("ja", "japanese"),
    ("ka", "georgian,грузинский,грузинська"),
    ("kk", "kazakh,қазақ,қазақша,казахский,казахська"),
    ("km", "khmer,cambodian"),
    ("ko", "korean,корейский,корейська"),
    ("ku", "kurdish"),
    ("ky", "kyrgyz,киргизский,кыргызча"),
    ("lo", "lao,laotian"),
    ("lt", "lithuanian"),
    ("lv", "latvian"),
    ("mn", "mongolian"),
    ("my", "burmese"),
    ("ne", "nepali"),
    ("nl", "dutch"),
    ("no", "norwegian"),
    ("pa", "punjabi,panjabi"),
    ("pl", "polish,polski,польский,польська"),
    ("ps", "pashto"),
    ("pt", "portuguese,português"),
    ("ro", "romanian,moldovan,румынский,румунська,молдавский"),
    ("rom", "romani,romany,ромська,цыганский"),
    ("rsl", "russian sign language,русский жестовый,ржя"),
    ("ru", "russian,русский,російська,орыс,орысша"),
    ("sk", "slovak"),
    ("so", "somali"),
    ("sq", "albanian"),
    ("sr", "serbian"),
    ("sv", "swedish"),
    ("sw", "swahili"),
    ("ta", "tamil"),
    ("tg", "tajik,таджикский"),
    ("th", "thai"),
    ("ti", "tigrinya"),
    ("tl", "tagalog,filipino"),
    ("tr", "turkish,турецкий,турецька"),
    ("tt", "tatar,татарский,татарша"),
    ("ug", "uyghur,uighur,уйгурский,ұйғыр"),
    ("uk", "ukrainian,українська,украинский,украин"),
    ("ukl", "ukrainian sign language,українська жестова,ужм"),
    ("ur", "urdu"),
    ("uz", "uzbek,узбекский,узбецька,өзбек"),
    ("vi", "vietnamese"),
    ("yi", "yiddish,идиш,їдиш"),
    ("yo", "yoruba"),
    ("yue", "cantonese"),
    ("zh", "chinese,mandarin,китайский,китайська,қытай"),
];

static BY_NAME: LazyLock<HashMap<&'static str, &'static str>> = LazyLock::new(|| {
    LANGUAGES
        .iter()
        .flat_map(|(code, names)| names.split(',').map(move |name| (name, *code)))
        .collect()
});

/// The languages in a text: a list, or a sentence that names some.
pub fn spoken(raw: &str) -> Vec<Spoken> {
    // A sentence about several languages is kept as it is; its commas part nothing.
    if !raw.contains([',', ';', '/', '&', '\n'])
        && let Some(one) = language(raw)
    {
        return vec![one];
    }
    let pieces: Vec<&str> = raw
        .split(['\n', ',', ';', '/', '&'])
        .flat_map(|piece| piece.split(" and "))
        .map(clean)
        .filter(|piece| !piece.is_empty())
        .collect();
    if pieces.len() > 1 && pieces.iter().all(|piece| language(piece).is_some()) {
        return pieces.iter().filter_map(|piece| language(piece)).collect();
    }
    let mut found: Vec<Spoken> = raw
        .split(['\n', ';'])
        .flat_map(|piece| piece.split(". "))
        .flat_map(|piece| {
            let parts: Vec<&str> = piece.split([',', '/', '&']).map(clean).filter(|part| !part.is_empty()).collect();
            let is_list = parts.iter().any(|part| language(part).is_some());
            if is_list { parts } else { vec![clean(piece)] }
        })
        .filter(|piece| !piece.is_empty())
        .map(|piece| language(piece).unwrap_or_else(|| Spoken::Words(piece.to_owned())))
        .collect();
    found.dedup();
    found
}

fn clean(piece: &str) -> &str {
    let piece = piece.trim().trim_matches(['.', ',', ';', ':', '-', '"']).trim();
    piece.strip_prefix("and ").unwrap_or(piece).trim()
}

/// One language, perhaps with a word about it: `Spanish (limited)`, `limited Spanish`.
fn language(piece: &str) -> Option<Spoken> {
    let piece = clean(piece);
    if piece.contains([',', ';', '\n']) {
        return None;
    }
    let known = |name: &str| BY_NAME.get(name.trim().to_lowercase().trim_end_matches(" language")).copied();
    let found = |code, name: &str, note: &str| {
        Some(Spoken::Language {
            code,
            name: name.trim().to_owned(),
            note: note.trim().to_owned(),
        })
    };
    if let Some(code) = known(piece) {
        return found(code, piece, "");
    }
    if let Some((name, note)) = piece.strip_suffix(')').and_then(|piece| piece.split_once('('))
        && let Some(code) = known(name)
    {
        return found(code, name, note);
    }
    let words: Vec<&str> = piece.split_whitespace().collect();
    match words.as_slice() {
        [only] if only.len() == 2 => LANGUAGES
            .iter()
            .find(|(code, _)| code.eq_ignore_ascii_case(only))
            .and_then(|(code, _)| found(code, only, "")),
        [note, name] => known(name).and_then(|code| found(code, name, note)),
        [name, rest @ ..] if rest.len() <= 3 => known(name)
            .filter(|_| {
                rest.first().is_some_and(|word| {
                    word.eq_ignore_ascii_case("with") || word.eq_ignore_ascii_case("translators") || word.eq_ignore_ascii_case("only")
                })
            })
            .and_then(|code| found(code, name, &rest.join(" "))),
        _ => None,
    }
}

/// The ISO 3166-1 code of a country; nothing when the text names none we know.
pub fn country(raw: &str) -> Option<String> {
    const NAMES: &[(&str, &str)] = &[
        ("UA", "ukraine,україна,украина"),
        ("RU", "russia,russian federation,россия,российская федерация,росія"),
        ("KZ", "kazakhstan,қазақстан,казахстан"),
        ("US", "usa,united states,united states of america,u.s.a.,u.s.,сша"),
        ("GB", "uk,united kingdom,great britain,england,scotland,wales,northern ireland"),
        ("CA", "canada"),
        ("PL", "poland,polska,польща,польша"),
        ("MD", "moldova,молдова"),
        ("BY", "belarus,беларусь,білорусь"),
        ("GE", "georgia,грузия,грузія"),
        ("DE", "germany,deutschland,німеччина,германия"),
        ("RO", "romania,румунія"),
        ("KG", "kyrgyzstan,кыргызстан"),
        ("UZ", "uzbekistan,узбекистан"),
    ];
    const THREE: &[(&str, &str)] = &[
        ("UKR", "UA"),
        ("RUS", "RU"),
        ("KAZ", "KZ"),
        ("USA", "US"),
        ("GBR", "GB"),
        ("CAN", "CA"),
        ("POL", "PL"),
        ("MDA", "MD"),
        ("BLR", "BY"),
        ("DEU", "DE"),
        ("ROU", "RO"),
    ];
    let text = raw.trim();
    if text.eq_ignore_ascii_case("uk") {
        return Some("GB".to_owned());
    }
    if text.len() == 2 && text.chars().all(|c| c.is_ascii_alphabetic()) {
        return Some(text.to_ascii_uppercase());
    }
    if let Some((_, code)) = THREE.iter().find(|(three, _)| three.eq_ignore_ascii_case(text)) {
        return Some((*code).to_owned());
    }
    let lower = text.to_lowercase();
    NAMES
        .iter()
        .find(|(_, names)| names.split(',').any(|name| name == lower))
        .map(|(code, _)| (*code).to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn say(raw: &str) -> Vec<String> {
        let one = |spoken: Spoken| match spoken {
            Spoken::Language { code, note, .. } if note.is_empty() => code.to_owned(),
            Spoken::Language { code, note, .. } => format!("{code} ({note})"),
            Spoken::Words(words) => format!("“{words}”"),
        };
        spoken(raw).into_iter().map(one).collect()
    }

    #[test]
    fn free_words_about_languages_are_taken_apart() {
        let cases: [(&str, &[&str]); 12] = [
            ("Spanish", &["es"]),
            ("Haitian-Creole", &["ht"]),
            ("Spanish (limited)", &["es (limited)"]),
            ("limited Spanish", &["es (limited)"]),
            ("English and Spanish", &["en", "es"]),
            ("English,", &["en"]),
            ("Creole with translators as needed", &["“Creole with translators as needed”"]),
            (
                "Haitian Creole. Interpretation is also available for other languages.",
                &["ht", "“Interpretation is also available for other languages”"],
            ),
            (
                "Spanish\n\nOther languages available upon request",
                &["es", "“Other languages available upon request”"],
            ),
            ("Language line available", &["“Language line available”"]),
            ("українська, російська", &["uk", "ru"]),
            ("kk", &["kk"]),
        ];
        for (raw, read_as) in cases {
            assert_eq!(say(raw), read_as, "{raw}");
        }
    }

    #[test]
    fn countries_have_many_names() {
        for (raw, code) in [("US ", "US"), ("ukraine", "UA"), ("Қазақстан", "KZ"), ("UK", "GB"), ("usa", "US")] {
            assert_eq!(country(raw).as_deref(), Some(code));
        }
        assert_eq!(country("   "), None);
        assert_eq!(country("Atlantis"), None);
    }

    proptest! {
        #[test]
        fn no_text_makes_it_stumble(raw in "\\PC{0,60}") {
            let _ = (spoken(&raw), country(&raw));
        }
    }
}
