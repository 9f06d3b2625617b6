use super::migrations;
use crate::model;
use crate::model::{Kind, Words};
use kolo_words::Lang;
use sea_orm::entity::prelude::*;
use sea_orm::{ActiveValue::Set, ConnectOptions, Database, DatabaseConnection, DbBackend, Iterable, Schema, Statement};
use sea_orm_migration::{MigrationTrait, MigratorTraitSelf};
use std::collections::BTreeMap;

struct All;
impl MigratorTraitSelf for All {
    fn migrations(&self) -> Vec<Box<dyn MigrationTrait>> {
        migrations()
    }
}

/// Name of a table → name of a column → may it be null.
type Tables = BTreeMap<String, BTreeMap<String, bool>>;

fn columns_of<E: EntityTrait>() -> (String, BTreeMap<String, bool>) {
    // `def` is what the entity says of a column; the primary key is never null.
    let columns = E::Column::iter().map(|c| (c.as_str().to_owned(), c.def().is_null())).collect();
    (E::default().table_name().to_owned(), columns)
}

macro_rules! tables {
    ($($table:ident),+ $(,)?) => { BTreeMap::from([$(columns_of::<model::$table::Entity>()),+]) };
}

fn entities() -> Tables {
    tables!(
        accessibility,
        address,
        attribute,
        contact,
        cost_option,
        funding,
        language,
        location,
        meta_table_description,
        metadata,
        mistake_report,
        organization,
        organization_identifier,
        phone,
        program,
        required_document,
        schedule,
        service,
        service_area,
        service_at_location,
        service_capacity,
        service_way,
        taxonomy,
        taxonomy_term,
        unit,
        url,
        zero_result,
    )
}

async fn rows(db: &DatabaseConnection, sql: &str) -> Vec<sea_orm::QueryResult> {
    db.query_all_raw(Statement::from_string(db.get_database_backend(), sql))
        .await
        .unwrap()
}

async fn tables(db: &DatabaseConnection) -> Tables {
    let mut found = Tables::new();
    if db.get_database_backend() == DbBackend::Postgres {
        let sql = "select table_name::text, column_name::text, is_nullable = 'YES' as nullable from information_schema.columns \
                   where table_schema = current_schema() and table_name <> 'seaql_migrations'";
        for row in rows(db, sql).await {
            let table: String = row.try_get("", "table_name").unwrap();
            found
                .entry(table)
                .or_default()
                .insert(row.try_get("", "column_name").unwrap(), row.try_get("", "nullable").unwrap());
        }
    } else {
        for row in rows(
            db,
            "select name from sqlite_master where type = 'table' and name <> 'seaql_migrations'",
        )
        .await
        {
            let table: String = row.try_get("", "name").unwrap();
            for column in rows(
                db,
                &format!("select name, \"notnull\" as filled, pk from pragma_table_info('{table}')"),
            )
            .await
            {
                let filled: i32 = column.try_get("", "filled").unwrap();
                let key: i32 = column.try_get("", "pk").unwrap();
                found
                    .entry(table.clone())
                    .or_default()
                    .insert(column.try_get("", "name").unwrap(), filled == 0 && key == 0);
            }
        }
    }
    found
}

/// Calls `check` with an empty database: a file of SQLite, and a schema of PostgreSQL when one is offered.
async fn on_every_database(check: impl AsyncFn(&DatabaseConnection)) {
    let folder = tempfile::tempdir().unwrap();
    let db = Database::connect(format!("sqlite://{}?mode=rwc", folder.path().join("kolo.sqlite").display()))
        .await
        .unwrap();
    check(&db).await;
    let Ok(url) = std::env::var("KOLO_TEST_POSTGRES") else { return };
    let mut options = ConnectOptions::new(url);
    options.max_connections(1).sqlx_logging(false);
    let db = Database::connect(options).await.unwrap();
    // The folder's name is as good a name nobody else has as any.
    let schema = format!(
        "directory_{}",
        folder
            .path()
            .file_name()
            .unwrap()
            .to_str()
            .unwrap()
            .replace(['.', '-'], "")
            .to_lowercase()
    );
    db.execute_unprepared(&format!("create schema {schema}; set search_path to {schema}"))
        .await
        .unwrap();
    check(&db).await;
    db.execute_unprepared(&format!("drop schema {schema} cascade")).await.unwrap();
}

