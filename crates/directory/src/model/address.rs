//! Addresses of locations.
use super::kinds::LocationType;
use sea_orm::entity::prelude::*;
use std::fmt;

/// A postal address. Its lines are read only through [`super::location::Model::whereabouts`].
///
/// The lines the standard requires are never null: an unknown one is empty.
#[derive(Clone, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "address")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub community_id: Uuid,
    pub location_id: Uuid,
    pub(in crate::model) attention: Option<String>,
    pub(in crate::model) address_1: String,
    pub(in crate::model) address_2: Option<String>,
    pub(in crate::model) city: String,
    pub(in crate::model) region: Option<String>,
    pub(in crate::model) state_province: String,
    pub(in crate::model) postal_code: String,
    /// ISO 3166-1, two letters.
    pub(in crate::model) country: String,
    pub(in crate::model) address_type: LocationType,
    pub position: i32,
}

// A log line must not tell where a shelter is.
impl fmt::Debug for Model {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Address")
            .field("id", &self.id)
            .field("location_id", &self.location_id)
            .finish_non_exhaustive()
    }
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
