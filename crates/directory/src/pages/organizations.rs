//! Who helps: the list of organizations and the page of one.
use super::facets::Chip;
use super::find::{self, Found};
use super::reach::{ContactView, PhoneView, PlaceView, bare, phones, web};
use super::row::Row;
use super::share::{Graph, Share};
use super::show::{Checked, LinkView, ProgramView, note};
use super::voice::Voice;
use super::{linked, urls};
use crate::question::Asked;
use crate::store::{self, OrganizationFilter, OrganizationRecord, ServiceFilter};
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use kolo_platform::extract::{Path, Query};
use kolo_platform::page::Pager;
use kolo_platform::{App, Result, Visit, filters};
use kolo_words::Multilingual;
use serde::Deserialize;
use uuid::Uuid;

const PER_PAGE: u64 = 30;
/// Services shown on the page of an organization.
const SERVICES: u64 = 30;

/// Which page of a list is wanted; the first is 1.
#[derive(Clone, Copy, Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct PageNumber {
    page: Option<u32>,
}

impl PageNumber {
    pub(super) fn number(self) -> u64 {
        self.page.unwrap_or(1).clamp(1, 10_000).into()
    }

    pub(super) fn offset(self, per_page: u64) -> u64 {
        (self.number() - 1) * per_page
    }
}

#[derive(Template)]
#[template(path = "directory/organizations.html")]
struct OrganizationsPage {
    trail: Vec<(String, String)>,
    here: String,
    rows: Vec<OrganizationRow>,
    pager: Pager,
}

struct OrganizationRow {
    href: String,
    name: Multilingual,
    kind: Multilingual,
    community: Option<Multilingual>,
    is_sample: bool,
    text: Multilingual,
    phone: Option<PhoneView>,
}

/// `GET /organizations`
pub(super) async fn list(State(app): State<App>, visit: Visit, Query(page): Query<PageNumber>) -> Result<Response> {
    let voice = Voice::new(&app, &visit);
    let (db, scope) = (&app.db().reader, voice.scope()?);
    let found = store::organizations_page(db, &scope, &OrganizationFilter::default(), page.offset(PER_PAGE), PER_PAGE).await?;
    let records = store::organizations(db, &scope, &found.ids).await?;
    let page = OrganizationsPage {
        trail: Vec::new(),
        here: voice.say("directory-organizations-title"),
        rows: records.iter().map(|record| OrganizationRow::of(&voice, record)).collect(),
        pager: Pager::new(visit.address(), page.number(), PER_PAGE, found.total),
    };
    visit.page(&app, &page)
}

impl OrganizationRow {
    fn of(voice: &Voice<'_>, record: &OrganizationRecord) -> Self {
        let organization = &record.organization;
        Self {
            href: voice.href(organization.community_id, &urls::organization(organization.id)),
            name: organization.name.0.clone(),
            kind: organization.legal_status.0.clone(),
            community: voice.other_community(organization.community_id),
            is_sample: organization.is_sample,
            text: organization.description.0.clone(),
            phone: phones(voice, &record.phones).into_iter().next(),
        }
    }
}

#[derive(Template)]
#[template(path = "directory/organization.html")]
struct OrganizationPage {
    graph: Graph,
    trail: Vec<(String, String)>,
    here: String,
    name: Multilingual,
    alternate: Multilingual,
    legal_status: Multilingual,
    description: Multilingual,
    is_sample: bool,
    phones: Vec<PhoneView>,
    email: Option<String>,
    website: Option<Chip>,
    places: Vec<PlaceView>,
    has_facts: bool,
    parent: Option<LinkView>,
    contacts: Vec<ContactView>,
    programs: Vec<ProgramView>,
    year: Option<i32>,
    identifiers: Vec<IdentifierView>,
    funding: Vec<Multilingual>,
    links: Vec<Chip>,
    panels: Vec<String>,
    share: Share,
    checked: Checked,
    report_href: String,
    rows: Vec<Row>,
    more: Option<Chip>,
}

struct IdentifierView {
    scheme: String,
    value: String,
}

/// `GET /organizations/{id}`
pub(super) async fn show(State(app): State<App>, visit: Visit, Path(id): Path<Uuid>) -> Result<Response> {
    match find::organization(&app, &visit, id, "").await? {
        Found::Here(record) => visit.page(&app, &OrganizationPage::of(&Voice::new(&app, &visit), &record).await?),
        Found::Instead(answer) => Ok(answer),
    }
}

