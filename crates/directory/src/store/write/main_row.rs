//! Rows of records: found again, compared, written once for a whole batch.
use super::plan::Plan;
use super::sync::{Sequence, insert, overwrite};
use super::{Change, Outcome, sorted_as};
use crate::model::{
    Kind, Location, Organization, Program, Service, Taxonomy, TaxonomyTerm, location, organization, program, service, taxonomy,
    taxonomy_term,
};
use crate::rules;
use crate::store::ask::among;
use crate::store::parts::Owners;
use kolo_platform::{Result, Trace, Write};
use kolo_words::{Lang, Ref};
use sea_orm::entity::prelude::*;
use sea_orm::{IdenStatic, IntoActiveModel, Iterable};
use std::collections::{BTreeMap, HashMap, HashSet};

/// Records looked up and written in one go.
const BATCH: usize = 200;

/// What a record is found again by.
#[derive(Clone, Copy, Debug)]
pub(super) struct Key<'a> {
    pub(super) id: Uuid,
    pub(super) community: Option<Uuid>,
    pub(super) origin: Option<(&'a str, &'a str)>,
    /// The version that was edited; nought when nobody looked.
    pub(super) version: i64,
}

/// A row of a main table.
pub(super) trait MainRow:
    ModelTrait<Entity = Self::Table> + Clone + PartialEq + IntoActiveModel<<Self::Table as EntityTrait>::ActiveModel>
{
    type Table: EntityTrait<Model = Self>;
    const KIND: Kind;
    const ID: <Self::Table as EntityTrait>::Column;
    const COMMUNITY: <Self::Table as EntityTrait>::Column;
    const SOURCE: <Self::Table as EntityTrait>::Column;
    const SOURCE_ID: <Self::Table as EntityTrait>::Column;

    fn key(&self) -> Key<'_>;
    /// Fills in what the store knows; times and version are those of the stored row.
    fn settle(&mut self, id: Uuid, community: Option<Uuid>, stored: Option<&Self>, now: DateTimeUtc);
    /// It has changed now.
    fn bump(&mut self, now: DateTimeUtc);
}

macro_rules! main_rows {
    ($($row:ident in $table:ident),+ $(,)?) => { $(
        impl MainRow for $row {
            type Table = $table::Entity;
            const KIND: Kind = Kind::$row;
            const ID: $table::Column = $table::Column::Id;
            const COMMUNITY: $table::Column = $table::Column::CommunityId;
            const SOURCE: $table::Column = $table::Column::Source;
            const SOURCE_ID: $table::Column = $table::Column::SourceId;

            fn key(&self) -> Key<'_> {
                let origin = self.source.as_deref().zip(self.source_id.as_deref());
                Key { id: self.id, community: Some(self.community_id), origin, version: self.version }
            }
            fn settle(&mut self, id: Uuid, community: Option<Uuid>, stored: Option<&Self>, now: DateTimeUtc) {
                self.id = id;
                self.community_id = community.unwrap_or_default();
                self.name_folded = sorted_as(&self.name, self.main_lang.into());
                self.version = stored.map_or(1, |stored| stored.version);
                self.created_at = stored.map_or(now, |stored| stored.created_at);
                self.updated_at = stored.map_or(now, |stored| stored.updated_at);
                // An edit by hand does not forget where the record came from.
                if let (None, Some(stored)) = (&self.source, stored) {
                    (self.source, self.source_id) = (stored.source.clone(), stored.source_id.clone());
                }
            }
            fn bump(&mut self, now: DateTimeUtc) {
                self.version += 1;
                self.updated_at = now;
            }
        }
    )+ };
}

main_rows! { Organization in organization, Program in program, Service in service, Location in location }

