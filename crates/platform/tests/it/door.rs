//! The door: which community, which language, how it shall look, and what every answer carries.
use super::{garden, town};
use axum::body::Body;
use futures_util::FutureExt;
use futures_util::future::BoxFuture;
use http::{Request, StatusCode};
use kolo_platform::community::{self, NewCommunity};
use kolo_platform::{Actor, App, Config, Module, Result, Role};
use kolo_testkit::{Page, Town, Visitor};
use kolo_words::{Lang, Multilingual, RESERVED_SLUGS};
use uuid::Uuid;

/// What a browser says of itself.
type Headers<'a> = &'a [(&'a str, &'a str)];

async fn asked(visitor: &Visitor<'_>, path: &str, headers: Headers<'_>) -> Page {
    let mut request = Request::get(path);
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    visitor.send(request.body(Body::empty()).unwrap()).await
}

fn lang_of(page: &Page) -> String {
    page.one("html").attribute("lang").unwrap().to_owned()
}

/// Everybody with a session reads English by their account.
fn reader(_: App, _: String) -> BoxFuture<'static, Result<Option<Actor>>> {
    let mut actor = Actor::person(Uuid::from_u128(3), "Reader", Vec::new());
    actor.lang = Some(Lang::En);
    actor.session = Some("session".to_owned());
    async move { Ok(Some(actor)) }.boxed()
}

