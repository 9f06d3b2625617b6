//! Visitors of the town: anybody, or somebody with a role.
use crate::page::Page;
use crate::town::Town;
use axum::body::Body;
use futures_util::FutureExt;
use futures_util::future::BoxFuture;
use http::header::{ACCEPT_LANGUAGE, CONTENT_TYPE, COOKIE, HOST};
use http::{Method, Request, StatusCode};
use http_body_util::BodyExt;
use kolo_platform::{Actor, App, Grant, Module, Role, Scope};
use kolo_words::Lang;
use std::fmt::Write as _;
use tower::ServiceExt;
use uuid::Uuid;

/// Somebody at the door. Cookies the town sets are kept.
#[derive(Debug)]
pub struct Visitor<'a> {
    town: &'a Town,
    cookies: std::sync::Mutex<Vec<(String, String)>>,
    lang: Lang,
    csrf: String,
}

impl<'a> Visitor<'a> {
    pub(crate) fn new(town: &'a Town, token: Option<String>) -> Self {
        let csrf = token.as_ref().map(|token| town.app.keys().hash("csrf", token)).unwrap_or_default();
        let cookies = token.map(|token| ("kolo_session".to_owned(), token)).into_iter().collect();
        Self {
            town,
            cookies: std::sync::Mutex::new(cookies),
            lang: Lang::Uk,
            csrf,
        }
    }

    /// Reads another language.
    #[must_use]
    pub fn reading(mut self, lang: Lang) -> Self {
        self.lang = lang;
        self
    }

    /// GET; `path` as the browser would ask for it, community included.
    pub async fn get(&self, path: impl AsRef<str>) -> Page {
        self.send(Request::get(path.as_ref()).body(Body::empty()).unwrap()).await
    }

    /// POST of a form, with the session's token in it.
    pub async fn post(&self, path: impl AsRef<str>, fields: &[(&str, &str)]) -> Page {
        let mut form = form_urlencoded(fields);
        if !self.csrf.is_empty() {
            form = format!("csrf={}&{form}", self.csrf);
        }
        let request = Request::post(path.as_ref())
            .header(CONTENT_TYPE, "application/x-www-form-urlencoded")
            .header("sec-fetch-site", "same-origin");
        self.send(request.body(Body::from(form)).unwrap()).await
    }

    /// Any request; host, language and cookies are added when they are missing.
    pub async fn send(&self, mut request: Request<Body>) -> Page {
        let headers = request.headers_mut();
        headers.entry(HOST).or_insert("kolo.example".parse().unwrap());
        headers.entry(ACCEPT_LANGUAGE).or_insert(self.lang.code().parse().unwrap());
        let cookies = self
            .cookies
            .lock()
            .unwrap()
            .iter()
            .map(|(n, v)| format!("{n}={v}"))
            .collect::<Vec<_>>()
            .join("; ");
        if !cookies.is_empty() {
            headers.insert(COOKIE, cookies.parse().unwrap());
        }
        let is_head = request.method() == Method::HEAD;
        let response = self.town.router.clone().oneshot(request).await.unwrap();
        let (parts, body) = response.into_parts();
        for cookie in parts.headers.get_all("set-cookie") {
            let text = cookie.to_str().unwrap();
            let (name, value) = text.split(';').next().unwrap().split_once('=').unwrap();
            let mut cookies = self.cookies.lock().unwrap();
            cookies.retain(|(n, _)| n != name);
            if !value.is_empty() && !text.contains("Max-Age=0") {
                cookies.push((name.to_owned(), value.to_owned()));
            }
        }
        let bytes = body.collect().await.unwrap().to_bytes();
        assert!(!is_head || bytes.is_empty(), "a HEAD answer has no body");
        Page::new(parts.status, parts.headers, bytes)
    }

    /// Follows a redirect to where it leads.
    pub async fn follow(&self, page: &Page) -> Page {
        assert_eq!(page.status, StatusCode::SEE_OTHER, "nothing to follow: {}", page.text());
        self.get(page.header("location")).await
    }

    /// The token forms of this visitor carry; empty without a session.
    pub fn csrf(&self) -> &str {
        &self.csrf
    }

    /// The value of a cookie the town set.
    pub fn cookie(&self, name: &str) -> Option<String> {
        self.cookies.lock().unwrap().iter().find(|(n, _)| n == name).map(|(_, v)| v.clone())
    }
}

fn form_urlencoded(fields: &[(&str, &str)]) -> String {
    let mut form = String::new();
    for (name, value) in fields {
        if !form.is_empty() {
            form.push('&');
        }
        for (text, end) in [(name, "="), (value, "")] {
            for byte in text.bytes() {
                match byte {
                    b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'_' | b'.' => form.push(char::from(byte)),
                    b' ' => form.push('+'),
                    _ => {
                        let _ = write!(form, "%{byte:02X}");
                    }
                }
            }
            form.push_str(end);
        }
    }
    form
}

/// A token that says itself who holds it; only the testkit's door believes it.
pub(crate) fn token(role: Role, community: Uuid, organization: Option<Uuid>) -> String {
    let organization = organization.map(|o| o.simple().to_string()).unwrap_or_default();
    format!("test.{role}.{}.{organization}", community.simple())
}

/// The module that lets people of any role in without the accounts module.
pub(crate) fn doorkeeper() -> Module {
    fn identify(_: App, token: String) -> BoxFuture<'static, kolo_platform::Result<Option<Actor>>> {
        async move { Ok(read(&token)) }.boxed()
    }
    Module::new("testkit").identify(identify)
}

fn read(token: &str) -> Option<Actor> {
    let mut parts = token.split('.').skip(1);
    let role: Role = parts.next()?.parse().ok()?;
    let community: Uuid = parts.next()?.parse().ok()?;
    let organization: Option<Uuid> = parts.next().and_then(|o| o.parse().ok());
    let scope = match (role, organization) {
        (Role::Operator, _) => Scope::Instance,
        (_, Some(organization)) => Scope::Organization { community, organization },
        _ => Scope::Community(community),
    };
    let mut actor = Actor::person(Uuid::from_u128(0xACC0), role.name(), vec![Grant { role, scope }]);
    actor.session = Some(token.to_owned());
    Some(actor)
}
