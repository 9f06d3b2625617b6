//! Whole records of the standard: our rows, written by a [`Scribe`] and put into one another.
//!
//! Of a confidential place the store gives only what may be told: that it exists, what it is, when it is open. There is
//! nothing here that could tell more.
use crate::hsds::{Record, Scribe};
use crate::model::{HoursKnown, Kind, Organization, Schedule, ScheduleKind};
use crate::store::{
    CapacityRecord, ContactRecord, OrganizationRecord, PhoneRecord, PlaceAt, PlaceRecord, ServiceAtLocationRecord, ServiceHead,
    ServiceRecord, Term, TermRecord,
};
use kolo_platform::{App, dates};
use kolo_words::Lang;
use std::collections::HashMap;
use uuid::Uuid;

/// A scribe for every community, because each has its language and its clock.
#[derive(Debug)]
pub(super) struct Scribes {
    by_community: HashMap<Uuid, Scribe>,
    shared: Scribe,
}

impl Scribes {
    /// `lang` is the language of what belongs to no community: our own vocabularies.
    pub(super) fn new(app: &App, lang: Lang) -> Self {
        let now = dates::instant(app.now());
        let today = |zone: &jiff::tz::TimeZone| now.to_zoned(zone.clone()).date();
        let scribe = |community: &kolo_platform::Community| {
            let zone = community.zone();
            let today = today(&zone);
            Scribe::new(community.language, zone, today)
        };
        let utc = jiff::tz::TimeZone::UTC;
        let today_utc = today(&utc);
        Self {
            by_community: app
                .communities()
                .tree()
                .all()
                .iter()
                .map(|community| (community.id, scribe(community)))
                .collect(),
            shared: Scribe::new(lang, utc, today_utc),
        }
    }

    fn of(&self, community: Uuid, lang: impl Into<Lang>) -> Scribe {
        self.by_community.get(&community).unwrap_or(&self.shared).speaking(lang)
    }

    /// The scribe of vocabularies.
    pub(super) fn shared(&self) -> &Scribe {
        &self.shared
    }

    /// A service with what there is one of.
    pub(super) fn service_head(&self, head: &ServiceHead) -> Record {
        let scribe = self.of(head.service.community_id, head.service.main_lang);
        let record = scribe
            .service(&head.service)
            .with_one("organization", scribe.organization(&head.organization));
        match &head.program {
            Some(program) => record.with_one("program", scribe.program(program)),
            None => record,
        }
    }

    /// A service with everything.
    pub(super) fn service(&self, whole: &ServiceRecord) -> Record {
        let scribe = self.of(whole.service.community_id, whole.service.main_lang);
        self.service_alone(whole)
            .with_many("service_at_locations", whole.places.iter().map(|at| self.place_at(&scribe, at)))
    }

    /// A service with everything but its places.
    pub(super) fn service_alone(&self, whole: &ServiceRecord) -> Record {
        let scribe = self.of(whole.service.community_id, whole.service.main_lang);
        let id = whole.service.id;
        let ways = |kind: Kind| {
            whole
                .ways
                .iter()
                .filter_map(|way| scribe.way(way))
                .filter(move |record| record.kind() == kind)
        };
        let mut record = scribe
            .service(&whole.service)
            .with_many(
                "additional_urls",
                whole.urls.iter().filter_map(|url| scribe.url(url)).chain(ways(Kind::Url)),
            )
            .with_many("phones", phones(&scribe, &whole.phones).chain(ways(Kind::Phone)))
            .with_many(
                "schedules",
                schedules(&scribe, &whole.schedules, whole.service.hours, Kind::Service, id),
            )
            .with_many("service_areas", whole.areas.iter().map(|area| scribe.service_area(area)))
            .with_many("languages", whole.languages.iter().map(|language| scribe.language(language)))
            .with_one("organization", scribe.organization(&whole.organization))
            .with_many("funding", whole.funding.iter().map(|funding| scribe.funding(funding)))
            .with_many("cost_options", whole.cost_options.iter().map(|cost| scribe.cost_option(cost)));
        if let Some(program) = &whole.program {
            record = record.with_one("program", scribe.program(program));
        }
        let capacity = |CapacityRecord { capacity, unit }: &CapacityRecord| scribe.service_capacity(capacity, unit);
        record
            .with_many(
                "required_documents",
                whole.required_documents.iter().map(|document| scribe.required_document(document)),
            )
            .with_many("contacts", contacts(&scribe, &whole.contacts).chain(ways(Kind::Contact)))
            .with_many("capacities", whole.capacities.iter().map(capacity))
            .with_many("attributes", attributes(&scribe, &whole.terms))
    }

    /// A service at a place: with the service and the place, and nothing there are several of.
    pub(super) fn service_at_location_head(&self, at: &ServiceAtLocationRecord, head: Option<&ServiceHead>) -> Record {
        let scribe = self.of(at.service.community_id, at.service.main_lang);
        let record = scribe
            .service_at_location(&at.place.at)
            .with_one("location", self.place_head(&at.place.place));
        match head {
            Some(head) => record.with_one("service", self.service_head(head)),
            None => record.with_one("service", scribe.service(&at.service)),
        }
    }

