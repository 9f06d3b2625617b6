use super::*;
use crate::model::{Freq, Weekday};
use jiff::civil::date;
use kolo_words::Lang;
use proptest::prelude::*;
use uuid::Uuid;

fn row() -> Schedule {
    Schedule {
        id: Uuid::nil(),
        community_id: Uuid::nil(),
        service_id: None,
        location_id: None,
        service_at_location_id: None,
        kind: ScheduleKind::Regular,
        valid_from: None,
        valid_to: None,
        dtstart: None,
        timezone: None,
        until: None,
        count: None,
        wkst: None,
        freq: None,
        interval: None,
        byday: None,
        byweekno: None,
        bymonthday: None,
        byyearday: None,
        bymonth: None,
        description: Words::default(),
        opens_at: None,
        closes_at: None,
        is_appointment: false,
        schedule_link: None,
        attending_type: None,
        notes: Words::default(),
        position: 0,
    }
}

fn time(text: &str) -> Option<chrono::NaiveTime> {
    chrono::NaiveTime::parse_from_str(text, "%H:%M").ok()
}

fn day(text: &str) -> Option<chrono::NaiveDate> {
    text.parse().ok()
}

fn weekly(days: &str, opens: &str, closes: &str) -> Schedule {
    Schedule {
        freq: Some(Freq::Weekly),
        byday: Some(days.to_owned()),
        opens_at: time(opens),
        closes_at: time(closes),
        ..row()
    }
}

fn monthly(days: &str, opens: &str, closes: &str) -> Schedule {
    Schedule {
        freq: Some(Freq::Monthly),
        ..weekly(days, opens, closes)
    }
}

fn closed(from: &str, to: &str) -> Schedule {
    Schedule {
        kind: ScheduleKind::Closed,
        valid_from: day(from),
        valid_to: day(to),
        ..row()
    }
}

fn instead(on: &str, opens: &str, closes: &str) -> Schedule {
    Schedule {
        kind: ScheduleKind::Instead,
        valid_from: day(on),
        valid_to: day(on),
        opens_at: time(opens),
        closes_at: time(closes),
        ..row()
    }
}

fn zone(name: &str) -> TimeZone {
    TimeZone::get(name).unwrap()
}

fn kyiv(rows: &[Schedule]) -> Hours {
    Hours::new(HoursKnown::Known, rows, &zone("Europe/Kyiv"))
}

/// The hours of a day as one line: `10:00-18:00 closed unknown`.
fn said(day: &Day) -> String {
    match day {
        Day::Unknown => "unknown".to_owned(),
        Day::Closed { is_exception, .. } => if *is_exception { "closed!" } else { "closed" }.to_owned(),
        Day::Open { openings, is_exception } => openings_said(openings) + if *is_exception { "!" } else { "" },
    }
}

fn openings_said(openings: &[Opening]) -> String {
    openings
        .iter()
        .map(|o| format!("{}-{}", o.opens_label(), o.closes_label()))
        .collect::<Vec<_>>()
        .join(" ")
}

/// A moment as one line: `open until 18:00`, `closed until 2026-03-02T10:00`.
fn asked(hours: &Hours, at: &str) -> String {
    match hours.at(at.parse().unwrap()) {
        Moment::Unknown => "unknown".to_owned(),
        Moment::Always => "always".to_owned(),
        Moment::Open { until, is_appointment } => {
            format!(
                "{} until {}",
                if is_appointment { "by appointment" } else { "open" },
                until.strftime("%FT%H:%M%:z")
            )
        }
        Moment::Closed { next: Some(next) } => format!("closed until {}", next.strftime("%FT%H:%M%:z")),
        Moment::Closed { next: None } => "closed".to_owned(),
    }
}

