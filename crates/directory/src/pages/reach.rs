//! Ways to reach somebody: telephones, ways without speaking, places with their routes, contacts.
use super::board::{State, hours_at, hours_of_place};
use super::urls;
use super::voice::Voice;
use crate::model::{Accessibility, HoursKnown, PhoneType, Point, ServiceWay, WayKind};
use crate::store::{ContactRecord, PhoneRecord, PlaceAt, PlaceRecord, ServiceRecord};
use kolo_words::{Message, Multilingual};
use uuid::Uuid;

/// A number to press.
#[derive(Clone, Debug)]
pub(super) struct PhoneView {
    pub(super) href: String,
    pub(super) number: String,
    /// What it is good for, when that is not talking.
    pub(super) words: Option<String>,
    pub(super) description: Multilingual,
}

/// A way that needs neither voice nor ear.
#[derive(Clone, Debug)]
pub(super) struct WayView {
    pub(super) href: Option<String>,
    pub(super) words: String,
    pub(super) note: Multilingual,
}

/// A place to go to.
#[derive(Debug)]
pub(super) struct PlaceView {
    pub(super) href: String,
    pub(super) name: Multilingual,
    pub(super) is_confidential: bool,
    pub(super) lines: Vec<String>,
    pub(super) route: Option<Route>,
    pub(super) state: Option<State>,
    pub(super) phones: Vec<PhoneView>,
    pub(super) access: Vec<AccessView>,
    pub(super) transport: Multilingual,
}

/// Links that lead there: one for the map of the phone, one for a web site.
#[derive(Debug)]
pub(super) struct Route {
    pub(super) geo: String,
    pub(super) map: String,
}

/// An arrangement for people who cannot walk, see or hear well.
#[derive(Clone, Debug)]
pub(super) struct AccessView {
    pub(super) words: String,
    pub(super) text: Multilingual,
}

/// Whom to ask.
#[derive(Debug)]
pub(super) struct ContactView {
    pub(super) name: Option<String>,
    pub(super) title: Multilingual,
    pub(super) department: Multilingual,
    pub(super) email: Option<String>,
    pub(super) phones: Vec<PhoneView>,
}

/// Numbers in the order in which they are best tried: lines for people in need first, faxes never.
pub(super) fn phones(voice: &Voice<'_>, records: &[PhoneRecord]) -> Vec<PhoneView> {
    let is_fax = |record: &&PhoneRecord| record.phone.phone_type != Some(PhoneType::Fax);
    let mut records: Vec<_> = records.iter().filter(is_fax).collect();
    records.sort_by_key(|record| record.phone.phone_type != Some(PhoneType::Hotline));
    records.into_iter().map(|record| phone(voice, record)).collect()
}

fn phone(voice: &Voice<'_>, record: &PhoneRecord) -> PhoneView {
    let phone = &record.phone;
    let kind = match phone.phone_type {
        Some(PhoneType::Text) => Some("directory-phone-text"),
        Some(PhoneType::Textphone) => Some("directory-phone-textphone"),
        Some(PhoneType::Video) => Some("directory-phone-video"),
        Some(PhoneType::Hotline) => Some("directory-phone-hotline"),
        _ => None,
    };
    let extension = phone
        .extension
        .map(|number| voice.say(Message::new("directory-phone-extension").with("number", number.to_string())));
    let languages = record
        .languages
        .iter()
        .filter_map(|l| l.code.as_deref().map(|code| voice.language(code, l.name.as_deref())));
    let words: Vec<_> = kind
        .map(|key| voice.say(key))
        .into_iter()
        .chain(extension)
        .chain(languages)
        .collect();
    PhoneView {
        href: dialled(&phone.number, phone.extension, phone.phone_type == Some(PhoneType::Text)),
        number: readable(&phone.number),
        words: (!words.is_empty()).then(|| words.join(", ")),
        description: phone.description.0.clone(),
    }
}

/// The link that calls the number or writes to it.
pub(super) fn dialled(number: &str, extension: Option<i32>, is_text: bool) -> String {
    let digits: String = number
        .chars()
        .filter(|c| c.is_ascii_digit() || *c == '+' || *c == '*' || *c == '#')
        .collect();
    let scheme = if is_text { "sms" } else { "tel" };
    match extension {
        Some(extension) => format!("{scheme}:{digits};ext={extension}"),
        None => format!("{scheme}:{digits}"),
    }
}

