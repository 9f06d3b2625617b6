//! Acts at the door: only from our own pages, only with the session's token, not too large, not too often.
use super::{garden, town};
use axum::body::Body;
use http::{Request, StatusCode};
use kolo_platform::{Config, Role};
use kolo_testkit::{Page, Town, Visitor};

const FORM: &str = "application/x-www-form-urlencoded";

/// A POST that says of itself what `headers` say and nothing else.
async fn act(visitor: &Visitor<'_>, headers: &[(&str, &str)], body: impl Into<String>) -> Page {
    let mut request = Request::post("/misto/garden/paint").header("content-type", FORM);
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    visitor.send(request.body(Body::from(body.into())).unwrap()).await
}

async fn colour(town: &Town) -> String {
    town.visitor().get("/misto/garden").await.one("#colour").text
}

#[tokio::test]
async fn an_act_from_another_site_is_not_done() {
    let town = town().await;
    let visitor = town.visitor();
    let foreign: [&[(&str, &str)]; 6] = [
        &[("sec-fetch-site", "cross-site")],
        &[("sec-fetch-site", "same-site")],
        &[("sec-fetch-site", "cross-site"), ("origin", "http://kolo.example")],
        &[("origin", "http://evil.example")],
        &[("origin", "https://kolo.example")],
        &[("origin", "null")],
    ];
    for headers in foreign {
        let answer = act(&visitor, headers, "colour=red").await;
        assert_eq!(answer.status, StatusCode::FORBIDDEN, "{headers:?}");
        assert!(
            answer.says("Запит надійшов не з нашої сторінки"),
            "{headers:?}: {}",
            answer.one("main").text
        );
        assert_eq!(colour(&town).await, "green", "{headers:?}");
    }
    let own: [&[(&str, &str)]; 3] = [&[("sec-fetch-site", "same-origin")], &[("origin", "http://kolo.example")], &[]];
    for (headers, wanted) in own.into_iter().zip(["red", "blue", "white"]) {
        let answer = act(&visitor, headers, format!("colour={wanted}")).await;
        assert_eq!(answer.header("location"), "/misto/garden", "{headers:?}");
        assert_eq!(colour(&town).await, wanted, "{headers:?}");
    }
}

#[tokio::test]
async fn a_path_that_only_looks_like_an_api_is_no_way_round() {
    let town = town().await;
    let request = Request::post("/misto/garden/api/paint")
        .header("sec-fetch-site", "cross-site")
        .body(Body::empty())
        .unwrap();
    let answer = town.visitor().send(request).await;
    assert_eq!(
        (answer.status, answer.says("Запит надійшов не з нашої сторінки")),
        (StatusCode::FORBIDDEN, true)
    );
}

#[tokio::test]
async fn behind_a_proxy_the_origin_is_the_one_people_see() {
    let config = Config {
        is_behind_proxy: true,
        ..Config::default()
    };
    let town = Town::builder(vec![garden()]).config(config).build().await;
    let visitor = town.visitor();
    let secure = [("x-forwarded-proto", "https"), ("origin", "https://kolo.example")];
    assert_eq!(act(&visitor, &secure, "colour=red").await.header("location"), "/misto/garden");
    let plain = [("x-forwarded-proto", "https"), ("origin", "http://kolo.example")];
    assert_eq!(act(&visitor, &plain, "colour=blue").await.status, StatusCode::FORBIDDEN);
    assert_eq!(colour(&town).await, "red");
}

#[tokio::test]
async fn a_form_of_a_session_carries_its_token() {
    let town = town().await;
    let (coordinator, juror) = (town.as_(Role::Coordinator), town.as_(Role::Juror));
    for body in [
        "colour=red".to_owned(),
        "colour=red&csrf=".to_owned(),
        format!("colour=red&csrf={}", juror.csrf()),
    ] {
        let answer = act(&coordinator, &[("sec-fetch-site", "same-origin")], body.clone()).await;
        assert_eq!(
            (answer.status, answer.says("Сторінка застаріла")),
            (StatusCode::FORBIDDEN, true),
            "{body}: {}",
            answer.one("main").text
        );
    }
    assert_eq!(colour(&town).await, "green");
    coordinator.post("/misto/garden/paint", &[("colour", "red")]).await;
    assert_eq!(colour(&town).await, "red");
}

#[tokio::test]
async fn guarded_routes_refuse_everybody_else() {
    let town = town().await;
    assert!(kolo_testkit::everybody_below_is_refused(&town).await >= 9);
}

#[tokio::test]
async fn a_form_larger_than_any_of_ours_is_refused_with_a_page() {
    let town = town().await;
    let visitor = town.visitor();
    let long = format!("colour={}", "x".repeat(1 << 20));
    let answer = act(&visitor, &[("sec-fetch-site", "same-origin")], long).await;
    assert_eq!(answer.status, StatusCode::BAD_REQUEST);
    assert!(answer.says("або завелике"), "{}", answer.one("main").text);
    let declared = [("sec-fetch-site", "same-origin"), ("content-length", "67108865")];
    let answer = act(&visitor, &declared, "").await;
    assert_eq!((answer.status, answer.all("h1").len()), (StatusCode::PAYLOAD_TOO_LARGE, 1));
    assert_eq!(colour(&town).await, "green");
    let fits = format!("colour={}", "x".repeat((1 << 20) - 7));
    assert_eq!(
        act(&visitor, &[("sec-fetch-site", "same-origin")], fits).await.status,
        StatusCode::SEE_OTHER
    );
}

#[tokio::test]
async fn who_acts_sixty_times_at_once_waits_and_others_do_not() {
    let config = Config {
        is_behind_proxy: true,
        ..Config::default()
    };
    let town = Town::builder(vec![garden()]).config(config).build().await;
    let visitor = town.visitor();
    let from = |address: &'static str| [("sec-fetch-site", "same-origin"), ("x-forwarded-for", address)];
    let mut done = 0;
    let refused = loop {
        let answer = act(&visitor, &from("198.51.100.7"), "colour=red").await;
        if answer.status != StatusCode::SEE_OTHER {
            break answer;
        }
        done += 1;
        // One more is allowed each second, so a slow machine gets a few more through.
        assert!(done < 120, "nobody stops me");
    };
    assert!(done >= 60, "stopped after {done}");
    assert_eq!((refused.status, refused.all("h1").len()), (StatusCode::TOO_MANY_REQUESTS, 1));
    assert!(refused.says("Зачекайте хвилину"), "{}", refused.one("main").text);
    assert_eq!(
        act(&visitor, &from("198.51.100.8"), "colour=blue").await.status,
        StatusCode::SEE_OTHER
    );
    let forged = [("sec-fetch-site", "same-origin"), ("x-forwarded-for", "203.0.113.9, 198.51.100.7")];
    assert_eq!(
        act(&visitor, &forged, "colour=red").await.status,
        StatusCode::TOO_MANY_REQUESTS,
        "only what our own proxy says is believed"
    );
    assert_eq!(visitor.get("/misto/garden").await.status, StatusCode::OK, "reading goes on");
}
