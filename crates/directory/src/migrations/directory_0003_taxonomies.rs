//! Taxonomies, their terms, and what they are attached to; histories and notes that come with imported data.
use super::columns::{index, mention, part_of, position, unique, words};
use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{
    date, json_binary, pk_uuid, string, string_null, text, text_null, timestamp_with_time_zone, uuid, uuid_null,
};

#[derive(DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in [taxonomy(), taxonomy_term(), attribute(), metadata(), meta_table_description()] {
            manager.create_table(table).await?;
        }
        for index in indices() {
            manager.create_index(index).await?;
        }
        Ok(())
    }
}

fn taxonomy() -> TableCreateStatement {
    Table::create()
        .table("taxonomy")
        .col(pk_uuid("id"))
        .col(uuid_null("community_id"))
        .col(string_null("key"))
        .col(words("name"))
        .col(words("description"))
        .col(text_null("uri"))
        .col(string_null("edition"))
        .col(string_null("source"))
        .col(string_null("source_id"))
        .col(timestamp_with_time_zone("created_at"))
        .col(timestamp_with_time_zone("updated_at"))
        .take()
}

fn taxonomy_term() -> TableCreateStatement {
    Table::create()
        .table("taxonomy_term")
        .col(pk_uuid("id"))
        .col(uuid_null("community_id"))
        .col(uuid("taxonomy_id"))
        .col(string_null("code"))
        .col(words("name"))
        .col(string("name_folded"))
        .col(words("description"))
        .col(uuid_null("parent_id"))
        .col(text_null("term_uri"))
        .col(words("synonyms"))
        .col(words("questions"))
        .col(json_binary("mappings").default("[]"))
        .col(position())
        .col(string_null("source"))
        .col(string_null("source_id"))
        .col(timestamp_with_time_zone("created_at"))
        .col(timestamp_with_time_zone("updated_at"))
        .foreign_key(&mut part_of("taxonomy_term", "taxonomy_id", "taxonomy"))
        .foreign_key(&mut mention("taxonomy_term", "parent_id", "taxonomy_term"))
        .take()
}

fn attribute() -> TableCreateStatement {
    Table::create()
        .table("attribute")
        .col(pk_uuid("id"))
        .col(uuid("community_id"))
        .col(text("link_entity"))
        .col(uuid("link_id"))
        .col(string_null("link_type"))
        .col(uuid_null("taxonomy_term_id"))
        .col(text_null("value"))
        .col(words("label"))
        .col(position())
        .foreign_key(&mut part_of("attribute", "taxonomy_term_id", "taxonomy_term"))
        .take()
}

fn metadata() -> TableCreateStatement {
    Table::create()
        .table("metadata")
        .col(pk_uuid("id"))
        .col(uuid("community_id"))
        .col(text("resource_kind"))
        .col(uuid("resource_id"))
        .col(date("last_action_on"))
        .col(string("last_action_type"))
        .col(string("field_name"))
        .col(text("previous_value"))
        .col(text("replacement_value"))
        .col(string("updated_by"))
        .take()
}

fn meta_table_description() -> TableCreateStatement {
    Table::create()
        .table("meta_table_description")
        .col(pk_uuid("id"))
        .col(uuid("community_id"))
        .col(string_null("name"))
        .col(string_null("language"))
        .col(string_null("character_set"))
        .take()
}

fn indices() -> Vec<IndexCreateStatement> {
    vec![
        unique("taxonomy", &["key"]),
        unique("taxonomy", &["community_id", "source", "source_id"]),
        index("taxonomy_term", &["taxonomy_id", "position", "id"]),
        index("taxonomy_term", &["taxonomy_id", "code"]),
        index("taxonomy_term", &["parent_id"]),
        unique("taxonomy_term", &["community_id", "source", "source_id"]),
        index("attribute", &["link_id", "position"]),
        index("attribute", &["taxonomy_term_id", "link_id"]),
        index("attribute", &["community_id", "id"]),
        index("metadata", &["resource_id", "last_action_on"]),
        index("metadata", &["community_id", "id"]),
        index("meta_table_description", &["community_id"]),
    ]
}
