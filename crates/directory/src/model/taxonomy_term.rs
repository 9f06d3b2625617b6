//! Terms of taxonomies.
use super::words::{Mappings, WordLists, Words};
use sea_orm::entity::prelude::*;

/// A term: a situation of life, a kind of help, or a term of an imported vocabulary.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "taxonomy_term")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// As that of its taxonomy.
    pub community_id: Option<Uuid>,
    pub taxonomy_id: Uuid,
    /// The term's key within its taxonomy.
    pub code: Option<String>,
    pub name: Words,
    /// The name, folded: in Ukrainian or the nearest language there is.
    pub name_folded: String,
    pub description: Words,
    /// The broader term.
    pub parent_id: Option<Uuid>,
    pub term_uri: Option<String>,
    /// Other words people use for it, by language.
    pub synonyms: WordLists,
    /// What people ask when they need it, by language.
    pub questions: WordLists,
    /// Its names in vocabularies of others.
    pub mappings: Mappings,
    pub position: i32,
    pub source: Option<String>,
    pub source_id: Option<String>,
    pub created_at: DateTimeUtc,
    pub updated_at: DateTimeUtc,
}

/// Ties to other tables.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {
    #[sea_orm(
        belongs_to = "super::taxonomy::Entity",
        from = "Column::TaxonomyId",
        to = "super::taxonomy::Column::Id",
        on_delete = "Cascade"
    )]
    Taxonomy,
    #[sea_orm(belongs_to = "Entity", from = "Column::ParentId", to = "Column::Id", on_delete = "SetNull")]
    Parent,
    #[sea_orm(has_many = "super::attribute::Entity")]
    Attribute,
}

related! { taxonomy => Taxonomy, attribute => Attribute }

impl ActiveModelBehavior for ActiveModel {}
