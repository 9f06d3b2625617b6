//! Filters and the counts beside them.
use crate::{id, ids, index, question, service};
use kolo_engines::search::FullText;
use kolo_platform::search::{Answer, Bounds, Entry, Near, Order, Question, SearchEngine, WEEK};
use kolo_words::Lang;
use std::collections::BTreeMap;

fn three() -> FullText {
    index(vec![
        service(1, Lang::Ru, "А курсы", "")
            .facet("help", "learning")
            .facet("cost", "free")
            .facet("situation", "elderly"),
        service(2, Lang::Ru, "Б курсы", "")
            .facet("help", "learning")
            .facet("cost", "paid")
            .facet("situation", "youth"),
        service(3, Lang::Ru, "В приём", "")
            .facet("help", "legal")
            .facet("cost", "free")
            .facet("situation", "elderly")
            .facet("situation", "youth"),
    ])
}

fn wanted(facets: &[(&str, &[&str])]) -> BTreeMap<String, Vec<String>> {
    facets
        .iter()
        .map(|(d, values)| ((*d).to_owned(), values.iter().map(|&v| v.to_owned()).collect()))
        .collect()
}

fn ask(index: &FullText, words: &str, facets: &[(&str, &[&str])], count: &[&str]) -> Answer {
    let count = count.iter().map(|&d| d.to_owned()).collect();
    index
        .ask(&Question {
            facets: wanted(facets),
            count,
            order: Order::Name,
            ..question(Lang::Ru, words)
        })
        .unwrap()
}

fn counts(answer: &Answer, dimension: &str) -> Vec<(String, usize)> {
    answer.facets[dimension].clone()
}

fn told(counts: &[(&str, usize)]) -> Vec<(String, usize)> {
    counts.iter().map(|(value, count)| ((*value).to_owned(), *count)).collect()
}

#[test]
fn values_of_a_dimension_widen_and_dimensions_narrow() {
    let index = three();
    assert_eq!(ids(&ask(&index, "", &[("help", &["learning", "legal"])], &[])), [1, 2, 3]);
    assert_eq!(ids(&ask(&index, "", &[("help", &["learning"]), ("cost", &["free"])], &[])), [1]);
    assert_eq!(ids(&ask(&index, "курсы", &[("situation", &["youth"])], &["cost"])), [2]);
    assert_eq!(ids(&ask(&index, "", &[("help", &["unknown"])], &["help"])), Vec::<u128>::new());
    assert_eq!(
        ids(&ask(&index, "", &[("help", &[])], &[])),
        [1, 2, 3],
        "no value wanted is no filter"
    );
}

#[test]
fn counts_ignore_the_filter_of_their_own_dimension_only() {
    let answer = ask(
        &three(),
        "",
        &[("help", &["learning"]), ("cost", &["free"])],
        &["help", "cost", "situation"],
    );
    assert_eq!(answer.total, 1);
    assert_eq!(counts(&answer, "help"), told(&[("learning", 1), ("legal", 1)]));
    assert_eq!(counts(&answer, "cost"), told(&[("free", 1), ("paid", 1)]));
    assert_eq!(counts(&answer, "situation"), told(&[("elderly", 1)]));
}

#[test]
fn the_most_frequent_value_is_first_and_a_wanted_one_is_never_missing() {
    let answer = ask(&three(), "", &[("help", &["housing"])], &["help", "situation"]);
    assert_eq!(counts(&answer, "help"), told(&[("learning", 2), ("legal", 1), ("housing", 0)]));
    assert_eq!(counts(&answer, "situation"), told(&[]));
    assert_eq!(
        counts(&ask(&three(), "курсы", &[], &["situation"]), "situation"),
        told(&[("elderly", 1), ("youth", 1)])
    );
}

#[test]
fn counts_are_the_same_over_many_commits() {
    let index = three();
    for number in 10..40 {
        let entry = service(number, Lang::Ru, "Кружок", "")
            .facet("help", "learning")
            .facet("extra", &number.to_string()[..1]);
        index.apply(vec![kolo_platform::search::Change::Put(entry)], 2).unwrap();
    }
    let answer = ask(&index, "", &[], &["help", "extra"]);
    assert_eq!(counts(&answer, "help"), told(&[("learning", 32), ("legal", 1)]));
    assert_eq!(counts(&answer, "extra"), told(&[("1", 10), ("2", 10), ("3", 10)]));
}

fn placed(number: u128, points: &[(f64, f64)]) -> Entry {
    let mut entry = service(number, Lang::Uk, "Бібліотека", "");
    entry.points = points.to_vec();
    entry
}

