//! What people ask, as they ask it, and what they must see among the first three.
use crate::{index, service};
use kolo_engines::search::FullText;
use kolo_platform::search::{Concept, Entry, Part, Question, SearchEngine};
use kolo_words::Lang::{self, En, Kk, Ru, Uk};

/// Number, language, title, text.
const SERVICES: &[(u128, Lang, &str, &str)] = &[
    (
        1,
        Ru,
        "Бесплатная юридическая помощь",
        "Юристы консультируют пенсионеров, инвалидов и многодетные семьи по средам в библиотеке.",
    ),
    (
        2,
        Ru,
        "Горячая линия для пострадавших от домашнего насилия",
        "Круглосуточно. Психолог и убежище для женщин с детьми.",
    ),
    (
        3,
        Ru,
        "Книги на дом",
        "Волонтёры приносят книги пожилым людям и людям с инвалидностью, которым трудно выходить.",
    ),
    (
        4,
        Ru,
        "Компьютерные курсы «Старшее поколение»",
        "Учим пользоваться интернетом, госуслугами и телефоном. Для людей старше 55 лет.",
    ),
    (
        5,
        Ru,
        "Пункт выдачи одежды и вещей",
        "Бесплатная одежда, обувь и детские коляски для семей с низким доходом.",
    ),
    (6, Ru, "Клуб общения «Встреча»", "Чаепития и прогулки для одиноких людей."),
    (
        7,
        Ru,
        "Кабинет нарколога",
        "Помощь при алкогольной и наркотической зависимости, анонимно.",
    ),
    (
        8,
        Ru,
        "Центр занятости населения",
        "Подбор вакансий, пособие по безработице, переобучение.",
    ),
    (
        9,
        Ru,
        "Прокат средств реабилитации",
        "Инвалидные коляски, ходунки, костыли на время.",
    ),
    (
        10,
        Uk,
        "Прихисток для внутрішньо переміщених осіб",
        "Тимчасове житло для родин, які втратили домівку через війну.",
    ),
    (
        11,
        Uk,
        "Безоплатна правнича допомога",
        "Адвокат допоможе відновити документи та отримати компенсацію за зруйноване житло.",
    ),
    (
        12,
        Uk,
        "Психологічна підтримка ветеранів",
        "Групи та індивідуальні зустрічі для ветеранів і їхніх сімей.",
    ),
    (
        13,
        Uk,
        "Гуманітарна допомога",
        "Продуктові набори та засоби гігієни для переселенців і малозабезпечених родин.",
    ),
    (
        14,
        Uk,
        "Соціальне таксі",
        "Перевезення людей з інвалідністю до лікарні. Замовлення за день.",
    ),
    (
        15,
        Uk,
        "Простір для підлітків",
        "Настільні ігри, майстер-класи й підготовка до НМТ.",
    ),
    (16, Uk, "Курси англійської мови", "Безкоштовні заняття у бібліотеці для дорослих."),
    (
        17,
        Kk,
        "Тегін заң кеңесі",
        "Заңгерлер зейнеткерлерге және мүгедектігі бар адамдарға кітапханада кеңес береді.",
    ),
    (
        18,
        Kk,
        "Жұмыспен қамту орталығы",
        "Жұмыссыздарға бос орындар, қайта оқыту және жәрдемақы.",
    ),
    (
        19,
        Kk,
        "Көпбалалы отбасыларға көмек",
        "Киім-кешек, азық-түлік және мектеп құралдары.",
    ),
    (20, Kk, "Қазақ тілі курстары", "Ересектерге арналған тегін сабақтар."),
    (21, Kk, "Балалар үйірмесі", "Робототехника, сурет және ән."),
    (22, En, "Crisis helpline", "Emotional support by phone, day and night."),
    (23, En, "Food bank", "Groceries for families on a low income."),
    (24, Ru, "Библиотека имени Пушкина", "Книги, журналы, кружки и клубы."),
    (25, Uk, "Міська бібліотека", "Книжки, комп'ютери, клуби за інтересами."),
];

const TAGS: &[(u128, &str)] = &[
    (2, "violence"),
    (10, "displaced"),
    (13, "displaced"),
    (8, "unemployment"),
    (18, "unemployment"),
    (6, "loneliness"),
    (12, "veterans"),
];

fn services() -> Vec<Entry> {
    let entry = |(number, lang, title, body): &(u128, Lang, &str, &str)| {
        let tags = TAGS.iter().filter(|(tagged, _)| tagged == number);
        tags.fold(service(*number, *lang, title, body), |entry, (_, tag)| {
            entry.facet("situation", *tag)
        })
    };
    SERVICES.iter().map(entry).collect()
}

