//! Reading the audit log for people.
use kolo_platform::Result;
use kolo_platform::trace::audit_entry::{Column, Entity, Model};
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::{Alias, Query};
use sea_orm::{Condition, FromQueryResult, Order, QueryOrder, QuerySelect};
use std::collections::BTreeSet;
use uuid::Uuid;

/// How many of the latest entries the filters take their words from.
const LATEST: u64 = 10_000;

/// What somebody wants to see of a log; empty words mean everything.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Question {
    pub(crate) verb: String,
    pub(crate) kind: String,
}

/// Entries of one page, and how many there are on all pages.
pub(crate) struct Entries {
    pub(crate) rows: Vec<Model>,
    pub(crate) total: u64,
}

fn asked(chain: Uuid, question: &Question) -> Condition {
    let mut condition = Condition::all().add(Column::Chain.eq(chain));
    if !question.verb.is_empty() {
        condition = condition.add(Column::Verb.eq(&question.verb));
    }
    if !question.kind.is_empty() {
        condition = condition.add(Column::Kind.eq(&question.kind));
    }
    condition
}

/// One page of a log, newest first.
pub(crate) async fn entries(db: &impl ConnectionTrait, chain: Uuid, question: &Question, page: u64, per_page: u64) -> Result<Entries> {
    let found = Entity::find().filter(asked(chain, question));
    let total = found.clone().count(db).await?;
    let offset = page.clamp(1, total.div_ceil(per_page).max(1)).saturating_sub(1) * per_page;
    let rows = found.order_by_desc(Column::Number).offset(offset).limit(per_page).all(db).await?;
    Ok(Entries { rows, total })
}

/// The verbs and kinds a log speaks of.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Vocabulary {
    pub(crate) verbs: BTreeSet<String>,
    pub(crate) kinds: BTreeSet<String>,
}

#[derive(FromQueryResult)]
struct Pair {
    verb: String,
    kind: String,
}

/// The words of the latest entries, for the filters.
pub(crate) async fn vocabulary(db: &impl ConnectionTrait, chain: Uuid) -> Result<Vocabulary> {
    let mut latest = Query::select();
    latest
        .columns([Column::Verb, Column::Kind])
        .from(Entity)
        .and_where(Column::Chain.eq(chain))
        .order_by(Column::Number, Order::Desc)
        .limit(LATEST);
    let mut distinct = Query::select();
    distinct
        .distinct()
        .columns([Alias::new("verb"), Alias::new("kind")])
        .from_subquery(latest, Alias::new("latest"));
    let mut vocabulary = Vocabulary::default();
    for pair in Pair::find_by_statement(db.get_database_backend().build(&distinct)).all(db).await? {
        vocabulary.verbs.insert(pair.verb);
        vocabulary.kinds.insert(pair.kind);
    }
    Ok(vocabulary)
}
