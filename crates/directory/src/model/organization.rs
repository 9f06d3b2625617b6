//! Organizations: who helps.
use super::kinds::{MainLang, Status};
use super::words::Words;
use sea_orm::entity::prelude::*;

/// A library, a charity, an office, a self-help group: whoever answers for services and places.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "organization")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub community_id: Uuid,
    pub name: Words,
    /// The name in the main language, folded.
    pub name_folded: String,
    pub alternate_name: Words,
    pub description: Words,
    pub email: Option<String>,
    pub website: Option<String>,
    /// Deprecated by the standard; kept so that nothing imported is lost.
    pub tax_status: Option<String>,
    /// Deprecated by the standard in favour of identifiers; kept so that nothing imported is lost.
    pub tax_id: Option<String>,
    pub year_incorporated: Option<i32>,
    pub legal_status: Words,
    /// Address of a picture.
    pub logo: Option<String>,
    /// A lasting identifier such as one of OpenCorporates; not the web site.
    pub uri: Option<String>,
    pub parent_organization_id: Option<Uuid>,
    pub status: Status,
    /// The day somebody last checked that all this is true.
    pub verified_on: Option<Date>,
    /// Invented for a demonstration and shown as such.
    pub is_sample: bool,
    /// Grows with every edit; an edit of an older version is refused.
    pub version: i64,
    pub main_lang: MainLang,
    /// Where the record was imported from, and its id there.
    pub source: Option<String>,
    pub source_id: Option<String>,
    pub created_at: DateTimeUtc,
    pub updated_at: DateTimeUtc,
}

/// Ties to other tables.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {
    #[sea_orm(
        belongs_to = "Entity",
        from = "Column::ParentOrganizationId",
        to = "Column::Id",
        on_delete = "SetNull"
    )]
    Parent,
    #[sea_orm(has_many = "super::program::Entity")]
    Program,
    #[sea_orm(has_many = "super::service::Entity")]
    Service,
    #[sea_orm(has_many = "super::location::Entity")]
    Location,
    #[sea_orm(has_many = "super::phone::Entity")]
    Phone,
    #[sea_orm(has_many = "super::contact::Entity")]
    Contact,
    #[sea_orm(has_many = "super::funding::Entity")]
    Funding,
    #[sea_orm(has_many = "super::url::Entity")]
    Url,
    #[sea_orm(has_many = "super::organization_identifier::Entity")]
    OrganizationIdentifier,
}

related! {
    program => Program,
    service => Service,
    location => Location,
    phone => Phone,
    contact => Contact,
    funding => Funding,
    url => Url,
    organization_identifier => OrganizationIdentifier,
}

impl ActiveModelBehavior for ActiveModel {}
