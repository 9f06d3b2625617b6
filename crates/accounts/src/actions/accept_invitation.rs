//! Takes the role one was asked to take, and is signed in.
use crate::model::invitation;
use crate::{actions, rules, store};
use kolo_platform::{Grant, Result, Scope, Trace, Write};
use kolo_words::Ref;

/// Accepts; returns the new session's token. The second who tries is told that it is too late.
pub(crate) async fn accept_invitation(
    w: &Write,
    invitation: &invitation::Model,
    name: &str,
    password_hash: Option<String>,
) -> Result<String> {
    if !store::accept_invitation(w, invitation.id).await? {
        return Err(rules::INVITATION_DEAD.into());
    }
    let email = w
        .app()
        .keys()
        .open(&format!("invitation/{}", invitation.id), &invitation.email_sealed)?;
    let email = String::from_utf8(email).map_err(anyhow::Error::from)?;
    let person = actions::ensure_person(w, &email, name).await?;
    if let Some(hash) = password_hash {
        store::set_password(w, person, hash).await?;
    }
    let role = invitation.role.parse().map_err(anyhow::Error::from)?;
    let scope = match invitation.organization_id {
        Some(organization) => Scope::Organization {
            community: invitation.community_id,
            organization,
        },
        None => Scope::Community(invitation.community_id),
    };
    actions::grant(w, person, Grant { role, scope }).await?;
    w.trace(Trace::of(
        "accounts.accept_invitation",
        Some(invitation.community_id),
        Ref::new("invitation", invitation.id),
    ));
    actions::begin_session(w, person).await
}
