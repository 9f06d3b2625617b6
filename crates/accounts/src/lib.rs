//! Accounts: who somebody is, how they prove it, and what they may do where.
//!
//! E-mail addresses and names are sealed; addresses are found by a keyed hash. Tokens of sessions, links and invitations are
//! stored hashed. Second factors, passkeys and single sign-on join at [`actions::begin_session`]: whatever proves a person
//! ends there.

pub mod actions;
mod identify;
mod jobs;
mod migrations;
pub mod model;
mod name;
mod pages;
pub mod rules;
mod store;

pub use actions::{ensure_person, grant, sign_in_link};

use kolo_platform::Module;
use kolo_words::Lang;
use kolo_words::notices::PersonInvited;

/// Where a one-time link leads.
pub fn sign_in_path(token: &str) -> String {
    format!("/sign-in/link/{token}")
}

/// The module, for the list of the house.
pub fn module() -> Module {
    Module::new("accounts")
        .migrations(migrations::migrations)
        .words([
            (Lang::En, include_str!("../locales/en/accounts.ftl")),
            (Lang::Kk, include_str!("../locales/kk/accounts.ftl")),
            (Lang::Ru, include_str!("../locales/ru/accounts.ftl")),
            (Lang::Uk, include_str!("../locales/uk/accounts.ftl")),
        ])
        .identify(identify::identify)
        .reference("person", name::resolve)
        .permission(rules::SEE_NAMES)
        .job(jobs::SEND_LINK, jobs::send_link)
        .listens::<PersonInvited>(jobs::SEND_INVITATION, jobs::send_invitation)
        .desk(80, "/desk/people", "accounts-people-title", rules::INVITE)
        .routes(pages::routes())
}
