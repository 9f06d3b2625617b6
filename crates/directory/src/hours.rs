//! Opening hours: what is open when, for people, for "open now" and for the index.
//!
//! Everything here is a pure function of schedule rows, a zone and a day or an instant. Times are local wall time of the
//! place; a time that a clock change skips is taken an hour later, one that happens twice is taken the first time.
use crate::model::{HoursKnown, Schedule, ScheduleKind, Words};
use clock::civil_time;
use jiff::civil::{Date, Time};
use jiff::tz::TimeZone;
use jiff::{Span, Timestamp, Zoned};

mod clock;
mod recurrence;
mod timetable;

pub use clock::{civil_date, zone_of};
pub use recurrence::Recurrence;
pub use timetable::{ExceptionLine, Line, Repeat, Run, Timetable};

/// What the schedule rows of a service or a place say, ready to be asked.
#[derive(Clone, Debug)]
pub struct Hours {
    known: HoursKnown,
    zone: TimeZone,
    regular: Vec<Regular>,
    exceptions: Vec<Exception>,
    /// Rows that say something to people and nothing to a clock.
    texts: Vec<Words>,
}

/// From when to when, on one day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opening {
    pub opens: Time,
    /// Not after `opens` means on the next day; midnight is the end of the day.
    pub closes: Time,
    /// Only by appointment.
    pub is_appointment: bool,
    pub notes: Words,
}

/// What is known of one day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Day {
    /// Nobody told us.
    Unknown,
    Closed {
        /// Closed though it would be open on such a day.
        is_exception: bool,
        notes: Words,
    },
    Open {
        /// In the order of the day.
        openings: Vec<Opening>,
        /// Other hours than on such a day.
        is_exception: bool,
    },
}

/// What is known of one moment.
#[derive(Clone, Debug, PartialEq)]
pub enum Moment {
    /// Nobody told us.
    Unknown,
    /// Around the clock.
    Always,
    Open {
        until: Zoned,
        /// Only for those who have an appointment.
        is_appointment: bool,
    },
    Closed {
        /// When it opens again, if that is within a year.
        next: Option<Zoned>,
    },
}

#[derive(Clone, Debug)]
struct Regular {
    when: Recurrence,
    opening: Opening,
    zone: TimeZone,
}

#[derive(Clone, Debug)]
struct Exception {
    from: Date,
    to: Date,
    /// None: closed.
    opening: Option<Opening>,
    notes: Words,
    zone: TimeZone,
}

/// A stretch of open time.
struct Stretch {
    from: Timestamp,
    to: Timestamp,
    is_appointment: bool,
}

/// How far ahead the next opening is looked for.
const HORIZON: usize = 370;

impl Opening {
    /// A whole day and night.
    pub fn is_all_day(&self) -> bool {
        self.opens == self.closes
    }

    /// The closing time as people write it: the end of a day is 24:00.
    pub fn closes_label(&self) -> String {
        if self.closes == Time::midnight() {
            "24:00".to_owned()
        } else {
            self.closes.strftime("%H:%M").to_string()
        }
    }

    /// The opening time as people write it.
    pub fn opens_label(&self) -> String {
        self.opens.strftime("%H:%M").to_string()
    }

    fn of(row: &Schedule) -> Option<Self> {
        let (opens, closes) = (civil_time(row.opens_at?)?, civil_time(row.closes_at?)?);
        // The standard has no other way to write the end of a day.
        let closes = if (closes.hour(), closes.minute()) == (23, 59) {
            Time::midnight()
        } else {
            closes
        };
        Some(Self {
            opens,
            closes,
            is_appointment: row.is_appointment,
            notes: row.notes.clone(),
        })
    }

    /// Minutes since the day's beginning; the end may lie in the next day.
    fn minutes(&self) -> (i32, i32) {
        let minute = |time: Time| i32::from(time.hour()) * 60 + i32::from(time.minute());
        let (from, to) = (minute(self.opens), minute(self.closes));
        (from, if self.closes <= self.opens { to + 24 * 60 } else { to })
    }

    fn stretch(&self, day: Date, zone: &TimeZone) -> Option<Stretch> {
        let last = if self.closes <= self.opens { day.tomorrow().ok()? } else { day };
        let instant = |day: Date, time: Time| zone.to_ambiguous_timestamp(day.to_datetime(time)).compatible().ok();
        let (from, to) = (instant(day, self.opens)?, instant(last, self.closes)?);
        // A clock change may swallow an opening whole.
        (from < to).then_some(Stretch {
            from,
            to,
            is_appointment: self.is_appointment,
        })
    }
}

