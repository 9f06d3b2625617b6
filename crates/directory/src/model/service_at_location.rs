//! Which service is given at which place.
use super::kinds::HoursKnown;
use super::words::Words;
use sea_orm::entity::prelude::*;

/// A service at a place, with hours, phones and contacts of its own where they differ.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "service_at_location")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub community_id: Uuid,
    pub service_id: Uuid,
    pub location_id: Uuid,
    pub description: Words,
    /// `Unknown` here means: ask the service, then the place.
    pub hours: HoursKnown,
    pub position: i32,
    pub source: Option<String>,
    pub source_id: Option<String>,
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
    #[sea_orm(has_many = "super::phone::Entity")]
    Phone,
    #[sea_orm(has_many = "super::contact::Entity")]
    Contact,
    #[sea_orm(has_many = "super::schedule::Entity")]
    Schedule,
    #[sea_orm(has_many = "super::service_area::Entity")]
    ServiceArea,
}

related! {
    service => Service,
    location => Location,
    phone => Phone,
    contact => Contact,
    schedule => Schedule,
    service_area => ServiceArea,
}

impl ActiveModelBehavior for ActiveModel {}
