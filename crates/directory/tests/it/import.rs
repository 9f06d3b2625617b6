//! Importing foreign directories: what goes in, what is said about it, and that nothing is half done.
use kolo_directory::import::{self, Options, Problem, Report, Source, Tally};
use kolo_directory::model::{HoursKnown, Kind, PhoneType, ScheduleKind, Status, WayKind, Whereabouts};
use kolo_directory::store::{self, PlaceRecord, ServiceFilter, ServiceRecord};
use kolo_platform::{Community, Error, feed};
use kolo_testkit::Town;
use kolo_words::Lang;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

/// A town with the directory.
pub(crate) async fn town() -> Town {
    Town::with(vec![kolo_directory::module()]).await
}

pub(crate) fn data(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data").join(name)
}

pub(crate) fn options() -> Options {
    Options {
        is_dry_run: false,
        source_name: "harbour".to_owned(),
        lang: Lang::En,
    }
}

pub(crate) async fn import_into(town: &Town, community: &Community, path: &Path) -> Result<Report, Error> {
    import::import(&town.app, community, Source::Path(path.to_owned()), options(), &|_, _| ()).await
}

/// What comes of importing a file or folder into the town.
pub(crate) async fn imported(town: &Town, path: &Path) -> Report {
    import_into(town, &town.community, path).await.unwrap()
}

/// The latest number of the change feed.
pub(crate) async fn head(town: &Town) -> i64 {
    feed::head(&town.app.db().reader).await.unwrap()
}

async fn services(town: &Town, community: &Community) -> Vec<ServiceRecord> {
    let (db, communities) = (&town.app.db().reader, [community.id]);
    let ids = store::services_page(db, &communities, &ServiceFilter::default(), 0, 100)
        .await
        .unwrap()
        .ids;
    store::services(db, &communities, &ids).await.unwrap()
}

/// The service of this name.
pub(crate) async fn service(town: &Town, name: &str) -> ServiceRecord {
    let all = services(town, &town.community).await;
    all.into_iter()
        .find(|found| found.service.name.iter().any(|(_, own)| own == name))
        .unwrap_or_else(|| panic!("no {name}"))
}

fn lines(report: &Report) -> Vec<String> {
    let dash = |text: &str| if text.is_empty() { "-".to_owned() } else { text.to_owned() };
    let key = |problem: &Problem| problem.message.key.replace("import-", "");
    let line = |p: &Problem| {
        format!(
            "{} {}:{} {} {} {}",
            p.severity.name(),
            p.file,
            p.line,
            dash(&p.record),
            dash(&p.field),
            key(p)
        )
    };
    report.problems.iter().map(line).collect()
}

fn tally(created: u64, skipped: u64) -> Tally {
    Tally {
        created,
        skipped,
        ..Tally::default()
    }
}

const DIRTY: &str = "\
note accessibility_for_disabilities.csv:3 - - rows-empty
warning contacts.csv:1 - phone_number column-unknown
error eligibility.csv:3 - - row-no-owner
warning funding.csv:2 1 source mend-encoding
warning holiday_schedules.csv:3 71 valid_from mend-date-lost
warning holiday_schedules.csv:3 71 valid_from mend-holiday-lost
warning holiday_schedules.csv:3 71 valid_to mend-date-lost
note languages.csv:3 81 name mend-language-words
warning locations.csv:3 21 latitude mend-point-lost
warning locations.csv:3 21 organization_id mend-owner-lost
warning notes.xlsx:0 - - file-unknown
note organizations.csv:2 1 description mend-breaks
note organizations.csv:2 1 website mend-url
warning organizations.csv:3 2 description mend-letters
warning organizations.csv:3 2 email mend-email-lost
note organizations.csv:3 2 name mend-trimmed
warning organizations.csv:3 2 website mend-url-lost
error organizations.csv:4 3 name row-no-name
error organizations.csv:5 1 id row-twice
note phones.csv:2 50 number mend-extension
warning phones.csv:3 51 type mend-type-words
warning phones.csv:4 52 number mend-phone-lost
error phones.csv:5 53 service_id row-unknown-owner
note phones.csv:6 - - rows-empty
note physical_addresses.csv:2 40 country mend-country-blank
note physical_addresses.csv:2 40 state_province mend-trimmed
warning physical_addresses.csv:3 41 country mend-country
error physical_addresses.csv:4 42 - row-no-owner
error programs.csv:3 p2 organization_id row-no-organization
warning regular_schedules.csv:2 10 closes_at mend-time-guessed
warning regular_schedules.csv:3 10 closes_at mend-time-guessed
warning regular_schedules.csv:4 10 closes_at mend-time-guessed
warning regular_schedules.csv:5 11 closes_at mend-time-lost
warning services.csv:1 - colour column-unknown
note services.csv:2 10 status mend-status-blank
note services.csv:2 10 url mend-url
note services.csv:3 11 description mend-markup
warning services.csv:3 11 status mend-status
warning services.csv:4 12 organization_id mend-organization-made
warning services.csv:4 12 url mend-url-lost
error services.csv:6 13 name row-no-name
error services.csv:8 15 organization_id row-no-organization
error services_at_location.csv:4 32 location_id row-unknown-owner
note services_taxonomy.csv:3 10 taxonomy_term_id mend-repeated
warning services_taxonomy.csv:5 11 taxonomy_term_id mend-term-lost
warning taxonomy.csv:4 F parent_id mend-parent-lost";

