//! Contacts: whom to ask.
use super::words::Words;
use sea_orm::entity::prelude::*;

/// A role one can turn to, seldom a named person.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "contact")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub community_id: Uuid,
    pub organization_id: Option<Uuid>,
    pub service_id: Option<Uuid>,
    pub location_id: Option<Uuid>,
    pub service_at_location_id: Option<Uuid>,
    /// The name of a person, only when an imported record brings one.
    pub name: Option<String>,
    pub title: Words,
    pub department: Words,
    pub email: Option<String>,
    pub position: i32,
}

/// Ties to other tables.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {
    #[sea_orm(
        belongs_to = "super::organization::Entity",
        from = "Column::OrganizationId",
        to = "super::organization::Column::Id",
        on_delete = "Cascade"
    )]
    Organization,
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
        belongs_to = "super::service_at_location::Entity",
        from = "Column::ServiceAtLocationId",
        to = "super::service_at_location::Column::Id",
        on_delete = "Cascade"
    )]
    ServiceAtLocation,
    #[sea_orm(has_many = "super::phone::Entity")]
    Phone,
}

related! {
    organization => Organization,
    service => Service,
    location => Location,
    service_at_location => ServiceAtLocation,
    phone => Phone,
}

impl ActiveModelBehavior for ActiveModel {}
