//! Small answers for pages: how much there is, what somebody is called, whether something was here once.
use super::ask::{among, how_many, shown, shown_services};
use super::organizations::shown_organizations;
use crate::model::{Words, address, location, organization, service};
use kolo_platform::Result;
use kolo_platform::trace::change;
use sea_orm::entity::prelude::*;
use sea_orm::{QueryOrder, QuerySelect};
use std::collections::HashMap;

/// How much a guide holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Figures {
    pub services: u64,
    pub organizations: u64,
    pub places: u64,
    /// The last day on which somebody checked a service.
    pub verified_on: Option<Date>,
}

/// How much the guides of these communities hold together.
pub async fn figures(db: &impl ConnectionTrait, communities: &[Uuid]) -> Result<Figures> {
    let services = shown_services(Some(communities));
    let last = services
        .clone()
        .select_only()
        .column_as(service::Column::VerifiedOn.max(), "last")
        .into_tuple::<Option<Date>>()
        .one(db)
        .await?;
    let places = location::Entity::find()
        .filter(among(location::Column::CommunityId, communities))
        .filter(location::Column::Status.is_in(shown()));
    Ok(Figures {
        services: how_many(services, service::Column::Id, db).await?,
        organizations: how_many(shown_organizations(Some(communities)), organization::Column::Id, db).await?,
        places: how_many(places, location::Column::Id, db).await?,
        verified_on: last.flatten(),
    })
}

/// How many services each community has by itself.
pub async fn services_by_community(db: &impl ConnectionTrait) -> Result<HashMap<Uuid, u64>> {
    let rows = shown_services(None)
        .select_only()
        .column(service::Column::CommunityId)
        .column_as(service::Column::Id.count(), "count");
    let rows: Vec<(Uuid, i64)> = rows.group_by(service::Column::CommunityId).into_tuple().all(db).await?;
    Ok(rows
        .into_iter()
        .map(|(community, count)| (community, u64::try_from(count).unwrap_or_default()))
        .collect())
}

/// What these organizations are called.
pub async fn organization_names(db: &impl ConnectionTrait, ids: &[Uuid]) -> Result<HashMap<Uuid, Words>> {
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    let names = organization::Entity::find()
        .filter(among(organization::Column::Id, ids))
        .select_only();
    let names = names
        .columns([organization::Column::Id, organization::Column::Name])
        .into_tuple()
        .all(db)
        .await?;
    Ok(names.into_iter().collect())
}

/// The towns of places whose address may be told, as they are written there.
pub async fn cities(db: &impl ConnectionTrait, communities: &[Uuid], limit: u64) -> Result<Vec<String>> {
    let cities = address::Entity::find()
        .inner_join(location::Entity)
        .filter(among(location::Column::CommunityId, communities))
        .filter(location::Column::IsConfidential.eq(false))
        .filter(location::Column::Status.is_in(shown()))
        .filter(address::Column::City.ne(""))
        .order_by_asc(address::Column::City)
        .limit(limit)
        .select_only()
        .column(address::Column::City)
        .distinct();
    Ok(cities.into_tuple().all(db).await?)
}

/// Whether a record of these communities was removed, so that its page can say so.
pub async fn was_removed(db: &impl ConnectionTrait, communities: &[Uuid], kind: &str, id: Uuid) -> Result<bool> {
    let last = change::Entity::find()
        .filter(change::Column::Kind.eq(kind))
        .filter(change::Column::RecordId.eq(id))
        .filter(among(change::Column::CommunityId, communities))
        .order_by_desc(change::Column::Sequence)
        .one(db)
        .await?;
    Ok(last.is_some_and(|change| change.operation == "remove"))
}
