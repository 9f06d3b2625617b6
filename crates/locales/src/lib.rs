//! Checks, while a crate is built, that every message it names exists in every language and fits.
//!
//! A missing message would otherwise be noticed by a visitor, and only by one who reads that language. A crate calls
//! [`check`] from its `build.rs`; the build then fails with one line for each mistake:
//!
//! * a key named in a template (`"key"|t`, `"key"|with("count", n)|t`) or in Rust (`Message::new("key")`,
//!   `Refusal::new("key")`, `t("key")`) that is neither in this crate's `locales/{en,kk,ru,uk}/*.ftl` nor in the platform's;
//! * a key that one language has and another has not, or has with other variables;
//! * an argument that the message does not know, or one it needs and was not given;
//! * a plural form that the language needs and the message lacks;
//! * a visible word written into a template instead of a message.
//!
//! A message nobody names is a warning. Keys put together at run time are announced where they are written, in a comment of
//! the file: `## dynamic: date-month-` says that code makes keys beginning so.

mod catalogue;
mod plurals;
pub mod source;
mod uses;

use catalogue::{Catalogue, Entry};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::path::Path;
use uses::{Completeness, Use};

/// The languages in which every message must exist.
pub const LANGUAGES: [&str; 4] = ["en", "kk", "ru", "uk"];

/// Whether a mistake stops the build.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Visitors would see it: the build fails.
    Error,
    /// Untidy, yet harmless.
    Warning,
}

/// One mistake, with the place where it is mended.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Problem {
    pub severity: Severity,
    /// File, and line where there is one, relative to the crate.
    pub place: String,
    pub what: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.place, self.what)
    }
}

impl Problem {
    fn error(place: impl Into<String>, what: impl Into<String>) -> Self {
        Self {
            severity: Severity::Error,
            place: place.into(),
            what: what.into(),
        }
    }

    fn warning(place: impl Into<String>, what: impl Into<String>) -> Self {
        Self {
            severity: Severity::Warning,
            place: place.into(),
            what: what.into(),
        }
    }
}

/// To be called from the `build.rs` of a crate with messages: reports every problem to cargo, which fails the build if one is an error.
#[expect(clippy::print_stdout, reason = "cargo listens to what a build script prints")]
pub fn check() {
    let Some(root) = std::env::var_os("CARGO_MANIFEST_DIR").map(std::path::PathBuf::from) else {
        println!("cargo::error=CARGO_MANIFEST_DIR is not set; kolo_locales::check is for build scripts");
        return;
    };
    let platform = root.parent().map_or_else(|| root.clone(), |crates| crates.join("platform"));
    let watched = [
        root.join("build.rs"),
        root.join("src"),
        root.join("templates"),
        root.join("locales"),
        platform.join("locales"),
    ];
    // A path that does not exist would make cargo run the script every time.
    for path in watched.iter().filter(|path| path.exists()) {
        println!("cargo::rerun-if-changed={}", path.display());
    }
    for problem in inspect(&root, &platform) {
        match problem.severity {
            Severity::Error => println!("cargo::error={problem}"),
            Severity::Warning => println!("cargo::warning={problem}"),
        }
    }
}

/// Every problem of the crate at `root`, whose messages are its own and those of the platform at `platform_root`; sorted, errors first.
pub fn inspect(root: &Path, platform_root: &Path) -> Vec<Problem> {
    let is_platform = same_folder(root, platform_root);
    let mut problems = BTreeSet::new();
    let own = Catalogue::read(root, &mut problems);
    // The platform's own build has complained about the platform's files already.
    let platform = if is_platform {
        Catalogue::default()
    } else {
        Catalogue::read(platform_root, &mut BTreeSet::new())
    };
    let found = uses::find(root, &mut problems);

    compare_languages(&own, &platform, &mut problems);
    for one in &found.named {
        check_use(one, &own, &platform, &mut problems);
    }
    if !is_platform {
        warn_of_strangers(root, &own, &platform, &found, &mut problems);
    }
    problems.into_iter().collect()
}

fn same_folder(a: &Path, b: &Path) -> bool {
    match (a.canonicalize(), b.canonicalize()) {
        (Ok(a), Ok(b)) => a == b,
        _ => a == b,
    }
}

