//! Services as rows of a page: what a row shows, and nothing of what only the service's own page shows.
use super::ask::{AT_ONCE, Grouped, Part, among, by_id, each_once, parts_of, shown_services};
use super::parts::Parts;
use super::places::{assemble, locations_of, place_at};
use super::records::{PhoneRecord, ServiceRecord};
use crate::model::{Kind, Service, cost_option, organization, phone, schedule, service, service_at_location, service_way};
use kolo_platform::Result;
use sea_orm::entity::prelude::*;
use std::collections::HashMap;
use std::sync::Arc;

/// These services in the order of `ids`, with places, numbers, hours, prices and ways; everything else that belongs to a
/// record is left empty. Nine questions instead of two dozen.
pub async fn service_rows(db: &impl ConnectionTrait, communities: &[Uuid], ids: &[Uuid]) -> Result<Vec<ServiceRecord>> {
    let mut records = Vec::with_capacity(ids.len());
    for some in ids.chunks(AT_ONCE) {
        let rows = shown_services(Some(communities))
            .filter(among(service::Column::Id, some))
            .all(db)
            .await?;
        let mut found = drawn(db, rows).await?;
        records.extend(some.iter().filter_map(|id| found.remove(id)));
    }
    Ok(records)
}

async fn drawn(db: &impl ConnectionTrait, rows: Vec<Service>) -> Result<HashMap<Uuid, ServiceRecord>> {
    let services: Vec<_> = rows.iter().map(|row| row.id).collect();
    let organizations = each_once(rows.iter().map(|row| row.organization_id));
    let organizations = by_id::<organization::Entity>(db, organization::Column::Id, &organizations).await?;
    let organizations: HashMap<_, _> = organizations.into_iter().map(|row| (row.id, Arc::new(row))).collect();
    let visits = parts_of::<service_at_location::Entity>(db, &[(service_at_location::Column::ServiceId, &services)]).await?;
    let locations = locations_of(db, &visits).await?;
    let mut parts = parts(
        db,
        &services,
        &locations.iter().map(|row| row.id).collect::<Vec<_>>(),
        &visits.iter().map(|row| row.id).collect::<Vec<_>>(),
    )
    .await?;
    let places = assemble(db, locations, &mut parts).await?;
    let mut visits = Grouped::of(visits);
    let records = rows.into_iter().filter_map(|service| {
        let (kind, id) = (Kind::Service, service.id);
        let record = ServiceRecord {
            organization: Arc::clone(organizations.get(&service.organization_id)?),
            program: None,
            phones: parts.phones.take(kind, id),
            contacts: Vec::new(),
            schedules: parts.schedules.take(kind, id),
            languages: Vec::new(),
            cost_options: parts.cost_options.take(kind, id),
            required_documents: Vec::new(),
            funding: Vec::new(),
            capacities: Vec::new(),
            areas: Vec::new(),
            urls: Vec::new(),
            ways: parts.ways.take(kind, id),
            terms: Vec::new(),
            places: visits
                .take(kind, id)
                .into_iter()
                .filter_map(|at| place_at(at, &places, &mut parts))
                .collect(),
            service,
        };
        Some((id, record))
    });
    Ok(records.collect())
}

async fn parts(db: &impl ConnectionTrait, services: &[Uuid], locations: &[Uuid], ats: &[Uuid]) -> Result<Parts> {
    let schedules = [
        (schedule::Column::ServiceId, services),
        (schedule::Column::LocationId, locations),
        (schedule::Column::ServiceAtLocationId, ats),
    ];
    let numbers = [
        (phone::Column::ServiceId, services),
        (phone::Column::LocationId, locations),
        (phone::Column::ServiceAtLocationId, ats),
    ];
    let mut numbers = parts_of::<phone::Entity>(db, &numbers).await?;
    numbers.sort_by_key(Part::place);
    let mut phones = Grouped::default();
    for phone in numbers {
        if let Some(owner) = phone.owner() {
            phones.add(
                owner,
                PhoneRecord {
                    phone,
                    languages: Vec::new(),
                },
            );
        }
    }
    Ok(Parts {
        phones,
        schedules: Grouped::of(parts_of::<schedule::Entity>(db, &schedules).await?),
        cost_options: Grouped::of(parts_of::<cost_option::Entity>(db, &[(cost_option::Column::ServiceId, services)]).await?),
        ways: Grouped::of(parts_of::<service_way::Entity>(db, &[(service_way::Column::ServiceId, services)]).await?),
        ..Parts::default()
    })
}
