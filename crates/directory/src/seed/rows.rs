//! From the demo's files to rows of the store.
use super::files::{Contact, Cost, Hours, Phone, Way};
use crate::model::{
    AccessKind, Accessibility, Attribute, CostOption, Freq, HoursKnown, Kind, Language, MainLang, PhoneType, RequiredDocument, Schedule,
    ScheduleKind, ServiceWay, Weekday, Words,
};
use crate::store::write::Blank;
use crate::store::{ContactRecord, PhoneRecord};
use anyhow::{Context, Result, bail};
use chrono::{NaiveDate, NaiveTime};
use uuid::Uuid;

pub(super) fn phones(told: &[Phone]) -> Vec<PhoneRecord> {
    let phone = |told: &Phone| crate::model::Phone {
        number: told.number.clone(),
        phone_type: Some(told.kind.as_deref().and_then(PhoneType::read).unwrap_or(PhoneType::Voice)),
        description: told.description.clone(),
        ..crate::model::Phone::blank()
    };
    told.iter()
        .map(|told| PhoneRecord {
            phone: phone(told),
            languages: Vec::new(),
        })
        .collect()
}

pub(super) fn contacts(told: &[Contact]) -> Vec<ContactRecord> {
    let contact = |told: &Contact| crate::model::Contact {
        title: told.title.clone(),
        department: told.department.clone(),
        email: told.email.clone(),
        ..crate::model::Contact::blank()
    };
    told.iter()
        .map(|told| ContactRecord {
            contact: contact(told),
            phones: Vec::new(),
        })
        .collect()
}

pub(super) fn languages(codes: &[String]) -> Vec<Language> {
    codes
        .iter()
        .map(|code| Language {
            code: Some(code.clone()),
            ..Language::blank()
        })
        .collect()
}

pub(super) fn accessibility(kinds: &[AccessKind]) -> Vec<Accessibility> {
    kinds
        .iter()
        .map(|kind| Accessibility {
            kind: Some(*kind),
            ..Accessibility::blank()
        })
        .collect()
}

pub(super) fn costs(told: &[Cost]) -> Vec<CostOption> {
    let cost = |told: &Cost| CostOption {
        option: told.option.clone(),
        amount_minor: told.amount_minor,
        currency: told.currency.clone(),
        ..CostOption::blank()
    };
    told.iter().map(cost).collect()
}

pub(super) fn documents(told: &[Words]) -> Vec<RequiredDocument> {
    told.iter()
        .map(|document| RequiredDocument {
            document: document.clone(),
            ..RequiredDocument::blank()
        })
        .collect()
}

pub(super) fn ways(told: &[Way]) -> Vec<ServiceWay> {
    told.iter()
        .map(|told| ServiceWay {
            kind: told.kind,
            address: told.address.clone(),
            note: told.note.clone(),
            ..ServiceWay::blank()
        })
        .collect()
}

/// Attributes for keys of one of our taxonomies.
pub(super) fn terms(scheme: &str, keys: &[String]) -> Vec<Attribute> {
    keys.iter()
        .map(|key| Attribute {
            link_entity: Kind::Service,
            taxonomy_term_id: Some(super::term_id(scheme, key)),
            ..Attribute::blank()
        })
        .collect()
}

/// What the file knows about hours.
pub(super) fn known(is_always: bool, is_unknown: bool, hours: &[Hours]) -> HoursKnown {
    match (is_always, is_unknown || hours.is_empty()) {
        (true, _) => HoursKnown::Always,
        (false, true) => HoursKnown::Unknown,
        (false, false) => HoursKnown::Known,
    }
}

pub(super) fn schedules(told: &[Hours]) -> Result<Vec<Schedule>> {
    told.iter().map(schedule).collect()
}

fn schedule(told: &Hours) -> Result<Schedule> {
    let time = |text: &Option<String>| {
        text.as_deref()
            .map(|t| NaiveTime::parse_from_str(t, "%H:%M").with_context(|| format!("the time {t}")))
            .transpose()
    };
    let mut row = Schedule {
        opens_at: time(&told.opens)?,
        closes_at: time(&told.closes)?,
        is_appointment: told.appointment,
        notes: told.note.clone(),
        ..Schedule::blank()
    };
    if let Some(day) = &told.except {
        let day: NaiveDate = day.parse().with_context(|| format!("the day {day}"))?;
        row.kind = if told.closed { ScheduleKind::Closed } else { ScheduleKind::Instead };
        row.valid_from = Some(day);
        row.valid_to = Some(day);
        return Ok(row);
    }
    let days = told
        .days
        .split_whitespace()
        .map(|day| Weekday::parse(&day.to_uppercase()).with_context(|| format!("the day {day}")));
    let days = days.collect::<Result<Vec<_>>>()?;
    if days.is_empty() {
        bail!("hours without days");
    }
    let weeks: Vec<_> = told.weeks.split_whitespace().collect();
    let named: Vec<String> = if weeks.is_empty() {
        days.iter().map(ToString::to_string).collect()
    } else {
        weeks
            .iter()
            .flat_map(|week| days.iter().map(move |day| format!("{week}{day}")))
            .collect()
    };
    row.freq = Some(if weeks.is_empty() { Freq::Weekly } else { Freq::Monthly });
    row.byday = Some(named.join(","));
    Ok(row)
}

/// The only text of a field that has no translations in the files.
pub(super) fn plain(lang: MainLang, text: Option<&String>) -> Words {
    text.map(|text| Words::one(lang.into(), text.clone())).unwrap_or_default()
}

/// The row's identity from its community and key.
pub(super) fn key_id(kind: &str, slug: &str, key: &str) -> Uuid {
    super::id_of(kind, &format!("{slug}/{key}"))
}
