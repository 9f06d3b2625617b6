//! Units in which free places are counted.
use super::words::Words;
use sea_orm::entity::prelude::*;

/// Places, beds, portions, hours.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "unit")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub community_id: Uuid,
    pub name: Words,
    /// The vocabulary the unit is from, and its code there.
    pub scheme: Option<String>,
    pub identifier: Option<String>,
    pub uri: Option<String>,
    pub source: Option<String>,
    pub source_id: Option<String>,
}

/// Ties to other tables.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {
    #[sea_orm(has_many = "super::service_capacity::Entity")]
    ServiceCapacity,
}

related! { service_capacity => ServiceCapacity }

impl ActiveModelBehavior for ActiveModel {}
