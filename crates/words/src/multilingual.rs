//! Content in several languages: one text a language, with an honest fallback.
use crate::Lang;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A text in one or more languages. Blank translations do not exist: they are dropped on the way in.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Multilingual(BTreeMap<Lang, String>);

impl Multilingual {
    /// A text in one language; an empty one when `text` is blank.
    pub fn one(lang: Lang, text: impl Into<String>) -> Self {
        let mut new = Self::default();
        new.set(lang, text);
        new
    }

    /// Puts `text` in place for `lang`; a blank text removes the translation.
    pub fn set(&mut self, lang: Lang, text: impl Into<String>) {
        let text = text.into();
        if text.trim().is_empty() {
            self.0.remove(&lang);
        } else {
            self.0.insert(lang, text.trim().to_owned());
        }
    }

    /// Exactly this language, without fallback.
    pub fn get(&self, lang: Lang) -> Option<&str> {
        self.0.get(&lang).map(String::as_str)
    }

    /// The text for a reader of `lang` and the language it is really in; `None` only when there is no text at all.
    pub fn best(&self, lang: Lang) -> Option<(Lang, &str)> {
        std::iter::once(lang)
            .chain(lang.fallbacks())
            .find_map(|l| self.get(l).map(|text| (l, text)))
    }

    /// The text for a reader of `lang`, or an empty string.
    pub fn say(&self, lang: Lang) -> &str {
        self.best(lang).map_or("", |(_, text)| text)
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Every translation, by language.
    pub fn iter(&self) -> impl Iterator<Item = (Lang, &str)> {
        self.0.iter().map(|(lang, text)| (*lang, text.as_str()))
    }
}

impl FromIterator<(Lang, String)> for Multilingual {
    fn from_iter<I: IntoIterator<Item = (Lang, String)>>(texts: I) -> Self {
        let mut new = Self::default();
        for (lang, text) in texts {
            new.set(lang, text);
        }
        new
    }
}

impl<'de> Deserialize<'de> for Multilingual {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        BTreeMap::<Lang, String>::deserialize(deserializer).map(|texts| texts.into_iter().collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reader_gets_the_nearest_language_and_is_told_which() {
        let text = Multilingual::one(Lang::Ru, "Помощь");
        assert_eq!(text.best(Lang::Kk), Some((Lang::Ru, "Помощь")));
        assert_eq!(text.best(Lang::Ru), Some((Lang::Ru, "Помощь")));
        assert_eq!(Multilingual::default().best(Lang::En), None);
    }

    #[test]
    fn blank_translations_do_not_exist() {
        let mut text = Multilingual::one(Lang::Uk, " Поміч ");
        text.set(Lang::En, "  ");
        assert_eq!(text.iter().collect::<Vec<_>>(), [(Lang::Uk, "Поміч")]);
    }
}
