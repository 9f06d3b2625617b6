//! JSON Schemas of the objects with our profile, written from the table.
use super::profile;
use super::shape::{Field, Value, object_of};
use crate::model::Kind;
use serde_json::{Map, Value as Json, json};

/// The JSON Schema of an object with our profile, to be published at `{base}/schema/{object}.json`; nested objects are
/// referred to by the names of their files beside it.
pub fn json_schema(kind: Kind, base: &str) -> Json {
    let object = object_of(kind);
    let own = object.fields.iter().map(|field| (field.name.to_owned(), property(field)));
    let added = profile::added_to(kind).map(|added| (added.field.name.to_owned(), profile::property(added)));
    let properties: Map<String, Json> = own.chain(added).collect();
    let required: Vec<&str> = object
        .fields
        .iter()
        .filter(|field| field.is_required)
        .map(|field| field.name)
        .collect();
    let in_csv: Vec<&str> = object
        .fields
        .iter()
        .filter(|field| field.is_required_in_csv)
        .map(|field| field.name)
        .collect();
    let mut schema = json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": profile::schema_id(kind, base),
        "name": kind.code(),
        "path": object.csv,
        "type": "object",
        "properties": properties,
        "required": required,
    });
    if let Some(schema) = schema.as_object_mut().filter(|_| !in_csv.is_empty()) {
        schema.insert("tabular_required".to_owned(), in_csv.into());
    }
    schema
}

/// The schema of one field.
pub(super) fn property(field: &Field) -> Json {
    let refer = |kind: Kind| json!({ "$ref": format!("{kind}.json") });
    let mut property = match field.value {
        Value::Text => json!({ "type": "string" }),
        Value::Uuid => json!({ "type": "string", "format": "uuid" }),
        Value::Uri => json!({ "type": "string", "format": "uri" }),
        Value::Email => json!({ "type": "string", "format": "email" }),
        Value::Number => json!({ "type": "number" }),
        Value::Date => json!({ "type": "string", "datapackage_type": "date" }),
        Value::Time => json!({ "type": "string", "datapackage_type": "time" }),
        Value::DateTime => json!({ "type": "string", "format": "date-time", "datapackage_type": "datetime" }),
        Value::Choice(choices) => json!({ "type": "string", "enum": choices }),
        Value::Boolean => json!({ "type": "boolean" }),
        Value::Translations => json!({
            "type": "object",
            "datapackage_type": "object",
            "propertyNames": { "pattern": "^[a-z]{2,3}$" },
            "additionalProperties": { "type": "object", "additionalProperties": { "type": "string" } },
        }),
        Value::One(kind) => refer(kind),
        Value::Many(kind) => json!({ "type": "array", "items": refer(kind) }),
    };
    if let Some(property) = property.as_object_mut() {
        property.insert("name".to_owned(), field.name.into());
        if field.is_core {
            property.insert("core".to_owned(), "Y".into());
        }
    }
    property
}
