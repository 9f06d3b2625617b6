//! Databases for tests: migrated once, copied for every test.
use kolo_platform::db::Database;
use kolo_platform::{Migrations, chance::SystemChance, chance::new_id};
use sea_orm::{ConnectionTrait, Statement};
use std::collections::HashMap;
use std::path::PathBuf;
use tempfile::TempDir;
use tokio::sync::Mutex;

/// Whether this run is on PostgreSQL.
pub fn is_postgres() -> bool {
    address().is_some()
}

/// An empty database of one's own on the PostgreSQL server of this run; `None` when the run is on SQLite.
pub async fn empty_database() -> Option<String> {
    let server = address()?;
    let name = unique();
    execute(&server, &format!("CREATE DATABASE {name}")).await;
    Some(with_name(&server, &name))
}

fn address() -> Option<String> {
    std::env::var("KOLO_TEST_DATABASE").ok().filter(|url| url.starts_with("postgres"))
}

/// Templates of this process, by the names of their migrations.
static TEMPLATES: Mutex<Option<HashMap<String, String>>> = Mutex::const_new(None);

fn unique() -> String {
    format!(
        "kolo_{}",
        new_id(&SystemChance, chrono::DateTime::from_timestamp(0, 0).unwrap()).simple()
    )
}

/// A migrated, empty database of one's own.
pub(crate) async fn fresh(migrations: &[Migrations], folder: &TempDir) -> (Database, String) {
    let mut names: Vec<_> = migrations.iter().flat_map(|list| list()).map(|m| m.name().to_owned()).collect();
    names.sort();
    let key = names.join("\n");
    let mut templates = TEMPLATES.lock().await;
    let templates = templates.get_or_insert_default();
    if let Some(server) = address() {
        if !templates.contains_key(&key) {
            let name = unique();
            execute(&server, &format!("CREATE DATABASE {name}")).await;
            let database = Database::postgres(&with_name(&server, &name)).await.unwrap();
            database.migrate(migrations.to_vec()).await.unwrap();
            database.reader.clone().close().await.unwrap();
            templates.insert(key.clone(), name);
        }
        let name = unique();
        execute(&server, &format!("CREATE DATABASE {name} TEMPLATE {}", templates[&key])).await;
        let url = with_name(&server, &name);
        (Database::postgres(&url).await.unwrap(), url)
    } else {
        if !templates.contains_key(&key) {
            let path = template_folder().join(unique());
            let database = Database::sqlite(&path).await.unwrap();
            database.migrate(migrations.to_vec()).await.unwrap();
            database.reader.execute_unprepared("SELECT 1").await.unwrap();
            database.checkpoint().await.unwrap();
            database.close().await.unwrap();
            templates.insert(key.clone(), path.display().to_string());
        }
        let path = folder.path().join("kolo.sqlite");
        std::fs::copy(&templates[&key], &path).unwrap();
        (Database::sqlite(&path).await.unwrap(), path.display().to_string())
    }
}

fn template_folder() -> PathBuf {
    static FOLDER: std::sync::OnceLock<TempDir> = std::sync::OnceLock::new();
    FOLDER.get_or_init(|| tempfile::tempdir().unwrap()).path().to_owned()
}

async fn execute(server: &str, sql: &str) {
    let database = Database::postgres(server).await.unwrap();
    let backend = database.backend();
    database.reader.execute_raw(Statement::from_string(backend, sql)).await.unwrap();
    database.reader.close().await.unwrap();
}

/// The server's address with another database's name.
fn with_name(server: &str, name: &str) -> String {
    let (address, options) = server.split_once('?').map_or((server, None), |(a, o)| (a, Some(o)));
    let start = address.find("://").map_or(0, |at| at + 3);
    let path = address[start..].find('/').map_or(address.len(), |at| start + at);
    let options = options.map(|o| format!("?{o}")).unwrap_or_default();
    format!("{}/{name}{options}", &address[..path])
}
