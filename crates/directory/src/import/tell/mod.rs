//! What records tell: rows of our tables, with the ids of the source still in place of ours where they name other records.
mod incoming;
mod parts;
mod places;
mod records;
mod said;
mod schedules;
mod small;

pub use incoming::{Body, Incoming, TermSaid, canonical, key};
pub use said::{Setting, lang_of};

use super::limits::MAX_ID;
use super::problem::{Problems, Severity, Stop};
use super::read::Sink;
use super::record::{Datum, Place, Record};
use crate::model::{Kind, Unit};
use kolo_words::Message;
use said::Said;
use std::cell::RefCell;
use std::collections::{HashMap, HashSet};
use std::rc::Rc;
use std::sync::Arc;
use uuid::Uuid;

/// Turns records into rows and hands them on.
pub struct Teller<'a> {
    setting: &'a Setting,
    problems: Rc<RefCell<Problems>>,
    /// Kinds that come on their own in this source.
    own: HashSet<Kind>,
    /// Records told on their own, and those told inside others.
    told: HashSet<u64>,
    hinted: HashSet<u64>,
    /// Services at places whose id was told; the database keeps ids of one source different.
    visits: HashSet<u64>,
    /// Which record is above which, so that no circle is closed.
    above: HashMap<u64, u64>,
    units: HashMap<String, Arc<Unit>>,
    /// Vocabularies by name: older dialects name them so.
    taxonomies: HashMap<String, String>,
    skipped: HashMap<Kind, u64>,
    hand_on: &'a mut dyn FnMut(Incoming) -> Result<(), Stop>,
}

impl std::fmt::Debug for Teller<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Teller").field("setting", self.setting).finish_non_exhaustive()
    }
}

impl<'a> Teller<'a> {
    pub fn new(setting: &'a Setting, hand_on: &'a mut dyn FnMut(Incoming) -> Result<(), Stop>) -> Self {
        Self {
            setting,
            problems: Rc::default(),
            own: HashSet::new(),
            told: HashSet::new(),
            hinted: HashSet::new(),
            visits: HashSet::new(),
            above: HashMap::new(),
            units: HashMap::new(),
            taxonomies: HashMap::new(),
            skipped: HashMap::new(),
            hand_on,
        }
    }

    /// What was wrong, and how many records of each kind were left out.
    pub fn finish(self) -> (Problems, HashMap<Kind, u64>) {
        (self.problems.take(), self.skipped)
    }

    fn error(&self, place: &Place, id: &str, field: &str, key: &'static str) {
        self.problems.borrow_mut().add(place, id, field, Severity::Error, Message::new(key));
    }

    /// Tells one record: those inside it first, because it needs them.
    fn tell(&mut self, kind: Kind, record: &Record, from: Inside<'_>) -> Result<(), Stop> {
        let Some(id) = self.id_of(kind, record, from) else { return Ok(()) };
        let number = key(kind, &id);
        let is_hint = match from {
            Inside::Nothing => {
                if !self.told.insert(number) {
                    self.error(&record.place, &id, "id", "import-row-twice");
                    self.skip(kind);
                    return Ok(());
                }
                self.own.insert(kind);
                false
            }
            Inside::Record { .. } => {
                if self.told.contains(&number) || !self.hinted.insert(number) {
                    return Ok(());
                }
                self.own.contains(&kind)
            }
        };
        self.tell_inner(kind, record, &id)?;
        let problems = Rc::clone(&self.problems);
        let said = Said::of(record, &id, self.setting, &problems);
        match self.incoming(kind, &said, &id, is_hint, from) {
            Some(incoming) => (self.hand_on)(incoming),
            None => {
                if matches!(from, Inside::Nothing) {
                    self.skip(kind);
                }
                Ok(())
            }
        }
    }

    fn skip(&mut self, kind: Kind) {
        *self.skipped.entry(kind).or_default() += 1;
    }

    /// The record's id, as the source writes it; one that is a UUID in the usual spelling.
    fn id_of(&mut self, kind: Kind, record: &Record, from: Inside<'_>) -> Option<String> {
        let id = record.text("id").map(|id| canonical(&id)).filter(|id| !id.is_empty());
        let fault = match &id {
            None => "import-row-no-id",
            Some(id) if id.chars().count() > MAX_ID => "import-row-long-id",
            Some(_) => return id,
        };
        // An object named by the id beside it need not repeat it.
        if let (None, Inside::Record { id: Some(beside), .. }) = (&id, from) {
            return Some(canonical(beside));
        }
        let owner = match from {
            Inside::Record { owner, .. } => owner,
            Inside::Nothing => "",
        };
        self.error(&record.place, owner, "id", fault);
        if matches!(from, Inside::Nothing) {
            self.skip(kind);
        }
        None
    }

