//! What the open formats ask beside whole records: records with one-to-one relations only, filters of the standard that
//! pages do not have, and what is gone.
use super::ask::{AT_ONCE, among, by_id, each_once, hidden_organizations, shown, shown_services};
use super::organizations::shown_organizations;
use crate::model::{
    Kind, Organization, Program, ScheduleKind, Service, Status, address, location, organization, program, schedule, service, service_area,
    service_at_location,
};
use chrono::{DateTime, NaiveTime, Utc};
use kolo_platform::Result;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::Query;
use sea_orm::{Condition, QueryOrder, QuerySelect, QueryTrait};
use std::collections::{HashMap, HashSet};
use std::sync::Arc;

/// A service with what there is one of, for lists of the standard.
#[derive(Clone, Debug, PartialEq)]
pub struct ServiceHead {
    pub service: Service,
    pub organization: Arc<Organization>,
    pub program: Option<Arc<Program>>,
}

/// These services with what there is one of, in the order of `ids`: three queries.
pub async fn service_heads(db: &impl ConnectionTrait, communities: &[Uuid], ids: &[Uuid]) -> Result<Vec<ServiceHead>> {
    let mut heads = Vec::with_capacity(ids.len());
    for some in ids.chunks(AT_ONCE) {
        let rows = shown_services(Some(communities))
            .filter(among(service::Column::Id, some))
            .all(db)
            .await?;
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
        let mut found: HashMap<_, _> = rows
            .into_iter()
            .filter_map(|service| {
                let organization = Arc::clone(organizations.get(&service.organization_id)?);
                let program = service.program_id.and_then(|id| programs.get(&id)).cloned();
                Some((
                    service.id,
                    ServiceHead {
                        service,
                        organization,
                        program,
                    },
                ))
            })
            .collect();
        heads.extend(some.iter().filter_map(|id| found.remove(id)));
    }
    Ok(heads)
}

/// These organizations without their parts, in the order of `ids`.
pub async fn organization_heads(db: &impl ConnectionTrait, communities: &[Uuid], ids: &[Uuid]) -> Result<Vec<Organization>> {
    let mut heads = Vec::with_capacity(ids.len());
    for some in ids.chunks(AT_ONCE) {
        let rows = shown_organizations(Some(communities))
            .filter(among(organization::Column::Id, some))
            .all(db)
            .await?;
        let mut found: HashMap<_, _> = rows.into_iter().map(|row| (row.id, row)).collect();
        heads.extend(some.iter().filter_map(|id| found.remove(id)));
    }
    Ok(heads)
}

/// When these services were last modified, by identity.
pub async fn service_dates(db: &impl ConnectionTrait, communities: &[Uuid], ids: &[Uuid]) -> Result<Vec<(Uuid, DateTime<Utc>)>> {
    let mut dates = Vec::with_capacity(ids.len());
    for some in ids.chunks(AT_ONCE * 20) {
        let select = shown_services(Some(communities))
            .filter(among(service::Column::Id, some))
            .order_by_asc(service::Column::Id);
        let rows = select.select_only().columns([service::Column::Id, service::Column::UpdatedAt]);
        dates.extend(rows.into_tuple::<(Uuid, DateTime<Utc>)>().all(db).await?);
    }
    Ok(dates)
}

/// The services of these organizations, each with its organization.
pub async fn services_by_organization(
    db: &impl ConnectionTrait,
    communities: &[Uuid],
    organizations: &[Uuid],
) -> Result<Vec<(Uuid, Uuid)>> {
    use service::Column as C;
    let mut pairs = Vec::new();
    for some in organizations.chunks(AT_ONCE) {
        let select = shown_services(Some(communities))
            .filter(among(C::OrganizationId, some))
            .order_by_asc(C::Id);
        pairs.extend(
            select
                .select_only()
                .columns([C::OrganizationId, C::Id])
                .into_tuple::<(Uuid, Uuid)>()
                .all(db)
                .await?,
        );
    }
    Ok(pairs)
}

