//! Reading a live API of the standard: every list page by page into temporary files, so that no transaction waits for the net.
use super::super::limits::{MAX_FILE, MAX_PAGE, MAX_PAGES, MAX_TOTAL};
use super::super::problem::Stop;
use super::spool::disk;
use super::{Files, Reading};
use kolo_words::Message;
use serde::Deserialize;
use serde::de::IgnoredAny;
use std::fs::File;
use std::io::{BufWriter, Read, Write};
use std::path::Path;
use std::sync::atomic::Ordering;
use std::time::Duration;
use ureq::Agent;
use ureq::http::StatusCode;
use url::Url;

const PER_PAGE: u32 = 100;
const TRIES: u32 = 3;
/// The lists of the standard that hold main records, and whether they know `modified_after`.
const LISTS: [(&str, bool); 4] = [
    ("taxonomies", false),
    ("taxonomy_terms", false),
    ("organizations", false),
    ("services", true),
];

/// What a page says of the list; its entries are cut out of the text instead.
#[derive(Default, Deserialize)]
struct Page {
    total_pages: Option<u64>,
    last_page: Option<bool>,
}

/// What is asked of an entry to see whether it is whole.
#[derive(Deserialize)]
struct Entry {
    id: Option<String>,
    service_at_locations: Option<IgnoredAny>,
    organization: Option<IgnoredAny>,
}

/// Fetches an address: a file as it is, or the lists of an API.
pub(super) fn fetch(address: &str, reading: &Reading) -> Result<Files, Stop> {
    let refused = || Stop::new(Message::new("import-refused-address").with("url", address));
    let url = Url::parse(address).map_err(|_| refused())?;
    if !matches!(url.scheme(), "http" | "https") || url.host_str().is_none() || !url.username().is_empty() {
        return Err(refused());
    }
    let modified_after = url
        .query_pairs()
        .find(|(name, _)| name == "modified_after")
        .map(|(_, since)| since.into_owned());
    let client = Client {
        agent: agent(),
        reading,
        modified_after,
        total: 0,
    };
    let last = url
        .path_segments()
        .and_then(|mut parts| parts.next_back())
        .unwrap_or_default()
        .to_lowercase();
    let is_file = [".zip", ".csv", ".json", ".ndjson", ".jsonl", ".gz"]
        .iter()
        .any(|ending| last.ends_with(ending));
    if is_file { client.download(&url, &last) } else { client.walk(url) }
}

fn agent() -> Agent {
    let config = Agent::config_builder()
        .timeout_connect(Some(Duration::from_secs(15)))
        .timeout_recv_response(Some(Duration::from_mins(1)))
        .timeout_per_call(Some(Duration::from_mins(10)))
        .max_redirects(5)
        .max_response_header_size(64 << 10)
        .http_status_as_error(false)
        .user_agent(concat!("Kolo/", env!("CARGO_PKG_VERSION")))
        .build();
    config.into()
}

struct Client<'a> {
    agent: Agent,
    reading: &'a Reading,
    /// Only what changed since then; taken from the address.
    modified_after: Option<String>,
    total: u64,
}

/// How a question ended, other than badly.
enum Answer {
    Body(Vec<u8>),
    /// The API does not have this list.
    Absent,
}

