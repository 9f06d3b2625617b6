//! A small guide: two organizations, three places, four services, one of them in a shelter nobody may find.
use chrono::NaiveTime;
use kolo_directory::model::{
    AccessKind, Accessibility, Attribute, Contact, CostOption, HoursKnown, Language, LocationType, MainLang, OpenPlace, Organization,
    OrganizationIdentifier, Phone, PhoneType, Point, PostalAddress, RequiredDocument, Schedule, Service, ServiceArea, ServiceAtLocation,
    ServiceCapacity, ServiceWay, Status, Unit, Url, WayKind, Weekday, Words,
};
use kolo_directory::store::write::{self, Blank, LocationInput, OrganizationInput, ServiceInput, VisitInput};
use kolo_directory::store::{CapacityRecord, ContactRecord, PhoneRecord};
use kolo_directory::{search, seed};
use kolo_platform::{Actor, Config, Result, Write};
use kolo_testkit::Town;
use kolo_words::Lang;
use std::sync::Arc;
use uuid::Uuid;

pub(super) fn id(n: u128) -> Uuid {
    Uuid::from_u128(0x0190_0000_0000_7000_8000_0000_0000_0000 | n)
}

pub(super) const LIBRARY: u128 = 1;
pub(super) const FUND: u128 = 2;
pub(super) const NEIGHBOUR: u128 = 3;
pub(super) const HALL: u128 = 11;
pub(super) const SHELTER: u128 = 12;
pub(super) const OFFICE: u128 = 13;
pub(super) const LAWYER: u128 = 21;
pub(super) const READING: u128 = 22;
pub(super) const REFUGE: u128 = 23;
pub(super) const ELSEWHERE: u128 = 24;

/// What must never be seen, each in a field of its own.
pub(super) const SECRETS: [&str; 14] = [
    "canary-street",
    "canary-attention",
    "canary-floor",
    "canary-city",
    "canary-region",
    "canary-state",
    "CANARY99",
    "canary-bus-stop",
    "canary-place-url",
    "canary-osm-node",
    "51.777123",
    "31.888456",
    "+380999000111",
    "canary-keeper",
];

fn uk(text: &str) -> Words {
    Words::one(Lang::Uk, text)
}

fn both(uk: &str, en: &str) -> Words {
    [(Lang::Uk, uk.to_owned()), (Lang::En, en.to_owned())].into_iter().collect()
}

fn phone(number: &str) -> PhoneRecord {
    let phone = Phone {
        number: number.to_owned(),
        phone_type: Some(PhoneType::Voice),
        description: uk("Черговий"),
        ..Phone::blank()
    };
    PhoneRecord {
        phone,
        languages: vec![Language {
            code: Some("uk".to_owned()),
            ..Language::blank()
        }],
    }
}

fn contact(title: &str, email: &str, number: &str) -> ContactRecord {
    let contact = Contact {
        title: uk(title),
        email: Some(email.to_owned()),
        ..Contact::blank()
    };
    ContactRecord {
        contact,
        phones: vec![phone(number)],
    }
}

fn attribute(scheme: &str, key: &str) -> Attribute {
    Attribute {
        taxonomy_term_id: Some(seed::term_id(scheme, key)),
        ..Attribute::blank()
    }
}

fn weekdays(from: u32, to: u32) -> Schedule {
    Schedule {
        freq: Some(kolo_directory::model::Freq::Weekly),
        interval: Some(1),
        wkst: Some(Weekday::Monday),
        byday: Some("MO,TU,WE,TH,FR".to_owned()),
        opens_at: NaiveTime::from_hms_opt(from, 0, 0),
        closes_at: NaiveTime::from_hms_opt(to, 0, 0),
        ..Schedule::blank()
    }
}

/// An organization with this identity.
pub(super) fn organization(n: u128, name: Words) -> OrganizationInput {
    OrganizationInput::of(Organization {
        id: id(n),
        name,
        main_lang: MainLang::Uk,
        description: uk("Допомагає мешканцям."),
        ..Organization::blank()
    })
}

/// A service with this identity.
pub(super) fn service(n: u128, organization: u128, name: Words) -> ServiceInput {
    let service = Service {
        id: id(n),
        organization_id: id(organization),
        name,
        main_lang: MainLang::Uk,
        ..Service::blank()
    };
    ServiceInput::of(service)
}

fn at(location: u128) -> VisitInput {
    VisitInput::of(ServiceAtLocation {
        location_id: id(location),
        ..ServiceAtLocation::blank()
    })
}

