//! The parameters of the HSDS API: one table from which the questions are read and the description is written.
use super::problem::{Answered, Problem};
use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use serde_json::{Value as Json, json};
use url::form_urlencoded;
use uuid::Uuid;

/// Records on a page when nobody says how many.
pub(super) const PER_PAGE: u64 = 50;
/// Records on a page at most.
pub(super) const MOST_PER_PAGE: u64 = 500;
/// Ids and dates only: the standard wants them all in one answer.
pub(super) const MOST_MINIMAL: u64 = 50_000;
const LAST_PAGE: u64 = 100_000_000;
const LONGEST_TEXT: usize = 200;
const FARTHEST_METRES: f64 = 1_000_000.0;
const WEEKDAYS: [&str; 7] = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];

macro_rules! parameters {
    ($($variant:ident = $name:literal, $about:literal;)+) => {
        /// A parameter of the API.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub(super) enum Parameter { $($variant),+ }

        impl Parameter {
            const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// Its name in addresses.
            pub(super) const fn name(self) -> &'static str {
                match self { $(Self::$variant => $name),+ }
            }

            /// What it does, for the description of the API.
            pub(super) const fn about(self) -> &'static str {
                match self { $(Self::$variant => $about),+ }
            }
        }
    };
}

parameters! {
    Search = "search", "Full text search, in any of the languages: inflected forms, synonyms and every word of a name find the record.";
    Page = "page", "Number of the page, from 1.";
    PerPage = "per_page", "Records on a page. With `minimal` up to 50000.";
    Format = "format", "`json` (a page) or `ndjson` (one record a line, all of them, streamed).";
    TaxonomyTermId = "taxonomy_term_id", "Only records classified with this term.";
    TaxonomyId = "taxonomy_id", "Only records classified with any term of this taxonomy; for terms: only those of this taxonomy.";
    OrganizationId = "organization_id", "Only records of this organization.";
    ModifiedAfter = "modified_after", "Only records modified at or after this instant. The page then also carries `deleted`, the records that are gone since, and `deleted_url`, where all of them are listed.";
    Minimal = "minimal", "Only the id of every service and when it was modified; all of them in one page unless `per_page` is given.";
    Full = "full", "Whole records with everything nested in them, instead of their own fields only.";
    FullService = "full_service", "Whole organizations with their services, these whole too.";
    MinimumAge = "minimum_age", "Only services whose minimum age is at least this.";
    MaximumAge = "maximum_age", "Only services whose maximum age is at most this.";
    StartTime = "start_time", "Only services that open at this local time or later on some day.";
    EndTime = "end_time", "Only services that close at this local time or earlier on some day.";
    Day = "day", "Only services open on this day of the week.";
    Postcode = "postcode", "Only services at a place with this postcode, or with a service area (GeoJSON) around it. With `proximity`: near the centre of the places with this postcode.";
    Proximity = "proximity", "How many metres from the centre of `postcode`, or from `latitude` and `longitude`. Confidential places are never near anything.";
    Latitude = "latitude", "With `longitude` and `proximity`: the point to be near to (WGS 84). Not in HSDS.";
    Longitude = "longitude", "See `latitude`. Not in HSDS.";
    TopOnly = "top_only", "Only terms without a broader term.";
    ParentId = "parent_id", "Only terms right below this term.";
    Entity = "entity", "Only records of this kind.";
}

impl Parameter {
    /// Which values it takes, as JSON Schema.
    pub(super) fn schema(self) -> Json {
        match self {
            Self::Search => json!({"type": "string", "maxLength": LONGEST_TEXT, "pattern": "^[^\\x00-\\x1f\\x7f-\\x9f]*$"}),
            Self::Postcode => json!({"type": "string", "minLength": 1, "maxLength": 20, "pattern": "^[A-Za-z0-9][A-Za-z0-9 -]*$"}),
            Self::Page => json!({"type": "integer", "minimum": 1, "maximum": LAST_PAGE, "default": 1}),
            Self::PerPage => json!({"type": "integer", "minimum": 1, "maximum": MOST_PER_PAGE, "default": PER_PAGE}),
            Self::Format => json!({"type": "string", "enum": ["json", "ndjson"], "default": "json"}),
            Self::TaxonomyTermId | Self::TaxonomyId | Self::OrganizationId | Self::ParentId => json!({"type": "string", "format": "uuid"}),
            Self::ModifiedAfter => json!({"type": "string", "format": "date-time"}),
            Self::Minimal | Self::Full | Self::FullService | Self::TopOnly => json!({"type": "boolean", "default": false}),
            Self::MinimumAge | Self::MaximumAge => json!({"type": "integer", "minimum": 0, "maximum": 150}),
            Self::StartTime | Self::EndTime => {
                json!({"type": "string", "pattern": "^([01][0-9]|2[0-3]):[0-5][0-9]$", "examples": ["09:00"]})
            }
            Self::Day => json!({"type": "string", "enum": WEEKDAYS}),
            Self::Proximity => json!({"type": "number", "exclusiveMinimum": 0, "maximum": FARTHEST_METRES}),
            Self::Latitude => json!({"type": "number", "minimum": -90, "maximum": 90}),
            Self::Longitude => json!({"type": "number", "minimum": -180, "maximum": 180}),
            Self::Entity => json!({"type": "string", "enum": ["organization", "service", "location", "service_at_location"]}),
        }
    }
}

