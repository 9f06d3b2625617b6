//! Older ways of writing the same: HSDS 1.x and 2.x, and Ohana before them, as tables of names.
//!
//! A column that bears the standard's present name needs no line here. What is left over is told to the person, not dropped.
use super::record::{Datum, Name, Record, from_json};
use crate::hsds::profile;
use crate::hsds::shape::{self, OBJECTS, Value};
use crate::model::Kind;
use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::LazyLock;

mod tables;
pub use tables::TABLES;

/// A table (or a nested list) of some dialect.
#[derive(Debug)]
pub struct Table {
    /// Its names: of the file without `.csv`, of the resource, of the list in JSON.
    pub stems: &'static [&'static str],
    /// What its rows are.
    pub rows: Rows,
    /// It is this table only when one of these columns is there; always when empty.
    pub marks: &'static [&'static str],
    /// Columns that bear another name now.
    pub columns: &'static [(&'static str, To)],
    /// What the table's name says of every row.
    pub says: &'static [(&'static str, &'static str)],
}

/// What the rows of a table are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rows {
    /// Objects of the standard.
    Are(Kind),
    /// Things the standard now says in a field of the object they belong to.
    AddTo(Kind),
}

/// Where a column's value goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum To {
    /// Into the field of this name.
    Field(&'static str),
    /// Into this field, as one more paragraph.
    Paragraph(&'static str),
    /// A list with commas: each becomes a part of this kind with its text in this field.
    Each(Kind, &'static str),
    /// A part of this kind with the value in this field.
    Part(Kind, &'static str),
    /// It repeats what another column says.
    Repeats,
}

/// Fields of ours that no standard has; they live between reader and record only.
pub mod own {
    /// A day of the week in words: the old standard had one row a day.
    pub const WEEKDAY: &str = "@weekday";
    /// Whether the days of a holiday row are closed.
    pub const CLOSED: &str = "@closed";
    /// Whether a place is on the net.
    pub const VIRTUAL: &str = "@virtual";
    /// The country code of a number.
    pub const PREFIX: &str = "@prefix";
}

static NAMES: LazyLock<HashMap<&'static str, &'static str>> = LazyLock::new(|| {
    let fields = OBJECTS
        .iter()
        .flat_map(|object| profile::fields(object.kind).map(|field| field.name));
    let old = TABLES
        .iter()
        .flat_map(|table| table.columns.iter().map(|(name, _)| *name).chain(table.stems.iter().copied()));
    fields.chain(old).map(|name| (name, name)).collect()
});

/// The name of a field, without a copy when it is one we know.
pub fn name(name: &str) -> Name {
    NAMES
        .get(name)
        .map_or_else(|| Cow::Owned(name.to_owned()), |known| Cow::Borrowed(*known))
}

/// The table of this name and these columns.
pub fn table(stem: &str, columns: &[String]) -> Option<&'static Table> {
    TABLES.iter().find(|table| {
        table.stems.contains(&stem) && (table.marks.is_empty() || columns.iter().any(|column| table.marks.contains(&column.as_str())))
    })
}

/// The kind whose records a file of this name holds: `services.ndjson.gz`, `organization_full.json`.
pub fn kind_of_file(file: &str) -> Option<Kind> {
    let stem = stem(file);
    let exact = table(&stem, &[]).map(|table| table.rows);
    let begins = || {
        let found = TABLES
            .iter()
            .filter(|table| table.marks.is_empty())
            .flat_map(|table| table.stems.iter().map(move |own| (own, table.rows)));
        found
            .filter(|(own, _)| stem.starts_with(**own))
            .max_by_key(|(own, _)| own.len())
            .map(|(_, rows)| rows)
    };
    match exact.or_else(begins)? {
        Rows::Are(kind) => Some(kind),
        Rows::AddTo(_) => None,
    }
}

/// The name of a file without folders and endings, in lower case.
pub fn stem(file: &str) -> String {
    let name = file.rsplit(['/', '\\']).next().unwrap_or(file).to_lowercase();
    name.split('.').next().unwrap_or_default().replace([' ', '-'], "_")
}

/// What a record without a name on its file is, by what it says; nothing when it could be anything.
pub fn kind_by_fields(record: &Record) -> Option<Kind> {
    let any = |names: &[&str]| names.iter().any(|name| record.has(name));
    if any(&[
        "service_at_locations",
        "eligibility_description",
        "cost_options",
        "application_process",
        "assured_date",
    ]) {
        Some(Kind::Service)
    } else if (any(&["service"]) && any(&["location"])) || (any(&["service_id"]) && any(&["location_id"])) {
        Some(Kind::ServiceAtLocation)
    } else if any(&["location_type", "latitude", "transportation", "addresses"]) {
        Some(Kind::Location)
    } else if any(&[
        "organization_identifiers",
        "year_incorporated",
        "legal_status",
        "website",
        "parent_organization_id",
    ]) {
        Some(Kind::Organization)
    } else if any(&["taxonomy_detail", "taxonomy", "taxonomy_id", "parent_id"]) {
        Some(Kind::TaxonomyTerm)
    } else if any(&["status", "organization"]) {
        Some(Kind::Service)
    } else if any(&["version"]) && any(&["name"]) {
        Some(Kind::Taxonomy)
    } else {
        None
    }
}

/// The field in which an object of `parent` keeps its parts of this kind.
pub fn list_of(parent: Kind, part: Kind) -> Option<&'static str> {
    let fields = shape::object_of(parent).fields.iter();
    fields
        .into_iter()
        .find(|field| field.value == Value::Many(part))
        .map(|field| field.name)
}

/// The columns of one file, found once: where each value goes.
#[derive(Debug)]
pub struct Columns {
    pub table: &'static Table,
    goes: Vec<Goes>,
    /// Columns nobody knows, with how many values they hold.
    pub unknown: Vec<(usize, String, u64)>,
}

#[derive(Clone, Copy, Debug)]
enum Goes {
    To(To),
    Unknown(usize),
    Nowhere,
}

impl Columns {
    /// Finds where the columns of a file go.
    pub fn of(table: &'static Table, header: &[String]) -> Self {
        let (mut goes, mut unknown) = (Vec::new(), Vec::new());
        for (number, column) in header.iter().enumerate() {
            goes.push(match destination(table, column) {
                Some(to) => Goes::To(to),
                None if column.is_empty() => Goes::Nowhere,
                None => {
                    unknown.push((number, column.clone(), 0));
                    Goes::Unknown(unknown.len() - 1)
                }
            });
        }
        Self { table, goes, unknown }
    }

    /// Puts the values of a row into a record.
    pub fn fill(&mut self, record: &mut Record, values: &[String]) {
        for (name, value) in self.table.says {
            record.fields.push((Cow::Borrowed(*name), Datum::Text((*value).to_owned())));
        }
        for (value, goes) in values.iter().zip(&self.goes) {
            match goes {
                Goes::To(to) => put(record, *to, value),
                Goes::Unknown(at) if !value.trim().is_empty() => {
                    if let Some((_, _, count)) = self.unknown.get_mut(*at) {
                        *count += 1;
                    }
                }
                Goes::Unknown(_) | Goes::Nowhere => {}
            }
        }
    }
}

fn destination(table: &'static Table, column: &str) -> Option<To> {
    if let Some((_, to)) = table.columns.iter().find(|(own, _)| *own == column) {
        return Some(*to);
    }
    let (Rows::Are(kind) | Rows::AddTo(kind)) = table.rows;
    let own = if matches!(table.rows, Rows::AddTo(_)) && column == "service_id" {
        Some("service_id")
    } else {
        None
    };
    own.or_else(|| profile::columns(kind).find(|field| field.name == column).map(|field| field.name))
        .map(To::Field)
}

/// Puts one value where it goes; a blank one goes nowhere.
fn put(record: &mut Record, to: To, value: &str) {
    if value.trim().is_empty() {
        return;
    }
    match to {
        // Texts in other languages are an object inside a cell.
        To::Field("translations") => {
            let texts = from_json(&record.place, value.as_bytes())
                .map_or_else(|_| Datum::Text(value.to_owned()), |texts| Datum::One(Box::new(texts)));
            record.set("translations", texts);
        }
        To::Field(name) => record.set(name, Datum::Text(value.to_owned())),
        To::Paragraph(name) => record.append(name, value),
        To::Each(kind, name) => {
            for one in value.split([',', ';']).map(str::trim).filter(|one| !one.is_empty()) {
                put_part(record, kind, name, one);
            }
        }
        To::Part(kind, name) => put_part(record, kind, name, value),
        To::Repeats => {}
    }
}

fn put_part(record: &mut Record, kind: Kind, name: &'static str, value: &str) {
    let list = match kind {
        Kind::Language => "languages",
        Kind::Funding => "funding",
        Kind::Attribute => "attributes",
        Kind::RequiredDocument => "required_documents",
        Kind::ServiceArea => "service_areas",
        Kind::ServiceAtLocation => "service_at_locations",
        Kind::Contact => "contacts",
        _ => "accessibility",
    };
    let mut part = Record::at(record.place.clone());
    part.set(name, Datum::Text(value.to_owned()));
    record.push(list, part);
}

/// Rewrites the old names of a JSON record and of everything inside it.
pub fn modernise(record: &mut Record, kind: Kind) {
    let field_of = |name: &str| profile::fields(kind).find(|field| field.name == name);
    let fields = std::mem::take(&mut record.fields);
    let own = table_of(kind);
    for (name, value) in fields {
        let known = field_of(&name);
        match value {
            Datum::One(mut part) => {
                if let Some(Value::One(inner) | Value::Many(inner)) = known.map(|field| field.value) {
                    modernise(&mut part, inner);
                }
                record.fields.push((name, Datum::One(part)));
            }
            Datum::Many(parts) => modernise_list(record, kind, name, known.map(|field| field.value), parts),
            value => match (known, own.and_then(|table| table.columns.iter().find(|(old, _)| *old == name))) {
                // An old name that holds a text: `eligibility`, `languages` with commas.
                (None, Some((_, to))) => put(record, *to, &value.written().unwrap_or_default()),
                (Some(field), Some((_, to))) if field.value.is_nested() => put(record, *to, &value.written().unwrap_or_default()),
                _ => record.fields.push((name, value)),
            },
        }
    }
}

fn modernise_list(record: &mut Record, kind: Kind, name: Name, known: Option<Value>, mut parts: Vec<Datum>) {
    if let Some(Value::Many(inner) | Value::One(inner)) = known {
        for part in &mut parts {
            if let Datum::One(part) = part {
                modernise(part, inner);
            }
        }
        match record.fields.iter_mut().find(|(own, _)| *own == name) {
            // An old list was put there already: `physical_addresses` before `addresses`.
            Some((_, Datum::Many(all))) => all.extend(parts),
            _ => record.fields.push((name, Datum::Many(parts))),
        }
        return;
    }
    let Some(table) = table(&name, &[]) else {
        record.fields.push((name, Datum::Many(parts)));
        return;
    };
    for part in parts {
        let Datum::One(part) = part else { continue };
        match table.rows {
            Rows::AddTo(_) => {
                for (field, value) in &part.fields {
                    if let Some((_, to)) = table.columns.iter().find(|(old, _)| old == field) {
                        put(record, *to, &value.written().unwrap_or_default());
                    }
                }
            }
            Rows::Are(inner) => {
                let Some(list) = list_of(kind, inner) else { continue };
                record.push(list, renamed(table, inner, *part));
            }
        }
    }
}

fn renamed(table: &'static Table, kind: Kind, part: Record) -> Record {
    let mut new = Record::at(part.place.clone());
    for (name, value) in table.says {
        new.set(*name, Datum::Text((*value).to_owned()));
    }
    for (name, value) in part.fields {
        match table.columns.iter().find(|(old, _)| *old == name) {
            Some((_, to)) if value.written().is_some() => put(&mut new, *to, &value.written().unwrap_or_default()),
            _ => new.fields.push((name, value)),
        }
    }
    modernise(&mut new, kind);
    new
}

fn table_of(kind: Kind) -> Option<&'static Table> {
    TABLES
        .iter()
        .find(|table| table.rows == Rows::Are(kind) && table.marks.is_empty() && table.says.is_empty())
}

