//! `kolo demo` and `kolo serve`
use crate::config::{Flags, Settings};
use crate::instance::{self, UseIndex};
use crate::progress::{bar, say};
use crate::serve as server;
use anyhow::Result;
use kolo_platform::{Actor, App, Grant, Role, Scope, feed};
use std::process::ExitCode;

/// One person a role, all of them in this community.
const HOME: &str = "chernihiv";

pub(crate) async fn serve(settings: &Settings) -> Result<ExitCode> {
    let listener = server::bind(settings.get("listen")).await?;
    let app = instance::open(settings, UseIndex::Own).await?;
    say(&format!("Kolo serves http://{}", listener.local_addr()?));
    if app.communities().tree().all().is_empty() {
        say("There is no community yet: kolo community add SLUG --name NAME --lang uk --country UA");
    }
    server::run(app, listener).await?;
    Ok(ExitCode::SUCCESS)
}

pub(crate) async fn run(flags: &Flags, listen: Option<&str>) -> Result<ExitCode> {
    // Without a folder of one's own the demo leaves nothing behind.
    let folder = tempfile::tempdir()?;
    let mut flags = flags.clone();
    if flags.data.is_none() && std::env::var_os("KOLO_DATA").is_none() {
        flags.data = Some(folder.path().to_owned());
    }
    let settings = Settings::gather(&flags, listen)?;
    super::log_to(&settings);
    let listener = server::bind(settings.get("listen")).await?;
    let app = instance::open(&settings, UseIndex::Own).await?;
    let progress = bar("Filling the sample communities", None);
    kolo_directory::seed::seed_demo(&app, &mut |what| progress.set_message(what.to_owned())).await?;
    feed::catch_up(&app).await?;
    progress.finish_and_clear();
    let origin = match settings.get("public_url") {
        "" => format!("http://{}", listener.local_addr()?),
        url => url.to_owned(),
    };
    greet(&app, &origin).await?;
    server::run(app, listener).await?;
    Ok(ExitCode::SUCCESS)
}

/// Prints where to look and how to sign in.
async fn greet(app: &App, origin: &str) -> Result<()> {
    say("");
    say(&format!("Kolo with sample data is ready: {origin}"));
    for community in app.communities().tree().all() {
        say(&format!(
            "  {origin}/{:<18} {}",
            community.slug,
            community.name.say(community.language)
        ));
    }
    say("");
    say("One sign-in per role; each link works once:");
    for (role, path) in sign_ins(app).await? {
        say(&format!("  {:<12} {origin}{path}", role.name()));
    }
    say("");
    say("Press Ctrl+C to end.");
    Ok(())
}

async fn sign_ins(app: &App) -> Result<Vec<(Role, String)>> {
    let tree = app.communities().tree();
    let Some(home) = tree.by_slug(HOME).cloned() else {
        return Ok(Vec::new());
    };
    let organization = kolo_directory::seed::demo_organization(HOME, "regional-library");
    let links = app
        .write(&Actor::house(), async |w| {
            let mut links = Vec::new();
            for role in Role::ALL.into_iter().filter(|role| *role != Role::Visitor) {
                let scope = match role {
                    Role::Operator => Scope::Instance,
                    role if role.is_of_organization() => Scope::Organization {
                        community: home.id,
                        organization,
                    },
                    _ => Scope::Community(home.id),
                };
                let person = kolo_accounts::ensure_person(w, &format!("{role}@example.org"), role.name()).await?;
                kolo_accounts::grant(w, person, Grant { role, scope }).await?;
                let token = kolo_accounts::sign_in_link(w, person).await?;
                links.push((role, kolo_accounts::sign_in_path(&token)));
            }
            Ok(links)
        })
        .await?;
    Ok(links)
}
