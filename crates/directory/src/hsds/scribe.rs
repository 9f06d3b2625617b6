//! Writing our rows as objects of the standard.
//!
//! A scribe writes single objects; whoever answers a request nests them ([`Record::with_many`]). Owners' ids are always
//! written, so the same records serve JSON and tabular packages.
use super::record::Record;
use super::values::{amount, date_time};
use crate::model::{
    AccessKind, Accessibility, Attribute, Contact, CostOption, Funding, Kind, Language, MetaTableDescription, Metadata, Organization,
    OrganizationIdentifier, Phone, PhoneType, Program, RequiredDocument, Service, ServiceArea, ServiceAtLocation, ServiceCapacity,
    ServiceWay, Status, Taxonomy, TaxonomyTerm, Unit, Url, WayKind, Words,
};
use jiff::civil::Date;
use jiff::tz::TimeZone;
use kolo_words::Lang;

mod hours;
mod places;

/// Writes rows of one community as objects of the standard.
#[derive(Clone, Debug)]
pub struct Scribe {
    lang: Lang,
    zone: TimeZone,
    today: Date,
}

#[expect(
    clippy::unused_self,
    reason = "one scribe writes every object; some need neither its language nor its zone"
)]
impl Scribe {
    /// `lang` is the language of the standard's fields for rows that have no language of their own; `zone` is that of local
    /// times, whose distance from UTC is taken as of `today`.
    pub fn new(lang: Lang, zone: TimeZone, today: Date) -> Self {
        Self { lang, zone, today }
    }

    /// The same scribe for the parts of a record in another language.
    #[must_use]
    pub fn speaking(&self, lang: impl Into<Lang>) -> Self {
        Self {
            lang: lang.into(),
            ..self.clone()
        }
    }

    /// An organization.
    pub fn organization(&self, row: &Organization) -> Record {
        let lang = row.main_lang.into();
        let record = Record::new(Kind::Organization, row.id)
            .words_or(lang, "name", &row.name, &row.alternate_name)
            .words(lang, "alternate_name", &row.alternate_name)
            .words_or(lang, "description", &row.description, &row.name)
            .email("email", row.email.as_deref())
            .uri("website", row.website.as_deref())
            .text("tax_status", row.tax_status.as_deref())
            .text("tax_id", row.tax_id.as_deref())
            .may("year_incorporated", row.year_incorporated)
            .words(lang, "legal_status", &row.legal_status)
            .uri("logo", row.logo.as_deref())
            .uri("uri", row.uri.as_deref())
            .id("parent_organization_id", row.parent_organization_id);
        main(record, lang, row.status, row.verified_on, row.is_sample).put("last_modified", date_time(row.updated_at))
    }

    /// A program.
    pub fn program(&self, row: &Program) -> Record {
        let lang = row.main_lang.into();
        let record = Record::new(Kind::Program, row.id)
            .id("organization_id", Some(row.organization_id))
            .words_or(lang, "name", &row.name, &row.alternate_name)
            .words(lang, "alternate_name", &row.alternate_name)
            .words_or(lang, "description", &row.description, &row.name);
        main(record, lang, row.status, row.verified_on, row.is_sample).put("last_modified", date_time(row.updated_at))
    }

    /// A service, without anything nested.
    pub fn service(&self, row: &Service) -> Record {
        let lang = row.main_lang.into();
        Record::new(Kind::Service, row.id)
            .id("organization_id", Some(row.organization_id))
            .id("program_id", row.program_id)
            .words_or(lang, "name", &row.name, &row.alternate_name)
            .words(lang, "alternate_name", &row.alternate_name)
            .words(lang, "description", &row.description)
            .uri("url", row.url.as_deref())
            .email("email", row.email.as_deref())
            .put("status", row.status.code())
            .words(lang, "interpretation_services", &row.interpretation_services)
            .words(lang, "application_process", &row.application_process)
            .words(lang, "fees_description", &row.fees_description)
            .words(lang, "wait_time", &row.wait_time)
            .words(lang, "accreditations", &row.accreditations)
            .words(lang, "eligibility_description", &row.eligibility_description)
            .may("minimum_age", row.minimum_age)
            .may("maximum_age", row.maximum_age)
            .may("assured_date", row.verified_on.map(|day| day.to_string()))
            .email("assurer_email", row.assurer_email.as_deref())
            .words(lang, "licenses", &row.licenses)
            .words(lang, "alert", &row.alert)
            .put("last_modified", date_time(row.updated_at))
            .words(lang, "summary", &row.short)
            .put("hours", row.hours.code())
            .uri("online_url", row.online_url.as_deref())
            .flag("is_by_phone", row.is_by_phone)
            .flag("is_hotline", row.is_hotline)
            .flag("is_sample", row.is_sample)
            .put("text_language", lang.code())
    }

    /// A service at a place, without either of them.
    pub fn service_at_location(&self, row: &ServiceAtLocation) -> Record {
        Record::new(Kind::ServiceAtLocation, row.id)
            .id("service_id", Some(row.service_id))
            .id("location_id", Some(row.location_id))
            .words(self.lang, "description", &row.description)
            .put("hours", row.hours.code())
            .put("text_language", self.lang.code())
    }

