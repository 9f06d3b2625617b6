//! What is published of the profile, held against the official files.
use crate::hsds::profile::{self, ADDED, added_to, patch};
use crate::hsds::shape::tests::{official, read};
use crate::hsds::shape::{OBJECTS, Value as Type, object_of};
use crate::hsds::{datapackage, json_schema};
use crate::model::{AccessKind, HoursKnown, Kind, Status, WayKind};
use serde_json::{Value, json};

#[test]
fn the_profile_adds_and_never_redefines() {
    for object in OBJECTS {
        let mut names: Vec<_> = profile::fields(object.kind).map(|field| field.name).collect();
        let all = names.len();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), all, "{}", object.kind);
    }
    let codes = |name: &str| match ADDED.iter().find(|added| added.field.name == name).unwrap().field.value {
        Type::Choice(codes) => codes.to_vec(),
        other => panic!("{other:?}"),
    };
    assert_eq!(codes("hours"), HoursKnown::ALL.iter().map(|c| c.code()).collect::<Vec<_>>());
    assert_eq!(codes("way"), WayKind::ALL.iter().map(|c| c.code()).collect::<Vec<_>>());
    assert_eq!(codes("kind"), AccessKind::ALL.iter().map(|c| c.code()).collect::<Vec<_>>());
    let mut statuses = Status::ALL.iter().map(|c| c.code()).collect::<Vec<_>>();
    statuses.sort_unstable();
    let mut ours = codes("status");
    ours.sort_unstable();
    assert_eq!(ours, statuses);
    assert_eq!(
        object_of(Kind::Service).field("status").map(|f| f.value),
        Some(Type::Choice(&["active", "inactive", "defunct", "temporarily closed"]))
    );
}

const BASE: &str = "https://kolo.example.org/api/hsds/v3/profile";

/// RFC 7386.
fn merge(target: &mut Value, patch: &Value) {
    let Value::Object(patch) = patch else {
        *target = patch.clone();
        return;
    };
    if !target.is_object() {
        *target = json!({});
    }
    let target = target.as_object_mut().unwrap();
    for (name, value) in patch {
        if value.is_null() {
            target.remove(name);
        } else {
            merge(target.entry(name.clone()).or_insert(Value::Null), value);
        }
    }
}

/// A schema without what only explains.
fn bare(mut schema: Value) -> Value {
    let mut properties = schema["properties"].take();
    for property in properties.as_object_mut().unwrap().values_mut() {
        let property = property.as_object_mut().unwrap();
        for key in ["title", "description", "example", "constraints", "name", "core", "uniqueItems"] {
            property.remove(key);
        }
    }
    let required = schema["required"].as_array().unwrap();
    json!({ "$id": schema["$id"], "properties": properties, "required": required, "type": schema["type"], "path": schema["path"] })
}

#[test]
fn the_official_schema_with_our_patch_is_our_schema() {
    let Some(folder) = official() else { return };
    for object in OBJECTS {
        let mut official = read(folder.join("schema").join(format!("{}.json", object.kind)));
        merge(&mut official, &patch(object.kind, BASE));
        assert_eq!(bare(official), bare(json_schema(object.kind, BASE)), "{}", object.kind);
        assert_eq!(
            patch(object.kind, BASE).get("properties").is_some(),
            added_to(object.kind).next().is_some()
        );
    }
}

#[test]
fn the_package_is_the_official_one_with_our_columns() {
    let Some(folder) = official() else { return };
    let theirs = read(folder.join("datapackage.json"));
    let ours = datapackage("Чернігів 2026", "Чернігів");
    assert_eq!(ours["name"], "---------2026");
    for (theirs, ours) in theirs["resources"]
        .as_array()
        .unwrap()
        .iter()
        .zip(ours["resources"].as_array().unwrap())
    {
        assert_eq!((&theirs["name"], &theirs["path"]), (&ours["name"], &ours["path"]));
        let shape = |fields: &Value| -> Vec<(Value, Value, Value, Value)> {
            let field = |f: &Value| {
                (
                    f["name"].clone(),
                    f["type"].clone(),
                    f["format"].clone(),
                    f["constraints"]["required"].clone(),
                )
            };
            fields.as_array().unwrap().iter().map(field).collect()
        };
        let (theirs, ours) = (shape(&theirs["schema"]["fields"]), shape(&ours["schema"]["fields"]));
        assert_eq!(ours[..theirs.len()], theirs[..]);
        assert!(ours[theirs.len()..].iter().all(|(.., required)| *required == json!(false)));
    }
}
