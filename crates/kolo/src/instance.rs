//! Opening an instance from its data folder.
use crate::config::Settings;
use anyhow::{Context, Result};
use kolo_engines::mail::Smtp;
use kolo_engines::search::FullText;
use kolo_platform::chance::SystemChance;
use kolo_platform::db::Database;
use kolo_platform::mail::{LetterBox, Mailer};
use kolo_platform::search::SearchEngine;
use kolo_platform::secrets::Keys;
use kolo_platform::{App, Parts};
use std::path::Path;
use std::sync::Arc;

/// Whether a command works on the instance's own index.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum UseIndex {
    /// The one in the data folder; a running server holds it.
    Own,
    /// None: a running server follows the change feed and indexes what the command wrote.
    Leave,
}

/// Opens the instance, creating folder, key and database when they are not there yet.
pub(crate) async fn open(settings: &Settings, index: UseIndex) -> Result<App> {
    let data = settings.data();
    private_folder(&data)?;
    let keys = Keys::open_or_create(&data.join("master.key"), &SystemChance)?;
    let db = match settings.get("database") {
        "" => Database::sqlite(&data.join("kolo.sqlite")).await?,
        address => Database::open(address).await?,
    };
    let search: Arc<dyn SearchEngine> = match index {
        UseIndex::Own => Arc::new(
            FullText::open(&data.join("index")).context("opening the search index; is another server running on this data folder?")?,
        ),
        UseIndex::Leave => Arc::new(FullText::in_memory()?),
    };
    let mailer: Arc<dyn Mailer> = match settings.get("smtp") {
        "" => Arc::new(LetterBox::default()),
        address => Arc::new(Smtp::new(address, settings.get("mail_from"))?),
    };
    let parts = Parts {
        mailer,
        config: settings.platform(),
        ..Parts::new(db, keys, search, crate::modules::all())
    };
    let app = App::open(parts).await?;
    kolo_directory::seed::ensure_taxonomy(&app).await.context("loading the taxonomy")?;
    Ok(app)
}

fn private_folder(path: &Path) -> Result<()> {
    if path.is_dir() {
        return Ok(());
    }
    let mut builder = std::fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(path).with_context(|| format!("creating {}", path.display()))
}
