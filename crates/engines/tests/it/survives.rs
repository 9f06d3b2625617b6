//! Closing, opening, crashing, ageing.
use crate::{found, service};
use kolo_engines::search::FullText;
use kolo_platform::search::{Change, SearchEngine};
use kolo_words::Lang;
use std::fs;
use std::path::Path;
use tempfile::TempDir;

fn filled(folder: &Path) -> FullText {
    let index = FullText::open(folder).unwrap();
    index.apply(vec![Change::Put(service(1, Lang::Ru, "Помощь", ""))], 41).unwrap();
    index
}

fn largest_file(folder: &Path, ending: &str) -> std::path::PathBuf {
    let files = fs::read_dir(folder).unwrap().map(|file| file.unwrap().path());
    files
        .filter(|path| path.to_string_lossy().ends_with(ending))
        .max_by_key(|path| path.metadata().unwrap().len())
        .unwrap()
}

#[test]
fn entries_and_position_are_there_after_reopening() {
    let folder = TempDir::new().unwrap();
    assert_eq!(FullText::open(folder.path()).unwrap().position(), None);
    let index = filled(folder.path());
    assert_eq!((index.position(), found(&index, Lang::Ru, "помощь")), (Some(41), vec![1]));
    drop(index);
    let index = FullText::open(folder.path()).unwrap();
    assert_eq!((index.position(), found(&index, Lang::Ru, "помощь")), (Some(41), vec![1]));
    index.apply(Vec::new(), 42).unwrap();
    drop(index);
    assert_eq!(
        FullText::open(folder.path()).unwrap().position(),
        Some(42),
        "a commit without changes moves on"
    );
}

#[test]
fn what_was_not_committed_is_not_there_and_the_position_says_so() {
    let folder = TempDir::new().unwrap();
    let index = filled(folder.path());
    index.fill(vec![service(2, Lang::Ru, "Потеряно", "")]).unwrap();
    assert_eq!(found(&index, Lang::Ru, "потеряно"), Vec::<u128>::new());
    // As after a kill: nothing of the process is asked for its leave.
    let copy = TempDir::new().unwrap();
    for file in fs::read_dir(folder.path()).unwrap() {
        let file = file.unwrap();
        // A merge may just have taken a file away; the last commit does not need it.
        if let Err(error) = fs::copy(file.path(), copy.path().join(file.file_name())) {
            assert_eq!(error.kind(), std::io::ErrorKind::NotFound);
        }
    }
    let after = FullText::open(copy.path()).unwrap();
    assert_eq!((after.position(), after.count().unwrap()), (Some(41), 1));
    after.apply(vec![Change::Put(service(3, Lang::Ru, "Дальше", ""))], 43).unwrap();
    assert_eq!(found(&after, Lang::Ru, "дальше"), [3]);
    index.apply(Vec::new(), 44).unwrap();
    assert_eq!(found(&index, Lang::Ru, "потеряно"), [2], "the next commit makes it visible");
}

#[test]
fn an_emptied_index_has_no_position_even_after_reopening() {
    let folder = TempDir::new().unwrap();
    let index = filled(folder.path());
    index.clear().unwrap();
    assert_eq!((index.position(), index.count().unwrap()), (None, 0));
    drop(index);
    assert_eq!(FullText::open(folder.path()).unwrap().position(), None);
}

#[test]
fn an_index_of_another_version_is_begun_anew() {
    let folder = TempDir::new().unwrap();
    drop(filled(folder.path()));
    let meta = folder.path().join("meta.json");
    let text = fs::read_to_string(&meta).unwrap();
    assert!(text.contains("kolo "), "{text}");
    fs::write(
        &meta,
        text.replace("\"payload\":\"kolo ", "\"payload\":\"kolo 9")
            .replace("\"payload\": \"kolo ", "\"payload\": \"kolo 9"),
    )
    .unwrap();
    let index = FullText::open(folder.path()).unwrap();
    assert_eq!((index.position(), index.count().unwrap()), (None, 0));
    index.apply(vec![Change::Put(service(2, Lang::Ru, "Снова", ""))], 7).unwrap();
    assert_eq!(found(&index, Lang::Ru, "снова"), [2]);
}

