//! Changes how somebody is greeted, and in which language.
use crate::store;
use kolo_platform::{Result, Trace, Write};
use kolo_words::{Lang, Ref};
use uuid::Uuid;

pub(crate) async fn rename(w: &Write, person: Uuid, name: &str, lang: Option<Lang>) -> Result<()> {
    store::rename(w, person, name, lang.map(Lang::code)).await?;
    w.trace(Trace::of("accounts.rename", None, Ref::new("person", person)).fields(&["name", "lang"]));
    Ok(())
}
