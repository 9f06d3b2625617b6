//! The platform as modules and visitors meet it, on whichever database `KOLO_TEST_DATABASE` names.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::allow_attributes,
    reason = "a test has nothing better to do than panic"
)]

mod acts;
mod cache;
mod door;
mod feed;
mod jobs;
mod pages;
mod write;

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use futures_util::FutureExt;
use futures_util::future::BoxFuture;
use kolo_platform::form::Submitted;
use kolo_platform::{Actor, App, Ending, Module, Permission, Result, Role, Routes, Visit, door as the_door, filters, settings};
use kolo_testkit::Town;
use kolo_words::notices::MistakeReported;
use tokio::sync::Notify;
use uuid::Uuid;

/// Who may paint without being asked.
const PAINT: Permission = Permission {
    key: "permission-signed-in",
    roles: &[Role::Coordinator],
};

/// A small module to test the platform with: every community has a garden of one colour.
fn garden() -> Module {
    let public = Permission::PUBLIC;
    Module::new("garden").listens::<MistakeReported>("garden.weed", weed).routes(
        Routes::new()
            .get("/garden", public, show)
            .post("/garden/paint", public, paint)
            .post("/garden/repaint", PAINT, paint)
            .get("/garden/thorn", public, thorn)
            .get("/garden/hole", public, hole)
            .get("/garden/slow", public, show_slowly)
            .get_instance("/robots.txt", public, async || "Allow: /"),
    )
}

#[derive(Template)]
#[template(
    ext = "html",
    source = r#"{% extends "shell.html" %}{% block title %}Garden{% endblock %}{% block main %}<h1>Garden</h1><p id="colour">{{ colour }}</p>{% endblock %}"#
)]
struct GardenPage {
    colour: String,
}

async fn show(State(app): State<App>, visit: Visit) -> Result<Response> {
    let colour = settings::get(&app.db().reader, visit.community()?.id, "colour", "green".to_owned()).await?;
    visit.page(&app, &GardenPage { colour })
}

/// Lets the garden be painted between looking at it and drawing it.
static HAS_LOOKED: Notify = Notify::const_new();
static IS_PAINTED: Notify = Notify::const_new();

async fn show_slowly(State(app): State<App>, visit: Visit) -> Result<Response> {
    let colour = settings::get(&app.db().reader, visit.community()?.id, "colour", "green".to_owned()).await?;
    HAS_LOOKED.notify_one();
    IS_PAINTED.notified().await;
    visit.page(&app, &GardenPage { colour })
}

async fn paint(State(app): State<App>, visit: Visit, form: Submitted) -> Result<Response> {
    let (community, colour) = (visit.community()?.id, form.value("colour").to_owned());
    app.write(visit.actor(), async |w| settings::set(w, community, "colour", &colour).await)
        .await?;
    Ok(the_door::see_other(&app, &visit.href("/garden"), Some("form-save")))
}

async fn thorn() -> Response {
    panic!("a thorn")
}

async fn hole() -> Result<Response> {
    Err(anyhow::anyhow!("the bottom of the hole").context("falling").into())
}

fn weed(app: App, payload: serde_json::Value) -> BoxFuture<'static, Result<Ending>> {
    async move {
        let report: MistakeReported = serde_json::from_value(payload).map_err(anyhow::Error::from)?;
        app.write(&Actor::house(), async |w| {
            settings::set(w, report.community, "weeded", &report.id).await
        })
        .await?;
        Ok(Ending::Done)
    }
    .boxed()
}

async fn town() -> Town {
    Town::with(vec![garden()]).await
}

/// Paints the garden of a community without a form.
async fn paint_by_house(town: &Town, community: Uuid, colour: &str) {
    town.app
        .write(&Actor::house(), async |w| settings::set(w, community, "colour", &colour).await)
        .await
        .unwrap();
}
