//! Services: what help there is.
use super::kinds::{HoursKnown, MainLang, Status};
use super::words::Words;
use sea_orm::entity::prelude::*;

/// One kind of help an organization gives: whom, how, when, for how much.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "service")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub community_id: Uuid,
    pub organization_id: Uuid,
    pub program_id: Option<Uuid>,
    pub name: Words,
    /// The name in the main language, folded.
    pub name_folded: String,
    pub alternate_name: Words,
    /// One sentence for lists; ours, the standard has none.
    pub short: Words,
    pub description: Words,
    pub url: Option<String>,
    pub email: Option<String>,
    pub interpretation_services: Words,
    /// How to get it.
    pub application_process: Words,
    pub fees_description: Words,
    pub wait_time: Words,
    pub accreditations: Words,
    /// Deprecated by the standard; kept so that nothing imported is lost.
    pub licenses: Words,
    /// For whom it is.
    pub eligibility_description: Words,
    pub minimum_age: Option<i32>,
    pub maximum_age: Option<i32>,
    /// Who checked it last, an address of an office.
    pub assurer_email: Option<String>,
    /// Something short-lived everybody must know first.
    pub alert: Words,
    /// Where it can be had online.
    pub online_url: Option<String>,
    /// It can be had by phone.
    pub is_by_phone: bool,
    /// It stands on the page of hotlines.
    pub is_hotline: bool,
    pub hours: HoursKnown,
    pub status: Status,
    /// The day somebody last checked that all this is true; `assured_date` of the standard.
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
    #[sea_orm(
        belongs_to = "super::program::Entity",
        from = "Column::ProgramId",
        to = "super::program::Column::Id",
        on_delete = "SetNull"
    )]
    Program,
    #[sea_orm(has_many = "super::service_at_location::Entity")]
    ServiceAtLocation,
    #[sea_orm(has_many = "super::phone::Entity")]
    Phone,
    #[sea_orm(has_many = "super::contact::Entity")]
    Contact,
    #[sea_orm(has_many = "super::schedule::Entity")]
    Schedule,
    #[sea_orm(has_many = "super::service_area::Entity")]
    ServiceArea,
    #[sea_orm(has_many = "super::language::Entity")]
    Language,
    #[sea_orm(has_many = "super::cost_option::Entity")]
    CostOption,
    #[sea_orm(has_many = "super::required_document::Entity")]
    RequiredDocument,
    #[sea_orm(has_many = "super::funding::Entity")]
    Funding,
    #[sea_orm(has_many = "super::service_capacity::Entity")]
    ServiceCapacity,
    #[sea_orm(has_many = "super::url::Entity")]
    Url,
    #[sea_orm(has_many = "super::service_way::Entity")]
    ServiceWay,
}

related! {
    organization => Organization,
    program => Program,
    service_at_location => ServiceAtLocation,
    phone => Phone,
    contact => Contact,
    schedule => Schedule,
    service_area => ServiceArea,
    language => Language,
    cost_option => CostOption,
    required_document => RequiredDocument,
    funding => Funding,
    service_capacity => ServiceCapacity,
    url => Url,
    service_way => ServiceWay,
}

impl ActiveModelBehavior for ActiveModel {}
