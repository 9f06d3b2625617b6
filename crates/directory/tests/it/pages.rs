//! The guide's pages as visitors read them.
use super::{library, put_organization, put_place, put_service, town};
use kolo_directory::fixtures::{at, organization, phone, place, service, shelter, uk};
use kolo_directory::model::{
    AccessKind, Accessibility, Attribute, CostOption, HoursKnown, Language, RequiredDocument, ServiceWay, WayKind,
};
use kolo_directory::seed::{ensure_taxonomy, term_id};
use kolo_directory::store::write::{Blank, ServiceInput, remove_services};
use kolo_platform::Actor;
use kolo_testkit::Town;
use kolo_words::Lang;
use uuid::Uuid;

pub(crate) fn about(scheme: &str, key: &str) -> Attribute {
    Attribute {
        taxonomy_term_id: Some(term_id(scheme, key)),
        ..Attribute::blank()
    }
}

/// A lawyer in the library, on Mondays from ten to six.
pub(crate) async fn lawyer(town: &Town) -> Uuid {
    ensure_taxonomy(&town.app).await.unwrap();
    let library = library(town).await;
    let mut reading_room = place("Читальня", "вул. Книжна, 4");
    reading_room.accessibility = vec![Accessibility {
        kind: Some(AccessKind::Ramp),
        ..Accessibility::blank()
    }];
    let reading_room = put_place(town, reading_room).await;
    put_service(town, lawyer_at(library, reading_room)).await
}

pub(crate) fn lawyer_at(library: Uuid, place: Uuid) -> ServiceInput {
    let mut told = service(library, "Юрист у бібліотеці").open("MO", 10, 18);
    told.service.short = uk("Пояснить, які виплати вам належать.");
    told.service.description = uk("Розмова триває сорок хвилин.\n\nВона лишається між вами.");
    told.service.application_process = uk("Подзвоніть або прийдіть.");
    told.service.verified_on = "2026-09-01".parse().ok();
    told.phones = vec![phone("+380462000034")];
    told.languages = ["uk", "ky"]
        .map(|code| Language {
            code: Some(code.to_owned()),
            ..Language::blank()
        })
        .into();
    told.cost_options = vec![CostOption {
        amount_minor: Some(0),
        currency: Some("UAH".to_owned()),
        ..CostOption::blank()
    }];
    told.required_documents = vec![RequiredDocument {
        document: uk("Паспорт"),
        ..RequiredDocument::blank()
    }];
    told.ways = vec![ServiceWay {
        kind: WayKind::Telegram,
        address: "@yurist".to_owned(),
        ..ServiceWay::blank()
    }];
    told.terms = vec![about("situations", "displaced"), about("help", "legal")];
    told.places = vec![at(place)];
    told
}

#[tokio::test]
async fn a_service_page_says_all_a_person_needs_to_decide_and_to_go() {
    let town = town().await;
    let id = lawyer(&town).await;
    town.settle().await;
    let page = town.visitor().get(format!("/misto/services/{id}")).await;
    assert_eq!(page.heading(), "Юрист у бібліотеці");
    assert_eq!(page.one("aside .phone a").attribute("href"), Some("tel:+380462000034"));
    assert_eq!(page.one("aside > .state").text, "Працює до 18:00");
    assert_eq!(page.one("aside address").text, "вул. Книжна, 4, Київ");
    assert_eq!(page.one(".hours .is-today").text, "понеділок сьогодні10:00–18:00");
    assert_eq!(page.link("Telegram"), "https://t.me/yurist");
    assert_eq!(
        page.link("На OpenStreetMap"),
        "https://www.openstreetmap.org/?mlat=50.45&mlon=30.52#map=17/50.45/30.52"
    );
    let facts: Vec<_> = page.all(".facts dd").into_iter().map(|fact| fact.text).collect();
    assert_eq!(facts, ["Паспорт", "Безкоштовно", "українська, киргизька", "Пандус"]);
    assert_eq!(page.link("Переселенці"), "/misto/situations/displaced");
    assert!(page.says("Перевірено 1 вересня 2026 року"));
}

