//! The list kept in the visitor's browser: the server never learns what is in it.
use super::voice::Voice;
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use kolo_platform::{App, Result, Visit, filters};

#[derive(Template)]
#[template(path = "directory/saved.html")]
struct SavedPage {
    trail: Vec<(String, String)>,
    here: String,
}

/// `GET /saved`
pub(super) async fn show(State(app): State<App>, visit: Visit) -> Result<Response> {
    let here = Voice::new(&app, &visit).say("directory-saved-title");
    visit.page(&app, &SavedPage { trail: Vec::new(), here })
}
