//! Everything that hangs on records, loaded for a whole list: one query a table.
use super::ask::{Grouped, Part, by_id, each_once, parts_of};
use super::records::{CapacityRecord, ContactRecord, PhoneRecord, Term};
use crate::model::{
    Accessibility, Contact, CostOption, Funding, Kind, Language, OrganizationIdentifier, Phone, RequiredDocument, Schedule, ServiceArea,
    ServiceCapacity, ServiceWay, TaxonomyTerm, Url, accessibility, attribute, contact, cost_option, funding, language,
    organization_identifier, phone, required_document, schedule, service_area, service_capacity, service_way, taxonomy, taxonomy_term,
    unit, url,
};
use kolo_platform::Result;
use sea_orm::entity::prelude::*;
use std::collections::HashMap;
use std::sync::Arc;

/// The records whose parts are wanted.
#[derive(Debug, Default)]
pub(super) struct Owners {
    pub(super) organizations: Vec<Uuid>,
    pub(super) services: Vec<Uuid>,
    pub(super) locations: Vec<Uuid>,
    pub(super) ats: Vec<Uuid>,
    /// Records without parts, of which something may be said all the same.
    pub(super) others: Vec<Uuid>,
}

/// The rows that belong to some records, as they stand in the tables.
#[derive(Debug, Default)]
pub(super) struct Rows {
    pub(super) phones: Vec<Phone>,
    pub(super) contacts: Vec<Contact>,
    pub(super) schedules: Vec<Schedule>,
    pub(super) languages: Vec<Language>,
    pub(super) areas: Vec<ServiceArea>,
    pub(super) cost_options: Vec<CostOption>,
    pub(super) required_documents: Vec<RequiredDocument>,
    pub(super) capacities: Vec<ServiceCapacity>,
    pub(super) ways: Vec<ServiceWay>,
    pub(super) funding: Vec<Funding>,
    pub(super) urls: Vec<Url>,
    pub(super) accessibility: Vec<Accessibility>,
    pub(super) identifiers: Vec<OrganizationIdentifier>,
}

impl Rows {
    pub(super) async fn of(db: &impl ConnectionTrait, owners: &Owners) -> Result<Self> {
        let Owners {
            organizations,
            services,
            locations,
            ats,
            ..
        } = owners;
        let (organizations, services, locations, ats) =
            (organizations.as_slice(), services.as_slice(), locations.as_slice(), ats.as_slice());
        let contacts = parts_of::<contact::Entity>(
            db,
            &[
                (contact::Column::OrganizationId, organizations),
                (contact::Column::ServiceId, services),
                (contact::Column::LocationId, locations),
                (contact::Column::ServiceAtLocationId, ats),
            ],
        )
        .await?;
        let of_contacts: Vec<_> = contacts.iter().map(|contact| contact.id).collect();
        let phones = parts_of::<phone::Entity>(
            db,
            &[
                (phone::Column::OrganizationId, organizations),
                (phone::Column::ServiceId, services),
                (phone::Column::LocationId, locations),
                (phone::Column::ServiceAtLocationId, ats),
                (phone::Column::ContactId, &of_contacts),
            ],
        )
        .await?;
        let of_phones: Vec<_> = phones.iter().map(|phone| phone.id).collect();
        let languages = [
            (language::Column::ServiceId, services),
            (language::Column::LocationId, locations),
            (language::Column::PhoneId, &of_phones),
        ];
        let schedules = [
            (schedule::Column::ServiceId, services),
            (schedule::Column::LocationId, locations),
            (schedule::Column::ServiceAtLocationId, ats),
        ];
        let areas = [
            (service_area::Column::ServiceId, services),
            (service_area::Column::ServiceAtLocationId, ats),
        ];
        let funding = [
            (funding::Column::OrganizationId, organizations),
            (funding::Column::ServiceId, services),
        ];
        let urls = [(url::Column::OrganizationId, organizations), (url::Column::ServiceId, services)];
        Ok(Self {
            contacts,
            phones,
            languages: parts_of::<language::Entity>(db, &languages).await?,
            schedules: parts_of::<schedule::Entity>(db, &schedules).await?,
            areas: parts_of::<service_area::Entity>(db, &areas).await?,
            funding: parts_of::<funding::Entity>(db, &funding).await?,
            urls: parts_of::<url::Entity>(db, &urls).await?,
            cost_options: parts_of::<cost_option::Entity>(db, &[(cost_option::Column::ServiceId, services)]).await?,
            required_documents: parts_of::<required_document::Entity>(db, &[(required_document::Column::ServiceId, services)]).await?,
            capacities: parts_of::<service_capacity::Entity>(db, &[(service_capacity::Column::ServiceId, services)]).await?,
            ways: parts_of::<service_way::Entity>(db, &[(service_way::Column::ServiceId, services)]).await?,
            accessibility: parts_of::<accessibility::Entity>(db, &[(accessibility::Column::LocationId, locations)]).await?,
            identifiers: parts_of::<organization_identifier::Entity>(
                db,
                &[(organization_identifier::Column::OrganizationId, organizations)],
            )
            .await?,
        })
    }
}

