//! The HSDS API as a program meets it.
use super::guide::{ELSEWHERE, FUND, HALL, LAWYER, LIBRARY, NEIGHBOUR, OFFICE, READING, REFUGE, SHELTER, id, organization, service, town};
use axum::body::Body;
use http::{Request, StatusCode};
use kolo_directory::hsds::Record;
use kolo_directory::model::{Kind, Status, Words};
use kolo_directory::seed::term_id;
use kolo_directory::store::write;
use kolo_platform::Actor;
use kolo_testkit::{Page, Town};
use kolo_words::Lang;
use serde_json::{Value, json};
use std::collections::BTreeSet;
use uuid::Uuid;

const HERE: &str = "/misto/api/hsds/v3";
const VERB: &str = "directory.edit";

async fn get(town: &Town, path: &str) -> Page {
    town.visitor().get(path).await
}

async fn page(town: &Town, path: &str) -> Value {
    let page = get(town, path).await;
    assert_eq!(
        (page.status, page.header("content-type")),
        (StatusCode::OK, "application/json"),
        "{path}: {}",
        page.text()
    );
    page.json()
}

fn ids(page: &Value) -> BTreeSet<Uuid> {
    page["contents"]
        .as_array()
        .unwrap()
        .iter()
        .map(|record| record["id"].as_str().unwrap().parse().unwrap())
        .collect()
}

fn set<const N: usize>(numbers: [u128; N]) -> BTreeSet<Uuid> {
    numbers.into_iter().map(id).collect()
}

async fn found(town: &Town, query: &str) -> BTreeSet<Uuid> {
    ids(&page(town, &format!("{HERE}/services?{query}")).await)
}

fn nulls(json: &Value) -> usize {
    match json {
        Value::Null => 1,
        Value::Array(items) => items.iter().map(nulls).sum(),
        Value::Object(members) => members.values().map(nulls).sum(),
        _ => 0,
    }
}

#[tokio::test]
async fn every_list_and_every_record_is_what_the_standard_describes() {
    let town = town().await;
    let lists = [
        ("services", Kind::Service, 3),
        ("organizations", Kind::Organization, 2),
        ("service_at_locations", Kind::ServiceAtLocation, 3),
        ("locations", Kind::Location, 2),
        ("taxonomies", Kind::Taxonomy, 2),
        ("taxonomy_terms", Kind::TaxonomyTerm, 0),
    ];
    for (name, kind, expected) in lists {
        for query in ["", "?full=true"] {
            if !query.is_empty() && matches!(kind, Kind::Taxonomy | Kind::TaxonomyTerm) {
                continue;
            }
            let list = page(&town, &format!("{HERE}/{name}{query}")).await;
            assert!(
                expected == 0 || list["total_items"] == json!(expected),
                "{name}: {}",
                list["total_items"]
            );
            assert_eq!(nulls(&list), 0);
            for item in list["contents"].as_array().unwrap() {
                assert_eq!(faults(item, kind), Vec::<String>::new(), "{name}{query}");
                let whole = page(&town, &format!("{HERE}/{name}/{}", item["id"].as_str().unwrap())).await;
                assert_eq!(faults(&whole, kind), Vec::<String>::new(), "{name}");
                assert_eq!((nulls(&whole), &whole["id"], &whole["name"]), (0, &item["id"], &item["name"]));
            }
        }
    }
}

/// What the standard's compiled schemas add is looked at apart: services of an organization, the service of a visit.
fn faults(record: &Value, kind: Kind) -> Vec<String> {
    let mut record = record.clone();
    let fields = record.as_object_mut().unwrap();
    let mut faults = Vec::new();
    if kind == Kind::Organization {
        for service in fields.remove("services").unwrap_or_default().as_array().unwrap_or(&Vec::new()) {
            faults.extend(Record::faults(service, Kind::Service));
        }
    }
    if kind == Kind::ServiceAtLocation {
        faults.extend(
            fields
                .remove("service")
                .iter()
                .flat_map(|service| Record::faults(service, Kind::Service)),
        );
    }
    faults.extend(Record::faults(&record, kind));
    faults
}

