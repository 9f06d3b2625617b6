//! Turning a page struct into a response: the page knows its data, the shell knows the rest.
use crate::cache::Shared;
use crate::filters;
use crate::i18n::Catalogue;
use crate::visit::{PREFERENCES, Preferences, Visit};
use crate::{App, Error, Result};
use anyhow::Context;
use askama::{Template, Values};
use axum::http::header::{ACCESS_CONTROL_ALLOW_ORIGIN, CONTENT_TYPE};
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use kolo_words::{Lang, Message};
use std::any::Any;
use std::sync::Arc;

/// What every page can read without carrying it.
#[derive(Debug)]
pub struct ShellData {
    pub lang: Lang,
    /// `""`, or `/` and the community's slug.
    pub prefix: String,
    pub community: Option<CommunityFace>,
    /// How the signed-in person is greeted.
    pub person: Option<String>,
    pub nav: Vec<NavLink>,
    pub preferences: Preferences,
    pub languages: Vec<LangLink>,
    pub assets: AssetLinks,
    pub csrf: String,
    pub canonical: String,
    /// The same page in every language, for search engines.
    pub alternates: Vec<(Lang, String)>,
    /// Message key to show once.
    pub flash: Option<String>,
    pub preferences_href: String,
    pub sign_in_href: String,
    pub sign_out_href: String,
    pub desk_href: Option<String>,
    pub about_href: String,
    pub(crate) words: Arc<Catalogue>,
}

/// The community as the page head shows it.
#[derive(Clone, Debug)]
pub struct CommunityFace {
    pub name: kolo_words::Multilingual,
    pub slug: String,
    pub accent: String,
    pub is_sample: bool,
}

/// A link of the navigation.
#[derive(Clone, Debug)]
pub struct NavLink {
    pub href: String,
    pub key: &'static str,
    pub is_current: bool,
}

/// A link that shows this page in another language.
#[derive(Clone, Debug)]
pub struct LangLink {
    pub lang: Lang,
    pub own_name: &'static str,
    pub href: String,
    pub is_current: bool,
}

/// Addresses of the web bundle.
#[derive(Clone, Debug)]
pub struct AssetLinks {
    pub css: String,
    pub js: String,
    pub map_css: String,
    pub map_js: String,
    pub icon: String,
}

/// The values askama hands to templates and filters.
struct Shell {
    shell: ShellData,
}

impl Values for Shell {
    fn get_value<'v>(&'v self, key: &str) -> Option<&'v dyn Any> {
        (key == "shell").then_some(&self.shell as &dyn Any)
    }
}

impl ShellData {
    fn of(app: &App, visit: &Visit) -> Self {
        let community = visit.community_if_any();
        let (path, _) = visit.address().split_once('?').unwrap_or((visit.address(), ""));
        let inner = path.strip_prefix(visit.prefix()).unwrap_or(path);
        let nav = app
            .registry()
            .nav
            .iter()
            .filter(|item| community.is_some() && visit.may(&item.permission))
            .map(|item| NavLink {
                href: visit.href(item.href),
                key: item.key,
                is_current: inner == item.href || (item.href != "/" && inner.starts_with(&format!("{}/", item.href))),
            })
            .collect();
        let in_lang = |lang: Lang| with_lang(visit.address(), lang);
        let assets = app.assets();
        let back = url::form_urlencoded::byte_serialize(visit.address().as_bytes()).collect::<String>();
        Self {
            lang: visit.lang(),
            prefix: visit.prefix().to_owned(),
            community: community.map(|c| CommunityFace {
                name: c.name.clone(),
                slug: c.slug.clone(),
                accent: c.accent.clone(),
                is_sample: c.is_sample,
            }),
            person: visit.actor().is_signed_in().then(|| visit.actor().name.clone()),
            nav,
            preferences: visit.preferences(),
            languages: Lang::ALL
                .into_iter()
                .map(|lang| LangLink {
                    lang,
                    own_name: lang.own_name(),
                    href: in_lang(lang),
                    is_current: lang == visit.lang(),
                })
                .collect(),
            assets: AssetLinks {
                css: assets.href("kolo.css"),
                js: assets.href("kolo.js"),
                map_css: assets.href("map.css"),
                map_js: assets.href("map.js"),
                icon: assets.href("icon.svg"),
            },
            csrf: visit.csrf().to_owned(),
            canonical: format!("{}{path}", visit.origin()),
            alternates: Lang::ALL
                .into_iter()
                .map(|lang| (lang, format!("{}{}", visit.origin(), in_lang(lang))))
                .collect(),
            flash: visit.flash().map(str::to_owned),
            preferences_href: format!("/preferences?back={back}"),
            sign_in_href: format!("/sign-in?back={back}"),
            sign_out_href: "/sign-out".to_owned(),
            desk_href: (visit.actor().is_signed_in() && community.is_some()).then(|| visit.href("/desk")),
            about_href: visit.href("/permissions"),
            words: app.words().clone(),
        }
    }

