//! What a service costs.
use super::words::Words;
use sea_orm::entity::prelude::*;

/// A price and for whom it holds. An amount of nought means free of charge; no amount means it is told in words.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "cost_option")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub community_id: Uuid,
    pub service_id: Uuid,
    pub valid_from: Option<Date>,
    pub valid_to: Option<Date>,
    /// For whom or when this price holds.
    pub option: Words,
    /// ISO 4217, three capitals.
    pub currency: Option<String>,
    /// In minor units: kopecks, tiyn, cents.
    pub amount_minor: Option<i64>,
    pub amount_description: Words,
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
}

related! { service => Service }

impl ActiveModelBehavior for ActiveModel {}
