//! Programs: services that belong together.
use super::kinds::{MainLang, Status};
use super::words::Words;
use sea_orm::entity::prelude::*;

/// A name under which an organization runs several services.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "program")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub community_id: Uuid,
    pub organization_id: Uuid,
    pub name: Words,
    /// The name in the main language, folded.
    pub name_folded: String,
    pub alternate_name: Words,
    pub description: Words,
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

/// Ties to other tables.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {
    #[sea_orm(
        belongs_to = "super::organization::Entity",
        from = "Column::OrganizationId",
        to = "super::organization::Column::Id"
    )]
    Organization,
    #[sea_orm(has_many = "super::service::Entity")]
    Service,
}

related! { organization => Organization, service => Service }

impl ActiveModelBehavior for ActiveModel {}
