//! The audit log: what it shows, and that nobody changes it unnoticed.
use super::{acts, town};
use http::StatusCode;
use kolo_office::rules::Damage;
use kolo_office::verify_chain;
use kolo_platform::{Role, jobs};
use kolo_testkit::Town;
use std::time::Duration;
use uuid::Uuid;

/// The findings of one of the checks of `kolo check`.
async fn findings(town: &Town, name: &str) -> Vec<String> {
    let (_, check) = town.app.registry().checks().iter().find(|(n, _)| *n == name).copied().unwrap();
    check(town.app.clone()).await.unwrap()
}

/// An hour passes and the servers do what they do every hour.
async fn an_hour_passes(town: &Town) {
    town.clock.pass(Duration::from_hours(1));
    jobs::begin_periodic(&town.app).await.unwrap();
    jobs::run_due(&town.app).await.unwrap();
}

/// How an identity is written in SQL by hand.
fn sql_id(id: Uuid) -> String {
    if kolo_testkit::is_postgres() {
        format!("'{id}'")
    } else {
        format!("x'{}'", id.simple())
    }
}

#[tokio::test]
async fn the_log_shows_who_did_what_newest_first_and_only_of_this_community() {
    let town = town().await;
    acts(&town, town.community.id, &["garden.plant", "garden.water"]).await;
    acts(&town, town.neighbour.id, &["garden.burn"]).await;
    let page = town.as_(Role::Auditor).get("/misto/desk/audit").await;
    let verbs: Vec<_> = page.all(".row-title").into_iter().map(|f| f.text).collect();
    assert_eq!(verbs, ["garden.water", "garden.plant", "Заснування громади"]);
    assert!(page.all(".row")[0].text.contains("Саме Коло"), "who did it");
    assert!(page.all(".row")[0].text.contains("colour"), "which fields");
    assert!(
        page.all(".row")[0].text.contains("7 вересня 2026 року, 15:00"),
        "when, by the clock on the wall of the town"
    );
    assert!(page.says("Останні записи сходяться."));
}

#[tokio::test]
async fn the_log_is_filtered_and_paged() {
    let town = town().await;
    acts(&town, town.community.id, &["garden.water"; 60]).await;
    acts(&town, town.community.id, &["garden.plant"]).await;
    let auditor = town.as_(Role::Auditor);
    let first = auditor.get("/misto/desk/audit").await;
    assert_eq!(
        (first.all(".row").len(), first.one(".result-line").text.as_str()),
        (50, "62 записи")
    );
    let second = auditor.get(first.link("Далі")).await;
    assert_eq!(
        (second.all(".row").len(), second.all(".row-title").last().unwrap().text.as_str()),
        (12, "Заснування громади")
    );
    let planted = auditor.get("/misto/desk/audit?verb=garden.plant&kind=bench").await;
    assert_eq!(
        planted.all(".row-title").into_iter().map(|f| f.text).collect::<Vec<_>>(),
        ["garden.plant"]
    );
    assert_eq!(planted.one("[name=verb] option[selected]").attribute("value"), Some("garden.plant"));
    let nothing = auditor.get("/misto/desk/audit?verb=garden.burn").await;
    assert!(nothing.says("Таких записів немає"));
    assert_eq!(auditor.get("/misto/desk/audit?page=many").await.status, StatusCode::BAD_REQUEST);
    let beyond = auditor.get("/misto/desk/audit?page=99").await;
    assert_eq!(beyond.all(".row").len(), 12, "the last page answers for all beyond it");
}

#[tokio::test]
async fn a_page_of_the_log_costs_the_same_however_long_it_is() {
    let town = town().await;
    let auditor = town.as_(Role::Auditor);
    acts(&town, town.community.id, &["garden.water"]).await;
    let (_, few) = town.statements(auditor.get("/misto/desk/audit")).await;
    acts(&town, town.community.id, &["garden.water"; 30]).await;
    let (_, many) = town.statements(auditor.get("/misto/desk/audit")).await;
    assert_eq!(few, many);
}

#[tokio::test]
async fn an_entry_changed_by_hand_is_found_and_named() {
    let town = town().await;
    acts(&town, town.community.id, &["garden.water"; 5]).await;
    assert_eq!(verify_chain(&town.app, town.community.id).await.unwrap(), None);
    town.by_hand(&format!(
        "UPDATE audit_entry SET verb = 'garden.rest' WHERE chain = {} AND number = 3",
        sql_id(town.community.id)
    ))
    .await;
    assert_eq!(verify_chain(&town.app, town.community.id).await.unwrap(), Some(Damage::Changed(3)));
    assert_eq!(
        findings(&town, "audit log").await,
        ["misto: Entry 3 was changed after it was written."]
    );
    let told = town.as_(Role::Auditor).get("/misto/desk/audit").await;
    assert_eq!(
        told.one(".notice-bad").text,
        "Журнал підроблено. Запис 3 змінили після того, як його зробили. Перевірка всього журналу"
    );
    assert!(town.as_(Role::Auditor).get("/misto/desk/audit/check").await.says("Запис 3 змінили"));
    let neighbour = town.neighbour_with(Role::Auditor).get("/susid/desk/audit/check").await;
    assert!(neighbour.says("Журнал цілий."), "another chain is another chain");
}

