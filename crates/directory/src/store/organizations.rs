//! Organizations and programs.
use super::ask::{AT_ONCE, among, by_id, each_once, how_many, parts_of, shown};
use super::parts::{Owners, Parts};
use super::places::assemble;
use super::records::{Ids, Order, OrganizationFilter, OrganizationRecord, PlaceRecord};
use super::services::tagged;
use crate::model::{Kind, Organization, Program, location, organization, program};
use futures_util::{Stream, stream};
use kolo_platform::Result;
use sea_orm::entity::prelude::*;
use sea_orm::{DatabaseConnection, QueryOrder, QuerySelect, Select};
use std::collections::HashMap;
use std::sync::Arc;

/// These organizations whole, in the order of `ids`; those that are not for visitors or of other communities are left out.
pub async fn organizations(db: &impl ConnectionTrait, communities: &[Uuid], ids: &[Uuid]) -> Result<Vec<OrganizationRecord>> {
    read(db, Some(communities), ids).await
}

/// The same for the index, which asks by identity alone.
pub(crate) async fn organizations_anywhere(db: &impl ConnectionTrait, ids: &[Uuid]) -> Result<Vec<OrganizationRecord>> {
    read(db, None, ids).await
}

async fn read(db: &impl ConnectionTrait, communities: Option<&[Uuid]>, ids: &[Uuid]) -> Result<Vec<OrganizationRecord>> {
    let mut records = Vec::with_capacity(ids.len());
    for some in ids.chunks(AT_ONCE) {
        let rows = shown_organizations(communities)
            .filter(among(organization::Column::Id, some))
            .all(db)
            .await?;
        let mut found = whole(db, rows).await?;
        records.extend(some.iter().filter_map(|id| found.remove(id)));
    }
    Ok(records)
}

async fn whole(db: &impl ConnectionTrait, rows: Vec<Organization>) -> Result<HashMap<Uuid, OrganizationRecord>> {
    let organizations: Vec<_> = rows.iter().map(|row| row.id).collect();
    let parents = each_once(rows.iter().filter_map(|row| row.parent_organization_id));
    let parents: HashMap<_, _> = by_id::<organization::Entity>(db, organization::Column::Id, &parents)
        .await?
        .into_iter()
        .map(|row| (row.id, Arc::new(row)))
        .collect();
    let mut programs: HashMap<Uuid, Vec<Program>> = HashMap::new();
    let mut all = parts_of::<program::Entity>(db, &[(program::Column::OrganizationId, &organizations)]).await?;
    all.sort_by(|a, b| (&a.name_folded, a.id).cmp(&(&b.name_folded, b.id)));
    for program in all.into_iter().filter(|program| program.status.is_shown()) {
        programs.entry(program.organization_id).or_default().push(program);
    }
    let mut locations = parts_of::<location::Entity>(db, &[(location::Column::OrganizationId, &organizations)]).await?;
    locations.retain(|location| location.status.is_shown());
    locations.sort_by(|a, b| (&a.name_folded, a.id).cmp(&(&b.name_folded, b.id)));
    let order: Vec<_> = locations
        .iter()
        .filter_map(|location| Some((location.organization_id?, location.id)))
        .collect();
    let owners = Owners {
        organizations,
        locations: locations.iter().map(|row| row.id).collect(),
        ..Owners::default()
    };
    let mut parts = Parts::of(db, &owners).await?;
    let places = assemble(db, locations, &mut parts).await?;
    let mut places_of: HashMap<Uuid, Vec<Arc<PlaceRecord>>> = HashMap::new();
    for (organization, place) in order {
        places_of.entry(organization).or_default().extend(places.get(&place).cloned());
    }
    let records = rows.into_iter().map(|organization| {
        let (kind, id) = (Kind::Organization, organization.id);
        let record = OrganizationRecord {
            parent: organization
                .parent_organization_id
                .and_then(|id| parents.get(&id))
                .filter(|parent| parent.status.is_shown())
                .cloned(),
            programs: programs.remove(&id).unwrap_or_default(),
            locations: places_of.remove(&id).unwrap_or_default(),
            identifiers: parts.identifiers.take(kind, id),
            funding: parts.funding.take(kind, id),
            urls: parts.urls.take(kind, id),
            phones: parts.phones.take(kind, id),
            contacts: parts.contacts.take(kind, id),
            terms: parts.terms.take(kind, id),
            organization,
        };
        (id, record)
    });
    Ok(records.collect())
}

