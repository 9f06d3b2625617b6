//! What happens later: an outbox of jobs, written in the transaction that wants them.
//!
//! A job runs at least once, so the second time must change nothing. A worker holds a job by a lease: when it dies, the
//! lease runs out and another takes over. Failures wait longer each time; what never works is kept for the job board.
//! A periodic job is one row that waits for its next time, however many servers there are.
use crate::chance::new_id;
use crate::{App, Result, Write};
use chrono::{DateTime, TimeDelta, Utc};
use futures_util::FutureExt;
use futures_util::future::BoxFuture;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::{Expr, ExprTrait, OnConflict, Query};
use sea_orm::{ActiveValue::Set, DbBackend, QueryOrder, QuerySelect};
use std::time::Duration;
use uuid::Uuid;

const LEASE: TimeDelta = TimeDelta::minutes(5);
const TRIES: i32 = 12;
const AT_ONCE: u64 = 8;
/// How long a job that is done stays, for whoever wants to know what happened.
const MEMORY: TimeDelta = TimeDelta::days(30);

/// A job before it is in the outbox.
#[derive(Clone, Debug, PartialEq)]
pub struct Job {
    pub name: &'static str,
    pub payload: serde_json::Value,
    pub not_before: Option<DateTime<Utc>>,
    /// While a job with this key waits, another is not added.
    pub key: Option<String>,
}

impl Job {
    pub const fn named(name: &'static str, payload: serde_json::Value) -> Self {
        Self {
            name,
            payload,
            not_before: None,
            key: None,
        }
    }

    /// Not before this instant.
    #[must_use]
    pub const fn at(mut self, instant: DateTime<Utc>) -> Self {
        self.not_before = Some(instant);
        self
    }

    /// At most one such job waits at a time.
    #[must_use]
    pub fn once(mut self, key: impl Into<String>) -> Self {
        self.key = Some(key.into());
        self
    }
}

/// How a job ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ending {
    Done,
    /// Try again, later each time.
    Later(String),
    /// It will never work; a person should look at it.
    Never(String),
}

/// A row of the outbox.
pub mod job {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "job")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub name: String,
        pub payload: Json,
        /// `waiting`, `done` or `dead`.
        pub state: String,
        pub run_at: DateTimeUtc,
        pub tries: i32,
        pub leased_until: Option<DateTimeUtc>,
        pub last_error: Option<String>,
        /// Set while waiting, so that the unique index holds one of a kind.
        pub waiting_key: Option<String>,
        pub created_at: DateTimeUtc,
        pub ended_at: Option<DateTimeUtc>,
    }
    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}
}

pub(crate) async fn insert(db: &impl ConnectionTrait, jobs: &[Job], w: &Write) -> Result<()> {
    for some in jobs.chunks(500) {
        let rows = some.iter().map(|job| job::ActiveModel {
            id: Set(new_id(w.chance(), w.now)),
            name: Set(job.name.to_owned()),
            payload: Set(job.payload.clone()),
            state: Set("waiting".to_owned()),
            run_at: Set(job.not_before.unwrap_or(w.now)),
            tries: Set(0),
            leased_until: Set(None),
            last_error: Set(None),
            waiting_key: Set(job.key.clone()),
            created_at: Set(w.now),
            ended_at: Set(None),
        });
        job::Entity::insert_many(rows)
            .on_conflict(OnConflict::column(job::Column::WaitingKey).do_nothing().to_owned())
            .exec_without_returning(db)
            .await?;
    }
    Ok(())
}

/// The key of a periodic job, by which the job board knows it.
pub fn periodic_key(name: &str) -> String {
    format!("every.{name}")
}

/// Makes every periodic job wait that does not wait yet. A server does this when it starts; however many start at once,
/// each job is there once.
pub async fn begin_periodic(app: &App) -> Result<()> {
    let now = app.now();
    let rows: Vec<_> = app
        .registry()
        .periodic()
        .into_iter()
        .map(|name| job::ActiveModel {
            id: Set(new_id(app.chance(), now)),
            name: Set(name.to_owned()),
            payload: Set(serde_json::Value::Null),
            state: Set("waiting".to_owned()),
            run_at: Set(now),
            tries: Set(0),
            leased_until: Set(None),
            last_error: Set(None),
            waiting_key: Set(Some(periodic_key(name))),
            created_at: Set(now),
            ended_at: Set(None),
        })
        .collect();
    if !rows.is_empty() {
        job::Entity::insert_many(rows)
            .on_conflict(OnConflict::column(job::Column::WaitingKey).do_nothing().to_owned())
            .exec_without_returning(&app.db().writer)
            .await?;
    }
    Ok(())
}

/// Takes due jobs, marking them as held until the lease ends.
async fn take(app: &App) -> Result<Vec<job::Model>> {
    let now = app.now();
    let due = sea_orm::Condition::all()
        .add(job::Column::State.eq("waiting"))
        .add(job::Column::RunAt.lte(now))
        .add(
            sea_orm::Condition::any()
                .add(job::Column::LeasedUntil.is_null())
                .add(job::Column::LeasedUntil.lt(now)),
        );
    let mut ids = Query::select();
    ids.column(job::Column::Id)
        .from(job::Entity)
        .cond_where(due)
        .order_by(job::Column::RunAt, sea_orm::Order::Asc)
        .limit(AT_ONCE);
    if app.db().backend() == DbBackend::Postgres {
        // Two servers never wait for each other, they take different jobs.
        ids.lock_with_behavior(sea_orm::sea_query::LockType::Update, sea_orm::sea_query::LockBehavior::SkipLocked);
    }
    let taken = job::Entity::update_many()
        .col_expr(job::Column::LeasedUntil, Expr::value(now + LEASE))
        .col_expr(job::Column::Tries, Expr::col(job::Column::Tries).add(1))
        .filter(job::Column::Id.in_subquery(ids))
        .exec_with_returning(&app.db().writer)
        .await?;
    Ok(taken)
}

