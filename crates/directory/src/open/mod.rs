//! The directory as open data: the HSDS 3.2 API, its description and profile, lists as GeoJSON, CSV and XLSX, and everything
//! as a tabular package.
//!
//! All of it is read as visitors read it, so nothing here knows where a confidential place is.
mod answer;
mod area;
mod collections;
mod deleted;
mod finding;
mod lists;
mod nest;
mod openapi;
mod parameters;
mod problem;
mod published;
mod reach;
mod tabular;
mod writing;

pub use tabular::export_tabular;

use axum::extract::State;
use axum::http::header::{ACCESS_CONTROL_ALLOW_ORIGIN, ACCESS_CONTROL_EXPOSE_HEADERS};
use axum::http::{HeaderValue, Method, Uri};
use axum::response::{IntoResponse, Response};
use collections::Collection;
use kolo_platform::extract::Path;
use kolo_platform::{App, Permission, Routes, Visit};
use problem::{Answered, Problem};

/// What the API answers when asked for its version. Validators of the standard know only released profiles by name; ours
/// has everything the Open Referral UK profile asks for, and says `hsds_version` besides.
const CLAIMED_VERSION: &str = "HSDS-UK-3.0";
const CARRIES_JSON: &str = "application/json";
const CARRIES_LINES: &str = "application/x-ndjson";

/// Every address of open data.
pub fn routes() -> Routes {
    let may = Permission::PUBLIC;
    let mut routes = Routes::new();
    for path in ["/api/hsds/v3", "/api/hsds/v3/"] {
        routes = routes.get(path, may, root).get_instance(path, may, root);
    }
    for of in Collection::ALL {
        let list = move |State(app): State<App>, visit: Visit, method: Method, uri: Uri| async move {
            answered(answer::list(app, visit, method, uri, of).await)
        };
        let record = move |State(app): State<App>, visit: Visit, uri: Uri, Path(id): Path<String>| async move {
            answered(answer::record(app, visit, uri, of, id).await)
        };
        routes = routes
            .get(of.path(), may, list)
            .get_instance(of.path(), may, list)
            .post(of.path(), may, list)
            .post_instance(of.path(), may, list)
            .get(of.record_path(), may, record)
            .get_instance(of.record_path(), may, record);
    }
    let gone = |State(app): State<App>, visit: Visit, method: Method, uri: Uri| async move {
        answered(answer::deleted(app, visit, method, uri).await)
    };
    routes
        .get(deleted::PATH, may, gone)
        .get_instance(deleted::PATH, may, gone)
        .get("/api/hsds/v3/openapi.json", may, published::openapi)
        .get_instance("/api/hsds/v3/openapi.json", may, published::openapi)
        .get("/api/hsds/v3/profile", may, published::profile)
        .get_instance("/api/hsds/v3/profile", may, published::profile)
        .get("/api/hsds/v3/profile/{*file}", may, published::file)
        .get_instance("/api/hsds/v3/profile/{*file}", may, published::file)
        .get("/api/hsds/v3/{*rest}", may, nothing)
        .get_instance("/api/hsds/v3/{*rest}", may, nothing)
        .get("/services.geojson", may, lists::geojson)
        .get("/services.csv", may, lists::table)
        .get("/services.xlsx", may, lists::spreadsheet)
        .get("/data/hsds.zip", may, tabular::download)
        .get_instance("/data/hsds.zip", may, tabular::download)
}

async fn root(State(app): State<App>, visit: Visit) -> Response {
    answer::root(&app, &visit)
}

/// Programs are told in JSON that there is nothing.
async fn nothing() -> Response {
    Problem::not_found().into_response()
}

fn answered(answer: Answered) -> Response {
    answer.unwrap_or_else(IntoResponse::into_response)
}

/// Open data may be read by pages of any site.
fn cors(mut response: Response) -> Response {
    let headers = response.headers_mut();
    headers.insert(ACCESS_CONTROL_ALLOW_ORIGIN, HeaderValue::from_static("*"));
    headers.insert(ACCESS_CONTROL_EXPOSE_HEADERS, HeaderValue::from_static("etag, link"));
    response
}
