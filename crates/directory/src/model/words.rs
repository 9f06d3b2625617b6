//! Texts as columns: one JSON object a text, language → words.
use kolo_words::{Lang, Multilingual};
use sea_orm::FromJsonQueryResult;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::ops::Deref;

/// A text in several languages as a column holds it. Empty means "nothing was said"; the column itself is never null.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, FromJsonQueryResult)]
#[serde(transparent)]
pub struct Words(pub Multilingual);

impl Words {
    /// A text in one language; empty when `text` is blank.
    pub fn one(lang: Lang, text: impl Into<String>) -> Self {
        Self(Multilingual::one(lang, text))
    }

    /// The folded form of the text in `lang` (or the nearest language), for columns that are searched and sorted.
    pub fn folded(&self, lang: Lang) -> String {
        kolo_words::fold(self.say(lang))
    }
}

impl Deref for Words {
    type Target = Multilingual;
    fn deref(&self) -> &Multilingual {
        &self.0
    }
}

impl From<Multilingual> for Words {
    fn from(text: Multilingual) -> Self {
        Self(text)
    }
}

impl FromIterator<(Lang, String)> for Words {
    fn from_iter<I: IntoIterator<Item = (Lang, String)>>(texts: I) -> Self {
        Self(texts.into_iter().collect())
    }
}

/// Lists of words by language: the synonyms of a term, the questions people ask about it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, FromJsonQueryResult)]
#[serde(transparent)]
pub struct WordLists(pub BTreeMap<Lang, Vec<String>>);

impl WordLists {
    /// The words of one language.
    pub fn of(&self, lang: Lang) -> &[String] {
        self.0.get(&lang).map_or(&[], Vec::as_slice)
    }

    /// Every word with its language.
    pub fn iter(&self) -> impl Iterator<Item = (Lang, &str)> {
        self.0
            .iter()
            .flat_map(|(lang, words)| words.iter().map(|word| (*lang, word.as_str())))
    }
}

/// What a term is called in vocabularies of others (OpenStreetMap's social facilities, Open Eligibility).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, FromJsonQueryResult)]
#[serde(transparent)]
pub struct Mappings(pub Vec<Mapping>);

/// One such correspondence.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mapping {
    /// The other vocabulary: `osm`, `open-eligibility`.
    pub scheme: String,
    /// The value there: `social_facility:for=displaced`.
    pub value: String,
}
