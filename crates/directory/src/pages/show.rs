//! One service: everything a person needs to decide and to go.
use super::ask::ask;
use super::board::{Board, State, hours_of, state_of};
use super::facets::Chip;
use super::find::{self, Found};
use super::reach::{ContactView, PhoneView, PlaceView, WayView, bare, first_point, languages, phones, ways, web};
use super::row::Row;
use super::share::{Graph, Share};
use super::voice::Voice;
use super::{linked, urls};
use crate::model::{CostOption, Status};
use crate::question::Asked;
use crate::store::{self, CapacityRecord, ServiceRecord};
use askama::Template;
use axum::extract::State as Handle;
use axum::response::Response;
use chrono::NaiveDate;
use kolo_platform::extract::Path;
use kolo_platform::search::{Near, Order, Question};
use kolo_platform::{App, Result, Visit, filters};
use kolo_words::{Message, Multilingual};
use uuid::Uuid;

/// After this many days people are asked to call first.
const OLD_DAYS: i64 = 180;
const RELATED: usize = 4;

#[derive(Template)]
#[template(path = "directory/show.html")]
struct ShowPage {
    graph: Graph,
    trail: Vec<(String, String)>,
    here: String,
    name: Multilingual,
    alternate: Multilingual,
    short: Multilingual,
    alert: Multilingual,
    organization: LinkView,
    is_sample: bool,
    is_paused: bool,
    is_by_phone: bool,
    online: Option<String>,
    state: Option<State>,
    board: Board,
    phones: Vec<PhoneView>,
    places: Vec<PlaceView>,
    ways: Vec<WayView>,
    description: Multilingual,
    apply: Multilingual,
    eligibility: Multilingual,
    ages: Option<String>,
    documents: Vec<DocumentView>,
    fees: Multilingual,
    costs: Vec<CostView>,
    languages: String,
    interpretation: Multilingual,
    wait: Multilingual,
    areas: Vec<Multilingual>,
    capacities: Vec<CapacityView>,
    program: Option<ProgramView>,
    funding: Vec<Multilingual>,
    accreditations: Multilingual,
    contacts: Vec<ContactView>,
    links: Vec<Chip>,
    situations: Vec<LinkView>,
    kinds: Vec<LinkView>,
    panels: Vec<String>,
    share: Share,
    checked: Checked,
    report_href: String,
    related: Vec<Row>,
}

/// A link whose text has its own language.
#[derive(Debug)]
pub(super) struct LinkView {
    pub(super) href: String,
    pub(super) text: Multilingual,
}

struct DocumentView {
    href: Option<String>,
    text: Multilingual,
}

struct CostView {
    words: String,
    option: Multilingual,
    description: Multilingual,
}

struct CapacityView {
    words: String,
    unit: Multilingual,
    counted_on: NaiveDate,
}

/// A programme a service or an organization has.
#[derive(Debug)]
pub(super) struct ProgramView {
    pub(super) name: Multilingual,
    pub(super) description: Multilingual,
}

/// When somebody last made sure that a page is true.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Checked {
    pub(super) words: String,
    /// Said before everything else when it was long ago.
    pub(super) warning: Option<String>,
}

/// `GET /services/{id}`
pub(super) async fn show(Handle(app): Handle<App>, visit: Visit, Path(id): Path<Uuid>) -> Result<Response> {
    match find::service(&app, &visit, id, "").await? {
        Found::Here(record) => visit.page(&app, &ShowPage::of(&Voice::new(&app, &visit), &record).await?),
        Found::Instead(answer) => Ok(answer),
    }
}

impl ShowPage {
    /// Whether anything is known about getting in at any of the places.
    fn has_access(&self) -> bool {
        self.places.iter().any(|place| !place.access.is_empty())
    }

    /// Whether anything is known about getting to any of the places.
    fn has_transport(&self) -> bool {
        self.places.iter().any(|place| !place.transport.is_empty())
    }