fn place(n: u128, organization: u128, name: Words, street: &str, postcode: &str, latitude: f64, longitude: f64) -> LocationInput {
    let mut input = LocationInput::named(MainLang::Uk, name);
    input.id = id(n);
    input.organization_id = Some(id(organization));
    input.place = OpenPlace {
        point: Some(Point { latitude, longitude }),
        addresses: vec![PostalAddress {
            id: Uuid::nil(),
            attention: None,
            address_1: street.to_owned(),
            address_2: None,
            city: "Чернігів".to_owned(),
            region: None,
            state_province: "Чернігівська область".to_owned(),
            postal_code: postcode.to_owned(),
            country: "UA".to_owned(),
            address_type: LocationType::Physical,
        }],
        transportation: uk("Тролейбус 1"),
        ..OpenPlace::default()
    };
    input
}

fn shelter() -> LocationInput {
    let mut input = place(
        SHELTER,
        FUND,
        both("Притулок", "Shelter"),
        "canary-street 5",
        "CANARY99",
        51.777_123,
        31.888_456,
    );
    input.is_confidential = true;
    input.description = uk("Безпечне місце");
    input.hours = HoursKnown::Always;
    let address = &mut input.place.addresses[0];
    address.attention = Some("canary-attention".to_owned());
    address.address_2 = Some("canary-floor".to_owned());
    "canary-city".clone_into(&mut address.city);
    address.region = Some("canary-region".to_owned());
    "canary-state".clone_into(&mut address.state_province);
    input.place.transportation = uk("canary-bus-stop");
    input.place.url = Some("https://example.org/canary-place-url".to_owned());
    input.place.external_identifier = Some("canary-osm-node".to_owned());
    input.place.external_identifier_type = Some("OSM".to_owned());
    input.phones = vec![phone("+380999000111")];
    input.contacts = vec![contact("canary-keeper", "canary-keeper@example.org", "+380999000111")];
    input.accessibility = vec![Accessibility {
        kind: Some(AccessKind::Ramp),
        description: uk("пандус з canary-street"),
        url: Some("https://example.org/canary-street".to_owned()),
        ..Accessibility::blank()
    }];
    input
}

/// A town with the guide in it.
pub(super) async fn town() -> Town {
    filled(Town::with(vec![kolo_directory::module()]).await).await
}

/// The same, where every request says who sends it.
pub(super) async fn town_behind_a_proxy() -> Town {
    let config = Config {
        is_behind_proxy: true,
        ..Config::default()
    };
    filled(Town::builder(vec![kolo_directory::module()]).config(config).build().await).await
}

async fn filled(town: Town) -> Town {
    seed::ensure_taxonomy(&town.app).await.unwrap();
    search::teach(&town.app).await.unwrap();
    let (here, there) = (town.community.id, town.neighbour.id);
    town.app.write(&Actor::house(), async |w| fill(w, here, there).await).await.unwrap();
    town.settle().await;
    town
}

async fn fill(w: &Write, here: Uuid, there: Uuid) -> Result<()> {
    const VERB: &str = "directory.import";
    let mut library = organization(LIBRARY, both("Бібліотека Короленка", "Korolenko Library"));
    library.organization.website = Some("https://example.org/бібліотека".to_owned());
    library.identifiers = vec![OrganizationIdentifier {
        identifier_scheme: Some("UA-EDR".to_owned()),
        identifier_type: "ЄДРПОУ".to_owned(),
        identifier: "14360570".to_owned(),
        ..OrganizationIdentifier::blank()
    }];
    library.phones = vec![phone("+380462000001")];
    let fund = organization(FUND, uk("Фонд Опора"));
    write::put_organizations(w, VERB, here, vec![library, fund]).await?;
    write::put_organizations(w, VERB, there, vec![organization(NEIGHBOUR, uk("Сусідський центр"))]).await?;

    let mut hall = place(
        HALL,
        LIBRARY,
        both("Читальна зала", "Reading hall"),
        "просп. Миру, 41",
        "14000",
        51.493_5,
        31.294_7,
    );
    hall.schedules = vec![weekdays(10, 18)];
    hall.hours = HoursKnown::Known;
    hall.phones = vec![phone("+380462000002")];
    hall.accessibility = vec![Accessibility {
        kind: Some(AccessKind::StepFree),
        ..Accessibility::blank()
    }];
    write::put_locations(w, VERB, here, vec![hall, shelter()]).await?;
    let office = place(OFFICE, NEIGHBOUR, uk("Офіс"), "вул. Сусідська, 1", "16600", 51.05, 31.88);
    write::put_locations(w, VERB, there, vec![office]).await?;

    write::put_services(w, VERB, here, vec![lawyer(), reading(), refuge()]).await?;
    let mut elsewhere = service(ELSEWHERE, NEIGHBOUR, uk("Психологічна підтримка"));
    elsewhere.places = vec![at(OFFICE)];
    elsewhere.terms = vec![attribute("help", "legal")];
    write::put_services(w, VERB, there, vec![elsewhere]).await?;
    Ok(())
}

