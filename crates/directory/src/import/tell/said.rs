//! One record being asked, field by field: every answer is mended, and every mend is written down where it happened.
use super::super::limits::MAX_NAME;
use super::super::mend::{self, Remark};
use super::super::problem::{Problems, Severity};
use super::super::record::{Datum, Record};
use super::{TermSaid, canonical};
use crate::model::{Attribute, Kind, MainLang, Metadata, Words};
use crate::store::write::Blank as _;
use chrono::NaiveDate;
use kolo_words::{Lang, Message};
use std::borrow::Cow;
use std::cell::RefCell;
use uuid::Uuid;

/// What is known before the first record.
#[derive(Clone, Debug)]
pub struct Setting {
    /// The name under which origins are remembered.
    pub source: String,
    /// Foreign ids that are no UUIDs become UUIDs within this space: one a community and source.
    pub space: Uuid,
    /// The language of texts that do not show their own.
    pub lang: Lang,
    /// ISO 3166-1, for addresses that name none.
    pub country: String,
    /// What to call the vocabulary of terms that name none.
    pub own_taxonomy: String,
}

impl Setting {
    /// Our identity of a record: its own when it is a UUID, one that follows from its id otherwise.
    pub fn identity(&self, kind: Kind, id: &str) -> Uuid {
        match Uuid::try_parse(id) {
            Ok(uuid) if !uuid.is_nil() => uuid,
            _ => Uuid::new_v5(&self.space, format!("{kind}:{id}").as_bytes()),
        }
    }
}

/// A record, or a part of one, being asked.
pub(super) struct Said<'a> {
    pub record: &'a Record,
    pub setting: &'a Setting,
    /// The language of its texts.
    pub lang: Lang,
    problems: &'a RefCell<Problems>,
    id: Cow<'a, str>,
    /// From the record that is named in problems to this part: `phones[0].`.
    path: String,
}

impl<'a> Said<'a> {
    /// A main record.
    pub(super) fn of(record: &'a Record, id: &'a str, setting: &'a Setting, problems: &'a RefCell<Problems>) -> Self {
        let told = record.text("text_language").and_then(|code| code.parse().ok());
        let lang = told.unwrap_or_else(|| {
            let texts = ["name", "description", "alternate_name", "application_process"]
                .into_iter()
                .filter_map(|name| record.text(name));
            lang_of(texts, setting.lang)
        });
        Self {
            record,
            setting,
            lang,
            problems,
            id: Cow::Borrowed(id),
            path: String::new(),
        }
    }

