//! Parts of a few fields each: identifiers, money, papers, areas, addresses on the net, free places.
use super::super::problem::Severity;
use super::TermSaid;
use super::said::Said;
use crate::model::{CostOption, Funding, Kind, OrganizationIdentifier, RequiredDocument, ServiceArea, ServiceCapacity, Unit, Url};
use crate::rules::identifiers;
use crate::store::CapacityRecord;
use crate::store::write::Blank as _;
use std::collections::HashMap;
use std::sync::Arc;

pub(super) fn identifier(said: &Said<'_>, terms: &mut Vec<TermSaid>) -> Option<OrganizationIdentifier> {
    let number = said.text("identifier")?;
    let scheme = said.text("identifier_scheme");
    if let Err(fault) = identifiers::check(scheme.as_deref(), &number) {
        said.problem("identifier", Severity::Warning, fault.message());
    }
    let told = said.told_id(Kind::OrganizationIdentifier);
    said.terms(Kind::OrganizationIdentifier, told, terms);
    let identifier_type = said.text("identifier_type").or_else(|| scheme.clone()).unwrap_or_default();
    Some(OrganizationIdentifier {
        id: told,
        identifier_scheme: scheme,
        identifier_type,
        identifier: number,
        ..OrganizationIdentifier::blank()
    })
}

pub(super) fn funding(said: &Said<'_>, terms: &mut Vec<TermSaid>) -> Option<Funding> {
    let funded_by = said.words("source");
    let told = said.told_id(Kind::Funding);
    said.terms(Kind::Funding, told, terms);
    (!funded_by.is_empty()).then(|| Funding {
        id: told,
        funded_by,
        ..Funding::blank()
    })
}

/// Further addresses: the list's own, and those that stood beside the main one.
pub(super) fn urls(said: &Said<'_>, list: &'static str, others: Vec<String>, terms: &mut Vec<TermSaid>) -> Vec<Url> {
    let mut all: Vec<Url> = said.parts(list).flat_map(|part| url(&part, terms)).collect();
    for url in others {
        all.push(Url { url, ..Url::blank() });
    }
    all
}

pub(super) fn url(said: &Said<'_>, terms: &mut Vec<TermSaid>) -> Vec<Url> {
    let mut others = Vec::new();
    let Some(first) = said.web("url", &mut others) else {
        return Vec::new();
    };
    let told = said.told_id(Kind::Url);
    said.terms(Kind::Url, told, terms);
    let label = said.words("label");
    let mut all = vec![Url {
        id: told,
        label: label.clone(),
        url: first,
        ..Url::blank()
    }];
    all.extend(others.into_iter().map(|url| Url {
        label: label.clone(),
        url,
        ..Url::blank()
    }));
    all
}

#[expect(clippy::cast_possible_truncation, reason = "mended numbers are below 10^13, so hundredths fit")]
pub(super) fn cost_option(said: &Said<'_>, terms: &mut Vec<TermSaid>) -> Option<CostOption> {
    let amount = said.number("amount").filter(|amount| *amount >= 0.0);
    let currency = said.text("currency").map(|code| code.to_uppercase());
    let currency = currency.filter(|code| {
        let is_code = code.len() == 3 && code.chars().all(|c| c.is_ascii_uppercase());
        if !is_code {
            said.warn("currency", "import-mend-choice-lost", code);
        }
        is_code
    });
    let told = said.told_id(Kind::CostOption);
    said.terms(Kind::CostOption, told, terms);
    let row = CostOption {
        id: told,
        valid_from: said.date("valid_from"),
        valid_to: said.date("valid_to"),
        option: said.words("option"),
        currency,
        amount_minor: amount.map(|amount| (amount * 100.0).round() as i64),
        amount_description: said.words("amount_description"),
        ..CostOption::blank()
    };
    let says = row.amount_minor.is_some() || !row.option.is_empty() || !row.amount_description.is_empty();
    says.then_some(row)
}

pub(super) fn required_document(said: &Said<'_>, terms: &mut Vec<TermSaid>) -> Option<RequiredDocument> {
    let (document, uri) = (said.words("document"), said.one_web("uri"));
    let told = said.told_id(Kind::RequiredDocument);
    said.terms(Kind::RequiredDocument, told, terms);
    (!document.is_empty() || uri.is_some()).then(|| RequiredDocument {
        id: told,
        document,
        uri,
        ..RequiredDocument::blank()
    })
}

pub(super) fn area(said: &Said<'_>, terms: &mut Vec<TermSaid>) -> Option<ServiceArea> {
    let told = said.told_id(Kind::ServiceArea);
    said.terms(Kind::ServiceArea, told, terms);
    let row = ServiceArea {
        id: told,
        name: said.words("name"),
        description: said.words("description"),
        extent: said.text("extent"),
        extent_type: said.text("extent_type"),
        uri: said.text("uri"),
        ..ServiceArea::blank()
    };
    let says = !row.name.is_empty() || !row.description.is_empty() || row.extent.is_some() || row.uri.is_some();
    says.then_some(row)
}

pub(super) fn capacity(said: &Said<'_>, units: &HashMap<String, Arc<Unit>>, terms: &mut Vec<TermSaid>) -> Option<CapacityRecord> {
    let available = i64::from(said.whole("available", 0, i32::MAX)?);
    let nested = || Some(super::canonical(&said.record.one("unit")?.text("id")?));
    let Some(unit) = said.reference("unit_id").or_else(nested).and_then(|id| units.get(&id).cloned()) else {
        said.warn("unit_id", "import-mend-unit-lost", &said.reference("unit_id").unwrap_or_default());
        return None;
    };
    let told = said.told_id(Kind::ServiceCapacity);
    said.terms(Kind::ServiceCapacity, told, terms);
    let row = ServiceCapacity {
        id: told,
        available,
        maximum: said.whole("maximum", 0, i32::MAX).map(i64::from),
        description: said.words("description"),
        counted_at: said.record.text("updated").and_then(|at| at.parse().ok()).unwrap_or_default(),
        ..ServiceCapacity::blank()
    };
    Some(CapacityRecord { capacity: row, unit })
}

pub(super) fn unit(said: &Said<'_>) -> Unit {
    let id = said.reference("id").unwrap_or_default();
    Unit {
        id: said.setting.identity(Kind::Unit, &id),
        name: said.words("name"),
        scheme: said.text("scheme"),
        identifier: said.text("identifier"),
        uri: said.one_web("uri"),
        source: Some(said.setting.source.clone()),
        source_id: Some(id),
        ..Unit::blank()
    }
}
