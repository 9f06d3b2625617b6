//! What became of a visitor's report.
use crate::model::ReportState;
use crate::store;
use kolo_platform::{Result, Trace, Write};
use kolo_words::Ref;
use uuid::Uuid;

/// Says that a reported mistake was mended, or that there was none.
pub async fn decide_report(w: &Write, community: Uuid, report: Uuid, state: ReportState) -> Result<()> {
    store::write::decide_report(w, community, report, state).await?;
    w.trace(Trace::of("directory.decide_report", Some(community), Ref::new("mistake_report", report)).fields(&["state"]));
    Ok(())
}