/// Vocabularies and terms: they have no version, and those of the house belong to no community.
macro_rules! vocabulary_rows {
    ($($row:ident in $table:ident { $($fold:tt)* }),+ $(,)?) => { $(
        impl MainRow for $row {
            type Table = $table::Entity;
            const KIND: Kind = Kind::$row;
            const ID: $table::Column = $table::Column::Id;
            const COMMUNITY: $table::Column = $table::Column::CommunityId;
            const SOURCE: $table::Column = $table::Column::Source;
            const SOURCE_ID: $table::Column = $table::Column::SourceId;

            fn key(&self) -> Key<'_> {
                Key { id: self.id, community: self.community_id, origin: self.source.as_deref().zip(self.source_id.as_deref()), version: 0 }
            }
            fn settle(&mut self, id: Uuid, community: Option<Uuid>, stored: Option<&Self>, now: DateTimeUtc) {
                self.id = id;
                self.community_id = community;
                self.created_at = stored.map_or(now, |stored| stored.created_at);
                self.updated_at = stored.map_or(now, |stored| stored.updated_at);
                ($($fold)*)(self);
            }
            fn bump(&mut self, now: DateTimeUtc) {
                self.updated_at = now;
            }
        }
    )+ };
}

vocabulary_rows! {
    Taxonomy in taxonomy { |_: &mut Self| () },
    TaxonomyTerm in taxonomy_term { |term: &mut Self| term.name_folded = sorted_as(&term.name, Lang::Uk) },
}

/// Puts records of one kind: each a row and the parts that `settle` gives to it.
pub(super) async fn put<R: MainRow, P>(
    w: &Write,
    verb: &'static str,
    community: Option<Uuid>,
    told: Vec<(R, P)>,
    owners: fn(Vec<Uuid>) -> Owners,
    settle: fn(&mut Plan, (Kind, Uuid), P),
) -> Result<Vec<Outcome>> {
    let mut outcomes = Vec::with_capacity(told.len());
    for some in batches(told) {
        outcomes.extend(put_batch(w, verb, community, some, owners, settle).await?);
    }
    Ok(outcomes)
}

/// Portions in which no record stands twice: the second telling of a record is an edit of the first.
fn batches<R: MainRow, P>(told: Vec<(R, P)>) -> Vec<Vec<(R, P)>> {
    let mut batches: Vec<Vec<(R, P)>> = Vec::new();
    let mut seen: HashSet<(Uuid, String, String)> = HashSet::new();
    for (row, parts) in told {
        let key = row.key();
        let (source, source_id) = key.origin.unwrap_or_default();
        let by_id = (!key.id.is_nil()).then(|| (key.id, String::new(), String::new()));
        let by_origin = key.origin.map(|_| (Uuid::nil(), source.to_owned(), source_id.to_owned()));
        let keys: Vec<_> = by_id.into_iter().chain(by_origin).collect();
        if batches.last().is_none_or(|batch| batch.len() == BATCH) || keys.iter().any(|key| seen.contains(key)) {
            seen.clear();
            batches.push(Vec::new());
        }
        seen.extend(keys);
        if let Some(batch) = batches.last_mut() {
            batch.push((row, parts));
        }
    }
    batches
}