#[tokio::test]
async fn an_entry_taken_out_of_the_middle_is_named() {
    let town = town().await;
    acts(&town, town.community.id, &["garden.water"; 5]).await;
    town.by_hand(&format!(
        "DELETE FROM audit_entry WHERE chain = {} AND number = 4",
        sql_id(town.community.id)
    ))
    .await;
    assert_eq!(verify_chain(&town.app, town.community.id).await.unwrap(), Some(Damage::Missing(4)));
}

#[tokio::test]
async fn entries_taken_off_the_end_are_missed_by_the_seal() {
    let town = town().await;
    acts(&town, town.community.id, &["garden.water"; 5]).await;
    an_hour_passes(&town).await;
    town.by_hand(&format!(
        "DELETE FROM audit_entry WHERE chain = {} AND number > 2",
        sql_id(town.community.id)
    ))
    .await;
    assert_eq!(verify_chain(&town.app, town.community.id).await.unwrap(), Some(Damage::Missing(3)));
    town.by_hand(&format!("DELETE FROM audit_entry WHERE chain = {}", sql_id(town.community.id)))
        .await;
    assert_eq!(findings(&town, "audit log").await, ["misto: Entry 1 is missing."]);
}

#[tokio::test]
async fn a_seal_made_without_the_key_is_false() {
    let town = town().await;
    acts(&town, town.community.id, &["garden.water"; 2]).await;
    an_hour_passes(&town).await;
    assert_eq!(verify_chain(&town.app, town.community.id).await.unwrap(), None);
    town.by_hand(&format!(
        "UPDATE audit_seal SET hash = 'a' || hash WHERE chain = {}",
        sql_id(town.community.id)
    ))
    .await;
    assert_eq!(
        verify_chain(&town.app, town.community.id).await.unwrap(),
        Some(Damage::FalseSeal(3))
    );
}

#[tokio::test]
async fn seals_are_set_every_hour_where_something_happened_and_nowhere_else() {
    let town = town().await;
    acts(&town, town.community.id, &["garden.water"; 2]).await;
    an_hour_passes(&town).await;
    let auditor = town.as_(Role::Auditor);
    assert!(
        auditor
            .get("/misto/desk/audit")
            .await
            .says("Опечатано до запису 3, 7 вересня 2026 року, 16:00.")
    );
    let seals = async || {
        town.as_(Role::Operator)
            .get("/desk/audit?verb=office.seal")
            .await
            .one(".result-line")
            .text
    };
    let after_the_first = seals().await;
    an_hour_passes(&town).await;
    an_hour_passes(&town).await;
    assert_eq!(seals().await, after_the_first, "a seal alone is no reason for another");
    acts(&town, town.community.id, &["garden.water"]).await;
    an_hour_passes(&town).await;
    assert!(
        auditor
            .get("/misto/desk/audit")
            .await
            .says("Опечатано до запису 4, 7 вересня 2026 року, 19:00.")
    );
    assert_eq!(findings(&town, "audit log").await, Vec::<String>::new());
}

#[tokio::test]
async fn a_chain_that_was_tampered_with_is_not_sealed_and_the_board_says_so() {
    let town = town().await;
    acts(&town, town.community.id, &["garden.water"; 3]).await;
    town.by_hand(&format!(
        "UPDATE audit_entry SET fields = '' WHERE chain = {} AND number = 2",
        sql_id(town.community.id)
    ))
    .await;
    an_hour_passes(&town).await;
    assert!(
        town.as_(Role::Auditor)
            .get("/misto/desk/audit/check")
            .await
            .says("Жодного запису ще не опечатано.")
    );
    let board = town.as_(Role::Operator).get("/desk/jobs").await;
    let line = board.all(".row").into_iter().find(|row| row.text.contains("office.seal")).unwrap();
    assert!(
        line.text.contains("misto: Entry 2 was changed after it was written."),
        "{}",
        line.text
    );
}

#[tokio::test]
async fn an_untouched_instance_is_found_in_order() {
    let town = town().await;
    acts(&town, town.community.id, &["garden.water"]).await;
    assert_eq!(findings(&town, "database").await, Vec::<String>::new());
    assert_eq!(findings(&town, "audit log").await, Vec::<String>::new());
}

#[tokio::test]
async fn a_row_that_points_nowhere_is_named() {
    if kolo_testkit::is_postgres() {
        // PostgreSQL does not let such a row in, whoever tries.
        return;
    }
    let town = town().await;
    let orphan = format!(
        "PRAGMA foreign_keys = OFF; UPDATE community SET parent_id = {} WHERE slug = 'misto'",
        sql_id(Uuid::from_u128(1))
    );
    town.by_hand(&orphan).await;
    let findings = findings(&town, "database").await;
    assert_eq!(findings.len(), 1, "{findings:?}");
    assert!(
        findings[0].contains("of community points at a row of community that does not exist"),
        "{findings:?}"
    );
}
