//! Starting with many services indexed, idling, and how soon what was written is found.
use crate::import::{Instance, SLUG};
use crate::server::{Server, free_port, get, on_core};
use crate::table::{Table, Times};
use anyhow::{Context, Result, bail};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// Starts of the server; the median counts.
const STARTS: usize = 5;
/// Writes that are waited for.
const WRITES: u32 = 10;
/// Longer than this nobody waits.
const PATIENCE: Duration = Duration::from_secs(30);
/// A server that has nothing to do any more has come to rest after this.
const REST: Duration = Duration::from_secs(3);

pub(crate) fn measure(table: &mut Table, instance: &Instance) -> Result<()> {
    let took = instance.run("many", &["reindex"])?;
    table.add(
        "building the index anew from the database (`kolo reindex`)",
        format!("{:.1} s, at most {:.0} MB", took.time.as_secs_f64(), took.megabytes),
        "",
        "",
        None,
    );
    let port = free_port()?;
    let start = || {
        let mut command = on_core(0, &instance.kolo);
        command
            .arg("--data")
            .arg(instance.data("many"))
            .args(["serve", "--listen", &format!("127.0.0.1:{port}")])
            .env("KOLO_LOG", "error");
        Server::start(command, port, "/readyz")
    };
    let mut starts = Vec::new();
    for _ in 1..STARTS {
        let (server, time) = start()?;
        starts.push(time);
        drop(server);
    }
    let (server, time) = start()?;
    starts.push(time);
    let starts = Times::of(starts);
    table.add(
        format!("start with {} services indexed, until the first answer", instance.size()),
        format!("{:.0} ms", starts.at(50)),
        "",
        "≤ 500 ms",
        Some(starts.at(50) <= 500.0),
    );
    std::thread::sleep(REST);
    let idle = server.megabytes();
    table.add("idle memory", format!("{idle:.0} MB"), "", "≤ 120 MB", Some(idle <= 120.0));
    let list = format!("{}/{SLUG}/services?q=help", server.address);
    get(&list).context("asking the list of many services")?;
    written(table, instance, &server)
}

/// Another process writes, the server must find it: the slowest way there is.
fn written(table: &mut Table, instance: &Instance, server: &Server) -> Result<()> {
    let mut times = Vec::new();
    for number in 0..WRITES {
        let word = format!("qqbench{number}x");
        let line = instance.lines("one.ndjson", instance.size() + number, 1)?;
        let text = std::fs::read_to_string(&line).context("reading a made-up service")?;
        let text = text.replacen("\"name\":\"", &format!("\"name\":\"{word} "), 1);
        std::fs::write(&line, text).context("writing a made-up service")?;
        let mut import = Command::new(&instance.kolo)
            .arg("--data")
            .arg(instance.data("many"))
            .args(["import", "hsds"])
            .arg(&line)
            .args(["--community", SLUG])
            .env("KOLO_LOG", "error")
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .context("starting an import")?;
        let mut ended: Option<Instant> = None;
        let begun = Instant::now();
        for asked in 0.. {
            if ended.is_none() && import.try_wait().context("waiting for an import")?.is_some() {
                ended = Some(Instant::now());
            }
            // A parameter without meaning, so that no answer comes from the page cache.
            let page = get(&format!("{}/{SLUG}/services?q={word}&unasked={asked}", server.address))?;
            if String::from_utf8_lossy(&page).contains(&format!("{word} ")) || contains_marked(&page, &word) {
                break;
            }
            if begun.elapsed() > PATIENCE {
                bail!("what was written was not found within {PATIENCE:?}");
            }
            std::thread::sleep(Duration::from_millis(5));
        }
        times.push(ended.map_or(Duration::ZERO, |ended| ended.elapsed()));
        import.wait().context("waiting for an import")?;
    }
    let times = Times::of(times);
    table.add(
        "from the end of another process's write until a search finds it, p50 / p95 / p99",
        times.told(),
        "",
        "≤ 1 s",
        Some(times.at(99) <= 1_000.0),
    );
    Ok(())
}

/// The word as a hit shows it: marked.
fn contains_marked(page: &[u8], word: &str) -> bool {
    String::from_utf8_lossy(page).contains(&format!("<mark>{word}</mark>"))
}