    /// A number.
    pub fn phone(&self, row: &Phone) -> Record {
        Record::new(Kind::Phone, row.id)
            .id("location_id", row.location_id)
            .id("service_id", row.service_id)
            .id("organization_id", row.organization_id)
            .id("contact_id", row.contact_id)
            .id("service_at_location_id", row.service_at_location_id)
            .put("number", row.number.as_str())
            .may("extension", row.extension)
            .may("type", row.phone_type.map(PhoneType::code))
            .words(self.lang, "description", &row.description)
    }

    /// A contact.
    pub fn contact(&self, row: &Contact) -> Record {
        Record::new(Kind::Contact, row.id)
            .id("organization_id", row.organization_id)
            .id("service_id", row.service_id)
            .id("service_at_location_id", row.service_at_location_id)
            .id("location_id", row.location_id)
            .text("name", row.name.as_deref())
            .words(self.lang, "title", &row.title)
            .words(self.lang, "department", &row.department)
            .email("email", row.email.as_deref())
    }

    /// An area served.
    pub fn service_area(&self, row: &ServiceArea) -> Record {
        Record::new(Kind::ServiceArea, row.id)
            .id("service_id", row.service_id)
            .id("service_at_location_id", row.service_at_location_id)
            .words(self.lang, "name", &row.name)
            .words(self.lang, "description", &row.description)
            .text("extent", row.extent.as_deref())
            .text("extent_type", row.extent_type.as_deref())
            .uri("uri", row.uri.as_deref())
    }

    /// A spoken language. One of ours without a name is called as its speakers call it.
    pub fn language(&self, row: &Language) -> Record {
        let known = || row.code.as_deref().and_then(|code| code.parse::<Lang>().ok()).map(Lang::own_name);
        Record::new(Kind::Language, row.id)
            .id("service_id", row.service_id)
            .id("location_id", row.location_id)
            .id("phone_id", row.phone_id)
            .text("name", row.name.as_deref().or_else(known))
            .text("code", row.code.as_deref())
            .words(self.lang, "note", &row.note)
    }

    /// An arrangement for people with disabilities; one of a known kind without words is described by that kind.
    pub fn accessibility(&self, row: &Accessibility) -> Record {
        let kind = row.kind.map(|kind| kind.code().replace('_', " "));
        let record = Record::new(Kind::Accessibility, row.id).id("location_id", Some(row.location_id));
        let record = match kind {
            Some(kind) if row.description.is_empty() => record.put("description", kind),
            _ => record.words(self.lang, "description", &row.description),
        };
        record
            .words(self.lang, "details", &row.details)
            .uri("url", row.url.as_deref())
            .may("kind", row.kind.map(AccessKind::code))
    }

    /// A price.
    pub fn cost_option(&self, row: &CostOption) -> Record {
        Record::new(Kind::CostOption, row.id)
            .id("service_id", Some(row.service_id))
            .may("valid_from", row.valid_from.map(|day| day.to_string()))
            .may("valid_to", row.valid_to.map(|day| day.to_string()))
            .words(self.lang, "option", &row.option)
            .text("currency", row.currency.as_deref())
            .may("amount", row.amount_minor.and_then(amount))
            .words(self.lang, "amount_description", &row.amount_description)
    }

    /// A document to bring.
    pub fn required_document(&self, row: &RequiredDocument) -> Record {
        Record::new(Kind::RequiredDocument, row.id)
            .id("service_id", Some(row.service_id))
            .words(self.lang, "document", &row.document)
            .uri("uri", row.uri.as_deref())
    }

    /// A source of money.
    pub fn funding(&self, row: &Funding) -> Record {
        Record::new(Kind::Funding, row.id)
            .id("organization_id", row.organization_id)
            .id("service_id", row.service_id)
            .words(self.lang, "source", &row.funded_by)
    }

    /// A unit of capacity.
    pub fn unit(&self, row: &Unit) -> Record {
        Record::new(Kind::Unit, row.id)
            .words_or(self.lang, "name", &row.name, &Words::default())
            .text("scheme", row.scheme.as_deref())
            .text("identifier", row.identifier.as_deref())
            .uri("uri", row.uri.as_deref())
    }

    /// Free places, with the unit they are counted in.
    pub fn service_capacity(&self, row: &ServiceCapacity, unit: &Unit) -> Record {
        Record::new(Kind::ServiceCapacity, row.id)
            .id("service_id", Some(row.service_id))
            .with_one("unit", self.unit(unit))
            .id("unit_id", Some(row.unit_id))
            .put("available", row.available)
            .may("maximum", row.maximum)
            .words(self.lang, "description", &row.description)
            .put("updated", date_time(row.counted_at))
    }

    /// A further address; one that is no address of the net is left out.
    pub fn url(&self, row: &Url) -> Option<Record> {
        let url = super::uri(&row.url)?;
        let record = Record::new(Kind::Url, row.id)
            .words(self.lang, "label", &row.label)
            .put("url", url)
            .id("organization_id", row.organization_id)
            .id("service_id", row.service_id);
        Some(record)
    }

