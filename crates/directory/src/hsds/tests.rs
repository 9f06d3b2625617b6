use super::profile::columns;
use super::*;
use crate::model::{
    HoursKnown, Kind, LocationType, MainLang, ScheduleKind, Status, WayKind, Words, address, attribute, location, phone, schedule, service,
    service_at_location, service_way, taxonomy, taxonomy_term,
};
use chrono::{DateTime, NaiveTime, Utc};
use jiff::civil::date;
use jiff::tz::TimeZone;
use kolo_words::Lang;
use sea_orm::ActiveValue::Set;
use sea_orm::TryIntoModel;
use serde_json::{Value, json};
use uuid::Uuid;

mod published;

fn id(n: u128) -> Uuid {
    Uuid::from_u128(n)
}

fn at() -> DateTime<Utc> {
    "2026-03-15T10:30:45.123Z".parse().unwrap()
}

fn both(uk: &str, en: &str) -> Words {
    [(Lang::Uk, uk.to_owned()), (Lang::En, en.to_owned())].into_iter().collect()
}

fn uk(text: &str) -> Words {
    Words::one(Lang::Uk, text)
}

fn scribe() -> Scribe {
    Scribe::new(Lang::Uk, TimeZone::get("Europe/Kyiv").unwrap(), date(2026, 3, 2))
}

fn a_service() -> service::Model {
    service::Model {
        id: id(1),
        community_id: id(9),
        organization_id: id(2),
        program_id: None,
        name: both("Правова допомога", "Legal advice"),
        name_folded: "правова допомога".to_owned(),
        alternate_name: Words::default(),
        short: both("Порада юриста.", "A lawyer's advice."),
        description: uk("Юрист пояснить."),
        url: Some("https://example.org/право".to_owned()),
        email: Some("not an address".to_owned()),
        interpretation_services: Words::default(),
        application_process: Words::one(Lang::Ru, "Позвоните"),
        fees_description: Words::default(),
        wait_time: Words::default(),
        accreditations: Words::default(),
        licenses: Words::default(),
        eligibility_description: Words::default(),
        minimum_age: Some(18),
        maximum_age: None,
        assurer_email: None,
        alert: Words::default(),
        online_url: None,
        is_by_phone: true,
        is_hotline: false,
        hours: HoursKnown::Known,
        status: Status::TemporarilyClosed,
        verified_on: Some("2026-02-01".parse().unwrap()),
        is_sample: true,
        version: 1,
        main_lang: MainLang::Uk,
        source: None,
        source_id: None,
        created_at: at(),
        updated_at: at(),
    }
}

/// A place on Secret Street, which may or may not be told.
fn a_place(is_confidential: bool) -> (location::Model, Vec<address::Model>) {
    let place = location::ActiveModel {
        id: Set(id(3)),
        community_id: Set(id(9)),
        organization_id: Set(None),
        location_type: Set(LocationType::Physical),
        name: Set(both("Притулок", "Shelter")),
        name_folded: Set("притулок".to_owned()),
        alternate_name: Set(Words::default()),
        description: Set(uk("Безпечне місце")),
        is_confidential: Set(is_confidential),
        latitude: Set(Some(51.987_654)),
        longitude: Set(Some(31.123_456)),
        transportation: Set(both("Автобус до Secret", "Bus to Secret")),
        url: Set(Some("https://example.org/secret".to_owned())),
        external_identifier: Set(Some("secret-node".to_owned())),
        external_identifier_type: Set(Some("OSM".to_owned())),
        hours: Set(HoursKnown::Unknown),
        status: Set(Status::Active),
        verified_on: Set(None),
        is_sample: Set(false),
        version: Set(1),
        main_lang: Set(MainLang::Uk),
        source: Set(Some("secret-import".to_owned())),
        source_id: Set(Some("secret".to_owned())),
        created_at: Set(at()),
        updated_at: Set(at()),
    };
    let address = address::ActiveModel {
        id: Set(id(4)),
        community_id: Set(id(9)),
        location_id: Set(id(3)),
        attention: Set(None),
        address_1: Set("вул. Secret, 1".to_owned()),
        address_2: Set(None),
        city: Set("Чернігів".to_owned()),
        region: Set(None),
        state_province: Set(String::new()),
        postal_code: Set("14000".to_owned()),
        country: Set("UA".to_owned()),
        address_type: Set(LocationType::Physical),
        position: Set(0),
    };
    (place.try_into_model().unwrap(), vec![address.try_into_model().unwrap()])
}

fn a_row(kind: ScheduleKind) -> schedule::Model {
    schedule::Model {
        id: id(5),
        community_id: id(9),
        service_id: Some(id(1)),
        location_id: None,
        service_at_location_id: None,
        kind,
        valid_from: None,
        valid_to: None,
        dtstart: None,
        timezone: None,
        until: None,
        count: None,
        wkst: None,
        freq: None,
        interval: None,
        byday: Some("MO,TU".to_owned()),
        byweekno: None,
        bymonthday: None,
        byyearday: None,
        bymonth: None,
        description: Words::default(),
        opens_at: NaiveTime::from_hms_opt(9, 0, 0),
        closes_at: NaiveTime::from_hms_opt(0, 0, 0),
        is_appointment: false,
        schedule_link: None,
        attending_type: None,
        notes: Words::default(),
        position: 0,
    }
}

