//! Taking a page along: a code to photograph, a card for the telephone, what machines read of the page.
use super::reach::{PhoneView, PlaceView, phones};
use super::voice::Voice;
use super::{find, urls};
use crate::pages::find::Found;
use crate::store::{OrganizationRecord, ServiceRecord};
use anyhow::Context;
use axum::extract::State;
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use kolo_platform::extract::Path;
use kolo_platform::{App, Result, Visit, page};
use kolo_words::Multilingual;
use qrcode::render::svg;
use qrcode::{EcLevel, QrCode};
use uuid::Uuid;

/// What the share part of a page needs.
#[derive(Debug)]
pub(super) struct Share {
    pub(super) id: Uuid,
    pub(super) title: String,
    pub(super) href: String,
    /// The line under the title in the saved list.
    pub(super) note: String,
    pub(super) address: String,
    pub(super) qr: String,
    pub(super) vcard: String,
}

/// What other sites and search engines read of the page.
#[derive(Debug)]
pub(super) struct Graph {
    pub(super) title: String,
    pub(super) description: String,
    pub(super) address: String,
    /// JSON-LD, safe inside a script element.
    pub(super) json: Option<String>,
}

impl Graph {
    pub(super) fn new(voice: &Voice<'_>, path: &str, title: &Multilingual, description: &Multilingual) -> Self {
        Self {
            title: title.say(voice.lang()).to_owned(),
            description: first_sentences(description.say(voice.lang())),
            address: voice.visit.absolute(path),
            json: None,
        }
    }

    #[must_use]
    pub(super) fn with(mut self, data: &serde_json::Value) -> Self {
        // A closing tag inside a text would end the element.
        self.json = Some(data.to_string().replace('<', "\\u003c"));
        self
    }
}

/// What fits under a link: whole words, at most 200 characters.
fn first_sentences(text: &str) -> String {
    const LIMIT: usize = 200;
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if text.chars().count() <= LIMIT {
        return text;
    }
    let cut: String = text.chars().take(LIMIT).collect();
    let whole = cut.rsplit_once(' ').map_or(cut.as_str(), |(whole, _)| whole);
    format!("{whole}…")
}

/// `GET /services/{id}/qr.svg`
pub(super) async fn service_qr(State(app): State<App>, visit: Visit, Path(id): Path<Uuid>) -> Result<Response> {
    match find::service(&app, &visit, id, "/qr.svg").await? {
        Found::Here(_) => qr(&visit.absolute(&urls::service(id))),
        Found::Instead(answer) => Ok(answer),
    }
}

/// `GET /organizations/{id}/qr.svg`
pub(super) async fn organization_qr(State(app): State<App>, visit: Visit, Path(id): Path<Uuid>) -> Result<Response> {
    match find::organization(&app, &visit, id, "/qr.svg").await? {
        Found::Here(_) => qr(&visit.absolute(&urls::organization(id))),
        Found::Instead(answer) => Ok(answer),
    }
}

fn qr(address: &str) -> Result<Response> {
    let code = QrCode::with_error_correction_level(address.as_bytes(), EcLevel::M).context("drawing a QR code")?;
    let image = code.render::<svg::Color<'_>>().min_dimensions(240, 240).build();
    Ok(page::shared(([(CONTENT_TYPE, "image/svg+xml")], image)))
}

/// `GET /services/{id}/vcard`
pub(super) async fn service_card(State(app): State<App>, visit: Visit, Path(id): Path<Uuid>) -> Result<Response> {
    match find::service(&app, &visit, id, "/vcard").await? {
        Found::Here(record) => Ok(card(&service_lines(&Voice::new(&app, &visit), &record))),
        Found::Instead(answer) => Ok(answer),
    }
}

/// `GET /organizations/{id}/vcard`
pub(super) async fn organization_card(State(app): State<App>, visit: Visit, Path(id): Path<Uuid>) -> Result<Response> {
    match find::organization(&app, &visit, id, "/vcard").await? {
        Found::Here(record) => Ok(card(&organization_lines(&Voice::new(&app, &visit), &record))),
        Found::Instead(answer) => Ok(answer),
    }
}

