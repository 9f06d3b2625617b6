//! The office as those meet it who answer for an instance.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::allow_attributes,
    reason = "a test has nothing better to do than panic"
)]

mod audit;
mod board;
mod desk;

use kolo_platform::{Actor, Trace};
use kolo_testkit::Town;
use kolo_words::Ref;
use uuid::Uuid;

async fn town() -> Town {
    Town::with(vec![kolo_office::module()]).await
}

/// Somebody does something in a community that the log remembers; as many acts as there are verbs.
async fn acts(town: &Town, community: Uuid, verbs: &[&'static str]) {
    for verb in verbs {
        let subject = Ref::new("bench", Uuid::from_u128(77));
        let trace = Trace::of(verb, Some(community), subject).fields(&["colour"]);
        let act = async |w: &kolo_platform::Write| {
            w.trace(trace);
            Ok(())
        };
        town.app.write(&Actor::house(), act).await.unwrap();
    }
}

#[tokio::test]
async fn nobody_without_the_role_comes_in() {
    let town = town().await;
    assert!(kolo_testkit::everybody_below_is_refused(&town).await > 40);
}
