//! The job board.
use futures_util::FutureExt;
use futures_util::future::BoxFuture;
use http::StatusCode;
use kolo_platform::{Actor, App, Ending, Job, Module, Result, Role, Trace, jobs};
use kolo_testkit::Town;
use kolo_words::Ref;
use std::sync::atomic::{AtomicBool, Ordering};
use uuid::Uuid;

/// Whether the well has water yet; one for the process, so only one test fills it.
static HAS_WATER: AtomicBool = AtomicBool::new(false);

fn draw_water(_: App, _: serde_json::Value) -> BoxFuture<'static, Result<Ending>> {
    async move {
        Ok(if HAS_WATER.load(Ordering::Relaxed) {
            Ending::Done
        } else {
            Ending::Never("the well is dry".to_owned())
        })
    }
    .boxed()
}

async fn town() -> Town {
    Town::with(vec![
        kolo_office::module(),
        Module::new("garden").job("garden.draw_water", draw_water),
    ])
    .await
}

/// A job that nobody knows, so that it gives up at once.
pub(super) async fn one_that_fails(town: &Town) {
    enqueue(town, "garden.unknown").await;
    jobs::run_due(&town.app).await.unwrap();
}

async fn enqueue(town: &Town, name: &'static str) {
    let act = async |w: &kolo_platform::Write| {
        w.enqueue(Job::named(name, serde_json::Value::Null));
        w.trace(Trace::of("garden.plan", None, Ref::new("bench", Uuid::from_u128(1))));
        Ok(())
    };
    town.app.write(&Actor::house(), act).await.unwrap();
}

#[tokio::test]
async fn a_job_that_gave_up_is_tried_again_at_the_press_of_a_button() {
    let town = town().await;
    enqueue(&town, "garden.draw_water").await;
    jobs::run_due(&town.app).await.unwrap();
    let operator = town.as_(Role::Operator);
    let board = operator.get("/misto/desk/jobs").await;
    assert_eq!(board.one(".result-line").text, "Чекають 0 робіт · 1 зупинилася");
    assert!(board.one(".row").text.contains("the well is dry"));
    let button = board.one(".row form").attribute("action").unwrap().to_owned();

    HAS_WATER.store(true, Ordering::Relaxed);
    let pressed = operator.post(&button, &[]).await;
    let back = operator.follow(&pressed).await;
    assert_eq!(back.one(".notice-good").text, "Роботу повернуто в чергу.");
    assert!(back.one(".row").text.contains("чекає"));
    town.settle().await;
    assert!(
        operator
            .get("/misto/desk/jobs")
            .await
            .says("Нічого не чекає й нічого не зупинилося")
    );
    let log = operator.get("/desk/audit?verb=office.retry_job").await;
    assert_eq!(log.all(".row").len(), 1, "the log remembers who pressed it");

    let again = operator.post(&button, &[]).await;
    assert_eq!(again.status, StatusCode::NOT_FOUND, "a job that is done cannot be put back");
}

#[tokio::test]
async fn a_job_that_waits_is_not_pushed() {
    let town = town().await;
    enqueue(&town, "garden.draw_water").await;
    let operator = town.as_(Role::Operator);
    let board = operator.get("/desk/jobs").await;
    assert!(board.all(".row form").is_empty());
    let id = board.one(".row").attribute("id").unwrap().trim_start_matches("job-").to_owned();
    assert_eq!(
        operator.post(format!("/desk/jobs/{id}/retry"), &[]).await.status,
        StatusCode::NOT_FOUND
    );
    assert_eq!(operator.post("/desk/jobs/nonsense/retry", &[]).await.status, StatusCode::NOT_FOUND);
    assert!(operator.get("/desk/jobs").await.one(".row").text.contains("чекає"));
}
