//! What was wrong with a source, and what came of the import: said to a person, with the file, the line and the field.
use super::record::Place;
use crate::model::Kind;
use kolo_platform::i18n::Catalogue;
use kolo_platform::{Error, Refusal};
use kolo_words::{Lang, Message};
use serde::Serialize;
use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};
use std::fmt;
use std::path::Path;
use std::sync::Arc;

/// How much a problem matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// The row, or the value, was left out.
    Error,
    /// A value was changed, guessed or lost; somebody should look at it.
    Warning,
    /// A value was tidied without changing what it says.
    Note,
}

impl Severity {
    /// The word in reports and message keys.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Note => "note",
        }
    }
}

/// One thing that was wrong.
#[derive(Clone, Debug, PartialEq)]
pub struct Problem {
    pub file: Arc<str>,
    /// Counted from 1; 0 when it concerns the file as a whole.
    pub line: u64,
    /// The record's id as the source writes it; empty when it has none.
    pub record: String,
    /// The field, or the path to it within the record: `phones[0].number`.
    pub field: String,
    pub severity: Severity,
    pub message: Message,
}

/// Problems kept whole; beyond this many they are only counted, so that a hopeless source does not fill the memory.
pub const KEPT: usize = 100_000;

/// The problems of a source as they are found.
#[derive(Debug, Default)]
pub struct Problems {
    pub list: Vec<Problem>,
    /// How many there were of each, by severity and message key; always exact.
    pub counts: BTreeMap<(Severity, Cow<'static, str>), u64>,
}

impl Problems {
    /// Writes a problem down.
    pub fn add(&mut self, place: &Place, record: &str, field: impl Into<String>, severity: Severity, message: Message) {
        *self.counts.entry((severity, message.key.clone())).or_default() += 1;
        if self.list.len() < KEPT {
            let (file, line) = (place.file.clone(), place.line);
            self.list.push(Problem {
                file,
                line,
                record: record.to_owned(),
                field: field.into(),
                severity,
                message,
            });
        }
    }

    /// Takes over what another reader found.
    pub fn absorb(&mut self, other: Self) {
        for (key, count) in other.counts {
            *self.counts.entry(key).or_default() += count;
        }
        let room = KEPT.saturating_sub(self.list.len());
        self.list.extend(other.list.into_iter().take(room));
    }
}

/// Why a whole import could not be done. Nothing of it is in the guide.
#[derive(Clone, Debug, PartialEq)]
pub struct Stop(pub Message);

impl Stop {
    pub const fn new(message: Message) -> Self {
        Self(message)
    }

    /// The same from an I/O error: a limit that was met inside a reader, or a file that is damaged.
    pub fn from_io(file: &str, error: &std::io::Error) -> Self {
        if let Some(stop) = error.get_ref().and_then(|inner| inner.downcast_ref::<Self>()) {
            return stop.clone();
        }
        tracing::debug!("reading {file}: {error}");
        Self(Message::new("import-refused-damaged").with("file", file))
    }
}

impl fmt::Display for Stop {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0.key)
    }
}

impl std::error::Error for Stop {}

impl From<Stop> for Error {
    fn from(stop: Stop) -> Self {
        let mut refusal = Refusal::with_status("import-refused-empty", axum::http::StatusCode::UNPROCESSABLE_ENTITY);
        refusal.message = stop.0;
        Self::Refused(refusal)
    }
}

/// What became of the records of one kind.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Tally {
    pub created: u64,
    pub changed: u64,
    pub unchanged: u64,
    /// Left out because of an error, or because the guide has the record from elsewhere.
    pub skipped: u64,
}

/// What came of an import.
#[derive(Debug, Default)]
pub struct Report {
    /// Nothing was kept; it was only tried.
    pub is_dry_run: bool,
    /// The name under which the records' origin is remembered.
    pub source: String,
    pub records: BTreeMap<Kind, Tally>,
    /// By file and line; beyond a hundred thousand they are only counted.
    pub problems: Vec<Problem>,
    /// How many there were of each, by severity and message key; always exact.
    pub counts: BTreeMap<(Severity, Cow<'static, str>), u64>,
}

impl Report {
    /// Puts together what reading and writing found.
    pub(super) fn add(&mut self, records: BTreeMap<Kind, Tally>, skipped: HashMap<Kind, u64>, read: Problems, written: Problems) {
        self.records = records;
        for (kind, count) in skipped {
            self.records.entry(kind).or_default().skipped += count;
        }
        let mut problems = read;
        problems.absorb(written);
        problems
            .list
            .sort_by(|a, b| (&a.file, a.line, &a.field, &a.message.key).cmp(&(&b.file, b.line, &b.field, &b.message.key)));
        self.problems = problems.list;
        self.counts = problems.counts;
    }

    /// Nothing of the source could even be looked at.
    pub(super) fn is_empty(&self) -> bool {
        self.total() == Tally::default() && self.problems.is_empty()
    }

    /// What became of the records of one kind.
    pub fn tally(&self, kind: Kind) -> Tally {
        self.records.get(&kind).copied().unwrap_or_default()
    }

