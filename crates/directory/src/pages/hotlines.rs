//! Lines to call: large numbers, those that always answer first.
use super::board::{State, state_of};
use super::reach::{PhoneView, WayView, phones, ways};
use super::urls;
use super::voice::Voice;
use crate::model::HoursKnown;
use crate::rules;
use crate::store::{self, ServiceRecord};
use askama::Template;
use axum::extract::State as Handle;
use axum::response::Response;
use kolo_platform::{App, Result, Visit, filters};
use kolo_words::Multilingual;

/// A line for people in need.
#[derive(Clone, Debug)]
pub(super) struct HotlineView {
    pub(super) href: String,
    pub(super) name: Multilingual,
    pub(super) by: Multilingual,
    pub(super) short: Multilingual,
    pub(super) is_sample: bool,
    pub(super) phones: Vec<PhoneView>,
    pub(super) ways: Vec<WayView>,
    pub(super) state: Option<State>,
    pub(super) cost: String,
    is_always: bool,
}

impl HotlineView {
    pub(super) fn of(voice: &Voice<'_>, record: &ServiceRecord) -> Self {
        let service = &record.service;
        let is_free = rules::is_free(record.cost_options.iter().map(|cost| cost.amount_minor)) == Some(true);
        Self {
            href: voice.href(service.community_id, &urls::service(service.id)),
            name: service.name.0.clone(),
            by: record.organization.name.0.clone(),
            short: service.short.0.clone(),
            is_sample: service.is_sample,
            phones: phones(voice, &record.phones),
            ways: ways(voice, record),
            state: Some(state_of(voice, record)),
            cost: if is_free { voice.say("directory-cost-free") } else { String::new() },
            is_always: service.hours == HoursKnown::Always,
        }
    }
}

/// The lines in the order in which they are best tried.
pub(super) fn views(voice: &Voice<'_>, records: &[ServiceRecord]) -> Vec<HotlineView> {
    let mut views: Vec<_> = records.iter().map(|record| HotlineView::of(voice, record)).collect();
    let is_short = |view: &HotlineView| {
        view.phones
            .iter()
            .any(|phone| phone.number.chars().filter(char::is_ascii_digit).count() <= 4)
    };
    // Numbers everybody can remember stand before long ones.
    views.sort_by_key(|view| (!view.is_always, view.phones.is_empty(), !is_short(view)));
    views
}

/// Lines on which somebody in despair is heard: those that always answer, and those of psychologists.
pub(super) fn urgent(voice: &Voice<'_>, records: &[ServiceRecord]) -> Vec<HotlineView> {
    let hears = |record: &&ServiceRecord| {
        record.service.hours == HoursKnown::Always
            || record
                .terms
                .iter()
                .any(|said| matches!(said.code(), Some("psychological" | "crisis-shelter")))
    };
    views(voice, &records.iter().filter(hears).cloned().collect::<Vec<_>>())
}

#[derive(Template)]
#[template(path = "directory/hotlines.html")]
struct HotlinesPage {
    trail: Vec<(String, String)>,
    here: String,
    lines: Vec<HotlineView>,
}

/// `GET /hotlines`
pub(super) async fn show(Handle(app): Handle<App>, visit: Visit) -> Result<Response> {
    let voice = Voice::new(&app, &visit);
    let records = store::hotlines(&app.db().reader, &voice.scope()?).await?;
    let page = HotlinesPage {
        trail: Vec::new(),
        here: voice.say("directory-hotlines-title"),
        lines: views(&voice, &records),
    };
    visit.page(&app, &page)
}
