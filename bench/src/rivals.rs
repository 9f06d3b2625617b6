//! Those we stand beside: the full text of PostgreSQL and of SQLite, used as their handbooks advise.
use crate::made::Made;
use crate::search::Asked;
use anyhow::{Context, Result};
use kolo_words::Lang;
use sea_orm::{ConnectOptions, ConnectionTrait, Database, DatabaseConnection, DbBackend, Statement, TransactionTrait, Value};
use std::fmt::Write;
use std::future::Future;
use std::path::Path;
use std::pin::Pin;

/// Rows of one statement that fills a table.
const ROWS: usize = 200;

/// What is being waited for.
type Waiting<'a> = Pin<Box<dyn Future<Output = Result<()>> + 'a>>;

/// A full-text search that is asked the same.
pub(crate) trait Rival {
    fn name(&self) -> &'static str;
    fn fill<'a>(&'a self, made: &'a [Made]) -> Waiting<'a>;
    /// The best twenty, how many there are, and how many of each value of each dimension.
    fn search<'a>(&'a self, asked: &'a Asked) -> Waiting<'a>;
    /// Eight titles with a word that begins so.
    fn suggest<'a>(&'a self, asked: &'a Asked) -> Waiting<'a>;
}

async fn connect(address: &str) -> Result<DatabaseConnection> {
    let mut options = ConnectOptions::new(address);
    options.max_connections(1).min_connections(1).sqlx_logging(false);
    Database::connect(options).await.context("opening a database to stand beside")
}

/// Text with a GIN index, ranked by `ts_rank`; Russian and English stemmed, the others as they are: PostgreSQL knows no
/// Ukrainian and no Kazakh.
#[derive(Debug)]
pub(crate) struct Postgres(DatabaseConnection);

impl Postgres {
    pub(crate) async fn open(address: &str) -> Result<Self> {
        Ok(Self(connect(address).await?))
    }

    fn statement(sql: &str, values: Vec<Value>) -> Statement {
        Statement::from_sql_and_values(DbBackend::Postgres, sql, values)
    }
}

const fn configuration(lang: Lang) -> &'static str {
    match lang {
        Lang::Ru => "russian",
        Lang::En => "english",
        Lang::Uk | Lang::Kk => "simple",
    }
}

fn facets(made: &Made) -> String {
    let values: Vec<_> = made
        .facets
        .iter()
        .map(|(dimension, value)| format!("{dimension}:{value}"))
        .collect();
    format!("{{{}}}", values.join(","))
}

fn filter(asked: &Asked) -> String {
    let values: Vec<_> = asked
        .filter
        .iter()
        .map(|(dimension, value)| format!("{dimension}:{value}"))
        .collect();
    format!("{{{}}}", values.join(","))
}

impl Rival for Postgres {
    fn name(&self) -> &'static str {
        "PostgreSQL full text"
    }

    fn fill<'a>(&'a self, made: &'a [Made]) -> Waiting<'a> {
        Box::pin(async move {
            self.0
                .execute_unprepared(
                    "drop table if exists bench_service;
                     create table bench_service (id int primary key, title text not null, titles tsvector not null,
                       words tsvector not null, facets text[] not null)",
                )
                .await?;
            for batch in made.chunks(ROWS) {
                let mut sql = "insert into bench_service (id, title, titles, words, facets) values ".to_owned();
                let mut values: Vec<Value> = Vec::new();
                for (row, made) in batch.iter().enumerate() {
                    let n = row * 7;
                    let c = configuration(made.lang);
                    if row > 0 {
                        sql.push(',');
                    }
                    let _ = write!(sql,
                        "(${}, ${}, to_tsvector('simple', ${}), setweight(to_tsvector('{c}', ${}), 'A') || setweight(to_tsvector('{c}', ${}), 'B')
                         || setweight(to_tsvector('{c}', ${}), 'D'), ${}::text[])",
                        n + 1, n + 2, n + 3, n + 4, n + 5, n + 6, n + 7
                    );
                    let id = i32::try_from(made.number).unwrap_or(i32::MAX);
                    let short = format!("{} {}", made.short, made.keywords);
                    values.extend([
                        id.into(),
                        made.title.as_str().into(),
                        made.title.as_str().into(),
                        made.title.as_str().into(),
                        short.into(),
                        made.body.as_str().into(),
                        facets(made).into(),
                    ]);
                }
                self.0.execute_raw(Self::statement(&sql, values)).await?;
            }
            for sql in [
                "create index on bench_service using gin (words)",
                "create index on bench_service using gin (titles)",
                "create index on bench_service using gin (facets)",
                "vacuum analyze bench_service",
            ] {
                self.0.execute_unprepared(sql).await?;
            }
            Ok(())
        })
    }

    fn search<'a>(&'a self, asked: &'a Asked) -> Waiting<'a> {
        Box::pin(async move {
            let c = configuration(asked.lang);
            let values = || vec![asked.words.as_str().into(), filter(asked).into()];
            let best = format!(
                "select id, title, ts_rank(words, q) as rank from bench_service, plainto_tsquery('{c}', $1) q
                 where words @@ q and facets @> $2::text[] order by rank desc limit 20"
            );
            let counts = format!(
                "select facet, count(*) from bench_service, plainto_tsquery('{c}', $1) q, unnest(facets) facet
                 where words @@ q and facets @> $2::text[] group by facet
                 union all select '', count(*) from bench_service, plainto_tsquery('{c}', $1) q where words @@ q and facets @> $2::text[]"
            );
            self.0.query_all_raw(Self::statement(&best, values())).await?;
            self.0.query_all_raw(Self::statement(&counts, values())).await?;
            Ok(())
        })
    }

    fn suggest<'a>(&'a self, asked: &'a Asked) -> Waiting<'a> {
        Box::pin(async move {
            let sql = "select id, title from bench_service where titles @@ to_tsquery('simple', $1) order by title limit 8";
            self.0
                .query_all_raw(Self::statement(sql, vec![format!("{}:*", asked.words).into()]))
                .await?;
            Ok(())
        })
    }
}