/// The number as people read it aloud; only bare international numbers of our countries are parted.
pub(super) fn readable(number: &str) -> String {
    let number = number.trim();
    let parts = |sizes: &[usize], signs: &[&str], rest: &str| {
        let (mut text, mut rest) = (String::new(), rest);
        for (size, sign) in sizes.iter().zip(signs) {
            let (part, after) = rest.split_at(*size);
            text.push_str(sign);
            text.push_str(part);
            rest = after;
        }
        text
    };
    if let (true, Some(sizes)) = (number.bytes().all(|b| b.is_ascii_digit()), short_parts(number)) {
        return parts(sizes, &["", "\u{a0}", "\u{a0}", "\u{a0}"], number);
    }
    let is_bare = |rest: &str, length: usize| rest.len() == length && rest.bytes().all(|b| b.is_ascii_digit());
    match (number.strip_prefix("+380"), number.strip_prefix("+7")) {
        (Some(rest), _) if is_bare(rest, 9) => format!("+380{}", parts(&[2, 3, 2, 2], &["\u{a0}"; 4], rest)),
        (_, Some(rest)) if is_bare(rest, 10) => format!("+7{}", parts(&[3, 3, 2, 2], &["\u{a0}", "\u{a0}", "-", "-"], rest)),
        _ => number.to_owned(),
    }
}

/// How numbers without a country are parted: 116 123, 0 800 500 335, 8 800 200 0122.
fn short_parts(number: &str) -> Option<&'static [usize]> {
    match (number.len(), number.as_bytes().first()) {
        (6, _) => Some(&[3, 3]),
        (10, Some(b'0')) => Some(&[1, 3, 3, 3]),
        (11, Some(b'8')) => Some(&[1, 3, 3, 4]),
        _ => None,
    }
}

/// Ways to reach a service without speaking or hearing: its own, and numbers that take text.
pub(super) fn ways(voice: &Voice<'_>, record: &ServiceRecord) -> Vec<WayView> {
    record.ways.iter().map(|way| way_view(voice, way)).collect()
}