fn a_term() -> (taxonomy::Model, taxonomy_term::Model) {
    let taxonomy = taxonomy::Model {
        id: id(20),
        community_id: None,
        key: Some("help".to_owned()),
        name: both("Види допомоги", "Kinds of help"),
        description: Words::default(),
        uri: None,
        edition: Some("1".to_owned()),
        source: None,
        source_id: None,
        created_at: at(),
        updated_at: at(),
    };
    let term = taxonomy_term::Model {
        id: id(21),
        community_id: None,
        taxonomy_id: id(20),
        code: Some("legal".to_owned()),
        name: both("Право", "Law"),
        name_folded: "право".to_owned(),
        description: Words::default(),
        parent_id: None,
        term_uri: None,
        synonyms: crate::model::WordLists::default(),
        questions: crate::model::WordLists::default(),
        mappings: crate::model::Mappings::default(),
        position: 0,
        source: None,
        source_id: None,
        created_at: at(),
        updated_at: at(),
    };
    (taxonomy, term)
}

fn a_way(kind: WayKind, address: &str) -> service_way::Model {
    service_way::Model {
        id: id(30),
        community_id: id(9),
        service_id: id(1),
        kind,
        address: address.to_owned(),
        note: uk("Чат"),
        position: 0,
    }
}

fn whole(is_confidential: bool) -> Value {
    let scribe = scribe();
    let (place, addresses) = a_place(is_confidential);
    let (taxonomy, term) = a_term();
    let attribute = attribute::Model {
        id: id(22),
        community_id: id(9),
        link_entity: Kind::Service,
        link_id: id(1),
        link_type: None,
        taxonomy_term_id: Some(id(21)),
        value: None,
        label: Words::default(),
        position: 0,
    };
    let phone = phone::Model {
        id: id(6),
        community_id: id(9),
        organization_id: None,
        service_id: Some(id(1)),
        location_id: None,
        contact_id: None,
        service_at_location_id: None,
        number: "+380462000012".to_owned(),
        extension: Some(12),
        phone_type: None,
        description: both("Запис", "Appointments"),
        position: 0,
    };
    let there = service_at_location::Model {
        id: id(7),
        community_id: id(9),
        service_id: id(1),
        location_id: id(3),
        description: Words::default(),
        hours: HoursKnown::Unknown,
        position: 0,
        source: None,
        source_id: None,
    };
    let location = scribe
        .location(&place, &place.whereabouts(&addresses))
        .with_many("addresses", scribe.addresses(&place, &place.whereabouts(&addresses)));
    scribe
        .service(&a_service())
        .with_many("phones", [scribe.phone(&phone)])
        .with_more("phones", scribe.way(&a_way(WayKind::Sms, "+380462000013")))
        .with_more("additional_urls", scribe.way(&a_way(WayKind::Telegram, "https://example.org/tg")))
        .with_many(
            "schedules",
            [
                scribe.schedule(&a_row(ScheduleKind::Regular)),
                scribe.around_the_clock(Kind::Service, id(1)),
            ],
        )
        .with_many(
            "service_at_locations",
            [scribe.service_at_location(&there).with_one("location", location)],
        )
        .with_many("attributes", [scribe.attribute(&attribute, Some((&term, Some(&taxonomy))))])
        .with_many("languages", [])
        .into_json()
}

#[test]
fn a_whole_service_is_what_the_standard_wants() {
    let json = whole(false);
    assert_eq!(Record::faults(&json, Kind::Service), Vec::<String>::new());
    assert!(!json.to_string().contains("null"));
    assert_eq!(json["last_modified"], "2026-03-15T10:30:45.123Z");
    assert_eq!(json["status"], "temporarily closed");
    assert_eq!(json["url"], "https://example.org/%D0%BF%D1%80%D0%B0%D0%B2%D0%BE");
    // What is not an address is left out, and what is empty too.
    assert_eq!(
        [
            json.get("email"),
            json.get("languages"),
            json.get("maximum_age"),
            json.get("is_hotline")
        ],
        [None; 4]
    );
    assert_eq!(json["phones"][1]["type"], "text");
    assert_eq!(json["phones"][1]["way"], "sms");
    assert_eq!(json["attributes"][0]["taxonomy_term"]["taxonomy_detail"]["name"], "Види допомоги");
    let location = &json["service_at_locations"][0]["location"];
    assert_eq!(location["latitude"], 51.987_654);
    assert_eq!(location["addresses"][0]["state_province"], "");
}

#[test]
fn what_is_not_hsds_is_found_and_named() {
    let mut json = whole(false);
    json["phones"][0]["number"] = Value::Null;
    json["nonsense"] = json!(1);
    json.as_object_mut().unwrap().remove("status");
    json["schedules"][0]["opens_at"] = json!("9");
    json["assured_date"] = json!("2026-2-1");
    let mut faults = Record::faults(&json, Kind::Service);
    faults.sort_unstable();
    assert_eq!(
        faults,
        [
            "phone.number is null",
            "schedule.opens_at is \"9\"",
            "service.assured_date is \"2026-2-1\"",
            "service.nonsense is unknown",
            "service.status is missing",
        ]
    );
}

