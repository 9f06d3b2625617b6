//! Organizations, programs, services, vocabularies: a record as a row with its parts.
use super::super::mend::{Spoken, spoken};
use super::super::problem::Severity;
use super::super::record::Place;
use super::said::Said;
use super::small::{capacity, cost_option, funding, identifier, required_document, urls};
use super::{TermSaid, key};
use crate::model::{HoursKnown, Kind, Organization, Program, Service, ServiceAtLocation, Status, Taxonomy, TaxonomyTerm, Unit, Words};
use crate::store::write::{Blank as _, OrganizationInput, ProgramInput, ServiceInput, VisitInput};
use kolo_words::Message;
use std::collections::{HashMap, HashSet};
use std::sync::Arc;
use uuid::Uuid;

/// The state of records the standard gives none: in use unless our profile says otherwise.
pub(super) fn own_status(said: &Said<'_>) -> Status {
    said.choice("status", Status::parse).unwrap_or(Status::Active)
}

fn origin(said: &Said<'_>, id: &str) -> (Option<String>, Option<String>) {
    (Some(said.setting.source.clone()), Some(id.to_owned()))
}

fn id(said: &Said<'_>) -> String {
    said.reference("id").unwrap_or_default()
}

pub(super) fn organization(said: &Said<'_>, terms: &mut Vec<TermSaid>) -> Option<OrganizationInput> {
    let name = said.name()?;
    let (source, source_id) = origin(said, &id(said));
    let mut others = Vec::new();
    let row = Organization {
        id: said.setting.identity(Kind::Organization, &id(said)),
        description: said.description(&name),
        name,
        alternate_name: said.words("alternate_name"),
        email: said.email("email"),
        website: said.web("website", &mut others),
        tax_status: said.text("tax_status"),
        tax_id: said.text("tax_id"),
        year_incorporated: said.year("year_incorporated"),
        legal_status: said.words("legal_status"),
        logo: said.one_web("logo"),
        uri: said.one_web("uri"),
        status: own_status(said),
        verified_on: said.date("assured_date"),
        is_sample: said.is_true("is_sample"),
        main_lang: said.main_lang(),
        source,
        source_id,
        ..Organization::blank()
    };
    Some(OrganizationInput {
        identifiers: said
            .parts("organization_identifiers")
            .filter_map(|part| identifier(&part, terms))
            .collect(),
        funding: said.parts("funding").filter_map(|part| funding(&part, terms)).collect(),
        urls: urls(said, "additional_websites", others, terms),
        phones: said.phones(terms),
        contacts: said.contacts(terms),
        history: said.history(Uuid::nil(), Kind::Organization),
        ..OrganizationInput::of(row)
    })
}

pub(super) fn program(said: &Said<'_>) -> Option<ProgramInput> {
    let name = said.name()?;
    let (source, source_id) = origin(said, &id(said));
    let row = Program {
        id: said.setting.identity(Kind::Program, &id(said)),
        description: said.description(&name),
        name,
        alternate_name: said.words("alternate_name"),
        status: own_status(said),
        verified_on: said.date("assured_date"),
        is_sample: said.is_true("is_sample"),
        main_lang: said.main_lang(),
        source,
        source_id,
        ..Program::blank()
    };
    Some(ProgramInput {
        history: said.history(Uuid::nil(), Kind::Program),
        ..ProgramInput::of(row)
    })
}

/// The service, and the ids of the places it is given at.
pub(super) fn service(
    said: &Said<'_>,
    units: &HashMap<String, Arc<Unit>>,
    visits: &mut HashSet<u64>,
    terms: &mut Vec<TermSaid>,
) -> Option<(ServiceInput, Vec<(String, Place)>)> {
    let name = said.name()?;
    let (source, source_id) = origin(said, &id(said));
    let mut others = Vec::new();
    let url = said.web("url", &mut others);
    let schedules = said.schedules(terms);
    let mut row = Service {
        id: said.setting.identity(Kind::Service, &id(said)),
        description: said.description(&name),
        name,
        alternate_name: said.words("alternate_name"),
        short: said.words("summary"),
        url,
        email: said.email("email"),
        interpretation_services: said.words("interpretation_services"),
        application_process: said.words("application_process"),
        fees_description: said.words("fees_description"),
        wait_time: said.words("wait_time"),
        accreditations: said.words("accreditations"),
        licenses: said.words("licenses"),
        eligibility_description: said.words("eligibility_description"),
        minimum_age: said.whole("minimum_age", 0, 150),
        maximum_age: said.whole("maximum_age", 0, 150),
        assurer_email: said.email("assurer_email"),
        alert: said.words("alert"),
        online_url: said.one_web("online_url"),
        is_by_phone: said.is_true("is_by_phone"),
        is_hotline: said.is_true("is_hotline"),
        hours: schedules.known,
        status: said.status(),
        verified_on: said.date("assured_date"),
        is_sample: said.is_true("is_sample"),
        main_lang: said.main_lang(),
        source,
        source_id,
        ..Service::blank()
    };
    // The old name of the field; both are there where somebody converted.
    if let Some(fees) = said.text("fees") {
        append(&mut row.fees_description, said, &fees);
    }
    if let (Some(least), Some(most)) = (row.minimum_age, row.maximum_age)
        && least > most
    {
        said.warn("minimum_age", "import-mend-ages-swapped", &format!("{least}–{most}"));
        (row.minimum_age, row.maximum_age) = (Some(most), Some(least));
    }
    let languages = languages(said, &mut row, terms);
    let (ways, phones, contacts, plain_urls) = said.ways(terms);
    let urls = [plain_urls, urls(said, "", others, terms)].concat();
    let (mut places, mut at) = (Vec::new(), Vec::new());
    for part in said.parts("service_at_locations") {
        if let Some((place, visit)) = visit(&part, visits, terms) {
            at.push((place, part.record.place.clone()));
            places.push(visit);
        }
    }
    let input = ServiceInput {
        phones,
        contacts,
        schedules: schedules.rows,
        languages,
        cost_options: said.parts("cost_options").filter_map(|part| cost_option(&part, terms)).collect(),
        required_documents: said
            .parts("required_documents")
            .filter_map(|part| required_document(&part, terms))
            .collect(),
        funding: said.parts("funding").filter_map(|part| funding(&part, terms)).collect(),
        capacities: said.parts("capacities").filter_map(|part| capacity(&part, units, terms)).collect(),
        areas: said.areas(terms),
        urls,
        ways,
        places,
        history: said.history(Uuid::nil(), Kind::Service),
        ..ServiceInput::of(row)
    };
    Some((input, at))
}

