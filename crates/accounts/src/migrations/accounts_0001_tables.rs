//! People, sessions, roles, links, invitations.
use sea_orm_migration::prelude::*;

pub(super) struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &'static str {
        "accounts_0001_tables"
    }
}

fn id(name: &'static str) -> ColumnDef {
    ColumnDef::new(name).uuid().not_null().to_owned()
}
fn text(name: &'static str) -> ColumnDef {
    ColumnDef::new(name).text().not_null().to_owned()
}
fn instant(name: &'static str) -> ColumnDef {
    ColumnDef::new(name).timestamp_with_time_zone().not_null().to_owned()
}
fn person() -> ForeignKeyCreateStatement {
    ForeignKey::create()
        .from_col("person_id")
        .to("person", "id")
        .on_delete(ForeignKeyAction::Cascade)
        .to_owned()
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, m: &SchemaManager) -> Result<(), DbErr> {
        m.create_table(
            Table::create()
                .table("person")
                .col(id("id").primary_key())
                .col(text("email_hash").unique_key())
                .col(ColumnDef::new("email_sealed").blob().not_null())
                .col(ColumnDef::new("name_sealed").blob().not_null())
                .col(ColumnDef::new("lang").text())
                .col(ColumnDef::new("password_hash").text())
                .col(ColumnDef::new("failed_tries").integer().not_null())
                .col(ColumnDef::new("locked_until").timestamp_with_time_zone())
                .col(instant("created_at"))
                .to_owned(),
        )
        .await?;
        m.create_table(
            Table::create()
                .table("session")
                .col(id("id").primary_key())
                .col(text("token_hash").unique_key())
                .col(id("person_id"))
                .col(instant("created_at"))
                .col(instant("seen_at"))
                .col(instant("ends_at"))
                .foreign_key(&mut person())
                .to_owned(),
        )
        .await?;
        m.create_index(Index::create().name("session_person").table("session").col("person_id").to_owned())
            .await?;
        m.create_table(
            Table::create()
                .table("role_grant")
                .col(id("id").primary_key())
                .col(id("person_id"))
                .col(text("role"))
                .col(ColumnDef::new("community_id").uuid())
                .col(ColumnDef::new("organization_id").uuid())
                .col(ColumnDef::new("granted_by").uuid())
                .col(instant("granted_at"))
                .foreign_key(&mut person())
                .to_owned(),
        )
        .await?;
        m.create_index(
            Index::create()
                .name("role_grant_person")
                .table("role_grant")
                .col("person_id")
                .to_owned(),
        )
        .await?;
        m.create_index(
            Index::create()
                .name("role_grant_community")
                .table("role_grant")
                .col("community_id")
                .to_owned(),
        )
        .await?;
        m.create_table(
            Table::create()
                .table("sign_in_link")
                .col(text("token_hash").primary_key())
                .col(id("person_id"))
                .col(instant("ends_at"))
                .col(ColumnDef::new("used_at").timestamp_with_time_zone())
                .foreign_key(&mut person())
                .to_owned(),
        )
        .await?;
        m.create_table(
            Table::create()
                .table("invitation")
                .col(id("id").primary_key())
                .col(ColumnDef::new("token_hash").text().unique_key())
                .col(ColumnDef::new("email_sealed").blob().not_null())
                .col(text("lang"))
                .col(text("role"))
                .col(id("community_id"))
                .col(ColumnDef::new("organization_id").uuid())
                .col(ColumnDef::new("invited_by").uuid())
                .col(instant("created_at"))
                .col(instant("ends_at"))
                .col(ColumnDef::new("accepted_at").timestamp_with_time_zone())
                .to_owned(),
        )
        .await?;
        m.create_index(
            Index::create()
                .name("invitation_community")
                .table("invitation")
                .col("community_id")
                .to_owned(),
        )
        .await
    }
}
