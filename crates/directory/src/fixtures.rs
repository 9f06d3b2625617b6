//! Records for tests: each with a name and what it cannot do without. A test adds what it is about.
use crate::model::{
    Freq, HoursKnown, LocationType, MainLang, OpenPlace, Organization, Phone, Point, PostalAddress, Schedule, Service, ServiceAtLocation,
    Words,
};
use crate::store::PhoneRecord;
use crate::store::write::{Blank, LocationInput, OrganizationInput, ServiceInput, VisitInput};
use chrono::NaiveTime;
use kolo_words::Lang;
use uuid::Uuid;

/// A text in Ukrainian.
pub fn uk(text: &str) -> Words {
    Words::one(Lang::Uk, text)
}

/// An organization.
pub fn organization(name: &str) -> OrganizationInput {
    OrganizationInput::of(Organization {
        name: uk(name),
        main_lang: MainLang::Uk,
        ..Organization::blank()
    })
}

/// A place in a street of Kyiv, open to everybody.
pub fn place(name: &str, street: &str) -> LocationInput {
    let address = PostalAddress {
        id: Uuid::nil(),
        attention: None,
        address_1: street.to_owned(),
        address_2: None,
        city: "Київ".to_owned(),
        region: None,
        state_province: "Київ".to_owned(),
        postal_code: "01001".to_owned(),
        country: "UA".to_owned(),
        address_type: LocationType::Physical,
    };
    LocationInput {
        place: OpenPlace {
            point: Some(Point {
                latitude: 50.45,
                longitude: 30.52,
            }),
            addresses: vec![address],
            ..OpenPlace::default()
        },
        ..LocationInput::named(MainLang::Uk, uk(name))
    }
}

/// A shelter: a place whose address may never leave the server.
pub fn shelter(name: &str, street: &str) -> LocationInput {
    LocationInput {
        is_confidential: true,
        ..place(name, street)
    }
}

/// A service of an organization.
pub fn service(organization: Uuid, name: &str) -> ServiceInput {
    ServiceInput::of(Service {
        organization_id: organization,
        name: uk(name),
        main_lang: MainLang::Uk,
        ..Service::blank()
    })
}

/// A service given at this place.
pub fn at(place: Uuid) -> VisitInput {
    VisitInput::of(ServiceAtLocation {
        location_id: place,
        ..ServiceAtLocation::blank()
    })
}

/// A telephone number.
pub fn phone(number: &str) -> PhoneRecord {
    PhoneRecord {
        phone: Phone {
            number: number.to_owned(),
            ..Phone::blank()
        },
        languages: Vec::new(),
    }
}

impl ServiceInput {
    /// Open on these days of every week (`MO,TU`) between two hours.
    #[must_use]
    pub fn open(mut self, days: &str, from: u32, to: u32) -> Self {
        self.service.hours = HoursKnown::Known;
        self.schedules.push(Schedule {
            freq: Some(Freq::Weekly),
            byday: Some(days.to_owned()),
            opens_at: NaiveTime::from_hms_opt(from, 0, 0),
            closes_at: NaiveTime::from_hms_opt(to, 0, 0),
            ..Schedule::blank()
        });
        self
    }

    /// Told to have come from a source.
    #[must_use]
    pub fn with_origin(mut self, source: &str, id: &str) -> Self {
        (self.service.source, self.service.source_id) = (Some(source.to_owned()), Some(id.to_owned()));
        self
    }
}