/// The parts of some records, whole and by owner.
#[derive(Debug, Default)]
pub(super) struct Parts {
    pub(super) phones: Grouped<PhoneRecord>,
    pub(super) contacts: Grouped<ContactRecord>,
    pub(super) schedules: Grouped<Schedule>,
    pub(super) languages: Grouped<Language>,
    pub(super) areas: Grouped<ServiceArea>,
    pub(super) cost_options: Grouped<CostOption>,
    pub(super) required_documents: Grouped<RequiredDocument>,
    pub(super) capacities: Grouped<CapacityRecord>,
    pub(super) ways: Grouped<ServiceWay>,
    pub(super) funding: Grouped<Funding>,
    pub(super) urls: Grouped<Url>,
    pub(super) accessibility: Grouped<Accessibility>,
    pub(super) identifiers: Grouped<OrganizationIdentifier>,
    pub(super) terms: Grouped<Term>,
}

impl Parts {
    pub(super) async fn of(db: &impl ConnectionTrait, owners: &Owners) -> Result<Self> {
        let rows = Rows::of(db, owners).await?;
        let all = [owners.organizations.as_slice(), &owners.services, &owners.locations, &owners.ats].concat();
        let mut parts = Self {
            languages: Grouped::of(rows.languages),
            schedules: Grouped::of(rows.schedules),
            areas: Grouped::of(rows.areas),
            funding: Grouped::of(rows.funding),
            urls: Grouped::of(rows.urls),
            cost_options: Grouped::of(rows.cost_options),
            required_documents: Grouped::of(rows.required_documents),
            ways: Grouped::of(rows.ways),
            accessibility: Grouped::of(rows.accessibility),
            identifiers: Grouped::of(rows.identifiers),
            capacities: capacities(db, rows.capacities).await?,
            terms: terms(db, &all).await?,
            ..Self::default()
        };
        parts.join_voices(rows.contacts, rows.phones);
        Ok(parts)
    }

    /// Languages to their phones, phones to their contacts.
    fn join_voices(&mut self, mut contacts: Vec<Contact>, mut phones: Vec<Phone>) {
        phones.sort_by_key(Part::place);
        for phone in phones {
            let languages = self.languages.take(Kind::Phone, phone.id);
            if let Some(owner) = phone.owner() {
                self.phones.add(owner, PhoneRecord { phone, languages });
            }
        }
        contacts.sort_by_key(Part::place);
        for contact in contacts {
            let phones = self.phones.take(Kind::Contact, contact.id);
            if let Some(owner) = contact.owner() {
                self.contacts.add(owner, ContactRecord { contact, phones });
            }
        }
    }
}

async fn capacities(db: &impl ConnectionTrait, mut rows: Vec<ServiceCapacity>) -> Result<Grouped<CapacityRecord>> {
    rows.sort_by_key(Part::place);
    let units = each_once(rows.iter().map(|row| row.unit_id));
    let units: HashMap<_, _> = by_id::<unit::Entity>(db, unit::Column::Id, &units)
        .await?
        .into_iter()
        .map(|unit| (unit.id, Arc::new(unit)))
        .collect();
    let mut grouped = Grouped::default();
    for capacity in rows {
        if let Some(unit) = units.get(&capacity.unit_id) {
            grouped.add(
                (Kind::Service, capacity.service_id),
                CapacityRecord {
                    unit: Arc::clone(unit),
                    capacity,
                },
            );
        }
    }
    Ok(grouped)
}

/// The attributes of these records with their terms and vocabularies.
pub(super) async fn terms(db: &impl ConnectionTrait, ids: &[Uuid]) -> Result<Grouped<Term>> {
    let mut attributes = parts_of::<attribute::Entity>(db, &[(attribute::Column::LinkId, ids)]).await?;
    attributes.sort_by_key(Part::place);
    let wanted = each_once(attributes.iter().filter_map(|attribute| attribute.taxonomy_term_id));
    let terms = by_id::<taxonomy_term::Entity>(db, taxonomy_term::Column::Id, &wanted).await?;
    let taxonomies = each_once(terms.iter().map(|term| term.taxonomy_id));
    let taxonomies: HashMap<_, _> = by_id::<taxonomy::Entity>(db, taxonomy::Column::Id, &taxonomies)
        .await?
        .into_iter()
        .map(|taxonomy| (taxonomy.id, Arc::new(taxonomy)))
        .collect();
    let terms: HashMap<Uuid, Arc<TaxonomyTerm>> = terms.into_iter().map(|term| (term.id, Arc::new(term))).collect();
    let mut grouped = Grouped::default();
    for attribute in attributes {
        let term = attribute.taxonomy_term_id.and_then(|id| terms.get(&id)).cloned();
        let taxonomy = term.as_ref().and_then(|term| taxonomies.get(&term.taxonomy_id)).cloned();
        grouped.add((attribute.link_entity, attribute.link_id), Term { attribute, term, taxonomy });
    }
    Ok(grouped)
}
