//! Organizations, services, locations: the guide to help.
pub mod hours;
pub mod hsds;
pub mod migrations;
pub mod model;
pub mod open;
pub mod pages;
pub mod question;
pub mod rules;
pub mod seed;
pub mod store;
