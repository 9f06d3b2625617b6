//! What search engines read: services, organizations and places in the words of schema.org.
use super::reach::{PlaceView, phones};
use super::urls;
use super::voice::Voice;
use crate::model::{Point, Whereabouts};
use crate::rules;
use crate::store::{OrganizationRecord, PlaceRecord, ServiceRecord};
use serde_json::{Map, Value, json};

/// A service and where it is given.
pub(super) fn service(voice: &Voice<'_>, record: &ServiceRecord) -> Value {
    let (service, lang) = (&record.service, voice.lang());
    let channels: Vec<_> = record
        .places
        .iter()
        .map(|at| channel(voice, record, &PlaceView::at(voice, record, at), &at.place))
        .collect();
    let numbers: Vec<_> = phones(voice, &record.phones).into_iter().map(|phone| phone.number).collect();
    let mut data = json!({
        "@context": "https://schema.org",
        "@type": "Service",
        "@id": voice.visit.absolute(&urls::service(service.id)),
        "url": voice.visit.absolute(&urls::service(service.id)),
        "name": service.name.say(lang),
        "description": service.short.say(lang),
        "provider": {
            "@type": "Organization",
            "name": record.organization.name.say(lang),
            "url": voice.visit.absolute(&urls::organization(record.organization.id)),
        },
    });
    put(&mut data, "availableChannel", (!channels.is_empty()).then(|| Value::from(channels)));
    put(&mut data, "telephone", (!numbers.is_empty()).then(|| Value::from(numbers)));
    put(&mut data, "email", service.email.clone().map(Value::from));
    put(
        &mut data,
        "termsOfService",
        Some(service.eligibility_description.say(lang))
            .filter(|text| !text.is_empty())
            .map(Value::from),
    );
    let areas: Vec<_> = record
        .areas
        .iter()
        .map(|area| area.name.say(lang))
        .filter(|name| !name.is_empty())
        .collect();
    put(&mut data, "areaServed", (!areas.is_empty()).then(|| Value::from(areas)));
    let is_free = rules::is_free(record.cost_options.iter().map(|cost| cost.amount_minor));
    put(&mut data, "isAccessibleForFree", is_free.map(Value::from));
    data
}

fn channel(voice: &Voice<'_>, record: &ServiceRecord, view: &PlaceView, place: &PlaceRecord) -> Value {
    let languages: Vec<_> = record.languages.iter().filter_map(|language| language.code.clone()).collect();
    let mut data = json!({ "@type": "ServiceChannel", "serviceLocation": located(voice, view, place) });
    put(
        &mut data,
        "availableLanguage",
        (!languages.is_empty()).then(|| Value::from(languages)),
    );
    data
}

/// A place; of a confidential one nothing but its name.
pub(super) fn located(voice: &Voice<'_>, view: &PlaceView, place: &PlaceRecord) -> Value {
    let mut data = json!({ "@type": "Place", "name": view.name.say(voice.lang()) });
    if let Whereabouts::Open(open) = &place.whereabouts {
        if let Some(address) = open.addresses.first() {
            let address = json!({
                "@type": "PostalAddress",
                "streetAddress": address.address_1,
                "addressLocality": address.city,
                "addressRegion": address.state_province,
                "postalCode": address.postal_code,
                "addressCountry": address.country,
            });
            put(&mut data, "address", Some(address));
        }
        let geo = open
            .point
            .map(|Point { latitude, longitude }| json!({ "@type": "GeoCoordinates", "latitude": latitude, "longitude": longitude }));
        put(&mut data, "geo", geo);
    }
    data
}

/// An organization and how to reach it.
pub(super) fn organization(voice: &Voice<'_>, record: &OrganizationRecord) -> Value {
    let (organization, lang) = (&record.organization, voice.lang());
    let numbers: Vec<_> = phones(voice, &record.phones).into_iter().map(|phone| phone.number).collect();
    let mut data = json!({
        "@context": "https://schema.org",
        "@type": "Organization",
        "@id": voice.visit.absolute(&urls::organization(organization.id)),
        "name": organization.name.say(lang),
        "description": organization.description.say(lang),
    });
    put(&mut data, "url", organization.website.clone().map(Value::from));
    put(&mut data, "email", organization.email.clone().map(Value::from));
    put(&mut data, "telephone", (!numbers.is_empty()).then(|| Value::from(numbers)));
    put(
        &mut data,
        "foundingDate",
        organization.year_incorporated.map(|year| Value::from(year.to_string())),
    );
    data
}

fn put(data: &mut Value, name: &str, value: Option<Value>) {
    if let (Some(fields), Some(value)) = (data.as_object_mut(), value) {
        let fields: &mut Map<String, Value> = fields;
        fields.insert(name.to_owned(), value);
    }
}