#[tokio::test]
async fn a_dirty_package_of_the_first_version_comes_in_and_everything_wrong_with_it_is_said() {
    let town = town().await;
    let report = imported(&town, &data("dirty-1.1")).await;
    let tallies: Vec<_> = report.records.iter().map(|(kind, tally)| (kind.code(), *tally)).collect();
    let expected = [
        ("organization", tally(3, 2)),
        ("program", tally(1, 1)),
        ("service", tally(4, 2)),
        ("location", tally(2, 0)),
        ("taxonomy_term", tally(3, 0)),
        ("taxonomy", tally(1, 0)),
    ];
    assert_eq!(tallies, expected);
    assert_eq!(lines(&report), DIRTY.lines().collect::<Vec<_>>());
    assert_eq!(town.app.words().missing(), [""; 0]);
}

#[tokio::test]
async fn what_was_dirty_is_clean_in_the_guide() {
    let town = town().await;
    imported(&town, &data("dirty-1.1")).await;
    let meals = service(&town, "Warm meals").await;
    let say = |text: &kolo_directory::model::Words| text.say(Lang::En).to_owned();
    assert_eq!(say(&meals.organization.description), "Meals for everybody.\n\nOpen to all.");
    assert_eq!(meals.organization.website.as_deref(), Some("http://www.harbour.example.org"));
    assert_eq!((meals.service.status, meals.service.hours), (Status::Active, HoursKnown::Known));
    assert_eq!(say(&meals.service.eligibility_description), "Anybody who is hungry");
    assert_eq!(say(&meals.service.fees_description), "Free");
    assert_eq!(say(&meals.service.interpretation_services), "Interpreters available");
    assert_eq!(meals.service.url.as_deref(), Some("http://harbour.example.org/meals"));
    assert_eq!(meals.urls[0].url, "http://harbour.example.org/map");
    let [closed, regular] = &meals.schedules[..] else {
        panic!("{:?}", meals.schedules)
    };
    assert_eq!(
        (regular.byday.as_deref(), regular.closes_at.unwrap().to_string()),
        (Some("MO,TU,WE"), "17:00:00".to_owned())
    );
    assert_eq!(
        (closed.kind, closed.valid_to.unwrap().to_string()),
        (ScheduleKind::Closed, "2026-12-26".to_owned())
    );
    let codes: Vec<_> = meals.languages.iter().filter_map(|language| language.code.as_deref()).collect();
    assert_eq!(codes, ["en", "es"]);
    let phone = &meals.phones[0];
    assert_eq!(
        (phone.phone.number.as_str(), phone.phone.extension, phone.phone.phone_type),
        ("048-700-0001", Some(12), Some(PhoneType::Voice))
    );
    assert_eq!(phone.languages[0].code.as_deref(), Some("en"));
    let terms: Vec<_> = meals.terms.iter().map(|term| (term.code(), term.name(Lang::En))).collect();
    assert_eq!(terms, [(Some("B-1"), "Meals")]);
    let Whereabouts::Open(place) = &meals.places[0].place.whereabouts else {
        panic!("the hall is open")
    };
    let address = &place.addresses[0];
    assert_eq!(
        (address.line().as_str(), address.state_province.as_str(), address.country.as_str()),
        ("1 Pier Street, Harbour", "OD", "UA")
    );
    assert_eq!(place.point.map(|point| point.latitude), Some(46.4825));

    let night = service(&town, "Night bus").await;
    assert_eq!(
        (say(&night.organization.name), night.service.hours),
        ("Night bus".to_owned(), HoursKnown::Always)
    );
    assert_eq!(say(&night.service.description), "Brings people home\nthrough the night.");
    let shower = service(&town, "Free shower").await;
    assert_eq!(
        say(&shower.organization.name),
        "Harbour Kitchen",
        "a service without an organization belongs to that of its place"
    );
}

