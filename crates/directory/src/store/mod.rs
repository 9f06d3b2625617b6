//! The only files that speak to the database.
//!
//! Reads take the communities first (one, or one with all below it) and answer for visitors: records that are no longer
//! in use are left out, and so are those of an organization that is not. A record with its parts costs one query a
//! relation for the whole list, however long it is.
mod ask;
mod belongs;
mod exchange;
mod figures;
mod kept;
mod lists;
mod organizations;
mod own;
mod parts;
mod places;
mod records;
mod rows;
mod services;
mod taxonomies;
pub mod write;

pub use exchange::{
    ServiceHead, Visit, drawn_areas, organization_heads, owners_of_hours, places_with_postcode, service_dates, service_heads,
    services_by_organization, services_of_ages, still_shown, visits, withdrawn_since,
};
pub use figures::{
    Figures, NearPlace, TermName, busiest_places, figures, organization_names, services_by_community, term_names, was_removed,
};
pub use lists::{
    counts_by_term, hotlines, newest, organization_initials, organizations_by_initial, places_for_map, service_initials, service_lines,
    services_by_initial,
};
pub use organizations::{organizations, organizations_page, programs, stream_organizations};
pub use own::{is_shown, reports, zero_results};
pub use places::{places, places_page, services_at_places, services_at_places_page, stream_places};
pub use records::*;
pub use rows::service_rows;
pub use services::{services, services_page, stream_services};
pub use taxonomies::{histories_of, taxonomies, terms, terms_of, terms_page, vocabularies, vocabulary};

pub(crate) use kept::{locations_by_id, services_by_id, ways_of};
pub(crate) use organizations::{next_organizations, organizations_anywhere};
pub(crate) use places::{next_places, places_anywhere};
pub(crate) use services::{next_services, services_anywhere};
