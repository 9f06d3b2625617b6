//! Records as a list or an address of the API shows them.
use super::collections::Collection;
use super::nest::Scribes;
use super::parameters::{Depth, Wanted};
use super::reach::Reach;
use crate::hsds::Record;
use crate::store::{self, ServiceHead, ServiceRecord};
use chrono::SecondsFormat;
use kolo_platform::{App, Result};
use serde_json::{Value as Json, json};
use std::collections::HashMap;
use uuid::Uuid;

/// These records, in this order; those that vanished meanwhile are left out.
pub(super) async fn write(app: &App, reach: &Reach, scribes: &Scribes, of: Collection, wanted: &Wanted, ids: &[Uuid]) -> Result<Vec<Json>> {
    let db = &app.db().reader;
    let communities = &reach.communities;
    let records: Vec<Record> = match of {
        Collection::Services if wanted.depth == Depth::Minimal => return minimal(app, reach, ids).await,
        Collection::Services if wanted.depth >= Depth::Whole => store::services(db, communities, ids)
            .await?
            .iter()
            .map(|whole| scribes.service(whole))
            .collect(),
        Collection::Services => store::service_heads(db, communities, ids)
            .await?
            .iter()
            .map(|head| scribes.service_head(head))
            .collect(),
        Collection::Organizations if wanted.depth >= Depth::Whole => organizations(app, reach, scribes, wanted.depth, ids).await?,
        Collection::Organizations => store::organization_heads(db, communities, ids)
            .await?
            .iter()
            .map(|head| scribes.organization_head(head))
            .collect(),
        Collection::ServiceAtLocations => services_at_locations(app, reach, scribes, wanted.depth, ids).await?,
        Collection::Locations if wanted.depth >= Depth::Whole => store::places(db, communities, ids)
            .await?
            .iter()
            .map(|place| scribes.place(place))
            .collect(),
        Collection::Locations => store::places(db, communities, ids)
            .await?
            .iter()
            .map(|place| scribes.place_head(place))
            .collect(),
        Collection::Taxonomies => {
            let all = store::taxonomies(db, communities).await?;
            let found = ids.iter().filter_map(|id| all.iter().find(|record| record.taxonomy.id == *id));
            found.map(|record| scribes.shared().taxonomy(&record.taxonomy)).collect()
        }
        Collection::TaxonomyTerms => store::terms(db, communities, ids)
            .await?
            .iter()
            .map(|term| scribes.term(term))
            .collect(),
    };
    Ok(records.into_iter().map(Record::into_json).collect())
}

/// Ids and dates. The API reference calls the date `modified_date`, the schema `last_modified`: both are given.
async fn minimal(app: &App, reach: &Reach, ids: &[Uuid]) -> Result<Vec<Json>> {
    let dates = store::service_dates(&app.db().reader, &reach.communities, ids).await?;
    let dates: HashMap<Uuid, _> = dates.into_iter().collect();
    let minimal = ids.iter().filter_map(|id| {
        let date = dates.get(id)?.to_rfc3339_opts(SecondsFormat::Millis, true);
        Some(json!({"id": id, "last_modified": date, "modified_date": date}))
    });
    Ok(minimal.collect())
}

/// Whole organizations with their services: these whole too, or with what there is one of.
async fn organizations(app: &App, reach: &Reach, scribes: &Scribes, depth: Depth, ids: &[Uuid]) -> Result<Vec<Record>> {
    let db = &app.db().reader;
    let organizations = store::organizations(db, &reach.communities, ids).await?;
    let pairs = store::services_by_organization(db, &reach.communities, ids).await?;
    let services: Vec<Uuid> = pairs.iter().map(|(_, service)| *service).collect();
    let mut written: HashMap<Uuid, Vec<Record>> = HashMap::new();
    if depth == Depth::WithServices {
        for whole in store::services(db, &reach.communities, &services).await? {
            written
                .entry(whole.service.organization_id)
                .or_default()
                .push(scribes.service(&whole));
        }
    } else {
        for head in store::service_heads(db, &reach.communities, &services).await? {
            written
                .entry(head.service.organization_id)
                .or_default()
                .push(scribes.service_head(&head));
        }
    }
    let records = organizations.iter().map(|whole| {
        let services = written.remove(&whole.organization.id).unwrap_or_default();
        scribes.organization(whole).with_many("services", services)
    });
    Ok(records.collect())
}

async fn services_at_locations(app: &App, reach: &Reach, scribes: &Scribes, depth: Depth, ids: &[Uuid]) -> Result<Vec<Record>> {
    let db = &app.db().reader;
    let records = store::services_at_places(db, &reach.communities, ids).await?;
    let services: Vec<Uuid> = records.iter().map(|record| record.service.id).collect();
    if depth >= Depth::Whole {
        let whole = store::services(db, &reach.communities, &services).await?;
        let whole: HashMap<Uuid, ServiceRecord> = whole.into_iter().map(|record| (record.service.id, record)).collect();
        return Ok(records
            .iter()
            .map(|record| scribes.service_at_location(record, whole.get(&record.service.id)))
            .collect());
    }
    let heads = store::service_heads(db, &reach.communities, &services).await?;
    let heads: HashMap<Uuid, ServiceHead> = heads.into_iter().map(|head| (head.service.id, head)).collect();
    Ok(records
        .iter()
        .map(|record| scribes.service_at_location_head(record, heads.get(&record.service.id)))
        .collect())
}
