//! The table: what was measured, beside what, and whether the promise is kept.
use anyhow::{Context, Result};
use std::fmt::Write;
use std::path::Path;
use std::time::Duration;

const BEGIN: &str = "<!-- the run writes from here -->";
const END: &str = "<!-- to here -->";

/// A row.
#[derive(Debug)]
struct Row {
    what: String,
    measured: String,
    beside: String,
    promise: String,
    kept: Option<bool>,
}

/// Everything that was measured.
#[derive(Debug, Default)]
pub(crate) struct Table(Vec<Row>);

impl Table {
    /// A figure; `kept` tells whether it keeps the promise, `None` where nothing is promised.
    pub(crate) fn add(
        &mut self,
        what: impl Into<String>,
        measured: impl Into<String>,
        beside: impl Into<String>,
        promise: &str,
        kept: Option<bool>,
    ) {
        self.0.push(Row {
            what: what.into(),
            measured: measured.into(),
            beside: beside.into(),
            promise: promise.to_owned(),
            kept,
        });
    }

    /// Something that could not be measured, and why.
    pub(crate) fn skip(&mut self, what: &str, why: &str) {
        self.add(what, format!("not measured: {why}"), "", "", None);
    }

    /// The table with the machine above it.
    pub(crate) fn page(&self, machine: &str, size: u32) -> String {
        let mut page =
            format!("{machine}\n\n{size} generated services.\n\n| what | measured | beside | promise | kept |\n|---|---|---|---|---|\n");
        for row in &self.0 {
            let kept = match row.kept {
                Some(true) => "yes",
                Some(false) => "**no**",
                None => "",
            };
            let _ = writeln!(
                page,
                "| {} | {} | {} | {} | {kept} |",
                row.what, row.measured, row.beside, row.promise
            );
        }
        page
    }
}

/// Puts the table between the marks of a page.
pub(crate) fn write(path: &Path, page: &str) -> Result<()> {
    let text = std::fs::read_to_string(path).with_context(|| format!("reading {}", path.display()))?;
    let (before, rest) = text.split_once(BEGIN).context("the page has no place for the table")?;
    let (_, after) = rest.split_once(END).context("the place for the table has no end")?;
    std::fs::write(path, format!("{before}{BEGIN}\n{page}{END}{after}")).with_context(|| format!("writing {}", path.display()))
}

/// Times, in order.
#[derive(Debug, Default)]
pub(crate) struct Times(Vec<Duration>);

impl Times {
    /// Of these, slowest last.
    pub(crate) fn of(mut times: Vec<Duration>) -> Self {
        times.sort_unstable();
        Self(times)
    }

    /// Milliseconds that so many of a hundred did not exceed.
    pub(crate) fn at(&self, percent: usize) -> f64 {
        let place = (self.0.len().saturating_sub(1)) * percent / 100;
        self.0.get(place).map_or(f64::NAN, |time| time.as_secs_f64() * 1e3)
    }

    /// `p50 / p95 / p99`.
    pub(crate) fn told(&self) -> String {
        format!("{:.2} / {:.2} / {:.2} ms", self.at(50), self.at(95), self.at(99))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hundredth_of_the_times_is_beyond_p99() {
        let times = Times::of((1..=100).rev().map(Duration::from_millis).collect());
        assert!((times.at(50) - 50.0).abs() < 1e-9 && (times.at(99) - 99.0).abs() < 1e-9);
        assert!(Times::default().at(50).is_nan());
    }

    #[test]
    fn the_table_replaces_the_former_one_and_nothing_else() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("page.md");
        std::fs::write(&path, format!("# Title\n{BEGIN}\nold\n{END}\nnotes\n")).unwrap();
        let mut table = Table::default();
        table.add("page", "1 ms", "2 ms", "≤ 3 ms", Some(true));
        write(&path, &table.page("a machine", 10)).unwrap();
        let text = std::fs::read_to_string(&path).unwrap();
        assert!(
            text.starts_with("# Title\n") && text.ends_with("\nnotes\n") && !text.contains("old"),
            "{text}"
        );
        assert!(text.contains("| page | 1 ms | 2 ms | ≤ 3 ms | yes |"), "{text}");
    }
}
