//! Records into the guide: in portions, each kind after those it names, with the ids of the source replaced by ours.
use super::problem::{Problems, Severity, Tally};
use super::record::Place;
use super::tell::{Body, Incoming, Setting, TermSaid, key};
use crate::model::{Attribute, Kind};
use crate::store;
use crate::store::write::{
    Change, Outcome, ids_by_origin, known_ids, put_locations, put_organizations, put_programs, put_services, put_taxonomies, put_terms,
};
use kolo_platform::{Result, Write};
use kolo_words::Message;
use std::collections::{BTreeMap, HashMap, HashSet};
use uuid::Uuid;

/// The act as the audit names it.
const VERB: &str = "directory.import";
/// Kinds in the order in which they need each other.
const ORDER: [Kind; 6] = [
    Kind::Taxonomy,
    Kind::TaxonomyTerm,
    Kind::Organization,
    Kind::Program,
    Kind::Location,
    Kind::Service,
];

/// Writes incoming records.
pub(super) struct Writer<'a> {
    w: &'a Write,
    community: Uuid,
    setting: &'a Setting,
    /// Our identities of the source's records, as far as they are in the guide.
    known: HashMap<u64, Uuid>,
    /// Whose a place is, for services that name a place and no organization.
    owners: HashMap<u64, Uuid>,
    /// Records whose broader record has not come yet.
    waiting: Vec<(Incoming, String)>,
    /// Vocabularies and terms of the house; whoever brings them along does not change them.
    house: HashSet<Uuid>,
    tallies: BTreeMap<Kind, Tally>,
    problems: Problems,
}

impl<'a> Writer<'a> {
    pub(super) async fn open(w: &'a Write, community: Uuid, setting: &'a Setting) -> Result<Self> {
        let house = store::vocabularies(w).await?;
        let house = house
            .iter()
            .flat_map(|own| std::iter::once(own.taxonomy.id).chain(own.terms.iter().map(|term| term.id)))
            .collect();
        Ok(Self {
            w,
            community,
            setting,
            known: HashMap::new(),
            owners: HashMap::new(),
            waiting: Vec::new(),
            house,
            tallies: BTreeMap::new(),
            problems: Problems::default(),
        })
    }

    /// Writes a portion.
    pub(super) async fn take(&mut self, portion: Vec<Incoming>) -> Result<()> {
        let mut by_kind: HashMap<Kind, Vec<Incoming>> = HashMap::new();
        for incoming in portion {
            by_kind.entry(incoming.body.kind()).or_default().push(incoming);
        }
        for kind in ORDER {
            let Some(all) = by_kind.remove(&kind) else { continue };
            let all = self.without_known(kind, all).await?;
            match kind {
                Kind::Taxonomy => self.put_all(kind, all).await?,
                Kind::TaxonomyTerm | Kind::Organization => self.by_broader(all).await?,
                Kind::Program => self.programs(all).await?,
                Kind::Location => self.locations(all).await?,
                _ => self.services(all).await?,
            }
        }
        Ok(())
    }

    /// After the last portion: ties to records that came later, and what became of everything.
    pub(super) async fn finish(mut self) -> Result<(BTreeMap<Kind, Tally>, Problems)> {
        let waiting = std::mem::take(&mut self.waiting);
        let (mut terms, mut organizations) = (Vec::new(), Vec::new());
        for (mut incoming, parent) in waiting {
            let kind = incoming.body.kind();
            let Some(id) = self.find(kind, &parent) else {
                let field = if kind == Kind::Organization {
                    "parent_organization_id"
                } else {
                    "parent_id"
                };
                self.warn(&incoming, field, "import-mend-parent-lost", &parent);
                continue;
            };
            set_parent(&mut incoming.body, id);
            if kind == Kind::Organization {
                organizations.push(incoming);
            } else {
                terms.push(incoming);
            }
        }
        // They are counted already; only the tie is new.
        let counted = self.tallies.clone();
        self.put_all(Kind::TaxonomyTerm, terms).await?;
        self.put_all(Kind::Organization, organizations).await?;
        self.tallies = counted;
        Ok((self.tallies, self.problems))
    }

