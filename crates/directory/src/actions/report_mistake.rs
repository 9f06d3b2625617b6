//! "Something is wrong here."
use crate::model::Kind;
use crate::{rules, store};
use kolo_platform::{Error, Result, Trace, Write};
use kolo_words::Ref;
use kolo_words::notices::MistakeReported;
use uuid::Uuid;

/// Keeps a visitor's word that an entry is not true any more, and tells those who look after it. `contact` is how to
/// answer the visitor, if she wants an answer.
pub async fn report_mistake(w: &Write, community: Uuid, kind: Kind, id: Uuid, text: String, contact: Option<String>) -> Result<()> {
    let (text, contact) = rules::report(&text, contact.as_deref())?;
    if !store::is_shown(w, community, kind, id).await? {
        return Err(Error::NotFound);
    }
    let report = store::write::add_report(w, community, kind, id, text, contact).await?;
    // Nothing public has changed, so the change feed hears nothing.
    w.trace(Trace::of(
        "directory.report_mistake",
        Some(community),
        Ref::new("mistake_report", report),
    ));
    w.announce(&MistakeReported {
        community,
        kind: kind.code().to_owned(),
        id,
    })
}