#[test]
fn the_main_language_fills_the_standard_and_the_others_stand_beside_it() {
    let json = whole(false);
    assert_eq!(json["name"], "Правова допомога");
    assert_eq!(json["text_language"], "uk");
    // Told in Russian only: the field has it, and so has its true language.
    assert_eq!(json["application_process"], "Позвоните");
    let expected = json!({
        "en": { "name": "Legal advice", "summary": "A lawyer's advice." },
        "ru": { "application_process": "Позвоните" },
    });
    assert_eq!(json["translations"], expected);
    assert_eq!(
        json["phones"][0]["translations"],
        json!({ "en": { "description": "Appointments" } })
    );
    // An English record puts English first.
    let english = scribe()
        .service(&service::Model {
            main_lang: MainLang::En,
            ..a_service()
        })
        .into_json();
    assert_eq!(
        (&english["name"], &english["translations"]["uk"]["name"]),
        (&json!("Legal advice"), &json!("Правова допомога"))
    );
}

#[test]
fn the_address_of_a_confidential_place_is_in_no_byte() {
    let open = whole(false).to_string();
    let told = ["Secret", "secret", "51.98", "31.12", "14000", "OSM"].map(|trace| open.contains(trace));
    assert_eq!(told, [true; 6]);
    let hidden = whole(true);
    let location = &hidden["service_at_locations"][0]["location"];
    assert_eq!(
        (&location["name"], &location["is_confidential"]),
        (&json!("Притулок"), &json!(true))
    );
    let (place, addresses) = a_place(true);
    let row = scribe().location(&place, &place.whereabouts(&addresses)).csv_row().join("|");
    let log = format!("{place:?} {addresses:?} {:?}", place.whereabouts(&addresses));
    for text in [hidden.to_string(), row, log] {
        for trace in ["Secret", "secret", "51.98", "31.12", "14000", "OSM"] {
            assert!(!text.contains(trace), "{trace} in {text}");
        }
    }
    assert_eq!(scribe().addresses(&place, &place.whereabouts(&addresses)), []);
}

#[test]
fn times_carry_their_distance_from_utc() {
    let winter = scribe().schedule(&a_row(ScheduleKind::Regular)).into_json();
    assert_eq!(
        [&winter["opens_at"], &winter["closes_at"], &winter["timezone"]],
        [&json!("09:00+02:00"), &json!("23:59+02:00"), &json!(2)]
    );
    // A row of the summer has the summer's distance, whenever it is read.
    let summer = schedule::Model {
        valid_from: "2026-07-01".parse().ok(),
        ..a_row(ScheduleKind::Regular)
    };
    assert_eq!(scribe().schedule(&summer).into_json()["opens_at"], "09:00+03:00");
    let nepal = schedule::Model {
        timezone: Some("Asia/Kathmandu".to_owned()),
        ..a_row(ScheduleKind::Regular)
    };
    assert_eq!(scribe().schedule(&nepal).into_json()["timezone"], 5.75);
    let closed = schedule::Model {
        opens_at: None,
        closes_at: None,
        ..a_row(ScheduleKind::Closed)
    };
    let closed = scribe().schedule(&closed).into_json();
    assert_eq!((&closed["exception"], closed.get("opens_at")), (&json!("closed"), None));
    let always = scribe().around_the_clock(Kind::Location, id(3)).into_json();
    assert_eq!(
        [&always["opens_at"], &always["closes_at"], &always["location_id"]],
        [&json!("00:00+02:00"), &json!("23:59+02:00"), &json!(id(3))]
    );
}

#[test]
fn a_csv_row_has_a_cell_for_every_column() {
    let row = scribe().schedule(&a_row(ScheduleKind::Regular)).csv_row();
    let names: Vec<_> = columns(Kind::Schedule).map(|field| field.name).collect();
    assert_eq!(row.len(), names.len());
    let cell = |name: &str| row[names.iter().position(|n| *n == name).unwrap()].as_str();
    assert_eq!(
        (cell("opens_at"), cell("timezone"), cell("byday"), cell("until")),
        ("09:00:00+02:00", "2", "MO,TU", "")
    );
    // A package may not leave a required cell empty, JSON may have an empty text there.
    let (place, addresses) = a_place(false);
    let address = scribe().addresses(&place, &place.whereabouts(&addresses)).remove(0);
    let state = columns(Kind::Address).position(|field| field.name == "state_province").unwrap();
    assert_eq!(
        (address.get("state_province"), address.csv_row()[state].as_str()),
        (Some(&json!("")), "-")
    );
    let service = scribe().service(&a_service()).csv_row();
    assert_eq!(
        service.last().map(String::as_str),
        Some(r#"{"en":{"name":"Legal advice","summary":"A lawyer's advice."},"ru":{"application_process":"Позвоните"}}"#)
    );
}
