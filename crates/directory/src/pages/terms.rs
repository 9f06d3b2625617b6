//! Situations and kinds of help: what one is called, whom to call first, who helps.
use super::facets::Chip;
use super::hotlines::HotlineView;
use super::list::address;
use super::row::Row;
use super::share::Graph;
use super::urls;
use super::voice::Voice;
use crate::model::TaxonomyTerm;
use crate::question::Asked;
use crate::store::{self, ServiceFilter, ServiceRecord, TaxonomyRecord};
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use kolo_platform::extract::Path;
use kolo_platform::{App, Error, Result, Visit, filters};
use kolo_words::{Lang, Message, Multilingual};
use std::collections::HashMap;
use uuid::Uuid;

/// Situations in which a voice on the telephone comes before everything else.
const URGENT: [&str; 5] = [
    "suicidal-thoughts",
    "violence-at-home",
    "crisis",
    "women-in-crisis",
    "crime-victims",
];
/// Services that one page of a term groups.
const MOST: u64 = 100;
/// Services shown in one group.
const IN_GROUP: usize = 5;

/// A term as a link, with how many services there are.
#[derive(Clone, Debug)]
pub(super) struct TermView {
    pub(super) href: String,
    pub(super) name: Multilingual,
    /// What people say who need it.
    pub(super) question: Multilingual,
    pub(super) count: u64,
    pub(super) is_narrower: bool,
}

impl TermView {
    pub(super) fn of(voice: &Voice<'_>, vocabulary: &str, term: &TaxonomyTerm, counts: &HashMap<Uuid, u64>) -> Self {
        let first = |lang: Lang| Some((lang, term.questions.of(lang).first()?.clone()));
        let question: Multilingual = Lang::ALL.into_iter().filter_map(first).collect();
        Self {
            href: voice.visit.href(&urls::term(vocabulary, term.code.as_deref().unwrap_or_default())),
            name: term.name.0.clone(),
            question: if question.is_empty() { term.name.0.clone() } else { question },
            count: counts.get(&term.id).copied().unwrap_or_default(),
            is_narrower: term.parent_id.is_some(),
        }
    }
}

/// Every situation and every kind of help.
#[derive(Template)]
#[template(path = "directory/terms.html")]
struct TermsPage {
    trail: Vec<(String, String)>,
    here: String,
    branches: Vec<Branch>,
}

struct Branch {
    name: Multilingual,
    terms: Vec<TermView>,
}

/// `GET /situations`, `GET /help`
pub(super) async fn all(State(app): State<App>, visit: Visit) -> Result<Response> {
    let voice = Voice::new(&app, &visit);
    let db = &app.db().reader;
    let counts = store::counts_by_term(db, &voice.scope()?).await?;
    let branches = store::vocabularies(db)
        .await?
        .iter()
        .map(|vocabulary| Branch::of(&voice, vocabulary, &counts))
        .collect();
    visit.page(
        &app,
        &TermsPage {
            trail: Vec::new(),
            here: voice.say("directory-terms-title"),
            branches,
        },
    )
}

impl Branch {
    fn of(voice: &Voice<'_>, vocabulary: &TaxonomyRecord, counts: &HashMap<Uuid, u64>) -> Self {
        let key = vocabulary.taxonomy.key.as_deref().unwrap_or_default();
        let mut terms = Vec::new();
        for top in vocabulary.top() {
            terms.push(TermView::of(voice, key, top, counts));
            terms.extend(vocabulary.narrower(top.id).map(|term| TermView::of(voice, key, term, counts)));
        }
        Self {
            name: vocabulary.taxonomy.name.0.clone(),
            terms,
        }
    }
}

/// One situation or kind of help.
#[derive(Template)]
#[template(path = "directory/term.html")]
struct TermPage {
    trail: Vec<(String, String)>,
    here: String,
    graph: Graph,
    name: Multilingual,
    question: Multilingual,
    definition: Multilingual,
    is_urgent: bool,
    hotlines: Vec<HotlineView>,
    narrower: Vec<TermView>,
    /// Said when the services are those of the wider topic.
    broader: Option<String>,
    groups: Vec<Group>,
    all_href: String,
}

/// Services of one kind.
struct Group {
    name: Multilingual,
    rows: Vec<Row>,
    more: Option<Chip>,
}

/// `GET /situations/{key}`
pub(super) async fn situation(State(app): State<App>, visit: Visit, Path(key): Path<String>) -> Result<Response> {
    let page = TermPage::of(&Voice::new(&app, &visit), "situations", &key).await?;
    visit.page(&app, &page)
}

/// `GET /help/{key}`
pub(super) async fn help(State(app): State<App>, visit: Visit, Path(key): Path<String>) -> Result<Response> {
    let page = TermPage::of(&Voice::new(&app, &visit), "help", &key).await?;
    visit.page(&app, &page)
}