    /// The parts in a list, each ready to be asked.
    pub(super) fn parts(&self, list: &'static str) -> impl Iterator<Item = Said<'_>> {
        self.record.many(list).map(move |(number, part)| self.part(list, number, part))
    }

    fn part<'b>(&'b self, list: &str, number: usize, part: &'b Record) -> Said<'b> {
        // A part from a table of its own is found by its own line; one inside JSON by the path to it.
        let (id, path) = if part.place == self.record.place {
            (Cow::Borrowed(&*self.id), format!("{}{list}[{number}].", self.path))
        } else {
            (part.text("id").unwrap_or(Cow::Borrowed(&self.id)), String::new())
        };
        Said {
            record: part,
            setting: self.setting,
            lang: self.lang,
            problems: self.problems,
            id,
            path,
        }
    }

    pub(super) fn main_lang(&self) -> MainLang {
        self.lang.into()
    }

    /// Writes a problem down.
    pub(super) fn problem(&self, field: &str, severity: Severity, message: Message) {
        self.problems
            .borrow_mut()
            .add(&self.record.place, &self.id, format!("{}{field}", self.path), severity, message);
    }

    pub(super) fn warn(&self, field: &str, key: &'static str, value: &str) {
        self.problem(field, Severity::Warning, Message::new(key).with("value", mend::shortened(value)));
    }

    fn mended<T>(&self, field: &str, work: impl FnOnce(&mut Vec<Remark>) -> T) -> T {
        let mut remarks = Vec::new();
        let value = work(&mut remarks);
        for remark in remarks {
            self.problem(field, remark.severity, remark.message);
        }
        value
    }

    /// A mended text, or nothing.
    pub(super) fn text(&self, field: &str) -> Option<String> {
        let raw = self.record.get(field)?.written()?;
        if raw.trim().is_empty() {
            return None;
        }
        let text = self.mended(field, |remarks| mend::text(&raw, remarks));
        Some(text).filter(|text| !text.is_empty())
    }

    /// A text with its translations.
    pub(super) fn words(&self, field: &str) -> Words {
        let own = self.text(field);
        let mut words = own.map_or_else(Words::default, |text| Words::one(self.lang, text));
        if let Some(translations) = self.record.one("translations") {
            for (code, texts) in &translations.fields {
                if let (Ok(lang), Datum::One(texts)) = (code.parse::<Lang>(), texts)
                    && let Some(text) = texts.text(field)
                {
                    let text = self.mended(field, |remarks| mend::text(&text, remarks));
                    let is_stand_in = words.get(self.lang) == Some(text.as_str()) && lang != self.lang;
                    words.0.set(lang, text);
                    if is_stand_in {
                        // The field only stood in for a text that does not exist in the record's own language.
                        words.0.set(self.lang, "");
                    }
                }
            }
        }
        words
    }

    /// The name of a main record; nothing, with an error, when it has none.
    pub(super) fn name(&self) -> Option<Words> {
        let mut name = self.words("name");
        if name.is_empty() {
            name = self.words("alternate_name");
        }
        if name.is_empty() {
            self.problem("name", Severity::Error, Message::new("import-row-no-name"));
            return None;
        }
        self.cut(&mut name);
        Some(name)
    }

    /// Databases order by names, so a name has a largest size.
    pub(super) fn cut(&self, name: &mut Words) {
        let long: Vec<Lang> = name
            .iter()
            .filter(|(_, text)| text.chars().count() > MAX_NAME)
            .map(|(lang, _)| lang)
            .collect();
        for lang in long {
            let whole = name.get(lang).unwrap_or_default().to_owned();
            self.warn("name", "import-mend-name-long", &whole);
            let short: String = whole.chars().take(MAX_NAME - 1).collect();
            name.0.set(lang, format!("{}…", short.trim_end()));
        }
    }

    /// A description that is more than the name once again.
    pub(super) fn description(&self, name: &Words) -> Words {
        let description = self.words("description");
        if description == *name { Words::default() } else { description }
    }

    /// The first web address of a field; what else is in it goes to `others`.
    pub(super) fn web(&self, field: &str, others: &mut Vec<String>) -> Option<String> {
        let raw = self.record.text(field)?;
        let mut found = self.mended(field, |remarks| mend::web_addresses(&raw, remarks)).into_iter();
        let first = found.next();
        others.extend(found);
        first
    }

    /// A web address where only one has room.
    pub(super) fn one_web(&self, field: &str) -> Option<String> {
        let mut others = Vec::new();
        let first = self.web(field, &mut others);
        for other in others {
            self.warn(field, "import-mend-url-second", &other);
        }
        first
    }

    pub(super) fn email(&self, field: &str) -> Option<String> {
        let raw = self.record.text(field)?;
        self.mended(field, |remarks| mend::email(&raw, remarks))
    }

    pub(super) fn whole(&self, field: &str, least: i32, most: i32) -> Option<i32> {
        let raw = self.record.text(field)?;
        self.mended(field, |remarks| mend::whole(&raw, least, most, remarks))
    }

    pub(super) fn number(&self, field: &str) -> Option<f64> {
        let raw = self.record.text(field)?;
        self.mended(field, |remarks| mend::number(&raw, remarks))
    }

    pub(super) fn date(&self, field: &str) -> Option<NaiveDate> {
        let raw = self.record.text(field)?;
        self.mended(field, |remarks| mend::date(&raw, remarks))
    }

    /// A year: of a whole date only its year.
    pub(super) fn year(&self, field: &str) -> Option<i32> {
        let raw = self.record.text(field)?;
        if raw.chars().all(|c| c.is_ascii_digit()) {
            return self.whole(field, 1000, 2200);
        }
        self.mended(field, |remarks| mend::date(&raw, remarks))
            .map(|day| chrono::Datelike::year(&day))
    }

    pub(super) fn is_true(&self, field: &str) -> bool {
        let word = self.record.text(field).unwrap_or_default().to_lowercase();
        matches!(word.as_str(), "true" | "yes" | "1" | "y" | "t")
    }

    /// One of a closed list of words; an unknown word is told and lost.
    pub(super) fn choice<T>(&self, field: &str, parse: impl Fn(&str) -> Option<T>) -> Option<T> {
        let raw = self.record.text(field)?;
        let found = parse(&raw)
            .or_else(|| parse(&raw.to_lowercase()))
            .or_else(|| parse(&raw.to_uppercase()));
        if found.is_none() {
            self.warn(field, "import-mend-choice-lost", &raw);
        }
        found
    }

    /// Both times of a row.
    pub(super) fn hours(&self) -> mend::Hours {
        let (opens, closes) = (self.record.text("opens_at"), self.record.text("closes_at"));
        let mut remarks = Vec::new();
        let hours = mend::hours(opens.as_deref(), closes.as_deref(), &mut remarks);
        for remark in remarks {
            let value = remark.message.args.first().map(|(_, value)| value.clone());
            let is_closing = value.is_some() && value == closes.as_deref().map(|raw| mend::shortened(raw).into());
            self.problem(if is_closing { "closes_at" } else { "opens_at" }, remark.severity, remark.message);
        }
        hours
    }

    pub(super) fn point(&self) -> Option<(f64, f64)> {
        let (latitude, longitude) = (self.record.text("latitude"), self.record.text("longitude"));
        self.mended("latitude", |remarks| {
            mend::coordinate(latitude.as_deref(), longitude.as_deref(), remarks)
        })
    }

    pub(super) fn status(&self) -> crate::model::Status {
        let raw = self.record.text("status");
        self.mended("status", |remarks| mend::status(raw.as_deref(), remarks))
    }

    pub(super) fn phone_number(&self, raw: &str) -> Option<mend::Number> {
        self.mended("number", |remarks| mend::phone(raw, remarks))
    }

    /// The id of another record, as the source writes it.
    pub(super) fn reference(&self, field: &str) -> Option<String> {
        self.record.text(field).map(|id| canonical(&id))
    }

    /// The identity by which attributes find this part; nil when the source gives it none.
    pub(super) fn told_id(&self, kind: Kind) -> Uuid {
        self.record.text("id").map_or_else(Uuid::nil, |id| self.setting.identity(kind, &id))
    }

    /// Terms and values said of this record or part.
    pub(super) fn terms(&self, kind: Kind, link_id: Uuid, terms: &mut Vec<TermSaid>) {
        for (number, part) in self.record.many("attributes") {
            let said = self.part("attributes", number, part);
            let nested = || Some(canonical(&part.one("taxonomy_term")?.text("id")?));
            let term = said.reference("taxonomy_term_id").or_else(nested);
            let attribute = Attribute {
                link_entity: kind,
                link_id,
                link_type: said.text("link_type"),
                value: said.text("value"),
                label: said.words("label"),
                ..Attribute::blank()
            };
            if term.is_none() && attribute.value.is_none() && attribute.label.is_empty() {
                continue;
            }
            terms.push(TermSaid {
                attribute,
                term,
                place: part.place.clone(),
                number,
            });
        }
    }

    /// What a foreign system recorded of the changes of this record.
    pub(super) fn history(&self, resource_id: Uuid, kind: Kind) -> Vec<Metadata> {
        let one = |said: Said<'_>| {
            Some(Metadata {
                resource_kind: kind,
                resource_id,
                last_action_on: said.date("last_action_date")?,
                last_action_type: said.text("last_action_type").unwrap_or_default(),
                field_name: said.text("field_name").unwrap_or_default(),
                previous_value: said.text("previous_value").unwrap_or_default(),
                replacement_value: said.text("replacement_value").unwrap_or_default(),
                updated_by: said.text("updated_by").unwrap_or_default(),
                ..Metadata::blank()
            })
        };
        self.parts("metadata").filter_map(one).collect()
    }
}