/// The services for whom the standard's age filters ask: those whose own limits lie within these.
pub async fn services_of_ages(
    db: &impl ConnectionTrait,
    communities: &[Uuid],
    least: Option<i32>,
    most: Option<i32>,
) -> Result<HashSet<Uuid>> {
    let mut select = shown_services(Some(communities));
    if let Some(least) = least {
        select = select.filter(service::Column::MinimumAge.gte(least));
    }
    if let Some(most) = most {
        select = select.filter(service::Column::MaximumAge.lte(most));
    }
    let ids: Vec<Uuid> = select.select_only().column(service::Column::Id).into_tuple().all(db).await?;
    Ok(ids.into_iter().collect())
}

/// Services, places and services at places with a usual opening that begins and ends within these times on this day.
pub async fn owners_of_hours(
    db: &impl ConnectionTrait,
    communities: &[Uuid],
    from: Option<NaiveTime>,
    to: Option<NaiveTime>,
    day: Option<&str>,
) -> Result<HashSet<Uuid>> {
    use schedule::Column as C;
    let mut select = schedule::Entity::find()
        .filter(among(C::CommunityId, communities))
        .filter(C::Kind.eq(ScheduleKind::Regular));
    if let Some(from) = from {
        select = select.filter(C::OpensAt.gte(from));
    }
    if let Some(to) = to {
        select = select.filter(C::ClosesAt.lte(to));
    }
    if let Some(day) = day {
        select = select.filter(C::Byday.contains(day));
    }
    let rows = select.select_only().columns([C::ServiceId, C::LocationId, C::ServiceAtLocationId]);
    let rows: Vec<(Option<Uuid>, Option<Uuid>, Option<Uuid>)> = rows.into_tuple().all(db).await?;
    Ok(rows
        .into_iter()
        .filter_map(|(service, place, at)| service.or(place).or(at))
        .collect())
}

/// The open places with an address of this postcode.
pub async fn places_with_postcode(db: &impl ConnectionTrait, communities: &[Uuid], postcode: &str) -> Result<Vec<Uuid>> {
    let ids: Vec<Uuid> = address::Entity::find()
        .inner_join(location::Entity)
        .filter(among(location::Column::CommunityId, communities))
        .filter(location::Column::IsConfidential.eq(false))
        .filter(location::Column::Status.is_in(shown()))
        .filter(address::Column::PostalCode.eq(postcode))
        .select_only()
        .column(location::Column::Id)
        .into_tuple()
        .all(db)
        .await?;
    Ok(each_once(ids))
}

/// Service areas drawn as GeoJSON: the service or the service at a place they belong to, and the drawing.
pub async fn drawn_areas(db: &impl ConnectionTrait, communities: &[Uuid]) -> Result<Vec<(Uuid, String)>> {
    use service_area::Column as C;
    let rows = service_area::Entity::find()
        .filter(among(C::CommunityId, communities))
        .filter(C::ExtentType.eq("geojson"))
        .filter(C::Extent.is_not_null())
        .select_only()
        .columns([C::ServiceId, C::ServiceAtLocationId, C::Extent]);
    let rows: Vec<(Option<Uuid>, Option<Uuid>, String)> = rows.into_tuple().all(db).await?;
    Ok(rows
        .into_iter()
        .filter_map(|(service, at, extent)| Some((service.or(at)?, extent)))
        .collect())
}

/// A service at a place, as three ids.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Visit {
    pub id: Uuid,
    pub service: Uuid,
    pub location: Uuid,
}

/// Where the services of these communities are given.
pub async fn visits(db: &impl ConnectionTrait, communities: &[Uuid]) -> Result<Vec<Visit>> {
    use service_at_location::Column as C;
    let rows = service_at_location::Entity::find()
        .filter(among(C::CommunityId, communities))
        .select_only()
        .columns([C::Id, C::ServiceId, C::LocationId])
        .into_tuple::<(Uuid, Uuid, Uuid)>();
    Ok(rows
        .all(db)
        .await?
        .into_iter()
        .map(|(id, service, location)| Visit { id, service, location })
        .collect())
}

