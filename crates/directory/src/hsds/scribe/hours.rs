//! Schedules as the standard has them.
use super::Scribe;
use crate::hours::{civil_date, zone_of};
use crate::hsds::record::Record;
use crate::hsds::values::time;
use crate::model::{Freq, Kind, Schedule, ScheduleKind, Weekday};
use chrono::NaiveTime;
use jiff::civil::Date;
use jiff::tz::{Offset, TimeZone};
use uuid::Uuid;

impl Scribe {
    /// A row of opening hours. Closed days have borders and no times; only our profile says that they are closed.
    pub fn schedule(&self, row: &Schedule) -> Record {
        let own = row.timezone.as_deref().and_then(zone_of);
        let zone = own.as_ref().unwrap_or(&self.zone);
        let offset = self.offset(row, zone);
        let day = |day: Option<chrono::NaiveDate>| day.map(|day| day.to_string());
        Record::new(Kind::Schedule, row.id)
            .id("service_id", row.service_id)
            .id("location_id", row.location_id)
            .id("service_at_location_id", row.service_at_location_id)
            .may("valid_from", day(row.valid_from))
            .may("valid_to", day(row.valid_to))
            .may("dtstart", day(row.dtstart))
            .put("timezone", hours_of(offset))
            .may("until", day(row.until))
            .may("count", row.count)
            .may("wkst", row.wkst.map(Weekday::code))
            .may("freq", row.freq.map(Freq::code))
            .may("interval", row.interval)
            .text("byday", row.byday.as_deref())
            .text("byweekno", row.byweekno.as_deref())
            .text("bymonthday", row.bymonthday.as_deref())
            .text("byyearday", row.byyearday.as_deref())
            .words(self.lang, "description", &row.description)
            .may("opens_at", row.opens_at.map(|opens| time(opens, offset)))
            .may("closes_at", row.closes_at.map(|closes| time(end_of_day(closes), offset)))
            .uri("schedule_link", row.schedule_link.as_deref())
            .text("attending_type", row.attending_type.as_deref())
            .words(self.lang, "notes", &row.notes)
            .may("exception", (row.kind != ScheduleKind::Regular).then(|| row.kind.code()))
            .text("bymonth", row.bymonth.as_deref())
            .text("timezone_name", zone.iana_name())
            .flag("is_by_appointment", row.is_appointment)
    }

    /// The row the standard wants for what is open around the clock and has no rows: every day from 00:00 to 23:59.
    /// Its id follows from its owner's, so it is the same every time.
    pub fn around_the_clock(&self, owner: Kind, owner_id: Uuid) -> Record {
        let of = |kind: Kind| (owner == kind).then_some(owner_id);
        let offset = self.zone.to_offset(instant(self.today, &self.zone));
        let clock = |hour: u32, minute: u32| NaiveTime::from_hms_opt(hour, minute, 0).map(|clock| time(clock, offset));
        Record::new(Kind::Schedule, Uuid::new_v5(&owner_id, b"around the clock"))
            .id("service_id", of(Kind::Service))
            .id("location_id", of(Kind::Location))
            .id("service_at_location_id", of(Kind::ServiceAtLocation))
            .put("timezone", hours_of(offset))
            .put("freq", Freq::Weekly.code())
            .put("interval", 1)
            .put("byday", Weekday::ALL.iter().map(|day| day.code()).collect::<Vec<_>>().join(","))
            .may("opens_at", clock(0, 0))
            .may("closes_at", clock(23, 59))
            .text("timezone_name", self.zone.iana_name())
    }

    /// The zone's distance from UTC on the day of the row that is nearest to today.
    fn offset(&self, row: &Schedule, zone: &TimeZone) -> Offset {
        let first = row.dtstart.max(row.valid_from).and_then(civil_date);
        let last = row.until.or(row.valid_to).and_then(civil_date);
        let mut day = self.today;
        day = last.map_or(day, |last| day.min(last));
        day = first.map_or(day, |first| day.max(first));
        zone.to_offset(instant(day, zone))
    }
}

/// Noon: no zone changes its clocks then.
fn instant(day: Date, zone: &TimeZone) -> jiff::Timestamp {
    zone.to_ambiguous_timestamp(day.at(12, 0, 0, 0))
        .compatible()
        .unwrap_or(jiff::Timestamp::UNIX_EPOCH)
}

/// The standard has no 24:00.
fn end_of_day(closes: NaiveTime) -> NaiveTime {
    if closes == NaiveTime::MIN {
        NaiveTime::from_hms_opt(23, 59, 0).unwrap_or(closes)
    } else {
        closes
    }
}

/// `timezone` counts hours; Nepal's are not whole.
fn hours_of(offset: Offset) -> serde_json::Value {
    if offset.seconds() % 3600 == 0 {
        (offset.seconds() / 3600).into()
    } else {
        (f64::from(offset.seconds()) / 3600.0).into()
    }
}
