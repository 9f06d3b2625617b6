//! Answers of the API: pages, lines, single records.
use super::collections::Collection;
use super::deleted::{self, Deleted};
use super::finding::find;
use super::nest::Scribes;
use super::parameters::{Depth, Parameter, Wanted};
use super::problem::{Answered, Problem};
use super::reach::Reach;
use super::writing::write;
use super::{CARRIES_JSON, CARRIES_LINES, cors};
use crate::model::Kind;
use axum::body::{Body, Bytes};
use axum::http::header::{CONTENT_TYPE, LINK};
use axum::http::{HeaderValue, Method, Uri};
use axum::response::{IntoResponse, Response};
use chrono::{DateTime, Utc};
use futures_util::stream;
use kolo_platform::{App, Result, Visit, page};
use serde_json::{Map, Value as Json, json};
use url::form_urlencoded;
use uuid::Uuid;

/// Records written at once while a list is streamed.
const AT_ONCE: usize = 200;
/// Tombstones within a page; the list of deleted records has all of them.
const TOMBSTONES: usize = 1_000;

/// A list: a page of it, or all of it line by line.
pub(super) async fn list(app: App, visit: Visit, method: Method, uri: Uri, of: Collection) -> Answered {
    let wanted = Wanted::read(uri.query().unwrap_or_default(), of.parameters())?;
    let reach = Reach::of(&app, &visit);
    let scribes = Scribes::new(&app, reach.lang);
    if wanted.is_ndjson {
        let all = find(&app, &reach, of, &wanted, 0, u64::from(u32::MAX)).await?;
        return Ok(lines(app, reach, scribes, of, wanted, all.ids));
    }
    let offset = (wanted.page - 1) * wanted.per_page;
    let found = find(&app, &reach, of, &wanted, offset, wanted.per_page).await?;
    let contents = write(&app, &reach, &scribes, of, &wanted, &found.ids).await?;
    let mut envelope = envelope(&wanted, found.total, contents);
    if let Some(since) = wanted.modified_after.filter(|_| deleted::ENTITIES.contains(&of.kind().code())) {
        tombstones(&app, &reach, of.kind(), since, &wanted, &mut envelope).await?;
    }
    Ok(finished(&visit, &method, &uri, &wanted, found.total, &Json::Object(envelope)))
}

/// The records that are gone, as a list like the others.
pub(super) async fn deleted(app: App, visit: Visit, method: Method, uri: Uri) -> Answered {
    let wanted = Wanted::read(uri.query().unwrap_or_default(), DELETED_PARAMETERS)?;
    let reach = Reach::of(&app, &visit);
    let since = wanted.modified_after.unwrap_or(DateTime::<Utc>::UNIX_EPOCH);
    let mut gone: Vec<Deleted> = Vec::new();
    for entity in deleted::ENTITIES.iter().filter_map(|name| Kind::parse(name)) {
        if wanted.entity.as_deref().is_none_or(|only| only == entity.code()) {
            gone.extend(deleted::since(&app, &reach, entity, since).await?);
        }
    }
    let total = u64::try_from(gone.len()).unwrap_or(u64::MAX);
    if wanted.is_ndjson {
        let lines = one_a_line(gone.into_iter().map(Deleted::to_json));
        return Ok(cors(([(CONTENT_TYPE, CARRIES_LINES)], lines).into_response()));
    }
    let [skip, take] = [(wanted.page - 1) * wanted.per_page, wanted.per_page].map(|n| usize::try_from(n).unwrap_or(usize::MAX));
    let contents = gone.into_iter().skip(skip).take(take).map(Deleted::to_json).collect();
    let envelope = envelope(&wanted, total, contents);
    Ok(finished(&visit, &method, &uri, &wanted, total, &Json::Object(envelope)))
}

/// What can be asked of the list of deleted records.
pub(super) const DELETED_PARAMETERS: &[Parameter] = &[
    Parameter::Entity,
    Parameter::ModifiedAfter,
    Parameter::Page,
    Parameter::PerPage,
    Parameter::Format,
];

/// One record with everything.
pub(super) async fn record(app: App, visit: Visit, uri: Uri, of: Collection, id: String) -> Answered {
    let asked = Wanted::read(uri.query().unwrap_or_default(), of.record_parameters())?;
    let id = Uuid::try_parse(&id).map_err(|_| Problem::not_found())?;
    let reach = Reach::of(&app, &visit);
    let scribes = Scribes::new(&app, reach.lang);
    let wanted = Wanted {
        depth: asked.depth.max(Depth::Whole),
        ..asked
    };
    let record = write(&app, &reach, &scribes, of, &wanted, &[id])
        .await?
        .pop()
        .ok_or_else(Problem::not_found)?;
    let links = [(uri_of(&visit), "self")]
        .map(|(target, relation)| format!("<{target}>; rel=\"{relation}\""))
        .join(", ");
    Ok(page::shared(json_answer(&record, &links)))
}

