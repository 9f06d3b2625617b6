//! Our profile of the standard: what we add, and the files by which it is published.
//!
//! The standard has one text a field. Here every object with texts may carry `translations`:
//! ```json
//! { "id": "…", "name": "Бібліотека", "text_language": "uk", "translations": { "en": { "name": "Library" } } }
//! ```
//! The standard's fields hold the text of the record's own language, named by `text_language` on main records (parts follow
//! the record they are in). A text that does not exist in that language stands in the field in the nearest one, and under its
//! true language in `translations` too. Whoever ignores the profile reads valid HSDS in one language.
//!
//! Besides, a few facts the standard has no field for: whether opening hours are known at all, exceptions from them, months,
//! appointments, whether a place is confidential, what is sample data.
use super::shape::{self, Field, OBJECTS, Value, field, object_of};
use crate::model::Kind;
use serde_json::{Map, Value as Json, json};

/// The profile's own version; independent of the standard's.
pub const VERSION: &str = "1.0.0";

/// A field we add, to which objects, and what it says.
#[derive(Debug)]
pub struct Added {
    pub field: Field,
    pub to: &'static [Kind],
    pub about: &'static str,
}

const HOURS: Value = Value::Choice(&["known", "unknown", "always"]);
const STATUSES: Value = Value::Choice(&["active", "inactive", "defunct", "temporarily closed"]);
const EXCEPTIONS: Value = Value::Choice(&["closed", "instead"]);
const WAYS: Value = Value::Choice(&["sms", "telegram", "viber", "whatsapp", "chat", "email", "video_sign"]);
const ACCESS: Value = Value::Choice(&[
    "step_free",
    "ramp",
    "lift",
    "accessible_toilet",
    "parking",
    "hearing_loop",
    "sign_language",
    "tactile",
    "large_print",
]);

/// Objects that may have texts in several languages.
const WITH_TEXTS: &[Kind] = &[
    Kind::Organization,
    Kind::Program,
    Kind::Service,
    Kind::Attribute,
    Kind::ServiceAtLocation,
    Kind::Location,
    Kind::Phone,
    Kind::Contact,
    Kind::Schedule,
    Kind::Funding,
    Kind::ServiceArea,
    Kind::RequiredDocument,
    Kind::Language,
    Kind::Accessibility,
    Kind::TaxonomyTerm,
    Kind::CostOption,
    Kind::Taxonomy,
    Kind::ServiceCapacity,
    Kind::Unit,
    Kind::Url,
];

const fn added(name: &'static str, value: Value, to: &'static [Kind], about: &'static str) -> Added {
    Added {
        field: field(name, value),
        to,
        about,
    }
}

