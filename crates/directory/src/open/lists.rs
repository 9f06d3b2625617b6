//! The list a visitor looks at, to take away: for maps (GeoJSON), for spreadsheets (XLSX), for everything else (CSV).
//!
//! The same question as the page's, see [`Asked`], answered exactly: nothing is loosened here.
use super::cors;
use crate::model::Language;
use crate::question::Asked;
use crate::rules::is_free;
use crate::store::{self, ServiceRecord};
use anyhow::Context;
use axum::body::{Body, Bytes};
use axum::extract::State;
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use futures_util::{StreamExt, TryStreamExt, stream};
use kolo_platform::search::Question;
use kolo_platform::{App, Result, Visit, page};
use kolo_words::{Lang, Message};
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook};
use serde_json::json;
use std::io;
use uuid::Uuid;

/// Services in a download at most.
const MOST: usize = 100_000;
/// Services read at once.
const AT_ONCE: usize = 200;
/// A list up to this long is put together at once and kept in memory with its entity tag; a longer one is streamed.
const SHORT: usize = 2_000;

/// The columns of the table, by the ends of their message keys.
const COLUMNS: [&str; 20] = [
    "id",
    "name",
    "summary",
    "organization",
    "situations",
    "help",
    "for-whom",
    "minimum-age",
    "maximum-age",
    "cost",
    "languages",
    "places",
    "addresses",
    "towns",
    "phones",
    "email",
    "website",
    "status",
    "verified",
    "page",
];

/// What a list is cut into: the ids of services, with the number of the first of them.
struct Found {
    ids: Vec<Uuid>,
    communities: Vec<Uuid>,
}

async fn found(app: &App, visit: &Visit, asked: &Asked) -> Result<Found> {
    let community = visit.community()?;
    let question = Question {
        offset: 0,
        limit: MOST,
        passages: false,
        loosen: false,
        ..asked.at_page(0).question(visit, MOST)
    };
    let search = app.search().clone();
    let answer = tokio::task::spawn_blocking(move || search.ask(&question))
        .await
        .map_err(anyhow::Error::from)??;
    Ok(Found {
        ids: answer.hits.into_iter().map(|hit| hit.id).collect(),
        communities: app.communities().tree().with_descendants(community.id),
    })
}

/// The list as points for a map: one feature for each open place of each service. `number` is the service's place in the list.
pub(super) async fn geojson(State(app): State<App>, visit: Visit, asked: Asked) -> Result<Response> {
    let found = found(&app, &visit, &asked).await?;
    let is_short = found.ids.len() <= SHORT;
    let state = (app, visit, found, 0);
    let chunks = stream::try_unfold(state, |(app, visit, found, from)| async move {
        let some: Vec<Uuid> = found.ids.iter().copied().skip(from).take(AT_ONCE).collect();
        if some.is_empty() && from > 0 {
            return Ok(None);
        }
        let text = features(&app, &visit, &found.communities, &some, from).await?;
        let is_last = from + AT_ONCE >= found.ids.len();
        let head = if from == 0 {
            "{\"type\":\"FeatureCollection\",\"features\":["
        } else {
            ""
        };
        // A feature begins with a comma, the very first one does not.
        let text = if text.is_empty() { text } else { format!("{text}\n") };
        let tail = if is_last { "]}" } else { "" };
        Ok(Some((
            Bytes::from(format!("{head}{text}{tail}")),
            (app, visit, found, if is_last { usize::MAX / 2 } else { from + AT_ONCE }),
        )))
    });
    sent(chunks, is_short, "application/geo+json", None).await
}

async fn features(app: &App, visit: &Visit, communities: &[Uuid], ids: &[Uuid], from: usize) -> Result<String> {
    let lang = visit.lang();
    let lines = store::service_lines(&app.db().reader, communities, ids).await?;
    let mut text = String::new();
    for line in lines {
        let number = ids.iter().position(|id| *id == line.id).map_or(0, |at| from + at + 1);
        for place in line.places.iter().filter(|place| !place.is_confidential) {
            let Some(point) = place.point else { continue };
            let mut feature = json!({
                "type": "Feature",
                "id": format!("{}/{}", line.id, place.id),
                "geometry": { "type": "Point", "coordinates": [point.longitude, point.latitude] },
                "properties": {
                    "service": line.id,
                    "location": place.id,
                    "number": number,
                    "title": line.name.say(lang),
                    "summary": line.short.say(lang),
                    "organization": line.organization_name.say(lang),
                    "place": place.name.say(lang),
                    "status": line.status.code(),
                    "href": visit.absolute(&format!("/services/{}", line.id)),
                },
            });
            if let Some(city) = &place.city {
                feature["properties"]["city"] = json!(city);
            }
            text.push_str(if text.is_empty() { "" } else { ",\n" });
            text.push_str(&feature.to_string());
        }
    }
    Ok(text)
}

