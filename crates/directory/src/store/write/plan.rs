//! The parts of a batch of records: what is there, what was told, and what has to be written.
use super::inputs::VisitInput;
use super::sync::{Sequence, Settled, Sync};
use crate::model::{
    Accessibility, Address, Attribute, Contact, CostOption, Funding, Kind, Language, Metadata, OrganizationIdentifier, Phone,
    RequiredDocument, Schedule, ServiceArea, ServiceAtLocation, ServiceCapacity, ServiceWay, Url, accessibility, address, attribute,
    contact, cost_option, funding, language, metadata, organization_identifier, phone, required_document, schedule, service_area,
    service_at_location, service_capacity, service_way, url,
};
use crate::store::ask::{Part, parts_of};
use crate::store::parts::{Owners, Rows};
use crate::store::{ContactRecord, PhoneRecord};
use kolo_platform::{Result, Write};
use sea_orm::entity::prelude::*;
use std::collections::{BTreeSet, HashMap};

/// A record or a part: what an attribute may be said of.
pub(super) type Owner = (Kind, Uuid);

#[derive(Debug)]
pub(super) struct Plan {
    community: Uuid,
    ids: Sequence,
    /// The record that is being settled.
    record: Owner,
    /// The names of changed parts, record by record.
    touched: Vec<BTreeSet<&'static str>>,
    /// To which record of the batch every part belongs, gone ones too.
    roots: HashMap<Uuid, usize>,
    /// The identities with which parts of this record were told, and those they have.
    told: HashMap<Uuid, Owner>,
    /// The record and its parts.
    members: Vec<Owner>,
    visits: Sync<ServiceAtLocation>,
    contacts: Sync<Contact>,
    phones: Sync<Phone>,
    languages: Sync<Language>,
    schedules: Sync<Schedule>,
    areas: Sync<ServiceArea>,
    cost_options: Sync<CostOption>,
    required_documents: Sync<RequiredDocument>,
    capacities: Sync<ServiceCapacity>,
    ways: Sync<ServiceWay>,
    funding: Sync<Funding>,
    urls: Sync<Url>,
    accessibility: Sync<Accessibility>,
    identifiers: Sync<OrganizationIdentifier>,
    addresses: Sync<Address>,
    attributes: Sync<Attribute>,
    histories: Sync<Metadata>,
}

impl Plan {
    /// Reads what records that are already there have; nothing is asked when there are none.
    pub(super) async fn of(w: &Write, community: Uuid, mut owners: Owners) -> Result<Self> {
        let visits = parts_of::<service_at_location::Entity>(w, &[(service_at_location::Column::ServiceId, &owners.services)]).await?;
        owners.ats = visits.iter().map(|visit| visit.id).collect();
        let addresses = parts_of::<address::Entity>(w, &[(address::Column::LocationId, &owners.locations)]).await?;
        let rows = Rows::of(w, &owners).await?;
        let mut members = [
            owners.organizations.as_slice(),
            &owners.services,
            &owners.locations,
            &owners.ats,
            &owners.others,
        ]
        .concat();
        members.extend(rows.ids());
        members.extend(addresses.iter().map(|address| address.id));
        let (mut attributes, mut histories) = (Vec::new(), Vec::new());
        for some in members.chunks(4_000) {
            attributes.extend(parts_of::<attribute::Entity>(w, &[(attribute::Column::LinkId, some)]).await?);
            histories.extend(parts_of::<metadata::Entity>(w, &[(metadata::Column::ResourceId, some)]).await?);
        }
        Ok(Self {
            community,
            ids: Sequence::new(w),
            record: (Kind::Service, Uuid::nil()),
            touched: Vec::new(),
            roots: HashMap::new(),
            told: HashMap::new(),
            members: Vec::new(),
            visits: Sync::of(visits),
            contacts: Sync::of(rows.contacts),
            phones: Sync::of(rows.phones),
            languages: Sync::of(rows.languages),
            schedules: Sync::of(rows.schedules),
            areas: Sync::of(rows.areas),
            cost_options: Sync::of(rows.cost_options),
            required_documents: Sync::of(rows.required_documents),
            capacities: Sync::of(rows.capacities),
            ways: Sync::of(rows.ways),
            funding: Sync::of(rows.funding),
            urls: Sync::of(rows.urls),
            accessibility: Sync::of(rows.accessibility),
            identifiers: Sync::of(rows.identifiers),
            addresses: Sync::of(addresses),
            attributes: Sync::of(attributes),
            histories: Sync::of(histories),
        })
    }

