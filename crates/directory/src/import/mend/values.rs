//! Addresses, numbers, days, states: one value at a time.
use super::super::problem::Severity;
use super::{Remark, shortened};
use crate::model::Status;
use chrono::{Datelike, NaiveDate};
use kolo_words::Message;
use std::net::IpAddr;
use url::{Host, Url};

/// The addresses on the net in a value; people write several into one field, without a scheme and with the wrong slash.
pub fn web_addresses(raw: &str, remarks: &mut Vec<Remark>) -> Vec<String> {
    let pieces = raw
        .split(|c: char| c.is_whitespace() || matches!(c, ';' | ','))
        .map(|piece| piece.trim_matches(['<', '>', '"', '\'', '(', ')']))
        .filter(|piece| !piece.is_empty());
    let mut found = Vec::new();
    for piece in pieces {
        if matches!(
            piece.to_lowercase().as_str(),
            "and" | "or" | "и" | "і" | "та" | "n/a" | "none" | "-" | "&"
        ) {
            continue;
        }
        match web_address(piece, remarks) {
            Some(address) => found.push(address),
            None => remarks.push(Remark::warning("import-mend-url-lost", piece)),
        }
    }
    found
}

fn web_address(piece: &str, remarks: &mut Vec<Remark>) -> Option<String> {
    let slashed = piece.replace('\\', "/").trim_end_matches(['.', ':']).to_owned();
    let lower = slashed.to_ascii_lowercase();
    let with_scheme = if lower.starts_with("http://") || lower.starts_with("https://") {
        slashed.clone()
    } else if let Some(rest) = ["http:/", "https:/", "http:", "https:", "htpp://", "http//", "//"]
        .iter()
        .find_map(|wrong| lower.starts_with(wrong).then(|| slashed.get(wrong.len()..)).flatten())
    {
        format!("http://{rest}")
    } else if lower.contains("://") || lower.contains('@') {
        return None;
    } else {
        format!("http://{slashed}")
    };
    let url = Url::parse(&with_scheme).ok()?;
    let is_place = match url.host()? {
        Host::Domain(name) => {
            name.trim_end_matches('.').split_once('.').is_some_and(|(_, rest)| rest.len() > 1) && !name.ends_with(".local")
        }
        Host::Ipv4(ip) => !IpAddr::V4(ip).is_loopback() && !ip.is_private(),
        Host::Ipv6(_) => false,
    };
    if !is_place || !url.username().is_empty() || url.password().is_some() {
        return None;
    }
    // The standard wants ASCII; what is ASCII already stays as it was written.
    let address = if with_scheme.is_ascii()
        && !with_scheme.contains(|c: char| c.is_ascii_control() || matches!(c, '"' | '<' | '>' | '{' | '}' | '|' | '^' | '`'))
    {
        with_scheme
    } else {
        url.to_string()
    };
    if address != piece {
        remarks.push(Remark {
            severity: Severity::Note,
            message: Message::new("import-mend-url").with("value", shortened(&address)),
        });
    }
    Some(address)
}

/// The first sound e-mail address in a value.
pub fn email(raw: &str, remarks: &mut Vec<Remark>) -> Option<String> {
    let pieces = raw.split(|c: char| c.is_whitespace() || matches!(c, ';' | ',' | '<' | '>' | '(' | ')'));
    let pieces = pieces
        .map(|piece| piece.trim_start_matches("mailto:").trim_matches(['.', '"', '\'']))
        .filter(|piece| !piece.is_empty());
    let mut found: Option<String> = None;
    for piece in pieces {
        if !is_email(piece) {
            if found.is_none() || piece.contains('@') {
                remarks.push(Remark::warning("import-mend-email-lost", piece));
            }
        } else if found.is_some() {
            remarks.push(Remark::warning("import-mend-email-second", piece));
        } else {
            found = Some(piece.to_owned());
        }
    }
    found
}

