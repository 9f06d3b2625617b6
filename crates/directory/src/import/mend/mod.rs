//! Values as people really write them, made into what the guide can use. Pure functions; whatever is changed, guessed or lost
//! is said, so that nothing disappears unseen.
mod hours;
mod languages;
mod mojibake;
mod values;

pub use hours::{Hours, hours, weekday};
pub use languages::{Spoken, country, spoken};
pub use mojibake::repaired;
pub use values::{Number, coordinate, date, email, number, phone, status, web_addresses, whole};

use super::problem::Severity;
use kolo_words::Message;
use std::borrow::Cow;

/// What was done to a value.
#[derive(Clone, Debug, PartialEq)]
pub struct Remark {
    pub severity: Severity,
    pub message: Message,
}

impl Remark {
    /// Something was changed, guessed or lost.
    pub fn warning(key: &'static str, value: &str) -> Self {
        Self {
            severity: Severity::Warning,
            message: Message::new(key).with("value", shortened(value)),
        }
    }

    /// Something was tidied.
    pub const fn note(key: &'static str) -> Self {
        Self {
            severity: Severity::Note,
            message: Message::new(key),
        }
    }
}

/// A value in a message: long ones are cut, so that a report can be read.
pub fn shortened(value: &str) -> String {
    let flat: String = value
        .trim()
        .chars()
        .take(80)
        .map(|c| if c.is_control() { ' ' } else { c })
        .collect();
    if value.trim().chars().count() > 80 {
        format!("{flat}…")
    } else {
        flat
    }
}

/// A text: trimmed, with real line breaks, without control characters and markup, and with its letters put right.
pub fn text(raw: &str, remarks: &mut Vec<Remark>) -> String {
    let mut text = Cow::Borrowed(raw.trim_matches(|c: char| c.is_whitespace() || c == '\u{feff}'));
    if text.len() != raw.len() && !raw.trim_end_matches(['\r', '\n']).eq(text.as_ref()) {
        remarks.push(Remark::note("import-mend-trimmed"));
    }
    if let Some(meant) = mojibake::repaired(&text) {
        remarks.push(Remark {
            severity: Severity::Warning,
            message: Message::new("import-mend-letters").with("value", difference(&text, &meant)),
        });
        text = Cow::Owned(meant);
    }
    if has_markup(&text) {
        remarks.push(Remark::note("import-mend-markup"));
        text = Cow::Owned(without_markup(&text));
    }
    if text.contains("\\n") || text.contains("\\r") {
        remarks.push(Remark::note("import-mend-breaks"));
        text = Cow::Owned(
            text.replace("\\r\\n", "\n")
                .replace("\\n", "\n")
                .replace("\\r", "\n")
                .trim()
                .to_owned(),
        );
    }
    if text.contains('\r') {
        text = Cow::Owned(text.replace("\r\n", "\n").replace('\r', "\n"));
    }
    if text.chars().any(is_unwanted) {
        remarks.push(Remark::note("import-mend-control"));
        text = Cow::Owned(text.replace(is_unwanted, ""));
    }
    text.into_owned()
}

