//! The filters of the list: choices with their counts, filters in force as chips, and words for both.
use super::voice::Voice;
use crate::question::{Asked, DIMENSIONS, Open};
use crate::store::{self, NearPlace, ServiceRecord, TermName};
use kolo_platform::Result;
use kolo_platform::search::{Answer, Filter, Order};
use kolo_words::{Collation, Lang, Message};
use std::collections::HashMap;
use uuid::Uuid;

/// How many values of a filter are offered.
const OFFERED: usize = 14;
/// Filters that stand open because they are short.
const SHORT: [&str; 2] = ["cost", "way"];
/// The order in which filters stand.
const ORDER: [&str; 8] = [
    "help",
    "situation",
    "cost",
    "way",
    "city",
    "language",
    "accessibility",
    "organization",
];
const KILOMETRES: [u16; 5] = [1, 3, 5, 10, 25];
/// How many places one can ask to be near to.
const NEAR: u64 = 60;

/// A filter.
#[derive(Debug)]
pub(super) struct Facet {
    pub(super) name: &'static str,
    pub(super) legend: Message,
    pub(super) is_short: bool,
    pub(super) is_open: bool,
    pub(super) choices: Vec<Choice>,
}

/// One of its values.
#[derive(Debug)]
pub(super) struct Choice {
    pub(super) id: String,
    pub(super) value: String,
    pub(super) label: String,
    pub(super) count: usize,
    pub(super) is_chosen: bool,
}

/// A filter of which one value is chosen.
#[derive(Debug)]
pub(super) struct Select {
    pub(super) name: &'static str,
    pub(super) label: Message,
    pub(super) options: Vec<SelectOption>,
}

#[derive(Debug)]
pub(super) struct SelectOption {
    pub(super) value: String,
    pub(super) label: String,
    pub(super) is_chosen: bool,
}

/// A filter in force and the address without it.
#[derive(Debug)]
pub(super) struct Chip {
    pub(super) href: String,
    pub(super) text: String,
}

/// What the values of filters are called.
#[derive(Debug)]
pub(super) struct Names {
    terms: HashMap<(&'static str, String), String>,
    organizations: HashMap<String, String>,
    cities: HashMap<String, String>,
    places: Vec<NearPlace>,
}

impl Names {
    /// Reads the names of everything the answer counts and the question wants. Towns are named as the records of this
    /// page write them.
    pub(super) async fn of(voice: &Voice<'_>, asked: &Asked, answer: &Answer, records: &[ServiceRecord]) -> Result<Self> {
        let (db, scope, lang) = (&voice.app.db().reader, voice.scope()?, voice.lang());
        let counted = answer
            .facets
            .get("organization")
            .into_iter()
            .flatten()
            .map(|(id, _)| id.as_str())
            .take(OFFERED);
        let wanted = asked.facets.get("organization").into_iter().flatten().map(String::as_str);
        let ids: Vec<Uuid> = counted.chain(wanted).filter_map(|id| id.parse().ok()).collect();
        let organizations = store::organization_names(db, &ids).await?;
        let mut places = store::busiest_places(db, &scope, NEAR).await?;
        let collation = Collation::of(lang);
        places.sort_by(|a, b| collation.compare(a.name.say(lang), b.name.say(lang)));
        let terms = store::term_names(db).await?;
        let towns = records
            .iter()
            .flat_map(|record| record.places.iter().filter_map(|at| at.place.city()));
        Ok(Self {
            terms: terms.into_iter().filter_map(|term| named(term, lang)).collect(),
            organizations: organizations
                .into_iter()
                .map(|(id, name)| (id.to_string(), name.say(lang).to_owned()))
                .collect(),
            cities: towns.map(|town| (kolo_words::fold(town), town.to_owned())).collect(),
            places,
        })
    }

    /// What a value of a dimension is called.
    pub(super) fn value(&self, voice: &Voice<'_>, dimension: &str, value: &str) -> String {
        let known = match dimension {
            "situation" => self.terms.get(&("situation", value.to_owned())),
            "help" => self.terms.get(&("help", value.to_owned())),
            "organization" => self.organizations.get(value),
            "city" => return self.cities.get(value).map_or_else(|| as_a_name(value), Clone::clone),
            "language" => return voice.language(value, None),
            "cost" if matches!(value, "free" | "paid") => return voice.code("directory-cost-", value),
            "accessibility" if crate::model::AccessKind::parse(value).is_some() => return voice.code("directory-access-", value),
            "way" if matches!(value, "in_person" | "phone" | "online") || crate::model::WayKind::parse(value).is_some() => {
                return voice.code("directory-way-", value);
            }
            _ => None,
        };
        known.map_or_else(|| value.to_owned(), Clone::clone)
    }

