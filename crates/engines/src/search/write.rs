//! Entries become documents.
use super::analysis::{Memory, loosen, words};
use super::schema::{Fields, SHORTLY, facet_term, letter};
use kolo_platform::search::{Entry, Part, Text, WEEK};
use kolo_words::Lang;
use std::collections::BTreeSet;
use std::fmt::Write;
use tantivy::TantivyDocument;

/// Beginnings of words are kept from two letters to this many; a longer one is compared by its first so many.
pub(super) const LONGEST_BEGINNING: usize = 15;

/// Longer texts are indexed in full, but only so many letters of them are kept to cut passages from.
const KEPT: usize = 4_000;

/// How often a word counts that stands in this part.
const fn weight(part: Part) -> usize {
    match part {
        Part::Title => 6,
        Part::Alternate => 4,
        Part::Keyword => 3,
        Part::Short => 2,
        Part::Body => 1,
    }
}

/// The key by which an entry is replaced and removed.
pub(super) fn key(kind: &str, id: uuid::Uuid) -> String {
    format!("{kind}:{id}")
}

/// The document of an entry.
pub(super) fn document(fields: &Fields, memory: &mut Memory, entry: &Entry) -> TantivyDocument {
    let mut document = TantivyDocument::default();
    document.add_text(fields.key, key(&entry.kind, entry.id));
    document.add_text(fields.kind, &entry.kind);
    let (high, low) = entry.id.as_u64_pair();
    document.add_u64(fields.id_high, high);
    document.add_u64(fields.id_low, low);
    for community in entry.communities.iter().collect::<BTreeSet<_>>() {
        document.add_text(fields.community, community.simple().to_string());
    }
    for facet in entry.facets.iter().map(|(d, v)| facet_term(d, v)).collect::<BTreeSet<_>>() {
        document.add_text(fields.facet, facet);
    }
    let mut dimensions = BTreeSet::new();
    for (dimension, value) in &entry.facets {
        if dimensions.insert(dimension) {
            document.add_text(fields.first, facet_term(dimension, value));
        }
    }
    for (latitude, longitude) in entry.points.iter().filter(|(lat, lon)| lat.is_finite() && lon.is_finite()) {
        document.add_f64(fields.latitude, *latitude);
        document.add_f64(fields.longitude, *longitude);
    }
    document.add_u64(fields.minimum_age, entry.minimum_age.unwrap_or(0).into());
    document.add_u64(fields.maximum_age, entry.maximum_age.unwrap_or(u8::MAX).into());
    for (from, to) in opening_times(entry) {
        document.add_u64(fields.hours, u64::from(from) << 16 | u64::from(to));
    }
    document.add_f64(
        fields.boost,
        f64::from(if entry.boost.is_finite() { entry.boost.max(0.0) } else { 1.0 }),
    );
    let (high, low) = sort_key(&entry.sort_name);
    document.add_u64(fields.name_high, high);
    document.add_u64(fields.name_low, low);
    add_texts(fields, memory, entry, &mut document);
    document
}

fn add_texts(fields: &Fields, memory: &mut Memory, entry: &Entry, document: &mut TantivyDocument) {
    let (mut loose, mut surface, mut stem) = (String::new(), String::new(), String::new());
    let (mut part, mut edge) = (String::new(), String::new());
    for text in &entry.texts {
        let mut name = String::new();
        for place in words(&text.text) {
            let forms = memory.forms(&text.text[place], text.lang);
            if forms.surface.is_empty() {
                continue;
            }
            for _ in 0..weight(text.part) {
                put(&mut loose, &forms.loose);
            }
            put(&mut surface, &forms.surface);
            put(&mut stem, &forms.stem);
            if let Some(letter) = letter(text.part) {
                for letter in [letter, SHORTLY] {
                    part.push(letter);
                    put(&mut part, &forms.loose);
                }
            }
            if matches!(text.part, Part::Title | Part::Alternate) {
                put(&mut name, &forms.loose);
                beginnings(&forms.surface, &mut edge);
            }
        }
        if !name.is_empty() {
            document.add_text(fields.name, name.trim_end());
        }
    }
    for (field, text) in [
        (fields.loose, loose),
        (fields.surface, surface),
        (fields.stem, stem),
        (fields.part, part),
        (fields.edge, edge),
    ] {
        document.add_text(field, text);
    }
    document.add_text(fields.stored, keep(&entry.texts));
}

fn put(text: &mut String, word: &str) {
    text.push_str(word);
    text.push(' ');
}

/// Every beginning of a word from two letters on, loosely spelled.
fn beginnings(surface: &str, edge: &mut String) {
    let loose = loosen(surface);
    for (count, (at, c)) in loose.char_indices().enumerate().take(LONGEST_BEGINNING).skip(1) {
        debug_assert!(count > 0);
        put(edge, &loose[..at + c.len_utf8()]);
    }
}

