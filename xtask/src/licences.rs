//! Every part says under which licence it may be used, and what comes from outside may be used with it.
use crate::cargo::{self, Metadata};
use crate::{Finding, Tree};
use anyhow::Context;
use std::collections::BTreeSet;

const PLACE: &str = "deny.toml";

/// Our own parts name their licence.
pub fn ours(tree: &Tree) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (path, text) in tree.ending(&["Cargo.toml"]) {
        let is_named = if path == "Cargo.toml" {
            text.contains("license = \"")
        } else {
            text.contains("license.workspace = true")
        };
        if !is_named {
            findings.push(Finding::error(path, "names no licence (`license.workspace = true`)"));
        }
    }
    for (path, text) in tree.ending(&["package.json"]) {
        if !text.contains("\"license\"") {
            findings.push(Finding::error(path, "names no licence"));
        }
    }
    if !tree.has("LICENSE") {
        findings.push(Finding::error("LICENSE", "is missing"));
    }
    findings
}

/// Crates from outside have a licence that deny.toml allows, and are not refused there.
pub fn foreign(rules: &str, metadata: &Metadata) -> anyhow::Result<Vec<Finding>> {
    let rules: toml::Table = rules.parse().context("reading deny.toml")?;
    let list = |part: &str, name: &str| {
        rules
            .get(part)
            .and_then(|part| part.get(name))
            .and_then(toml::Value::as_array)
            .cloned()
            .unwrap_or_default()
    };
    let allowed: BTreeSet<String> = list("licenses", "allow")
        .iter()
        .filter_map(toml::Value::as_str)
        .map(str::to_owned)
        .collect();
    let refused: Vec<(String, String)> = list("bans", "deny")
        .iter()
        .map(|ban| ["crate", "reason"].map(|field| ban.get(field).and_then(toml::Value::as_str).unwrap_or_default().to_owned()))
        .map(|[name, reason]| (name, reason))
        .collect();
    let mut findings = Vec::new();
    for package in cargo::packages(metadata, false) {
        let name = package["name"].as_str().unwrap_or_default();
        let licence = package["license"].as_str().unwrap_or_default();
        if !is_allowed(licence, &allowed) {
            findings.push(Finding::error(
                PLACE,
                format!("`{name}` is under “{licence}”, which is not allowed"),
            ));
        }
        if let Some((_, reason)) = refused.iter().find(|(refused, _)| refused == name) {
            findings.push(Finding::error(PLACE, format!("`{name}` is refused: {reason}")));
        }
    }
    Ok(findings)
}

/// `(MIT OR Apache-2.0) AND Unicode-3.0`: every part of an AND, any part of an OR; old crates write `/` for OR.
pub fn is_allowed(expression: &str, allowed: &BTreeSet<String>) -> bool {
    let spaced = expression.replace('(', " ( ").replace(')', " ) ").replace('/', " OR ");
    let mut words = spaced.split_whitespace().peekable();
    any(&mut words, allowed) && words.next().is_none()
}

type Words<'a> = std::iter::Peekable<std::str::SplitWhitespace<'a>>;

fn any(words: &mut Words<'_>, allowed: &BTreeSet<String>) -> bool {
    let mut is_allowed = all(words, allowed);
    while words.next_if_eq(&"OR").is_some() {
        is_allowed |= all(words, allowed);
    }
    is_allowed
}

fn all(words: &mut Words<'_>, allowed: &BTreeSet<String>) -> bool {
    let mut is_allowed = one(words, allowed);
    while words.next_if_eq(&"AND").is_some() {
        is_allowed &= one(words, allowed);
    }
    is_allowed
}

fn one(words: &mut Words<'_>, allowed: &BTreeSet<String>) -> bool {
    if words.next_if_eq(&"(").is_some() {
        let inside = any(words, allowed);
        return words.next_if_eq(&")").is_some() && inside;
    }
    let is_allowed = words.next().is_some_and(|licence| allowed.contains(licence));
    // An exception only widens what the licence allows.
    if words.next_if_eq(&"WITH").is_some() {
        words.next();
    }
    is_allowed
}
