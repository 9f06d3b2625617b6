//! Jobs: once more after a failure, later each time, by whoever is alive, and at last by nobody.
use chrono::TimeDelta;
use futures_util::FutureExt;
use futures_util::future::BoxFuture;
use kolo_platform::jobs::{begin_periodic, board, counts, job, retry, run_due};
use kolo_platform::{Actor, App, Ending, Job, Module, Result, Trace};
use kolo_testkit::Town;
use kolo_words::Ref;
use sea_orm::EntityTrait;
use serde_json::{Value, json};
use std::collections::HashMap;
use std::sync::{Arc, LazyLock, Mutex};
use std::time::Duration;
use tokio::sync::Notify;
use uuid::Uuid;

/// How often jobs ran, by their payload; tests of one process run side by side, so each has payloads of its own.
static RUNS: LazyLock<Mutex<HashMap<String, usize>>> = LazyLock::new(Mutex::default);
static DIGGING: LazyLock<Notify> = LazyLock::new(Notify::new);

fn runs(payload: &Value) -> usize {
    RUNS.lock().unwrap().get(&payload.to_string()).copied().unwrap_or_default()
}

#[expect(clippy::needless_pass_by_value, reason = "jobs get their payload for good")]
fn noted(payload: Value) {
    *RUNS.lock().unwrap().entry(payload.to_string()).or_default() += 1;
}

fn water(_: App, payload: Value) -> BoxFuture<'static, Result<Ending>> {
    async move { noted(payload) }.map(|()| Ok(Ending::Done)).boxed()
}

fn wait_for_rain(_: App, payload: Value) -> BoxFuture<'static, Result<Ending>> {
    async move { noted(payload) }
        .map(|()| Ok(Ending::Later("no rain".to_owned())))
        .boxed()
}

fn stumble(_: App, payload: Value) -> BoxFuture<'static, Result<Ending>> {
    async move { noted(payload) }
        .map(|()| Err(anyhow::anyhow!("a root").context("walking").into()))
        .boxed()
}

fn give_up(_: App, _: Value) -> BoxFuture<'static, Result<Ending>> {
    async { Ok(Ending::Never("stone".to_owned())) }.boxed()
}

/// Begins and never ends, as a worker that was killed.
fn dig(_: App, payload: Value) -> BoxFuture<'static, Result<Ending>> {
    async move {
        let is_first = runs(&payload) == 0;
        noted(payload);
        if is_first {
            DIGGING.notify_one();
            let () = std::future::pending().await;
        }
        Ok(Ending::Done)
    }
    .boxed()
}

fn garden() -> Module {
    Module::new("garden")
        .job("garden.water", water)
        .job("garden.wait_for_rain", wait_for_rain)
        .job("garden.stumble", stumble)
        .job("garden.give_up", give_up)
        .job("garden.dig", dig)
}

async fn town() -> Town {
    Town::with(vec![garden()]).await
}

async fn enqueue(town: &Town, jobs: Vec<Job>) {
    let work = async |w: &kolo_platform::Write| {
        for job in jobs {
            w.enqueue(job);
        }
        w.trace(Trace::of("garden.plan", None, Ref::new("bench", Uuid::from_u128(1))));
        Ok(())
    };
    town.app.write(&Actor::house(), work).await.unwrap();
}

async fn all(town: &Town) -> Vec<job::Model> {
    job::Entity::find().all(&town.app.db().reader).await.unwrap()
}

async fn only(town: &Town) -> job::Model {
    let mut jobs = all(town).await;
    assert_eq!(jobs.len(), 1);
    jobs.remove(0)
}

#[tokio::test]
async fn a_job_runs_once_and_not_before_its_time() {
    let town = town().await;
    let (now, later) = (json!("now"), json!("later"));
    let at = town.now() + TimeDelta::hours(1);
    enqueue(
        &town,
        vec![
            Job::named("garden.water", now.clone()),
            Job::named("garden.water", later.clone()).at(at),
        ],
    )
    .await;
    assert_eq!(run_due(&town.app).await.unwrap(), 1);
    assert_eq!(run_due(&town.app).await.unwrap(), 0);
    assert_eq!((runs(&now), runs(&later)), (1, 0));
    town.clock.pass(Duration::from_hours(1));
    assert_eq!(run_due(&town.app).await.unwrap(), 1);
    assert_eq!((runs(&now), runs(&later)), (1, 1));
    assert_eq!(counts(&town.app.db().reader).await.unwrap(), (0, 0));
}

