//! A file one can read in one sitting.
use crate::{Finding, Tree};

/// Longer than this is often two things in one.
pub const LONG: usize = 400;
/// Longer than this is.
pub const TOO_LONG: usize = 700;

pub fn check(tree: &Tree) -> Vec<Finding> {
    tree.ending(&[".rs", ".ts", ".css", ".html"])
        .filter(|(path, _)| !path.contains("/locales/") && !path.contains("/data/"))
        .filter_map(|(path, text)| match text.lines().count() {
            lines if lines > TOO_LONG => Some(Finding::error(path, format!("{lines} lines; at most {TOO_LONG}"))),
            lines if lines > LONG => Some(Finding::warning(path, format!("{lines} lines; two things in one?"))),
            _ => None,
        })
        .collect()
}
