//! Writing whole records, many at once: for import, for the demo and for the forms of editors.
//!
//! A record is found again by its identity, or by where it came from; what did not change is not written, and a record
//! that did not change keeps its version and its time. Parts are told in full: what is not told any more is removed.
//! Every record that changed leaves a trace with the names of its fields.
mod blank;
mod inputs;
mod locations;
mod main_row;
mod organizations;
mod own;
mod plan;
mod remove;
mod services;
mod sync;
mod taxonomies;
mod touch;

pub use blank::Blank;
pub use inputs::{LocationInput, OrganizationInput, ProgramInput, ServiceInput, VisitInput};
pub use locations::put_locations;
pub use organizations::{put_organizations, put_programs};
pub(crate) use own::{add_report, count_zero_result, decide_report};
pub use remove::{remove_locations, remove_organizations, remove_programs, remove_services};
pub use services::put_services;
pub use taxonomies::{put_taxonomies, put_terms};

use super::ask::among;
use crate::model::{Kind, Words, location, organization, program, service, service_at_location, taxonomy, taxonomy_term, unit};
use kolo_platform::Result;
use kolo_words::Lang;
use sea_orm::entity::prelude::*;
use sea_orm::{QuerySelect, Select};
use std::collections::HashMap;

/// What became of a record that was put.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcome {
    pub id: Uuid,
    pub change: Change,
}

/// How a record differs from what was there before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// It was not there.
    Added,
    /// These fields or kinds of parts are different.
    Changed(Vec<&'static str>),
    /// Nothing was written.
    Same,
}

/// The identities of records that came from somewhere, by their identity there.
pub async fn ids_by_origin(
    db: &impl ConnectionTrait,
    community: Uuid,
    kind: Kind,
    source: &str,
    source_ids: &[String],
) -> Result<HashMap<String, Uuid>> {
    macro_rules! of {
        ($table:ident) => {{
            use $table::Column as C;
            let select = $table::Entity::find().filter(C::CommunityId.eq(community));
            by_origin(db, select, C::Id, C::Source, C::SourceId, source, source_ids).await
        }};
    }
    match kind {
        Kind::Organization => of!(organization),
        Kind::Program => of!(program),
        Kind::Service => of!(service),
        Kind::Location => of!(location),
        Kind::ServiceAtLocation => of!(service_at_location),
        Kind::Taxonomy => of!(taxonomy),
        Kind::TaxonomyTerm => of!(taxonomy_term),
        Kind::Unit => of!(unit),
        // Parts have no origin of their own.
        _ => Ok(HashMap::new()),
    }
}

async fn by_origin<E: EntityTrait>(
    db: &impl ConnectionTrait,
    select: Select<E>,
    id: E::Column,
    from: E::Column,
    from_id: E::Column,
    source: &str,
    source_ids: &[String],
) -> Result<HashMap<String, Uuid>> {
    let mut found = HashMap::with_capacity(source_ids.len());
    for some in source_ids.chunks(500) {
        let rows = select
            .clone()
            .filter(from.eq(source))
            .filter(from_id.is_in(some))
            .select_only()
            .columns([from_id, id]);
        found.extend(rows.into_tuple::<(String, Uuid)>().all(db).await?);
    }
    Ok(found)
}

/// Which of these identities are taken in a community.
pub async fn known_ids(db: &impl ConnectionTrait, community: Uuid, kind: Kind, ids: &[Uuid]) -> Result<Vec<Uuid>> {
    macro_rules! of {
        ($table:ident) => {{
            use $table::Column as C;
            let select = $table::Entity::find()
                .filter(C::CommunityId.eq(community))
                .filter(among(C::Id, ids));
            Ok(select.select_only().column(C::Id).into_tuple().all(db).await?)
        }};
    }
    match kind {
        Kind::Organization => of!(organization),
        Kind::Program => of!(program),
        Kind::Service => of!(service),
        Kind::Location => of!(location),
        Kind::ServiceAtLocation => of!(service_at_location),
        _ => Ok(Vec::new()),
    }
}

/// What a name is sorted by and found under: folded, without the quotation marks it may begin with.
pub(super) fn sorted_as(name: &Words, lang: Lang) -> String {
    let folded = name.folded(lang);
    let bare = folded.trim_start_matches(|c: char| !c.is_alphanumeric());
    if bare.is_empty() { folded } else { bare.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_sorted_without_its_quotation_marks() {
        assert_eq!(sorted_as(&Words::one(Lang::Uk, "«Ґанок»"), Lang::Uk), "ґанок»");
        assert_eq!(sorted_as(&Words::one(Lang::Ru, "Ёлка"), Lang::Ru), "елка");
        assert_eq!(sorted_as(&Words::one(Lang::Ru, "…"), Lang::Ru), kolo_words::fold("…"));
    }
}