#[tokio::test]
async fn a_record_of_the_third_version_comes_in_whole() {
    let town = town().await;
    let report = imported(&town, &data("3.2")).await;
    assert_eq!(
        (
            report.tally(Kind::Service),
            report.tally(Kind::Location),
            report.tally(Kind::TaxonomyTerm)
        ),
        (tally(2, 1), tally(2, 0), tally(3, 0))
    );
    let wrong = "error services.ndjson:2 - - row-unreadable\nerror services.ndjson:4 5e000000-0000-4000-8000-000000000004 name row-no-name";
    assert_eq!(lines(&report), wrong.lines().collect::<Vec<_>>());

    let lunch = service(&town, "Гарячі обіди").await;
    assert_eq!(
        lunch.service.id.to_string(),
        "5e000000-0000-4000-8000-000000000001",
        "an id that is a UUID is kept"
    );
    assert_eq!(
        (lunch.service.name.get(Lang::En), lunch.service.main_lang.code()),
        (Some("Hot lunches"), "uk")
    );
    assert_eq!(lunch.service.verified_on.map(|day| day.to_string()).as_deref(), Some("2026-05-04"));
    assert_eq!(
        lunch.organization.description.say(Lang::Uk),
        "Читальня, кухня та порадня",
        "told on its own, not in passing"
    );
    assert_eq!(
        lunch.program.as_ref().map(|program| program.name.say(Lang::Uk)),
        Some("Зимова допомога")
    );
    assert_eq!(
        lunch.ways.iter().map(|way| (way.kind, way.address.as_str())).collect::<Vec<_>>(),
        [(WayKind::Sms, "+380 67 000 00 00")]
    );
    assert_eq!(lunch.phones.len(), 1);
    assert_eq!(
        (lunch.cost_options[0].amount_minor, lunch.cost_options[0].currency.as_deref()),
        (Some(1_250), Some("UAH"))
    );
    assert_eq!(
        (lunch.capacities[0].capacity.available, lunch.capacities[0].unit.name.say(Lang::Uk)),
        (12, "обідів")
    );
    let kinds: Vec<_> = lunch.schedules.iter().map(|row| (row.kind, row.timezone.as_deref())).collect();
    assert_eq!(kinds, [(ScheduleKind::Regular, Some("+03:00")), (ScheduleKind::Closed, None)]);
    assert_eq!(lunch.places[0].schedules[0].byday.as_deref(), Some("1SA"));
    let term = lunch.terms[0].term.as_ref().unwrap();
    let taxonomy = lunch.terms[0].taxonomy.as_ref().unwrap();
    assert_eq!((term.code.as_deref(), taxonomy.name.say(Lang::Uk)), (Some("meals"), "Допомога"));
    assert!(term.parent_id.is_some(), "the broader term came after the narrower one");
    let history = store::histories_of(&town.app.db().reader, &[lunch.service.id]).await.unwrap();
    assert_eq!(history[&lunch.service.id][0].previous_value, "Обіди");

    let night = service(&town, "Прихисток на ніч").await;
    assert_eq!(night.service.hours, HoursKnown::Always);
    assert_eq!(night.places[0].place.whereabouts, Whereabouts::Confidential);
    assert_eq!(night.organization.parent_organization_id, Some(lunch.organization.id));
}

#[tokio::test]
async fn the_second_time_nothing_changes_and_the_feed_stands_still() {
    for name in ["dirty-1.1", "3.2"] {
        let town = town().await;
        let first = imported(&town, &data(name)).await.total();
        let before = head(&town).await;
        let again = imported(&town, &data(name)).await;
        assert_eq!(
            (again.total().created, again.total().changed),
            (0, 0),
            "{name}: {:?}",
            again.records
        );
        assert_eq!(again.total().skipped, first.skipped);
        assert_eq!(head(&town).await, before, "{name}");
    }
}

