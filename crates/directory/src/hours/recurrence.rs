//! On which days a row of opening hours speaks: the recurrences of RFC 5545, as far as the standard has them.
use crate::model::{Freq, Schedule, Weekday};
use jiff::civil::{self, Date};

/// The days a schedule row means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recurrence {
    pub(super) pattern: Pattern,
    /// Every week or month, or every second, third…
    pub(super) interval: i32,
    /// Months of the year; every month when empty.
    pub(super) months: Vec<i8>,
    /// The day from which intervals are counted.
    anchor: Option<Date>,
    pub(super) first: Option<Date>,
    pub(super) last: Option<Date>,
    week_start: civil::Weekday,
}

/// What repeats.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Pattern {
    /// Days of the week, perhaps only in some weeks of the year.
    Weekly { days: Vec<civil::Weekday>, weeks: Vec<i8> },
    /// Days of the week by the month (the first and third Saturday; nought means every), days of the month, or both at once.
    Monthly {
        weekdays: Vec<(i8, civil::Weekday)>,
        days: Vec<i8>,
    },
    /// Days of the year.
    Yearly(Vec<i16>),
    /// A single day.
    Once(Date),
    /// Every day between the borders.
    Daily,
    /// The row names no day.
    Never,
}

/// Rows that end after a number of times are followed this far, so that a foreign row cannot keep us counting.
const FARTHEST: usize = 20 * 366;

impl Recurrence {
    /// Reads the columns of a row. What is not understood is left out; a row of which nothing is left covers no day.
    pub fn of(row: &Schedule) -> Self {
        let start = row.dtstart.and_then(super::civil_date);
        let valid = (row.valid_from.and_then(super::civil_date), row.valid_to.and_then(super::civil_date));
        let until = row.until.and_then(super::civil_date);
        let mut new = Self {
            pattern: pattern(row, start, valid),
            interval: row.interval.unwrap_or(1).max(1),
            months: numbers(row.bymonth.as_deref()),
            anchor: start.or(valid.0),
            first: start.max(valid.0),
            last: match (until, valid.1) {
                (Some(until), Some(valid)) => Some(until.min(valid)),
                (until, valid) => until.or(valid),
            },
            week_start: row.wkst.map_or(civil::Weekday::Monday, weekday),
        };
        if let (Some(count), Some(start)) = (row.count.and_then(|count| usize::try_from(count).ok()), start) {
            let days = following(start).take(FARTHEST);
            let last = days.filter(|day| new.repeats_on(*day)).take(count).last();
            // A row that happens no times ends before it begins.
            let last = last.or_else(|| start.yesterday().ok());
            new.last = match (new.last, last) {
                (Some(a), Some(b)) => Some(a.min(b)),
                (a, b) => a.or(b),
            };
        }
        new
    }

    /// Does the row speak of this day?
    pub fn covers(&self, day: Date) -> bool {
        self.first.is_none_or(|first| first <= day) && self.last.is_none_or(|last| day <= last) && self.repeats_on(day)
    }

    /// Will the row still speak on this day or later?
    pub fn is_over(&self, day: Date) -> bool {
        self.pattern == Pattern::Never || self.last.is_some_and(|last| last < day)
    }

    fn repeats_on(&self, day: Date) -> bool {
        if !self.months.is_empty() && !self.months.contains(&day.month()) {
            return false;
        }
        match &self.pattern {
            Pattern::Weekly { days, weeks } => {
                days.contains(&day.weekday()) && self.is_week_due(day) && (weeks.is_empty() || is_week_of_year(day, weeks))
            }
            Pattern::Monthly { weekdays, days } => {
                (weekdays.is_empty() || weekdays.iter().any(|(nth, weekday)| is_nth(day, *nth, *weekday)))
                    && (days.is_empty() || days.iter().any(|wanted| is_counted(day.day(), day.days_in_month(), *wanted)))
                    && self.is_month_due(day)
            }
            Pattern::Yearly(days) => days.iter().any(|wanted| is_counted(day.day_of_year(), day.days_in_year(), *wanted)),
            Pattern::Once(only) => day == *only,
            Pattern::Daily => true,
            Pattern::Never => false,
        }
    }

    fn is_week_due(&self, day: Date) -> bool {
        let Some(anchor) = self.anchor.filter(|_| self.interval > 1) else {
            return true;
        };
        let week_of = |day: Date| day.checked_sub(jiff::Span::new().days(day.weekday().since(self.week_start)));
        match (week_of(anchor), week_of(day)) {
            (Ok(first), Ok(this)) => ((this - first).get_days() / 7).rem_euclid(self.interval) == 0,
            _ => false,
        }
    }

    fn is_month_due(&self, day: Date) -> bool {
        let Some(anchor) = self.anchor.filter(|_| self.interval > 1) else {
            return true;
        };
        let months = |day: Date| i32::from(day.year()) * 12 + i32::from(day.month());
        (months(day) - months(anchor)).rem_euclid(self.interval) == 0
    }
}