    /// A condition in words, for "left out: …".
    pub(super) fn filter(&self, voice: &Voice<'_>, asked: &Asked, filter: &Filter) -> String {
        match filter {
            Filter::OpenAt | Filter::OpenOn => asked.open.map(|open| open_words(voice, open)).unwrap_or_default(),
            Filter::Inside => voice.say("directory-inside-chip"),
            Filter::Near => self.near(voice, asked).unwrap_or_default(),
            Filter::Age => asked.age.map(|age| age_words(voice, age)).unwrap_or_default(),
            Filter::Facet(dimension) => {
                let values = asked.facets.get(dimension.as_str()).into_iter().flatten();
                values
                    .map(|value| self.value(voice, dimension, value))
                    .collect::<Vec<_>>()
                    .join(", ")
            }
        }
    }

    fn near(&self, voice: &Voice<'_>, asked: &Asked) -> Option<String> {
        let (point, km) = (asked.near?, asked.km?);
        let place = self.places.iter().find(|place| is_at(place, point));
        let name = place.map_or_else(
            || voice.say("directory-near-chip-point"),
            |place| place.name.say(voice.lang()).to_owned(),
        );
        Some(voice.say(Message::new("directory-near-chip").with("place", name).with("km", km)))
    }

    /// The filters in force.
    pub(super) fn chips(&self, voice: &Voice<'_>, asked: &Asked, link: impl Fn(&Asked) -> String) -> Vec<Chip> {
        let mut chips = Vec::new();
        for dimension in ORDER {
            for value in asked.facets.get(dimension).into_iter().flatten() {
                chips.push(Chip {
                    href: link(&asked.without(dimension, value)),
                    text: self.value(voice, dimension, value),
                });
            }
        }
        let others = [
            asked.open.map(|open| (Filter::OpenAt, open_words(voice, open))),
            asked.age.map(|age| (Filter::Age, age_words(voice, age))),
            self.near(voice, asked).map(|words| (Filter::Near, words)),
            asked.inside.map(|_| (Filter::Inside, voice.say("directory-inside-chip"))),
        ];
        chips.extend(others.into_iter().flatten().map(|(filter, text)| Chip {
            href: link(&asked.without_filter(&filter)),
            text,
        }));
        chips
    }

    /// The filters that are offered, with how many services each value leaves.
    pub(super) fn facets(&self, voice: &Voice<'_>, asked: &Asked, answer: &Answer) -> Vec<Facet> {
        ORDER
            .into_iter()
            .filter_map(|name| self.facet(voice, name, asked, answer.facets.get(name)?))
            .collect()
    }

    fn facet(&self, voice: &Voice<'_>, name: &'static str, asked: &Asked, counts: &[(String, usize)]) -> Option<Facet> {
        let (mut chosen, rest): (Vec<_>, Vec<_>) = counts.iter().partition(|(value, _)| asked.wants(name, value));
        let room = OFFERED.saturating_sub(chosen.len());
        chosen.extend(rest.into_iter().filter(|(_, count)| *count > 0).take(room));
        let choices: Vec<_> = chosen
            .into_iter()
            .enumerate()
            .map(|(at, (value, count))| Choice {
                id: format!("{name}-{at}"),
                label: self.value(voice, name, value),
                is_chosen: asked.wants(name, value),
                value: value.clone(),
                count: *count,
            })
            .collect();
        let is_chosen = choices.iter().any(|choice| choice.is_chosen);
        // A single value parts nothing.
        (choices.len() > 1 || is_chosen).then(|| Facet {
            name,
            legend: Message {
                key: format!("directory-filter-{name}").into(),
                args: Vec::new(),
            },
            is_short: SHORT.contains(&name),
            is_open: is_chosen || name == "help",
            choices,
        })
    }

    /// The filters of which one value is chosen: when, near what, how far, in which order.
    pub(super) fn selects(&self, voice: &Voice<'_>, asked: &Asked) -> Vec<Select> {
        let option = |value: String, label: String, is_chosen: bool| SelectOption { value, label, is_chosen };
        let mut open = vec![option(String::new(), voice.say("directory-open-any"), asked.open.is_none())];
        let times = [Open::Now, Open::Today].into_iter().chain((0..7).map(Open::Day));
        open.extend(times.map(|time| option(time.code().to_owned(), time_words(voice, time), asked.open == Some(time))));
        let mut near = vec![option(String::new(), voice.say("directory-near-any"), asked.near.is_none())];
        near.extend(self.places.iter().map(|place| {
            let value = format!("{},{}", place.latitude, place.longitude);
            option(
                value,
                place.name.say(voice.lang()).to_owned(),
                asked.near.is_some_and(|point| is_at(place, point)),
            )
        }));
        if let Some((latitude, longitude)) = asked.near.filter(|point| !self.places.iter().any(|place| is_at(place, *point))) {
            near.push(option(
                format!("{latitude},{longitude}"),
                voice.say("directory-near-chip-point"),
                true,
            ));
        }
        let mut km = vec![option(String::new(), voice.say("directory-near-far"), asked.km.is_none())];
        km.extend(KILOMETRES.into_iter().map(|far| {
            let is_chosen = asked.km.is_some_and(|km| (km - f64::from(far)).abs() < 0.01);
            option(
                far.to_string(),
                voice.say(Message::new("directory-near-km").with("km", far)),
                is_chosen,
            )
        }));
        let select = |name, label: &'static str, options| Select {
            name,
            label: Message::new(label),
            options,
        };
        let mut selects = vec![select("open", "directory-filter-open", open)];
        if near.len() > 1 {
            selects.extend([
                select("near", "directory-filter-near", near),
                select("km", "directory-filter-km", km),
            ]);
        }
        selects.push(select("sort", "directory-filter-sort", sorts(voice, asked)));
        selects
    }
}

