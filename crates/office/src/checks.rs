//! What `kolo check` looks at.
use crate::rules::{Damage, Walk};
use crate::store;
use futures_util::FutureExt;
use futures_util::future::BoxFuture;
use kolo_platform::{App, Result};
use kolo_words::Lang;
use uuid::Uuid;

/// Walks a whole chain, from its first entry to its last, past every seal; the community's, or nil for the instance's own.
pub async fn verify_chain(app: &App, chain: Uuid) -> Result<Option<Damage>> {
    let (_, damage) = store::verify(&app.db().reader, app.keys(), chain, Walk::begin()).await?;
    Ok(damage)
}

/// The damage as a line for the terminal and the job board.
pub(crate) fn described(app: &App, chain: Uuid, damage: Damage) -> String {
    let tree = app.communities().tree();
    let name = match tree.get(chain) {
        Some(community) => community.slug.clone(),
        None if chain.is_nil() => "instance".to_owned(),
        None => chain.to_string(),
    };
    format!("{name}: {}", app.words().say(Lang::En, &damage.message()))
}

pub(crate) fn audit_log(app: App) -> BoxFuture<'static, Result<Vec<String>>> {
    async move {
        let mut findings = Vec::new();
        for chain in store::chains(&app.db().reader).await? {
            if let Some(damage) = verify_chain(&app, chain).await? {
                findings.push(described(&app, chain, damage));
            }
        }
        Ok(findings)
    }
    .boxed()
}

pub(crate) fn database(app: App) -> BoxFuture<'static, Result<Vec<String>>> {
    async move { store::findings(&app.db().reader).await }.boxed()
}
