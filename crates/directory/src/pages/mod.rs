//! The guide as people see it. A page is a struct and a template of the same name; handlers say who, what, where next.
//!
//! Every page here is public, works without a script, and is the same for everybody who reads its language.
mod ask;
mod board;
mod facets;
mod find;
mod front;
mod home;
mod hotlines;
mod letters;
mod linked;
mod list;
mod organizations;
mod places;
mod print;
mod reach;
mod report;
mod row;
mod saved;
mod share;
mod show;
mod sitemap;
mod suggest;
mod terms;
pub(crate) mod urls;
mod voice;

use kolo_platform::{Permission, Routes};

/// The pages of a community and the first page of the instance.
pub fn routes() -> Routes {
    let public = Permission::PUBLIC;
    Routes::new()
        .get_instance("/", public, front::front)
        .get_instance("/search", public, front::search)
        .get_instance("/sitemap.xml", public, sitemap::instance)
        .get_instance("/robots.txt", public, sitemap::robots)
        .get("/", public, home::home)
        .get("/services", public, list::list)
        .get("/search", public, list::search)
        .get("/suggest", public, suggest::suggest)
        .get("/services/{id}", public, show::show)
        .get("/services/{id}/qr.svg", public, share::service_qr)
        .get("/services/{id}/vcard", public, share::service_card)
        .get("/services/{id}/report", public, report::compose_service)
        .post("/services/{id}/report", public, report::report_service)
        .get("/services/{id}/report/thanks", public, report::thank_for_service)
        .get("/organizations", public, organizations::list)
        .get("/organizations/{id}", public, organizations::show)
        .get("/organizations/{id}/qr.svg", public, share::organization_qr)
        .get("/organizations/{id}/vcard", public, share::organization_card)
        .get("/organizations/{id}/report", public, report::compose_organization)
        .post("/organizations/{id}/report", public, report::report_organization)
        .get("/organizations/{id}/report/thanks", public, report::thank_for_organization)
        .get("/places", public, places::list)
        .get("/places.geojson", public, places::points)
        .get("/places/{id}", public, places::show)
        .get("/places/{id}/report", public, report::compose_place)
        .post("/places/{id}/report", public, report::report_place)
        .get("/places/{id}/report/thanks", public, report::thank_for_place)
        .get("/situations", public, terms::all)
        .get("/situations/{key}", public, terms::situation)
        .get("/help", public, terms::all)
        .get("/help/{key}", public, terms::help)
        .get("/hotlines", public, hotlines::show)
        .get("/a-z", public, letters::show)
        .get("/saved", public, saved::show)
        .get("/sitemap.xml", public, sitemap::community)
}
