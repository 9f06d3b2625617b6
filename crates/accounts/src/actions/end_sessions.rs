//! Ends sessions: this one, another one, all of them.
use crate::store;
use kolo_platform::{Error, Result, Trace, Write};
use kolo_words::Ref;
use uuid::Uuid;

/// Ends the session of this request.
pub(crate) async fn sign_out(w: &Write) -> Result<()> {
    let (Some(person), Some(hash)) = (w.who.person, w.who.session.clone()) else {
        return Ok(());
    };
    if let Some(session) = store::session(w, &hash, w.now).await? {
        end_session(w, person, session.id).await?;
    }
    Ok(())
}

/// Ends one session of a person.
pub(crate) async fn end_session(w: &Write, person: Uuid, session: Uuid) -> Result<()> {
    if store::delete_sessions(w, person, Some(session)).await? == 0 {
        return Err(Error::NotFound);
    }
    w.trace(Trace::of("accounts.sign_out", None, Ref::new("person", person)));
    Ok(())
}

/// Ends every session of a person.
pub(crate) async fn end_all_sessions(w: &Write, person: Uuid) -> Result<()> {
    store::delete_sessions(w, person, None).await?;
    w.trace(Trace::of("accounts.sign_out_everywhere", None, Ref::new("person", person)));
    Ok(())
}
