//! Numbers in public registers.
use sea_orm::entity::prelude::*;

/// An identifier of an organization: ЄДРПОУ, ОГРН, ИНН, БИН, or a foreign one.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "organization_identifier")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub community_id: Uuid,
    pub organization_id: Uuid,
    /// By org-id.guide where it knows the register: `UA-EDR`, `RU-OGRN`, `RU-INN`, `KZ-BIN`.
    pub identifier_scheme: Option<String>,
    /// What people call the number.
    pub identifier_type: String,
    pub identifier: String,
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
}

related! { organization => Organization }

impl ActiveModelBehavior for ActiveModel {}
