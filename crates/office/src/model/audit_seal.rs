//! A seal on an entry of the audit log: up to here the chain was whole, signed with a key that is not in the database.
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "audit_seal")]
pub struct Model {
    /// The community, or the nil UUID for the instance's own chain.
    #[sea_orm(primary_key, auto_increment = false)]
    pub chain: Uuid,
    /// Number of the sealed entry.
    #[sea_orm(primary_key, auto_increment = false)]
    pub number: i64,
    /// Its hash, which covers everything before it.
    pub hash: String,
    pub sealed_at: DateTimeUtc,
    /// Keyed hash of the four above.
    pub mac: String,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl Model {
    /// What the keyed hash covers.
    pub(crate) fn sealed_text(chain: Uuid, number: i64, hash: &str, sealed_at: DateTimeUtc) -> String {
        format!("{chain}|{number}|{hash}|{}", sealed_at.timestamp_micros())
    }
}
