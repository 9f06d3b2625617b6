//! What people type, and what they must find: the questions of `tests/data/questions.toml`, asked at the door of the five
//! sample communities.
use kolo_directory::question::Asked;
use kolo_directory::seed::{demo_service, seed_demo};
use kolo_platform::search::{Filter, Loosened, Question};
use kolo_testkit::{Page, Town};
use kolo_words::Lang;
use serde::Deserialize;
use std::collections::{BTreeMap, HashMap};
use std::fmt::Write;
use uuid::Uuid;

/// Who looks for help looks no further.
const LOOKED_AT: usize = 3;

/// The table of questions; the file says what each kind means.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Table {
    group: Vec<Group>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Group {
    community: String,
    lang: Lang,
    #[serde(default)]
    finds: Vec<(String, String)>,
    #[serde(default)]
    missed: Vec<(String, String)>,
    #[serde(default)]
    together: Vec<(String, Vec<String>)>,
    #[serde(default)]
    avoids: Vec<(String, String)>,
    #[serde(default)]
    nothing: Vec<String>,
    #[serde(default)]
    loosens: Vec<(String, String, String)>,
}

impl Table {
    fn read() -> Self {
        toml::from_str(include_str!("../data/questions.toml")).unwrap()
    }
}

/// The sample communities, and which service has which key.
struct Guide {
    town: Town,
    keys: HashMap<Uuid, String>,
}

/// The services of the sample communities by their keys.
fn keys() -> HashMap<String, Vec<String>> {
    #[derive(Deserialize)]
    struct File {
        #[serde(default)]
        service: Vec<Service>,
    }
    #[derive(Deserialize)]
    struct Service {
        key: String,
    }
    let files = [
        ("bakhmut", include_str!("../../../../demo/bakhmut.toml")),
        ("chernihiv", include_str!("../../../../demo/chernihiv.toml")),
        ("east-kazakhstan", include_str!("../../../../demo/east-kazakhstan.toml")),
        ("kuzbass", include_str!("../../../../demo/kuzbass.toml")),
        ("megion", include_str!("../../../../demo/megion.toml")),
    ];
    let read = |text| {
        toml::from_str::<File>(text)
            .unwrap()
            .service
            .into_iter()
            .map(|service| service.key)
            .collect()
    };
    files.into_iter().map(|(slug, text)| (slug.to_owned(), read(text))).collect()
}

impl Guide {
    async fn open() -> Self {
        let town = super::town().await;
        seed_demo(&town.app, &mut |_| ()).await.unwrap();
        town.settle().await;
        let keys = keys()
            .into_iter()
            .flat_map(|(slug, keys)| keys.into_iter().map(move |key| (demo_service(&slug, &key), key)));
        Self {
            keys: keys.collect(),
            town,
        }
    }

    /// The page of a list, as a reader of this language gets it.
    async fn page(&self, community: &str, lang: Lang, query: &str) -> Page {
        let page = self
            .town
            .visitor()
            .reading(lang)
            .get(format!("/{community}/services?{query}"))
            .await;
        assert_eq!(page.status, 200, "{community}: {query}");
        page
    }

    /// The keys of the services of a page, in their order.
    fn found(&self, page: &Page) -> Vec<String> {
        let key = |href: &str| {
            let id = href.rsplit_once("/services/")?.1.split(['?', '#']).next()?;
            self.keys.get(&id.parse().ok()?).cloned()
        };
        page.all("li.row .row-title a")
            .iter()
            .map(|link| key(link.attribute("href").unwrap()).expect("a row leads to its service"))
            .collect()
    }

    async fn asked(&self, group: &Group, words: &str) -> Vec<String> {
        let query = Asked {
            words: words.to_owned(),
            ..Asked::default()
        }
        .to_query();
        self.found(&self.page(&group.community, group.lang, &query).await)
    }

    /// How the engine loosens a question.
    fn loosened(&self, group: &Group, query: &str) -> Loosened {
        let asked = Asked::parse(query);
        let community = self.town.app.communities().tree().by_slug(&group.community).unwrap().id;
        let question = Question {
            communities: vec![community],
            kinds: vec!["service".to_owned()],
            words: asked.words,
            facets: asked
                .facets
                .into_iter()
                .map(|(dimension, values)| (dimension.to_owned(), values))
                .collect(),
            ..Question::new(group.lang)
        };
        self.town.app.search().ask(&question).unwrap().loosened.unwrap_or_default()
    }
}

fn how(loosened: &Loosened) -> String {
    let mut how = Vec::new();
    how.extend(loosened.corrected.then(|| "corrected".to_owned()));
    how.extend(loosened.some_words.then(|| "some_words".to_owned()));
    how.extend(loosened.without.iter().map(|filter| match filter {
        Filter::Facet(dimension) => format!("without:{dimension}"),
        other => format!("without:{other:?}"),
    }));
    how.join(" ")
}

