//! From the cookie's token to the actor, on every request of somebody who is signed in.
use crate::{rules, store};
use futures_util::FutureExt;
use futures_util::future::BoxFuture;
use kolo_platform::{Actor, App, Result, Trace};
use kolo_words::Ref;

pub(crate) fn identify(app: App, token: String) -> BoxFuture<'static, Result<Option<Actor>>> {
    async move {
        let hash = store::token_hash(app.keys(), "session", &token);
        let (db, now) = (&app.db().reader, app.now());
        let Some(session) = store::session(db, &hash, now).await? else {
            return Ok(None);
        };
        let Some(person) = store::person(db, session.person_id).await? else {
            return Ok(None);
        };
        let (_, name) = store::opened(app.keys(), &person)?;
        let mut actor = Actor::person(person.id, name, store::grants(db, person.id).await?);
        actor.lang = person.lang.and_then(|code| code.parse().ok());
        actor.session = Some(hash);
        if now - session.seen_at >= rules::SEEN_GRAIN {
            app.write(&actor, async |w| {
                store::touch_session(w, session.id, w.now, w.now + rules::SESSION_LIFE).await?;
                w.trace(Trace::of("accounts.return", None, Ref::new("session", session.id)));
                Ok(())
            })
            .await?;
        }
        Ok(Some(actor))
    }
    .boxed()
}
