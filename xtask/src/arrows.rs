//! Arrows between crates: the table in ARCHITECTURE.md is the truth, and cargo is asked whether it is kept.
use crate::Finding;
use crate::cargo::{self, Metadata};
use std::collections::{BTreeMap, BTreeSet};

const PLACE: &str = "ARCHITECTURE.md";

/// What a crate uses of the others: when it runs, when it is built, when it is tested.
pub const KINDS: [&str; 3] = ["uses", "builds with", "tests with"];

/// For each crate (`kolo-` left off), the crates of this house it uses, by kind.
pub type Arrows = BTreeMap<String, [BTreeSet<String>; 3]>;

/// Below the modules, and never above one.
const GROUND: [&str; 5] = ["words", "locales", "platform", "engines", "testkit"];

/// The arrows cargo knows of.
pub fn actual(metadata: &Metadata) -> Arrows {
    let ours: Vec<_> = cargo::packages(metadata, true).collect();
    let names: BTreeSet<&str> = ours.iter().filter_map(|package| package["name"].as_str()).collect();
    let mut arrows = Arrows::new();
    for package in &ours {
        let [normal, build, dev] = arrows.entry(short(package["name"].as_str().unwrap_or_default())).or_default();
        for dependency in package["dependencies"].as_array().into_iter().flatten() {
            let name = dependency["name"].as_str().unwrap_or_default();
            let kind = match dependency["kind"].as_str() {
                Some("build") => &mut *build,
                Some("dev") => &mut *dev,
                _ => &mut *normal,
            };
            if names.contains(name) {
                kind.insert(short(name));
            }
        }
    }
    arrows
}

fn short(name: &str) -> String {
    name.strip_prefix("kolo-").unwrap_or(name).to_owned()
}

/// The table whose head is `| crate | uses | builds with | tests with | … |`.
pub fn table(document: &str) -> Arrows {
    let mut arrows = Arrows::new();
    let rows = document
        .lines()
        .map(cells)
        .skip_while(|row| !is_head(row))
        .skip(2)
        .take_while(|row| row.len() > KINDS.len());
    for row in rows {
        let mut cells = row.iter().map(|cell| names(cell));
        let crates = cells.next().unwrap_or_default();
        let used = [
            cells.next().unwrap_or_default(),
            cells.next().unwrap_or_default(),
            cells.next().unwrap_or_default(),
        ];
        for name in crates {
            arrows.insert(name, used.clone());
        }
    }
    arrows
}

fn cells(line: &str) -> Vec<String> {
    let line = line.trim();
    let Some(inner) = line.strip_prefix('|') else { return Vec::new() };
    inner.trim_end_matches('|').split('|').map(|cell| cell.trim().to_owned()).collect()
}

fn is_head(row: &[String]) -> bool {
    row.first().is_some_and(|first| first == "crate")
        && row.iter().skip(1).zip(KINDS).all(|(cell, kind)| cell == kind)
        && row.len() > KINDS.len()
}

/// The names in backticks.
fn names(cell: &str) -> BTreeSet<String> {
    cell.split('`').skip(1).step_by(2).map(str::to_owned).collect()
}

/// Whether the table says what cargo says, and both keep the laws no table may change.
pub fn check(document: &str, actual: &Arrows) -> Vec<Finding> {
    let promised = table(document);
    if promised.is_empty() {
        return vec![Finding::error(PLACE, format!("has no table `| crate | {} |`", KINDS.join(" | ")))];
    }
    let mut findings = Vec::new();
    for name in actual.keys().filter(|name| !promised.contains_key(*name)) {
        findings.push(Finding::error(PLACE, format!("the arrows table does not know `{name}`")));
    }
    for (name, row) in &promised {
        let Some(real) = actual.get(name) else {
            findings.push(Finding::error(
                PLACE,
                format!("the arrows table lists `{name}`, which does not exist"),
            ));
            continue;
        };
        for ((promised, real), kind) in row.iter().zip(real).zip(KINDS) {
            for new in real.difference(promised) {
                findings.push(Finding::error(
                    PLACE,
                    format!("`{name}` {kind} `{new}`: a new arrow is a decision and a line in the table"),
                ));
            }
            for gone in promised.difference(real) {
                findings.push(Finding::error(
                    PLACE,
                    format!("`{name}` no longer {kind} `{gone}`; take it out of the table"),
                ));
            }
        }
    }
    for (name, [normal, ..]) in actual {
        for other in normal.iter().filter(|other| !allowed(name, other)) {
            findings.push(Finding::error(PLACE, format!("`{name}` may never use `{other}`")));
        }
    }
    findings
}

/// words ← platform ← modules ← kolo; engines and testkit know the platform, never a module.
fn allowed(name: &str, other: &str) -> bool {
    match name {
        "words" | "locales" => false,
        "platform" => other == "words",
        "engines" => ["words", "platform"].contains(&other),
        "testkit" | "bench" => ["words", "platform", "engines"].contains(&other),
        "xtask" => other == "locales",
        "kolo" => other != "testkit" && other != "xtask",
        _ => ["words", "platform"].contains(&other) || (!GROUND.contains(&other) && other != "kolo" && other != "xtask"),
    }
}