fn is_email(text: &str) -> bool {
    let Some((name, host)) = text.rsplit_once('@') else { return false };
    let is_name = |c: char| c.is_ascii_alphanumeric() || "!#$%&'*+-/=?^_`{|}~.".contains(c);
    let is_label = |label: &str| {
        !label.is_empty()
            && label.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')
            && !label.starts_with('-')
            && !label.ends_with('-')
    };
    let is_ending = host
        .rsplit('.')
        .next()
        .is_some_and(|last| last.len() > 1 && last.chars().all(|c| c.is_ascii_alphabetic()) || last.starts_with("xn--"));
    text.len() <= 254
        && !name.is_empty()
        && name.chars().all(is_name)
        && !name.starts_with('.')
        && !name.ends_with('.')
        && !name.contains("..")
        && host.contains('.')
        && host.split('.').all(is_label)
        && is_ending
}

/// A telephone number taken apart.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Number {
    pub number: String,
    pub extension: Option<i32>,
    /// What stood beside the number and is none: `OPT2`, a name.
    pub beside: String,
}

/// A telephone number; nothing when there are no digits to dial.
pub fn phone(raw: &str, remarks: &mut Vec<Remark>) -> Option<Number> {
    let raw = raw.trim().trim_matches('"').trim();
    let lower = raw.to_lowercase();
    let marks = [
        " ext.",
        " ext",
        " extension",
        " x",
        "x",
        " доб.",
        " доб",
        " дод.",
        " дод",
        " вн.",
        " ішкі",
        "#",
    ];
    let split = marks.iter().find_map(|mark| {
        let at = lower.find(mark)?;
        // Lower-casing may change lengths; then the mark is not looked for.
        let (number, rest) = (raw.get(..at)?, raw.get(at + mark.len()..)?);
        (number.chars().filter(char::is_ascii_digit).count() >= 3).then_some((number, rest))
    });
    let mut found = Number {
        number: raw.to_owned(),
        ..Number::default()
    };
    if let Some((number, rest)) = split {
        let rest = rest.trim_start_matches(['.', ':', ' ']);
        let digits: String = rest.chars().take_while(char::is_ascii_digit).collect();
        found.extension = digits.parse().ok();
        let left = if found.extension.is_some() {
            rest.get(digits.len()..).unwrap_or_default()
        } else {
            rest
        };
        number.trim().trim_end_matches([',', ';']).clone_into(&mut found.number);
        left.trim_matches([' ', ',', ';', ')', '.']).clone_into(&mut found.beside);
    }
    if found.number.chars().filter(char::is_ascii_digit).count() < 2 {
        remarks.push(Remark::warning("import-mend-phone-lost", raw));
        return None;
    }
    if found.number.chars().count() > 60 {
        remarks.push(Remark::warning("import-mend-phone-long", raw));
        found.beside = found.number.clone();
        let head: String = found.number.chars().take_while(|c| !c.is_alphabetic()).take(60).collect();
        head.trim().clone_into(&mut found.number);
        if found.number.chars().filter(char::is_ascii_digit).count() < 2 {
            return None;
        }
    } else if found.extension.is_some() {
        remarks.push(Remark::note("import-mend-extension"));
    }
    Some(found)
}

/// A number, written with a point or a comma, perhaps with spaces.
pub fn number(raw: &str, remarks: &mut Vec<Remark>) -> Option<f64> {
    let plain: String = raw.trim().chars().filter(|c| !matches!(c, ' ' | '\u{a0}' | '\u{202f}')).collect();
    let plain = match (plain.contains(','), plain.contains('.')) {
        (true, true) => plain.replace(',', ""),
        (true, false) => plain.replace(',', "."),
        _ => plain,
    };
    let found = plain.parse::<f64>().ok().filter(|number| number.is_finite() && number.abs() < 1e13);
    if found.is_none() {
        remarks.push(Remark::warning("import-mend-number-lost", raw));
    }
    found
}

/// A whole number within bounds: an age, a year, a count.
#[expect(clippy::cast_possible_truncation, reason = "the bounds are those of the type")]
pub fn whole(raw: &str, least: i32, most: i32, remarks: &mut Vec<Remark>) -> Option<i32> {
    let found = number(raw, remarks)?;
    if found.fract() != 0.0 || found < f64::from(least) || found > f64::from(most) {
        remarks.push(Remark::warning("import-mend-number-lost", raw));
        return None;
    }
    Some(found as i32)
}

