//! Opening hours of every dialect as rows of the present one.
use super::super::dialect::own;
use super::super::mend;
use super::super::problem::Severity;
use super::TermSaid;
use super::records::known;
use super::said::Said;
use crate::model::{Freq, HoursKnown, Kind, Schedule, ScheduleKind, Weekday, Words};
use crate::store::write::Blank as _;
use chrono::NaiveTime;
use kolo_words::Message;

/// The rows of one owner.
#[derive(Debug)]
pub(super) struct Schedules {
    pub rows: Vec<Schedule>,
    /// Around the clock, by rows or in words.
    pub is_always: bool,
    pub known: HoursKnown,
}

impl Said<'_> {
    /// The rows of this owner. Rows that name one day of the week each are joined where their times are the same.
    pub(super) fn schedules(&self, terms: &mut Vec<TermSaid>) -> Schedules {
        let mut rows: Vec<Schedule> = Vec::new();
        let mut days: Vec<Vec<Weekday>> = Vec::new();
        for part in self.parts("schedules") {
            let Some((row, day)) = row(&part, terms) else { continue };
            if let Some(day) = day {
                let same = rows
                    .iter()
                    .zip(&days)
                    .position(|(other, named)| !named.is_empty() && is_same_time(other, &row));
                if let Some(at) = same {
                    if let Some(named) = days.get_mut(at)
                        && !named.contains(&day)
                    {
                        named.push(day);
                    }
                    continue;
                }
                days.push(vec![day]);
            } else {
                days.push(Vec::new());
            }
            rows.push(row);
        }
        for (row, mut named) in rows.iter_mut().zip(days) {
            if named.is_empty() {
                continue;
            }
            named.sort_by_key(|day| Weekday::ALL.iter().position(|own| own == day));
            row.freq = Some(Freq::Weekly);
            row.byday = Some(named.iter().map(|day| day.code()).collect::<Vec<_>>().join(","));
        }
        let is_always = !rows.is_empty() && rows.iter().all(is_around_the_clock);
        let known = known(self, !rows.is_empty(), is_always);
        if known == HoursKnown::Always {
            // The word says it; a row for every minute of the week would say it again.
            rows.retain(|row| !is_around_the_clock(row) || !row.description.is_empty() || !row.notes.is_empty());
        }
        Schedules { rows, is_always, known }
    }
}

fn row(said: &Said<'_>, terms: &mut Vec<TermSaid>) -> Option<(Schedule, Option<Weekday>)> {
    let told = said.told_id(Kind::Schedule);
    said.terms(Kind::Schedule, told, terms);
    let hours = said.hours();
    let offset = said.number("timezone").and_then(offset_of).or(hours.offset);
    let kind = said
        .choice("exception", ScheduleKind::parse)
        .unwrap_or(match said.record.text(own::CLOSED) {
            None => ScheduleKind::Regular,
            Some(_) if said.is_true(own::CLOSED) => ScheduleKind::Closed,
            Some(_) => ScheduleKind::Instead,
        });
    let weekday = said.record.text(own::WEEKDAY).and_then(|raw| {
        let day = mend::weekday(&raw);
        if day.is_none() {
            said.warn("weekday", "import-mend-choice-lost", &raw);
        }
        day
    });
    let mut row = Schedule {
        id: told,
        kind,
        valid_from: said.date("valid_from"),
        valid_to: said.date("valid_to"),
        dtstart: said.date("dtstart"),
        timezone: said.text("timezone_name").or(offset),
        until: said.date("until"),
        count: said.whole("count", 1, 10_000),
        wkst: said.choice("wkst", Weekday::parse),
        freq: said.choice("freq", Freq::parse),
        interval: said.whole("interval", 1, 1_000),
        byday: said.text("byday").and_then(|raw| rule(said, "byday", &raw, is_byday)),
        byweekno: said
            .text("byweekno")
            .and_then(|raw| rule(said, "byweekno", &raw, |one| is_number(one, 53))),
        bymonthday: said
            .text("bymonthday")
            .and_then(|raw| rule(said, "bymonthday", &raw, |one| is_number(one, 31))),
        byyearday: said
            .text("byyearday")
            .and_then(|raw| rule(said, "byyearday", &raw, |one| is_number(one, 366))),
        bymonth: said
            .text("bymonth")
            .and_then(|raw| rule(said, "bymonth", &raw, |one| is_number(one, 12))),
        description: said.words("description"),
        opens_at: hours.opens,
        closes_at: hours.closes,
        is_appointment: said.is_true("is_by_appointment"),
        schedule_link: said.one_web("schedule_link"),
        attending_type: said.text("attending_type"),
        notes: said.words("notes"),
        ..Schedule::blank()
    };
    if row.kind != ScheduleKind::Regular {
        let (Some(from), Some(to)) = (row.valid_from.or(row.valid_to), row.valid_to.or(row.valid_from)) else {
            // Days of every year, or days nobody could read: the row would close the place for ever.
            said.problem("valid_from", Severity::Warning, Message::new("import-mend-holiday-lost"));
            return None;
        };
        (row.valid_from, row.valid_to) = if from <= to {
            (Some(from), Some(to))
        } else {
            (Some(to), Some(from))
        };
    }
    let says = row.kind != ScheduleKind::Regular
        || row.opens_at.is_some()
        || row.closes_at.is_some()
        || row.byday.is_some()
        || row.dtstart.is_some()
        || !row.description.is_empty()
        || !row.notes.is_empty()
        || row.schedule_link.is_some()
        || weekday.is_some();
    says.then_some((row, weekday))
}

