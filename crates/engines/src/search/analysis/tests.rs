//! Word forms that must meet, and words that must stay apart.
use super::*;

/// `word: form form …`, one word a line.
fn pairs(table: &str) -> Vec<(&str, &str)> {
    let lines = table.lines().filter_map(|line| line.split_once(':'));
    lines
        .flat_map(|(word, forms)| forms.split_whitespace().map(move |form| (word.trim(), form)))
        .collect()
}

/// The share of forms that have their word's stem, and the forms that have not.
fn recall(lang: Lang, table: &str) -> (f64, usize, Vec<String>) {
    let pairs = pairs(table);
    let missed: Vec<_> = pairs
        .iter()
        .filter(|(word, form)| Forms::of(word, lang).stem != Forms::of(form, lang).stem)
        .map(|(word, form)| {
            format!(
                "{form} ({}) is not {word} ({})",
                Forms::of(form, lang).stem,
                Forms::of(word, lang).stem
            )
        })
        .collect();
    let count = u32::try_from(pairs.len()).unwrap_or(u32::MAX);
    let lost = u32::try_from(missed.len()).unwrap_or(u32::MAX);
    (1.0 - f64::from(lost) / f64::from(count), pairs.len(), missed)
}

const KAZAKH: &str = "
    кітап: кітаптар кітабы кітапты кітаптың кітапқа кітаптан кітаппен кітаптарымызды
    кітапхана: кітапханалар кітапханада кітапхананың кітапханаға кітапханасы кітапханасында кітапханаларымызда кітапханамен
    көмек: көмегі көмекке көмектің көмекті көмекпен көмегін көмектер
    жұмыс: жұмысы жұмыстар жұмыста жұмыстан жұмысқа жұмысын жұмысымыз
    бала: балалар баласы балаға баланың балаларға баласына балаларымыз балам балаңызға
    мектеп: мектебі мектепте мектептегі мектептердің мектебінде мектепке
    қала: қалада қалалар қаласы қаласында қаланың қалаға қаласындағы қаладан
    үй: үйі үйге үйде үйлер үйлері үйіңізде үйден
    заң: заңы заңда заңның заңдар заңнан заңға заңдық
    адам: адамдар адамдардың адамға адаммен адамдарды
    отбасы: отбасының отбасына отбасылар отбасында отбасымен отбасыларға
    мүгедек: мүгедектер мүгедектерге мүгедектік мүгедектігі мүгедектігін
    зейнеткер: зейнеткерлер зейнеткерлерге зейнеткерлік зейнеткердің
    дәрігер: дәрігерлер дәрігерге дәрігердің дәрігерлермен
    халық: халқы халықтың халыққа халқына халықтар
    орын: орны орында орындар орнына
    құқық: құқығы құқықтар құқықтары құқығын құқыққа құқықтық
    студент: студенттер студенттерге студенттік
    психолог: психологы психологтар психологтың психологқа
    консультация: консультациясы консультациялар консультацияға консультацияның
    аурухана: ауруханада ауруханаға ауруханасы ауруханалық
    жас: жастар жастарға жастардың
    қызмет: қызметі қызметтер қызметін қызметке қызметтері
    құжат: құжаттар құжаты құжатын құжаттарды
    білім: білімі білімді білімге білімнің
    мемлекет: мемлекеттік мемлекеттің мемлекетке
    жәрдемақы: жәрдемақысы жәрдемақыны жәрдемақының жәрдемақылар
    баспана: баспанаға баспанасы баспананы баспанамен
    тұрғын: тұрғындар тұрғындардың тұрғынға
    қазақстан: қазақстанда қазақстанның қазақстаннан қазақстандық
    кеңес: кеңестер кеңесі кеңеске кеңесін
    ұйым: ұйымдар ұйымы ұйымдастыру
    қамқорлық: қамқорлығы қамқорлыққа
    беру: береді берген беретін беруге беруді
    көрсету: көрсетеді көрсеткен көрсететін көрсетуге
    іздеу: іздейді іздеймін іздеген іздейтін
    тіркелу: тіркелген тіркеледі тіркелуге
    көмектесу: көмектеседі көмектесіп көмектескен
    оқу: оқуға оқиды оқитын оқуды
    телефон: телефоны телефонға телефонмен телефондар
    интернет: интернетте интернетке интернеттегі
    клуб: клубы клубта клубқа клубтар";