#[tokio::test]
async fn a_text_in_another_language_says_so() {
    let town = town().await;
    let mut told = service(library(&town).await, "Поради");
    told.service.short = uk("Українською");
    told.service.name = [(Lang::Uk, "Поради".to_owned()), (Lang::En, "Advice".to_owned())]
        .into_iter()
        .collect();
    let id = put_service(&town, told).await;
    let page = town.visitor().reading(Lang::En).get(format!("/misto/services/{id}")).await;
    assert_eq!(page.heading(), "Advice");
    assert_eq!(page.one(".page-head .lead span").attribute("lang"), Some("uk"));
    assert!(page.all("h1 span").is_empty(), "what is in the reader's language is not marked");
}

#[tokio::test]
async fn what_was_checked_long_ago_asks_to_call_first() {
    let town = town().await;
    let library = library(&town).await;
    let page_of = async |day: Option<&str>| {
        let mut told = service(library, "Порада");
        told.service.verified_on = day.and_then(|day| day.parse().ok());
        let id = put_service(&town, told).await;
        let page = town.visitor().get(format!("/misto/services/{id}")).await;
        page.all(".notice-warn").into_iter().map(|notice| notice.text).collect::<Vec<_>>()
    };
    // The town's clock stands on 7 September 2026.
    assert_eq!(page_of(Some("2026-03-11")).await, Vec::<String>::new());
    assert_eq!(
        page_of(Some("2026-03-10")).await,
        ["Це перевіряли давно, 10 березня 2026 року. Спершу зателефонуйте."]
    );
    assert_eq!(page_of(None).await, ["Цей запис ще ніхто не перевіряв. Спершу зателефонуйте."]);
}

#[tokio::test]
async fn unknown_hours_are_not_called_closed() {
    let town = town().await;
    let library = library(&town).await;
    let id = put_service(&town, service(library, "Порада")).await;
    let page = town.visitor().get(format!("/misto/services/{id}")).await;
    assert_eq!(page.one("aside > .state").text, "Години невідомі");
    assert!(page.says("Це не означає, що зачинено"));
    assert!(page.all(".hours").is_empty());
    let mut told = service(library, "Черговий");
    told.service.hours = HoursKnown::Always;
    let id = put_service(&town, told).await;
    let state = town.visitor().get(format!("/misto/services/{id}")).await.one("aside > .state");
    assert_eq!(
        (state.text.as_str(), state.attribute("class")),
        ("Цілодобово", Some("state state-open"))
    );
}

#[tokio::test]
async fn a_link_told_by_a_record_never_runs_in_the_page() {
    let town = town().await;
    let mut told = service(library(&town).await, "<script>alert(1)</script>");
    told.service.online_url = Some("javascript:alert(1)".to_owned());
    told.service.url = Some("data:text/html,x".to_owned());
    told.service.short = uk("</script><script>alert(2)</script>");
    let id = put_service(&town, told).await;
    let page = town.visitor().get(format!("/misto/services/{id}")).await;
    assert_eq!(page.heading(), "<script>alert(1)</script>");
    let hrefs = page
        .all("a")
        .into_iter()
        .map(|a| a.attribute("href").unwrap_or_default().to_owned());
    assert_eq!(
        hrefs
            .filter(|href| href.starts_with("javascript") || href.starts_with("data"))
            .count(),
        0
    );
    let own = page.all("script:not([src])");
    assert_eq!(
        own.iter().map(|script| script.attribute("type")).collect::<Vec<_>>(),
        [Some("application/ld+json")]
    );
    let data: serde_json::Value = serde_json::from_str(&own[0].text).unwrap();
    assert_eq!(data["description"], "</script><script>alert(2)</script>");
}

