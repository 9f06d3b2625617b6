//! Places and their addresses.
use super::super::dialect::own;
use super::super::mend;
use super::super::problem::Severity;
use super::TermSaid;
use super::records::{known, own_status};
use super::said::Said;
use crate::model::{AccessKind, Accessibility, Kind, LocationType, OpenPlace, Point, PostalAddress, Words};
use crate::store::write::{Blank as _, LocationInput};
use kolo_words::Message;
use uuid::Uuid;

pub(super) fn location(said: &Said<'_>, terms: &mut Vec<TermSaid>) -> LocationInput {
    let id = said.reference("id").unwrap_or_default();
    let addresses: Vec<PostalAddress> = said.parts("addresses").filter_map(|part| address(&part, terms)).collect();
    let mut name = said.words("name");
    if name.is_empty() {
        name = said.words("alternate_name");
    }
    if name.is_empty() {
        // A place may have no name; people then know it by its street.
        name = addresses
            .first()
            .map_or_else(Words::default, |address| Words::one(said.lang, address.line()));
    }
    said.cut(&mut name);
    let location_type = if said.is_true(own::VIRTUAL) {
        LocationType::Virtual
    } else {
        said.choice("location_type", LocationType::parse).unwrap_or(LocationType::Physical)
    };
    let schedules = said.schedules(terms);
    let description = said.description(&name);
    LocationInput {
        id: said.setting.identity(Kind::Location, &id),
        location_type,
        alternate_name: said.words("alternate_name"),
        description,
        is_confidential: said.is_true("is_confidential"),
        place: OpenPlace {
            point: said.point().map(|(latitude, longitude)| Point { latitude, longitude }),
            addresses,
            transportation: said.words("transportation"),
            url: said.one_web("url"),
            external_identifier: said.text("external_identifier"),
            external_identifier_type: said.text("external_identifier_type"),
        },
        hours: known(said, !schedules.rows.is_empty(), schedules.is_always),
        status: own_status(said),
        verified_on: said.date("assured_date"),
        is_sample: said.is_true("is_sample"),
        source: Some(said.setting.source.clone()),
        source_id: Some(id),
        accessibility: said.parts("accessibility").filter_map(|part| accessibility(&part, terms)).collect(),
        phones: said.phones(terms),
        contacts: said.contacts(terms),
        schedules: schedules.rows,
        languages: said.languages(true, terms),
        history: said.history(Uuid::nil(), Kind::Location),
        ..LocationInput::named(said.main_lang(), name)
    }
}

fn address(said: &Said<'_>, terms: &mut Vec<TermSaid>) -> Option<PostalAddress> {
    let told = said.told_id(Kind::Address);
    said.terms(Kind::Address, told, terms);
    let row = PostalAddress {
        id: told,
        attention: said.text("attention"),
        address_1: said.text("address_1").unwrap_or_default(),
        address_2: said.text("address_2"),
        city: said.text("city").unwrap_or_default(),
        region: said.text("region"),
        state_province: said.text("state_province").unwrap_or_default(),
        postal_code: said.text("postal_code").unwrap_or_default(),
        country: country(said),
        address_type: said.choice("address_type", LocationType::parse).unwrap_or(LocationType::Physical),
    };
    let says = [&row.address_1, &row.city, &row.state_province, &row.postal_code]
        .into_iter()
        .any(|line| !line.is_empty())
        || row.address_2.is_some();
    says.then_some(row)
}

fn country(said: &Said<'_>) -> String {
    let own = said.setting.country.as_str();
    let Some(raw) = said.record.text("country") else {
        said.problem(
            "country",
            Severity::Note,
            Message::new("import-mend-country-blank").with("country", own),
        );
        return own.to_owned();
    };
    mend::country(&raw).unwrap_or_else(|| {
        said.problem(
            "country",
            Severity::Warning,
            Message::new("import-mend-country")
                .with("value", mend::shortened(&raw))
                .with("country", own),
        );
        own.to_owned()
    })
}

fn accessibility(said: &Said<'_>, terms: &mut Vec<TermSaid>) -> Option<Accessibility> {
    let told = said.told_id(Kind::Accessibility);
    said.terms(Kind::Accessibility, told, terms);
    let mut description = said.words("description");
    let by_word = description.best(said.lang).and_then(|(_, word)| access_kind(word));
    let kind = said.choice("kind", AccessKind::parse).or(by_word);
    if by_word.is_some() && kind.is_some_and(|kind| description.get(said.lang).is_some_and(|word| word.replace(' ', "_") == kind.code())) {
        // The kind says it in every language; its code is no description.
        description = Words::default();
    }
    let row = Accessibility {
        id: told,
        kind,
        description,
        details: said.words("details"),
        url: said.one_web("url"),
        ..Accessibility::blank()
    };
    let says = row.kind.is_some() || !row.description.is_empty() || !row.details.is_empty() || row.url.is_some();
    says.then_some(row)
}

/// The arrangement behind a word of a foreign list.
fn access_kind(word: &str) -> Option<AccessKind> {
    let word = word.trim().to_lowercase().replace([' ', '-'], "_");
    AccessKind::parse(&word).or(match word.as_str() {
        "wheelchair" | "handicap_accessible" | "wheelchair_accessible" | "handicapped_accessible" => Some(AccessKind::StepFree),
        "restroom" | "accessible_restroom" | "toilet" => Some(AccessKind::AccessibleToilet),
        "disabled_parking" | "accessible_parking" => Some(AccessKind::Parking),
        "elevator" => Some(AccessKind::Lift),
        "deaf_interpreter" | "sign_language_interpreter" | "asl" => Some(AccessKind::SignLanguage),
        "tape_braille" | "braille" => Some(AccessKind::Tactile),
        "hearing_loop" | "induction_loop" => Some(AccessKind::HearingLoop),
        _ => None,
    })
}
