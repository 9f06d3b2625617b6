//! The inside of a module: model and rules (0), store (1), actions (2), pages, open formats and jobs (3).
//! A lower number never imports a higher one, and only the store speaks to the database.
use crate::{Finding, Tree};
use kolo_locales::source;
use regex_lite::Regex;

/// Crates that are not modules and have an inside of their own.
const NOT_MODULES: [&str; 6] = ["words", "locales", "platform", "engines", "testkit", "kolo"];

/// Names of SeaORM that say nothing about a query: how a connection is passed on, and how its errors are told apart.
const PASSING_ON: [&str; 4] = ["ConnectionTrait", "DbErr", "SqlErr", "error"];

fn layer(room: &str) -> Option<u8> {
    match room {
        "model" | "rules" => Some(0),
        "store" => Some(1),
        "actions" => Some(2),
        "pages" | "open" | "jobs" => Some(3),
        _ => None,
    }
}

pub fn check(tree: &Tree) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (path, text) in tree.ending(&[".rs"]) {
        let Some((name, inside)) = path.strip_prefix("crates/").and_then(|rest| rest.split_once("/src/")) else {
            continue;
        };
        if NOT_MODULES.contains(&name) || inside.ends_with("tests.rs") {
            continue;
        }
        let code = source::rust_without_comments(text);
        let module = module_path(inside);
        let room = module.first().map_or("", String::as_str);
        if let Some(own) = layer(room) {
            for (at, other) in rooms_named(&code, &module) {
                if layer(&other).is_some_and(|other| other > own) {
                    let place = format!("{path}:{}", source::line_at(&code, at));
                    findings.push(Finding::error(
                        place,
                        format!("`{room}` (layer {own}) imports `{other}`, which stands above it"),
                    ));
                }
            }
        }
        findings.extend(database_outside_store(path, room, &code));
    }
    findings
}

/// `actions/register.rs` is `crate::actions::register`.
fn module_path(inside: &str) -> Vec<String> {
    let mut parts: Vec<String> = inside.trim_end_matches(".rs").split('/').map(str::to_owned).collect();
    if parts.last().is_some_and(|last| ["mod", "lib", "main"].contains(&last.as_str())) {
        parts.pop();
    }
    parts
}

/// The rooms of this crate a file names through `crate::…`, `crate::{…}` or `super::…`, with the place of each.
fn rooms_named(code: &str, module: &[String]) -> Vec<(usize, String)> {
    let path = compile(r"\b(crate|super(?:::super)*)::(\{|[a-z_]+)");
    let mut rooms = Vec::new();
    for found in path.captures_iter(code) {
        let (Some(base), Some(next)) = (found.get(1), found.get(2)) else {
            continue;
        };
        let depth = if base.as_str() == "crate" {
            module.len()
        } else {
            base.as_str().matches("super").count()
        };
        // `super` names a room only where it means the crate itself.
        if depth != module.len() {
            continue;
        }
        if next.as_str() == "{" {
            rooms.extend(heads(code, next.start()));
        } else {
            rooms.push((next.start(), next.as_str().to_owned()));
        }
    }
    rooms
}

/// `{model::event, store, rules::{A, B}}` → model, store, rules.
fn heads(code: &str, open: usize) -> Vec<(usize, String)> {
    let (mut depth, mut heads, mut word, mut is_head) = (0_usize, Vec::new(), String::new(), true);
    for (offset, letter) in code.get(open..).unwrap_or_default().char_indices() {
        match letter {
            '{' => depth += 1,
            '}' => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth <= 1 && is_head && (letter.is_alphanumeric() || letter == '_') {
            word.push(letter);
        } else if !word.is_empty() {
            heads.push((open + offset - word.len(), std::mem::take(&mut word)));
            is_head = false;
        }
        if depth == 0 {
            break;
        }
        if depth == 1 && letter == ',' {
            is_head = true;
        }
    }
    heads
}

/// Entities derive and migrations spell tables out; everything else asks the store.
fn database_outside_store(path: &str, room: &str, code: &str) -> Vec<Finding> {
    let (pattern, what) = match room {
        "store" | "migrations" => return Vec::new(),
        "model" => (
            r"\b(?:Entity::find|find_by_id|find_related|Entity::insert|Entity::update|Entity::delete)\w*\s*\(",
            "a query in the model: it belongs into the store",
        ),
        _ => (r"\bsea_orm(?:_migration)?::\s*(\{[^}]*\}|\w+)", "the database outside the store"),
    };
    let found = compile(pattern);
    found
        .captures_iter(code)
        .filter(|found| !found.get(1).is_some_and(|names| only_passes_on(names.as_str())))
        .filter_map(|found| found.get(0))
        .map(|found| {
            Finding::error(
                format!("{path}:{}", source::line_at(code, found.start())),
                format!("`{}`: {what}", found.as_str().trim()),
            )
        })
        .collect()
}

fn only_passes_on(names: &str) -> bool {
    names
        .trim_matches(['{', '}'])
        .split(',')
        .map(str::trim)
        .filter(|name| !name.is_empty())
        .all(|name| PASSING_ON.contains(&name) || name.starts_with("MigrationTrait"))
}

fn compile(pattern: &str) -> Regex {
    Regex::new(pattern).unwrap_or_else(|error| unreachable!("because the pattern is a constant: {error}"))
}
