//! The Human Services Data Specification 3.2 as Kolo speaks it: its shape, our records in it, our profile of it.
//!
//! [`shape`] is the standard as a table. [`Scribe`] writes our rows as [`Record`]s of it. [`profile`] says what we add:
//! translations, what is known of opening hours, and a few facts the standard has no field for.
mod package;
pub mod profile;
mod record;
mod schema;
mod scribe;
pub mod shape;
mod values;

pub use package::datapackage;
pub use record::Record;
pub use schema::json_schema;
pub use scribe::Scribe;
pub use values::{email, uri};

#[cfg(test)]
mod tests;
