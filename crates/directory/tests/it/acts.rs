//! What visitors and coordinators do.
use super::{audit, changes, head, library, put_service, town};
use kolo_directory::actions::{decide_report, note_zero_result, report_mistake};
use kolo_directory::fixtures::service;
use kolo_directory::model::{Kind, ReportState, Status};
use kolo_directory::{rules, store};
use kolo_platform::{Actor, Error};
use kolo_words::Lang;

#[tokio::test]
async fn a_report_is_kept_told_and_decided_once() {
    let town = town().await;
    let library = library(&town).await;
    let id = put_service(&town, service(library, "Порада")).await;
    let (community, neighbour) = (town.community.id, town.neighbour.id);
    let (position, entries) = (head(&town).await, audit(&town, 0).await.len());
    let text = "Телефон не відповідає".to_owned();
    town.app
        .write(&Actor::visitor(), async |w| {
            report_mistake(w, community, Kind::Service, id, text, Some(" ".to_owned())).await
        })
        .await
        .unwrap();
    let db = &town.app.db().reader;
    let report = store::reports(db, &[community], ReportState::New, 10).await.unwrap().remove(0);
    assert_eq!(
        (report.record_id, report.text.as_str(), report.contact),
        (id, "Телефон не відповідає", None)
    );
    assert_eq!(
        audit(&town, entries).await,
        [("directory.report_mistake".to_owned(), "mistake_report".to_owned(), String::new())]
    );
    assert_eq!(changes(&town, position).await, []);
    let house = Actor::house();
    let elsewhere = town
        .app
        .write(&house, async |w| decide_report(w, neighbour, report.id, ReportState::Mended).await)
        .await;
    assert!(matches!(elsewhere, Err(Error::NotFound)));
    town.app
        .write(&house, async |w| decide_report(w, community, report.id, ReportState::Mended).await)
        .await
        .unwrap();
    assert_eq!(store::reports(db, &[community], ReportState::New, 10).await.unwrap(), []);
    assert_eq!(
        store::reports(db, &[community], ReportState::Mended, 10).await.unwrap()[0].decided_at,
        Some(town.now())
    );
}

#[tokio::test]
async fn nobody_reports_what_nobody_sees() {
    let town = town().await;
    let library = library(&town).await;
    let mut hidden = service(library, "Закрита");
    hidden.service.status = Status::Inactive;
    let hidden = put_service(&town, hidden).await;
    let id = put_service(&town, service(library, "Порада")).await;
    let report = async |community, id, text: &str| {
        let text = text.to_owned();
        town.app
            .write(&Actor::visitor(), async |w| {
                report_mistake(w, community, Kind::Service, id, text, None).await
            })
            .await
    };
    assert!(matches!(report(town.community.id, hidden, "ні").await, Err(Error::NotFound)));
    assert!(matches!(report(town.neighbour.id, id, "ні").await, Err(Error::NotFound)));
    assert!(matches!(report(town.community.id, id, " ").await, Err(Error::Refused(refusal)) if refusal == rules::REPORT_EMPTY));
    let all = [town.community.id, town.neighbour.id];
    assert_eq!(store::reports(&town.app.db().reader, &all, ReportState::New, 10).await.unwrap(), []);
}

#[tokio::test]
async fn unanswered_questions_are_counted_by_what_they_mean_and_personal_ones_are_not() {
    let town = town().await;
    let community = town.community.id;
    let note = async |question: &str, lang| {
        town.app
            .write(&Actor::visitor(), async |w| note_zero_result(w, community, question, lang).await)
            .await
            .unwrap();
    };
    note("Перукар  для собак", Lang::Uk).await;
    note("перукар для СОБАК", Lang::Uk).await;
    note("перукар для собак", Lang::Ru).await;
    note("anna@example.org", Lang::Uk).await;
    note("0440000000", Lang::Uk).await;
    let db = &town.app.db().reader;
    let counted = store::zero_results(db, &[community], town.now(), 10).await.unwrap();
    let counted: Vec<_> = counted
        .iter()
        .map(|row| (row.question_folded.as_str(), Lang::from(row.lang), row.count))
        .collect();
    assert_eq!(counted, [("перукар для собак", Lang::Uk, 2), ("перукар для собак", Lang::Ru, 1)]);
    assert_eq!(store::zero_results(db, &[town.neighbour.id], town.now(), 10).await.unwrap(), []);
}