#[cfg(test)]
mod tests {
    use super::super::record::{Place, from_json};
    use super::*;

    fn json(text: &str) -> Record {
        from_json(&Place { file: "x".into(), line: 1 }, text.as_bytes()).unwrap()
    }

    #[test]
    fn every_file_of_the_standard_and_every_field_that_is_named_exists() {
        for object in OBJECTS {
            let stem = stem(object.csv);
            let columns: Vec<String> = object.columns().map(|field| field.name.to_owned()).collect();
            let table = table(&stem, &columns).unwrap_or_else(|| panic!("{stem}"));
            assert_eq!(table.rows, Rows::Are(object.kind));
            assert!(Columns::of(table, &columns).unknown.is_empty(), "{stem}");
        }
        for table in TABLES {
            let (Rows::Are(kind) | Rows::AddTo(kind)) = table.rows;
            for (old, to) in table.columns {
                let (kind, field) = match *to {
                    To::Field(field) | To::Paragraph(field) => (kind, field),
                    To::Each(part, field) | To::Part(part, field) => (part, field),
                    To::Repeats => continue,
                };
                assert!(
                    field.starts_with('@') || shape::object_of(kind).field(field).is_some(),
                    "{old} → {field}"
                );
            }
        }
    }

    #[test]
    fn files_say_what_is_in_them() {
        assert_eq!(kind_of_file("a/services.ndjson.gz"), Some(Kind::Service));
        assert_eq!(kind_of_file("organization_full.json"), Some(Kind::Organization));
        assert_eq!(kind_of_file("service_at_location_list.json"), Some(Kind::ServiceAtLocation));
        assert_eq!(kind_of_file("taxonomy_terms.ndjson"), Some(Kind::TaxonomyTerm));
        assert_eq!(kind_of_file("export.json"), None);
        assert_eq!(kind_by_fields(&json(r#"{"id":"1","status":"active"}"#)), Some(Kind::Service));
        assert_eq!(kind_by_fields(&json(r#"{"id":"1"}"#)), None);
    }

    #[test]
    fn a_record_of_the_second_version_is_read_as_one_of_the_third() {
        let mut record = json(
            r#"{"name":"x","eligibility":"All","languages":"English, Urdu","regular_schedules":[{"weekday":"Monday","opens_at":"9:00"}],
                "eligibilitys":[{"eligibility":"Older people"}],"physical_addresses":[{"address_1":"a"}]}"#,
        );
        modernise(&mut record, Kind::Service);
        assert_eq!(record.text("eligibility_description").as_deref(), Some("All\n\nOlder people"));
        let languages: Vec<_> = record.many("languages").filter_map(|(_, part)| part.text("name")).collect();
        assert_eq!(languages, ["English", "Urdu"]);
        let (_, schedule) = record.many("schedules").next().unwrap();
        assert_eq!(schedule.text(own::WEEKDAY).as_deref(), Some("Monday"));
    }
}
