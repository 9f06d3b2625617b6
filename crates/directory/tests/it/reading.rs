//! What is read, by whom it is seen, and what it costs.
use super::{VERB, library, put_all, put_organization, put_place, put_service, town};
use futures_util::TryStreamExt;
use kolo_directory::fixtures::{at, organization, phone, place, service, shelter, uk};
use kolo_directory::model::{Attribute, Contact, CostOption, Kind, Program, Status, Words};
use kolo_directory::seed::{ensure_taxonomy, term_id};
use kolo_directory::store::write::{Blank, ProgramInput, ServiceInput, put_programs, put_services};
use kolo_directory::store::{self, ContactRecord, Order, OrganizationFilter, PlaceFilter, ServiceFilter};
use kolo_platform::Actor;
use kolo_testkit::Town;
use kolo_words::Lang;
use uuid::Uuid;

fn names(records: &[store::ServiceRecord]) -> Vec<&str> {
    records.iter().map(|record| record.service.name.say(Lang::Uk)).collect()
}

/// A service with parts of every kind that lists show.
fn rich(organization: Uuid, place: Uuid, name: &str) -> ServiceInput {
    let contact = Contact {
        title: uk("Черговий"),
        ..Contact::blank()
    };
    let mut told = service(organization, name).open("MO", 9, 17);
    told.phones = vec![phone("101")];
    told.contacts = vec![ContactRecord {
        contact,
        phones: vec![phone("102")],
    }];
    told.cost_options = vec![CostOption {
        amount_minor: Some(0),
        ..CostOption::blank()
    }];
    told.terms = vec![Attribute {
        taxonomy_term_id: Some(term_id("situations", "displaced")),
        ..Attribute::blank()
    }];
    told.places = vec![at(place)];
    told
}

#[tokio::test]
async fn a_list_of_three_costs_as_much_as_a_list_of_one() {
    let town = town().await;
    ensure_taxonomy(&town.app).await.unwrap();
    let mut services = Vec::new();
    let (mut organizations, mut places) = (Vec::new(), Vec::new());
    for name in ["перша", "друга", "третя"] {
        let organization = put_organization(&town, organization(name)).await;
        let place = put_place(&town, place(name, "вул. Довга, 1")).await;
        services.push(put_service(&town, rich(organization, place, name)).await);
        organizations.push(organization);
        places.push(place);
    }
    let (db, own) = (&town.app.db().reader, &[town.community.id]);
    macro_rules! cost {
        ($list:ident of $ids:ident) => {{
            let (one, for_one) = town.statements(store::$list(db, own, &$ids[..1])).await;
            let (three, for_three) = town.statements(store::$list(db, own, &$ids)).await;
            assert_eq!((one.unwrap().len(), three.unwrap().len()), (1, 3));
            assert_eq!(for_one, for_three, "{}", stringify!($list));
            for_three
        }};
    }
    assert_eq!(cost!(service_lines of services), 5);
    assert!(cost!(services of services) <= 25);
    assert!(cost!(organizations of organizations) <= 25);
    assert!(cost!(places of places) <= 20);
    let page = store::services_at_places_page(db, own, &PlaceFilter::default(), 0, 10)
        .await
        .unwrap();
    let visits = page.ids;
    assert!(cost!(services_at_places of visits) <= 25);
}

#[tokio::test]
async fn records_come_as_asked_and_only_from_the_communities_asked() {
    let town = town().await;
    let library = library(&town).await;
    let (a, b) = (
        put_service(&town, service(library, "А")).await,
        put_service(&town, service(library, "Б")).await,
    );
    let neighbour = town.neighbour.id;
    let foreign = town
        .app
        .write(&Actor::house(), async |w| {
            let theirs = store::write::put_organizations(w, VERB, neighbour, vec![organization("Сусіди")]).await?[0].id;
            Ok(put_services(w, VERB, neighbour, vec![service(theirs, "Чужа")]).await?[0].id)
        })
        .await
        .unwrap();
    let db = &town.app.db().reader;
    let asked = [b, foreign, a];
    assert_eq!(names(&store::services(db, &[town.community.id], &asked).await.unwrap()), ["Б", "А"]);
    let region = town.app.communities().tree().with_descendants(town.region.id);
    assert_eq!(names(&store::services(db, &region, &asked).await.unwrap()), ["Б", "Чужа", "А"]);
    assert_eq!(store::services(db, &[], &asked).await.unwrap(), []);
    let page = store::services_page(db, &[town.community.id], &ServiceFilter::default(), 1, 1)
        .await
        .unwrap();
    assert_eq!((page.ids, page.total), (vec![b], 2));
}

