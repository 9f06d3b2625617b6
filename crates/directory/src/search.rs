//! The guide in the search index: services with everything they may be found by, organizations and places by name.
//!
//! The index is fed from public records only, and from the whereabouts of open places only: it cannot tell where a
//! shelter is, because it never held it.
use crate::hours::Hours;
use crate::model::{HoursKnown, PostalAddress, Schedule, Status, TaxonomyTerm, Words};
use crate::rules;
use crate::store::{self, OrganizationRecord, PlaceRecord, ServiceRecord, TaxonomyRecord, Term};
use jiff::civil::Date;
use jiff::tz::TimeZone;
use kolo_platform::search::{Concept, Entry, Part};
use kolo_platform::{App, Result, SearchKind};
use kolo_words::Lang;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use uuid::Uuid;

/// Our vocabularies and the dimensions of the index that hold their codes.
const VOCABULARIES: [(&str, &str); 2] = [("situations", "situation"), ("help", "help")];

/// What the index knows of this module. Terms become no entries: when one changes, the engine learns the words anew.
pub fn kinds() -> [SearchKind; 4] {
    [
        SearchKind {
            kind: "service",
            load: |app, ids| Box::pin(service_entries(app, ids)),
            page: |app, after, limit| Box::pin(async move { store::next_services(&app.db().reader, after, limit).await }),
        },
        SearchKind {
            kind: "organization",
            load: |app, ids| Box::pin(organization_entries(app, ids)),
            page: |app, after, limit| Box::pin(async move { store::next_organizations(&app.db().reader, None, after, limit).await }),
        },
        SearchKind {
            kind: "location",
            load: |app, ids| Box::pin(place_entries(app, ids)),
            page: |app, after, limit| Box::pin(async move { store::next_places(&app.db().reader, None, after, limit).await }),
        },
        SearchKind {
            kind: "taxonomy_term",
            load: |app, _| {
                Box::pin(async move {
                    teach(&app).await?;
                    Ok(Vec::new())
                })
            },
            page: |_, _, _| Box::pin(async { Ok(Vec::new()) }),
        },
    ]
}

/// Teaches the engine what words mean: the names of our terms and their synonyms in every language. A question in
/// Ukrainian then finds a service described in Russian. Called at the start and whenever a term changes.
pub async fn teach(app: &App) -> Result<()> {
    let vocabularies = store::vocabularies(&app.db().reader).await?;
    app.search().learn(concepts(&vocabularies).into_iter().chain(words()).collect());
    Ok(())
}

/// The terms of our vocabularies as concepts; the key of one is its dimension and code: `situation/displaced`.
pub fn concepts(vocabularies: &[TaxonomyRecord]) -> Vec<Concept> {
    let of = |vocabulary: &TaxonomyRecord| {
        let dimension = dimension(vocabulary.taxonomy.key.as_deref());
        let key = |term: &TaxonomyTerm| Some(format!("{}/{}", dimension?, term.code.as_ref()?));
        let keys: HashMap<Uuid, String> = vocabulary.terms.iter().filter_map(|term| Some((term.id, key(term)?))).collect();
        let concept = |term: &TaxonomyTerm| {
            let names = term.name.iter().map(|(lang, name)| (lang, name.to_owned()));
            Some(Concept {
                key: keys.get(&term.id)?.clone(),
                facet: Some((dimension?.to_owned(), term.code.clone()?)),
                broader: term.parent_id.and_then(|id| keys.get(&id)).cloned(),
                phrases: names
                    .chain(term.synonyms.iter().map(|(lang, word)| (lang, word.to_owned())))
                    .collect(),
            })
        };
        vocabulary.terms.iter().filter_map(|term| concept(term)).collect::<Vec<_>>()
    };
    vocabularies.iter().flat_map(of).collect()
}

