//! Sets a password. Whoever else was signed in has to prove themselves again.
use crate::{actions, store};
use kolo_platform::{Result, Trace, Write};
use kolo_words::Ref;
use uuid::Uuid;

/// `hash` was made by `hash_password` outside the write. Every session ends; the new one's token is returned.
pub(crate) async fn change_password(w: &Write, person: Uuid, hash: String) -> Result<String> {
    store::set_password(w, person, hash).await?;
    store::delete_sessions(w, person, None).await?;
    w.trace(Trace::of("accounts.change_password", None, Ref::new("person", person)).fields(&["password"]));
    actions::begin_session(w, person).await
}