async fn put_batch<R: MainRow, P>(
    w: &Write,
    verb: &'static str,
    community: Option<Uuid>,
    told: Vec<(R, P)>,
    owners: fn(Vec<Uuid>) -> Owners,
    settle: fn(&mut Plan, (Kind, Uuid), P),
) -> Result<Vec<Outcome>> {
    let stored = Stored::<R>::find(w, community, told.iter().map(|(row, _)| row)).await?;
    let matched: Vec<_> = told
        .into_iter()
        .map(|(row, parts)| (stored.of(&row).cloned(), row, parts))
        .collect();
    let known = matched.iter().filter_map(|(stored, ..)| Some(stored.as_ref()?.key().id)).collect();
    let mut plan = Plan::of(w, community.unwrap_or_default(), owners(known)).await?;
    let mut ids = Sequence::new(w);
    let mut rows = Vec::with_capacity(matched.len());
    for (before, mut row, parts) in matched {
        if let Some(before) = &before {
            rules::may_overwrite(before.key().version, row.key().version)?;
        }
        let wish = row.key().id;
        let is_free = !wish.is_nil() && !stored.taken.contains(&wish);
        let id = before
            .as_ref()
            .map_or_else(|| if is_free { wish } else { ids.next() }, |before| before.key().id);
        row.settle(id, community, before.as_ref(), w.now);
        plan.begin((R::KIND, id));
        settle(&mut plan, (R::KIND, id), parts);
        rows.push((before, row));
    }
    let touched = plan.touched();
    let (mut new, mut changed, mut outcomes) = (Vec::new(), Vec::new(), Vec::with_capacity(rows.len()));
    for ((before, mut row), parts) in rows.into_iter().zip(touched) {
        let id = row.key().id;
        let change = match before {
            None => {
                new.push(row);
                Change::Added
            }
            Some(before) => {
                let fields: Vec<_> = different(&before, &row).into_iter().chain(parts).collect();
                if fields.is_empty() {
                    Change::Same
                } else {
                    row.bump(w.now);
                    changed.push(row);
                    Change::Changed(fields)
                }
            }
        };
        let trace = Trace::of(verb, community, Ref::new(R::KIND.code(), id)).put();
        match &change {
            Change::Added => w.trace(trace),
            Change::Changed(fields) => w.trace(trace.fields(fields)),
            Change::Same => {}
        }
        outcomes.push(Outcome { id, change });
    }
    plan.clear(w).await?;
    insert::<R::Table>(w, new).await?;
    overwrite::<R::Table>(w, R::ID, changed).await?;
    plan.write(w).await?;
    Ok(outcomes)
}

/// The columns in which two rows differ, as they are named in the audit.
fn different<R: MainRow>(before: &R, after: &R) -> Vec<&'static str> {
    if before == after {
        return Vec::new();
    }
    let columns = <R::Table as EntityTrait>::Column::iter().filter(|column| column.as_str() != "name_folded");
    let names: Vec<_> = columns
        .filter(|column| before.get(*column) != after.get(*column))
        .map(|column| column.as_str())
        .collect();
    // Rows of an older release may be folded differently.
    if names.is_empty() { vec!["name"] } else { names }
}

/// Rows that are there already.
struct Stored<R> {
    by_id: HashMap<Uuid, R>,
    by_origin: HashMap<(String, String), R>,
    /// Wanted identities that belong to another community.
    taken: HashSet<Uuid>,
}

impl<R: MainRow> Stored<R> {
    async fn find<'a>(w: &Write, community: Option<Uuid>, rows: impl Iterator<Item = &'a R> + Clone) -> Result<Self>
    where
        R: 'a,
    {
        let mut stored = Self {
            by_id: HashMap::new(),
            by_origin: HashMap::new(),
            taken: HashSet::new(),
        };
        let ids: Vec<_> = rows.clone().map(|row| row.key().id).filter(|id| !id.is_nil()).collect();
        if !ids.is_empty() {
            for row in R::Table::find().filter(among(R::ID, &ids)).all(w).await? {
                let key = row.key();
                if key.community == community {
                    stored.by_id.insert(key.id, row);
                } else {
                    stored.taken.insert(key.id);
                }
            }
        }
        let mut origins: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
        for (source, id) in rows.filter_map(|row| row.key().origin) {
            origins.entry(source).or_default().push(id);
        }
        for (source, ids) in origins {
            let of_community = community.map_or_else(|| R::COMMUNITY.is_null(), |id| R::COMMUNITY.eq(id));
            let found = R::Table::find()
                .filter(of_community)
                .filter(R::SOURCE.eq(source))
                .filter(R::SOURCE_ID.is_in(ids))
                .all(w)
                .await?;
            for row in found {
                if let Some((source, id)) = row.key().origin {
                    stored.by_origin.insert((source.to_owned(), id.to_owned()), row);
                }
            }
        }
        Ok(stored)
    }

    fn of(&self, row: &R) -> Option<&R> {
        let key = row.key();
        let by_origin = || {
            key.origin
                .and_then(|(source, id)| self.by_origin.get(&(source.to_owned(), id.to_owned())))
        };
        self.by_id.get(&key.id).or_else(by_origin)
    }
}
