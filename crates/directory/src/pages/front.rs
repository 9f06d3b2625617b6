//! The first page of an instance: which communities keep a guide here.
use super::urls;
use super::voice::Voice;
use crate::question::Asked;
use crate::store;
use askama::Template;
use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};
use kolo_platform::{App, Community, Error, Result, Visit, filters};
use kolo_words::Multilingual;
use std::collections::HashMap;
use std::sync::Arc;
use uuid::Uuid;

/// A community as a card.
#[derive(Debug)]
pub(super) struct CommunityCard {
    pub(super) href: String,
    pub(super) name: Multilingual,
    pub(super) about: Multilingual,
    pub(super) languages: String,
    pub(super) services: u64,
}

impl CommunityCard {
    /// `services` tells how many each community has by itself; a parent counts those of its children too.
    pub(super) fn of(voice: &Voice<'_>, community: &Community, services: &HashMap<Uuid, u64>) -> Self {
        let languages = community.languages.iter().map(|lang| lang.own_name()).collect::<Vec<_>>();
        Self {
            href: voice.href(community.id, "/"),
            name: community.name.clone(),
            about: community.about.clone(),
            languages: languages.join(", "),
            services: voice
                .tree()
                .with_descendants(community.id)
                .iter()
                .filter_map(|id| services.get(id))
                .sum(),
        }
    }
}

/// Every community of the instance.
#[derive(Template)]
#[template(path = "directory/front.html")]
struct FrontPage {
    name: Multilingual,
    about: Multilingual,
    /// Where everything is searched at once, when one community stands above all.
    search: Option<String>,
    suggest: String,
    groups: Vec<Group>,
}

/// The communities below one.
struct Group {
    parent: Option<CommunityCard>,
    children: Vec<CommunityCard>,
}

/// `GET /`
pub(super) async fn front(State(app): State<App>, visit: Visit) -> Result<Response> {
    let voice = Voice::new(&app, &visit);
    let all = voice.tree().all();
    if let Some(community) = all.first().filter(|_| all.len() == 1) {
        return Ok(Redirect::temporary(&voice.href(community.id, "/")).into_response());
    }
    let services = store::services_by_community(&app.db().reader).await?;
    visit.page(&app, &FrontPage::of(&voice, &all, &services))
}

/// `GET /search`: everything at once.
pub(super) async fn search(State(app): State<App>, visit: Visit, asked: Asked) -> Result<Response> {
    let voice = Voice::new(&app, &visit);
    let top = top(&voice.tree().all()).ok_or(Error::NotFound)?;
    Ok(Redirect::temporary(&voice.href(top.id, &asked.address(urls::SERVICES))).into_response())
}

/// The one community above all others.
fn top(all: &[Arc<Community>]) -> Option<Arc<Community>> {
    let mut roots = all.iter().filter(|community| community.parent.is_none());
    roots.next().filter(|_| roots.next().is_none()).cloned()
}

impl FrontPage {
    fn of(voice: &Voice<'_>, all: &[Arc<Community>], services: &HashMap<Uuid, u64>) -> Self {
        let card = |community: &Arc<Community>| CommunityCard::of(voice, community, services);
        let top = top(all);
        let parents = all
            .iter()
            .filter(|community| all.iter().any(|child| child.parent == Some(community.id)));
        let mut groups: Vec<Group> = parents
            .map(|parent| Group {
                parent: top.as_ref().is_none_or(|top| top.id != parent.id).then(|| card(parent)),
                children: all.iter().filter(|child| child.parent == Some(parent.id)).map(card).collect(),
            })
            .collect();
        let alone: Vec<_> = all
            .iter()
            .filter(|community| community.parent.is_none() && !all.iter().any(|child| child.parent == Some(community.id)))
            .map(card)
            .collect();
        if !alone.is_empty() {
            groups.insert(
                0,
                Group {
                    parent: None,
                    children: alone,
                },
            );
        }
        Self {
            name: top.as_ref().map(|top| top.name.clone()).unwrap_or_default(),
            about: top.as_ref().map(|top| top.about.clone()).unwrap_or_default(),
            search: top.as_ref().map(|top| voice.href(top.id, urls::SERVICES)),
            suggest: top.as_ref().map(|top| voice.href(top.id, "/suggest")).unwrap_or_default(),
            groups,
        }
    }
}