#[tokio::test]
async fn a_service_is_told_whole() {
    let town = town().await;
    let service = page(&town, &format!("{HERE}/services/{}", id(LAWYER))).await;
    let texts = ["name", "url", "email", "status", "assured_date", "text_language"].map(|name| service[name].as_str().unwrap());
    assert_eq!(
        texts,
        [
            "Правова консультація",
            "https://example.org/%D0%BF%D1%80%D0%B0%D0%B2%D0%BE?q=%D1%97%D0%B6%D0%B0",
            "law@example.org",
            "active",
            "2026-09-01",
            "uk"
        ]
    );
    assert_eq!(service["translations"]["en"]["name"], "Legal advice");
    assert_eq!(service["last_modified"], "2026-09-07T12:00:00.000Z");
    assert_eq!(service["schedules"][0]["opens_at"], "09:00+03:00");
    // A text line beside the voice line, a messenger beside the page of questions.
    let numbers: Vec<_> = service["phones"]
        .as_array()
        .unwrap()
        .iter()
        .map(|phone| phone["number"].as_str().unwrap())
        .collect();
    assert_eq!(numbers, ["+380462000003", "+380462000005"]);
    assert_eq!(service["additional_urls"].as_array().unwrap().len(), 2);
    let at = &service["service_at_locations"][0];
    assert_eq!(
        (&at["location_id"], &at["location"]["addresses"][0]["postal_code"]),
        (&json!(id(HALL)), &json!("14000"))
    );
    assert_eq!(
        (&service["capacities"][0]["unit"]["name"], &service["capacities"][0]["available"]),
        (&json!("місця"), &json!(3))
    );
    let terms: Vec<_> = service["attributes"]
        .as_array()
        .unwrap()
        .iter()
        .map(|a| a["taxonomy_term"]["taxonomy_detail"]["name"].clone())
        .collect();
    assert_eq!(terms, [json!("Види допомоги"), json!("Життєві ситуації"), Value::Null]);
}

#[tokio::test]
async fn pages_together_are_the_whole_list() {
    let town = town().await;
    let mut walked = Vec::new();
    for number in 1..=3 {
        let answer = get(&town, &format!("/api/hsds/v3/services?per_page=2&page={number}")).await;
        let page = answer.json();
        let size = page["contents"].as_array().unwrap().len();
        let members = [
            "total_items",
            "total_pages",
            "page_number",
            "size",
            "first_page",
            "last_page",
            "empty",
        ]
        .map(|name| page[name].clone());
        assert_eq!(
            members,
            [
                json!(4),
                json!(2),
                json!(number),
                json!(size),
                json!(number == 1),
                json!(number >= 2),
                json!(number == 3)
            ],
            "page {number}"
        );
        assert_eq!(
            answer.header("link").contains("rel=\"next\""),
            number == 1,
            "{}",
            answer.header("link")
        );
        walked.extend(ids(&page));
    }
    assert_eq!(walked.len(), 4);
    assert_eq!(
        walked.into_iter().collect::<BTreeSet<_>>(),
        set([LAWYER, READING, REFUGE, ELSEWHERE])
    );
}

#[tokio::test]
async fn a_community_sees_itself_and_what_is_below_it() {
    let town = town().await;
    let all = set([LAWYER, READING, REFUGE, ELSEWHERE]);
    assert_eq!(ids(&page(&town, "/api/hsds/v3/services").await), all);
    assert_eq!(ids(&page(&town, "/region/api/hsds/v3/services").await), all);
    assert_eq!(
        ids(&page(&town, "/misto/api/hsds/v3/services").await),
        set([LAWYER, READING, REFUGE])
    );
    assert_eq!(ids(&page(&town, "/susid/api/hsds/v3/locations").await), set([OFFICE]));
    for stranger in [
        format!("services/{}", id(ELSEWHERE)),
        format!("organizations/{}", id(NEIGHBOUR)),
        format!("locations/{}", id(OFFICE)),
    ] {
        assert_eq!(
            get(&town, &format!("{HERE}/{stranger}")).await.status,
            StatusCode::NOT_FOUND,
            "{stranger}"
        );
    }
}

