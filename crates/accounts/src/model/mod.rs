//! The tables of accounts. One file a table, no queries.

pub mod invitation;
pub mod person;
pub mod role_grant;
pub mod session;
pub mod sign_in_link;
