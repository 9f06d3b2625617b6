//! The tables themselves. One line a table; columns that kept their names are not repeated.
use super::To::{Each, Field, Paragraph, Part, Repeats};
use super::{Rows, Table, To, own};
use crate::model::Kind;

const fn table(stems: &'static [&'static str], kind: Kind, columns: &'static [(&'static str, To)]) -> Table {
    Table {
        stems,
        rows: Rows::Are(kind),
        marks: &[],
        columns,
        says: &[],
    }
}

impl Table {
    const fn saying(mut self, says: &'static [(&'static str, &'static str)]) -> Self {
        self.says = says;
        self
    }
    const fn marked(mut self, marks: &'static [&'static str]) -> Self {
        self.marks = marks;
        self
    }
    const fn adding(mut self) -> Self {
        let (Rows::Are(kind) | Rows::AddTo(kind)) = self.rows;
        self.rows = Rows::AddTo(kind);
        self
    }
}

/// Every table of every dialect we know. The first that fits is taken.
pub const TABLES: &[Table] = &[
    table(
        &["organizations", "organization"],
        Kind::Organization,
        &[
            ("url", Field("website")),
            ("date_incorporated", Field("year_incorporated")),
            ("funding_sources", Each(Kind::Funding, "source")),
        ],
    ),
    table(&["programs", "program"], Kind::Program, &[]),
    table(
        &["services", "service"],
        Kind::Service,
        &[
            ("location_id", Part(Kind::ServiceAtLocation, "location_id")),
            ("website", Field("url")),
            ("eligibility", Paragraph("eligibility_description")),
            ("audience", Paragraph("eligibility_description")),
            ("fees", Paragraph("fees_description")),
            ("accepted_payments", Paragraph("fees_description")),
            ("funding_sources", Each(Kind::Funding, "source")),
            ("keywords", Each(Kind::Attribute, "value")),
            ("languages", Each(Kind::Language, "name")),
            ("required_documents", Each(Kind::RequiredDocument, "document")),
            ("service_areas", Each(Kind::ServiceArea, "name")),
            ("taxonomy_ids", Each(Kind::Attribute, "taxonomy_term_id")),
        ],
    ),
    table(
        &[
            "service_at_location",
            "services_at_location",
            "service_at_locations",
            "services_at_locations",
        ],
        Kind::ServiceAtLocation,
        &[],
    ),
    table(
        &["locations", "location"],
        Kind::Location,
        &[
            ("website", Field("url")),
            ("short_desc", Paragraph("description")),
            ("accessibility", Each(Kind::Accessibility, "description")),
            ("languages", Each(Kind::Language, "name")),
            ("email", Part(Kind::Contact, "email")),
            ("virtual", Field(own::VIRTUAL)),
        ],
    ),
    table(
        &["phones", "phone"],
        Kind::Phone,
        &[
            ("number_type", Field("type")),
            ("department", Paragraph("description")),
            ("vanity_number", Paragraph("description")),
            ("country_prefix", Field(own::PREFIX)),
            ("language", Each(Kind::Language, "name")),
        ],
    ),
    table(&["contacts", "contact"], Kind::Contact, &[]),
    table(&["addresses", "address"], Kind::Address, &[]),
    table(&["physical_addresses", "physical_address"], Kind::Address, &[]).saying(&[("address_type", "physical")]),
    table(
        &["postal_addresses", "postal_address", "mail_addresses", "mail_address"],
        Kind::Address,
        &[],
    )
    .saying(&[("address_type", "postal")]),
    table(
        &["schedules", "schedule"],
        Kind::Schedule,
        &[("weekday", Field(own::WEEKDAY)), ("original_text", Field("description"))],
    ),
    table(
        &["regular_schedules", "regular_schedule"],
        Kind::Schedule,
        &[("weekday", Field(own::WEEKDAY)), ("original_text", Field("description"))],
    ),
    table(
        &["holiday_schedules", "holiday_schedule"],
        Kind::Schedule,
        &[
            ("closed", Field(own::CLOSED)),
            ("start_date", Field("valid_from")),
            ("end_date", Field("valid_to")),
        ],
    ),
    table(&["funding", "fundings"], Kind::Funding, &[]),
    table(
        &["eligibility", "eligibilities", "eligibilitys"],
        Kind::Service,
        &[
            ("id", Repeats),
            ("eligibility", Paragraph("eligibility_description")),
            ("eligibility_description", Paragraph("eligibility_description")),
        ],
    )
    .adding(),
    table(
        &["payments_accepted", "payment_accepted", "payment_accepteds"],
        Kind::Service,
        &[("id", Repeats), ("payment", Paragraph("fees_description"))],
    )
    .adding(),
    table(&["languages", "language"], Kind::Language, &[("language", Field("name"))]),
    table(
        &[
            "accessibility",
            "accessibilities",
            "accessibility_for_disabilities",
            "accessibility_for_disability",
        ],
        Kind::Accessibility,
        &[("accessibility", Field("description"))],
    ),
    table(
        &["service_areas", "service_area"],
        Kind::ServiceArea,
        &[("service_area", Field("name"))],
    ),
    table(&["required_documents", "required_document"], Kind::RequiredDocument, &[]),
    // The old standard called a term a taxonomy.
    table(
        &["taxonomy", "taxonomies"],
        Kind::TaxonomyTerm,
        &[
            ("taxonomy_id", Field("id")),
            ("vocabulary", Field("taxonomy")),
            ("parent_name", Repeats),
        ],
    )
    .marked(&["parent_id", "parent_name", "vocabulary"]),
    table(&["taxonomies", "taxonomy"], Kind::Taxonomy, &[]),
    table(
        &["taxonomy_terms", "taxonomy_term"],
        Kind::TaxonomyTerm,
        &[("term", Field("name")), ("parent_name", Repeats)],
    ),
    table(
        &[
            "services_taxonomy",
            "service_taxonomy",
            "services_taxonomies",
            "service_taxonomies",
            "service_taxonomys",
            "service_attribute",
            "service_attributes",
        ],
        Kind::Attribute,
        &[
            ("service_id", Field("link_id")),
            ("taxonomy_id", Field("taxonomy_term_id")),
            ("taxonomy_detail", Field("value")),
        ],
    )
    .saying(&[("link_entity", "service")]),
    table(
        &["other_attributes", "other_attribute"],
        Kind::Attribute,
        &[("link_type", Field("link_entity")), ("taxonomy_id", Field("taxonomy_term_id"))],
    ),
    table(
        &["attributes", "attribute"],
        Kind::Attribute,
        &[("taxonomy_id", Field("taxonomy_term_id"))],
    ),
    table(&["cost_options", "cost_option"], Kind::CostOption, &[]),
    table(
        &["organization_identifiers", "organization_identifier"],
        Kind::OrganizationIdentifier,
        &[],
    ),
    table(
        &["service_capacity", "service_capacities", "capacities", "capacity"],
        Kind::ServiceCapacity,
        &[],
    ),
    table(&["units", "unit"], Kind::Unit, &[]),
    table(&["url", "urls", "additional_urls", "additional_websites"], Kind::Url, &[]),
    table(&["metadata", "metadatas"], Kind::Metadata, &[]),
    table(
        &["meta_table_descriptions", "meta_table_description"],
        Kind::MetaTableDescription,
        &[],
    ),
];
