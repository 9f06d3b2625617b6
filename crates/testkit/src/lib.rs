//! A whole town in memory: the app on either database, people, a clock that stands still, a letter box, and pages that
//! can be asked in the visitor's terms.
//!
//! For tests only, so it panics freely. `KOLO_TEST_DATABASE=postgres://…` runs the same tests on PostgreSQL.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::missing_panics_doc,
    clippy::allow_attributes,
    reason = "a test has nothing better to do than panic"
)]

mod database;
mod page;
mod people;
mod refusals;
mod town;

pub use database::{empty_database, is_postgres};
pub use page::{Found, Page};
pub use people::Visitor;
pub use refusals::everybody_below_is_refused;
pub use town::{Builder, Town, new_community};
