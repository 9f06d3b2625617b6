//! Walking the chains of the audit log, and their seals.
use crate::model::audit_seal;
use crate::rules::{Damage, Walk};
use kolo_platform::secrets::Keys;
use kolo_platform::trace::audit_entry;
use kolo_platform::{Result, Write};
use sea_orm::ActiveValue::Set;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::OnConflict;
use sea_orm::{QueryOrder, QuerySelect};
use std::collections::BTreeSet;
use uuid::Uuid;

/// How many entries are read at once; memory stays flat however long the chain is.
const AT_ONCE: u64 = 2_000;

/// Every chain there is or ever was sealed.
pub(crate) async fn chains(db: &impl ConnectionTrait) -> Result<BTreeSet<Uuid>> {
    let written = audit_entry::Entity::find()
        .select_only()
        .column(audit_entry::Column::Chain)
        .distinct()
        .into_tuple::<Uuid>()
        .all(db)
        .await?;
    let sealed = audit_seal::Entity::find()
        .select_only()
        .column(audit_seal::Column::Chain)
        .distinct()
        .into_tuple::<Uuid>()
        .all(db)
        .await?;
    Ok(written.into_iter().chain(sealed).collect())
}

/// Number and hash of the last entry.
async fn head(db: &impl ConnectionTrait, chain: Uuid) -> Result<Option<(i64, String)>> {
    let newest = audit_entry::Entity::find()
        .filter(audit_entry::Column::Chain.eq(chain))
        .order_by_desc(audit_entry::Column::Number);
    Ok(newest.one(db).await?.map(|entry| (entry.number, entry.hash)))
}

/// A walk that begins `count` entries before the end and believes the entry it begins at.
pub(crate) async fn recent(db: &impl ConnectionTrait, chain: Uuid, count: i64) -> Result<Walk> {
    let Some((newest, _)) = head(db, chain).await? else {
        return Ok(Walk::begin());
    };
    let entry = match newest - count {
        before if before > 0 => audit_entry::Entity::find_by_id((chain, before)).one(db).await?,
        _ => None,
    };
    // When just that entry is missing, the whole chain is walked and the gap is found.
    Ok(entry.map_or_else(Walk::begin, |entry| Walk::at(entry.number, entry.hash)))
}

/// Whether anything but sealing happened after this entry; otherwise every seal would be a reason for the next one.
pub(crate) async fn has_news(db: &impl ConnectionTrait, chain: Uuid, after: i64) -> Result<bool> {
    let news = audit_entry::Entity::find()
        .filter(audit_entry::Column::Chain.eq(chain))
        .filter(audit_entry::Column::Number.gt(after))
        .filter(audit_entry::Column::Verb.ne(crate::rules::SEALED));
    Ok(news.one(db).await?.is_some())
}

/// The latest seal of a chain.
pub(crate) async fn last_seal(db: &impl ConnectionTrait, chain: Uuid) -> Result<Option<audit_seal::Model>> {
    let newest = audit_seal::Entity::find()
        .filter(audit_seal::Column::Chain.eq(chain))
        .order_by_desc(audit_seal::Column::Number);
    Ok(newest.one(db).await?)
}

/// Seals the entry a walk came to.
pub(crate) async fn insert_seal(w: &Write, chain: Uuid, walk: &Walk) -> Result<()> {
    let text = audit_seal::Model::sealed_text(chain, walk.number, &walk.hash, w.now);
    let row = audit_seal::ActiveModel {
        chain: Set(chain),
        number: Set(walk.number),
        hash: Set(walk.hash.clone()),
        sealed_at: Set(w.now),
        mac: Set(w.app().keys().hash(SEAL, &text)),
    };
    // Another server may have sealed the same entry a moment ago.
    let twice = OnConflict::columns([audit_seal::Column::Chain, audit_seal::Column::Number])
        .do_nothing()
        .to_owned();
    audit_seal::Entity::insert(row).on_conflict(twice).exec_without_returning(w).await?;
    Ok(())
}

const SEAL: &str = "audit.seal";

fn is_genuine(keys: &Keys, seal: &audit_seal::Model) -> bool {
    keys.hash(
        SEAL,
        &audit_seal::Model::sealed_text(seal.chain, seal.number, &seal.hash, seal.sealed_at),
    ) == seal.mac
}

/// Walks on to the end of the chain; returns how far it got and what stopped it.
pub(crate) async fn verify(db: &impl ConnectionTrait, keys: &Keys, chain: Uuid, mut walk: Walk) -> Result<(Walk, Option<Damage>)> {
    let seals = audit_seal::Entity::find()
        .filter(audit_seal::Column::Chain.eq(chain))
        .filter(audit_seal::Column::Number.gt(walk.number));
    let mut seals = seals.order_by_asc(audit_seal::Column::Number).all(db).await?.into_iter().peekable();
    loop {
        let entries = audit_entry::Entity::find()
            .filter(audit_entry::Column::Chain.eq(chain))
            .filter(audit_entry::Column::Number.gt(walk.number))
            .order_by_asc(audit_entry::Column::Number)
            .limit(AT_ONCE);
        let entries = entries.all(db).await?;
        for entry in &entries {
            if let Err(damage) = walk.step(entry) {
                return Ok((walk, Some(damage)));
            }
            if let Some(seal) = seals.next_if(|seal| seal.number == entry.number)
                && let Err(damage) = walk.meet_seal(&seal.hash, is_genuine(keys, &seal))
            {
                return Ok((walk, Some(damage)));
            }
        }
        if entries.is_empty() {
            // What was sealed was there: entries at the end were taken away.
            let damage = seals.peek().map(|_| Damage::Missing(walk.number + 1));
            return Ok((walk, damage));
        }
    }
}
