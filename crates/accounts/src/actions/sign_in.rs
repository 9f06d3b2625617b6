//! Signing in with a password.
//!
//! The hash is computed outside any write, because it takes a tenth of a second on purpose; an address that is unknown
//! costs as much time as a wrong password, so that nobody can find out who has an account.
use crate::model::person;
use crate::{rules, store};
use argon2::password_hash::{PasswordHasher, PasswordVerifier};
use argon2::{Argon2, PasswordHash};
use kolo_platform::{App, Result, Trace, Write};
use kolo_words::Ref;

/// What somebody typed.
pub(crate) struct Credentials {
    pub(crate) email: String,
    pub(crate) password: String,
}

/// The person, and whether the password was theirs. `None` when there is no such account or it is resting.
pub(crate) async fn check_password(app: &App, typed: Credentials) -> Result<Option<(person::Model, bool)>> {
    let person = store::person_by_email(&app.db().reader, app.keys(), &typed.email).await?;
    let now = app.now();
    let awake = person.filter(|p| p.locked_until.is_none_or(|until| until <= now));
    let hash = awake.as_ref().and_then(|p| p.password_hash.clone());
    let is_right = tokio::task::spawn_blocking(move || verify(hash.as_deref(), &typed.password))
        .await
        .map_err(anyhow::Error::from)?;
    Ok(awake.map(|person| (person, is_right)))
}

fn verify(hash: Option<&str>, password: &str) -> bool {
    let Some(parsed) = hash.and_then(|h| PasswordHash::new(h).ok()) else {
        let _ = hashed(password, &[0; 16]);
        return false;
    };
    Argon2::default().verify_password(password.as_bytes(), &parsed).is_ok()
}

/// The hash of a new password, computed off the runtime's threads.
pub(crate) async fn hash_password(app: &App, password: String) -> Result<String> {
    let mut salt = [0; 16];
    app.chance().fill(&mut salt);
    Ok(tokio::task::spawn_blocking(move || hashed(&password, &salt))
        .await
        .map_err(anyhow::Error::from)??)
}

/// Argon2id with the crate's recommended cost; the salt is given.
fn hashed(password: &str, salt: &[u8; 16]) -> anyhow::Result<String> {
    let hash = Argon2::default()
        .hash_password_with_salt(password.as_bytes(), salt)
        .map_err(|error| anyhow::anyhow!("hashing a password: {error}"))?;
    Ok(hash.to_string())
}

/// Remembers a wrong password; after several the account rests for a while.
pub(crate) async fn note_result(w: &Write, person: &person::Model) -> Result<()> {
    let failed = person.failed_tries.saturating_add(1);
    store::note_tries(w, person.id, failed, rules::rest_after(failed, w.now)).await?;
    w.trace(Trace::of("accounts.wrong_password", None, Ref::new("person", person.id)));
    Ok(())
}
