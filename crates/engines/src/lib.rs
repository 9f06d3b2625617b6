//! The heavy things behind the platform's handles: full-text index, mail.

pub mod mail;
pub mod search;
