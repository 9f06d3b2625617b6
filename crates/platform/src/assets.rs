//! The web bundle inside the binary, served under addresses that carry its checksum.
use axum::http::header::{CACHE_CONTROL, CONTENT_ENCODING, CONTENT_TYPE, VARY};
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use bytes::Bytes;
use rust_embed::RustEmbed;
use sha2::{Digest, Sha256};
use std::collections::HashMap;

#[derive(RustEmbed)]
#[folder = "$CARGO_MANIFEST_DIR/../../web/dist/"]
struct Bundle;

#[derive(Debug)]
struct Asset {
    kind: &'static str,
    plain: Bytes,
    gzip: Bytes,
    brotli: Bytes,
}

/// Every file of the bundle, compressed once at the start.
#[derive(Debug, Default)]
pub struct Assets {
    by_path: HashMap<String, Asset>,
    hrefs: HashMap<String, String>,
}

impl Assets {
    pub(crate) fn embedded() -> Self {
        let mut assets = Self::default();
        for name in Bundle::iter() {
            let Some(file) = Bundle::get(&name) else { continue };
            let hash = hex::encode(Sha256::digest(&file.data));
            let path = format!("/assets/{}/{name}", &hash[..16]);
            let plain = Bytes::from(file.data.into_owned());
            let asset = Asset {
                kind: content_type(&name),
                gzip: crate::cache::gzip(&plain).into(),
                brotli: crate::cache::brotli(&plain).into(),
                plain,
            };
            assets.hrefs.insert(name.to_string(), path.clone());
            assets.by_path.insert(path, asset);
        }
        assets
    }

    /// The address of a file of the bundle; the bare name when the bundle was not built (unit tests).
    pub fn href(&self, name: &str) -> String {
        self.hrefs.get(name).cloned().unwrap_or_else(|| format!("/assets/0/{name}"))
    }

    pub(crate) fn serve(&self, path: &str, headers: &HeaderMap) -> Response {
        let Some(asset) = self.by_path.get(path) else {
            return StatusCode::NOT_FOUND.into_response();
        };
        let (encoding, body) = match crate::cache::accepted(headers) {
            crate::cache::Encoding::Brotli => (Some("br"), &asset.brotli),
            crate::cache::Encoding::Gzip => (Some("gzip"), &asset.gzip),
            crate::cache::Encoding::Plain => (None, &asset.plain),
        };
        let mut response = body.clone().into_response();
        let to = response.headers_mut();
        to.insert(CONTENT_TYPE, HeaderValue::from_static(asset.kind));
        to.insert(CACHE_CONTROL, HeaderValue::from_static("public, max-age=31536000, immutable"));
        to.insert(VARY, HeaderValue::from_static("accept-encoding"));
        if let Some(encoding) = encoding {
            to.insert(CONTENT_ENCODING, HeaderValue::from_static(encoding));
        }
        response
    }
}

fn content_type(name: &str) -> &'static str {
    match name.rsplit('.').next().unwrap_or_default() {
        "css" => "text/css; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "ico" => "image/x-icon",
        "woff2" => "font/woff2",
        "webmanifest" => "application/manifest+json",
        "json" | "map" => "application/json",
        _ => "application/octet-stream",
    }
}