fn is_unwanted(c: char) -> bool {
    (c.is_control() && !matches!(c, '\n' | '\t'))
        || matches!(c, '\u{feff}' | '\u{fffd}' | '\u{200b}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// The first word that changed, before and after.
fn difference(before: &str, after: &str) -> String {
    let changed = before.split_whitespace().zip(after.split_whitespace()).find(|(a, b)| a != b);
    changed.map_or_else(|| shortened(after), |(a, b)| format!("{} → {}", shortened(a), shortened(b)))
}

const TAGS: [&str; 16] = [
    "<p", "<br", "<div", "<ul", "<li", "<ol", "<strong", "<b>", "<em", "<i>", "<a ", "<span", "</", "<h1", "<h2", "<h3",
];

fn has_markup(text: &str) -> bool {
    (text.contains('<') && TAGS.iter().any(|tag| text.contains(tag)))
        || ["&nbsp;", "&amp;", "&quot;", "&#", "&rsquo;", "&ndash;", "&lt;"]
            .iter()
            .any(|entity| text.contains(entity))
}

/// Markup made plain: paragraphs and breaks become line breaks, everything else between angle brackets goes.
fn without_markup(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let tag = rest
            .strip_prefix('<')
            .and_then(|after| after.split_once('>'))
            .filter(|(tag, _)| is_tag(tag));
        if let Some((tag, after)) = tag {
            let name: String = tag
                .trim_start_matches('/')
                .chars()
                .take_while(char::is_ascii_alphanumeric)
                .collect::<String>()
                .to_ascii_lowercase();
            match name.as_str() {
                "br" | "tr" | "h1" | "h2" | "h3" | "h4" | "ul" | "ol" => plain.push('\n'),
                "p" | "div" if tag.starts_with('/') => plain.push('\n'),
                "li" if !tag.starts_with('/') => plain.push_str("\n• "),
                _ => {}
            }
            rest = after;
            continue;
        }
        let entity = rest
            .strip_prefix('&')
            .and_then(|after| after.split_once(';'))
            .and_then(|(name, after)| Some((meaning(name)?, after)));
        if let Some((meant, after)) = entity {
            plain.push(meant);
            rest = after;
            continue;
        }
        plain.push(c);
        rest = rest.get(c.len_utf8()..).unwrap_or_default();
    }
    while plain.contains("\n\n\n") {
        plain = plain.replace("\n\n\n", "\n\n");
    }
    plain.trim().to_owned()
}

fn is_tag(tag: &str) -> bool {
    let name = tag.strip_prefix('/').unwrap_or(tag);
    tag.len() < 400 && name.starts_with(|c: char| c.is_ascii_alphabetic()) && !tag.contains('<')
}

fn meaning(entity: &str) -> Option<char> {
    let code = entity.strip_prefix('#').map(|code| match code.strip_prefix(['x', 'X']) {
        Some(hex) => u32::from_str_radix(hex, 16).ok(),
        None => code.parse().ok(),
    });
    match (code, entity) {
        (Some(code), _) => char::from_u32(code?).filter(|c| !is_unwanted(*c)),
        (None, "amp") => Some('&'),
        (None, "lt") => Some('<'),
        (None, "gt") => Some('>'),
        (None, "quot") => Some('"'),
        (None, "apos" | "#39") => Some('\''),
        (None, "nbsp") => Some(' '),
        (None, "rsquo") => Some('’'),
        (None, "lsquo") => Some('‘'),
        (None, "ldquo") => Some('“'),
        (None, "rdquo") => Some('”'),
        (None, "ndash") => Some('–'),
        (None, "mdash") => Some('—'),
        (None, "hellip") => Some('…'),
        (None, "laquo") => Some('«'),
        (None, "raquo") => Some('»'),
        (None, _) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn mended(raw: &str) -> (String, Vec<String>) {
        let mut remarks = Vec::new();
        let text = text(raw, &mut remarks);
        (text, remarks.iter().map(|remark| remark.message.key.to_string()).collect())
    }

    #[test]
    fn a_text_is_tidied_and_says_how() {
        assert_eq!(mended("plain"), ("plain".to_owned(), vec![]));
        assert_eq!(mended(" x "), ("x".to_owned(), vec!["import-mend-trimmed".to_owned()]));
        assert_eq!(
            mended("one\\n\\ntwo"),
            ("one\n\ntwo".to_owned(), vec!["import-mend-breaks".to_owned()])
        );
        assert_eq!(
            mended("<p>One</p><ul><li>a &amp; b</li></ul>"),
            ("One\n\n• a & b".to_owned(), vec!["import-mend-markup".to_owned()])
        );
        assert_eq!(mended("age < 5 and > 3").0, "age < 5 and > 3");
        assert_eq!(mended("a\0b\u{202e}c"), ("abc".to_owned(), vec!["import-mend-control".to_owned()]));
        assert_eq!(mended("womenGÇÖs"), ("women’s".to_owned(), vec!["import-mend-letters".to_owned()]));
    }

    proptest! {
        #[test]
        fn no_text_makes_it_stumble_and_none_keeps_control_characters(raw in any::<String>()) {
            let (text, _) = mended(&raw);
            prop_assert!(!text.chars().any(is_unwanted));
        }
    }
}
