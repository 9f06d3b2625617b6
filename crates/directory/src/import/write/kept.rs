//! What only people here know of a record, which no import may take away.
use super::Writer;
use crate::import::mend::shortened;
use crate::import::problem::Severity;
use crate::import::record::Place;
use crate::import::tell::{Body, Incoming, TermSaid};
use crate::model::{Attribute, HoursKnown, Kind, LocationType, ServiceWay};
use crate::store;
use kolo_platform::Result;
use kolo_words::Message;
use std::collections::{HashMap, HashSet};
use uuid::Uuid;

impl Writer<'_> {
    /// Records that are there already keep what their source cannot know: that a place is confidential, our own terms, ways
    /// to reach a service without speaking, a check by somebody here. A source that speaks our profile knows it itself.
    pub(super) async fn keep(&mut self, kind: Kind, mut all: Vec<Incoming>) -> Result<Vec<Incoming>> {
        let ids: Vec<Uuid> = all.iter().filter_map(|one| self.find(kind, &one.id)).collect();
        if ids.is_empty() {
            return Ok(all);
        }
        let terms = store::terms_of(self.w, &ids).await?;
        for incoming in &mut all {
            let said = self.find(kind, &incoming.id).and_then(|id| terms.get(&id));
            incoming.stored_terms = said.into_iter().flatten().map(|said| said.attribute.clone()).collect();
        }
        match kind {
            Kind::Location => self.keep_places(&ids, all).await,
            Kind::Service => self.keep_services(&ids, all).await,
            _ => Ok(all),
        }
    }

    /// A confidential place stays one whatever the source says; one of which a source tells nothing but that keeps its address.
    async fn keep_places(&mut self, ids: &[Uuid], all: Vec<Incoming>) -> Result<Vec<Incoming>> {
        let rows = store::locations_by_id(self.w, ids).await?;
        let mut kept = Vec::with_capacity(all.len());
        for mut incoming in all {
            let row = self.find(Kind::Location, &incoming.id).and_then(|id| rows.get(&id));
            if let (Body::Location { input, .. }, Some(row)) = (&mut incoming.body, row) {
                input.is_confidential |= row.is_confidential;
                let is_silent =
                    input.place.point.is_none() && input.place.addresses.is_empty() && input.location_type != LocationType::Virtual;
                if row.is_confidential && is_silent {
                    self.unchanged(&incoming);
                    continue;
                }
                if !incoming.knows_profile {
                    input.verified_on = input.verified_on.max(row.verified_on);
                    input.hours = hours(input.hours, row.hours);
                }
            }
            kept.push(incoming);
        }
        Ok(kept)
    }

    async fn keep_services(&mut self, ids: &[Uuid], mut all: Vec<Incoming>) -> Result<Vec<Incoming>> {
        let rows = store::services_by_id(self.w, ids).await?;
        let mut ways: HashMap<Uuid, Vec<ServiceWay>> = store::ways_of(self.w, ids).await?;
        for incoming in all.iter_mut().filter(|one| !one.knows_profile) {
            let row = self.find(Kind::Service, &incoming.id).and_then(|id| rows.get(&id));
            if let (Body::Service { input, .. }, Some(row)) = (&mut incoming.body, row) {
                let service = &mut input.service;
                service.short = row.short.clone();
                service.online_url.clone_from(&row.online_url);
                service.is_by_phone |= row.is_by_phone;
                service.is_hotline |= row.is_hotline;
                service.verified_on = service.verified_on.max(row.verified_on);
                service.hours = hours(service.hours, row.hours);
                input.ways = ways.remove(&row.id).unwrap_or_default();
            }
        }
        Ok(all)
    }

    /// The terms said of each record, with our identities; one that is nowhere is told, and its value stays.
    pub(super) async fn terms_of(&mut self, all: &[Incoming]) -> Result<Vec<Vec<Attribute>>> {
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
                let message = Message::new("import-mend-term-lost").with("value", shortened(id));
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
        if incoming.stored_terms.is_empty() {
            return rows;
        }
        // Terms of the house were given here, by people; and what was there keeps its place.
        let is_same = |one: &Attribute, other: &Attribute| one.taxonomy_term_id == other.taxonomy_term_id && one.value == other.value;
        let is_own =
            |stored: &&Attribute| !incoming.knows_profile && stored.taxonomy_term_id.is_some_and(|term| self.house.contains(&term));
        for stored in incoming.stored_terms.iter().filter(is_own) {
            if !rows.iter().any(|row| row.link_id.is_nil() && is_same(row, stored)) {
                rows.push(Attribute {
                    link_id: Uuid::nil(),
                    ..stored.clone()
                });
            }
        }
        rows.sort_by_key(|row| {
            incoming
                .stored_terms
                .iter()
                .position(|stored| is_same(row, stored))
                .unwrap_or(usize::MAX)
        });
        rows
    }
}

/// Around the clock is something a person here said, when the source says nothing.
const fn hours(told: HoursKnown, stored: HoursKnown) -> HoursKnown {
    match (told, stored) {
        (HoursKnown::Unknown, HoursKnown::Always) => HoursKnown::Always,
        (told, _) => told,
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
