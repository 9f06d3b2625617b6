//! Seals the end of a chain that was just walked and found whole.
use crate::rules::{SEALED, Walk};
use crate::store;
use kolo_platform::{Result, Trace, Write};
use kolo_words::Ref;
use uuid::Uuid;

pub(crate) async fn seal(w: &Write, chain: Uuid, walk: &Walk) -> Result<()> {
    store::insert_seal(w, chain, walk).await?;
    w.trace(Trace::of(SEALED, None, Ref::new("audit_chain", chain)));
    Ok(())
}
