//! To whom the rows of each table belong, and how a row is given to an owner.
use super::ask::Part;
use crate::model::{
    Accessibility, Address, Attribute, Contact, CostOption, Funding, Kind, Language, Metadata, OrganizationIdentifier, Phone,
    RequiredDocument, Schedule, ServiceArea, ServiceAtLocation, ServiceCapacity, ServiceWay, Url,
};
use uuid::Uuid;

/// A column that may hold an owner: required where there is only one kind of owner.
trait OwnerColumn {
    fn hold(&mut self, id: Option<Uuid>);
}

impl OwnerColumn for Uuid {
    fn hold(&mut self, id: Option<Uuid>) {
        if let Some(id) = id {
            *self = id;
        }
    }
}

impl OwnerColumn for Option<Uuid> {
    fn hold(&mut self, id: Option<Uuid>) {
        *self = id;
    }
}

/// Says to whom the rows of a table belong. A phone has five owner columns and one owner.
macro_rules! belongs {
    ($($part:ident: $($kind:ident by $column:ident),+;)+) => { $(
        impl Part for $part {
            fn id(&self) -> Uuid {
                self.id
            }
            fn owner(&self) -> Option<(Kind, Uuid)> {
                None$(.or(Option::<Uuid>::from(self.$column).map(|id| (Kind::$kind, id))))+
            }
            fn place(&self) -> (i32, Uuid) {
                (self.position, self.id)
            }
            fn settle(&mut self, id: Uuid, community: Uuid, (kind, owner): (Kind, Uuid), position: i32) {
                self.id = id;
                self.community_id = community;
                self.position = position;
                $(self.$column.hold((kind == Kind::$kind).then_some(owner));)+
            }
        }
    )+ };
}

belongs! {
    Phone: Contact by contact_id, ServiceAtLocation by service_at_location_id, Service by service_id, Location by location_id, Organization by organization_id;
    Contact: ServiceAtLocation by service_at_location_id, Service by service_id, Location by location_id, Organization by organization_id;
    Schedule: ServiceAtLocation by service_at_location_id, Service by service_id, Location by location_id;
    Language: Phone by phone_id, Service by service_id, Location by location_id;
    ServiceArea: ServiceAtLocation by service_at_location_id, Service by service_id;
    Funding: Service by service_id, Organization by organization_id;
    Url: Service by service_id, Organization by organization_id;
    CostOption: Service by service_id;
    RequiredDocument: Service by service_id;
    ServiceCapacity: Service by service_id;
    ServiceWay: Service by service_id;
    ServiceAtLocation: Service by service_id;
    Accessibility: Location by location_id;
    Address: Location by location_id;
    OrganizationIdentifier: Organization by organization_id;
}

impl Part for Attribute {
    fn id(&self) -> Uuid {
        self.id
    }
    fn owner(&self) -> Option<(Kind, Uuid)> {
        Some((self.link_entity, self.link_id))
    }
    fn place(&self) -> (i32, Uuid) {
        (self.position, self.id)
    }
    fn settle(&mut self, id: Uuid, community: Uuid, (kind, owner): (Kind, Uuid), position: i32) {
        (self.id, self.community_id, self.link_entity, self.link_id, self.position) = (id, community, kind, owner, position);
    }
}

impl Part for Metadata {
    fn id(&self) -> Uuid {
        self.id
    }
    fn owner(&self) -> Option<(Kind, Uuid)> {
        Some((self.resource_kind, self.resource_id))
    }
    fn place(&self) -> (i32, Uuid) {
        (0, self.id)
    }
    fn settle(&mut self, id: Uuid, community: Uuid, (kind, owner): (Kind, Uuid), _: i32) {
        (self.id, self.community_id, self.resource_kind, self.resource_id) = (id, community, kind, owner);
    }
}
