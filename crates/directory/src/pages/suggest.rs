//! What the beginning of a word may become: situations and kinds of help first, then names.
use super::ask;
use super::urls;
use super::voice::Voice;
use crate::model::TaxonomyTerm;
use crate::question::Asked;
use crate::store::{self, TaxonomyRecord};
use axum::Json;
use axum::extract::State;
use axum::response::Response;
use kolo_platform::search::{Question, Suggestion};
use kolo_platform::{App, Result, Visit, page};
use serde::Serialize;

const MOST: usize = 8;
const TERMS: usize = 3;
const SHORTEST: usize = 2;

#[derive(Debug, Serialize)]
struct Offer {
    text: String,
    href: String,
    kind: String,
}

/// `GET /suggest`
pub(super) async fn suggest(State(app): State<App>, visit: Visit, asked: Asked) -> Result<Response> {
    let voice = Voice::new(&app, &visit);
    if asked.words.chars().count() < SHORTEST {
        return Ok(page::shared(Json(Vec::<Offer>::new())));
    }
    let mut offers = terms(&voice, &asked.words, &store::vocabularies(&app.db().reader).await?);
    let question = Question {
        kinds: Vec::new(),
        limit: MOST,
        ..asked.question(&visit, MOST)
    };
    let names = ask::suggest(&app, question).await?;
    offers.extend(names.iter().map(|name| Offer::of(&voice, name)));
    offers.truncate(MOST);
    Ok(page::shared(Json(offers)))
}

impl Offer {
    fn of(voice: &Voice<'_>, name: &Suggestion) -> Self {
        let text = name.title.to_string();
        let (path, key) = match (name.kind.as_str(), name.id) {
            ("service", Some(id)) => (urls::service(id), "directory-suggest-service"),
            ("organization", Some(id)) => (urls::organization(id), "directory-suggest-organization"),
            ("location", Some(id)) => (urls::place(id), "directory-suggest-place"),
            _ => (
                Asked::default().in_words(&text).address(urls::SERVICES),
                "directory-suggest-service",
            ),
        };
        Self {
            href: voice.visit.href(&path),
            kind: voice.say(key),
            text,
        }
    }
}

/// Terms with a word that begins like this.
fn terms(voice: &Voice<'_>, words: &str, vocabularies: &[TaxonomyRecord]) -> Vec<Offer> {
    let begun = kolo_words::fold(words);
    let begins = |text: &str| {
        let text = kolo_words::fold(text);
        text.starts_with(&begun) || text.match_indices(' ').any(|(at, _)| text[at + 1..].starts_with(&begun))
    };
    let fits = |term: &TaxonomyTerm| begins(term.name.say(voice.lang())) || term.synonyms.of(voice.lang()).iter().any(|word| begins(word));
    let mut offers = Vec::new();
    for vocabulary in vocabularies {
        let (key, kind) = match vocabulary.taxonomy.key.as_deref() {
            Some("situations") => ("situations", "directory-suggest-situation"),
            Some("help") => ("help", "directory-suggest-help"),
            _ => continue,
        };
        let found = vocabulary.terms.iter().filter(|term| fits(term)).filter_map(|term| {
            let href = voice.visit.href(&urls::term(key, term.code.as_deref()?));
            Some(Offer {
                text: term.name.say(voice.lang()).to_owned(),
                href,
                kind: voice.say(kind),
            })
        });
        offers.extend(found.take(TERMS));
    }
    offers.truncate(TERMS);
    offers
}
