//! Attributes: terms and values attached to any object.
use super::kinds::Kind;
use super::words::Words;
use sea_orm::entity::prelude::*;

/// A term or a plain value said of an object. The object may be of any kind, so no foreign key holds it:
/// whoever deletes an object deletes its attributes.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "attribute")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub community_id: Uuid,
    pub link_entity: Kind,
    pub link_id: Uuid,
    /// What the term describes, such as eligibility; free words of the standard.
    pub link_type: Option<String>,
    pub taxonomy_term_id: Option<Uuid>,
    pub value: Option<String>,
    pub label: Words,
    pub position: i32,
}

/// Ties to other tables.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {
    #[sea_orm(
        belongs_to = "super::taxonomy_term::Entity",
        from = "Column::TaxonomyTermId",
        to = "super::taxonomy_term::Column::Id",
        on_delete = "Cascade"
    )]
    TaxonomyTerm,
}

related! { taxonomy_term => TaxonomyTerm }

impl ActiveModelBehavior for ActiveModel {}