impl Hours {
    /// Reads schedule rows. `zone` is the community's; a row may have its own.
    pub fn new(known: HoursKnown, rows: &[Schedule], zone: &TimeZone) -> Self {
        let mut new = Self {
            known,
            zone: zone.clone(),
            regular: Vec::new(),
            exceptions: Vec::new(),
            texts: Vec::new(),
        };
        for row in rows {
            let zone = row.timezone.as_deref().and_then(zone_of).unwrap_or_else(|| zone.clone());
            let opening = Opening::of(row);
            match (row.kind, opening) {
                (ScheduleKind::Regular, Some(opening)) => {
                    let when = Recurrence::of(row);
                    if when.is_over(Date::MIN) && !row.description.is_empty() {
                        new.texts.push(row.description.clone());
                    }
                    new.regular.push(Regular { when, opening, zone });
                }
                (ScheduleKind::Regular, None) if !row.description.is_empty() => new.texts.push(row.description.clone()),
                // Other hours without hours say nothing.
                (ScheduleKind::Regular | ScheduleKind::Instead, None) => {}
                (ScheduleKind::Closed, _) => new.except(row, None, zone),
                (ScheduleKind::Instead, Some(opening)) => new.except(row, Some(opening), zone),
            }
        }
        new.exceptions.sort_by_key(|exception| (exception.from, exception.to));
        new
    }

