//! Finding the record a page is about: here, under another community, or gone.
use super::voice::Voice;
use crate::store::{self, OrganizationRecord, PlaceRecord, ServiceRecord};
use askama::Template;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use kolo_platform::{App, Error, Result, Visit, filters};
use std::sync::Arc;
use uuid::Uuid;

/// The record, or what to answer instead of its page.
#[derive(Debug)]
pub(super) enum Found<T> {
    Here(T),
    Instead(Response),
}

impl<T> Found<T> {
    /// What is needed of the record.
    pub(super) fn map<U>(self, need: impl FnOnce(T) -> U) -> Found<U> {
        match self {
            Self::Here(record) => Found::Here(need(record)),
            Self::Instead(answer) => Found::Instead(answer),
        }
    }
}

/// Says that an entry was here once.
#[derive(Template)]
#[template(path = "directory/gone.html")]
struct GonePage;

/// The service; `ending` is the rest of the address behind its page.
pub(super) async fn service(app: &App, visit: &Visit, id: Uuid, ending: &str) -> Result<Found<ServiceRecord>> {
    let voice = Voice::new(app, visit);
    let found = store::services(&app.db().reader, &voice.scope()?, &[id]).await?.pop();
    let path = format!("{}{ending}", super::urls::service(id));
    here(
        &voice,
        "service",
        id,
        &path,
        found.map(|record| (record.service.community_id, record)),
    )
    .await
}

/// The organization.
pub(super) async fn organization(app: &App, visit: &Visit, id: Uuid, ending: &str) -> Result<Found<OrganizationRecord>> {
    let voice = Voice::new(app, visit);
    let found = store::organizations(&app.db().reader, &voice.scope()?, &[id]).await?.pop();
    let path = format!("{}{ending}", super::urls::organization(id));
    here(
        &voice,
        "organization",
        id,
        &path,
        found.map(|record| (record.organization.community_id, record)),
    )
    .await
}

/// The place.
pub(super) async fn place(app: &App, visit: &Visit, id: Uuid, ending: &str) -> Result<Found<Arc<PlaceRecord>>> {
    let voice = Voice::new(app, visit);
    let found = store::places(&app.db().reader, &voice.scope()?, &[id]).await?.pop();
    let path = format!("{}{ending}", super::urls::place(id));
    here(
        &voice,
        "location",
        id,
        &path,
        found.map(|record| (record.location.community_id, record)),
    )
    .await
}

async fn here<T>(voice: &Voice<'_>, kind: &str, id: Uuid, path: &str, found: Option<(Uuid, T)>) -> Result<Found<T>> {
    let visited = voice.visit.community()?.id;
    match found {
        Some((community, record)) if community == visited => Ok(Found::Here(record)),
        // One page has one address: that of the community it belongs to.
        Some((community, _)) => Ok(Found::Instead(Redirect::temporary(&voice.href(community, path)).into_response())),
        None if store::was_removed(&voice.app.db().reader, &voice.scope()?, kind, id).await? => {
            voice.visit.page_with(voice.app, StatusCode::GONE, &GonePage).map(Found::Instead)
        }
        None => Err(Error::NotFound),
    }
}