#[tokio::test]
async fn every_filter_narrows_what_the_others_left() {
    let town = town().await;
    let legal = term_id("help", "legal");
    let displaced = term_id("situations", "displaced");
    let library = id(LIBRARY);
    assert_eq!(found(&town, &format!("taxonomy_term_id={legal}")).await, set([LAWYER, READING]));
    assert_eq!(found(&town, &format!("taxonomy_term_id={displaced}")).await, set([LAWYER]));
    assert_eq!(found(&town, &format!("organization_id={library}")).await, set([LAWYER, READING]));
    assert_eq!(
        found(&town, &format!("organization_id={library}&taxonomy_term_id={displaced}")).await,
        set([LAWYER])
    );
    assert_eq!(
        found(&town, &format!("organization_id={}&taxonomy_term_id={legal}", id(FUND))).await,
        set([])
    );
    assert_eq!(found(&town, "minimum_age=18").await, set([LAWYER, READING]));
    assert_eq!(found(&town, "minimum_age=19").await, set([READING]));
    assert_eq!(found(&town, "maximum_age=60").await, set([LAWYER]));
    assert_eq!(found(&town, "minimum_age=19&maximum_age=60").await, set([]));
    assert_eq!(
        found(&town, &format!("minimum_age=18&organization_id={library}&search=паспорт")).await,
        set([LAWYER])
    );
    assert_eq!(
        found(&town, &format!("minimum_age=19&organization_id={library}&search=паспорт")).await,
        set([])
    );
    assert_eq!(
        found(&town, "modified_after=2026-09-07T12:00:00Z").await,
        set([LAWYER, READING, REFUGE])
    );
    assert_eq!(found(&town, "modified_after=2026-09-07T12:00:01Z").await, set([]));
    assert_eq!(
        found(&town, "start_time=10:00").await,
        set([LAWYER, READING]),
        "the hall opens at ten"
    );
    assert_eq!(found(&town, "end_time=12:00&day=MO").await, set([LAWYER]));
    assert_eq!(found(&town, "day=SU").await, set([]));
    assert_eq!(found(&town, &format!("organization_id={}", Uuid::from_u128(7))).await, set([]));
}

#[tokio::test]
async fn every_word_of_a_name_finds_it() {
    let town = town().await;
    for word in ["Правова", "консультація", "консультації", "legal", "advice"] {
        assert!(found(&town, &format!("search={word}")).await.contains(&id(LAWYER)), "{word}");
    }
    assert_eq!(found(&town, "search=qzxjvqzxjv").await, set([]));
    let organizations = page(&town, &format!("{HERE}/organizations?search=Короленка")).await;
    assert_eq!(ids(&organizations), set([LIBRARY]));
    let visits = page(&town, &format!("{HERE}/service_at_locations?search=паспорт")).await;
    assert_eq!(
        (&visits["total_items"], &visits["contents"][0]["service_id"]),
        (&json!(1), &json!(id(LAWYER)))
    );
    let terms = page(&town, &format!("{HERE}/taxonomy_terms?search=правова")).await;
    assert!(ids(&terms).contains(&term_id("help", "legal")));
    assert_eq!(ids(&page(&town, &format!("{HERE}/taxonomies?search=види+допомоги")).await).len(), 1);
}

#[tokio::test]
async fn terms_are_walked_from_the_top() {
    let town = town().await;
    let top = page(&town, &format!("{HERE}/taxonomy_terms?top_only=true&per_page=500")).await;
    assert!(
        top["contents"]
            .as_array()
            .unwrap()
            .iter()
            .all(|term| term.get("parent_id").is_none())
    );
    let families = term_id("situations", "families-in-hardship");
    let below = page(&town, &format!("{HERE}/taxonomy_terms?parent_id={families}&per_page=500")).await;
    assert!(
        below["contents"]
            .as_array()
            .unwrap()
            .iter()
            .all(|term| term["parent_id"] == json!(families))
    );
    assert!(ids(&below).contains(&term_id("situations", "single-parents")));
}

#[tokio::test]
async fn near_means_near_to_places_that_may_be_known() {
    let town = town().await;
    assert_eq!(found(&town, "postcode=14000&proximity=100").await, set([LAWYER, READING]));
    assert_eq!(
        found(&town, "latitude=51.4935&longitude=31.2947&proximity=50").await,
        set([LAWYER, READING])
    );
    assert_eq!(found(&town, "latitude=51.6&longitude=31.2947&proximity=50").await, set([]));
    // At the door of the shelter there is nothing, and its postcode is no postcode.
    assert_eq!(found(&town, "latitude=51.777123&longitude=31.888456&proximity=1000").await, set([]));
    assert_eq!(found(&town, "postcode=CANARY99").await, set([]));
    assert_eq!(found(&town, "postcode=CANARY99&proximity=1000000").await, set([]));
    // The area drawn by hand covers the hall's postcode.
    assert_eq!(found(&town, "postcode=14000").await, set([LAWYER, READING]));
    let visits = page(&town, &format!("{HERE}/service_at_locations?postcode=14000&proximity=100")).await;
    assert_eq!(visits["total_items"], 2);
}

#[tokio::test]
async fn the_same_is_told_line_by_line() {
    let town = town().await;
    let lines = get(&town, "/api/hsds/v3/services?format=ndjson&per_page=1&full=true").await;
    assert_eq!(lines.header("content-type"), "application/x-ndjson");
    let records: Vec<Value> = lines.text().lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(records.len(), 4);
    let page = page(&town, "/api/hsds/v3/services?full=true").await;
    assert_eq!(&records, page["contents"].as_array().unwrap());
}

