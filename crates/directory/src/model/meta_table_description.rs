//! What imported tables said about themselves.
use sea_orm::entity::prelude::*;

/// Name, language and character set of a table of a foreign package. Our own exports are always UTF-8 and need none.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "meta_table_description")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub community_id: Uuid,
    pub name: Option<String>,
    pub language: Option<String>,
    pub character_set: Option<String>,
}

/// Ties to other tables.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
