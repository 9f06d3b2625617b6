//! What is there already, whatever its state: an import must not overwrite what only people here know.
use super::ask::{by_id, parts_of};
use crate::model::{Location, Service, ServiceWay, location, service, service_way};
use kolo_platform::Result;
use sea_orm::ConnectionTrait;
use std::collections::HashMap;
use uuid::Uuid;

/// The rows of these services.
pub(crate) async fn services_by_id(db: &impl ConnectionTrait, ids: &[Uuid]) -> Result<HashMap<Uuid, Service>> {
    let rows = by_id::<service::Entity>(db, service::Column::Id, ids).await?;
    Ok(rows.into_iter().map(|row| (row.id, row)).collect())
}

/// The rows of these places.
pub(crate) async fn locations_by_id(db: &impl ConnectionTrait, ids: &[Uuid]) -> Result<HashMap<Uuid, Location>> {
    let rows = by_id::<location::Entity>(db, location::Column::Id, ids).await?;
    Ok(rows.into_iter().map(|row| (row.id, row)).collect())
}

/// The ways to reach these services without speaking, in their order.
pub(crate) async fn ways_of(db: &impl ConnectionTrait, services: &[Uuid]) -> Result<HashMap<Uuid, Vec<ServiceWay>>> {
    let mut found: HashMap<Uuid, Vec<ServiceWay>> = HashMap::new();
    for way in parts_of::<service_way::Entity>(db, &[(service_way::Column::ServiceId, services)]).await? {
        found.entry(way.service_id).or_default().push(way);
    }
    Ok(found)
}
