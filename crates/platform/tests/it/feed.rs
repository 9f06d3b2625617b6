//! The change feed: whoever polls it sees every change once, in order, however commits interleave.
use super::{paint_by_house, town};
use kolo_platform::feed::{changes_after, head};
use kolo_platform::{Actor, settings};
use kolo_testkit::Town;
use sea_orm::{ConnectionTrait, Statement, TransactionTrait};
use std::sync::Arc;
use tokio::sync::oneshot;
use uuid::Uuid;

/// Somebody who follows the feed.
struct Follower {
    position: i64,
    seen: Vec<(i64, Uuid)>,
}

impl Follower {
    async fn from_here(town: &Town) -> Self {
        Self {
            position: head(&town.app.db().reader).await.unwrap(),
            seen: Vec::new(),
        }
    }

    async fn poll(&mut self, town: &Town) {
        for change in changes_after(&town.app.db().reader, self.position, 7).await.unwrap() {
            self.position = change.sequence;
            self.seen.push((change.sequence, change.record_id));
        }
    }

    /// Which communities changed, in the order of the feed.
    fn communities(&self) -> Vec<Uuid> {
        self.seen.iter().map(|(_, community)| *community).collect()
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_follower_misses_nothing_of_sixty_writers_at_once() {
    let town = Arc::new(town().await);
    let mut follower = Follower::from_here(&town).await;
    let writers: Vec<_> = (0..60)
        .map(|i| {
            let town = town.clone();
            tokio::spawn(async move {
                let community = if i % 2 == 0 { town.community.id } else { town.neighbour.id };
                paint_by_house(&town, community, &i.to_string()).await;
            })
        })
        .collect();
    while !writers.iter().all(tokio::task::JoinHandle::is_finished) {
        follower.poll(&town).await;
    }
    for writer in writers {
        writer.await.unwrap();
    }
    for _ in 0..10 {
        follower.poll(&town).await;
    }
    assert_eq!(follower.seen.len(), 60);
    assert!(follower.seen.is_sorted());
    assert_eq!(follower.communities().iter().filter(|c| **c == town.community.id).count(), 30);
}

#[tokio::test]
async fn a_write_that_began_earlier_and_ends_later_is_not_missed() {
    let town = Arc::new(town().await);
    let mut follower = Follower::from_here(&town).await;
    let (has_begun, begun) = oneshot::channel();
    let (go_on, waits) = oneshot::channel();
    let slow = tokio::spawn({
        let town = town.clone();
        async move {
            let work = async |w: &kolo_platform::Write| {
                settings::set(w, town.community.id, "colour", &"slow").await?;
                has_begun.send(()).unwrap();
                waits.await.unwrap();
                Ok(())
            };
            town.app.write(&Actor::house(), work).await.unwrap();
        }
    });
    begun.await.unwrap();
    let quick = tokio::spawn({
        let town = town.clone();
        async move { paint_by_house(&town, town.neighbour.id, "quick").await }
    });
    if town.app.db().is_postgres() {
        // Here the second overtakes the first, and the follower reads between the two commits.
        quick.await.unwrap();
        follower.poll(&town).await;
        assert_eq!(follower.communities(), [town.neighbour.id]);
        go_on.send(()).unwrap();
        slow.await.unwrap();
        follower.poll(&town).await;
        assert_eq!(follower.communities(), [town.neighbour.id, town.community.id]);
    } else {
        // SQLite has one writer: the second cannot begin before the first has ended.
        follower.poll(&town).await;
        assert_eq!(follower.communities(), Vec::<Uuid>::new());
        go_on.send(()).unwrap();
        slow.await.unwrap();
        follower.poll(&town).await;
        quick.await.unwrap();
        follower.poll(&town).await;
        assert_eq!(follower.communities(), [town.community.id, town.neighbour.id]);
    }
}

/// What the write path does at its end, by hand on a connection of one's own. Without the lock a number may be passed over.
async fn append(connection: &impl ConnectionTrait, community: Uuid, takes_the_lock: bool) {
    let ask = |sql: &str| Statement::from_string(sea_orm::DbBackend::Postgres, sql);
    if takes_the_lock {
        connection
            .query_one_raw(ask(&format!("SELECT pg_advisory_xact_lock({})", 0x6b6f_6c6f)))
            .await
            .unwrap();
    }
    let row = format!(
        "INSERT INTO change (community_id, kind, record_id, operation, at) VALUES ('{community}', 'bench', '{community}', 'put', now())"
    );
    connection.execute_raw(ask(&row)).await.unwrap();
}

#[tokio::test]
async fn on_postgresql_a_server_waits_for_a_commit_that_has_a_number_already() {
    let town = Arc::new(town().await);
    if !town.app.db().is_postgres() {
        return;
    }
    let mut follower = Follower::from_here(&town).await;
    let other_server = sea_orm::Database::connect(&town.database).await.unwrap();
    let early = other_server.begin().await.unwrap();
    append(&early, town.community.id, true).await;

    let late = tokio::spawn({
        let town = town.clone();
        async move { paint_by_house(&town, town.neighbour.id, "late").await }
    });
    // Until the write of this server stands before the lock.
    let waiting = "SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND NOT granted AND database = (SELECT oid FROM pg_database WHERE datname = current_database())";
    while other_server
        .query_one_raw(Statement::from_string(sea_orm::DbBackend::Postgres, waiting))
        .await
        .unwrap()
        .is_none()
    {
        tokio::task::yield_now().await;
    }
    follower.poll(&town).await;
    assert_eq!(follower.communities(), Vec::<Uuid>::new(), "neither number may be seen yet");
    assert!(!late.is_finished());
    early.commit().await.unwrap();
    late.await.unwrap();
    follower.poll(&town).await;
    assert_eq!(follower.communities(), [town.community.id, town.neighbour.id]);
}

#[tokio::test]
async fn on_postgresql_a_writer_without_the_lock_would_be_missed() {
    let town = town().await;
    if !town.app.db().is_postgres() {
        return;
    }
    // The danger is real: this is what the test above would see if the write path took no lock.
    let mut follower = Follower::from_here(&town).await;
    let (one, other) = (
        sea_orm::Database::connect(&town.database).await.unwrap(),
        sea_orm::Database::connect(&town.database).await.unwrap(),
    );
    let early = one.begin().await.unwrap();
    append(&early, town.community.id, false).await;
    let late = other.begin().await.unwrap();
    append(&late, town.neighbour.id, false).await;
    late.commit().await.unwrap();
    follower.poll(&town).await;
    early.commit().await.unwrap();
    follower.poll(&town).await;
    assert_eq!(follower.communities(), [town.neighbour.id], "the earlier number was passed over");
}
