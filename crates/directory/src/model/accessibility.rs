//! How people who cannot walk, see or hear well are received.
use super::kinds::AccessKind;
use super::words::Words;
use sea_orm::entity::prelude::*;

/// One arrangement at a place: of a known kind, or in words.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "accessibility")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub community_id: Uuid,
    pub location_id: Uuid,
    pub kind: Option<AccessKind>,
    pub description: Words,
    pub details: Words,
    pub url: Option<String>,
    pub position: i32,
}

/// Ties to other tables.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {
    #[sea_orm(
        belongs_to = "super::location::Entity",
        from = "Column::LocationId",
        to = "super::location::Column::Id",
        on_delete = "Cascade"
    )]
    Location,
}

related! { location => Location }

impl ActiveModelBehavior for ActiveModel {}