/// How much of every record is wanted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Depth {
    /// Its id and when it was modified.
    Minimal,
    /// Its own fields, and those of what there is one of.
    #[default]
    Own,
    /// Everything nested in it.
    Whole,
    /// And its services whole too.
    WithServices,
}

/// What is asked of a list, understood.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Wanted {
    pub search: String,
    /// From 1.
    pub page: u64,
    pub per_page: u64,
    pub is_ndjson: bool,
    pub term: Option<Uuid>,
    pub taxonomy: Option<Uuid>,
    pub organization: Option<Uuid>,
    pub modified_after: Option<DateTime<Utc>>,
    pub depth: Depth,
    pub minimum_age: Option<i32>,
    pub maximum_age: Option<i32>,
    pub start_time: Option<NaiveTime>,
    pub end_time: Option<NaiveTime>,
    pub day: Option<&'static str>,
    pub postcode: Option<String>,
    /// Metres.
    pub proximity: Option<f64>,
    /// Latitude and longitude.
    pub point: Option<(f64, f64)>,
    pub top_only: bool,
    pub parent: Option<Uuid>,
    pub entity: Option<String>,
}

impl Depth {
    fn when(self, is_wanted: bool) -> Self {
        if is_wanted { self } else { Self::Own }
    }
}

impl Wanted {
    /// Reads a query. A filter this list does not have is refused rather than ignored, because an ignored filter answers
    /// another question; names that are no parameters of the API at all are left alone.
    pub(super) fn read(query: &str, known: &[Parameter]) -> Answered<Self> {
        let mut given: Vec<(Parameter, String)> = Vec::new();
        for (name, value) in form_urlencoded::parse(query.as_bytes()) {
            let Some(parameter) = Parameter::ALL.iter().copied().find(|p| p.name() == name) else {
                continue;
            };
            if !known.contains(&parameter) {
                return Err(Problem::malformed(parameter.name(), "this list has no such filter"));
            }
            if given.iter().any(|(other, _)| *other == parameter) {
                return Err(Problem::malformed(parameter.name(), "give it once"));
            }
            given.push((parameter, value.into_owned()));
        }
        let mut wanted = Self {
            page: 1,
            ..Self::default()
        };
        let (mut latitude, mut longitude, mut per_page) = (None, None, None);
        let (mut is_minimal, mut deepest) = (false, Depth::Own);
        for (parameter, value) in &given {
            let name = parameter.name();
            match parameter {
                Parameter::Search => wanted.search = text(name, value)?,
                Parameter::Page => wanted.page = whole(name, value, 1, LAST_PAGE)?,
                Parameter::PerPage => per_page = Some(whole(name, value, 1, MOST_MINIMAL)?),
                Parameter::Format => wanted.is_ndjson = is_ndjson(value)?,
                Parameter::TaxonomyTermId => wanted.term = Some(id(name, value)?),
                Parameter::TaxonomyId => wanted.taxonomy = Some(id(name, value)?),
                Parameter::OrganizationId => wanted.organization = Some(id(name, value)?),
                Parameter::ParentId => wanted.parent = Some(id(name, value)?),
                Parameter::ModifiedAfter => wanted.modified_after = Some(instant(name, value)?),
                Parameter::Minimal => is_minimal = yes_or_no(name, value)?,
                Parameter::Full => deepest = deepest.max(Depth::Whole.when(yes_or_no(name, value)?)),
                Parameter::FullService => deepest = deepest.max(Depth::WithServices.when(yes_or_no(name, value)?)),
                Parameter::TopOnly => wanted.top_only = yes_or_no(name, value)?,
                Parameter::MinimumAge => wanted.minimum_age = Some(age(name, value)?),
                Parameter::MaximumAge => wanted.maximum_age = Some(age(name, value)?),
                Parameter::StartTime => wanted.start_time = Some(time(name, value)?),
                Parameter::EndTime => wanted.end_time = Some(time(name, value)?),
                Parameter::Day => wanted.day = Some(one_of(name, value, &WEEKDAYS)?),
                Parameter::Postcode => wanted.postcode = Some(postcode(name, value)?),
                Parameter::Proximity => {
                    wanted.proximity = Some(number(name, value, 0.0, FARTHEST_METRES)?);
                    if wanted.proximity == Some(0.0) {
                        return Err(Problem::malformed(name, "metres, more than none"));
                    }
                }
                Parameter::Latitude => latitude = Some(number(name, value, -90.0, 90.0)?),
                Parameter::Longitude => longitude = Some(number(name, value, -180.0, 180.0)?),
                Parameter::Entity => wanted.entity = Some(one_of(name, value, &super::deleted::ENTITIES)?.to_owned()),
            }
        }
        wanted.point = latitude.zip(longitude);
        if latitude.is_some() != longitude.is_some() {
            return Err(Problem::contradiction("latitude", "latitude and longitude go together"));
        }
        if wanted.point.is_some() && wanted.proximity.is_none() {
            return Err(Problem::contradiction("proximity", "a point needs a proximity in metres"));
        }
        if wanted.point.is_some() && wanted.postcode.is_some() {
            return Err(Problem::contradiction("postcode", "near the postcode or near the point, not both"));
        }
        if wanted.proximity.is_some() && wanted.point.is_none() && wanted.postcode.is_none() {
            return Err(Problem::contradiction(
                "proximity",
                "near what? give a postcode, or latitude and longitude",
            ));
        }
        wanted.depth = if is_minimal { Depth::Minimal } else { deepest };
        let (most, usual) = if is_minimal {
            (MOST_MINIMAL, MOST_MINIMAL)
        } else {
            (MOST_PER_PAGE, PER_PAGE)
        };
        wanted.per_page = per_page.unwrap_or(usual);
        if wanted.per_page > most {
            return Err(Problem::malformed("per_page", format!("at most {most}")));
        }
        Ok(wanted)
    }
}

