//! Days, times and numbers as people of each language write them.
use crate::i18n::Catalogue;
use chrono::{DateTime, Datelike, Utc};
use kolo_words::{Lang, Message};

/// A chrono instant, which SeaORM speaks, as a jiff one, which knows zones.
pub fn instant(at: DateTime<Utc>) -> jiff::Timestamp {
    jiff::Timestamp::from_microsecond(at.timestamp_micros()).unwrap_or_else(|_| unreachable!("because the clock's years are within jiff's"))
}

/// A jiff instant as a chrono one.
pub fn chrono_instant(at: jiff::Timestamp) -> DateTime<Utc> {
    DateTime::from_timestamp_micros(at.as_microsecond()).unwrap_or_else(|| unreachable!("because jiff's years are within chrono's"))
}

/// “22 листопада 2026”: the day with its month in words.
pub fn day(words: &Catalogue, lang: Lang, date: chrono::NaiveDate) -> String {
    let month = words.say(
        lang,
        &Message {
            key: format!("date-month-{}", date.month()).into(),
            args: Vec::new(),
        },
    );
    words.say(
        lang,
        &Message::new("date-day")
            .with("day", date.day().to_string())
            .with("month", month)
            .with("year", date.year().to_string()),
    )
}

/// “22 листопада 2026, 14:05”: the day and the time on the wall in this zone.
pub fn moment(words: &Catalogue, lang: Lang, at: DateTime<Utc>, zone: jiff::tz::TimeZone) -> String {
    let local = instant(at).to_zoned(zone);
    let date = local.strftime("%Y-%m-%d").to_string().parse().unwrap_or_else(|_| at.date_naive());
    format!("{}, {}", day(words, lang, date), local.strftime("%H:%M"))
}

/// The name of a weekday, 1 = Monday … 7 = Sunday.
pub fn weekday(words: &Catalogue, lang: Lang, number: u8) -> String {
    words.say(
        lang,
        &Message {
            key: format!("date-weekday-{number}").into(),
            args: Vec::new(),
        },
    )
}

/// A whole number in groups of three, as all four languages but English part them.
pub fn number(lang: Lang, n: u64) -> String {
    let digits = n.to_string();
    let gap = if lang == Lang::En { ',' } else { '\u{a0}' };
    let mut grouped = String::new();
    for (i, c) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            grouped.push(gap);
        }
        grouped.push(c);
    }
    grouped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn large_numbers_are_grouped() {
        assert_eq!(number(Lang::Uk, 1_234_567), "1\u{a0}234\u{a0}567");
        assert_eq!(number(Lang::En, 1_000), "1,000");
        assert_eq!(number(Lang::Kk, 999), "999");
    }
}
