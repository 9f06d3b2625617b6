//! The Human Services Data Specification 3.2 as Kolo speaks it.
