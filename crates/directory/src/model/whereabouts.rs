//! Where a place is, or that nobody may know.
use super::kinds::LocationType;
use super::words::Words;
use super::{address, location};
use uuid::Uuid;

/// Where a place is. Pages, lists, feeds and the index hold this and never the columns, so they cannot tell what they do not have.
#[derive(Clone, Debug, PartialEq)]
pub enum Whereabouts {
    Open(Box<OpenPlace>),
    /// A shelter: the help is found, the address never leaves the server.
    Confidential,
}

/// Everything that leads to a place.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct OpenPlace {
    /// Latitude and longitude in WGS 84; half a position is none.
    pub point: Option<Point>,
    pub addresses: Vec<PostalAddress>,
    /// How to get there.
    pub transportation: Words,
    /// The address on the net of a virtual place.
    pub url: Option<String>,
    pub external_identifier: Option<String>,
    pub external_identifier_type: Option<String>,
}

/// A point on the map.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Point {
    pub latitude: f64,
    pub longitude: f64,
}

/// The lines of an address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PostalAddress {
    pub id: Uuid,
    pub attention: Option<String>,
    /// House and street.
    pub address_1: String,
    pub address_2: Option<String>,
    pub city: String,
    pub region: Option<String>,
    pub state_province: String,
    pub postal_code: String,
    pub country: String,
    pub address_type: LocationType,
}

impl PostalAddress {
    /// Street and town in one line; parts nobody filled in leave no trace.
    pub fn line(&self) -> String {
        let parts = [self.address_1.as_str(), self.address_2.as_deref().unwrap_or(""), self.city.as_str()];
        parts
            .into_iter()
            .map(str::trim)
            .filter(|part| !part.is_empty())
            .collect::<Vec<_>>()
            .join(", ")
    }
}

impl Whereabouts {
    /// The place, when it may be told.
    pub fn open(&self) -> Option<&OpenPlace> {
        match self {
            Self::Open(place) => Some(place),
            Self::Confidential => None,
        }
    }

    /// Its point on the map, when it has one and it may be told.
    pub fn point(&self) -> Option<Point> {
        self.open().and_then(|place| place.point)
    }
}

/// The word by which code that has checked a permission opens the address of a confidential place.
///
/// It exists so that such code can be found by searching for it; only the form in which the place is edited needs it.
#[derive(Clone, Copy, Debug)]
pub struct Reveal(());

impl Reveal {
    /// Says that the reader may edit this very place.
    pub const fn to_its_editor() -> Self {
        Self(())
    }
}

impl location::Model {
    /// Where the place is, as far as anybody may know. `addresses` may hold those of other places too.
    pub fn whereabouts(&self, addresses: &[address::Model]) -> Whereabouts {
        if self.is_confidential {
            Whereabouts::Confidential
        } else {
            Whereabouts::Open(Box::new(self.place(addresses)))
        }
    }

    /// Where the place really is, for the form in which it is edited.
    pub fn revealed(&self, addresses: &[address::Model], _: Reveal) -> OpenPlace {
        self.place(addresses)
    }

    fn place(&self, addresses: &[address::Model]) -> OpenPlace {
        let mut own: Vec<_> = addresses.iter().filter(|address| address.location_id == self.id).collect();
        own.sort_by_key(|address| address.position);
        OpenPlace {
            point: self
                .latitude
                .zip(self.longitude)
                .map(|(latitude, longitude)| Point { latitude, longitude }),
            addresses: own.into_iter().map(lines).collect(),
            transportation: self.transportation.clone(),
            url: self.url.clone(),
            external_identifier: self.external_identifier.clone(),
            external_identifier_type: self.external_identifier_type.clone(),
        }
    }
}

// Not an `impl From`: that would be a door for everybody.
fn lines(address: &address::Model) -> PostalAddress {
    PostalAddress {
        id: address.id,
        attention: address.attention.clone(),
        address_1: address.address_1.clone(),
        address_2: address.address_2.clone(),
        city: address.city.clone(),
        region: address.region.clone(),
        state_province: address.state_province.clone(),
        postal_code: address.postal_code.clone(),
        country: address.country.clone(),
        address_type: address.address_type,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{HoursKnown, MainLang, Status};

    fn place(is_confidential: bool) -> location::Model {
        location::Model {
            id: Uuid::from_u128(1),
            community_id: Uuid::nil(),
            organization_id: None,
            location_type: LocationType::Physical,
            name: Words::default(),
            name_folded: String::new(),
            alternate_name: Words::default(),
            description: Words::default(),
            is_confidential,
            latitude: Some(51.5),
            longitude: None,
            transportation: Words::default(),
            url: None,
            external_identifier: None,
            external_identifier_type: None,
            hours: HoursKnown::Unknown,
            status: Status::Active,
            verified_on: None,
            is_sample: false,
            version: 1,
            main_lang: MainLang::Uk,
            source: None,
            source_id: None,
            created_at: chrono::DateTime::UNIX_EPOCH,
            updated_at: chrono::DateTime::UNIX_EPOCH,
        }
    }

    fn address(of: u128, position: i32, street: &str) -> address::Model {
        address::Model {
            id: Uuid::from_u128(100),
            community_id: Uuid::nil(),
            location_id: Uuid::from_u128(of),
            attention: None,
            address_1: street.to_owned(),
            address_2: Some(" ".to_owned()),
            city: "Бахмут".to_owned(),
            region: None,
            state_province: String::new(),
            postal_code: String::new(),
            country: "UA".to_owned(),
            address_type: LocationType::Physical,
            position,
        }
    }

    #[test]
    fn a_place_has_its_own_addresses_in_their_order() {
        let all = [address(1, 1, "друга"), address(2, 0, "чужа"), address(1, 0, "перша")];
        let whereabouts = place(false).whereabouts(&all);
        let lines: Vec<_> = whereabouts.open().unwrap().addresses.iter().map(PostalAddress::line).collect();
        assert_eq!(lines, ["перша, Бахмут", "друга, Бахмут"]);
        // Half a position is none.
        assert_eq!(whereabouts.point(), None);
    }

    #[test]
    fn a_confidential_place_is_shown_to_nobody_but_its_editor() {
        let all = [address(1, 0, "перша")];
        assert_eq!(place(true).whereabouts(&all), Whereabouts::Confidential);
        assert_eq!(place(true).revealed(&all, Reveal::to_its_editor()).addresses.len(), 1);
    }
}
