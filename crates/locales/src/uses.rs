//! Where messages are named: in templates, and in Rust.
use crate::{Problem, source};
use regex_lite::Regex;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// Whether every argument the message will get can be seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Completeness {
    /// All arguments stand in the chain.
    Whole,
    /// More may be added elsewhere.
    Open,
}

/// One place that names a message.
#[derive(Clone, Debug)]
pub(crate) struct Use {
    pub key: String,
    pub place: String,
    pub arguments: Vec<String>,
    pub completeness: Completeness,
}

/// Everything quoted in a crate that may be a key.
#[derive(Debug, Default)]
pub(crate) struct Found {
    pub named: Vec<Use>,
    /// Every quoted word that has the form of a key, with the first place it stands at.
    pub literals: BTreeMap<String, String>,
}

/// Finds what the crate at `root` names in `templates/` and `src/`.
pub(crate) fn find(root: &Path, problems: &mut BTreeSet<Problem>) -> Found {
    let patterns = Patterns::new();
    let mut found = Found::default();
    for (path, text) in source::texts(root, &root.join("templates"), |_| true) {
        let clean = blank_template_comments(&text);
        in_template(&patterns, &path, &clean, &mut found);
        report_visible_words(&path, &clean, problems);
    }
    for (path, text) in source::texts(root, &root.join("src"), |path| {
        path.extension().is_some_and(|extension| extension == "rs")
    }) {
        in_rust(&patterns, &path, &source::rust_without_comments(&text), &mut found);
    }
    found
}

/// `directory-service-phone`: small letters, digits and hyphens.
pub(crate) fn is_key(word: &str) -> bool {
    let word = word.split('.').next().unwrap_or(word);
    word.starts_with(|c: char| c.is_ascii_lowercase())
        && word.contains('-')
        && !word.ends_with('-')
        && word
            .chars()
            .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-' || c == '_')
}

struct Patterns {
    literal: Regex,
    template_start: Regex,
    template_step: Regex,
    rust_start: Regex,
    /// Other places whose word is a key, without arguments.
    rust_places: [Regex; 4],
    rust_step: Regex,
}

