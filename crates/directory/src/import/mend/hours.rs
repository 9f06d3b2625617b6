//! Times of the day and days of the week, as people write them.
use super::Remark;
use crate::model::Weekday;
use chrono::NaiveTime;

/// When it opens and closes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Hours {
    pub opens: Option<NaiveTime>,
    pub closes: Option<NaiveTime>,
    /// The offset of the zone, when the times carry one: `+02:00`.
    pub offset: Option<String>,
}

/// Both times of a row. A closing time that lies before the opening and does not say which half of the day it means is one of
/// the afternoon.
pub fn hours(opens: Option<&str>, closes: Option<&str>, remarks: &mut Vec<Remark>) -> Hours {
    let mut read = |raw: Option<&str>| {
        let raw = raw?;
        let found = clock(raw);
        match &found {
            None => remarks.push(Remark::warning("import-mend-time-lost", raw)),
            Some(found) if !found.is_exact => remarks.push(Remark::warning("import-mend-time-rest", raw)),
            Some(_) => {}
        }
        found
    };
    let (opening, mut closing) = (read(opens), read(closes));
    if let (Some(opening), Some(closing)) = (&opening, &mut closing)
        && closing.half.is_none()
        && closing.offset.is_none()
        && opening.half == Some(Half::Morning)
        && closing.time <= opening.time
        && closing.hour < 12
    {
        closing.time = NaiveTime::from_hms_opt(closing.hour + 12, closing.minute, 0).unwrap_or(closing.time);
        remarks.push(Remark::warning("import-mend-time-guessed", closes.unwrap_or_default()));
    }
    let offset = opening
        .as_ref()
        .and_then(|time| time.offset.clone())
        .or_else(|| closing.as_ref().and_then(|time| time.offset.clone()));
    Hours {
        opens: opening.map(|time| time.time),
        closes: closing.map(|time| time.time),
        offset,
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Half {
    Morning,
    Afternoon,
}

#[derive(Debug)]
struct Clock {
    time: NaiveTime,
    hour: u32,
    minute: u32,
    half: Option<Half>,
    offset: Option<String>,
    /// Nothing was left over.
    is_exact: bool,
}

fn clock(raw: &str) -> Option<Clock> {
    let text = raw.trim().to_lowercase();
    let plain = |hour| {
        Some(Clock {
            time: NaiveTime::from_hms_opt(hour, 0, 0)?,
            hour,
            minute: 0,
            half: Some(Half::Afternoon),
            offset: None,
            is_exact: true,
        })
    };
    match text.as_str() {
        "noon" | "midday" => return plain(12),
        "midnight" => return plain(0),
        _ => {}
    }
    let (digits, mut rest) = leading_digits(&text);
    let mut is_exact = true;
    let (hour, minute) = match digits.len() {
        1 | 2 => {
            let after = rest.strip_prefix([':', '.', 'h', '-', '–']);
            match after.map(leading_digits) {
                Some((minutes, after)) if (1..=2).contains(&minutes.len()) => {
                    rest = after;
                    is_exact = minutes.len() == 2;
                    (digits.parse::<u32>().ok()?, minutes.parse::<u32>().ok()?)
                }
                Some((minutes, _)) if minutes.len() > 2 => return None,
                _ => (digits.parse().ok()?, 0),
            }
        }
        3 | 4 => {
            is_exact = digits.len() == 4;
            let (hour, minute) = digits.split_at(digits.len() - 2);
            (hour.parse().ok()?, minute.parse().ok()?)
        }
        _ => return None,
    };
    // Seconds and their parts say nothing about opening hours.
    if let Some((seconds, after)) = rest.strip_prefix(':').map(leading_digits).filter(|(seconds, _)| seconds.len() == 2) {
        let _ = seconds;
        rest = after.strip_prefix('.').map_or(after, |after| leading_digits(after).1);
    }
    let (half, after) = half_of_day(rest.trim_start());
    rest = after.trim_start();
    let (offset, after) = offset(rest);
    is_exact &= after.trim().is_empty();
    let hour = match (half, hour) {
        (Some(_), 0 | 13..) => return None,
        (Some(Half::Morning), 12) => 0,
        (Some(Half::Afternoon), 1..=11) => hour + 12,
        // The end of the day.
        (None, 24) if minute == 0 => 0,
        _ => hour,
    };
    Some(Clock {
        time: NaiveTime::from_hms_opt(hour, minute, 0)?,
        hour,
        minute,
        half,
        offset,
        is_exact,
    })
}

fn leading_digits(text: &str) -> (&str, &str) {
    let end = text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
    text.split_at_checked(end).unwrap_or((text, ""))
}

fn half_of_day(text: &str) -> (Option<Half>, &str) {
    for (mark, half) in [
        ("a.m.", Half::Morning),
        ("p.m.", Half::Afternoon),
        ("am", Half::Morning),
        ("pm", Half::Afternoon),
        ("a", Half::Morning),
        ("p", Half::Afternoon),
    ] {
        if let Some(rest) = text.strip_prefix(mark)
            && !rest.starts_with(char::is_alphabetic)
        {
            return (Some(half), rest);
        }
    }
    (None, text)
}

/// `z`, `+02:00`, `-0500`: a zone behind a time.
fn offset(text: &str) -> (Option<String>, &str) {
    if let Some(rest) = text.strip_prefix('z') {
        return (Some("+00:00".to_owned()), rest);
    }
    let Some(sign) = text.chars().next().filter(|c| matches!(c, '+' | '-')) else {
        return (None, text);
    };
    let (hours, rest) = leading_digits(text.get(1..).unwrap_or_default());
    let (hours, minutes, rest) = match hours.len() {
        4 => (hours.get(..2).unwrap_or_default(), hours.get(2..).unwrap_or_default(), rest),
        2 => match rest.strip_prefix(':').map(leading_digits) {
            Some((minutes, rest)) if minutes.len() == 2 => (hours, minutes, rest),
            _ => (hours, "00", rest),
        },
        _ => return (None, text),
    };
    let is_real = hours.parse::<u8>().is_ok_and(|hours| hours <= 14) && minutes.parse::<u8>().is_ok_and(|minutes| minutes < 60);
    if is_real {
        (Some(format!("{sign}{hours}:{minutes}")), rest)
    } else {
        (None, text)
    }
}

/// The day of the week, in any of our languages, short or long.
pub fn weekday(raw: &str) -> Option<Weekday> {
    const NAMES: [(&[&str], Weekday); 7] = [
        (&["mo", "пн", "пон", "дүй", "дс"], Weekday::Monday),
        (&["tu", "вт", "вів", "сей", "сс"], Weekday::Tuesday),
        (&["we", "ср", "сер", "сәр", "ср"], Weekday::Wednesday),
        (&["th", "чт", "чет", "бей", "бс"], Weekday::Thursday),
        (&["fr", "пт", "пят", "п'я", "п’я", "жұм", "жм"], Weekday::Friday),
        (&["sa", "сб", "суб", "сен", "сн"], Weekday::Saturday),
        (&["su", "вс", "вос", "нд", "нед", "жек", "жс"], Weekday::Sunday),
    ];
    let word = raw.trim().to_lowercase();
    if let Some(number) = word.parse::<usize>().ok().filter(|number| (1..=7).contains(number)) {
        return NAMES.get(number - 1).map(|(_, day)| *day);
    }
    // The longest beginning wins, so that `сер` is not read as something of two letters.
    let all = NAMES.iter().flat_map(|(names, day)| names.iter().map(move |name| (*name, *day)));
    all.filter(|(name, _)| word.starts_with(name))
        .max_by_key(|(name, _)| name.len())
        .map(|(_, day)| day)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn read(opens: &str, closes: &str) -> (String, Vec<String>) {
        let mut remarks = Vec::new();
        let found = hours(Some(opens), Some(closes), &mut remarks);
        let say = |time: Option<NaiveTime>| time.map_or_else(|| "?".to_owned(), |time| time.format("%H:%M").to_string());
        (
            format!("{}-{}", say(found.opens), say(found.closes)),
            remarks.iter().map(|remark| remark.message.key.to_string()).collect(),
        )
    }

    #[test]
    fn times_are_read_as_people_write_them() {
        let exact = [
            ("9:00am", "5:00pm", "09:00-17:00"),
            ("08:00", "17:30", "08:00-17:30"),
            ("9am", "12 p.m.", "09:00-12:00"),
            ("7:30 am ", "Noon", "07:30-12:00"),
            ("09:00:00", "17:00:00.000", "09:00-17:00"),
            ("09:00+02:00", "24:00Z", "09:00-00:00"),
            ("0900", "1730", "09:00-17:30"),
            ("10h30", "22:00", "10:30-22:00"),
        ];
        for (opens, closes, read_as) in exact {
            assert_eq!(read(opens, closes), (read_as.to_owned(), vec![]), "{opens} {closes}");
        }
        let mended = [
            ("9:0am", "12:00pm (dispensing)", "09:00-12:00", vec!["import-mend-time-rest"; 2]),
            ("8:00m", "5:00pm", "08:00-17:00", vec!["import-mend-time-rest"]),
            ("9am", "03:00", "09:00-15:00", vec!["import-mend-time-guessed"]),
            ("9:00am", "6:300pm", "09:00-?", vec!["import-mend-time-lost"]),
            ("830am", "25:00", "08:30-?", vec!["import-mend-time-rest", "import-mend-time-lost"]),
        ];
        for (opens, closes, read_as, keys) in mended {
            assert_eq!(
                read(opens, closes),
                (read_as.to_owned(), keys.into_iter().map(str::to_owned).collect()),
                "{opens} {closes}"
            );
        }
    }

    #[test]
    fn a_night_stays_a_night() {
        assert_eq!(read("22:00", "06:00").0, "22:00-06:00");
        assert_eq!(read("8:00pm", "2:00am").0, "20:00-02:00");
    }

    #[test]
    fn days_have_names_in_four_languages() {
        for (raw, day) in [
            ("Monday", Weekday::Monday),
            ("Tue", Weekday::Tuesday),
            ("середа", Weekday::Wednesday),
            ("Жұма", Weekday::Friday),
            ("суббота", Weekday::Saturday),
            ("7", Weekday::Sunday),
            ("сенбі", Weekday::Saturday),
            ("сәрсенбі", Weekday::Wednesday),
            ("п'ятниця", Weekday::Friday),
        ] {
            assert_eq!(weekday(raw), Some(day), "{raw}");
        }
        assert_eq!(weekday("someday"), None);
    }

    proptest! {
        #[test]
        fn no_text_makes_it_stumble(opens in "\\PC{0,12}", closes in "[0-9:.apmzh+ -]{0,12}") {
            let mut remarks = Vec::new();
            let _ = (hours(Some(&opens), Some(&closes), &mut remarks), weekday(&opens));
        }
    }
}
