//! What holds for every page: it is whole in every language, and a longer list costs no more questions to the database.
use super::pages::{lawyer, lawyer_at};
use super::{library, put_place, put_service, town};
use kolo_directory::fixtures::{at, place, uk};
use kolo_directory::seed::ensure_taxonomy;
use kolo_testkit::Town;
use kolo_words::Lang;
use std::time::Duration;

/// How many questions a page asks of the database.
async fn cost(town: &Town, path: &str) -> usize {
    // Each look is a new one: nothing comes from memory.
    town.clock.pass(Duration::from_secs(61));
    let (page, statements) = town.statements(town.visitor().get(path)).await;
    assert_eq!(page.status, 200, "{path}: {}", page.text());
    statements
}

#[tokio::test]
async fn a_longer_list_asks_the_database_no_more_often() {
    let town = town().await;
    ensure_taxonomy(&town.app).await.unwrap();
    let library = library(&town).await;
    let add = async |street: &str| {
        let room = put_place(&town, place(street, street)).await;
        let mut told = lawyer_at(library, room);
        told.service.is_hotline = street == "вул. Перша";
        put_service(&town, told).await;
        town.settle().await;
    };
    add("вул. Перша").await;
    add("вул. Друга").await;
    let paths = [
        "/misto".to_owned(),
        "/misto/services".to_owned(),
        "/misto/services?q=юрист".to_owned(),
        "/misto/services?view=print".to_owned(),
        "/misto/organizations".to_owned(),
        format!("/misto/organizations/{library}"),
        "/misto/places".to_owned(),
        "/misto/situations".to_owned(),
        "/misto/help/legal".to_owned(),
        "/misto/hotlines".to_owned(),
        "/misto/a-z".to_owned(),
        "/misto/suggest?q=юри".to_owned(),
    ];
    let costs = async || {
        let mut costs = Vec::new();
        for path in &paths {
            costs.push((path.as_str(), cost(&town, path).await));
        }
        costs
    };
    let short = costs().await;
    add("вул. Третя").await;
    add("вул. Четверта").await;
    assert_eq!(costs().await, short);
}

#[tokio::test]
async fn a_service_at_more_places_asks_the_database_no_more_often() {
    let town = town().await;
    ensure_taxonomy(&town.app).await.unwrap();
    let library = library(&town).await;
    let mut rooms = Vec::new();
    for street in ["вул. Перша", "вул. Друга", "вул. Третя"] {
        rooms.push(put_place(&town, place(street, street)).await);
    }
    let one = put_service(&town, lawyer_at(library, rooms[0])).await;
    let mut told = lawyer_at(library, rooms[0]);
    told.service.name = uk("Юрист у трьох місцях");
    told.places = rooms.iter().map(|room| at(*room)).collect();
    let three = put_service(&town, told).await;
    town.settle().await;
    let [one, three] = [format!("/misto/services/{one}"), format!("/misto/services/{three}")];
    assert_eq!(cost(&town, &three).await, cost(&town, &one).await);
}

#[tokio::test]
async fn every_page_is_whole_in_every_language() {
    let town = town().await;
    let service = format!("/misto/services/{}", lawyer(&town).await);
    town.settle().await;
    let organization = town.visitor().get("/misto/organizations").await.link("Бібліотека");
    let place = town.visitor().get("/misto/places").await.link("Читальня");
    let paths = [
        "/",
        "/misto",
        "/region",
        "/misto/services",
        "/misto/services?q=юрист&cost=free&open=mo&age=70&near=50.45,30.52&km=5&sort=distance",
        "/misto/services?q=юрист&cost=paid&open=su&age=0&way=sms&accessibility=ramp&language=ky&city=київ",
        "/misto/services?q=кхмшщ",
        "/misto/services?view=map",
        "/misto/services?view=print",
        &service,
        &format!("{service}/report"),
        &format!("{service}/report/thanks"),
        &organization,
        &format!("{organization}/report"),
        &place,
        &format!("{place}/report"),
        "/misto/organizations",
        "/misto/places",
        "/misto/situations",
        "/misto/situations/displaced",
        "/misto/situations/suicidal-thoughts",
        "/misto/help/legal",
        "/misto/hotlines",
        "/misto/a-z",
        "/misto/a-z?of=organizations",
        "/misto/saved",
        "/susid",
        "/susid/services",
        "/susid/a-z",
    ];
    for lang in Lang::ALL {
        for path in paths {
            let page = town.visitor().reading(lang).get(path).await;
            assert_eq!(page.status, 200, "{path}");
            assert_eq!(page.one("html").attribute("lang"), Some(lang.code()), "{path}");
            assert_eq!(page.all("h1").len(), 1, "{path}");
            for field in page.all("main input:not([type=hidden]), main select, main textarea") {
                let id = field.attribute("id").unwrap_or_default();
                assert_eq!(
                    page.all(&format!("label[for=\"{id}\"]")).len(),
                    1,
                    "{path}: the field {id} has no name"
                );
            }
            let ids: Vec<_> = page
                .all("[id]")
                .iter()
                .map(|element| element.attribute("id").unwrap_or_default().to_owned())
                .collect();
            let once: std::collections::BTreeSet<_> = ids.iter().collect();
            assert_eq!(once.len(), ids.len(), "{path}: an id stands twice");
        }
    }
    assert_eq!(town.app.words().missing(), Vec::<String>::new());
}