    async fn of(voice: &Voice<'_>, record: &ServiceRecord) -> Result<Self> {
        let service = &record.service;
        let zone = voice.zone(service.community_id);
        let path = urls::service(service.id);
        let [situations, kinds] = ["situations", "help"].map(|vocabulary| terms(voice, record, vocabulary));
        let here = service.name.say(voice.lang()).to_owned();
        let mut trail = vec![(voice.visit.href(urls::SERVICES), voice.say("directory-services-title"))];
        trail.extend(kinds.first().map(|kind| (kind.href.clone(), kind.text.say(voice.lang()).to_owned())));
        let places: Vec<_> = record.places.iter().map(|at| PlaceView::at(voice, record, at)).collect();
        let numbers = phones(voice, &record.phones);
        let panels = voice.app.registry().draw_panels(voice.app, voice.visit, "service", service.id).await;
        Ok(Self {
            graph: Graph::new(voice, &path, &service.name, &service.short).with(&linked::service(voice, record)),
            trail,
            share: Share {
                id: service.id,
                title: here.clone(),
                href: voice.visit.href(&path),
                note: note(record.organization.name.say(voice.lang()), numbers.first()),
                address: voice.visit.absolute(&path),
                qr: voice.visit.href(&urls::service_qr(service.id)),
                vcard: voice.visit.href(&urls::service_card(service.id)),
            },
            here,
            name: service.name.0.clone(),
            alternate: service.alternate_name.0.clone(),
            short: service.short.0.clone(),
            alert: service.alert.0.clone(),
            organization: LinkView {
                href: voice.href(record.organization.community_id, &urls::organization(record.organization.id)),
                text: record.organization.name.0.clone(),
            },
            is_sample: service.is_sample,
            is_paused: service.status == Status::TemporarilyClosed,
            is_by_phone: service.is_by_phone,
            online: service.online_url.as_deref().and_then(web),
            state: Some(state_of(voice, record)),
            board: Board::of(voice, &hours_of(record, &zone), &voice.now(&zone)),
            phones: numbers,
            places,
            ways: ways(voice, record),
            description: service.description.0.clone(),
            apply: service.application_process.0.clone(),
            eligibility: service.eligibility_description.0.clone(),
            ages: ages(voice, service.minimum_age, service.maximum_age),
            documents: record
                .required_documents
                .iter()
                .map(|document| DocumentView { href: document.uri.as_deref().and_then(web), text: document.document.0.clone() })
                .collect(),
            fees: service.fees_description.0.clone(),
            costs: record.cost_options.iter().map(|cost| CostView::of(voice, cost)).collect(),
            languages: languages(voice, &record.languages),
            interpretation: service.interpretation_services.0.clone(),
            wait: service.wait_time.0.clone(),
            areas: areas(record),
            capacities: record.capacities.iter().map(|capacity| CapacityView::of(voice, capacity)).collect(),
            program: record.program.as_ref().map(|program| ProgramView { name: program.name.0.clone(), description: program.description.0.clone() }),
            funding: record.funding.iter().map(|fund| fund.funded_by.0.clone()).filter(|text| !text.is_empty()).collect(),
            accreditations: service.accreditations.0.clone(),
            contacts: record.contacts.iter().map(|contact| ContactView::of(voice, contact)).collect(),
            links: links(record),
            situations,
            kinds,
            panels,
            checked: Checked::of(voice, service.verified_on),
            report_href: voice.visit.href(&urls::report(&path)),
            related: related(voice, record).await?,
        })
    }
}

/// The line under a saved title: who gives it and which number to call.
pub(super) fn note(organization: &str, phone: Option<&PhoneView>) -> String {
    [organization, phone.map_or("", |phone| phone.number.as_str())].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
}

fn terms(voice: &Voice<'_>, record: &ServiceRecord, vocabulary: &str) -> Vec<LinkView> {
    let own = record.terms.iter().filter(|said| said.vocabulary() == Some(vocabulary));
    own.filter_map(|said| Some(LinkView { href: voice.visit.href(&urls::term(vocabulary, said.code()?)), text: said.term.as_ref()?.name.0.clone() })).collect()
}

fn areas(record: &ServiceRecord) -> Vec<Multilingual> {
    let told = record.areas.iter().map(|area| if area.name.is_empty() { area.description.0.clone() } else { area.name.0.clone() });
    told.filter(|text| !text.is_empty()).collect()
}

