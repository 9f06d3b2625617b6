//! `kolo user add`
use super::NewUser;
use super::community::{explained, named};
use crate::config::Settings;
use crate::instance::{self, UseIndex};
use crate::progress::say;
use anyhow::{Result, bail};
use kolo_platform::{Actor, Grant, Role, Scope};
use std::process::ExitCode;

pub(crate) async fn add(settings: &Settings, new: NewUser) -> Result<ExitCode> {
    let app = instance::open(settings, UseIndex::Leave).await?;
    let community = new.community.as_ref().map(|slug| named(&app, slug)).transpose()?;
    let scope = match (new.role, community, new.organization) {
        (Role::Visitor, ..) => bail!("everybody is a visitor already; choose another role"),
        (Role::Operator, ..) => Scope::Instance,
        (_, None, _) => bail!("in which community? add --community SLUG"),
        (role, Some(_), None) if role.is_of_organization() => bail!("a {role} works for an organization: add --organization ID"),
        (_, Some(community), Some(organization)) => Scope::Organization {
            community: community.id,
            organization,
        },
        (_, Some(community), None) => Scope::Community(community.id),
    };
    let grant = Grant { role: new.role, scope };
    let token = app
        .write(&Actor::house(), async |w| {
            let person = kolo_accounts::ensure_person(w, &new.email, "").await?;
            kolo_accounts::grant(w, person, grant).await?;
            kolo_accounts::sign_in_link(w, person).await
        })
        .await
        .map_err(|error| explained(&app, error))?;
    let origin = match settings.get("public_url") {
        "" => format!("http://{}", settings.get("listen")),
        url => url.trim_end_matches('/').to_owned(),
    };
    say(&format!("{}{}", origin, kolo_accounts::sign_in_path(&token)));
    Ok(ExitCode::SUCCESS)
}
