//! Foreign directories as they really are. The data is not part of the repository: where it is absent, a note is printed.
use crate::import::{imported, town};
use kolo_directory::import::Report;
use kolo_directory::model::Kind;
use std::path::{Path, PathBuf};

fn shared(path: &str) -> Option<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().nth(2)?;
    let found = [root.join("../shared"), root.join("../../shared")]
        .into_iter()
        .map(|shared| shared.join(path))
        .find(|path| path.exists());
    if found.is_none() {
        eprintln!("{path} is not here; nothing was tested");
    }
    found
}

fn counted(report: &Report) -> Vec<(String, u64)> {
    report
        .counts
        .iter()
        .map(|((severity, key), count)| (format!("{} {key}", severity.name()), *count))
        .collect()
}

#[tokio::test]
async fn a_city_with_four_thousand_services_comes_in_as_it_is_and_a_second_time_changes_nothing() {
    let Some(path) = shared("data/hsds-real/miami211-2019-raw") else {
        return;
    };
    let town = town().await;
    let first = imported(&town, &path).await;
    println!("{:#?} {:#?}", first.records, counted(&first));
    assert_eq!(first.tally(Kind::Service).created, 4_089);
    let again = imported(&town, &path).await;
    println!("{:#?}", again.records);
    assert_eq!((again.total().created, again.total().changed), (0, 0));
}
