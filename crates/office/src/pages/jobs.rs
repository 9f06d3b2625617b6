//! The job board: what waits, what gave up, and a way to try again.
use super::from_desk;
use crate::actions;
use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use kolo_platform::extract::Path;
use kolo_platform::form::Submitted;
use kolo_platform::{App, Result, Visit, door, filters, jobs};
use uuid::Uuid;

/// More jobs than this at once are not read by anybody.
const SHOWN: u64 = 200;

#[derive(Template)]
#[template(path = "office/jobs.html")]
struct JobsPage {
    trail: Vec<(String, String)>,
    here: String,
    address: String,
    waiting: u64,
    dead: u64,
    lines: Vec<Line>,
}

/// A job as the operator reads it.
struct Line {
    id: Uuid,
    name: String,
    is_dead: bool,
    is_running: bool,
    is_periodic: bool,
    tries: i32,
    /// When it runs next, or gave up.
    at: String,
    error: String,
}

pub(super) async fn list(State(app): State<App>, visit: Visit) -> Result<Response> {
    let db = &app.db().reader;
    let (waiting, dead) = jobs::counts(db).await?;
    let now = visit.now();
    let lines = jobs::board(db, SHOWN).await?.into_iter().map(|job| Line {
        id: job.id,
        is_dead: job.state == "dead",
        is_running: job.leased_until.is_some_and(|until| until > now),
        is_periodic: job.waiting_key.is_some_and(|key| key == jobs::periodic_key(&job.name)),
        name: job.name,
        tries: job.tries,
        at: visit.moment(&app, job.ended_at.unwrap_or(job.run_at)),
        error: job.last_error.unwrap_or_default(),
    });
    let page = JobsPage {
        trail: from_desk(&app, &visit),
        here: visit.say(&app, "office-jobs-title"),
        address: visit.href("/desk/jobs"),
        waiting,
        dead,
        lines: lines.collect(),
    };
    visit.page_with(&app, StatusCode::OK, &page)
}

pub(super) async fn retry(State(app): State<App>, visit: Visit, Path(id): Path<Uuid>, _: Submitted) -> Result<Response> {
    app.write(visit.actor(), async |w| actions::retry_job(w, id).await).await?;
    app.wake_jobs();
    Ok(door::see_other(&app, &visit.href("/desk/jobs"), Some("office-flash-retried")))
}