    /// Main records inside this one.
    fn tell_inner(&mut self, kind: Kind, record: &Record, id: &str) -> Result<(), Stop> {
        let inside = |beside: Option<&'static str>| Inside::Record {
            owner: id,
            kind,
            id: beside.and_then(|name| text_of(record, name)),
        };
        match kind {
            Kind::Service => {
                for (name, kind, beside) in [
                    ("organization", Kind::Organization, "organization_id"),
                    ("program", Kind::Program, "program_id"),
                ] {
                    if let Some(inner) = record.one(name) {
                        self.tell(kind, inner, inside(Some(beside)))?;
                    }
                }
                self.make_organization(record)?;
                for (_, visit) in record.many("service_at_locations") {
                    if let Some(location) = visit.one("location") {
                        self.tell(
                            Kind::Location,
                            location,
                            Inside::Record {
                                owner: id,
                                kind,
                                id: text_of(visit, "location_id"),
                            },
                        )?;
                    }
                    self.tell_terms(visit, id)?;
                }
                for (_, capacity) in record.many("capacities") {
                    if let Some(unit) = capacity.one("unit") {
                        self.keep_unit(unit);
                    }
                }
            }
            Kind::Organization => {
                for (_, program) in record.many("programs") {
                    self.tell(Kind::Program, program, inside(None))?;
                }
            }
            Kind::TaxonomyTerm => {
                if let Some(taxonomy) = record.one("taxonomy_detail") {
                    self.tell(Kind::Taxonomy, taxonomy, inside(Some("taxonomy_id")))?;
                } else if record.text("taxonomy_id").is_none() {
                    self.make_taxonomy(record)?;
                }
            }
            _ => {}
        }
        self.tell_terms(record, id)
    }

    /// Terms written out in full where they are used, on the record or on any of its parts.
    fn tell_terms(&mut self, record: &Record, id: &str) -> Result<(), Stop> {
        for (name, value) in &record.fields {
            let Datum::Many(parts) = value else { continue };
            for part in parts {
                let Datum::One(part) = part else { continue };
                if name == "attributes" {
                    if let Some(term) = part.one("taxonomy_term") {
                        let from = Inside::Record {
                            owner: id,
                            kind: Kind::Attribute,
                            id: text_of(part, "taxonomy_term_id"),
                        };
                        self.tell(Kind::TaxonomyTerm, term, from)?;
                    }
                } else if part.has("attributes") {
                    self.tell_terms(part, id)?;
                }
            }
        }
        Ok(())
    }

    /// A vocabulary that is known by its name only, or not even by that.
    fn make_taxonomy(&mut self, term: &Record) -> Result<(), Stop> {
        let name = term
            .text("taxonomy")
            .map_or_else(|| self.setting.own_taxonomy.clone(), std::borrow::Cow::into_owned);
        if self.taxonomies.contains_key(&name) {
            return Ok(());
        }
        let mut record = Record::at(term.place.clone());
        record.set("id", Datum::Text(made_id(&name)));
        record.set("name", Datum::Text(name));
        self.tell(
            Kind::Taxonomy,
            &record,
            Inside::Record {
                owner: "",
                kind: Kind::TaxonomyTerm,
                id: None,
            },
        )
    }

    /// An organization that a service names and nobody has told: it gets the service's name, because help without an
    /// organization would be lost.
    fn make_organization(&mut self, service: &Record) -> Result<(), Stop> {
        let Some(id) = text_of(service, "organization_id").map(canonical) else {
            return Ok(());
        };
        let Some(name) = service.get("name").filter(|name| !name.is_blank()) else {
            return Ok(());
        };
        let number = key(Kind::Organization, &id);
        if self.told.contains(&number) || !self.hinted.insert(number) {
            return Ok(());
        }
        let mut record = Record::at(service.place.clone());
        record.set("id", Datum::Text(id.clone()));
        record.set("name", name.clone());
        // What is wrong with the name is said when the service itself is told.
        let unheard = RefCell::default();
        let made = records::organization(&Said::of(&record, &id, self.setting, &unheard), &mut Vec::new());
        let Some(input) = made else { return Ok(()) };
        let made_for = Some(text_of(service, "id").map(canonical).unwrap_or_default());
        let body = Body::Organization {
            input: Box::new(input),
            parent: None,
        };
        (self.hand_on)(Incoming {
            place: service.place.clone(),
            id,
            is_hint: true,
            made_for,
            knows_profile: false,
            stored_terms: Vec::new(),
            body,
            terms: Vec::new(),
        })
    }

    fn incoming(&mut self, kind: Kind, said: &Said<'_>, id: &str, is_hint: bool, from: Inside<'_>) -> Option<Incoming> {
        let mut terms = Vec::new();
        said.terms(kind, Uuid::nil(), &mut terms);
        let owner = match from {
            Inside::Record {
                owner,
                kind: Kind::Organization,
                ..
            } => Some(owner.to_owned()),
            _ => None,
        };
        let body = match kind {
            Kind::Taxonomy => {
                let row = records::taxonomy(said)?;
                self.taxonomies
                    .insert(said.record.text("name").unwrap_or_default().into_owned(), id.to_owned());
                Body::Taxonomy(Box::new(row))
            }
            Kind::TaxonomyTerm => {
                let name = said
                    .record
                    .text("taxonomy")
                    .map_or_else(|| self.setting.own_taxonomy.clone(), std::borrow::Cow::into_owned);
                let by_name = || self.taxonomies.get(&name).cloned();
                let taxonomy = said
                    .reference("taxonomy_id")
                    .or_else(|| Some(canonical(&said.record.one("taxonomy_detail")?.text("id")?)))
                    .or_else(by_name);
                let taxonomy = taxonomy.unwrap_or_else(|| made_id(&name));
                let parent = self.parent(kind, said, "parent_id", id);
                Body::Term {
                    row: Box::new(records::term(said)?),
                    taxonomy,
                    parent,
                }
            }
            Kind::Organization => {
                let parent = self.parent(kind, said, "parent_organization_id", id);
                Body::Organization {
                    input: Box::new(records::organization(said, &mut terms)?),
                    parent,
                }
            }
            Kind::Program => {
                let organization = said.reference("organization_id").or(owner);
                Body::Program {
                    input: Box::new(records::program(said)?),
                    organization,
                }
            }
            Kind::Location => {
                let organization = said.reference("organization_id").or(owner);
                Body::Location {
                    input: Box::new(places::location(said, &mut terms)),
                    organization,
                }
            }
            Kind::Service => {
                let nested = |name: &str| Some(canonical(&said.record.one(name)?.text("id")?));
                let organization = said.reference("organization_id").or_else(|| nested("organization"));
                let program = said.reference("program_id").or_else(|| nested("program"));
                let (input, places) = records::service(said, &self.units, &mut self.visits, &mut terms)?;
                Body::Service {
                    input: Box::new(input),
                    organization,
                    program,
                    places,
                }
            }
            _ => return None,
        };
        Some(Incoming {
            place: said.record.place.clone(),
            id: id.to_owned(),
            is_hint,
            made_for: None,
            knows_profile: said.record.has("text_language"),
            stored_terms: Vec::new(),
            body,
            terms,
        })
    }

    /// The record above this one, unless it stands below it.
    fn parent(&mut self, kind: Kind, said: &Said<'_>, field: &'static str, id: &str) -> Option<String> {
        let parent = said.reference(field)?;
        let (own, first) = (key(kind, id), key(kind, &parent));
        let mut at = Some(first);
        while let Some(number) = at {
            if number == own {
                said.warn(field, "import-mend-circle", &parent);
                return None;
            }
            at = self.above.get(&number).copied();
        }
        self.above.insert(own, first);
        Some(parent)
    }

    fn keep_unit(&mut self, record: &Record) {
        let Some(id) = record.text("id").map(|id| canonical(&id)) else {
            return;
        };
        if !self.units.contains_key(&id) {
            let said = Said::of(record, &id, self.setting, &self.problems);
            self.units.insert(id.clone(), Arc::new(small::unit(&said)));
        }
    }
}