/// The list as a table in CSV, with a byte order mark, because spreadsheet programs take it for Latin-1 without.
pub(super) async fn table(State(app): State<App>, visit: Visit, asked: Asked) -> Result<Response> {
    let found = found(&app, &visit, &asked).await?;
    let is_short = found.ids.len() <= SHORT;
    let head: Vec<String> = COLUMNS.iter().map(|column| heading(&app, &visit, column)).collect();
    let head = format!("\u{feff}{}", as_csv(std::iter::once(head))?);
    let rows = rows(app, visit, found).map(|rows| Ok(Bytes::from(as_csv(rows?)?)));
    let chunks = stream::iter([Ok(Bytes::from(head))]).chain(rows);
    sent(chunks, is_short, "text/csv; charset=utf-8", Some("services.csv")).await
}

/// Chunks as one answer: kept when short, streamed when long.
async fn sent(
    chunks: impl stream::Stream<Item = Result<Bytes>> + Send + 'static,
    is_short: bool,
    kind: &'static str,
    file: Option<&'static str>,
) -> Result<Response> {
    let mut response = if is_short {
        let mut whole = Vec::new();
        let mut chunks = std::pin::pin!(chunks);
        while let Some(chunk) = chunks.next().await {
            whole.extend_from_slice(&chunk?);
        }
        page::shared(([(CONTENT_TYPE, kind)], whole))
    } else {
        let chunks = chunks
            .inspect_err(|error| tracing::error!("writing a list: {error:#}"))
            .map_err(io::Error::other);
        ([(CONTENT_TYPE, kind)], Body::from_stream(chunks)).into_response()
    };
    if let Some(disposition) = file.and_then(|file| format!("attachment; filename=\"{file}\"").parse().ok()) {
        response.headers_mut().insert(CONTENT_DISPOSITION, disposition);
    }
    Ok(cors(response))
}

/// The list as a workbook of one sheet. Rows go to a temporary file as they come.
pub(super) async fn spreadsheet(State(app): State<App>, visit: Visit, asked: Asked) -> Result<Response> {
    let found = found(&app, &visit, &asked).await?;
    let title = visit.community()?.name.say(visit.lang()).to_owned();
    let head: Vec<String> = COLUMNS.iter().map(|column| heading(&app, &visit, column)).collect();
    let made_at = ExcelDateTime::from_timestamp(app.now().timestamp()).context("dating a workbook")?;
    let mut workbook = Workbook::new();
    workbook.set_properties(&DocProperties::new().set_title(&title).set_creation_datetime(&made_at));
    let sheet = workbook.add_worksheet_with_constant_memory().context("beginning a workbook")?;
    let bold = Format::new().set_bold();
    sheet.set_freeze_panes(1, 2).context("beginning a workbook")?;
    for (column, text) in (0_u16..).zip(&head) {
        sheet.set_column_width(column, width(column)).context("beginning a workbook")?;
        sheet
            .write_string_with_format(0, column, text, &bold)
            .context("writing a workbook")?;
    }
    let mut rows = std::pin::pin!(rows(app, visit, found));
    let mut row = 0;
    while let Some(chunk) = rows.next().await {
        for cells in chunk? {
            row += 1;
            for (column, text) in (0_u16..).zip(&cells).filter(|(_, text)| !text.is_empty()) {
                // Always as text: nothing anybody wrote becomes a formula.
                let text: String = text.chars().take(32_000).collect();
                sheet.write_string(row, column, text).context("writing a workbook")?;
            }
        }
    }
    let bytes = tokio::task::spawn_blocking(move || workbook.save_to_buffer())
        .await
        .map_err(anyhow::Error::from)?
        .context("closing a workbook")?;
    let headers = [
        (CONTENT_TYPE, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        (CONTENT_DISPOSITION, "attachment; filename=\"services.xlsx\""),
    ];
    Ok(cors(page::shared((headers, bytes))))
}

const fn width(column: u16) -> f64 {
    match column {
        1 | 2 => 45.0,
        3..=6 | 11..=15 => 28.0,
        _ => 14.0,
    }
}

fn heading(app: &App, visit: &Visit, column: &str) -> String {
    visit.say(
        app,
        Message {
            key: format!("open-column-{column}").into(),
            args: Vec::new(),
        },
    )
}

/// The rows of the table, in chunks.
fn rows(app: App, visit: Visit, found: Found) -> impl stream::Stream<Item = Result<Vec<Vec<String>>>> + Send + 'static {
    stream::try_unfold((app, visit, found, 0), |(app, visit, found, from)| async move {
        let some: Vec<Uuid> = found.ids.iter().copied().skip(from).take(AT_ONCE).collect();
        if some.is_empty() {
            return Ok(None);
        }
        let records = store::services(&app.db().reader, &found.communities, &some).await?;
        let rows = records.iter().map(|record| cells(&app, &visit, record)).collect();
        Ok(Some((rows, (app, visit, found, from + AT_ONCE))))
    })
}

