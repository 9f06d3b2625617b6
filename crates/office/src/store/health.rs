//! Whether the database itself is whole.
use kolo_platform::Result;
use sea_orm::entity::prelude::*;
use sea_orm::{DbBackend, QueryResult, Statement};

/// Damage the database knows of or stumbles over, one readable line each.
pub(crate) async fn findings(db: &impl ConnectionTrait) -> Result<Vec<String>> {
    if db.get_database_backend() == DbBackend::Postgres {
        postgres(db).await
    } else {
        sqlite(db).await
    }
}

async fn ask(db: &impl ConnectionTrait, sql: &str) -> Result<Vec<QueryResult>> {
    Ok(db.query_all_raw(Statement::from_string(db.get_database_backend(), sql)).await?)
}

async fn sqlite(db: &impl ConnectionTrait) -> Result<Vec<String>> {
    let mut findings = Vec::new();
    for row in ask(db, "PRAGMA integrity_check").await? {
        let line: String = row.try_get_by_index(0)?;
        if line != "ok" {
            findings.push(line);
        }
    }
    for row in ask(db, "PRAGMA foreign_key_check").await? {
        let (table, id, parent): (String, Option<i64>, String) =
            (row.try_get_by_index(0)?, row.try_get_by_index(1)?, row.try_get_by_index(2)?);
        let id = id.map(|id| format!(" {id}")).unwrap_or_default();
        findings.push(format!("row{id} of {table} points at a row of {parent} that does not exist"));
    }
    Ok(findings)
}

async fn postgres(db: &impl ConnectionTrait) -> Result<Vec<String>> {
    let mut findings = Vec::new();
    for row in ask(db, "SELECT indexrelid::regclass::text FROM pg_index WHERE NOT indisvalid").await? {
        findings.push(format!(
            "the index {} is not valid; REINDEX mends it",
            row.try_get_by_index::<String>(0)?
        ));
    }
    for row in ask(
        db,
        "SELECT conrelid::regclass::text, conname::text FROM pg_constraint WHERE NOT convalidated",
    )
    .await?
    {
        let (table, name): (String, String) = (row.try_get_by_index(0)?, row.try_get_by_index(1)?);
        findings.push(format!("the constraint {name} of {table} was never validated"));
    }
    // Reading every table through is what meets a damaged page.
    for row in ask(
        db,
        "SELECT quote_ident(tablename) FROM pg_tables WHERE schemaname = current_schema() ORDER BY tablename",
    )
    .await?
    {
        let table: String = row.try_get_by_index(0)?;
        if let Err(error) = ask(db, &format!("SELECT count((whole.*)::text) FROM {table} AS whole")).await {
            findings.push(format!("{table} cannot be read: {error:#}"));
        }
    }
    Ok(findings)
}
