//! The sample communities.
use super::files::{self, FILES, File};
use super::rows::{accessibility, contacts, costs, documents, key_id, known, languages, phones, plain, schedules, terms, ways};
use super::{ensure_taxonomy, id_of};
use crate::model::{
    Funding, HoursKnown, LocationType, MainLang, OpenPlace, Organization, OrganizationIdentifier, Point, PostalAddress, Program, Service,
    ServiceArea, ServiceAtLocation, ServiceCapacity, Unit,
};
use crate::store::CapacityRecord;
use crate::store::write::{
    Blank, LocationInput, OrganizationInput, ProgramInput, ServiceInput, VisitInput, put_locations, put_organizations, put_programs,
    put_services,
};
use anyhow::Context;
use kolo_platform::community::{self, NewCommunity};
use kolo_platform::{Actor, App, Result, Write};
use kolo_words::Lang;
use std::sync::Arc;
use uuid::Uuid;

const VERB: &str = "directory.load_sample";

/// The identity of an organization of a sample community.
pub fn demo_organization(slug: &str, key: &str) -> Uuid {
    key_id("organization", slug, key)
}

/// The identity of a service of a sample community.
pub fn demo_service(slug: &str, key: &str) -> Uuid {
    key_id("service", slug, key)
}

/// Fills the sample communities; what is there already stays as it is. `progress` hears the name of each community.
pub async fn seed_demo(app: &App, progress: &mut (dyn FnMut(&str) + Send)) -> Result<()> {
    ensure_taxonomy(app).await?;
    for (slug, text) in FILES {
        if app.communities().tree().by_slug(slug).is_some() {
            continue;
        }
        progress(slug);
        let file = files::parsed(slug, text)?;
        app.write(&Actor::house(), async |w| load(w, file).await).await?;
    }
    Ok(())
}

async fn load(w: &Write, file: File) -> Result<()> {
    let about = &file.community;
    let slug = about.slug.clone();
    let lang: Lang = about.language.parse().context("the main language")?;
    let root = id_of("community", FILES[0].0);
    let community = id_of("community", &slug);
    community::found(
        w,
        NewCommunity {
            id: Some(community),
            slug: slug.parse().context("the slug")?,
            name: about.name.0.clone(),
            about: about.about.0.clone(),
            language: lang,
            languages: about.languages.iter().filter_map(|code| code.parse().ok()).collect(),
            country: about.country.clone(),
            timezone: about.timezone.clone(),
            accent: about.accent.clone(),
            centre: about.latitude.zip(about.longitude),
            parent: (community != root).then_some(root),
            host: None,
            is_sample: true,
        },
    )
    .await?;
    let of = Of {
        slug,
        lang: lang.into(),
        country: about.country.clone(),
    };
    put_organizations(
        w,
        VERB,
        community,
        file.organization.iter().map(|told| of.organization(told)).collect(),
    )
    .await?;
    put_programs(w, VERB, community, file.program.iter().map(|told| of.program(told)).collect()).await?;
    put_locations(
        w,
        VERB,
        community,
        file.place.iter().map(|told| of.place(told)).collect::<anyhow::Result<_>>()?,
    )
    .await?;
    let services = file.service.iter().map(|told| of.service(w, told)).collect::<anyhow::Result<_>>()?;
    put_services(w, VERB, community, services).await?;
    Ok(())
}

/// What all records of one file share.
struct Of {
    slug: String,
    lang: MainLang,
    country: String,
}

impl Of {
    fn id(&self, kind: &str, key: &str) -> Uuid {
        key_id(kind, &self.slug, key)
    }

    fn organization(&self, told: &files::Organization) -> OrganizationInput {
        let row = Organization {
            id: self.id("organization", &told.key),
            name: told.name.clone(),
            alternate_name: plain(self.lang, told.alternate_name.as_ref()),
            description: told.description.clone(),
            email: told.email.clone(),
            website: told.website.clone(),
            legal_status: told.legal_status.clone(),
            year_incorporated: told.year_incorporated,
            parent_organization_id: told.parent.as_ref().map(|key| self.id("organization", key)),
            is_sample: told.sample,
            main_lang: self.lang,
            ..Organization::blank()
        };
        let identifier = |told: &files::Identifier| OrganizationIdentifier {
            identifier_scheme: Some(told.scheme.clone()),
            identifier_type: told.scheme.clone(),
            identifier: told.value.clone(),
            ..OrganizationIdentifier::blank()
        };
        OrganizationInput {
            identifiers: told.identifiers.iter().map(identifier).collect(),
            phones: phones(&told.phones),
            contacts: contacts(&told.contacts),
            ..OrganizationInput::of(row)
        }
    }