    /// Begins with the next record of the batch.
    pub(super) fn begin(&mut self, record: Owner) {
        self.record = record;
        self.roots.insert(record.1, self.touched.len());
        self.touched.push(BTreeSet::new());
        self.told = HashMap::from([(Uuid::nil(), record), (record.1, record)]);
        self.members = vec![record];
    }

    fn note(&mut self, name: &'static str, kind: Kind, settled: &Settled) {
        let record = self.touched.len().saturating_sub(1);
        if let (true, Some(names)) = (settled.is_changed, self.touched.last_mut()) {
            names.insert(name);
        }
        for (told, id) in &settled.ids {
            if !told.is_nil() {
                self.told.insert(*told, (kind, *id));
            }
            self.members.push((kind, *id));
            self.roots.insert(*id, record);
        }
        self.roots.extend(settled.gone.iter().map(|id| (*id, record)));
    }

    pub(super) fn phones(&mut self, owner: Owner, told: Vec<PhoneRecord>) {
        let (rows, languages): (Vec<_>, Vec<_>) = told.into_iter().map(|told| (told.phone, told.languages)).unzip();
        let settled = self.phones.settle(&mut self.ids, self.community, owner, rows, true);
        self.note("phones", Kind::Phone, &settled);
        for ((_, phone), languages) in settled.ids.iter().zip(languages) {
            self.languages((Kind::Phone, *phone), languages);
        }
    }

    pub(super) fn contacts(&mut self, owner: Owner, told: Vec<ContactRecord>) {
        let (rows, phones): (Vec<_>, Vec<_>) = told.into_iter().map(|told| (told.contact, told.phones)).unzip();
        let settled = self.contacts.settle(&mut self.ids, self.community, owner, rows, true);
        self.note("contacts", Kind::Contact, &settled);
        for ((_, contact), phones) in settled.ids.iter().zip(phones) {
            self.phones((Kind::Contact, *contact), phones);
        }
    }

    /// Where a service is given. A place it was already given at keeps its row, whatever the order.
    pub(super) fn visits(&mut self, owner: Owner, told: Vec<VisitInput>) {
        let mut rows: Vec<ServiceAtLocation> = Vec::with_capacity(told.len());
        let mut parts: Vec<(Vec<_>, Vec<_>, Vec<_>, Vec<_>)> = Vec::with_capacity(told.len());
        for VisitInput {
            mut at,
            schedules,
            phones,
            contacts,
            areas,
        } in told
        {
            if let Some(twice) = rows.iter().position(|row| row.location_id == at.location_id) {
                if let Some(first) = parts.get_mut(twice) {
                    first.0.extend(schedules);
                    first.1.extend(phones);
                    first.2.extend(contacts);
                    first.3.extend(areas);
                }
                continue;
            }
            if let Some(stored) = self.visits.stored(owner).iter().find(|stored| stored.location_id == at.location_id) {
                self.told.insert(at.id, (Kind::ServiceAtLocation, stored.id));
                at.id = stored.id;
            }
            rows.push(at);
            parts.push((schedules, phones, contacts, areas));
        }
        let settled = self.visits.settle(&mut self.ids, self.community, owner, rows, false);
        self.note("places", Kind::ServiceAtLocation, &settled);
        for ((_, visit), (schedules, phones, contacts, areas)) in settled.ids.iter().zip(parts) {
            let owner = (Kind::ServiceAtLocation, *visit);
            self.schedules(owner, schedules);
            self.phones(owner, phones);
            self.contacts(owner, contacts);
            self.areas(owner, areas);
        }
    }

    /// How many free places were counted, unless the same number was already known: then the earlier count stands.
    pub(super) fn capacities(&mut self, owner: Owner, mut told: Vec<ServiceCapacity>, now: DateTimeUtc) {
        let stored = self.capacities.stored(owner);
        for capacity in told.iter_mut().filter(|capacity| capacity.counted_at == DateTimeUtc::default()) {
            let same = |before: &&ServiceCapacity| {
                (before.unit_id, before.available, before.maximum) == (capacity.unit_id, capacity.available, capacity.maximum)
            };
            capacity.counted_at = stored.iter().find(same).map_or(now, |before| before.counted_at);
        }
        let settled = self.capacities.settle(&mut self.ids, self.community, owner, told, true);
        self.note("capacities", Kind::ServiceCapacity, &settled);
    }