    /// The hours of the nearest who told any: a service at a place asks itself, then the service, then the place.
    pub fn first_told<'a>(told: impl IntoIterator<Item = (HoursKnown, &'a [Schedule])>, zone: &TimeZone) -> Self {
        told.into_iter()
            .map(|(known, rows)| Self::new(known, rows, zone))
            .find(|hours| hours.known() != HoursKnown::Unknown || !hours.texts.is_empty())
            .unwrap_or_else(|| Self::new(HoursKnown::Unknown, &[], zone))
    }

    fn except(&mut self, row: &Schedule, opening: Option<Opening>, zone: TimeZone) {
        let [from, to, start] = [row.valid_from, row.valid_to, row.dtstart].map(|day| day.and_then(civil_date));
        if let (Some(from), Some(to)) = (from.or(start).or(to), to.or(start).or(from)) {
            self.exceptions.push(Exception {
                from,
                to,
                opening,
                notes: row.notes.clone(),
                zone,
            });
        }
    }

    /// What is really known, whatever the record claims: hours without a row a clock could use are not known.
    pub fn known(&self) -> HoursKnown {
        match self.known {
            HoursKnown::Always => HoursKnown::Always,
            _ if self.regular.iter().any(|row| !row.when.is_over(Date::MIN)) => HoursKnown::Known,
            // "Known" with nothing but other hours on some days still tells those days.
            HoursKnown::Known if self.exceptions.iter().any(|row| row.opening.is_some()) => HoursKnown::Known,
            _ => HoursKnown::Unknown,
        }
    }

    /// What is known of a day.
    pub fn on(&self, day: Date) -> Day {
        if let Some(exceptions) = self.exceptions_on(day) {
            let mut openings: Vec<_> = exceptions.iter().filter_map(|exception| exception.opening.clone()).collect();
            if exceptions.iter().any(|exception| exception.opening.is_none()) || openings.is_empty() {
                let notes = exceptions
                    .iter()
                    .map(|e| &e.notes)
                    .find(|notes| !notes.is_empty())
                    .cloned()
                    .unwrap_or_default();
                return Day::Closed { is_exception: true, notes };
            }
            sort(&mut openings);
            return Day::Open {
                openings,
                is_exception: true,
            };
        }
        match self.known() {
            HoursKnown::Unknown => Day::Unknown,
            HoursKnown::Always => Day::Open {
                openings: vec![around_the_clock()],
                is_exception: false,
            },
            HoursKnown::Known => {
                let mut openings: Vec<_> = self
                    .regular
                    .iter()
                    .filter(|row| row.when.covers(day))
                    .map(|row| row.opening.clone())
                    .collect();
                sort(&mut openings);
                if openings.is_empty() {
                    Day::Closed {
                        is_exception: false,
                        notes: Words::default(),
                    }
                } else {
                    Day::Open {
                        openings,
                        is_exception: false,
                    }
                }
            }
        }
    }

    /// What is known of a moment: open until when, or closed until when.
    pub fn at(&self, now: Timestamp) -> Moment {
        match self.known() {
            HoursKnown::Unknown => return Moment::Unknown,
            HoursKnown::Always if self.exceptions.is_empty() => return Moment::Always,
            _ => {}
        }
        let today = now.to_zoned(self.zone.clone()).date();
        // Yesterday's night may not be over yet; zones of rows differ from ours by less than two days.
        let mut stretches = self.stretches(today.saturating_sub(Span::new().days(2)), 12);
        stretches.sort_by_key(|stretch| stretch.from);
        let current: Vec<_> = stretches.iter().filter(|stretch| stretch.from <= now && now < stretch.to).collect();
        let Some(first) = current.iter().map(|stretch| stretch.to).max() else {
            return Moment::Closed {
                next: self.next_opening(now),
            };
        };
        let is_appointment = current.iter().all(|stretch| stretch.is_appointment);
        let alike = stretches
            .iter()
            .filter(|stretch| stretch.is_appointment == is_appointment || !is_appointment);
        let until = alike.fold(
            first,
            |until, stretch| if stretch.from <= until { until.max(stretch.to) } else { until },
        );
        if until >= now + jiff::SignedDuration::from_hours(8 * 24) {
            return Moment::Always;
        }
        Moment::Open {
            until: until.to_zoned(self.zone.clone()),
            is_appointment,
        }
    }

    /// When it opens next after this moment, within a year.
    pub fn next_opening(&self, now: Timestamp) -> Option<Zoned> {
        let today = now.to_zoned(self.zone.clone()).date().saturating_sub(Span::new().days(2));
        let mut best: Option<Timestamp> = None;
        for (ahead, day) in recurrence::following(today).take(HORIZON).enumerate() {
            let next = self
                .stretches(day, 1)
                .iter()
                .map(|stretch| stretch.from)
                .filter(|from| *from > now)
                .min();
            // A row in another zone may open earlier on the following day of its own.
            if best.is_some() {
                best = best.min(next.or(best));
                break;
            }
            best = next;
            if ahead > 3 && self.regular.is_empty() && self.exceptions.iter().all(|exception| exception.to < day) {
                break;
            }
        }
        best.map(|from| from.to_zoned(self.zone.clone()))
    }

    /// Each day of the week that begins on this day.
    pub fn week(&self, first: Date) -> Vec<(Date, Day)> {
        recurrence::following(first).take(7).map(|day| (day, self.on(day))).collect()
    }

    /// The open minutes of one very week, counted from its first midnight, joined and in order: exceptions and rules of the
    /// month are in it. Unknown hours have none.
    pub fn minutes_of_week(&self, monday: Date) -> Vec<(u16, u16)> {
        let mut minutes = Vec::new();
        let eve = monday.yesterday().unwrap_or(monday);
        for (day, offset) in recurrence::following(eve).take(8).zip(-1_i32..) {
            if let Day::Open { openings, .. } = self.on(day) {
                minutes.extend(openings.iter().map(|opening| {
                    let (from, to) = opening.minutes();
                    (offset * 24 * 60 + from, offset * 24 * 60 + to)
                }));
            }
        }
        joined(minutes)
    }

    /// The open minutes of a usual week as of this day, for an index that outlives the week: only what repeats every week.
    pub fn usual_minutes(&self, today: Date) -> Vec<(u16, u16)> {
        if self.known() == HoursKnown::Always {
            return vec![(0, WEEK)];
        }
        let mut minutes = Vec::new();
        for row in &self.regular {
            for day in row.when.usual_days(today) {
                let offset = i32::from(day.to_monday_zero_offset()) * 24 * 60;
                let (from, to) = row.opening.minutes();
                minutes.push((offset + from, offset + to));
                // What goes past Sunday's midnight comes round on Monday.
                minutes.push((offset + from - i32::from(WEEK), offset + to - i32::from(WEEK)));
            }
        }
        joined(minutes)
    }

    fn exceptions_on(&self, day: Date) -> Option<Vec<&Exception>> {
        let covering: Vec<_> = self.exceptions.iter().filter(|e| e.from <= day && day <= e.to).collect();
        let length = |exception: &Exception| (exception.to - exception.from).get_days();
        // The day named most narrowly wins: one open day within a month of closing.
        let shortest = covering.iter().map(|exception| length(exception)).min()?;
        Some(covering.into_iter().filter(|exception| length(exception) == shortest).collect())
    }

    fn stretches(&self, first: Date, days: usize) -> Vec<Stretch> {
        let mut all = Vec::new();
        for day in recurrence::following(first).take(days) {
            if let Some(exceptions) = self.exceptions_on(day) {
                if exceptions.iter().all(|exception| exception.opening.is_some()) {
                    all.extend(exceptions.iter().filter_map(|e| e.opening.as_ref()?.stretch(day, &e.zone)));
                }
            } else if self.known == HoursKnown::Always {
                all.extend(around_the_clock().stretch(day, &self.zone));
            } else {
                let rows = self.regular.iter().filter(|row| row.when.covers(day));
                all.extend(rows.filter_map(|row| row.opening.stretch(day, &row.zone)));
            }
        }
        all
    }
}

const WEEK: u16 = 7 * 24 * 60;

fn around_the_clock() -> Opening {
    Opening {
        opens: Time::midnight(),
        closes: Time::midnight(),
        is_appointment: false,
        notes: Words::default(),
    }
}

fn sort(openings: &mut Vec<Opening>) {
    openings.sort_by_key(|opening| (opening.opens, opening.minutes().1));
    openings.dedup();
}

/// Overlapping and touching intervals become one; what lies outside of the week is cut off.
fn joined(mut minutes: Vec<(i32, i32)>) -> Vec<(u16, u16)> {
    minutes.sort_unstable();
    let mut all: Vec<(u16, u16)> = Vec::new();
    for (from, to) in minutes {
        let cut = |minute: i32| u16::try_from(minute.clamp(0, i32::from(WEEK))).unwrap_or(WEEK);
        let (from, to) = (cut(from), cut(to));
        match all.last_mut() {
            _ if from >= to => {}
            Some(last) if from <= last.1 => last.1 = last.1.max(to),
            _ => all.push((from, to)),
        }
    }
    all
}

#[cfg(test)]
mod tests;
