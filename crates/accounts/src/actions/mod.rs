//! What people do with accounts, one verb a file.

mod accept_invitation;
mod begin_session;
mod change_password;
mod end_sessions;
mod ensure_person;
mod grant;
mod invite;
mod rename;
mod sign_in;
mod sign_in_link;

pub(crate) use accept_invitation::accept_invitation;
pub use begin_session::begin_session;
pub(crate) use change_password::change_password;
pub(crate) use end_sessions::{end_all_sessions, end_session, sign_out};
pub use ensure_person::ensure_person;
pub use grant::{grant, withdraw};
pub(crate) use invite::invite;
pub(crate) use rename::rename;
pub(crate) use sign_in::{Credentials, check_password, hash_password, note_result};
pub use sign_in_link::{sign_in_link, use_sign_in_link};
