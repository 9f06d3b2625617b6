//! An object of the standard, as it goes out.
use super::profile;
use super::shape::{Value as Type, object_of};
use crate::model::{Kind, Words};
use kolo_words::Lang;
use serde_json::{Map, Value};
use std::collections::BTreeMap;
use uuid::Uuid;

/// One object with its fields. Nothing is ever null: what is not known is not there.
#[derive(Clone, Debug, PartialEq)]
pub struct Record {
    kind: Kind,
    fields: Map<String, Value>,
    translations: BTreeMap<Lang, Map<String, Value>>,
}

impl Record {
    pub(super) fn new(kind: Kind, id: Uuid) -> Self {
        let mut fields = Map::new();
        fields.insert("id".to_owned(), id.to_string().into());
        Self {
            kind,
            fields,
            translations: BTreeMap::new(),
        }
    }

    /// Which object this is.
    pub fn kind(&self) -> Kind {
        self.kind
    }

    /// A field as it will be written.
    pub fn get(&self, name: &str) -> Option<&Value> {
        self.fields.get(name)
    }

    /// Puts nested objects in; none of them leave no trace.
    #[must_use]
    pub fn with_many(mut self, name: &'static str, records: impl IntoIterator<Item = Self>) -> Self {
        let records: Vec<Value> = records.into_iter().map(Self::into_json).collect();
        if !records.is_empty() {
            self.fields.insert(name.to_owned(), records.into());
        }
        self
    }

    /// Adds nested objects to those that are already there.
    #[must_use]
    pub fn with_more(mut self, name: &'static str, records: impl IntoIterator<Item = Self>) -> Self {
        let more: Vec<Value> = records.into_iter().map(Self::into_json).collect();
        match self.fields.get_mut(name) {
            Some(Value::Array(records)) => records.extend(more),
            _ if more.is_empty() => {}
            _ => {
                self.fields.insert(name.to_owned(), more.into());
            }
        }
        self
    }

    /// Puts one nested object in.
    #[must_use]
    pub fn with_one(mut self, name: &'static str, record: Self) -> Self {
        self.fields.insert(name.to_owned(), record.into_json());
        self
    }

    /// The object as JSON.
    pub fn into_json(mut self) -> Value {
        if let Some(translations) = self.translations() {
            self.fields.insert("translations".to_owned(), translations);
        }
        Value::Object(self.fields)
    }

    /// The object as a row of its CSV file, in the order of [`profile::columns`].
    pub fn csv_row(&self) -> Vec<String> {
        match self.clone().into_json() {
            Value::Object(fields) => Self::row_of(self.kind, &fields),
            _ => unreachable!("because a record is written as an object"),
        }
    }

    /// An object that was written as JSON as a row of its CSV file. Nested objects are not in it; a required text that nobody
    /// wrote is a hyphen.
    pub fn row_of(kind: Kind, fields: &Map<String, Value>) -> Vec<String> {
        profile::columns(kind)
            .map(|field| match (field.value, fields.get(field.name)) {
                // Tabular packages want seconds.
                (Type::Time, Some(Value::String(time))) => match time.split_at_checked(5) {
                    Some((clock, zone)) => format!("{clock}:00{zone}"),
                    None => time.clone(),
                },
                // A required cell may not be empty.
                (_, Some(Value::String(text))) if text.is_empty() => "-".to_owned(),
                (_, Some(Value::String(text))) => text.clone(),
                (_, Some(value)) => value.to_string(),
                (_, None) => String::new(),
            })
            .collect()
    }

    fn translations(&self) -> Option<Value> {
        let all: Map<_, _> = self
            .translations
            .iter()
            .map(|(lang, texts)| (lang.code().to_owned(), Value::Object(texts.clone())))
            .collect();
        (!all.is_empty()).then_some(Value::Object(all))
    }

    pub(super) fn put(mut self, name: &'static str, value: impl Into<Value>) -> Self {
        self.fields.insert(name.to_owned(), value.into());
        self
    }

    pub(super) fn may(self, name: &'static str, value: Option<impl Into<Value>>) -> Self {
        match value {
            Some(value) => self.put(name, value),
            None => self,
        }
    }