#[tokio::test]
async fn a_card_and_a_code_lead_back_to_the_page() {
    let town = town().await;
    let id = lawyer(&town).await;
    let card = town.visitor().get(format!("/misto/services/{id}/vcard")).await;
    let text = card.text().replace("\r\n ", "");
    assert_eq!(card.header("content-type"), "text/vcard; charset=utf-8");
    let url = format!("URL:http://kolo.example/misto/services/{id}");
    for line in [
        "FN:Юрист у бібліотеці",
        "ORG:Бібліотека",
        "TEL;TYPE=WORK:+380462000034",
        "ADR;TYPE=WORK:;;вул. Книжна\\, 4\\, Київ;;;;",
        &url,
    ] {
        assert!(text.lines().any(|told| told == line), "{line} is not in\n{text}");
    }
    let code = town.visitor().get(format!("/misto/services/{id}/qr.svg")).await;
    assert_eq!(code.header("content-type"), "image/svg+xml");
    assert!(code.text().contains("<svg"));
}

#[tokio::test]
async fn an_entry_that_was_removed_says_so_and_one_that_never_was_does_not() {
    let town = town().await;
    let id = lawyer(&town).await;
    let community = town.community.id;
    town.app
        .write(&Actor::house(), async |w| {
            remove_services(w, "directory.try", community, &[id]).await
        })
        .await
        .unwrap();
    let gone = town.visitor().get(format!("/misto/services/{id}")).await;
    assert_eq!(
        (gone.status.as_u16(), gone.heading()),
        (410, "Цього запису в путівнику вже немає".to_owned())
    );
    assert_eq!(
        town.visitor().get(format!("/misto/services/{}", Uuid::from_u128(7))).await.status,
        404
    );
    // The neighbour never had it.
    assert_eq!(town.visitor().get(format!("/susid/services/{id}")).await.status, 404);
}

#[tokio::test]
async fn one_page_has_one_address() {
    let town = town().await;
    let id = lawyer(&town).await;
    town.settle().await;
    let region = town.visitor().get("/region/services").await;
    assert_eq!(region.link("Юрист у бібліотеці"), format!("/misto/services/{id}"));
    assert_eq!(region.one(".row-by").text, "Бібліотека, Місто");
    let moved = town.visitor().get(format!("/region/services/{id}")).await;
    assert_eq!(
        (moved.status.as_u16(), moved.header("location")),
        (307, format!("/misto/services/{id}").as_str())
    );
    assert_eq!(town.visitor().get(format!("/susid/services/{id}")).await.status, 404);
}

#[tokio::test]
async fn a_shelter_is_on_the_pages_and_its_street_is_not() {
    let town = town().await;
    ensure_taxonomy(&town.app).await.unwrap();
    let owner = put_organization(&town, organization("Притулки")).await;
    let mut hidden = shelter("Кризова кімната", "вул. Канаркова, 77");
    hidden.organization_id = Some(owner);
    hidden.place.transportation = uk("Автобус до Канаркової");
    let hidden = put_place(&town, hidden).await;
    let mut told = service(owner, "Захист");
    told.places = vec![at(hidden)];
    told.terms = vec![about("situations", "violence-at-home"), about("help", "crisis-shelter")];
    let id = put_service(&town, told).await;
    town.settle().await;
    let pages = [
        "/misto".to_owned(),
        "/misto/services".to_owned(),
        "/misto/services?q=захист".to_owned(),
        "/misto/services?view=print".to_owned(),
        format!("/misto/services/{id}"),
        format!("/misto/services/{id}/vcard"),
        "/misto/organizations".to_owned(),
        format!("/misto/organizations/{owner}"),
        format!("/misto/organizations/{owner}/vcard"),
        "/misto/places".to_owned(),
        format!("/misto/places/{hidden}"),
        "/misto/places.geojson".to_owned(),
        "/misto/situations/violence-at-home".to_owned(),
        "/misto/suggest?q=кана".to_owned(),
    ];
    for path in pages {
        let page = town.visitor().get(&path).await;
        assert_eq!(page.status, 200, "{path}");
        let text = page.text();
        assert!(
            !text.contains("Канарков") && !text.contains("50.45"),
            "{path} tells where the shelter is:\n{text}"
        );
    }
    let page = town.visitor().get(format!("/misto/services/{id}")).await;
    assert!(page.says("Заради безпеки людей адресу кажуть лише телефоном."));
}