const KAZAKH_APART: &[(&str, &str)] = &[
    ("жұмыс", "жұмыссыз"),
    ("қала", "қалам"),
    ("білім", "білу"),
    ("тегін", "тек"),
    ("ақылы", "ақыл"),
    ("сауда", "сау"),
    ("орталық", "орта"),
    ("отбасы", "отба"),
    ("қазақстан", "қазақ"),
    ("үй", "үйсіз"),
    ("ана", "анасыз"),
    ("заңгер", "заң"),
    ("балық", "бала"),
    ("әкім", "әке"),
];

#[test]
fn kazakh_forms_meet() {
    let (recall, count, missed) = recall(Lang::Kk, KAZAKH);
    assert!(count >= 150, "{count} pairs");
    assert!(recall >= 0.95, "{recall}: {missed:#?}");
}

#[test]
fn kazakh_words_stay_apart() {
    for (a, b) in KAZAKH_APART {
        assert_ne!(stem(a, Lang::Kk), stem(b, Lang::Kk), "{a} and {b}");
    }
}

#[test]
fn a_kazakh_stem_is_not_stemmed_further() {
    for (word, form) in pairs(KAZAKH) {
        for word in [word, form] {
            let once = stem(word, Lang::Kk);
            assert_eq!(stem(&once, Lang::Kk), once, "{word}");
        }
    }
}

#[test]
fn russian_forms_meet() {
    let table = "
    помощь: помощи помощью
    библиотека: библиотеки библиотеку библиотекой библиотек библиотекам
    юридический: юридическая юридическую юридической юридические
    консультация: консультации консультаций консультацию консультациям
    пенсионер: пенсионеры пенсионерам пенсионеров пенсионеру
    инвалид: инвалиды инвалидам инвалидов
    насилие: насилия насилию насилием
    одиночество: одиночества одиночеству
    семья: семьи семью семьей семьям
    работа: работы работу работе работой";
    let (recall, _, missed) = recall(Lang::Ru, table);
    assert!(recall >= 0.97, "{recall}: {missed:#?}");
}

#[test]
fn ukrainian_forms_meet() {
    let table = "
    допомога: допомоги допомогу допомогою
    бібліотека: бібліотеки бібліотеку бібліотекою бібліотек
    юридичний: юридична юридичну юридичної юридичні
    консультація: консультації консультацію консультацій
    переселенець: переселенці переселенців переселенцям
    ветеран: ветерани ветеранів ветеранам
    житло: житла житлу житлом
    дитина: дитини дитину дитиною
    безробіття: безробіттям безробіттю
    об'єднання: об’єднанням обʼєднанню";
    let (recall, _, missed) = recall(Lang::Uk, table);
    assert!(recall >= 0.85, "{recall}: {missed:#?}");
}

#[test]
fn english_forms_meet_in_any_text() {
    for lang in Lang::ALL {
        let (recall, _, missed) = recall(lang, "library: libraries\nvolunteer: volunteers volunteering\nhousing: housed\n");
        assert!(recall > 0.99, "{missed:?}");
    }
}

#[test]
fn spelling_slips_meet_loosely_and_stay_apart_strictly() {
    for (right, slip, lang) in [
        ("їжа", "іжа", Lang::Uk),
        ("ґанок", "ганок", Lang::Uk),
        ("житло", "жытло", Lang::Uk),
        ("єдність", "эдність", Lang::Uk),
        ("қонақүй", "конакуй", Lang::Kk),
        ("көмек", "комек", Lang::Kk),
    ] {
        let (right, slip) = (Forms::of(right, lang), Forms::of(slip, lang));
        assert_ne!(right.surface, slip.surface);
        assert_eq!(right.loose, slip.loose);
    }
    assert_eq!(Forms::of("Ёлка", Lang::Ru), Forms::of("елка", Lang::Ru));
}

#[test]
fn digits_and_strange_words_are_kept_as_they_are() {
    for word in ["112", "covid19", "ქართული", "中文", "a"] {
        assert_eq!(stem(word, Lang::Kk), word);
    }
    assert!(!Forms::of("ﷺ", Lang::Ru).surface.contains(' '));
}

#[test]
fn the_memory_of_words_says_the_same_as_the_analysis() {
    let mut memory = Memory::default();
    for _ in 0..2 {
        for (word, _) in pairs(KAZAKH) {
            assert_eq!(memory.forms(word, Lang::Kk), Forms::of(word, Lang::Kk));
        }
    }
}
