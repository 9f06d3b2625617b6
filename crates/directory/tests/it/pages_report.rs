//! “Something is wrong here”, told without an account.
use super::pages::lawyer;
use super::town;
use kolo_directory::model::ReportState;
use kolo_directory::store;
use kolo_testkit::{Page, Town, Visitor};
use std::time::Duration;

async fn reports(town: &Town) -> Vec<(String, Option<String>)> {
    let rows = store::reports(&town.app.db().reader, &[town.community.id], ReportState::New, 20)
        .await
        .unwrap();
    rows.into_iter().map(|row| (row.text, row.contact)).collect()
}

/// Opens the form, takes this long and sends it.
async fn send(town: &Town, visitor: &Visitor<'_>, path: &str, after: u64, fields: &[(&str, &str)]) -> Page {
    let ticket = visitor.get(path).await.field("ticket");
    town.clock.pass(Duration::from_secs(after));
    let mut sent = vec![("ticket", ticket.as_str())];
    sent.extend_from_slice(fields);
    visitor.post(path, &sent).await
}

#[tokio::test]
async fn a_visitor_says_what_is_wrong_and_is_thanked() {
    let town = town().await;
    let path = format!("/misto/services/{}/report", lawyer(&town).await);
    let visitor = town.visitor();
    let answer = send(
        &town,
        &visitor,
        &path,
        20,
        &[("text", "Телефон мовчить"), ("contact", " a@example.org ")],
    )
    .await;
    let thanks = visitor.follow(&answer).await;
    assert_eq!(thanks.heading(), "Дякуємо");
    assert_eq!(
        reports(&town).await,
        [("Телефон мовчить".to_owned(), Some("a@example.org".to_owned()))]
    );
}

#[tokio::test]
async fn a_form_with_a_mistake_keeps_what_was_typed() {
    let town = town().await;
    let path = format!("/misto/services/{}/report", lawyer(&town).await);
    let visitor = town.visitor();
    let page = send(&town, &visitor, &path, 20, &[("text", " "), ("contact", "a@example.org")]).await;
    assert_eq!(page.status, 422);
    assert_eq!(page.one(".errors a").attribute("href"), Some("#text"));
    assert_eq!(page.field("contact"), "a@example.org");
    let long = "я".repeat(2_001);
    let page = send(&town, &visitor, &path, 20, &[("text", &long)]).await;
    assert_eq!((page.status.as_u16(), page.one("textarea").text.chars().count()), (422, 2_001));
    assert_eq!(reports(&town).await, []);
}

#[tokio::test]
async fn machines_are_in_a_hurry_and_fill_in_what_nobody_sees() {
    let town = town().await;
    let path = format!("/misto/services/{}/report", lawyer(&town).await);
    let visitor = town.visitor();
    let hasty = send(&town, &visitor, &path, 1, &[("text", "Дешеві ліки")]).await;
    assert_eq!((hasty.status.as_u16(), hasty.one("textarea").text.as_str()), (422, "Дешеві ліки"));
    let ticket = hasty.field("ticket");
    town.clock.pass(Duration::from_secs(5));
    let trapped = visitor
        .post(&path, &[("ticket", &ticket), ("text", "Дешеві ліки"), ("homepage", "x")])
        .await;
    assert_eq!(trapped.status, 303);
    let forged = visitor
        .post(&path, &[("ticket", "1788782400.forged"), ("text", "Дешеві ліки")])
        .await;
    assert_eq!(forged.status, 422);
    assert_eq!(reports(&town).await, []);
    // A person who was told to press once more is heard.
    assert_eq!(
        visitor
            .post(&path, &[("ticket", &ticket), ("text", "Справді зачинено")])
            .await
            .status,
        303
    );
    assert_eq!(reports(&town).await, [("Справді зачинено".to_owned(), None)]);
}

#[tokio::test]
async fn a_ticket_is_for_one_page_and_one_day() {
    let town = town().await;
    let service = lawyer(&town).await;
    let visitor = town.visitor();
    let ticket = visitor.get(format!("/misto/services/{service}/report")).await.field("ticket");
    let organization = visitor.get("/misto/organizations").await.link("Бібліотека");
    town.clock.pass(Duration::from_secs(10));
    let elsewhere = visitor
        .post(format!("{organization}/report"), &[("ticket", &ticket), ("text", "Зачинено")])
        .await;
    assert_eq!(elsewhere.status, 422);
    town.clock.pass(Duration::from_hours(25));
    let late = visitor
        .post(
            format!("/misto/services/{service}/report"),
            &[("ticket", &ticket), ("text", "Зачинено")],
        )
        .await;
    assert_eq!(late.status, 422);
    assert_eq!(reports(&town).await, []);
}

#[tokio::test]
async fn one_sender_cannot_fill_the_coordinators_desk() {
    let town = town().await;
    let path = format!("/misto/services/{}/report", lawyer(&town).await);
    let visitor = town.visitor();
    let mut answers = Vec::new();
    for _ in 0..12 {
        answers.push(send(&town, &visitor, &path, 5, &[("text", "Зачинено")]).await.status.as_u16());
    }
    assert_eq!(answers.iter().filter(|status| **status == 303).count(), 10);
    assert_eq!(answers.last(), Some(&429));
}
