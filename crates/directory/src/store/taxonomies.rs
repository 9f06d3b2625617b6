//! Vocabularies, their terms, and what is said of records with them.
use super::ask::{AT_ONCE, among, by_id, each_once, how_many};
use super::parts;
use super::records::{Ids, TaxonomyRecord, Term, TermFilter, TermRecord};
use crate::model::{Metadata, Taxonomy, TaxonomyTerm, metadata, taxonomy, taxonomy_term};
use kolo_platform::Result;
use sea_orm::entity::prelude::*;
use sea_orm::{Condition, QueryOrder, QuerySelect};
use std::collections::HashMap;
use std::sync::Arc;

/// Every vocabulary these communities use with its terms: our own first, then imported ones by identity.
pub async fn taxonomies(db: &impl ConnectionTrait, communities: &[Uuid]) -> Result<Vec<TaxonomyRecord>> {
    let rows = taxonomy::Entity::find()
        .filter(of_all_or(taxonomy::Column::CommunityId, communities))
        .order_by_asc(taxonomy::Column::Id)
        .all(db)
        .await?;
    with_terms(db, rows).await
}

/// One of our own vocabularies: `situations` or `help`.
pub async fn vocabulary(db: &impl ConnectionTrait, key: &str) -> Result<Option<TaxonomyRecord>> {
    let rows = taxonomy::Entity::find().filter(taxonomy::Column::Key.eq(key)).all(db).await?;
    Ok(with_terms(db, rows).await?.pop())
}

/// All our own vocabularies.
pub async fn vocabularies(db: &impl ConnectionTrait) -> Result<Vec<TaxonomyRecord>> {
    let rows = taxonomy::Entity::find()
        .filter(taxonomy::Column::CommunityId.is_null())
        .order_by_asc(taxonomy::Column::Id)
        .all(db)
        .await?;
    with_terms(db, rows).await
}

async fn with_terms(db: &impl ConnectionTrait, mut taxonomies: Vec<Taxonomy>) -> Result<Vec<TaxonomyRecord>> {
    taxonomies.sort_by_key(|taxonomy| taxonomy.community_id.is_some());
    let ids: Vec<_> = taxonomies.iter().map(|taxonomy| taxonomy.id).collect();
    let mut terms: HashMap<Uuid, Vec<Arc<TaxonomyTerm>>> = HashMap::new();
    if !ids.is_empty() {
        let rows = taxonomy_term::Entity::find()
            .filter(among(taxonomy_term::Column::TaxonomyId, &ids))
            .order_by_asc(taxonomy_term::Column::Position)
            .order_by_asc(taxonomy_term::Column::Id)
            .all(db)
            .await?;
        for term in rows {
            terms.entry(term.taxonomy_id).or_default().push(Arc::new(term));
        }
    }
    let records = taxonomies.into_iter().map(|taxonomy| TaxonomyRecord {
        terms: terms.remove(&taxonomy.id).unwrap_or_default(),
        taxonomy: Arc::new(taxonomy),
    });
    Ok(records.collect())
}

/// These terms, in the order of `ids`.
pub async fn terms(db: &impl ConnectionTrait, communities: &[Uuid], ids: &[Uuid]) -> Result<Vec<TermRecord>> {
    let mut records = Vec::with_capacity(ids.len());
    for some in ids.chunks(AT_ONCE) {
        let rows = taxonomy_term::Entity::find()
            .filter(among(taxonomy_term::Column::Id, some))
            .filter(of_all_or(taxonomy_term::Column::CommunityId, communities))
            .all(db)
            .await?;
        let parents = each_once(rows.iter().filter_map(|row| row.parent_id));
        let parents: HashMap<_, _> = by_id::<taxonomy_term::Entity>(db, taxonomy_term::Column::Id, &parents)
            .await?
            .into_iter()
            .map(|row| (row.id, Arc::new(row)))
            .collect();
        let taxonomies = each_once(rows.iter().map(|row| row.taxonomy_id));
        let taxonomies: HashMap<_, _> = by_id::<taxonomy::Entity>(db, taxonomy::Column::Id, &taxonomies)
            .await?
            .into_iter()
            .map(|row| (row.id, Arc::new(row)))
            .collect();
        let mut found: HashMap<_, _> = rows
            .into_iter()
            .filter_map(|term| {
                let taxonomy = Arc::clone(taxonomies.get(&term.taxonomy_id)?);
                let parent = term.parent_id.and_then(|id| parents.get(&id)).cloned();
                Some((
                    term.id,
                    TermRecord {
                        term: Arc::new(term),
                        taxonomy,
                        parent,
                    },
                ))
            })
            .collect();
        records.extend(some.iter().filter_map(|id| found.remove(id)));
    }
    Ok(records)
}

/// One page of the terms a filter lets through, vocabulary by vocabulary, in their order there.
pub async fn terms_page(db: &impl ConnectionTrait, communities: &[Uuid], filter: &TermFilter, offset: u64, limit: u64) -> Result<Ids> {
    use taxonomy_term::Column;
    let mut select = taxonomy_term::Entity::find().filter(of_all_or(Column::CommunityId, communities));
    if let Some(taxonomy) = filter.taxonomy {
        select = select.filter(Column::TaxonomyId.eq(taxonomy));
    }
    if let Some(parent) = filter.parent {
        select = select.filter(Column::ParentId.eq(parent));
    }
    if filter.top_only {
        select = select.filter(Column::ParentId.is_null());
    }
    let total = how_many(select.clone(), Column::Id, db).await?;
    let page = select
        .order_by_asc(Column::TaxonomyId)
        .order_by_asc(Column::Position)
        .order_by_asc(Column::Id)
        .offset(offset)
        .limit(limit);
    let ids = page.select_only().column(Column::Id).into_tuple::<Uuid>().all(db).await?;
    Ok(Ids { ids, total })
}

/// What is said of any objects in terms and values, by the object's id; for parts that carry attributes of their own.
pub async fn terms_of(db: &impl ConnectionTrait, ids: &[Uuid]) -> Result<HashMap<Uuid, Vec<Term>>> {
    let mut found: HashMap<Uuid, Vec<Term>> = HashMap::new();
    for some in ids.chunks(AT_ONCE * 5) {
        for term in parts::terms(db, some).await?.into_rows() {
            found.entry(term.attribute.link_id).or_default().push(term);
        }
    }
    Ok(found)
}

/// The histories that came with imported records, by the record's id, oldest first.
pub async fn histories_of(db: &impl ConnectionTrait, ids: &[Uuid]) -> Result<HashMap<Uuid, Vec<Metadata>>> {
    let mut found: HashMap<Uuid, Vec<Metadata>> = HashMap::new();
    for some in ids.chunks(AT_ONCE * 5) {
        let rows = metadata::Entity::find()
            .filter(among(metadata::Column::ResourceId, some))
            .order_by_asc(metadata::Column::LastActionOn)
            .order_by_asc(metadata::Column::Id)
            .all(db)
            .await?;
        for row in rows {
            found.entry(row.resource_id).or_default().push(row);
        }
    }
    Ok(found)
}

/// Shared by every community, or of one of these.
fn of_all_or<C: ColumnTrait>(community: C, communities: &[Uuid]) -> Condition {
    Condition::any().add(community.is_null()).add(among(community, communities))
}
