//! What a write changes, and what it leaves behind.
use super::{VERB, audit, changes, head, library, put_all, put_organization, put_place, put_service, town};
use kolo_directory::fixtures::{at, organization, phone, place, service, uk};
use kolo_directory::model::{Attribute, Contact, Kind, Language, Organization, ServiceAtLocation, ServiceCapacity, Unit, attribute};
use kolo_directory::rules;
use kolo_directory::store::write::{
    Blank, Change, OrganizationInput, VisitInput, ids_by_origin, put_organizations, put_services, remove_locations, remove_organizations,
    remove_services,
};
use kolo_directory::store::{self, CapacityRecord, ContactRecord, PhoneRecord, ServiceRecord};
use kolo_platform::{Actor, Error};
use kolo_testkit::Town;
use sea_orm::{EntityTrait, PaginatorTrait};
use std::sync::Arc;
use std::time::Duration;
use uuid::Uuid;

async fn read(town: &Town, id: Uuid) -> ServiceRecord {
    store::services(&town.app.db().reader, &[town.community.id], &[id])
        .await
        .unwrap()
        .remove(0)
}

#[tokio::test]
async fn what_is_told_again_unchanged_is_not_written() {
    let town = town().await;
    let library = library(&town).await;
    let hall = put_place(&town, place("Зала", "вул. Довга, 1")).await;
    let told = || {
        let mut told = service(library, "Порада").with_origin("стара база", "7").open("MO,TU", 9, 17);
        let spoken = Language {
            code: Some("uk".to_owned()),
            ..Language::blank()
        };
        told.phones = vec![PhoneRecord {
            languages: vec![spoken],
            ..phone("101")
        }];
        told.contacts = vec![ContactRecord {
            contact: Contact {
                title: uk("Черговий"),
                ..Contact::blank()
            },
            phones: vec![phone("102")],
        }];
        told.places = vec![at(hall)];
        told.capacities = vec![CapacityRecord {
            capacity: ServiceCapacity {
                available: 4,
                ..ServiceCapacity::blank()
            },
            unit: Arc::new(Unit {
                name: uk("місць"),
                ..Unit::blank()
            }),
        }];
        told
    };
    let first = put_all(&town, vec![told()]).await.remove(0);
    assert_eq!(first.change, Change::Added);
    let before = read(&town, first.id).await;
    let (position, entries) = (head(&town).await, audit(&town, 0).await.len());
    town.clock.pass(Duration::from_hours(1));
    let second = put_all(&town, vec![told()]).await.remove(0);
    assert_eq!((second.id, second.change), (first.id, Change::Same));
    assert_eq!(read(&town, first.id).await, before);
    assert_eq!(before.service.version, 1);
    assert_eq!(changes(&town, position).await, []);
    assert_eq!(audit(&town, entries).await, []);
}

#[tokio::test]
async fn a_changed_part_is_a_new_version_of_the_record_and_is_named_in_the_audit() {
    let town = town().await;
    let library = library(&town).await;
    let mut told = service(library, "Порада");
    told.phones = vec![phone("101"), phone("102")];
    told.service.id = put_service(&town, told.clone()).await;
    let before = read(&town, told.service.id).await;
    let (position, entries) = (head(&town).await, audit(&town, 0).await.len());
    town.clock.pass(Duration::from_mins(1));
    told.phones[1].phone.number = "103".to_owned();
    told.service.short = uk("Коротко");
    let outcome = put_all(&town, vec![told]).await.remove(0);
    assert_eq!(outcome.change, Change::Changed(vec!["short", "phones"]));
    let after = read(&town, outcome.id).await;
    assert_eq!((after.service.version, after.service.updated_at), (2, town.now()));
    assert_eq!(after.service.created_at, before.service.created_at);
    assert_eq!(after.phones[0], before.phones[0]);
    assert_eq!(
        (after.phones[1].phone.id, after.phones[1].phone.number.as_str()),
        (before.phones[1].phone.id, "103")
    );
    assert_eq!(
        changes(&town, position).await,
        [("service".to_owned(), outcome.id, "put".to_owned())]
    );
    assert_eq!(
        audit(&town, entries).await,
        [(VERB.to_owned(), "service".to_owned(), "short,phones".to_owned())]
    );
}

