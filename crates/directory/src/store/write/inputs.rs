//! Records as they are told to the store.
//!
//! Rows are the tables' own. Identity, community, owner, position, version and times are filled in by the store: leave
//! them as [`Blank`](super::Blank) gives them, but for the identity of a record that is to keep its own.
use crate::model::{
    Accessibility, Attribute, CostOption, Funding, HoursKnown, Language, LocationType, MainLang, Metadata, OpenPlace, Organization,
    OrganizationIdentifier, Program, RequiredDocument, Schedule, Service, ServiceArea, ServiceAtLocation, ServiceWay, Status, Url, Words,
};
use crate::store::{CapacityRecord, ContactRecord, PhoneRecord};
use sea_orm::prelude::Date;
use uuid::Uuid;

/// A service with everything that belongs to it.
///
/// Attributes and histories without a `link_id` are of the service itself; others are of the part that was told with
/// this identity.
#[derive(Clone, Debug, PartialEq)]
pub struct ServiceInput {
    pub service: Service,
    pub phones: Vec<PhoneRecord>,
    pub contacts: Vec<ContactRecord>,
    pub schedules: Vec<Schedule>,
    pub languages: Vec<Language>,
    pub cost_options: Vec<CostOption>,
    pub required_documents: Vec<RequiredDocument>,
    pub funding: Vec<Funding>,
    /// The unit is found by its origin, or by its name and code, and made when it is new.
    pub capacities: Vec<CapacityRecord>,
    pub areas: Vec<ServiceArea>,
    pub urls: Vec<Url>,
    pub ways: Vec<ServiceWay>,
    pub terms: Vec<Attribute>,
    pub places: Vec<VisitInput>,
    pub history: Vec<Metadata>,
}

impl ServiceInput {
    /// A service without parts.
    pub const fn of(service: Service) -> Self {
        Self {
            service,
            phones: Vec::new(),
            contacts: Vec::new(),
            schedules: Vec::new(),
            languages: Vec::new(),
            cost_options: Vec::new(),
            required_documents: Vec::new(),
            funding: Vec::new(),
            capacities: Vec::new(),
            areas: Vec::new(),
            urls: Vec::new(),
            ways: Vec::new(),
            terms: Vec::new(),
            places: Vec::new(),
            history: Vec::new(),
        }
    }
}

/// A service at a place; `at.location_id` says where. The same place told twice is one.
#[derive(Clone, Debug, PartialEq)]
pub struct VisitInput {
    pub at: ServiceAtLocation,
    pub schedules: Vec<Schedule>,
    pub phones: Vec<PhoneRecord>,
    pub contacts: Vec<ContactRecord>,
    pub areas: Vec<ServiceArea>,
}

impl VisitInput {
    /// A service at a place, with nothing of its own there.
    pub const fn of(at: ServiceAtLocation) -> Self {
        Self {
            at,
            schedules: Vec::new(),
            phones: Vec::new(),
            contacts: Vec::new(),
            areas: Vec::new(),
        }
    }
}

/// An organization with everything that belongs to it.
#[derive(Clone, Debug, PartialEq)]
pub struct OrganizationInput {
    pub organization: Organization,
    pub identifiers: Vec<OrganizationIdentifier>,
    pub funding: Vec<Funding>,
    pub urls: Vec<Url>,
    pub phones: Vec<PhoneRecord>,
    pub contacts: Vec<ContactRecord>,
    pub terms: Vec<Attribute>,
    pub history: Vec<Metadata>,
}

impl OrganizationInput {
    /// An organization without parts.
    pub const fn of(organization: Organization) -> Self {
        Self {
            organization,
            identifiers: Vec::new(),
            funding: Vec::new(),
            urls: Vec::new(),
            phones: Vec::new(),
            contacts: Vec::new(),
            terms: Vec::new(),
            history: Vec::new(),
        }
    }
}

/// A program and what is said of it.
#[derive(Clone, Debug, PartialEq)]
pub struct ProgramInput {
    pub program: Program,
    pub terms: Vec<Attribute>,
    pub history: Vec<Metadata>,
}

impl ProgramInput {
    /// A program of which nothing more is said.
    pub const fn of(program: Program) -> Self {
        Self {
            program,
            terms: Vec::new(),
            history: Vec::new(),
        }
    }
}

/// A place with everything that belongs to it. Its whereabouts are told in full, even those of a confidential one.
#[derive(Clone, Debug, PartialEq)]
pub struct LocationInput {
    /// Nil for a new identity.
    pub id: Uuid,
    pub organization_id: Option<Uuid>,
    pub location_type: LocationType,
    pub name: Words,
    pub alternate_name: Words,
    pub description: Words,
    pub is_confidential: bool,
    pub place: OpenPlace,
    pub hours: HoursKnown,
    pub status: Status,
    pub verified_on: Option<Date>,
    pub is_sample: bool,
    /// The version that was edited; nought when nobody looked at it before.
    pub version: i64,
    pub main_lang: MainLang,
    pub source: Option<String>,
    pub source_id: Option<String>,
    pub accessibility: Vec<Accessibility>,
    pub phones: Vec<PhoneRecord>,
    pub contacts: Vec<ContactRecord>,
    pub schedules: Vec<Schedule>,
    pub languages: Vec<Language>,
    pub terms: Vec<Attribute>,
    pub history: Vec<Metadata>,
}

impl LocationInput {
    /// An open place to go to, of which nothing is known yet.
    pub fn named(main_lang: MainLang, name: Words) -> Self {
        Self {
            id: Uuid::nil(),
            organization_id: None,
            location_type: LocationType::Physical,
            name,
            alternate_name: Words::default(),
            description: Words::default(),
            is_confidential: false,
            place: OpenPlace::default(),
            hours: HoursKnown::Unknown,
            status: Status::Active,
            verified_on: None,
            is_sample: false,
            version: 0,
            main_lang,
            source: None,
            source_id: None,
            accessibility: Vec::new(),
            phones: Vec::new(),
            contacts: Vec::new(),
            schedules: Vec::new(),
            languages: Vec::new(),
            terms: Vec::new(),
            history: Vec::new(),
        }
    }
}
