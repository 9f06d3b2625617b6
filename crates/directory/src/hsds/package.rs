//! The descriptor of a tabular package: 24 CSV files, their columns and how they hang together.
use super::profile;
use super::shape::{Field, OBJECTS, Object, Value};
use serde_json::{Value as Json, json};

/// `datapackage.json` of a tabular package with our profile's columns. `name` becomes the package's name in the form the
/// specification wants: small letters, digits, hyphens.
pub fn datapackage(name: &str, title: &str) -> Json {
    let name: String = name
        .to_lowercase()
        .chars()
        .map(|c| {
            if c.is_ascii_alphanumeric() || c == '-' || c == '.' || c == '_' {
                c
            } else {
                '-'
            }
        })
        .collect();
    json!({
        "name": if name.is_empty() { "hsds".to_owned() } else { name },
        "title": title,
        "profile": "tabular-data-package",
        "version": super::shape::VERSION,
        "homepage": "http://docs.openreferral.org",
        "resources": OBJECTS.iter().map(resource).collect::<Vec<_>>(),
    })
}

fn resource(object: &Object) -> Json {
    let fields: Vec<Json> = profile::columns(object.kind).map(column).collect();
    let mut schema = json!({ "fields": fields, "primaryKey": "id" });
    let keys: Vec<Json> = object
        .fields
        .iter()
        .filter_map(|field| Some(json!({ "fields": field.name, "reference": { "resource": field.refers?.code(), "fields": "id" } })))
        .collect();
    if let Some(schema) = schema.as_object_mut().filter(|_| !keys.is_empty()) {
        schema.insert("foreignKeys".to_owned(), keys.into());
    }
    json!({
        "name": object.kind.code(),
        "path": object.csv,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "profile": "tabular-data-resource",
        "schema": schema,
    })
}

fn column(field: &Field) -> Json {
    let (kind, format) = match field.value {
        Value::Uuid => ("string", Some("uuid")),
        Value::Uri => ("string", Some("uri")),
        Value::Email => ("string", Some("email")),
        Value::Number => ("number", None),
        Value::Date => ("date", None),
        Value::Time => ("time", None),
        Value::DateTime => ("datetime", None),
        Value::Boolean => ("boolean", None),
        Value::Translations => ("object", None),
        Value::Text | Value::Choice(_) | Value::One(_) | Value::Many(_) => ("string", None),
    };
    // The official descriptor calls a program's organization unique, which would allow one program an organization.
    let mut constraints = json!({ "required": field.is_required || field.is_required_in_csv, "unique": field.name == "id" });
    if let (Value::Choice(choices), Some(constraints)) = (field.value, constraints.as_object_mut()) {
        constraints.insert("enum".to_owned(), choices.into());
    }
    let mut column = json!({ "name": field.name, "type": kind, "constraints": constraints });
    if let (Some(format), Some(column)) = (format, column.as_object_mut()) {
        column.insert("format".to_owned(), format.into());
    }
    column
}
