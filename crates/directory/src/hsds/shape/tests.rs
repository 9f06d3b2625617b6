use super::*;
use serde_json::Value as Json;
use std::path::PathBuf;

/// The official files, when the standards lie beside the repository.
pub(crate) fn official() -> Option<PathBuf> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../shared/standards/hsds/3.2");
    if folder.is_dir() {
        Some(folder)
    } else {
        println!("skipped: the official HSDS schemas are not beside the repository");
        None
    }
}

pub(crate) fn read(path: PathBuf) -> Json {
    serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
}

fn said(field: &Json) -> Value {
    let kind = |name: &Json| Kind::parse(name.as_str().unwrap().trim_end_matches(".json")).unwrap();
    if let Some(other) = field.get("$ref") {
        return Value::One(kind(other));
    }
    let text = |key: &str| field.get(key).and_then(Json::as_str);
    if let Some(choices) = field.get("enum").and_then(Json::as_array) {
        let choices: Vec<&'static str> = choices.iter().map(|c| &*c.as_str().unwrap().to_owned().leak()).collect();
        return Value::Choice(choices.leak());
    }
    match (text("type"), text("format"), text("datapackage_type")) {
        (Some("array"), None, None) => Value::Many(kind(&field["items"]["$ref"])),
        (Some("number"), None, None) => Value::Number,
        (Some("string"), Some("uuid"), None) => Value::Uuid,
        (Some("string"), Some("uri"), None) => Value::Uri,
        (Some("string"), Some("email"), None) => Value::Email,
        (Some("string"), Some("date-time"), Some("datetime")) => Value::DateTime,
        (Some("string"), None, Some("date")) => Value::Date,
        (Some("string"), None, Some("time")) => Value::Time,
        (Some("string"), None, None) => Value::Text,
        other => panic!("a type the table cannot say: {other:?}"),
    }
}

#[test]
fn every_kind_stands_in_the_table_once() {
    let mut kinds: Vec<_> = OBJECTS.iter().map(|object| object.kind).collect();
    kinds.sort_unstable();
    let mut all = Kind::ALL.to_vec();
    all.sort_unstable();
    assert_eq!(kinds, all);
}

#[test]
fn the_table_says_what_the_official_schemas_say() {
    let Some(folder) = official() else { return };
    for object in OBJECTS {
        let schema = read(folder.join("schema").join(format!("{}.json", object.kind)));
        assert_eq!(schema["name"], object.kind.code());
        assert_eq!(schema["path"], object.csv);
        let names = |key: &str| -> Vec<String> {
            schema
                .get(key)
                .and_then(Json::as_array)
                .into_iter()
                .flatten()
                .map(|n| n.as_str().unwrap().to_owned())
                .collect()
        };
        let properties = schema["properties"].as_object().unwrap();
        let theirs: Vec<_> = properties
            .iter()
            .map(|(name, field)| {
                let required = names("required").contains(name);
                let in_csv = names("tabular_required").contains(name);
                (
                    name.as_str(),
                    said(field),
                    required,
                    in_csv,
                    field.get("core").is_some_and(|c| c == "Y"),
                )
            })
            .collect();
        let ours: Vec<_> = object
            .fields
            .iter()
            .map(|f| (f.name, f.value, f.is_required, f.is_required_in_csv, f.is_core))
            .collect();
        assert_eq!(ours, theirs, "{}", object.kind);
    }
}

#[test]
fn the_table_says_what_the_official_package_says() {
    let Some(folder) = official() else { return };
    let package = read(folder.join("datapackage.json"));
    let resources = package["resources"].as_array().unwrap();
    assert_eq!(resources.len(), OBJECTS.len());
    for (object, resource) in OBJECTS.iter().zip(resources) {
        assert_eq!(resource["name"], object.kind.code());
        assert_eq!(resource["path"], object.csv);
        let theirs: Vec<_> = resource["schema"]["fields"]
            .as_array()
            .unwrap()
            .iter()
            .map(|f| (f["name"].as_str().unwrap(), f["constraints"]["required"].as_bool().unwrap()))
            .collect();
        let ours: Vec<_> = object.columns().map(|f| (f.name, f.is_required || f.is_required_in_csv)).collect();
        assert_eq!(ours, theirs, "{}", object.kind);
        let mut theirs: Vec<_> = resource["schema"]
            .get("foreignKeys")
            .and_then(Json::as_array)
            .into_iter()
            .flatten()
            .map(|key| (key["fields"].as_str().unwrap(), key["reference"]["resource"].as_str().unwrap()))
            .collect();
        theirs.sort_unstable();
        let mut ours: Vec<_> = object.fields.iter().filter_map(|f| Some((f.name, f.refers?.code()))).collect();
        ours.sort_unstable();
        assert_eq!(ours, theirs, "{}", object.kind);
    }
}

#[test]
fn nested_objects_lead_from_services_to_everything_that_is_not_its_own_list() {
    let mut seen = vec![Kind::Service];
    let mut next = 0;
    while let Some(kind) = seen.get(next).copied() {
        next += 1;
        for field in object_of(kind).fields {
            if let Value::One(other) | Value::Many(other) = field.value
                && !seen.contains(&other)
            {
                seen.push(other);
            }
        }
    }
    // Only the note about tables stands alone.
    let alone: Vec<_> = Kind::ALL.iter().filter(|kind| !seen.contains(kind)).collect();
    assert_eq!(alone, [&Kind::MetaTableDescription]);
}
