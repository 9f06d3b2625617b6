//! Lists: searching, narrowing down, loosening, printing, letters, hotlines.
use super::pages::{about, lawyer};
use super::{library, put_service, town};
use kolo_directory::fixtures::{phone, service};
use kolo_directory::model::{CostOption, HoursKnown};
use kolo_directory::store;
use kolo_directory::store::write::Blank;
use kolo_testkit::Page;
use std::time::Duration;

fn titles(page: &Page) -> Vec<String> {
    page.all(".row-title a").into_iter().map(|row| row.text).collect()
}

#[tokio::test]
async fn words_find_a_service_and_show_where_they_stand() {
    let town = town().await;
    lawyer(&town).await;
    put_service(&town, service(library(&town).await, "Гурток вишивання")).await;
    town.settle().await;
    let page = town.visitor().get("/misto/services?q=юрист").await;
    assert_eq!(page.heading(), "Послуги за словами «юрист»");
    assert_eq!(titles(&page), ["Юрист у бібліотеці"]);
    assert_eq!(page.one(".row-title mark").text, "Юрист");
    assert_eq!(page.one(".result-line strong").text, "1 послуга");
    assert_eq!(page.one("#q").attribute("value"), Some("юрист"));
    assert_eq!(page.one(".row .state-open").text, "Працює до 18:00");
    assert_eq!(page.one(".row .phone a").attribute("href"), Some("tel:+380462000034"));
}

#[tokio::test]
async fn a_filter_narrows_the_list_and_its_chip_takes_it_away() {
    let town = town().await;
    lawyer(&town).await;
    let mut paid = service(library(&town).await, "Платний гурток");
    paid.cost_options = vec![CostOption {
        amount_minor: Some(10_000),
        currency: Some("UAH".to_owned()),
        ..CostOption::blank()
    }];
    put_service(&town, paid).await;
    town.settle().await;
    let page = town.visitor().get("/misto/services?cost=free").await;
    assert_eq!(titles(&page), ["Юрист у бібліотеці"]);
    assert_eq!(page.one(".chip").text, "Прибрати фільтр: Безкоштовно");
    let counts: Vec<_> = page.all("[name=\"cost\"] + label").into_iter().map(|label| label.text).collect();
    assert_eq!(counts, ["Безкоштовно 1", "Платно 1"]);
    let back = page.one(".chip").attribute("href").unwrap().to_owned();
    assert_eq!(titles(&town.visitor().get(back).await), ["Платний гурток", "Юрист у бібліотеці"]);
}

#[tokio::test]
async fn open_now_heeds_the_clock_of_the_town() {
    let town = town().await;
    lawyer(&town).await;
    town.settle().await;
    // Monday, 15:00 in Kyiv; the lawyer is there from ten to six.
    assert_eq!(
        titles(&town.visitor().get("/misto/services?open=now").await),
        ["Юрист у бібліотеці"]
    );
    town.clock.pass(Duration::from_hours(4));
    let page = town.visitor().get("/misto/services?open=now").await;
    assert!(page.says("Точного збігу немає, ось найближче."));
    assert_eq!(page.one(".row .state").text, "Відчиниться 14 вересня 2026 року");
}

#[tokio::test]
async fn a_question_without_an_answer_is_loosened_and_says_how() {
    let town = town().await;
    lawyer(&town).await;
    town.settle().await;
    let page = town.visitor().get("/misto/services?q=юрист&cost=paid").await;
    assert_eq!(titles(&page), ["Юрист у бібліотеці"]);
    assert!(page.says("Без цієї умови: Платно."));
    let nothing = town.visitor().get("/misto/services?q=кхмшщ").await;
    assert_eq!(nothing.one(".empty h2").text, "Нічого не знайшлося за словами «кхмшщ»");
    assert_eq!(nothing.link("гарячі лінії: там порадять, куди звернутися"), "/misto/hotlines");
}

#[tokio::test]
async fn a_question_nobody_could_answer_is_counted_once_a_look_and_not_from_memory() {
    let town = town().await;
    let noted = async || {
        let rows = store::zero_results(&town.app.db().reader, &[town.community.id], chrono::DateTime::UNIX_EPOCH, 10)
            .await
            .unwrap();
        rows.into_iter().map(|row| (row.question_folded, row.count)).collect::<Vec<_>>()
    };
    lawyer(&town).await;
    town.settle().await;
    let visitor = town.visitor();
    visitor.get("/misto/services?q=юрист").await;
    visitor.get("/misto/services?cost=paid").await;
    assert_eq!(noted().await, []);
    visitor.get("/misto/services?q=Кхмшщ").await;
    visitor.get("/misto/services?q=Кхмшщ").await;
    assert_eq!(noted().await, [("кхмшщ".to_owned(), 1)]);
    town.clock.pass(Duration::from_secs(61));
    visitor.get("/misto/services?q=Кхмшщ").await;
    assert_eq!(noted().await, [("кхмшщ".to_owned(), 2)]);
}