#[tokio::test]
async fn a_job_that_fails_waits_longer_each_time_and_then_stays_for_a_person() {
    let town = town().await;
    let payload = json!("patient");
    enqueue(&town, vec![Job::named("garden.wait_for_rain", payload.clone())]).await;
    let mut pauses = Vec::new();
    while run_due(&town.app).await.unwrap() > 0 {
        let job = only(&town).await;
        if job.state == "dead" {
            break;
        }
        pauses.push((job.run_at - town.now()).num_seconds());
        assert_eq!(job.last_error.as_deref(), Some("no rain"));
        town.clock.set(job.run_at - TimeDelta::microseconds(1));
        assert_eq!(run_due(&town.app).await.unwrap(), 0, "not before its time");
        town.clock.set(job.run_at);
    }
    assert_eq!(pauses, [5, 20, 80, 320, 1_280, 5_120, 20_480, 21_600, 21_600, 21_600, 21_600]);
    assert_eq!(runs(&payload), 12);
    let dead = only(&town).await;
    assert_eq!((dead.state.as_str(), dead.ended_at), ("dead", Some(town.now())));
    town.clock.pass(Duration::from_hours(24));
    assert_eq!(run_due(&town.app).await.unwrap(), 0, "nobody tries a dead job by himself");

    let work = async |w: &kolo_platform::Write| {
        retry(w, dead.id).await?;
        w.trace(Trace::of("garden.retry", None, Ref::new("job", dead.id)));
        Ok(())
    };
    town.app.write(&Actor::house(), work).await.unwrap();
    assert_eq!(run_due(&town.app).await.unwrap(), 1);
    assert_eq!(
        (runs(&payload), only(&town).await.tries),
        (13, 1),
        "a person gives it all its tries back"
    );
}

#[tokio::test]
async fn an_error_is_a_failure_with_its_whole_story() {
    let town = town().await;
    enqueue(&town, vec![Job::named("garden.stumble", json!("once"))]).await;
    run_due(&town.app).await.unwrap();
    let job = only(&town).await;
    assert_eq!(
        (job.state.as_str(), job.last_error.as_deref()),
        ("waiting", Some("walking: a root"))
    );
}

#[tokio::test]
async fn what_never_works_and_what_nobody_knows_gives_up_at_once() {
    let town = town().await;
    enqueue(
        &town,
        vec![Job::named("garden.give_up", Value::Null), Job::named("attic.sweep", Value::Null)],
    )
    .await;
    run_due(&town.app).await.unwrap();
    let mut errors: Vec<_> = board(&town.app.db().reader, 10)
        .await
        .unwrap()
        .into_iter()
        .map(|job| (job.state, job.last_error.unwrap()))
        .collect();
    errors.sort();
    assert_eq!(
        errors,
        [
            ("dead".to_owned(), "no module knows a job named attic.sweep".to_owned()),
            ("dead".to_owned(), "stone".to_owned())
        ]
    );
}

#[tokio::test]
async fn of_jobs_with_one_key_one_waits() {
    let town = town().await;
    let payload = json!("keyed");
    let job = || Job::named("garden.water", payload.clone()).once("garden.water/bed-1");
    enqueue(&town, vec![job(), job()]).await;
    enqueue(
        &town,
        vec![job(), Job::named("garden.water", payload.clone()).once("garden.water/bed-2")],
    )
    .await;
    assert_eq!(run_due(&town.app).await.unwrap(), 2);
    enqueue(&town, vec![job()]).await;
    assert_eq!(run_due(&town.app).await.unwrap(), 1, "the key is free again once the job is done");
}

