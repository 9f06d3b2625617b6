//! What somebody asks of the list of services, as it stands in an address.
//!
//! The page, the map, the spreadsheet and the table of one list read the same query, so that a download is the list that
//! was looked at. People edit addresses: what cannot be understood is left out, never an error.
use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use kolo_platform::Visit;
use kolo_platform::search::{Bounds, Filter, Near, Order, Question};
use std::collections::BTreeMap;
use std::convert::Infallible;
use url::form_urlencoded;

/// The dimensions by which services are narrowed down: names of facets in the index and of parameters in addresses.
///
/// `situation` and `help` hold codes of our terms, `organization` an id, `city` the folded name of a town, `language` an
/// ISO 639 code, `cost` `free` or `paid`, `accessibility` a code of [`crate::model::AccessKind`], `way` `in_person`,
/// `phone`, `online` or a code of [`crate::model::WayKind`].
pub const DIMENSIONS: [&str; 8] = [
    "situation",
    "help",
    "organization",
    "city",
    "language",
    "cost",
    "accessibility",
    "way",
];

/// Longer questions are cut: nobody types them.
const LONGEST_WORDS: usize = 200;
const LONGEST_VALUE: usize = 100;
/// Values of one dimension.
const MOST_VALUES: usize = 30;
const LAST_PAGE: usize = 10_000;
const WEEKDAYS: [&str; 7] = ["mo", "tu", "we", "th", "fr", "sa", "su"];

/// When it should be open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Open {
    Now,
    Today,
    /// A day of the week; 0 is Monday.
    Day(u8),
}

impl Open {
    /// The value as it stands in an address.
    pub fn code(self) -> &'static str {
        match self {
            Self::Now => "now",
            Self::Today => "today",
            Self::Day(day) => WEEKDAYS.get(usize::from(day)).copied().unwrap_or("mo"),
        }
    }

    /// The value of this code, if there is one.
    pub fn parse(code: &str) -> Option<Self> {
        match code {
            "now" => Some(Self::Now),
            "today" => Some(Self::Today),
            code => (0..7).map(Self::Day).find(|day| day.code() == code),
        }
    }
}

/// A question as asked: words, filters, order, page.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Asked {
    /// `q`
    pub words: String,
    /// Wanted values by dimension, see [`DIMENSIONS`]; a parameter may be repeated.
    pub facets: BTreeMap<&'static str, Vec<String>>,
    /// `age`
    pub age: Option<u8>,
    /// `open`
    pub open: Option<Open>,
    /// `near`: latitude and longitude, `49.84,24.03`.
    pub near: Option<(f64, f64)>,
    /// `km`: how far from there at most; distances are only told when it is missing.
    pub km: Option<f64>,
    /// `box`: south, west, north, east.
    pub inside: Option<Bounds>,
    /// `sort`
    pub sort: Option<Order>,
    /// `page`, from 0 for the first one; the address counts from 1.
    pub page: usize,
}

impl Asked {
    /// Reads the query part of an address.
    pub fn parse(query: &str) -> Self {
        let mut asked = Self::default();
        for (name, value) in form_urlencoded::parse(query.as_bytes()) {
            asked.read(&name, value.trim());
        }
        asked
    }

    fn read(&mut self, name: &str, value: &str) {
        if value.is_empty() {
            return;
        }
        match name {
            "q" => value
                .chars()
                .take(LONGEST_WORDS)
                .collect::<String>()
                .trim_end()
                .clone_into(&mut self.words),
            "age" => self.age = value.parse().ok().filter(|age| *age <= 120),
            "open" => self.open = Open::parse(value),
            "near" => {
                self.near = numbers(value)
                    .filter(|[lat, lon]| is_on_earth(*lat, *lon))
                    .map(|[lat, lon]| (lat, lon));
            }
            "km" => self.km = value.parse().ok().filter(|km: &f64| (0.05..=1_000.0).contains(km)),
            "box" => {
                self.inside = numbers(value)
                    .filter(|[south, west, north, east]| is_on_earth(*south, *west) && is_on_earth(*north, *east) && south <= north)
                    .map(|[south, west, north, east]| Bounds { south, west, north, east });
            }
            "sort" => {
                self.sort = match value {
                    "name" => Some(Order::Name),
                    "distance" => Some(Order::Distance),
                    "relevance" => Some(Order::Relevance),
                    _ => None,
                }
            }
            "page" => self.page = value.parse::<usize>().unwrap_or(1).clamp(1, LAST_PAGE) - 1,
            name => {
                if let Some(dimension) = DIMENSIONS.iter().find(|dimension| **dimension == name) {
                    self.want(dimension, value);
                }
            }
        }
    }

