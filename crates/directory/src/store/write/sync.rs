//! Bringing the rows of one table in line with what was told.
use crate::model::Kind;
use crate::store::ask::{Grouped, Part};
use kolo_platform::{Result, Write};
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::OnConflict;
use sea_orm::{IdenStatic, IntoActiveModel, Iterable};
use std::collections::{HashSet, VecDeque};

/// New identities that follow one another: rows of one write then lie beside each other in every index.
#[derive(Debug)]
pub(super) struct Sequence(u128);

/// The bits of a UUIDv7 that are free to count with; version and variant stay.
const COUNTER: u128 = (1 << 62) - 1;

impl Sequence {
    pub(super) fn new(w: &Write) -> Self {
        Self(w.uuid().as_u128())
    }

    pub(super) fn next(&mut self) -> Uuid {
        let id = Uuid::from_u128(self.0);
        self.0 = (self.0 & !COUNTER) | ((self.0.wrapping_add(1)) & COUNTER);
        id
    }
}

/// The rows of one table: those that are there, and what is to become of them.
#[derive(Debug)]
pub(super) struct Sync<M> {
    stored: Grouped<M>,
    new: Vec<M>,
    changed: Vec<M>,
    gone: Vec<Uuid>,
}

impl<M> Default for Sync<M> {
    fn default() -> Self {
        Self {
            stored: Grouped::default(),
            new: Vec::new(),
            changed: Vec::new(),
            gone: Vec::new(),
        }
    }
}

/// What became of the rows of one owner.
#[derive(Debug, Default)]
pub(super) struct Settled {
    /// The identity each row was told with, and the one it has.
    pub(super) ids: Vec<(Uuid, Uuid)>,
    pub(super) gone: Vec<Uuid>,
    pub(super) is_changed: bool,
}

impl<M: Part + Clone + PartialEq> Sync<M> {
    pub(super) fn of(stored: Vec<M>) -> Self {
        Self {
            stored: Grouped::of(stored),
            ..Self::default()
        }
    }

    /// The rows an owner has, before it is settled.
    pub(super) fn stored(&self, owner: (Kind, Uuid)) -> &[M] {
        self.stored.get(owner)
    }

    /// Gives these rows to an owner in this order. A row keeps the identity it was told with if the owner has a row of
    /// that identity; another takes over a spare one where `reuse` allows, so that identities outlive small edits.
    pub(super) fn settle(&mut self, ids: &mut Sequence, community: Uuid, owner: (Kind, Uuid), wanted: Vec<M>, reuse: bool) -> Settled {
        let stored = self.stored.take(owner.0, owner.1);
        let told: HashSet<Uuid> = wanted.iter().map(Part::id).collect();
        let (mut kept, spare): (Vec<M>, VecDeque<M>) = stored.into_iter().fold(Default::default(), |(mut kept, mut spare), row| {
            if told.contains(&row.id()) {
                kept.push(row);
            } else {
                spare.push_back(row);
            }
            (kept, spare)
        });
        let mut spare = spare;
        let mut settled = Settled::default();
        for (position, mut row) in wanted.into_iter().enumerate() {
            let given = row.id();
            let found = kept.iter().position(|row| row.id() == given).map(|at| kept.swap_remove(at));
            let before = if found.is_none() && reuse { spare.pop_front() } else { found };
            let id = before.as_ref().map_or_else(|| ids.next(), Part::id);
            row.settle(id, community, owner, i32::try_from(position).unwrap_or(i32::MAX));
            settled.ids.push((given, id));
            match before {
                Some(before) if before == row => {}
                Some(_) => {
                    settled.is_changed = true;
                    self.changed.push(row);
                }
                None => {
                    settled.is_changed = true;
                    self.new.push(row);
                }
            }
        }
        settled.gone = kept.iter().chain(&spare).map(Part::id).collect();
        settled.is_changed |= !settled.gone.is_empty();
        self.gone.extend(&settled.gone);
        settled
    }

    /// Rows nobody settled: their owners are gone. Gives back whose they were.
    pub(super) fn abandon_rest(&mut self) -> Vec<(Kind, Uuid)> {
        let rest: Vec<_> = std::mem::take(&mut self.stored).into_rows().collect();
        self.gone.extend(rest.iter().map(Part::id));
        rest.iter().filter_map(Part::owner).collect()
    }

    /// Removes what is gone.
    pub(super) async fn clear<E>(&mut self, w: &Write, id: E::Column) -> Result<()>
    where
        E: EntityTrait<Model = M>,
    {
        remove::<E>(w, id, &std::mem::take(&mut self.gone)).await
    }

    /// Writes what is new or different.
    pub(super) async fn write<E>(&mut self, w: &Write, id: E::Column) -> Result<()>
    where
        E: EntityTrait<Model = M>,
        M: ModelTrait<Entity = E> + IntoActiveModel<E::ActiveModel>,
    {
        insert::<E>(w, std::mem::take(&mut self.new)).await?;
        overwrite::<E>(w, id, std::mem::take(&mut self.changed)).await
    }
}

