//! Putting organizations and programs.
use super::inputs::{OrganizationInput, ProgramInput};
use super::main_row::put;
use super::touch::{Dependents, touch};
use super::{Blank, Change, Outcome};
use crate::model::{Organization, Program};
use crate::store::parts::Owners;
use kolo_platform::{Result, Write};
use uuid::Uuid;

/// Puts organizations with their parts; those above them must be there or come earlier in the same list.
pub async fn put_organizations(w: &Write, verb: &'static str, community: Uuid, told: Vec<OrganizationInput>) -> Result<Vec<Outcome>> {
    let told = told
        .into_iter()
        .map(|mut told| (std::mem::replace(&mut told.organization, Organization::blank()), told))
        .collect();
    let owners = |organizations| Owners {
        organizations,
        ..Owners::default()
    };
    let outcomes = put(w, verb, Some(community), told, owners, |plan, owner, told: OrganizationInput| {
        plan.identifiers(owner, told.identifiers);
        plan.funding(owner, told.funding);
        plan.urls(owner, told.urls);
        plan.phones(owner, told.phones);
        plan.contacts(owner, told.contacts);
        plan.said(told.terms, told.history);
    })
    .await?;
    touch(w, Dependents::Organizations, &renamed(&outcomes)).await?;
    Ok(outcomes)
}

/// Puts programs; their organizations must be there.
pub async fn put_programs(w: &Write, verb: &'static str, community: Uuid, told: Vec<ProgramInput>) -> Result<Vec<Outcome>> {
    let told = told
        .into_iter()
        .map(|mut told| (std::mem::replace(&mut told.program, Program::blank()), told))
        .collect();
    let owners = |others| Owners {
        others,
        ..Owners::default()
    };
    let outcomes = put(w, verb, Some(community), told, owners, |plan, _, told: ProgramInput| {
        plan.said(told.terms, told.history);
    })
    .await?;
    touch(w, Dependents::Programs, &renamed(&outcomes)).await?;
    Ok(outcomes)
}

/// Those whose services show something else now.
pub(super) fn renamed(outcomes: &[Outcome]) -> Vec<Uuid> {
    let shown = |fields: &[&str]| {
        fields
            .iter()
            .any(|field| ["name", "alternate_name", "status", "is_sample"].contains(field))
    };
    outcomes
        .iter()
        .filter(|outcome| matches!(&outcome.change, Change::Changed(fields) if shown(fields)))
        .map(|outcome| outcome.id)
        .collect()
}
