//! What belongs to organizations, services and places: addresses, phones, hours, costs and the rest.
use super::columns::{flag, index, part_of, parts_of, position, tie, unique, words};
use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{
    big_integer, big_integer_null, date_null, integer_null, pk_uuid, string, string_null, text, text_null, time_null,
    timestamp_with_time_zone, uuid, uuid_null,
};

#[derive(DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let tables = [
            address(),
            contact(),
            phone(),
            schedule(),
            service_area(),
            language(),
            accessibility(),
            cost_option(),
            required_document(),
            funding(),
            unit(),
            service_capacity(),
            url(),
            organization_identifier(),
        ];
        for table in tables {
            manager.create_table(table).await?;
        }
        for index in indices() {
            manager.create_index(index).await?;
        }
        Ok(())
    }
}

const ORGANIZATION: (&str, &str) = ("organization_id", "organization");
const SERVICE: (&str, &str) = ("service_id", "service");
const LOCATION: (&str, &str) = ("location_id", "location");
const CONTACT: (&str, &str) = ("contact_id", "contact");
const SERVICE_AT_LOCATION: (&str, &str) = ("service_at_location_id", "service_at_location");
const PHONE: (&str, &str) = ("phone_id", "phone");

/// Which columns of which table name an owner.
const OWNERS: [(&str, &[(&str, &str)]); 13] = [
    ("address", &[LOCATION]),
    ("contact", &[ORGANIZATION, SERVICE, LOCATION, SERVICE_AT_LOCATION]),
    ("phone", &[ORGANIZATION, SERVICE, LOCATION, CONTACT, SERVICE_AT_LOCATION]),
    ("schedule", &[SERVICE, LOCATION, SERVICE_AT_LOCATION]),
    ("service_area", &[SERVICE, SERVICE_AT_LOCATION]),
    ("language", &[SERVICE, LOCATION, PHONE]),
    ("accessibility", &[LOCATION]),
    ("cost_option", &[SERVICE]),
    ("required_document", &[SERVICE]),
    ("funding", &[ORGANIZATION, SERVICE]),
    ("service_capacity", &[SERVICE]),
    ("url", &[ORGANIZATION, SERVICE]),
    ("organization_identifier", &[ORGANIZATION]),
];

/// The beginning of every part: its id, community, owners and place among its like. With one owner that one is required.
fn part(name: &'static str) -> TableCreateStatement {
    let mut table = Table::create();
    table.table(name).col(pk_uuid("id")).col(uuid("community_id"));
    let owners = OWNERS
        .iter()
        .find(|(table, _)| *table == name)
        .map_or(&[][..], |(_, owners)| owners);
    for (column, other) in owners {
        table.col(if owners.len() == 1 { uuid(*column) } else { uuid_null(*column) });
        table.foreign_key(&mut part_of(name, column, other));
    }
    table.col(position()).take()
}

fn address() -> TableCreateStatement {
    part("address")
        .col(string_null("attention"))
        .col(string("address_1").default(""))
        .col(string_null("address_2"))
        .col(string("city").default(""))
        .col(string_null("region"))
        .col(string("state_province").default(""))
        .col(string("postal_code").default(""))
        .col(string("country").default(""))
        .col(text("address_type"))
        .take()
}

fn contact() -> TableCreateStatement {
    part("contact")
        .col(string_null("name"))
        .col(words("title"))
        .col(words("department"))
        .col(string_null("email"))
        .take()
}

fn phone() -> TableCreateStatement {
    part("phone")
        .col(string("number"))
        .col(integer_null("extension"))
        .col(text_null("phone_type"))
        .col(words("description"))
        .take()
}

fn schedule() -> TableCreateStatement {
    part("schedule")
        .col(text("kind"))
        .col(date_null("valid_from"))
        .col(date_null("valid_to"))
        .col(date_null("dtstart"))
        .col(string_null("timezone"))
        .col(date_null("until"))
        .col(integer_null("count"))
        .col(text_null("wkst"))
        .col(text_null("freq"))
        .col(integer_null("interval"))
        .col(string_null("byday"))
        .col(string_null("byweekno"))
        .col(string_null("bymonthday"))
        .col(string_null("byyearday"))
        .col(string_null("bymonth"))
        .col(words("description"))
        .col(time_null("opens_at"))
        .col(time_null("closes_at"))
        .col(flag("is_appointment"))
        .col(text_null("schedule_link"))
        .col(text_null("attending_type"))
        .col(words("notes"))
        .take()
}

fn service_area() -> TableCreateStatement {
    part("service_area")
        .col(words("name"))
        .col(words("description"))
        .col(text_null("extent"))
        .col(string_null("extent_type"))
        .col(text_null("uri"))
        .take()
}

fn language() -> TableCreateStatement {
    part("language")
        .col(string_null("name"))
        .col(string_null("code"))
        .col(words("note"))
        .take()
}

fn accessibility() -> TableCreateStatement {
    part("accessibility")
        .col(text_null("kind"))
        .col(words("description"))
        .col(words("details"))
        .col(text_null("url"))
        .take()
}

fn cost_option() -> TableCreateStatement {
    part("cost_option")
        .col(date_null("valid_from"))
        .col(date_null("valid_to"))
        .col(words("option"))
        .col(string_null("currency"))
        .col(big_integer_null("amount_minor"))
        .col(words("amount_description"))
        .take()
}

fn required_document() -> TableCreateStatement {
    part("required_document").col(words("document")).col(text_null("uri")).take()
}

fn funding() -> TableCreateStatement {
    part("funding").col(words("funded_by")).take()
}

fn unit() -> TableCreateStatement {
    Table::create()
        .table("unit")
        .col(pk_uuid("id"))
        .col(uuid("community_id"))
        .col(words("name"))
        .col(string_null("scheme"))
        .col(string_null("identifier"))
        .col(text_null("uri"))
        .col(string_null("source"))
        .col(string_null("source_id"))
        .take()
}

fn service_capacity() -> TableCreateStatement {
    part("service_capacity")
        .col(uuid("unit_id"))
        .col(big_integer("available"))
        .col(big_integer_null("maximum"))
        .col(words("description"))
        .col(timestamp_with_time_zone("counted_at"))
        .foreign_key(&mut tie("service_capacity", "unit_id", "unit"))
        .take()
}

fn url() -> TableCreateStatement {
    part("url").col(words("label")).col(text("url")).take()
}

fn organization_identifier() -> TableCreateStatement {
    part("organization_identifier")
        .col(string_null("identifier_scheme"))
        .col(string("identifier_type"))
        .col(string("identifier"))
        .take()
}

fn indices() -> Vec<IndexCreateStatement> {
    let mut all = vec![
        index("service_capacity", &["unit_id"]),
        // Two records with one register number are probably one organization.
        index("organization_identifier", &["community_id", "identifier"]),
        unique("unit", &["community_id", "source", "source_id"]),
    ];
    for (table, owners) in OWNERS {
        // A whole table of a community, for exports.
        all.push(index(table, &["community_id", "id"]));
        all.extend(owners.iter().map(|(column, _)| parts_of(table, column)));
    }
    all
}
