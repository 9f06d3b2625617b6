//! Services.
use super::ask::{AT_ONCE, Grouped, among, by_id, each_once, how_many, parts_of, shown_services};
use super::parts::{Owners, Parts};
use super::places::{assemble, locations_of, place_at};
use super::records::{Ids, Order, ServiceFilter, ServiceRecord};
use crate::model::{Kind, Service, attribute, organization, program, service, service_at_location, taxonomy_term};
use futures_util::{Stream, stream};
use kolo_platform::Result;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::{Query, SelectStatement};
use sea_orm::{DatabaseConnection, QueryOrder, QuerySelect, Select};
use std::collections::HashMap;
use std::sync::Arc;

/// These services whole, in the order of `ids`; those that are not for visitors or of other communities are left out.
pub async fn services(db: &impl ConnectionTrait, communities: &[Uuid], ids: &[Uuid]) -> Result<Vec<ServiceRecord>> {
    read(db, Some(communities), ids).await
}

/// The same for the index, which asks by identity alone.
pub(crate) async fn services_anywhere(db: &impl ConnectionTrait, ids: &[Uuid]) -> Result<Vec<ServiceRecord>> {
    read(db, None, ids).await
}

async fn read(db: &impl ConnectionTrait, communities: Option<&[Uuid]>, ids: &[Uuid]) -> Result<Vec<ServiceRecord>> {
    let mut records = Vec::with_capacity(ids.len());
    for some in ids.chunks(AT_ONCE) {
        let rows = shown_services(communities).filter(among(service::Column::Id, some)).all(db).await?;
        let mut found = whole(db, rows).await?;
        records.extend(some.iter().filter_map(|id| found.remove(id)));
    }
    Ok(records)
}

