//! Reaching a service without speaking or hearing.
use super::kinds::WayKind;
use super::words::Words;
use sea_orm::entity::prelude::*;

/// A way that needs neither voice nor ear. In the standard it becomes a phone of type `text`, a contact with an e-mail, or an additional URL.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "service_way")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub community_id: Uuid,
    pub service_id: Uuid,
    pub kind: WayKind,
    /// A number, a mail address or a web address, by its kind.
    pub address: String,
    pub note: Words,
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
