//! Places, and services at places.
use super::ask::{AT_ONCE, Grouped, among, by_id, each_once, hidden_organizations, how_many, parts_of, shown, shown_services};
use super::parts::{Owners, Parts};
use super::records::{Ids, Order, PlaceAt, PlaceFilter, PlaceRecord, ServiceAtLocationRecord};
use super::services::tagged;
use crate::model::{
    Accessibility, Kind, Location, ServiceAtLocation, Words, address, location, organization, service, service_at_location,
};
use futures_util::{Stream, stream};
use kolo_platform::Result;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::Query;
use sea_orm::{Condition, DatabaseConnection, QueryOrder, QuerySelect, Select};
use std::collections::HashMap;
use std::sync::Arc;

/// These places whole, in the order of `ids`; those that are not for visitors or of other communities are left out.
pub async fn places(db: &impl ConnectionTrait, communities: &[Uuid], ids: &[Uuid]) -> Result<Vec<Arc<PlaceRecord>>> {
    read(db, Some(communities), ids).await
}

/// The same for the index, which asks by identity alone.
pub(crate) async fn places_anywhere(db: &impl ConnectionTrait, ids: &[Uuid]) -> Result<Vec<Arc<PlaceRecord>>> {
    read(db, None, ids).await
}

async fn read(db: &impl ConnectionTrait, communities: Option<&[Uuid]>, ids: &[Uuid]) -> Result<Vec<Arc<PlaceRecord>>> {
    let mut places = Vec::with_capacity(ids.len());
    for some in ids.chunks(AT_ONCE) {
        let rows = shown_places(communities).filter(among(location::Column::Id, some)).all(db).await?;
        let owners = Owners {
            locations: rows.iter().map(|row| row.id).collect(),
            ..Owners::default()
        };
        let mut parts = Parts::of(db, &owners).await?;
        let mut found = assemble(db, rows, &mut parts).await?;
        places.extend(some.iter().filter_map(|id| found.remove(id)));
    }
    Ok(places)
}

/// One page of the places a filter lets through. `service` asks for the places where it is given.
pub async fn places_page(db: &impl ConnectionTrait, communities: &[Uuid], filter: &PlaceFilter, offset: u64, limit: u64) -> Result<Ids> {
    let select = filtered(communities, filter);
    let total = how_many(select.clone(), location::Column::Id, db).await?;
    let select = match filter.order {
        Order::Name => select.order_by_asc(location::Column::NameFolded),
        Order::Id => select,
        Order::Latest => select.order_by_desc(location::Column::UpdatedAt),
    };
    let page = select.order_by_asc(location::Column::Id).offset(offset).limit(limit);
    let ids = page.select_only().column(location::Column::Id).into_tuple::<Uuid>().all(db).await?;
    Ok(Ids { ids, total })
}

/// Every place, whole, in chunks of 200 by identity.
pub fn stream_places(db: DatabaseConnection, communities: Vec<Uuid>) -> impl Stream<Item = Result<Vec<Arc<PlaceRecord>>>> + Send + 'static {
    stream::try_unfold(
        (db, communities, None),
        |(db, communities, after): (DatabaseConnection, Vec<Uuid>, Option<Uuid>)| async move {
            let ids = next_places(&db, Some(&communities), after, AT_ONCE as u64).await?;
            let Some(last) = ids.last().copied() else { return Ok(None) };
            let chunk = places(&db, &communities, &ids).await?;
            Ok(Some((chunk, (db, communities, Some(last)))))
        },
    )
}

/// The next places by identity.
pub(crate) async fn next_places(
    db: &impl ConnectionTrait,
    communities: Option<&[Uuid]>,
    after: Option<Uuid>,
    limit: u64,
) -> Result<Vec<Uuid>> {
    let mut select = shown_places(communities);
    if let Some(after) = after {
        select = select.filter(location::Column::Id.gt(after));
    }
    let ids = select
        .order_by_asc(location::Column::Id)
        .limit(limit)
        .select_only()
        .column(location::Column::Id);
    Ok(ids.into_tuple().all(db).await?)
}

