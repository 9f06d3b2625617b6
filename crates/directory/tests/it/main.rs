//! The directory as its visitors meet it.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::allow_attributes,
    reason = "a test has nothing better to do than panic"
)]

mod import;
mod import_life;
