//! Where help is given: the list of places with their map, and the page of one.
use super::board::{Board, State, hours_of_place};
use super::find::{self, Found};
use super::list::MapView;
use super::organizations::PageNumber;
use super::reach::{AccessView, ContactView, PhoneView, PlaceView, languages};
use super::row::Row;
use super::share::Graph;
use super::show::{Checked, LinkView};
use super::voice::Voice;
use super::{linked, urls};
use crate::store::{self, MapPlace, PlaceFilter, PlaceRecord, ServiceFilter};
use askama::Template;
use axum::extract::State as Handle;
use axum::http::header::CONTENT_TYPE;
use axum::response::Response;
use kolo_platform::extract::{Path, Query};
use kolo_platform::page::{self, Pager};
use kolo_platform::{App, Result, Visit, filters};
use kolo_words::{Message, Multilingual};
use serde_json::{Value, json};
use uuid::Uuid;

const PER_PAGE: u64 = 30;
const SERVICES: u64 = 50;
/// Points on the map of all places.
const POINTS: u64 = 2_000;

#[derive(Template)]
#[template(path = "directory/places.html")]
struct PlacesPage {
    trail: Vec<(String, String)>,
    here: String,
    map: Option<MapView>,
    rows: Vec<PlaceRow>,
    pager: Pager,
}

struct PlaceRow {
    href: String,
    name: Multilingual,
    line: String,
    community: Option<Multilingual>,
    is_sample: bool,
    access: Vec<AccessView>,
    state: Option<State>,
    phone: Option<PhoneView>,
}

/// `GET /places`
pub(super) async fn list(Handle(app): Handle<App>, visit: Visit, Query(page): Query<PageNumber>) -> Result<Response> {
    let voice = Voice::new(&app, &visit);
    let (db, scope) = (&app.db().reader, voice.scope()?);
    let found = store::places_page(db, &scope, &PlaceFilter::default(), page.offset(PER_PAGE), PER_PAGE).await?;
    let records = store::places(db, &scope, &found.ids).await?;
    let page = PlacesPage {
        trail: Vec::new(),
        here: voice.say("directory-places-title"),
        map: (!records.is_empty()).then(|| MapView {
            points: visit.href("/places.geojson"),
            tiles: app.config().tiles.clone(),
            attribution: app.config().tiles_attribution.clone(),
            class: "",
            caption: voice.say("directory-map-caption-places"),
        }),
        rows: records.iter().map(|record| PlaceRow::of(&voice, record)).collect(),
        pager: Pager::new(visit.address(), page.number(), PER_PAGE, found.total),
    };
    visit.page(&app, &page)
}

/// `GET /places.geojson`: the points of the map of all places.
pub(super) async fn points(Handle(app): Handle<App>, visit: Visit) -> Result<Response> {
    let voice = Voice::new(&app, &visit);
    let places = store::places_for_map(&app.db().reader, &voice.scope()?, POINTS).await?;
    let features: Vec<_> = places.iter().map(|place| feature(&voice, place)).collect();
    let body = json!({ "type": "FeatureCollection", "features": features }).to_string();
    Ok(page::shared(([(CONTENT_TYPE, "application/geo+json")], body)))
}

fn feature(voice: &Voice<'_>, place: &MapPlace) -> Value {
    json!({
        "type": "Feature",
        "id": place.id,
        "geometry": { "type": "Point", "coordinates": [place.point.longitude, place.point.latitude] },
        "properties": {
            "title": place.name.say(voice.lang()),
            "href": voice.href(place.community_id, &urls::place(place.id)),
            "number": "",
            "services": place.services,
            "words": voice.say(Message::new("directory-services-count").with("count", place.services)),
        },
    })
}

impl PlaceRow {
    fn of(voice: &Voice<'_>, record: &PlaceRecord) -> Self {
        let view = PlaceView::of(voice, record);
        let hidden = || voice.say("directory-place-confidential");
        Self {
            line: if view.is_confidential {
                hidden()
            } else {
                view.lines.into_iter().next().unwrap_or_default()
            },
            href: view.href,
            name: view.name,
            community: voice.other_community(record.location.community_id),
            is_sample: record.location.is_sample,
            access: view.access,
            state: view.state,
            phone: view.phones.into_iter().next(),
        }
    }
}

#[derive(Template)]
#[template(path = "directory/place.html")]
struct PlacePage {
    graph: Graph,
    trail: Vec<(String, String)>,
    here: String,
    name: Multilingual,
    organization: Option<LinkView>,
    is_sample: bool,
    place: PlaceView,
    board: Board,
    description: Multilingual,
    languages: String,
    contacts: Vec<ContactView>,
    panels: Vec<String>,
    checked: Checked,
    report_href: String,
    rows: Vec<Row>,
}

/// `GET /places/{id}`
pub(super) async fn show(Handle(app): Handle<App>, visit: Visit, Path(id): Path<Uuid>) -> Result<Response> {
    match find::place(&app, &visit, id, "").await? {
        Found::Here(record) => visit.page(&app, &PlacePage::of(&Voice::new(&app, &visit), &record).await?),
        Found::Instead(answer) => Ok(answer),
    }
}

impl PlacePage {
    async fn of(voice: &Voice<'_>, record: &PlaceRecord) -> Result<Self> {
        let (db, scope) = (&voice.app.db().reader, voice.scope()?);
        let location = &record.location;
        let filter = ServiceFilter {
            location: Some(location.id),
            ..ServiceFilter::default()
        };
        let ids = store::services_page(db, &scope, &filter, 0, SERVICES).await?.ids;
        let services = store::service_rows(db, &scope, &ids).await?;
        let owners: Vec<_> = location.organization_id.into_iter().collect();
        let owner = store::organization_names(db, &owners).await?.into_iter().next();
        let zone = voice.zone(location.community_id);
        let path = urls::place(location.id);
        let place = PlaceView::of(voice, record);
        let mut data = linked::located(voice, &place, record);
        if let Some(fields) = data.as_object_mut() {
            fields.insert("@context".to_owned(), json!("https://schema.org"));
        }
        Ok(Self {
            graph: Graph::new(voice, &path, &location.name, &location.description).with(&data),
            trail: vec![(voice.visit.href("/places"), voice.say("directory-places-title"))],
            here: location.name.say(voice.lang()).to_owned(),
            name: location.name.0.clone(),
            organization: owner.map(|(id, name)| LinkView {
                href: voice.visit.href(&urls::organization(id)),
                text: name.0,
            }),
            is_sample: location.is_sample,
            board: Board::of(voice, &hours_of_place(record, &zone), &voice.now(&zone)),
            place,
            description: location.description.0.clone(),
            languages: languages(voice, &record.languages),
            contacts: record.contacts.iter().map(|contact| ContactView::of(voice, contact)).collect(),
            panels: voice
                .app
                .registry()
                .draw_panels(voice.app, voice.visit, "location", location.id)
                .await,
            checked: Checked::of(voice, location.verified_on),
            report_href: voice.visit.href(&urls::report(&path)),
            rows: services.iter().map(|record| Row::of(voice, record).below()).collect(),
        })
    }
}
