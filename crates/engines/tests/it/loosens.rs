//! When nothing is found: completed, corrected, fewer words, fewer filters.
use crate::{ids, index, service};
use kolo_engines::search::FullText;
use kolo_platform::search::{Answer, Entry, Filter, Loosened, Near, Question, SearchEngine};
use kolo_words::Lang;

fn ask(index: &FullText, lang: Lang, words: &str) -> Answer {
    index
        .ask(&Question {
            words: words.to_owned(),
            ..Question::new(lang)
        })
        .unwrap()
}

fn guide() -> FullText {
    index(vec![
        service(1, Lang::Ru, "Психологическая консультация", "Для подростков").facet("cost", "free"),
        service(2, Lang::Uk, "Бібліотека для дітей", "Книжки").facet("cost", "paid"),
        service(3, Lang::Kk, "Кітапхана", "Балаларға арналған кітаптар"),
    ])
}

fn corrected() -> Loosened {
    Loosened {
        corrected: true,
        ..Loosened::default()
    }
}

#[test]
fn a_typing_error_is_corrected_to_a_word_of_the_index() {
    let index = guide();
    for (lang, typed, meant, number) in [
        (Lang::Ru, "консультацыя", "консультация", 1),
        (Lang::Ru, "псхологическая", "психологическая", 1),
        (Lang::Uk, "бібліотка", "бібліотека", 2),
        (Lang::Kk, "кітапана", "кітапхана", 3),
    ] {
        let answer = ask(&index, lang, typed);
        assert_eq!(ids(&answer), [number], "{typed}");
        if typed != "консультацыя" {
            assert_eq!(
                (answer.corrected.as_deref(), answer.loosened),
                (Some(meant), Some(corrected())),
                "{typed}"
            );
        }
    }
}

#[test]
fn a_misspelt_form_that_no_entry_has_is_corrected_by_its_stem() {
    let answer = ask(&guide(), Lang::Ru, "псхологическую");
    assert_eq!((ids(&answer), answer.corrected.as_deref()), (vec![1], Some("психологическую")));
}

#[test]
fn short_words_are_not_corrected_into_others() {
    let answer = ask(&guide(), Lang::Ru, "дом");
    assert_eq!((answer.total, answer.corrected, answer.loosened), (0, None, None));
}

#[test]
fn the_forgotten_keyboard_switch_is_undone() {
    let answer = ask(&guide(), Lang::Ru, "rjycekmnfwbz");
    assert_eq!((ids(&answer), answer.corrected.as_deref()), (vec![1], Some("консультация")));
}

#[test]
fn the_beginning_of_a_word_is_enough_and_is_no_loosening() {
    let answer = ask(&guide(), Lang::Ru, "консульт подрост");
    assert_eq!((ids(&answer), answer.loosened), (vec![1], None));
}

#[test]
fn some_of_the_words_are_better_than_nothing() {
    let answer = ask(&guide(), Lang::Ru, "психологическая консультация пенсионеров");
    assert_eq!(ids(&answer), [1]);
    assert_eq!(
        answer.loosened,
        Some(Loosened {
            some_words: true,
            ..Loosened::default()
        })
    );
}

#[test]
fn a_filter_that_leaves_nothing_is_left_out_and_said() {
    let mut question = Question {
        words: "консультация".to_owned(),
        ..Question::new(Lang::Ru)
    };
    question.facets.insert("cost".to_owned(), vec!["paid".to_owned()]);
    let answer = guide().ask(&question).unwrap();
    assert_eq!(ids(&answer), [1]);
    assert_eq!(answer.loosened.unwrap().without, [Filter::Facet("cost".to_owned())]);
    question.loosen = false;
    assert_eq!(guide().ask(&question).unwrap().total, 0);
}

#[test]
fn filters_fall_one_by_one_until_something_is_found() {
    let mut question = Question {
        words: "консультация".to_owned(),
        open_at: Some(600),
        age: Some(14),
        ..Question::new(Lang::Ru)
    };
    question.near = Some(Near {
        latitude: 51.5,
        longitude: 31.3,
        km: 5.0,
    });
    let answer = guide().ask(&question).unwrap();
    assert_eq!(ids(&answer), [1]);
    assert_eq!(
        answer.loosened.unwrap().without,
        [Filter::OpenAt, Filter::Near],
        "age was no hindrance"
    );
}

#[test]
fn a_hint_is_given_when_a_slip_found_little() {
    let mut entries: Vec<Entry> = (1..=60).map(|n| service(n, Lang::Ru, "Библиотека", "")).collect();
    entries.push(service(99, Lang::Ru, "Библеотека", ""));
    let index = index(entries);
    let answer = ask(&index, Lang::Ru, "библеотека");
    assert_eq!(
        (ids(&answer), answer.loosened, answer.corrected.as_deref()),
        (vec![99], None, Some("библиотека"))
    );
    assert_eq!(ask(&index, Lang::Ru, "библиотека").corrected, None);
}

#[test]
fn what_cannot_be_helped_finds_nothing_and_says_nothing() {
    let answer = ask(&guide(), Lang::Ru, "zzzzqqqq");
    assert_eq!((answer.total, answer.loosened, answer.corrected), (0, None, None));
    assert_eq!(ask(&index(Vec::new()), Lang::Ru, "помощь").total, 0);
}
