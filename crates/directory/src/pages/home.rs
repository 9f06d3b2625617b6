//! The first page of a guide: the question, situations, hotlines, kinds of help, what is new.
use super::facets::Chip;
use super::front::CommunityCard;
use super::hotlines::{HotlineView, views};
use super::share::Graph;
use super::terms::TermView;
use super::urls;
use super::voice::Voice;
use crate::question::Asked;
use crate::store::{self, Figures, ServiceLine, TaxonomyRecord};
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use chrono::NaiveDate;
use kolo_platform::{App, Result, Visit, filters};
use kolo_words::{Message, Multilingual};
use serde_json::json;

const TILES: usize = 24;
const HOTLINES: usize = 6;
const CHANGES: u64 = 6;
/// An entry whose last change is this near to its beginning is new.
const SAME_DAY: i64 = 1;

#[derive(Template)]
#[template(path = "directory/home.html")]
struct HomePage {
    graph: Graph,
    about: Multilingual,
    words: String,
    tries: Vec<Chip>,
    situations: Vec<TermView>,
    kinds: Vec<TermView>,
    hotlines: Vec<HotlineView>,
    children: Vec<CommunityCard>,
    changed: Vec<Change>,
    services: u64,
    organizations: u64,
    places: u64,
    verified_on: Option<NaiveDate>,
}

/// A service that is new or was looked at again.
struct Change {
    href: String,
    name: Multilingual,
    by: Multilingual,
    words: String,
}

/// `GET /`
pub(super) async fn home(State(app): State<App>, visit: Visit) -> Result<Response> {
    let page = HomePage::of(&Voice::new(&app, &visit)).await?;
    visit.page(&app, &page)
}

impl HomePage {
    async fn of(voice: &Voice<'_>) -> Result<Self> {
        let (db, scope, community) = (&voice.app.db().reader, voice.scope()?, voice.visit.community()?);
        let counts = store::counts_by_term(db, &scope).await?;
        let vocabularies = store::vocabularies(db).await?;
        let top = |key: &'static str| {
            let vocabulary = vocabularies
                .iter()
                .find(move |vocabulary| vocabulary.taxonomy.key.as_deref() == Some(key));
            let terms = vocabulary.into_iter().flat_map(TaxonomyRecord::top);
            terms
                .map(|term| TermView::of(voice, key, term, &counts))
                .filter(|term| term.count > 0)
                .collect::<Vec<_>>()
        };
        let mut situations = top("situations");
        situations.truncate(TILES);
        let mut hotlines = views(voice, &store::hotlines(db, &scope).await?);
        hotlines.truncate(HOTLINES);
        let Figures {
            services,
            organizations,
            places,
            verified_on,
        } = store::figures(db, &scope).await?;
        let by_community = store::services_by_community(db).await?;
        let children = voice.tree().children(community.id);
        Ok(Self {
            graph: Graph::new(voice, "/", &community.name, &community.about).with(&website(voice)),
            about: community.about.clone(),
            words: String::new(),
            tries: if services > 0 { tries(voice) } else { Vec::new() },
            situations,
            kinds: top("help"),
            hotlines,
            children: children
                .iter()
                .map(|child| CommunityCard::of(voice, child, &by_community))
                .collect(),
            changed: store::newest(db, &scope, CHANGES)
                .await?
                .iter()
                .map(|line| Change::of(voice, line))
                .collect(),
            services,
            organizations,
            places,
            verified_on,
        })
    }
}

/// Questions that find something in any guide.
fn tries(voice: &Voice<'_>) -> Vec<Chip> {
    let keys = [
        "directory-home-try-1",
        "directory-home-try-2",
        "directory-home-try-3",
        "directory-home-try-4",
    ];
    keys.map(|key| {
        let text = voice.say(key);
        Chip {
            href: voice.visit.href(&Asked::default().in_words(&text).address(urls::SERVICES)),
            text,
        }
    })
    .into()
}

impl Change {
    fn of(voice: &Voice<'_>, line: &ServiceLine) -> Self {
        let words = match line.verified_on {
            Some(day) if (line.updated_at.date_naive() - day).num_days().abs() <= SAME_DAY => ("directory-changed-checked", day),
            _ => ("directory-changed-edited", line.updated_at.date_naive()),
        };
        Self {
            href: voice.href(line.community_id, &urls::service(line.id)),
            name: line.name.0.clone(),
            by: line.organization_name.0.clone(),
            words: voice.say(Message {
                key: words.0.into(),
                args: vec![("date", voice.day(words.1).into())],
            }),
        }
    }
}

/// Tells search engines how to search here.
fn website(voice: &Voice<'_>) -> serde_json::Value {
    let target = format!("{}?q={{search_term_string}}", voice.visit.absolute(urls::SERVICES));
    json!({
        "@context": "https://schema.org",
        "@type": "WebSite",
        "url": voice.visit.absolute("/"),
        "name": voice.visit.community_if_any().map(|community| community.name.say(voice.lang()).to_owned()),
        "potentialAction": { "@type": "SearchAction", "target": target, "query-input": "required name=search_term_string" },
    })
}
