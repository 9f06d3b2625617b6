//! Telephone numbers.
use super::kinds::PhoneType;
use super::words::Words;
use sea_orm::entity::prelude::*;

/// A number and what it is good for. It belongs to one of: organization, service, place, contact, service at a place.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "phone")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub community_id: Uuid,
    pub organization_id: Option<Uuid>,
    pub service_id: Option<Uuid>,
    pub location_id: Option<Uuid>,
    pub contact_id: Option<Uuid>,
    pub service_at_location_id: Option<Uuid>,
    /// As it is dialled, best with the country code.
    pub number: String,
    pub extension: Option<i32>,
    pub phone_type: Option<PhoneType>,
    pub description: Words,
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
        belongs_to = "super::contact::Entity",
        from = "Column::ContactId",
        to = "super::contact::Column::Id",
        on_delete = "Cascade"
    )]
    Contact,
    #[sea_orm(
        belongs_to = "super::service_at_location::Entity",
        from = "Column::ServiceAtLocationId",
        to = "super::service_at_location::Column::Id",
        on_delete = "Cascade"
    )]
    ServiceAtLocation,
    #[sea_orm(has_many = "super::language::Entity")]
    Language,
}

related! {
    organization => Organization,
    service => Service,
    location => Location,
    contact => Contact,
    service_at_location => ServiceAtLocation,
    language => Language,
}

impl ActiveModelBehavior for ActiveModel {}
