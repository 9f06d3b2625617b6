//! Opening the database: SQLite with one writer and several readers, or PostgreSQL with one pool.
use anyhow::Context;
use sea_orm::sqlx::ConnectOptions as _;
use sea_orm::sqlx::sqlite::{SqliteJournalMode, SqliteSynchronous};
use sea_orm::{ConnectOptions, DatabaseConnection, DbBackend};
use std::fmt;
use std::path::Path;
use std::time::Duration;

/// The two doors to the data. Reads never wait for writes on SQLite, and writes never meet each other half-way.
#[derive(Clone)]
pub struct Database {
    /// For [`crate::App::write`] only.
    pub(crate) writer: DatabaseConnection,
    /// For every read outside a write.
    pub reader: DatabaseConnection,
    pub(crate) url: String,
}

impl fmt::Debug for Database {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Database({:?})", self.backend())
    }
}

impl Database {
    pub fn backend(&self) -> DbBackend {
        self.reader.get_database_backend()
    }

    pub fn is_postgres(&self) -> bool {
        self.backend() == DbBackend::Postgres
    }

    /// Opens the SQLite file, creating it when it does not exist.
    pub async fn sqlite(path: &Path) -> anyhow::Result<Self> {
        let url = format!("sqlite://{}?mode=rwc", path.display());
        let open = |readers: u32, read_only: bool| {
            let mut options = ConnectOptions::new(url.clone());
            options
                .max_connections(readers)
                .min_connections(1)
                .sqlx_logging(false)
                .acquire_timeout(Duration::from_secs(30));
            options.test_before_acquire(false);
            options.map_sqlx_sqlite_opts(move |o| {
                o.journal_mode(SqliteJournalMode::Wal)
                    .synchronous(SqliteSynchronous::Full)
                    .foreign_keys(true)
                    .busy_timeout(Duration::from_secs(5))
                    .read_only(read_only)
                    .create_if_missing(!read_only)
                    .statement_cache_capacity(512)
                    .pragma("cache_size", "-16384")
                    .pragma("mmap_size", "268435456")
                    .pragma("temp_store", "memory")
                    .pragma("wal_autocheckpoint", "4000")
                    .pragma("journal_size_limit", "67108864")
                    .disable_statement_logging()
            });
            options
        };
        let writer = sea_orm::Database::connect(open(1, false))
            .await
            .with_context(|| format!("opening {}", path.display()))?;
        let reader = sea_orm::Database::connect(open(4, true))
            .await
            .with_context(|| format!("opening {}", path.display()))?;
        Ok(Self { writer, reader, url })
    }

    /// Connects to PostgreSQL 15 or newer.
    pub async fn postgres(url: &str) -> anyhow::Result<Self> {
        let mut options = ConnectOptions::new(url.to_owned());
        options
            .max_connections(16)
            .min_connections(1)
            .sqlx_logging(false)
            .acquire_timeout(Duration::from_secs(30));
        // The address carries a password, so it is left out of the error.
        let pool = sea_orm::Database::connect(options).await.context("connecting to PostgreSQL")?;
        Ok(Self {
            writer: pool.clone(),
            reader: pool,
            url: url.to_owned(),
        })
    }

    /// By address: `postgres://…`, or a path to a SQLite file.
    pub async fn open(address: &str) -> anyhow::Result<Self> {
        if address.starts_with("postgres://") || address.starts_with("postgresql://") {
            Self::postgres(address).await
        } else {
            let path = address.strip_prefix("sqlite://").unwrap_or(address);
            Self::sqlite(Path::new(path.split('?').next().unwrap_or(path))).await
        }
    }

    /// Applies every migration that is not applied yet, sorted by name, each in its own transaction.
    pub async fn migrate(&self, migrations: Vec<crate::Migrations>) -> anyhow::Result<()> {
        use sea_orm_migration::MigratorTraitSelf;
        Composed(migrations).up(&self.writer, None).await.context("migrating the database")
    }

    /// Moves everything from the write-ahead log into the main file, so that the file alone is the whole database.
    pub async fn checkpoint(&self) -> anyhow::Result<()> {
        use sea_orm::ConnectionTrait;
        if !self.is_postgres() {
            self.writer.execute_unprepared("PRAGMA wal_checkpoint(TRUNCATE)").await?;
        }
        Ok(())
    }

    /// Closes every connection; nothing may be using the database any more.
    pub async fn close(self) -> anyhow::Result<()> {
        self.reader.close().await?;
        self.writer.close().await?;
        Ok(())
    }

    /// Calls `notice` for every statement sent through either door, for query-count tests.
    pub fn on_statement(&mut self, notice: impl Fn(&sea_orm::metric::Info<'_>) + Send + Sync + Clone + 'static) {
        self.writer.set_metric_callback(notice.clone());
        self.reader.set_metric_callback(notice);
    }
}

/// The one composed migrator of the house.
struct Composed(Vec<crate::Migrations>);

impl sea_orm_migration::MigratorTraitSelf for Composed {
    fn migrations(&self) -> Vec<Box<dyn sea_orm_migration::MigrationTrait>> {
        let mut all: Vec<_> = self.0.iter().flat_map(|list| list()).collect();
        all.sort_by(|a, b| a.name().cmp(b.name()));
        all
    }
}
