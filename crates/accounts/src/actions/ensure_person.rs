//! Makes sure there is an account for an address.
use crate::store;
use kolo_platform::{Refusal, Result, Trace, Write};
use kolo_words::Ref;
use uuid::Uuid;

/// The text is no e-mail address.
const NOT_AN_ADDRESS: Refusal = Refusal::new("form-not-an-email");

/// The account of this address; a new one when there is none. The name of an old one stays.
pub async fn ensure_person(w: &Write, email: &str, name: &str) -> Result<Uuid> {
    let email = kolo_platform::form::email(email.trim()).map_err(|_| NOT_AN_ADDRESS)?;
    if let Some(person) = store::person_by_email(w, w.app().keys(), &email).await? {
        return Ok(person.id);
    }
    let id = store::insert_person(w, &email, name).await?;
    w.trace(Trace::of("accounts.create_person", None, Ref::new("person", id)).fields(&["email", "name"]));
    Ok(id)
}
