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

/// One file of messages in every language.
macro_rules! words {
    ($($file:literal),+ $(,)?) => {
        [$(
            (Lang::En, include_str!(concat!("../locales/en/", $file))),
            (Lang::Kk, include_str!(concat!("../locales/kk/", $file))),
            (Lang::Ru, include_str!(concat!("../locales/ru/", $file))),
            (Lang::Uk, include_str!(concat!("../locales/uk/", $file))),
        )+]
    };
}

/// The guide as the house knows it.
pub fn module() -> Module {
    let public = Permission::PUBLIC;
    let module = Module::new("directory")
        .routes(pages::routes().and(open::routes()))
        .migrations(migrations::migrations)
        .nav(10, "/services", "directory-services-title", public)
        .nav(11, "/situations", "directory-situations-title", public)
        .nav(12, "/hotlines", "directory-hotlines-title", public)
        .nav(13, "/organizations", "directory-organizations-title", public)
        .nav(14, "/places", "directory-places-title", public)
        .nav(15, "/a-z", "directory-letters-title", public)
        .nav(16, "/saved", "directory-saved-title", public)
        .words(words!["directory.ftl", "identifiers.ftl", "import.ftl", "open.ftl", "rules.ftl"]);
    search::kinds().into_iter().fold(module, Module::search)
}