#[tokio::test]
async fn a_minimal_list_says_only_what_changed_when() {
    let town = town().await;
    let list = page(&town, &format!("{HERE}/services?minimal=true")).await;
    let (id, at) = (json!(id(LAWYER)), json!("2026-09-07T12:00:00.000Z"));
    assert_eq!(list["contents"][0], json!({"id": id, "last_modified": at, "modified_date": at}));
    assert_eq!((&list["total_pages"], &list["size"]), (&json!(1), &json!(3)));
}

#[tokio::test]
async fn an_organization_comes_with_its_services() {
    let town = town().await;
    let own = page(&town, &format!("{HERE}/organizations/{}", id(LIBRARY))).await;
    let names = |json: &Value| -> Vec<String> {
        json.as_array()
            .unwrap()
            .iter()
            .map(|s| s["name"].as_str().unwrap().to_owned())
            .collect()
    };
    assert_eq!(names(&own["services"]), ["Правова консультація", "=Книги додому+"]);
    assert_eq!(
        (own["services"][0].get("phones"), &own["organization_identifiers"][0]["identifier"]),
        (None, &json!("14360570"))
    );
    let whole = page(&town, &format!("{HERE}/organizations/{}?full_service=true", id(LIBRARY))).await;
    assert_eq!(whole["services"][0]["phones"][0]["number"], "+380462000003");
    let list = page(&town, &format!("{HERE}/organizations")).await;
    assert_eq!(list["contents"][0].get("services"), None);
}

#[tokio::test]
async fn searching_by_post_is_the_same_as_by_get() {
    let town = town().await;
    for list in [
        "services",
        "organizations",
        "service_at_locations",
        "locations",
        "taxonomies",
        "taxonomy_terms",
    ] {
        let address = format!("{HERE}/{list}?per_page=1");
        let post = town
            .visitor()
            .send(
                Request::post(&address)
                    .header("origin", "https://other.example")
                    .body(Body::empty())
                    .unwrap(),
            )
            .await;
        assert_eq!((post.status, post.json()), (StatusCode::OK, page(&town, &address).await), "{list}");
    }
}

#[tokio::test]
async fn pages_of_other_sites_may_read() {
    let town = town().await;
    for path in [
        HERE.to_owned(),
        format!("{HERE}/services"),
        format!("{HERE}/services?page=x"),
        format!("{HERE}/nothing"),
        format!("{HERE}/openapi.json"),
    ] {
        assert_eq!(get(&town, &path).await.header("access-control-allow-origin"), "*", "{path}");
    }
}

#[tokio::test]
async fn what_did_not_change_is_not_sent_again() {
    let town = town().await;
    let path = format!("{HERE}/services/{}", id(LAWYER));
    let first = get(&town, &path).await;
    let again = |tag: String| {
        let request = Request::get(&path).header("if-none-match", tag).body(Body::empty()).unwrap();
        let visitor = town.visitor();
        async move { visitor.send(request).await }
    };
    let known = again(first.header("etag").to_owned()).await;
    assert_eq!((known.status, known.bytes.len()), (StatusCode::NOT_MODIFIED, 0));
    let renamed = service(LAWYER, LIBRARY, Words::one(Lang::Uk, "Юрист"));
    put(&town, renamed).await;
    let changed = again(first.header("etag").to_owned()).await;
    assert_eq!((changed.status, &changed.json()["name"]), (StatusCode::OK, &json!("Юрист")));
}

async fn put(town: &Town, input: write::ServiceInput) {
    let here = town.community.id;
    town.app
        .write(&Actor::house(), async |w| write::put_services(w, VERB, here, vec![input]).await)
        .await
        .unwrap();
    town.settle().await;
}