/// Everyday words that mean the same in the four languages; nothing is tagged with them.
pub fn words() -> Vec<Concept> {
    #[derive(serde::Deserialize)]
    struct File {
        word: Vec<BTreeMap<Lang, Vec<String>>>,
    }
    let file: File = toml::from_str(include_str!("../taxonomy/words.toml"))
        .unwrap_or_else(|error| unreachable!("because a test reads the file of words: {error}"));
    let concept = |(number, word): (usize, BTreeMap<Lang, Vec<String>>)| Concept {
        key: format!("word/{number}"),
        facet: None,
        broader: None,
        phrases: word.into_iter().flat_map(|(lang, phrases)| phrases.into_iter().map(move |phrase| (lang, phrase))).collect(),
    };
    file.word.into_iter().enumerate().map(concept).collect()
}

fn dimension(vocabulary: Option<&str>) -> Option<&'static str> {
    VOCABULARIES
        .iter()
        .find(|(key, _)| Some(*key) == vocabulary)
        .map(|(_, dimension)| *dimension)
}

/// Our terms with those above them, for tagging: whoever looks for displaced people also means refugees.
#[derive(Debug, Default)]
pub struct Tree(HashMap<Uuid, Tag>);

#[derive(Debug)]
struct Tag {
    dimension: &'static str,
    code: String,
    name: Words,
    broader: Option<Uuid>,
}

impl Tree {
    /// The tree of these vocabularies; those that are not ours have no dimension and are left out.
    pub fn of(vocabularies: &[TaxonomyRecord]) -> Self {
        let mut tags = HashMap::new();
        for vocabulary in vocabularies {
            let Some(dimension) = dimension(vocabulary.taxonomy.key.as_deref()) else {
                continue;
            };
            for term in &vocabulary.terms {
                if let Some(code) = term.code.clone() {
                    tags.insert(
                        term.id,
                        Tag {
                            dimension,
                            code,
                            name: term.name.clone(),
                            broader: term.parent_id,
                        },
                    );
                }
            }
        }
        Self(tags)
    }

    /// The terms and everything above them, each once.
    fn with_broader(&self, terms: &[Term]) -> Vec<&Tag> {
        let (mut seen, mut tags) = (BTreeSet::new(), Vec::new());
        for term in terms {
            let mut at = term.attribute.taxonomy_term_id;
            while let Some(id) = at.filter(|id| seen.insert(*id)) {
                let tag = self.0.get(&id);
                tags.extend(tag);
                at = tag.and_then(|tag| tag.broader);
            }
        }
        tags
    }
}

/// What an entry needs beside its record.
#[derive(Debug)]
pub struct Around<'a> {
    /// The record's community and those above it.
    pub lineage: Vec<Uuid>,
    pub zone: TimeZone,
    pub today: Date,
    pub terms: &'a Tree,
}

impl<'a> Around<'a> {
    fn of(app: &App, community: Uuid, terms: &'a Tree) -> Self {
        let tree = app.communities().tree();
        let community = tree.get(community);
        let zone = community.map_or(TimeZone::UTC, |community| community.zone());
        let now = jiff::Timestamp::from_second(app.now().timestamp()).unwrap_or(jiff::Timestamp::UNIX_EPOCH);
        Self {
            lineage: community.map(|community| community.lineage.clone()).unwrap_or_default(),
            today: now.to_zoned(zone.clone()).date(),
            zone,
            terms,
        }
    }
}

async fn service_entries(app: App, ids: Vec<Uuid>) -> Result<Vec<Entry>> {
    let db = &app.db().reader;
    let tree = Tree::of(&store::vocabularies(db).await?);
    let records = store::services_anywhere(db, &ids).await?;
    Ok(records
        .iter()
        .map(|record| service_entry(record, &Around::of(&app, record.service.community_id, &tree)))
        .collect())
}

async fn organization_entries(app: App, ids: Vec<Uuid>) -> Result<Vec<Entry>> {
    let db = &app.db().reader;
    let tree = Tree::default();
    let records = store::organizations_anywhere(db, &ids).await?;
    Ok(records
        .iter()
        .map(|record| organization_entry(record, &Around::of(&app, record.organization.community_id, &tree)))
        .collect())
}

