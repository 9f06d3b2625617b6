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
