//! The write path: one transaction, done by somebody, at a known moment, leaving one trace.
use crate::chance::{Chance, new_id, new_token};
use crate::jobs::{self, Job};
use crate::trace::{GENESIS, Trace, audit_entry, chain_hash, change};
use crate::{Actor, App, Result};
use anyhow::Context;
use chrono::{DateTime, Utc};
use kolo_words::Id;
use kolo_words::notices::Notice;
use sea_orm::entity::prelude::*;
use sea_orm::{
    ActiveValue::{NotSet, Set},
    DatabaseTransaction, DbBackend, ExecResult, IntoActiveModel, QueryOrder, QueryResult, SqliteTransactionMode, Statement,
    TransactionOptions, TransactionTrait,
};
use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, PoisonError};
use uuid::Uuid;

/// Rows in one INSERT; SQLite takes at most 32 766 parameters.
const ROWS_AT_ONCE: usize = 500;
/// Key of the PostgreSQL lock that puts commits in the order of the change feed.
const FEED_LOCK: i64 = 0x6b6f_6c6f;

/// Everything a write needs. It can only be had from [`App::write`], so every write is transactional. It is also a
/// connection: pass it where a query wants one.
#[derive(Debug)]
pub struct Write {
    tx: DatabaseTransaction,
    pub who: Actor,
    pub now: DateTime<Utc>,
    app: App,
    pending: Mutex<Pending>,
    has_written: AtomicBool,
}

#[derive(Debug, Default)]
struct Pending {
    traces: Vec<Trace>,
    jobs: Vec<Job>,
}

impl Write {
    /// A new identity, ordered by time.
    pub fn id<T>(&self) -> Id<T> {
        Id::new(self.uuid())
    }

    /// A new bare identity.
    pub fn uuid(&self) -> Uuid {
        new_id(self.app.chance(), self.now)
    }

    /// A new secret for a link.
    pub fn token(&self) -> String {
        new_token(self.app.chance())
    }

    pub fn chance(&self) -> &dyn Chance {
        self.app.chance()
    }

    pub const fn app(&self) -> &App {
        &self.app
    }

    /// Leaves a trace: the audit entry and, where it says so, the row of the change feed.
    pub fn trace(&self, trace: Trace) {
        self.pending().traces.push(trace);
    }

    /// Puts a job into the outbox; it runs after the commit, and not at all if there is none.
    pub fn enqueue(&self, job: Job) {
        self.pending().jobs.push(job);
    }

    /// Tells every module that listens; each gets a job of its own, so one that fails does not repeat the others.
    pub fn announce<N: Notice>(&self, notice: &N) -> Result<()> {
        let payload = serde_json::to_value(notice).context("writing a notice down")?;
        for listener in self.app.registry().listeners(N::NAME) {
            self.enqueue(Job::named(listener, payload.clone()));
        }
        Ok(())
    }

    fn pending(&self) -> std::sync::MutexGuard<'_, Pending> {
        self.pending.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn noticed(&self, sql: &str) {
        let verb = sql.trim_start().get(..6).unwrap_or_default();
        if ["INSERT", "UPDATE", "DELETE"].iter().any(|v| verb.eq_ignore_ascii_case(v)) {
            self.has_written.store(true, Ordering::Relaxed);
        }
    }

    /// Writes audit, feed and jobs; returns the communities whose pages are old now.
    async fn settle(&self) -> Result<Settled> {
        let Pending { traces, jobs } = std::mem::take(&mut *self.pending());
        if traces.is_empty() {
            if self.has_written.load(Ordering::Relaxed) {
                return Err(anyhow::anyhow!("a write changed rows and left no trace").into());
            }
            jobs::insert(&self.tx, &jobs, self).await?;
            return Ok(Settled {
                communities: Vec::new(),
                has_jobs: !jobs.is_empty(),
                tree_changed: false,
            });
        }
        if self.tx.get_database_backend() == DbBackend::Postgres {
            // From here to the commit one writer at a time: sequence numbers are then in the order of commits, so a reader
            // of the feed can never pass a number that appears later, and audit chains do not fork.
            let lock = Statement::from_sql_and_values(DbBackend::Postgres, "SELECT pg_advisory_xact_lock($1)", [FEED_LOCK.into()]);
            self.tx.query_one_raw(lock).await?;
            self.tx.execute_unprepared("SELECT pg_notify('kolo_change', '')").await?;
        }
        self.append_audit(&traces).await?;
        self.append_feed(&traces).await?;
        jobs::insert(&self.tx, &jobs, self).await?;
        Ok(Settled {
            tree_changed: traces.iter().any(|t| t.subject.kind == "community"),
            communities: traces
                .iter()
                .filter(|t| t.operation.is_some())
                .map(|t| t.community.unwrap_or_default())
                .collect(),
            has_jobs: !jobs.is_empty(),
        })
    }

