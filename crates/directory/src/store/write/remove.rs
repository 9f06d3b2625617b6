//! Removing records. They are really gone; the change feed keeps a tombstone.
use super::touch::{Dependents, touch};
use crate::model::{Kind, address, attribute, location, metadata, organization, program, service, service_at_location};
use crate::rules;
use crate::store::ask::{among, parts_of};
use crate::store::parts::{Owners, Rows};
use kolo_platform::{Error, Result, Trace, Write};
use kolo_words::Ref;
use sea_orm::entity::prelude::*;
use sea_orm::{PaginatorTrait, QuerySelect, Select};

/// Removes services of a community with everything that belongs to them.
pub async fn remove_services(w: &Write, verb: &'static str, community: Uuid, ids: &[Uuid]) -> Result<()> {
    for some in ids.chunks(200) {
        let select = service::Entity::find()
            .filter(service::Column::CommunityId.eq(community))
            .filter(among(service::Column::Id, some));
        all_found(select, service::Column::Id, w, some).await?;
        let visits = parts_of::<service_at_location::Entity>(w, &[(service_at_location::Column::ServiceId, some)]).await?;
        let owners = Owners {
            services: some.to_vec(),
            ats: visits.iter().map(|visit| visit.id).collect(),
            ..Owners::default()
        };
        forget_what_was_said(w, &owners, Vec::new()).await?;
        service::Entity::delete_many()
            .filter(among(service::Column::Id, some))
            .exec(w)
            .await?;
        gone(w, verb, community, Kind::Service, some);
    }
    Ok(())
}

/// Removes places of a community; services given there stay and are given elsewhere.
pub async fn remove_locations(w: &Write, verb: &'static str, community: Uuid, ids: &[Uuid]) -> Result<()> {
    for some in ids.chunks(200) {
        let select = location::Entity::find()
            .filter(location::Column::CommunityId.eq(community))
            .filter(among(location::Column::Id, some));
        all_found(select, location::Column::Id, w, some).await?;
        touch(w, Dependents::Locations, some).await?;
        let visits = parts_of::<service_at_location::Entity>(w, &[(service_at_location::Column::LocationId, some)]).await?;
        let addresses = parts_of::<address::Entity>(w, &[(address::Column::LocationId, some)]).await?;
        let owners = Owners {
            locations: some.to_vec(),
            ats: visits.iter().map(|visit| visit.id).collect(),
            ..Owners::default()
        };
        forget_what_was_said(w, &owners, addresses.iter().map(|address| address.id).collect()).await?;
        location::Entity::delete_many()
            .filter(among(location::Column::Id, some))
            .exec(w)
            .await?;
        gone(w, verb, community, Kind::Location, some);
    }
    Ok(())
}

/// Removes programs of a community; their services stay without one.
pub async fn remove_programs(w: &Write, verb: &'static str, community: Uuid, ids: &[Uuid]) -> Result<()> {
    for some in ids.chunks(200) {
        let select = program::Entity::find()
            .filter(program::Column::CommunityId.eq(community))
            .filter(among(program::Column::Id, some));
        all_found(select, program::Column::Id, w, some).await?;
        touch(w, Dependents::Programs, some).await?;
        forget_what_was_said(
            w,
            &Owners {
                others: some.to_vec(),
                ..Owners::default()
            },
            Vec::new(),
        )
        .await?;
        program::Entity::delete_many()
            .filter(among(program::Column::Id, some))
            .exec(w)
            .await?;
        gone(w, verb, community, Kind::Program, some);
    }
    Ok(())
}

/// Removes organizations of a community. Those that still have services or programs are refused; their places stay.
pub async fn remove_organizations(w: &Write, verb: &'static str, community: Uuid, ids: &[Uuid]) -> Result<()> {
    for some in ids.chunks(200) {
        let select = organization::Entity::find()
            .filter(organization::Column::CommunityId.eq(community))
            .filter(among(organization::Column::Id, some));
        all_found(select, organization::Column::Id, w, some).await?;
        let services = service::Entity::find()
            .filter(among(service::Column::OrganizationId, some))
            .count(w)
            .await?;
        let programs = program::Entity::find()
            .filter(among(program::Column::OrganizationId, some))
            .count(w)
            .await?;
        rules::may_remove_organization(services, programs)?;
        forget_what_was_said(
            w,
            &Owners {
                organizations: some.to_vec(),
                ..Owners::default()
            },
            Vec::new(),
        )
        .await?;
        organization::Entity::delete_many()
            .filter(among(organization::Column::Id, some))
            .exec(w)
            .await?;
        gone(w, verb, community, Kind::Organization, some);
    }
    Ok(())
}

/// A record of another community cannot be told from one that does not exist.
async fn all_found<E: EntityTrait>(select: Select<E>, id: E::Column, w: &Write, ids: &[Uuid]) -> Result<()> {
    let found: Vec<Uuid> = select.select_only().column(id).into_tuple().all(w).await?;
    if ids.iter().all(|id| found.contains(id)) {
        Ok(())
    } else {
        Err(Error::NotFound)
    }
}

/// No foreign key holds attributes and histories: they go with what they speak of.
async fn forget_what_was_said(w: &Write, owners: &Owners, more: Vec<Uuid>) -> Result<()> {
    let mut about = [
        owners.organizations.as_slice(),
        &owners.services,
        &owners.locations,
        &owners.ats,
        &owners.others,
        &more,
    ]
    .concat();
    about.extend(Rows::of(w, owners).await?.ids());
    for some in about.chunks(2_000) {
        attribute::Entity::delete_many()
            .filter(among(attribute::Column::LinkId, some))
            .exec(w)
            .await?;
        metadata::Entity::delete_many()
            .filter(among(metadata::Column::ResourceId, some))
            .exec(w)
            .await?;
    }
    Ok(())
}

fn gone(w: &Write, verb: &'static str, community: Uuid, kind: Kind, ids: &[Uuid]) {
    for id in ids {
        w.trace(Trace::of(verb, Some(community), Ref::new(kind.code(), *id)).removed());
    }
}
