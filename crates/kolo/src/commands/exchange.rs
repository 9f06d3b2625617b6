//! `kolo import hsds` and `kolo export hsds`
use super::community::{explained, named};
use super::{Export, Import};
use crate::config::Settings;
use crate::instance::{self, UseIndex};
use crate::progress::{bar, say};
use anyhow::{Context, Result};
use kolo_directory::import::{Options, Severity, Source};
use std::process::ExitCode;

/// How many problems are shown on the terminal; the file has all.
const SHOWN: usize = 20;

pub(crate) async fn import(settings: &Settings, import: Import) -> Result<ExitCode> {
    let app = instance::open(settings, UseIndex::Leave).await?;
    let community = named(&app, &import.community)?;
    let source: Source = import.source.parse()?;
    let options = Options {
        is_dry_run: import.dry_run,
        source_name: import.source.clone(),
        lang: import.lang,
    };
    let progress = bar("Importing", None);
    let bar = progress.clone();
    let report = kolo_directory::import::import(&app, &community, source, options, &move |done, total| {
        if let Some(total) = total {
            bar.set_length(total);
        }
        bar.set_position(done);
    })
    .await
    .map_err(|error| explained(&app, error))?;
    progress.finish_and_clear();
    for line in report.summary(app.words(), import.lang) {
        say(&line);
    }
    for problem in report.problems.iter().take(SHOWN) {
        say(&format!("  {}", problem.line(app.words(), import.lang)));
    }
    if let Some(file) = &import.report {
        report
            .write_to(file, app.words(), import.lang)
            .with_context(|| format!("writing {}", file.display()))?;
        say(&format!("The full report is in {}.", file.display()));
    }
    let has_errors = report.problems.iter().any(|problem| problem.severity == Severity::Error);
    Ok(if has_errors { ExitCode::from(2) } else { ExitCode::SUCCESS })
}

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
