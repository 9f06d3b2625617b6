//! What is read: whole records as pages, exports and the index need them, loaded for a whole list at once.
//!
//! Nothing here holds the columns of a confidential place: [`PlaceRecord::whereabouts`] says where it is, or that nobody may know.
use crate::model::{
    Accessibility, Attribute, Contact, CostOption, Funding, HoursKnown, Language, Location, Organization, OrganizationIdentifier, Phone,
    Point, Program, RequiredDocument, Schedule, Service, ServiceArea, ServiceAtLocation, ServiceCapacity, ServiceWay, Status, Taxonomy,
    TaxonomyTerm, Unit, Url, Whereabouts, Words,
};
use kolo_words::Lang;
use sea_orm::FromQueryResult;
use sea_orm::prelude::{Date, DateTimeUtc};
use std::sync::Arc;
use uuid::Uuid;

/// A service with everything that belongs to it.
#[derive(Clone, Debug, PartialEq)]
pub struct ServiceRecord {
    pub service: Service,
    /// Who gives it; shared by all its services of one list.
    pub organization: Arc<Organization>,
    pub program: Option<Arc<Program>>,
    pub phones: Vec<PhoneRecord>,
    pub contacts: Vec<ContactRecord>,
    pub schedules: Vec<Schedule>,
    pub languages: Vec<Language>,
    pub cost_options: Vec<CostOption>,
    pub required_documents: Vec<RequiredDocument>,
    pub funding: Vec<Funding>,
    pub capacities: Vec<CapacityRecord>,
    pub areas: Vec<ServiceArea>,
    pub urls: Vec<Url>,
    /// How to reach it without speaking.
    pub ways: Vec<ServiceWay>,
    pub terms: Vec<Term>,
    /// Where it is given; places that are no longer in use are left out.
    pub places: Vec<PlaceAt>,
}

/// A service at one of its places.
#[derive(Clone, Debug, PartialEq)]
pub struct PlaceAt {
    pub at: ServiceAtLocation,
    pub place: Arc<PlaceRecord>,
    /// Hours of the service at this very place.
    pub schedules: Vec<Schedule>,
    pub phones: Vec<PhoneRecord>,
    pub contacts: Vec<ContactRecord>,
    pub areas: Vec<ServiceArea>,
    pub terms: Vec<Term>,
}

/// A place with everything that belongs to it.
#[derive(Clone, Debug, PartialEq)]
pub struct PlaceRecord {
    pub location: Location,
    /// Where it is, as far as anybody may know.
    pub whereabouts: Whereabouts,
    pub accessibility: Vec<Accessibility>,
    pub phones: Vec<PhoneRecord>,
    pub contacts: Vec<ContactRecord>,
    pub schedules: Vec<Schedule>,
    pub languages: Vec<Language>,
    pub terms: Vec<Term>,
}

impl PlaceRecord {
    /// The town, when it may be told.
    pub fn city(&self) -> Option<&str> {
        let address = self.whereabouts.open()?.addresses.first()?;
        Some(address.city.as_str()).filter(|city| !city.is_empty())
    }
}

/// An organization with everything that belongs to it, but for its services: those are asked for by a filter.
#[derive(Clone, Debug, PartialEq)]
pub struct OrganizationRecord {
    pub organization: Organization,
    pub parent: Option<Arc<Organization>>,
    pub programs: Vec<Program>,
    pub locations: Vec<Arc<PlaceRecord>>,
    pub identifiers: Vec<OrganizationIdentifier>,
    pub funding: Vec<Funding>,
    pub urls: Vec<Url>,
    pub phones: Vec<PhoneRecord>,
    pub contacts: Vec<ContactRecord>,
    pub terms: Vec<Term>,
}

/// A service at a place as a record of its own, for the API of the standard.
#[derive(Clone, Debug, PartialEq)]
pub struct ServiceAtLocationRecord {
    pub service: Arc<Service>,
    pub organization: Arc<Organization>,
    pub place: PlaceAt,
}

/// A number with the languages spoken there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PhoneRecord {
    pub phone: Phone,
    pub languages: Vec<Language>,
}

/// Whom to ask, and under which numbers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ContactRecord {
    pub contact: Contact,
    pub phones: Vec<PhoneRecord>,
}

/// Free places and what is counted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CapacityRecord {
    pub capacity: ServiceCapacity,
    pub unit: Arc<Unit>,
}

/// A term or a plain value said of a record.
#[expect(clippy::struct_field_names, reason = "the standard calls both by these names")]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Term {
    pub attribute: Attribute,
    /// The term; none when the attribute is a plain value.
    pub term: Option<Arc<TaxonomyTerm>>,
    pub taxonomy: Option<Arc<Taxonomy>>,
}

impl Term {
    /// The key of our own vocabulary the term is from: `situations`, `help`.
    pub fn vocabulary(&self) -> Option<&str> {
        self.taxonomy.as_ref()?.key.as_deref()
    }

    /// The key of the term within its vocabulary.
    pub fn code(&self) -> Option<&str> {
        self.term.as_ref()?.code.as_deref()
    }