fn way_view(voice: &Voice<'_>, way: &ServiceWay) -> WayView {
    let address = way.address.trim();
    let digits: String = address.chars().filter(char::is_ascii_digit).collect();
    let name = address
        .strip_prefix('@')
        .filter(|name| name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_'));
    let href = match way.kind {
        WayKind::Sms => Some(dialled(address, None, true)),
        WayKind::Email => Some(format!("mailto:{address}")),
        WayKind::Telegram => web(address).or_else(|| name.map(|name| format!("https://t.me/{name}"))),
        WayKind::Whatsapp => web(address).or_else(|| (digits.len() > 6).then(|| format!("https://wa.me/{digits}"))),
        WayKind::Viber | WayKind::Chat | WayKind::VideoSign => web(address),
    };
    let (key, told) = match way.kind {
        WayKind::Sms => ("directory-ways-sms", Some(readable(address))),
        WayKind::Email => ("directory-ways-email", Some(address.to_owned())),
        WayKind::Telegram => ("directory-ways-telegram", None),
        WayKind::Viber => ("directory-ways-viber", None),
        WayKind::Whatsapp => ("directory-ways-whatsapp", None),
        WayKind::Chat => ("directory-ways-chat", None),
        WayKind::VideoSign => ("directory-ways-video-sign", None),
    };
    let message = Message {
        key: key.into(),
        args: told.into_iter().map(|told| ("address", told.into())).collect(),
    };
    let words = voice.say(message);
    // Where there is nothing to press, the address itself has to be read.
    let words = if href.is_none() { format!("{words}: {address}") } else { words };
    WayView {
        href,
        words,
        note: way.note.0.clone(),
    }
}

/// A web address that may become a link; anything but the web could run in the page.
pub(super) fn web(address: &str) -> Option<String> {
    let address = address.trim();
    let lower = address.get(..8).unwrap_or(address).to_ascii_lowercase();
    (lower.starts_with("https://") || lower.starts_with("http://")).then(|| address.to_owned())
}

/// A web address as people read it.
pub(super) fn bare(address: &str) -> String {
    let bare = address
        .trim()
        .trim_start_matches("https://")
        .trim_start_matches("http://")
        .trim_start_matches("www.");
    bare.trim_end_matches('/').to_owned()
}

impl PlaceView {
    pub(super) fn of(voice: &Voice<'_>, place: &PlaceRecord) -> Self {
        let zone = voice.zone(place.location.community_id);
        let hours = hours_of_place(place, &zone);
        let state = State::now(voice, &hours, &voice.now(&zone));
        // What nobody told of a place is told by the services there.
        let state = Some(state).filter(|_| hours.known() != HoursKnown::Unknown);
        Self {
            state,
            phones: phones(voice, &place.phones),
            ..Self::bare(voice, place)
        }
    }

    /// The same as where a service is given, with the hours and numbers it has there.
    pub(super) fn at(voice: &Voice<'_>, record: &ServiceRecord, at: &PlaceAt) -> Self {
        let zone = voice.zone(at.place.location.community_id);
        let state = State::now(voice, &hours_at(record, at, &zone), &voice.now(&zone));
        let mut numbers = phones(voice, &at.phones);
        // A service without a number of its own is asked for where it is given.
        if numbers.is_empty() && record.phones.is_empty() {
            numbers = phones(voice, &at.place.phones);
        }
        Self {
            state: (record.places.len() > 1).then_some(state),
            phones: numbers,
            ..Self::bare(voice, &at.place)
        }
    }

    fn bare(voice: &Voice<'_>, place: &PlaceRecord) -> Self {
        let open = place.whereabouts.open();
        Self {
            href: voice.href(place.location.community_id, &urls::place(place.location.id)),
            name: place.location.name.0.clone(),
            is_confidential: open.is_none(),
            lines: open
                .map(|place| place.addresses.iter().map(crate::model::PostalAddress::line).collect())
                .unwrap_or_default(),
            route: open.and_then(|place| place.point).map(Route::to),
            state: None,
            phones: Vec::new(),
            access: place.accessibility.iter().map(|item| AccessView::of(voice, item)).collect(),
            transport: open.map(|place| place.transportation.0.clone()).unwrap_or_default(),
        }
    }
}

impl Route {
    fn to(point: Point) -> Self {
        let Point { latitude, longitude } = point;
        Self {
            geo: format!("geo:{latitude},{longitude}?q={latitude},{longitude}"),
            map: format!("https://www.openstreetmap.org/?mlat={latitude}&mlon={longitude}#map=17/{latitude}/{longitude}"),
        }
    }
}

impl AccessView {
    pub(super) fn of(voice: &Voice<'_>, item: &Accessibility) -> Self {
        let words = item
            .kind
            .map(|kind| voice.code("directory-access-", kind.code()))
            .unwrap_or_default();
        let text = if item.details.is_empty() {
            item.description.0.clone()
        } else {
            item.details.0.clone()
        };
        Self { words, text }
    }
}

impl ContactView {
    pub(super) fn of(voice: &Voice<'_>, record: &ContactRecord) -> Self {
        let contact = &record.contact;
        Self {
            name: contact.name.clone(),
            title: contact.title.0.clone(),
            department: contact.department.0.clone(),
            email: contact.email.clone(),
            phones: phones(voice, &record.phones),
        }
    }
}

/// The languages spoken, by name, each once.
pub(super) fn languages(voice: &Voice<'_>, languages: &[crate::model::Language]) -> String {
    let mut names: Vec<String> = Vec::new();
    for language in languages {
        let name = match (language.code.as_deref(), language.name.as_deref()) {
            (Some(code), called) => voice.language(code, called),
            (None, Some(called)) => called.to_owned(),
            (None, None) => continue,
        };
        if !names.contains(&name) {
            names.push(name);
        }
    }
    names.join(", ")
}

/// The first place of a service whose position may be told.
pub(super) fn first_point(record: &ServiceRecord) -> Option<(Uuid, Point)> {
    record
        .places
        .iter()
        .find_map(|at| Some((at.place.location.id, at.place.whereabouts.point()?)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_parted_as_people_read_them() {
        assert_eq!(readable("+380462000034"), "+380\u{a0}46\u{a0}200\u{a0}00\u{a0}34");
        assert_eq!(readable("+73464300034"), "+7\u{a0}346\u{a0}430-00-34");
        assert_eq!(
            [readable("116123"), readable("0800500335")],
            ["116\u{a0}123", "0\u{a0}800\u{a0}500\u{a0}335"]
        );
        assert_eq!(
            [readable("112"), readable("8 800 2000 122"), readable("+1 555")],
            ["112", "8 800 2000 122", "+1 555"]
        );
    }

    #[test]
    fn a_link_of_a_record_leads_to_the_web_or_nowhere() {
        assert_eq!(web(" https://example.org/a ").as_deref(), Some("https://example.org/a"));
        for trick in [
            "javascript:alert(1)",
            "data:text/html,x",
            "//example.org",
            "JAVASCRIPT://example.org/%0aalert(1)",
            "ht",
        ] {
            assert_eq!(web(trick), None, "{trick}");
        }
        assert_eq!(bare("https://www.example.org/library/"), "example.org/library");
    }

    #[test]
    fn a_number_is_dialled_with_its_extension() {
        assert_eq!(dialled("+380 46 200-00-34", Some(12), false), "tel:+380462000034;ext=12");
        assert_eq!(dialled("15-47", None, true), "sms:1547");
    }
}
