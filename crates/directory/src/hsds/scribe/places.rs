//! Places as the standard has them; of confidential ones, what may be told.
use super::{Scribe, main};
use crate::hsds::record::Record;
use crate::hsds::values::date_time;
use crate::model::{Kind, Location, Whereabouts};

#[expect(clippy::unused_self, reason = "one scribe writes every object; places have their own language")]
impl Scribe {
    /// A place. Of a confidential one only what it is, not where.
    pub fn location(&self, row: &Location, whereabouts: &Whereabouts) -> Record {
        let lang = row.main_lang.into();
        let mut record = Record::new(Kind::Location, row.id)
            .put("location_type", row.location_type.code())
            .id("organization_id", row.organization_id)
            .words(lang, "name", &row.name)
            .words(lang, "alternate_name", &row.alternate_name)
            .words(lang, "description", &row.description);
        if let Some(place) = whereabouts.open() {
            record = record
                .uri("url", place.url.as_deref())
                .words(lang, "transportation", &place.transportation)
                .may(
                    "latitude",
                    place.point.map(|point| point.latitude).filter(|degrees| degrees.is_finite()),
                )
                .may(
                    "longitude",
                    place.point.map(|point| point.longitude).filter(|degrees| degrees.is_finite()),
                )
                .text("external_identifier", place.external_identifier.as_deref())
                .text("external_identifier_type", place.external_identifier_type.as_deref());
        }
        main(record, lang, row.status, row.verified_on, row.is_sample)
            .put("last_modified", date_time(row.updated_at))
            .put("hours", row.hours.code())
            .flag("is_confidential", row.is_confidential)
    }

    /// The addresses of a place; none of a confidential one.
    pub fn addresses(&self, row: &Location, whereabouts: &Whereabouts) -> Vec<Record> {
        let open = whereabouts.open().map_or(&[][..], |place| place.addresses.as_slice());
        open.iter()
            .map(|address| {
                let region = address.region.as_deref().unwrap_or_default();
                // The standard requires the one and not the other; many countries have only one level.
                let state = if address.state_province.is_empty() {
                    region
                } else {
                    address.state_province.as_str()
                };
                Record::new(Kind::Address, address.id)
                    .id("location_id", Some(row.id))
                    .text("attention", address.attention.as_deref())
                    .put("address_1", address.address_1.as_str())
                    .text("address_2", address.address_2.as_deref())
                    .put("city", address.city.as_str())
                    .text("region", address.region.as_deref())
                    .put("state_province", state)
                    .put("postal_code", address.postal_code.as_str())
                    .put("country", address.country.as_str())
                    .put("address_type", address.address_type.code())
            })
            .collect()
    }
}