/// Orders that make sense for this question; the first is what it has by itself.
fn sorts(voice: &Voice<'_>, asked: &Asked) -> Vec<SelectOption> {
    let mut orders = Vec::new();
    if !asked.words.is_empty() {
        orders.push((Order::Relevance, "relevance"));
    }
    if asked.near.is_some() {
        orders.push((Order::Distance, "distance"));
    }
    orders.push((Order::Name, "name"));
    let present = order_of(asked);
    let option = |(order, code): (Order, &str)| SelectOption {
        value: code.to_owned(),
        label: voice.say(order_words(order)),
        is_chosen: order == present,
    };
    orders.into_iter().map(option).collect()
}

/// The order the list really has, as [`Asked::question`] chooses it.
pub(super) fn order_of(asked: &Asked) -> Order {
    match asked.sort {
        Some(Order::Distance) if asked.near.is_none() => Order::Name,
        Some(order) => order,
        None if !asked.words.is_empty() => Order::Relevance,
        None if asked.near.is_some() => Order::Distance,
        None => Order::Name,
    }
}

pub(super) fn order_words(order: Order) -> Message {
    Message::new(match order {
        Order::Relevance => "directory-sort-relevance",
        Order::Name => "directory-sort-name",
        Order::Distance => "directory-sort-distance",
    })
}

fn open_words(voice: &Voice<'_>, open: Open) -> String {
    match open {
        Open::Now => voice.say("directory-open-now"),
        Open::Today => voice.say("directory-open-today"),
        Open::Day(_) => voice.say(Message::new("directory-open-on").with("day", time_words(voice, open))),
    }
}

fn time_words(voice: &Voice<'_>, open: Open) -> String {
    match open {
        Open::Now => voice.say("directory-open-now"),
        Open::Today => voice.say("directory-open-today"),
        Open::Day(day) => voice.weekday(i8::try_from(day).unwrap_or_default()),
    }
}

fn age_words(voice: &Voice<'_>, age: u8) -> String {
    voice.say(Message::new("directory-age-chip").with("age", age))
}

fn is_at(place: &NearPlace, (latitude, longitude): (f64, f64)) -> bool {
    (place.latitude - latitude).abs() < 1e-6 && (place.longitude - longitude).abs() < 1e-6
}

fn named(term: TermName, lang: Lang) -> Option<((&'static str, String), String)> {
    let dimension = match term.vocabulary.as_str() {
        "situations" => "situation",
        "help" => "help",
        _ => return None,
    };
    Some(((dimension, term.code), term.name.say(lang).to_owned()))
}

/// The folded name of a town with its capitals; little words inside it have none.
fn as_a_name(folded: &str) -> String {
    let mut name = String::with_capacity(folded.len());
    for (at, word) in folded.split_inclusive([' ', '-']).enumerate() {
        let is_little = at > 0 && matches!(word.trim_end_matches([' ', '-']), "на" | "над" | "под" | "при" | "і" | "и");
        let mut letters = word.chars();
        match letters.next() {
            Some(first) if !is_little => name.extend(first.to_uppercase().chain(letters)),
            _ => name.push_str(word),
        }
    }
    name
}

/// The dimensions whose values are counted for the filters.
pub(super) fn counted() -> Vec<String> {
    DIMENSIONS.iter().map(ToString::to_string).collect()
}

#[cfg(test)]
mod tests {
    use super::as_a_name;

    #[test]
    fn towns_get_their_capitals_back() {
        assert_eq!(
            ["усть-каменогорск", "ростов-на-дону", "біла церква", "лос-анджелес"].map(as_a_name),
            ["Усть-Каменогорск", "Ростов-на-Дону", "Біла Церква", "Лос-Анджелес"]
        );
    }
}