/// In what a record was found.
#[derive(Clone, Copy)]
enum Inside<'a> {
    Nothing,
    /// Inside the record of this id; `id` is what stands beside it as its own.
    Record {
        owner: &'a str,
        kind: Kind,
        id: Option<&'a str>,
    },
}

fn text_of<'a>(record: &'a Record, name: &str) -> Option<&'a str> {
    match record.get(name)? {
        Datum::Text(text) => Some(text.trim()).filter(|text| !text.is_empty()),
        _ => None,
    }
}

/// The id under which a vocabulary known by its name is remembered.
fn made_id(name: &str) -> String {
    let name: String = name.chars().take(MAX_ID - 5).collect();
    format!("name:{name}")
}

impl Sink for Teller<'_> {
    fn expect(&mut self, kinds: &[Kind]) {
        self.own.extend(kinds);
    }

    fn foretell(&mut self, service: &Record) -> Result<(), Stop> {
        self.make_organization(service)
    }

    fn record(&mut self, kind: Kind, record: Record) -> Result<(), Stop> {
        match kind {
            Kind::Organization | Kind::Program | Kind::Service | Kind::Location | Kind::Taxonomy | Kind::TaxonomyTerm => {
                self.tell(kind, &record, Inside::Nothing)?;
                if kind == Kind::Organization {
                    // Places inside an organization name it, so it comes first.
                    let id = record.text("id").map(|id| canonical(&id)).unwrap_or_default();
                    for (_, location) in record.many("locations") {
                        self.tell(
                            Kind::Location,
                            location,
                            Inside::Record {
                                owner: &id,
                                kind,
                                id: None,
                            },
                        )?;
                    }
                }
                Ok(())
            }
            Kind::Unit => {
                self.keep_unit(&record);
                Ok(())
            }
            _ => {
                let id = record.text("id").unwrap_or_default().into_owned();
                self.error(&record.place, &id, "", "import-row-part-alone");
                Ok(())
            }
        }
    }

    fn problems(&mut self, problems: Problems) {
        self.problems.borrow_mut().absorb(problems);
    }
}