#[tokio::test]
async fn mistakes_are_problems_that_name_the_parameter() {
    let town = town().await;
    for (query, status, parameter) in [
        ("services?page=0", 400, "page"),
        ("services?per_page=9999", 400, "per_page"),
        ("services?modified_after=now", 400, "modified_after"),
        ("services?search=a%00b", 400, "search"),
        ("taxonomies?organization_id=1", 400, "organization_id"),
        ("services?format=xml", 406, "format"),
        ("services?proximity=5", 422, "proximity"),
    ] {
        let answer = get(&town, &format!("{HERE}/{query}")).await;
        assert_eq!(
            (answer.status.as_u16(), answer.header("content-type")),
            (status, "application/problem+json"),
            "{query}"
        );
        let problem = answer.json();
        assert_eq!(
            (&problem["status"], &problem["parameter"]),
            (&json!(status), &json!(parameter)),
            "{query}"
        );
    }
    for path in [
        "services/no-such-id",
        "services/00000000-0000-0000-0000-0000deadbeef",
        "locations/1",
        "nothing/at/all",
        "profile/schema/x.json",
    ] {
        let answer = get(&town, &format!("{HERE}/{path}")).await;
        assert_eq!(
            (answer.status.as_u16(), answer.header("content-type")),
            (404, "application/problem+json"),
            "{path}"
        );
    }
}

#[tokio::test]
async fn a_copy_learns_what_it_must_forget() {
    let town = town().await;
    let since = "modified_after=2026-09-07T12:00:00Z";
    let gone = |page: &Value| -> Vec<Uuid> {
        page["deleted"]
            .as_array()
            .unwrap()
            .iter()
            .map(|d| d["id"].as_str().unwrap().parse().unwrap())
            .collect()
    };
    assert_eq!(gone(&page(&town, &format!("{HERE}/services?{since}")).await), Vec::<Uuid>::new());
    assert_eq!(page(&town, &format!("{HERE}/services")).await.get("deleted"), None);

    let here = town.community.id;
    town.app
        .write(&Actor::house(), async |w| {
            write::remove_services(w, VERB, here, &[id(LAWYER)]).await
        })
        .await
        .unwrap();
    let mut closed = service(READING, LIBRARY, Words::one(Lang::Uk, "Книги додому"));
    closed.service.status = Status::Defunct;
    put(&town, closed).await;

    let list = page(&town, &format!("{HERE}/services?{since}")).await;
    assert_eq!((gone(&list), ids(&list)), (vec![id(LAWYER), id(READING)], set([REFUGE])));
    let all = page(
        &town,
        list["deleted_url"].as_str().unwrap().strip_prefix("http://kolo.example").unwrap(),
    )
    .await;
    assert_eq!(ids(&all), set([LAWYER, READING]));
    assert_eq!(
        all["contents"][0],
        json!({"id": id(LAWYER), "entity": "service", "deleted_at": "2026-09-07T12:00:00.000Z"})
    );
    assert_eq!(
        get(&town, &format!("{HERE}/services/{}", id(READING))).await.status,
        StatusCode::NOT_FOUND
    );
    assert_eq!(page(&town, "/susid/api/hsds/v3/deleted").await["total_items"], 0);

    // What comes back is not gone.
    put(&town, service(LAWYER, LIBRARY, Words::one(Lang::Uk, "Юрист"))).await;
    assert_eq!(gone(&page(&town, &format!("{HERE}/services?{since}")).await), [id(READING)]);
}

#[tokio::test]
async fn what_belongs_to_a_closed_organization_is_gone_with_it() {
    let town = town().await;
    let here = town.community.id;
    let mut closed = organization(FUND, Words::one(Lang::Uk, "Фонд Опора"));
    closed.organization.status = Status::Defunct;
    town.app
        .write(&Actor::house(), async |w| {
            write::put_organizations(w, VERB, here, vec![closed]).await
        })
        .await
        .unwrap();
    let all = page(&town, &format!("{HERE}/deleted")).await;
    let gone: BTreeSet<(String, Uuid)> = all["contents"]
        .as_array()
        .unwrap()
        .iter()
        .map(|d| (d["entity"].as_str().unwrap().to_owned(), d["id"].as_str().unwrap().parse().unwrap()))
        .filter(|(entity, _)| entity != "service_at_location")
        .collect();
    let expected = [("organization", FUND), ("service", REFUGE), ("location", SHELTER)];
    assert_eq!(gone, expected.into_iter().map(|(entity, n)| (entity.to_owned(), id(n))).collect());
}

#[tokio::test]
async fn a_longer_list_asks_the_database_no_more_often() {
    let town = town().await;
    let mut counts = Vec::new();
    for page in ["per_page=1", "per_page=3"] {
        for depth in ["", "&full=true"] {
            let path = format!("{HERE}/services?{page}{depth}");
            let (answer, statements) = town.statements(get(&town, &path)).await;
            counts.push((answer.json()["size"].as_u64().unwrap(), statements));
        }
    }
    let [(1, one), (1, one_whole), (3, three), (3, three_whole)] = counts[..] else {
        panic!("{counts:?}")
    };
    assert!(three <= one && three_whole <= one_whole, "{counts:?}");
}
