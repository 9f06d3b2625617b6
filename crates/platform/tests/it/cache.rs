//! Public pages from memory: as quick as a file and never older than the database.
use super::{paint_by_house, town};
use axum::body::Body;
use http::{Request, StatusCode};
use kolo_platform::Role;
use kolo_testkit::{Page, Town, Visitor};
use kolo_words::Lang;
use std::io::Read;
use std::time::Duration;
use uuid::Uuid;

/// Gets a page and says whether the database was asked.
async fn get(town: &Town, visitor: &Visitor<'_>, path: &str) -> (Page, bool) {
    let (page, statements) = town.statements(visitor.get(path)).await;
    (page, statements > 0)
}

#[tokio::test]
async fn the_second_visitor_costs_no_statement() {
    let town = town().await;
    let (first, was_asked) = get(&town, &town.visitor(), "/misto/garden").await;
    assert!(was_asked);
    let (second, was_asked) = get(&town, &town.visitor(), "/misto/garden").await;
    assert!(!was_asked);
    assert_eq!(first.bytes, second.bytes);
    assert_eq!(
        (second.header("content-type"), second.header("cache-control")),
        ("text/html; charset=utf-8", "public, max-age=0, must-revalidate")
    );
    assert_eq!(second.header("vary"), "accept-encoding, accept-language, cookie");
}

#[tokio::test]
async fn a_page_is_old_once_its_community_or_one_above_or_below_changed() {
    let town = town().await;
    let visitor = town.visitor();
    let changes: [(&str, Uuid, bool); 7] = [
        ("/misto/garden", town.community.id, true),
        ("/misto/garden", town.region.id, true),
        ("/misto/garden", Uuid::nil(), true),
        ("/misto/garden", town.neighbour.id, false),
        ("/region/garden", town.community.id, true),
        ("/region/garden", town.neighbour.id, true),
        ("/susid/garden", town.community.id, false),
    ];
    for (path, changed, is_old) in changes {
        get(&town, &visitor, path).await;
        assert!(!get(&town, &visitor, path).await.1, "{path} is in memory");
        paint_by_house(&town, changed, "red").await;
        assert_eq!(get(&town, &visitor, path).await.1, is_old, "{path} after a change of {changed}");
    }
    assert_eq!(visitor.get("/misto/garden").await.one("#colour").text, "red");
}

#[tokio::test]
async fn a_page_that_was_drawn_while_things_changed_is_not_kept() {
    let town = town().await;
    let visitor = town.visitor();
    let painting = async {
        super::HAS_LOOKED.notified().await;
        paint_by_house(&town, town.community.id, "red").await;
        super::IS_PAINTED.notify_one();
    };
    let (page, ()) = tokio::join!(visitor.get("/misto/garden/slow"), painting);
    assert_eq!(page.one("#colour").text, "green", "it was looked at before");
    super::IS_PAINTED.notify_one();
    assert_eq!(visitor.get("/misto/garden/slow").await.one("#colour").text, "red");
}

#[tokio::test]
async fn what_another_server_changed_is_seen_once_the_feed_is_followed() {
    let town = town().await;
    let other = town.another_server(vec![super::garden()]).await;
    let visitor = town.visitor();
    kolo_platform::feed::catch_up(&town.app).await.unwrap();
    get(&town, &visitor, "/misto/garden").await;
    let work = async |w: &kolo_platform::Write| kolo_platform::settings::set(w, town.community.id, "colour", &"red").await;
    other.write(&kolo_platform::Actor::house(), work).await.unwrap();
    kolo_platform::feed::catch_up(&town.app).await.unwrap();
    assert_eq!(visitor.get("/misto/garden").await.one("#colour").text, "red");
    kolo_platform::feed::catch_up(&town.app).await.unwrap();
    assert!(
        !get(&town, &visitor, "/misto/garden").await.1,
        "and following on makes nothing old for no reason"
    );
}

#[tokio::test]
async fn a_community_founded_on_another_server_is_known_once_the_feed_is_followed() {
    let town = town().await;
    let other = town.another_server(vec![super::garden()]).await;
    kolo_platform::feed::catch_up(&town.app).await.unwrap();
    let new = kolo_testkit::new_community("selo", "Село", Some(town.region.id));
    let work = async |w: &kolo_platform::Write| kolo_platform::community::found(w, new).await;
    other.write(&kolo_platform::Actor::house(), work).await.unwrap();
    assert_eq!(town.visitor().get("/selo/garden").await.status, StatusCode::NOT_FOUND);
    kolo_platform::feed::catch_up(&town.app).await.unwrap();
    assert_eq!(town.visitor().get("/selo/garden").await.one(".brand-name").text, "Село");
}

#[tokio::test]
async fn an_act_that_fails_makes_nothing_old() {
    let town = town().await;
    let visitor = town.visitor();
    get(&town, &visitor, "/misto/garden").await;
    let work = async |w: &kolo_platform::Write| {
        kolo_platform::settings::set(w, town.community.id, "colour", &"red").await?;
        Err::<(), _>(kolo_platform::Error::NotFound)
    };
    town.app.write(&kolo_platform::Actor::house(), work).await.unwrap_err();
    assert!(!get(&town, &visitor, "/misto/garden").await.1);
}

#[tokio::test]
async fn a_page_is_read_anew_after_a_minute() {
    let town = town().await;
    let visitor = town.visitor();
    get(&town, &visitor, "/misto/garden").await;
    town.clock.pass(Duration::from_secs(59));
    assert!(!get(&town, &visitor, "/misto/garden").await.1);
    town.clock.pass(Duration::from_secs(1));
    assert!(get(&town, &visitor, "/misto/garden").await.1, "it may say what is open now");
}