/// One page of the organizations a filter lets through.
pub async fn organizations_page(
    db: &impl ConnectionTrait,
    communities: &[Uuid],
    filter: &OrganizationFilter,
    offset: u64,
    limit: u64,
) -> Result<Ids> {
    use organization::Column;
    let mut select = shown_organizations(Some(communities));
    if let Some(parent) = filter.parent {
        select = select.filter(Column::ParentOrganizationId.eq(parent));
    }
    if let Some(tagged) = tagged(&filter.terms, filter.taxonomy) {
        select = select.filter(Column::Id.in_subquery(tagged));
    }
    if let Some(after) = filter.modified_after {
        select = select.filter(Column::UpdatedAt.gt(after));
    }
    let total = how_many(select.clone(), Column::Id, db).await?;
    let select = match filter.order {
        Order::Name => select.order_by_asc(Column::NameFolded),
        Order::Id => select,
        Order::Latest => select.order_by_desc(Column::UpdatedAt),
    };
    let page = select.order_by_asc(Column::Id).offset(offset).limit(limit);
    let ids = page.select_only().column(Column::Id).into_tuple::<Uuid>().all(db).await?;
    Ok(Ids { ids, total })
}

/// Every organization, whole, in chunks of 200 by identity.
pub fn stream_organizations(
    db: DatabaseConnection,
    communities: Vec<Uuid>,
) -> impl Stream<Item = Result<Vec<OrganizationRecord>>> + Send + 'static {
    stream::try_unfold(
        (db, communities, None),
        |(db, communities, after): (DatabaseConnection, Vec<Uuid>, Option<Uuid>)| async move {
            let ids = next_organizations(&db, Some(&communities), after, AT_ONCE as u64).await?;
            let Some(last) = ids.last().copied() else { return Ok(None) };
            let chunk = organizations(&db, &communities, &ids).await?;
            Ok(Some((chunk, (db, communities, Some(last)))))
        },
    )
}

/// The next organizations by identity.
pub(crate) async fn next_organizations(
    db: &impl ConnectionTrait,
    communities: Option<&[Uuid]>,
    after: Option<Uuid>,
    limit: u64,
) -> Result<Vec<Uuid>> {
    let mut select = shown_organizations(communities);
    if let Some(after) = after {
        select = select.filter(organization::Column::Id.gt(after));
    }
    let ids = select
        .order_by_asc(organization::Column::Id)
        .limit(limit)
        .select_only()
        .column(organization::Column::Id);
    Ok(ids.into_tuple().all(db).await?)
}

/// These programs, in the order of `ids`.
pub async fn programs(db: &impl ConnectionTrait, communities: &[Uuid], ids: &[Uuid]) -> Result<Vec<Program>> {
    let mut found: HashMap<_, _> = program::Entity::find()
        .filter(among(program::Column::Id, ids))
        .filter(among(program::Column::CommunityId, communities))
        .filter(program::Column::Status.is_in(shown()))
        .all(db)
        .await?
        .into_iter()
        .map(|program| (program.id, program))
        .collect();
    Ok(ids.iter().filter_map(|id| found.remove(id)).collect())
}

pub(super) fn shown_organizations(communities: Option<&[Uuid]>) -> Select<organization::Entity> {
    let select = organization::Entity::find().filter(organization::Column::Status.is_in(shown()));
    match communities {
        Some(communities) => select.filter(among(organization::Column::CommunityId, communities)),
        None => select,
    }
}