/// A point on the globe; half of one, nought and nought, and places beyond the poles are none.
pub fn coordinate(latitude: Option<&str>, longitude: Option<&str>, remarks: &mut Vec<Remark>) -> Option<(f64, f64)> {
    let (latitude, longitude) = match (latitude, longitude) {
        (None, None) => return None,
        (Some(latitude), Some(longitude)) => (latitude, longitude),
        (half, other) => {
            remarks.push(Remark::warning("import-mend-point-lost", half.or(other).unwrap_or_default()));
            return None;
        }
    };
    let point = (number(latitude, remarks)?, number(longitude, remarks)?);
    let is_on_globe = point.0.abs() <= 90.0 && point.1.abs() <= 180.0;
    let is_nowhere = point.0.abs() < 1e-6 && point.1.abs() < 1e-6;
    if !is_on_globe || is_nowhere {
        remarks.push(Remark::warning("import-mend-point-lost", &format!("{latitude}, {longitude}")));
        return None;
    }
    Some(point)
}

/// A day: ISO, with dots, with slashes, or with the month in English words. The year 1 means every year, which no field can say.
pub fn date(raw: &str, remarks: &mut Vec<Remark>) -> Option<NaiveDate> {
    let text = raw.trim();
    let iso = text.get(..10).unwrap_or(text);
    let found = NaiveDate::parse_from_str(iso, "%Y-%m-%d")
        .ok()
        .or_else(|| dotted(text))
        .or_else(|| slashed(text, remarks))
        .or_else(|| worded(text));
    let found = found.filter(|day| (1800..=2200).contains(&day.year()));
    if found.is_none() {
        remarks.push(Remark::warning("import-mend-date-lost", raw));
    }
    found
}

fn numbers(text: &str, mark: char) -> Option<[u32; 3]> {
    let mut parts = text.split(mark).map(|part| part.trim().parse::<u32>().ok());
    let three = [parts.next()??, parts.next()??, parts.next()??];
    parts.next().is_none().then_some(three)
}

fn full_year(year: u32) -> Option<i32> {
    i32::try_from(if year < 70 {
        2000 + year
    } else if year < 100 {
        1900 + year
    } else {
        year
    })
    .ok()
}

fn dotted(text: &str) -> Option<NaiveDate> {
    let [day, month, year] = numbers(text, '.')?;
    NaiveDate::from_ymd_opt(full_year(year)?, month, day)
}

/// With slashes Americans put the month first, the British the day; a number above twelve tells.
fn slashed(text: &str, remarks: &mut Vec<Remark>) -> Option<NaiveDate> {
    let [first, second, year] = numbers(text, '/')?;
    let (month, day) = if first > 12 { (second, first) } else { (first, second) };
    if first <= 12 && second <= 12 && first != second {
        remarks.push(Remark::warning("import-mend-date-guessed", text));
    }
    NaiveDate::from_ymd_opt(full_year(year)?, month, day)
}

fn worded(text: &str) -> Option<NaiveDate> {
    ["%B %d, %Y", "%b %d, %Y", "%d %B %Y", "%d %b %Y", "%B %d %Y"]
        .iter()
        .find_map(|form| NaiveDate::parse_from_str(text, form).ok())
}

/// Whether a record is in use. A blank state means that nobody said otherwise.
pub fn status(raw: Option<&str>, remarks: &mut Vec<Remark>) -> Status {
    let Some(raw) = raw else {
        remarks.push(Remark::note("import-mend-status-blank"));
        return Status::Active;
    };
    let word = raw.trim().to_lowercase().replace(['_', '-'], " ");
    if let Some(status) = Status::parse(&word) {
        return status;
    }
    let status = match word.as_str() {
        "open" | "published" | "current" | "live" | "yes" | "true" | "1" | "y" | "a" => Status::Active,
        "suspended" | "on hold" | "paused" | "temporary closed" => Status::TemporarilyClosed,
        "archived" | "deleted" | "permanently closed" => Status::Defunct,
        _ => Status::Inactive,
    };
    remarks.push(Remark {
        severity: Severity::Warning,
        message: Message::new("import-mend-status")
            .with("value", shortened(raw))
            .with("status", status.code()),
    });
    status
}

#[cfg(test)]
mod tests;
