//! Organizations, programs, services, locations, and which service is where.
use super::columns::{flag, index, mention, part_of, position, record, tie, unique, words};
use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{boolean, double_null, integer_null, pk_uuid, string, string_null, text, text_null, uuid, uuid_null};

#[derive(DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in [organization(), program(), service(), location(), service_at_location()] {
            manager.create_table(table).await?;
        }
        for index in indices() {
            manager.create_index(index).await?;
        }
        Ok(())
    }
}

fn organization() -> TableCreateStatement {
    let mut table = Table::create();
    table
        .table("organization")
        .col(pk_uuid("id"))
        .col(uuid("community_id"))
        .col(words("name"))
        .col(string("name_folded"))
        .col(words("alternate_name"))
        .col(words("description"))
        .col(string_null("email"))
        .col(text_null("website"))
        .col(string_null("tax_status"))
        .col(string_null("tax_id"))
        .col(integer_null("year_incorporated"))
        .col(words("legal_status"))
        .col(text_null("logo"))
        .col(text_null("uri"))
        .col(uuid_null("parent_organization_id"));
    record(&mut table)
        .foreign_key(&mut mention("organization", "parent_organization_id", "organization"))
        .take()
}

fn program() -> TableCreateStatement {
    let mut table = Table::create();
    table
        .table("program")
        .col(pk_uuid("id"))
        .col(uuid("community_id"))
        .col(uuid("organization_id"))
        .col(words("name"))
        .col(string("name_folded"))
        .col(words("alternate_name"))
        .col(words("description"));
    record(&mut table)
        .foreign_key(&mut tie("program", "organization_id", "organization"))
        .take()
}

fn service() -> TableCreateStatement {
    let mut table = Table::create();
    table
        .table("service")
        .col(pk_uuid("id"))
        .col(uuid("community_id"))
        .col(uuid("organization_id"))
        .col(uuid_null("program_id"))
        .col(words("name"))
        .col(string("name_folded"))
        .col(words("alternate_name"))
        .col(words("short"))
        .col(words("description"))
        .col(text_null("url"))
        .col(string_null("email"))
        .col(words("interpretation_services"))
        .col(words("application_process"))
        .col(words("fees_description"))
        .col(words("wait_time"))
        .col(words("accreditations"))
        .col(words("licenses"))
        .col(words("eligibility_description"))
        .col(integer_null("minimum_age"))
        .col(integer_null("maximum_age"))
        .col(string_null("assurer_email"))
        .col(words("alert"))
        .col(text_null("online_url"))
        .col(flag("is_by_phone"))
        .col(flag("is_hotline"))
        .col(text("hours"));
    record(&mut table)
        .foreign_key(&mut tie("service", "organization_id", "organization"))
        .foreign_key(&mut mention("service", "program_id", "program"))
        .take()
}

fn location() -> TableCreateStatement {
    let mut table = Table::create();
    table
        .table("location")
        .col(pk_uuid("id"))
        .col(uuid("community_id"))
        .col(uuid_null("organization_id"))
        .col(text("location_type"))
        .col(words("name"))
        .col(string("name_folded"))
        .col(words("alternate_name"))
        .col(words("description"))
        // No default: whoever writes a place says whether its address may be told.
        .col(boolean("is_confidential"))
        .col(double_null("latitude"))
        .col(double_null("longitude"))
        .col(words("transportation"))
        .col(text_null("url"))
        .col(string_null("external_identifier"))
        .col(string_null("external_identifier_type"))
        .col(text("hours"));
    record(&mut table)
        .foreign_key(&mut mention("location", "organization_id", "organization"))
        .take()
}

fn service_at_location() -> TableCreateStatement {
    Table::create()
        .table("service_at_location")
        .col(pk_uuid("id"))
        .col(uuid("community_id"))
        .col(uuid("service_id"))
        .col(uuid("location_id"))
        .col(words("description"))
        .col(text("hours"))
        .col(position())
        .col(string_null("source"))
        .col(string_null("source_id"))
        .foreign_key(&mut part_of("service_at_location", "service_id", "service"))
        .foreign_key(&mut part_of("service_at_location", "location_id", "location"))
        .take()
}

fn indices() -> Vec<IndexCreateStatement> {
    let mut all = vec![
        index("organization", &["parent_organization_id"]),
        index("program", &["organization_id"]),
        index("service", &["organization_id"]),
        index("service", &["program_id"]),
        index("location", &["organization_id"]),
        index("service_at_location", &["community_id"]),
        index("service_at_location", &["location_id"]),
        unique("service_at_location", &["service_id", "location_id"]),
        unique("service_at_location", &["community_id", "source", "source_id"]),
    ];
    for table in ["organization", "program", "service", "location"] {
        // Lists by name, what changed since, and the same imported record twice.
        all.push(index(table, &["community_id", "name_folded", "id"]));
        all.push(index(table, &["community_id", "updated_at", "id"]));
        all.push(unique(table, &["community_id", "source", "source_id"]));
    }
    all
}