fn board(hours: &Hours, today: Date) -> Vec<String> {
    let table = hours.timetable(today);
    let run = |run: &Run| {
        if run.first == run.last {
            run.first.to_string()
        } else {
            format!("{}-{}", run.first, run.last)
        }
    };
    let runs = |all: &[Run]| all.iter().map(run).collect::<Vec<_>>().join(",");
    let lines = table.lines.iter().map(|line| {
        let days = match &line.repeat {
            Repeat::Weekly(days) => runs(days),
            Repeat::EveryWeeks { weeks, runs: days, next } => format!("every {weeks} weeks {} next {}", runs(days), next.unwrap()),
            Repeat::MonthlyWeekdays { nths, weekday, months } => format!("{nths:?}{weekday}/{months}"),
            Repeat::MonthDays { days, months } => format!("{days:?}/{months}"),
            Repeat::Days(days) => days.iter().map(ToString::to_string).collect::<Vec<_>>().join(","),
        };
        let from = line.from.map_or(String::new(), |day| format!(" from {day}"));
        let until = line.until.map_or(String::new(), |day| format!(" until {day}"));
        format!("{days}: {}{from}{until}", openings_said(&line.openings))
    });
    let exceptions = table
        .exceptions
        .iter()
        .map(|line| format!("{}..{}: {}", line.from, line.to, openings_said(&line.openings)));
    lines.chain(exceptions).collect()
}

#[test]
fn a_usual_week_is_read_day_by_day() {
    let hours = kyiv(&[
        weekly("MO,TU,WE,TH,FR", "10:00", "13:00"),
        weekly("MO,TU,WE,TH,FR", "14:00", "18:00"),
        weekly("SU", "10:00", "17:00"),
    ]);
    // A week in March 2026 begins on Monday the 2nd.
    let days: Vec<_> = hours.week(date(2026, 3, 2)).iter().map(|(_, day)| said(day)).collect();
    let work = "10:00-13:00 14:00-18:00";
    assert_eq!(days, [work, work, work, work, work, "closed", "10:00-17:00"]);
    assert_eq!(asked(&hours, "2026-03-02T07:59:00Z"), "closed until 2026-03-02T10:00+02:00");
    assert_eq!(asked(&hours, "2026-03-02T08:00:00Z"), "open until 2026-03-02T13:00+02:00");
    assert_eq!(asked(&hours, "2026-03-02T11:00:00Z"), "closed until 2026-03-02T14:00+02:00");
    assert_eq!(asked(&hours, "2026-03-06T16:00:00Z"), "closed until 2026-03-08T10:00+02:00");
}

#[test]
fn unknown_is_not_closed_and_always_is_neither() {
    let unknown = Hours::new(HoursKnown::Unknown, &[], &zone("Europe/Kyiv"));
    assert_eq!(
        (said(&unknown.on(date(2026, 3, 2))), asked(&unknown, "2026-03-02T08:00:00Z")),
        ("unknown".into(), "unknown".into())
    );
    assert_eq!(unknown.minutes_of_week(date(2026, 3, 2)), []);
    // Claimed to be known, but no row says when.
    assert_eq!(said(&kyiv(&[weekly("", "10:00", "18:00")]).on(date(2026, 3, 2))), "unknown");
    let always = Hours::new(HoursKnown::Always, &[], &zone("Europe/Kyiv"));
    assert_eq!(
        (said(&always.on(date(2026, 3, 2))), asked(&always, "2026-03-02T02:00:00Z")),
        ("00:00-24:00".into(), "always".into())
    );
    assert_eq!(always.usual_minutes(date(2026, 3, 2)), [(0, WEEK)]);
    // The standard writes around the clock as rows.
    let rows = kyiv(&[weekly("MO,TU,WE,TH,FR,SA,SU", "00:00", "23:59")]);
    assert_eq!(asked(&rows, "2026-03-02T21:59:30Z"), "always");
    assert_eq!(rows.minutes_of_week(date(2026, 3, 2)), [(0, WEEK)]);
}

