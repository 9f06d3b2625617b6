//! Rows of which nothing is said yet, to be written as `Service { name, ..Service::blank() }`.
use crate::model::{
    Accessibility, Attribute, Contact, CostOption, Funding, HoursKnown, Kind, Language, MainLang, Mappings, Metadata, Organization,
    OrganizationIdentifier, Phone, Program, RequiredDocument, Schedule, ScheduleKind, Service, ServiceArea, ServiceAtLocation,
    ServiceCapacity, ServiceWay, Status, Taxonomy, TaxonomyTerm, Unit, Url, WayKind, WordLists, Words,
};
use sea_orm::prelude::{Date, DateTimeUtc};
use uuid::Uuid;

/// A row of which nothing is said: nil identities, empty texts, hours unknown, in use, written in English.
pub trait Blank {
    fn blank() -> Self;
}

macro_rules! blank {
    ($($row:ident { $($field:ident: $value:expr),+ $(,)? })+) => { $(
        impl Blank for $row {
            fn blank() -> Self {
                Self { $($field: $value),+ }
            }
        }
    )+ };
}

blank! {
    Accessibility {
        id: Uuid::nil(), community_id: Uuid::nil(), location_id: Uuid::nil(), kind: None, description: Words::default(),
        details: Words::default(), url: None, position: 0,
    }
    Attribute {
        id: Uuid::nil(), community_id: Uuid::nil(), link_entity: Kind::Service, link_id: Uuid::nil(), link_type: None,
        taxonomy_term_id: None, value: None, label: Words::default(), position: 0,
    }
    Contact {
        id: Uuid::nil(), community_id: Uuid::nil(), organization_id: None, service_id: None, location_id: None,
        service_at_location_id: None, name: None, title: Words::default(), department: Words::default(), email: None, position: 0,
    }
    CostOption {
        id: Uuid::nil(), community_id: Uuid::nil(), service_id: Uuid::nil(), valid_from: None, valid_to: None, option: Words::default(),
        currency: None, amount_minor: None, amount_description: Words::default(), position: 0,
    }
    Funding {
        id: Uuid::nil(), community_id: Uuid::nil(), organization_id: None, service_id: None, funded_by: Words::default(), position: 0,
    }
    Language {
        id: Uuid::nil(), community_id: Uuid::nil(), service_id: None, location_id: None, phone_id: None, name: None, code: None,
        note: Words::default(), position: 0,
    }
    Metadata {
        id: Uuid::nil(), community_id: Uuid::nil(), resource_kind: Kind::Service, resource_id: Uuid::nil(),
        last_action_on: Date::default(), last_action_type: String::new(), field_name: String::new(), previous_value: String::new(),
        replacement_value: String::new(), updated_by: String::new(),
    }
    Organization {
        id: Uuid::nil(), community_id: Uuid::nil(), name: Words::default(), name_folded: String::new(), alternate_name: Words::default(),
        description: Words::default(), email: None, website: None, tax_status: None, tax_id: None, year_incorporated: None,
        legal_status: Words::default(), logo: None, uri: None, parent_organization_id: None, status: Status::Active, verified_on: None,
        is_sample: false, version: 0, main_lang: MainLang::En, source: None, source_id: None, created_at: DateTimeUtc::default(),
        updated_at: DateTimeUtc::default(),
    }
    OrganizationIdentifier {
        id: Uuid::nil(), community_id: Uuid::nil(), organization_id: Uuid::nil(), identifier_scheme: None, identifier_type: String::new(),
        identifier: String::new(), position: 0,
    }
    Phone {
        id: Uuid::nil(), community_id: Uuid::nil(), organization_id: None, service_id: None, location_id: None, contact_id: None,
        service_at_location_id: None, number: String::new(), extension: None, phone_type: None, description: Words::default(),
        position: 0,
    }
    Program {
        id: Uuid::nil(), community_id: Uuid::nil(), organization_id: Uuid::nil(), name: Words::default(), name_folded: String::new(),
        alternate_name: Words::default(), description: Words::default(), status: Status::Active, verified_on: None, is_sample: false,
        version: 0, main_lang: MainLang::En, source: None, source_id: None, created_at: DateTimeUtc::default(),
        updated_at: DateTimeUtc::default(),
    }
    RequiredDocument {
        id: Uuid::nil(), community_id: Uuid::nil(), service_id: Uuid::nil(), document: Words::default(), uri: None, position: 0,
    }
    Schedule {
        id: Uuid::nil(), community_id: Uuid::nil(), service_id: None, location_id: None, service_at_location_id: None,
        kind: ScheduleKind::Regular, valid_from: None, valid_to: None, dtstart: None, timezone: None, until: None, count: None,
        wkst: None, freq: None, interval: None, byday: None, byweekno: None, bymonthday: None, byyearday: None, bymonth: None,
        description: Words::default(), opens_at: None, closes_at: None, is_appointment: false, schedule_link: None, attending_type: None,
        notes: Words::default(), position: 0,
    }
    Service {
        id: Uuid::nil(), community_id: Uuid::nil(), organization_id: Uuid::nil(), program_id: None, name: Words::default(),
        name_folded: String::new(), alternate_name: Words::default(), short: Words::default(), description: Words::default(), url: None,
        email: None, interpretation_services: Words::default(), application_process: Words::default(), fees_description: Words::default(),
        wait_time: Words::default(), accreditations: Words::default(), licenses: Words::default(),
        eligibility_description: Words::default(), minimum_age: None, maximum_age: None, assurer_email: None, alert: Words::default(),
        online_url: None, is_by_phone: false, is_hotline: false, hours: HoursKnown::Unknown, status: Status::Active, verified_on: None,
        is_sample: false, version: 0, main_lang: MainLang::En, source: None, source_id: None, created_at: DateTimeUtc::default(),
        updated_at: DateTimeUtc::default(),
    }
    ServiceArea {
        id: Uuid::nil(), community_id: Uuid::nil(), service_id: None, service_at_location_id: None, name: Words::default(),
        description: Words::default(), extent: None, extent_type: None, uri: None, position: 0,
    }
    ServiceAtLocation {
        id: Uuid::nil(), community_id: Uuid::nil(), service_id: Uuid::nil(), location_id: Uuid::nil(), description: Words::default(),
        hours: HoursKnown::Unknown, position: 0, source: None, source_id: None,
    }
    ServiceCapacity {
        id: Uuid::nil(), community_id: Uuid::nil(), service_id: Uuid::nil(), unit_id: Uuid::nil(), available: 0, maximum: None,
        description: Words::default(), counted_at: DateTimeUtc::default(), position: 0,
    }
    ServiceWay {
        id: Uuid::nil(), community_id: Uuid::nil(), service_id: Uuid::nil(), kind: WayKind::Email, address: String::new(),
        note: Words::default(), position: 0,
    }
    Taxonomy {
        id: Uuid::nil(), community_id: None, key: None, name: Words::default(), description: Words::default(), uri: None, edition: None,
        source: None, source_id: None, created_at: DateTimeUtc::default(), updated_at: DateTimeUtc::default(),
    }
    TaxonomyTerm {
        id: Uuid::nil(), community_id: None, taxonomy_id: Uuid::nil(), code: None, name: Words::default(), name_folded: String::new(),
        description: Words::default(), parent_id: None, term_uri: None, synonyms: WordLists::default(), questions: WordLists::default(),
        mappings: Mappings::default(), position: 0, source: None, source_id: None, created_at: DateTimeUtc::default(),
        updated_at: DateTimeUtc::default(),
    }
    Unit {
        id: Uuid::nil(), community_id: Uuid::nil(), name: Words::default(), scheme: None, identifier: None, uri: None, source: None,
        source_id: None,
    }
    Url {
        id: Uuid::nil(), community_id: Uuid::nil(), organization_id: None, service_id: None, label: Words::default(), url: String::new(),
        position: 0,
    }
}
