//! “Something is wrong here”: a form without an account, and without a riddle for people.
//!
//! Machines are told apart by three things nobody sees: a field that people leave empty, a ticket that says when the form
//! was drawn, and a limit on how often one sender reports.
use super::find::{self, Found};
use super::urls;
use super::voice::Voice;
use crate::actions;
use crate::model::Kind;
use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use chrono::{DateTime, TimeDelta, Utc};
use kolo_platform::extract::Path;
use kolo_platform::form::{Checks, Field, Mistake, Submitted, text};
use kolo_platform::limits::Limited;
use kolo_platform::{App, Result, Visit, door, filters};
use uuid::Uuid;

const LONGEST_TEXT: usize = 2_000;
const LONGEST_CONTACT: usize = 200;
/// Nobody reads the form, writes and sends it within this time.
const QUICKEST: TimeDelta = TimeDelta::seconds(3);
/// A ticket is good for a day.
const SLOWEST: TimeDelta = TimeDelta::days(1);
/// The field people do not see.
const TRAP: &str = "homepage";

#[derive(Template)]
#[template(path = "directory/report.html")]
struct ReportPage {
    trail: Vec<(String, String)>,
    here: String,
    action: String,
    back: String,
    ticket: String,
    mistakes: Vec<Mistake>,
    text: Field,
    contact: Field,
}

#[derive(Template)]
#[template(path = "directory/thanks.html")]
struct ThanksPage {
    back: String,
}

/// What somebody tells us.
struct Report {
    text: String,
    contact: Option<String>,
}

/// The record a report is about.
struct About {
    kind: Kind,
    id: Uuid,
    path: String,
    name: String,
    list: (&'static str, &'static str),
}

/// `GET /services/{id}/report`
pub(super) async fn compose_service(State(app): State<App>, visit: Visit, Path(id): Path<Uuid>) -> Result<Response> {
    match about_service(&app, &visit, id, "/report").await? {
        Found::Here(about) => compose(&app, &visit, &about),
        Found::Instead(answer) => Ok(answer),
    }
}

/// `POST /services/{id}/report`
pub(super) async fn report_service(State(app): State<App>, visit: Visit, Path(id): Path<Uuid>, form: Submitted) -> Result<Response> {
    match about_service(&app, &visit, id, "/report").await? {
        Found::Here(about) => report(&app, &visit, &about, &form).await,
        Found::Instead(answer) => Ok(answer),
    }
}

/// `GET /services/{id}/report/thanks`
pub(super) async fn thank_for_service(State(app): State<App>, visit: Visit, Path(id): Path<Uuid>) -> Result<Response> {
    visit.page(
        &app,
        &ThanksPage {
            back: visit.href(&urls::service(id)),
        },
    )
}

/// `GET /organizations/{id}/report`
pub(super) async fn compose_organization(State(app): State<App>, visit: Visit, Path(id): Path<Uuid>) -> Result<Response> {
    match about_organization(&app, &visit, id, "/report").await? {
        Found::Here(about) => compose(&app, &visit, &about),
        Found::Instead(answer) => Ok(answer),
    }
}

/// `POST /organizations/{id}/report`
pub(super) async fn report_organization(State(app): State<App>, visit: Visit, Path(id): Path<Uuid>, form: Submitted) -> Result<Response> {
    match about_organization(&app, &visit, id, "/report").await? {
        Found::Here(about) => report(&app, &visit, &about, &form).await,
        Found::Instead(answer) => Ok(answer),
    }
}

/// `GET /organizations/{id}/report/thanks`
pub(super) async fn thank_for_organization(State(app): State<App>, visit: Visit, Path(id): Path<Uuid>) -> Result<Response> {
    visit.page(
        &app,
        &ThanksPage {
            back: visit.href(&urls::organization(id)),
        },
    )
}

/// `GET /places/{id}/report`
pub(super) async fn compose_place(State(app): State<App>, visit: Visit, Path(id): Path<Uuid>) -> Result<Response> {
    match about_place(&app, &visit, id, "/report").await? {
        Found::Here(about) => compose(&app, &visit, &about),
        Found::Instead(answer) => Ok(answer),
    }
}

/// `POST /places/{id}/report`
pub(super) async fn report_place(State(app): State<App>, visit: Visit, Path(id): Path<Uuid>, form: Submitted) -> Result<Response> {
    match about_place(&app, &visit, id, "/report").await? {
        Found::Here(about) => report(&app, &visit, &about, &form).await,
        Found::Instead(answer) => Ok(answer),
    }
}

/// `GET /places/{id}/report/thanks`
pub(super) async fn thank_for_place(State(app): State<App>, visit: Visit, Path(id): Path<Uuid>) -> Result<Response> {
    visit.page(
        &app,
        &ThanksPage {
            back: visit.href(&urls::place(id)),
        },
    )
}

