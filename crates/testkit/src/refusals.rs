//! The authorization matrix: every route of a town, asked by everybody who may not use it.
use crate::people::Visitor;
use crate::town::Town;
use axum::body::Body;
use axum::extract::ConnectInfo;
use http::header::CONTENT_TYPE;
use http::{Request, StatusCode};
use kolo_platform::{Permission, Place, Role, Route};
use std::net::SocketAddr;

/// Proves that every role a route's permission does not name is refused there, and that the roles it names mean nothing
/// when they are held in the neighbouring town. Returns how many refusals were seen. For towns with the testkit's own door.
pub async fn everybody_below_is_refused(town: &Town) -> usize {
    let mut refusals = 0;
    let guarded: Vec<Route> = town
        .app
        .registry()
        .routes()
        .iter()
        .filter(|route| !route.permission.is_public())
        .copied()
        .collect();
    assert!(!guarded.is_empty(), "this town has no route that is not public");
    for route in guarded {
        for role in Role::ALL {
            if !route.permission.roles.contains(&role) {
                refused(town, &route, &town.as_(role), &format!("a {role}"), refusals).await;
                refusals += 1;
            } else if role != Role::Operator && route.permission != Permission::SIGNED_IN {
                refused(
                    town,
                    &route,
                    &town.neighbour_with(role),
                    &format!("a {role} of the neighbouring town"),
                    refusals,
                )
                .await;
                refusals += 1;
            }
        }
    }
    refusals
}

async fn refused(town: &Town, route: &Route, visitor: &Visitor<'_>, who: &str, nth: usize) {
    let path = match route.place {
        Place::Community => format!("/{}{}", town.community.slug, filled(route.path)),
        Place::Instance => filled(route.path),
    };
    let request = Request::builder()
        .method(route.method)
        .uri(&path)
        .header("sec-fetch-site", "same-origin");
    let form = format!("csrf={}", visitor.csrf());
    let mut request = request
        .header(CONTENT_TYPE, "application/x-www-form-urlencoded")
        .body(Body::from(form))
        .unwrap();
    // Everybody asks from a place of their own, or the limits of the door would refuse before the guard does.
    let [_, a, b, c] = u32::try_from(nth).unwrap().to_be_bytes();
    request.extensions_mut().insert(ConnectInfo(SocketAddr::from(([10, a, b, c], 1))));
    let answer = visitor.send(request).await;
    let told = format!("{} {path} of {} answers {who} with {}", route.method, route.module, answer.status);
    assert!(matches!(answer.status, StatusCode::FORBIDDEN | StatusCode::NOT_FOUND), "{told}");
    assert_eq!(answer.all("h1").len(), 1, "{told}, but not with a page");
}

/// The path with something in every place: `/services/{id}/report` → `/services/0…0/report`.
fn filled(path: &str) -> String {
    let parts = path.split('/').map(|part| {
        if part.starts_with('{') {
            "00000000-0000-7000-8000-000000000000"
        } else {
            part
        }
    });
    parts.collect::<Vec<_>>().join("/")
}
