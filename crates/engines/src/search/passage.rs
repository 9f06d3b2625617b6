//! Passages: the place of a text that speaks most of what was asked for, with the words marked.
use super::analysis::{Forms, loose_letter, words};
use kolo_platform::search::{Part, Passage, Piece, Text};
use kolo_words::Lang;
use std::collections::BTreeSet;
use std::ops::Range;

/// How many letters a passage has, about.
const LENGTH: usize = 220;
/// How much of the text stands before the first marked word.
const BEFORE: usize = 50;

/// The words to mark, prepared so that most words of a text are passed over at their first letters.
#[derive(Debug)]
pub(super) struct Marker<'a> {
    marks: BTreeSet<&'a str>,
    beginnings: BTreeSet<String>,
}

/// A word that is to be marked: where it stands, and which mark it is.
struct Mark<'a> {
    place: Range<usize>,
    word: &'a str,
}

impl<'a> Marker<'a> {
    pub(super) fn new(marks: BTreeSet<&'a str>) -> Self {
        let beginnings = marks.iter().map(|mark| beginning(mark.chars())).collect();
        Self { marks, beginnings }
    }

    fn find(&self, text: &str, lang: Lang) -> Vec<Mark<'a>> {
        let find = |place: Range<usize>| {
            let word = &text[place.clone()];
            let letters = word.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase);
            // A stem begins as its word does.
            if !self.beginnings.contains(&beginning(letters)) {
                return None;
            }
            let forms = Forms::of(word, lang);
            self.marks.get(forms.loose.as_str()).map(|word| Mark { place, word })
        };
        if self.marks.is_empty() {
            Vec::new()
        } else {
            words(text).filter_map(find).collect()
        }
    }

    /// A title in the reader's language, whole.
    pub(super) fn title(&self, texts: &[Text], reader: Lang) -> Option<Passage> {
        let titles = || texts.iter().filter(|text| text.part == Part::Title);
        let title = languages(reader).find_map(|lang| titles().find(|text| text.lang == lang))?;
        let marks = self.find(&title.text, title.lang).into_iter().map(|mark| mark.place);
        Some(Passage {
            lang: title.lang,
            pieces: pieces(&title.text, 0..title.text.len(), marks),
        })
    }

    /// The most telling place of the other texts. Without words, the beginning of the text under the title.
    pub(super) fn passage(&self, texts: &[Text], reader: Lang) -> Option<Passage> {
        let mut best: Option<(usize, &Text, Vec<Mark>)> = None;
        for lang in languages(reader) {
            for part in [Part::Short, Part::Body] {
                for text in texts.iter().filter(|text| text.lang == lang && text.part == part) {
                    let marks = self.find(&text.text, text.lang);
                    let different = marks.iter().map(|mark| mark.word).collect::<BTreeSet<_>>().len();
                    if best.as_ref().is_none_or(|(known, ..)| different > *known) {
                        best = Some((different, text, marks));
                    }
                }
            }
        }
        let (_, text, marks) = best?;
        let window = window(&text.text, &marks);
        let inside = marks
            .into_iter()
            .map(|mark| mark.place)
            .filter(|m| m.start >= window.start && m.end <= window.end);
        let mut pieces = pieces(&text.text, window.clone(), inside);
        let plain = |text: &str| Piece {
            text: text.to_owned(),
            marked: false,
        };
        if window.start > 0 {
            pieces.insert(0, plain("… "));
        }
        if window.end < text.text.trim_end().len() {
            pieces.push(plain(" …"));
        }
        Some(Passage { lang: text.lang, pieces })
    }
}

fn beginning(letters: impl Iterator<Item = char>) -> String {
    letters.map(loose_letter).take(2).collect()
}

/// The reader's language and those she is likely to understand, nearest first.
pub(super) fn languages(reader: Lang) -> impl Iterator<Item = Lang> {
    std::iter::once(reader).chain(reader.fallbacks())
}

