//! The Human Services Data Specification 3.2 as Kolo speaks it: its shape, our records in it, our profile of it.
pub mod shape;