    /// What it is called for a reader of `lang`: the label said of this very record, or the term's name, or the value.
    pub fn name(&self, lang: Lang) -> &str {
        let name = self.term.as_ref().map(|term| term.name.say(lang));
        let label = Some(self.attribute.label.say(lang)).filter(|label| !label.is_empty());
        label.or(name).or(self.attribute.value.as_deref()).unwrap_or_default()
    }
}

/// A term with its vocabulary and the broader term.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TermRecord {
    pub term: Arc<TaxonomyTerm>,
    pub taxonomy: Arc<Taxonomy>,
    pub parent: Option<Arc<TaxonomyTerm>>,
}

/// A vocabulary with its terms, in their order: broader terms of one level together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TaxonomyRecord {
    pub taxonomy: Arc<Taxonomy>,
    pub terms: Vec<Arc<TaxonomyTerm>>,
}

impl TaxonomyRecord {
    /// The terms without a broader one.
    pub fn top(&self) -> impl Iterator<Item = &TaxonomyTerm> {
        self.terms.iter().map(Arc::as_ref).filter(|term| term.parent_id.is_none())
    }

    /// The terms right below a term.
    pub fn narrower(&self, id: Uuid) -> impl Iterator<Item = &TaxonomyTerm> {
        self.terms.iter().map(Arc::as_ref).filter(move |term| term.parent_id == Some(id))
    }

    /// A term and everything below it, for filters: whoever looks for displaced people also means refugees.
    pub fn with_narrower(&self, id: Uuid) -> Vec<Uuid> {
        let mut ids = vec![id];
        let mut at = 0;
        while let Some(above) = ids.get(at).copied() {
            let below: Vec<_> = self.narrower(above).map(|term| term.id).filter(|id| !ids.contains(id)).collect();
            ids.extend(below);
            at += 1;
        }
        ids
    }

    /// The term of this key.
    pub fn by_code(&self, code: &str) -> Option<&TaxonomyTerm> {
        self.terms.iter().map(Arc::as_ref).find(|term| term.code.as_deref() == Some(code))
    }
}

/// A service as a line of a list: few columns and few questions to the database.
#[derive(Clone, Debug, PartialEq)]
pub struct ServiceLine {
    pub id: Uuid,
    pub community_id: Uuid,
    pub organization_id: Uuid,
    pub organization_name: Words,
    pub name: Words,
    pub short: Words,
    pub alert: Words,
    pub status: Status,
    /// What the service itself says of its hours; its places may know more.
    pub hours: HoursKnown,
    pub minimum_age: Option<i32>,
    pub maximum_age: Option<i32>,
    pub is_by_phone: bool,
    pub is_hotline: bool,
    pub online_url: Option<String>,
    pub verified_on: Option<Date>,
    pub is_sample: bool,
    pub updated_at: DateTimeUtc,
    /// Nothing is known when no price was told.
    pub is_free: Option<bool>,
    /// The names of its places and their towns, where they may be told.
    pub places: Vec<PlaceLine>,
}

/// A place as a word in a line.
#[derive(Clone, Debug, PartialEq)]
pub struct PlaceLine {
    pub id: Uuid,
    pub name: Words,
    pub is_confidential: bool,
    pub city: Option<String>,
    pub point: Option<Point>,
}

/// A name in an A-Z list.
#[derive(Clone, Debug, PartialEq, Eq, FromQueryResult)]
pub struct Named {
    pub id: Uuid,
    pub community_id: Uuid,
    pub name: Words,
    pub name_folded: String,
}

/// A place as a mark on the map. Confidential places never become one.
#[derive(Clone, Debug, PartialEq)]
pub struct MapPlace {
    pub id: Uuid,
    pub community_id: Uuid,
    pub name: Words,
    pub point: Point,
    /// How many services are given there.
    pub services: u64,
}

/// One page of a longer list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ids {
    pub ids: Vec<Uuid>,
    /// How many there are in all.
    pub total: u64,
}

/// Which services are wanted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ServiceFilter {
    pub organization: Option<Uuid>,
    pub program: Option<Uuid>,
    pub location: Option<Uuid>,
    /// Services with any of these terms.
    pub terms: Vec<Uuid>,
    /// Services with any term of this vocabulary.
    pub taxonomy: Option<Uuid>,
    pub modified_after: Option<DateTimeUtc>,
    pub is_hotline: Option<bool>,
    pub order: Order,
}

/// Which organizations are wanted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OrganizationFilter {
    /// The organizations right below this one.
    pub parent: Option<Uuid>,
    pub terms: Vec<Uuid>,
    pub taxonomy: Option<Uuid>,
    pub modified_after: Option<DateTimeUtc>,
    pub order: Order,
}

/// Which places, or services at places, are wanted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PlaceFilter {
    pub organization: Option<Uuid>,
    pub service: Option<Uuid>,
    pub location: Option<Uuid>,
    pub terms: Vec<Uuid>,
    pub taxonomy: Option<Uuid>,
    pub modified_after: Option<DateTimeUtc>,
    pub order: Order,
}

/// Which terms are wanted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TermFilter {
    pub taxonomy: Option<Uuid>,
    /// The terms right below this one.
    pub parent: Option<Uuid>,
    /// Only those without a broader term.
    pub top_only: bool,
}

/// In which order a list comes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    /// By name in the main language.
    #[default]
    Name,
    /// By identity: stable while records come and go, for walking through everything.
    Id,
    /// Latest change first.
    Latest,
}