fn lawyer() -> ServiceInput {
    let mut input = service(LAWYER, LIBRARY, both("Правова консультація", "Legal advice"));
    let row = &mut input.service;
    row.short = both("Порада юриста.", "A lawyer's advice.");
    row.description = both("Юрист пояснить ваші права.", "A lawyer explains your rights.");
    row.url = Some("https://example.org/право?q=їжа".to_owned());
    row.email = Some("law@example.org".to_owned());
    row.minimum_age = Some(18);
    row.maximum_age = Some(60);
    row.hours = HoursKnown::Known;
    row.application_process = uk("Зателефонуйте");
    row.fees_description = uk("Безоплатно для всіх");
    row.verified_on = Some("2026-09-01".parse().unwrap());
    input.phones = vec![phone("+380462000003")];
    input.contacts = vec![contact("Юрисконсульт", "lawyer@example.org", "+380462000004")];
    input.schedules = vec![weekdays(9, 12)];
    input.languages = vec![Language {
        code: Some("uk".to_owned()),
        ..Language::blank()
    }];
    input.cost_options = vec![CostOption {
        amount_minor: Some(0),
        currency: Some("UAH".to_owned()),
        ..CostOption::blank()
    }];
    input.required_documents = vec![RequiredDocument {
        document: uk("Паспорт"),
        ..RequiredDocument::blank()
    }];
    input.areas = vec![ServiceArea {
        name: uk("Північ області"),
        extent: Some(r#"{"type":"Polygon","coordinates":[[[31.2,51.4],[31.4,51.4],[31.4,51.6],[31.2,51.6],[31.2,51.4]]]}"#.to_owned()),
        extent_type: Some("geojson".to_owned()),
        ..ServiceArea::blank()
    }];
    input.urls = vec![Url {
        url: "https://example.org/faq".to_owned(),
        label: uk("Запитання"),
        ..Url::blank()
    }];
    input.ways = vec![
        ServiceWay {
            kind: WayKind::Telegram,
            address: "https://t.me/example".to_owned(),
            ..ServiceWay::blank()
        },
        ServiceWay {
            kind: WayKind::Sms,
            address: "+380462000005".to_owned(),
            ..ServiceWay::blank()
        },
    ];
    input.capacities = vec![CapacityRecord {
        capacity: ServiceCapacity {
            available: 3,
            maximum: Some(5),
            counted_at: "2026-09-01T08:00:00Z".parse().unwrap(),
            ..ServiceCapacity::blank()
        },
        unit: Arc::new(Unit {
            name: both("місця", "seats"),
            ..Unit::blank()
        }),
    }];
    input.terms = vec![
        attribute("help", "legal"),
        attribute("situations", "displaced"),
        Attribute {
            value: Some("plain value".to_owned()),
            label: uk("Примітка"),
            ..Attribute::blank()
        },
    ];
    input.places = vec![at(HALL)];
    input
}

fn reading() -> ServiceInput {
    let mut input = service(READING, LIBRARY, uk("=Книги додому+"));
    input.service.minimum_age = Some(65);
    input.service.description = uk("Приносимо книги людям, які не виходять з дому.");
    input.terms = vec![attribute("help", "legal")];
    input.places = vec![at(HALL)];
    input
}

fn refuge() -> ServiceInput {
    let mut input = service(REFUGE, FUND, uk("Притулок для жінок"));
    input.service.status = Status::Active;
    input.phones = vec![phone("+380462000009")];
    let mut visit = at(SHELTER);
    visit.at.hours = HoursKnown::Always;
    visit.phones = vec![phone("+380999000111")];
    visit.contacts = vec![contact("canary-keeper", "canary-keeper@example.org", "+380999000111")];
    input.places = vec![visit];
    input
}