/// FTS5 with `bm25`; it stems no Cyrillic at all.
#[derive(Debug)]
pub(crate) struct Sqlite(DatabaseConnection);

impl Sqlite {
    pub(crate) async fn open(path: &Path) -> Result<Self> {
        Ok(Self(connect(&format!("sqlite://{}?mode=rwc", path.display())).await?))
    }

    fn statement(sql: &str, values: Vec<Value>) -> Statement {
        Statement::from_sql_and_values(DbBackend::Sqlite, sql, values)
    }
}

/// Words as FTS5 wants them: each in quotes, all of them wanted.
fn quoted(words: &str) -> String {
    words
        .split_whitespace()
        .map(|word| format!("\"{word}\""))
        .collect::<Vec<_>>()
        .join(" ")
}

impl Rival for Sqlite {
    fn name(&self) -> &'static str {
        "SQLite FTS5"
    }

    fn fill<'a>(&'a self, made: &'a [Made]) -> Waiting<'a> {
        Box::pin(async move {
            self.0
                .execute_unprepared(
                    "pragma journal_mode = wal; pragma synchronous = off; pragma cache_size = -65536;
                     create virtual table service using fts5 (title, short, body, tokenize = 'unicode61 remove_diacritics 0', prefix = '2 3');
                     create table facet (service integer not null, value text not null, primary key (value, service)) without rowid;
                     create table value (service integer not null, value text not null, primary key (service, value)) without rowid;",
                )
                .await?;
            let writing = self.0.begin().await?;
            for made in made {
                let short = format!("{} {}", made.short, made.keywords);
                let values = vec![
                    made.number.into(),
                    made.title.as_str().into(),
                    short.into(),
                    made.body.as_str().into(),
                ];
                writing
                    .execute_raw(Self::statement(
                        "insert into service (rowid, title, short, body) values (?, ?, ?, ?)",
                        values,
                    ))
                    .await?;
                for table in ["facet", "value"] {
                    let rows = vec!["(?, ?)"; made.facets.len()].join(",");
                    let values = made
                        .facets
                        .iter()
                        .flat_map(|(d, v)| [Value::from(made.number), format!("{d}:{v}").into()])
                        .collect();
                    writing
                        .execute_raw(Self::statement(
                            &format!("insert or ignore into {table} (service, value) values {rows}"),
                            values,
                        ))
                        .await?;
                }
            }
            writing.commit().await?;
            self.0
                .execute_unprepared("insert into service (service) values ('optimize'); analyze;")
                .await?;
            Ok(())
        })
    }

    fn search<'a>(&'a self, asked: &'a Asked) -> Waiting<'a> {
        Box::pin(async move {
            let narrow = if asked.filter.is_some() {
                "and service.rowid in (select service from facet where value = ?)"
            } else {
                ""
            };
            let values = || {
                let filter = asked.filter.iter().map(|(dimension, value)| format!("{dimension}:{value}").into());
                std::iter::once(quoted(&asked.words).into()).chain(filter).collect::<Vec<Value>>()
            };
            let best = format!(
                "select service.rowid, title from service where service match ? {narrow} order by bm25(service, 6.0, 2.0, 1.0) limit 20"
            );
            let counts = format!(
                "select value.value, count(*) from service join value on value.service = service.rowid where service match ? {narrow} group by 1"
            );
            let total = format!("select count(*) from service where service match ? {narrow}");
            for sql in [best, counts, total] {
                self.0.query_all_raw(Self::statement(&sql, values())).await?;
            }
            Ok(())
        })
    }

    fn suggest<'a>(&'a self, asked: &'a Asked) -> Waiting<'a> {
        Box::pin(async move {
            let sql = "select rowid, title from service where service match ? order by rank limit 8";
            self.0
                .query_all_raw(Self::statement(sql, vec![format!("title : \"{}\" *", asked.words).into()]))
                .await?;
            Ok(())
        })
    }
}