#[test]
fn a_day_of_closing_overrules_the_week_and_the_narrowest_exception_wins() {
    let hours = kyiv(&[
        weekly("MO,TU,WE,TH,FR", "10:00", "18:00"),
        closed("2026-12-24", "2027-01-03"),
        instead("2026-12-28", "11:00", "13:00"),
        instead("2026-12-28", "15:00", "16:00"),
    ]);
    assert_eq!(said(&hours.on(date(2026, 12, 23))), "10:00-18:00");
    assert_eq!(said(&hours.on(date(2026, 12, 25))), "closed!");
    assert_eq!(said(&hours.on(date(2026, 12, 28))), "11:00-13:00 15:00-16:00!");
    assert_eq!(asked(&hours, "2026-12-28T14:30:00Z"), "closed until 2027-01-04T10:00+02:00");
    assert_eq!(
        board(&hours, date(2026, 12, 1)),
        [
            "MO-FR: 10:00-18:00",
            "SA-SU: ",
            "2026-12-24..2027-01-03: ",
            "2026-12-28..2026-12-28: 11:00-13:00 15:00-16:00",
        ]
    );
    // Past exceptions are of no interest.
    assert_eq!(board(&hours, date(2027, 1, 4)).len(), 2);
    // Around the clock, but not at Christmas.
    let always = Hours::new(HoursKnown::Always, &[closed("2026-12-25", "2026-12-25")], &zone("Europe/Kyiv"));
    assert_eq!(asked(&always, "2026-12-24T20:00:00Z"), "open until 2026-12-25T00:00+02:00");
    assert_eq!(asked(&always, "2026-12-25T10:00:00Z"), "closed until 2026-12-26T00:00+02:00");
}

#[test]
fn the_board_joins_neighbouring_days_with_the_same_hours() {
    let hours = kyiv(&[
        weekly("MO,TU,WE,FR", "10:00", "18:00"),
        weekly("TH", "12:00", "20:00"),
        monthly("1SA,3SA", "11:00", "13:00"),
        monthly("-1FR", "18:00", "20:00"),
        Schedule {
            byday: None,
            bymonthday: Some("1,15,-1".to_owned()),
            ..monthly("", "09:00", "10:00")
        },
        Schedule {
            interval: Some(2),
            dtstart: day("2026-03-01"),
            ..weekly("SU", "12:00", "14:00")
        },
        Schedule {
            valid_from: day("2026-06-01"),
            valid_to: day("2026-08-31"),
            ..weekly("SA", "09:00", "12:00")
        },
    ]);
    assert_eq!(
        board(&hours, date(2026, 3, 2)),
        [
            "MO-WE,FR: 10:00-18:00",
            "TH: 12:00-20:00",
            "SA: 09:00-12:00 from 2026-06-01 until 2026-08-31",
            "[1, 3]SA/1: 11:00-13:00",
            "[-1]FR/1: 18:00-20:00",
            "[1, 15, -1]/1: 09:00-10:00",
            "every 2 weeks SU next 2026-03-15: 12:00-14:00",
        ]
    );
}

#[test]
fn the_first_and_third_saturday_are_found_in_every_month() {
    let hours = kyiv(&[monthly("1SA,3SA", "11:00", "13:00")]);
    let open: Vec<_> = recurrence::following(date(2026, 5, 1))
        .take(61)
        .filter(|d| said(&hours.on(*d)) != "closed")
        .collect();
    assert_eq!(open, [date(2026, 5, 2), date(2026, 5, 16), date(2026, 6, 6), date(2026, 6, 20)]);
    assert_eq!(asked(&hours, "2026-05-16T10:00:00Z"), "closed until 2026-06-06T11:00+03:00");
    // They are in the very week, not in the usual one.
    assert_eq!(hours.minutes_of_week(date(2026, 5, 11)), [(5 * 1440 + 660, 5 * 1440 + 780)]);
    assert_eq!(hours.usual_minutes(date(2026, 5, 11)), []);
}

