//! Organizations, services, locations: the guide to help.
pub mod actions;
pub mod fixtures;
pub mod hours;
pub mod hsds;
pub mod migrations;
pub mod model;
pub mod open;
pub mod pages;
pub mod question;
pub mod rules;
pub mod search;
pub mod seed;
pub mod store;

use kolo_platform::Module;
use kolo_words::Lang;

/// The guide as the house knows it.
pub fn module() -> Module {
    let module = Module::new("directory").migrations(migrations::migrations).words([
        (Lang::En, include_str!("../locales/en/identifiers.ftl")),
        (Lang::Kk, include_str!("../locales/kk/identifiers.ftl")),
        (Lang::Ru, include_str!("../locales/ru/identifiers.ftl")),
        (Lang::Uk, include_str!("../locales/uk/identifiers.ftl")),
        (Lang::En, include_str!("../locales/en/rules.ftl")),
        (Lang::Kk, include_str!("../locales/kk/rules.ftl")),
        (Lang::Ru, include_str!("../locales/ru/rules.ftl")),
        (Lang::Uk, include_str!("../locales/uk/rules.ftl")),
    ]);
    search::kinds().into_iter().fold(module, Module::search)
}