/// Everything we add.
pub const ADDED: &[Added] = &[
    added(
        "summary",
        Value::Text,
        &[Kind::Service],
        "One sentence about the service, for lists.",
    ),
    added(
        "status",
        STATUSES,
        &[Kind::Organization, Kind::Program, Kind::Location],
        "Whether the record is in use, as `status` of a service.",
    ),
    added(
        "assured_date",
        Value::Date,
        &[Kind::Organization, Kind::Program, Kind::Location],
        "The day on which the record was last checked, as `assured_date` of a service.",
    ),
    added(
        "last_modified",
        Value::DateTime,
        &[Kind::Organization, Kind::Program, Kind::Location],
        "When the record or one of its parts was last changed, as `last_modified` of a service.",
    ),
    added(
        "hours",
        HOURS,
        &[Kind::Service, Kind::Location, Kind::ServiceAtLocation],
        "What is known of opening hours: the schedules say them, nobody told us (not the same as closed), or around the clock.",
    ),
    added("online_url", Value::Uri, &[Kind::Service], "Where the service can be had online."),
    added("is_by_phone", Value::Boolean, &[Kind::Service], "The service can be had by phone."),
    added("is_hotline", Value::Boolean, &[Kind::Service], "The service is a hotline."),
    added(
        "is_confidential",
        Value::Boolean,
        &[Kind::Location],
        "The address of the location is not published in any form.",
    ),
    added(
        "is_sample",
        Value::Boolean,
        &[Kind::Organization, Kind::Program, Kind::Service, Kind::Location],
        "The record was invented for a demonstration.",
    ),
    added(
        "exception",
        EXCEPTIONS,
        &[Kind::Schedule],
        "From `valid_from` to `valid_to` the place is closed, or open at these times instead of the usual ones.",
    ),
    added(
        "bymonth",
        Value::Text,
        &[Kind::Schedule],
        "iCal BYMONTH: comma separated months of the year, 1 to 12.",
    ),
    added(
        "timezone_name",
        Value::Text,
        &[Kind::Schedule],
        "The IANA zone of the local times; `timezone` is its present offset.",
    ),
    added(
        "is_by_appointment",
        Value::Boolean,
        &[Kind::Schedule],
        "Open at these times only by appointment.",
    ),
    added("kind", ACCESS, &[Kind::Accessibility], "The arrangement, by a closed list."),
    added(
        "way",
        WAYS,
        &[Kind::Phone, Kind::Contact, Kind::Url],
        "This reaches the service without speaking or hearing, in this way.",
    ),
    added(
        "text_language",
        Value::Text,
        &[
            Kind::Organization,
            Kind::Program,
            Kind::Service,
            Kind::ServiceAtLocation,
            Kind::Location,
            Kind::TaxonomyTerm,
            Kind::Taxonomy,
        ],
        "The ISO 639-1 code of the language of the texts outside of `translations`.",
    ),
    added(
        "translations",
        Value::Translations,
        WITH_TEXTS,
        "Texts in other languages: ISO 639-1 code of the language → name of the field → text.",
    ),
];

/// The fields our profile adds to an object.
pub fn added_to(kind: Kind) -> impl Iterator<Item = &'static Added> {
    ADDED.iter().filter(move |added| added.to.contains(&kind))
}

/// Every field of an object: the standard's, then ours.
pub fn fields(kind: Kind) -> impl Iterator<Item = &'static Field> {
    object_of(kind).fields.iter().chain(added_to(kind).map(|added| &added.field))
}

/// The columns of an object's CSV file: the standard's, then ours.
pub fn columns(kind: Kind) -> impl Iterator<Item = &'static Field> {
    fields(kind).filter(|field| !field.value.is_nested())
}

/// The modification of one object's schema as a JSON Merge Patch, to be published at `{base}/profile/{object}.json`.
pub fn patch(kind: Kind, base: &str) -> Json {
    let properties: Map<String, Json> = added_to(kind).map(|added| (added.field.name.to_owned(), property(added))).collect();
    let mut patch = json!({ "$id": schema_id(kind, base) });
    if let Some(patch) = patch.as_object_mut().filter(|_| !properties.is_empty()) {
        patch.insert("properties".to_owned(), properties.into());
    }
    patch
}

/// The description of the profile itself, to be published at `{base}`.
pub fn description(base: &str) -> Json {
    let base = base.trim_end_matches('/');
    let files = |folder: &str| -> Vec<String> {
        OBJECTS
            .iter()
            .map(|object| format!("{base}/{folder}/{}.json", object.kind))
            .collect()
    };
    json!({
        "name": "Kolo profile of HSDS",
        "description": "HSDS with texts in several languages (translations), knowledge of opening hours and their exceptions, \
                        confidential locations, and ways to reach a service without speaking or hearing.",
        "version": VERSION,
        "hsds_version": shape::VERSION,
        "profile": files("profile"),
        "schema": files("schema"),
        "datapackage": format!("{base}/datapackage.json"),
    })
}

pub(super) fn schema_id(kind: Kind, base: &str) -> String {
    format!("{}/schema/{kind}.json", base.trim_end_matches('/'))
}

pub(super) fn property(added: &Added) -> Json {
    let mut property = super::schema::property(&added.field);
    if let Some(property) = property.as_object_mut() {
        property.insert("description".to_owned(), added.about.into());
    }
    property
}