#[test]
fn a_night_belongs_to_the_day_on_which_it_began() {
    let hours = kyiv(&[weekly("FR,SA", "20:00", "02:00")]);
    assert_eq!(asked(&hours, "2026-03-06T23:30:00Z"), "open until 2026-03-07T02:00+02:00");
    assert_eq!(asked(&hours, "2026-03-08T00:30:00Z"), "closed until 2026-03-13T20:00+02:00");
    // Sunday's night comes round on Monday.
    let sunday = kyiv(&[weekly("SU", "22:00", "04:00")]);
    assert_eq!(sunday.usual_minutes(date(2026, 3, 2)), [(0, 240), (6 * 1440 + 1320, WEEK)]);
    assert_eq!(sunday.minutes_of_week(date(2026, 3, 2)), [(0, 240), (6 * 1440 + 1320, WEEK)]);
    // Closing a day does not shorten the night before it.
    let hours = kyiv(&[weekly("FR,SA", "20:00", "02:00"), closed("2026-03-07", "2026-03-07")]);
    assert_eq!(asked(&hours, "2026-03-06T23:30:00Z"), "open until 2026-03-07T02:00+02:00");
    assert_eq!(asked(&hours, "2026-03-07T19:00:00Z"), "closed until 2026-03-13T20:00+02:00");
}

#[test]
fn summer_time_in_kyiv_moves_no_door() {
    let hours = kyiv(&[weekly("MO,SA,SU", "09:00", "18:00")]);
    // Clocks go forward on Sunday the 29th of March 2026 at 3:00, back on the 25th of October at 4:00.
    assert_eq!(asked(&hours, "2026-03-28T16:30:00Z"), "closed until 2026-03-29T09:00+03:00");
    assert_eq!(asked(&hours, "2026-03-29T06:00:00Z"), "open until 2026-03-29T18:00+03:00");
    assert_eq!(asked(&hours, "2026-10-24T15:30:00Z"), "closed until 2026-10-25T09:00+02:00");
    assert_eq!(asked(&hours, "2026-10-25T15:59:00Z"), "open until 2026-10-25T18:00+02:00");
    // A night shift lasts an hour less, an hour more; a time that does not exist is taken an hour later.
    let night = kyiv(&[weekly("SA", "22:00", "06:00"), weekly("SU", "03:30", "03:45")]);
    assert_eq!(asked(&night, "2026-03-28T20:00:00Z"), "open until 2026-03-29T06:00+03:00");
    assert_eq!(asked(&night, "2026-10-24T19:00:00Z"), "open until 2026-10-25T06:00+02:00");
    let gap = kyiv(&[weekly("SU", "03:30", "03:45")]);
    assert_eq!(asked(&gap, "2026-03-28T22:00:00Z"), "closed until 2026-03-29T04:30+03:00");
    // A time that happens twice is taken the first time.
    assert_eq!(asked(&gap, "2026-10-24T22:00:00Z"), "closed until 2026-10-25T03:30+03:00");
    assert_eq!(asked(&gap, "2026-10-25T01:35:00Z"), "closed until 2026-11-01T03:30+02:00");
}

#[test]
fn almaty_moved_to_another_zone_and_its_doors_kept_their_hours() {
    let hours = Hours::new(HoursKnown::Known, &[weekly("TH,FR", "09:00", "18:00")], &zone("Asia/Almaty"));
    // The night to Friday the 1st of March 2024.
    assert_eq!(asked(&hours, "2024-02-29T11:59:00Z"), "open until 2024-02-29T18:00+06:00");
    assert_eq!(asked(&hours, "2024-02-29T12:00:00Z"), "closed until 2024-03-01T09:00+05:00");
    assert_eq!(asked(&hours, "2024-03-01T12:59:00Z"), "open until 2024-03-01T18:00+05:00");
}

#[test]
fn a_row_may_have_a_zone_of_its_own() {
    let hours = kyiv(&[Schedule {
        timezone: Some("Asia/Almaty".to_owned()),
        ..weekly("MO", "01:00", "02:00")
    }]);
    assert_eq!(asked(&hours, "2026-03-01T20:30:00Z"), "open until 2026-03-01T23:00+02:00");
    for (name, minutes) in [("3", 180), ("+03:00", 180), ("-05:30", -330), ("5.75", 345), ("UTC", 0)] {
        let offset = zone_of(name).unwrap().to_offset(Timestamp::UNIX_EPOCH);
        assert_eq!(offset.seconds() / 60, minutes, "{name}");
    }
    for name in ["", "Nowhere/City", "99", "+3:99", "-"] {
        assert!(zone_of(name).is_none(), "{name}");
    }
}

