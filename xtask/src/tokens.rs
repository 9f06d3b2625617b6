//! Words that must not stand in the sources, each with the reason.
use crate::{Finding, Tree};
use kolo_locales::source;
use regex_lite::Regex;

/// Where a word is looked for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Where {
    /// In everything people wrote: sources, documents, scripts.
    Everywhere,
    /// In sources and templates, comments included.
    Sources,
    /// In what ships: templates, and Rust without comments and tests.
    Shipped,
    /// As [`Where::Shipped`], except in the platform's clock and chance and in the testkit.
    AwayFromClock,
    /// In npm's lock files.
    Locks,
}

struct Word {
    pattern: &'static str,
    place: Where,
    reason: &'static str,
}

/// This file names what it forbids, and the tests show it.
const EXEMPT: [&str; 2] = ["xtask/src/tokens.rs", "xtask/tests/"];

const WORDS: [Word; 8] = [
    Word {
        pattern: r"\b(TODO|FIXME|XXX)\b",
        place: Where::Sources,
        reason: "finish it, or say it in an issue",
    },
    Word {
        pattern: r"\bdbg!|\btodo!|\bunimplemented!",
        place: Where::Sources,
        reason: "left over from trying things out",
    },
    Word {
        pattern: r#"\sstyle="|\son(click|load|change|submit|input|error)="|<script>|javascript:"#,
        place: Where::Shipped,
        reason: "the content security policy forbids inline style and script",
    },
    Word {
        pattern: r"(^|[^\w./-])/(work|root|tmp|home/\w+)/[A-Za-z]",
        place: Where::Everywhere,
        reason: "a path of one machine",
    },
    Word {
        pattern: r"registry\.npmjs\.org|static\.crates\.io|index\.crates\.io|\bpypi\.org|files\.pythonhosted\.org|deb\.debian\.org",
        place: Where::Everywhere,
        reason: "where packages come from is a setting of the machine",
    },
    Word {
        pattern: r"\bUtc::now\b|\bLocal::now\b|\bSystemTime::now\b|\bTimestamp::now\b|\bZoned::now\b",
        place: Where::AwayFromClock,
        reason: "time is given by `platform::clock`",
    },
    Word {
        pattern: r"\bnow_v7\b|\bnew_v4\b|\brand::",
        place: Where::AwayFromClock,
        reason: "identity and chance are given by `platform::chance`",
    },
    Word {
        pattern: r#""resolved": "http"#,
        place: Where::Locks,
        reason: "write the lock file with `omit-lockfile-registry-resolved`",
    },
];

pub fn check(tree: &Tree) -> Vec<Finding> {
    let words: Vec<(Regex, &Word)> = WORDS.iter().map(|word| (compile(word.pattern), word)).collect();
    let mut findings = Vec::new();
    for (path, text) in tree.all().filter(|(path, _)| !EXEMPT.iter().any(|exempt| path.starts_with(exempt))) {
        let is_rust = path.rsplit_once('.').is_some_and(|(_, ending)| ending == "rs");
        let shipped = if is_rust {
            source::rust_without_comments(text)
        } else {
            String::new()
        };
        for (pattern, word) in &words {
            if !is_looked_at(path, word.place) {
                continue;
            }
            let is_code_only = matches!(word.place, Where::Shipped | Where::AwayFromClock);
            let text = if is_rust && is_code_only { shipped.as_str() } else { text };
            for (index, line) in text.lines().enumerate() {
                if let Some(found) = pattern.find(line) {
                    findings.push(Finding::error(
                        format!("{path}:{}", index + 1),
                        format!("`{}`: {}", found.as_str().trim(), word.reason),
                    ));
                }
            }
        }
    }
    findings
}

fn is_looked_at(path: &str, place: Where) -> bool {
    let ends = |endings: &[&str]| endings.iter().any(|ending| path.ends_with(ending));
    let is_test = path.starts_with("tests/")
        || path.starts_with("bench/")
        || path.contains("/tests/")
        || path.contains("/benches/")
        || path.ends_with("/tests.rs");
    match place {
        Where::Everywhere => !ends(&[".lock", "package-lock.json", ".svg"]),
        Where::Sources => ends(&[".rs", ".ts", ".mjs", ".css", ".html", ".ftl", ".sh"]),
        Where::Shipped => ends(&[".rs", ".html"]) && !is_test && !path.starts_with("xtask/"),
        Where::AwayFromClock => {
            ends(&[".rs"])
                && !is_test
                && !path.starts_with("crates/testkit/")
                && !ends(&["crates/platform/src/clock.rs", "crates/platform/src/chance.rs"])
        }
        Where::Locks => ends(&["package-lock.json"]),
    }
}

fn compile(pattern: &str) -> Regex {
    Regex::new(pattern).unwrap_or_else(|error| unreachable!("because the pattern is a constant: {error}"))
}