    /// A plain text; a blank one is left out.
    pub(super) fn text(self, name: &'static str, text: Option<&str>) -> Self {
        self.may(name, text.map(str::trim).filter(|text| !text.is_empty()))
    }

    pub(super) fn uri(self, name: &'static str, text: Option<&str>) -> Self {
        self.may(name, text.and_then(super::uri))
    }

    pub(super) fn email(self, name: &'static str, text: Option<&str>) -> Self {
        self.may(name, text.and_then(super::email))
    }

    pub(super) fn id(self, name: &'static str, id: Option<Uuid>) -> Self {
        self.may(name, id.map(|id| id.to_string()))
    }

    pub(super) fn flag(self, name: &'static str, is_so: bool) -> Self {
        if is_so { self.put(name, true) } else { self }
    }

    /// A text in several languages: the standard's field carries the record's language or the nearest one there is, every
    /// other language goes into `translations`, and so does the text itself when it is not in the record's language.
    pub(super) fn words(mut self, lang: Lang, name: &'static str, words: &Words) -> Self {
        let Some((_, text)) = words.best(lang) else { return self };
        self.fields.insert(name.to_owned(), text.into());
        for (other, text) in words.iter().filter(|(other, _)| *other != lang) {
            self.translations.entry(other).or_default().insert(name.to_owned(), text.into());
        }
        self
    }

    /// A text the standard requires: `instead` stands in for one that is not there.
    pub(super) fn words_or(self, lang: Lang, name: &'static str, words: &Words, instead: &Words) -> Self {
        match (words.is_empty(), instead.is_empty()) {
            (true, true) => self.put(name, ""),
            (true, false) => self.words(lang, name, instead),
            (false, _) => self.words(lang, name, words),
        }
    }

    /// What a validator of the standard would say against this object and those nested in it.
    pub fn faults(json: &Value, kind: Kind) -> Vec<String> {
        let Value::Object(fields) = json else {
            return vec![format!("{kind} is not an object")];
        };
        let object = object_of(kind);
        let missing = object
            .fields
            .iter()
            .filter(|field| field.is_required && !fields.contains_key(field.name));
        let mut faults: Vec<String> = missing.map(|field| format!("{kind}.{} is missing", field.name)).collect();
        for (name, value) in fields {
            let Some(field) = profile::fields(kind).find(|field| field.name == name) else {
                faults.push(format!("{kind}.{name} is unknown"));
                continue;
            };
            match (field.value, value) {
                (Type::One(other), value) => faults.extend(Self::faults(value, other)),
                (Type::Many(other), Value::Array(values)) => {
                    faults.extend(values.iter().flat_map(|value| Self::faults(value, other)));
                }
                (value_type, value) if value_type.takes(value) => {}
                _ => faults.push(format!("{kind}.{name} is {value}")),
            }
        }
        faults
    }
}

impl Type {
    /// Would a validator take this for such a value? Nested objects are not looked into.
    fn takes(self, value: &Value) -> bool {
        let text = value.as_str();
        match self {
            Self::Text => text.is_some(),
            Self::Uuid => text.is_some_and(|text| Uuid::try_parse(text).is_ok() && text.len() == 36),
            Self::Uri => text.is_some_and(|text| super::uri(text).as_deref() == Some(text)),
            Self::Email => text.is_some_and(|text| super::email(text).as_deref() == Some(text)),
            Self::Number => value.is_number(),
            Self::Date => text.is_some_and(|text| text.len() == 10 && text.parse::<chrono::NaiveDate>().is_ok()),
            Self::Time => text.is_some_and(|text| {
                // The date makes an instant of it, which a parser knows.
                format!("2000-01-01T{}:00{}", text.get(..5).unwrap_or(""), text.get(5..).unwrap_or(""))
                    .parse::<chrono::DateTime<chrono::Utc>>()
                    .is_ok()
            }),
            Self::DateTime => text.is_some_and(|text| text.parse::<chrono::DateTime<chrono::Utc>>().is_ok()),
            Self::Choice(choices) => text.is_some_and(|text| choices.contains(&text)),
            Self::Boolean => value.is_boolean(),
            Self::Translations | Self::One(_) => value.is_object(),
            Self::Many(_) => value.is_array(),
        }
    }
}