async fn about_service(app: &App, visit: &Visit, id: Uuid, ending: &str) -> Result<Found<About>> {
    Ok(find::service(app, visit, id, ending).await?.map(|record| About {
        kind: Kind::Service,
        id,
        path: urls::service(id),
        name: record.service.name.say(visit.lang()).to_owned(),
        list: (urls::SERVICES, "directory-services-title"),
    }))
}

async fn about_organization(app: &App, visit: &Visit, id: Uuid, ending: &str) -> Result<Found<About>> {
    Ok(find::organization(app, visit, id, ending).await?.map(|record| About {
        kind: Kind::Organization,
        id,
        path: urls::organization(id),
        name: record.organization.name.say(visit.lang()).to_owned(),
        list: ("/organizations", "directory-organizations-title"),
    }))
}

async fn about_place(app: &App, visit: &Visit, id: Uuid, ending: &str) -> Result<Found<About>> {
    Ok(find::place(app, visit, id, ending).await?.map(|record| About {
        kind: Kind::Location,
        id,
        path: urls::place(id),
        name: record.location.name.say(visit.lang()).to_owned(),
        list: ("/places", "directory-places-title"),
    }))
}

fn compose(app: &App, visit: &Visit, about: &About) -> Result<Response> {
    // Never from memory: the ticket tells when this very form was drawn.
    visit.page_with(app, StatusCode::OK, &ReportPage::of(app, visit, about))
}

async fn report(app: &App, visit: &Visit, about: &About, form: &Submitted) -> Result<Response> {
    let thanks = visit.href(&urls::thanks(&about.path));
    if form.is_checked(TRAP) {
        // A machine may believe that it was heard.
        return Ok(door::see_other(app, &thanks, None));
    }
    let report = match Report::check(app, visit, about, form) {
        Ok(report) => report,
        Err(mistakes) => {
            let page = ReportPage::of(app, visit, about).again(form, mistakes);
            return visit.page_with(app, StatusCode::UNPROCESSABLE_ENTITY, &page);
        }
    };
    app.limits()
        .check(Limited::SignIn, &format!("report {}", visit.client()), app.keys())?;
    let community = visit.community()?.id;
    app.write(visit.actor(), async |w| {
        actions::report_mistake(w, community, about.kind, about.id, report.text, report.contact).await
    })
    .await?;
    Ok(door::see_other(app, &thanks, None))
}

impl ReportPage {
    fn of(app: &App, visit: &Visit, about: &About) -> Self {
        let voice = Voice::new(app, visit);
        Self {
            trail: vec![
                (visit.href(about.list.0), voice.say(about.list.1)),
                (visit.href(&about.path), about.name.clone()),
            ],
            here: voice.say("directory-report-title"),
            action: visit.href(&urls::report(&about.path)),
            back: visit.href(&about.path),
            ticket: ticket(app, about.id, visit.now()),
            mistakes: Vec::new(),
            text: Field::new("text", "directory-report-text")
                .hint("directory-report-text-hint")
                .required(),
            contact: Field::new("contact", "directory-report-contact")
                .hint("directory-report-contact-hint")
                .autocomplete("email"),
        }
    }

    /// The form with what was typed and what was wrong with it.
    fn again(mut self, form: &Submitted, mistakes: Vec<Mistake>) -> Self {
        self.text = self.text.again(form, &mistakes);
        self.contact = self.contact.again(form, &mistakes);
        self.mistakes = mistakes;
        self
    }
}

impl Report {
    fn check(app: &App, visit: &Visit, about: &About, form: &Submitted) -> Result<Self, Vec<Mistake>> {
        let mut checks = Checks::of(form);
        let told = checks.need("text", text(LONGEST_TEXT));
        let contact = checks.may("contact", text(LONGEST_CONTACT));
        if told.is_some() && !is_unhurried(app, about.id, visit.now(), form.value("ticket")) {
            checks.refuse("text", "directory-report-hurry");
        }
        checks.done(told.map(|text| Self { text, contact }))
    }
}

/// When the form was drawn, and our word for it.
fn ticket(app: &App, id: Uuid, now: DateTime<Utc>) -> String {
    let at = now.timestamp();
    format!("{at}.{}", app.keys().hash("report", &format!("{id} {at}")))
}

fn is_unhurried(app: &App, id: Uuid, now: DateTime<Utc>, sent: &str) -> bool {
    let drawn = sent
        .split_once('.')
        .and_then(|(at, _)| DateTime::from_timestamp(at.parse().ok()?, 0));
    drawn.is_some_and(|drawn| ticket(app, id, drawn) == sent && (QUICKEST..=SLOWEST).contains(&(now - drawn)))
}
