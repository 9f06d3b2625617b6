//! A record on its way in: named values as the source wrote them, and where they stood.
//!
//! Every reader makes these, whatever the format; every later step asks them the same questions.
use super::limits::MAX_DEPTH;
use serde::de::{DeserializeSeed, Deserializer, Error as _, MapAccess, SeqAccess, Visitor};
use std::borrow::Cow;
use std::fmt;
use std::sync::Arc;

/// Where a record stands in its source.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    pub file: Arc<str>,
    /// Counted from 1; the line on which the record begins.
    pub line: u64,
}

/// Named values, in the order of the source.
#[derive(Clone, Debug, PartialEq)]
pub struct Record {
    pub place: Place,
    pub fields: Vec<(Name, Datum)>,
}

/// The name of a field; one of the standard's is not copied.
pub type Name = Cow<'static, str>;

/// A value as the source wrote it.
#[derive(Clone, Debug, PartialEq)]
pub enum Datum {
    Nothing,
    Flag(bool),
    Number(f64),
    Text(String),
    One(Box<Record>),
    Many(Vec<Datum>),
}

impl Datum {
    /// A text, or nothing when it is empty.
    pub fn text(text: impl Into<String>) -> Self {
        let text = text.into();
        if text.is_empty() { Self::Nothing } else { Self::Text(text) }
    }

    pub fn is_blank(&self) -> bool {
        match self {
            Self::Nothing => true,
            Self::Text(text) => text.trim().is_empty(),
            Self::Many(all) => all.iter().all(Self::is_blank),
            Self::One(record) => record.fields.iter().all(|(_, value)| value.is_blank()),
            Self::Flag(_) | Self::Number(_) => false,
        }
    }

    /// The value as a person would write it; nothing for nested objects.
    pub fn written(&self) -> Option<Cow<'_, str>> {
        match self {
            Self::Text(text) => Some(Cow::Borrowed(text)),
            Self::Number(number) => Some(Cow::Owned(number.to_string())),
            Self::Flag(flag) => Some(Cow::Borrowed(if *flag { "true" } else { "false" })),
            Self::Nothing | Self::One(_) | Self::Many(_) => None,
        }
    }
}

impl Record {
    /// Without any values.
    pub const fn at(place: Place) -> Self {
        Self { place, fields: Vec::new() }
    }

    /// The value of a field; the first when the source wrote it twice.
    pub fn get(&self, name: &str) -> Option<&Datum> {
        self.fields.iter().find(|(own, _)| own == name).map(|(_, value)| value)
    }

    /// Whether the source has said anything under this name, even that there is nothing.
    pub fn has(&self, name: &str) -> bool {
        self.get(name).is_some()
    }

    /// The trimmed text of a field; nothing when it is blank or nested.
    pub fn text(&self, name: &str) -> Option<Cow<'_, str>> {
        let text = match self.get(name)?.written()? {
            Cow::Borrowed(text) => Cow::Borrowed(text.trim()),
            Cow::Owned(text) => Cow::Owned(text),
        };
        Some(text).filter(|text| !text.is_empty())
    }

    /// The nested objects of a field, with their numbers; values that are no objects are left out.
    pub fn many<'a>(&'a self, name: &str) -> impl Iterator<Item = (usize, &'a Self)> {
        let all = match self.get(name) {
            Some(Datum::Many(all)) => all.as_slice(),
            _ => &[],
        };
        let one = match self.get(name) {
            Some(Datum::One(one)) => Some((0, &**one)),
            _ => None,
        };
        let many = all.iter().enumerate().filter_map(|(number, datum)| match datum {
            Datum::One(record) => Some((number, &**record)),
            _ => None,
        });
        one.into_iter().chain(many)
    }

    /// The nested object of a field.
    pub fn one(&self, name: &str) -> Option<&Self> {
        match self.get(name)? {
            Datum::One(record) => Some(record),
            _ => None,
        }
    }

    /// Puts a value in place, over the one of the same name.
    pub fn set(&mut self, name: impl Into<Name>, value: Datum) {
        let name = name.into();
        match self.fields.iter_mut().find(|(own, _)| *own == name) {
            Some((_, own)) => *own = value,
            None => self.fields.push((name, value)),
        }
    }

    /// Adds a nested object to a list.
    pub fn push(&mut self, name: impl Into<Name>, part: Self) {
        let name = name.into();
        match self.fields.iter_mut().find(|(own, _)| *own == name) {
            Some((_, Datum::Many(all))) => all.push(Datum::One(Box::new(part))),
            Some((_, other)) => *other = Datum::Many(vec![Datum::One(Box::new(part))]),
            None => self.fields.push((name, Datum::Many(vec![Datum::One(Box::new(part))]))),
        }
    }

    /// Adds a paragraph to a text.
    pub fn append(&mut self, name: impl Into<Name>, text: &str) {
        let name = name.into();
        let text = text.trim();
        if text.is_empty() {
            return;
        }
        match self.fields.iter_mut().find(|(own, _)| *own == name) {
            Some((_, Datum::Text(own))) if !own.trim().is_empty() => {
                if !own.contains(text) {
                    own.push_str("\n\n");
                    own.push_str(text);
                }
            }
            Some((_, other)) => *other = Datum::Text(text.to_owned()),
            None => self.fields.push((name, Datum::Text(text.to_owned()))),
        }
    }
}

