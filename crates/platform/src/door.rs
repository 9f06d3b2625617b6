//! The door: what happens to every request before a handler sees it and to every response before it leaves.
//!
//! Community and language of the address, who is there, is the act meant (Origin, Sec-Fetch-Site), is it too often, is the
//! page in memory; then security headers, error pages, entity tags. Nothing about a person is logged.
use crate::actor::Actor;
use crate::arrival::Arrival;
use crate::cache::{Kept, Shared};
use crate::error::Drawn;
use crate::limits::Limited;
use crate::page;
use crate::visit::{Facts, Preferences, Visit};
use crate::{App, Error, Refusal, Result};
use axum::body::Body;
use axum::extract::{DefaultBodyLimit, Request};
use axum::http::header::{
    ACCESS_CONTROL_ALLOW_HEADERS, ACCESS_CONTROL_ALLOW_METHODS, ACCESS_CONTROL_ALLOW_ORIGIN, ACCESS_CONTROL_MAX_AGE,
    CONTENT_SECURITY_POLICY, CONTENT_TYPE, LOCATION, ORIGIN, SET_COOKIE,
};
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode};
use axum::response::{IntoResponse, Response};
use cookie::{Cookie, SameSite};
use futures_util::FutureExt;
use http_body_util::BodyExt;
use std::convert::Infallible;
use std::panic::AssertUnwindSafe;
use std::time::Duration;
use tower::ServiceExt;
use tracing::Instrument;

/// Cookie with the session's token.
pub const SESSION_COOKIE: &str = "kolo_session";
pub(crate) const LANG_COOKIE: &str = "kolo_lang";
pub(crate) const VIEW_COOKIE: &str = "kolo_view";
pub(crate) const FLASH_COOKIE: &str = "kolo_flash";
/// The longest body of a form; imports go through their own, larger door.
const LARGEST_BODY: usize = 1 << 20;
const LARGEST_UPLOAD: usize = 64 << 20;
const LONGEST_ADDRESS: usize = 4_096;
const PATIENCE: Duration = Duration::from_secs(30);

/// The act did not come from one of our own pages.
pub const FOREIGN_FORM: Refusal = Refusal::with_status("error-foreign-form", StatusCode::FORBIDDEN);
/// More was sent than any page of ours asks for.
pub const TOO_LARGE: Refusal = Refusal::with_status("error-bad-form", StatusCode::PAYLOAD_TOO_LARGE);
/// The server needed too long.
pub const TOO_SLOW: Refusal = Refusal::with_status("error-too-slow", StatusCode::SERVICE_UNAVAILABLE);

/// The whole instance as one service.
pub fn router(app: App) -> axum::Router {
    let enter = move |request: Request| {
        let app = app.clone();
        async move { Ok::<_, Infallible>(enter(app, request).await) }
    };
    axum::Router::new()
        .fallback_service(tower::service_fn(enter))
        .layer(DefaultBodyLimit::max(LARGEST_BODY))
        .layer(tower_http::catch_panic::CatchPanicLayer::new())
}

async fn enter(app: App, request: Request) -> Response {
    let path = request.uri().path();
    if path.starts_with("/assets/") {
        return secured(&app, app.assets().serve(path, request.headers()));
    }
    if request.uri().path_and_query().is_some_and(|p| p.as_str().len() > LONGEST_ADDRESS) {
        return secured(&app, StatusCode::URI_TOO_LONG.into_response());
    }
    // What says its length is refused before it is read, see `check_act`; what does not is cut off.
    let request = request.map(|body| Body::new(http_body_util::Limited::new(body, LARGEST_UPLOAD)));
    let path = request.uri().path().to_owned();
    // The path alone: queries hold what people search for.
    let span = tracing::info_span!("request", id = %crate::chance::new_id(app.chance(), app.now()), method = %request.method(), path);
    async {
        let response = visit(&app, request).await;
        tracing::debug!(status = response.status().as_u16(), "answered");
        secured(&app, response)
    }
    .instrument(span)
    .await
}