/// These services at places, in the order of `ids`.
pub async fn services_at_places(db: &impl ConnectionTrait, communities: &[Uuid], ids: &[Uuid]) -> Result<Vec<ServiceAtLocationRecord>> {
    let mut records = Vec::with_capacity(ids.len());
    for some in ids.chunks(AT_ONCE) {
        let rows = shown_visits(communities)
            .filter(among(service_at_location::Column::Id, some))
            .all(db)
            .await?;
        let services = each_once(rows.iter().map(|row| row.service_id));
        let services: HashMap<_, _> = by_id::<service::Entity>(db, service::Column::Id, &services)
            .await?
            .into_iter()
            .map(|row| (row.id, Arc::new(row)))
            .collect();
        let organizations = each_once(services.values().map(|service| service.organization_id));
        let organizations: HashMap<_, _> = by_id::<organization::Entity>(db, organization::Column::Id, &organizations)
            .await?
            .into_iter()
            .map(|row| (row.id, Arc::new(row)))
            .collect();
        let locations = locations_of(db, &rows).await?;
        let owners = Owners {
            locations: locations.iter().map(|row| row.id).collect(),
            ats: rows.iter().map(|row| row.id).collect(),
            ..Owners::default()
        };
        let mut parts = Parts::of(db, &owners).await?;
        let locations = assemble(db, locations, &mut parts).await?;
        let mut found: HashMap<_, _> = rows
            .into_iter()
            .filter_map(|at| {
                let service = services.get(&at.service_id)?;
                let organization = organizations.get(&service.organization_id)?;
                let id = at.id;
                let place = place_at(at, &locations, &mut parts)?;
                Some((
                    id,
                    ServiceAtLocationRecord {
                        service: Arc::clone(service),
                        organization: Arc::clone(organization),
                        place,
                    },
                ))
            })
            .collect();
        records.extend(some.iter().filter_map(|id| found.remove(id)));
    }
    Ok(records)
}

/// One page of the services at places a filter lets through, by identity.
pub async fn services_at_places_page(
    db: &impl ConnectionTrait,
    communities: &[Uuid],
    filter: &PlaceFilter,
    offset: u64,
    limit: u64,
) -> Result<Ids> {
    use service_at_location::Column;
    let mut select = shown_visits(communities);
    if let Some(location) = filter.location {
        select = select.filter(Column::LocationId.eq(location));
    }
    if let Some(service) = filter.service {
        select = select.filter(Column::ServiceId.eq(service));
    }
    // The row itself has no time: it changes with its service.
    if filter.organization.is_some() || filter.modified_after.is_some() {
        let mut services = Query::select();
        services.column(service::Column::Id).from(service::Entity);
        if let Some(organization) = filter.organization {
            services.and_where(service::Column::OrganizationId.eq(organization));
        }
        if let Some(after) = filter.modified_after {
            services.and_where(service::Column::UpdatedAt.gt(after));
        }
        select = select.filter(Column::ServiceId.in_subquery(services));
    }
    // A service at a place is about what the service is about.
    if let Some(tagged) = tagged(&filter.terms, filter.taxonomy) {
        select = select.filter(
            Condition::any()
                .add(Column::Id.in_subquery(tagged.clone()))
                .add(Column::ServiceId.in_subquery(tagged)),
        );
    }
    let total = how_many(select.clone(), Column::Id, db).await?;
    let page = select.order_by_asc(Column::Id).offset(offset).limit(limit);
    let ids = page.select_only().column(Column::Id).into_tuple::<Uuid>().all(db).await?;
    Ok(Ids { ids, total })
}

pub(super) fn shown_places(communities: Option<&[Uuid]>) -> Select<location::Entity> {
    let of_nobody_or_shown = Condition::any()
        .add(location::Column::OrganizationId.is_null())
        .add(location::Column::OrganizationId.not_in_subquery(hidden_organizations()));
    let select = location::Entity::find()
        .filter(location::Column::Status.is_in(shown()))
        .filter(of_nobody_or_shown);
    match communities {
        Some(communities) => select.filter(among(location::Column::CommunityId, communities)),
        None => select,
    }
}

fn shown_visits(communities: &[Uuid]) -> Select<service_at_location::Entity> {
    use service_at_location::Column;
    let services = shown_services(Some(communities)).select_only().column(service::Column::Id);
    let locations = location::Entity::find()
        .filter(location::Column::Status.is_in(shown()))
        .select_only()
        .column(location::Column::Id);
    service_at_location::Entity::find()
        .filter(among(Column::CommunityId, communities))
        .filter(Column::ServiceId.in_subquery(sea_orm::QueryTrait::into_query(services)))
        .filter(Column::LocationId.in_subquery(sea_orm::QueryTrait::into_query(locations)))
}

