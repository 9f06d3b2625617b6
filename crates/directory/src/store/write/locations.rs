//! Putting places.
use super::inputs::LocationInput;
use super::main_row::put;
use super::plan::Plan;
use super::touch::{Dependents, touch};
use super::{Change, Outcome};
use crate::model::{Address, Location, OpenPlace, PostalAddress, address, location};
use crate::store::parts::Owners;
use kolo_platform::{Result, Write};
use sea_orm::ActiveValue::Set;
use sea_orm::TryIntoModel;
use sea_orm::prelude::DateTimeUtc;
use uuid::Uuid;

/// Puts places with their parts; their organizations must be there.
pub async fn put_locations(w: &Write, verb: &'static str, community: Uuid, told: Vec<LocationInput>) -> Result<Vec<Outcome>> {
    let told = told.into_iter().map(rows).collect::<Result<Vec<_>>>()?;
    let owners = |locations| Owners {
        locations,
        ..Owners::default()
    };
    let outcomes = put(
        w,
        verb,
        Some(community),
        told,
        owners,
        |plan: &mut Plan, owner, (told, addresses): (LocationInput, Vec<Address>)| {
            plan.addresses(owner, addresses);
            plan.accessibility(owner, told.accessibility);
            plan.phones(owner, told.phones);
            plan.contacts(owner, told.contacts);
            plan.schedules(owner, told.schedules);
            plan.languages(owner, told.languages);
            plan.said(told.terms, told.history);
        },
    )
    .await?;
    let changed: Vec<_> = outcomes
        .iter()
        .filter(|outcome| matches!(outcome.change, Change::Changed(_)))
        .map(|outcome| outcome.id)
        .collect();
    touch(w, Dependents::Locations, &changed).await?;
    Ok(outcomes)
}

/// The row of a place and those of its addresses. Only here are whereabouts written.
fn rows(mut told: LocationInput) -> Result<(Location, (LocationInput, Vec<Address>))> {
    let OpenPlace {
        point,
        addresses,
        transportation,
        url,
        external_identifier,
        external_identifier_type,
    } = std::mem::take(&mut told.place);
    let row = location::ActiveModel {
        id: Set(told.id),
        community_id: Set(Uuid::nil()),
        organization_id: Set(told.organization_id),
        location_type: Set(told.location_type),
        name: Set(std::mem::take(&mut told.name)),
        name_folded: Set(String::new()),
        alternate_name: Set(std::mem::take(&mut told.alternate_name)),
        description: Set(std::mem::take(&mut told.description)),
        is_confidential: Set(told.is_confidential),
        latitude: Set(point.map(|point| point.latitude)),
        longitude: Set(point.map(|point| point.longitude)),
        transportation: Set(transportation),
        url: Set(url),
        external_identifier: Set(external_identifier),
        external_identifier_type: Set(external_identifier_type),
        hours: Set(told.hours),
        status: Set(told.status),
        verified_on: Set(told.verified_on),
        is_sample: Set(told.is_sample),
        version: Set(told.version),
        main_lang: Set(told.main_lang),
        source: Set(told.source.take()),
        source_id: Set(told.source_id.take()),
        created_at: Set(DateTimeUtc::default()),
        updated_at: Set(DateTimeUtc::default()),
    };
    let addresses = addresses.into_iter().map(address_row).collect::<Result<_>>()?;
    Ok((row.try_into_model()?, (told, addresses)))
}

fn address_row(told: PostalAddress) -> Result<Address> {
    let row = address::ActiveModel {
        id: Set(told.id),
        community_id: Set(Uuid::nil()),
        location_id: Set(Uuid::nil()),
        attention: Set(told.attention),
        address_1: Set(told.address_1),
        address_2: Set(told.address_2),
        city: Set(told.city),
        region: Set(told.region),
        state_province: Set(told.state_province),
        postal_code: Set(told.postal_code),
        country: Set(told.country),
        address_type: Set(told.address_type),
        position: Set(0),
    };
    Ok(row.try_into_model()?)
}
