//! The API's own documents: its description, and the profile of the standard it speaks.
use super::answer::json_answer;
use super::problem::{Answered, Problem};
use super::reach::Reach;
use super::{answered, openapi as description};
use crate::hsds::{datapackage, json_schema, profile as ours};
use crate::model::Kind;
use axum::extract::State;
use axum::response::Response;
use kolo_platform::extract::Path;
use kolo_platform::{App, Visit, page};
use serde_json::Value as Json;

/// The description of the API in OpenAPI 3.1, written from the table of the standard and the table of parameters.
pub(super) async fn openapi(State(app): State<App>, visit: Visit) -> Response {
    page::shared(json_answer(&description::document(&Reach::of(&app, &visit)), ""))
}

/// The profile, at the address by which it is declared.
pub(super) async fn profile(State(app): State<App>, visit: Visit) -> Response {
    page::shared(json_answer(&ours::description(&base(&Reach::of(&app, &visit))), ""))
}

/// Its files: `profile/{object}.json` are the modifications, `schema/{object}.json` the results.
pub(super) async fn file(State(app): State<App>, visit: Visit, Path(file): Path<String>) -> Response {
    answered(found(&Reach::of(&app, &visit), &file).map(|json| page::shared(json_answer(&json, ""))))
}

fn found(reach: &Reach, file: &str) -> Answered<Json> {
    let base = base(reach);
    let object = |name: &str| Kind::parse(name.strip_suffix(".json").unwrap_or_default()).ok_or_else(Problem::not_found);
    match file.split_once('/') {
        None if file == "datapackage.json" => Ok(datapackage("hsds", &reach.name)),
        Some(("schema", "openapi.json")) => Ok(description::document(reach)),
        Some(("profile", name)) => Ok(ours::patch(object(name)?, &base)),
        Some(("schema", name)) => Ok(json_schema(object(name)?, &base)),
        _ => Err(Problem::not_found()),
    }
}

fn base(reach: &Reach) -> String {
    format!("{}/profile", reach.base)
}
