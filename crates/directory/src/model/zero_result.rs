//! Questions nobody could answer.
use super::kinds::MainLang;
use sea_orm::entity::prelude::*;

/// A search that found nothing, counted: the coordinator sees here what help is missing or badly named.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "zero_result")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub community_id: Uuid,
    /// Folded, so that spellings of one question are counted together.
    pub question_folded: String,
    pub lang: MainLang,
    pub count: i64,
    pub last_at: DateTimeUtc,
}

/// Ties to other tables.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