    /// A message in the page's language.
    pub fn say(&self, message: impl Into<Message>) -> String {
        self.words.say(self.lang, &message.into())
    }

    /// A message whose key was put together while the page was drawn.
    pub fn say_key(&self, key: impl AsRef<str>) -> String {
        self.words.say(
            self.lang,
            &Message {
                key: key.as_ref().to_owned().into(),
                args: Vec::new(),
            },
        )
    }

    /// The values of a preference and the links that choose them.
    pub fn preference_links(&self, name: &str, back: &str) -> Vec<(String, &'static str, bool)> {
        let back = url::form_urlencoded::byte_serialize(back.as_bytes()).collect::<String>();
        let values = PREFERENCES.iter().find(|(n, _)| *n == name).map_or(&[][..], |(_, values)| values);
        values
            .iter()
            .map(|value| {
                (
                    format!("/preferences/set?{name}={value}&back={back}"),
                    *value,
                    self.preferences.get(name) == *value,
                )
            })
            .collect()
    }
}

/// The address with `lang` set to this language and everything else as it was.
fn with_lang(address: &str, lang: Lang) -> String {
    let (path, query) = address.split_once('?').unwrap_or((address, ""));
    let mut to = url::form_urlencoded::Serializer::new(String::new());
    to.extend_pairs(url::form_urlencoded::parse(query.as_bytes()).filter(|(name, _)| name != "lang"));
    to.append_pair("lang", lang.code());
    format!("{path}?{}", to.finish())
}

impl Visit {
    /// Draws a page that is the same for everybody who may see it without signing in.
    pub fn page(&self, app: &App, page: &impl Template) -> Result<Response> {
        let mut response = self.page_with(app, StatusCode::OK, page)?;
        response.extensions_mut().insert(Shared);
        Ok(response)
    }

    /// Draws a page with another status; 422 for a form with mistakes.
    pub fn page_with(&self, app: &App, status: StatusCode, page: &impl Template) -> Result<Response> {
        let html = self.draw(app, page)?;
        let kind = [(CONTENT_TYPE, HeaderValue::from_static("text/html; charset=utf-8"))];
        Ok((status, kind, html).into_response())
    }

    /// Draws a template to text: panels, letters' HTML.
    pub fn draw(&self, app: &App, page: &impl Template) -> Result<String> {
        let shell = Shell {
            shell: ShellData::of(app, self),
        };
        Ok(page.render_with_values(&shell).context("drawing a page")?)
    }

    /// A message in the visitor's language.
    pub fn say(&self, app: &App, message: impl Into<Message>) -> String {
        app.words().say(self.lang(), &message.into())
    }

    /// Day and time where the community lives, in the visitor's language.
    pub fn moment(&self, app: &App, at: chrono::DateTime<chrono::Utc>) -> String {
        crate::dates::moment(app.words(), self.lang(), at, self.local_now().time_zone().clone())
    }
}

/// Marks a response of a public GET as the same for everybody, so that it is kept in memory.
pub fn shared(response: impl IntoResponse) -> Response {
    let mut response = response.into_response();
    response.extensions_mut().insert(Shared);
    response
}

