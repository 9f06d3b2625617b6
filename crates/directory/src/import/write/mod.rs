//! Records into the guide: in portions, each kind after those it names, with the ids of the source replaced by ours.
mod kept;
mod known;
mod ties;

use super::mend::shortened;
use super::problem::{Problems, Severity, Tally};
use super::tell::{Body, Incoming, Setting, key};
use crate::model::Kind;
use crate::store;
use crate::store::write::{Change, Outcome, put_locations, put_organizations, put_programs, put_services, put_taxonomies, put_terms};
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
            ties::set_parent(&mut incoming.body, id);
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

    async fn put_all(&mut self, kind: Kind, all: Vec<Incoming>) -> Result<()> {
        if all.is_empty() {
            return Ok(());
        }
        let all = self.keep(kind, all).await?;
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

    /// The record came, and there was nothing to do.
    fn unchanged(&mut self, incoming: &Incoming) {
        if !incoming.is_hint {
            self.tallies.entry(incoming.body.kind()).or_default().unchanged += 1;
        }
    }

    fn warn(&mut self, incoming: &Incoming, field: &str, message: &'static str, value: &str) {
        let message = Message::new(message).with("value", shortened(value));
        self.problems.add(&incoming.place, &incoming.id, field, Severity::Warning, message);
    }

    fn refuse(&mut self, incoming: &Incoming, field: &str, message: Message) {
        self.problems.add(&incoming.place, &incoming.id, field, Severity::Error, message);
        if !incoming.is_hint {
            self.tallies.entry(incoming.body.kind()).or_default().skipped += 1;
        }
    }
}