fn filtered(communities: &[Uuid], filter: &PlaceFilter) -> Select<location::Entity> {
    use location::Column;
    let mut select = shown_places(Some(communities));
    if let Some(organization) = filter.organization {
        select = select.filter(Column::OrganizationId.eq(organization));
    }
    if let Some(location) = filter.location {
        select = select.filter(Column::Id.eq(location));
    }
    if let Some(service) = filter.service {
        let visits = Query::select()
            .column(service_at_location::Column::LocationId)
            .from(service_at_location::Entity)
            .and_where(service_at_location::Column::ServiceId.eq(service))
            .to_owned();
        select = select.filter(Column::Id.in_subquery(visits));
    }
    if let Some(tagged) = tagged(&filter.terms, filter.taxonomy) {
        select = select.filter(Column::Id.in_subquery(tagged));
    }
    if let Some(after) = filter.modified_after {
        select = select.filter(Column::UpdatedAt.gt(after));
    }
    select
}

/// The places in use where these services are given.
pub(super) async fn locations_of(db: &impl ConnectionTrait, visits: &[ServiceAtLocation]) -> Result<Vec<Location>> {
    let ids = each_once(visits.iter().map(|visit| visit.location_id));
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    Ok(location::Entity::find()
        .filter(among(location::Column::Id, &ids))
        .filter(location::Column::Status.is_in(shown()))
        .all(db)
        .await?)
}

/// Rows of places with their parts.
pub(super) async fn assemble(db: &impl ConnectionTrait, rows: Vec<Location>, parts: &mut Parts) -> Result<HashMap<Uuid, Arc<PlaceRecord>>> {
    // The lines of confidential places are not even read.
    let open: Vec<_> = rows.iter().filter(|row| !row.is_confidential).map(|row| row.id).collect();
    let mut addresses = Grouped::of(parts_of::<address::Entity>(db, &[(address::Column::LocationId, &open)]).await?);
    let places = rows.into_iter().map(|location| {
        let id = location.id;
        let place = PlaceRecord {
            whereabouts: location.whereabouts(&addresses.take(Kind::Location, id)),
            accessibility: told(location.is_confidential, parts.accessibility.take(Kind::Location, id)),
            phones: unless(location.is_confidential, parts.phones.take(Kind::Location, id)),
            contacts: unless(location.is_confidential, parts.contacts.take(Kind::Location, id)),
            schedules: parts.schedules.take(Kind::Location, id),
            languages: parts.languages.take(Kind::Location, id),
            terms: parts.terms.take(Kind::Location, id),
            location,
        };
        (id, Arc::new(place))
    });
    Ok(places.collect())
}

/// A service at a place, if that place is in use.
pub(super) fn place_at(at: ServiceAtLocation, places: &HashMap<Uuid, Arc<PlaceRecord>>, parts: &mut Parts) -> Option<PlaceAt> {
    let place = Arc::clone(places.get(&at.location_id)?);
    let (kind, id, is_confidential) = (Kind::ServiceAtLocation, at.id, place.location.is_confidential);
    Some(PlaceAt {
        place,
        schedules: parts.schedules.take(kind, id),
        phones: unless(is_confidential, parts.phones.take(kind, id)),
        contacts: unless(is_confidential, parts.contacts.take(kind, id)),
        areas: unless(is_confidential, parts.areas.take(kind, id)),
        terms: parts.terms.take(kind, id),
        at,
    })
}

/// A number at the door of a shelter leads to the shelter, so does whoever keeps it; the service has numbers of its own.
fn unless<T>(is_confidential: bool, parts: Vec<T>) -> Vec<T> {
    if is_confidential { Vec::new() } else { parts }
}

/// Of a confidential place it may be told that there is a ramp, not in words that say where.
fn told(is_confidential: bool, arrangements: Vec<Accessibility>) -> Vec<Accessibility> {
    if !is_confidential {
        return arrangements;
    }
    let known = arrangements.into_iter().filter(|arrangement| arrangement.kind.is_some());
    known
        .map(|arrangement| Accessibility {
            description: Words::default(),
            details: Words::default(),
            url: None,
            ..arrangement
        })
        .collect()
}