fn service_lines(voice: &Voice<'_>, record: &ServiceRecord) -> Vec<(String, String)> {
    let service = &record.service;
    let places: Vec<_> = record.places.iter().map(|at| PlaceView::at(voice, record, at)).collect();
    let mut numbers = phones(voice, &record.phones);
    numbers.extend(places.iter().flat_map(|place| place.phones.clone()));
    let mut lines = vec![
        ("FN".to_owned(), service.name.say(voice.lang()).to_owned()),
        ("ORG".to_owned(), record.organization.name.say(voice.lang()).to_owned()),
    ];
    let email = service.email.as_ref().or(record.organization.email.as_ref());
    reach_lines(&mut lines, &numbers, email, &places);
    lines.push(("URL".to_owned(), voice.visit.absolute(&urls::service(service.id))));
    lines.push(("NOTE".to_owned(), service.short.say(voice.lang()).to_owned()));
    lines
}

fn organization_lines(voice: &Voice<'_>, record: &OrganizationRecord) -> Vec<(String, String)> {
    let organization = &record.organization;
    let places: Vec<_> = record.locations.iter().map(|place| PlaceView::of(voice, place)).collect();
    let name = organization.name.say(voice.lang()).to_owned();
    let mut lines = vec![("FN".to_owned(), name.clone()), ("ORG".to_owned(), name)];
    reach_lines(&mut lines, &phones(voice, &record.phones), organization.email.as_ref(), &places);
    lines.push(("URL".to_owned(), voice.visit.absolute(&urls::organization(organization.id))));
    lines
}

fn reach_lines(lines: &mut Vec<(String, String)>, numbers: &[PhoneView], email: Option<&String>, places: &[PlaceView]) {
    let dialled = numbers
        .iter()
        .map(|phone| phone.href.split([':', ';']).nth(1).unwrap_or_default().to_owned());
    lines.extend(dialled.map(|number| ("TEL;TYPE=WORK".to_owned(), number)));
    lines.extend(email.map(|email| ("EMAIL".to_owned(), email.clone())));
    let addresses = places.iter().flat_map(|place| place.lines.iter().cloned());
    // An address in one line goes into the street; the other fields stay empty.
    lines.extend(addresses.map(|line| ("ADR;TYPE=WORK".to_owned(), line)));
}

fn card(lines: &[(String, String)]) -> Response {
    let mut text = String::from("BEGIN:VCARD\r\nVERSION:3.0\r\nN:;;;;\r\n");
    for (name, value) in lines.iter().filter(|(_, value)| !value.is_empty()) {
        let escaped = value
            .replace('\\', "\\\\")
            .replace(';', "\\;")
            .replace(',', "\\,")
            .replace("\r\n", "\\n")
            .replace('\n', "\\n");
        let value = if name.starts_with("ADR") {
            format!(";;{escaped};;;;")
        } else {
            escaped
        };
        fold_into(&mut text, &format!("{name}:{value}"));
    }
    text.push_str("END:VCARD\r\n");
    let headers = [
        (CONTENT_TYPE, "text/vcard; charset=utf-8"),
        (CONTENT_DISPOSITION, "attachment; filename=\"kolo.vcf\""),
    ];
    page::shared((headers, text).into_response())
}

/// Lines of a card are at most 75 bytes long; what is longer goes on in the next one behind a space.
fn fold_into(text: &mut String, line: &str) {
    let mut length = 0;
    for c in line.chars() {
        if length + c.len_utf8() > 73 {
            text.push_str("\r\n ");
            length = 1;
        }
        text.push(c);
        length += c.len_utf8();
    }
    text.push_str("\r\n");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_lines_of_a_card_are_folded_between_letters() {
        let mut text = String::new();
        fold_into(&mut text, &format!("NOTE:{}", "допомога ".repeat(20)));
        assert!(text.lines().all(|line| line.len() <= 75), "{text}");
        assert_eq!(text.replace("\r\n ", ""), format!("NOTE:{}\r\n", "допомога ".repeat(20)));
    }

    #[test]
    fn a_description_ends_with_a_whole_word() {
        let cut = first_sentences(&"слово ".repeat(60));
        assert!(cut.ends_with("слово…") && cut.chars().count() <= 201, "{cut}");
        assert_eq!(first_sentences(" a\n\nb "), "a b");
    }
}