async fn visit(app: &App, mut request: Request) -> Response {
    let arrival = Arrival::of(app, &request);
    let actor = match arrival.actor(app).await {
        Ok(actor) => actor,
        Err(error) => {
            tracing::error!("finding out who is there: {error:#}");
            Actor::visitor()
        }
    };
    let csrf = actor
        .session
        .as_deref()
        .map(|session| app.keys().hash("csrf", session))
        .unwrap_or_default();
    let is_stranger = actor.session.is_none();
    let lang = arrival.lang(&actor);
    let visit = Visit::new(Facts {
        community: arrival.community.clone(),
        prefix: arrival.prefix.clone(),
        lang,
        preferences: arrival.preferences,
        actor,
        csrf,
        address: arrival.address.clone(),
        origin: arrival.origin.clone(),
        flash: arrival.flash.clone(),
        client: arrival.client.clone(),
        now: app.now(),
    });
    if let Err(error) = check_act(app, &visit, &request, arrival.inner.path()) {
        return page::error_page(app, &visit, &error);
    }
    if *request.method() == Method::OPTIONS && visit.is_by_program() {
        return preflight();
    }
    let headers = request.headers().clone();
    let key = (is_stranger && *request.method() == Method::GET && arrival.flash.is_none()).then(|| arrival.key(lang));
    let epoch = app.feed().epoch(arrival.community.as_ref().map(|c| c.id));
    if let Some(kept) = key.as_ref().and_then(|key| app.cache().get(key, epoch, visit.now())) {
        return arrival.remember(kept.answer(&headers), app);
    }
    if let Err(error) = app.limits().check(Limited::Read, visit.client(), app.keys()) {
        return page::error_page(app, &visit, &error);
    }
    *request.uri_mut() = arrival.inner.clone();
    request.extensions_mut().insert(visit.clone());
    let routers = app.routers();
    let router = if arrival.community.is_some() {
        &routers.community
    } else {
        &routers.instance
    };
    // A page that panics is an error page like any other, and the rest of the server goes on.
    let answer = AssertUnwindSafe(router.clone().oneshot(request)).catch_unwind();
    let mut response = match tokio::time::timeout(PATIENCE, answer).await {
        Ok(Ok(Ok(response))) => response,
        Ok(Ok(Err(never))) => match never {},
        Ok(Err(_)) => Error::Internal(anyhow::anyhow!("a handler panicked")).into_response(),
        Err(_) => Error::from(TOO_SLOW).into_response(),
    };
    if let Some(Drawn(error)) = response.extensions().get::<Drawn>().cloned() {
        if let Error::Internal(cause) = &*error {
            tracing::error!("{cause:#}");
        }
        response = page::error_page(app, &visit, &error);
    } else if matches!(response.status(), StatusCode::NOT_FOUND | StatusCode::METHOD_NOT_ALLOWED)
        && response.headers().get(CONTENT_TYPE).is_none()
    {
        response = page::error_page(app, &visit, &Error::NotFound);
    }
    if let (Some(key), true) = (
        key,
        response.extensions().get::<Shared>().is_some() && response.status() == StatusCode::OK,
    ) {
        response = keep(app, response, key, epoch, &headers).await;
    }
    arrival.remember(response, app)
}

/// Keeps a shared page in memory and answers with it.
async fn keep(app: &App, response: Response, key: String, epoch: u64, request: &HeaderMap) -> Response {
    let (parts, body) = response.into_parts();
    let bytes = match body.collect().await {
        Ok(body) => body.to_bytes(),
        Err(error) => {
            tracing::error!("collecting a page: {error}");
            return StatusCode::INTERNAL_SERVER_ERROR.into_response();
        }
    };
    let kept = std::sync::Arc::new(Kept::new(bytes, parts.headers, epoch, app.now()));
    app.cache().keep(key, kept.clone());
    kept.answer(request)
}

/// What a browser asks before a page of another site may read our open data.
fn preflight() -> Response {
    let allowed = [
        (ACCESS_CONTROL_ALLOW_ORIGIN, "*"),
        (ACCESS_CONTROL_ALLOW_METHODS, "GET, HEAD, POST"),
        (ACCESS_CONTROL_ALLOW_HEADERS, "accept, content-type, if-none-match"),
        (ACCESS_CONTROL_MAX_AGE, "86400"),
    ];
    (StatusCode::NO_CONTENT, allowed).into_response()
}

/// An act must come from our own pages, not too often, and not be larger than anything we ask for. Programs that speak to
/// an API carry no cookies that could be misused.
fn check_act(app: &App, visit: &Visit, request: &Request, inner_path: &str) -> Result<()> {
    let header = |name: &str| request.headers().get(name).and_then(|v| v.to_str().ok());
    if header("content-length")
        .and_then(|length| length.parse::<usize>().ok())
        .is_some_and(|length| length > LARGEST_UPLOAD)
    {
        return Err(TOO_LARGE.into());
    }
    let is_read = matches!(*request.method(), Method::GET | Method::HEAD | Method::OPTIONS);
    if is_read || inner_path.starts_with("/api/") {
        return Ok(());
    }
    let is_own = match header("sec-fetch-site") {
        Some(site) => site == "same-origin" || site == "none",
        // Browsers before 2023 say only the origin; programs that say neither carry no cookies of a person either.
        None => header(ORIGIN.as_str()).is_none_or(|origin| origin == visit.origin()),
    };
    if !is_own {
        return Err(FOREIGN_FORM.into());
    }
    app.limits().check(Limited::Act, visit.client(), app.keys())
}

