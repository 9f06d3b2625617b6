//! The guide as its visitors and its followers meet it, on whichever database `KOLO_TEST_DATABASE` names.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::allow_attributes,
    reason = "a test has nothing better to do than panic"
)]

mod acts;
mod finding;
mod import;
mod import_life;
mod open;
mod pages;
mod pages_all;
mod pages_lists;
mod pages_report;
mod reading;
mod relevance;
mod seeding;
mod writing;

use kolo_directory::fixtures;
use kolo_directory::store::write::{
    LocationInput, OrganizationInput, Outcome, ServiceInput, put_locations, put_organizations, put_services,
};
use kolo_platform::trace::audit_entry;
use kolo_platform::{Actor, feed};
use kolo_testkit::Town;
use sea_orm::{EntityTrait, QueryOrder};
use uuid::Uuid;

/// The act in whose name tests write.
const VERB: &str = "directory.try";

/// A town with nothing but the guide.
async fn town() -> Town {
    Town::with(vec![kolo_directory::module()]).await
}

async fn put_organization(town: &Town, told: OrganizationInput) -> Uuid {
    let community = town.community.id;
    town.app
        .write(&Actor::house(), async |w| put_organizations(w, VERB, community, vec![told]).await)
        .await
        .unwrap()[0]
        .id
}

async fn put_place(town: &Town, told: LocationInput) -> Uuid {
    let community = town.community.id;
    town.app
        .write(&Actor::house(), async |w| put_locations(w, VERB, community, vec![told]).await)
        .await
        .unwrap()[0]
        .id
}

async fn put_all(town: &Town, told: Vec<ServiceInput>) -> Vec<Outcome> {
    let community = town.community.id;
    town.app
        .write(&Actor::house(), async |w| put_services(w, VERB, community, told).await)
        .await
        .unwrap()
}

async fn put_service(town: &Town, told: ServiceInput) -> Uuid {
    put_all(town, vec![told]).await[0].id
}

/// The library of the town.
async fn library(town: &Town) -> Uuid {
    put_organization(town, fixtures::organization("Бібліотека")).await
}

/// What the audit says after its first `seen` entries: verb, kind, fields.
async fn audit(town: &Town, seen: usize) -> Vec<(String, String, String)> {
    let entries = audit_entry::Entity::find()
        .order_by_asc(audit_entry::Column::Chain)
        .order_by_asc(audit_entry::Column::Number)
        .all(&town.app.db().reader)
        .await
        .unwrap();
    let entries = entries.into_iter().filter(|entry| entry.verb.starts_with("directory."));
    entries.skip(seen).map(|entry| (entry.verb, entry.kind, entry.fields)).collect()
}

/// Kind, record and operation of every change after a position of the feed.
async fn changes(town: &Town, after: i64) -> Vec<(String, Uuid, String)> {
    let changes = feed::changes_after(&town.app.db().reader, after, 1_000).await.unwrap();
    changes
        .into_iter()
        .map(|change| (change.kind, change.record_id, change.operation))
        .collect()
}

async fn head(town: &Town) -> i64 {
    feed::head(&town.app.db().reader).await.unwrap()
}
