//! Tombstones: what a copy of our data must forget.
use super::reach::Reach;
use crate::model::Kind;
use crate::store;
use chrono::{DateTime, SecondsFormat, Utc};
use kolo_platform::{App, Result, feed};
use serde_json::{Value as Json, json};
use std::collections::BTreeMap;
use uuid::Uuid;

/// The kinds of records that leave tombstones, by the names of the standard.
pub(super) const ENTITIES: [&str; 4] = ["organization", "service", "location", "service_at_location"];
/// Where they are all listed.
pub(super) const PATH: &str = "/api/hsds/v3/deleted";
/// Tombstones looked at in one answer.
const MOST: u64 = 50_000;

/// A record that is no longer published.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Deleted {
    pub id: Uuid,
    pub entity: Kind,
    /// When it was deleted or taken out of use.
    pub at: DateTime<Utc>,
}

impl Deleted {
    pub(super) fn to_json(self) -> Json {
        json!({ "id": self.id, "entity": self.entity.code(), "deleted_at": self.at.to_rfc3339_opts(SecondsFormat::Millis, true) })
    }
}

/// The records of a kind that are gone since an instant, oldest first. One that was deleted and came back is not gone.
pub(super) async fn since(app: &App, reach: &Reach, entity: Kind, since: DateTime<Utc>) -> Result<Vec<Deleted>> {
    let db = &app.db().reader;
    let removed = feed::removed_since(db, &reach.communities, entity.code(), since, MOST).await?;
    let mut gone: BTreeMap<Uuid, DateTime<Utc>> = removed.into_iter().map(|change| (change.record_id, change.at)).collect();
    if entity == Kind::ServiceAtLocation {
        let services = store::withdrawn_since(db, &reach.communities, Kind::Service, since, MOST).await?;
        let places = store::withdrawn_since(db, &reach.communities, Kind::Location, since, MOST).await?;
        let withdrawn: BTreeMap<Uuid, DateTime<Utc>> = services.into_iter().chain(places).collect();
        for visit in store::visits(db, &reach.communities).await? {
            if let Some(at) = withdrawn.get(&visit.service).or_else(|| withdrawn.get(&visit.location)) {
                gone.entry(visit.id).or_insert(*at);
            }
        }
    } else {
        for (id, at) in store::withdrawn_since(db, &reach.communities, entity, since, MOST).await? {
            gone.entry(id).or_insert(at);
        }
    }
    let ids: Vec<Uuid> = gone.keys().copied().collect();
    let shown = store::still_shown(db, &reach.communities, entity, &ids).await?;
    let mut gone: Vec<Deleted> = gone
        .into_iter()
        .filter(|(id, _)| !shown.contains(id))
        .map(|(id, at)| Deleted { id, entity, at })
        .collect();
    gone.sort_unstable_by_key(|deleted| (deleted.at, deleted.id));
    Ok(gone)
}