/// The stretch of about [`LENGTH`] letters with the most different marks, cut between words.
fn window(text: &str, marks: &[Mark]) -> Range<usize> {
    let mut best = (0, 0);
    for (place, first) in marks.iter().enumerate() {
        let reach = |mark: &&Mark| text[first.place.start..mark.place.end].chars().count() <= LENGTH - BEFORE;
        let near = marks
            .iter()
            .skip(place)
            .take_while(reach)
            .map(|mark| mark.word)
            .collect::<BTreeSet<_>>()
            .len();
        if near > best.0 {
            best = (near, first.place.start);
        }
    }
    let before = text[..best.1].char_indices().rev().take(BEFORE).last().map_or(best.1, |(at, _)| at);
    let start = if before == 0 {
        0
    } else {
        text[before..best.1].find(char::is_whitespace).map_or(best.1, |gap| before + gap)
    };
    let start = start + text[start..].len() - text[start..].trim_start().len();
    let Some((far, _)) = text[start..].char_indices().nth(LENGTH) else {
        return start..text.trim_end().len().max(start);
    };
    let far = start + far;
    let end = text[start..far].rfind(char::is_whitespace).map_or(far, |gap| start + gap);
    start..start + text[start..end].trim_end().len()
}

/// A stretch of text as pieces, `marks` in order.
pub(super) fn pieces(text: &str, window: Range<usize>, marks: impl Iterator<Item = Range<usize>>) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut put = |place: Range<usize>, marked| {
        if let Some(text) = text.get(place).filter(|text| !text.is_empty()) {
            pieces.push(Piece {
                text: text.to_owned(),
                marked,
            });
        }
    };
    let mut at = window.start;
    for mark in marks {
        put(at..mark.start, false);
        at = mark.end;
        put(mark, true);
    }
    put(at..window.end, false);
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn shown(passage: &Passage) -> String {
        passage
            .pieces
            .iter()
            .map(|p| if p.marked { format!("[{}]", p.text) } else { p.text.clone() })
            .collect()
    }

    fn body(lang: Lang, text: &str) -> Text {
        Text {
            lang,
            part: Part::Body,
            text: text.to_owned(),
        }
    }

    #[test]
    fn the_passage_is_where_the_words_are() {
        let long = format!(
            "{} Юридичні консультації для переселенців. {}",
            "Вступ до тексту.".repeat(20),
            "Ще слова. ".repeat(40)
        );
        let asked = ["консультація", "переселенець", "юридичний"].map(|word| Forms::of(word, Lang::Uk).loose);
        let marker = Marker::new(asked.iter().map(String::as_str).collect());
        let passage = marker.passage(&[body(Lang::Uk, &long)], Lang::Uk).unwrap();
        let shown = shown(&passage);
        assert!(shown.starts_with("… ") && shown.ends_with(" …"), "{shown}");
        assert!(shown.contains("[Юридичні]"), "{shown}");
        assert!(shown.chars().count() < LENGTH + 20, "{shown}");
    }

    #[test]
    fn without_words_the_beginning_is_shown_in_the_readers_language() {
        let texts = [body(Lang::Ru, "Помощь."), body(Lang::Kk, "Көмек.")];
        let passage = Marker::new(BTreeSet::new()).passage(&texts, Lang::Kk).unwrap();
        assert_eq!((passage.lang, shown(&passage).as_str()), (Lang::Kk, "Көмек."));
    }

    #[test]
    fn another_language_is_shown_when_only_it_has_the_words() {
        let texts = [body(Lang::Uk, "Курси."), body(Lang::Ru, "Курсы и жильё.")];
        let passage = Marker::new(BTreeSet::from(["жил"])).passage(&texts, Lang::Uk).unwrap();
        assert_eq!((passage.lang, shown(&passage).as_str()), (Lang::Ru, "Курсы и [жильё]."));
    }

    proptest! {
        #[test]
        fn a_passage_is_always_a_stretch_of_the_text(text in "(\\PC{0,12} ?){0,60}", mark in "[а-я]{1,3}") {
            let texts = [body(Lang::Ru, &text)];
            if let Some(passage) = Marker::new(BTreeSet::from([mark.as_str()])).passage(&texts, Lang::Ru) {
                let shown = passage.to_string();
                let inner = shown.trim_start_matches("… ").trim_end_matches(" …");
                prop_assert!(text.contains(inner) || text.contains(shown.as_str()));
            }
        }
    }
}
