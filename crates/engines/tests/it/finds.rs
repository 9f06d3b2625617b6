//! Words: forms, languages, spellings, order, marks.
use crate::{found, id, index, question, service};
use kolo_platform::search::{Change, Concept, Entry, Order, Part, Passage, Question, SearchEngine};
use kolo_words::Lang;
use proptest::prelude::*;

fn marked(passage: Option<&Passage>) -> String {
    passage.map_or(String::new(), |passage| {
        passage
            .pieces
            .iter()
            .map(|p| if p.marked { format!("[{}]", p.text) } else { p.text.clone() })
            .collect()
    })
}

#[test]
fn any_form_of_a_word_finds_every_form_in_four_languages() {
    let index = index(vec![
        service(1, Lang::Ru, "Консультации юриста", "Бесплатная помощь пенсионерам."),
        service(2, Lang::Uk, "Допомога переселенцям", "Юридичні консультації."),
        service(3, Lang::Kk, "Заңгерлік көмек", "Зейнеткерлерге кітапханада."),
        service(4, Lang::En, "Housing for families", "Temporary homes."),
    ]);
    assert_eq!(found(&index, Lang::Ru, "консультация юристов"), [1]);
    assert_eq!(found(&index, Lang::Ru, "пенсионеру"), [1]);
    assert_eq!(found(&index, Lang::Uk, "допомоги переселенцю"), [2]);
    assert_eq!(found(&index, Lang::Kk, "кітапханалардың зейнеткері"), [3]);
    assert_eq!(found(&index, Lang::En, "family"), [4]);
}

#[test]
fn a_question_in_one_language_finds_shared_words_in_another() {
    let index = index(vec![
        service(1, Lang::Ru, "Центр реабилитации", ""),
        service(2, Lang::Uk, "Бібліотека", ""),
    ]);
    assert_eq!(found(&index, Lang::Uk, "реабілітація"), [1]);
    assert_eq!(found(&index, Lang::Ru, "библиотеки"), [2]);
    assert_eq!(found(&index, Lang::En, "центр"), [1]);
}

#[test]
fn slips_of_letters_still_find_and_the_right_spelling_comes_first() {
    let index = index(vec![
        service(1, Lang::Uk, "Мир і злагода", "У світі"),
        service(2, Lang::Uk, "Мір пшениці", "У світі"),
        service(3, Lang::Kk, "Жұмыс іздеу", ""),
        service(4, Lang::Uk, "Їжа та ґанок", ""),
    ]);
    assert_eq!(found(&index, Lang::Uk, "мир"), [1, 2]);
    assert_eq!(found(&index, Lang::Uk, "мір"), [2, 1]);
    assert_eq!(found(&index, Lang::Ru, "жумыс"), [3]);
    assert_eq!(found(&index, Lang::Uk, "іжа ганок"), [4]);
    assert_eq!(
        found(&index, Lang::Uk, "Ïжa"),
        Vec::<u128>::new(),
        "letters of no alphabet of ours stay strange"
    );
}

#[test]
fn apostrophes_and_yo_do_not_matter() {
    let index = index(vec![
        service(1, Lang::Uk, "Сім’я та комп'ютер", ""),
        service(2, Lang::Ru, "Приём вещей", ""),
    ]);
    for words in ["сімʼя", "сім'я", "сімя", "комп’ютер"] {
        assert_eq!(found(&index, Lang::Uk, words), [1], "{words}");
    }
    assert_eq!(found(&index, Lang::Ru, "прием"), [2]);
}

#[test]
fn a_word_in_the_title_weighs_more_than_anywhere_else() {
    let entry = |number, part| {
        let filler = "Приходите к нам в библиотеку за книгами и журналами.";
        let mut entry = service(number, Lang::Ru, "Кружок", filler);
        if part == Part::Title {
            entry.texts.remove(0);
        }
        entry.text(Lang::Ru, part, "Шахматы")
    };
    let index = index(vec![
        entry(5, Part::Body),
        entry(4, Part::Short),
        entry(3, Part::Keyword),
        entry(2, Part::Alternate),
        entry(1, Part::Title),
    ]);
    assert_eq!(found(&index, Lang::Ru, "шахматы"), [1, 2, 3, 4, 5]);
}

#[test]
fn the_title_that_is_the_question_comes_first() {
    let index = index(vec![
        service(1, Lang::Ru, "Горячая линия помощи детям", "Горячая линия. Горячая линия."),
        service(2, Lang::Ru, "Горячая линия", "Звоните."),
    ]);
    assert_eq!(found(&index, Lang::Ru, "горячая линия"), [2, 1]);
}

