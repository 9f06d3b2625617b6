//! The only files that speak to the database: the audit log, its seals, the health of the database itself.
mod audit;
mod chain;
mod health;

pub(crate) use audit::{Entries, Question, entries, vocabulary};
pub(crate) use chain::{chains, has_news, insert_seal, last_seal, recent, verify};
pub(crate) use health::findings;
