//! Putting services.
use super::inputs::ServiceInput;
use super::main_row::put;
use super::plan::{Owner, Plan};
use super::sync::{Sequence, insert, overwrite};
use super::{Blank, Outcome};
use crate::model::{Service, ServiceCapacity, Unit, unit};
use crate::store::CapacityRecord;
use crate::store::parts::Owners;
use kolo_platform::{Result, Write};
use sea_orm::entity::prelude::*;

/// Puts services with their parts; their organizations, programs and places must be there. `verb` names the act in the
/// audit: `directory.import`.
pub async fn put_services(w: &Write, verb: &'static str, community: Uuid, told: Vec<ServiceInput>) -> Result<Vec<Outcome>> {
    let units = units(w, community, &told).await?;
    let now = w.now;
    let told = told
        .into_iter()
        .map(|mut parts| {
            let capacities = std::mem::take(&mut parts.capacities)
                .into_iter()
                .map(|told| counted(told, &units))
                .collect();
            let service = std::mem::replace(&mut parts.service, Service::blank());
            (service, Told { parts, capacities, now })
        })
        .collect();
    put(
        w,
        verb,
        Some(community),
        told,
        |services| Owners {
            services,
            ..Owners::default()
        },
        settle,
    )
    .await
}

struct Told {
    parts: ServiceInput,
    capacities: Vec<ServiceCapacity>,
    now: DateTimeUtc,
}

fn settle(plan: &mut Plan, owner: Owner, told: Told) {
    let Told { parts, capacities, now } = told;
    plan.visits(owner, parts.places);
    plan.phones(owner, parts.phones);
    plan.contacts(owner, parts.contacts);
    plan.schedules(owner, parts.schedules);
    plan.languages(owner, parts.languages);
    plan.cost_options(owner, parts.cost_options);
    plan.required_documents(owner, parts.required_documents);
    plan.funding(owner, parts.funding);
    plan.capacities(owner, capacities, now);
    plan.areas(owner, parts.areas);
    plan.urls(owner, parts.urls);
    plan.ways(owner, parts.ways);
    plan.said(parts.terms, parts.history);
}

fn counted(told: CapacityRecord, units: &[Unit]) -> ServiceCapacity {
    let unit = find(units, &told.unit).unwrap_or_else(|| unreachable!("because every unit that was told was put just before"));
    ServiceCapacity {
        unit_id: unit.id,
        ..told.capacity
    }
}

/// The units of the community, with those that are told here put among them. There are few.
async fn units(w: &Write, community: Uuid, told: &[ServiceInput]) -> Result<Vec<Unit>> {
    if told.iter().all(|told| told.capacities.is_empty()) {
        return Ok(Vec::new());
    }
    let mut units = unit::Entity::find().filter(unit::Column::CommunityId.eq(community)).all(w).await?;
    let mut ids = Sequence::new(w);
    for told in told.iter().flat_map(|told| &told.capacities).map(|told| told.unit.as_ref()) {
        let found = find(&units, told);
        let wanted = Unit {
            id: found.map_or_else(|| ids.next(), |unit| unit.id),
            community_id: community,
            ..told.clone()
        };
        match found {
            Some(unit) if *unit == wanted => {}
            Some(_) => {
                overwrite::<unit::Entity>(w, unit::Column::Id, vec![wanted.clone()]).await?;
                units.retain(|unit| unit.id != wanted.id);
                units.push(wanted);
            }
            None => {
                insert::<unit::Entity>(w, vec![wanted.clone()]).await?;
                units.push(wanted);
            }
        }
    }
    Ok(units)
}

/// The unit of the same origin; without one, of the same name and code.
fn find<'a>(units: &'a [Unit], told: &Unit) -> Option<&'a Unit> {
    units.iter().find(|unit| match (&told.source, &told.source_id) {
        (Some(_), Some(_)) => (&unit.source, &unit.source_id) == (&told.source, &told.source_id),
        _ => unit.source.is_none() && (&unit.name, &unit.scheme, &unit.identifier) == (&told.name, &told.scheme, &told.identifier),
    })
}
