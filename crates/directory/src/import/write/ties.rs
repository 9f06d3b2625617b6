//! Records that name others: broader ones, organizations, programs, places.
use super::Writer;
use crate::import::mend::shortened;
use crate::import::problem::Severity;
use crate::import::tell::{Body, Incoming, TermSaid, key};
use crate::model::Kind;
use kolo_platform::Result;
use kolo_words::Message;
use std::collections::HashSet;
use uuid::Uuid;

impl Writer<'_> {
    /// Writes records after those they stand below; one whose broader record is still to come is tied to it later.
    pub(super) async fn by_broader(&mut self, all: Vec<Incoming>) -> Result<()> {
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

    pub(super) async fn programs(&mut self, all: Vec<Incoming>) -> Result<()> {
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

    pub(super) async fn locations(&mut self, all: Vec<Incoming>) -> Result<()> {
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

    pub(super) async fn services(&mut self, all: Vec<Incoming>) -> Result<()> {
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
                let message = Message::new("import-mend-program-lost").with("value", shortened(named));
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
                    let own = visit.at.source_id.as_deref().filter(|_| *at != place);
                    self.problems.add(at, own.unwrap_or(&id), field, Severity::Error, message);
                }
            }
        }
    }
}

fn parent(body: &Body) -> Option<&str> {
    match body {
        Body::Term { parent, .. } | Body::Organization { parent, .. } => parent.as_deref(),
        _ => None,
    }
}

pub(super) fn set_parent(body: &mut Body, id: Uuid) {
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
        knows_profile: incoming.knows_profile,
        stored_terms: Vec::new(),
        body,
        terms: terms.collect(),
    }
}
