//! What the office does by itself.
use crate::rules::Walk;
use crate::{actions, checks, store};
use futures_util::FutureExt;
use futures_util::future::BoxFuture;
use kolo_platform::{Actor, App, Ending, Result};

pub(crate) const SEAL: &str = "office.seal";

/// Seals every chain that grew since its last seal. A chain that was tampered with is not sealed, and the job board says so.
pub(crate) fn seal(app: App, _: serde_json::Value) -> BoxFuture<'static, Result<Ending>> {
    async move {
        let db = &app.db().reader;
        let mut damaged = Vec::new();
        for chain in store::chains(db).await? {
            let start = store::last_seal(db, chain)
                .await?
                .map_or_else(Walk::begin, |seal| Walk::at(seal.number, seal.hash));
            if !store::has_news(db, chain, start.number).await? {
                continue;
            }
            match store::verify(db, app.keys(), chain, start).await? {
                (_, Some(damage)) => damaged.push(checks::described(&app, chain, damage)),
                (walk, None) => app.write(&Actor::house(), async |w| actions::seal(w, chain, &walk).await).await?,
            }
        }
        Ok(if damaged.is_empty() {
            Ending::Done
        } else {
            Ending::Never(damaged.join("; "))
        })
    }
    .boxed()
}