#[test]
fn appointments_are_told_apart() {
    let by_appointment = Schedule {
        is_appointment: true,
        ..weekly("MO", "09:00", "10:00")
    };
    let hours = kyiv(&[by_appointment, weekly("MO", "10:00", "12:00")]);
    assert_eq!(asked(&hours, "2026-03-02T07:30:00Z"), "by appointment until 2026-03-02T10:00+02:00");
    assert_eq!(asked(&hours, "2026-03-02T08:30:00Z"), "open until 2026-03-02T12:00+02:00");
}

#[test]
fn whoever_told_hours_first_is_asked() {
    let (place, service) = ([weekly("MO", "09:00", "18:00")], [weekly("MO", "14:00", "16:00")]);
    let zone = zone("Europe/Kyiv");
    let none: &[Schedule] = &[];
    let monday = date(2026, 3, 2);
    let told = |list: [(HoursKnown, &[Schedule]); 2]| said(&Hours::first_told(list, &zone).on(monday));
    assert_eq!(told([(HoursKnown::Known, &service), (HoursKnown::Known, &place)]), "14:00-16:00");
    assert_eq!(told([(HoursKnown::Unknown, none), (HoursKnown::Known, &place)]), "09:00-18:00");
    assert_eq!(told([(HoursKnown::Unknown, none), (HoursKnown::Unknown, none)]), "unknown");
}

#[test]
fn rows_end_when_they_are_told_to() {
    let three_times = Schedule {
        dtstart: day("2026-03-02"),
        count: Some(3),
        ..weekly("MO,WE", "09:00", "10:00")
    };
    let hours = kyiv(&[three_times]);
    let open: Vec<_> = recurrence::following(date(2026, 2, 1))
        .take(90)
        .filter(|d| said(&hours.on(*d)) != "closed")
        .collect();
    assert_eq!(open, [date(2026, 3, 2), date(2026, 3, 4), date(2026, 3, 9)]);
    assert_eq!(asked(&hours, "2026-03-10T08:00:00Z"), "closed");
    let endless = Schedule {
        dtstart: day("2026-03-02"),
        count: Some(i32::MAX),
        ..weekly("MO", "09:00", "10:00")
    };
    assert_eq!(said(&kyiv(&[endless]).on(date(2027, 3, 1))), "09:00-10:00");
    let summer = kyiv(&[Schedule {
        bymonth: Some("6,7,8".to_owned()),
        ..weekly("MO", "09:00", "10:00")
    }]);
    assert_eq!(
        (said(&summer.on(date(2026, 5, 25))), said(&summer.on(date(2026, 6, 1)))),
        ("closed".into(), "09:00-10:00".into())
    );
}

#[test]
fn a_row_without_times_is_told_in_words() {
    let text = Words::one(Lang::Uk, "Щодня, крім негоди");
    let hours = kyiv(&[Schedule {
        description: text.clone(),
        ..row()
    }]);
    assert_eq!(hours.timetable(date(2026, 3, 2)).texts, [text]);
    assert_eq!(hours.known(), HoursKnown::Unknown);
}

fn rules() -> impl Strategy<Value = Schedule> {
    let days = prop::sample::subsequence(&["MO", "TU", "WE", "TH", "FR", "SA", "SU"][..], 0..=3);
    let nths = prop::collection::vec(prop::sample::select(&[0_i8, 1, 2, 3, 4, 5, 1, 3, -1, -2][..]), 3);
    let month_days = prop::collection::vec(prop_oneof![1_i8..=31, -5_i8..=-1], 0..3);
    let months = prop::sample::subsequence(&["1", "2", "6", "7", "12"][..], 0..=3);
    (
        any::<bool>(),
        days,
        nths,
        month_days,
        months,
        1..4_i32,
        0_usize..7,
        0..400_u64,
        prop::option::of(1..9_i32),
    )
        .prop_map(|(is_monthly, days, nths, month_days, months, interval, wkst, start, count)| {
            // The other library takes `WE,1SA` for nothing, where RFC 5545 means both; so all of them are counted or none.
            let is_counted = is_monthly && !nths.contains(&0);
            let nth = |nth: i8| if is_counted { nth.to_string() } else { String::new() };
            let byday: Vec<_> = days.iter().zip(nths).map(|(day, n)| nth(n) + day).collect();
            let month_days: Vec<_> = month_days.iter().filter(|_| is_monthly).map(ToString::to_string).collect();
            let some = |list: Vec<String>| (!list.is_empty()).then(|| list.join(","));
            Schedule {
                freq: Some(if is_monthly { Freq::Monthly } else { Freq::Weekly }),
                byday: some(byday),
                bymonthday: some(month_days),
                bymonth: some(months.iter().map(ToString::to_string).collect()),
                interval: Some(interval),
                wkst: Some(Weekday::ALL[wkst]),
                dtstart: day("2024-01-01").and_then(|d| d.checked_add_days(chrono::Days::new(start))),
                count,
                opens_at: time("10:00"),
                closes_at: time("11:00"),
                ..row()
            }
        })
}