async fn place_entries(app: App, ids: Vec<Uuid>) -> Result<Vec<Entry>> {
    let db = &app.db().reader;
    let tree = Tree::default();
    let records = store::places_anywhere(db, &ids).await?;
    Ok(records
        .iter()
        .filter_map(|record| place_entry(record, &Around::of(&app, record.location.community_id, &tree)))
        .collect())
}

/// A service as the index knows it.
pub fn service_entry(record: &ServiceRecord, around: &Around<'_>) -> Entry {
    let service = &record.service;
    let mut entry = Entry::new("service", service.id)
        .texts(Part::Title, &service.name)
        .texts(Part::Alternate, &service.alternate_name)
        .texts(Part::Keyword, &record.organization.name)
        .texts(Part::Keyword, &record.organization.alternate_name)
        .texts(Part::Short, &service.short)
        .texts(Part::Body, &service.description)
        .texts(Part::Body, &service.application_process)
        .texts(Part::Body, &service.eligibility_description)
        .texts(Part::Body, &service.fees_description)
        .texts(Part::Body, &service.interpretation_services)
        .texts(Part::Body, &service.accreditations)
        .texts(Part::Body, &service.alert)
        .facet("organization", record.organization.id.to_string());
    if let Some(program) = &record.program {
        entry = entry
            .texts(Part::Keyword, &program.name)
            .texts(Part::Keyword, &program.alternate_name);
    }
    for document in &record.required_documents {
        entry = entry.texts(Part::Body, &document.document);
    }
    for area in &record.areas {
        entry = entry.texts(Part::Keyword, &area.name).texts(Part::Body, &area.description);
    }
    entry = tagged(entry, &record.terms, around.terms);
    for language in record.languages.iter().filter_map(|language| language.code.as_deref()) {
        entry = entry.facet("language", language.to_lowercase());
    }
    if let Some(is_free) = rules::is_free(record.cost_options.iter().map(|cost| cost.amount_minor)) {
        entry = entry.facet("cost", if is_free { "free" } else { "paid" });
    }
    entry = reached(entry, record);
    for at in &record.places {
        entry = placed(entry, &at.place);
    }
    entry.minimum_age = service.minimum_age.and_then(age);
    entry.maximum_age = service.maximum_age.and_then(age);
    // "Open now" must not find what is closed for a while.
    if service.status == Status::Active {
        (entry.hours, entry.always_open) = open(record, around);
    }
    entry.boost = rules::trust(service.verified_on.and_then(crate::hours::civil_date), around.today, service.status);
    finished(entry, around, service.name.say(service.main_lang.into()))
}

/// An organization as the index knows it.
pub fn organization_entry(record: &OrganizationRecord, around: &Around<'_>) -> Entry {
    let organization = &record.organization;
    let mut entry = Entry::new("organization", organization.id)
        .texts(Part::Title, &organization.name)
        .texts(Part::Alternate, &organization.alternate_name)
        .texts(Part::Body, &organization.description)
        .texts(Part::Body, &organization.legal_status);
    for program in &record.programs {
        entry = entry.texts(Part::Keyword, &program.name).texts(Part::Body, &program.description);
    }
    for place in &record.locations {
        entry = placed(entry, place);
    }
    entry.boost = rules::trust(
        organization.verified_on.and_then(crate::hours::civil_date),
        around.today,
        organization.status,
    );
    finished(entry, around, organization.name.say(organization.main_lang.into()))
}

/// A place as the index knows it; a confidential one is not there at all.
pub fn place_entry(record: &PlaceRecord, around: &Around<'_>) -> Option<Entry> {
    let location = &record.location;
    record.whereabouts.open()?;
    let mut entry = placed(Entry::new("location", location.id), record)
        .texts(Part::Title, &location.name)
        .texts(Part::Alternate, &location.alternate_name)
        .texts(Part::Body, &location.description);
    if location.status == Status::Active {
        let hours = Hours::new(location.hours, &record.schedules, &around.zone);
        (entry.hours, entry.always_open) = (hours.usual_minutes(around.today), hours.known() == HoursKnown::Always);
    }
    entry.boost = rules::trust(
        location.verified_on.and_then(crate::hours::civil_date),
        around.today,
        location.status,
    );
    Some(finished(entry, around, location.name.say(location.main_lang.into())))
}

