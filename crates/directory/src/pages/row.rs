//! A service as a line of a list: what it is, who gives it, whether it is open and which number to call.
use super::board::{State, state_of};
use super::reach::{PhoneView, phones};
use super::urls;
use super::voice::Voice;
use crate::model::Status;
use crate::rules;
use crate::store::ServiceRecord;
use kolo_platform::search::{Hit, Passage, Piece};
use kolo_words::{Lang, Message, Multilingual};

/// The line.
#[derive(Debug)]
pub(super) struct Row {
    /// The element of its heading: `h2`, or `h3` under a heading.
    pub(super) level: &'static str,
    /// Its number on the map beside the list.
    pub(super) number: Option<usize>,
    pub(super) href: String,
    pub(super) name: Multilingual,
    pub(super) title: Option<PassageView>,
    pub(super) by: Multilingual,
    /// Where it is, in a list of several communities.
    pub(super) community: Option<Multilingual>,
    pub(super) is_sample: bool,
    pub(super) is_paused: bool,
    pub(super) short: Multilingual,
    pub(super) passage: Option<PassageView>,
    pub(super) facts: Vec<String>,
    pub(super) state: Option<State>,
    pub(super) phone: Option<PhoneView>,
}

/// A found passage, marked with its language when that is not the page's.
#[derive(Debug)]
pub(super) struct PassageView {
    pub(super) lang: Option<Lang>,
    pub(super) pieces: Vec<Piece>,
}

impl PassageView {
    fn of(voice: &Voice<'_>, passage: &Passage) -> Option<Self> {
        // Without a mark the record's own words in the reader's language say more.
        passage.pieces.iter().any(|piece| piece.marked).then(|| Self {
            lang: Some(passage.lang).filter(|lang| *lang != voice.lang()),
            pieces: passage.pieces.clone(),
        })
    }
}

impl Row {
    pub(super) fn of(voice: &Voice<'_>, record: &ServiceRecord) -> Self {
        let service = &record.service;
        let number = phones(voice, &record.phones).into_iter().next();
        let number = number.or_else(|| record.places.iter().flat_map(|at| phones(voice, &at.phones)).next());
        let number = number.or_else(|| record.places.iter().flat_map(|at| phones(voice, &at.place.phones)).next());
        Self {
            level: "h2",
            number: None,
            href: voice.href(service.community_id, &urls::service(service.id)),
            name: service.name.0.clone(),
            title: None,
            by: record.organization.name.0.clone(),
            community: voice.other_community(service.community_id),
            is_sample: service.is_sample,
            is_paused: service.status == Status::TemporarilyClosed,
            short: service.short.0.clone(),
            passage: None,
            facts: facts(voice, record),
            state: Some(state_of(voice, record)),
            phone: number,
        }
    }

    /// The same under a heading of its own.
    #[must_use]
    pub(super) fn below(mut self) -> Self {
        self.level = "h3";
        self
    }

    /// The same as it was found: with marks, distance and its number in the list.
    #[must_use]
    pub(super) fn found(mut self, voice: &Voice<'_>, hit: &Hit, number: usize) -> Self {
        self.number = Some(number);
        // A title in another language would hide the name the reader can read.
        self.title = hit
            .title
            .as_ref()
            .filter(|title| title.lang == voice.lang())
            .and_then(|title| PassageView::of(voice, title));
        // Nor does a passage in another language say more than the sentence that was written for this reader.
        let is_readable = |passage: &&Passage| passage.lang == voice.lang() || self.short.get(voice.lang()).is_none();
        self.passage = hit
            .passage
            .as_ref()
            .filter(is_readable)
            .and_then(|passage| PassageView::of(voice, passage));
        if let Some(km) = hit.distance_km {
            let at = self.facts.len().min(1);
            self.facts.insert(at, voice.distance(km));
        }
        self
    }
}

fn facts(voice: &Voice<'_>, record: &ServiceRecord) -> Vec<String> {
    let service = &record.service;
    let mut facts = Vec::new();
    let open = record.places.iter().find_map(|at| at.place.whereabouts.open());
    if let Some(address) = open.and_then(|place| place.addresses.first()) {
        facts.push(address.line());
    } else if record.places.iter().any(|at| at.place.whereabouts.open().is_none()) {
        facts.push(voice.say("directory-fact-hidden-place"));
    }
    if record.places.len() > 1 {
        facts.push(voice.say(Message::new("directory-fact-more-places").with("count", record.places.len() - 1)));
    }
    if service.online_url.is_some() {
        facts.push(voice.say("directory-fact-online"));
    }
    if service.is_by_phone {
        facts.push(voice.say("directory-fact-phone"));
    }
    if rules::is_free(record.cost_options.iter().map(|cost| cost.amount_minor)) == Some(true) {
        facts.push(voice.say("directory-fact-free"));
    }
    if !record.ways.is_empty() {
        facts.push(voice.say("directory-fact-without-speaking"));
    }
    facts
}