fn text(name: &'static str, value: &str) -> Answered<String> {
    if value.chars().count() > LONGEST_TEXT || value.chars().any(char::is_control) {
        return Err(Problem::malformed(
            name,
            format!("at most {LONGEST_TEXT} characters, no control characters"),
        ));
    }
    Ok(value.trim().to_owned())
}

fn postcode(name: &'static str, value: &str) -> Answered<String> {
    let is_one = (1..=20).contains(&value.len())
        && value.starts_with(|c: char| c.is_ascii_alphanumeric())
        && value.chars().all(|c| c.is_ascii_alphanumeric() || c == ' ' || c == '-');
    if is_one {
        Ok(value.trim().to_owned())
    } else {
        Err(Problem::malformed(name, "Latin letters, digits, spaces and hyphens"))
    }
}

fn whole(name: &'static str, value: &str, least: u64, most: u64) -> Answered<u64> {
    let number = value
        .parse::<u64>()
        .ok()
        .filter(|n| (least..=most).contains(n) && value.bytes().all(|b| b.is_ascii_digit()));
    number.ok_or_else(|| Problem::malformed(name, format!("a whole number from {least} to {most}")))
}

fn age(name: &'static str, value: &str) -> Answered<i32> {
    whole(name, value, 0, 150).map(|age| i32::try_from(age).unwrap_or(150))
}

fn number(name: &'static str, value: &str, least: f64, most: f64) -> Answered<f64> {
    let number = value.parse::<f64>().ok().filter(|n| (least..=most).contains(n));
    number.ok_or_else(|| Problem::malformed(name, format!("a number from {least} to {most}")))
}

fn yes_or_no(name: &'static str, value: &str) -> Answered<bool> {
    value.parse().map_err(|_| Problem::malformed(name, "true or false"))
}

fn id(name: &'static str, value: &str) -> Answered<Uuid> {
    Uuid::try_parse(value).map_err(|_| Problem::malformed(name, "a UUID"))
}

