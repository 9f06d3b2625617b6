//! Organizations, services, locations: the guide to help.
pub mod actions;
pub mod fixtures;
pub mod hours;
pub mod hsds;
pub mod import;
pub mod migrations;
pub mod model;
pub mod open;
pub mod pages;
pub mod question;
pub mod rules;
pub mod search;
pub mod seed;
pub mod store;

use kolo_platform::{Module, Permission};
use kolo_words::Lang;

/// The guide as the house knows it.
pub fn module() -> Module {
    let module = Module::new("directory").migrations(migrations::migrations).words([
        (Lang::En, include_str!("../locales/en/directory.ftl")),
        (Lang::Kk, include_str!("../locales/kk/directory.ftl")),
        (Lang::Ru, include_str!("../locales/ru/directory.ftl")),
        (Lang::Uk, include_str!("../locales/uk/directory.ftl")),
        (Lang::En, include_str!("../locales/en/identifiers.ftl")),
        (Lang::Kk, include_str!("../locales/kk/identifiers.ftl")),
        (Lang::Ru, include_str!("../locales/ru/identifiers.ftl")),
        (Lang::Uk, include_str!("../locales/uk/identifiers.ftl")),
        (Lang::En, include_str!("../locales/en/open.ftl")),
        (Lang::Kk, include_str!("../locales/kk/open.ftl")),
        (Lang::Ru, include_str!("../locales/ru/open.ftl")),
        (Lang::Uk, include_str!("../locales/uk/open.ftl")),
        (Lang::En, include_str!("../locales/en/rules.ftl")),
        (Lang::Kk, include_str!("../locales/kk/rules.ftl")),
        (Lang::Ru, include_str!("../locales/ru/rules.ftl")),
        (Lang::Uk, include_str!("../locales/uk/rules.ftl")),
    ]);
    let module = module.words(import::WORDS);
    let module = search::kinds().into_iter().fold(module, Module::search);
    let public = Permission::PUBLIC;
    module
        .nav(10, "/services", "directory-services-title", public)
        .nav(11, "/situations", "directory-terms-title", public)
        .nav(12, "/hotlines", "directory-hotlines-title", public)
        .nav(13, "/organizations", "directory-organizations-title", public)
        .nav(14, "/places", "directory-places-title", public)
        .nav(15, "/a-z", "directory-letters-title", public)
        .nav(16, "/saved", "directory-saved-title", public)
        .routes(pages::routes().and(open::routes()))
}
