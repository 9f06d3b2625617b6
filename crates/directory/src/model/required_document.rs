//! Documents to bring.
use super::words::Words;
use sea_orm::entity::prelude::*;

/// A paper without which the service is not given.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "required_document")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub community_id: Uuid,
    pub service_id: Uuid,
    pub document: Words,
    /// Where the form can be had.
    pub uri: Option<String>,
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
}

related! { service => Service }

impl ActiveModelBehavior for ActiveModel {}
