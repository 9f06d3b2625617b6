//! `kolo check` and `kolo reindex`
use crate::config::Settings;
use crate::instance::{self, UseIndex};
use crate::progress::{bar, say};
use anyhow::Result;
use kolo_engines::search::FullText;
use kolo_platform::feed;
use std::process::ExitCode;

pub(crate) async fn run(settings: &Settings) -> Result<ExitCode> {
    let app = instance::open(settings, UseIndex::Leave).await?;
    let progress = bar("Checking", None);
    let mut findings = Vec::new();
    for (name, check) in app.registry().checks() {
        progress.set_message(format!("Checking {name}"));
        findings.extend(check(app.clone()).await?.into_iter().map(|finding| format!("{name}: {finding}")));
    }
    progress.set_message("Checking the search index");
    let folder = settings.data().join("index");
    if folder.is_dir() {
        let damage = tokio::task::spawn_blocking(move || FullText::inspect(&folder)).await??;
        findings.extend(damage.into_iter().map(|finding| format!("index: {finding}")));
    }
    progress.finish_and_clear();
    if findings.is_empty() {
        say("Everything is in order.");
        return Ok(ExitCode::SUCCESS);
    }
    for finding in &findings {
        say(finding);
    }
    Ok(ExitCode::FAILURE)
}

pub(crate) async fn reindex(settings: &Settings) -> Result<ExitCode> {
    let app = instance::open(settings, UseIndex::Own).await?;
    let progress = bar("Indexing", None);
    let bar = progress.clone();
    feed::rebuild(&app, &mut |count| bar.set_position(count)).await?;
    progress.finish_and_clear();
    say(&format!("{} entries are indexed.", app.search().count()?));
    Ok(ExitCode::SUCCESS)
}