    /// A service at a place with everything.
    pub(super) fn service_at_location(&self, at: &ServiceAtLocationRecord, whole: Option<&ServiceRecord>) -> Record {
        let scribe = self.of(at.service.community_id, at.service.main_lang);
        let record = self.place_at(&scribe, &at.place);
        match whole {
            Some(whole) => record.with_one("service", self.service_alone(whole)),
            None => record.with_one("service", scribe.service(&at.service)),
        }
    }

    fn place_at(&self, scribe: &Scribe, at: &PlaceAt) -> Record {
        scribe
            .service_at_location(&at.at)
            .with_many("service_areas", at.areas.iter().map(|area| scribe.service_area(area)))
            .with_many("contacts", contacts(scribe, &at.contacts))
            .with_many("phones", phones(scribe, &at.phones))
            .with_many(
                "schedules",
                schedules(scribe, &at.schedules, at.at.hours, Kind::ServiceAtLocation, at.at.id),
            )
            .with_one("location", self.place(&at.place))
            .with_many("attributes", attributes(scribe, &at.terms))
    }

    /// A place with everything that may be told of it.
    pub(super) fn place(&self, whole: &PlaceRecord) -> Record {
        let location = &whole.location;
        let scribe = self.of(location.community_id, location.main_lang);
        scribe
            .location(location, &whole.whereabouts)
            .with_many("addresses", scribe.addresses(location, &whole.whereabouts))
            .with_many("contacts", contacts(&scribe, &whole.contacts))
            .with_many(
                "accessibility",
                whole.accessibility.iter().map(|access| scribe.accessibility(access)),
            )
            .with_many("phones", phones(&scribe, &whole.phones))
            .with_many("languages", whole.languages.iter().map(|language| scribe.language(language)))
            .with_many(
                "schedules",
                schedules(&scribe, &whole.schedules, location.hours, Kind::Location, location.id),
            )
            .with_many("attributes", attributes(&scribe, &whole.terms))
    }

    /// A place's own fields.
    pub(super) fn place_head(&self, whole: &PlaceRecord) -> Record {
        self.of(whole.location.community_id, whole.location.main_lang)
            .location(&whole.location, &whole.whereabouts)
    }

    /// An organization's own fields.
    pub(super) fn organization_head(&self, head: &Organization) -> Record {
        self.of(head.community_id, head.main_lang).organization(head)
    }

    /// An organization with everything but its services.
    pub(super) fn organization(&self, whole: &OrganizationRecord) -> Record {
        let scribe = self.of(whole.organization.community_id, whole.organization.main_lang);
        scribe
            .organization(&whole.organization)
            .with_many("additional_websites", whole.urls.iter().filter_map(|url| scribe.url(url)))
            .with_many("funding", whole.funding.iter().map(|funding| scribe.funding(funding)))
            .with_many("contacts", contacts(&scribe, &whole.contacts))
            .with_many("phones", phones(&scribe, &whole.phones))
            .with_many("locations", whole.locations.iter().map(|place| self.place(place)))
            .with_many("programs", whole.programs.iter().map(|program| scribe.program(program)))
            .with_many(
                "organization_identifiers",
                whole
                    .identifiers
                    .iter()
                    .map(|identifier| scribe.organization_identifier(identifier)),
            )
            .with_many("attributes", attributes(&scribe, &whole.terms))
    }

    /// A term with its taxonomy.
    pub(super) fn term(&self, whole: &TermRecord) -> Record {
        self.shared.taxonomy_term(&whole.term, Some(&whole.taxonomy))
    }
}

fn phones(scribe: &Scribe, phones: &[PhoneRecord]) -> impl Iterator<Item = Record> {
    phones.iter().map(|PhoneRecord { phone, languages }| {
        scribe
            .phone(phone)
            .with_many("languages", languages.iter().map(|language| scribe.language(language)))
    })
}

fn contacts(scribe: &Scribe, contacts: &[ContactRecord]) -> impl Iterator<Item = Record> {
    contacts
        .iter()
        .map(|ContactRecord { contact, phones: numbers }| scribe.contact(contact).with_many("phones", phones(scribe, numbers)))
}

fn attributes(scribe: &Scribe, terms: &[Term]) -> impl Iterator<Item = Record> {
    terms
        .iter()
        .map(|term| scribe.attribute(&term.attribute, term.term.as_deref().map(|found| (found, term.taxonomy.as_deref()))))
}

/// The rows, and the one the standard wants for what never closes.
fn schedules(scribe: &Scribe, rows: &[Schedule], hours: HoursKnown, owner: Kind, id: Uuid) -> Vec<Record> {
    let has_regular = rows.iter().any(|row| row.kind == ScheduleKind::Regular && row.opens_at.is_some());
    let around = (hours == HoursKnown::Always && !has_regular).then(|| scribe.around_the_clock(owner, id));
    around.into_iter().chain(rows.iter().map(|row| scribe.schedule(row))).collect()
}
