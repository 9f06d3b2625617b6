//! Made-up services in four languages: the same every time, with words as frequent as in real texts (Zipf).
use kolo_platform::search::{Entry, Part};
use kolo_words::Lang;
use serde_json::{Value, json};
use uuid::Uuid;

/// The head of each language's vocabulary; the long tail is made of syllables.
const HEADS: [(Lang, &str, &str); 4] = [
    (
        Lang::Ru,
        "и в на для по с помощь центр услуги дети семья бесплатно консультация социальный работа район библиотека школа поддержка \
         человек инвалид пенсионер обучение занятие группа запись телефон документы психологический юридический медицинский город",
        "ба ве го ди жу ка ло мы не по ра си ту фе хо ца чи шу ще лье ний ость ова ство",
    ),
    (
        Lang::Uk,
        "і в на для за з допомога центр послуги діти родина безкоштовно консультація соціальний робота громада бібліотека школа \
         підтримка людина переселенці ветерани навчання заняття група запис телефон документи психологічний юридичний медичний місто",
        "ба ві го ди жу ка ло ми не по ра сі ту фе хо ця чи шу ще лля ний ість ова ство",
    ),
    (
        Lang::Kk,
        "және үшін бойынша көмек орталық қызмет балалар отбасы тегін кеңес әлеуметтік жұмыс аудан кітапхана мектеп қолдау адам \
         мүгедек зейнеткер оқыту сабақ топ жазылу телефон құжаттар психологиялық заңгерлік медициналық қала",
        "ба ке қо ді жү ға лы мы не пә ра сі тұ шы ай ел ың дар лық тер мен нің",
    ),
    (
        Lang::En,
        "and for the of with help centre services children family free advice social work district library school support people \
         disabled pensioner training class group booking phone documents legal medical housing city",
        "ba ve go di ju ka lo my ne po ra si tu fe ho ca chi shu ing tion ment ness er al",
    ),
];
const VOCABULARY: usize = 20_000;
/// Words before this place are too common for a title or a question.
const COMMON: usize = 6;
/// Name, how many values it has, how many an entry has at most.
pub(crate) const DIMENSIONS: [(&str, u64, u64); 8] = [
    ("situation", 30, 3),
    ("help", 60, 2),
    ("organization", 3_000, 1),
    ("city", 400, 1),
    ("language", 6, 2),
    ("cost", 3, 1),
    ("accessibility", 8, 3),
    ("way", 3, 2),
];
/// The community that has all of them.
pub(crate) const COMMUNITY: Uuid = Uuid::from_u128(1);

/// Chance that is the same every time.
#[derive(Clone, Debug)]
pub(crate) struct Dice(u64);

impl Default for Dice {
    fn default() -> Self {
        Self(0x9E37_79B9_7F4A_7C15)
    }
}

impl Dice {
    pub(crate) fn roll(&mut self, sides: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % sides
    }

    fn place(&mut self, length: usize) -> usize {
        usize::try_from(self.roll(u64::try_from(length.max(1)).unwrap_or(1))).unwrap_or_default()
    }

    /// A place in the vocabulary: the first is the commonest.
    fn rank(&mut self) -> usize {
        let even = f64::from(u32::try_from(self.roll(1 << 30)).unwrap_or_default()) / f64::from(1 << 30);
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            clippy::cast_precision_loss,
            reason = "a place below twenty thousand"
        )]
        let rank = ((VOCABULARY as f64).powf(even) - 1.0) as usize;
        rank
    }
}

/// The words of every language.
#[derive(Debug)]
pub(crate) struct Words(Vec<(Lang, Vec<String>)>);

/// A made-up service.
#[derive(Debug)]
pub(crate) struct Made {
    pub(crate) number: u32,
    pub(crate) lang: Lang,
    pub(crate) title: String,
    pub(crate) short: String,
    pub(crate) keywords: String,
    pub(crate) body: String,
    pub(crate) facets: Vec<(&'static str, String)>,
    pub(crate) point: (f64, f64),
}

impl Words {
    pub(crate) fn new(dice: &mut Dice) -> Self {
        let mut vocabulary = |head: &str, tail: &str| {
            let syllables: Vec<_> = tail.split_whitespace().collect();
            let mut words: Vec<String> = head.split_whitespace().map(str::to_owned).collect();
            while words.len() < VOCABULARY {
                let count = 2 + dice.roll(3);
                words.push(
                    (0..count)
                        .filter_map(|_| syllables.get(dice.place(syllables.len())).copied())
                        .collect(),
                );
            }
            words
        };
        Self(HEADS.iter().map(|(lang, head, tail)| (*lang, vocabulary(head, tail))).collect())
    }

    /// Russian most often, English least.
    fn of_somebody(&self, dice: &mut Dice) -> &(Lang, Vec<String>) {
        const SHARES: [usize; 10] = [0, 0, 0, 0, 1, 1, 1, 2, 2, 3];
        let share = SHARES.get(dice.place(SHARES.len())).copied().unwrap_or_default();
        self.0
            .get(share)
            .or_else(|| self.0.first())
            .unwrap_or_else(|| unreachable!("because there are four languages"))
    }

    /// A question of one to three words, and its language.
    pub(crate) fn question(&self, dice: &mut Dice) -> (Lang, String) {
        let (lang, words) = self.of_somebody(dice);
        let count = 1 + dice.roll(3);
        (*lang, text(dice, words.get(COMMON..).unwrap_or_default(), count))
    }