    fn find(&self, kind: Kind, id: &str) -> Option<Uuid> {
        self.known.get(&key(kind, id)).copied()
    }

    fn warn(&mut self, incoming: &Incoming, field: &str, message: &'static str, value: &str) {
        let message = Message::new(message).with("value", super::mend::shortened(value));
        self.problems.add(&incoming.place, &incoming.id, field, Severity::Warning, message);
    }

    fn refuse(&mut self, incoming: &Incoming, field: &str, message: Message) {
        self.problems.add(&incoming.place, &incoming.id, field, Severity::Error, message);
        if !incoming.is_hint {
            self.tallies.entry(incoming.body.kind()).or_default().skipped += 1;
        }
    }

    /// Finds out which of these records of the source are in the guide already.
    async fn learn(&mut self, kind: Kind, ids: impl IntoIterator<Item = String>) -> Result<()> {
        let mut asked: Vec<String> = ids.into_iter().filter(|id| !self.known.contains_key(&key(kind, id))).collect();
        asked.sort_unstable();
        asked.dedup();
        if asked.is_empty() {
            return Ok(());
        }
        for (id, uuid) in ids_by_origin(self.w, self.community, kind, &self.setting.source, &asked).await? {
            self.known.insert(key(kind, &id), uuid);
        }
        // A UUID means the same record wherever it came from.
        asked.retain(|id| !self.known.contains_key(&key(kind, id)) && Uuid::try_parse(id).is_ok());
        let uuids: Vec<Uuid> = asked.iter().filter_map(|id| Uuid::try_parse(id).ok()).collect();
        let mut there: HashSet<Uuid> = uuids.iter().copied().filter(|id| self.house.contains(id)).collect();
        for some in uuids.chunks(500) {
            match kind {
                Kind::TaxonomyTerm => there.extend(
                    store::terms(self.w, &[self.community], some)
                        .await?
                        .iter()
                        .map(|found| found.term.id),
                ),
                _ => there.extend(known_ids(self.w, self.community, kind, some).await?),
            }
        }
        for (id, uuid) in asked.iter().zip(&uuids).filter(|(_, uuid)| there.contains(uuid)) {
            self.known.insert(key(kind, id), *uuid);
        }
        Ok(())
    }

    /// Leaves out what is only mentioned and known, and what belongs to the house.
    async fn without_known(&mut self, kind: Kind, all: Vec<Incoming>) -> Result<Vec<Incoming>> {
        let is_vocabulary = matches!(kind, Kind::Taxonomy | Kind::TaxonomyTerm);
        let asked: Vec<String> = all
            .iter()
            .filter(|one| one.is_hint || is_vocabulary)
            .map(|one| one.id.clone())
            .collect();
        self.learn(kind, asked).await?;
        let mut kept = Vec::with_capacity(all.len());
        for incoming in all {
            match self.find(kind, &incoming.id) {
                Some(id) if self.house.contains(&id) => {
                    if !incoming.is_hint {
                        self.tallies.entry(kind).or_default().unchanged += 1;
                    }
                }
                Some(_) if incoming.is_hint => {}
                _ => {
                    if let Some(service) = &incoming.made_for {
                        let message = Message::new("import-mend-organization-made").with("value", super::mend::shortened(&incoming.id));
                        self.problems
                            .add(&incoming.place, service, "organization_id", Severity::Warning, message);
                    }
                    kept.push(incoming);
                }
            }
        }
        Ok(kept)
    }

    fn count(&mut self, kind: Kind, ids: &[String], outcomes: &[Outcome]) {
        let tally = self.tallies.entry(kind).or_default();
        for (id, outcome) in ids.iter().zip(outcomes) {
            match outcome.change {
                Change::Added => tally.created += 1,
                Change::Changed(_) => tally.changed += 1,
                Change::Same => tally.unchanged += 1,
            }
            self.known.insert(key(kind, id), outcome.id);
        }
    }