#[tokio::test]
async fn an_import_finds_its_records_again_by_where_they_came_from() {
    let town = town().await;
    let library = library(&town).await;
    let told: Vec<_> = (0..450)
        .map(|n| service(library, "Порада").with_origin("211", &n.to_string()))
        .collect();
    let first = put_all(&town, told).await;
    let mut again = service(library, "Інша назва").with_origin("211", "17");
    again.service.is_sample = true;
    let outcome = put_all(&town, vec![again, service(library, "Порада").with_origin("інша", "17")]).await;
    assert_eq!(outcome[0].id, first[17].id);
    assert_eq!(outcome[0].change, Change::Changed(vec!["name", "is_sample"]));
    assert_eq!(outcome[1].change, Change::Added);
    let wanted: Vec<_> = ["3", "17", "9999"].map(str::to_owned).to_vec();
    let ids = ids_by_origin(&town.app.db().reader, town.community.id, Kind::Service, "211", &wanted)
        .await
        .unwrap();
    assert_eq!((ids.len(), ids["3"], ids["17"]), (2, first[3].id, first[17].id));
    let elsewhere = ids_by_origin(&town.app.db().reader, town.neighbour.id, Kind::Service, "211", &wanted)
        .await
        .unwrap();
    assert_eq!(elsewhere.len(), 0);
}

#[tokio::test]
async fn a_record_told_twice_in_one_list_is_one_and_the_last_word_counts() {
    let town = town().await;
    let library = library(&town).await;
    let told = ["перша", "друга"].map(|name| service(library, name).with_origin("211", "1"));
    let outcomes = put_all(&town, told.into_iter().collect()).await;
    assert_eq!(outcomes[0].id, outcomes[1].id);
    assert_eq!(read(&town, outcomes[0].id).await.service.name, uk("друга"));
}

#[tokio::test]
async fn nobody_takes_over_a_record_of_another_community() {
    let town = town().await;
    let library = library(&town).await;
    let id = put_service(&town, service(library, "Наша")).await;
    let neighbour = town.neighbour.id;
    let outcome = town
        .app
        .write(&Actor::house(), async |w| {
            let theirs = put_organizations(w, VERB, neighbour, vec![organization("Сусіди")]).await?[0].id;
            let mut told = service(theirs, "Їхня");
            told.service.id = id;
            Ok(put_services(w, VERB, neighbour, vec![told]).await?.remove(0))
        })
        .await
        .unwrap();
    assert_ne!(outcome.id, id);
    assert_eq!(read(&town, id).await.service.name, uk("Наша"));
    let removed = town
        .app
        .write(&Actor::house(), async |w| remove_services(w, VERB, neighbour, &[id]).await)
        .await;
    assert!(matches!(removed, Err(Error::NotFound)));
}

#[tokio::test]
async fn an_edit_of_an_old_version_is_refused_and_changes_nothing() {
    let town = town().await;
    let library = library(&town).await;
    let mut told = service(library, "Порада");
    told.service.id = put_service(&town, told.clone()).await;
    told.service.version = 1;
    let mut quick = told.clone();
    quick.service.name = uk("Швидша");
    put_service(&town, quick).await;
    told.service.name = uk("Повільніша");
    let community = town.community.id;
    let late = town
        .app
        .write(&Actor::house(), async |w| {
            put_services(w, VERB, community, vec![told.clone()]).await
        })
        .await;
    assert!(matches!(late, Err(Error::Refused(refusal)) if refusal == rules::EDITED_MEANWHILE));
    assert_eq!(read(&town, told.service.id).await.service.name, uk("Швидша"));
}

#[tokio::test]
async fn what_was_said_of_a_part_goes_with_the_part() {
    let town = town().await;
    let library = library(&town).await;
    let line = Uuid::from_u128(5);
    let mut told = service(library, "Порада");
    told.phones = vec![PhoneRecord {
        phone: kolo_directory::model::Phone {
            id: line,
            number: "101".to_owned(),
            ..Blank::blank()
        },
        languages: vec![],
    }];
    told.terms = vec![
        Attribute {
            link_entity: Kind::Phone,
            link_id: line,
            value: Some("цілодобово".to_owned()),
            ..Attribute::blank()
        },
        Attribute {
            value: Some("послуга".to_owned()),
            ..Attribute::blank()
        },
    ];
    told.service.id = put_service(&town, told.clone()).await;
    let db = &town.app.db().reader;
    let kept = read(&town, told.service.id).await.phones[0].phone.id;
    let said = store::terms_of(db, &[kept]).await.unwrap();
    assert_eq!(said[&kept][0].attribute.value.as_deref(), Some("цілодобово"));
    let same = put_all(&town, vec![told.clone()]).await.remove(0);
    assert_eq!(same.change, Change::Same);
    told.phones.clear();
    told.terms.remove(0);
    let outcome = put_all(&town, vec![told.clone()]).await.remove(0);
    assert_eq!(outcome.change, Change::Changed(vec!["attributes", "phones"]));
    assert_eq!(attribute::Entity::find().count(db).await.unwrap(), 1);
}