/// Every key in every language, with the same variables, the plural forms of the language, and once.
fn compare_languages(own: &Catalogue, platform: &Catalogue, problems: &mut BTreeSet<Problem>) {
    let mut by_key: BTreeMap<&str, BTreeMap<&str, &Entry>> = BTreeMap::new();
    for (language, entries) in &own.languages {
        for (key, entry) in entries {
            by_key.entry(key).or_default().insert(language, entry);
            if platform.entry(language, key).is_some() {
                problems.insert(Problem::error(
                    &entry.place,
                    format!("`{key}` is already a message of the platform"),
                ));
            }
            for reference in &entry.references {
                if own
                    .entry(language, reference)
                    .or_else(|| platform.entry(language, reference))
                    .is_none()
                {
                    problems.insert(Problem::error(
                        &entry.place,
                        format!("`{key}` quotes `{reference}`, which does not exist in {language}"),
                    ));
                }
            }
            for what in &entry.plural_mistakes {
                problems.insert(Problem::error(&entry.place, format!("`{key}` {what}")));
            }
        }
    }
    for (key, entries) in by_key {
        let missing: Vec<_> = LANGUAGES.into_iter().filter(|language| !entries.contains_key(language)).collect();
        let Some((first_language, first)) = entries.first_key_value() else {
            continue;
        };
        if !missing.is_empty() {
            problems.insert(Problem::error(
                &first.place,
                format!("`{key}` is missing in {}", missing.join(", ")),
            ));
        }
        let first_variables = own.variables(platform, first_language, key);
        for (language, entry) in entries.iter().skip(1) {
            let variables = own.variables(platform, language, key);
            if variables != first_variables {
                problems.insert(Problem::error(
                    &entry.place,
                    format!(
                        "`{key}` uses {} in {language}, but {} in {first_language}",
                        listed(&variables),
                        listed(&first_variables)
                    ),
                ));
            }
        }
    }
}

/// The message exists, and is given what it needs and nothing else.
fn check_use(one: &Use, own: &Catalogue, platform: &Catalogue, problems: &mut BTreeSet<Problem>) {
    let (home, known) = if own.knows(&one.key) {
        (own, true)
    } else {
        (platform, platform.knows(&one.key))
    };
    if !known {
        problems.insert(Problem::error(&one.place, format!("there is no message `{}`", one.key)));
        return;
    }
    // Which language is asked does not matter: a difference between them is reported of its own.
    let Some(language) = LANGUAGES.into_iter().find(|language| home.entry(language, &one.key).is_some()) else {
        return;
    };
    let needed = home.variables(platform, language, &one.key);
    let given: BTreeSet<String> = one.arguments.iter().cloned().collect();
    let superfluous: BTreeSet<String> = given.difference(&needed).cloned().collect();
    if !superfluous.is_empty() {
        problems.insert(Problem::error(
            &one.place,
            format!("`{}` does not use {}", one.key, listed(&superfluous)),
        ));
    }
    let lacking: BTreeSet<String> = needed.difference(&given).cloned().collect();
    if one.completeness == Completeness::Whole && !lacking.is_empty() {
        problems.insert(Problem::error(&one.place, format!("`{}` needs {}", one.key, listed(&lacking))));
    }
}

/// Messages nobody names, and quoted words that look like a key of this crate and are none.
fn warn_of_strangers(root: &Path, own: &Catalogue, platform: &Catalogue, found: &uses::Found, problems: &mut BTreeSet<Problem>) {
    let Some(entries) = own.languages.get(LANGUAGES[0]) else { return };
    let quoted_elsewhere: BTreeSet<&str> = entries
        .values()
        .flat_map(|entry| entry.references.iter().map(String::as_str))
        .collect();
    for (key, entry) in entries {
        let message = key.split('.').next().unwrap_or(key);
        let is_named = [key.as_str(), message]
            .iter()
            .any(|name| found.literals.contains_key(*name) || quoted_elsewhere.contains(name));
        let is_dynamic = own.dynamic.iter().any(|prefix| key.starts_with(prefix.as_str()));
        if !is_named && !is_dynamic {
            problems.insert(Problem::warning(&entry.place, format!("nobody uses `{key}`")));
        }
    }
    let Some(prefix) = root.file_name().map(|name| format!("{}-", name.to_string_lossy())) else {
        return;
    };
    for (literal, place) in &found.literals {
        let looks_like_key = literal.starts_with(&prefix) && literal.matches('-').count() >= 2 && uses::is_key(literal);
        let is_dynamic = own.dynamic.iter().any(|prefix| literal.starts_with(prefix.as_str()));
        let is_named = found.named.iter().any(|one| one.key == *literal);
        if looks_like_key && !is_dynamic && !is_named && !own.knows(literal) && !platform.knows(literal) {
            problems.insert(Problem::warning(
                place,
                format!("`{literal}` looks like a message, and there is none"),
            ));
        }
    }
}

fn listed(names: &BTreeSet<String>) -> String {
    if names.is_empty() {
        return "no variable".to_owned();
    }
    names.iter().map(|name| format!("${name}")).collect::<Vec<_>>().join(", ")
}
