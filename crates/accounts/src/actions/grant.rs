//! Gives somebody a role, or takes it back.
use crate::store;
use kolo_platform::{Error, Grant, Result, Scope, Trace, Write};
use kolo_words::Ref;
use uuid::Uuid;

const fn community_of(scope: Scope) -> Option<Uuid> {
    match scope {
        Scope::Instance => None,
        Scope::Community(community) | Scope::Organization { community, .. } => Some(community),
    }
}

/// Gives the role; giving it twice changes nothing.
pub async fn grant(w: &Write, person: Uuid, grant: Grant) -> Result<()> {
    if store::insert_grant(w, person, grant).await? {
        w.trace(Trace::of("accounts.grant", community_of(grant.scope), Ref::new("person", person)).fields(&["role"]));
    }
    Ok(())
}

/// Takes a role back that was given in this community.
pub async fn withdraw(w: &Write, community: Uuid, grant: Uuid) -> Result<()> {
    let row = store::grant_in(w, community, grant).await?.ok_or(Error::NotFound)?;
    store::delete_grant(w, row.id).await?;
    w.trace(Trace::of("accounts.withdraw", Some(community), Ref::new("person", row.person_id)).fields(&["role"]));
    Ok(())
}