#[test]
fn a_damaged_index_is_begun_anew() {
    for ending in ["meta.json", ".store", ".fast", ".term", ".idx"] {
        let folder = TempDir::new().unwrap();
        drop(filled(folder.path()));
        let file = largest_file(folder.path(), ending);
        let bytes = fs::read(&file).unwrap();
        fs::write(&file, &bytes[..bytes.len() / 2]).unwrap();
        let index = FullText::open(folder.path()).unwrap();
        assert_eq!((index.position(), index.count().unwrap()), (None, 0), "{ending}");
        drop(index);
        drop(filled(folder.path()));
        fs::remove_file(largest_file(folder.path(), ending)).unwrap();
        assert_eq!(FullText::open(folder.path()).unwrap().position(), None, "{ending} is missing");
    }
}

#[test]
fn a_flipped_byte_is_told_by_the_full_check() {
    let folder = TempDir::new().unwrap();
    let index = filled(folder.path());
    assert_eq!(index.damage().unwrap(), Vec::<String>::new());
    drop(index);
    let file = largest_file(folder.path(), ".store");
    let mut bytes = fs::read(&file).unwrap();
    bytes[3] ^= 0x55;
    fs::write(&file, bytes).unwrap();
    let told = FullText::open(folder.path()).unwrap().damage().unwrap();
    assert_eq!(told, [format!("{} is damaged", file.file_name().unwrap().to_string_lossy())]);
    assert_eq!(FullText::inspect(folder.path()).unwrap(), told);
}

#[test]
fn inspecting_an_index_changes_nothing() {
    let folder = TempDir::new().unwrap();
    assert_eq!(FullText::inspect(folder.path()).unwrap(), ["there is none yet"]);
    let server = filled(folder.path());
    assert_eq!(FullText::inspect(folder.path()).unwrap(), Vec::<String>::new());
    server.clear().unwrap();
    assert_eq!(FullText::inspect(folder.path()).unwrap(), ["it is incomplete"]);
    let meta = folder.path().join("meta.json");
    fs::write(&meta, "{").unwrap();
    let told = FullText::inspect(folder.path()).unwrap();
    assert!(told.len() == 1 && told[0].starts_with("it cannot be read"), "{told:?}");
    assert_eq!(fs::read_to_string(&meta).unwrap(), "{");
    let refused = FullText::open(folder.path()).unwrap_err();
    assert!(
        refused.to_string().contains("another process"),
        "the server still writes: {refused:#}"
    );
    drop(server);
    assert_eq!(FullText::open(folder.path()).unwrap().position(), None);
}

#[test]
fn a_second_process_may_read_while_the_first_writes() {
    let folder = TempDir::new().unwrap();
    let server = filled(folder.path());
    let command = FullText::open(folder.path()).unwrap();
    assert_eq!((command.position(), found(&command, Lang::Ru, "помощь")), (Some(41), vec![1]));
    let refused = command.apply(Vec::new(), 50).unwrap_err();
    assert!(refused.to_string().contains("another process"), "{refused}");
    server.apply(Vec::new(), 51).unwrap();
    assert_eq!(server.position(), Some(51));
}

#[test]
fn a_rebuild_that_was_interrupted_leaves_no_position() {
    let folder = TempDir::new().unwrap();
    let index = filled(folder.path());
    index.clear().unwrap();
    index
        .fill((1..=2_500).map(|n| service(n, Lang::Ru, "Кружок", "")).collect())
        .unwrap();
    drop(index);
    let index = FullText::open(folder.path()).unwrap();
    assert_eq!((index.position(), index.count().unwrap() < 2_500), (None, true));
    index.clear().unwrap();
    index
        .fill((1..=2_500).map(|n| service(n, Lang::Ru, "Кружок", "")).collect())
        .unwrap();
    index.apply(Vec::new(), 9).unwrap();
    assert_eq!((index.position(), index.count().unwrap()), (Some(9), 2_500));
}