#[tokio::test]
async fn everybody_gets_the_page_in_their_own_way() {
    let town = town().await;
    let (uk, kk) = (town.visitor(), town.visitor().reading(Lang::Kk));
    assert_eq!(get(&town, &uk, "/misto/garden").await.0.one("html").attribute("lang"), Some("uk"));
    let (page, was_asked) = get(&town, &kk, "/misto/garden").await;
    assert_eq!((page.one("html").attribute("lang"), was_asked), (Some("kk"), true));
    let dark = town.visitor();
    dark.get("/preferences/set?scheme=dark").await;
    let (page, was_asked) = get(&town, &dark, "/misto/garden").await;
    assert_eq!((page.one("html").attribute("data-scheme"), was_asked), (Some("dark"), true));
    assert!(get(&town, &uk, "/misto/garden?bed=1").await.1, "another question is another page");
    assert_eq!(
        get(&town, &uk, "/misto/garden").await.0.one("html").attribute("data-scheme"),
        Some("auto")
    );
}

#[tokio::test]
async fn a_page_of_somebody_signed_in_is_kept_for_nobody() {
    let town = town().await;
    let coordinator = town.as_(Role::Coordinator);
    assert!(coordinator.get("/misto/garden").await.says("Вийти (coordinator)"));
    let (page, was_asked) = get(&town, &coordinator, "/misto/garden").await;
    assert!(was_asked);
    assert_eq!((page.header("cache-control"), page.header("etag")), ("private, no-store", ""));
    let (page, was_asked) = get(&town, &town.visitor(), "/misto/garden").await;
    assert!(was_asked && !page.text().contains("coordinator"));
    assert!(
        coordinator.get("/misto/garden").await.says("coordinator"),
        "nor do they get the visitors' page"
    );
}

#[tokio::test]
async fn a_message_shown_once_is_shown_once() {
    let town = town().await;
    let visitor = town.visitor();
    visitor.get("/misto/garden").await;
    let painted = visitor.post("/misto/garden/paint", &[("colour", "red")]).await;
    assert_eq!(visitor.follow(&painted).await.one("[role=status]").text, "Зберегти");
    assert!(visitor.get("/misto/garden").await.all("[role=status]").is_empty());
    assert!(town.visitor().get("/misto/garden").await.all("[role=status]").is_empty());
}

async fn with(visitor: &Visitor<'_>, name: &str, value: &str) -> Page {
    visitor
        .send(Request::get("/misto/garden").header(name, value).body(Body::empty()).unwrap())
        .await
}

#[tokio::test]
async fn who_has_the_page_already_is_told_so_until_it_changes() {
    let town = town().await;
    let visitor = town.visitor();
    let first = visitor.get("/misto/garden").await;
    let tag = first.header("etag").to_owned();
    assert!(tag.starts_with("W/\"") && tag.len() > 20, "{tag}");
    for asked in [tag.clone(), format!("\"other\", {tag}"), "*".to_owned()] {
        let known = with(&visitor, "if-none-match", &asked).await;
        assert_eq!(
            (known.status, known.bytes.len(), known.header("etag")),
            (StatusCode::NOT_MODIFIED, 0, tag.as_str()),
            "{asked}"
        );
    }
    let unknown = with(&visitor, "if-none-match", "\"other\"").await;
    assert_eq!((unknown.status, unknown.bytes), (StatusCode::OK, first.bytes));
    paint_by_house(&town, town.community.id, "red").await;
    let changed = with(&visitor, "if-none-match", &tag).await;
    assert_eq!((changed.status, changed.one("#colour").text.as_str()), (StatusCode::OK, "red"));
    assert_ne!(changed.header("etag"), tag);
}

#[tokio::test]
async fn bodies_are_compressed_as_the_browser_likes_and_say_the_same() {
    let town = town().await;
    let visitor = town.visitor();
    let plain = visitor.get("/misto/garden").await;
    assert_eq!(plain.header("content-encoding"), "");
    let gzip = with(&visitor, "accept-encoding", "gzip, deflate").await;
    assert_eq!(gzip.header("content-encoding"), "gzip");
    let mut unpacked = Vec::new();
    flate2::read::GzDecoder::new(&gzip.bytes[..]).read_to_end(&mut unpacked).unwrap();
    assert_eq!(unpacked, plain.bytes);
    let brotli = with(&visitor, "accept-encoding", "gzip, deflate, br, zstd").await;
    assert_eq!(brotli.header("content-encoding"), "br");
    let mut unpacked = Vec::new();
    brotli::Decompressor::new(&brotli.bytes[..], 4096)
        .read_to_end(&mut unpacked)
        .unwrap();
    assert_eq!(unpacked, plain.bytes);
    assert!(brotli.bytes.len() < plain.bytes.len() / 2);
    assert_eq!(
        with(&visitor, "accept-encoding", "br;q=0, gzip;q=0")
            .await
            .header("content-encoding"),
        ""
    );
}

#[tokio::test]
async fn a_head_is_the_page_without_its_body() {
    let town = town().await;
    let visitor = town.visitor();
    let page = visitor.get("/misto/garden").await;
    let head = visitor.send(Request::head("/misto/garden").body(Body::empty()).unwrap()).await;
    assert_eq!(
        (head.status, head.header("content-type")),
        (page.status, page.header("content-type"))
    );
}