impl Client<'_> {
    fn download(self, url: &Url, name: &str) -> Result<Files, Stop> {
        let folder = tempfile::tempdir().map_err(disk)?;
        let path = folder.path().join(name);
        let response = self
            .agent
            .get(url.as_str())
            .call()
            .map_err(|error| unreachable_address(url, &error))?;
        if !response.status().is_success() {
            return Err(answered(url, response.status()));
        }
        let mut body = response.into_body().into_with_config().limit(MAX_FILE).reader();
        let mut file = BufWriter::new(File::create_new(&path).map_err(disk)?);
        std::io::copy(&mut body, &mut file).map_err(|error| too_large_or_broken(url, &error))?;
        file.flush().map_err(disk)?;
        let mut files = super::on_disk(&path, self.reading)?;
        files.name = url.to_string();
        files.kept_until_read.get_or_insert(folder);
        Ok(files)
    }

    fn walk(mut self, mut base: Url) -> Result<Files, Stop> {
        base.set_fragment(None);
        base.set_query(None);
        if let Ok(mut parts) = base.path_segments_mut() {
            parts.pop_if_empty();
        }
        let folder = tempfile::tempdir().map_err(disk)?;
        let mut files = Vec::new();
        for (list, knows_modified) in LISTS {
            let url = below(&base, &[list]);
            let path = folder.path().join(format!("{list}.ndjson"));
            let count = self.list(&url, knows_modified, &path)?;
            if count.is_none() && list == "services" {
                return Err(answered(&url, StatusCode::NOT_FOUND));
            }
            if count.is_some_and(|count| count > 0) {
                files.push((url.to_string(), path));
            }
        }
        let read = self.reading.read.clone();
        if files.is_empty() {
            return Err(Stop::new(Message::new("import-refused-empty").with("file", base.to_string())));
        }
        Ok(Files {
            name: base.to_string(),
            files,
            read,
            kept_until_read: Some(folder),
        })
    }

    /// Writes a list into a file, one whole record a line; nothing when the API has no such list.
    fn list(&mut self, url: &Url, knows_modified: bool, path: &Path) -> Result<Option<u64>, Stop> {
        let mut file = BufWriter::new(File::create_new(path).map_err(disk)?);
        let (mut count, mut first_before) = (0, None);
        for number in 1..=MAX_PAGES {
            let mut asked = url.clone();
            asked
                .query_pairs_mut()
                .append_pair("page", &number.to_string())
                .append_pair("per_page", &PER_PAGE.to_string())
                .append_pair("full", "true");
            if let Some(since) = self.modified_after.as_deref().filter(|_| knows_modified) {
                asked.query_pairs_mut().append_pair("modified_after", since);
            }
            let body = match self.ask(&asked)? {
                Answer::Absent => return Ok((number > 1).then_some(count)),
                Answer::Body(body) => body,
            };
            let page: Page = serde_json::from_slice(&body).unwrap_or_default();
            let mut entries = entries(&asked, &body)?;
            // A server that ignores the number of the page would be asked for ever.
            if entries.is_empty() || entries.first() == first_before.as_ref() {
                break;
            }
            for entry in &entries {
                self.write(url, entry, &mut file)?;
                count += 1;
            }
            first_before = Some(entries.swap_remove(0));
            if page.last_page == Some(true) || page.total_pages.is_none_or(|total| number >= total) {
                break;
            }
        }
        file.flush().map_err(disk)?;
        Ok(Some(count))
    }

    /// Writes one entry; one without its parts is asked for by its id first.
    fn write(&mut self, list: &Url, raw: &[u8], file: &mut impl Write) -> Result<(), Stop> {
        let bare = serde_json::from_slice::<Entry>(raw)
            .ok()
            .filter(|entry| entry.service_at_locations.is_none() && entry.organization.is_none());
        let id = bare.and_then(|entry| entry.id).filter(|_| list.path().ends_with("/services"));
        let whole = match id {
            Some(id) => match self.ask(&below(list, &[&id]))? {
                Answer::Body(body) => Some(body),
                Answer::Absent => None,
            },
            None => None,
        };
        let text = whole.as_deref().unwrap_or(raw);
        // One record a line, however the server laid it out; breaks inside texts are escaped in JSON.
        let line: Vec<u8> = text
            .iter()
            .map(|byte| if matches!(byte, b'\n' | b'\r') { b' ' } else { *byte })
            .collect();
        file.write_all(&line).and_then(|()| file.write_all(b"\n")).map_err(disk)
    }

    fn ask(&mut self, url: &Url) -> Result<Answer, Stop> {
        for attempt in 1.. {
            let is_last = attempt >= TRIES;
            let response = match self.agent.get(url.as_str()).header("Accept", "application/json").call() {
                Ok(response) => response,
                Err(_) if !is_last => {
                    std::thread::sleep(Duration::from_secs(1));
                    continue;
                }
                Err(error) => return Err(unreachable_address(url, &error)),
            };
            let status = response.status();
            if status == StatusCode::NOT_FOUND || status == StatusCode::NOT_IMPLEMENTED {
                return Ok(Answer::Absent);
            }
            if !is_last && (status == StatusCode::TOO_MANY_REQUESTS || status.is_server_error()) {
                let wait = response
                    .headers()
                    .get("retry-after")
                    .and_then(|value| value.to_str().ok()?.parse().ok())
                    .unwrap_or(1_u64);
                std::thread::sleep(Duration::from_secs(wait.min(30)));
                continue;
            }
            if !status.is_success() {
                return Err(answered(url, status));
            }
            let mut body = Vec::new();
            let mut reader = response.into_body().into_with_config().limit(MAX_PAGE).reader();
            reader.read_to_end(&mut body).map_err(|error| too_large_or_broken(url, &error))?;
            let length = u64::try_from(body.len()).unwrap_or_default();
            self.total += length;
            self.reading.read.fetch_add(length, Ordering::Relaxed);
            if self.total > MAX_TOTAL {
                return Err(Stop::new(Message::new("import-refused-too-large").with("file", url.to_string())));
            }
            return Ok(Answer::Body(body));
        }
        unreachable!("because the last try returns")
    }
}