/// What this API is.
pub(super) fn root(app: &App, visit: &Visit) -> Response {
    let reach = Reach::of(app, visit);
    let meta = json!({
        "version": super::CLAIMED_VERSION,
        "hsds_version": crate::hsds::shape::VERSION,
        "profile": format!("{}/profile", reach.base),
        "openapi_url": format!("{}/openapi.json", reach.base),
        "description": format!("Organizations, services and places of help: {}. HSDS 3.2 with translations.", reach.name),
        "publisher": { "name": reach.name, "website": crate::hsds::uri(&reach.site).unwrap_or_default() },
    });
    let links = format!(
        "<{}/openapi.json>; rel=\"service-desc\", <{}/profile>; rel=\"profile\"",
        reach.base, reach.base
    );
    page::shared(json_answer(&meta, &links))
}

fn envelope(wanted: &Wanted, total: u64, contents: Vec<Json>) -> Map<String, Json> {
    let pages = total.div_ceil(wanted.per_page);
    let members = [
        ("total_items", json!(total)),
        ("total_pages", json!(pages)),
        ("page_number", json!(wanted.page)),
        ("size", json!(contents.len())),
        ("first_page", json!(wanted.page == 1)),
        ("last_page", json!(wanted.page >= pages)),
        ("empty", json!(contents.is_empty())),
        ("contents", Json::Array(contents)),
    ];
    members.into_iter().map(|(name, value)| (name.to_owned(), value)).collect()
}

/// Says on the first page what is gone. The other filters do not matter here: nobody remembers what a deleted record was.
async fn tombstones(
    app: &App,
    reach: &Reach,
    entity: Kind,
    since: DateTime<Utc>,
    wanted: &Wanted,
    page: &mut Map<String, Json>,
) -> Answered<()> {
    if wanted.page == 1 {
        let gone = deleted::since(app, reach, entity, since).await?;
        page.insert(
            "deleted".to_owned(),
            gone.into_iter().take(TOMBSTONES).map(Deleted::to_json).collect(),
        );
    }
    let query = form_urlencoded::Serializer::new(String::new())
        .append_pair("entity", entity.code())
        .append_pair("modified_after", &since.to_rfc3339_opts(chrono::SecondsFormat::Millis, true))
        .finish();
    page.insert("deleted_url".to_owned(), format!("{}/deleted?{query}", reach.base).into());
    Ok(())
}

fn finished(visit: &Visit, method: &Method, uri: &Uri, wanted: &Wanted, total: u64, page: &Json) -> Response {
    let to = |number: u64| {
        let mut query = form_urlencoded::Serializer::new(String::new());
        query.extend_pairs(form_urlencoded::parse(uri.query().unwrap_or_default().as_bytes()).filter(|(name, _)| name != "page"));
        query.append_pair("page", &number.to_string());
        let path = uri_of(visit);
        let path = path.split('?').next().unwrap_or_default();
        format!("{path}?{}", query.finish())
    };
    let pages = total.div_ceil(wanted.per_page).max(1);
    let mut links = vec![
        format!("<{}>; rel=\"self\"", uri_of(visit)),
        format!("<{}>; rel=\"first\"", to(1)),
        format!("<{}>; rel=\"last\"", to(pages)),
    ];
    if wanted.page > 1 {
        links.push(format!("<{}>; rel=\"prev\"", to((wanted.page - 1).min(pages))));
    }
    if wanted.page < pages {
        links.push(format!("<{}>; rel=\"next\"", to(wanted.page + 1)));
    }
    let response = json_answer(page, &links.join(", "));
    if method == Method::GET { page::shared(response) } else { response }
}

/// The address that was asked for, as a URI.
fn uri_of(visit: &Visit) -> String {
    format!("{}{}", visit.origin(), visit.address())
}

/// An answer in JSON.
pub(super) fn json_answer(json: &Json, links: &str) -> Response {
    let mut response = ([(CONTENT_TYPE, CARRIES_JSON)], json.to_string()).into_response();
    if let Some(links) = HeaderValue::from_str(links).ok().filter(|links| !links.is_empty()) {
        response.headers_mut().insert(LINK, links);
    }
    cors(response)
}

/// One record a line, written while it is sent.
fn lines(app: App, reach: Reach, scribes: Scribes, of: Collection, wanted: Wanted, ids: Vec<Uuid>) -> Response {
    let state = (app, reach, scribes, wanted, ids, 0);
    let chunks = stream::try_unfold(state, move |(app, reach, scribes, wanted, ids, from)| async move {
        let some: Vec<Uuid> = ids.iter().copied().skip(from).take(AT_ONCE).collect();
        if some.is_empty() {
            return Ok(None);
        }
        let written: Result<Vec<Json>> = write(&app, &reach, &scribes, of, &wanted, &some).await;
        let written = written
            .inspect_err(|error| tracing::error!("writing a list of records: {error:#}"))
            .map_err(std::io::Error::other)?;
        Ok::<_, std::io::Error>(Some((
            Bytes::from(one_a_line(written)),
            (app, reach, scribes, wanted, ids, from + AT_ONCE),
        )))
    });
    cors(([(CONTENT_TYPE, CARRIES_LINES)], Body::from_stream(chunks)).into_response())
}

fn one_a_line(records: impl IntoIterator<Item = Json>) -> String {
    records
        .into_iter()
        .fold(String::new(), |lines, record| lines + &record.to_string() + "\n")
}
