//! How pages speak: words for codes, days, distances and prices in the reader's language.
use chrono::NaiveDate;
use jiff::Zoned;
use jiff::tz::TimeZone;
use kolo_platform::community::Tree;
use kolo_platform::{App, Result, Visit, dates};
use kolo_words::{Lang, Message, Money, Multilingual};
use std::sync::Arc;
use uuid::Uuid;

/// Languages that have a name in every language of the interface.
const NAMED_LANGUAGES: [&str; 38] = [
    "ar", "az", "ba", "be", "bg", "crh", "cs", "cv", "de", "en", "es", "fa", "fr", "he", "hu", "hy", "it", "ka", "kca", "kk", "ko", "ky",
    "mn", "mns", "pl", "ro", "rom", "ru", "sgn", "tg", "tk", "tr", "tt", "ug", "uk", "uz", "vi", "zh",
];

/// Who speaks: the instance, to this visitor.
#[derive(Clone, Debug)]
pub(super) struct Voice<'a> {
    pub(super) app: &'a App,
    pub(super) visit: &'a Visit,
    tree: Arc<Tree>,
}

impl<'a> Voice<'a> {
    pub(super) fn new(app: &'a App, visit: &'a Visit) -> Self {
        Self {
            app,
            visit,
            tree: app.communities().tree(),
        }
    }

    pub(super) fn lang(&self) -> Lang {
        self.visit.lang()
    }

    pub(super) fn say(&self, message: impl Into<Message>) -> String {
        self.visit.say(self.app, message)
    }

    /// A message whose key ends in a code of ours: `directory-way-` and `in_person`.
    pub(super) fn code(&self, beginning: &str, code: &str) -> String {
        self.say(Message {
            key: format!("{beginning}{}", code.replace([' ', '_'], "-")).into(),
            args: Vec::new(),
        })
    }

    /// The name of a spoken language; what has none in our words is called as the record calls it.
    pub(super) fn language(&self, code: &str, called: Option<&str>) -> String {
        match NAMED_LANGUAGES.iter().find(|known| **known == code) {
            Some(code) => self.code("directory-language-", code),
            None => called.unwrap_or(code).to_owned(),
        }
    }

    pub(super) fn day(&self, day: NaiveDate) -> String {
        dates::day(self.app.words(), self.lang(), day)
    }

    /// The name of a weekday; 0 is Monday.
    pub(super) fn weekday(&self, from_monday: i8) -> String {
        dates::weekday(self.app.words(), self.lang(), from_monday.unsigned_abs() + 1)
    }

    pub(super) fn price(&self, minor: i64, currency: &str) -> String {
        if minor == 0 {
            return self.say("directory-cost-free");
        }
        let amount = Money::new(minor, currency).amount();
        let currency = match currency {
            "UAH" => "₴",
            "RUB" => "₽",
            "KZT" => "₸",
            "EUR" => "€",
            "USD" => "$",
            other => other,
        };
        self.say(
            Message::new("directory-cost-amount")
                .with("amount", amount)
                .with("currency", currency),
        )
    }

    /// How far it is, to a tenth of a kilometre, and beyond ten to a whole one.
    pub(super) fn distance(&self, km: f64) -> String {
        if km < 0.1 {
            return self.say("directory-distance-near");
        }
        let figure = if km < 10.0 { format!("{km:.1}") } else { format!("{km:.0}") };
        let figure = if self.lang() == Lang::En {
            figure
        } else {
            figure.replace('.', ",")
        };
        self.say(Message::new("directory-distance").with("km", figure))
    }

    /// The communities whose records this page may show: the visited one and those below it.
    pub(super) fn scope(&self) -> Result<Vec<Uuid>> {
        Ok(self.tree.with_descendants(self.visit.community()?.id))
    }

    pub(super) fn tree(&self) -> &Tree {
        &self.tree
    }

    /// A link to a page of the community a record belongs to.
    pub(super) fn href(&self, community: Uuid, path: &str) -> String {
        if self.visit.community_if_any().is_some_and(|visited| visited.id == community) {
            return self.visit.href(path);
        }
        match self.tree.get(community) {
            Some(other) => match &other.host {
                Some(host) => format!("//{host}{path}"),
                None => format!("/{}{path}", other.slug),
            },
            None => self.visit.href(path),
        }
    }

    /// The name of a record's community, where a page shows records of several.
    pub(super) fn other_community(&self, community: Uuid) -> Option<Multilingual> {
        let is_other = self.visit.community_if_any().is_none_or(|visited| visited.id != community);
        self.tree.get(community).filter(|_| is_other).map(|other| other.name.clone())
    }

    /// The zone in which the hours of a community's records are told.
    pub(super) fn zone(&self, community: Uuid) -> TimeZone {
        self.tree.get(community).map_or(TimeZone::UTC, |community| community.zone())
    }

    /// The present wall time there.
    pub(super) fn now(&self, zone: &TimeZone) -> Zoned {
        dates::instant(self.visit.now()).to_zoned(zone.clone())
    }

    /// The present day where the visited community lives.
    pub(super) fn today(&self) -> NaiveDate {
        chrono_day(self.visit.local_now().date())
    }
}

/// A day of the calendar as the database and our words have it.
pub(super) fn chrono_day(day: jiff::civil::Date) -> NaiveDate {
    let part = |n: i8| u32::from(n.unsigned_abs());
    NaiveDate::from_ymd_opt(day.year().into(), part(day.month()), part(day.day())).unwrap_or_default()
}
