//! Seals of the audit log.
use sea_orm_migration::prelude::*;

pub(super) struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &'static str {
        "office_0001_audit_seal"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, m: &SchemaManager) -> Result<(), DbErr> {
        m.create_table(
            Table::create()
                .table("audit_seal")
                .col(ColumnDef::new("chain").uuid().not_null())
                .col(ColumnDef::new("number").big_integer().not_null())
                .col(ColumnDef::new("hash").text().not_null())
                .col(ColumnDef::new("sealed_at").timestamp_with_time_zone().not_null())
                .col(ColumnDef::new("mac").text().not_null())
                .primary_key(Index::create().col("chain").col("number"))
                .to_owned(),
        )
        .await
    }
}
