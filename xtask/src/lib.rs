//! Checks of the house itself: what ARCHITECTURE.md and CONTRIBUTING.md promise, compared with the sources.
//!
//! If a document can lie, a test reads it. Each check lies in a file of its own and looks at a [`Tree`] of texts,
//! so that its own tests can show it a tree with one thing wrong.

pub mod arrows;
pub mod cargo;
pub mod documents;
pub mod layers;
pub mod licences;
pub mod messages;
pub mod sizes;
pub mod tokens;

mod tree;

pub use tree::Tree;

use std::fmt;
use std::path::Path;

/// Whether a finding fails the check.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    Error,
    Warning,
}

/// One thing that is not as promised.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Finding {
    pub severity: Severity,
    /// File, and line where there is one, from the root of the repository.
    pub place: String,
    pub what: String,
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.place, self.what)
    }
}

impl Finding {
    fn error(place: impl Into<String>, what: impl Into<String>) -> Self {
        Self {
            severity: Severity::Error,
            place: place.into(),
            what: what.into(),
        }
    }

    fn warning(place: impl Into<String>, what: impl Into<String>) -> Self {
        Self {
            severity: Severity::Warning,
            place: place.into(),
            what: what.into(),
        }
    }
}

/// Everything that is not as promised in the repository at `root`, errors first.
pub fn tidy(root: &Path) -> anyhow::Result<Vec<Finding>> {
    let tree = Tree::read(root);
    let metadata = cargo::metadata(root)?;
    let mut findings = arrows::check(tree.text("ARCHITECTURE.md").unwrap_or_default(), &arrows::actual(&metadata));
    findings.extend(layers::check(&tree));
    findings.extend(sizes::check(&tree));
    findings.extend(documents::check(&tree));
    findings.extend(licences::ours(&tree));
    findings.extend(licences::foreign(tree.text("deny.toml").unwrap_or_default(), &metadata)?);
    findings.extend(messages::check(&tree));
    findings.extend(tokens::check(&tree));
    findings.sort();
    findings.dedup();
    Ok(findings)
}