    /// Writes records after those they stand below; one whose broader record is still to come is tied to it later.
    async fn by_broader(&mut self, all: Vec<Incoming>) -> Result<()> {
        let Some(kind) = all.first().map(|one| one.body.kind()) else {
            return Ok(());
        };
        let all = if kind == Kind::TaxonomyTerm {
            self.with_taxonomy(all).await?
        } else {
            all
        };
        self.learn(kind, all.iter().filter_map(|one| parent(&one.body).map(str::to_owned)))
            .await?;
        let mut rest = all;
        while !rest.is_empty() {
            let here: HashSet<u64> = rest.iter().map(|one| key(kind, &one.id)).collect();
            let (ready, later): (Vec<_>, Vec<_>) = rest
                .into_iter()
                .partition(|one| parent(&one.body).is_none_or(|above| !here.contains(&key(kind, above))));
            // Circles were cut by whoever told them, so every round finds some.
            let (ready, later) = if ready.is_empty() { (later, Vec::new()) } else { (ready, later) };
            let mut now = Vec::with_capacity(ready.len());
            for mut incoming in ready {
                if let Some(above) = parent(&incoming.body).map(str::to_owned) {
                    match self.find(kind, &above) {
                        Some(id) => set_parent(&mut incoming.body, id),
                        None => self.waiting.push((again(&incoming), above)),
                    }
                }
                now.push(incoming);
            }
            self.put_all(kind, now).await?;
            rest = later;
        }
        Ok(())
    }

    async fn with_taxonomy(&mut self, all: Vec<Incoming>) -> Result<Vec<Incoming>> {
        let wanted: Vec<String> = all
            .iter()
            .filter_map(|one| {
                if let Body::Term { taxonomy, .. } = &one.body {
                    Some(taxonomy.clone())
                } else {
                    None
                }
            })
            .collect();
        self.learn(Kind::Taxonomy, wanted).await?;
        let mut kept = Vec::with_capacity(all.len());
        for mut incoming in all {
            let Body::Term { row, taxonomy, .. } = &mut incoming.body else {
                continue;
            };
            match self.known.get(&key(Kind::Taxonomy, taxonomy)) {
                Some(id) => {
                    row.taxonomy_id = *id;
                    kept.push(incoming);
                }
                None => {
                    let message = Message::new("import-row-unknown-owner")
                        .with("kind", Kind::Taxonomy.code())
                        .with("owner", taxonomy.as_str());
                    self.refuse(&incoming, "taxonomy_id", message);
                }
            }
        }
        Ok(kept)
    }

    async fn put_all(&mut self, kind: Kind, all: Vec<Incoming>) -> Result<()> {
        if all.is_empty() {
            return Ok(());
        }
        let said = self.terms_of(&all).await?;
        let ids: Vec<String> = all.iter().map(|one| one.id.clone()).collect();
        let community = self.community;
        let (mut taxonomies, mut terms, mut organizations, mut programs, mut locations, mut services) =
            (vec![], vec![], vec![], vec![], vec![], vec![]);
        for (incoming, said) in all.into_iter().zip(said) {
            match incoming.body {
                Body::Taxonomy(mut row) => {
                    row.community_id = Some(community);
                    taxonomies.push(*row);
                }
                Body::Term { mut row, .. } => {
                    row.community_id = Some(community);
                    terms.push(*row);
                }
                Body::Organization { mut input, .. } => {
                    input.terms = said;
                    organizations.push(*input);
                }
                Body::Program { mut input, .. } => {
                    input.terms = said;
                    programs.push(*input);
                }
                Body::Location { mut input, .. } => {
                    input.terms = said;
                    locations.push(*input);
                }
                Body::Service { mut input, .. } => {
                    input.terms = said;
                    services.push(*input);
                }
            }
        }
        let outcomes = match kind {
            Kind::Taxonomy => put_taxonomies(self.w, VERB, Some(community), taxonomies).await?,
            Kind::TaxonomyTerm => put_terms(self.w, VERB, Some(community), terms).await?,
            Kind::Organization => put_organizations(self.w, VERB, community, organizations).await?,
            Kind::Program => put_programs(self.w, VERB, community, programs).await?,
            Kind::Location => put_locations(self.w, VERB, community, locations).await?,
            _ => put_services(self.w, VERB, community, services).await?,
        };
        self.count(kind, &ids, &outcomes);
        Ok(())
    }

