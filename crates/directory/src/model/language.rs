//! Languages spoken.
use super::words::Words;
use sea_orm::entity::prelude::*;

/// A language in which one is served, without an interpreter.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "language")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub community_id: Uuid,
    pub service_id: Option<Uuid>,
    pub location_id: Option<Uuid>,
    pub phone_id: Option<Uuid>,
    /// Its name as imported; pages name it by `code`.
    pub name: Option<String>,
    /// ISO 639-1 or 639-3.
    pub code: Option<String>,
    pub note: Words,
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
    #[sea_orm(
        belongs_to = "super::location::Entity",
        from = "Column::LocationId",
        to = "super::location::Column::Id",
        on_delete = "Cascade"
    )]
    Location,
    #[sea_orm(
        belongs_to = "super::phone::Entity",
        from = "Column::PhoneId",
        to = "super::phone::Column::Id",
        on_delete = "Cascade"
    )]
    Phone,
}

related! { service => Service, location => Location, phone => Phone }

impl ActiveModelBehavior for ActiveModel {}