fn is_same_time(one: &Schedule, other: &Schedule) -> bool {
    let of = |row: &Schedule| {
        (
            row.kind,
            row.opens_at,
            row.closes_at,
            row.valid_from,
            row.valid_to,
            row.timezone.clone(),
            row.description.clone(),
            row.notes.clone(),
        )
    };
    of(one) == of(other)
}

/// A comma-separated list of a recurrence rule, in capitals; one with a foreign word in it is told and lost.
fn rule(said: &Said<'_>, field: &str, raw: &str, is_sound: impl Fn(&str) -> bool) -> Option<String> {
    let parts: Vec<String> = raw
        .split([',', ';', ' '])
        .map(|one| one.trim().to_uppercase())
        .filter(|one| !one.is_empty())
        .collect();
    if parts.is_empty() {
        return None;
    }
    if parts.iter().all(|one| is_sound(one)) {
        return Some(parts.join(","));
    }
    // People write the names of days where the rule wants two letters.
    let days: Option<Vec<&str>> = parts.iter().map(|one| mend::weekday(one).map(Weekday::code)).collect();
    if let Some(days) = days.filter(|_| field == "byday") {
        said.warn(field, "import-mend-byday", raw);
        return Some(days.join(","));
    }
    said.warn(field, "import-mend-choice-lost", raw);
    None
}

fn is_byday(one: &str) -> bool {
    let Some(at) = one.len().checked_sub(2) else { return false };
    let (number, day) = (one.get(..at), one.get(at..));
    day.and_then(Weekday::parse).is_some() && number.is_some_and(|number| number.is_empty() || is_number(number, 53))
}

fn is_number(one: &str, most: i32) -> bool {
    one.parse::<i32>().is_ok_and(|number| number != 0 && number.abs() <= most)
}

/// Hours from UTC as the standard counts them: `3`, `5.5`.
#[expect(clippy::cast_possible_truncation, reason = "checked to be within a day")]
fn offset_of(hours: f64) -> Option<String> {
    (hours.abs() <= 14.0).then(|| {
        let minutes = (hours * 60.0).round() as i32;
        let sign = if minutes < 0 { '-' } else { '+' };
        format!("{sign}{:02}:{:02}", minutes.abs() / 60, minutes.abs() % 60)
    })
}

/// Every day from midnight to midnight, or the words for it.
fn is_around_the_clock(row: &Schedule) -> bool {
    let is_whole_day = row.opens_at == Some(NaiveTime::MIN)
        && row
            .closes_at
            .is_some_and(|closes| closes == NaiveTime::MIN || closes.format("%H:%M").to_string() == "23:59");
    let is_every_day = row
        .byday
        .as_deref()
        .is_some_and(|days| Weekday::ALL.iter().all(|day| days.split(',').any(|own| own == day.code())));
    let is_regular = row.kind == ScheduleKind::Regular && row.until.is_none() && row.valid_to.is_none();
    is_regular && ((is_whole_day && is_every_day) || (row.opens_at.is_none() && says_always(&row.description)))
}

fn says_always(words: &Words) -> bool {
    let texts: Vec<String> = words
        .iter()
        .map(|(_, text)| text.to_lowercase().chars().filter(|c| c.is_alphanumeric()).collect())
        .collect();
    let all = [
        "247",
        "24hours",
        "24hoursaday",
        "24hoursaday7daysaweek",
        "24hours7daysaweek",
        "open24hours",
        "цілодобово",
        "круглосуточно",
        "тәулікбойы",
    ];
    !texts.is_empty() && texts.iter().all(|text| all.contains(&text.as_str()))
}