/// The language of some texts by their letters; `likely` where the letters do not tell.
pub fn lang_of<T: AsRef<str>>(texts: impl IntoIterator<Item = T>, likely: Lang) -> Lang {
    let (mut latin, mut cyrillic, mut kazakh, mut ukrainian, mut russian) = (0, 0, 0, 0, 0);
    for text in texts {
        for c in text.as_ref().chars().take(2_000).flat_map(char::to_lowercase) {
            match c {
                'a'..='z' => latin += 1,
                'ә' | 'ғ' | 'қ' | 'ң' | 'ө' | 'ұ' | 'ү' | 'һ' => kazakh += 1,
                'ї' | 'є' | 'ґ' => ukrainian += 2,
                'і' => ukrainian += 1,
                'ы' | 'э' | 'ъ' | 'ё' => russian += 1,
                'а'..='я' => cyrillic += 1,
                _ => {}
            }
        }
    }
    let all = cyrillic + kazakh + ukrainian + russian;
    if all < latin || all == 0 {
        return if latin > 0 { Lang::En } else { likely };
    }
    // Kazakh has і and ы too; its own letters decide.
    if kazakh * 20 > all {
        Lang::Kk
    } else if ukrainian > russian {
        Lang::Uk
    } else if russian > 0 || likely == Lang::En {
        Lang::Ru
    } else {
        likely
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_language_is_known_by_its_letters() {
        let cases = [
            ("Free meals for families", Lang::En),
            ("Безкоштовні обіди для сімей", Lang::Uk),
            ("Бесплатные обеды для семей", Lang::Ru),
            ("Отбасыларға арналған тегін түскі ас", Lang::Kk),
            ("Книга", Lang::Uk),
            ("12345", Lang::Uk),
        ];
        for (text, lang) in cases {
            assert_eq!(lang_of([text], Lang::Uk), lang, "{text}");
        }
        assert_eq!(lang_of(["Книга"], Lang::En), Lang::Ru);
    }

    #[test]
    fn an_id_that_is_a_uuid_is_kept_and_any_other_always_becomes_the_same() {
        let setting = |space| Setting {
            source: "x".into(),
            space: Uuid::from_u128(space),
            lang: Lang::En,
            country: "UA".into(),
            own_taxonomy: String::new(),
        };
        let own = "1deda9db-5056-56ae-9b86-cef1781e944a";
        assert_eq!(setting(1).identity(Kind::Service, own).to_string(), own);
        assert_eq!(setting(1).identity(Kind::Service, "7"), setting(1).identity(Kind::Service, "7"));
        assert_ne!(setting(1).identity(Kind::Service, "7"), setting(2).identity(Kind::Service, "7"));
        assert_ne!(setting(1).identity(Kind::Service, "7"), setting(1).identity(Kind::Location, "7"));
    }
}