    /// The terms said of each record, with our identities; one that is nowhere is told, and its value stays.
    async fn terms_of(&mut self, all: &[Incoming]) -> Result<Vec<Vec<Attribute>>> {
        self.learn(
            Kind::TaxonomyTerm,
            all.iter().flat_map(|one| &one.terms).filter_map(|said| said.term.clone()),
        )
        .await?;
        Ok(all.iter().map(|incoming| self.attributes(incoming)).collect())
    }

    fn attributes(&mut self, incoming: &Incoming) -> Vec<Attribute> {
        let mut rows: Vec<Attribute> = Vec::with_capacity(incoming.terms.len());
        let mut seen: HashSet<(Uuid, Option<Uuid>, Option<&str>)> = HashSet::new();
        for said in &incoming.terms {
            let term = said.term.as_deref().and_then(|id| self.find(Kind::TaxonomyTerm, id));
            if let (None, Some(id)) = (term, &said.term) {
                let message = Message::new("import-mend-term-lost").with("value", super::mend::shortened(id));
                self.problems.add(
                    &said.place,
                    &incoming.id,
                    field_of(said, &incoming.place),
                    Severity::Warning,
                    message,
                );
                if said.attribute.value.is_none() && said.attribute.label.is_empty() {
                    continue;
                }
            }
            if !seen.insert((said.attribute.link_id, term, said.attribute.value.as_deref())) {
                self.problems.add(
                    &said.place,
                    &incoming.id,
                    field_of(said, &incoming.place),
                    Severity::Note,
                    Message::new("import-mend-repeated"),
                );
                continue;
            }
            rows.push(Attribute {
                taxonomy_term_id: term,
                ..said.attribute.clone()
            });
        }
        rows
    }

    async fn programs(&mut self, all: Vec<Incoming>) -> Result<()> {
        self.learn(
            Kind::Organization,
            all.iter().filter_map(|one| organization(&one.body).map(str::to_owned)),
        )
        .await?;
        let mut kept = Vec::with_capacity(all.len());
        for mut incoming in all {
            let owner = organization(&incoming.body).and_then(|id| self.find(Kind::Organization, id));
            match (&mut incoming.body, owner) {
                (Body::Program { input, .. }, Some(owner)) => {
                    input.program.organization_id = owner;
                    kept.push(incoming);
                }
                _ => self.refuse(&incoming, "organization_id", Message::new("import-row-no-organization")),
            }
        }
        self.put_all(Kind::Program, kept).await
    }

    async fn locations(&mut self, all: Vec<Incoming>) -> Result<()> {
        self.learn(
            Kind::Organization,
            all.iter().filter_map(|one| organization(&one.body).map(str::to_owned)),
        )
        .await?;
        let mut kept = Vec::with_capacity(all.len());
        for mut incoming in all {
            let named = organization(&incoming.body).map(str::to_owned);
            let owner = named.as_deref().and_then(|id| self.find(Kind::Organization, id));
            if let (Some(named), None) = (&named, owner) {
                self.warn(&incoming, "organization_id", "import-mend-owner-lost", named);
            }
            if let Body::Location { input, .. } = &mut incoming.body {
                input.organization_id = owner;
            }
            if let Some(owner) = owner {
                self.owners.insert(key(Kind::Location, &incoming.id), owner);
            }
            kept.push(incoming);
        }
        self.put_all(Kind::Location, kept).await
    }

