//! Accounts as people meet them.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::allow_attributes,
    reason = "a test has nothing better to do than panic"
)]

use axum::extract::State;
use http::StatusCode;
use kolo_platform::extract::Path;
use kolo_platform::{Actor, App, Grant, Module, Permission, Role, Routes, Scope, Visit, Write};
use kolo_testkit::{Town, Visitor};
use kolo_words::{Lang, Ref};
use std::time::Duration;
use uuid::Uuid;

const ADDRESS: &str = "Olena@Example.org";
const PASSWORD: &str = "тиха читальна зала";

async fn town() -> Town {
    Town::builder(vec![kolo_accounts::module()]).with_accounts().build().await
}

/// The path of a sign-in link for a coordinator of the town.
async fn coordinators_link(town: &Town) -> String {
    let grant = Grant {
        role: Role::Coordinator,
        scope: Scope::Community(town.community.id),
    };
    let token = town
        .app
        .write(&Actor::house(), async |w| {
            let person = kolo_accounts::ensure_person(w, ADDRESS, "Олена").await?;
            kolo_accounts::grant(w, person, grant).await?;
            kolo_accounts::sign_in_link(w, person).await
        })
        .await
        .unwrap();
    kolo_accounts::sign_in_path(&token)
}

/// A coordinator's browser, signed in through a link and with a password set.
async fn coordinator(town: &Town) -> Browser<'_> {
    let browser = Browser { visitor: town.visitor() };
    let link = coordinators_link(town).await;
    assert_eq!(browser.visitor.post(&link, &[]).await.status, StatusCode::SEE_OTHER);
    browser
}

/// Fills in what a real browser would send: the token hidden in the page's forms.
struct Browser<'a> {
    visitor: Visitor<'a>,
}

impl Browser<'_> {
    async fn submit(&self, on: &str, to: &str, fields: &[(&str, &str)]) -> kolo_testkit::Page {
        let page = self.visitor.get(on).await;
        let token = page
            .all("[name=csrf]")
            .first()
            .and_then(|f| f.attribute("value").map(str::to_owned))
            .unwrap_or_default();
        let fields: Vec<_> = std::iter::once(("csrf", token.as_str())).chain(fields.iter().copied()).collect();
        self.visitor.post(to, &fields).await
    }
}

#[tokio::test]
async fn a_link_lets_in_once_and_only_after_the_button() {
    let town = town().await;
    let link = coordinators_link(&town).await;
    let (first, second) = (town.visitor(), town.visitor());
    assert_eq!(first.get(&link).await.heading(), "Лишився один крок");
    assert!(first.cookie("kolo_session").is_none(), "looking at the page signs nobody in");
    let signed_in = first.post(&link, &[]).await;
    assert_eq!(signed_in.header("location"), "/account");
    assert_eq!(first.get("/account").await.heading(), "Ваш обліковий запис");
    let refused = second.post(&link, &[]).await;
    assert_eq!(
        (refused.status, refused.says("Це посилання вже використали")),
        (StatusCode::CONFLICT, true)
    );
    assert!(second.cookie("kolo_session").is_none());
}

#[tokio::test]
async fn a_link_grows_old() {
    let town = town().await;
    let link = coordinators_link(&town).await;
    town.clock.pass(Duration::from_mins(30));
    assert_eq!(town.visitor().post(&link, &[]).await.status, StatusCode::CONFLICT);
}

#[tokio::test]
async fn one_of_many_who_follow_a_link_at_once_gets_in() {
    let town = town().await;
    let link = coordinators_link(&town).await;
    let visitors: Vec<_> = (0..9).map(|_| town.visitor()).collect();
    let answers = futures_util::future::join_all(visitors.iter().map(|v| v.post(&link, &[]))).await;
    assert_eq!(answers.iter().filter(|page| page.status == StatusCode::SEE_OTHER).count(), 1);
}