#[tokio::test]
async fn the_job_of_a_worker_that_died_is_taken_over_when_its_lease_ends() {
    let town = Arc::new(town().await);
    let payload = json!("deep");
    enqueue(&town, vec![Job::named("garden.dig", payload.clone())]).await;
    let worker = tokio::spawn({
        let app = town.app.clone();
        async move { run_due(&app).await }
    });
    DIGGING.notified().await;
    worker.abort();
    assert!(worker.await.unwrap_err().is_cancelled());
    assert_eq!(run_due(&town.app).await.unwrap(), 0, "it may still be at work");
    town.clock.pass(Duration::from_secs(5 * 60 + 1));
    assert_eq!(run_due(&town.app).await.unwrap(), 1);
    assert_eq!((runs(&payload), only(&town).await.state.as_str()), (2, "done"));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn two_servers_share_the_work_and_do_nothing_twice() {
    let town = town().await;
    let other = town.another_server(vec![garden()]).await;
    let payloads: Vec<_> = (0..60).map(|i| json!(format!("shared-{i}"))).collect();
    enqueue(&town, payloads.iter().map(|p| Job::named("garden.water", p.clone())).collect()).await;
    let (one, two) = tokio::join!(run_due(&town.app), run_due(&other));
    assert_eq!(one.unwrap() + two.unwrap(), 60);
    assert!(payloads.iter().all(|payload| runs(payload) == 1));
}

static TURNS: Mutex<Vec<&str>> = Mutex::new(Vec::new());

fn turn(_: App, _: Value) -> BoxFuture<'static, Result<Ending>> {
    let mut turns = TURNS.lock().unwrap();
    turns.push("turn");
    let is_third = turns.len() == 3;
    async move {
        Ok(if is_third {
            Ending::Never("stuck".to_owned())
        } else {
            Ending::Done
        })
    }
    .boxed()
}

#[tokio::test]
async fn a_periodic_job_is_one_row_for_all_servers_and_never_gives_up() {
    let mill = || vec![Module::new("mill").every(TimeDelta::hours(1), "mill.turn", turn)];
    let town = Town::with(mill()).await;
    let other = town.another_server(mill()).await;
    for app in [&town.app, &other, &town.app] {
        begin_periodic(app).await.unwrap();
    }
    let row = async || {
        all(&town)
            .await
            .into_iter()
            .filter(|job| job.name == "mill.turn")
            .collect::<Vec<_>>()
    };
    let turns = || TURNS.lock().unwrap().len();
    assert_eq!(row().await.len(), 1);
    run_due(&town.app).await.unwrap();
    run_due(&other).await.unwrap();
    assert_eq!(turns(), 1, "it runs at the start, on one of the servers");
    town.clock.pass(Duration::from_secs(3_599));
    run_due(&town.app).await.unwrap();
    assert_eq!(turns(), 1);
    town.clock.pass(Duration::from_secs(1));
    run_due(&other).await.unwrap();
    assert_eq!(turns(), 2, "and every hour");
    town.clock.pass(Duration::from_hours(1));
    run_due(&town.app).await.unwrap();
    let failed = row().await;
    assert_eq!(
        (failed.len(), failed[0].state.as_str(), failed[0].last_error.as_deref()),
        (1, "waiting", Some("stuck"))
    );
    assert_eq!(
        failed[0].run_at,
        town.now() + TimeDelta::seconds(5),
        "after a failure it does not wait for the next hour"
    );
    town.clock.set(failed[0].run_at);
    run_due(&town.app).await.unwrap();
    let mended = row().await;
    assert_eq!((turns(), mended[0].last_error.as_deref(), mended[0].tries), (4, None, 0));
}

#[tokio::test]
async fn what_was_done_long_ago_is_forgotten_and_what_died_is_not() {
    let town = town().await;
    enqueue(
        &town,
        vec![Job::named("garden.water", json!("old")), Job::named("garden.give_up", Value::Null)],
    )
    .await;
    run_due(&town.app).await.unwrap();
    begin_periodic(&town.app).await.unwrap();
    let names = async || {
        let mut names: Vec<_> = all(&town)
            .await
            .into_iter()
            .map(|job| job.name)
            .filter(|name| name.starts_with("garden"))
            .collect();
        names.sort();
        names
    };
    town.clock.pass(Duration::from_hours(30 * 24));
    run_due(&town.app).await.unwrap();
    assert_eq!(names().await, ["garden.give_up", "garden.water"]);
    town.clock.pass(Duration::from_hours(24));
    run_due(&town.app).await.unwrap();
    assert_eq!(names().await, ["garden.give_up"]);
}