    /// The beginning of a word, as far as somebody typed it.
    pub(crate) fn beginning(&self, dice: &mut Dice) -> (Lang, String) {
        let (lang, words) = self.of_somebody(dice);
        let letters = 2 + dice.place(5);
        let word = words
            .get(20 + dice.rank() % (VOCABULARY - 5_000))
            .map(String::as_str)
            .unwrap_or_default();
        (*lang, word.chars().take(letters).collect())
    }

    /// The next service.
    pub(crate) fn service(&self, dice: &mut Dice, number: u32) -> Made {
        let (lang, words) = self.of_somebody(dice);
        let rare = words.get(20..).unwrap_or_default();
        let length = 25 + dice.roll(30);
        let mut made = Made {
            number,
            lang: *lang,
            title: text(dice, rare, 4),
            short: text(dice, words, 8),
            keywords: text(dice, words, 3),
            body: text(dice, words, length),
            facets: Vec::new(),
            point: (
                45.0 + f64::from(u32::try_from(dice.roll(1_000)).unwrap_or_default()) / 100.0,
                30.0 + f64::from(u32::try_from(dice.roll(5_000)).unwrap_or_default()) / 100.0,
            ),
        };
        for (dimension, values, most) in DIMENSIONS {
            for _ in 0..=dice.roll(most) {
                made.facets.push((dimension, format!("value-{:04}", dice.roll(values))));
            }
        }
        made
    }
}

fn text(dice: &mut Dice, words: &[String], count: u64) -> String {
    let word = |_| words.get(dice.rank() % words.len().max(1)).map(String::as_str).unwrap_or_default();
    (0..count).map(word).collect::<Vec<_>>().join(" ")
}

impl Made {
    fn id(&self) -> Uuid {
        Uuid::from_u128(u128::from(self.number + 1) << 32)
    }

    /// As the search engine takes it.
    pub(crate) fn entry(&self) -> Entry {
        let mut entry = Entry::new("service", self.id())
            .text(self.lang, Part::Title, self.title.as_str())
            .text(self.lang, Part::Short, self.short.as_str())
            .text(self.lang, Part::Keyword, self.keywords.as_str())
            .text(self.lang, Part::Body, self.body.as_str());
        for (dimension, value) in &self.facets {
            entry = entry.facet(*dimension, value.as_str());
        }
        entry.communities = vec![COMMUNITY];
        entry.points = vec![self.point];
        entry.hours = (0..5).map(|day| (day * 1440 + 540, day * 1440 + 1080)).collect();
        entry.sort_name.clone_from(&self.title);
        entry
    }

    /// As a line of HSDS 3: nested, with an organization, a place, a telephone and hours, as such directories are.
    pub(crate) fn hsds(&self) -> Value {
        let of = |kind: u128, number: u32| Uuid::from_u128((kind << 96) | (u128::from(number + 1) << 32)).to_string();
        let organization = self.number / 4;
        let (service, location) = (self.id().to_string(), of(2, self.number));
        json!({
            "id": service,
            "name": self.title,
            "description": format!("{}. {}", self.short, self.body),
            "status": "active",
            "application_process": self.keywords,
            "email": format!("service{}@example.org", self.number),
            "url": format!("https://example.org/services/{}", self.number),
            "organization": { "id": of(1, organization), "name": format!("Organization {organization}"), "description": "Made up" },
            "phones": [{ "id": of(3, self.number), "number": format!("+38000{:07}", self.number), "type": "voice" }],
            "schedules": [{
                "id": of(4, self.number), "freq": "WEEKLY", "interval": 1, "byday": "MO,TU,WE,TH,FR",
                "opens_at": "09:00:00", "closes_at": "18:00:00"
            }],
            "service_at_locations": [{
                "id": of(5, self.number), "service_id": service, "location_id": location,
                "location": {
                    "id": location, "location_type": "physical", "name": format!("Place {}", self.number),
                    "latitude": self.point.0, "longitude": self.point.1,
                    "addresses": [{
                        "id": of(6, self.number), "address_1": format!("Street {}", self.number), "city": "Town", "state_province": "Region",
                        "postal_code": "01001", "country": "UA", "address_type": "physical"
                    }]
                }
            }]
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_made_is_the_same_every_time() {
        let make = || {
            let mut dice = Dice::default();
            let words = Words::new(&mut dice);
            let service = words.service(&mut dice, 7);
            (service.title, service.body, service.facets, words.question(&mut dice).1)
        };
        let (title, body, facets, question) = make();
        assert_eq!(make(), (title.clone(), body, facets.clone(), question.clone()));
        assert!(!title.trim().is_empty() && facets.len() >= DIMENSIONS.len() && !question.trim().is_empty());
    }

    #[test]
    fn a_line_of_hsds_names_its_parts_without_repeating_an_identity() {
        let mut dice = Dice::default();
        let words = Words::new(&mut dice);
        let line = words.service(&mut dice, 0).hsds();
        let place = &line["service_at_locations"][0];
        let ids = [
            &line["id"],
            &line["organization"]["id"],
            &line["phones"][0]["id"],
            &place["id"],
            &place["location"]["id"],
        ];
        let different: std::collections::BTreeSet<_> = ids.iter().map(ToString::to_string).collect();
        assert_eq!(different.len(), ids.len());
    }
}
