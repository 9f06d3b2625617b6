//! The change feed as its followers see it: page cache, search index, webhooks.
//!
//! Sequence numbers are in the order of commits (see `write::FEED_LOCK`), so a follower that has seen number `n` has seen
//! everything before it.
use crate::App;
use crate::trace::change;
use anyhow::Result;
use sea_orm::entity::prelude::*;
use sea_orm::{QueryOrder, QuerySelect};
use std::collections::HashMap;
use std::sync::atomic::{AtomicI64, AtomicU64, Ordering};
use std::sync::{PoisonError, RwLock};
use std::time::Duration;
use tokio::sync::Notify;
use uuid::Uuid;

pub use crate::trace::change::Model as Change;

/// How many changes a follower takes at once.
const BATCH: u64 = 2_000;

/// How long changes are gathered before they are indexed.
const GATHER: Duration = Duration::from_millis(100);

/// What this server knows of the feed.
#[derive(Debug, Default)]
pub struct Feed {
    /// One number a community; it grows whenever one of its pages may have become old.
    epochs: RwLock<HashMap<Uuid, u64>>,
    everything: AtomicU64,
    seen: AtomicI64,
    arrived: Notify,
}

impl Feed {
    /// The number a page of this community is valid for; `None` for pages of the instance.
    pub fn epoch(&self, community: Option<Uuid>) -> u64 {
        let epochs = self.epochs.read().unwrap_or_else(PoisonError::into_inner);
        let own = community.map_or_else(|| epochs.values().sum(), |c| epochs.get(&c).copied().unwrap_or_default());
        // Numbers only ever grow, so the sum changes whenever either does.
        self.everything.load(Ordering::Acquire) + own
    }

    /// Called after a commit of this process: pages are old now, and there is something to index.
    pub(crate) fn changed(&self, app: &App, communities: &[Uuid]) {
        if !communities.is_empty() {
            self.aged(app, communities);
            self.arrived.notify_one();
        }
    }

    fn aged(&self, app: &App, communities: &[Uuid]) {
        let tree = app.communities().tree();
        let mut epochs = self.epochs.write().unwrap_or_else(PoisonError::into_inner);
        for community in communities {
            if community.is_nil() {
                self.everything.fetch_add(1, Ordering::AcqRel);
            }
            for touched in tree.touched_by(*community) {
                *epochs.entry(touched).or_default() += 1;
            }
        }
    }
}

/// The changes after a position, oldest first, at most `limit`.
pub async fn changes_after(db: &impl ConnectionTrait, position: i64, limit: u64) -> Result<Vec<Change>> {
    let rows = change::Entity::find()
        .filter(change::Column::Sequence.gt(position))
        .order_by_asc(change::Column::Sequence)
        .limit(limit);
    Ok(rows.all(db).await?)
}

/// The last number of the feed, 0 when nothing has ever changed.
pub async fn head(db: &impl ConnectionTrait) -> Result<i64> {
    let last = change::Entity::find().order_by_desc(change::Column::Sequence).one(db).await?;
    Ok(last.map_or(0, |row| row.sequence))
}

/// The latest removals of one kind in some communities since an instant: tombstones for feeds and APIs.
pub async fn removed_since(
    db: &impl ConnectionTrait,
    communities: &[Uuid],
    kind: &str,
    since: DateTimeUtc,
    limit: u64,
) -> Result<Vec<Change>> {
    let rows = change::Entity::find()
        .filter(change::Column::CommunityId.is_in(communities.iter().copied()))
        .filter(change::Column::Kind.eq(kind))
        .filter(change::Column::Operation.eq("remove"))
        .filter(change::Column::At.gte(since))
        .order_by_asc(change::Column::Sequence)
        .limit(limit);
    Ok(rows.all(db).await?)
}