fn concepts() -> Vec<Concept> {
    [
        (
            "violence",
            "uk:домашнє насильство; ru:домашнее насилие; ru:бьёт муж; uk:б'є чоловік; kk:тұрмыстық зорлық; en:domestic violence",
        ),
        (
            "displaced",
            "uk:переселенці; uk:ВПО; ru:переселенцы; ru:вынужденные переселенцы; kk:қоныс аударушылар; en:displaced people",
        ),
        (
            "unemployment",
            "uk:безробіття; uk:пошук роботи; ru:безработица; ru:ищу работу; kk:жұмыссыздық; en:unemployment; en:job search",
        ),
        (
            "loneliness",
            "uk:самотність; ru:одиночество; kk:жалғыздық; en:loneliness; en:lonely",
        ),
        ("veterans", "uk:ветерани; ru:ветераны; kk:ардагерлер; en:veterans"),
        (
            "legal",
            "uk:юрист; uk:правнича допомога; ru:юрист; ru:юридическая помощь; kk:заңгер; en:lawyer; en:legal aid",
        ),
    ]
    .into_iter()
    .map(|(key, phrases)| Concept {
        key: key.to_owned(),
        facet: Some(("situation".to_owned(), key.to_owned())),
        broader: None,
        phrases: phrases.split("; ").map(|p| (p[..2].parse().unwrap(), p[3..].to_owned())).collect(),
    })
    .collect()
}

/// The question, the language of the page it is asked on, and the services of which at least one must be in sight.
const QUESTIONS: &[(Lang, &str, &[u128])] = &[
    (Ru, "бесплатный юрист", &[1]),
    (Ru, "юридическая консультация для пенсионеров", &[1]),
    (Ru, "муж бьет", &[2]),
    (Ru, "домашнее насилие телефон", &[2]),
    (Ru, "книги на дом инвалиду", &[3]),
    (Ru, "доставка книг на дом", &[3]),
    (Ru, "курсы компьютера для пожилых", &[4]),
    (Ru, "научиться пользоваться интернетом", &[4]),
    (Ru, "детская одежда бесплатно", &[5]),
    (Ru, "коляска", &[5, 9]),
    (Ru, "инвалидная коляска напрокат", &[9]),
    (Ru, "мне одиноко", &[6]),
    (Ru, "одиночество", &[6]),
    (Ru, "сын пьет, алкогольная зависимость", &[7]),
    (Ru, "нарколог анонимно", &[7]),
    (Ru, "ищу работу", &[8]),
    (Ru, "пособие по безработице", &[8]),
    (Ru, "библеотека пушкина", &[24]),
    (Ru, "безплатная помощь юриста", &[1]),
    (Uk, "житло для переселенців", &[10, 13]),
    (Uk, "де переночувати ВПО", &[10, 13]),
    (Uk, "відновити документи", &[11]),
    (Uk, "адвокат безкоштовно", &[11]),
    (Uk, "допомога ветеранам", &[12]),
    (Uk, "психолог для ветерана", &[12]),
    (Uk, "продуктові набори", &[13]),
    (Uk, "їжа для переселенців", &[13, 10]),
    (Uk, "таксі для людей з інвалідністю", &[14]),
    (Uk, "заняття для підлітків", &[15]),
    (Uk, "курси англійської", &[16]),
    (Uk, "пошук роботи", &[8, 18]),
    (Uk, "домашнє насильство", &[2]),
    (Uk, "бiблiотека", &[25, 24]),
    (Uk, "бібліотка", &[25, 24]),
    (Uk, "комп’ютери", &[25]),
    (Kk, "заңгер кеңесі", &[17]),
    (Kk, "мүгедектерге заң көмегі", &[17]),
    (Kk, "жұмыссыздық жәрдемақысы", &[18]),
    (Kk, "жумыс орталыгы", &[18]),
    (Kk, "көпбалалы отбасы", &[19]),
    (Kk, "балама киім керек", &[19]),
    (Kk, "қазақ тілін үйрену", &[20]),
    (Kk, "балаларға үйірме", &[21]),
    (Kk, "кітапханадағы заңгерлер", &[17]),
    (En, "legal aid", &[1, 11, 17]),
    (En, "somebody to talk to by phone", &[22]),
    (En, "food for low income family", &[23]),
    (En, "displaced people", &[10, 13]),
    (En, "veterans", &[12]),
    (En, "job search", &[8, 18]),
    (En, "grocery", &[23]),
];

fn in_sight(index: &FullText, lang: Lang, words: &str) -> Vec<u128> {
    let asked = Question {
        words: words.to_owned(),
        limit: 3,
        ..Question::new(lang)
    };
    crate::ids(&index.ask(&asked).unwrap())
}

#[test]
fn what_people_ask_is_among_the_first_three() {
    let index = index(services());
    index.learn(concepts());
    let missed: Vec<_> = QUESTIONS
        .iter()
        .map(|(lang, words, wanted)| (words, wanted, in_sight(&index, *lang, words)))
        .filter(|(_, wanted, seen)| !wanted.iter().any(|w| seen.contains(w)))
        .collect();
    assert!(missed.is_empty(), "{missed:#?}");
}

#[test]
fn a_translation_is_found_in_its_own_language_and_shown_so() {
    let both = service(1, Uk, "Соціальна їдальня", "Гарячі обіди щодня.")
        .text(En, Part::Title, "Community kitchen")
        .text(En, Part::Body, "Hot meals every day.");
    let index = index(vec![both]);
    let answer = index.ask(&crate::question(Uk, "meals")).unwrap();
    let hit = &answer.hits[0];
    assert_eq!(hit.title.as_ref().unwrap().to_string(), "Соціальна їдальня");
    assert_eq!(
        (hit.passage.as_ref().unwrap().lang, hit.passage.as_ref().unwrap().to_string()),
        (En, "Hot meals every day.".to_owned())
    );
}
