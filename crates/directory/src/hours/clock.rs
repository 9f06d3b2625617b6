//! Days, times and zones of the database as those of the calendar.
use jiff::civil::{Date, Time};
use jiff::tz::{Offset, TimeZone};

/// A day of the database as a day of the calendar.
pub fn civil_date(day: chrono::NaiveDate) -> Option<Date> {
    use chrono::Datelike;
    Date::new(
        day.year().try_into().ok()?,
        day.month().try_into().ok()?,
        day.day().try_into().ok()?,
    )
    .ok()
}

/// A time of the database as a time of the clock.
pub(super) fn civil_time(time: chrono::NaiveTime) -> Option<Time> {
    use chrono::Timelike;
    Time::new(
        time.hour().try_into().ok()?,
        time.minute().try_into().ok()?,
        time.second().try_into().ok()?,
        0,
    )
    .ok()
}

/// A zone by its IANA name, or by an offset as the standard has it: `3`, `-5.5`, `+03:00`.
pub fn zone_of(name: &str) -> Option<TimeZone> {
    let name = name.trim();
    if name.is_empty() {
        return None;
    }
    if name.starts_with(|c: char| c.is_ascii_alphabetic()) {
        return TimeZone::get(name).ok();
    }
    let minutes = if let Some((hours, minutes)) = name.split_once(':') {
        let hours_: i32 = hours.parse().ok()?;
        let minutes: i32 = minutes.parse().ok().filter(|minutes| (0..60).contains(minutes))?;
        hours_
            .checked_mul(60)?
            .checked_add(if hours.starts_with('-') { -minutes } else { minutes })?
    } else {
        let hours: f64 = name.parse().ok()?;
        // Quarters of an hour are the finest zones there are.
        let quarters = (-56..=56).find(|quarter| (f64::from(*quarter) - hours * 4.0).abs() < 0.01)?;
        quarters * 15
    };
    Offset::from_seconds(minutes.checked_mul(60)?).ok().map(TimeZone::fixed)
}
