//! The house as the operator runs it: one program, killed and started again, and all its modules together.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::allow_attributes,
    reason = "a test has nothing better to do than panic"
)]

mod commands;
mod house;
mod kill;
mod program;