impl Patterns {
    fn new() -> Self {
        let compile = |pattern| Regex::new(pattern).unwrap_or_else(|error| unreachable!("because the pattern is a constant: {error}"));
        Self {
            literal: compile(r#""([a-z][A-Za-z0-9_.-]*)""#),
            template_start: compile(r#""([^"\\\n]*)"\s*\|\s*(t|with)\b"#),
            template_step: compile(r#"^\s*\|\s*(t|with)\b\s*(\(\s*"([^"]*)")?"#),
            rust_start: compile(
                r#"\b(?:Message::new|Message::from|Refusal::new|Refusal::with_status|t|say|hint)\(\s*(?:&?(?:self\.)?app,\s*)?"([^"\\\n]*)""#,
            ),
            rust_places: [
                r#"\b(?:Refusal|Message|Permission|NavItem)\s*\{[^{}]*?\bkey:\s*(?:Cow::Borrowed\(\s*)?"([^"\\\n]*)""#,
                r#"\bField::new\(\s*"[^"]*",\s*"([^"\\\n]*)""#,
                r#"\.(?:nav|desk)\(\s*\d+,\s*"[^"]*",\s*"([^"\\\n]*)""#,
                r#"\bsee_other\([^;]*?\bSome\(\s*"([^"\\\n]*)""#,
            ]
            .map(compile),
            rust_step: compile(r#"^\s*\.with\(\s*"([^"]*)""#),
        }
    }
}

fn in_template(patterns: &Patterns, path: &str, text: &str, found: &mut Found) {
    for code in template_code(text) {
        note_literals(patterns, path, text, code.clone(), found);
    }
    for start in patterns.template_start.captures_iter(text) {
        let (Some(whole), Some(key)) = (start.get(0), start.get(1)) else {
            continue;
        };
        let mut at = key.end() + 1;
        let (mut arguments, mut is_said) = (Vec::new(), false);
        while let Some(step) = text.get(at..).and_then(|rest| patterns.template_step.captures(rest)) {
            let Some(end) = step.get(0).map(|step| at + step.end()) else {
                break;
            };
            if step.get(1).is_some_and(|verb| verb.as_str() == "t") {
                is_said = true;
                break;
            }
            let Some(name) = step.get(3) else { break };
            arguments.push(name.as_str().to_owned());
            let open = step.get(2).map_or(end, |bracket| at + bracket.start());
            let Some(close) = source::closing(text, open) else { break };
            at = close + 1;
        }
        let completeness = if is_said || !arguments.is_empty() {
            Completeness::Whole
        } else {
            Completeness::Open
        };
        found.named.push(Use {
            key: key.as_str().to_owned(),
            place: at_line(path, text, whole.start()),
            arguments,
            completeness,
        });
    }
}

fn in_rust(patterns: &Patterns, path: &str, text: &str, found: &mut Found) {
    note_literals(patterns, path, text, 0..text.len(), found);
    for start in patterns.rust_start.captures_iter(text) {
        let (Some(whole), Some(key)) = (start.get(0), start.get(1)) else {
            continue;
        };
        let mut arguments = Vec::new();
        let open = text
            .get(whole.start()..)
            .and_then(|rest| rest.find('('))
            .map(|bracket| whole.start() + bracket);
        let mut at = open
            .and_then(|open| source::closing(text, open))
            .map_or(whole.end(), |close| close + 1);
        while let Some(step) = text.get(at..).and_then(|rest| patterns.rust_step.captures(rest)) {
            let (Some(name), Some(bracket)) = (step.get(1), step.get(0).and_then(|step| step.as_str().find('('))) else {
                break;
            };
            arguments.push(name.as_str().to_owned());
            let Some(close) = source::closing(text, at + bracket) else { break };
            at = close + 1;
        }
        // A bare `Message::new("key")` may be a constant that gets its arguments later.
        let completeness = if arguments.is_empty() {
            Completeness::Open
        } else {
            Completeness::Whole
        };
        found.named.push(Use {
            key: key.as_str().to_owned(),
            place: at_line(path, text, whole.start()),
            arguments,
            completeness,
        });
    }
    for named in patterns.rust_places.iter().flat_map(|pattern| pattern.captures_iter(text)) {
        let Some(key) = named.get(1) else { continue };
        let place = at_line(path, text, key.start());
        found.named.push(Use {
            key: key.as_str().to_owned(),
            place,
            arguments: Vec::new(),
            completeness: Completeness::Open,
        });
    }
}

fn note_literals(patterns: &Patterns, path: &str, text: &str, part: std::ops::Range<usize>, found: &mut Found) {
    let from = part.start;
    for literal in patterns.literal.captures_iter(text.get(part).unwrap_or_default()) {
        if let Some(word) = literal.get(1).filter(|word| is_key(word.as_str())) {
            found
                .literals
                .entry(word.as_str().to_owned())
                .or_insert_with(|| at_line(path, text, from + word.start()));
        }
    }
}

fn at_line(path: &str, text: &str, at: usize) -> String {
    format!("{path}:{}", source::line_at(text, at))
}

/// The parts of a template between `{{ }}` and `{% %}`.
fn template_code(text: &str) -> Vec<std::ops::Range<usize>> {
    let (mut parts, mut from) = (Vec::new(), 0);
    while let Some(open) = text.get(from..).and_then(|rest| rest.find('{')).map(|found| from + found) {
        let closing = match text.get(open..open + 2) {
            Some("{{") => "}}",
            Some("{%") => "%}",
            _ => {
                from = open + 1;
                continue;
            }
        };
        let end = text
            .get(open..)
            .and_then(|rest| rest.find(closing))
            .map_or(text.len(), |found| open + found);
        parts.push(open..end);
        from = end;
    }
    parts
}

/// Blanks `{# … #}` and `<!-- … -->`, lines kept.
fn blank_template_comments(text: &str) -> String {
    let mut clean = text.to_owned();
    for (open, close) in [("{#", "#}"), ("<!--", "-->")] {
        let mut from = 0;
        while let Some(start) = clean.get(from..).and_then(|rest| rest.find(open)).map(|found| from + found) {
            let end = clean
                .get(start..)
                .and_then(|rest| rest.find(close))
                .map_or(clean.len(), |found| start + found + close.len());
            let blank: String = clean
                .get(start..end)
                .unwrap_or_default()
                .chars()
                .map(|c| if c == '\n' { '\n' } else { ' ' })
                .collect();
            from = start + blank.len();
            clean.replace_range(start..end, &blank);
        }
    }
    clean
}

/// Cyrillic letters in a template are words a reader of another language would meet untranslated.
fn report_visible_words(path: &str, text: &str, problems: &mut BTreeSet<Problem>) {
    let is_cyrillic = |c: char| ('\u{400}'..='\u{52f}').contains(&c);
    for (index, line) in text.lines().enumerate() {
        let word: String = line
            .chars()
            .skip_while(|&c| !is_cyrillic(c))
            .take_while(|&c| is_cyrillic(c) || c == ' ')
            .collect();
        if !word.is_empty() {
            problems.insert(Problem::error(
                format!("{path}:{}", index + 1),
                format!("“{}” is written into the template; make it a message", word.trim()),
            ));
        }
    }
}
