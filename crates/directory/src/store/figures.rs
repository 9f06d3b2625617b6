//! Small answers for pages: how much there is, what somebody is called, whether something was here once.
use super::ask::{among, how_many, shown, shown_services};
use super::organizations::shown_organizations;
use crate::model::{Words, location, organization, service, service_at_location, taxonomy, taxonomy_term};
use kolo_platform::Result;
use kolo_platform::trace::change;
use sea_orm::entity::prelude::*;
use sea_orm::{FromQueryResult, QueryOrder, QuerySelect};
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

/// A name of one of our terms: the key of its vocabulary, its code, the name.
#[derive(Clone, Debug, PartialEq, Eq, FromQueryResult)]
pub struct TermName {
    pub vocabulary: String,
    pub code: String,
    pub name: Words,
}

/// What the terms of our own vocabularies are called, without their synonyms.
pub async fn term_names(db: &impl ConnectionTrait) -> Result<Vec<TermName>> {
    let names = taxonomy_term::Entity::find()
        .inner_join(taxonomy::Entity)
        .filter(taxonomy::Column::Key.is_not_null())
        .filter(taxonomy_term::Column::Code.is_not_null())
        .order_by_asc(taxonomy_term::Column::Position)
        .select_only()
        .column_as(taxonomy::Column::Key, "vocabulary")
        .columns([taxonomy_term::Column::Code, taxonomy_term::Column::Name]);
    Ok(names.into_model().all(db).await?)
}

/// A place somebody may want to be near to.
#[derive(Clone, Debug, PartialEq, FromQueryResult)]
pub struct NearPlace {
    pub name: Words,
    pub latitude: f64,
    pub longitude: f64,
}

/// The open places where most services are given.
pub async fn busiest_places(db: &impl ConnectionTrait, communities: &[Uuid], limit: u64) -> Result<Vec<NearPlace>> {
    use location::Column as C;
    let busy = service_at_location::Entity::find()
        .filter(among(service_at_location::Column::CommunityId, communities))
        .group_by(service_at_location::Column::LocationId)
        .order_by_desc(service_at_location::Column::Id.count())
        .order_by_asc(service_at_location::Column::LocationId)
        .limit(limit)
        .select_only()
        .column(service_at_location::Column::LocationId);
    let ids: Vec<Uuid> = busy.into_tuple().all(db).await?;
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let places = location::Entity::find()
        .filter(among(C::Id, &ids))
        .filter(C::Status.is_in(shown()))
        .filter(C::IsConfidential.eq(false))
        .filter(C::Latitude.is_not_null())
        .filter(C::Longitude.is_not_null())
        .order_by_asc(C::Id)
        .select_only()
        .columns([C::Name, C::Latitude, C::Longitude]);
    Ok(places.into_model().all(db).await?)
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
