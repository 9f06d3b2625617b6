//! What cargo knows about the house: its crates, and everything they bring in from outside.
use anyhow::{Context, ensure};
use std::path::Path;
use std::process::Command;

/// The answer of `cargo metadata`.
pub type Metadata = serde_json::Value;

/// Asks cargo; every package, ours and foreign, is under `packages`.
pub fn metadata(root: &Path) -> anyhow::Result<Metadata> {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let output = Command::new(cargo)
        .args(["metadata", "--format-version", "1"])
        .current_dir(root)
        .output()
        .context("asking cargo for metadata")?;
    ensure!(
        output.status.success(),
        "cargo metadata: {}",
        String::from_utf8_lossy(&output.stderr)
    );
    serde_json::from_slice(&output.stdout).context("reading cargo's metadata")
}

/// The packages of this house (which have no source) or the foreign ones.
pub(crate) fn packages(metadata: &Metadata, ours: bool) -> impl Iterator<Item = &serde_json::Value> {
    metadata["packages"]
        .as_array()
        .into_iter()
        .flatten()
        .filter(move |package| package["source"].is_null() == ours)
}
