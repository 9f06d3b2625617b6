//! One request, as pages see it: which community, which language, who, with which preferences.
use crate::actor::{Actor, Permission};
use crate::community::Community;
use crate::{Error, Result};
use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use chrono::{DateTime, Utc};
use kolo_words::Lang;
use std::sync::Arc;
use uuid::Uuid;

/// How the visitor wants pages to look; kept in a cookie, set by plain links (RULES R11).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Preferences {
    pub scheme: &'static str,
    pub size: &'static str,
    pub spacing: &'static str,
    pub images: &'static str,
    pub motion: &'static str,
}

/// The values each preference can take; the first is the default.
pub const PREFERENCES: [(&str, &[&str]); 5] = [
    (
        "scheme",
        &["auto", "light", "dark", "black-on-white", "white-on-black", "blue", "brown"],
    ),
    ("size", &["100", "125", "150", "200"]),
    ("spacing", &["normal", "wide", "wider"]),
    ("images", &["on", "off"]),
    ("motion", &["on", "off"]),
];

impl Default for Preferences {
    fn default() -> Self {
        Self::from_cookie("")
    }
}

impl Preferences {
    /// Reads the cookie; what is unknown becomes the default.
    pub fn from_cookie(text: &str) -> Self {
        let parts: Vec<_> = text.split('.').collect();
        let pick = |at: usize| {
            let (_, values) = PREFERENCES[at];
            values
                .iter()
                .copied()
                .find(|value| parts.get(at) == Some(value))
                .unwrap_or(values[0])
        };
        Self {
            scheme: pick(0),
            size: pick(1),
            spacing: pick(2),
            images: pick(3),
            motion: pick(4),
        }
    }

    pub fn to_cookie(self) -> String {
        [self.scheme, self.size, self.spacing, self.images, self.motion].join(".")
    }

    /// The same with one preference changed; unknown names and values change nothing.
    #[must_use]
    pub fn with(self, name: &str, value: &str) -> Self {
        let Some((at, (_, values))) = PREFERENCES.iter().enumerate().find(|(_, (n, _))| *n == name) else {
            return self;
        };
        let Some(value) = values.iter().copied().find(|v| *v == value) else {
            return self;
        };
        let mut parts = [self.scheme, self.size, self.spacing, self.images, self.motion];
        parts[at] = value;
        Self {
            scheme: parts[0],
            size: parts[1],
            spacing: parts[2],
            images: parts[3],
            motion: parts[4],
        }
    }

    /// The present value of a preference.
    pub fn get(&self, name: &str) -> &'static str {
        match name {
            "scheme" => self.scheme,
            "size" => self.size,
            "spacing" => self.spacing,
            "images" => self.images,
            _ => self.motion,
        }
    }
}

/// What the door found out about a request. Cheap to clone.
#[derive(Clone, Debug)]
pub struct Visit(Arc<Facts>);

#[derive(Debug)]
pub(crate) struct Facts {
    pub(crate) community: Option<Arc<Community>>,
    pub(crate) prefix: String,
    pub(crate) lang: Lang,
    pub(crate) preferences: Preferences,
    pub(crate) actor: Actor,
    pub(crate) csrf: String,
    /// Path and query as the browser sees them.
    pub(crate) address: String,
    pub(crate) origin: String,
    pub(crate) flash: Option<String>,
    pub(crate) client: String,
    pub(crate) now: DateTime<Utc>,
}

impl Visit {
    pub(crate) fn new(facts: Facts) -> Self {
        Self(Arc::new(facts))
    }

    /// The community of the address; [`Error::NotFound`] on pages of the instance.
    pub fn community(&self) -> Result<&Arc<Community>> {
        self.0.community.as_ref().ok_or(Error::NotFound)
    }

    /// The community of the address, if there is one.
    pub fn community_if_any(&self) -> Option<&Arc<Community>> {
        self.0.community.as_ref()
    }

    /// The community and everything above it; empty on pages of the instance.
    pub fn lineage(&self) -> &[Uuid] {
        self.0.community.as_ref().map_or(&[], |c| c.lineage.as_slice())
    }

    pub fn lang(&self) -> Lang {
        self.0.lang
    }

    pub fn preferences(&self) -> Preferences {
        self.0.preferences
    }

    pub fn actor(&self) -> &Actor {
        &self.0.actor
    }

    pub fn now(&self) -> DateTime<Utc> {
        self.0.now
    }

    /// The present wall time where the community lives; UTC on pages of the instance.
    pub fn local_now(&self) -> jiff::Zoned {
        let zone = self.0.community.as_ref().map_or(jiff::tz::TimeZone::UTC, |c| c.zone());
        crate::dates::instant(self.0.now).to_zoned(zone)
    }

    pub fn may(&self, permission: &Permission) -> bool {
        self.actor().may(permission, self.lineage())
    }

    pub fn may_for(&self, permission: &Permission, organization: Uuid) -> bool {
        self.actor().may_for(permission, self.lineage(), organization)
    }

    /// A link to a page of this community (or of the instance): `path` begins with a slash.
    pub fn href(&self, path: &str) -> String {
        format!("{}{path}", self.0.prefix)
    }

    /// The same with scheme and host, for feeds, QR codes and letters.
    pub fn absolute(&self, path: &str) -> String {
        format!("{}{}{path}", self.0.origin, self.0.prefix)
    }

    /// Scheme and host of this request, without a slash at the end.
    pub fn origin(&self) -> &str {
        &self.0.origin
    }

    /// `""`, or `/` and the community's slug.
    pub fn prefix(&self) -> &str {
        &self.0.prefix
    }

    /// Path and query of the present page.
    pub fn address(&self) -> &str {
        &self.0.address
    }

    /// Whether the address is one of those for programs, below `/api/`.
    pub fn is_by_program(&self) -> bool {
        let path = self.0.address.split('?').next().unwrap_or_default();
        path.strip_prefix(self.prefix()).is_some_and(|path| path.starts_with("/api/"))
    }

    /// The token forms of this session must carry.
    pub fn csrf(&self) -> &str {
        &self.0.csrf
    }

    /// Message key to show once, left by the act before this page.
    pub fn flash(&self) -> Option<&str> {
        self.0.flash.as_deref()
    }

    /// Who sends, for rate limits only: never stored, never logged.
    pub fn client(&self) -> &str {
        &self.0.client
    }
}

impl<S: Send + Sync> FromRequestParts<S> for Visit {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self> {
        parts.extensions.get::<Self>().cloned().ok_or(Error::NotFound)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn preferences_survive_a_cookie_and_ignore_nonsense() {
        let chosen = Preferences::default()
            .with("scheme", "white-on-black")
            .with("size", "200")
            .with("size", "9000")
            .with("x", "on");
        assert_eq!(Preferences::from_cookie(&chosen.to_cookie()), chosen);
        assert_eq!((chosen.scheme, chosen.size), ("white-on-black", "200"));
        assert_eq!(Preferences::from_cookie("<script>...."), Preferences::default());
    }
}
