//! A place nobody may find is in no byte that anybody may read.
use super::guide::{
    ELSEWHERE, FUND, HALL, LAWYER, LIBRARY, NEIGHBOUR, OFFICE, READING, REFUGE, SECRETS, SHELTER, id, town, town_behind_a_proxy,
};
use http::Request;
use kolo_directory::open::export_tabular;
use kolo_platform::{Permission, Place};
use kolo_testkit::Town;
use std::io::{Cursor, Read};
use uuid::Uuid;

/// Every public address of the route table, for every record of the guide, asked in every way that changes the answer.
async fn addresses(town: &Town) -> Vec<String> {
    let visits: Vec<Uuid> = kolo_directory::store::visits(&town.app.db().reader, &[town.community.id, town.neighbour.id])
        .await
        .unwrap()
        .into_iter()
        .map(|visit| visit.id)
        .collect();
    let records = [LIBRARY, FUND, NEIGHBOUR, HALL, SHELTER, OFFICE, LAWYER, READING, REFUGE, ELSEWHERE].map(id);
    let files = ["service", "location", "address"].map(|kind| format!("schema/{kind}.json"));
    let (mut lists, mut addresses) = (Vec::new(), Vec::new());
    for route in town
        .app
        .registry()
        .routes()
        .iter()
        .filter(|route| route.method == "GET" && route.permission == Permission::PUBLIC)
    {
        let prefixes = if route.place == Place::Instance {
            vec![""]
        } else {
            vec!["/region", "/misto"]
        };
        for prefix in prefixes {
            let path = format!("{prefix}{}", route.path);
            match path.split_once('{') {
                None => lists.push(path),
                Some((head, tail)) if tail.starts_with('*') => addresses.extend(files.iter().map(|file| format!("{head}{file}"))),
                Some((head, tail)) => {
                    let rest = tail.split_once('}').map_or("", |(_, rest)| rest);
                    addresses.extend(records.iter().chain(&visits).map(|id| format!("{head}{id}{rest}")));
                }
            }
        }
    }
    let questions = [
        "?full=true&per_page=500",
        "?format=ndjson&full=true",
        "?full_service=true",
        "?modified_after=2000-01-01T00:00:00Z",
        "?q=притулок",
        "?search=притулок&full=true",
        "?q=canary",
        "?search=canary",
        "?near=51.777123,31.888456&km=1",
        "?postcode=CANARY99&proximity=1000",
        "?latitude=51.777123&longitude=31.888456&proximity=1000",
    ];
    addresses.extend(
        lists
            .iter()
            .flat_map(|list| questions.iter().map(move |question| format!("{list}{question}"))),
    );
    addresses.extend(lists);
    addresses
}

/// The body as text, archives unpacked.
fn readable(bytes: &[u8]) -> String {
    let Ok(mut archive) = zip::ZipArchive::new(Cursor::new(bytes)) else {
        return String::from_utf8_lossy(bytes).into_owned();
    };
    let mut text = String::new();
    for at in 0..archive.len() {
        let mut bytes = Vec::new();
        archive.by_index(at).unwrap().read_to_end(&mut bytes).unwrap();
        text.push_str(&String::from_utf8_lossy(&bytes));
    }
    text
}

/// What is told; a page repeats the question it was asked, so a secret of the question itself is not looked for.
fn leaks(text: &str, address: &str) -> Vec<String> {
    let told = SECRETS
        .iter()
        .filter(|secret| !address.contains(**secret) && text.contains(**secret));
    told.map(|secret| format!("{secret} at {address}")).collect()
}

#[tokio::test]
async fn no_public_answer_tells_where_the_shelter_is() {
    let town = town_behind_a_proxy().await;
    let (mut leaked, mut answered, mut about, mut clients) = (Vec::new(), 0, 0, 0);
    for address in addresses(&town).await {
        // Everybody asks one question, so that the limit on reading does not answer instead.
        clients += 1;
        let request = Request::get(&address).header("x-forwarded-for", format!("10.0.{}.{}", clients / 250, clients % 250));
        let page = town.visitor().send(request.body(axum::body::Body::empty()).unwrap()).await;
        let text = readable(&page.bytes);
        leaked.extend(leaks(&format!("{:?} {text}", page.headers), &address));
        answered += usize::from(page.status.is_success());
        about += usize::from(text.contains("Притулок"));
    }
    assert_eq!(leaked, Vec::<String>::new());
    // Without this, an empty guide would pass.
    assert!(answered > 200 && about > 20, "{answered} answers, {about} about the shelter");
}

#[tokio::test]
async fn the_exported_package_does_not_tell_either() {
    let town = town().await;
    let folder = tempfile::tempdir().unwrap();
    export_tabular(&town.app, &[town.community.id, town.neighbour.id], folder.path())
        .await
        .unwrap();
    let mut bytes = 0;
    for file in std::fs::read_dir(folder.path()).unwrap() {
        let text = std::fs::read_to_string(file.unwrap().path()).unwrap();
        bytes += text.len();
        assert_eq!(leaks(&text, "the export"), Vec::<String>::new());
    }
    assert!(bytes > 10_000);
}

#[tokio::test]
async fn the_help_itself_is_found() {
    let town = town().await;
    let service = town
        .visitor()
        .get(format!("/misto/api/hsds/v3/services/{}", id(REFUGE)))
        .await
        .json();
    assert_eq!(service["phones"][0]["number"], "+380462000009");
    let location = &service["service_at_locations"][0]["location"];
    assert_eq!(
        (location["name"].as_str(), location["is_confidential"].as_bool()),
        (Some("Притулок"), Some(true))
    );
    assert_eq!(location["accessibility"][0]["kind"], "ramp");
    let members: Vec<&str> = location.as_object().unwrap().keys().map(String::as_str).collect();
    for hidden in [
        "latitude",
        "longitude",
        "addresses",
        "phones",
        "contacts",
        "url",
        "transportation",
        "external_identifier",
    ] {
        assert!(!members.contains(&hidden), "{hidden}");
    }
}
