//! As you type.
use crate::{index, service};
use kolo_engines::search::FullText;
use kolo_platform::search::{Entry, Part, Question, SearchEngine};
use kolo_words::Lang;

fn suggest(index: &FullText, lang: Lang, typed: &str) -> Vec<String> {
    let question = Question {
        words: typed.to_owned(),
        limit: 5,
        ..Question::new(lang)
    };
    let marked = |pieces: &[kolo_platform::search::Piece]| -> String {
        pieces
            .iter()
            .map(|p| if p.marked { format!("[{}]", p.text) } else { p.text.clone() })
            .collect()
    };
    index.suggest(&question).unwrap().iter().map(|s| marked(&s.title.pieces)).collect()
}

fn guide() -> FullText {
    index(vec![
        service(1, Lang::Uk, "Психологічна підтримка", "Бібліотека"),
        service(2, Lang::Uk, "Підтримка сім’ї", ""),
        service(3, Lang::Kk, "Құқықтық көмек", "").text(Lang::Ru, Part::Title, "Правовая помощь"),
    ])
}

#[test]
fn titles_that_begin_so_are_offered_with_the_typed_part_marked() {
    let index = guide();
    assert_eq!(suggest(&index, Lang::Uk, "псих"), ["[Псих]ологічна підтримка"]);
    assert_eq!(suggest(&index, Lang::Uk, "підтримка пс"), ["[Пс]ихологічна [підтримка]"]);
    assert_eq!(suggest(&index, Lang::Uk, "підтримку сімʼ"), ["Підтримка [сім]’ї"]);
    assert_eq!(suggest(&index, Lang::Uk, "бібл"), Vec::<String>::new(), "only names are offered");
}

#[test]
fn beginnings_forgive_letters_and_one_error() {
    let index = guide();
    assert_eq!(suggest(&index, Lang::Kk, "кукык"), ["[Құқық]тық көмек"]);
    assert_eq!(suggest(&index, Lang::Uk, "пихолог"), ["Психологічна підтримка"]);
}

#[test]
fn the_title_is_offered_in_the_language_that_was_typed() {
    let index = guide();
    assert_eq!(suggest(&index, Lang::Kk, "прав"), ["[Прав]овая помощь"]);
    assert_eq!(suggest(&index, Lang::Ru, "құқ"), ["[Құқ]ықтық көмек"]);
}

#[test]
fn one_letter_or_none_is_not_enough() {
    assert_eq!(suggest(&guide(), Lang::Uk, "п"), Vec::<String>::new());
    assert_eq!(suggest(&guide(), Lang::Uk, " … "), Vec::<String>::new());
}

#[test]
fn the_same_title_is_offered_once_and_leads_to_a_search() {
    let mut entries: Vec<Entry> = (1..=4).map(|n| service(n, Lang::Ru, "Юридическая помощь", "")).collect();
    entries.push(service(9, Lang::Ru, "Юридическая клиника", ""));
    let question = Question {
        words: "юрид".to_owned(),
        ..Question::new(Lang::Ru)
    };
    let mut offered: Vec<_> = index(entries)
        .suggest(&question)
        .unwrap()
        .iter()
        .map(|s| (s.title.to_string(), s.id.is_some()))
        .collect();
    offered.sort();
    assert_eq!(
        offered,
        [("Юридическая клиника".to_owned(), true), ("Юридическая помощь".to_owned(), false)]
    );
}
