//! Bringing foreign directories in: HSDS of every version, as it really is.
//!
//! A source becomes records ([`read`]), old names become present ones ([`dialect`]), values are mended ([`mend`]); what was
//! changed, guessed or lost is reported ([`problem`]) with file, line and field. [`tell`] makes rows of them, and [`import`]
//! writes them in one transaction.
pub mod dialect;
pub mod limits;
pub mod mend;
pub mod problem;
pub mod read;
pub mod record;
mod run;
pub mod tell;
mod write;

pub use problem::{Problem, Report, Said, Severity, Stop, Tally};
pub use read::Source;
pub use run::{Options, import};
