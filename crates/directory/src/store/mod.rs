//! The only files that speak to the database.
//!
//! Reads take the communities first (one, or one with all below it) and answer for visitors: records that are no longer
//! in use are left out, and so are those of an organization that is not. A record with its parts costs one query a
//! relation for the whole list, however long it is.
mod records;

pub use records::*;

use futures_util::Stream;
use kolo_platform::Result;
use sea_orm::prelude::DateTimeUtc;
use sea_orm::{ConnectionTrait, DatabaseConnection};
use std::collections::HashMap;
use std::sync::Arc;
use uuid::Uuid;
use crate::model::Metadata;

/// These services whole, in the order of `ids`; those that are not for visitors or of other communities are left out.
pub async fn services(_db: &impl ConnectionTrait, _communities: &[Uuid], _ids: &[Uuid]) -> Result<Vec<ServiceRecord>> {
    Ok(Vec::new())
}

/// These services as lines of a list, in the order of `ids`: four queries.
pub async fn service_lines(_db: &impl ConnectionTrait, _communities: &[Uuid], _ids: &[Uuid]) -> Result<Vec<ServiceLine>> {
    Ok(Vec::new())
}

/// One page of the services a filter lets through.
pub async fn services_page(_db: &impl ConnectionTrait, _communities: &[Uuid], _filter: &ServiceFilter, _offset: u64, _limit: u64) -> Result<Ids> {
    Ok(Ids::default())
}

/// Every service a filter lets through, whole, in chunks of 200 by identity; memory stays flat.
pub fn stream_services(_db: DatabaseConnection, _communities: Vec<Uuid>, _filter: ServiceFilter) -> impl Stream<Item = Result<Vec<ServiceRecord>>> + Send + 'static {
    futures_util::stream::empty()
}

/// These organizations whole, in the order of `ids`.
pub async fn organizations(_db: &impl ConnectionTrait, _communities: &[Uuid], _ids: &[Uuid]) -> Result<Vec<OrganizationRecord>> {
    Ok(Vec::new())
}

/// One page of the organizations a filter lets through.
pub async fn organizations_page(_db: &impl ConnectionTrait, _communities: &[Uuid], _filter: &OrganizationFilter, _offset: u64, _limit: u64) -> Result<Ids> {
    Ok(Ids::default())
}

/// Every organization, whole, in chunks of 200 by identity.
pub fn stream_organizations(_db: DatabaseConnection, _communities: Vec<Uuid>) -> impl Stream<Item = Result<Vec<OrganizationRecord>>> + Send + 'static {
    futures_util::stream::empty()
}

/// These places whole, in the order of `ids`.
pub async fn places(_db: &impl ConnectionTrait, _communities: &[Uuid], _ids: &[Uuid]) -> Result<Vec<Arc<PlaceRecord>>> {
    Ok(Vec::new())
}

/// One page of the places a filter lets through.
pub async fn places_page(_db: &impl ConnectionTrait, _communities: &[Uuid], _filter: &PlaceFilter, _offset: u64, _limit: u64) -> Result<Ids> {
    Ok(Ids::default())
}

/// Every place, whole, in chunks of 200 by identity.
pub fn stream_places(_db: DatabaseConnection, _communities: Vec<Uuid>) -> impl Stream<Item = Result<Vec<Arc<PlaceRecord>>>> + Send + 'static {
    futures_util::stream::empty()
}

/// These services at places, in the order of `ids`.
pub async fn services_at_places(_db: &impl ConnectionTrait, _communities: &[Uuid], _ids: &[Uuid]) -> Result<Vec<ServiceAtLocationRecord>> {
    Ok(Vec::new())
}

/// One page of the services at places a filter lets through.
pub async fn services_at_places_page(_db: &impl ConnectionTrait, _communities: &[Uuid], _filter: &PlaceFilter, _offset: u64, _limit: u64) -> Result<Ids> {
    Ok(Ids::default())
}

/// Every vocabulary these communities use with its terms: our own first, then imported ones.
pub async fn taxonomies(_db: &impl ConnectionTrait, _communities: &[Uuid]) -> Result<Vec<TaxonomyRecord>> {
    Ok(Vec::new())
}

/// One of our own vocabularies: `situations` or `help`.
pub async fn vocabulary(_db: &impl ConnectionTrait, _key: &str) -> Result<Option<TaxonomyRecord>> {
    Ok(None)
}

/// These terms, in the order of `ids`.
pub async fn terms(_db: &impl ConnectionTrait, _communities: &[Uuid], _ids: &[Uuid]) -> Result<Vec<TermRecord>> {
    Ok(Vec::new())
}

/// One page of the terms a filter lets through.
pub async fn terms_page(_db: &impl ConnectionTrait, _communities: &[Uuid], _filter: &TermFilter, _offset: u64, _limit: u64) -> Result<Ids> {
    Ok(Ids::default())
}

/// What is said of any objects in terms and values, by the object's id; for parts that carry attributes of their own.
pub async fn terms_of(_db: &impl ConnectionTrait, _ids: &[Uuid]) -> Result<HashMap<Uuid, Vec<Term>>> {
    Ok(HashMap::new())
}

/// The histories that came with imported records, by the record's id.
pub async fn histories_of(_db: &impl ConnectionTrait, _ids: &[Uuid]) -> Result<HashMap<Uuid, Vec<Metadata>>> {
    Ok(HashMap::new())
}

/// The letters under which services stand in an A-Z list, with how many there are.
pub async fn service_initials(_db: &impl ConnectionTrait, _communities: &[Uuid]) -> Result<Vec<(char, u64)>> {
    Ok(Vec::new())
}

/// The services under one letter (as [`kolo_words::initial`] gives it), sorted as folded; `#` is everything else.
pub async fn services_by_initial(_db: &impl ConnectionTrait, _communities: &[Uuid], _initial: char, _limit: u64) -> Result<Vec<Named>> {
    Ok(Vec::new())
}

/// The letters under which organizations stand, with how many there are.
pub async fn organization_initials(_db: &impl ConnectionTrait, _communities: &[Uuid]) -> Result<Vec<(char, u64)>> {
    Ok(Vec::new())
}

/// The organizations under one letter.
pub async fn organizations_by_initial(_db: &impl ConnectionTrait, _communities: &[Uuid], _initial: char, _limit: u64) -> Result<Vec<Named>> {
    Ok(Vec::new())
}

/// The lines for people in need, whole, by name.
pub async fn hotlines(_db: &impl ConnectionTrait, _communities: &[Uuid]) -> Result<Vec<ServiceRecord>> {
    Ok(Vec::new())
}

/// How many services have each term; a term without a broader one also counts those of the terms below it, each once.
pub async fn counts_by_term(_db: &impl ConnectionTrait, _communities: &[Uuid]) -> Result<HashMap<Uuid, u64>> {
    Ok(HashMap::new())
}

/// The services that changed last, latest first.
pub async fn newest(_db: &impl ConnectionTrait, _communities: &[Uuid], _limit: u64) -> Result<Vec<ServiceLine>> {
    Ok(Vec::new())
}

/// The marks on the map, at most `limit`.
pub async fn places_for_map(_db: &impl ConnectionTrait, _communities: &[Uuid], _limit: u64) -> Result<Vec<MapPlace>> {
    Ok(Vec::new())
}

/// When anything for visitors changed last in these communities.
pub async fn last_change(_db: &impl ConnectionTrait, _communities: &[Uuid]) -> Result<Option<DateTimeUtc>> {
    Ok(None)
}
