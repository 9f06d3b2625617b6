//! Histories that came with imported data.
use super::kinds::Kind;
use sea_orm::entity::prelude::*;
use std::fmt;

/// One change of one field, as a foreign system recorded it. The history of our own edits is the audit trail, not this table.
#[derive(Clone, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "metadata")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub community_id: Uuid,
    pub resource_kind: Kind,
    pub resource_id: Uuid,
    pub last_action_on: Date,
    pub last_action_type: String,
    pub field_name: String,
    pub previous_value: String,
    pub replacement_value: String,
    pub updated_by: String,
}

// The values may be an address of a confidential place or a person's name.
impl fmt::Debug for Model {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Metadata")
            .field("id", &self.id)
            .field("field_name", &self.field_name)
            .finish_non_exhaustive()
    }
}

/// Ties to other tables.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