    /// A register number.
    pub fn organization_identifier(&self, row: &OrganizationIdentifier) -> Record {
        Record::new(Kind::OrganizationIdentifier, row.id)
            .id("organization_id", Some(row.organization_id))
            .text("identifier_scheme", row.identifier_scheme.as_deref())
            .put("identifier_type", row.identifier_type.as_str())
            .put("identifier", row.identifier.as_str())
    }

    /// A vocabulary.
    pub fn taxonomy(&self, row: &Taxonomy) -> Record {
        Record::new(Kind::Taxonomy, row.id)
            .words_or(self.lang, "name", &row.name, &row.description)
            .words_or(self.lang, "description", &row.description, &row.name)
            .uri("uri", row.uri.as_deref())
            .text("version", row.edition.as_deref())
            .put("text_language", self.lang.code())
    }

    /// A term; with its taxonomy when that is at hand.
    pub fn taxonomy_term(&self, row: &TaxonomyTerm, taxonomy: Option<&Taxonomy>) -> Record {
        // The term's language is that of its name, which need not be ours.
        let language = row.name.best(self.lang).map_or(self.lang, |(lang, _)| lang);
        let mut record = Record::new(Kind::TaxonomyTerm, row.id)
            .text("code", row.code.as_deref())
            .words_or(self.lang, "name", &row.name, &row.description)
            .words_or(self.lang, "description", &row.description, &row.name)
            .id("parent_id", row.parent_id);
        if let Some(taxonomy) = taxonomy {
            record = record
                .text("taxonomy", Some(taxonomy.name.say(self.lang)))
                .with_one("taxonomy_detail", self.taxonomy(taxonomy));
        }
        record
            .put("language", language.code())
            .id("taxonomy_id", Some(row.taxonomy_id))
            .uri("term_uri", row.term_uri.as_deref())
            .put("text_language", self.lang.code())
    }

    /// An attribute; with its term when that is at hand.
    pub fn attribute(&self, row: &Attribute, term: Option<(&TaxonomyTerm, Option<&Taxonomy>)>) -> Record {
        let record = Record::new(Kind::Attribute, row.id)
            .id("link_id", Some(row.link_id))
            .id("taxonomy_term_id", row.taxonomy_term_id)
            .text("link_type", row.link_type.as_deref())
            .put("link_entity", row.link_entity.code())
            .text("value", row.value.as_deref())
            .words(self.lang, "label", &row.label);
        match term {
            Some((term, taxonomy)) => record.with_one("taxonomy_term", self.taxonomy_term(term, taxonomy)),
            None => record,
        }
    }

    /// A change that came with imported data.
    pub fn metadata(&self, row: &Metadata) -> Record {
        Record::new(Kind::Metadata, row.id)
            .id("resource_id", Some(row.resource_id))
            .put("resource_type", row.resource_kind.code())
            .put("last_action_date", row.last_action_on.to_string())
            .put("last_action_type", row.last_action_type.as_str())
            .put("field_name", row.field_name.as_str())
            .put("previous_value", row.previous_value.as_str())
            .put("replacement_value", row.replacement_value.as_str())
            .put("updated_by", row.updated_by.as_str())
    }

    /// A note about an imported table.
    pub fn meta_table_description(&self, row: &MetaTableDescription) -> Record {
        Record::new(Kind::MetaTableDescription, row.id)
            .text("name", row.name.as_deref())
            .text("language", row.language.as_deref())
            .text("character_set", row.character_set.as_deref())
    }

    /// A way without voice or ear, as what the standard has for it: a phone of type `text`, a contact with an e-mail, or a
    /// further URL. [`Record::kind`] tells which list of the service it belongs into.
    pub fn way(&self, row: &ServiceWay) -> Option<Record> {
        let record = match row.kind {
            WayKind::Sms => Record::new(Kind::Phone, row.id)
                .id("service_id", Some(row.service_id))
                .put("number", row.address.as_str())
                .put("type", PhoneType::Text.code())
                .words(self.lang, "description", &row.note),
            WayKind::Email => Record::new(Kind::Contact, row.id)
                .id("service_id", Some(row.service_id))
                .words(self.lang, "title", &row.note)
                .put("email", super::email(&row.address)?),
            WayKind::Telegram | WayKind::Viber | WayKind::Whatsapp | WayKind::Chat | WayKind::VideoSign => Record::new(Kind::Url, row.id)
                .words(self.lang, "label", &row.note)
                .put("url", super::uri(&row.address)?)
                .id("service_id", Some(row.service_id)),
        };
        Some(record.put("way", row.kind.code()))
    }
}

/// What our profile adds to every main record but the service, which has fields of the standard for some of it.
fn main(record: Record, lang: Lang, status: Status, verified_on: Option<chrono::NaiveDate>, is_sample: bool) -> Record {
    record
        .put("status", status.code())
        .may("assured_date", verified_on.map(|day| day.to_string()))
        .flag("is_sample", is_sample)
        .put("text_language", lang.code())
}