fn finished(mut entry: Entry, around: &Around<'_>, name: &str) -> Entry {
    entry.communities.clone_from(&around.lineage);
    name.clone_into(&mut entry.sort_name);
    // The order is kept: the first value of a dimension is what the entry is mostly about.
    let mut seen = BTreeSet::new();
    entry.facets.retain(|facet| seen.insert(facet.clone()));
    entry.texts.sort_by_key(|text| text.part);
    entry.texts.dedup();
    entry
}

fn tagged(mut entry: Entry, terms: &[Term], tree: &Tree) -> Entry {
    for tag in tree.with_broader(terms) {
        entry = entry.facet(tag.dimension, tag.code.as_str()).texts(Part::Keyword, &tag.name);
    }
    // Terms of imported vocabularies are words it is found by.
    for term in terms.iter().filter(|term| dimension(term.vocabulary()).is_none()) {
        entry = match &term.term {
            Some(term) => entry.texts(Part::Keyword, &term.name),
            None => entry.texts(Part::Keyword, &term.attribute.label),
        };
    }
    entry
}

/// The ways in which a service can be had, and reached without speaking.
fn reached(mut entry: Entry, record: &ServiceRecord) -> Entry {
    let service = &record.service;
    if !record.places.is_empty() {
        entry = entry.facet("way", "in_person");
    }
    if service.is_by_phone || service.is_hotline {
        entry = entry.facet("way", "phone");
    }
    if service.online_url.is_some() {
        entry = entry.facet("way", "online");
    }
    for way in &record.ways {
        entry = entry.facet("way", way.kind.code());
    }
    entry
}

/// What a place gives to the entry of whatever is there. Of a confidential place nothing but its accessibility is told.
fn placed(mut entry: Entry, place: &PlaceRecord) -> Entry {
    for kind in place.accessibility.iter().filter_map(|arrangement| arrangement.kind) {
        entry = entry.facet("accessibility", kind.code());
    }
    let Some(open) = place.whereabouts.open() else { return entry };
    let lang = place.location.main_lang.into();
    if entry.kind != "location" {
        entry = entry.texts(Part::Keyword, &place.location.name);
    }
    entry = entry.texts(Part::Body, &open.transportation);
    entry.points.extend(open.point.map(|point| (point.latitude, point.longitude)));
    for address in &open.addresses {
        let city = kolo_words::fold(&address.city);
        if !city.is_empty() {
            entry = entry.facet("city", city).text(lang, Part::Keyword, address.city.as_str());
        }
        entry = entry.text(lang, Part::Body, PostalAddress::line(address));
    }
    entry
}

/// When it is open in a usual week, at any of its places.
fn open(record: &ServiceRecord, around: &Around<'_>) -> (Vec<(u16, u16)>, bool) {
    let own: (HoursKnown, &[Schedule]) = (record.service.hours, &record.schedules);
    let mut told: Vec<_> = record
        .places
        .iter()
        .filter(|at| at.place.location.status == Status::Active)
        .map(|at| {
            Hours::first_told(
                [
                    (at.at.hours, at.schedules.as_slice()),
                    own,
                    (at.place.location.hours, &at.place.schedules),
                ],
                &around.zone,
            )
        })
        .collect();
    if record.places.is_empty() {
        told.push(Hours::new(own.0, own.1, &around.zone));
    }
    let is_always = told.iter().any(|hours| hours.known() == HoursKnown::Always);
    let minutes: BTreeSet<_> = told.iter().flat_map(|hours| hours.usual_minutes(around.today)).collect();
    (minutes.into_iter().collect(), is_always)
}

fn age(years: i32) -> Option<u8> {
    u8::try_from(years.clamp(0, 120)).ok()
}

#[cfg(test)]
mod tests;