#[tokio::test]
async fn a_service_keeps_its_rows_at_places_whatever_their_order() {
    let town = town().await;
    let library = library(&town).await;
    let a = put_place(&town, place("А", "вул. Довга, 1")).await;
    let b = put_place(&town, place("Б", "вул. Довга, 2")).await;
    let mut told = service(library, "Порада");
    told.places = vec![at(a), at(b)];
    told.service.id = put_service(&town, told.clone()).await;
    let before = read(&town, told.service.id).await;
    let own_hours = VisitInput {
        schedules: service(library, "").open("SU", 10, 12).schedules,
        ..VisitInput::of(ServiceAtLocation {
            location_id: a,
            ..Blank::blank()
        })
    };
    told.places = vec![at(b), at(a), own_hours];
    put_service(&town, told.clone()).await;
    let after = read(&town, told.service.id).await;
    let rows: Vec<_> = after
        .places
        .iter()
        .map(|at| (at.place.location.id, at.at.id, at.schedules.len()))
        .collect();
    assert_eq!(rows, [(b, before.places[1].at.id, 0), (a, before.places[0].at.id, 1)]);
}

#[tokio::test]
async fn followers_hear_of_services_that_show_something_of_a_changed_record() {
    let town = town().await;
    let library = library(&town).await;
    let mut hall = place("Зала", "вул. Довга, 1");
    hall.id = put_place(&town, hall.clone()).await;
    let mut told = service(library, "Порада");
    told.places = vec![at(hall.id)];
    let id = put_service(&town, told).await;
    put_service(&town, service(library, "Деінде")).await;
    let position = head(&town).await;
    hall.place.addresses[0].address_1 = "вул. Нова, 2".to_owned();
    put_place(&town, hall.clone()).await;
    let put = |kind: &str, id| (kind.to_owned(), id, "put".to_owned());
    assert_eq!(changes(&town, position).await, [put("location", hall.id), put("service", id)]);
    let position = head(&town).await;
    let renamed = Organization {
        id: library,
        name: uk("Книгозбірня"),
        main_lang: kolo_directory::model::MainLang::Uk,
        ..Organization::blank()
    };
    put_organization(&town, OrganizationInput::of(renamed)).await;
    let heard = changes(&town, position).await;
    assert_eq!((heard.len(), &heard[0]), (3, &put("organization", library)));
    assert!(heard.contains(&put("service", id)));
    assert_eq!(read(&town, id).await.service.version, 1);
}

#[tokio::test]
async fn a_removed_record_leaves_a_tombstone_and_nothing_else() {
    let town = town().await;
    let library = library(&town).await;
    let hall = put_place(&town, place("Зала", "вул. Довга, 1")).await;
    let mut told = service(library, "Порада");
    told.phones = vec![phone("101")];
    told.places = vec![at(hall)];
    told.terms = vec![Attribute {
        value: Some("щось".to_owned()),
        ..Attribute::blank()
    }];
    let id = put_service(&town, told).await;
    let (community, house) = (town.community.id, Actor::house());
    let early = town
        .app
        .write(&house, async |w| remove_organizations(w, VERB, community, &[library]).await)
        .await;
    assert!(matches!(early, Err(Error::Refused(refusal)) if refusal == rules::HAS_SERVICES));
    let position = head(&town).await;
    town.app
        .write(&house, async |w| {
            remove_locations(w, VERB, community, &[hall]).await?;
            remove_services(w, VERB, community, &[id]).await?;
            remove_organizations(w, VERB, community, &[library]).await
        })
        .await
        .unwrap();
    let gone = |kind: &str, id| (kind.to_owned(), id, "remove".to_owned());
    let heard: Vec<_> = changes(&town, position)
        .await
        .into_iter()
        .filter(|change| change.2 == "remove")
        .collect();
    assert_eq!(heard, [gone("location", hall), gone("service", id), gone("organization", library)]);
    let db = &town.app.db().reader;
    assert_eq!(attribute::Entity::find().count(db).await.unwrap(), 0);
    assert_eq!(kolo_directory::model::phone::Entity::find().count(db).await.unwrap(), 0);
    assert_eq!(
        kolo_directory::model::service_at_location::Entity::find().count(db).await.unwrap(),
        0
    );
}