#[test]
fn entries_that_were_not_verified_for_long_come_later() {
    let mut old = service(1, Lang::Ru, "Пункт обогрева", "");
    old.boost = 0.3;
    let index = index(vec![old, service(2, Lang::Ru, "Пункт обогрева", "")]);
    assert_eq!(found(&index, Lang::Ru, "обогрев"), [2, 1]);
    assert_eq!(found(&index, Lang::Ru, ""), [2, 1]);
}

#[test]
fn words_without_meaning_are_passed_over_unless_there_is_nothing_else() {
    let index = index(vec![
        service(1, Lang::Ru, "Юридическая помощь", ""),
        service(2, Lang::Ru, "Где и как", ""),
    ]);
    assert_eq!(found(&index, Lang::Ru, "Где я могу получить юридическую помощь?"), [1]);
    assert_eq!(found(&index, Lang::Ru, "где"), [2]);
}

#[test]
fn the_words_are_marked_in_the_title_and_the_passage() {
    let index = index(vec![service(
        1,
        Lang::Uk,
        "Юридична допомога",
        "Безоплатно консультують переселенців щодо житла.",
    )]);
    let answer = index.ask(&question(Lang::Uk, "допомогу житло")).unwrap();
    let hit = &answer.hits[0];
    assert_eq!(marked(hit.title.as_ref()), "Юридична [допомога]");
    assert_eq!(marked(hit.passage.as_ref()), "Безоплатно консультують переселенців щодо [житла].");
    assert_eq!(hit.passage.as_ref().unwrap().lang, Lang::Uk);
}

#[test]
fn an_answer_without_passages_reads_no_texts() {
    let index = index(vec![service(1, Lang::Uk, "Юридична допомога", "")]);
    let answer = index
        .ask(&Question {
            passages: false,
            ..question(Lang::Uk, "допомога")
        })
        .unwrap();
    assert_eq!((answer.hits[0].id, answer.hits[0].title.clone()), (id(1), None));
}

#[test]
fn a_concept_widens_the_question_to_all_languages_and_to_what_is_tagged() {
    let index = index(vec![
        service(1, Lang::Ru, "Пособие по безработице", ""),
        service(2, Lang::En, "Job centre", "For the unemployed."),
        service(3, Lang::Kk, "Мансап орталығы", "").facet("situation", "unemployment"),
        service(4, Lang::Uk, "Спортзал", ""),
    ]);
    assert_eq!(found(&index, Lang::Uk, "безробітним"), Vec::<u128>::new());
    index.learn(vec![Concept {
        key: "unemployment".to_owned(),
        facet: Some(("situation".to_owned(), "unemployment".to_owned())),
        broader: None,
        phrases: vec![
            (Lang::Uk, "безробітний".to_owned()),
            (Lang::Uk, "втратив роботу".to_owned()),
            (Lang::Ru, "безработица".to_owned()),
            (Lang::En, "unemployed".to_owned()),
        ],
    }]);
    let mut hits = found(&index, Lang::Uk, "безробітним");
    hits.sort_unstable();
    assert_eq!(hits, [1, 2, 3]);
    let answer = index.ask(&question(Lang::Uk, "я втратила роботу, центр")).unwrap();
    assert_eq!(answer.concepts, ["unemployment"]);
    assert_eq!(crate::ids(&answer), Vec::<u128>::new(), "the other words are still wanted");
    assert_eq!(found(&index, Lang::Uk, "втратив роботу").len(), 3);
}

#[test]
fn names_sort_by_the_alphabet_and_pages_follow_each_other() {
    let names = ["Ґанок", "Аптека", "Їдальня", "Гараж", "Ясла"];
    let entries = names
        .iter()
        .zip(1..)
        .map(|(name, number)| service(number, Lang::Uk, name, ""))
        .collect();
    let index = index(entries);
    let page = |offset| Question {
        order: Order::Name,
        limit: 2,
        offset,
        ..question(Lang::Uk, "")
    };
    let pages: Vec<_> = [0, 2, 4, 6]
        .iter()
        .map(|offset| crate::ids(&index.ask(&page(*offset)).unwrap()))
        .collect();
    assert_eq!(pages, [vec![2, 4], vec![1, 3], vec![5], vec![]]);
    assert_eq!(index.ask(&page(4)).unwrap().total, 5);
}

