//! Programs that serve: started on one core, asked from another, their use of time and memory read from the system.
use anyhow::{Context, Result, bail};
use std::fs;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// Ticks of the processor's clock a second; the same on every Linux this runs on.
const TICKS: f64 = 100.0;
/// A server that is not there after this is not coming.
const PATIENCE: Duration = Duration::from_mins(1);

/// A running server; ended with the value.
#[derive(Debug)]
pub(crate) struct Server {
    child: Child,
    pub(crate) address: String,
}

impl Drop for Server {
    fn drop(&mut self) {
        // It is gone already, or goes now.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// A port nobody listens on at the moment.
pub(crate) fn free_port() -> Result<u16> {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").context("looking for a free port")?;
    Ok(listener.local_addr().context("looking for a free port")?.port())
}

/// `program` on one core.
pub(crate) fn on_core(core: u8, program: &Path) -> Command {
    let mut command = Command::new("taskset");
    command.arg("-c").arg(core.to_string()).arg(program);
    command.stdout(Stdio::null()).stderr(Stdio::null());
    command
}

impl Server {
    /// Starts it and waits until this path of it answers; how long that took.
    pub(crate) fn start(mut command: Command, port: u16, path: &str) -> Result<(Self, Duration)> {
        let begun = Instant::now();
        let child = command.spawn().context("starting a server")?;
        let mut server = Self {
            child,
            address: format!("http://127.0.0.1:{port}"),
        };
        let ready = format!("{}{path}", server.address);
        while get(&ready).is_err() {
            if begun.elapsed() > PATIENCE {
                bail!("no answer from {ready}");
            }
            if let Some(status) = server.child.try_wait().context("looking after a server")? {
                bail!("the server ended: {status}");
            }
            std::thread::sleep(Duration::from_millis(2));
        }
        Ok((server, begun.elapsed()))
    }

    /// Seconds of processor time so far, with everybody it started.
    pub(crate) fn seconds(&self) -> f64 {
        family(self.child.id()).into_iter().map(seconds).sum()
    }

    /// Megabytes held at the moment.
    pub(crate) fn megabytes(&self) -> f64 {
        status(self.child.id(), "VmRSS:")
    }
}

/// The most memory a process held, in megabytes; 0 when it is gone.
pub(crate) fn peak(id: u32) -> f64 {
    status(id, "VmHWM:")
}

fn status(id: u32, name: &str) -> f64 {
    let text = fs::read_to_string(format!("/proc/{id}/status")).unwrap_or_default();
    let line = text.lines().find_map(|line| line.strip_prefix(name));
    line.and_then(|line| line.split_whitespace().next()?.parse::<f64>().ok())
        .unwrap_or(0.0)
        / 1024.0
}

/// A process and its children (nginx works in them).
fn family(id: u32) -> Vec<u32> {
    let children = fs::read_to_string(format!("/proc/{id}/task/{id}/children")).unwrap_or_default();
    let mut all = vec![id];
    all.extend(children.split_whitespace().filter_map(|child| child.parse().ok()).flat_map(family));
    all
}

fn seconds(id: u32) -> f64 {
    let text = fs::read_to_string(format!("/proc/{id}/stat")).unwrap_or_default();
    // The name in parentheses may hold anything; the fields are counted behind it.
    let fields: Vec<&str> = text
        .rsplit_once(')')
        .map(|(_, rest)| rest.split_whitespace().collect())
        .unwrap_or_default();
    let ticks = |place: usize| fields.get(place).and_then(|field| field.parse::<f64>().ok()).unwrap_or(0.0);
    (ticks(11) + ticks(12)) / TICKS
}

/// The body of an answer that says it went well.
pub(crate) fn get(address: &str) -> Result<Vec<u8>> {
    let mut response = ureq::get(address).call().with_context(|| format!("asking {address}"))?;
    response
        .body_mut()
        .with_config()
        .limit(64 * 1024 * 1024)
        .read_to_vec()
        .with_context(|| format!("reading {address}"))
}

/// What `wrk` says of a load.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Load {
    pub(crate) requests: f64,
    pub(crate) p50: f64,
    pub(crate) p99: f64,
    /// Processor time of the server per request, in microseconds.
    pub(crate) micros: f64,
}

/// Asks an address as fast as it answers, from core 1.
pub(crate) fn load(server: &Server, path: &str, connections: u32, seconds: u32, extra: &[&str]) -> Result<Load> {
    let before = server.seconds();
    let output = on_core(1, Path::new("wrk"))
        .args(["-t1", "--latency", &format!("-c{connections}"), &format!("-d{seconds}s")])
        .args(extra)
        .arg(format!("{}{path}", server.address))
        .stdout(Stdio::piped())
        .output()
        .context("running wrk")?;
    let used = server.seconds() - before;
    let text = String::from_utf8_lossy(&output.stdout);
    if text.contains("Non-2xx") || text.contains("Socket errors") {
        bail!("not every answer to {path} went well:\n{text}");
    }
    let requests = text
        .lines()
        .find_map(|line| line.trim().split_once(" requests in")?.0.parse::<f64>().ok());
    let requests = requests.with_context(|| format!("wrk said\n{text}"))?;
    let latency = |name: &str| {
        text.lines()
            .find_map(|line| milliseconds(line.trim().strip_prefix(name)?))
            .unwrap_or(f64::NAN)
    };
    Ok(Load {
        requests,
        p50: latency("50%"),
        p99: latency("99%"),
        micros: used * 1e6 / requests.max(1.0),
    })
}

/// `1.23ms`, `870.00us`, `1.10s` as milliseconds.
fn milliseconds(text: &str) -> Option<f64> {
    let text = text.trim();
    let (number, scale) = [("us", 1e-3), ("ms", 1.0), ("s", 1e3)]
        .into_iter()
        .find_map(|(unit, scale)| Some((text.strip_suffix(unit)?, scale)))?;
    Some(number.parse::<f64>().ok()? * scale)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_of_wrk_are_read_in_every_unit() {
        assert_eq!(milliseconds("  870.00us"), Some(0.87));
        assert_eq!(milliseconds("1.25ms"), Some(1.25));
        assert_eq!(milliseconds("2.00s"), Some(2000.0));
        assert_eq!(milliseconds("fast"), None);
    }

    #[test]
    fn this_process_has_used_some_time_and_memory() {
        let id = std::process::id();
        assert!(peak(id) > 1.0);
        assert!(seconds(id) >= 0.0 && family(id).contains(&id));
    }
}
