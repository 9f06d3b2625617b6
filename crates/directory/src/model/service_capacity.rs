//! Free places.
use super::words::Words;
use sea_orm::entity::prelude::*;

/// How many places, beds or portions are left.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "service_capacity")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub community_id: Uuid,
    pub service_id: Uuid,
    pub unit_id: Uuid,
    pub available: i64,
    pub maximum: Option<i64>,
    pub description: Words,
    /// When they were counted; the standard's `updated`.
    pub counted_at: DateTimeUtc,
    pub position: i32,
}

/// Ties to other tables.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {
    #[sea_orm(
        belongs_to = "super::service::Entity",
        from = "Column::ServiceId",
        to = "super::service::Column::Id",
        on_delete = "Cascade"
    )]
    Service,
    #[sea_orm(belongs_to = "super::unit::Entity", from = "Column::UnitId", to = "super::unit::Column::Id")]
    Unit,
}

related! { service => Service, unit => Unit }

impl ActiveModelBehavior for ActiveModel {}
