//! The shape of HSDS 3.2, written down once: 24 objects, their fields, in the order of the specification.
//!
//! Schemas, CSV headers, the package descriptor, the import's mapping and the checks of our own output derive from it.
//! A test compares it field by field with the official files.
use crate::model::Kind;

mod objects;
pub use objects::OBJECTS;

/// The version of the standard this is the shape of.
pub const VERSION: &str = "3.2";

/// One object of the standard.
#[derive(Debug)]
pub struct Object {
    pub kind: Kind,
    /// Its file in a tabular package.
    pub csv: &'static str,
    pub fields: &'static [Field],
}

/// One field of an object.
#[derive(Clone, Copy, Debug)]
pub struct Field {
    pub name: &'static str,
    pub value: Value,
    pub is_required: bool,
    /// Required in a tabular package, where nothing is nested.
    pub is_required_in_csv: bool,
    /// The object whose id this is, when it is a foreign key of the tabular package.
    pub refers: Option<Kind>,
    /// The object whose id this is, though the official package does not declare a foreign key.
    pub names: Option<Kind>,
    /// Part of the core of the standard.
    pub is_core: bool,
}

/// What a field holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Value {
    Text,
    Uuid,
    Uri,
    Email,
    Number,
    /// `2026-12-31`.
    Date,
    /// `09:00+02:00`.
    Time,
    /// `2026-12-31T09:00:00.000Z`.
    DateTime,
    /// One of these words.
    Choice(&'static [&'static str]),
    /// Ours: yes or no. The standard has none.
    Boolean,
    /// Ours: language → field → text, see [`super::profile`].
    Translations,
    /// One nested object.
    One(Kind),
    /// Nested objects.
    Many(Kind),
}

impl Value {
    /// Nested objects have no column in a tabular package.
    pub const fn is_nested(self) -> bool {
        matches!(self, Self::One(_) | Self::Many(_))
    }
}

impl Field {
    const fn required(mut self) -> Self {
        self.is_required = true;
        self
    }
    const fn required_in_csv(mut self) -> Self {
        self.is_required_in_csv = true;
        self
    }
    const fn refers(mut self, kind: Kind) -> Self {
        self.refers = Some(kind);
        self
    }
    const fn names(mut self, kind: Kind) -> Self {
        self.names = Some(kind);
        self
    }
    const fn core(mut self) -> Self {
        self.is_core = true;
        self
    }
}

pub(super) const fn field(name: &'static str, value: Value) -> Field {
    Field {
        name,
        value,
        is_required: false,
        is_required_in_csv: false,
        refers: None,
        names: None,
        is_core: false,
    }
}
const fn one(name: &'static str, kind: Kind) -> Field {
    field(name, Value::One(kind))
}
const fn many(name: &'static str, kind: Kind) -> Field {
    field(name, Value::Many(kind))
}
const fn object(kind: Kind, csv: &'static str, fields: &'static [Field]) -> Object {
    Object { kind, csv, fields }
}

/// The object of this kind.
pub fn object_of(kind: Kind) -> &'static Object {
    OBJECTS
        .iter()
        .find(|object| object.kind == kind)
        .unwrap_or_else(|| unreachable!("because a test finds every kind in the table"))
}

impl Object {
    /// The field of this name.
    pub fn field(&self, name: &str) -> Option<&'static Field> {
        self.fields.iter().find(|field| field.name == name)
    }

    /// The columns of its CSV file, in order, without those of our profile.
    pub fn columns(&self) -> impl Iterator<Item = &'static Field> {
        self.fields.iter().filter(|field| !field.value.is_nested())
    }
}

#[cfg(test)]
pub(super) mod tests;
