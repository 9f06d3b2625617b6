//! What people do in the guide, one verb a file.
mod decide_report;
mod note_zero_result;
mod report_mistake;

pub use decide_report::decide_report;
pub use note_zero_result::note_zero_result;
pub use report_mistake::report_mistake;
