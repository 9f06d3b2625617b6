//! Turns of phrase of questions to the database, and lists of rows by the record they belong to.
use crate::model::{Kind, Status, organization, service};
use kolo_platform::Result;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::{Query, SelectStatement, SimpleExpr};
use sea_orm::{Condition, QuerySelect, Select};
use std::collections::HashMap;

/// Ids in one question; SQLite takes at most 32 766 parameters, and a service has several places.
pub(super) const AT_ONCE: usize = 200;

/// States that visitors see.
pub(super) fn shown() -> impl Iterator<Item = Status> {
    Status::ALL.iter().copied().filter(|status| status.is_shown())
}

/// The organizations whose services and places visitors do not see.
pub(super) fn hidden_organizations() -> SelectStatement {
    let hidden = Status::ALL.iter().copied().filter(|status| !status.is_shown());
    Query::select()
        .column(organization::Column::Id)
        .from(organization::Entity)
        .and_where(organization::Column::Status.is_in(hidden))
        .to_owned()
}

/// `column` is one of these ids. The list is filled up to a few lengths with its last id, so that the database keeps a
/// handful of prepared statements instead of one for every length.
pub(super) fn among<C: ColumnTrait>(column: C, ids: &[Uuid]) -> SimpleExpr {
    let wanted = if ids.len() > 256 {
        ids.len().next_multiple_of(256)
    } else {
        ids.len().next_power_of_two()
    };
    let last = ids.last().copied();
    column.is_in(
        ids.iter()
            .copied()
            .chain(last.into_iter().cycle())
            .take(if ids.is_empty() { 0 } else { wanted }),
    )
}

/// The services visitors see, of these communities or of all.
pub(super) fn shown_services(communities: Option<&[Uuid]>) -> Select<service::Entity> {
    let select = service::Entity::find()
        .filter(service::Column::Status.is_in(shown()))
        .filter(service::Column::OrganizationId.not_in_subquery(hidden_organizations()));
    match communities {
        Some(communities) => select.filter(among(service::Column::CommunityId, communities)),
        None => select,
    }
}

/// How many rows a question would give.
pub(super) async fn how_many<E: EntityTrait>(select: Select<E>, id: E::Column, db: &impl ConnectionTrait) -> Result<u64> {
    let count = select
        .select_only()
        .column_as(id.count(), "count")
        .into_tuple::<i64>()
        .one(db)
        .await?;
    Ok(count.and_then(|count| u64::try_from(count).ok()).unwrap_or_default())
}

/// The rows of a table with these ids.
pub(super) async fn by_id<E>(db: &impl ConnectionTrait, id: E::Column, ids: &[Uuid]) -> Result<Vec<E::Model>>
where
    E: EntityTrait,
{
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    Ok(E::find().filter(among(id, ids)).all(db).await?)
}

/// The ids in some order, each once.
pub(super) fn each_once(ids: impl IntoIterator<Item = Uuid>) -> Vec<Uuid> {
    let mut ids: Vec<_> = ids.into_iter().collect();
    ids.sort_unstable();
    ids.dedup();
    ids
}

/// A row that belongs to a record and has its place among its like.
pub(super) trait Part {
    fn id(&self) -> Uuid;
    fn owner(&self) -> Option<(Kind, Uuid)>;
    fn place(&self) -> (i32, Uuid);
    /// Gives the row to an owner.
    fn settle(&mut self, id: Uuid, community: Uuid, owner: (Kind, Uuid), position: i32);
}

/// Rows by the record they belong to.
#[derive(Debug)]
pub(super) struct Grouped<T>(HashMap<(Kind, Uuid), Vec<T>>);

impl<T> Default for Grouped<T> {
    fn default() -> Self {
        Self(HashMap::new())
    }
}

impl<T> Grouped<T> {
    pub(super) fn add(&mut self, owner: (Kind, Uuid), row: T) {
        self.0.entry(owner).or_default().push(row);
    }

    /// The rows of one record; they are given away once.
    pub(super) fn take(&mut self, kind: Kind, id: Uuid) -> Vec<T> {
        self.0.remove(&(kind, id)).unwrap_or_default()
    }

    /// The rows of one record.
    pub(super) fn get(&self, owner: (Kind, Uuid)) -> &[T] {
        self.0.get(&owner).map_or(&[], Vec::as_slice)
    }

    pub(super) fn into_rows(self) -> impl Iterator<Item = T> {
        self.0.into_values().flatten()
    }
}

impl<T: Part> Grouped<T> {
    pub(super) fn of(mut rows: Vec<T>) -> Self {
        rows.sort_by_key(Part::place);
        let mut grouped = Self::default();
        for row in rows {
            if let Some(owner) = row.owner() {
                grouped.add(owner, row);
            }
        }
        grouped
    }
}

/// The rows that belong to any of these owners: one question whatever their kinds.
pub(super) async fn parts_of<E>(db: &impl ConnectionTrait, owners: &[(E::Column, &[Uuid])]) -> Result<Vec<E::Model>>
where
    E: EntityTrait,
{
    let mut any = Condition::any();
    for (column, ids) in owners.iter().filter(|(_, ids)| !ids.is_empty()) {
        any = any.add(among(*column, ids));
    }
    if any.is_empty() {
        return Ok(Vec::new());
    }
    Ok(E::find().filter(any).all(db).await?)
}