/// Takes away rows by identity.
pub(super) async fn remove<E: EntityTrait>(w: &Write, id: E::Column, ids: &[Uuid]) -> Result<()> {
    for some in ids.chunks(500) {
        E::delete_many().filter(id.is_in(some.iter().copied())).exec(w).await?;
    }
    Ok(())
}

/// Adds rows.
pub(super) async fn insert<E>(w: &Write, rows: Vec<E::Model>) -> Result<()>
where
    E: EntityTrait,
    E::Model: IntoActiveModel<E::ActiveModel>,
{
    let mut rows = VecDeque::from(rows);
    while let Some(some) = next_portion(&mut rows) {
        E::insert_many(some.into_iter().map(IntoActiveModel::into_active_model))
            .exec_without_returning(w)
            .await?;
    }
    Ok(())
}

/// Writes rows over those of the same identity.
pub(super) async fn overwrite<E>(w: &Write, id: E::Column, rows: Vec<E::Model>) -> Result<()>
where
    E: EntityTrait,
    E::Model: IntoActiveModel<E::ActiveModel>,
{
    let others: Vec<_> = E::Column::iter().filter(|column| column.as_str() != id.as_str()).collect();
    let mut rows = VecDeque::from(rows);
    while let Some(some) = next_portion(&mut rows) {
        let written = OnConflict::column(id).update_columns(others.iter().copied()).to_owned();
        E::insert_many(some.into_iter().map(IntoActiveModel::into_active_model))
            .on_conflict(written)
            .exec_without_returning(w)
            .await?;
    }
    Ok(())
}

/// The next rows for one statement: 256 and its halves, so that the database keeps few prepared statements, and no
/// statement has more parameters than SQLite takes.
fn next_portion<T>(rows: &mut VecDeque<T>) -> Option<Vec<T>> {
    let size = match rows.len() {
        0 => return None,
        256.. => 256,
        len => 1 << len.ilog2(),
    };
    Some(rows.drain(..size).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Phone;
    use crate::store::write::Blank;
    use proptest::prelude::*;

    const OWNER: (Kind, Uuid) = (Kind::Service, Uuid::from_u128(7));

    fn phones(numbers: &[u8]) -> Vec<Phone> {
        numbers
            .iter()
            .map(|number| Phone {
                number: number.to_string(),
                ..Phone::blank()
            })
            .collect()
    }

    /// What the table would hold afterwards.
    fn apply(stored: &[Phone], sync: &Sync<Phone>) -> Vec<Phone> {
        let kept = stored
            .iter()
            .filter(|row| !sync.gone.contains(&row.id) && !sync.changed.iter().any(|changed| changed.id == row.id));
        let mut after: Vec<_> = kept.chain(&sync.changed).chain(&sync.new).cloned().collect();
        after.sort_by_key(|row| row.position);
        after
    }

    proptest! {
        #[test]
        fn the_table_holds_what_was_told_and_a_second_telling_changes_nothing(first in prop::collection::vec(0u8..5, 0..6), second in prop::collection::vec(0u8..5, 0..6)) {
            let mut ids = Sequence(1);
            let mut sync = Sync::of(Vec::new());
            sync.settle(&mut ids, Uuid::nil(), OWNER, phones(&first), true);
            let stored = apply(&[], &sync);
            let mut sync = Sync::of(stored.clone());
            let settled = sync.settle(&mut ids, Uuid::nil(), OWNER, phones(&second), true);
            let after = apply(&stored, &sync);
            let numbers: Vec<_> = after.iter().map(|row| row.number.clone()).collect();
            prop_assert_eq!(&numbers, &second.iter().map(u8::to_string).collect::<Vec<_>>());
            prop_assert_eq!(settled.is_changed, first != second);
            let mut again = Sync::of(after.clone());
            let settled = again.settle(&mut ids, Uuid::nil(), OWNER, phones(&second), true);
            prop_assert!(!settled.is_changed && again.new.is_empty() && again.changed.is_empty() && again.gone.is_empty());
            let distinct: HashSet<_> = after.iter().map(|row| row.id).collect();
            prop_assert_eq!(distinct.len(), after.len());
        }

        #[test]
        fn portions_are_few_and_lose_nothing(len in 0usize..2000) {
            let mut rows: VecDeque<_> = (0..len).collect();
            let mut seen = Vec::new();
            while let Some(some) = next_portion(&mut rows) {
                prop_assert!(some.len().is_power_of_two() && some.len() <= 256);
                seen.extend(some);
            }
            prop_assert_eq!(seen, (0..len).collect::<Vec<_>>());
        }
    }

    #[test]
    fn identities_of_one_write_follow_one_another_and_stay_of_version_seven() {
        let mut ids = Sequence(Uuid::try_parse("0198c0de-0000-7000-bfff-ffffffffffff").unwrap().as_u128());
        let (a, b) = (ids.next(), ids.next());
        assert_eq!((a.get_version_num(), b.get_version_num()), (7, 7));
        assert_eq!(b.to_string(), "0198c0de-0000-7000-8000-000000000000");
    }
}
