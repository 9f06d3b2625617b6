//! Opening hours as pages show them: one word for now, a board for the week.
use super::voice::{Voice, chrono_day};
use crate::hours::{Day, Hours, Moment, Opening, Repeat, Timetable};
use crate::model::HoursKnown;
use crate::store::{PlaceAt, PlaceRecord, ServiceRecord};
use jiff::civil::{Date, Weekday};
use jiff::tz::TimeZone;
use jiff::{ToSpan, Zoned};
use kolo_words::{Message, Multilingual};

/// Closing within this many minutes is soon.
const SOON: i64 = 60;
/// How many days of an odd rule are named, and how far ahead they are looked for.
const NAMED_DAYS: usize = 3;
const LOOKED_AHEAD: usize = 70;
/// How many days that differ are named.
const NAMED_CHANGES: usize = 8;

/// Open, closed or unknown, in words; the class only repeats it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct State {
    pub(super) class: &'static str,
    pub(super) words: String,
}

/// The board by the door.
#[derive(Debug)]
pub(super) struct Board {
    pub(super) is_unknown: bool,
    pub(super) is_always: bool,
    pub(super) week: Vec<WeekDay>,
    /// Rules that are not weekly, told by their next days.
    pub(super) also: Vec<String>,
    pub(super) changes: Vec<String>,
    /// What was told in words only.
    pub(super) texts: Vec<Multilingual>,
}

/// A line of the board.
#[derive(Debug)]
pub(super) struct WeekDay {
    pub(super) name: String,
    pub(super) is_today: bool,
    pub(super) is_closed: bool,
    pub(super) spans: Vec<Span>,
}

/// From when to when.
#[derive(Debug)]
pub(super) struct Span {
    pub(super) time: String,
    pub(super) note: Option<String>,
}

/// The hours of a service at one of its places: its own there, its own, those of the place.
pub(super) fn hours_at(record: &ServiceRecord, at: &PlaceAt, zone: &TimeZone) -> Hours {
    let told = [
        (at.at.hours, at.schedules.as_slice()),
        (record.service.hours, record.schedules.as_slice()),
        (at.place.location.hours, at.place.schedules.as_slice()),
    ];
    Hours::first_told(told, zone)
}

/// The hours of a service as a whole: its own, or those of the first of its places that told any.
pub(super) fn hours_of(record: &ServiceRecord, zone: &TimeZone) -> Hours {
    let own = std::iter::once((record.service.hours, record.schedules.as_slice()));
    let there = record.places.iter().map(|at| (at.at.hours, at.schedules.as_slice()));
    let places = record
        .places
        .iter()
        .map(|at| (at.place.location.hours, at.place.schedules.as_slice()));
    Hours::first_told(own.chain(there).chain(places), zone)
}

/// The hours of a place.
pub(super) fn hours_of_place(place: &PlaceRecord, zone: &TimeZone) -> Hours {
    Hours::new(place.location.hours, &place.schedules, zone)
}

/// What to say of a service with several places: that it is open where it is, or where it opens first.
pub(super) fn state_of(voice: &Voice<'_>, record: &ServiceRecord) -> State {
    let zone = voice.zone(record.service.community_id);
    let now = voice.now(&zone);
    let moments = record
        .places
        .iter()
        .map(|at| hours_at(record, at, &zone))
        .chain(record.places.is_empty().then(|| hours_of(record, &zone)));
    let best = moments.map(|hours| hours.at(now.timestamp())).min_by(|a, b| rank(a).cmp(&rank(b)));
    State::of(voice, best.unwrap_or(Moment::Unknown), &now)
}

/// Open before closed before unknown; among the closed, the first to open.
fn rank(moment: &Moment) -> (u8, i64) {
    match moment {
        Moment::Always => (0, 0),
        Moment::Open { is_appointment, until } => (1 + u8::from(*is_appointment), -until.timestamp().as_second()),
        Moment::Closed { next: Some(next) } => (3, next.timestamp().as_second()),
        Moment::Closed { next: None } => (5, 0),
        Moment::Unknown => (4, 0),
    }
}

impl State {
    pub(super) fn now(voice: &Voice<'_>, hours: &Hours, now: &Zoned) -> Self {
        Self::of(voice, hours.at(now.timestamp()), now)
    }

    fn of(voice: &Voice<'_>, moment: Moment, now: &Zoned) -> Self {
        let (class, message) = match moment {
            Moment::Unknown => ("", Message::new("directory-hours-unknown")),
            Moment::Always => ("state-open", Message::new("directory-hours-always-short")),
            Moment::Open { until, is_appointment } => {
                let is_soon = until.timestamp().as_second() - now.timestamp().as_second() <= SOON * 60;
                let (class, key) = if is_soon {
                    ("state-soon", "directory-hours-soon")
                } else {
                    ("state-open", "directory-hours-open")
                };
                let mut words = voice.say(Message::new(key).with("time", closing(&until, now)));
                if is_appointment {
                    words = format!("{words}, {}", voice.say("directory-hours-appointment"));
                }
                return Self { class, words };
            }
            Moment::Closed { next: None } => ("", Message::new("directory-hours-closed-now")),
            Moment::Closed { next: Some(next) } => ("", opening(voice, &next, now)),
        };
        Self {
            class,
            words: voice.say(message),
        }
    }
}

