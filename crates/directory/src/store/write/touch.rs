//! Services that show something of another record: when that one changes, whoever follows the change feed must read them anew.
use crate::model::{attribute, service, service_at_location};
use crate::store::ask::among;
use kolo_platform::{Result, Trace, Write};
use kolo_words::Ref;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::Query;
use sea_orm::{QueryOrder, QuerySelect};

/// Whose services.
#[derive(Clone, Copy, Debug)]
pub(super) enum Dependents {
    Organizations,
    Programs,
    Locations,
    Terms,
}

/// Says of the services that depend on these records that they are to be read anew; they themselves do not change.
pub(super) async fn touch(w: &Write, dependents: Dependents, ids: &[Uuid]) -> Result<()> {
    for some in ids.chunks(200) {
        let (condition, field) = match dependents {
            Dependents::Organizations => (among(service::Column::OrganizationId, some), "organization_id"),
            Dependents::Programs => (among(service::Column::ProgramId, some), "program_id"),
            Dependents::Locations => {
                let visits = Query::select()
                    .column(service_at_location::Column::ServiceId)
                    .from(service_at_location::Entity)
                    .and_where(among(service_at_location::Column::LocationId, some))
                    .to_owned();
                (service::Column::Id.in_subquery(visits), "places")
            }
            Dependents::Terms => {
                let said = Query::select()
                    .column(attribute::Column::LinkId)
                    .from(attribute::Entity)
                    .and_where(among(attribute::Column::TaxonomyTermId, some))
                    .to_owned();
                (service::Column::Id.in_subquery(said), "attributes")
            }
        };
        let services = service::Entity::find().filter(condition).order_by_asc(service::Column::Id);
        let services = services.select_only().columns([service::Column::Id, service::Column::CommunityId]);
        for (id, community) in services.into_tuple::<(Uuid, Uuid)>().all(w).await? {
            w.trace(
                Trace::of("directory.follow", Some(community), Ref::new("service", id))
                    .put()
                    .fields(&[field]),
            );
        }
    }
    Ok(())
}
