//! The platform as a module of its own: preferences, the style page, who may do what, and whether the server is well.
use crate::actor::Role;
use crate::extract::Query;
use crate::filters;
use crate::form::{Field, Mistake};
use crate::page::{DesignPage, Pager, PreferencesPage};
use crate::visit::{PREFERENCES, Visit};
use crate::{App, Module, Permission, Result, Routes, door};
use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use kolo_words::Message;
use sea_orm::ConnectionTrait;
use serde::Deserialize;

pub(crate) fn own_module() -> Module {
    let public = Permission::PUBLIC;
    let daily = chrono::TimeDelta::days(1);
    Module::new("platform")
        .migrations(crate::migrations::migrations)
        .every(daily, "platform.forget_jobs", crate::jobs::forget)
        .routes(
            Routes::new()
                .get_instance("/preferences", public, preferences)
                .get_instance("/preferences/set", public, prefer)
                .get_instance("/design", public, design)
                .get_instance("/permissions", public, permissions)
                .get("/permissions", public, permissions)
                .get_instance("/healthz", public, healthz)
                .get_instance("/readyz", public, readyz),
        )
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Wish {
    back: String,
    scheme: String,
    size: String,
    spacing: String,
    images: String,
    motion: String,
}

async fn preferences(State(app): State<App>, visit: Visit, Query(wish): Query<Wish>) -> Result<Response> {
    visit.page(
        &app,
        &PreferencesPage {
            back: door::own_address(&wish.back),
        },
    )
}

async fn prefer(State(app): State<App>, visit: Visit, Query(wish): Query<Wish>) -> Response {
    let wishes = [&wish.scheme, &wish.size, &wish.spacing, &wish.images, &wish.motion];
    let chosen = PREFERENCES
        .iter()
        .zip(wishes)
        .fold(visit.preferences(), |now, ((name, _), value)| now.with(name, value));
    door::prefer(&app, chosen, &wish.back)
}

async fn design(State(app): State<App>, visit: Visit) -> Result<Response> {
    let wrong = Mistake {
        field: "wrong".to_owned(),
        message: Message::new("form-not-an-email"),
    };
    let page = DesignPage {
        text: Field::new("text", "design-field").hint("design-field-hint").required(),
        wrong: Field {
            error: Some(wrong.message.clone()),
            ..Field::new("wrong", "design-field-wrong").value("@")
        },
        choice: Field::new("choice", "design-choice").options(vec![
            ("1".into(), "А".into()),
            ("2".into(), "Ә".into()),
            ("3".into(), "Ґ".into()),
        ]),
        mistakes: vec![wrong],
        pager: Pager::new("/design", 2, 20, 90),
        is_sample: true,
    };
    visit.page(&app, &page)
}

/// Who may do what, straight from the code.
#[derive(Template)]
#[template(path = "permissions.html")]
struct PermissionsPage {
    roles: Vec<Role>,
    rows: Vec<(&'static str, Vec<bool>)>,
}

async fn permissions(State(app): State<App>, visit: Visit) -> Result<Response> {
    let roles = Role::ALL.to_vec();
    let rows = app
        .registry()
        .permissions()
        .into_iter()
        .map(|p| (p.key, roles.iter().map(|role| p.is_public() || p.roles.contains(role)).collect()))
        .collect();
    visit.page(&app, &PermissionsPage { roles, rows })
}

impl PermissionsPage {
    #[expect(clippy::trivially_copy_pass_by_ref, reason = "askama passes references")]
    fn role_key(role: &Role) -> Message {
        Message {
            key: format!("role-{role}").into(),
            args: Vec::new(),
        }
    }
}

async fn healthz() -> &'static str {
    "ok"
}

async fn readyz(State(app): State<App>) -> Response {
    match app.db().reader.execute_unprepared("SELECT 1").await {
        Ok(_) => "ready".into_response(),
        Err(error) => {
            tracing::error!("the database does not answer: {error:#}");
            (StatusCode::SERVICE_UNAVAILABLE, "the database does not answer").into_response()
        }
    }
}
