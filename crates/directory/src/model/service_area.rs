//! Areas a service is for.
use super::words::Words;
use sea_orm::entity::prelude::*;

/// A named area or a polygon; people from elsewhere are not served.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "service_area")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub community_id: Uuid,
    pub service_id: Option<Uuid>,
    pub service_at_location_id: Option<Uuid>,
    pub name: Words,
    pub description: Words,
    /// The polygon, in the format `extent_type` names.
    pub extent: Option<String>,
    /// `geojson`, `topojson`, `kml` or `text`.
    pub extent_type: Option<String>,
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
    #[sea_orm(
        belongs_to = "super::service_at_location::Entity",
        from = "Column::ServiceAtLocationId",
        to = "super::service_at_location::Column::Id",
        on_delete = "Cascade"
    )]
    ServiceAtLocation,
}

related! { service => Service, service_at_location => ServiceAtLocation }

impl ActiveModelBehavior for ActiveModel {}
