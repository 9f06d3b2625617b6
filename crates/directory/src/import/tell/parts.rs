//! Parts that several records have: numbers, contacts, languages, areas, ways to reach.
use super::super::dialect::own;
use super::super::mend::{Spoken, spoken, text as mended_text};
use super::TermSaid;
use super::said::Said;
use super::small::{area, url};
use crate::model::{Contact, Kind, Language, Phone, PhoneType, ServiceArea, ServiceWay, Url, WayKind, Words};
use crate::store::write::Blank as _;
use crate::store::{ContactRecord, PhoneRecord};
use std::collections::HashSet;

impl Said<'_> {
    /// Numbers; a row without one says nothing.
    pub(super) fn phones(&self, terms: &mut Vec<TermSaid>) -> Vec<PhoneRecord> {
        self.parts("phones").filter_map(|part| phone(&part, terms)).collect()
    }

    /// Contacts; one without a name, a title, an address or a number says nothing.
    pub(super) fn contacts(&self, terms: &mut Vec<TermSaid>) -> Vec<ContactRecord> {
        self.parts("contacts").filter_map(|part| contact(&part, terms)).collect()
    }

    pub(super) fn areas(&self, terms: &mut Vec<TermSaid>) -> Vec<ServiceArea> {
        self.parts("service_areas").filter_map(|part| area(&part, terms)).collect()
    }

    /// Languages, each once; `keep_words` keeps what names no language as a row of its own.
    pub(super) fn languages(&self, keep_words: bool, terms: &mut Vec<TermSaid>) -> Vec<Language> {
        let (mut all, mut seen) = (Vec::new(), HashSet::new());
        for part in self.parts("languages") {
            let told = part.told_id(Kind::Language);
            part.terms(Kind::Language, told, terms);
            let note = part.words("note");
            let name = part.text("name");
            let code = part.text("code").map(|code| code.to_lowercase());
            if let Some(code) = code {
                let is_code = (2..=3).contains(&code.len()) && code.chars().all(|c| c.is_ascii_lowercase());
                if !is_code {
                    part.warn("code", "import-mend-choice-lost", &code);
                }
                let code = is_code.then_some(code);
                if seen.insert(code.clone().or_else(|| name.clone())) {
                    all.push(Language {
                        id: told,
                        name,
                        code,
                        note,
                        ..Language::blank()
                    });
                }
                continue;
            }
            for piece in name.map(|name| spoken(&mended_text(&name, &mut Vec::new()))).unwrap_or_default() {
                let row = match piece {
                    Spoken::Language { code, name, note: aside } => {
                        let note = if note.is_empty() && !aside.is_empty() {
                            Words::one(self.lang, aside)
                        } else {
                            note.clone()
                        };
                        Language {
                            id: told,
                            name: Some(name),
                            code: Some(code.to_owned()),
                            note,
                            ..Language::blank()
                        }
                    }
                    Spoken::Words(words) if keep_words => Language {
                        id: told,
                        name: Some(words),
                        note: note.clone(),
                        ..Language::blank()
                    },
                    Spoken::Words(_) => continue,
                };
                if seen.insert(row.code.clone().or_else(|| row.name.clone())) {
                    all.push(row);
                }
            }
        }
        all
    }

    /// Numbers, contacts and further addresses of a service, with those that are ways to reach it without speaking apart.
    pub(super) fn ways(&self, terms: &mut Vec<TermSaid>) -> (Vec<ServiceWay>, Vec<PhoneRecord>, Vec<ContactRecord>, Vec<Url>) {
        let (mut ways, mut phones, mut contacts, mut urls) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        let way = |part: &Said<'_>, address: Option<String>, note: &str| {
            let kind = part.choice("way", WayKind::parse)?;
            Some(ServiceWay {
                id: part.told_id(Kind::Phone),
                kind,
                address: address?,
                note: part.words(note),
                ..ServiceWay::blank()
            })
        };
        for part in self.parts("phones") {
            match way(&part, part.text("number"), "description") {
                Some(way) => ways.push(way),
                None => phones.extend(phone(&part, terms)),
            }
        }
        for part in self.parts("contacts") {
            match way(&part, part.text("email"), "title") {
                Some(way) => ways.push(way),
                None => contacts.extend(contact(&part, terms)),
            }
        }
        for part in self.parts("additional_urls") {
            match way(&part, part.text("url"), "label") {
                Some(way) => ways.push(way),
                None => urls.extend(url(&part, terms)),
            }
        }
        (ways, phones, contacts, urls)
    }
}

fn phone(said: &Said<'_>, terms: &mut Vec<TermSaid>) -> Option<PhoneRecord> {
    let raw = said.text("number")?;
    let number = said.phone_number(&raw)?;
    let prefix: String = said
        .record
        .text(own::PREFIX)
        .unwrap_or_default()
        .chars()
        .filter(char::is_ascii_digit)
        .collect();
    let has_prefix = prefix.is_empty() || number.number.starts_with('+');
    let told = said.told_id(Kind::Phone);
    said.terms(Kind::Phone, told, terms);
    let mut description = said.words("description");
    let mut add = |text: &str| {
        let own = description.get(said.lang).unwrap_or_default();
        let whole = if own.is_empty() {
            text.to_owned()
        } else {
            format!("{own}; {text}")
        };
        description.0.set(said.lang, whole);
    };
    let phone_type = said.text("type").and_then(|word| {
        let known = PhoneType::read(&word);
        if known.is_none() {
            said.warn("type", "import-mend-type-words", &word);
            add(&word);
        }
        known
    });
    if !number.beside.is_empty() {
        said.warn("number", "import-mend-phone-rest", &number.beside);
        add(&number.beside);
    }
    let extension = said.record.text("extension").and_then(|raw| {
        let digits: String = raw.chars().filter(char::is_ascii_digit).collect();
        let found = digits.parse::<i32>().ok();
        if found.is_none() {
            said.warn("extension", "import-mend-phone-rest", &raw);
            add(&raw);
        }
        found
    });
    let row = Phone {
        id: told,
        number: if has_prefix {
            number.number
        } else {
            format!("+{prefix} {}", number.number)
        },
        extension: extension.or(number.extension),
        phone_type,
        description,
        ..Phone::blank()
    };
    Some(PhoneRecord {
        phone: row,
        languages: said.languages(true, terms),
    })
}

fn contact(said: &Said<'_>, terms: &mut Vec<TermSaid>) -> Option<ContactRecord> {
    let told = said.told_id(Kind::Contact);
    said.terms(Kind::Contact, told, terms);
    let row = Contact {
        id: told,
        name: said.text("name"),
        title: said.words("title"),
        department: said.words("department"),
        email: said.email("email"),
        ..Contact::blank()
    };
    let phones = said.phones(terms);
    let says = row.name.is_some() || !row.title.is_empty() || !row.department.is_empty() || row.email.is_some() || !phones.is_empty();
    says.then_some(ContactRecord { contact: row, phones })
}