#[test]
fn pages_of_a_long_answer_neither_repeat_nor_leave_out() {
    let entries = (1..=450)
        .map(|n| service(n, Lang::Ru, &format!("Кружок {}", n % 7), "Дети"))
        .collect();
    let index = index(entries);
    let mut seen = Vec::new();
    for offset in (0..450).step_by(50) {
        seen.extend(crate::ids(
            &index
                .ask(&Question {
                    offset,
                    limit: 50,
                    ..question(Lang::Ru, "кружок")
                })
                .unwrap(),
        ));
    }
    seen.sort_unstable();
    assert_eq!(seen, (1..=450).collect::<Vec<_>>());
}

#[test]
fn kinds_and_communities_part_the_index() {
    let mut town = service(1, Lang::Ru, "Помощь", "");
    town.communities = vec![id(100), id(200)];
    let mut other = service(2, Lang::Ru, "Помощь", "");
    other.communities = vec![id(101), id(200)];
    let mut organization = Entry::new("organization", id(1)).text(Lang::Ru, Part::Title, "Помощь");
    organization.communities = vec![id(100)];
    let index = index(vec![town, other, organization]);
    let ask = |communities: &[u128], kinds: &[&str]| {
        let question = Question {
            communities: communities.iter().map(|c| id(*c)).collect(),
            kinds: kinds.iter().map(|&k| k.to_owned()).collect(),
            order: Order::Name,
            ..question(Lang::Ru, "помощь")
        };
        let answer = index.ask(&question).unwrap();
        answer.hits.into_iter().map(|hit| (hit.kind, hit.id.as_u128())).collect::<Vec<_>>()
    };
    let service = |number| ("service".to_owned(), number);
    assert_eq!(ask(&[200], &["service"]), [service(1), service(2)]);
    assert_eq!(ask(&[101], &[]), [service(2)]);
    assert_eq!(ask(&[100], &["organization"]), [("organization".to_owned(), 1)]);
    assert_eq!(ask(&[100, 101], &["service", "organization"]).len(), 3);
    assert_eq!(ask(&[300], &[]), []);
}

#[test]
fn an_entry_is_replaced_and_removed_by_kind_and_id() {
    let index = index(vec![service(1, Lang::Ru, "Старое имя", "")]);
    index.apply(vec![Change::Put(service(1, Lang::Ru, "Новое имя", ""))], 2).unwrap();
    assert_eq!(
        (found(&index, Lang::Ru, "старое").len(), found(&index, Lang::Ru, "новое").len()),
        (0, 1)
    );
    let twice = vec![
        Change::Put(service(2, Lang::Ru, "Два", "")),
        Change::Put(service(2, Lang::Ru, "Два", "")),
    ];
    index.apply(twice.clone(), 3).unwrap();
    index.apply(twice, 3).unwrap();
    assert_eq!(index.count().unwrap(), 2);
    let other_kind = Change::Remove {
        kind: "organization".to_owned(),
        id: id(1),
    };
    index
        .apply(
            vec![
                other_kind,
                Change::Remove {
                    kind: "service".to_owned(),
                    id: id(2),
                },
            ],
            4,
        )
        .unwrap();
    assert_eq!(found(&index, Lang::Ru, ""), [1]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]
    #[test]
    fn no_question_is_an_error(words in prop_oneof!["\\PC{0,80}", "[ -~]{0,80}", "([а-яіїґқ'’\"*?~^:+-]{0,6} ?){0,30}", "(?s).{0,40}"], offset in 0_usize..9, limit in 0_usize..5) {
        let index = index(vec![
            service(1, Lang::Ru, "Юридическая помощь", "Бесплатные консультации."),
            service(2, Lang::Kk, "Көмек", "Кітапханада."),
        ]);
        for lang in Lang::ALL {
            let asked = Question { words: words.clone(), offset, limit, count: vec!["cost".to_owned()], ..Question::new(lang) };
            prop_assert!(index.ask(&asked).is_ok());
            prop_assert!(index.suggest(&asked).is_ok());
        }
    }
}

#[test]
fn very_long_questions_and_entries_are_borne() {
    let long = "Слово".repeat(20_000);
    let many = "помощь ".repeat(20_000);
    let index = index(vec![service(1, Lang::Ru, &long, &many)]);
    assert_eq!(found(&index, Lang::Ru, &many), [1]);
    assert_eq!(found(&index, Lang::Ru, &long).len(), 1);
    let answer = index
        .ask(&Question {
            offset: usize::MAX,
            limit: usize::MAX,
            ..question(Lang::Ru, "помощь")
        })
        .unwrap();
    assert_eq!((answer.total, answer.hits.len()), (1, 0));
}