    fn want(&mut self, dimension: &'static str, value: &str) {
        let values = self.facets.entry(dimension).or_default();
        if value.len() <= LONGEST_VALUE && values.len() < MOST_VALUES && !values.iter().any(|v| v == value) {
            values.push(value.to_owned());
        }
    }

    /// Whether nothing was asked for, so that the list holds everything there is.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty() && !self.has_filters()
    }

    /// Whether any filter beside the words is set.
    pub fn has_filters(&self) -> bool {
        self.facets.values().any(|values| !values.is_empty())
            || self.age.is_some()
            || self.open.is_some()
            || self.inside.is_some()
            || (self.near.is_some() && self.km.is_some())
    }

    /// Whether this value of a dimension is wanted.
    pub fn wants(&self, dimension: &str, value: &str) -> bool {
        self.facets.get(dimension).is_some_and(|values| values.iter().any(|v| v == value))
    }

    /// The same question with this value too, from its first page.
    #[must_use]
    pub fn with(&self, dimension: &'static str, value: &str) -> Self {
        let mut asked = self.at_page(0);
        asked.want(dimension, value);
        asked
    }

    /// The same question without this value, from its first page.
    #[must_use]
    pub fn without(&self, dimension: &str, value: &str) -> Self {
        let mut asked = self.at_page(0);
        if let Some(values) = asked.facets.get_mut(dimension) {
            values.retain(|v| v != value);
        }
        asked.facets.retain(|_, values| !values.is_empty());
        asked
    }

    /// The same question without one of its filters, from its first page.
    #[must_use]
    pub fn without_filter(&self, filter: &Filter) -> Self {
        let mut asked = self.at_page(0);
        match filter {
            Filter::OpenAt | Filter::OpenOn => asked.open = None,
            Filter::Inside => asked.inside = None,
            Filter::Near => asked.km = None,
            Filter::Age => asked.age = None,
            Filter::Facet(dimension) => asked.facets.retain(|name, _| name != dimension),
        }
        asked
    }

    /// The same question in other words, from its first page.
    #[must_use]
    pub fn in_words(&self, words: &str) -> Self {
        Self {
            words: words.to_owned(),
            ..self.at_page(0)
        }
    }

    /// Another page of the same list; 0 is the first.
    #[must_use]
    pub fn at_page(&self, page: usize) -> Self {
        Self { page, ..self.clone() }
    }

    /// The question as names and values, in a fixed order, so that one list has one address. Forms carry them as hidden
    /// fields.
    pub fn pairs(&self) -> Vec<(&'static str, String)> {
        let mut pairs = Vec::new();
        if !self.words.is_empty() {
            pairs.push(("q", self.words.clone()));
        }
        for dimension in DIMENSIONS {
            pairs.extend(
                self.facets
                    .get(dimension)
                    .into_iter()
                    .flatten()
                    .map(|value| (dimension, value.clone())),
            );
        }
        pairs.extend(self.age.map(|age| ("age", age.to_string())));
        pairs.extend(self.open.map(|open| ("open", open.code().to_owned())));
        pairs.extend(self.near.map(|(lat, lon)| ("near", format!("{lat},{lon}"))));
        pairs.extend(self.km.map(|km| ("km", km.to_string())));
        pairs.extend(
            self.inside
                .map(|b| ("box", format!("{},{},{},{}", b.south, b.west, b.north, b.east))),
        );
        pairs.extend(self.sort.map(|sort| {
            let code = match sort {
                Order::Name => "name",
                Order::Distance => "distance",
                Order::Relevance => "relevance",
            };
            ("sort", code.to_owned())
        }));
        if self.page > 0 {
            pairs.push(("page", (self.page + 1).to_string()));
        }
        pairs
    }

    /// The query part of the list's address; empty when nothing was asked.
    pub fn to_query(&self) -> String {
        form_urlencoded::Serializer::new(String::new()).extend_pairs(self.pairs()).finish()
    }

    /// `path` with this question behind it.
    pub fn address(&self, path: &str) -> String {
        let query = self.to_query();
        if query.is_empty() {
            path.to_owned()
        } else {
            format!("{path}?{query}")
        }
    }

    /// The question for the index: services of the visited community and of those below it, `per_page` at a time.
    pub fn question(&self, visit: &Visit, per_page: usize) -> Question {
        let now = visit.local_now();
        let day = u8::try_from(now.weekday().to_monday_zero_offset()).unwrap_or_default();
        let [hour, minute] = [now.hour(), now.minute()].map(|part| u16::try_from(part).unwrap_or_default());
        let minute = (u16::from(day) * 24 + hour) * 60 + minute;
        let (open_at, open_on) = match self.open {
            Some(Open::Now) => (Some(minute), None),
            Some(Open::Today) => (None, Some(day)),
            Some(Open::Day(day)) => (None, Some(day)),
            None => (None, None),
        };
        // Without words there is nothing to be relevant to.
        let order = self.sort.unwrap_or(match (self.words.is_empty(), self.near) {
            (true, Some(_)) => Order::Distance,
            (true, None) => Order::Name,
            (false, _) => Order::Relevance,
        });
        let order = if order == Order::Distance && self.near.is_none() {
            Order::Name
        } else {
            order
        };
        Question {
            communities: visit.community_if_any().map(|community| community.id).into_iter().collect(),
            kinds: vec!["service".to_owned()],
            words: self.words.clone(),
            facets: self
                .facets
                .iter()
                .map(|(dimension, values)| ((*dimension).to_owned(), values.clone()))
                .collect(),
            near: self.near.map(|(latitude, longitude)| Near {
                latitude,
                longitude,
                km: self.km.unwrap_or(f64::INFINITY),
            }),
            inside: self.inside,
            open_at,
            open_on,
            age: self.age,
            order,
            offset: self.page * per_page,
            limit: per_page,
            ..Question::new(visit.lang())
        }
    }
}

