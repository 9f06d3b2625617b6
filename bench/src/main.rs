//! `bench/run`: measures what the design promises and prints one table.
//!
//! Every figure stands beside its rival's in the same run, because the same machine is faster on one day than on another:
//! pages beside nginx, search beside PostgreSQL and SQLite. What cannot be measured here (a program is missing) is said,
//! not left out.
mod import;
mod machine;
mod made;
mod pages;
mod rivals;
mod search;
mod server;
mod start;
mod table;
mod told;

use anyhow::{Context, Result};
use clap::Parser;
use std::path::PathBuf;
use table::Table;

/// Measures what the design promises.
#[derive(Parser, Debug)]
#[command(name = "kolo-bench")]
struct Line {
    /// The program to measure
    #[arg(long)]
    kolo: PathBuf,
    /// Generated services
    #[arg(long, env = "KOLO_BENCH_SIZE", default_value_t = 100_000)]
    size: u32,
    /// Seconds a load lasts
    #[arg(long, env = "KOLO_BENCH_SECONDS", default_value_t = 5)]
    seconds: u32,
    /// Address of a PostgreSQL that may be filled
    #[arg(long, env = "KOLO_TEST_DATABASE")]
    postgres: Option<String>,
    /// Folder of the Miami directory as HSDS
    #[arg(long, env = "KOLO_BENCH_MIAMI", default_value = "../shared/data/hsds-real/miami211-hsds32/tabular")]
    miami: PathBuf,
    /// Only these parts, parted by commas: pages, search, import, start, write
    #[arg(long, value_delimiter = ',')]
    only: Vec<String>,
    /// Put the table into bench/README.md
    #[arg(long)]
    write: bool,
}

impl Line {
    fn wants(&self, part: &str) -> bool {
        self.only.is_empty() || self.only.iter().any(|only| only == part)
    }
}

#[tokio::main(flavor = "multi_thread", worker_threads = 2)]
async fn main() -> Result<()> {
    let line = Line::parse();
    let mut table = Table::default();
    let folder = tempfile::tempdir().context("making a folder to measure in")?;
    let instance = import::Instance::new(&line, folder.path());
    if line.wants("pages") {
        told::saying("pages, beside nginx");
        pages::measure(&line, &mut table)?;
    }
    if line.wants("search") {
        told::saying("search, beside PostgreSQL and SQLite");
        search::measure(&line, &mut table, folder.path()).await?;
    }
    if line.wants("import") || line.wants("start") || line.wants("write") {
        told::saying("import");
        import::measure(&line, &mut table, &instance)?;
    }
    if line.wants("start") || line.wants("write") {
        told::saying("start, idle, and how soon a write is found");
        start::measure(&mut table, &instance)?;
    }
    let page = table.page(&machine::describe(), line.size);
    told::plainly(&page);
    if line.write {
        table::write("bench/README.md".as_ref(), &page)?;
    }
    Ok(())
}