pub(crate) fn lasting(app: &App, name: &'static str, value: String) -> Cookie<'static> {
    Cookie::build((name, value))
        .path("/")
        .http_only(true)
        .same_site(SameSite::Lax)
        .secure(app.config().public_url.starts_with("https:"))
        .max_age(cookie::time::Duration::days(365))
        .build()
}

/// Adds a cookie to a response.
pub fn add_cookie(response: &mut Response, cookie: &Cookie<'_>) {
    if let Ok(value) = HeaderValue::from_str(&cookie.to_string()) {
        response.headers_mut().append(SET_COOKIE, value);
    }
}

/// A session's cookie; an empty token ends it.
pub fn session_cookie(app: &App, token: String) -> Cookie<'static> {
    let mut cookie = lasting(app, SESSION_COOKIE, token);
    cookie.set_max_age(cookie::time::Duration::days(30));
    if cookie.value().is_empty() {
        cookie.make_removal();
    }
    cookie
}

/// Where to go after an act; with a message to show once there.
pub fn see_other(app: &App, to: &str, flash: Option<&'static str>) -> Response {
    let location = HeaderValue::from_str(to).unwrap_or(HeaderValue::from_static("/"));
    let mut response = (StatusCode::SEE_OTHER, [(LOCATION, location)]).into_response();
    if let Some(key) = flash {
        let mut cookie = lasting(app, FLASH_COOKIE, key.to_owned());
        cookie.set_max_age(cookie::time::Duration::minutes(5));
        add_cookie(&mut response, &cookie);
    }
    response
}

/// An address of this site that a link asked to return to; anything else becomes `/`.
pub fn own_address(asked: &str) -> String {
    let is_own = asked.starts_with('/') && !asked.starts_with("//") && !asked.contains('\\') && !asked.chars().any(char::is_control);
    if is_own && asked.len() <= LONGEST_ADDRESS {
        asked.to_owned()
    } else {
        "/".to_owned()
    }
}

/// Sets how pages look; only known values get into the cookie.
pub(crate) fn prefer(app: &App, preferences: Preferences, back: &str) -> Response {
    let mut response = see_other(app, &own_address(back), None);
    add_cookie(&mut response, &lasting(app, VIEW_COOKIE, preferences.to_cookie()));
    response
}

fn secured(app: &App, mut response: Response) -> Response {
    let tiles = app.config().tiles.split_once("://").map(|(scheme, rest)| {
        let host = rest.split('/').next().unwrap_or_default().replace("{s}", "*");
        format!(" {scheme}://{host}")
    });
    let policy = format!(
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:{}; font-src 'self'; connect-src 'self'; manifest-src 'self'; \
         form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
        tiles.unwrap_or_default()
    );
    let headers = response.headers_mut();
    let mut set = |name: HeaderName, value: HeaderValue| {
        headers.entry(name).or_insert(value);
    };
    if let Ok(policy) = HeaderValue::from_str(&policy) {
        set(CONTENT_SECURITY_POLICY, policy);
    }
    let fixed = [
        ("x-content-type-options", "nosniff"),
        ("referrer-policy", "same-origin"),
        (
            "permissions-policy",
            "camera=(self), microphone=(), payment=(), usb=(), geolocation=(self), interest-cohort=()",
        ),
        ("cross-origin-opener-policy", "same-origin"),
        ("x-frame-options", "DENY"),
    ];
    for (name, value) in fixed {
        set(HeaderName::from_static(name), HeaderValue::from_static(value));
    }
    set(axum::http::header::CACHE_CONTROL, HeaderValue::from_static("private, no-store"));
    if app.config().public_url.starts_with("https:") {
        set(
            axum::http::header::STRICT_TRANSPORT_SECURITY,
            HeaderValue::from_static("max-age=63072000; includeSubDomains"),
        );
    }
    response
}

#[cfg(test)]
mod tests {
    use super::own_address;

    #[test]
    fn nobody_is_sent_away_to_another_site() {
        assert_eq!(own_address("/megion/services?q=a"), "/megion/services?q=a");
        for foreign in [
            "//evil.example",
            "https://evil.example",
            "/\\evil.example",
            "",
            "javascript:x",
            "/a\r\nSet-Cookie: x",
        ] {
            assert_eq!(own_address(foreign), "/", "{foreign}");
        }
    }
}