    fn program(&self, told: &files::Program) -> ProgramInput {
        ProgramInput::of(Program {
            id: self.id("program", &told.key),
            organization_id: self.id("organization", &told.organization),
            name: told.name.clone(),
            description: told.description.clone(),
            is_sample: told.sample,
            main_lang: self.lang,
            ..Program::blank()
        })
    }

    fn place(&self, told: &files::Place) -> anyhow::Result<LocationInput> {
        let address = PostalAddress {
            id: Uuid::nil(),
            attention: None,
            address_1: told.street.clone(),
            address_2: None,
            city: told.city.clone(),
            region: None,
            state_province: told.region.clone(),
            postal_code: told.postal_code.clone(),
            country: self.country.clone(),
            address_type: LocationType::Physical,
        };
        Ok(LocationInput {
            id: self.id("location", &told.key),
            organization_id: told.organization.as_ref().map(|key| self.id("organization", key)),
            description: told.description.clone(),
            is_confidential: told.confidential,
            place: OpenPlace {
                point: told
                    .latitude
                    .zip(told.longitude)
                    .map(|(latitude, longitude)| Point { latitude, longitude }),
                addresses: vec![address],
                transportation: told.transportation.clone(),
                ..OpenPlace::default()
            },
            hours: known(false, told.hours_unknown, &told.hours),
            is_sample: told.sample,
            accessibility: accessibility(&told.accessibility),
            phones: phones(&told.phones),
            schedules: schedules(&told.hours).with_context(|| format!("the hours of the place {}", told.key))?,
            ..LocationInput::named(self.lang, told.name.clone())
        })
    }

    fn service(&self, w: &Write, told: &files::Service) -> anyhow::Result<ServiceInput> {
        let verified_on = told
            .verified_days_ago
            .map(|days| (w.now - chrono::TimeDelta::days(days.into())).date_naive());
        let row = Service {
            id: self.id("service", &told.key),
            organization_id: self.id("organization", &told.organization),
            program_id: told.program.as_ref().map(|key| self.id("program", key)),
            name: told.name.clone(),
            alternate_name: plain(self.lang, told.alternate_name.as_ref()),
            short: told.short.clone(),
            description: told.description.clone(),
            url: told.url.clone(),
            email: told.email.clone(),
            interpretation_services: told.interpretation.clone(),
            application_process: told.apply.clone(),
            wait_time: told.wait_time.clone(),
            eligibility_description: told.eligibility.clone(),
            minimum_age: told.minimum_age,
            maximum_age: told.maximum_age,
            alert: told.alert.clone(),
            online_url: told.online.clone(),
            is_by_phone: told.by_phone,
            is_hotline: told.hotline,
            hours: known(told.always_open, told.hours_unknown, &told.hours),
            verified_on,
            is_sample: told.sample,
            main_lang: self.lang,
            ..Service::blank()
        };
        let visit = |key: &String| {
            VisitInput::of(ServiceAtLocation {
                location_id: self.id("location", key),
                hours: HoursKnown::Unknown,
                ..ServiceAtLocation::blank()
            })
        };
        let capacity = |told: &files::Capacity| CapacityRecord {
            capacity: ServiceCapacity {
                available: told.available,
                maximum: told.maximum,
                counted_at: w.now,
                ..ServiceCapacity::blank()
            },
            unit: Arc::new(Unit {
                name: told.unit.clone(),
                ..Unit::blank()
            }),
        };
        let area = (!told.area.is_empty()).then(|| ServiceArea {
            name: told.area.clone(),
            ..ServiceArea::blank()
        });
        let funding = (!told.funding.is_empty()).then(|| Funding {
            funded_by: told.funding.clone(),
            ..Funding::blank()
        });
        let mut said = terms("situations", &told.situations);
        said.extend(terms("help", &told.help));
        Ok(ServiceInput {
            phones: phones(&told.phones),
            schedules: schedules(&told.hours).with_context(|| format!("the hours of the service {}", told.key))?,
            languages: languages(&told.languages),
            cost_options: costs(&told.costs),
            required_documents: documents(&told.documents),
            funding: funding.into_iter().collect(),
            capacities: told.capacity.iter().map(capacity).collect(),
            areas: area.into_iter().collect(),
            ways: ways(&told.without_speaking),
            terms: said,
            places: told.places.iter().map(visit).collect(),
            ..ServiceInput::of(row)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_sample_file_is_read_to_the_last_field() {
        for (slug, text) in FILES {
            let file = files::parsed(slug, text).unwrap();
            assert_eq!(file.community.slug, slug);
            let of = Of {
                slug: slug.to_owned(),
                lang: MainLang::Uk,
                country: "UA".to_owned(),
            };
            for place in &file.place {
                of.place(place).unwrap();
            }
            for service in &file.service {
                schedules(&service.hours).unwrap();
            }
            assert!(
                slug == "kolo" || (40..=80).contains(&file.service.len()),
                "{slug} has {} services",
                file.service.len()
            );
        }
    }
}
