//! The platform's own pages and its error pages, in every language.
use super::{garden, town};
use http::StatusCode;
use kolo_platform::Role;
use kolo_testkit::{Page, Town};
use kolo_words::Lang;
use std::collections::BTreeSet;

/// What holds for every page, whatever it says.
fn check(page: &Page, lang: Lang, path: &str) {
    assert_eq!(page.header("content-type"), "text/html; charset=utf-8", "{path}");
    assert_eq!(page.one("html").attribute("lang"), Some(lang.code()), "{path}");
    assert!(!page.heading().is_empty(), "{path}");
    assert_eq!(page.all("main").len(), 1, "{path}");
    assert!(!page.one("title").text.starts_with('·'), "{path} has a title");
    let mut ids = BTreeSet::new();
    for id in page.all("[id]") {
        assert!(
            ids.insert(id.attribute("id").unwrap().to_owned()),
            "{path}: the id {:?} is there twice",
            id.attribute("id")
        );
    }
    for field in page.all("input:not([type=hidden]), select, textarea") {
        let id = field.attribute("id").unwrap_or_default();
        assert_eq!(
            page.all(&format!("label[for=\"{id}\"]")).len(),
            1,
            "{path}: the field {id} has no label"
        );
    }
    assert!(
        page.all("[style], style, script:not([src])").is_empty(),
        "{path}: the policy refuses what stands inline"
    );
}

#[tokio::test]
async fn the_platforms_pages_speak_every_language() {
    let town = town().await;
    let mut headings = BTreeSet::new();
    for lang in Lang::ALL {
        for path in [
            "/preferences",
            "/preferences?back=/misto/garden",
            "/design",
            "/permissions",
            "/misto/permissions",
            "/misto/garden",
        ] {
            let page = town.visitor().reading(lang).get(path).await;
            assert_eq!(page.status, StatusCode::OK, "{path}");
            check(&page, lang, path);
            headings.insert(page.heading());
        }
    }
    assert_eq!(headings.len(), 13, "three pages in four languages, and a garden: {headings:?}");
    assert_eq!(town.app.words().missing(), Vec::<String>::new());
}

#[tokio::test]
async fn whoever_is_lost_is_told_so_in_their_language_and_shown_the_way_out() {
    let town = town().await;
    let headings = [
        (Lang::En, "There is no such page"),
        (Lang::Ru, "Такой страницы нет"),
        (Lang::Uk, "Такої сторінки немає"),
        (Lang::Kk, "Мұндай бет жоқ"),
    ];
    for (lang, heading) in headings {
        for path in ["/misto/attic", "/attic", "/misto/garden/", "/misto//garden", "/misto/%FF"] {
            let page = town.visitor().reading(lang).get(path).await;
            assert_eq!((page.status, page.heading().as_str()), (StatusCode::NOT_FOUND, heading), "{path}");
            check(&page, lang, path);
            let home = if path.starts_with("/misto") { "/misto/" } else { "/" };
            assert!(
                page.all("main a").iter().any(|a| a.attribute("href") == Some(home)),
                "{path} leads home"
            );
        }
    }
    assert_eq!(town.app.words().missing(), Vec::<String>::new());
}

#[tokio::test]
async fn every_error_is_a_page_in_every_language_and_tells_no_secrets() {
    let town = Town::with(vec![garden()]).await;
    for lang in Lang::ALL {
        let visitor = town.visitor().reading(lang);
        let stranger = town.as_(Role::Juror).reading(lang);
        let answers = [
            (StatusCode::INTERNAL_SERVER_ERROR, visitor.get("/misto/garden/hole").await),
            (StatusCode::INTERNAL_SERVER_ERROR, visitor.get("/misto/garden/thorn").await),
            (StatusCode::FORBIDDEN, visitor.post("/misto/garden/repaint", &[]).await),
            (StatusCode::FORBIDDEN, stranger.post("/misto/garden/repaint", &[]).await),
        ];
        for (status, page) in answers {
            assert_eq!(page.status, status);
            check(&page, lang, status.as_str());
            for secret in ["bottom", "falling", "thorn", "panic"] {
                assert!(!page.one("main").text.contains(secret), "{status} says {secret}");
            }
        }
        let asks = visitor.post("/misto/garden/repaint", &[]).await;
        assert!(
            asks.all("main a")
                .iter()
                .any(|a| a.attribute("href").is_some_and(|h| h.starts_with("/sign-in"))),
            "who may be signed out can sign in"
        );
        let no = stranger.post("/misto/garden/repaint", &[]).await;
        assert!(
            !no.all("main a")
                .iter()
                .any(|a| a.attribute("href").is_some_and(|h| h.starts_with("/sign-in"))),
            "who is signed in is not asked to"
        );
    }
    assert_eq!(town.app.words().missing(), Vec::<String>::new());
}

#[tokio::test]
async fn the_page_of_permissions_says_what_the_guards_do() {
    let town = Town::with(vec![garden()]).await;
    let page = town.visitor().reading(Lang::En).get("/permissions").await;
    let rows: Vec<_> = page.all("tbody tr").into_iter().map(|row| row.text.replace('–', "")).collect();
    assert_eq!(rows[0], format!("Read public pages{}", "yes".repeat(9)));
    // Of nine roles the coordinator, the last but one, may paint.
    assert_eq!(rows[1], format!("Look after one’s own account{}yesno", "no".repeat(7)));
}
