//! What the index finds of the guide.
use super::{library, put_organization, put_place, put_service, town};
use kolo_directory::fixtures::{at, place, service, shelter, uk};
use kolo_directory::model::{Attribute, MainLang, Organization, Status, Words};
use kolo_directory::seed::{ensure_taxonomy, term_id};
use kolo_directory::store::write::{Blank, OrganizationInput};
use kolo_platform::search::{Answer, Question};
use kolo_testkit::Town;
use kolo_words::Lang;
use std::collections::BTreeMap;
use uuid::Uuid;

async fn ask(town: &Town, question: Question) -> Answer {
    town.settle().await;
    let question = Question {
        communities: vec![town.community.id],
        loosen: false,
        ..question
    };
    town.app.search().ask(&question).unwrap()
}

async fn found(town: &Town, words: &str) -> Vec<Uuid> {
    ask(
        town,
        Question {
            words: words.to_owned(),
            ..Question::new(Lang::Uk)
        },
    )
    .await
    .hits
    .iter()
    .map(|hit| hit.id)
    .collect()
}

fn wanted(dimension: &str, value: &str) -> Question {
    Question {
        facets: BTreeMap::from([(dimension.to_owned(), vec![value.to_owned()])]),
        ..Question::new(Lang::Uk)
    }
}

#[tokio::test]
async fn a_question_in_one_language_finds_a_service_described_in_another() {
    let town = town().await;
    ensure_taxonomy(&town.app).await.unwrap();
    let library = library(&town).await;
    let mut told = service(library, "x");
    told.service.name = Words::one(Lang::Ru, "Приём и оформление");
    told.service.main_lang = MainLang::Ru;
    told.terms = vec![Attribute {
        taxonomy_term_id: Some(term_id("situations", "refugees")),
        ..Attribute::blank()
    }];
    let id = put_service(&town, told).await;
    put_service(&town, service(library, "Гурток вишивання")).await;
    assert_eq!(found(&town, "ВПО").await, [id]);
    assert_eq!(found(&town, "біженцям").await, [id]);
    assert_eq!(found(&town, "шахи").await, Vec::<Uuid>::new());
    let broader = ask(
        &town,
        Question {
            count: vec!["situation".to_owned()],
            ..wanted("situation", "displaced")
        },
    )
    .await;
    assert_eq!(broader.hits.iter().map(|hit| hit.id).collect::<Vec<_>>(), [id]);
    let counted: BTreeMap<_, _> = broader.facets["situation"].iter().cloned().collect();
    assert_eq!(counted, BTreeMap::from([("displaced".to_owned(), 1), ("refugees".to_owned(), 1)]));
}

#[tokio::test]
async fn a_shelter_is_found_by_its_service_and_never_by_its_street() {
    let town = town().await;
    let library = library(&town).await;
    let hidden = put_place(&town, shelter("Затишок", "вул. Таємна, 77")).await;
    let open = put_place(&town, place("Читальня", "вул. Відкрита, 1")).await;
    let mut told = service(library, "Захист від насильства");
    told.places = vec![at(hidden)];
    let protected = put_service(&town, told).await;
    let mut told = service(library, "Читання");
    told.places = vec![at(open)];
    let reading = put_service(&town, told).await;
    assert_eq!(found(&town, "захист").await, [protected]);
    assert_eq!(found(&town, "Таємна").await, Vec::<Uuid>::new());
    assert_eq!(found(&town, "Затишок").await, Vec::<Uuid>::new());
    let mut by_street = found(&town, "Відкрита").await;
    by_street.sort_unstable();
    let mut expected = vec![reading, open];
    expected.sort_unstable();
    assert_eq!(by_street, expected);
    let in_town = ask(
        &town,
        Question {
            kinds: vec!["service".to_owned()],
            ..wanted("city", "київ")
        },
    )
    .await;
    assert_eq!(in_town.hits.iter().map(|hit| hit.id).collect::<Vec<_>>(), [reading]);
    assert_eq!(ask(&town, wanted("way", "in_person")).await.total, 2);
}

#[tokio::test]
async fn a_service_is_found_under_the_new_name_of_its_organization() {
    let town = town().await;
    let library = library(&town).await;
    let id = put_service(&town, service(library, "Порада")).await;
    assert!(found(&town, "бібліотека").await.contains(&id));
    let renamed = Organization {
        id: library,
        name: uk("Медіатека"),
        main_lang: MainLang::Uk,
        ..Organization::blank()
    };
    put_organization(&town, OrganizationInput::of(renamed)).await;
    assert!(found(&town, "медіатека").await.contains(&id));
    assert_eq!(found(&town, "бібліотека").await, Vec::<Uuid>::new());
}

#[tokio::test]
async fn open_now_means_open_there_and_not_closed_for_a_while() {
    let town = town().await;
    let library = library(&town).await;
    let mut hall = place("Зала", "вул. Довга, 1");
    let hours = service(library, "").open("MO", 14, 18);
    (hall.hours, hall.schedules) = (hours.service.hours, hours.schedules);
    let hall = put_place(&town, hall).await;
    let mut through_place = service(library, "Порада");
    through_place.places = vec![at(hall)];
    let through_place = put_service(&town, through_place).await;
    let mut closed = service(library, "Перерва").open("MO", 14, 18);
    closed.service.status = Status::TemporarilyClosed;
    put_service(&town, closed).await;
    put_service(&town, service(library, "Ранкова").open("MO", 9, 12)).await;
    put_service(&town, service(library, "Невідомо коли")).await;
    let three_in_the_afternoon = Question {
        open_at: Some(15 * 60),
        kinds: vec!["service".to_owned()],
        ..Question::new(Lang::Uk)
    };
    let open = ask(&town, three_in_the_afternoon).await;
    assert_eq!(open.hits.iter().map(|hit| hit.id).collect::<Vec<_>>(), [through_place]);
}

#[tokio::test]
async fn a_withdrawn_service_is_found_no_more_and_a_rebuilt_index_says_the_same() {
    let town = town().await;
    let library = library(&town).await;
    let mut told = service(library, "Порада");
    told.service.id = put_service(&town, told.clone()).await;
    let stays = put_service(&town, service(library, "Порада друга")).await;
    assert_eq!(found(&town, "порада").await.len(), 2);
    told.service.status = Status::Inactive;
    put_service(&town, told).await;
    assert_eq!(found(&town, "порада").await, [stays]);
    let count = town.app.search().count().unwrap();
    kolo_platform::feed::rebuild(&town.app, &mut |_| ()).await.unwrap();
    assert_eq!(found(&town, "порада").await, [stays]);
    assert_eq!(town.app.search().count().unwrap(), count);
}
