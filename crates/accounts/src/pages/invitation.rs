//! Following an invitation.
use super::account::good_password;
use crate::model::invitation;
use crate::{actions, rules, store};
use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use kolo_platform::extract::Path;
use kolo_platform::form::{Checks, Field, Mistake, Submitted, text};
use kolo_platform::{Actor, App, Community, Error, Result, Visit, door, filters};
use kolo_words::{Message, Multilingual};
use std::sync::Arc;

#[derive(Template)]
#[template(path = "accounts/invitation.html")]
struct InvitationPage {
    token: String,
    community: Multilingual,
    role: Message,
    name: Field,
    password: Field,
    mistakes: Vec<Mistake>,
}

async fn found(app: &App, token: &str) -> Result<(invitation::Model, Arc<Community>)> {
    let invitation = store::invitation_by_token(&app.db().reader, app.keys(), token, app.now()).await?;
    let invitation = invitation.ok_or(rules::INVITATION_DEAD)?;
    let community = app
        .communities()
        .tree()
        .get(invitation.community_id)
        .cloned()
        .ok_or(Error::NotFound)?;
    Ok((invitation, community))
}

fn page(token: String, invitation: &invitation::Model, community: &Community) -> InvitationPage {
    InvitationPage {
        token,
        community: community.name.clone(),
        role: Message {
            key: format!("role-{}", invitation.role).into(),
            args: Vec::new(),
        },
        name: Field::new("name", "accounts-name")
            .hint("accounts-name-hint")
            .autocomplete("name")
            .required(),
        password: Field::new("password", "accounts-new-password")
            .hint("accounts-password-optional")
            .kind("password")
            .autocomplete("new-password"),
        mistakes: Vec::new(),
    }
}

pub(super) async fn show(State(app): State<App>, visit: Visit, Path(token): Path<String>) -> Result<Response> {
    let (invitation, community) = found(&app, &token).await?;
    visit.page_with(&app, StatusCode::OK, &page(token, &invitation, &community))
}

pub(super) async fn accept(State(app): State<App>, visit: Visit, Path(token): Path<String>, form: Submitted) -> Result<Response> {
    let (invitation, community) = found(&app, &token).await?;
    let mut checks = Checks::of(&form);
    let name = checks.need("name", text(100));
    let password = checks.may("password", good_password);
    match checks.done(name) {
        Err(mistakes) => {
            let mut page = page(token, &invitation, &community);
            page.name = page.name.again(&form, &mistakes);
            page.password = page.password.again(&form, &mistakes);
            page.mistakes = mistakes;
            visit.page_with(&app, StatusCode::UNPROCESSABLE_ENTITY, &page)
        }
        Ok(name) => {
            let hash = match password {
                Some(password) => Some(actions::hash_password(&app, password).await?),
                None => None,
            };
            let session = app
                .write(&Actor::visitor(), async |w| {
                    actions::accept_invitation(w, &invitation, &name, hash).await
                })
                .await?;
            let mut response = door::see_other(&app, &format!("/{}/desk", community.slug), Some("accounts-flash-welcome"));
            door::add_cookie(&mut response, &door::session_cookie(&app, session));
            Ok(response)
        }
    }
}
