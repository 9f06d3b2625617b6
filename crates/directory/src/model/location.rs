//! Locations: where help is.
use super::kinds::{HoursKnown, LocationType, MainLang, Status};
use super::words::Words;
use sea_orm::entity::prelude::*;
use std::fmt;

/// A place. What tells where it is can be read only through [`Model::whereabouts`], which says nothing of a confidential one.
#[derive(Clone, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "location")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub community_id: Uuid,
    pub organization_id: Option<Uuid>,
    pub location_type: LocationType,
    pub name: Words,
    /// The name in the main language, folded.
    pub name_folded: String,
    pub alternate_name: Words,
    pub description: Words,
    pub is_confidential: bool,
    pub(in crate::model) latitude: Option<f64>,
    pub(in crate::model) longitude: Option<f64>,
    pub(in crate::model) transportation: Words,
    pub(in crate::model) url: Option<String>,
    pub(in crate::model) external_identifier: Option<String>,
    pub(in crate::model) external_identifier_type: Option<String>,
    pub hours: HoursKnown,
    pub status: Status,
    pub verified_on: Option<Date>,
    pub is_sample: bool,
    pub version: i64,
    pub main_lang: MainLang,
    pub source: Option<String>,
    pub source_id: Option<String>,
    pub created_at: DateTimeUtc,
    pub updated_at: DateTimeUtc,
}

// A log line must not tell where a shelter is.
impl fmt::Debug for Model {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Location")
            .field("id", &self.id)
            .field("is_confidential", &self.is_confidential)
            .finish_non_exhaustive()
    }
}

/// Ties to other tables.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {
    #[sea_orm(
        belongs_to = "super::organization::Entity",
        from = "Column::OrganizationId",
        to = "super::organization::Column::Id",
        on_delete = "SetNull"
    )]
    Organization,
    #[sea_orm(has_many = "super::service_at_location::Entity")]
    ServiceAtLocation,
    #[sea_orm(has_many = "super::address::Entity")]
    Address,
    #[sea_orm(has_many = "super::phone::Entity")]
    Phone,
    #[sea_orm(has_many = "super::contact::Entity")]
    Contact,
    #[sea_orm(has_many = "super::schedule::Entity")]
    Schedule,
    #[sea_orm(has_many = "super::language::Entity")]
    Language,
    #[sea_orm(has_many = "super::accessibility::Entity")]
    Accessibility,
}

related! {
    organization => Organization,
    service_at_location => ServiceAtLocation,
    address => Address,
    phone => Phone,
    contact => Contact,
    schedule => Schedule,
    language => Language,
    accessibility => Accessibility,
}

impl ActiveModelBehavior for ActiveModel {}