/// Follows the feed until the process ends: brings the search index up to date and, on PostgreSQL, learns what other
/// servers committed. A failure is logged and tried again; nothing is lost because the position is the index's own.
pub async fn follow(app: App) {
    if app.db().is_postgres() {
        tokio::spawn(listen(app.clone()));
    }
    loop {
        if let Err(error) = catch_up(&app).await {
            tracing::error!("following the change feed: {error:#}");
            tokio::time::sleep(Duration::from_secs(2)).await;
        }
        // Half a second is the longest a change of another process stays unseen when nothing notifies of it.
        let () = tokio::time::timeout(Duration::from_millis(500), app.feed().arrived.notified())
            .await
            .unwrap_or_default();
        // A commit of the index costs the same for one change and for a hundred, so wait a moment for more.
        tokio::time::sleep(GATHER).await;
    }
}

/// Takes every change that is not yet in the index. Tests call this instead of waiting.
pub async fn catch_up(app: &App) -> Result<()> {
    let db = &app.db().reader;
    let mut position = match app.search().position() {
        Some(position) => position,
        None => rebuild(app, &mut |_| ()).await?,
    };
    loop {
        let changes = changes_after(db, position, BATCH).await?;
        let Some(last) = changes.last() else { return Ok(()) };
        let head = last.sequence;
        if head > app.feed().seen.fetch_max(head, Ordering::AcqRel) {
            if changes.iter().any(|c| c.kind == "community") {
                app.communities().reload(db).await?;
            }
            // Own commits were noticed already; these may be another server's, or a command's.
            let mut communities: Vec<_> = changes.iter().map(|c| c.community_id).collect();
            communities.sort();
            communities.dedup();
            app.feed().aged(app, &communities);
        }
        index(app, &changes, head).await?;
        position = head;
    }
}

async fn index(app: &App, changes: &[Change], head: i64) -> Result<()> {
    use crate::search::Change as Edit;
    let mut wanted: HashMap<&str, Vec<Uuid>> = HashMap::new();
    for change in changes {
        let ids = wanted.entry(change.kind.as_str()).or_default();
        if !ids.contains(&change.record_id) {
            ids.push(change.record_id);
        }
    }
    let mut edits = Vec::new();
    for kind in app.registry().search_kinds() {
        let Some(ids) = wanted.get(kind.kind) else { continue };
        for some in ids.chunks(500) {
            let entries = (kind.load)(app.clone(), some.to_vec()).await?;
            let gone = some.iter().filter(|id| !entries.iter().any(|e| e.id == **id));
            edits.extend(gone.map(|id| Edit::Remove {
                kind: kind.kind.to_owned(),
                id: *id,
            }));
            edits.extend(entries.into_iter().map(Edit::Put));
        }
    }
    let search = app.search().clone();
    tokio::task::spawn_blocking(move || search.apply(edits, head)).await?
}

/// Builds the index from the database alone and returns the position it then stands at. `progress` hears the number of
/// records indexed so far.
pub async fn rebuild(app: &App, progress: &mut (dyn FnMut(u64) + Send)) -> Result<i64> {
    let head = head(&app.db().reader).await?;
    app.search().clear()?;
    let mut count = 0;
    for kind in app.registry().search_kinds() {
        let mut after = None;
        loop {
            let ids = (kind.page)(app.clone(), after, 1_000).await?;
            let Some(last) = ids.last() else { break };
            after = Some(*last);
            count += u64::try_from(ids.len())?;
            let entries = (kind.load)(app.clone(), ids).await?;
            let search = app.search().clone();
            tokio::task::spawn_blocking(move || search.fill(entries)).await??;
            progress(count);
        }
    }
    let search = app.search().clone();
    tokio::task::spawn_blocking(move || search.apply(Vec::new(), head)).await??;
    Ok(head)
}

async fn listen(app: App) {
    use sea_orm::sqlx::postgres::PgListener;
    loop {
        let heard: Result<()> = async {
            let mut listener = PgListener::connect(&app.db().url).await?;
            listener.listen("kolo_change").await?;
            loop {
                listener.recv().await?;
                app.feed().arrived.notify_one();
                app.wake_jobs();
            }
        }
        .await;
        if let Err(error) = heard {
            tracing::warn!("listening to PostgreSQL: {error:#}");
        }
        tokio::time::sleep(Duration::from_secs(5)).await;
    }
}
