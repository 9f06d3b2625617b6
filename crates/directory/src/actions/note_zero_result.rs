//! Questions nobody could answer.
use crate::{rules, store};
use kolo_platform::{Result, Trace, Write};
use kolo_words::{Lang, Ref};
use uuid::Uuid;

/// Counts a question that found nothing, for the coordinator. What may be a name, a number or a mail address of somebody
/// is not kept.
pub async fn note_zero_result(w: &Write, community: Uuid, question: &str, lang: Lang) -> Result<()> {
    let question = kolo_words::fold(question);
    if !rules::is_worth_noting(&question) {
        return Ok(());
    }
    let id = store::write::count_zero_result(w, community, question, lang).await?;
    w.trace(Trace::of(
        "directory.note_zero_result",
        Some(community),
        Ref::new("zero_result", id),
    ));
    Ok(())
}