/// The languages spoken; what names no language is something about interpreters.
fn languages(said: &Said<'_>, row: &mut Service, terms: &mut Vec<TermSaid>) -> Vec<crate::model::Language> {
    for part in said.parts("languages").filter(|part| part.record.text("code").is_none()) {
        for piece in part
            .record
            .text("name")
            .map(|name| spoken(&super::super::mend::text(&name, &mut Vec::new())))
            .unwrap_or_default()
        {
            if let Spoken::Words(words) = piece {
                part.problem(
                    "name",
                    Severity::Note,
                    Message::new("import-mend-language-words").with("value", words.as_str()),
                );
                append(&mut row.interpretation_services, said, &words);
            }
        }
    }
    said.languages(false, terms)
}

fn append(words: &mut Words, said: &Said<'_>, text: &str) {
    let own = words.get(said.lang).unwrap_or_default();
    if !own.contains(text) {
        let whole = if own.is_empty() {
            text.to_owned()
        } else {
            format!("{own}\n\n{text}")
        };
        words.0.set(said.lang, whole);
    }
}

fn visit(said: &Said<'_>, visits: &mut HashSet<u64>, terms: &mut Vec<TermSaid>) -> Option<(String, VisitInput)> {
    let nested = || Some(super::canonical(&said.record.one("location")?.text("id")?));
    let Some(place) = said.reference("location_id").or_else(nested) else {
        said.problem("location_id", Severity::Error, Message::new("import-row-no-place"));
        return None;
    };
    let own = said.reference("id").filter(|id| visits.insert(key(Kind::ServiceAtLocation, id)));
    let told = said.told_id(Kind::ServiceAtLocation);
    let schedules = said.schedules(terms);
    said.terms(Kind::ServiceAtLocation, told, terms);
    let at = ServiceAtLocation {
        id: told,
        description: said.words("description"),
        hours: schedules.known,
        source: own.as_ref().map(|_| said.setting.source.clone()),
        source_id: own,
        ..ServiceAtLocation::blank()
    };
    let input = VisitInput {
        schedules: schedules.rows,
        phones: said.phones(terms),
        contacts: said.contacts(terms),
        areas: said.areas(terms),
        ..VisitInput::of(at)
    };
    Some((place, input))
}

pub(super) fn taxonomy(said: &Said<'_>) -> Option<Taxonomy> {
    let name = said.name()?;
    let (source, source_id) = origin(said, &id(said));
    let description = said.description(&name);
    let row = Taxonomy {
        id: said.setting.identity(Kind::Taxonomy, &id(said)),
        name,
        description,
        uri: said.one_web("uri"),
        edition: said.text("version"),
        source,
        source_id,
        ..Taxonomy::blank()
    };
    Some(row)
}

pub(super) fn term(said: &Said<'_>) -> Option<TaxonomyTerm> {
    let name = said.name()?;
    let id = id(said);
    let (source, source_id) = origin(said, &id);
    let description = said.description(&name);
    // The old standard used the code as the id.
    let code = said.text("code").or_else(|| Uuid::try_parse(&id).is_err().then(|| id.clone()));
    let row = TaxonomyTerm {
        id: said.setting.identity(Kind::TaxonomyTerm, &id),
        code,
        description,
        name,
        term_uri: said.one_web("term_uri"),
        source,
        source_id,
        ..TaxonomyTerm::blank()
    };
    Some(row)
}

/// What is known of opening hours when our profile does not say it.
pub(super) fn known(said: &Said<'_>, has_rows: bool, is_always: bool) -> HoursKnown {
    match said.choice("hours", HoursKnown::parse) {
        Some(known) => known,
        None if is_always => HoursKnown::Always,
        None if has_rows => HoursKnown::Known,
        None => HoursKnown::Unknown,
    }
}
