//! Whose a row of a table of parts is.
use super::super::dialect::{self, Rows as RowsAre, Table};
use super::rows::Row;
use crate::hsds::shape;
use crate::model::Kind;

/// Whose a part is when it names several owners: the one nearest to the person who looks for help.
const OWNERS: [(&str, Kind); 7] = [
    ("contact_id", Kind::Contact),
    ("phone_id", Kind::Phone),
    ("service_id", Kind::Service),
    ("service_at_location_id", Kind::ServiceAtLocation),
    ("location_id", Kind::Location),
    ("organization_id", Kind::Organization),
    ("program_id", Kind::Program),
];

/// Where a row says whose it is.
pub(super) enum Owners {
    /// By columns of ids, the first filled one wins.
    Ids(Vec<(usize, Kind)>),
    /// By the name of a kind and an id.
    Link { entity: usize, id: usize },
}

impl Owners {
    /// By the columns a table has.
    pub(super) fn of(table: &Table, header: &[String]) -> Self {
        let at = |name: &str| header.iter().position(|own| own == name);
        let service = || at("service_id").map(|at| (at, Kind::Service)).into_iter().collect();
        let kind = match table.rows {
            RowsAre::AddTo(_) | RowsAre::Are(Kind::ServiceAtLocation) => return Self::Ids(service()),
            RowsAre::Are(kind) => kind,
        };
        let link = match kind {
            Kind::Attribute => at("link_entity").or_else(|| at("link_type")).zip(at("link_id")),
            Kind::Metadata => at("resource_type").zip(at("resource_id")),
            _ => None,
        };
        match link {
            Some((entity, id)) => Self::Link { entity, id },
            None if kind == Kind::Attribute => Self::Ids(service()),
            None => {
                let object = shape::object_of(kind);
                let known = OWNERS
                    .iter()
                    .filter(|(name, owner)| object.field(name).is_some() && dialect::list_of(*owner, kind).is_some());
                Self::Ids(known.filter_map(|(name, owner)| at(name).map(|at| (at, *owner))).collect())
            }
        }
    }

    /// The owner a row names.
    pub(super) fn find<'a>(&self, row: &'a Row) -> Option<(Kind, &'a str)> {
        let value = |at: usize| row.values.get(at).map(|value| value.trim()).filter(|value| !value.is_empty());
        match self {
            Self::Ids(columns) => columns.iter().find_map(|(at, kind)| Some((*kind, value(*at)?))),
            Self::Link { entity, id } => {
                let entity = value(*entity)?.to_lowercase();
                let kind = Kind::parse(&entity).or_else(|| dialect::kind_of_file(&entity))?;
                Some((kind, value(*id)?))
            }
        }
    }
}