#[tokio::test]
async fn the_language_is_the_links_then_the_cookies_then_the_accounts_then_the_browsers_then_the_communitys() {
    let town = Town::builder(vec![garden(), Module::new("readers").identify(reader)])
        .with_accounts()
        .build()
        .await;
    let path = "/misto/garden";
    let session = "kolo_session=0123456789012345678901234";
    let with_both = format!("{session}; kolo_lang=ru");
    let cases: [(&str, Headers<'_>, &str); 7] = [
        ("/misto/garden?lang=kk", &[("cookie", &with_both), ("accept-language", "uk")], "kk"),
        (path, &[("cookie", &with_both), ("accept-language", "uk")], "ru"),
        (path, &[("cookie", session), ("accept-language", "uk")], "en"),
        (path, &[("accept-language", "de, kk;q=0.8, ru;q=0.9")], "ru"),
        (path, &[("accept-language", "de")], "uk"),
        ("/misto/garden?lang=de", &[("accept-language", "kk")], "kk"),
        ("/preferences", &[("accept-language", "de")], "en"),
    ];
    for (path, headers, wanted) in cases {
        assert_eq!(lang_of(&asked(&town.visitor(), path, headers).await), wanted, "{path} {headers:?}");
    }
}

#[tokio::test]
async fn a_language_chosen_by_link_is_remembered() {
    let town = town().await;
    let visitor = town.visitor();
    let chosen = visitor.get("/misto/garden?lang=kk").await;
    let cookie = chosen.header("set-cookie").to_owned();
    assert!(
        cookie.starts_with("kolo_lang=kk; HttpOnly; SameSite=Lax; Path=/; Max-Age="),
        "{cookie}"
    );
    assert_eq!(lang_of(&visitor.get("/susid/garden").await), "kk");
    assert_eq!(
        visitor.get("/misto/garden?lang=kk").await.header("set-cookie"),
        "",
        "and not set again"
    );
    let unknown = town.visitor();
    assert_eq!(unknown.get("/misto/garden?lang=%3Cb%3E").await.header("set-cookie"), "");
    // The page in memory does not keep somebody else's cookie.
    assert_eq!(town.visitor().get("/misto/garden?lang=kk").await.header("set-cookie"), cookie);
}

#[tokio::test]
async fn every_page_links_to_itself_in_four_languages() {
    let town = town().await;
    let page = town.visitor().get("/misto/garden?bed=2&lang=ru").await;
    let links: Vec<_> = page
        .all(".head-tongues a")
        .into_iter()
        .map(|a| a.attribute("href").unwrap().to_owned())
        .collect();
    assert_eq!(links.len(), 4);
    for (link, lang) in links.iter().zip(page.all(".head-tongues a")) {
        let there = town.visitor().get(link).await;
        assert_eq!(Some(lang_of(&there).as_str()), lang.attribute("lang"), "{link}");
        assert!(link.contains("bed=2"), "{link} keeps the rest of the address");
    }
}

async fn found(town: &Town, slug: &str, host: &str) -> Uuid {
    let new = NewCommunity {
        id: None,
        slug: slug.parse().unwrap(),
        name: Multilingual::one(Lang::Ru, "Посёлок"),
        about: Multilingual::one(Lang::Ru, "О посёлке"),
        language: Lang::Ru,
        languages: vec![Lang::Ru],
        country: "KZ".to_owned(),
        timezone: "Asia/Almaty".to_owned(),
        accent: "clay".to_owned(),
        centre: None,
        parent: None,
        host: Some(host.to_owned()),
        is_sample: true,
    };
    town.app
        .write(&Actor::house(), async |w| community::found(w, new).await)
        .await
        .unwrap()
}

#[tokio::test]
async fn a_community_is_found_by_its_name_in_the_address_or_by_its_host() {
    let town = town().await;
    found(&town, "posyolok", "Help.Posyolok.example").await;
    let brand = |page: &Page| page.one(".brand-name").text;
    let visitor = town.visitor().reading(Lang::Ru);
    assert_eq!(brand(&visitor.get("/misto/garden").await), "Місто");
    assert_eq!(brand(&visitor.get("/posyolok/garden").await), "Посёлок");
    for host in ["help.posyolok.example", "HELP.posyolok.example", "help.posyolok.example:8080"] {
        let page = asked(&visitor, "/garden", &[("host", host)]).await;
        assert_eq!(brand(&page), "Посёлок", "{host}");
        assert_eq!(page.one(".brand").attribute("href"), Some("/"), "no prefix under the own host");
        let canonical = page.one("link[rel=canonical]");
        assert_eq!(canonical.attribute("href"), Some(format!("http://{host}/garden").as_str()));
    }
    let host = ("host", "help.posyolok.example");
    assert_eq!(
        asked(&visitor, "/misto/garden", &[host]).await.status,
        StatusCode::NOT_FOUND,
        "a host is one community"
    );
    let own = asked(&visitor, "/preferences?back=/garden", &[host]).await;
    assert_eq!(
        (own.status, brand(&own).as_str()),
        (StatusCode::OK, "Коло"),
        "pages of the instance answer under every host"
    );
    assert_eq!(
        asked(&visitor, "/garden", &[("host", "kolo.example")]).await.status,
        StatusCode::NOT_FOUND
    );
    assert_eq!(asked(&visitor, "/nowhere/garden", &[]).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn no_community_can_stand_in_front_of_the_instances_own_pages() {
    let town = town().await;
    let routes = town
        .app
        .registry()
        .routes()
        .iter()
        .filter(|r| r.place == kolo_platform::Place::Instance);
    for route in routes {
        let name = route.path.split(['/', '.']).nth(1).unwrap();
        assert!(RESERVED_SLUGS.contains(&name), "`{name}` of {} is not reserved", route.path);
        assert!(name.parse::<kolo_words::Slug>().is_err());
    }
}

#[tokio::test]
async fn a_slug_is_given_once() {
    let town = town().await;
    found(&town, "posyolok", "a.example").await;
    let again = kolo_testkit::new_community("posyolok", "Селище", None);
    let refused = async |new: NewCommunity| match town.app.write(&Actor::house(), async |w| community::found(w, new).await).await {
        Err(kolo_platform::Error::Refused(refusal)) => refusal,
        other => panic!("{other:?}"),
    };
    assert_eq!(refused(again.clone()).await, community::SLUG_TAKEN);
    let free = NewCommunity {
        slug: "selo".parse().unwrap(),
        ..again
    };
    assert_eq!(
        refused(NewCommunity {
            timezone: "Mars/Base".to_owned(),
            ..free.clone()
        })
        .await,
        community::NO_SUCH_ZONE
    );
    assert_eq!(
        refused(NewCommunity {
            language: Lang::Kk,
            ..free.clone()
        })
        .await,
        community::NAMELESS
    );
    assert_eq!(
        refused(NewCommunity {
            parent: Some(Uuid::from_u128(1)),
            ..free
        })
        .await,
        community::NO_PARENT
    );
}

#[tokio::test]
async fn preferences_are_links_and_a_cookie_and_last_on_every_page() {
    let town = town().await;
    let visitor = town.visitor();
    let panel = visitor.get("/misto/garden").await.link("Вигляд сторінки");
    let panel = visitor.get(&panel).await;
    let link = panel
        .all("a")
        .into_iter()
        .find(|a| a.attribute("href").is_some_and(|h| h.contains("scheme=white-on-black")))
        .unwrap();
    let set = visitor.get(link.attribute("href").unwrap()).await;
    let cookie = set.header("set-cookie");
    assert!(
        cookie.starts_with("kolo_view=white-on-black.100.normal.on.on; HttpOnly; SameSite=Lax; Path=/"),
        "{cookie}"
    );
    assert_eq!(set.header("location"), "/misto/garden");
    visitor.get("/preferences/set?size=200&scheme=nonsense").await;
    let page = visitor.get("/susid/garden").await;
    let html = page.one("html");
    assert_eq!(
        (html.attribute("data-scheme"), html.attribute("data-size")),
        (Some("white-on-black"), Some("200"))
    );
}

#[tokio::test]
async fn preferences_send_nobody_to_another_site() {
    let town = town().await;
    for back in [
        "https://evil.example",
        "//evil.example",
        "/%5Cevil.example",
        "/%09/evil.example",
        "javascript:alert(1)",
        "%0D%0ASet-Cookie:x=y",
    ] {
        let set = town.visitor().get(format!("/preferences/set?scheme=dark&back={back}")).await;
        assert_eq!((set.status, set.header("location")), (StatusCode::SEE_OTHER, "/"), "{back}");
        let panel = town.visitor().get(format!("/preferences?back={back}")).await;
        assert!(
            !panel.text().contains("href=\"https://evil") && !panel.text().contains("href=\"//evil"),
            "{back}"
        );
    }
}

#[tokio::test]
async fn every_answer_carries_the_headers_that_protect_its_reader() {
    let town = town().await;
    let visitor = town.visitor();
    let long = format!("/misto/garden?q={}", "x".repeat(4_096));
    let tag = visitor.get("/misto/garden").await.header("etag").to_owned();
    let large = Request::post("/misto/garden/paint").header("content-length", "99999999");
    let answers = [
        (StatusCode::OK, visitor.get("/misto/garden").await),
        (StatusCode::OK, town.as_(Role::Coordinator).get("/misto/garden").await),
        (StatusCode::OK, visitor.get("/healthz").await),
        (StatusCode::OK, visitor.get("/readyz").await),
        (StatusCode::SEE_OTHER, visitor.get("/preferences/set?size=125").await),
        (
            StatusCode::NOT_MODIFIED,
            asked(&town.visitor(), "/misto/garden", &[("if-none-match", &tag)]).await,
        ),
        (StatusCode::FORBIDDEN, visitor.post("/misto/garden/repaint", &[]).await),
        (StatusCode::NOT_FOUND, visitor.get("/misto/attic").await),
        (StatusCode::NOT_FOUND, visitor.get("/assets/0123/kolo.css").await),
        (StatusCode::NOT_FOUND, visitor.post("/misto/garden", &[]).await),
        (
            StatusCode::PAYLOAD_TOO_LARGE,
            visitor.send(large.body(Body::empty()).unwrap()).await,
        ),
        (StatusCode::URI_TOO_LONG, visitor.get(&long).await),
        (StatusCode::INTERNAL_SERVER_ERROR, visitor.get("/misto/garden/hole").await),
        (StatusCode::INTERNAL_SERVER_ERROR, visitor.get("/misto/garden/thorn").await),
    ];
    for (status, answer) in answers {
        assert_eq!(answer.status, status);
        let policy = answer.header("content-security-policy");
        assert!(
            policy.starts_with("default-src 'none'; style-src 'self'; script-src 'self';"),
            "{status}: {policy}"
        );
        assert!(
            policy.contains("frame-ancestors 'none'") && !policy.contains("unsafe"),
            "{status}: {policy}"
        );
        for (name, value) in [
            ("x-content-type-options", "nosniff"),
            ("referrer-policy", "same-origin"),
            ("x-frame-options", "DENY"),
        ] {
            assert_eq!(answer.header(name), value, "{name} with {status}");
        }
        assert!(
            !answer.header("permissions-policy").is_empty() && !answer.header("cache-control").is_empty(),
            "{status}"
        );
        assert_eq!(
            answer.header("strict-transport-security"),
            "",
            "without TLS there is nothing to insist on"
        );
    }
}

#[tokio::test]
async fn with_a_secure_address_browsers_are_told_to_stay_there() {
    let config = Config {
        public_url: "https://help.example".to_owned(),
        tiles: "https://{s}.tiles.example/{z}/{x}/{y}.png".to_owned(),
        ..Config::default()
    };
    let town = Town::builder(vec![garden()]).config(config).build().await;
    let page = town.visitor().get("/misto/garden?lang=kk").await;
    assert_eq!(page.header("strict-transport-security"), "max-age=63072000; includeSubDomains");
    assert!(page.header("set-cookie").contains("; Secure"), "{}", page.header("set-cookie"));
    assert!(
        page.header("content-security-policy")
            .contains("img-src 'self' data: https://*.tiles.example;")
    );
    assert_eq!(
        page.one("link[rel=canonical]").attribute("href"),
        Some("https://help.example/misto/garden")
    );
}

#[tokio::test]
async fn the_server_says_whether_it_is_well() {
    let town = town().await;
    assert_eq!(town.visitor().get("/healthz").await.text(), "ok");
    assert_eq!(town.visitor().get("/readyz").await.text(), "ready");
}

#[tokio::test]
async fn programs_are_told_of_mistakes_in_their_own_format() {
    let town = town().await;
    for path in ["/api/nothing", "/misto/api/nothing?lang=kk"] {
        let answer = town.visitor().get(path).await;
        assert_eq!(
            (answer.status, answer.header("content-type")),
            (StatusCode::NOT_FOUND, "application/problem+json"),
            "{path}"
        );
        assert_eq!(answer.header("access-control-allow-origin"), "*");
        assert_eq!(answer.json()["status"], 404);
    }
    let page = town.visitor().get("/misto/apis").await;
    assert!(page.header("content-type").starts_with("text/html"));
    let asked = Request::builder()
        .method("OPTIONS")
        .uri("/misto/api/nothing")
        .body(Body::empty())
        .unwrap();
    let allowed = town.visitor().send(asked).await;
    assert_eq!(
        (allowed.status, allowed.header("access-control-allow-methods")),
        (StatusCode::NO_CONTENT, "GET, HEAD, POST")
    );
}
