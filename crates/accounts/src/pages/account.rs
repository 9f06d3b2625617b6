//! The own account: name, language, password, sessions, roles.
use crate::actions;
use crate::model::session;
use crate::{rules, store};
use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use kolo_platform::extract::Path;
use kolo_platform::form::{Checks, Field, Mistake, Submitted, text};
use kolo_platform::{App, Error, Result, Scope, Visit, door, filters};
use kolo_words::{Lang, Message, Multilingual};
use uuid::Uuid;

#[derive(Template)]
#[template(path = "accounts/account.html")]
struct AccountPage {
    email: String,
    name: Field,
    lang: Field,
    password: Field,
    mistakes: Vec<Mistake>,
    sessions: Vec<(session::Model, bool)>,
    /// The message naming the role, where it is held, and the way there.
    roles: Vec<(Message, Multilingual, String)>,
}

fn own_id(visit: &Visit) -> Result<Uuid> {
    visit.actor().person.ok_or(Error::Forbidden)
}

async fn draw(app: &App, visit: &Visit, form: &Submitted, mistakes: Vec<Mistake>) -> Result<Response> {
    let db = &app.db().reader;
    let person = store::person(db, own_id(visit)?).await?.ok_or(Error::Forbidden)?;
    let (email, name) = store::opened(app.keys(), &person)?;
    let session = visit.actor().session.clone().unwrap_or_default();
    let tree = app.communities().tree();
    let roles = visit.actor().grants.iter().map(|grant| {
        let community = match grant.scope {
            Scope::Instance => None,
            Scope::Community(community) | Scope::Organization { community, .. } => tree.get(community),
        };
        let place = community.map(|c| c.name.clone()).unwrap_or_default();
        let href = community.map_or_else(|| "/".to_owned(), |c| format!("/{}/desk", c.slug));
        (
            Message {
                key: format!("role-{}", grant.role).into(),
                args: Vec::new(),
            },
            place,
            href,
        )
    });
    let languages = Lang::ALL.map(|lang| (lang.code().to_owned(), lang.own_name().to_owned())).to_vec();
    let mut page = AccountPage {
        email,
        name: Field::new("name", "accounts-name")
            .hint("accounts-name-hint")
            .autocomplete("name")
            .value(name)
            .required(),
        lang: Field::new("lang", "accounts-lang")
            .options(languages)
            .value(person.lang.clone().unwrap_or_else(|| visit.lang().code().to_owned())),
        password: Field::new("password", "accounts-new-password")
            .hint("accounts-password-hint")
            .kind("password")
            .autocomplete("new-password")
            .required(),
        sessions: store::sessions(db, person.id, app.now())
            .await?
            .into_iter()
            .map(|s| (s.clone(), s.token_hash == session))
            .collect(),
        roles: roles.collect(),
        mistakes: Vec::new(),
    };
    let status = if mistakes.is_empty() {
        StatusCode::OK
    } else {
        StatusCode::UNPROCESSABLE_ENTITY
    };
    if mistakes.iter().any(|m| m.field == "name") {
        page.name = page.name.again(form, &mistakes);
    }
    page.password = page.password.again(form, &mistakes);
    page.mistakes = mistakes;
    visit.page_with(app, status, &page)
}

pub(super) async fn show(State(app): State<App>, visit: Visit) -> Result<Response> {
    draw(&app, &visit, &Submitted::default(), Vec::new()).await
}

pub(super) async fn rename(State(app): State<App>, visit: Visit, form: Submitted) -> Result<Response> {
    let id = own_id(&visit)?;
    let mut checks = Checks::of(&form);
    let name = checks.need("name", text(100));
    let lang = checks.may("lang", |code| code.parse::<Lang>().map_err(|_| Message::new("form-needed")));
    match checks.done(name) {
        Err(mistakes) => draw(&app, &visit, &form, mistakes).await,
        Ok(name) => {
            app.write(visit.actor(), async |w| actions::rename(w, id, &name, lang).await)
                .await?;
            Ok(door::see_other(&app, "/account", Some("accounts-flash-saved")))
        }
    }
}

pub(super) async fn change_password(State(app): State<App>, visit: Visit, form: Submitted) -> Result<Response> {
    let id = own_id(&visit)?;
    let mut checks = Checks::of(&form);
    let password = checks.need("password", good_password);
    match checks.done(password) {
        Err(mistakes) => draw(&app, &visit, &form, mistakes).await,
        Ok(password) => {
            let hash = actions::hash_password(&app, password).await?;
            let token = app
                .write(visit.actor(), async |w| actions::change_password(w, id, hash).await)
                .await?;
            let mut response = door::see_other(&app, "/account", Some("accounts-flash-password"));
            door::add_cookie(&mut response, &door::session_cookie(&app, token));
            Ok(response)
        }
    }
}

/// Parses a new password.
pub(super) fn good_password(typed: &str) -> Result<String, Message> {
    if rules::is_good_password(typed) {
        Ok(typed.to_owned())
    } else {
        Err(Message::new("accounts-password-weak").with("least", rules::SHORTEST_PASSWORD))
    }
}

pub(super) async fn end_session(State(app): State<App>, visit: Visit, Path(id): Path<Uuid>, _: Submitted) -> Result<Response> {
    let person = own_id(&visit)?;
    app.write(visit.actor(), async |w| actions::end_session(w, person, id).await)
        .await?;
    Ok(door::see_other(&app, "/account", Some("accounts-flash-session-ended")))
}

pub(super) async fn end_all_sessions(State(app): State<App>, visit: Visit, _: Submitted) -> Result<Response> {
    let person = own_id(&visit)?;
    app.write(visit.actor(), async |w| actions::end_all_sessions(w, person).await)
        .await?;
    let mut response = door::see_other(&app, "/sign-in", Some("accounts-flash-signed-out"));
    door::add_cookie(&mut response, &door::session_cookie(&app, String::new()));
    Ok(response)
}
