//! Putting vocabularies and their terms.
use super::main_row::put;
use super::organizations::renamed;
use super::touch::{Dependents, touch};
use super::{Change, Outcome};
use crate::model::{Taxonomy, TaxonomyTerm};
use crate::store::parts::Owners;
use kolo_platform::{Result, Write};
use std::collections::{HashMap, HashSet};
use uuid::Uuid;

/// Puts vocabularies: of a community, or of the house when there is none.
pub async fn put_taxonomies(w: &Write, verb: &'static str, community: Option<Uuid>, told: Vec<Taxonomy>) -> Result<Vec<Outcome>> {
    let told = told.into_iter().map(|taxonomy| (taxonomy, ())).collect();
    put(w, verb, community, told, |_| Owners::default(), |_, _, ()| ()).await
}

/// Puts terms; their vocabularies must be there, and so must broader terms that are not in the same list.
pub async fn put_terms(w: &Write, verb: &'static str, community: Option<Uuid>, told: Vec<TaxonomyTerm>) -> Result<Vec<Outcome>> {
    let given: Vec<Uuid> = told.iter().map(|term| term.id).collect();
    let sorted = broader_first(told).into_iter().map(|term| (term, ())).collect::<Vec<_>>();
    let order: Vec<Uuid> = sorted.iter().map(|(term, ())| term.id).collect();
    let outcomes = put(w, verb, community, sorted, |_| Owners::default(), |_, _, ()| ()).await?;
    touch(w, Dependents::Terms, &renamed(&outcomes)).await?;
    Ok(in_order(&given, &order, outcomes))
}

/// Broader terms before narrower ones, otherwise as told; a circle is cut where it was told first.
fn broader_first(told: Vec<TaxonomyTerm>) -> Vec<TaxonomyTerm> {
    let parents: HashMap<Uuid, Option<Uuid>> = told
        .iter()
        .filter(|term| !term.id.is_nil())
        .map(|term| (term.id, term.parent_id))
        .collect();
    let depth = |term: &TaxonomyTerm| {
        let (mut seen, mut at) = (HashSet::new(), term.parent_id);
        while let Some(id) = at.filter(|id| seen.insert(*id)) {
            at = parents.get(&id).copied().flatten();
        }
        seen.len()
    };
    let mut sorted: Vec<_> = told.into_iter().map(|term| (depth(&term), term)).collect();
    sorted.sort_by_key(|(depth, _)| *depth);
    sorted.into_iter().map(|(_, term)| term).collect()
}

/// The outcomes in the order in which the terms were told.
fn in_order(given: &[Uuid], sorted: &[Uuid], outcomes: Vec<Outcome>) -> Vec<Outcome> {
    let mut by_told: HashMap<Uuid, std::collections::VecDeque<Outcome>> = HashMap::new();
    for (id, outcome) in sorted.iter().zip(outcomes) {
        by_told.entry(*id).or_default().push_back(outcome);
    }
    let same = |id: &Uuid| Outcome {
        id: *id,
        change: Change::Same,
    };
    given
        .iter()
        .map(|id| {
            by_told
                .get_mut(id)
                .and_then(std::collections::VecDeque::pop_front)
                .unwrap_or_else(|| same(id))
        })
        .collect()
}
