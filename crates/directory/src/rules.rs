//! What is allowed in the directory, when and to whom: pure functions.
pub mod identifiers;
