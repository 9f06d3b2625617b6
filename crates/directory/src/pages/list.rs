//! The list of services: words, filters, map, and what to do when nothing fits.
use super::ask::ask;
use super::facets::{Chip, Facet, Names, Select, counted, order_of, order_words};
use super::row::Row;
use super::urls;
use super::voice::Voice;
use crate::actions;
use crate::question::Asked;
use crate::store;
use askama::Template;
use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};
use kolo_platform::extract::Query;
use kolo_platform::page::Pager;
use kolo_platform::search::{Answer, Question};
use kolo_platform::{App, Result, Visit, filters};
use kolo_words::Message;
use serde::Deserialize;

/// Services on one page of the list.
pub(super) const PER_PAGE: usize = 20;

#[derive(Template)]
#[template(path = "directory/list.html")]
struct ListPage {
    title: String,
    trail: Vec<(String, String)>,
    here: String,
    words: String,
    /// Filters that stay when other words are asked for.
    kept: Vec<(&'static str, String)>,
    age: String,
    is_filtered: bool,
    is_map: bool,
    facets: Vec<Facet>,
    selects: Vec<Select>,
    chips: Vec<Chip>,
    meant: Option<Meant>,
    loosened: Vec<Loose>,
    map: Option<MapView>,
    rows: Vec<Row>,
    pager: Pager,
    order: Message,
    nothing: String,
    instead: Vec<Chip>,
    downloads: Vec<Download>,
    list_href: String,
    map_href: String,
    print_href: String,
}

/// A map beside a list.
#[derive(Debug)]
pub(super) struct MapView {
    pub(super) points: String,
    pub(super) tiles: String,
    pub(super) attribution: String,
    pub(super) class: &'static str,
    pub(super) caption: String,
}

/// What the words were probably meant to be.
struct Meant {
    words: String,
    href: String,
    text: String,
}

/// One way in which the question was loosened.
struct Loose {
    words: String,
    link: Option<Chip>,
}

struct Download {
    href: String,
    text: String,
    is_file: bool,
}

/// How the list is looked at.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Look {
    view: String,
}

/// `GET /services`
pub(super) async fn list(State(app): State<App>, visit: Visit, asked: Asked, Query(look): Query<Look>) -> Result<Response> {
    if look.view == "print" {
        return super::print::print(&app, &visit, &asked).await;
    }
    let page = ListPage::of(&Voice::new(&app, &visit), &asked, look.view == "map").await?;
    visit.page(&app, &page)
}

/// `GET /search`: an address people guess.
pub(super) async fn search(visit: Visit, asked: Asked) -> Response {
    Redirect::temporary(&visit.href(&asked.address(urls::SERVICES))).into_response()
}

impl ListPage {
    async fn of(voice: &Voice<'_>, asked: &Asked, is_map: bool) -> Result<Self> {
        let (app, visit) = (voice.app, voice.visit);
        let answer = ask(
            app,
            Question {
                count: counted(),
                ..asked.question(visit, PER_PAGE)
            },
        )
        .await?;
        note_zero(voice, asked, &answer).await;
        let ids: Vec<_> = answer.hits.iter().map(|hit| hit.id).collect();
        let records = store::service_rows(&app.db().reader, &voice.scope()?, &ids).await?;
        let names = Names::of(voice, asked, &answer, &records).await?;
        let link = |asked: &Asked| address(visit, asked, if is_map { "map" } else { "" });
        let rows = records.iter().filter_map(|record| {
            let at = answer.hits.iter().position(|hit| hit.id == record.service.id)?;
            Some(Row::of(voice, record).found(voice, answer.hits.get(at)?, asked.page * PER_PAGE + at + 1))
        });
        let rows: Vec<_> = rows.collect();
        let title = title(voice, asked, &names);
        let services = voice.say("directory-services-title");
        let trail = if asked.is_empty() {
            Vec::new()
        } else {
            vec![(visit.href(urls::SERVICES), services)]
        };
        Ok(Self {
            here: title.clone(),
            title,
            trail,
            words: asked.words.clone(),
            kept: asked.in_words("").pairs(),
            age: asked.age.map(|age| age.to_string()).unwrap_or_default(),
            is_filtered: !asked.is_empty(),
            is_map,
            facets: names.facets(voice, asked, &answer),
            selects: names.selects(voice, asked),
            chips: names.chips(voice, asked, link),
            meant: meant(voice, asked, &answer, link),
            loosened: loosened(voice, asked, &answer, &names, link),
            map: (!rows.is_empty()).then(|| MapView::of(voice, asked, is_map)),
            rows,
            pager: pager(voice, asked, answer.total, is_map),
            order: order_words(order_of(asked)),
            nothing: nothing(voice, asked),
            instead: instead(voice, asked),
            downloads: downloads(voice, asked),
            list_href: address(visit, asked, ""),
            map_href: address(visit, asked, "map"),
            print_href: address(visit, &asked.at_page(0), "print"),
        })
    }
}

/// The address of a list and how it is looked at.
pub(super) fn address(visit: &Visit, asked: &Asked, view: &str) -> String {
    let address = visit.href(&asked.address(urls::SERVICES));
    match view {
        "" => address,
        view => format!("{address}{}view={view}", if address.contains('?') { '&' } else { '?' }),
    }
}