fn pattern(row: &Schedule, start: Option<Date>, valid: (Option<Date>, Option<Date>)) -> Pattern {
    let weekdays = weekdays(row.byday.as_deref());
    let month_days: Vec<i8> = numbers(row.bymonthday.as_deref());
    let year_days: Vec<i16> = numbers(row.byyearday.as_deref());
    let is_by_month = !month_days.is_empty() || weekdays.iter().any(|(nth, _)| *nth != 0);
    match row.freq {
        Some(Freq::Monthly) if weekdays.is_empty() && month_days.is_empty() => match start {
            Some(start) => Pattern::Monthly {
                weekdays,
                days: vec![start.day()],
            },
            None => Pattern::Never,
        },
        Some(Freq::Monthly) => Pattern::Monthly {
            weekdays,
            days: month_days,
        },
        None if is_by_month => Pattern::Monthly {
            weekdays,
            days: month_days,
        },
        Some(Freq::Weekly) | None if !weekdays.is_empty() => {
            let days = weekdays.into_iter().map(|(_, weekday)| weekday).collect();
            Pattern::Weekly {
                days,
                weeks: numbers(row.byweekno.as_deref()),
            }
        }
        Some(Freq::Weekly) => match start {
            Some(start) => Pattern::Weekly {
                days: vec![start.weekday()],
                weeks: numbers(row.byweekno.as_deref()),
            },
            None => Pattern::Never,
        },
        None if !year_days.is_empty() => Pattern::Yearly(year_days),
        None => match (start, valid) {
            (Some(start), _) => Pattern::Once(start),
            (None, (Some(_), Some(_))) => Pattern::Daily,
            _ => Pattern::Never,
        },
    }
}

fn weekday(day: Weekday) -> civil::Weekday {
    match day {
        Weekday::Monday => civil::Weekday::Monday,
        Weekday::Tuesday => civil::Weekday::Tuesday,
        Weekday::Wednesday => civil::Weekday::Wednesday,
        Weekday::Thursday => civil::Weekday::Thursday,
        Weekday::Friday => civil::Weekday::Friday,
        Weekday::Saturday => civil::Weekday::Saturday,
        Weekday::Sunday => civil::Weekday::Sunday,
    }
}

/// This day and those after it.
pub(super) fn following(day: Date) -> impl Iterator<Item = Date> {
    std::iter::successors(Some(day), |day| day.tomorrow().ok())
}

/// Is this day the nth such weekday of its month? Negative ones count from the month's end, nought means every one.
fn is_nth(day: Date, nth: i8, weekday: civil::Weekday) -> bool {
    day.weekday() == weekday
        && match nth {
            0 => true,
            1.. => (day.day() - 1) / 7 + 1 == nth,
            ..0 => (day.days_in_month() - day.day()) / 7 + 1 == -nth,
        }
}

/// Is `place` of `all` the wanted one? Negative ones count from the end.
fn is_counted<N: Copy + PartialEq + PartialOrd + From<i8> + std::ops::Add<Output = N>>(place: N, all: N, wanted: N) -> bool {
    if wanted < N::from(0) {
        all + wanted + N::from(1) == place
    } else {
        wanted == place
    }
}

fn is_week_of_year(day: Date, weeks: &[i8]) -> bool {
    let week = day.iso_week_date();
    weeks.iter().any(|wanted| is_counted(week.week(), week.weeks_in_year(), *wanted))
}

/// Words of a list as people write them: parted by commas, semicolons or spaces.
fn words(list: Option<&str>) -> impl Iterator<Item = &str> {
    list.unwrap_or("")
        .split(|c: char| c == ',' || c == ';' || c.is_whitespace())
        .filter(|word| !word.is_empty())
}

fn numbers<N: std::str::FromStr>(list: Option<&str>) -> Vec<N> {
    words(list).filter_map(|word| word.parse().ok()).collect()
}

/// `MO`, `mo`, `1SA`, `-1FR`; also whole English names, which begin with the same two letters.
fn weekdays(list: Option<&str>) -> Vec<(i8, civil::Weekday)> {
    let read = |word: &str| {
        let letters = word.find(|c: char| c.is_ascii_alphabetic())?;
        let (nth, name) = word.split_at(letters);
        let nth = if nth.is_empty() { 0 } else { nth.parse().ok()? };
        let name = name.get(..2)?.to_ascii_uppercase();
        Weekday::parse(&name).map(|day| (nth, weekday(day)))
    };
    words(list).filter_map(read).collect()
}

/// The standard's name of a day of the week.
pub(super) fn named(day: civil::Weekday) -> Weekday {
    match day {
        civil::Weekday::Monday => Weekday::Monday,
        civil::Weekday::Tuesday => Weekday::Tuesday,
        civil::Weekday::Wednesday => Weekday::Wednesday,
        civil::Weekday::Thursday => Weekday::Thursday,
        civil::Weekday::Friday => Weekday::Friday,
        civil::Weekday::Saturday => Weekday::Saturday,
        civil::Weekday::Sunday => Weekday::Sunday,
    }
}