#[tokio::test]
async fn what_is_no_longer_in_use_is_not_shown() {
    let town = town().await;
    let library = library(&town).await;
    let mut defunct = organization("Розпущена");
    defunct.organization.status = Status::Defunct;
    let defunct = put_organization(&town, defunct).await;
    let mut demolished = place("Знесений дім", "вул. Стара, 1");
    demolished.status = Status::Defunct;
    let demolished = put_place(&town, demolished).await;
    let with_status = |status| {
        let mut told = service(library, "Статус");
        told.service.status = status;
        told
    };
    let mut homeless = service(library, "Без дому");
    homeless.places = vec![at(demolished)];
    let told = vec![
        with_status(Status::Inactive),
        with_status(Status::TemporarilyClosed),
        service(defunct, "Сирота"),
        homeless,
    ];
    let ids: Vec<_> = put_all(&town, told).await.into_iter().map(|outcome| outcome.id).collect();
    let (db, own) = (&town.app.db().reader, &[town.community.id]);
    let shown = store::services(db, own, &ids).await.unwrap();
    let shown: Vec<_> = shown.iter().map(|record| (record.service.id, record.places.len())).collect();
    assert_eq!(shown, [(ids[1], 0), (ids[3], 0)]);
    assert_eq!(
        store::services_page(db, own, &ServiceFilter::default(), 0, 10).await.unwrap().total,
        2
    );
    assert_eq!(store::organizations(db, own, &[defunct]).await.unwrap(), []);
    assert_eq!(store::places(db, own, &[demolished]).await.unwrap(), []);
    assert_eq!(
        store::services_at_places_page(db, own, &PlaceFilter::default(), 0, 10)
            .await
            .unwrap()
            .total,
        0
    );
    let still = store::newest(db, own, 10).await.unwrap();
    assert_eq!(still.len(), 2);
}

#[tokio::test]
async fn nothing_that_is_read_tells_where_a_shelter_is() {
    const CANARY: &str = "Таємна-77";
    let town = town().await;
    let library = library(&town).await;
    let hidden = put_place(&town, shelter("Притулок", CANARY)).await;
    let open = put_place(&town, place("Читальня", "Відкрита-1")).await;
    let mut told = service(library, "Захист");
    told.places = vec![at(hidden), at(open)];
    let id = put_service(&town, told).await;
    let (db, own) = (&town.app.db().reader, &[town.community.id]);
    let services = store::services(db, own, &[id]).await.unwrap();
    let whereabouts: Vec<_> = services[0].places.iter().map(|at| at.place.whereabouts.open().is_some()).collect();
    assert_eq!(whereabouts, [false, true]);
    let lines = store::service_lines(db, own, &[id]).await.unwrap();
    let points: Vec<_> = lines[0]
        .places
        .iter()
        .map(|place| (place.city.is_some(), place.point.is_some()))
        .collect();
    assert_eq!(points, [(false, false), (true, true)]);
    let marks = store::places_for_map(db, own, 10).await.unwrap();
    assert_eq!(marks.iter().map(|mark| (mark.id, mark.services)).collect::<Vec<_>>(), [(open, 1)]);
    let places = store::places(db, own, &[hidden, open]).await.unwrap();
    let told = format!("{services:?} {lines:?} {marks:?} {places:?}");
    assert!(told.contains("Відкрита-1") && !told.contains(CANARY));
}

