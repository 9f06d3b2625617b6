//! The audit log of a community, or of the instance: who did what, and whether it still says what was written.
use super::from_desk;
use crate::rules::{Damage, Walk};
use crate::store::{self, Entries, Question};
use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use kolo_platform::extract::Query;
use kolo_platform::form::Field;
use kolo_platform::page::Pager;
use kolo_platform::trace::audit_entry;
use kolo_platform::{App, Result, Visit, filters};
use kolo_words::{Message, Ref};
use serde::Deserialize;
use std::collections::HashMap;
use uuid::Uuid;

const PER_PAGE: u64 = 50;
/// How many of the latest entries are checked while the log is shown; the whole chain has a page of its own.
const CHECKED: i64 = 2_000;

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    verb: String,
    kind: String,
    page: u64,
}

#[derive(Template)]
#[template(path = "office/audit.html")]
struct AuditPage {
    trail: Vec<(String, String)>,
    here: String,
    address: String,
    verb: Field,
    kind: Field,
    is_filtered: bool,
    lines: Vec<Line>,
    pager: Pager,
    seal: Option<(i64, String)>,
    damage: Option<Message>,
}

/// An entry as people read it.
struct Line {
    number: i64,
    verb: String,
    record: String,
    href: Option<String>,
    who: String,
    fields: String,
    at: String,
    datetime: String,
}

#[derive(Template)]
#[template(path = "office/audit_check.html")]
struct CheckPage {
    trail: Vec<(String, String)>,
    here: String,
    entries: u64,
    seal: Option<(i64, String)>,
    damage: Option<Message>,
}

/// The chain of the address: the community's, or the instance's own.
fn chain_of(visit: &Visit) -> Uuid {
    visit.community_if_any().map(|community| community.id).unwrap_or_default()
}

pub(super) async fn list(State(app): State<App>, visit: Visit, Query(asked): Query<Asked>) -> Result<Response> {
    let (db, chain) = (&app.db().reader, chain_of(&visit));
    let question = Question {
        verb: asked.verb,
        kind: asked.kind,
    };
    let Entries { rows, total } = store::entries(db, chain, &question, asked.page, PER_PAGE).await?;
    let vocabulary = store::vocabulary(db, chain).await?;
    let (_, damage) = store::verify(db, app.keys(), chain, store::recent(db, chain, CHECKED).await?).await?;
    let verbs = vocabulary
        .verbs
        .into_iter()
        .map(|verb| (verb.clone(), word(&app, &visit, "verb", &verb)))
        .collect();
    let kinds = vocabulary
        .kinds
        .into_iter()
        .map(|kind| (kind.clone(), word(&app, &visit, "kind", &kind)))
        .collect();
    let page = AuditPage {
        trail: from_desk(&app, &visit),
        here: visit.say(&app, "office-audit-title"),
        address: visit.href("/desk/audit"),
        is_filtered: question != Question::default(),
        verb: Field::new("verb", "office-audit-verb").options(verbs).value(question.verb),
        kind: Field::new("kind", "office-audit-kind").options(kinds).value(question.kind),
        lines: lines(&app, &visit, rows).await?,
        pager: Pager::new(visit.address(), asked.page, PER_PAGE, total),
        seal: seal_of(&app, &visit, chain).await?,
        damage: damage.map(Damage::message),
    };
    visit.page_with(&app, StatusCode::OK, &page)
}

pub(super) async fn check(State(app): State<App>, visit: Visit) -> Result<Response> {
    let chain = chain_of(&visit);
    let (walk, damage) = store::verify(&app.db().reader, app.keys(), chain, Walk::begin()).await?;
    let mut trail = from_desk(&app, &visit);
    trail.push((visit.href("/desk/audit"), visit.say(&app, "office-audit-title")));
    let page = CheckPage {
        trail,
        here: visit.say(&app, "office-audit-check-title"),
        entries: u64::try_from(walk.number).unwrap_or_default(),
        seal: seal_of(&app, &visit, chain).await?,
        damage: damage.map(Damage::message),
    };
    visit.page_with(&app, StatusCode::OK, &page)
}

async fn seal_of(app: &App, visit: &Visit, chain: Uuid) -> Result<Option<(i64, String)>> {
    let seal = store::last_seal(&app.db().reader, chain).await?;
    Ok(seal.map(|seal| (seal.number, visit.moment(app, seal.sealed_at))))
}

/// A verb or kind in the reader's words, where its module gave any (`verb-office-seal`, `kind-person`); else as it is.
fn word(app: &App, visit: &Visit, what: &str, code: &str) -> String {
    let key = format!("{what}-{}", code.replace('.', "-"));
    if app.words().knows(&key) {
        visit.say(
            app,
            Message {
                key: key.into(),
                args: Vec::new(),
            },
        )
    } else {
        code.to_owned()
    }
}

async fn lines(app: &App, visit: &Visit, rows: Vec<audit_entry::Model>) -> Result<Vec<Line>> {
    let mut titles = HashMap::new();
    let actors = rows.iter().filter_map(|row| row.actor_id).map(|id| ("person", id));
    for (kind, id) in rows.iter().map(|row| (row.kind.as_str(), row.record_id)).chain(actors) {
        if let std::collections::hash_map::Entry::Vacant(place) = titles.entry((kind.to_owned(), id)) {
            let reference = Ref {
                kind: kind.to_owned().into(),
                id,
            };
            place.insert(app.registry().resolve(app, visit, &reference).await?);
        }
    }
    let title = |kind: &str, id: Uuid| titles.get(&(kind.to_owned(), id)).cloned().flatten();
    let line = |row: audit_entry::Model| {
        let (name, href) = title(&row.kind, row.record_id).unzip();
        let who = match (row.actor_kind.as_str(), row.actor_id) {
            (_, Some(person)) => title("person", person).map_or_else(|| short(app, visit, "person", person), |(name, _)| name),
            ("house", None) => visit.say(app, "office-audit-house"),
            _ => visit.say(app, "role-visitor"),
        };
        Line {
            number: row.number,
            verb: word(app, visit, "verb", &row.verb),
            record: name.unwrap_or_else(|| short(app, visit, &row.kind, row.record_id)),
            href: href.filter(|href| !href.is_empty()),
            who,
            fields: row.fields.replace(',', ", "),
            at: visit.moment(app, row.at),
            datetime: row.at.format("%Y-%m-%dT%H:%M:%SZ").to_string(),
        }
    };
    Ok(rows.into_iter().map(line).collect())
}

/// A record that nobody can name: its kind and the end of its identity, which differs even between records of one moment.
fn short(app: &App, visit: &Visit, kind: &str, id: Uuid) -> String {
    let id = id.simple().to_string();
    format!("{} …{}", word(app, visit, "kind", kind), id.get(24..).unwrap_or_default())
}