async fn end(app: &App, held: job::Model, ending: Ending) -> Result<()> {
    let now = app.now();
    let (id, tries) = (held.id, held.tries);
    let mut row = job::ActiveModel {
        id: Set(id),
        leased_until: Set(None),
        ..Default::default()
    };
    let period = app
        .registry()
        .period(&held.name)
        .filter(|_| held.waiting_key == Some(periodic_key(&held.name)));
    match ending {
        Ending::Done if let Some(period) = period => {
            row.run_at = Set(now + period);
            row.tries = Set(0);
            row.last_error = Set(None);
        }
        Ending::Later(why) | Ending::Never(why) if let Some(period) = period => {
            tracing::error!(job.id = %id, job.name = held.name, "periodic job failed: {why}");
            row.run_at = Set(now + Ord::min(pause(tries), period));
            row.last_error = Set(Some(why));
        }
        Ending::Done => {
            row.state = Set("done".to_owned());
            row.waiting_key = Set(None);
            row.ended_at = Set(Some(now));
        }
        Ending::Later(why) if tries < TRIES => {
            row.run_at = Set(now + pause(tries));
            row.last_error = Set(Some(why));
        }
        Ending::Later(why) | Ending::Never(why) => {
            tracing::error!(job.id = %id, job.name = held.name, "job gave up: {why}");
            row.state = Set("dead".to_owned());
            row.waiting_key = Set(None);
            row.ended_at = Set(Some(now));
            row.last_error = Set(Some(why));
        }
    }
    row.update(&app.db().writer).await?;
    Ok(())
}

/// 5 s, 20 s, 80 s … at most six hours.
fn pause(tries: i32) -> TimeDelta {
    let exponent = u32::try_from(tries.clamp(1, 10) - 1).unwrap_or_default();
    TimeDelta::seconds(Ord::min(5 * 4_i64.pow(exponent), 6 * 3600))
}

/// Runs every job that is due now and returns how many ended; tests call this instead of waiting.
pub async fn run_due(app: &App) -> Result<usize> {
    let mut ended = 0;
    loop {
        let held = take(app).await?;
        if held.is_empty() {
            return Ok(ended);
        }
        for job in held {
            let ending = match app.registry().job(&job.name) {
                Some(run) => run(app.clone(), job.payload.clone())
                    .await
                    .unwrap_or_else(|error| Ending::Later(format!("{error:#}"))),
                None => Ending::Never(format!("no module knows a job named {}", job.name)),
            };
            end(app, job, ending).await?;
            ended += 1;
        }
    }
}

/// Works until the process ends.
pub async fn work(app: App) {
    let mut has_begun = false;
    loop {
        if !has_begun {
            match begin_periodic(&app).await {
                Ok(()) => has_begun = true,
                Err(error) => tracing::error!("beginning periodic jobs: {error:#}"),
            }
        }
        if let Err(error) = run_due(&app).await {
            tracing::error!("working on jobs: {error:#}");
        }
        let () = tokio::time::timeout(Duration::from_secs(2), app.jobs_wanted())
            .await
            .unwrap_or_default();
    }
}

/// Forgets jobs that were done long ago.
pub(crate) fn forget(app: App, _: serde_json::Value) -> BoxFuture<'static, Result<Ending>> {
    async move {
        let old = sea_orm::Condition::all()
            .add(job::Column::State.eq("done"))
            .add(job::Column::EndedAt.lt(app.now() - MEMORY));
        job::Entity::delete_many().filter(old).exec(&app.db().writer).await?;
        Ok(Ending::Done)
    }
    .boxed()
}

/// The jobs that wait or died, the dead first, then those due next: the job board.
pub async fn board(db: &impl ConnectionTrait, limit: u64) -> Result<Vec<job::Model>> {
    let open = job::Entity::find()
        .filter(job::Column::State.ne("done"))
        .order_by_asc(job::Column::State)
        .order_by_asc(job::Column::RunAt);
    Ok(open.limit(limit).all(db).await?)
}

/// How many jobs wait and how many died.
pub async fn counts(db: &impl ConnectionTrait) -> Result<(u64, u64)> {
    let waiting = job::Entity::find().filter(job::Column::State.eq("waiting")).count(db).await?;
    let dead = job::Entity::find().filter(job::Column::State.eq("dead")).count(db).await?;
    Ok((waiting, dead))
}

/// Puts a dead job back into the line.
pub async fn retry(w: &Write, id: Uuid) -> Result<()> {
    let found = job::Entity::find_by_id(id).filter(job::Column::State.eq("dead")).one(w).await?;
    let found = found.ok_or(crate::Error::NotFound)?;
    let row = job::ActiveModel {
        id: Set(found.id),
        state: Set("waiting".to_owned()),
        tries: Set(0),
        run_at: Set(w.now),
        ended_at: Set(None),
        ..Default::default()
    };
    row.update(w).await?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pauses_grow_and_stay_bounded() {
        assert_eq!(pause(1), TimeDelta::seconds(5));
        assert_eq!(pause(3), TimeDelta::seconds(80));
        assert_eq!(pause(12), TimeDelta::hours(6));
    }
}
