//! Taxonomies: vocabularies by which services are found.
use super::words::Words;
use sea_orm::entity::prelude::*;

/// A vocabulary: our situations and kinds of help, or one that came with imported data.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "taxonomy")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The community whose data brought it; none for our own, which every community shares.
    pub community_id: Option<Uuid>,
    /// What the code calls it: `situations`, `help`; none for imported ones.
    pub key: Option<String>,
    pub name: Words,
    pub description: Words,
    pub uri: Option<String>,
    /// The standard's `version`.
    pub edition: Option<String>,
    pub source: Option<String>,
    pub source_id: Option<String>,
    pub created_at: DateTimeUtc,
    pub updated_at: DateTimeUtc,
}

/// Ties to other tables.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {
    #[sea_orm(has_many = "super::taxonomy_term::Entity")]
    TaxonomyTerm,
}

related! { taxonomy_term => TaxonomyTerm }

impl ActiveModelBehavior for ActiveModel {}
