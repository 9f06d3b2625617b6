//! The lists of the API: which objects they hold and what can be asked of them.
use super::parameters::Parameter;
use crate::model::Kind;

/// A list of the API with the records in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Collection {
    Services,
    Organizations,
    ServiceAtLocations,
    Locations,
    Taxonomies,
    TaxonomyTerms,
}

impl Collection {
    /// Every list, in the order of the standard; locations are ours.
    pub(super) const ALL: [Self; 6] = [
        Self::Services,
        Self::Taxonomies,
        Self::TaxonomyTerms,
        Self::Organizations,
        Self::ServiceAtLocations,
        Self::Locations,
    ];

    /// Where it is.
    pub(super) const fn path(self) -> &'static str {
        match self {
            Self::Services => "/api/hsds/v3/services",
            Self::Organizations => "/api/hsds/v3/organizations",
            Self::ServiceAtLocations => "/api/hsds/v3/service_at_locations",
            Self::Locations => "/api/hsds/v3/locations",
            Self::Taxonomies => "/api/hsds/v3/taxonomies",
            Self::TaxonomyTerms => "/api/hsds/v3/taxonomy_terms",
        }
    }

    /// Where its records are.
    pub(super) const fn record_path(self) -> &'static str {
        match self {
            Self::Services => "/api/hsds/v3/services/{id}",
            Self::Organizations => "/api/hsds/v3/organizations/{id}",
            Self::ServiceAtLocations => "/api/hsds/v3/service_at_locations/{id}",
            Self::Locations => "/api/hsds/v3/locations/{id}",
            Self::Taxonomies => "/api/hsds/v3/taxonomies/{id}",
            Self::TaxonomyTerms => "/api/hsds/v3/taxonomy_terms/{id}",
        }
    }

    /// The objects in it.
    pub(super) const fn kind(self) -> Kind {
        match self {
            Self::Services => Kind::Service,
            Self::Organizations => Kind::Organization,
            Self::ServiceAtLocations => Kind::ServiceAtLocation,
            Self::Locations => Kind::Location,
            Self::Taxonomies => Kind::Taxonomy,
            Self::TaxonomyTerms => Kind::TaxonomyTerm,
        }
    }

    /// What can be asked of the list.
    pub(super) const fn parameters(self) -> &'static [Parameter] {
        use Parameter as P;
        match self {
            Self::Services => &[
                P::Search,
                P::Page,
                P::PerPage,
                P::Format,
                P::TaxonomyTermId,
                P::TaxonomyId,
                P::OrganizationId,
                P::ModifiedAfter,
                P::Minimal,
                P::Full,
                P::MinimumAge,
                P::MaximumAge,
                P::StartTime,
                P::EndTime,
                P::Day,
                P::Postcode,
                P::Proximity,
                P::Latitude,
                P::Longitude,
            ],
            Self::Organizations => &[
                P::Search,
                P::FullService,
                P::Full,
                P::TaxonomyTermId,
                P::TaxonomyId,
                P::ModifiedAfter,
                P::Page,
                P::PerPage,
                P::Format,
            ],
            Self::ServiceAtLocations => &[
                P::Search,
                P::TaxonomyTermId,
                P::TaxonomyId,
                P::OrganizationId,
                P::ModifiedAfter,
                P::Full,
                P::Page,
                P::PerPage,
                P::Format,
                P::MinimumAge,
                P::MaximumAge,
                P::StartTime,
                P::EndTime,
                P::Day,
                P::Postcode,
                P::Proximity,
                P::Latitude,
                P::Longitude,
            ],
            Self::Locations => &[
                P::Search,
                P::TaxonomyTermId,
                P::TaxonomyId,
                P::OrganizationId,
                P::ModifiedAfter,
                P::Full,
                P::Page,
                P::PerPage,
                P::Format,
                P::Postcode,
                P::Proximity,
                P::Latitude,
                P::Longitude,
            ],
            Self::Taxonomies => &[P::Search, P::Page, P::PerPage, P::Format],
            Self::TaxonomyTerms => &[P::Search, P::Page, P::PerPage, P::Format, P::TaxonomyId, P::TopOnly, P::ParentId],
        }
    }

    /// What can be asked of one record.
    pub(super) const fn record_parameters(self) -> &'static [Parameter] {
        match self {
            Self::Organizations => &[Parameter::FullService],
            _ => &[],
        }
    }

    /// Whether the standard requires it of every API.
    pub(super) const fn is_required(self) -> bool {
        matches!(self, Self::Services)
    }
}