#[tokio::test]
async fn a_list_on_paper_has_places_and_numbers_and_nothing_to_choose() {
    let town = town().await;
    lawyer(&town).await;
    town.settle().await;
    let page = town.visitor().get("/misto/services?help=legal&view=print").await;
    assert_eq!(page.heading(), "Юридична допомога");
    let line = page.one("tbody tr").text.replace('\u{a0}', " ");
    assert_eq!(line, "Юрист у бібліотеціБібліотекаЧитальня, вул. Книжна, 4, Київ+380 46 200 00 34");
    assert!(page.all(".filters").is_empty());
    assert_eq!(page.link("Назад до списку"), "/misto/services?help=legal");
}

#[tokio::test]
async fn the_beginning_of_a_word_offers_topics_before_names() {
    let town = town().await;
    lawyer(&town).await;
    town.settle().await;
    let offers = town.visitor().get("/misto/suggest?q=юр").await.json();
    let offers: Vec<_> = offers
        .as_array()
        .unwrap()
        .iter()
        .map(|offer| (offer["text"].as_str().unwrap(), offer["kind"].as_str().unwrap()))
        .collect();
    assert_eq!(offers.first(), Some(&("Юридична допомога", "Вид допомоги")));
    assert!(offers.contains(&("Юрист у бібліотеці", "Послуга")), "{offers:?}");
    assert_eq!(town.visitor().get("/misto/suggest?q=ю").await.json(), serde_json::json!([]));
}

#[tokio::test]
async fn lines_that_always_answer_come_first() {
    let town = town().await;
    let library = library(&town).await;
    let line = |name: &str, number: &str, hours: HoursKnown| {
        let mut told = service(library, name);
        (told.service.is_hotline, told.service.hours) = (true, hours);
        told.phones = vec![phone(number)];
        told
    };
    put_service(&town, line("Адміністрація", "+380462000001", HoursKnown::Unknown)).await;
    put_service(&town, line("Порятунок", "112", HoursKnown::Always)).await;
    put_service(&town, line("Довіра", "0800500335", HoursKnown::Always)).await;
    let page = town.visitor().get("/misto/hotlines").await;
    assert_eq!(titles(&page), ["Порятунок", "Довіра", "Адміністрація"]);
    assert_eq!(page.all(".phone-huge a")[0].attribute("href"), Some("tel:112"));
}

#[tokio::test]
async fn a_situation_shows_whom_to_call_then_who_helps_by_kind_of_help() {
    let town = town().await;
    lawyer(&town).await;
    let mut line = service(library(&town).await, "Лінія для переселенців");
    line.service.is_hotline = true;
    line.phones = vec![phone("1548")];
    line.terms = vec![about("situations", "displaced")];
    put_service(&town, line).await;
    let page = town.visitor().get("/misto/situations/displaced").await;
    assert_eq!(page.heading(), "Переселенці");
    let sections: Vec<_> = page.all(".section-head h2").into_iter().map(|heading| heading.text).collect();
    assert_eq!(sections, ["Зателефонуйте зараз", "Юридична допомога"]);
    assert_eq!(page.one(".hotlines .phone a").attribute("href"), Some("tel:1548"));
    assert_eq!(titles(&page), ["Юрист у бібліотеці"]);
    assert_eq!(town.visitor().get("/misto/situations/nothing-like-this").await.status, 404);
}

#[tokio::test]
async fn letters_stand_in_the_order_of_the_readers_alphabet() {
    let town = town().await;
    let library = library(&town).await;
    for name in ["Їжа", "Ґанок", "Гурток", "112", "Ідеї", "Ініціатива"] {
        put_service(&town, service(library, name)).await;
    }
    let page = town.visitor().get("/misto/a-z").await;
    assert_eq!(
        page.all(".letters a").into_iter().map(|letter| letter.text).collect::<Vec<_>>(),
        ["Г", "Ґ", "І", "Ї", "#"]
    );
    let page = town.visitor().get("/misto/a-z?letter=і").await;
    assert_eq!(
        page.all(".index a").into_iter().map(|name| name.text).collect::<Vec<_>>(),
        ["Ідеї", "Ініціатива"]
    );
}

#[tokio::test]
async fn machines_are_told_where_the_pages_are() {
    let town = town().await;
    let id = lawyer(&town).await;
    let map = town.visitor().get("/sitemap.xml").await.text();
    assert!(map.contains("<loc>http://kolo.example/misto/sitemap.xml</loc>"), "{map}");
    let own = town.visitor().get("/misto/sitemap.xml").await.text();
    assert!(
        own.contains(&format!("<loc>http://kolo.example/misto/services/{id}</loc>")),
        "{own}"
    );
    // Each page is named once, by the community it belongs to.
    assert!(!town.visitor().get("/region/sitemap.xml").await.text().contains(&id.to_string()));
    assert!(
        town.visitor()
            .get("/robots.txt")
            .await
            .text()
            .contains("Sitemap: http://kolo.example/sitemap.xml")
    );
}