/// Opening times that never run over the end of the week.
fn opening_times(entry: &Entry) -> Vec<(u16, u16)> {
    if entry.always_open {
        return vec![(0, WEEK)];
    }
    let mut times = Vec::with_capacity(entry.hours.len());
    for &(from, to) in &entry.hours {
        let (from, to) = (from.min(WEEK), to.min(WEEK));
        if from < to {
            times.push((from, to));
        } else if from > to {
            times.extend([(from, WEEK), (0, to)].into_iter().filter(|(from, to)| from < to));
        }
    }
    times
}

/// The texts as they are kept in the index: a line each, language, part, text.
fn keep(texts: &[Text]) -> String {
    let mut kept = String::new();
    for text in texts.iter().filter(|text| text.part != Part::Keyword) {
        let letter = letter(text.part).unwrap_or('b');
        let line = text.text.chars().take(KEPT).map(|c| if c.is_control() { ' ' } else { c });
        let _ = write!(kept, "{}{letter}", text.lang);
        kept.extend(line);
        kept.push('\n');
    }
    kept
}

/// Reads back what [`keep`] kept.
pub(super) fn kept(stored: &str) -> Vec<Text> {
    let read = |line: &str| {
        let lang: Lang = line.get(..2)?.parse().ok()?;
        let part = match line.get(2..3)? {
            "t" => Part::Title,
            "a" => Part::Alternate,
            "s" => Part::Short,
            _ => Part::Body,
        };
        Some(Text {
            lang,
            part,
            text: line.get(3..)?.to_owned(),
        })
    };
    stored.lines().filter_map(read).collect()
}

/// The alphabets of the four languages in one order; a letter that two of them place differently stands after its
/// nearest neighbour.
const ALPHABET: &str = "0123456789aàábcçdeéfghiíjklmnoóöpqrsßtuúüvwxyzаәбвгґғдеєёжзиіїйкқлмнңоөпрстуұүфхһцчшщъыьэюя";

/// The first eighteen letters of a name as two numbers that sort as the alphabet does.
pub(super) fn sort_key(name: &str) -> (u64, u64) {
    let mut numbers = [0_u64; 2];
    let folded = kolo_words::fold(name);
    let letters = folded
        .trim_start_matches(|c: char| !c.is_alphanumeric())
        .chars()
        .filter(|c| *c != '\'');
    for (place, c) in letters.take(18).enumerate() {
        let rank = ALPHABET.chars().position(|letter| letter == c).map_or_else(
            // Spaces and punctuation come before everything, letters of other alphabets after it.
            || if c.is_alphanumeric() { 127 } else { 1 },
            |rank| u64::try_from(rank).unwrap_or(124) + 2,
        );
        if let Some(number) = numbers.get_mut(place / 9) {
            *number |= rank << (7 * (8 - place % 9));
        }
    }
    (numbers[0], numbers[1])
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    #[test]
    fn names_sort_by_the_alphabet() {
        let mut names = vec![
            "Їжа",
            "Ґрунт",
            "Гриб",
            "Дім",
            "«Аптека»",
            "Әке",
            "Азық",
            "Zoo",
            "112",
            "Ёлка",
            "Ель",
            "Елка 2",
        ];
        names.sort_by_key(|name| sort_key(name));
        assert_eq!(
            names,
            [
                "112",
                "Zoo",
                "Азық",
                "«Аптека»",
                "Әке",
                "Гриб",
                "Ґрунт",
                "Дім",
                "Ёлка",
                "Елка 2",
                "Ель",
                "Їжа"
            ]
        );
    }

    #[test]
    fn hours_over_the_end_of_the_week_are_split() {
        let mut entry = Entry::new("service", Uuid::nil());
        entry.hours = vec![(WEEK - 60, 120), (600, 600), (700, 800)];
        assert_eq!(opening_times(&entry), [(WEEK - 60, WEEK), (0, 120), (700, 800)]);
        entry.always_open = true;
        assert_eq!(opening_times(&entry), [(0, WEEK)]);
    }

    #[test]
    fn texts_are_kept_as_they_were() {
        let entry = Entry::new("service", Uuid::nil())
            .text(Lang::Uk, Part::Title, "Їжа\nі дім")
            .text(Lang::Kk, Part::Keyword, "азық")
            .text(Lang::Kk, Part::Body, "Азық-түлік");
        let texts = kept(&keep(&entry.texts));
        assert_eq!(texts.len(), 2);
        assert_eq!(
            (texts[0].lang, texts[0].part, texts[0].text.as_str()),
            (Lang::Uk, Part::Title, "Їжа і дім")
        );
        assert_eq!(
            (texts[1].lang, texts[1].part, texts[1].text.as_str()),
            (Lang::Kk, Part::Body, "Азық-түлік")
        );
    }
}