/// One service as cells, in the order of [`COLUMNS`].
fn cells(app: &App, visit: &Visit, record: &ServiceRecord) -> Vec<String> {
    let lang = visit.lang();
    let service = &record.service;
    let terms = |vocabulary: &str| {
        joined(
            record
                .terms
                .iter()
                .filter(|term| term.vocabulary() == Some(vocabulary))
                .map(|term| term.name(lang)),
        )
    };
    let open = record.places.iter().filter_map(|at| at.place.whereabouts.open());
    let addresses = open.flat_map(|place| {
        place
            .addresses
            .iter()
            .map(|address| format!("{} {}", address.line(), address.postal_code))
    });
    let addresses: Vec<String> = addresses.map(|line| line.trim().to_owned()).collect();
    let numbers = record
        .phones
        .iter()
        .chain(record.places.iter().flat_map(|at| at.phones.iter().chain(&at.place.phones)));
    let cost = match is_free(record.cost_options.iter().map(|cost| cost.amount_minor)) {
        Some(true) => visit.say(app, "open-cost-free"),
        Some(false) => visit.say(app, "open-cost-paid"),
        None => String::new(),
    };
    let fees = service.fees_description.say(lang);
    vec![
        service.id.to_string(),
        service.name.say(lang).to_owned(),
        service
            .short
            .best(lang)
            .or_else(|| service.description.best(lang))
            .map(|(_, text)| text.to_owned())
            .unwrap_or_default(),
        record.organization.name.say(lang).to_owned(),
        terms("situations"),
        terms("help"),
        service.eligibility_description.say(lang).to_owned(),
        service.minimum_age.map(|age| age.to_string()).unwrap_or_default(),
        service.maximum_age.map(|age| age.to_string()).unwrap_or_default(),
        joined([cost.as_str(), fees]),
        joined(record.languages.iter().map(language)),
        joined(record.places.iter().map(|at| at.place.location.name.say(lang))),
        joined(addresses.iter().map(String::as_str)),
        joined(record.places.iter().filter_map(|at| at.place.city())),
        joined(numbers.map(|phone| phone.phone.number.as_str())),
        service
            .email
            .clone()
            .or_else(|| record.organization.email.clone())
            .unwrap_or_default(),
        service
            .url
            .clone()
            .or_else(|| service.online_url.clone())
            .or_else(|| record.organization.website.clone())
            .unwrap_or_default(),
        service.status.code().to_owned(),
        service.verified_on.map(|day| day.to_string()).unwrap_or_default(),
        visit.absolute(&format!("/services/{}", service.id)),
    ]
}

fn language(row: &Language) -> &str {
    let known = row.code.as_deref().and_then(|code| code.parse::<Lang>().ok()).map(Lang::own_name);
    row.name.as_deref().or(known).or(row.code.as_deref()).unwrap_or_default()
}

/// The texts that say something, each once.
fn joined<'a>(texts: impl IntoIterator<Item = &'a str>) -> String {
    let mut said: Vec<&str> = Vec::new();
    for text in texts.into_iter().map(str::trim) {
        if !text.is_empty() && !said.contains(&text) {
            said.push(text);
        }
    }
    said.join("; ")
}

fn as_csv(rows: impl IntoIterator<Item = Vec<String>>) -> Result<String> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    for row in rows {
        writer
            .write_record(row.iter().map(|cell| harmless(cell)))
            .context("writing a table")?;
    }
    let bytes = writer.into_inner().map_err(|error| anyhow::anyhow!("writing a table: {error}"))?;
    Ok(String::from_utf8(bytes).context("writing a table")?)
}

/// A cell no spreadsheet program takes for a formula.
fn harmless(cell: &str) -> String {
    let is_risky = cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠']);
    if is_risky { format!("'{cell}") } else { cell.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formulas_are_only_text() {
        let rows = [["=1+1", "+380", "-", "@SUM(A1)", "\tx", "＝1", "a=b"].map(str::to_owned).to_vec()];
        assert_eq!(as_csv(rows).unwrap(), "'=1+1,'+380,'-,'@SUM(A1),'\tx,'＝1,a=b\n");
    }

    #[test]
    fn what_is_said_twice_is_written_once() {
        assert_eq!(joined(["Київ", " ", "Львів", "Київ"]), "Київ; Львів");
    }
}
