//! Signs somebody in who has proved who they are. Every kind of proof ends here.
use crate::store;
use kolo_platform::{Result, Trace, Write};
use kolo_words::Ref;
use uuid::Uuid;

/// Begins a session and returns its token, for the cookie.
pub async fn begin_session(w: &Write, person: Uuid) -> Result<String> {
    let token = w.token();
    store::insert_session(w, person, &token).await?;
    store::note_tries(w, person, 0, None).await?;
    w.trace(Trace::of("accounts.sign_in", None, Ref::new("person", person)));
    Ok(token)
}