/// Draws the page for an error, with a way out of the dead end; programs get the same as a problem document (RFC 9457).
pub(crate) fn error_page(app: &App, visit: &Visit, error: &Error) -> Response {
    let status = error.status();
    let (title, message) = match error {
        Error::NotFound => (Message::new("error-not-found-title"), Message::new("error-not-found")),
        Error::Forbidden if !visit.actor().is_signed_in() => (Message::new("error-sign-in-title"), Message::new("error-sign-in")),
        Error::Forbidden => (Message::new("error-forbidden-title"), Message::new("error-forbidden")),
        Error::Refused(refusal) => (Message::new("error-refused-title"), refusal.message.clone()),
        Error::Internal(_) => (Message::new("error-internal-title"), Message::new("error-internal")),
    };
    if visit.is_by_program() {
        let problem = serde_json::json!({
            "type": "about:blank",
            "title": visit.say(app, title),
            "status": status.as_u16(),
            "detail": visit.say(app, message),
        });
        let headers = [(CONTENT_TYPE, "application/problem+json"), (ACCESS_CONTROL_ALLOW_ORIGIN, "*")];
        return (status, headers, problem.to_string()).into_response();
    }
    let offers_sign_in = matches!(error, Error::Forbidden) && !visit.actor().is_signed_in();
    let page = ErrorPage {
        title,
        message,
        offers_sign_in,
    };
    visit.page_with(app, status, &page).unwrap_or_else(|error| {
        tracing::error!("drawing the error page: {error:#}");
        status.into_response()
    })
}

#[derive(Template)]
#[template(path = "error.html")]
struct ErrorPage {
    title: Message,
    message: Message,
    offers_sign_in: bool,
}

/// Pages about looking at pages: the preference panel.
#[derive(Template)]
#[template(path = "preferences.html")]
pub(crate) struct PreferencesPage {
    pub(crate) back: String,
}

/// All components in one place, for whoever writes a page.
#[derive(Template)]
#[template(path = "design.html")]
pub(crate) struct DesignPage {
    pub(crate) text: crate::form::Field,
    pub(crate) wrong: crate::form::Field,
    pub(crate) choice: crate::form::Field,
    pub(crate) mistakes: Vec<crate::form::Mistake>,
    pub(crate) pager: Pager,
    pub(crate) is_sample: bool,
}

/// A position in a long list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pager {
    pub page: u64,
    pub pages: u64,
    pub total: u64,
    pub before: Option<String>,
    pub after: Option<String>,
}

impl Pager {
    /// `address` is the present path and query; `page` in it is replaced.
    pub fn new(address: &str, page: u64, per_page: u64, total: u64) -> Self {
        let pages = total.div_ceil(per_page.max(1)).max(1);
        let page = page.clamp(1, pages);
        let (path, query) = address.split_once('?').unwrap_or((address, ""));
        let to = |n: u64| {
            let mut to = url::form_urlencoded::Serializer::new(String::new());
            to.extend_pairs(url::form_urlencoded::parse(query.as_bytes()).filter(|(name, _)| name != "page"));
            if n > 1 {
                to.append_pair("page", &n.to_string());
            }
            let query = to.finish();
            if query.is_empty() {
                path.to_owned()
            } else {
                format!("{path}?{query}")
            }
        };
        Self {
            page,
            pages,
            total,
            before: (page > 1).then(|| to(page - 1)),
            after: (page < pages).then(|| to(page + 1)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_language_link_keeps_the_rest_of_the_address() {
        assert_eq!(
            with_lang("/a/services?q=мир&lang=uk&page=2", Lang::Kk),
            "/a/services?q=%D0%BC%D0%B8%D1%80&page=2&lang=kk"
        );
    }

    #[test]
    fn the_pager_stays_within_its_pages() {
        let pager = Pager::new("/s?q=a&page=9", 9, 20, 45);
        assert_eq!((pager.page, pager.pages, pager.after.as_deref()), (3, 3, None));
        assert_eq!(pager.before.as_deref(), Some("/s?q=a&page=2"));
        assert_eq!(Pager::new("/s?page=2", 2, 20, 45).before.as_deref(), Some("/s"));
    }
}
