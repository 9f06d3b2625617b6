//! What every module stands on: the write path, the read path, the door, pages, forms, words, jobs.
//!
//! The platform knows no module. A module introduces itself with a [`Module`] value; everything it needs of the running
//! instance it gets from [`App`], everything about a request from [`Visit`].

pub mod actor;
mod app;
mod arrival;
mod assets;
mod cache;
pub mod chance;
pub mod clock;
pub mod community;
pub mod dates;
pub mod db;
pub mod door;
mod error;
pub mod extract;
pub mod feed;
pub mod filters;
pub mod form;
pub mod i18n;
pub mod jobs;
pub mod limits;
pub mod mail;
pub mod migrations;
mod module;
mod own;
pub mod page;
mod routes;
pub mod search;
pub mod secrets;
pub mod settings;
pub mod trace;
mod visit;
mod write;

// Templates name our items by the crate's own name, because the same shell is drawn for every module.
extern crate self as kolo_platform;

pub use actor::{Actor, Grant, Permission, Role, Scope};
pub use app::{App, Config, Parts};
pub use community::{Communities, Community};
pub use error::{Error, Refusal, Result};
pub use jobs::{Ending, Job};
pub use module::{Check, DrawPanel, Identify, LoadEntries, Migrations, Module, NavItem, PageIds, Registry, Resolve, RunJob, SearchKind};
pub use routes::{Place, Route, Routes};
pub use trace::{Operation, Trace};
pub use visit::{PREFERENCES, Preferences, Visit};
pub use write::Write;

pub(crate) use own::own_module;
