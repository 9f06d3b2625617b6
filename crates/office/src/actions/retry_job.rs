//! Puts a job that gave up back into the line.
use kolo_platform::{Result, Trace, Write, jobs};
use kolo_words::Ref;
use uuid::Uuid;

pub(crate) async fn retry_job(w: &Write, id: Uuid) -> Result<()> {
    jobs::retry(w, id).await?;
    w.trace(Trace::of("office.retry_job", None, Ref::new("job", id)).fields(&["state"]));
    Ok(())
}
