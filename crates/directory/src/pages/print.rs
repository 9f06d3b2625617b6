//! A list on paper: names, places, telephones, nothing to press.
use super::ask::ask;
use super::facets::Names;
use super::list::{address, title};
use super::reach::{PhoneView, phones};
use super::urls;
use super::voice::Voice;
use crate::question::Asked;
use crate::store::{self, ServiceRecord};
use askama::Template;
use axum::response::Response;
use chrono::NaiveDate;
use kolo_platform::search::Question;
use kolo_platform::{App, Result, Visit, filters};
use kolo_words::Multilingual;

/// More would be a book: that is another page's work.
const MOST: usize = 200;

#[derive(Template)]
#[template(path = "directory/print.html")]
struct PrintPage {
    title: String,
    total: usize,
    made_on: NaiveDate,
    address: String,
    back: String,
    lines: Vec<Line>,
    is_cut: bool,
}

struct Line {
    href: String,
    name: Multilingual,
    by: Multilingual,
    places: Vec<String>,
    phones: Vec<PhoneView>,
}

/// The list as asked, without its pages.
pub(super) async fn print(app: &App, visit: &Visit, asked: &Asked) -> Result<Response> {
    let voice = Voice::new(app, visit);
    let whole = asked.at_page(0);
    let answer = ask(
        app,
        Question {
            passages: false,
            ..whole.question(visit, MOST)
        },
    )
    .await?;
    let ids: Vec<_> = answer.hits.iter().map(|hit| hit.id).collect();
    let records = store::service_rows(&app.db().reader, &voice.scope()?, &ids).await?;
    let names = Names::of(&voice, &whole, &answer, &records).await?;
    let page = PrintPage {
        title: title(&voice, &whole, &names),
        total: answer.total,
        made_on: voice.today(),
        address: visit.absolute(&whole.address(urls::SERVICES)),
        back: address(visit, asked, ""),
        lines: records.iter().map(|record| Line::of(&voice, record)).collect(),
        is_cut: answer.total > MOST,
    };
    visit.page(app, &page)
}

impl Line {
    fn of(voice: &Voice<'_>, record: &ServiceRecord) -> Self {
        let service = &record.service;
        let mut numbers = phones(voice, &record.phones);
        if numbers.is_empty() {
            numbers = record.places.iter().flat_map(|at| phones(voice, &at.place.phones)).collect();
        }
        let places = record.places.iter().map(|at| match at.place.whereabouts.open() {
            None => voice.say("directory-fact-hidden-place"),
            Some(open) => {
                let name = at.place.location.name.say(voice.lang());
                let address = open.addresses.first().map(crate::model::PostalAddress::line).unwrap_or_default();
                [name, address.as_str()]
                    .into_iter()
                    .filter(|part| !part.is_empty())
                    .collect::<Vec<_>>()
                    .join(", ")
            }
        });
        Self {
            href: voice.href(service.community_id, &urls::service(service.id)),
            name: service.name.0.clone(),
            by: record.organization.name.0.clone(),
            places: places.collect(),
            phones: numbers,
        }
    }
}
