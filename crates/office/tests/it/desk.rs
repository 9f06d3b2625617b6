//! The desk.
use super::town;
use http::StatusCode;
use kolo_platform::{Module, Permission, Role, Routes};
use kolo_testkit::Town;
use kolo_words::Lang;

#[tokio::test]
async fn everybody_sees_their_roles_and_only_what_they_can_do() {
    let town = town().await;
    let titles = |page: &kolo_testkit::Page| page.all(".tile-name").into_iter().map(|f| f.text).collect::<Vec<_>>();
    let operator = town.as_(Role::Operator).get("/misto/desk").await;
    assert_eq!(operator.heading(), "Робоче місце");
    assert_eq!(operator.one(".tags").text, "Адміністратор системи");
    assert_eq!(titles(&operator), ["Журнал дій", "Відкладені роботи"]);
    let coordinator = town.as_(Role::Coordinator).get("/misto/desk").await;
    assert_eq!(titles(&coordinator), ["Журнал дій"]);
    assert_eq!(coordinator.all(".tile")[0].attribute("href"), Some("/misto/desk/audit"));
    let volunteer = town.as_(Role::Volunteer).get("/misto/desk").await;
    assert_eq!((titles(&volunteer), volunteer.one(".tags").text), (vec![], "Волонтер".to_owned()));
}

#[tokio::test]
async fn somebody_without_a_role_here_is_told_whom_to_ask() {
    let town = town().await;
    let stranger = town.neighbour_with(Role::Coordinator).get("/misto/desk").await;
    assert!(stranger.says("Тут у вас поки немає ролі"));
    assert!(stranger.all(".tile").is_empty());
    let visitor = town.visitor().get("/misto/desk").await;
    assert_eq!(
        (visitor.status, visitor.heading()),
        (StatusCode::FORBIDDEN, "Спершу увійдіть".to_owned())
    );
}

#[tokio::test]
async fn the_desk_of_the_instance_leads_to_the_communities_of_the_person() {
    let town = town().await;
    let coordinator = town.as_(Role::Coordinator).get("/desk").await;
    assert_eq!(coordinator.link("Місто"), "/misto/desk");
    assert!(coordinator.all(".tile").is_empty(), "a role in a community is none in the instance");
    let operator = town.as_(Role::Operator).get("/desk").await;
    assert_eq!(operator.link("Відкладені роботи"), "/desk/jobs");
}

#[tokio::test]
async fn other_modules_show_links_and_panels_on_the_desk() {
    fn panel(
        _: kolo_platform::App,
        _: kolo_platform::Visit,
        _: uuid::Uuid,
    ) -> std::pin::Pin<Box<dyn Future<Output = kolo_platform::Result<Option<String>>> + Send>> {
        Box::pin(async { Ok(Some("<section class=\"section\"><h2>Сьогодні</h2></section>".to_owned())) })
    }
    const WEED: Permission = Permission {
        key: "permission-public",
        roles: &[Role::Volunteer],
    };
    let here = Routes::new().get("/desk/garden", WEED, async || "weeds");
    let garden = Module::new("garden")
        .desk(10, "/desk/garden", "shell-home", WEED)
        .panel("desk", 10, panel)
        .routes(here);
    let town = Town::with(vec![kolo_office::module(), garden]).await;
    let volunteer = town.as_(Role::Volunteer).get("/misto/desk").await;
    assert_eq!(volunteer.one(".tile").attribute("href"), Some("/misto/desk/garden"));
    assert!(volunteer.says("Сьогодні"));
    assert!(town.as_(Role::Juror).get("/misto/desk").await.all(".tile").is_empty());
}

#[tokio::test]
async fn pages_of_the_office_speak_every_language() {
    let town = town().await;
    super::acts(&town, town.community.id, &["garden.plant", "office.set"]).await;
    super::board::one_that_fails(&town).await;
    let mut headings = std::collections::BTreeSet::new();
    for lang in Lang::ALL {
        let operator = town.as_(Role::Operator).reading(lang);
        for path in [
            "/misto/desk",
            "/misto/desk/audit",
            "/misto/desk/audit?verb=office.set",
            "/misto/desk/audit/check",
            "/misto/desk/jobs",
            "/desk",
            "/desk/audit",
            "/desk/jobs",
        ] {
            let page = operator.get(path).await;
            assert_eq!(page.one("html").attribute("lang"), Some(lang.code()), "{path}");
            headings.insert(page.heading());
        }
    }
    assert_eq!(headings.len(), 16, "{headings:?}");
    assert_eq!(town.app.words().missing(), Vec::<String>::new());
}
