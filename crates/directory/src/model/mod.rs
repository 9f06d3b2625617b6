//! The tables of the directory: the 24 objects of HSDS 3.2 and four of our own. One file a table, no queries.
//!
//! Main records (organization, program, service, location) carry a version, a status and where they came from; parts belong
//! to them, are ordered by `position` and disappear with them. Texts are [`Words`]: a column of JSON, language → text.

/// Writes down which tables a table is tied to, for SeaORM's loaders.
macro_rules! related {
    ($($table:ident => $relation:ident),+ $(,)?) => { $(
        impl Related<super::$table::Entity> for Entity {
            fn to() -> RelationDef {
                Relation::$relation.def()
            }
        }
    )+ };
}

mod kinds;
mod whereabouts;
mod words;

pub mod accessibility;
pub mod address;
pub mod attribute;
pub mod contact;
pub mod cost_option;
pub mod funding;
pub mod language;
pub mod location;
pub mod meta_table_description;
pub mod metadata;
pub mod mistake_report;
pub mod organization;
pub mod organization_identifier;
pub mod phone;
pub mod program;
pub mod required_document;
pub mod schedule;
pub mod service;
pub mod service_area;
pub mod service_at_location;
pub mod service_capacity;
pub mod service_way;
pub mod taxonomy;
pub mod taxonomy_term;
pub mod unit;
pub mod url;
pub mod zero_result;

pub use kinds::{
    AccessKind, Freq, HoursKnown, Kind, LocationType, MainLang, PhoneType, ReportState, ScheduleKind, Status, WayKind, Weekday,
};
pub use whereabouts::{OpenPlace, Point, PostalAddress, Reveal, Whereabouts};
pub use words::{Mapping, Mappings, WordLists, Words};

pub use accessibility::Model as Accessibility;
pub use address::Model as Address;
pub use attribute::Model as Attribute;
pub use contact::Model as Contact;
pub use cost_option::Model as CostOption;
pub use funding::Model as Funding;
pub use language::Model as Language;
pub use location::Model as Location;
pub use meta_table_description::Model as MetaTableDescription;
pub use metadata::Model as Metadata;
pub use mistake_report::Model as MistakeReport;
pub use organization::Model as Organization;
pub use organization_identifier::Model as OrganizationIdentifier;
pub use phone::Model as Phone;
pub use program::Model as Program;
pub use required_document::Model as RequiredDocument;
pub use schedule::Model as Schedule;
pub use service::Model as Service;
pub use service_area::Model as ServiceArea;
pub use service_at_location::Model as ServiceAtLocation;
pub use service_capacity::Model as ServiceCapacity;
pub use service_way::Model as ServiceWay;
pub use taxonomy::Model as Taxonomy;
pub use taxonomy_term::Model as TaxonomyTerm;
pub use unit::Model as Unit;
pub use url::Model as Url;
pub use zero_result::Model as ZeroResult;