/// Only what somebody typed and nothing fitted; a page served from memory never comes here. Who searches gets the page even
/// where nothing can be written.
async fn note_zero(voice: &Voice<'_>, asked: &Asked, answer: &Answer) {
    let found_less = answer.total == 0 || answer.loosened.as_ref().is_some_and(|loosened| loosened.some_words);
    let Some(community) = voice
        .visit
        .community_if_any()
        .filter(|_| found_less && !asked.words.is_empty() && asked.page == 0)
    else {
        return;
    };
    let noted = voice.app.write(voice.visit.actor(), async |w| {
        actions::note_zero_result(w, community.id, &asked.words, voice.lang()).await
    });
    if let Err(error) = noted.await {
        tracing::error!("noting a question without an answer: {error:#}");
    }
}

/// The words, or the one thing that was chosen, or simply services.
pub(super) fn title(voice: &Voice<'_>, asked: &Asked, names: &Names) -> String {
    if !asked.words.is_empty() {
        return voice.say(Message::new("directory-list-words").with("words", asked.words.as_str()));
    }
    let mut chosen = asked
        .facets
        .iter()
        .flat_map(|(dimension, values)| values.iter().map(move |value| (*dimension, value)));
    match (chosen.next(), chosen.next()) {
        (Some((dimension @ ("situation" | "help"), value)), None) => names.value(voice, dimension, value),
        _ => voice.say("directory-services-title"),
    }
}

fn meant(voice: &Voice<'_>, asked: &Asked, answer: &Answer, link: impl Fn(&Asked) -> String) -> Option<Meant> {
    let words = answer
        .corrected
        .as_ref()
        .filter(|_| !answer.loosened.as_ref().is_some_and(|loosened| loosened.corrected))?;
    Some(Meant {
        words: voice.say("directory-meant"),
        href: link(&asked.in_words(words)),
        text: words.clone(),
    })
}

fn loosened(voice: &Voice<'_>, asked: &Asked, answer: &Answer, names: &Names, link: impl Fn(&Asked) -> String) -> Vec<Loose> {
    let Some(loosened) = &answer.loosened else { return Vec::new() };
    let mut lines = Vec::new();
    if let (true, Some(words)) = (loosened.corrected, &answer.corrected) {
        let said = voice.say(Message::new("directory-loosened-corrected").with("words", words.as_str()));
        lines.push(Loose { words: said, link: None });
    }
    if loosened.some_words {
        lines.push(Loose {
            words: voice.say("directory-loosened-some-words"),
            link: None,
        });
    }
    for filter in &loosened.without {
        let name = names.filter(voice, asked, filter);
        let words = voice.say(Message::new("directory-loosened-without").with("filter", name));
        let href = link(&asked.without_filter(filter));
        lines.push(Loose {
            words,
            link: Some(Chip {
                href,
                text: voice.say("directory-loosened-drop"),
            }),
        });
    }
    lines
}

fn nothing(voice: &Voice<'_>, asked: &Asked) -> String {
    if asked.words.is_empty() {
        voice.say("directory-nothing")
    } else {
        voice.say(Message::new("directory-nothing-words").with("words", asked.words.as_str()))
    }
}

/// Where to go from an empty list.
fn instead(voice: &Voice<'_>, asked: &Asked) -> Vec<Chip> {
    let visit = voice.visit;
    let mut links = Vec::new();
    if asked.has_filters() && !asked.words.is_empty() {
        let bare = Asked::default().in_words(&asked.words);
        links.push(Chip {
            href: address(visit, &bare, ""),
            text: voice.say("directory-nothing-without"),
        });
    }
    let others = [
        ("/situations", "directory-nothing-situations"),
        ("/hotlines", "directory-nothing-hotlines"),
        (urls::SERVICES, "directory-nothing-all"),
    ];
    links.extend(others.into_iter().map(|(path, key)| Chip {
        href: visit.href(path),
        text: voice.say(key),
    }));
    links
}

fn downloads(voice: &Voice<'_>, asked: &Asked) -> Vec<Download> {
    let whole = asked.at_page(0);
    let file = |path: &str, key: &'static str| Download {
        href: voice.visit.href(&whole.address(path)),
        text: voice.say(key),
        is_file: true,
    };
    let api = Download {
        href: voice.visit.href("/api/hsds/v3/services"),
        text: voice.say("directory-download-hsds"),
        is_file: false,
    };
    vec![
        file("/services.xlsx", "directory-download-xlsx"),
        file("/services.csv", "directory-download-csv"),
        file("/services.geojson", "directory-download-geojson"),
        api,
    ]
}

fn pager(voice: &Voice<'_>, asked: &Asked, total: usize, is_map: bool) -> Pager {
    let address = address(voice.visit, asked, if is_map { "map" } else { "" });
    let number = |n: usize| u64::try_from(n).unwrap_or(u64::MAX);
    Pager::new(&address, number(asked.page + 1), number(PER_PAGE), number(total))
}

impl MapView {
    fn of(voice: &Voice<'_>, asked: &Asked, is_map: bool) -> Self {
        let config = voice.app.config();
        Self {
            points: voice.visit.href(&asked.address("/services.geojson")),
            tiles: config.tiles.clone(),
            attribution: config.tiles_attribution.clone(),
            class: if is_map { "map-tall" } else { "map-small" },
            caption: voice.say("directory-map-caption"),
        }
    }
}
