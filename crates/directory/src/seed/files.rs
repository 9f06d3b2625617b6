//! The demo's files, as they are written; `demo/README.md` describes them.
use crate::model::{AccessKind, WayKind, Words};
use serde::Deserialize;

/// Slug and text of every file, parents first.
pub(super) const FILES: [(&str, &str); 6] = [
    ("kolo", include_str!("../../../../demo/root.toml")),
    ("megion", include_str!("../../../../demo/megion.toml")),
    ("kuzbass", include_str!("../../../../demo/kuzbass.toml")),
    ("chernihiv", include_str!("../../../../demo/chernihiv.toml")),
    ("east-kazakhstan", include_str!("../../../../demo/east-kazakhstan.toml")),
    ("bakhmut", include_str!("../../../../demo/bakhmut.toml")),
];

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct File {
    pub(super) community: Community,
    #[serde(default)]
    pub(super) organization: Vec<Organization>,
    #[serde(default)]
    pub(super) place: Vec<Place>,
    #[serde(default)]
    pub(super) program: Vec<Program>,
    #[serde(default)]
    pub(super) service: Vec<Service>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Community {
    pub(super) slug: String,
    pub(super) name: Words,
    pub(super) about: Words,
    pub(super) language: String,
    pub(super) languages: Vec<String>,
    pub(super) country: String,
    pub(super) timezone: String,
    pub(super) accent: String,
    pub(super) latitude: Option<f64>,
    pub(super) longitude: Option<f64>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Organization {
    pub(super) key: String,
    pub(super) name: Words,
    pub(super) alternate_name: Option<String>,
    #[serde(default)]
    pub(super) description: Words,
    pub(super) email: Option<String>,
    pub(super) website: Option<String>,
    #[serde(default)]
    pub(super) legal_status: Words,
    pub(super) year_incorporated: Option<i32>,
    #[serde(default)]
    pub(super) identifiers: Vec<Identifier>,
    #[serde(default)]
    pub(super) phones: Vec<Phone>,
    #[serde(default)]
    pub(super) contacts: Vec<Contact>,
    pub(super) parent: Option<String>,
    #[serde(default)]
    pub(super) sample: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Identifier {
    pub(super) scheme: String,
    pub(super) value: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Phone {
    pub(super) number: String,
    #[serde(rename = "type")]
    pub(super) kind: Option<String>,
    #[serde(default)]
    pub(super) description: Words,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Contact {
    #[serde(default)]
    pub(super) title: Words,
    #[serde(default)]
    pub(super) department: Words,
    pub(super) email: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Place {
    pub(super) key: String,
    pub(super) organization: Option<String>,
    pub(super) name: Words,
    #[serde(default)]
    pub(super) description: Words,
    #[serde(default)]
    pub(super) street: String,
    pub(super) city: String,
    #[serde(default)]
    pub(super) region: String,
    #[serde(default)]
    pub(super) postal_code: String,
    pub(super) latitude: Option<f64>,
    pub(super) longitude: Option<f64>,
    #[serde(default)]
    pub(super) confidential: bool,
    #[serde(default)]
    pub(super) transportation: Words,
    #[serde(default)]
    pub(super) accessibility: Vec<AccessKind>,
    #[serde(default)]
    pub(super) phones: Vec<Phone>,
    #[serde(default)]
    pub(super) hours: Vec<Hours>,
    #[serde(default)]
    pub(super) hours_unknown: bool,
    #[serde(default)]
    pub(super) sample: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Hours {
    #[serde(default)]
    pub(super) days: String,
    /// Weeks of the month: `1 3`, `-1`.
    #[serde(default)]
    pub(super) weeks: String,
    pub(super) opens: Option<String>,
    pub(super) closes: Option<String>,
    #[serde(default)]
    pub(super) appointment: bool,
    #[serde(default)]
    pub(super) note: Words,
    pub(super) except: Option<String>,
    #[serde(default)]
    pub(super) closed: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Program {
    pub(super) key: String,
    pub(super) organization: String,
    pub(super) name: Words,
    #[serde(default)]
    pub(super) description: Words,
    #[serde(default)]
    pub(super) sample: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Cost {
    pub(super) option: Words,
    pub(super) amount_minor: Option<i64>,
    pub(super) currency: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Way {
    pub(super) kind: WayKind,
    pub(super) address: String,
    #[serde(default)]
    pub(super) note: Words,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Capacity {
    pub(super) unit: Words,
    pub(super) available: i64,
    pub(super) maximum: Option<i64>,
}

#[expect(clippy::struct_excessive_bools, reason = "as many yes-or-no answers as the files give")]
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Service {
    pub(super) key: String,
    pub(super) organization: String,
    pub(super) name: Words,
    pub(super) alternate_name: Option<String>,
    pub(super) short: Words,
    pub(super) description: Words,
    pub(super) situations: Vec<String>,
    pub(super) help: Vec<String>,
    #[serde(default)]
    pub(super) places: Vec<String>,
    pub(super) online: Option<String>,
    #[serde(default)]
    pub(super) by_phone: bool,
    #[serde(default)]
    pub(super) hours: Vec<Hours>,
    #[serde(default)]
    pub(super) hours_unknown: bool,
    #[serde(default)]
    pub(super) always_open: bool,
    #[serde(default)]
    pub(super) apply: Words,
    #[serde(default)]
    pub(super) documents: Vec<Words>,
    #[serde(default)]
    pub(super) costs: Vec<Cost>,
    #[serde(default)]
    pub(super) eligibility: Words,
    pub(super) minimum_age: Option<i32>,
    pub(super) maximum_age: Option<i32>,
    #[serde(default)]
    pub(super) languages: Vec<String>,
    #[serde(default)]
    pub(super) interpretation: Words,
    #[serde(default)]
    pub(super) phones: Vec<Phone>,
    #[serde(default)]
    pub(super) without_speaking: Vec<Way>,
    pub(super) email: Option<String>,
    pub(super) url: Option<String>,
    #[serde(default)]
    pub(super) wait_time: Words,
    #[serde(default)]
    pub(super) area: Words,
    #[serde(default)]
    pub(super) alert: Words,
    #[serde(default)]
    pub(super) hotline: bool,
    #[serde(default)]
    pub(super) capacity: Vec<Capacity>,
    #[serde(default)]
    pub(super) funding: Words,
    pub(super) program: Option<String>,
    pub(super) verified_days_ago: Option<u32>,
    #[serde(default)]
    pub(super) sample: bool,
}

/// One file, read.
pub(super) fn parsed(slug: &str, text: &str) -> anyhow::Result<File> {
    use anyhow::Context;
    toml::from_str(text).with_context(|| format!("reading the sample community {slug}"))
}