#[tokio::test]
async fn names_stand_under_their_letters_without_quotation_marks() {
    let town = town().await;
    let library = library(&town).await;
    let told = ["«Ґанок»", "ґава", "Їжа", "112", "Ёлка"].map(|name| service(library, name));
    put_all(&town, told.into_iter().collect()).await;
    let (db, own) = (&town.app.db().reader, &[town.community.id]);
    let letters = store::service_initials(db, own).await.unwrap();
    assert_eq!(letters, [('#', 1), ('Ї', 1), ('Е', 1), ('Ґ', 2)]);
    let under = async |letter| {
        let named = store::services_by_initial(db, own, letter, 10).await.unwrap();
        named.iter().map(|named| named.name.say(Lang::Uk).to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(under('Ґ').await, ["ґава", "«Ґанок»"]);
    assert_eq!(under('#').await, ["112"]);
    assert_eq!(under('Е').await, ["Ёлка"]);
    assert_eq!(under('Щ').await, Vec::<String>::new());
    assert_eq!(store::organization_initials(db, own).await.unwrap(), [('Б', 1)]);
    assert_eq!(store::organizations_by_initial(db, own, 'Б', 10).await.unwrap()[0].id, library);
}

async fn tagged(town: &Town, organization: Uuid, name: &str, codes: &[&str]) -> Uuid {
    let mut told = service(organization, name);
    told.terms = codes
        .iter()
        .map(|code| Attribute {
            taxonomy_term_id: Some(term_id("situations", code)),
            ..Attribute::blank()
        })
        .collect();
    put_service(town, told).await
}

#[tokio::test]
async fn a_broader_term_counts_what_is_below_it_each_once() {
    let town = town().await;
    ensure_taxonomy(&town.app).await.unwrap();
    let library = library(&town).await;
    tagged(&town, library, "обидва", &["displaced", "refugees"]).await;
    tagged(&town, library, "біженці", &["refugees"]).await;
    let mut closed = service(library, "закрита");
    closed.service.status = Status::Inactive;
    closed.terms = vec![Attribute {
        taxonomy_term_id: Some(term_id("situations", "displaced")),
        ..Attribute::blank()
    }];
    put_service(&town, closed).await;
    let counts = store::counts_by_term(&town.app.db().reader, &[town.community.id]).await.unwrap();
    assert_eq!(counts.get(&term_id("situations", "displaced")), Some(&2));
    assert_eq!(counts.get(&term_id("situations", "refugees")), Some(&2));
    assert_eq!(counts.len(), 2);
}

#[tokio::test]
async fn filters_narrow_down_together() {
    let town = town().await;
    ensure_taxonomy(&town.app).await.unwrap();
    let library = library(&town).await;
    let hall = put_place(&town, place("Зала", "вул. Довга, 1")).await;
    let community = town.community.id;
    let program = Program {
        name: uk("Програма"),
        organization_id: library,
        ..Program::blank()
    };
    let program = town
        .app
        .write(&Actor::house(), async |w| {
            put_programs(w, VERB, community, vec![ProgramInput::of(program)]).await
        })
        .await
        .unwrap()[0]
        .id;
    let early = tagged(&town, library, "рання", &["displaced"]).await;
    town.clock.pass(std::time::Duration::from_mins(1));
    let mut told = service(library, "пізня");
    told.service.program_id = Some(program);
    told.service.is_hotline = true;
    told.places = vec![at(hall)];
    told.terms = vec![Attribute {
        taxonomy_term_id: Some(term_id("situations", "refugees")),
        ..Attribute::blank()
    }];
    let late = put_service(&town, told).await;
    let (db, own) = (&town.app.db().reader, &[town.community.id]);
    let found = async |filter: ServiceFilter| store::services_page(db, own, &filter, 0, 10).await.unwrap().ids;
    let vocabulary = store::vocabulary(db, "situations").await.unwrap().unwrap();
    let displaced = vocabulary.with_narrower(term_id("situations", "displaced"));
    let all = ServiceFilter {
        terms: displaced.clone(),
        order: Order::Latest,
        ..ServiceFilter::default()
    };
    assert_eq!(found(all).await, [late, early]);
    assert_eq!(
        found(ServiceFilter {
            terms: displaced,
            location: Some(hall),
            ..ServiceFilter::default()
        })
        .await,
        [late]
    );
    assert_eq!(
        found(ServiceFilter {
            program: Some(program),
            ..ServiceFilter::default()
        })
        .await,
        [late]
    );
    assert_eq!(
        found(ServiceFilter {
            modified_after: Some(town.now() - chrono::TimeDelta::seconds(1)),
            ..ServiceFilter::default()
        })
        .await,
        [late]
    );
    assert_eq!(
        found(ServiceFilter {
            taxonomy: Some(vocabulary.taxonomy.id),
            is_hotline: Some(false),
            ..ServiceFilter::default()
        })
        .await,
        [early]
    );
    assert_eq!(
        found(ServiceFilter {
            organization: Some(hall),
            ..ServiceFilter::default()
        })
        .await,
        Vec::<Uuid>::new()
    );
    assert_eq!(names(&store::hotlines(db, own).await.unwrap()), ["пізня"]);
    let places = store::places_page(
        db,
        own,
        &PlaceFilter {
            service: Some(late),
            ..PlaceFilter::default()
        },
        0,
        10,
    )
    .await
    .unwrap();
    assert_eq!((places.ids, places.total), (vec![hall], 1));
    let visits = |filter| async move { store::services_at_places_page(db, own, &filter, 0, 10).await.unwrap().total };
    assert_eq!(
        visits(PlaceFilter {
            taxonomy: Some(vocabulary.taxonomy.id),
            ..PlaceFilter::default()
        })
        .await,
        1
    );
    assert_eq!(
        visits(PlaceFilter {
            organization: Some(hall),
            ..PlaceFilter::default()
        })
        .await,
        0
    );
    let organizations = store::organizations_page(db, own, &OrganizationFilter::default(), 0, 10)
        .await
        .unwrap();
    assert_eq!(organizations.ids, [library]);
}

#[tokio::test]
async fn everything_is_walked_through_once_in_small_portions() {
    let town = town().await;
    let library = library(&town).await;
    let told: Vec<_> = (0..430).map(|number| service(library, &format!("Послуга {number}"))).collect();
    let put = put_all(&town, told).await.len();
    let db = town.app.db().reader.clone();
    let own = vec![town.community.id];
    let chunks: Vec<_> = store::stream_services(db.clone(), own.clone(), ServiceFilter::default())
        .try_collect()
        .await
        .unwrap();
    assert_eq!(chunks.iter().map(Vec::len).collect::<Vec<_>>(), [200, 200, 30]);
    let mut ids: Vec<_> = chunks.iter().flatten().map(|record| record.service.id).collect();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), put);
    let organizations: Vec<_> = store::stream_organizations(db, own).try_collect().await.unwrap();
    assert_eq!(organizations.concat().len(), 1);
}