fn first(found: &[String]) -> &[String] {
    found.get(..LOOKED_AT).unwrap_or(found)
}

fn is_any(found: &[String], wanted: &str) -> bool {
    wanted.split(' ').any(|key| found.iter().any(|found| found == key))
}

/// What went wrong, readable.
#[derive(Default)]
struct Failures {
    text: String,
    count: usize,
}

impl Failures {
    fn add(&mut self, group: &Group, words: &str, wanted: &str, found: &[String]) {
        self.count += 1;
        let Group { community, lang, .. } = group;
        let seen = if found.is_empty() {
            "nothing".to_owned()
        } else {
            found[..found.len().min(5)].join(", ")
        };
        writeln!(self.text, "{community}, {lang}: «{words}»\n    wanted {wanted}\n    got    {seen}").unwrap();
    }
}

#[tokio::test]
async fn what_people_ask_is_among_the_first_three() {
    let guide = Guide::open().await;
    let mut failures = Failures::default();
    let (mut asked, mut found_first, mut reciprocal) = (0_u32, 0_u32, 0.0);
    for group in &Table::read().group {
        for (words, wanted) in &group.finds {
            let found = guide.asked(group, words).await;
            let place = found.iter().position(|key| is_any(std::slice::from_ref(key), wanted));
            asked += 1;
            reciprocal += place.map_or(0.0, |place| 1.0 / f64::from(u32::try_from(place).unwrap() + 1));
            if place.is_some_and(|place| place < LOOKED_AT) {
                found_first += 1;
            } else {
                failures.add(group, words, &format!("one of {wanted}"), &found);
            }
        }
        for (words, wanted) in &group.missed {
            let found = guide.asked(group, words).await;
            asked += 1;
            if is_any(first(&found), wanted) {
                failures.add(
                    group,
                    words,
                    &format!("{wanted} are found now: move the question to `finds`"),
                    &found,
                );
            }
        }
        for (words, wanted) in &group.together {
            let found = guide.asked(group, words).await;
            if !wanted.iter().all(|key| first(&found).contains(key)) {
                failures.add(group, words, &format!("all of {}", wanted.join(" ")), &found);
            }
        }
        for (words, unwanted) in &group.avoids {
            let found = guide.asked(group, words).await;
            if found.is_empty() || is_any(first(&found), unwanted) {
                failures.add(group, words, &format!("none of {unwanted}"), &found);
            }
        }
        for words in &group.nothing {
            let found = guide.asked(group, words).await;
            if !found.is_empty() {
                failures.add(group, words, "nothing", &found);
            }
        }
        for (query, wanted_how, wanted) in &group.loosens {
            let loosened = how(&guide.loosened(group, query));
            let page = guide.page(&group.community, group.lang, query).await;
            let found = guide.found(&page);
            let is_told = page.all(".notice-warn").len() == 1;
            if &loosened != wanted_how || !is_told || !is_any(first(&found), wanted) {
                let told = if is_told { "told" } else { "not told" };
                failures.add(
                    group,
                    query,
                    &format!("{wanted} after `{wanted_how}`, not after `{loosened}` ({told})"),
                    &found,
                );
            }
        }
    }
    let share = f64::from(found_first) / f64::from(asked);
    println!(
        "{asked} questions, {:.1} % among the first three, mean reciprocal rank {:.3}",
        share * 100.0,
        reciprocal / f64::from(asked)
    );
    assert_eq!(failures.count, 0, "\n{}", failures.text);
}

#[test]
fn the_questions_are_many_in_every_language_and_name_services_that_exist() {
    let keys = keys();
    let mut languages: BTreeMap<Lang, usize> = BTreeMap::new();
    for group in Table::read().group {
        *languages.entry(group.lang).or_default() += group.finds.len();
        let known = &keys[&group.community];
        let named = group
            .finds
            .iter()
            .chain(&group.avoids)
            .map(|(_, keys)| keys)
            .chain(group.loosens.iter().map(|(_, _, keys)| keys));
        let named = named
            .flat_map(|keys| keys.split(' ').map(str::to_owned))
            .chain(group.together.into_iter().flat_map(|(_, keys)| keys));
        let unknown: Vec<_> = named.filter(|key| !known.contains(key)).collect();
        assert_eq!(unknown, Vec::<String>::new(), "{}", group.community);
    }
    assert!(
        languages.len() == 4 && languages.values().all(|count| *count >= 20),
        "{languages:?}"
    );
    assert!(languages.values().sum::<usize>() >= 100);
}

#[test]
fn everyday_words_are_known_in_all_four_languages_and_tag_nothing() {
    let words = kolo_directory::search::words();
    assert!(words.len() > 50);
    for word in words {
        assert_eq!((word.facet, word.broader), (None, None));
        let languages: std::collections::BTreeSet<_> = word.phrases.iter().map(|(lang, _)| *lang).collect();
        assert_eq!(languages.len(), 4, "{:?}", word.phrases);
    }
}
