//! What a write leaves behind: the audit entry, the row of the change feed, jobs and notices.
//!
//! All of it is written in the transaction of the change, just before the commit.
use chrono::{DateTime, Utc};
use kolo_words::Ref;
use sea_orm::entity::prelude::DateTimeUtc;
use serde::Serialize;
use sha2::{Digest, Sha256};
use uuid::Uuid;

/// What happened to a record, for those who follow the change feed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Operation {
    /// It is new or different.
    Put,
    /// It is gone; feeds show a tombstone.
    Remove,
}

impl Operation {
    pub const fn name(self) -> &'static str {
        match self {
            Self::Put => "put",
            Self::Remove => "remove",
        }
    }
}

/// One trace of one act.
#[derive(Clone, Debug)]
pub struct Trace {
    pub(crate) verb: &'static str,
    pub(crate) community: Option<Uuid>,
    pub(crate) subject: Ref,
    pub(crate) operation: Option<Operation>,
    pub(crate) fields: Vec<&'static str>,
}

impl Trace {
    /// `verb` is `module.verb`; `community` is `None` for acts on the instance.
    pub const fn of(verb: &'static str, community: Option<Uuid>, subject: Ref) -> Self {
        Self {
            verb,
            community,
            subject,
            operation: None,
            fields: Vec::new(),
        }
    }

    /// The record is new or different: the change feed gets a row.
    #[must_use]
    pub const fn put(mut self) -> Self {
        self.operation = Some(Operation::Put);
        self
    }

    /// The record is gone: the change feed gets a tombstone.
    #[must_use]
    pub const fn removed(mut self) -> Self {
        self.operation = Some(Operation::Remove);
        self
    }

    /// Which fields changed; never their values (RULES R14).
    #[must_use]
    pub fn fields(mut self, fields: &[&'static str]) -> Self {
        self.fields.extend_from_slice(fields);
        self
    }
}

/// An entry of the audit log: append-only, chained by hashes per community (RULES R14).
pub mod audit_entry {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "audit_entry")]
    pub struct Model {
        /// The community, or the nil UUID for the instance's own chain.
        #[sea_orm(primary_key, auto_increment = false)]
        pub chain: Uuid,
        #[sea_orm(primary_key, auto_increment = false)]
        pub number: i64,
        pub at: DateTimeUtc,
        pub actor_id: Option<Uuid>,
        /// `visitor`, `person` or `house`.
        pub actor_kind: String,
        pub verb: String,
        pub kind: String,
        pub record_id: Uuid,
        /// Names of the fields concerned, comma-separated; never values.
        pub fields: String,
        pub hash: String,
    }
    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}
}

/// A row of the change feed.
pub mod change {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "change")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub sequence: i64,
        /// The community, or nil for the instance.
        pub community_id: Uuid,
        pub kind: String,
        pub record_id: Uuid,
        /// `put` or `remove`.
        pub operation: String,
        pub at: DateTimeUtc,
    }
    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}
}

/// The hash that begins every chain.
pub const GENESIS: &str = "kolo";

/// What an audit entry's hash covers, in this order, and the hash before it.
#[derive(Serialize)]
struct Sealed<'a> {
    previous: &'a str,
    chain: Uuid,
    number: i64,
    at: i64,
    actor_id: Option<Uuid>,
    actor_kind: &'a str,
    verb: &'a str,
    kind: &'a str,
    record_id: Uuid,
    fields: &'a str,
}

/// The hash an entry must carry after `previous`.
pub fn chain_hash(previous: &str, entry: &audit_entry::Model) -> String {
    let sealed = Sealed {
        previous,
        chain: entry.chain,
        number: entry.number,
        at: micros(entry.at),
        actor_id: entry.actor_id,
        actor_kind: &entry.actor_kind,
        verb: &entry.verb,
        kind: &entry.kind,
        record_id: entry.record_id,
        fields: &entry.fields,
    };
    let bytes = serde_json::to_vec(&sealed).unwrap_or_else(|error| unreachable!("plain values always serialise: {error}"));
    hex::encode(Sha256::digest(bytes))
}

fn micros(at: DateTimeUtc) -> i64 {
    DateTime::<Utc>::timestamp_micros(&at)
}
