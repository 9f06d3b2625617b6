//! From A to Z, in the order of the reader's alphabet.
use super::show::LinkView;
use super::urls;
use super::voice::Voice;
use crate::store::{self, Named};
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use kolo_platform::extract::Query;
use kolo_platform::{App, Result, Visit, filters};
use kolo_words::{Collation, Message};
use serde::Deserialize;

/// Names under one letter.
const MOST: u64 = 1_000;

#[derive(Template)]
#[template(path = "directory/letters.html")]
struct LettersPage {
    trail: Vec<(String, String)>,
    here_page: String,
    is_organizations: bool,
    services_href: String,
    organizations_href: String,
    letters: Vec<Letter>,
    here: String,
    count: String,
    names: Vec<LinkView>,
}

struct Letter {
    href: String,
    text: String,
    is_here: bool,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Wanted {
    letter: String,
    of: String,
}

/// `GET /a-z`
pub(super) async fn show(State(app): State<App>, visit: Visit, Query(wanted): Query<Wanted>) -> Result<Response> {
    let page = LettersPage::of(&Voice::new(&app, &visit), &wanted).await?;
    visit.page(&app, &page)
}

impl LettersPage {
    async fn of(voice: &Voice<'_>, wanted: &Wanted) -> Result<Self> {
        let (db, scope) = (&voice.app.db().reader, voice.scope()?);
        let is_organizations = wanted.of == "organizations";
        let collation = Collation::of(voice.lang());
        let mut initials = if is_organizations {
            store::organization_initials(db, &scope).await?
        } else {
            store::service_initials(db, &scope).await?
        };
        initials.sort_by(|(a, _), (b, _)| {
            (*a == '#')
                .cmp(&(*b == '#'))
                .then_with(|| collation.compare(&a.to_string(), &b.to_string()))
        });
        let asked = wanted.letter.chars().next().map(|letter| kolo_words::initial(&letter.to_string()));
        let here = initials
            .iter()
            .find(|(letter, _)| Some(*letter) == asked)
            .or(initials.first())
            .copied();
        let mut names = match (here, is_organizations) {
            (Some((letter, _)), true) => store::organizations_by_initial(db, &scope, letter, MOST).await?,
            (Some((letter, _)), false) => store::services_by_initial(db, &scope, letter, MOST).await?,
            (None, _) => Vec::new(),
        };
        names.sort_by(|a, b| collation.compare(&a.name_folded, &b.name_folded));
        let count = here.map_or(0, |(_, count)| count);
        let key = if is_organizations {
            "directory-letters-organizations"
        } else {
            "directory-services-count"
        };
        let link = |name: &Named| LinkView {
            href: voice.href(
                name.community_id,
                &if is_organizations {
                    urls::organization(name.id)
                } else {
                    urls::service(name.id)
                },
            ),
            text: name.name.0.clone(),
        };
        Ok(Self {
            trail: Vec::new(),
            here_page: voice.say("directory-letters-title"),
            is_organizations,
            services_href: voice.visit.href("/a-z"),
            organizations_href: voice.visit.href("/a-z?of=organizations"),
            letters: initials
                .iter()
                .map(|(letter, _)| Letter::of(voice, *letter, here, is_organizations))
                .collect(),
            here: here.map(|(letter, _)| letter.to_string()).unwrap_or_default(),
            count: voice.say(Message {
                key: key.into(),
                args: vec![("count", count.into())],
            }),
            names: names.iter().map(link).collect(),
        })
    }
}

impl Letter {
    fn of(voice: &Voice<'_>, letter: char, here: Option<(char, u64)>, is_organizations: bool) -> Self {
        let mut query = url::form_urlencoded::Serializer::new(String::new());
        if is_organizations {
            query.append_pair("of", "organizations");
        }
        query.append_pair("letter", &letter.to_string());
        Self {
            href: voice.visit.href(&format!("/a-z?{}", query.finish())),
            text: letter.to_string(),
            is_here: here.is_some_and(|(here, _)| here == letter),
        }
    }
}
