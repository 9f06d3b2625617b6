//! Documents name files; the files must exist.
use crate::{Finding, Tree};
use regex_lite::Regex;

/// Endings by which a word in backticks is known to be a file.
const ENDINGS: [&str; 10] = [".rs", ".md", ".toml", ".ts", ".css", ".html", ".ftl", ".mjs", ".sh", ".typ"];

/// Files a running instance has and the repository has not.
const OF_AN_INSTANCE: [&str; 1] = ["kolo.toml"];

pub fn check(tree: &Tree) -> Vec<Finding> {
    let quoted = compile(r"`([A-Za-z0-9_.{},*/-]+)`");
    let linked = compile(r"\]\(([A-Za-z0-9_./-]+)(?:#[^)]*)?\)");
    let mut findings = Vec::new();
    for (path, text) in tree.ending(&[".md"]) {
        let mut in_fence = false;
        for (index, line) in text.lines().enumerate() {
            if line.trim_start().starts_with("```") {
                in_fence = !in_fence;
            }
            if in_fence {
                continue;
            }
            let names = quoted
                .captures_iter(line)
                .filter_map(|found| found.get(1))
                .map(|name| name.as_str())
                .filter(|name| is_file(tree, name));
            let links = linked
                .captures_iter(line)
                .filter_map(|found| found.get(1))
                .map(|name| name.as_str());
            for name in names.chain(links) {
                if !exists(tree, path, name) {
                    findings.push(Finding::error(format!("{path}:{}", index + 1), format!("`{name}` does not exist")));
                }
            }
        }
    }
    findings
}

/// Addresses begin with a slash, media types have no ending, other things have no slash.
fn is_file(tree: &Tree, name: &str) -> bool {
    if name.starts_with('/') || name.starts_with('-') || name.starts_with('.') && !name.contains('/') || OF_AN_INSTANCE.contains(&name) {
        return false;
    }
    if name.split('/').any(|part| part == "shared") {
        return false;
    }
    let has_ending = ENDINGS.iter().any(|ending| name.ends_with(ending) && name.len() > ending.len());
    let is_below_root = name.split_once('/').is_some_and(|(first, _)| tree.has(&format!("{first}/")));
    has_ending && !name.starts_with('*') || is_below_root
}

/// From the root, from the document's own folder, inside a crate (all have the same inside), or (a bare name) anywhere.
fn exists(tree: &Tree, document: &str, name: &str) -> bool {
    let folder = document.rsplit_once('/').map_or("", |(folder, _)| folder);
    let package = document.split('/').take(2).collect::<Vec<_>>().join("/");
    let inside: &[&str] = if package.starts_with("crates/") {
        &[]
    } else {
        &["crates/*", "crates/*/src", "crates/*/templates"]
    };
    let bases: Vec<&str> = ["", folder, package.as_str()].into_iter().chain(inside.iter().copied()).collect();
    expand(name).iter().all(|name| {
        bases.iter().any(|base| is_there(tree, &normal(base, name)))
            || !name.contains('/') && tree.paths().any(|path| path.rsplit('/').next() == Some(name.as_str()))
    })
}

/// `a/{b,c}.rs` → `a/b.rs`, `a/c.rs`
fn expand(name: &str) -> Vec<String> {
    let Some((before, rest)) = name.split_once('{') else {
        return vec![name.to_owned()];
    };
    let Some((inside, after)) = rest.split_once('}') else {
        return vec![name.to_owned()];
    };
    inside
        .split(',')
        .flat_map(|choice| expand(&format!("{before}{choice}{after}")))
        .collect()
}

fn normal(base: &str, name: &str) -> String {
    let mut parts: Vec<&str> = Vec::new();
    for part in base.split('/').chain(name.split('/')) {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop();
            }
            other => parts.push(other),
        }
    }
    parts.join("/")
}

fn is_there(tree: &Tree, path: &str) -> bool {
    if !path.contains('*') {
        return tree.has(path);
    }
    let wanted: Vec<&str> = path.split('/').collect();
    tree.paths().any(|path| {
        let parts: Vec<&str> = path.trim_end_matches('/').split('/').collect();
        parts.len() == wanted.len() && parts.iter().zip(&wanted).all(|(part, pattern)| part_fits(part, pattern))
    })
}

fn part_fits(part: &str, pattern: &str) -> bool {
    match pattern.split_once('*') {
        None => part == pattern,
        Some((before, after)) => part.len() >= before.len() + after.len() && part.starts_with(before) && part.ends_with(after),
    }
}

fn compile(pattern: &str) -> Regex {
    Regex::new(pattern).unwrap_or_else(|error| unreachable!("because the pattern is a constant: {error}"))
}
