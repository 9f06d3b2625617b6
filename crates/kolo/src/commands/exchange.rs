//! `kolo export hsds`
use super::Export;
use super::community::{explained, named};
use crate::config::Settings;
use crate::instance::{self, UseIndex};
use crate::progress::{bar, say};
use anyhow::{Context, Result};
use std::process::ExitCode;

pub(crate) async fn export(settings: &Settings, export: Export) -> Result<ExitCode> {
    let app = instance::open(settings, UseIndex::Leave).await?;
    let community = named(&app, &export.community)?;
    let communities = app.communities().tree().with_descendants(community.id);
    std::fs::create_dir_all(&export.to).with_context(|| format!("creating {}", export.to.display()))?;
    let progress = bar("Exporting", None);
    kolo_directory::open::export_tabular(&app, &communities, &export.to)
        .await
        .map_err(|error| explained(&app, error))?;
    progress.finish_and_clear();
    say(&format!("The package is in {}.", export.to.display()));
    Ok(ExitCode::SUCCESS)
}