fn one_of(name: &'static str, value: &str, choices: &[&'static str]) -> Answered<&'static str> {
    let found = choices.iter().copied().find(|choice| *choice == value);
    found.ok_or_else(|| Problem::malformed(name, format!("one of {}", choices.join(", "))))
}

fn time(name: &'static str, value: &str) -> Answered<NaiveTime> {
    NaiveTime::parse_from_str(value, "%H:%M").map_err(|_| Problem::malformed(name, "a time such as 09:00"))
}

/// An instant, or a day, which begins at midnight UTC. A plus that was not encoded has become a space on its way.
fn instant(name: &'static str, value: &str) -> Answered<DateTime<Utc>> {
    let repaired = value.trim().replace(' ', "+");
    let instant = [value, &repaired]
        .into_iter()
        .find_map(|text| DateTime::parse_from_rfc3339(text).ok())
        .map(|at| at.with_timezone(&Utc));
    let day = || {
        NaiveDate::parse_from_str(value, "%Y-%m-%d")
            .ok()
            .and_then(|day| day.and_hms_opt(0, 0, 0))
            .map(|at| at.and_utc())
    };
    instant
        .or_else(day)
        .ok_or_else(|| Problem::malformed(name, "an instant such as 2026-01-31T09:00:00Z"))
}

fn is_ndjson(value: &str) -> Answered<bool> {
    match value {
        "json" => Ok(false),
        "ndjson" => Ok(true),
        _ => Err(Problem::unknown_format()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn refusal(query: &str) -> (u16, Option<&'static str>) {
        let problem = Wanted::read(query, Parameter::ALL).unwrap_err();
        (problem.status.as_u16(), problem.parameter)
    }

    #[test]
    fn every_filter_is_understood() {
        let wanted = Wanted::read(
            "search=їжа+та+одяг&page=3&per_page=20&full=true&modified_after=2026-01-31T09:00:00+02:00&postcode=01001&proximity=500.5&colour=red",
            Parameter::ALL,
        )
        .unwrap();
        assert_eq!(
            (wanted.search.as_str(), wanted.page, wanted.per_page, wanted.depth),
            ("їжа та одяг", 3, 20, Depth::Whole)
        );
        assert_eq!(wanted.modified_after.unwrap().to_rfc3339(), "2026-01-31T07:00:00+00:00");
        assert_eq!((wanted.postcode.as_deref(), wanted.proximity), (Some("01001"), Some(500.5)));
    }

    #[test]
    fn minimal_lists_come_in_one_page() {
        assert_eq!(Wanted::read("minimal=true", Parameter::ALL).unwrap().per_page, MOST_MINIMAL);
        assert_eq!(Wanted::read("", Parameter::ALL).unwrap().per_page, PER_PAGE);
    }

    #[test]
    fn nonsense_is_named() {
        for (query, parameter) in [
            ("page=0", "page"),
            ("page=-1", "page"),
            ("page=x", "page"),
            ("page=%2B1", "page"),
            ("per_page=0", "per_page"),
            ("per_page=501", "per_page"),
            ("per_page=1000000000", "per_page"),
            ("full=yes", "full"),
            ("organization_id=1", "organization_id"),
            ("modified_after=yesterday", "modified_after"),
            ("search=a%00b", "search"),
            ("minimum_age=NaN", "minimum_age"),
            ("proximity=0&postcode=1", "proximity"),
            ("latitude=inf&longitude=0&proximity=5", "latitude"),
            ("day=MO&day=TU", "day"),
            ("start_time=25:00", "start_time"),
        ] {
            assert_eq!(refusal(query), (400, Some(parameter)), "{query}");
        }
        assert_eq!(refusal("format=xml"), (406, Some("format")));
        assert_eq!(refusal("proximity=5"), (422, Some("proximity")));
        assert_eq!(refusal("latitude=5"), (422, Some("latitude")));
    }

    #[test]
    fn a_filter_of_another_list_is_refused_and_not_ignored() {
        let problem = Wanted::read("organization_id=0", &[Parameter::Page]).unwrap_err();
        assert_eq!((problem.status.as_u16(), problem.parameter), (400, Some("organization_id")));
    }

    proptest! {
        #[test]
        fn no_query_panics(query in "\\PC{0,60}") {
            let _ = Wanted::read(&query, Parameter::ALL);
        }
    }
}
