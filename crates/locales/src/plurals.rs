//! Which plural forms a language has, by CLDR.

/// How a number chooses: "three services", or "the third service".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Cardinal,
    Ordinal,
}

const ALL: [&str; 6] = ["zero", "one", "two", "few", "many", "other"];

/// Whether `word` names a plural form in any language.
pub(crate) fn is_category(word: &str) -> bool {
    ALL.contains(&word)
}

/// The forms a message in `language` must have when a number chooses among its variants.
pub(crate) fn needed(language: &str, kind: Kind) -> &'static [&'static str] {
    match (language, kind) {
        ("ru" | "uk", Kind::Cardinal) => &["one", "few", "many", "other"],
        (_, Kind::Cardinal) => &["one", "other"],
        ("en", Kind::Ordinal) => &["one", "two", "few", "other"],
        ("uk", Kind::Ordinal) => &["few", "other"],
        ("kk", Kind::Ordinal) => &["many", "other"],
        (_, Kind::Ordinal) => &["other"],
    }
}