/// Records of a kind that visitors no longer see since an instant, though they are still there: taken out of use
/// themselves, or with their organization.
pub async fn withdrawn_since(
    db: &impl ConnectionTrait,
    communities: &[Uuid],
    kind: Kind,
    since: DateTime<Utc>,
    limit: u64,
) -> Result<Vec<(Uuid, DateTime<Utc>)>> {
    let hidden = || Status::ALL.iter().copied().filter(|status| !status.is_shown());
    let lately = Query::select()
        .column(organization::Column::Id)
        .from(organization::Entity)
        .and_where(organization::Column::Status.is_in(hidden()))
        .and_where(organization::Column::UpdatedAt.gte(since))
        .to_owned();
    match kind {
        Kind::Service => {
            use service::Column as C;
            let own = Condition::all().add(C::Status.is_in(hidden())).add(C::UpdatedAt.gte(since));
            let select = service::Entity::find().filter(among(C::CommunityId, communities));
            let select = select.filter(Condition::any().add(own).add(C::OrganizationId.in_subquery(lately)));
            Ok(select
                .order_by_asc(C::Id)
                .limit(limit)
                .select_only()
                .columns([C::Id, C::UpdatedAt])
                .into_tuple()
                .all(db)
                .await?)
        }
        Kind::Location => {
            use location::Column as C;
            let own = Condition::all().add(C::Status.is_in(hidden())).add(C::UpdatedAt.gte(since));
            let select = location::Entity::find().filter(among(C::CommunityId, communities));
            let select = select.filter(Condition::any().add(own).add(C::OrganizationId.in_subquery(lately)));
            Ok(select
                .order_by_asc(C::Id)
                .limit(limit)
                .select_only()
                .columns([C::Id, C::UpdatedAt])
                .into_tuple()
                .all(db)
                .await?)
        }
        Kind::Organization => {
            use organization::Column as C;
            let select = organization::Entity::find().filter(among(C::CommunityId, communities));
            let select = select.filter(C::Status.is_in(hidden())).filter(C::UpdatedAt.gte(since));
            Ok(select
                .order_by_asc(C::Id)
                .limit(limit)
                .select_only()
                .columns([C::Id, C::UpdatedAt])
                .into_tuple()
                .all(db)
                .await?)
        }
        _ => Ok(Vec::new()),
    }
}

/// Which of these records visitors see: a record that came back is not gone.
pub async fn still_shown(db: &impl ConnectionTrait, communities: &[Uuid], kind: Kind, ids: &[Uuid]) -> Result<HashSet<Uuid>> {
    let mut shown_ids = HashSet::new();
    for some in ids.chunks(AT_ONCE) {
        let found: Vec<Uuid> = match kind {
            Kind::Service => {
                let select = shown_services(Some(communities)).filter(among(service::Column::Id, some));
                select.select_only().column(service::Column::Id).into_tuple().all(db).await?
            }
            Kind::Organization => {
                let select = shown_organizations(Some(communities)).filter(among(organization::Column::Id, some));
                select.select_only().column(organization::Column::Id).into_tuple().all(db).await?
            }
            Kind::Location => {
                let of_shown = Condition::any()
                    .add(location::Column::OrganizationId.is_null())
                    .add(location::Column::OrganizationId.not_in_subquery(hidden_organizations()));
                let select = location::Entity::find().filter(among(location::Column::Id, some)).filter(of_shown);
                let select = select.filter(location::Column::Status.is_in(shown())).select_only();
                select.column(location::Column::Id).into_tuple().all(db).await?
            }
            Kind::ServiceAtLocation => {
                let services = shown_services(Some(communities)).select_only().column(service::Column::Id);
                let select = service_at_location::Entity::find().filter(among(service_at_location::Column::Id, some));
                let select = select
                    .filter(service_at_location::Column::ServiceId.in_subquery(services.into_query()))
                    .select_only();
                select.column(service_at_location::Column::Id).into_tuple().all(db).await?
            }
            _ => Vec::new(),
        };
        shown_ids.extend(found);
    }
    Ok(shown_ids)
}
