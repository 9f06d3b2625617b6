//! Everything as a tabular package.
use super::guide::{FUND, HALL, LAWYER, LIBRARY, READING, REFUGE, SHELTER, id, town};
use kolo_directory::hsds::shape::OBJECTS;
use kolo_directory::model::Kind;
use kolo_directory::open::export_tabular;
use kolo_testkit::Town;
use std::collections::{BTreeMap, BTreeSet};
use std::io::{Cursor, Read};

type Table = Vec<BTreeMap<String, String>>;

/// The tables of the package a visitor downloads, by the names of their files.
async fn package(town: &Town, path: &str) -> (BTreeMap<String, Table>, serde_json::Value) {
    let page = town.visitor().get(path).await;
    assert_eq!(page.header("content-type"), "application/zip");
    let mut archive = zip::ZipArchive::new(Cursor::new(page.bytes.to_vec())).unwrap();
    let (mut tables, mut descriptor) = (BTreeMap::new(), serde_json::Value::Null);
    for at in 0..archive.len() {
        let mut file = archive.by_index(at).unwrap();
        let name = file.name().unwrap().into_owned();
        let mut text = String::new();
        file.read_to_string(&mut text).unwrap();
        if name == "datapackage.json" {
            descriptor = serde_json::from_str(&text).unwrap();
        } else {
            let mut reader = csv::Reader::from_reader(text.as_bytes());
            tables.insert(name, reader.deserialize().map(|row| row.unwrap()).collect());
        }
    }
    (tables, descriptor)
}

fn ids(table: &Table) -> BTreeSet<String> {
    table.iter().map(|row| row["id"].clone()).collect()
}

fn texts<const N: usize>(numbers: [u128; N]) -> BTreeSet<String> {
    numbers.into_iter().map(|n| id(n).to_string()).collect()
}

#[tokio::test]
async fn the_package_has_every_table_and_a_descriptor_of_them() {
    let town = town().await;
    let (tables, descriptor) = package(&town, "/misto/data/hsds.zip").await;
    let files: BTreeSet<&str> = OBJECTS.iter().map(|object| object.csv).collect();
    assert_eq!(tables.keys().map(String::as_str).collect::<BTreeSet<_>>(), files);
    let described: BTreeSet<&str> = descriptor["resources"]
        .as_array()
        .unwrap()
        .iter()
        .map(|r| r["path"].as_str().unwrap())
        .collect();
    assert_eq!(described, files);
    assert_eq!(ids(&tables["services.csv"]), texts([LAWYER, READING, REFUGE]));
    assert_eq!(ids(&tables["organizations.csv"]), texts([LIBRARY, FUND]));
    assert_eq!(ids(&tables["locations.csv"]), texts([HALL, SHELTER]));
    assert_eq!(tables["phones.csv"].iter().filter(|row| !row["contact_id"].is_empty()).count(), 1);
    assert_eq!((tables["units.csv"].len(), tables["service_capacity.csv"].len()), (1, 1));
    let all = package(&town, "/data/hsds.zip").await.0;
    assert_eq!(all["services.csv"].len(), 4);
}

#[tokio::test]
async fn every_foreign_key_leads_to_a_row_and_no_id_stands_twice() {
    let town = town().await;
    let (tables, _) = package(&town, "/misto/data/hsds.zip").await;
    let by_kind: BTreeMap<Kind, BTreeSet<String>> = OBJECTS.iter().map(|object| (object.kind, ids(&tables[object.csv]))).collect();
    for object in OBJECTS {
        assert_eq!(
            by_kind[&object.kind].len(),
            tables[object.csv].len(),
            "an id twice in {}",
            object.csv
        );
        for row in &tables[object.csv] {
            for field in object.columns() {
                let cell = &row[field.name];
                assert!(
                    !cell.is_empty() || !(field.is_required || field.is_required_in_csv),
                    "{}.{} is empty",
                    object.kind,
                    field.name
                );
                if let Some(target) = field.refers.filter(|_| !cell.is_empty()) {
                    assert!(by_kind[&target].contains(cell), "{}.{} leads nowhere", object.kind, field.name);
                }
            }
        }
    }
}

#[tokio::test]
async fn the_command_writes_the_same_package() {
    let town = town().await;
    let folder = tempfile::tempdir().unwrap();
    export_tabular(&town.app, &[town.community.id], folder.path()).await.unwrap();
    let (tables, _) = package(&town, "/misto/data/hsds.zip").await;
    let mut rows = 0;
    for (name, table) in &tables {
        let mut reader = csv::Reader::from_path(folder.path().join(name)).unwrap();
        let written: Table = reader.deserialize().map(|row| row.unwrap()).collect();
        assert_eq!(&written, table, "{name}");
        rows += written.len();
    }
    assert!(rows > 100, "{rows} rows");
}