impl TermPage {
    async fn of(voice: &Voice<'_>, vocabulary: &'static str, key: &str) -> Result<Self> {
        let (db, scope) = (&voice.app.db().reader, voice.scope()?);
        let vocabularies = store::vocabularies(db).await?;
        let named = |key: &str| {
            vocabularies
                .iter()
                .find(|v| v.taxonomy.key.as_deref() == Some(key))
                .ok_or(Error::NotFound)
        };
        let own = named(vocabulary)?;
        let other = named(if vocabulary == "situations" { "help" } else { "situations" })?;
        let term = own.by_code(key).ok_or(Error::NotFound)?;
        let parent = term.parent_id.and_then(|id| own.terms.iter().find(|other| other.id == id));
        let counts = store::counts_by_term(db, &scope).await?;
        let count = |term: &TaxonomyTerm| counts.get(&term.id).copied().unwrap_or_default();
        // Where nothing is told of a narrow topic, what is told of the wider one may help.
        let wider = parent.filter(|parent| count(term) == 0 && count(parent) > 0);
        let shown = wider.map_or(term, |wider| wider);
        let filter = ServiceFilter {
            terms: own.with_narrower(shown.id),
            ..ServiceFilter::default()
        };
        let ids = store::services_page(db, &scope, &filter, 0, MOST).await?.ids;
        let records = store::services(db, &scope, &ids).await?;
        let (lines, records): (Vec<_>, Vec<_>) = records.into_iter().partition(|record| record.service.is_hotline);
        let is_urgent = URGENT.contains(&key);
        let mut hotlines: Vec<_> = lines.iter().map(|line| HotlineView::of(voice, line)).collect();
        if is_urgent && hotlines.is_empty() {
            hotlines = super::hotlines::urgent(voice, &store::hotlines(db, &scope).await?);
        }
        let view = TermView::of(voice, vocabulary, term, &counts);
        let mut trail = vec![(voice.visit.href("/situations"), voice.say("directory-terms-title"))];
        trail.extend(parent.map(|parent| {
            let parent = TermView::of(voice, vocabulary, parent, &counts);
            (parent.href, parent.name.say(voice.lang()).to_owned())
        }));
        let dimension = if vocabulary == "situations" { "situation" } else { "help" };
        let path = urls::term(vocabulary, key);
        let shown_key = shown.code.as_deref().unwrap_or(key);
        Ok(Self {
            here: view.name.say(voice.lang()).to_owned(),
            trail,
            graph: Graph::new(voice, &path, &view.name, &term.description),
            question: if view.question == view.name {
                Multilingual::default()
            } else {
                view.question
            },
            name: view.name,
            definition: term.description.0.clone(),
            is_urgent,
            hotlines,
            narrower: own
                .narrower(term.id)
                .map(|term| TermView::of(voice, vocabulary, term, &counts))
                .filter(|term| term.count > 0)
                .collect(),
            broader: wider.map(|wider| voice.say(Message::new("directory-term-broader").with("name", wider.name.say(voice.lang())))),
            groups: groups(voice, other, &records, dimension, shown_key),
            all_href: address(voice.visit, &Asked::default().with(dimension, shown_key), ""),
        })
    }
}

/// Services by the first term they have in the other vocabulary, larger groups first; each stands once.
fn groups(voice: &Voice<'_>, other: &TaxonomyRecord, records: &[ServiceRecord], dimension: &'static str, key: &str) -> Vec<Group> {
    let by = if dimension == "situation" { "help" } else { "situation" };
    let mut gathered: Vec<(&TaxonomyTerm, Vec<&ServiceRecord>)> = other.top().map(|term| (term, Vec::new())).collect();
    let mut rest = Vec::new();
    for record in records {
        let own = record
            .terms
            .iter()
            .filter_map(|said| said.term.as_deref())
            .find(|term| term.taxonomy_id == other.taxonomy.id);
        let top = own.map(|term| term.parent_id.unwrap_or(term.id));
        match gathered.iter_mut().find(|(term, _)| Some(term.id) == top) {
            Some((_, services)) => services.push(record),
            None => rest.push(record),
        }
    }
    gathered.sort_by_key(|(_, services)| std::cmp::Reverse(services.len()));
    let group = |name: Multilingual, code: Option<&str>, services: &[&ServiceRecord]| Group {
        name,
        rows: services
            .iter()
            .take(IN_GROUP)
            .map(|record| Row::of(voice, record).below())
            .collect(),
        more: code.filter(|_| services.len() > IN_GROUP).map(|code| Chip {
            href: address(voice.visit, &Asked::default().with(dimension, key).with(by, code), ""),
            text: voice.say("directory-term-more"),
        }),
    };
    let mut groups: Vec<_> = gathered
        .iter()
        .filter(|(_, services)| !services.is_empty())
        .map(|(term, services)| group(term.name.0.clone(), term.code.as_deref(), services))
        .collect();
    if !rest.is_empty() {
        let name = Multilingual::one(voice.lang(), voice.say("directory-services-title"));
        groups.push(group(name, None, &rest));
    }
    groups
}
