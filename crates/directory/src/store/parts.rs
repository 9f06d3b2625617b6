//! Everything that hangs on records, loaded for a whole list: one query a table.
use super::ask::{Grouped, Part, by_id, each_once, parts_of};
use super::records::{CapacityRecord, ContactRecord, PhoneRecord, Term};
use crate::model::{
    Accessibility, Address, Attribute, Contact, CostOption, Funding, Kind, Language, OrganizationIdentifier, Phone, RequiredDocument, Schedule,
    ServiceArea, ServiceAtLocation, ServiceCapacity, ServiceWay, TaxonomyTerm, Url, accessibility, attribute, contact, cost_option, funding,
    language, organization_identifier, phone, required_document, schedule, service_area, service_capacity, service_way, taxonomy, taxonomy_term,
    unit, url,
};
use kolo_platform::Result;
use sea_orm::entity::prelude::*;
use std::collections::HashMap;
use std::sync::Arc;

/// Says to whom the rows of a table belong. A phone has five owner columns and one owner.
macro_rules! belongs {
    ($($part:ident: $($kind:ident by $column:ident),+;)+) => { $(
        impl Part for $part {
            fn owner(&self) -> Option<(Kind, Uuid)> {
                None$(.or(Option::<Uuid>::from(self.$column).map(|id| (Kind::$kind, id))))+
            }
            fn place(&self) -> (i32, Uuid) {
                (self.position, self.id)
            }
        }
    )+ };
}

belongs! {
    Phone: Contact by contact_id, ServiceAtLocation by service_at_location_id, Service by service_id, Location by location_id, Organization by organization_id;
    Contact: ServiceAtLocation by service_at_location_id, Service by service_id, Location by location_id, Organization by organization_id;
    Schedule: ServiceAtLocation by service_at_location_id, Service by service_id, Location by location_id;
    Language: Phone by phone_id, Service by service_id, Location by location_id;
    ServiceArea: ServiceAtLocation by service_at_location_id, Service by service_id;
    Funding: Service by service_id, Organization by organization_id;
    Url: Service by service_id, Organization by organization_id;
    CostOption: Service by service_id;
    RequiredDocument: Service by service_id;
    ServiceCapacity: Service by service_id;
    ServiceWay: Service by service_id;
    ServiceAtLocation: Service by service_id;
    Accessibility: Location by location_id;
    Address: Location by location_id;
    OrganizationIdentifier: Organization by organization_id;
}

impl Part for Attribute {
    fn owner(&self) -> Option<(Kind, Uuid)> {
        Some((self.link_entity, self.link_id))
    }
    fn place(&self) -> (i32, Uuid) {
        (self.position, self.id)
    }
}

/// The records whose parts are wanted.
#[derive(Debug, Default)]
pub(super) struct Owners {
    pub(super) organizations: Vec<Uuid>,
    pub(super) services: Vec<Uuid>,
    pub(super) locations: Vec<Uuid>,
    pub(super) ats: Vec<Uuid>,
}

/// What was found, by owner.
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
        let Owners { organizations, services, locations, ats } = owners;
        let (organizations, services, locations, ats) = (organizations.as_slice(), services.as_slice(), locations.as_slice(), ats.as_slice());
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
        let languages = parts_of::<language::Entity>(
            db,
            &[(language::Column::ServiceId, services), (language::Column::LocationId, locations), (language::Column::PhoneId, &of_phones)],
        )
        .await?;
        let schedules = parts_of::<schedule::Entity>(
            db,
            &[(schedule::Column::ServiceId, services), (schedule::Column::LocationId, locations), (schedule::Column::ServiceAtLocationId, ats)],
        )
        .await?;
        let areas = [(service_area::Column::ServiceId, services), (service_area::Column::ServiceAtLocationId, ats)];
        let funding = [(funding::Column::OrganizationId, organizations), (funding::Column::ServiceId, services)];
        let urls = [(url::Column::OrganizationId, organizations), (url::Column::ServiceId, services)];
        let mut parts = Self {
            schedules: Grouped::of(schedules),
            areas: Grouped::of(parts_of::<service_area::Entity>(db, &areas).await?),
            funding: Grouped::of(parts_of::<funding::Entity>(db, &funding).await?),
            urls: Grouped::of(parts_of::<url::Entity>(db, &urls).await?),
            cost_options: Grouped::of(parts_of::<cost_option::Entity>(db, &[(cost_option::Column::ServiceId, services)]).await?),
            required_documents: Grouped::of(parts_of::<required_document::Entity>(db, &[(required_document::Column::ServiceId, services)]).await?),
            ways: Grouped::of(parts_of::<service_way::Entity>(db, &[(service_way::Column::ServiceId, services)]).await?),
            accessibility: Grouped::of(parts_of::<accessibility::Entity>(db, &[(accessibility::Column::LocationId, locations)]).await?),
            identifiers: Grouped::of(
                parts_of::<organization_identifier::Entity>(db, &[(organization_identifier::Column::OrganizationId, organizations)]).await?,
            ),
            capacities: capacities(db, services).await?,
            terms: terms(db, &[organizations, services, locations, ats].concat()).await?,
            ..Self::default()
        };
        parts.join_voices(contacts, phones, languages);
        Ok(parts)
    }

    /// Languages to their phones, phones to their contacts.
    fn join_voices(&mut self, contacts: Vec<Contact>, phones: Vec<Phone>, languages: Vec<Language>) {
        self.languages = Grouped::of(languages);
        let mut sorted = phones;
        sorted.sort_by_key(Part::place);
        for phone in sorted {
            let languages = self.languages.take(Kind::Phone, phone.id);
            if let Some(owner) = phone.owner() {
                self.phones.add(owner, PhoneRecord { phone, languages });
            }
        }
        let mut sorted = contacts;
        sorted.sort_by_key(Part::place);
        for contact in sorted {
            let phones = self.phones.take(Kind::Contact, contact.id);
            if let Some(owner) = contact.owner() {
                self.contacts.add(owner, ContactRecord { contact, phones });
            }
        }
    }
}

async fn capacities(db: &impl ConnectionTrait, services: &[Uuid]) -> Result<Grouped<CapacityRecord>> {
    let mut rows = parts_of::<service_capacity::Entity>(db, &[(service_capacity::Column::ServiceId, services)]).await?;
    rows.sort_by_key(Part::place);
    let units = each_once(rows.iter().map(|row| row.unit_id));
    let units: HashMap<_, _> = by_id::<unit::Entity>(db, unit::Column::Id, &units).await?.into_iter().map(|unit| (unit.id, Arc::new(unit))).collect();
    let mut grouped = Grouped::default();
    for capacity in rows {
        if let Some(unit) = units.get(&capacity.unit_id) {
            grouped.add((Kind::Service, capacity.service_id), CapacityRecord { unit: Arc::clone(unit), capacity });
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