#[tokio::test]
async fn a_password_is_set_and_then_works_whatever_the_case_of_the_address() {
    let town = town().await;
    let browser = coordinator(&town).await;
    let weak = browser.submit("/account", "/account/password", &[("password", "короткий")]).await;
    assert_eq!(weak.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(weak.error_of("password").contains("щонайменше 10"), "{}", weak.error_of("password"));
    assert_eq!(weak.field("password"), "", "a password is never sent back");
    let set = browser.submit("/account", "/account/password", &[("password", PASSWORD)]).await;
    assert_eq!(set.status, StatusCode::SEE_OTHER);

    let other = town.visitor();
    let wrong = other.post("/sign-in", &[("email", ADDRESS), ("password", "не той пароль")]).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(wrong.field("email"), ADDRESS, "what was typed is kept");
    let right = other
        .post(
            "/sign-in",
            &[
                ("email", "olena@example.ORG"),
                ("password", PASSWORD),
                ("back", "/misto/desk/people"),
            ],
        )
        .await;
    assert_eq!(right.header("location"), "/misto/desk/people");
}

#[tokio::test]
async fn after_several_wrong_passwords_the_account_rests_and_wakes_again() {
    let town = town().await;
    let browser = coordinator(&town).await;
    browser.submit("/account", "/account/password", &[("password", PASSWORD)]).await;
    let stranger = town.visitor();
    for _ in 0..5 {
        stranger
            .post("/sign-in", &[("email", ADDRESS), ("password", "угадаю колись")])
            .await;
    }
    let right = [("email", ADDRESS), ("password", PASSWORD)];
    assert_eq!(
        stranger.post("/sign-in", &right).await.status,
        StatusCode::UNPROCESSABLE_ENTITY,
        "the account rests"
    );
    town.clock.pass(Duration::from_secs(61));
    assert_eq!(stranger.post("/sign-in", &right).await.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn an_unknown_address_gets_the_same_answer_and_no_letter() {
    let town = town().await;
    coordinators_link(&town).await;
    let known = town.visitor().post("/sign-in/letter", &[("email", ADDRESS)]).await;
    let unknown = town.visitor().post("/sign-in/letter", &[("email", "nobody@example.org")]).await;
    assert_eq!(known.one("main").text, unknown.one("main").text);
    town.settle().await;
    let letters = town.letters.take();
    assert_eq!(letters.iter().map(|l| l.to.as_str()).collect::<Vec<_>>(), [ADDRESS]);
    let link = letters[0].text.lines().find(|line| line.contains("/sign-in/link/")).unwrap().trim();
    let path = link.strip_prefix("http://kolo.example").unwrap();
    assert_eq!(town.visitor().post(path, &[]).await.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn an_invitation_is_a_letter_in_the_guests_language_and_works_once() {
    let town = town().await;
    let browser = coordinator(&town).await;
    let fields = [("email", "guest@example.org"), ("role", "volunteer"), ("lang", "kk")];
    assert_eq!(
        browser
            .submit("/misto/desk/people", "/misto/desk/people/invite", &fields)
            .await
            .status,
        StatusCode::SEE_OTHER
    );
    town.settle().await;
    let letter = town.letters.take().remove(0);
    assert_eq!(letter.subject, "Місто: Колоға шақыру");
    assert!(!letter.text.contains("guest@example.org"));
    let path = letter.text.split("/invitation/").nth(1).unwrap().split_whitespace().next().unwrap();
    let path = format!("/invitation/{path}");
    let guest = town.visitor();
    let nameless = guest.post(&path, &[("name", "")]).await;
    assert_eq!(
        (nameless.status, nameless.error_of("name").is_empty()),
        (StatusCode::UNPROCESSABLE_ENTITY, false)
    );
    assert_eq!(guest.post(&path, &[("name", "Айгүл")]).await.header("location"), "/misto/desk");
    assert!(browser.visitor.get("/misto/desk/people").await.says("Айгүл"));
    assert_eq!(town.visitor().post(&path, &[("name", "Хтось")]).await.status, StatusCode::CONFLICT);
}

#[tokio::test]
async fn people_of_another_community_cannot_be_touched() {
    let town = town().await;
    let browser = coordinator(&town).await;
    assert_eq!(browser.visitor.get("/susid/desk/people").await.status, StatusCode::FORBIDDEN);
    assert_eq!(town.visitor().get("/misto/desk/people").await.status, StatusCode::FORBIDDEN);
    let own = browser.visitor.get("/misto/desk/people").await;
    assert!(own.says("olena@example.org") || own.says(ADDRESS));
    let foreign = format!("/misto/desk/people/{}/withdraw", uuid::Uuid::from_u128(7));
    assert_eq!(
        browser.submit("/misto/desk/people", &foreign, &[]).await.status,
        StatusCode::NOT_FOUND
    );
}

#[tokio::test]
async fn nobody_without_the_role_comes_in() {
    let town = Town::with(vec![kolo_accounts::module()]).await;
    assert!(kolo_testkit::everybody_below_is_refused(&town).await >= 20);
}

#[tokio::test]
async fn those_who_answer_for_a_community_know_people_by_name_and_others_do_not() {
    async fn read(State(app): State<App>, visit: Visit, Path(id): Path<Uuid>) -> String {
        let person = app.registry().resolve(&app, &visit, &Ref::new("person", id)).await.unwrap();
        person.map_or_else(|| "somebody".to_owned(), |(name, _)| name)
    }
    let log = Module::new("log").routes(Routes::new().get("/log/{id}", Permission::PUBLIC, read));
    let town = Town::with(vec![kolo_accounts::module(), log]).await;
    let work = async |w: &Write| kolo_accounts::ensure_person(w, ADDRESS, "Олена").await;
    let id = town.app.write(&Actor::house(), work).await.unwrap();
    assert_eq!(town.as_(Role::Auditor).get(format!("/misto/log/{id}")).await.text(), "Олена");
    assert_eq!(town.as_(Role::Juror).get(format!("/misto/log/{id}")).await.text(), "somebody");
    assert_eq!(
        town.neighbour_with(Role::Auditor).get(format!("/misto/log/{id}")).await.text(),
        "somebody"
    );
    assert_eq!(town.visitor().get(format!("/misto/log/{id}")).await.text(), "somebody");
}

#[tokio::test]
async fn a_form_of_a_session_needs_its_token_and_signing_out_ends_it() {
    let town = town().await;
    let browser = coordinator(&town).await;
    let session = browser.visitor.cookie("kolo_session").unwrap();
    let without = browser.visitor.post("/account/rename", &[("name", "Інша")]).await;
    assert_eq!(without.status, StatusCode::FORBIDDEN);
    assert!(!browser.visitor.get("/account").await.says("Інша"));
    assert_eq!(browser.submit("/account", "/sign-out", &[]).await.status, StatusCode::SEE_OTHER);
    let request = http::Request::get("/account").header("cookie", format!("kolo_session={session}"));
    let thief = town.visitor().send(request.body(axum::body::Body::empty()).unwrap()).await;
    assert_eq!(thief.status, StatusCode::FORBIDDEN, "the old token is worth nothing");
}

#[tokio::test]
async fn pages_of_accounts_speak_every_language() {
    let town = town().await;
    let mut headings = std::collections::BTreeSet::new();
    for lang in Lang::ALL {
        for path in ["/sign-in", "/sign-in/letter"] {
            headings.insert(town.visitor().reading(lang).get(path).await.heading());
        }
    }
    assert_eq!(headings.len(), 8, "{headings:?}");
    assert_eq!(town.app.words().missing(), Vec::<String>::new());
}

#[tokio::test]
async fn no_address_lies_open_in_the_database() {
    let town = town().await;
    coordinator(&town).await;
    if kolo_testkit::is_postgres() {
        return;
    }
    town.app.db().checkpoint().await.unwrap();
    let bytes = std::fs::read(&town.database).unwrap();
    for secret in [ADDRESS, "olena@example.org", "Олена"] {
        assert!(!bytes.windows(secret.len()).any(|w| w == secret.as_bytes()), "{secret} lies open");
    }
}
