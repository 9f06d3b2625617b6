//! What the API says of itself.
use super::guide::town;
use http::StatusCode;
use kolo_directory::hsds::shape::OBJECTS;
use kolo_platform::Place;
use serde_json::{Value, json};

const HERE: &str = "/misto/api/hsds/v3";

fn references(json: &Value, found: &mut Vec<String>) {
    match json {
        Value::Object(members) => {
            found.extend(members.get("$ref").and_then(Value::as_str).map(str::to_owned));
            members.values().for_each(|member| references(member, found));
        }
        Value::Array(items) => items.iter().for_each(|item| references(item, found)),
        _ => {}
    }
}

#[tokio::test]
async fn the_first_answer_leads_to_the_others() {
    let town = town().await;
    for path in [HERE.to_owned(), format!("{HERE}/"), "/api/hsds/v3/".to_owned()] {
        let meta = town.visitor().get(&path).await.json();
        assert_eq!((&meta["version"], &meta["hsds_version"]), (&json!("HSDS-UK-3.0"), &json!("3.2")));
        for link in ["openapi_url", "profile"] {
            let target = meta[link].as_str().unwrap().strip_prefix("http://kolo.example").unwrap();
            assert_eq!(town.visitor().get(target).await.status, StatusCode::OK, "{target}");
        }
    }
}

#[tokio::test]
async fn the_description_is_closed_and_describes_every_address() {
    let town = town().await;
    let document = town.visitor().get(format!("{HERE}/openapi.json")).await.json();
    assert_eq!(
        (&document["openapi"], &document["servers"][0]["url"]),
        (&json!("3.1.0"), &json!("http://kolo.example/misto/api/hsds/v3"))
    );
    let mut targets = Vec::new();
    references(&document, &mut targets);
    for target in &targets {
        let pointer = target
            .strip_prefix('#')
            .unwrap_or_else(|| panic!("{target} leads out of the document"));
        assert!(document.pointer(pointer).is_some(), "{target} leads nowhere");
    }
    let mut served: Vec<(String, String)> = town
        .app
        .registry()
        .routes()
        .iter()
        .filter(|route| route.place == Place::Instance && route.path.starts_with("/api/hsds/v3/"))
        .filter(|route| !route.path.contains("{*") && !route.path.ends_with(".json") && !route.path.ends_with("/profile"))
        .map(|route| {
            (
                route.method.to_lowercase(),
                route.path.strip_prefix("/api/hsds/v3").unwrap().to_owned(),
            )
        })
        .collect();
    let mut described: Vec<(String, String)> = Vec::new();
    for (path, methods) in document["paths"].as_object().unwrap() {
        described.extend(methods.as_object().unwrap().keys().map(|method| (method.clone(), path.clone())));
    }
    served.sort();
    described.sort();
    assert_eq!(served, described);
    let mut operations: Vec<&str> = document["paths"]
        .as_object()
        .unwrap()
        .values()
        .flat_map(|m| m.as_object().unwrap().values())
        .map(|o| o["operationId"].as_str().unwrap())
        .collect();
    let all = operations.len();
    operations.sort_unstable();
    operations.dedup();
    assert_eq!(operations.len(), all);
}

#[tokio::test]
async fn the_profile_changes_the_standard_as_it_says() {
    let town = town().await;
    let profile = town.visitor().get(format!("{HERE}/profile")).await.json();
    for (folder, has) in [("profile", false), ("schema", true)] {
        for (file, object) in profile[folder].as_array().unwrap().iter().zip(OBJECTS) {
            let path = file.as_str().unwrap().strip_prefix("http://kolo.example").unwrap();
            let json = town.visitor().get(path).await.json();
            assert_eq!(json["$id"].as_str().unwrap().rsplit('/').next(), path.rsplit('/').next());
            assert_eq!(json.get("required").is_some(), has, "{path}");
            assert!(
                object
                    .fields
                    .iter()
                    .all(|field| json["properties"].get(field.name).is_some() == has),
                "{path}"
            );
        }
    }
    let package = town.visitor().get(format!("{HERE}/profile/datapackage.json")).await.json();
    assert_eq!(package["resources"].as_array().unwrap().len(), OBJECTS.len());
}
