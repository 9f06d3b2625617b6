//! What the standard does not know: ways to reach without speaking, reports of mistakes, questions without an answer.
use super::columns::{index, part_of, position, unique, words};
use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{
    big_integer, pk_uuid, string, string_null, text, timestamp_with_time_zone, timestamp_with_time_zone_null, uuid, uuid_null,
};

#[derive(DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in [service_way(), mistake_report(), zero_result()] {
            manager.create_table(table).await?;
        }
        let indices = [
            index("service_way", &["service_id", "position"]),
            index("service_way", &["community_id", "id"]),
            index("mistake_report", &["community_id", "state", "reported_at"]),
            index("mistake_report", &["record_id"]),
            unique("zero_result", &["community_id", "lang", "question_folded"]),
            index("zero_result", &["community_id", "count"]),
            index("zero_result", &["community_id", "last_at"]),
        ];
        for index in indices {
            manager.create_index(index).await?;
        }
        Ok(())
    }
}

fn service_way() -> TableCreateStatement {
    Table::create()
        .table("service_way")
        .col(pk_uuid("id"))
        .col(uuid("community_id"))
        .col(uuid("service_id"))
        .col(text("kind"))
        .col(text("address"))
        .col(words("note"))
        .col(position())
        .foreign_key(&mut part_of("service_way", "service_id", "service"))
        .take()
}

fn mistake_report() -> TableCreateStatement {
    Table::create()
        .table("mistake_report")
        .col(pk_uuid("id"))
        .col(uuid("community_id"))
        .col(text("kind"))
        .col(uuid("record_id"))
        .col(text("text"))
        .col(string_null("contact"))
        .col(timestamp_with_time_zone("reported_at"))
        .col(text("state"))
        .col(timestamp_with_time_zone_null("decided_at"))
        .col(uuid_null("decided_by"))
        .take()
}

fn zero_result() -> TableCreateStatement {
    Table::create()
        .table("zero_result")
        .col(pk_uuid("id"))
        .col(uuid("community_id"))
        .col(string("question_folded"))
        .col(text("lang"))
        .col(big_integer("count"))
        .col(timestamp_with_time_zone("last_at"))
        .take()
}