#[test]
fn the_nearest_place_of_a_service_counts() {
    let kyiv = (50.450, 30.524);
    let chernihiv = (51.494, 31.294);
    let index = index(vec![placed(1, &[kyiv]), placed(2, &[kyiv, chernihiv]), placed(3, &[])]);
    let near = |km| Question {
        near: Some(Near {
            latitude: 51.5,
            longitude: 31.3,
            km,
        }),
        order: Order::Distance,
        ..question(Lang::Uk, "")
    };
    let answer = index.ask(&near(20.0)).unwrap();
    assert_eq!(ids(&answer), [2]);
    assert!(answer.hits[0].distance_km.unwrap() < 1.0);
    assert_eq!(ids(&index.ask(&near(200.0)).unwrap()), [2, 1]);
    let anywhere = index.ask(&near(f64::INFINITY)).unwrap();
    assert_eq!(ids(&anywhere), [2, 1, 3]);
    assert_eq!(anywhere.hits[2].distance_km, None);
    let inside = Bounds {
        south: 51.0,
        west: 31.0,
        north: 52.0,
        east: 32.0,
    };
    assert_eq!(
        ids(&index
            .ask(&Question {
                inside: Some(inside),
                ..question(Lang::Uk, "бібліотека")
            })
            .unwrap()),
        [2]
    );
}

#[test]
fn an_age_must_be_within_both_ends() {
    let aged = |number, from, to| {
        let mut entry = service(number, Lang::Ru, "Кружок", "");
        (entry.minimum_age, entry.maximum_age) = (from, to);
        entry
    };
    let index = index(vec![aged(1, Some(7), Some(12)), aged(2, Some(60), None), aged(3, None, None)]);
    let ask = |age| {
        ids(&index
            .ask(&Question {
                age: Some(age),
                order: Order::Name,
                ..question(Lang::Ru, "")
            })
            .unwrap())
    };
    assert_eq!(ask(6), [3]);
    assert_eq!(ask(7), [1, 3]);
    assert_eq!(ask(12), [1, 3]);
    assert_eq!(ask(60), [2, 3]);
    assert_eq!(ask(13), [3]);
}

#[test]
fn open_now_and_open_on_a_day_know_the_week() {
    let timed = |number, hours: &[(u16, u16)], always| {
        let mut entry = service(number, Lang::Ru, "Приём", "");
        (entry.hours, entry.always_open) = (hours.to_vec(), always);
        entry
    };
    let monday = (9 * 60, 17 * 60);
    let sunday_night = (WEEK - 120, 60);
    let index = index(vec![
        timed(1, &[monday], false),
        timed(2, &[sunday_night], false),
        timed(3, &[], true),
        timed(4, &[], false),
    ]);
    let at = |minute| {
        ids(&index
            .ask(&Question {
                open_at: Some(minute),
                order: Order::Name,
                ..question(Lang::Ru, "")
            })
            .unwrap())
    };
    assert_eq!(at(9 * 60 - 1), [3]);
    assert_eq!(at(9 * 60), [1, 3]);
    assert_eq!(at(17 * 60), [3]);
    assert_eq!(at(30), [2, 3], "the night between Sunday and Monday");
    assert_eq!(at(WEEK - 1), [2, 3]);
    let on = |day| {
        ids(&index
            .ask(&Question {
                open_on: Some(day),
                order: Order::Name,
                ..question(Lang::Ru, "")
            })
            .unwrap())
    };
    assert_eq!(on(0), [1, 2, 3]);
    assert_eq!(on(6), [2, 3]);
    assert_eq!(on(3), [3]);
    let both = Question {
        open_at: Some(600),
        open_on: Some(6),
        ..question(Lang::Ru, "")
    };
    assert_eq!(ids(&index.ask(&both).unwrap()), [3]);
}

#[test]
fn conditions_that_make_no_sense_find_nothing_or_everything_but_do_not_fail() {
    let index = index(vec![placed(1, &[(51.5, 31.3), (f64::NAN, 0.0)])]);
    let nowhere = Question {
        near: Some(Near {
            latitude: f64::NAN,
            longitude: 0.0,
            km: 5.0,
        }),
        ..question(Lang::Uk, "")
    };
    assert_eq!(index.ask(&nowhere).unwrap().total, 0);
    let upside_down = Bounds {
        south: 90.0,
        west: 0.0,
        north: -90.0,
        east: 1.0,
    };
    assert_eq!(
        index
            .ask(&Question {
                inside: Some(upside_down),
                ..question(Lang::Uk, "")
            })
            .unwrap()
            .total,
        0
    );
    assert_eq!(
        index
            .ask(&Question {
                open_at: Some(u16::MAX),
                open_on: Some(u8::MAX),
                ..question(Lang::Uk, "")
            })
            .unwrap()
            .total,
        0
    );
    assert_eq!(
        index
            .ask(&Question {
                communities: vec![id(9)],
                ..question(Lang::Uk, "")
            })
            .unwrap()
            .total,
        0
    );
}
