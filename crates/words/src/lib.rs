//! The vocabulary every crate shares: identities, languages, texts, folding, messages.
//!
//! Nothing here reads or writes anything: no database, no clock, no chance. Types turn strings into meaning at the door,
//! so that inside the house there are no raw slugs, languages or amounts.

mod collate;
mod fold;
mod id;
mod lang;
mod message;
mod money;
mod multilingual;
mod reference;
mod slug;

pub mod notices;

pub use collate::{Collation, initial};
pub use fold::{fold, fold_word};
pub use id::Id;
pub use lang::Lang;
pub use message::{Message, Value};
pub use money::Money;
pub use multilingual::Multilingual;
pub use reference::Ref;
pub use slug::{RESERVED_SLUGS, Slug, SlugError};