#[tokio::test]
async fn a_trial_run_says_the_same_and_leaves_nothing() {
    let town = town().await;
    let before = head(&town).await;
    let options = Options {
        is_dry_run: true,
        ..options()
    };
    let heard = AtomicU64::new(0);
    let progress = |done: u64, of: Option<u64>| {
        assert!(of.is_some_and(|of| done <= of));
        heard.fetch_max(done, Ordering::Relaxed);
    };
    let tried = import::import(&town.app, &town.community, Source::Path(data("dirty-1.1")), options, &progress)
        .await
        .unwrap();
    assert!(tried.is_dry_run && heard.load(Ordering::Relaxed) > 0);
    assert_eq!((head(&town).await, services(&town, &town.community).await.len()), (before, 0));
    let real = imported(&town, &data("dirty-1.1")).await;
    assert_eq!((tried.records.clone(), lines(&tried)), (real.records.clone(), lines(&real)));
}

#[tokio::test]
async fn a_report_names_file_line_and_field_in_the_readers_language() {
    let town = town().await;
    let report = imported(&town, &data("dirty-1.1")).await;
    let words = town.app.words();
    let problem = report
        .problems
        .iter()
        .find(|problem| problem.message.key == "import-row-unknown-owner")
        .unwrap();
    let said = Lang::ALL.map(|lang| problem.line(words, lang));
    assert_eq!(
        said,
        [
            "помилка · phones.csv:5, 53, service_id · У джерелі немає послуги «999», рядок пропущено.",
            "ошибка · phones.csv:5, 53, service_id · В источнике нет услуги «999», строка пропущена.",
            "қате · phones.csv:5, 53, service_id · Дереккөзде «999» деген қызмет жоқ, жол алынбады.",
            "error · phones.csv:5, 53, service_id · The package has no service “999”; the row was left out.",
        ]
    );
    for lang in Lang::ALL {
        let (json, csv) = (town.folder.path().join("report.json"), town.folder.path().join("report.csv"));
        report.write_to(&json, words, lang).unwrap();
        report.write_to(&csv, words, lang).unwrap();
        let json: serde_json::Value = serde_json::from_slice(&std::fs::read(json).unwrap()).unwrap();
        assert_eq!(json["problems"][2]["line"], 3);
        assert_eq!(json["records"]["service"]["created"], 4);
        assert_eq!(json["problems"].as_array().unwrap().len(), report.problems.len());
        let csv = std::fs::read_to_string(csv).unwrap();
        assert_eq!(csv.lines().count(), report.problems.len() + 1);
        assert_eq!(report.summary(words, lang).len(), 7);
    }
    assert_eq!(words.missing(), [""; 0]);
}

#[tokio::test]
async fn what_breaks_off_leaves_the_guide_as_it_was() {
    let town = town().await;
    imported(&town, &data("3.2")).await;
    let (before, folder) = (head(&town).await, tempfile::tempdir().unwrap());
    let whole = std::fs::read_to_string(data("3.2/services.ndjson"))
        .unwrap()
        .replace("Гарячі", "Холодні");
    let cut: String = whole.chars().take(whole.chars().count() - 20).collect();
    std::fs::write(folder.path().join("services.ndjson"), cut).unwrap();
    let Err(Error::Refused(refusal)) = import_into(&town, &town.community, folder.path()).await else {
        panic!("it was taken")
    };
    let said = town.app.words().say(Lang::Uk, &refusal.message);
    assert_eq!(said, "Файл services.ndjson обривається після рядка 4. Нічого не завантажено.");
    assert_eq!(head(&town).await, before);
    service(&town, "Гарячі обіди").await;
}

#[tokio::test]
async fn one_change_in_the_source_is_one_change_in_the_guide() {
    let town = town().await;
    imported(&town, &data("3.2")).await;
    let (before, folder) = (head(&town).await, tempfile::tempdir().unwrap());
    for name in ["organizations.ndjson", "taxonomy_terms.ndjson", "services.ndjson"] {
        let text = std::fs::read_to_string(data("3.2").join(name)).unwrap();
        std::fs::write(folder.path().join(name), text.replace("\"amount\": 12.5", "\"amount\": 15")).unwrap();
    }
    let report = imported(&town, folder.path()).await;
    assert_eq!((report.total().created, report.total().changed), (0, 1));
    assert_eq!(head(&town).await, before + 1);
    assert_eq!(service(&town, "Гарячі обіди").await.cost_options[0].amount_minor, Some(1_500));
}

