//! What machines are told about the site: which pages there are, and which are not for them.
use super::urls;
use super::voice::Voice;
use crate::store::{self, Order, OrganizationFilter, PlaceFilter, ServiceFilter};
use axum::extract::State;
use axum::http::header::CONTENT_TYPE;
use axum::response::Response;
use kolo_platform::{App, Result, Visit, page};
use uuid::Uuid;

/// What one file may hold by the protocol, shared among kinds of pages.
const MOST: u64 = 16_000;
const NAMESPACE: &str = "http://www.sitemaps.org/schemas/sitemap/0.9";

/// `GET /sitemap.xml` of a community
pub(super) async fn community(State(app): State<App>, visit: Visit) -> Result<Response> {
    let db = &app.db().reader;
    // Pages of communities below have their own file.
    let own = [visit.community()?.id];
    let mut paths: Vec<String> = ["/", "/services", "/organizations", "/places", "/situations", "/hotlines", "/a-z"]
        .map(str::to_owned)
        .into();
    for vocabulary in store::vocabularies(db).await? {
        let Some(key) = vocabulary.taxonomy.key.clone() else { continue };
        paths.extend(
            vocabulary
                .terms
                .iter()
                .filter_map(|term| Some(urls::term(&key, term.code.as_deref()?))),
        );
    }
    let services = store::services_page(
        db,
        &own,
        &ServiceFilter {
            order: Order::Id,
            ..ServiceFilter::default()
        },
        0,
        MOST,
    )
    .await?;
    let organizations = store::organizations_page(
        db,
        &own,
        &OrganizationFilter {
            order: Order::Id,
            ..OrganizationFilter::default()
        },
        0,
        MOST,
    )
    .await?;
    let places = store::places_page(
        db,
        &own,
        &PlaceFilter {
            order: Order::Id,
            ..PlaceFilter::default()
        },
        0,
        MOST,
    )
    .await?;
    paths.extend(services.ids.into_iter().map(urls::service));
    paths.extend(organizations.ids.into_iter().map(urls::organization));
    paths.extend(places.ids.into_iter().map(urls::place));
    Ok(xml("urlset", "url", paths.iter().map(|path| visit.absolute(path))))
}

/// `GET /sitemap.xml` of the instance
pub(super) async fn instance(State(app): State<App>, visit: Visit) -> Result<Response> {
    let voice = Voice::new(&app, &visit);
    let locate = |id: Uuid| {
        let href = voice.href(id, "/sitemap.xml");
        // Another host keeps the scheme of this one.
        match href.strip_prefix("//") {
            Some(other) => format!("{}://{other}", visit.origin().split("://").next().unwrap_or("https")),
            None => format!("{}{href}", visit.origin()),
        }
    };
    let all = voice.tree().all();
    Ok(xml("sitemapindex", "sitemap", all.iter().map(|community| locate(community.id))))
}

/// `GET /robots.txt`
pub(super) async fn robots(visit: Visit) -> Response {
    let text = format!(
        "User-agent: *\nDisallow: /sign-in\nDisallow: /account\nDisallow: /*/desk\nDisallow: /*/suggest\nDisallow: /*/report\nDisallow: /*view=print\n\n\
         Sitemap: {}/sitemap.xml\n",
        visit.origin()
    );
    page::shared(([(CONTENT_TYPE, "text/plain; charset=utf-8")], text))
}

fn xml(root: &str, element: &str, addresses: impl Iterator<Item = String>) -> Response {
    let mut text = format!("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<{root} xmlns=\"{NAMESPACE}\">\n");
    for address in addresses {
        text.extend(["<", element, "><loc>", &escaped(&address), "</loc></", element, ">\n"]);
    }
    text.extend(["</", root, ">\n"]);
    page::shared(([(CONTENT_TYPE, "application/xml; charset=utf-8")], text))
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
        .replace('\'', "&apos;")
}