async fn whole(db: &impl ConnectionTrait, rows: Vec<Service>) -> Result<HashMap<Uuid, ServiceRecord>> {
    let services: Vec<_> = rows.iter().map(|row| row.id).collect();
    let organizations = each_once(rows.iter().map(|row| row.organization_id));
    let organizations: HashMap<_, _> = by_id::<organization::Entity>(db, organization::Column::Id, &organizations)
        .await?
        .into_iter()
        .map(|row| (row.id, Arc::new(row)))
        .collect();
    let programs = each_once(rows.iter().filter_map(|row| row.program_id));
    let programs: HashMap<_, _> = by_id::<program::Entity>(db, program::Column::Id, &programs)
        .await?
        .into_iter()
        .map(|row| (row.id, Arc::new(row)))
        .collect();
    let visits = parts_of::<service_at_location::Entity>(db, &[(service_at_location::Column::ServiceId, &services)]).await?;
    let locations = locations_of(db, &visits).await?;
    let owners = Owners {
        locations: locations.iter().map(|row| row.id).collect(),
        ats: visits.iter().map(|row| row.id).collect(),
        services,
        ..Owners::default()
    };
    let mut parts = Parts::of(db, &owners).await?;
    let places = assemble(db, locations, &mut parts).await?;
    let mut visits = Grouped::of(visits);
    let records = rows.into_iter().filter_map(|service| {
        let (kind, id) = (Kind::Service, service.id);
        let organization = Arc::clone(organizations.get(&service.organization_id)?);
        let record = ServiceRecord {
            organization,
            program: service.program_id.and_then(|id| programs.get(&id)).cloned(),
            phones: parts.phones.take(kind, id),
            contacts: parts.contacts.take(kind, id),
            schedules: parts.schedules.take(kind, id),
            languages: parts.languages.take(kind, id),
            cost_options: parts.cost_options.take(kind, id),
            required_documents: parts.required_documents.take(kind, id),
            funding: parts.funding.take(kind, id),
            capacities: parts.capacities.take(kind, id),
            areas: parts.areas.take(kind, id),
            urls: parts.urls.take(kind, id),
            ways: parts.ways.take(kind, id),
            terms: parts.terms.take(kind, id),
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

/// One page of the services a filter lets through.
pub async fn services_page(
    db: &impl ConnectionTrait,
    communities: &[Uuid],
    filter: &ServiceFilter,
    offset: u64,
    limit: u64,
) -> Result<Ids> {
    let select = filtered(communities, filter);
    let total = how_many(select.clone(), service::Column::Id, db).await?;
    let select = match filter.order {
        Order::Name => select.order_by_asc(service::Column::NameFolded),
        Order::Id => select,
        Order::Latest => select.order_by_desc(service::Column::UpdatedAt),
    };
    let page = select.order_by_asc(service::Column::Id).offset(offset).limit(limit);
    let ids = page.select_only().column(service::Column::Id).into_tuple::<Uuid>().all(db).await?;
    Ok(Ids { ids, total })
}

/// Every service a filter lets through, whole, in chunks of 200 by identity; memory stays flat.
pub fn stream_services(
    db: DatabaseConnection,
    communities: Vec<Uuid>,
    filter: ServiceFilter,
) -> impl Stream<Item = Result<Vec<ServiceRecord>>> + Send + 'static {
    stream::try_unfold((db, communities, filter, None), |(db, communities, filter, after)| async move {
        let ids = next(&db, filtered(&communities, &filter), after, AT_ONCE as u64).await?;
        let Some(last) = ids.last().copied() else { return Ok(None) };
        let chunk = services(&db, &communities, &ids).await?;
        Ok(Some((chunk, (db, communities, filter, Some(last)))))
    })
}

/// The next services by identity, of all communities.
pub(crate) async fn next_services(db: &impl ConnectionTrait, after: Option<Uuid>, limit: u64) -> Result<Vec<Uuid>> {
    next(db, shown_services(None), after, limit).await
}

async fn next(db: &impl ConnectionTrait, mut select: Select<service::Entity>, after: Option<Uuid>, limit: u64) -> Result<Vec<Uuid>> {
    if let Some(after) = after {
        select = select.filter(service::Column::Id.gt(after));
    }
    let ids = select
        .order_by_asc(service::Column::Id)
        .limit(limit)
        .select_only()
        .column(service::Column::Id);
    Ok(ids.into_tuple().all(db).await?)
}

pub(super) fn filtered(communities: &[Uuid], filter: &ServiceFilter) -> Select<service::Entity> {
    use service::Column;
    let mut select = shown_services(Some(communities));
    if let Some(organization) = filter.organization {
        select = select.filter(Column::OrganizationId.eq(organization));
    }
    if let Some(program) = filter.program {
        select = select.filter(Column::ProgramId.eq(program));
    }
    if let Some(location) = filter.location {
        let visits = Query::select()
            .column(service_at_location::Column::ServiceId)
            .from(service_at_location::Entity)
            .and_where(service_at_location::Column::LocationId.eq(location))
            .to_owned();
        select = select.filter(Column::Id.in_subquery(visits));
    }
    if let Some(tagged) = tagged(&filter.terms, filter.taxonomy) {
        select = select.filter(Column::Id.in_subquery(tagged));
    }
    if let Some(after) = filter.modified_after {
        select = select.filter(Column::UpdatedAt.gt(after));
    }
    if let Some(is_hotline) = filter.is_hotline {
        select = select.filter(Column::IsHotline.eq(is_hotline));
    }
    select
}

/// The records said to have any of these terms, or any term of this vocabulary.
pub(super) fn tagged(terms: &[Uuid], taxonomy: Option<Uuid>) -> Option<SelectStatement> {
    let mut select = Query::select();
    select.column(attribute::Column::LinkId).from(attribute::Entity);
    match (terms, taxonomy) {
        ([], None) => return None,
        ([], Some(taxonomy)) => {
            let terms = Query::select()
                .column(taxonomy_term::Column::Id)
                .from(taxonomy_term::Entity)
                .and_where(taxonomy_term::Column::TaxonomyId.eq(taxonomy))
                .to_owned();
            select.and_where(attribute::Column::TaxonomyTermId.in_subquery(terms));
        }
        (terms, _) => {
            select.and_where(among(attribute::Column::TaxonomyTermId, terms));
        }
    }
    Some(select)
}