    async fn services(&mut self, all: Vec<Incoming>) -> Result<()> {
        self.learn(
            Kind::Organization,
            all.iter().filter_map(|one| organization(&one.body).map(str::to_owned)),
        )
        .await?;
        let (mut programs, mut places) = (Vec::new(), Vec::new());
        for incoming in &all {
            if let Body::Service { program, places: at, .. } = &incoming.body {
                programs.extend(program.clone());
                places.extend(at.iter().map(|(id, _)| id.clone()));
            }
        }
        self.learn(Kind::Program, programs).await?;
        self.learn(Kind::Location, places).await?;
        let mut kept = Vec::with_capacity(all.len());
        for mut incoming in all {
            let Body::Service { organization, places, .. } = &incoming.body else {
                continue;
            };
            let by_name = organization.as_deref().and_then(|id| self.find(Kind::Organization, id));
            let by_place = || places.iter().find_map(|(id, _)| self.owners.get(&key(Kind::Location, id)).copied());
            match by_name.or_else(by_place) {
                Some(owner) => {
                    self.tie(&mut incoming, owner);
                    kept.push(incoming);
                }
                None => self.refuse(&incoming, "organization_id", Message::new("import-row-no-organization")),
            }
        }
        self.put_all(Kind::Service, kept).await
    }

    /// Puts our identities of organization, program and places into a service.
    fn tie(&mut self, incoming: &mut Incoming, owner: Uuid) {
        let (place, id) = (incoming.place.clone(), incoming.id.clone());
        let Body::Service {
            input, program, places, ..
        } = &mut incoming.body
        else {
            return;
        };
        input.service.organization_id = owner;
        if let Some(named) = program.as_deref() {
            input.service.program_id = self.known.get(&key(Kind::Program, named)).copied();
            if input.service.program_id.is_none() {
                let message = Message::new("import-mend-program-lost").with("value", super::mend::shortened(named));
                self.problems.add(&place, &id, "program_id", Severity::Warning, message);
            }
        }
        let visits = std::mem::take(&mut input.places);
        for (number, (mut visit, (named, at))) in visits.into_iter().zip(places.iter()).enumerate() {
            match self.known.get(&key(Kind::Location, named)) {
                Some(location) => {
                    visit.at.location_id = *location;
                    input.places.push(visit);
                }
                None => {
                    let field = if *at == place {
                        format!("service_at_locations[{number}].location_id")
                    } else {
                        "location_id".to_owned()
                    };
                    let message = Message::new("import-row-unknown-owner")
                        .with("kind", Kind::Location.code())
                        .with("owner", named.as_str());
                    self.problems.add(at, &id, field, Severity::Error, message);
                }
            }
        }
    }
}

fn field_of(said: &TermSaid, record: &Place) -> String {
    // A row of a table of its own is found by its line, one inside JSON by the path.
    if said.place == *record {
        format!("attributes[{}].taxonomy_term_id", said.number)
    } else {
        "taxonomy_term_id".to_owned()
    }
}

fn parent(body: &Body) -> Option<&str> {
    match body {
        Body::Term { parent, .. } | Body::Organization { parent, .. } => parent.as_deref(),
        _ => None,
    }
}

fn set_parent(body: &mut Body, id: Uuid) {
    match body {
        Body::Term { row, .. } => row.parent_id = Some(id),
        Body::Organization { input, .. } => input.organization.parent_organization_id = Some(id),
        _ => {}
    }
}

fn organization(body: &Body) -> Option<&str> {
    match body {
        Body::Program { organization, .. } | Body::Location { organization, .. } | Body::Service { organization, .. } => {
            organization.as_deref()
        }
        _ => None,
    }
}

/// The same record, to be told once more when its broader record is there.
fn again(incoming: &Incoming) -> Incoming {
    let body = match &incoming.body {
        Body::Term { row, taxonomy, parent } => Body::Term {
            row: row.clone(),
            taxonomy: taxonomy.clone(),
            parent: parent.clone(),
        },
        Body::Organization { input, parent } => Body::Organization {
            input: input.clone(),
            parent: parent.clone(),
        },
        _ => unreachable!("because only terms and organizations stand below one another"),
    };
    let terms = incoming.terms.iter().map(|said| TermSaid {
        attribute: said.attribute.clone(),
        term: said.term.clone(),
        place: said.place.clone(),
        number: said.number,
    });
    Incoming {
        place: incoming.place.clone(),
        id: incoming.id.clone(),
        is_hint: incoming.is_hint,
        made_for: None,
        body,
        terms: terms.collect(),
    }
}
