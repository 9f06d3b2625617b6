//! The office: what those who answer for an instance look after. The desk everybody begins at, the audit log and whether
//! it is still what was written, jobs that wait or gave up, and the checks behind `kolo check`.
//!
//! The audit log is a chain of hashes for each community (RULES R14). Every hour the last entry of each chain is sealed
//! with the master key, which is not in the database: whoever rewrites the chain and all its hashes cannot rewrite the seals.

mod actions;
mod checks;
mod jobs;
mod migrations;
mod model;
mod pages;
pub mod rules;
mod store;

pub use checks::verify_chain;

use chrono::TimeDelta;
use kolo_platform::Module;
use kolo_words::Lang;

/// The module, for the list of the house.
pub fn module() -> Module {
    Module::new("office")
        .migrations(migrations::migrations)
        .words([
            (Lang::En, include_str!("../locales/en/office.ftl")),
            (Lang::Kk, include_str!("../locales/kk/office.ftl")),
            (Lang::Ru, include_str!("../locales/ru/office.ftl")),
            (Lang::Uk, include_str!("../locales/uk/office.ftl")),
        ])
        .every(TimeDelta::hours(1), jobs::SEAL, jobs::seal)
        .check("database", checks::database)
        .check("audit log", checks::audit_log)
        .desk(90, "/desk/audit", "office-audit-title", rules::AUDIT)
        .desk(95, "/desk/jobs", "office-jobs-title", rules::JOBS)
        .routes(pages::routes())
}
