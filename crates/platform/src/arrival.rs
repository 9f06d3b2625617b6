//! What a request says about itself before anybody is asked: the community of its address, languages, preferences, cookies.
use crate::actor::Actor;
use crate::visit::Preferences;
use crate::{App, Community, Result, door};
use axum::extract::{ConnectInfo, Request};
use axum::http::header::{COOKIE, HOST};
use axum::http::{HeaderName, StatusCode, Uri};
use axum::response::Response;
use cookie::Cookie;
use kolo_words::Lang;
use std::net::SocketAddr;
use std::sync::Arc;

/// What a request says about itself, before anybody is asked.
#[derive(Debug)]
pub(crate) struct Arrival {
    pub(crate) community: Option<Arc<Community>>,
    pub(crate) prefix: String,
    pub(crate) inner: Uri,
    pub(crate) address: String,
    pub(crate) origin: String,
    pub(crate) preferences: Preferences,
    pub(crate) chosen_lang: Option<Lang>,
    pub(crate) remembered_lang: Option<Lang>,
    pub(crate) accepted_lang: Option<Lang>,
    pub(crate) token: Option<String>,
    pub(crate) flash: Option<String>,
    pub(crate) client: String,
}

impl Arrival {
    pub(crate) fn of(app: &App, request: &Request) -> Self {
        let headers = request.headers();
        let header = |name: &HeaderName| headers.get(name).and_then(|v| v.to_str().ok()).unwrap_or_default();
        let host = if header(&HOST).is_empty() {
            request.uri().authority().map(ToString::to_string).unwrap_or_default()
        } else {
            header(&HOST).to_owned()
        };
        let config = app.config();
        let forwarded = |name: &'static str| {
            config
                .is_behind_proxy
                .then(|| header(&HeaderName::from_static(name)))
                .filter(|v| !v.is_empty())
        };
        let scheme = match forwarded("x-forwarded-proto") {
            Some("https") => "https",
            _ if config.public_url.starts_with("https:") => "https",
            _ => "http",
        };
        let bare_host = host
            .rsplit_once(':')
            .filter(|(_, port)| port.bytes().all(|b| b.is_ascii_digit()))
            .map_or(host.as_str(), |(name, _)| name);
        let tree = app.communities().tree();
        let path = request.uri().path();
        let (first, rest) = match path.get(1..).and_then(|p| p.find('/')) {
            Some(at) => path.split_at(at + 1),
            None => (path, ""),
        };
        let mut inner_path = path;
        let mut prefix = String::new();
        let mut community = tree.by_host(&bare_host.to_lowercase()).cloned();
        if community.is_some() {
            // Accounts, preferences, `robots.txt` answer under every host.
            let first = first.trim_start_matches('/');
            let name = first.split('.').next().unwrap_or_default();
            if kolo_words::RESERVED_SLUGS.contains(&name) && !app.registry().is_of_communities(first) {
                community = None;
            }
        } else if let Some(named) = tree.by_slug(first.trim_start_matches('/')) {
            community = Some(named.clone());
            first.clone_into(&mut prefix);
            inner_path = if rest.is_empty() { "/" } else { rest };
        }
        let query = request.uri().query();
        let inner = match query {
            Some(query) => format!("{inner_path}?{query}"),
            None => inner_path.to_owned(),
        };
        let origin = if config.public_url.is_empty() || tree.by_host(&bare_host.to_lowercase()).is_some() {
            format!("{scheme}://{host}")
        } else {
            config.public_url.clone()
        };
        let cookies: Vec<_> = headers
            .get_all(COOKIE)
            .iter()
            .filter_map(|v| v.to_str().ok())
            .flat_map(|text| Cookie::split_parse(text.to_owned()).filter_map(std::result::Result::ok))
            .collect();
        let cookie = |name: &str| cookies.iter().find(|c| c.name() == name).map(|c| c.value().to_owned());
        let chosen = query.and_then(|q| {
            url::form_urlencoded::parse(q.as_bytes())
                .find(|(name, _)| name == "lang")
                .and_then(|(_, code)| code.parse().ok())
        });
        let peer = request
            .extensions()
            .get::<ConnectInfo<SocketAddr>>()
            .map(|ConnectInfo(peer)| peer.ip().to_string());
        Self {
            community,
            prefix,
            inner: inner.parse().unwrap_or_else(|_| Uri::from_static("/")),
            address: request
                .uri()
                .path_and_query()
                .map_or_else(|| path.to_owned(), |p| p.as_str().to_owned()),
            origin,
            preferences: Preferences::from_cookie(cookie(door::VIEW_COOKIE).as_deref().unwrap_or_default()),
            chosen_lang: chosen,
            remembered_lang: cookie(door::LANG_COOKIE).and_then(|code| code.parse().ok()),
            accepted_lang: Lang::accepted(header(&axum::http::header::ACCEPT_LANGUAGE)),
            token: cookie(door::SESSION_COOKIE).filter(|token| (20..=100).contains(&token.len())),
            flash: cookie(door::FLASH_COOKIE)
                .filter(|key| key.len() < 80 && key.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')),
            client: forwarded("x-forwarded-for")
                .and_then(|list| list.split(',').next_back())
                .map(|ip| ip.trim().to_owned())
                .or(peer)
                .unwrap_or_default(),
        }
    }

    pub(crate) async fn actor(&self, app: &App) -> Result<Actor> {
        match (&self.token, app.registry().identify) {
            (Some(token), Some(identify)) => Ok(identify(app.clone(), token.clone()).await?.unwrap_or_default()),
            _ => Ok(Actor::visitor()),
        }
    }

    /// Address, cookie, the account's own, `Accept-Language`, the community's main language.
    pub(crate) fn lang(&self, actor: &Actor) -> Lang {
        self.chosen_lang
            .or(self.remembered_lang)
            .or(actor.lang)
            .or(self.accepted_lang)
            .or_else(|| self.community.as_ref().map(|c| c.language))
            .unwrap_or(Lang::En)
    }

    pub(crate) fn key(&self, lang: Lang) -> String {
        format!("{}\n{}\n{lang}\n{}", self.origin, self.address, self.preferences.to_cookie())
    }

    /// Sets what the next request should know: the language chosen by link, and that a message was shown.
    pub(crate) fn remember(&self, mut response: Response, app: &App) -> Response {
        if let Some(lang) = self.chosen_lang.filter(|lang| Some(*lang) != self.remembered_lang) {
            door::add_cookie(&mut response, &door::lasting(app, door::LANG_COOKIE, lang.code().to_owned()));
        }
        if self.flash.is_some() && response.status() == StatusCode::OK {
            let mut gone = door::lasting(app, door::FLASH_COOKIE, String::new());
            gone.make_removal();
            door::add_cookie(&mut response, &gone);
        }
        response
    }
}