fn links(record: &ServiceRecord) -> Vec<Chip> {
    let own = record.service.url.as_deref().and_then(web).map(|href| Chip { text: bare(&href), href });
    let mail = record.service.email.as_ref().map(|email| Chip { href: format!("mailto:{email}"), text: email.clone() });
    let more = record.urls.iter().filter_map(|url| web(&url.url).map(|href| Chip { text: bare(&href), href }));
    mail.into_iter().chain(own).chain(more).collect()
}

pub(super) fn ages(voice: &Voice<'_>, minimum: Option<i32>, maximum: Option<i32>) -> Option<String> {
    let message = match (minimum.filter(|age| *age > 0), maximum) {
        (Some(from), Some(to)) => Message::new("directory-fact-ages-between").with("from", from.to_string()).with("to", to.to_string()),
        (Some(from), None) => Message::new("directory-fact-ages-from").with("from", from.to_string()),
        (None, Some(to)) => Message::new("directory-fact-ages-to").with("to", to.to_string()),
        (None, None) => return None,
    };
    Some(voice.say(message))
}

impl CostView {
    fn of(voice: &Voice<'_>, cost: &CostOption) -> Self {
        let amount = cost.amount_minor.map(|minor| (minor, cost.currency.as_deref().unwrap_or_default()));
        // "Free of charge" is usually what the option itself says.
        let words = match amount {
            Some((0, _)) if !cost.option.is_empty() => String::new(),
            Some((minor, currency)) => voice.price(minor, currency),
            None => String::new(),
        };
        Self { words, option: cost.option.0.clone(), description: cost.amount_description.0.clone() }
    }
}

impl CapacityView {
    fn of(voice: &Voice<'_>, record: &CapacityRecord) -> Self {
        let capacity = &record.capacity;
        let words = match capacity.maximum {
            Some(maximum) => voice.say(
                Message::new("directory-fact-capacity-of").with("available", capacity.available.to_string()).with("maximum", maximum.to_string()),
            ),
            None => capacity.available.to_string(),
        };
        Self { words, unit: record.unit.name.0.clone(), counted_on: capacity.counted_at.date_naive() }
    }
}

impl Checked {
    /// What to say of a page that was last checked on this day.
    pub(super) fn of(voice: &Voice<'_>, verified_on: Option<NaiveDate>) -> Self {
        let say = |key: &'static str, day: NaiveDate| voice.say(Message { key: key.into(), args: vec![("date", voice.day(day).into())] });
        match verified_on {
            Some(day) if (voice.today() - day).num_days() > OLD_DAYS => {
                Self { words: say("directory-checked-old", day), warning: Some(say("directory-checked-old-warning", day)) }
            }
            Some(day) => Self { words: say("directory-checked-on", day), warning: None },
            None => Self { words: voice.say("directory-checked-never"), warning: Some(voice.say("directory-checked-never-warning")) },
        }
    }
}

/// Services for the same situation, the nearest first.
async fn related(voice: &Voice<'_>, record: &ServiceRecord) -> Result<Vec<Row>> {
    let codes = |vocabulary: &str| {
        let own = record.terms.iter().filter(|said| said.vocabulary() == Some(vocabulary));
        own.filter_map(|said| said.code().map(str::to_owned)).collect::<Vec<_>>()
    };
    let (situations, kinds) = (codes("situations"), codes("help"));
    let mut asked = Asked::default();
    if !situations.is_empty() {
        asked.facets.insert("situation", situations);
    }
    if let Some(kind) = kinds.into_iter().next() {
        asked.facets.insert("help", vec![kind]);
    }
    if asked.is_empty() {
        return Ok(Vec::new());
    }
    let near = first_point(record).map(|(_, point)| Near { latitude: point.latitude, longitude: point.longitude, km: f64::INFINITY });
    let order = if near.is_some() { Order::Distance } else { Order::Relevance };
    let question = Question { near, order, passages: false, loosen: false, ..asked.question(voice.visit, RELATED + 1) };
    let answer = ask(voice.app, question).await?;
    let ids: Vec<_> = answer.hits.iter().map(|hit| hit.id).filter(|id| *id != record.service.id).take(RELATED).collect();
    let records = store::services(&voice.app.db().reader, &voice.scope()?, &ids).await?;
    Ok(records.iter().map(|record| Row::of(voice, record).below()).collect())
}
