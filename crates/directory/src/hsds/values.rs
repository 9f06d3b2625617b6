//! How single values are written so that every validator takes them.
use chrono::{DateTime, NaiveTime, SecondsFormat, Timelike, Utc};
use jiff::tz::Offset;
use std::fmt::Write;
use url::Url;

/// An address as a URI in ASCII: names of hosts as punycode, everything else percent-encoded. `example.org/помощь` is taken
/// for a web address; what cannot be an address, or would run or open something on the reader's machine, is none.
pub fn uri(text: &str) -> Option<String> {
    let text = text.trim();
    if text.is_empty() {
        return None;
    }
    let url = match Url::parse(text) {
        Ok(url) if is_scheme_meant(text) => url,
        _ => Url::parse(&format!("http://{text}"))
            .ok()
            .filter(|url| url.host_str().is_some_and(|host| host.contains('.')))?,
    };
    if matches!(url.scheme(), "javascript" | "vbscript" | "data" | "file" | "blob") {
        return None;
    }
    let text = url.as_str();
    let mut ascii = String::with_capacity(text.len());
    for (place, byte) in text.bytes().enumerate() {
        let is_kept = byte.is_ascii_alphanumeric() || b"-._~:/?#[]@!$&'()*+,;=".contains(&byte);
        if is_kept || (byte == b'%' && is_encoded(text, place)) {
            ascii.push(char::from(byte));
        } else {
            // Writing to a string does not fail.
            let _ = write!(ascii, "%{byte:02X}");
        }
    }
    // A scheme and nothing else is no address.
    (!ascii.ends_with(':')).then_some(ascii)
}

/// `example.org:8080` parses as scheme `example.org`, which nobody means.
fn is_scheme_meant(text: &str) -> bool {
    text.split_once(':').is_some_and(|(scheme, rest)| {
        !scheme.contains('.')
            && scheme.len() > 1
            && !rest.is_empty()
            && !rest.starts_with(|c: char| c.is_ascii_digit() && scheme != "tel" && scheme != "sms")
    })
}

/// Do two hexadecimal digits follow the percent sign at this place?
fn is_encoded(text: &str, place: usize) -> bool {
    text.as_bytes()
        .get(place + 1..place + 3)
        .is_some_and(|two| two.iter().all(u8::is_ascii_hexdigit))
}

/// An e-mail address in ASCII, or none.
pub fn email(text: &str) -> Option<String> {
    let (name, host) = text.trim().split_once('@')?;
    let is_plain = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_graphic() && b != b'@');
    // Only what a host is made of; the rest of an address would otherwise be taken for a user, a port or a path.
    if host.contains(|c: char| c.is_ascii() && !c.is_ascii_alphanumeric() && c != '.' && c != '-') {
        return None;
    }
    let host = Url::parse(&format!("http://{host}/")).ok()?.host_str()?.to_owned();
    let dots = host.split('.').count() > 1 && host.split('.').all(|label| !label.is_empty());
    (is_plain(name) && is_plain(&host) && dots).then(|| format!("{name}@{host}"))
}

/// An instant with milliseconds, as the standard asks.
pub(super) fn date_time(at: DateTime<Utc>) -> String {
    at.to_rfc3339_opts(SecondsFormat::Millis, true)
}

/// A time of day with its distance from UTC: `09:00+02:00`, `09:00Z`.
pub(super) fn time(time: NaiveTime, offset: Offset) -> String {
    let minutes = offset.seconds() / 60;
    let clock = format!("{:02}:{:02}", time.hour(), time.minute());
    if minutes == 0 {
        return clock + "Z";
    }
    let sign = if minutes < 0 { '-' } else { '+' };
    format!("{clock}{sign}{:02}:{:02}", minutes.abs() / 60, minutes.abs() % 60)
}

/// An amount in minor units as a number of the standard.
pub(super) fn amount(minor: i64) -> Option<serde_json::Number> {
    if minor % 100 == 0 {
        return Some((minor / 100).into());
    }
    let sign = if minor < 0 { "-" } else { "" };
    let text = format!("{sign}{}.{:02}", minor.unsigned_abs() / 100, minor.unsigned_abs() % 100);
    text.parse().ok().and_then(serde_json::Number::from_f64)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn addresses_become_ascii_and_keep_their_meaning() {
        for (written, meant) in [
            (
                "https://example.org/помощь?q=їжа",
                Some("https://example.org/%D0%BF%D0%BE%D0%BC%D0%BE%D1%89%D1%8C?q=%D1%97%D0%B6%D0%B0"),
            ),
            ("https://библиотека.рф", Some("https://xn--80abaqnbpf2a4b.xn--p1ai/")),
            ("example.org/a b|c", Some("http://example.org/a%20b%7Cc")),
            ("www.example.org:8080", Some("http://www.example.org:8080/")),
            ("http://example.org/100%", Some("http://example.org/100%25")),
            ("http://example.org/%D1%97", Some("http://example.org/%D1%97")),
            ("tel:+380462000012", Some("tel:+380462000012")),
            ("mailto:a@example.org", Some("mailto:a@example.org")),
            ("немає", None),
            ("n/a", None),
            ("  ", None),
            ("http://", None),
            ("javascript:alert(1)", None),
            ("JavaScript:alert(1)", None),
            ("data:text/html,x", None),
        ] {
            assert_eq!(uri(written).as_deref(), meant, "{written}");
        }
    }

    #[test]
    fn mail_addresses_are_ascii_or_left_out() {
        assert_eq!(email(" help@example.org ").as_deref(), Some("help@example.org"));
        assert_eq!(email("a@пошта.укр").as_deref(), Some("a@xn--80a1acn3a.xn--j1amh"));
        for wrong in [
            "",
            "help",
            "@example.org",
            "a b@example.org",
            "a@b",
            "поміч@example.org",
            "a@exa mple.org",
            "a@b@c.org",
        ] {
            assert_eq!(email(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn amounts_keep_their_pennies() {
        let said = |minor| amount(minor).unwrap().to_string();
        assert_eq!([said(0), said(12_345), said(-5), said(100_000)], ["0", "123.45", "-0.05", "1000"]);
    }

    proptest! {
        #[test]
        fn whatever_is_written_comes_out_as_a_uri_or_not_at_all(text in "\\PC{0,40}", path in "\\PC{0,20}") {
            for text in [text.clone(), format!("http://example.org/{path}"), format!("x:{path}"), format!("example.org?{path}#{text}")] {
                let Some(uri) = uri(&text) else { continue };
                let (scheme, rest) = uri.split_once(':').unwrap();
                prop_assert!(scheme.starts_with(|c: char| c.is_ascii_alphabetic()));
                prop_assert!(!rest.is_empty());
                prop_assert!(uri.bytes().all(|b| b.is_ascii_alphanumeric() || b"-._~:/?#[]@!$&'()*+,;=%".contains(&b)), "{}", uri);
            }
        }
    }
}
