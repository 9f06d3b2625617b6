//! Addresses of the guide's pages within a community; nobody writes them a second time.
use uuid::Uuid;

pub(crate) const SERVICES: &str = "/services";

pub(crate) fn service(id: Uuid) -> String {
    format!("/services/{id}")
}

pub(crate) fn service_qr(id: Uuid) -> String {
    format!("/services/{id}/qr.svg")
}

pub(crate) fn service_card(id: Uuid) -> String {
    format!("/services/{id}/vcard")
}

pub(crate) fn organization(id: Uuid) -> String {
    format!("/organizations/{id}")
}

pub(crate) fn organization_qr(id: Uuid) -> String {
    format!("/organizations/{id}/qr.svg")
}

pub(crate) fn organization_card(id: Uuid) -> String {
    format!("/organizations/{id}/vcard")
}

pub(crate) fn place(id: Uuid) -> String {
    format!("/places/{id}")
}

/// The page of a term of our own vocabularies; their keys are the first part of the address.
pub(crate) fn term(vocabulary: &str, code: &str) -> String {
    format!("/{vocabulary}/{code}")
}

/// Where a visitor says that something on a record's page is wrong.
pub(crate) fn report(page: &str) -> String {
    format!("{page}/report")
}

pub(crate) fn thanks(page: &str) -> String {
    format!("{page}/report/thanks")
}
