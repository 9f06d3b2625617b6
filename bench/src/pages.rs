//! Pages: one from the cache beside nginx serving the same bytes, and lists that are rendered every time.
use crate::Line;
use crate::server::{Load, Server, free_port, get, load, on_core};
use crate::table::Table;
use anyhow::{Context, Result};
use std::io::Write;
use std::path::Path;
use std::process::Command;

/// The pages of the demo that are asked for.
const HOME: &str = "/kuzbass";
const LIST: &str = "/kuzbass/services";
const FOUND: &str = "/kuzbass/services?q=%D1%8E%D1%80%D0%B8%D1%81%D1%82";
const PRINT: &str = "/kuzbass/services?view=print";
const CONNECTIONS: u32 = 16;
/// The rounds of each, in turn; the quietest counts.
const ROUNDS: usize = 3;

pub(crate) fn measure(line: &Line, table: &mut Table) -> Result<()> {
    let folder = tempfile::tempdir().context("making a folder")?;
    let port = free_port()?;
    let mut command = on_core(0, &line.kolo);
    command
        .args(["demo", "--listen", &format!("127.0.0.1:{port}"), "--data"])
        .arg(folder.path().join("data"));
    let (kolo, _) = Server::start(command, port, "/readyz")?;
    let missing = !exists("nginx") || !exists("wrk");
    if missing {
        table.skip("cached page", "nginx or wrk is missing");
        return Ok(());
    }
    let page = get(&format!("{}{HOME}", kolo.address))?;
    let nginx = beside(folder.path(), &page)?;
    let kilobytes = f64::from(u32::try_from(page.len()).unwrap_or(u32::MAX)) / 1024.0;
    for (name, extra) in [("as it is", &[][..]), ("gzip", &["-H", "Accept-Encoding: gzip"][..])] {
        let (mut own, mut its) = (Vec::new(), Vec::new());
        for _ in 0..ROUNDS {
            own.push(load(&kolo, HOME, CONNECTIONS, line.seconds, extra)?);
            its.push(load(&nginx, "/", CONNECTIONS, line.seconds, extra)?);
        }
        let (own, its) = (quietest(&own), quietest(&its));
        let ratio = its.micros / own.micros;
        table.add(
            format!("home page from the cache, {kilobytes:.0} KB, {name}: processor time a request"),
            format!("{:.1} µs ({:.0} requests/s)", own.micros, own.requests / f64::from(line.seconds)),
            format!("nginx, the same bytes: {:.1} µs; ratio {ratio:.2}", its.micros),
            "≥ 0.8 × nginx",
            Some(ratio >= 0.8),
        );
    }
    let script = folder.path().join("uncached.lua");
    std::fs::write(&script, UNCACHED).context("writing a script for wrk")?;
    let script = script.display().to_string();
    let rows = |address: &str| -> Result<usize> {
        let text = String::from_utf8_lossy(&get(&format!("{}{address}", kolo.address))?).into_owned();
        Ok(text.matches("<li class=\"row").count().max(text.matches("<article").count()))
    };
    for (what, path) in [
        ("list with filters", LIST),
        ("list of a search", FOUND),
        ("list to print, the whole guide", PRINT),
    ] {
        let Ok(rows) = rows(path) else {
            table.skip(what, "there is no such page");
            continue;
        };
        let alone = load(&kolo, path, 1, line.seconds, &["-s", &script])?;
        table.add(
            format!("{what}, {rows} rows, rendered anew"),
            format!(
                "p50 {:.2} ms, p99 {:.2} ms, processor {:.2} ms a page",
                alone.p50,
                alone.p99,
                alone.micros / 1e3
            ),
            "",
            "p99 ≤ 10 ms",
            Some(alone.p99 <= 10.0),
        );
    }
    Ok(())
}

/// Asks for a page nobody asked for yet, by a parameter without meaning.
const UNCACHED: &str = r#"
local number = 0
request = function()
  number = number + 1
  local mark = string.find(wrk.path, "?", 1, true) and "&" or "?"
  return wrk.format("GET", wrk.path .. mark .. "unasked=" .. number)
end
"#;

fn quietest(loads: &[Load]) -> Load {
    let least = loads.iter().min_by(|a, b| a.micros.total_cmp(&b.micros));
    least.copied().unwrap_or(Load {
        requests: 0.0,
        p50: f64::NAN,
        p99: f64::NAN,
        micros: f64::NAN,
    })
}

/// nginx with one worker, serving these bytes from disk, packed ones beside.
fn beside(folder: &Path, page: &[u8]) -> Result<Server> {
    let root = folder.join("www");
    std::fs::create_dir_all(&root).context("making nginx's folder")?;
    std::fs::write(root.join("index.html"), page).context("writing nginx's page")?;
    let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
    packed.write_all(page).context("packing nginx's page")?;
    std::fs::write(root.join("index.html.gz"), packed.finish().context("packing nginx's page")?).context("writing nginx's page")?;
    let port = free_port()?;
    let inside = folder.display();
    let settings = format!(
        "daemon off; worker_processes 1; pid {inside}/nginx.pid; error_log {inside}/nginx.log;\n\
         events {{ worker_connections 256; }}\n\
         http {{ access_log off; sendfile on; tcp_nopush on; keepalive_requests 100000000; gzip_static on; default_type text/html;\n\
         client_body_temp_path {inside}; proxy_temp_path {inside}; fastcgi_temp_path {inside}; uwsgi_temp_path {inside}; scgi_temp_path {inside};\n\
         server {{ listen 127.0.0.1:{port}; root {inside}/www; }} }}\n"
    );
    let path = folder.join("nginx.conf");
    std::fs::write(&path, if is_root() { format!("user root; {settings}") } else { settings }).context("writing nginx's settings")?;
    let mut command = on_core(0, Path::new("nginx"));
    command.arg("-c").arg(&path).arg("-p").arg(folder);
    Ok(Server::start(command, port, "/")?.0)
}

fn is_root() -> bool {
    Command::new("id").arg("-u").output().is_ok_and(|output| output.stdout == b"0\n")
}

pub(crate) fn exists(program: &str) -> bool {
    Command::new("sh")
        .args(["-c", &format!("command -v {program}")])
        .output()
        .is_ok_and(|output| output.status.success())
}
