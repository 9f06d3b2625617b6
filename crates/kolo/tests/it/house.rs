//! All modules under one roof.
use http::StatusCode;
use kolo_platform::{Module, Place};
use kolo_testkit::Town;
use kolo_words::{Lang, RESERVED_SLUGS};
use std::collections::BTreeMap;

/// The modules of the house, as `modules.rs` lists them.
async fn house() -> Town {
    let modules: Vec<Module> = vec![kolo_accounts::module(), kolo_office::module(), kolo_directory::module()];
    Town::with(modules).await
}

#[test]
fn these_tests_know_every_module() {
    let list = include_str!("../../src/modules.rs");
    assert_eq!(list.matches("::module()").count(), 3, "a new module belongs into `house` above");
}

#[tokio::test]
async fn every_route_refuses_everybody_below_it() {
    let house = house().await;
    assert!(kolo_testkit::everybody_below_is_refused(&house).await > 60);
}

#[tokio::test]
async fn no_community_can_be_named_like_a_page_of_the_instance() {
    let house = house().await;
    for route in house.app.registry().routes().iter().filter(|route| route.place == Place::Instance) {
        let name = route.path.split(['/', '.']).nth(1).unwrap_or_default();
        assert!(
            name.is_empty() || RESERVED_SLUGS.contains(&name),
            "`{name}` of {} is not reserved",
            route.path
        );
    }
}

#[tokio::test]
async fn a_permission_means_the_same_wherever_it_is_named() {
    let house = house().await;
    let mut roles = BTreeMap::new();
    for route in house.app.registry().routes() {
        let known = roles.entry(route.permission.key).or_insert(route.permission.roles);
        assert_eq!(
            *known, route.permission.roles,
            "{} of {} {}",
            route.permission.key, route.method, route.path
        );
    }
}

#[tokio::test]
async fn who_may_do_what_is_told_in_every_language() {
    let house = house().await;
    let rows = house.app.registry().permissions().len();
    for lang in Lang::ALL {
        let page = house.visitor().reading(lang).get("/permissions").await;
        assert_eq!((page.status, page.all("tbody tr").len()), (StatusCode::OK, rows));
    }
    assert_eq!(house.app.words().missing(), Vec::<String>::new());
}
