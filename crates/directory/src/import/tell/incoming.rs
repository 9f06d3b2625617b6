//! Records on their way from the reader to the writer.
use super::super::record::Place;
use crate::model::{Attribute, Kind, Taxonomy, TaxonomyTerm};
use crate::store::write::{LocationInput, OrganizationInput, ProgramInput, ServiceInput};
use std::hash::{DefaultHasher, Hash, Hasher};
use uuid::Uuid;

/// A record on its way into the guide.
#[derive(Debug)]
pub struct Incoming {
    pub place: Place,
    /// Its id in the source.
    pub id: String,
    /// It came inside another record, and its source tells its like on their own: it is taken only when it is not there yet.
    pub is_hint: bool,
    /// Nobody told it: it was made because the record of this id names it.
    pub made_for: Option<String>,
    /// The source speaks our profile of the standard.
    pub knows_profile: bool,
    /// What is said of it in the guide already; filled in by whoever writes.
    pub stored_terms: Vec<Attribute>,
    pub body: Body,
    /// Terms said of it and of its parts; the row's term is found by the source's id.
    pub terms: Vec<TermSaid>,
}

/// A term or a value said of a record.
#[derive(Debug)]
pub struct TermSaid {
    pub attribute: Attribute,
    pub term: Option<String>,
    pub place: Place,
    pub number: usize,
}

/// What it is; ids in texts are those of the source.
#[derive(Debug)]
pub enum Body {
    Taxonomy(Box<Taxonomy>),
    Term {
        row: Box<TaxonomyTerm>,
        taxonomy: String,
        parent: Option<String>,
    },
    Organization {
        input: Box<OrganizationInput>,
        parent: Option<String>,
    },
    Program {
        input: Box<ProgramInput>,
        organization: Option<String>,
    },
    Location {
        input: Box<LocationInput>,
        organization: Option<String>,
    },
    /// `places` are those of `input.places`, in the same order.
    Service {
        input: Box<ServiceInput>,
        organization: Option<String>,
        program: Option<String>,
        places: Vec<(String, Place)>,
    },
}

impl Body {
    pub const fn kind(&self) -> Kind {
        match self {
            Self::Taxonomy(_) => Kind::Taxonomy,
            Self::Term { .. } => Kind::TaxonomyTerm,
            Self::Organization { .. } => Kind::Organization,
            Self::Program { .. } => Kind::Program,
            Self::Location { .. } => Kind::Location,
            Self::Service { .. } => Kind::Service,
        }
    }
}

/// A number for a record of the source: what is remembered of it in memory.
pub fn key(kind: Kind, id: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    (kind.code(), id).hash(&mut hasher);
    hasher.finish()
}

/// One spelling of a UUID; other ids stay as they are.
pub fn canonical(id: &str) -> String {
    let id = id.trim();
    match Uuid::try_parse(id) {
        Ok(uuid) => uuid.to_string(),
        Err(_) => id.to_owned(),
    }
}
