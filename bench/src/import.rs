//! Import of real and of many services: how fast, and how much memory.
use crate::Line;
use crate::made::{Dice, Words};
use crate::server::peak;
use crate::table::Table;
use anyhow::{Context, Result, bail};
use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// The instance that many services were imported into, and the program.
#[derive(Debug)]
pub(crate) struct Instance {
    pub(crate) kolo: PathBuf,
    folder: PathBuf,
    size: u32,
    miami: PathBuf,
}

/// What a command took.
#[derive(Debug)]
pub(crate) struct Took {
    pub(crate) time: Duration,
    pub(crate) megabytes: f64,
}

/// The slug of the community that is filled.
pub(crate) const SLUG: &str = "bench";

impl Instance {
    pub(crate) fn new(line: &Line, folder: &Path) -> Self {
        Self {
            kolo: line.kolo.clone(),
            folder: folder.to_owned(),
            size: line.size,
            miami: line.miami.clone(),
        }
    }

    /// The data folder of an instance.
    pub(crate) fn data(&self, name: &str) -> PathBuf {
        self.folder.join(name)
    }

    pub(crate) fn size(&self) -> u32 {
        self.size
    }

    /// Runs a command of the program on a data folder to its end.
    pub(crate) fn run(&self, data: &str, arguments: &[&str]) -> Result<Took> {
        let begun = Instant::now();
        let mut child = Command::new(&self.kolo)
            .arg("--data")
            .arg(self.data(data))
            .args(arguments)
            .env("KOLO_LOG", "error")
            .stdout(Stdio::null())
            .stderr(Stdio::piped())
            .spawn()
            .context("starting the program")?;
        let mut megabytes: f64 = 0.0;
        let status = loop {
            megabytes = megabytes.max(peak(child.id()));
            if let Some(status) = child.try_wait().context("waiting for the program")? {
                break status;
            }
            std::thread::sleep(Duration::from_millis(5));
        };
        // 2: imported, with problems to look at.
        if !matches!(status.code(), Some(0 | 2)) {
            let mut said = String::new();
            if let Some(mut stderr) = child.stderr.take() {
                std::io::Read::read_to_string(&mut stderr, &mut said).context("reading what the program said")?;
            }
            bail!("{arguments:?} ended with {status}: {said}");
        }
        Ok(Took {
            time: begun.elapsed(),
            megabytes,
        })
    }

    pub(crate) fn found(&self, data: &str) -> Result<()> {
        self.run(
            data,
            &["community", "add", SLUG, "--name", "Bench", "--lang", "uk", "--country", "UA"],
        )
        .map(drop)
    }

    /// Writes so many made-up services as lines of HSDS.
    pub(crate) fn lines(&self, name: &str, from: u32, count: u32) -> Result<PathBuf> {
        let path = self.folder.join(name);
        let mut dice = Dice::default();
        let words = Words::new(&mut dice);
        let mut file = BufWriter::new(File::create(&path).with_context(|| format!("creating {}", path.display()))?);
        for number in from..from + count {
            writeln!(file, "{}", words.service(&mut dice, number).hsds()).context("writing made-up services")?;
        }
        file.flush().context("writing made-up services")?;
        Ok(path)
    }
}

pub(crate) fn measure(_: &Line, table: &mut Table, instance: &Instance) -> Result<()> {
    let idle = instance.run("empty", &["config"])?.time;
    if instance.miami.exists() {
        instance.found("miami")?;
        let took = instance.run(
            "miami",
            &["import", "hsds", &instance.miami.display().to_string(), "--community", SLUG],
        )?;
        let services = rows(&instance.miami.join("service.csv")).unwrap_or(4_089);
        told(
            table,
            "import of the Miami directory (tables, 4 089 services)",
            services,
            &took,
            idle,
            None,
        );
    } else {
        table.skip("import of the Miami directory", "it is not on this machine");
    }
    // Memory is flat when ten times as many services need about the same.
    instance.found("few")?;
    let few = instance.lines("few.ndjson", 0, instance.size / 10)?;
    let few = instance.run("few", &["import", "hsds", &few.display().to_string(), "--community", SLUG])?;
    instance.found("many")?;
    let many = instance.lines("many.ndjson", 0, instance.size)?;
    let took = instance.run("many", &["import", "hsds", &many.display().to_string(), "--community", SLUG])?;
    told(
        table,
        "import of made-up services (ndjson)",
        instance.size,
        &took,
        idle,
        Some(few.megabytes),
    );
    Ok(())
}

fn told(table: &mut Table, what: &str, services: u32, took: &Took, idle: Duration, few: Option<f64>) {
    let seconds = took.time.saturating_sub(idle).as_secs_f64();
    let rate = f64::from(services) / seconds;
    let beside = few
        .map(|few| format!("a tenth of them: {few:.0} MB; ratio {:.2}", took.megabytes / few))
        .unwrap_or_default();
    let is_flat = few.is_none_or(|few| took.megabytes <= few * 1.5 + 20.0);
    table.add(
        what,
        format!("{rate:.0} services/s ({seconds:.1} s), at most {:.0} MB", took.megabytes),
        beside,
        "≥ 5 000 services/s, memory flat",
        Some(rate >= 5_000.0 && is_flat),
    );
}

/// Lines of a table without its head; a value may hold line ends, so this is only about right.
fn rows(path: &Path) -> Option<u32> {
    let text = std::fs::read_to_string(path).ok()?;
    let quotes = |line: &str| line.matches('"').count() % 2;
    let (mut rows, mut open) = (0_u32, 0);
    for line in text.lines() {
        open = (open + quotes(line)) % 2;
        rows += u32::from(open == 0);
    }
    rows.checked_sub(1)
}