fn numbers<const N: usize>(text: &str) -> Option<[f64; N]> {
    let numbers: Option<Vec<f64>> = text.split(',').take(N + 1).map(|part| part.trim().parse().ok()).collect();
    numbers?.try_into().ok()
}

fn is_on_earth(latitude: f64, longitude: f64) -> bool {
    (-90.0..=90.0).contains(&latitude) && (-180.0..=180.0).contains(&longitude)
}

impl<S: Send + Sync> FromRequestParts<S> for Asked {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Infallible> {
        Ok(Self::parse(parts.uri.query().unwrap_or_default()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_question_reads_itself_back_from_its_address() {
        let query = "q=%D1%97%D0%B6%D0%B0&situation=displaced&situation=veterans&city=%D0%BB%D1%8C%D0%B2%D1%96%D0%B2&age=12&open=sa\
                     &near=49.84%2C24.03&km=2.5&box=49%2C23%2C50%2C25&sort=distance&page=3";
        let asked = Asked::parse(query);
        assert_eq!(asked.words, "їжа");
        assert_eq!(asked.facets["situation"], ["displaced", "veterans"]);
        assert_eq!(
            (asked.age, asked.open, asked.near, asked.km, asked.page),
            (Some(12), Some(Open::Day(5)), Some((49.84, 24.03)), Some(2.5), 2)
        );
        assert_eq!(asked.to_query(), query);
    }

    #[test]
    fn nonsense_is_left_out() {
        let asked = Asked::parse(
            "age=-1&age=900&open=never&near=91,0&near=a,b&near=1,2,3&km=NaN&box=1,2,3&sort=x&page=0&page=-9&colour=red&lang=uk",
        );
        assert_eq!(asked, Asked::default());
        assert!(asked.is_empty());
        assert_eq!(asked.address("/services"), "/services");
    }

    #[test]
    fn another_value_leads_back_to_the_first_page() {
        let asked = Asked::parse("help=legal&page=4");
        let more = asked.with("help", "food");
        assert_eq!(more.to_query(), "help=legal&help=food");
        assert!(more.wants("help", "food"));
        assert_eq!(more.without("help", "legal").to_query(), "help=food");
        assert_eq!(more.without_filter(&Filter::Facet("help".to_owned())), Asked::default());
    }

    proptest! {
        #[test]
        fn no_address_breaks_the_question(query in "\\PC{0,80}") {
            let asked = Asked::parse(&query);
            prop_assert_eq!(Asked::parse(&asked.to_query()), asked);
        }
    }
}