    async fn append_audit(&self, traces: &[Trace]) -> Result<()> {
        let mut heads: HashMap<Uuid, (i64, String)> = HashMap::new();
        let mut rows = Vec::with_capacity(traces.len());
        for trace in traces {
            let chain = trace.community.unwrap_or_default();
            let (number, previous) = match heads.entry(chain) {
                Entry::Occupied(known) => known.into_mut(),
                Entry::Vacant(unknown) => unknown.insert(self.chain_head(chain).await?),
            };
            *number += 1;
            let mut entry = audit_entry::Model {
                chain,
                number: *number,
                at: self.now,
                actor_id: self.who.person,
                actor_kind: match (&self.who.person, self.who.is_house()) {
                    (Some(_), _) => "person",
                    (None, true) => "house",
                    (None, false) => "visitor",
                }
                .to_owned(),
                verb: trace.verb.to_owned(),
                kind: trace.subject.kind.to_string(),
                record_id: trace.subject.id,
                fields: trace.fields.join(","),
                hash: String::new(),
            };
            entry.hash = chain_hash(previous, &entry);
            previous.clone_from(&entry.hash);
            rows.push(entry.into_active_model());
        }
        for some in rows.chunks(ROWS_AT_ONCE) {
            audit_entry::Entity::insert_many(some.to_vec())
                .exec_without_returning(&self.tx)
                .await?;
        }
        Ok(())
    }

    async fn chain_head(&self, chain: Uuid) -> Result<(i64, String)> {
        let last = audit_entry::Entity::find()
            .filter(audit_entry::Column::Chain.eq(chain))
            .order_by_desc(audit_entry::Column::Number)
            .one(&self.tx)
            .await?;
        Ok(last.map_or_else(|| (0, GENESIS.to_owned()), |entry| (entry.number, entry.hash)))
    }

    async fn append_feed(&self, traces: &[Trace]) -> Result<()> {
        let rows: Vec<_> = traces
            .iter()
            .filter_map(|trace| {
                trace.operation.map(|operation| change::ActiveModel {
                    sequence: NotSet,
                    community_id: Set(trace.community.unwrap_or_default()),
                    kind: Set(trace.subject.kind.to_string()),
                    record_id: Set(trace.subject.id),
                    operation: Set(operation.name().to_owned()),
                    at: Set(self.now),
                })
            })
            .collect();
        for some in rows.chunks(ROWS_AT_ONCE) {
            change::Entity::insert_many(some.to_vec()).exec_without_returning(&self.tx).await?;
        }
        Ok(())
    }
}

struct Settled {
    communities: Vec<Uuid>,
    has_jobs: bool,
    tree_changed: bool,
}

impl App {
    /// Runs `work` in a write transaction; commits when it succeeds, rolls back when it does not. No write waits for the
    /// network or for people: SQLite has one writer.
    pub async fn write<T>(&self, who: &Actor, work: impl AsyncFnOnce(&Write) -> Result<T>) -> Result<T> {
        let options = TransactionOptions {
            // SQLite takes its write lock at once instead of failing half-way with SQLITE_BUSY.
            sqlite_transaction_mode: Some(SqliteTransactionMode::Immediate),
            ..Default::default()
        };
        let w = Write {
            tx: self.db().writer.begin_with_options(options).await?,
            who: who.clone(),
            now: self.now(),
            app: self.clone(),
            pending: Mutex::default(),
            has_written: AtomicBool::new(false),
        };
        let done = work(&w).await?;
        let settled = w.settle().await?;
        w.tx.commit().await?;
        if settled.tree_changed {
            self.communities().reload(&self.db().reader).await?;
        }
        self.feed().changed(self, &settled.communities);
        if settled.has_jobs {
            self.wake_jobs();
        }
        Ok(done)
    }
}

#[sea_orm::prelude::async_trait::async_trait]
impl ConnectionTrait for Write {
    fn get_database_backend(&self) -> DbBackend {
        self.tx.get_database_backend()
    }

    async fn execute_raw(&self, statement: Statement) -> Result<ExecResult, DbErr> {
        self.noticed(&statement.sql);
        self.tx.execute_raw(statement).await
    }

    async fn execute_unprepared(&self, sql: &str) -> Result<ExecResult, DbErr> {
        self.noticed(sql);
        self.tx.execute_unprepared(sql).await
    }

    async fn query_one_raw(&self, statement: Statement) -> Result<Option<QueryResult>, DbErr> {
        self.noticed(&statement.sql);
        self.tx.query_one_raw(statement).await
    }

    async fn query_all_raw(&self, statement: Statement) -> Result<Vec<QueryResult>, DbErr> {
        self.noticed(&statement.sql);
        self.tx.query_all_raw(statement).await
    }
}