impl OrganizationPage {
    async fn of(voice: &Voice<'_>, record: &OrganizationRecord) -> Result<Self> {
        let (db, scope) = (&voice.app.db().reader, voice.scope()?);
        let organization = &record.organization;
        let filter = ServiceFilter {
            organization: Some(organization.id),
            ..ServiceFilter::default()
        };
        let found = store::services_page(db, &scope, &filter, 0, SERVICES).await?;
        let services = store::service_rows(db, &scope, &found.ids).await?;
        let path = urls::organization(organization.id);
        let here = organization.name.say(voice.lang()).to_owned();
        let numbers = phones(voice, &record.phones);
        let more = (found.total > SERVICES).then(|| {
            let all = Asked::default().with("organization", &organization.id.to_string());
            Chip {
                href: voice.visit.href(&all.address(urls::SERVICES)),
                text: voice.say("directory-organization-more"),
            }
        });
        let mut page = Self {
            graph: Graph::new(voice, &path, &organization.name, &organization.description).with(&linked::organization(voice, record)),
            trail: vec![(voice.visit.href("/organizations"), voice.say("directory-organizations-title"))],
            share: Share {
                id: organization.id,
                title: here.clone(),
                href: voice.visit.href(&path),
                note: note(organization.legal_status.say(voice.lang()), numbers.first()),
                address: voice.visit.absolute(&path),
                qr: voice.visit.href(&urls::organization_qr(organization.id)),
                vcard: voice.visit.href(&urls::organization_card(organization.id)),
            },
            here,
            name: organization.name.0.clone(),
            alternate: organization.alternate_name.0.clone(),
            legal_status: organization.legal_status.0.clone(),
            description: organization.description.0.clone(),
            is_sample: organization.is_sample,
            phones: numbers,
            email: organization.email.clone(),
            website: organization
                .website
                .as_deref()
                .and_then(web)
                .map(|href| Chip { text: bare(&href), href }),
            places: record.locations.iter().map(|place| PlaceView::of(voice, place)).collect(),
            has_facts: false,
            parent: record.parent.as_ref().map(|parent| LinkView {
                href: voice.href(parent.community_id, &urls::organization(parent.id)),
                text: parent.name.0.clone(),
            }),
            contacts: record.contacts.iter().map(|contact| ContactView::of(voice, contact)).collect(),
            programs: record
                .programs
                .iter()
                .map(|program| ProgramView {
                    name: program.name.0.clone(),
                    description: program.description.0.clone(),
                })
                .collect(),
            year: organization.year_incorporated,
            identifiers: identifiers(voice, record),
            funding: record
                .funding
                .iter()
                .map(|fund| fund.funded_by.0.clone())
                .filter(|text| !text.is_empty())
                .collect(),
            links: record
                .urls
                .iter()
                .filter_map(|url| web(&url.url).map(|href| Chip { text: bare(&href), href }))
                .collect(),
            panels: voice
                .app
                .registry()
                .draw_panels(voice.app, voice.visit, "organization", organization.id)
                .await,
            checked: Checked::of(voice, organization.verified_on),
            report_href: voice.visit.href(&urls::report(&path)),
            rows: services
                .iter()
                .map(|record| Row {
                    by: Multilingual::default(),
                    ..Row::of(voice, record).below()
                })
                .collect(),
            more,
        };
        page.has_facts = page.parent.is_some()
            || page.year.is_some()
            || !(page.contacts.is_empty()
                && page.programs.is_empty()
                && page.identifiers.is_empty()
                && page.funding.is_empty()
                && page.links.is_empty());
        Ok(page)
    }
}

fn identifiers(voice: &Voice<'_>, record: &OrganizationRecord) -> Vec<IdentifierView> {
    let named = |scheme: Option<&str>, called: &str| match scheme {
        Some("UA-EDR") => voice.say("directory-identifier-ua-edr"),
        Some("RU-OGRN") => voice.say("directory-identifier-ru-ogrn"),
        Some("RU-INN") => voice.say("directory-identifier-ru-inn"),
        Some("KZ-BIN") => voice.say("directory-identifier-kz-bin"),
        _ => called.to_owned(),
    };
    let all = record.identifiers.iter();
    all.map(|id| IdentifierView {
        scheme: named(id.identifier_scheme.as_deref(), &id.identifier_type),
        value: id.identifier.clone(),
    })
    .collect()
}
