//! The platform's own tables: communities, audit, change feed, jobs, settings.
use sea_orm_migration::prelude::*;

/// In order; forward only.
pub fn migrations() -> Vec<Box<dyn MigrationTrait>> {
    vec![Box::new(Platform0001)]
}

struct Platform0001;

impl MigrationName for Platform0001 {
    fn name(&self) -> &'static str {
        "platform_0001_tables"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Platform0001 {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, m: &SchemaManager) -> Result<(), DbErr> {
        let text = |name: &'static str| ColumnDef::new(name).text().not_null().to_owned();
        let instant = |name: &'static str| ColumnDef::new(name).timestamp_with_time_zone().not_null().to_owned();
        let id = |name: &'static str| ColumnDef::new(name).uuid().not_null().to_owned();
        m.create_table(
            Table::create()
                .table("community")
                .col(id("id").primary_key())
                .col(ColumnDef::new("parent_id").uuid())
                .col(text("slug").unique_key())
                .col(ColumnDef::new("name").json_binary().not_null())
                .col(ColumnDef::new("about").json_binary().not_null())
                .col(text("language"))
                .col(text("languages"))
                .col(text("country"))
                .col(text("timezone"))
                .col(text("accent"))
                .col(ColumnDef::new("latitude").double())
                .col(ColumnDef::new("longitude").double())
                .col(ColumnDef::new("host").text().unique_key())
                .col(ColumnDef::new("is_sample").boolean().not_null())
                .col(instant("created_at"))
                .foreign_key(ForeignKey::create().from("community", "parent_id").to("community", "id"))
                .to_owned(),
        )
        .await?;
        m.create_table(
            Table::create()
                .table("audit_entry")
                .col(id("chain"))
                .col(ColumnDef::new("number").big_integer().not_null())
                .col(instant("at"))
                .col(ColumnDef::new("actor_id").uuid())
                .col(text("actor_kind"))
                .col(text("verb"))
                .col(text("kind"))
                .col(id("record_id"))
                .col(text("fields"))
                .col(text("hash"))
                .primary_key(Index::create().col("chain").col("number"))
                .to_owned(),
        )
        .await?;
        m.create_index(
            Index::create()
                .name("audit_entry_record")
                .table("audit_entry")
                .col("record_id")
                .to_owned(),
        )
        .await?;
        m.create_table(
            Table::create()
                .table("change")
                .col(ColumnDef::new("sequence").big_integer().not_null().auto_increment().primary_key())
                .col(id("community_id"))
                .col(text("kind"))
                .col(id("record_id"))
                .col(text("operation"))
                .col(instant("at"))
                .to_owned(),
        )
        .await?;
        m.create_index(
            Index::create()
                .name("change_community_kind")
                .table("change")
                .col("community_id")
                .col("kind")
                .col("at")
                .to_owned(),
        )
        .await?;
        m.create_table(
            Table::create()
                .table("job")
                .col(id("id").primary_key())
                .col(text("name"))
                .col(ColumnDef::new("payload").json_binary().not_null())
                .col(text("state"))
                .col(instant("run_at"))
                .col(ColumnDef::new("tries").integer().not_null())
                .col(ColumnDef::new("leased_until").timestamp_with_time_zone())
                .col(ColumnDef::new("last_error").text())
                .col(ColumnDef::new("waiting_key").text().unique_key())
                .col(instant("created_at"))
                .col(ColumnDef::new("ended_at").timestamp_with_time_zone())
                .to_owned(),
        )
        .await?;
        m.create_index(Index::create().name("job_due").table("job").col("state").col("run_at").to_owned())
            .await?;
        m.create_table(
            Table::create()
                .table("setting")
                .col(id("community_id"))
                .col(text("name"))
                .col(ColumnDef::new("value").json_binary().not_null())
                .primary_key(Index::create().col("community_id").col("name"))
                .to_owned(),
        )
        .await
    }
}
