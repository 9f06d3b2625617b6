//! Whose account it is, for pages of other modules that say who did something.
use crate::{rules, store};
use futures_util::FutureExt;
use futures_util::future::BoxFuture;
use kolo_platform::{App, Result, Visit};
use uuid::Uuid;

/// Name and link of a person, for those who may know; there is no page to link to.
pub(crate) fn resolve(app: App, visit: Visit, id: Uuid) -> BoxFuture<'static, Result<Option<(String, String)>>> {
    async move {
        if !visit.may(&rules::SEE_NAMES) {
            return Ok(None);
        }
        let Some(person) = store::person(&app.db().reader, id).await? else {
            return Ok(None);
        };
        let (email, name) = store::opened(app.keys(), &person)?;
        let title = if name.is_empty() { email } else { name };
        Ok(Some((title, String::new())))
    }
    .boxed()
}
