//! The languages of the interface.
use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// A language Kolo speaks. Content may be written in any of them; spoken languages of a service are ISO 639 codes, not this.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Lang {
    En,
    Kk,
    Ru,
    Uk,
}

impl Lang {
    /// Every language, in the order in which switches show them.
    pub const ALL: [Self; 4] = [Self::Uk, Self::Ru, Self::Kk, Self::En];

    /// The ISO 639-1 code.
    pub const fn code(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Kk => "kk",
            Self::Ru => "ru",
            Self::Uk => "uk",
        }
    }

    /// How speakers call their language.
    pub const fn own_name(self) -> &'static str {
        match self {
            Self::En => "English",
            Self::Kk => "Қазақша",
            Self::Ru => "Русский",
            Self::Uk => "Українська",
        }
    }

    /// The languages a reader of this one is likely to understand, nearest first.
    pub const fn fallbacks(self) -> [Self; 3] {
        match self {
            Self::En => [Self::Uk, Self::Ru, Self::Kk],
            Self::Kk => [Self::Ru, Self::En, Self::Uk],
            Self::Ru => [Self::Uk, Self::Kk, Self::En],
            Self::Uk => [Self::Ru, Self::En, Self::Kk],
        }
    }

    /// The best of our languages for an `Accept-Language` header, if any fits.
    pub fn accepted(header: &str) -> Option<Self> {
        let mut best: Option<(Self, f32)> = None;
        for part in header.split(',').take(32) {
            let mut pieces = part.split(';');
            let Some(lang) = pieces
                .next()
                .and_then(|tag| tag.trim().split('-').next())
                .and_then(|tag| tag.parse().ok())
            else {
                continue;
            };
            let quality = pieces
                .find_map(|p| p.trim().strip_prefix("q=").and_then(|q| q.parse::<f32>().ok()))
                .unwrap_or(1.0);
            if quality > 0.0 && best.is_none_or(|(_, q)| quality > q) {
                best = Some((lang, quality));
            }
        }
        best.map(|(lang, _)| lang)
    }
}

impl fmt::Display for Lang {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

/// The text is not the code of a language Kolo speaks.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not one of en, kk, ru, uk")]
pub struct UnknownLang(pub String);

impl FromStr for Lang {
    type Err = UnknownLang;
    fn from_str(code: &str) -> Result<Self, Self::Err> {
        Self::ALL
            .into_iter()
            .find(|lang| lang.code().eq_ignore_ascii_case(code))
            .ok_or_else(|| UnknownLang(code.chars().take(20).collect()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_header_is_read_by_quality_and_not_by_order() {
        assert_eq!(Lang::accepted("de, en;q=0.5, uk-UA;q=0.9"), Some(Lang::Uk));
        assert_eq!(Lang::accepted("kk"), Some(Lang::Kk));
        assert_eq!(Lang::accepted("ru;q=0, en;q=0.1"), Some(Lang::En));
        assert_eq!(Lang::accepted("de,fr"), None);
    }
}