#[tokio::test]
async fn two_communities_may_bring_in_the_same_directory_and_neither_touches_the_other() {
    let town = town().await;
    for name in ["3.2", "dirty-1.1"] {
        imported(&town, &data(name)).await;
    }
    let own: Vec<_> = services(&town, &town.community)
        .await
        .into_iter()
        .map(|found| found.service)
        .collect();
    for name in ["3.2", "dirty-1.1"] {
        import_into(&town, &town.neighbour, &data(name)).await.unwrap();
        let again = import_into(&town, &town.neighbour, &data(name)).await.unwrap();
        assert_eq!((again.total().created, again.total().changed), (0, 0), "{name}");
    }
    let still: Vec<_> = services(&town, &town.community)
        .await
        .into_iter()
        .map(|found| found.service)
        .collect();
    assert_eq!(still, own);
    let theirs = services(&town, &town.neighbour).await;
    assert_eq!(theirs.len(), own.len());
    let of = |place: &PlaceRecord| place.location.community_id;
    assert!(
        theirs.iter().all(|found| found.organization.community_id == town.neighbour.id
            && found.places.iter().all(|at| of(&at.place) == town.neighbour.id))
    );
}

#[tokio::test]
async fn what_only_people_here_know_outlives_the_next_import() {
    let town = town().await;
    imported(&town, &data("dirty-1.1")).await;
    let meals = service(&town, "Warm meals").await;
    let place: Arc<PlaceRecord> = meals.places[0].place.clone();
    town.by_hand(&format!(
        "UPDATE location SET is_confidential = TRUE WHERE id = {}",
        sql_id(&town, place.location.id)
    ))
    .await;
    town.by_hand(&format!(
        "UPDATE service SET is_hotline = TRUE, short = '{{\"en\":\"Soup\"}}' WHERE id = {}",
        sql_id(&town, meals.service.id)
    ))
    .await;
    let report = imported(&town, &data("dirty-1.1")).await;
    assert_eq!((report.total().created, report.total().changed), (0, 0));
    let meals = service(&town, "Warm meals").await;
    assert!(meals.service.is_hotline);
    assert_eq!(meals.service.short.say(Lang::En), "Soup");
    assert_eq!(
        meals.places[0].place.whereabouts,
        Whereabouts::Confidential,
        "no source opens a shelter"
    );
}

/// An id as it stands in a statement written by hand.
fn sql_id(_: &Town, id: uuid::Uuid) -> String {
    if kolo_testkit::is_postgres() {
        format!("'{id}'")
    } else {
        format!("x'{}'", id.simple())
    }
}

#[tokio::test]
async fn our_own_package_brought_back_settles_at_once() {
    let town = town().await;
    kolo_directory::seed::ensure_taxonomy(&town.app).await.unwrap();
    imported(&town, &data("3.2")).await;
    let folder = tempfile::tempdir().unwrap();
    kolo_directory::open::export_tabular(&town.app, &[town.community.id], folder.path())
        .await
        .unwrap();
    // The package writes out what the source left to be understood (zones, the slash after a host), once.
    let first = imported(&town, folder.path()).await;
    assert_eq!(
        (first.total().created, first.total().skipped),
        (0, 0),
        "{}",
        lines(&first).join("\n")
    );
    let before = head(&town).await;
    let second = imported(&town, folder.path()).await;
    assert_eq!(
        (second.total().created, second.total().changed, second.total().skipped),
        (0, 0, 0),
        "{:?}\n{}",
        second.records,
        lines(&second).join("\n")
    );
    assert_eq!(head(&town).await, before);
}

#[tokio::test]
async fn nothing_at_all_is_refused_and_says_so() {
    let town = town().await;
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("services.json"), "[]").unwrap();
    for (path, key) in [
        (folder.path().join("nowhere"), "import-refused-missing"),
        (folder.path().to_owned(), "import-refused-empty"),
    ] {
        let Err(Error::Refused(refusal)) = import_into(&town, &town.community, &path).await else {
            panic!("{key}")
        };
        assert_eq!(refusal.message.key, key);
    }
}
