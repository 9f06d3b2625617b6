//! "Something is wrong here": what visitors tell us.
use super::kinds::{Kind, ReportState};
use sea_orm::entity::prelude::*;
use std::fmt;

/// A visitor's word that a record is not true any more.
#[derive(Clone, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "mistake_report")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub community_id: Uuid,
    /// The record it is about.
    pub kind: Kind,
    pub record_id: Uuid,
    pub text: String,
    /// How to answer the visitor, if she wants an answer.
    pub contact: Option<String>,
    pub reported_at: DateTimeUtc,
    pub state: ReportState,
    pub decided_at: Option<DateTimeUtc>,
    /// The account of whoever decided.
    pub decided_by: Option<Uuid>,
}

// Visitors write about themselves.
impl fmt::Debug for Model {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("MistakeReport")
            .field("id", &self.id)
            .field("state", &self.state)
            .finish_non_exhaustive()
    }
}

/// Ties to other tables.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