    /// All kinds together.
    pub fn total(&self) -> Tally {
        self.records.values().fold(Tally::default(), |sum, one| Tally {
            created: sum.created + one.created,
            changed: sum.changed + one.changed,
            unchanged: sum.unchanged + one.unchanged,
            skipped: sum.skipped + one.skipped,
        })
    }

    /// How many problems of this severity there were.
    pub fn count(&self, severity: Severity) -> u64 {
        self.counts
            .iter()
            .filter(|((own, _), _)| *own == severity)
            .map(|(_, count)| count)
            .sum()
    }

    /// A few lines for a person: what became of each kind, and how many problems there were.
    pub fn summary(&self, words: &Catalogue, lang: Lang) -> Vec<String> {
        let mut lines = Vec::new();
        if self.is_dry_run {
            lines.push(words.say(lang, &Message::new("import-summary-dry")));
        }
        for (kind, tally) in &self.records {
            let message = Message {
                key: Cow::Owned(format!("import-summary-{}", kind.code().replace('_', "-"))),
                args: Vec::new(),
            };
            let counts = Message::new("import-summary-counts")
                .with("what", words.say(lang, &message))
                .with("created", tally.created)
                .with("changed", tally.changed)
                .with("unchanged", tally.unchanged)
                .with("skipped", tally.skipped);
            lines.push(words.say(lang, &counts));
        }
        let counts = Message::new("import-summary-problems")
            .with("errors", self.count(Severity::Error))
            .with("warnings", self.count(Severity::Warning))
            .with("notes", self.count(Severity::Note));
        lines.push(words.say(lang, &counts));
        lines
    }

    /// The report in a person's language, ready to be written.
    pub fn said(&self, words: &Catalogue, lang: Lang) -> Said {
        let line = |problem: &Problem| SaidProblem {
            severity: problem.severity,
            file: problem.file.to_string(),
            line: problem.line,
            record: problem.record.clone(),
            field: problem.field.clone(),
            message: words.say(lang, &problem.message),
            key: problem.message.key.to_string(),
        };
        Said {
            dry_run: self.is_dry_run,
            source: self.source.clone(),
            records: self.records.iter().map(|(kind, tally)| (kind.code(), *tally)).collect(),
            counts: self
                .counts
                .iter()
                .map(|((severity, key), n)| Counted {
                    severity: *severity,
                    key: key.to_string(),
                    count: *n,
                })
                .collect(),
            problems: self.problems.iter().map(line).collect(),
        }
    }

    /// Writes the whole report to a file: CSV when its name ends so, JSON otherwise.
    pub fn write_to(&self, file: &Path, words: &Catalogue, lang: Lang) -> anyhow::Result<()> {
        let said = self.said(words, lang);
        let is_csv = file.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("csv"));
        std::fs::write(file, if is_csv { said.to_csv()? } else { said.to_json()? })?;
        Ok(())
    }
}

impl Problem {
    /// The problem in one line: how bad, where, what.
    pub fn line(&self, words: &Catalogue, lang: Lang) -> String {
        let severity = Message {
            key: Cow::Owned(format!("import-severity-{}", self.severity.name())),
            args: Vec::new(),
        };
        let mut place = self.file.to_string();
        if self.line > 0 {
            place = format!("{place}:{}", self.line);
        }
        for more in [&self.record, &self.field] {
            if !more.is_empty() {
                place = format!("{place}, {more}");
            }
        }
        format!("{} · {place} · {}", words.say(lang, &severity), words.say(lang, &self.message))
    }
}

/// A report in somebody's language.
#[derive(Clone, Debug, Serialize)]
pub struct Said {
    pub dry_run: bool,
    pub source: String,
    pub records: BTreeMap<&'static str, Tally>,
    pub counts: Vec<Counted>,
    pub problems: Vec<SaidProblem>,
}

/// How often a problem occurred.
#[derive(Clone, Debug, Serialize)]
pub struct Counted {
    pub severity: Severity,
    pub key: String,
    pub count: u64,
}

/// A problem in somebody's language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SaidProblem {
    pub severity: Severity,
    pub file: String,
    pub line: u64,
    pub record: String,
    pub field: String,
    pub message: String,
    pub key: String,
}

impl Said {
    /// The report as JSON.
    pub fn to_json(&self) -> anyhow::Result<String> {
        Ok(serde_json::to_string_pretty(self)?)
    }

    /// The problems as CSV; a cell a spreadsheet would take for a formula begins with an apostrophe.
    pub fn to_csv(&self) -> anyhow::Result<String> {
        let mut out = csv::Writer::from_writer(Vec::new());
        out.write_record(["severity", "file", "line", "record", "field", "message", "key"])?;
        for problem in &self.problems {
            let line = problem.line.to_string();
            let cells = [
                problem.severity.name(),
                &problem.file,
                &line,
                &problem.record,
                &problem.field,
                &problem.message,
                &problem.key,
            ];
            out.write_record(cells.map(|cell| harmless(cell).into_owned()))?;
        }
        Ok(String::from_utf8(out.into_inner()?)?)
    }
}

fn harmless(cell: &str) -> Cow<'_, str> {
    if cell.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        Cow::Owned(format!("'{cell}"))
    } else {
        Cow::Borrowed(cell)
    }
}
