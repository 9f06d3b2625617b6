//! One-time links: made for a letter or the terminal, used up by the first who follows them.
use crate::{actions, rules, store};
use kolo_platform::{Result, Trace, Write};
use kolo_words::Ref;
use uuid::Uuid;

/// Makes a link's token for somebody.
pub async fn sign_in_link(w: &Write, person: Uuid) -> Result<String> {
    let token = w.token();
    store::insert_link(w, &token, person, w.now + rules::LINK_LIFE).await?;
    w.trace(Trace::of("accounts.make_link", None, Ref::new("person", person)));
    Ok(token)
}

/// Uses the link up and begins a session; returns the session's token.
pub async fn use_sign_in_link(w: &Write, token: &str) -> Result<String> {
    let person = store::use_link(w, token).await?.ok_or(rules::LINK_DEAD)?;
    actions::begin_session(w, person).await
}