/// Reads one JSON object that stands at `place`.
pub fn from_json(place: &Place, text: &[u8]) -> Result<Record, serde_json::Error> {
    let mut deserializer = serde_json::Deserializer::from_slice(text);
    let datum = Seed { place, depth: 0 }.deserialize(&mut deserializer)?;
    deserializer.end()?;
    match datum {
        Datum::One(record) => Ok(*record),
        _ => Err(serde_json::Error::custom("a record is an object")),
    }
}

#[derive(Clone, Copy)]
struct Seed<'a> {
    place: &'a Place,
    depth: usize,
}

impl Seed<'_> {
    fn deeper<E: serde::de::Error>(self) -> Result<Self, E> {
        if self.depth >= MAX_DEPTH {
            return Err(E::custom("objects are nested too deeply"));
        }
        Ok(Seed {
            place: self.place,
            depth: self.depth + 1,
        })
    }
}

impl<'de> DeserializeSeed<'de> for Seed<'_> {
    type Value = Datum;
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Datum, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Seed<'_> {
    type Value = Datum;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value of JSON")
    }
    fn visit_unit<E>(self) -> Result<Datum, E> {
        Ok(Datum::Nothing)
    }
    fn visit_bool<E>(self, flag: bool) -> Result<Datum, E> {
        Ok(Datum::Flag(flag))
    }
    #[expect(
        clippy::cast_precision_loss,
        reason = "numbers of the standard are years, ages and counts, far below 2^53"
    )]
    fn visit_i64<E>(self, number: i64) -> Result<Datum, E> {
        Ok(Datum::Number(number as f64))
    }
    #[expect(
        clippy::cast_precision_loss,
        reason = "numbers of the standard are years, ages and counts, far below 2^53"
    )]
    fn visit_u64<E>(self, number: u64) -> Result<Datum, E> {
        Ok(Datum::Number(number as f64))
    }
    fn visit_f64<E>(self, number: f64) -> Result<Datum, E> {
        Ok(Datum::Number(number))
    }
    fn visit_str<E>(self, text: &str) -> Result<Datum, E> {
        Ok(Datum::text(text))
    }
    fn visit_string<E>(self, text: String) -> Result<Datum, E> {
        Ok(Datum::text(text))
    }
    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Datum, A::Error> {
        let inner = self.deeper()?;
        let mut all = Vec::new();
        while let Some(datum) = seq.next_element_seed(inner)? {
            all.push(datum);
        }
        Ok(Datum::Many(all))
    }
    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Datum, A::Error> {
        let inner = self.deeper()?;
        let mut record = Record::at(self.place.clone());
        while let Some(name) = map.next_key_seed(NameSeed)? {
            let value = map.next_value_seed(inner)?;
            record.fields.push((name, value));
        }
        Ok(Datum::One(Box::new(record)))
    }
}

struct NameSeed;

impl<'de> DeserializeSeed<'de> for NameSeed {
    type Value = Name;
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Name, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl Visitor<'_> for NameSeed {
    type Value = Name;
    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the name of a field")
    }
    fn visit_str<E>(self, name: &str) -> Result<Name, E> {
        Ok(super::dialect::name(name))
    }
}