/// The same rule as another library understands it.
fn by_rrule(row: &Schedule, until: chrono::NaiveDate) -> Vec<Date> {
    let start = row.dtstart.unwrap();
    let mut rule = format!(
        "FREQ={};INTERVAL={};WKST={}",
        row.freq.unwrap(),
        row.interval.unwrap(),
        row.wkst.unwrap()
    );
    for (name, list) in [("BYDAY", &row.byday), ("BYMONTHDAY", &row.bymonthday), ("BYMONTH", &row.bymonth)] {
        if let Some(list) = list {
            rule.extend([";", name, "=", list]);
        }
    }
    if let Some(count) = row.count {
        rule.extend([";COUNT=", &count.to_string()]);
    }
    let text = format!("DTSTART:{}T100000Z\nRRULE:{rule}", start.format("%Y%m%d"));
    let set: rrule::RRuleSet = text.parse().unwrap();
    let days = set.into_iter().map(|at| at.date_naive()).take_while(|day| *day <= until);
    days.filter_map(civil_date).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]
    #[test]
    fn recurrences_mean_what_icalendar_means(row in rules()) {
        let start = civil_date(row.dtstart.unwrap()).unwrap();
        let recurrence = Recurrence::of(&row);
        let ours: Vec<_> = recurrence::following(start).take(800).filter(|day| recurrence.covers(*day)).collect();
        let until = row.dtstart.unwrap() + chrono::Days::new(799);
        prop_assert_eq!(ours, by_rrule(&row, until));
    }

    #[test]
    fn open_minutes_are_in_order_and_apart(from in 0_u32..1440, to in 0_u32..1440, days in 1_usize..=7) {
        let clock = |minute: u32| format!("{:02}:{:02}", minute / 60, minute % 60);
        let list = Weekday::ALL[..days].iter().map(|day| day.code()).collect::<Vec<_>>().join(",");
        let hours = kyiv(&[weekly(&list, &clock(from), &clock(to))]);
        let minutes = hours.usual_minutes(date(2026, 3, 2));
        prop_assert!(minutes.windows(2).all(|pair| pair[0].1 < pair[1].0));
        prop_assert!(minutes.iter().all(|(from, to)| from < to && *to <= WEEK));
        prop_assert_eq!(&minutes, &hours.minutes_of_week(date(2026, 3, 2)));
    }

    #[test]
    fn an_open_moment_is_in_the_minutes_of_its_week(row in rules(), minute in 0_i64..10_080) {
        // Far from clock changes, wall time and minutes agree.
        let monday = date(2026, 6, 1);
        let hours = kyiv(std::slice::from_ref(&row));
        let zone = zone("Europe/Kyiv");
        let now = monday.to_zoned(zone).unwrap().timestamp() + jiff::SignedDuration::from_mins(minute);
        let is_open = matches!(hours.at(now), Moment::Open { .. } | Moment::Always);
        let minute = u16::try_from(minute).unwrap();
        prop_assert_eq!(is_open, hours.minutes_of_week(monday).iter().any(|(from, to)| (*from..*to).contains(&minute)));
    }
}