    /// Terms, values and histories of the record and of its parts; called when all parts are settled.
    pub(super) fn said(&mut self, terms: Vec<Attribute>, history: Vec<Metadata>) {
        let (mut said, mut happened): (HashMap<Owner, Vec<Attribute>>, HashMap<Owner, Vec<Metadata>>) = Default::default();
        for term in terms {
            if let Some(owner) = self.told.get(&term.link_id) {
                said.entry(*owner).or_default().push(term);
            }
        }
        for event in history {
            if let Some(owner) = self.told.get(&event.resource_id) {
                happened.entry(*owner).or_default().push(event);
            }
        }
        for owner in std::mem::take(&mut self.members) {
            let settled = self
                .attributes
                .settle(&mut self.ids, self.community, owner, said.remove(&owner).unwrap_or_default(), true);
            self.note("attributes", Kind::Attribute, &settled);
            let settled = self.histories.settle(
                &mut self.ids,
                self.community,
                owner,
                happened.remove(&owner).unwrap_or_default(),
                true,
            );
            self.note("metadata", Kind::Metadata, &settled);
        }
    }
}

/// What belongs to one owner and has no parts of its own; and what all tables have to go through.
macro_rules! tables {
    (
        plain { $($list:ident: $row:ident as $name:literal),+ $(,)? }
        all { $($field:ident in $table:ident as $label:literal),+ $(,)? }
    ) => {
        impl Plan {
            $(pub(super) fn $list(&mut self, owner: Owner, told: Vec<$row>) {
                let settled = self.$list.settle(&mut self.ids, self.community, owner, told, true);
                self.note($name, Kind::$row, &settled);
            })+

            /// The names of changed parts, record by record; called when every record is settled.
            pub(super) fn touched(&mut self) -> Vec<BTreeSet<&'static str>> {
                $(for (_, owner) in self.$field.abandon_rest() {
                    if let Some(names) = self.roots.get(&owner).and_then(|record| self.touched.get_mut(*record)) {
                        names.insert($label);
                    }
                })+
                std::mem::take(&mut self.touched)
            }

            /// Removes what is gone.
            pub(super) async fn clear(&mut self, w: &Write) -> Result<()> {
                $(self.$field.clear::<$table::Entity>(w, $table::Column::Id).await?;)+
                Ok(())
            }

            /// Writes what is new or different; owners come before what they own.
            pub(super) async fn write(&mut self, w: &Write) -> Result<()> {
                $(self.$field.write::<$table::Entity>(w, $table::Column::Id).await?;)+
                Ok(())
            }
        }
    };
}

tables! {
    plain {
        languages: Language as "languages",
        schedules: Schedule as "schedules",
        areas: ServiceArea as "areas",
        cost_options: CostOption as "cost_options",
        required_documents: RequiredDocument as "required_documents",
        funding: Funding as "funding",
        urls: Url as "urls",
        accessibility: Accessibility as "accessibility",
        identifiers: OrganizationIdentifier as "identifiers",
        addresses: Address as "addresses",
    }
    all {
        visits in service_at_location as "places",
        contacts in contact as "contacts",
        phones in phone as "phones",
        languages in language as "languages",
        schedules in schedule as "schedules",
        areas in service_area as "areas",
        cost_options in cost_option as "cost_options",
        required_documents in required_document as "required_documents",
        capacities in service_capacity as "capacities",
        ways in service_way as "ways",
        funding in funding as "funding",
        urls in url as "urls",
        accessibility in accessibility as "accessibility",
        identifiers in organization_identifier as "identifiers",
        addresses in address as "addresses",
        attributes in attribute as "attributes",
        histories in metadata as "metadata",
    }
}

impl Plan {
    /// Ways to reach a service without speaking; the standard has no object for them, so nothing can be said of one.
    pub(super) fn ways(&mut self, owner: Owner, told: Vec<ServiceWay>) {
        let settled = self.ways.settle(&mut self.ids, self.community, owner, told, true);
        if let (true, Some(names)) = (settled.is_changed, self.touched.last_mut()) {
            names.insert("ways");
        }
    }
}

impl Rows {
    /// The identities of all parts.
    pub(super) fn ids(&self) -> Vec<Uuid> {
        fn of<P: Part>(rows: &[P]) -> impl Iterator<Item = Uuid> {
            rows.iter().map(Part::id)
        }
        of(&self.contacts)
            .chain(of(&self.phones))
            .chain(of(&self.languages))
            .chain(of(&self.schedules))
            .chain(of(&self.areas))
            .chain(of(&self.cost_options))
            .chain(of(&self.required_documents))
            .chain(of(&self.capacities))
            .chain(of(&self.funding))
            .chain(of(&self.urls))
            .chain(of(&self.accessibility))
            .chain(of(&self.identifiers))
            .collect()
    }
}
