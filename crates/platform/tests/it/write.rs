//! The write path: all or nothing, and never without a trace.
use super::town;
use kolo_platform::trace::{GENESIS, audit_entry, chain_hash, change};
use kolo_platform::{Actor, Error, Job, Trace, jobs, settings};
use kolo_testkit::Town;
use kolo_words::Ref;
use kolo_words::notices::MistakeReported;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, Statement};
use uuid::Uuid;

/// Rows of everything a write leaves behind.
async fn rows(town: &Town) -> [u64; 4] {
    let db = &town.app.db().reader;
    [
        settings::Entity::find().count(db).await.unwrap(),
        audit_entry::Entity::find().count(db).await.unwrap(),
        change::Entity::find().count(db).await.unwrap(),
        jobs::job::Entity::find().count(db).await.unwrap(),
    ]
}

fn report(town: &Town) -> MistakeReported {
    MistakeReported {
        community: town.community.id,
        kind: "bench".to_owned(),
        id: Uuid::from_u128(5),
    }
}

#[tokio::test]
async fn a_write_leaves_row_audit_change_and_jobs_together() {
    let town = town().await;
    let before = rows(&town).await;
    let work = async |w: &kolo_platform::Write| {
        settings::set(w, town.community.id, "colour", &"red").await?;
        w.announce(&report(&town))?;
        w.enqueue(Job::named("garden.water", serde_json::Value::Null));
        Ok(())
    };
    town.app.write(&Actor::house(), work).await.unwrap();
    let after = rows(&town).await;
    assert_eq!([0, 1, 2, 3].map(|i| after[i] - before[i]), [1, 1, 1, 2]);
}

#[tokio::test]
async fn a_write_that_fails_at_its_end_leaves_nothing() {
    let town = town().await;
    let before = rows(&town).await;
    let work = async |w: &kolo_platform::Write| {
        settings::set(w, town.community.id, "colour", &"red").await?;
        w.announce(&report(&town))?;
        w.enqueue(Job::named("garden.water", serde_json::Value::Null));
        Err::<(), _>(Error::Forbidden)
    };
    assert!(matches!(town.app.write(&Actor::house(), work).await, Err(Error::Forbidden)));
    assert_eq!(rows(&town).await, before);
    let colour: String = settings::get(&town.app.db().reader, town.community.id, "colour", "green".to_owned())
        .await
        .unwrap();
    assert_eq!(colour, "green");
    super::paint_by_house(&town, town.community.id, "blue").await;
    assert_eq!(rows(&town).await[0], before[0] + 1, "the next write goes on as if nothing had been");
}

#[tokio::test]
async fn a_write_that_changes_rows_and_says_nothing_is_undone() {
    let town = town().await;
    super::paint_by_house(&town, town.community.id, "red").await;
    let before = rows(&town).await;
    for sql in [
        "DELETE FROM setting",
        "  update setting SET name = 'x'",
        "INSERT INTO setting SELECT community_id, 'y', value FROM setting",
    ] {
        let work = async |w: &kolo_platform::Write| {
            w.execute_raw(Statement::from_string(w.get_database_backend(), sql)).await?;
            Ok(())
        };
        let error = town.app.write(&Actor::house(), work).await.unwrap_err();
        assert_eq!(error.to_string(), "a write changed rows and left no trace", "{sql}");
    }
    assert_eq!(rows(&town).await, before);
}

#[tokio::test]
async fn who_listens_to_a_notice_hears_it_after_the_commit() {
    let town = town().await;
    let weeded = async || {
        let nothing = Uuid::nil();
        let db = &town.app.db().reader;
        settings::get(db, town.community.id, "weeded", nothing).await.unwrap()
    };
    let announce = async |w: &kolo_platform::Write| {
        w.announce(&report(&town))?;
        w.trace(Trace::of(
            "garden.report",
            Some(town.community.id),
            Ref::new("bench", Uuid::from_u128(5)),
        ));
        Ok(())
    };
    town.app.write(&Actor::house(), announce).await.unwrap();
    assert_eq!(weeded().await, Uuid::nil(), "nobody is waited for");
    town.settle().await;
    assert_eq!(weeded().await, Uuid::from_u128(5));
}

#[tokio::test]
async fn reading_in_a_write_needs_no_trace() {
    let town = town().await;
    let before = rows(&town).await;
    let count = town
        .app
        .write(&Actor::house(), async |w| Ok(change::Entity::find().count(w).await?))
        .await
        .unwrap();
    assert_eq!(count, before[2]);
    assert_eq!(rows(&town).await, before);
}

#[tokio::test]
async fn every_community_has_a_chain_of_its_own_and_each_entry_holds_the_one_before() {
    let town = town().await;
    let person = Actor::person(Uuid::from_u128(9), "Олена", Vec::new());
    let work = async |w: &kolo_platform::Write| {
        // Three in one write, in two chains and that of the instance.
        settings::set(w, town.community.id, "colour", &"red").await?;
        settings::set(w, town.neighbour.id, "colour", &"blue").await?;
        w.trace(Trace::of("garden.rest", None, Ref::new("bench", Uuid::from_u128(1))));
        settings::set(w, town.community.id, "smell", &"mint").await
    };
    town.app.write(&person, work).await.unwrap();
    let chain = async |id: Uuid| {
        let entries = audit_entry::Entity::find()
            .filter(audit_entry::Column::Chain.eq(id))
            .order_by_asc(audit_entry::Column::Number);
        entries.all(&town.app.db().reader).await.unwrap()
    };
    for (id, length) in [(town.community.id, 3), (town.neighbour.id, 2), (Uuid::nil(), 1)] {
        let entries = chain(id).await;
        assert_eq!(
            entries.iter().map(|e| e.number).collect::<Vec<_>>(),
            (1..=length).collect::<Vec<_>>()
        );
        let mut previous = GENESIS.to_owned();
        for entry in entries {
            assert_eq!(entry.hash, chain_hash(&previous, &entry), "entry {} of {id}", entry.number);
            previous = entry.hash;
        }
    }
    let own = chain(town.community.id).await;
    assert_eq!(
        (own[1].actor_id, own[1].actor_kind.as_str(), own[1].fields.as_str()),
        (person.person, "person", "colour")
    );
    assert_eq!((own[0].actor_id, own[0].actor_kind.as_str()), (None, "house"));
    assert_eq!(own[1].at, town.now());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn two_hundred_at_once_do_not_fork_the_chain() {
    let town = std::sync::Arc::new(town().await);
    let writers = (0..200).map(|i| {
        let town = town.clone();
        tokio::spawn(async move { super::paint_by_house(&town, town.community.id, &i.to_string()).await })
    });
    for writer in writers.collect::<Vec<_>>() {
        writer.await.unwrap();
    }
    let entries = audit_entry::Entity::find()
        .filter(audit_entry::Column::Chain.eq(town.community.id))
        .order_by_asc(audit_entry::Column::Number);
    let entries = entries.all(&town.app.db().reader).await.unwrap();
    assert_eq!(entries.len(), 201);
    let mut previous = GENESIS.to_owned();
    for entry in entries {
        assert_eq!(entry.hash, chain_hash(&previous, &entry), "entry {}", entry.number);
        previous = entry.hash;
    }
}
