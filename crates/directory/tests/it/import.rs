//! Importing foreign directories: what goes in, what is said about it, and that nothing is half done.
use kolo_directory::import::{self, Options, Report, Source};
use kolo_testkit::Town;
use kolo_words::Lang;
use std::path::Path;

pub(crate) use crate::town;

pub(crate) fn options(path: &Path) -> Options {
    Options {
        is_dry_run: false,
        source_name: path.display().to_string(),
        lang: Lang::En,
    }
}

/// What comes of importing a file or folder into the town.
pub(crate) async fn imported(town: &Town, path: &Path) -> Report {
    import::import(&town.app, &town.community, Source::Path(path.to_owned()), options(path), &|_, _| ())
        .await
        .unwrap()
}
