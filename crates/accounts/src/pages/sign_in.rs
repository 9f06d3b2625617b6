//! Signing in with a password or a letter, and signing out.
use crate::actions::{self, Credentials};
use crate::{jobs, rules, store};
use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use kolo_platform::extract::{Path, Query};
use kolo_platform::form::{Checks, Field, Mistake, Submitted, email, text};
use kolo_platform::limits::Limited;
use kolo_platform::{Actor, App, Result, Visit, door, filters};
use serde::Deserialize;

#[derive(Template)]
#[template(path = "accounts/sign_in.html")]
struct SignInPage {
    email: Field,
    password: Field,
    mistakes: Vec<Mistake>,
    back: String,
}

#[derive(Template)]
#[template(path = "accounts/letter.html")]
struct LetterPage {
    email: Field,
    mistakes: Vec<Mistake>,
    is_sent: bool,
}

#[derive(Template)]
#[template(path = "accounts/link.html")]
struct LinkPage {
    token: String,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Back {
    back: String,
}

fn email_field() -> Field {
    Field::new("email", "accounts-email")
        .kind("email")
        .autocomplete("username")
        .required()
}

fn password_field() -> Field {
    Field::new("password", "accounts-password")
        .kind("password")
        .autocomplete("current-password")
        .required()
}

pub(super) async fn compose(State(app): State<App>, visit: Visit, Query(back): Query<Back>) -> Result<Response> {
    let page = SignInPage {
        email: email_field(),
        password: password_field(),
        mistakes: Vec::new(),
        back: door::own_address(&back.back),
    };
    visit.page_with(&app, StatusCode::OK, &page)
}

pub(super) async fn sign_in(State(app): State<App>, visit: Visit, form: Submitted) -> Result<Response> {
    app.limits().check(Limited::SignIn, visit.client(), app.keys())?;
    let mut checks = Checks::of(&form);
    let (email, password) = (checks.need("email", email), checks.need("password", text(rules::LONGEST_PASSWORD)));
    let mistakes = match checks.done(email.zip(password)) {
        Err(mistakes) => mistakes,
        Ok((email, password)) => match actions::check_password(&app, Credentials { email, password }).await? {
            Some((person, true)) => {
                let token = app
                    .write(&Actor::visitor(), async |w| actions::begin_session(w, person.id).await)
                    .await?;
                return Ok(signed_in(&app, token, form.value("back")));
            }
            Some((person, false)) => {
                app.write(&Actor::visitor(), async |w| actions::note_result(w, &person).await)
                    .await?;
                vec![Mistake {
                    field: "email".to_owned(),
                    message: rules::WRONG.into(),
                }]
            }
            None => vec![Mistake {
                field: "email".to_owned(),
                message: rules::WRONG.into(),
            }],
        },
    };
    let page = SignInPage {
        email: email_field().again(&form, &mistakes),
        password: password_field().again(&form, &mistakes),
        mistakes,
        back: door::own_address(form.value("back")),
    };
    visit.page_with(&app, StatusCode::UNPROCESSABLE_ENTITY, &page)
}

fn signed_in(app: &App, token: String, back: &str) -> Response {
    let to = match door::own_address(back) {
        home if home == "/" => "/account".to_owned(),
        address => address,
    };
    let mut response = door::see_other(app, &to, Some("accounts-flash-signed-in"));
    door::add_cookie(&mut response, &door::session_cookie(app, token));
    response
}

pub(super) async fn compose_letter(State(app): State<App>, visit: Visit) -> Result<Response> {
    visit.page_with(
        &app,
        StatusCode::OK,
        &LetterPage {
            email: email_field(),
            mistakes: Vec::new(),
            is_sent: false,
        },
    )
}

/// The answer is the same whether the address has an account or not.
pub(super) async fn send_letter(State(app): State<App>, visit: Visit, form: Submitted) -> Result<Response> {
    app.limits().check(Limited::SignIn, visit.client(), app.keys())?;
    let mut checks = Checks::of(&form);
    let typed = checks.need("email", email);
    let typed = match checks.done(typed) {
        Ok(typed) => typed,
        Err(mistakes) => {
            let page = LetterPage {
                email: email_field().again(&form, &mistakes),
                mistakes,
                is_sent: false,
            };
            return visit.page_with(&app, StatusCode::UNPROCESSABLE_ENTITY, &page);
        }
    };
    if let Some(person) = store::person_by_email(&app.db().reader, app.keys(), &typed).await? {
        let job = jobs::link_wanted(person.id, visit.lang(), visit.origin())?;
        app.write(visit.actor(), async |w| {
            w.enqueue(job);
            Ok(())
        })
        .await?;
    }
    visit.page_with(
        &app,
        StatusCode::OK,
        &LetterPage {
            email: email_field(),
            mistakes: Vec::new(),
            is_sent: true,
        },
    )
}

/// A page with a button: programs that look into letters follow links, but press no buttons.
pub(super) async fn confirm_link(State(app): State<App>, visit: Visit, Path(token): Path<String>) -> Result<Response> {
    visit.page_with(&app, StatusCode::OK, &LinkPage { token })
}

pub(super) async fn use_link(State(app): State<App>, visit: Visit, Path(token): Path<String>, _: Submitted) -> Result<Response> {
    app.limits().check(Limited::SignIn, visit.client(), app.keys())?;
    let session = app
        .write(&Actor::visitor(), async |w| actions::use_sign_in_link(w, &token).await)
        .await?;
    Ok(signed_in(&app, session, ""))
}

pub(super) async fn sign_out(State(app): State<App>, visit: Visit, _: Submitted) -> Result<Response> {
    app.write(visit.actor(), async |w| actions::sign_out(w).await).await?;
    let mut response = door::see_other(&app, "/", Some("accounts-flash-signed-out"));
    door::add_cookie(&mut response, &door::session_cookie(&app, String::new()));
    Ok(response)
}