#[tokio::test]
async fn a_term_is_called_by_the_label_then_by_its_name_then_by_the_value() {
    let town = town().await;
    ensure_taxonomy(&town.app).await.unwrap();
    let library = library(&town).await;
    let term = term_id("situations", "veterans");
    let mut told = service(library, "послуга");
    told.terms = vec![
        Attribute {
            taxonomy_term_id: Some(term),
            label: Words::one(Lang::Uk, "Ветеранам міста"),
            ..Attribute::blank()
        },
        Attribute {
            taxonomy_term_id: Some(term),
            ..Attribute::blank()
        },
        Attribute {
            value: Some("12".to_owned()),
            link_type: Some("eligibility".to_owned()),
            ..Attribute::blank()
        },
    ];
    let id = put_service(&town, told).await;
    let db = &town.app.db().reader;
    let record = store::services(db, &[town.community.id], &[id]).await.unwrap().remove(0);
    let said: Vec<_> = record
        .terms
        .iter()
        .map(|term| (term.name(Lang::Uk), term.vocabulary(), term.code()))
        .collect();
    let vocabulary = Some("situations");
    assert_eq!(said[0], ("Ветеранам міста", vocabulary, Some("veterans")));
    assert_eq!(said[1].0, store::terms(db, &[], &[term]).await.unwrap()[0].term.name.say(Lang::Uk));
    assert_eq!(said[2], ("12", None, None));
    assert_eq!(store::terms_of(db, &[id]).await.unwrap()[&id].len(), 3);
    assert_eq!(record.terms[0].attribute.link_entity, Kind::Service);
}
