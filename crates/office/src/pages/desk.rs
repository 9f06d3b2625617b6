//! Where everybody with an account begins: what they are here and what they can do.
use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use kolo_platform::{App, Place, Result, Role, Scope, Visit, filters};
use kolo_words::{Message, Multilingual};

/// The kind of record modules draw panels about to show something on the desk of a community.
const DESK: &str = "desk";

#[derive(Template)]
#[template(path = "office/desk.html")]
struct DeskPage {
    name: String,
    community: Option<Multilingual>,
    roles: Vec<Message>,
    links: Vec<(String, Message)>,
    /// Communities where the person has roles, on the desk of the instance.
    elsewhere: Vec<(String, Multilingual)>,
    panels: Vec<String>,
}

fn role_name(role: Role) -> Message {
    Message {
        key: format!("role-{role}").into(),
        args: Vec::new(),
    }
}

pub(super) async fn show(State(app): State<App>, visit: Visit) -> Result<Response> {
    let (actor, registry) = (visit.actor(), app.registry());
    let community = visit.community_if_any();
    let place = if community.is_some() { Place::Community } else { Place::Instance };
    let exists_here = |href: &str| registry.routes().iter().any(|route| route.place == place && route.path == href);
    let links = registry
        .desk()
        .iter()
        .filter(|item| visit.may(&item.permission) && exists_here(item.href));
    let links = links.map(|item| (visit.href(item.href), Message::new(item.key))).collect();
    let panels = match community {
        Some(community) => registry.draw_panels(&app, &visit, DESK, community.id).await,
        None => Vec::new(),
    };
    let page = DeskPage {
        name: actor.name.clone(),
        community: community.map(|c| c.name.clone()),
        roles: actor.roles_in(visit.lineage()).into_iter().map(role_name).collect(),
        links,
        elsewhere: if community.is_none() { elsewhere(&app, &visit) } else { Vec::new() },
        panels,
    };
    visit.page_with(&app, StatusCode::OK, &page)
}

fn elsewhere(app: &App, visit: &Visit) -> Vec<(String, Multilingual)> {
    let tree = app.communities().tree();
    let mut places: Vec<_> = visit
        .actor()
        .grants
        .iter()
        .filter_map(|grant| match grant.scope {
            Scope::Instance => None,
            Scope::Community(community) | Scope::Organization { community, .. } => tree.get(community),
        })
        .map(|community| (format!("/{}/desk", community.slug), community.name.clone()))
        .collect();
    places.sort_by(|a, b| a.0.cmp(&b.0));
    places.dedup_by(|a, b| a.0 == b.0);
    places
}