#[tokio::test]
async fn the_tables_are_what_the_entities_say() {
    on_every_database(async |db| {
        All.up(db, None).await.unwrap();
        assert_eq!(tables(db).await, entities());
    })
    .await;
}

#[tokio::test]
async fn every_foreign_key_of_the_entities_is_in_the_database() {
    on_every_database(async |db| {
        All.up(db, None).await.unwrap();
        if db.get_database_backend() == DbBackend::Postgres {
            return;
        }
        let schema = Schema::new(DbBackend::Sqlite);
        for table in tables(db).await.keys() {
            let mut real: Vec<(String, String)> = Vec::new();
            for row in rows(
                db,
                &format!("select \"from\" as col, on_delete from pragma_foreign_key_list('{table}')"),
            )
            .await
            {
                real.push((row.try_get("", "col").unwrap(), row.try_get("", "on_delete").unwrap()));
            }
            real.sort();
            let said = said_by_entity(&schema, table);
            assert_eq!(real, said, "{table}");
            // Each of them is an index's first column, or a cascade would read the whole table.
            let indexed: Vec<String> = {
                let sql = format!(
                    "select (select name from pragma_index_info(list.name) where seqno = 0) as col from pragma_index_list('{table}') list"
                );
                rows(db, &sql).await.iter().map(|row| row.try_get("", "col").unwrap()).collect()
            };
            for (column, _) in real {
                assert!(indexed.contains(&column), "{table}.{column} has no index");
            }
        }
    })
    .await;
}

/// The foreign keys in the `create table` that SeaORM would write from the entity.
fn said_by_entity(schema: &Schema, table: &str) -> Vec<(String, String)> {
    macro_rules! statement {
        ($($entity:ident),+ $(,)?) => { match table {
            $(stringify!($entity) => schema.create_table_from_entity(model::$entity::Entity),)+
            other => unreachable!("a table `{other}` without an entity is caught by the other test"),
        } };
    }
    let statement = statement!(
        accessibility,
        address,
        attribute,
        contact,
        cost_option,
        funding,
        language,
        location,
        meta_table_description,
        metadata,
        mistake_report,
        organization,
        organization_identifier,
        phone,
        program,
        required_document,
        schedule,
        service,
        service_area,
        service_at_location,
        service_capacity,
        service_way,
        taxonomy,
        taxonomy_term,
        unit,
        url,
        zero_result,
    );
    let sql = statement.to_string(sea_orm::sea_query::SqliteQueryBuilder);
    let mut said: Vec<_> = sql
        .split("FOREIGN KEY (\"")
        .skip(1)
        .map(|rest| {
            let column = rest.split('"').next().unwrap().to_owned();
            let action =
                rest.split("ON DELETE ").nth(1).map_or(
                    "NO ACTION",
                    |action| {
                        if action.starts_with("CASCADE") { "CASCADE" } else { "SET NULL" }
                    },
                );
            (column, action.to_owned())
        })
        .collect();
    said.sort();
    said
}

#[tokio::test]
async fn a_text_comes_back_in_every_language_and_nothing_said_comes_back_empty() {
    on_every_database(async |db| {
        All.up(db, None).await.unwrap();
        let id = Uuid::from_u128(7);
        let name: Words = [(Lang::Kk, "Көмек".to_owned()), (Lang::Ru, "Помощь".to_owned())]
            .into_iter()
            .collect();
        let unit = model::unit::ActiveModel {
            id: Set(id),
            community_id: Set(Uuid::from_u128(1)),
            name: Set(name.clone()),
            ..Default::default()
        };
        model::unit::Entity::insert(unit).exec_without_returning(db).await.unwrap();
        let attribute = model::attribute::ActiveModel {
            id: Set(id),
            community_id: Set(Uuid::from_u128(1)),
            link_entity: Set(Kind::Unit),
            link_id: Set(id),
            value: Set(Some("x".to_owned())),
            ..Default::default()
        };
        model::attribute::Entity::insert(attribute)
            .exec_without_returning(db)
            .await
            .unwrap();
        assert_eq!(model::unit::Entity::find_by_id(id).one(db).await.unwrap().unwrap().name, name);
        let attribute = model::attribute::Entity::find_by_id(id).one(db).await.unwrap().unwrap();
        assert_eq!(
            (attribute.label, attribute.position, attribute.link_entity),
            (Words::default(), 0, Kind::Unit)
        );
    })
    .await;
}