fn opening(voice: &Voice<'_>, next: &Zoned, now: &Zoned) -> Message {
    let days = (next.date() - now.date()).get_days();
    let time = next.strftime("%H:%M").to_string();
    match days {
        0 => Message::new("directory-hours-later").with("time", time),
        1 => Message::new("directory-hours-tomorrow").with("time", time),
        2..=6 => Message::new("directory-hours-on")
            .with("day", day_code(next.weekday()))
            .with("time", time),
        _ => Message::new("directory-hours-date").with("date", voice.day(chrono_day(next.date()))),
    }
}

/// The words "on Monday" are chosen by this code: languages decline the day.
const fn day_code(day: Weekday) -> &'static str {
    match day {
        Weekday::Monday => "mo",
        Weekday::Tuesday => "tu",
        Weekday::Wednesday => "we",
        Weekday::Thursday => "th",
        Weekday::Friday => "fr",
        Weekday::Saturday => "sa",
        Weekday::Sunday => "su",
    }
}

/// The end of this very day is written 24:00.
fn closing(until: &Zoned, now: &Zoned) -> String {
    let is_midnight = (until.hour(), until.minute()) == (0, 0) && now.date() < until.date();
    if is_midnight {
        "24:00".to_owned()
    } else {
        until.strftime("%H:%M").to_string()
    }
}

impl Board {
    /// The week `now` is in, Monday first, and what differs from it later.
    pub(super) fn of(voice: &Voice<'_>, hours: &Hours, now: &Zoned) -> Self {
        let today = now.date();
        let monday = today.saturating_sub(i32::from(today.weekday().to_monday_zero_offset()).days());
        let table = hours.timetable(today);
        let week = hours
            .week(monday)
            .into_iter()
            .map(|(day, known)| WeekDay::of(voice, day, today, &known))
            .collect();
        Self {
            is_unknown: table.known == HoursKnown::Unknown,
            is_always: table.known == HoursKnown::Always,
            week,
            also: also(voice, hours, &table, today),
            changes: changes(voice, &table),
            texts: table.texts.into_iter().map(|text| text.0).collect(),
        }
    }
}

impl WeekDay {
    fn of(voice: &Voice<'_>, day: Date, today: Date, known: &Day) -> Self {
        let openings = match known {
            Day::Open { openings, .. } => openings.as_slice(),
            Day::Closed { .. } | Day::Unknown => &[],
        };
        let spans: Vec<_> = openings.iter().map(|opening| Span::of(voice, opening)).collect();
        Self {
            name: voice.weekday(day.weekday().to_monday_zero_offset()),
            is_today: day == today,
            is_closed: spans.is_empty(),
            spans,
        }
    }
}

impl Span {
    fn of(voice: &Voice<'_>, opening: &Opening) -> Self {
        let said = opening.notes.say(voice.lang()).to_owned();
        let appointment = opening.is_appointment.then(|| voice.say("directory-hours-appointment"));
        // The note often says the same in the organization's own words.
        let note = if said.is_empty() { appointment } else { Some(said) };
        Self {
            time: time(voice, opening),
            note,
        }
    }
}

fn time(voice: &Voice<'_>, opening: &Opening) -> String {
    if opening.is_all_day() {
        voice.say("directory-hours-always-short")
    } else {
        format!("{}–{}", opening.opens_label(), opening.closes_label())
    }
}

fn times(voice: &Voice<'_>, openings: &[Opening]) -> String {
    openings.iter().map(|opening| time(voice, opening)).collect::<Vec<_>>().join(", ")
}

/// Rules of the month are told by their next days: nobody has to count Saturdays.
fn also(voice: &Voice<'_>, hours: &Hours, table: &Timetable, today: Date) -> Vec<String> {
    let odd = table
        .lines
        .iter()
        .filter(|line| !matches!(line.repeat, Repeat::Weekly(_)) && !line.openings.is_empty());
    odd.filter_map(|line| {
        let speaks = |day: &Date| match hours.on(*day) {
            Day::Open {
                openings,
                is_exception: false,
            } => line.openings.iter().all(|opening| openings.contains(opening)),
            _ => false,
        };
        let days: Vec<_> = today.series(1.day()).take(LOOKED_AHEAD).filter(speaks).take(NAMED_DAYS).collect();
        let dates = days.iter().map(|day| voice.day(chrono_day(*day))).collect::<Vec<_>>().join(", ");
        let said = || {
            voice.say(
                Message::new("directory-hours-also")
                    .with("dates", dates.as_str())
                    .with("times", times(voice, &line.openings)),
            )
        };
        (!days.is_empty()).then(said)
    })
    .collect()
}

fn changes(voice: &Voice<'_>, table: &Timetable) -> Vec<String> {
    let lines = table.exceptions.iter().take(NAMED_CHANGES).map(|line| {
        let (from, to) = (voice.day(chrono_day(line.from)), voice.day(chrono_day(line.to)));
        let date = if line.from == line.to {
            from
        } else {
            voice.say(Message::new("directory-hours-change-days").with("from", from).with("to", to))
        };
        let said = if line.openings.is_empty() {
            voice.say(Message::new("directory-hours-change-closed").with("date", date))
        } else {
            voice.say(
                Message::new("directory-hours-change-open")
                    .with("date", date)
                    .with("times", times(voice, &line.openings)),
            )
        };
        match line.notes.say(voice.lang()) {
            "" => said,
            note => format!("{said} ({note})"),
        }
    });
    lines.collect()
}
