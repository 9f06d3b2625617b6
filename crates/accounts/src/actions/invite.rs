//! Asks somebody to take a role.
use crate::model::invitation::NewInvitation;
use crate::{rules, store};
use kolo_platform::{Actor, Result, Role, Trace, Write};
use kolo_words::Ref;
use kolo_words::notices::PersonInvited;
use uuid::Uuid;

fn is_operator(actor: &Actor) -> bool {
    actor.grants.iter().any(|grant| grant.role == Role::Operator)
}

/// Writes the invitation down; the letter follows as a job.
pub(crate) async fn invite(w: &Write, new: NewInvitation) -> Result<Uuid> {
    rules::may_give(new.role, is_operator(&w.who))?;
    let id = store::insert_invitation(w, &new).await?;
    w.trace(Trace::of("accounts.invite", Some(new.community), Ref::new("invitation", id)).fields(&["email", "role"]));
    w.announce(&PersonInvited { invitation: id })?;
    Ok(id)
}
