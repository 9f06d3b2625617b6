//! The list to take away.
use super::guide::{HALL, LAWYER, READING, REFUGE, id, town};
use calamine::{Data, Reader, Xlsx};
use http::StatusCode;
use kolo_testkit::Town;
use kolo_words::Lang;
use serde_json::json;
use std::io::Cursor;
use uuid::Uuid;

async fn csv(town: &Town, query: &str) -> Vec<Vec<String>> {
    let page = town.visitor().get(format!("/misto/services.csv{query}")).await;
    assert_eq!(
        (page.status, page.header("content-type")),
        (StatusCode::OK, "text/csv; charset=utf-8")
    );
    assert_eq!(page.header("content-disposition"), "attachment; filename=\"services.csv\"");
    let text = page.text();
    let text = text.strip_prefix('\u{feff}').expect("a spreadsheet program needs the mark");
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
    reader
        .records()
        .map(|row| row.unwrap().iter().map(str::to_owned).collect())
        .collect()
}

fn column(rows: &[Vec<String>], name: &str) -> Vec<String> {
    let at = rows[0]
        .iter()
        .position(|head| head == name)
        .unwrap_or_else(|| panic!("no column {name} in {:?}", rows[0]));
    rows[1..].iter().map(|row| row[at].clone()).collect()
}

fn sorted<T: Ord>(mut values: Vec<T>) -> Vec<T> {
    values.sort();
    values
}

#[tokio::test]
async fn the_table_is_the_list_that_was_asked_for() {
    let town = town().await;
    let rows = csv(&town, "").await;
    let all = [LAWYER, READING, REFUGE].map(|n| id(n).to_string()).to_vec();
    assert_eq!(sorted(column(&rows, "Ідентифікатор")), sorted(all));
    let rows = csv(&town, "?situation=displaced&q=юрист").await;
    assert_eq!(column(&rows, "Послуга"), ["Правова консультація"]);
    assert_eq!(column(&rows, "Коротко"), ["Порада юриста."]);
    assert_eq!(column(&rows, "Адреси"), ["просп. Миру, 41, Чернігів 14000"]);
    assert_eq!(column(&rows, "Вартість"), ["безоплатно; Безоплатно для всіх"]);
    assert_eq!(column(&rows, "Телефони"), ["'+380462000003; +380462000002"]);
    assert_eq!(
        column(&rows, "Сторінка"),
        [format!("http://kolo.example/misto/services/{}", id(LAWYER))]
    );
    assert_eq!(csv(&town, "?q=qzxjvqzxjv").await.len(), 1);
}

#[tokio::test]
async fn the_table_speaks_the_readers_language() {
    let town = town().await;
    let page = town
        .visitor()
        .reading(Lang::En)
        .get("/misto/services.csv?situation=displaced")
        .await
        .text();
    assert!(page.contains("Legal advice") && page.contains("Identifier"), "{page}");
}

#[tokio::test]
async fn a_name_like_a_formula_is_only_a_name() {
    let town = town().await;
    let names = column(&csv(&town, "").await, "Послуга");
    assert!(names.contains(&"'=Книги додому+".to_owned()), "{names:?}");
}

#[tokio::test]
async fn the_workbook_holds_the_same_rows_as_text() {
    let town = town().await;
    let page = town.visitor().get("/misto/services.xlsx").await;
    assert_eq!(
        page.header("content-type"),
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    );
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(page.bytes.to_vec())).unwrap();
    let sheet = book.worksheet_range_at(0).unwrap().unwrap();
    let cells: Vec<Vec<String>> = sheet
        .rows()
        .map(|row| {
            row.iter()
                .map(|cell| match cell {
                    Data::String(text) => text.clone(),
                    Data::Empty => String::new(),
                    other => panic!("{other:?} is not text"),
                })
                .collect()
        })
        .collect();
    let plain = |text: &String| text.strip_prefix('\'').unwrap_or(text).to_owned();
    let expected: Vec<Vec<String>> = csv(&town, "").await.iter().map(|row| row.iter().map(plain).collect()).collect();
    assert_eq!(cells, expected);
    assert!(book.worksheet_formula("Sheet1").unwrap().is_empty());
}

#[tokio::test]
async fn the_map_shows_every_open_place_once() {
    let town = town().await;
    let page = town.visitor().get("/misto/services.geojson").await;
    assert_eq!(page.header("content-type"), "application/geo+json");
    let map = page.json();
    assert_eq!(map["type"], "FeatureCollection");
    let features = map["features"].as_array().unwrap();
    let services: Vec<Uuid> = features
        .iter()
        .map(|f| f["properties"]["service"].as_str().unwrap().parse().unwrap())
        .collect();
    assert_eq!(sorted(services), sorted(vec![id(LAWYER), id(READING)]));
    let lawyer = features
        .iter()
        .find(|f| f["properties"]["title"] == "Правова консультація")
        .unwrap();
    assert_eq!(lawyer["geometry"], json!({"type": "Point", "coordinates": [31.2947, 51.4935]}));
    assert_eq!(
        (&lawyer["properties"]["location"], &lawyer["properties"]["city"]),
        (&json!(id(HALL)), &json!("Чернігів"))
    );
    let empty = town.visitor().get("/misto/services.geojson?q=qzxjvqzxjv").await.json();
    assert_eq!(empty, json!({"type": "FeatureCollection", "features": []}));
}

#[tokio::test]
async fn downloads_carry_an_entity_tag() {
    let town = town().await;
    for path in ["/misto/services.csv", "/misto/services.xlsx", "/misto/services.geojson"] {
        let page = town.visitor().get(path).await;
        assert!(page.header("etag").starts_with("W/\""), "{path}: {:?}", page.headers);
        assert_eq!(page.header("access-control-allow-origin"), "*");
    }
}