/// The entries of a page, cut out of its text.
fn entries(url: &Url, body: &[u8]) -> Result<Vec<Vec<u8>>, Stop> {
    let mut pieces = super::json::Pieces::new(url.as_str().into(), body);
    let (mut all, mut text) = (Vec::new(), Vec::new());
    while let Some(piece) = pieces.next(&mut text).map_err(|_| unintelligible(url))? {
        if piece.fault.is_some() || !text.starts_with(b"{") {
            return Err(unintelligible(url));
        }
        all.push(std::mem::take(&mut text));
    }
    // A page that holds no list at all is itself cut out as one object.
    let is_envelope = all
        .first()
        .is_some_and(|one| serde_json::from_slice::<Page>(one).is_ok_and(|page| page.total_pages.is_some()));
    if is_envelope { Ok(Vec::new()) } else { Ok(all) }
}

fn below(base: &Url, parts: &[&str]) -> Url {
    let mut url = base.clone();
    url.set_query(None);
    if let Ok(mut segments) = url.path_segments_mut() {
        segments.extend(parts);
    }
    url
}

fn answered(url: &Url, status: StatusCode) -> Stop {
    Stop::new(
        Message::new("import-refused-answer")
            .with("url", url.to_string())
            .with("status", status.as_str()),
    )
}

fn unintelligible(url: &Url) -> Stop {
    Stop::new(Message::new("import-refused-page").with("url", url.to_string()))
}

fn unreachable_address(url: &Url, error: &ureq::Error) -> Stop {
    tracing::warn!("asking {url}: {error}");
    Stop::new(Message::new("import-refused-unreachable").with("url", url.to_string()))
}

fn too_large_or_broken(url: &Url, error: &std::io::Error) -> Stop {
    tracing::warn!("reading {url}: {error}");
    let is_limit = error
        .get_ref()
        .and_then(|inner| inner.downcast_ref::<ureq::Error>())
        .is_some_and(|error| matches!(error, ureq::Error::BodyExceedsLimit(_)));
    let key = if is_limit {
        "import-refused-too-large"
    } else {
        "import-refused-unreachable"
    };
    let name = if is_limit { "file" } else { "url" };
    Stop::new(Message::new(key).with(name, url.to_string()))
}
