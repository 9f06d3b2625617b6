//! Public pages from memory: a page is kept while its community's feed stands still, with its compressed forms ready.
use axum::http::HeaderMap;
use axum::http::header::{ACCEPT_ENCODING, CACHE_CONTROL, CONTENT_ENCODING, CONTENT_LENGTH, CONTENT_TYPE, ETAG, IF_NONE_MATCH, VARY};
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use bytes::Bytes;
use chrono::{DateTime, TimeDelta, Utc};
use sha2::{Digest, Sha256};
use std::fmt;
use std::io::Write as _;
use std::sync::{Arc, OnceLock};

/// Pages say “open now”, so none is older than this.
const LIFE: TimeDelta = TimeDelta::seconds(60);
/// Bytes of all kept pages together.
const ROOM: u64 = 64 << 20;
/// A larger answer (a whole export) is not kept.
const LARGEST: usize = 2 << 20;

/// Marks a response as the same for everybody who asks in this language with these preferences.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Shared;

/// A page, ready to be sent.
pub(crate) struct Kept {
    body: Bytes,
    gzip: OnceLock<Bytes>,
    brotli: OnceLock<Bytes>,
    headers: HeaderMap,
    etag: HeaderValue,
    epoch: u64,
    made_at: DateTime<Utc>,
}

impl fmt::Debug for Kept {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Kept({} bytes)", self.body.len())
    }
}

/// The pages kept in memory.
#[derive(Debug)]
pub(crate) struct PageCache(moka::sync::Cache<String, Arc<Kept>>);

impl Default for PageCache {
    fn default() -> Self {
        let weigh = |key: &String, page: &Arc<Kept>| u32::try_from(key.len() + page.body.len() * 3 / 2).unwrap_or(u32::MAX);
        Self(moka::sync::Cache::builder().max_capacity(ROOM).weigher(weigh).build())
    }
}

impl PageCache {
    /// The page, if it is still true.
    pub(crate) fn get(&self, key: &str, epoch: u64, now: DateTime<Utc>) -> Option<Arc<Kept>> {
        self.0.get(key).filter(|page| page.epoch == epoch && now - page.made_at < LIFE)
    }

    pub(crate) fn keep(&self, key: String, page: Arc<Kept>) {
        if page.body.len() <= LARGEST {
            self.0.insert(key, page);
        }
    }
}

impl Kept {
    pub(crate) fn new(body: Bytes, mut headers: HeaderMap, epoch: u64, made_at: DateTime<Utc>) -> Self {
        // It was the length of the plain body; a compressed one is shorter, and the server counts by itself.
        headers.remove(CONTENT_LENGTH);
        let digest = hex::encode(Sha256::digest(&body));
        let etag = headers.remove(ETAG).unwrap_or_else(|| {
            HeaderValue::from_str(&format!("W/\"{}\"", &digest[..24]))
                .unwrap_or_else(|_| unreachable!("because hex digits are a header value"))
        });
        Self {
            body,
            gzip: OnceLock::new(),
            brotli: OnceLock::new(),
            headers,
            etag,
            epoch,
            made_at,
        }
    }

    /// The answer to a request with these headers: the page, compressed as the browser likes, or “not modified”.
    pub(crate) fn answer(&self, request: &HeaderMap) -> Response {
        let is_known = request.get(IF_NONE_MATCH).and_then(|v| v.to_str().ok()).is_some_and(|tags| {
            tags.split(',')
                .any(|tag| tag.trim() == "*" || HeaderValue::from_str(tag.trim()).is_ok_and(|t| t == self.etag))
        });
        let mut response = if is_known {
            StatusCode::NOT_MODIFIED.into_response()
        } else {
            self.encoded(request)
        };
        let headers = response.headers_mut();
        for (name, value) in &self.headers {
            if !is_known || name != CONTENT_TYPE {
                headers.insert(name, value.clone());
            }
        }
        headers.insert(ETAG, self.etag.clone());
        headers
            .entry(CACHE_CONTROL)
            .or_insert(HeaderValue::from_static("public, max-age=0, must-revalidate"));
        headers.insert(VARY, HeaderValue::from_static("accept-encoding, accept-language, cookie"));
        response
    }

    fn encoded(&self, request: &HeaderMap) -> Response {
        let (encoding, body) = if self.body.len() < 1_000 {
            (None, self.body.clone())
        } else {
            match accepted(request) {
                Encoding::Brotli => (Some("br"), self.brotli.get_or_init(|| brotli(&self.body).into()).clone()),
                Encoding::Gzip => (Some("gzip"), self.gzip.get_or_init(|| gzip(&self.body).into()).clone()),
                Encoding::Plain => (None, self.body.clone()),
            }
        };
        let mut response = body.into_response();
        response.headers_mut().remove(CONTENT_TYPE);
        if let Some(encoding) = encoding {
            response.headers_mut().insert(CONTENT_ENCODING, HeaderValue::from_static(encoding));
        }
        response
    }
}

/// How a body is sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Encoding {
    Plain,
    Gzip,
    Brotli,
}

/// The smallest form the browser accepts; a quality of zero is a refusal.
pub(crate) fn accepted(headers: &HeaderMap) -> Encoding {
    let header = headers.get(ACCEPT_ENCODING).and_then(|v| v.to_str().ok()).unwrap_or_default();
    let takes = |name: &str| {
        header.split(',').any(|part| {
            let mut pieces = part.split(';').map(str::trim);
            pieces.next() == Some(name) && !pieces.any(|p| p.strip_prefix("q=").is_some_and(|q| q.parse() == Ok(0.0)))
        })
    };
    if takes("br") {
        Encoding::Brotli
    } else if takes("gzip") {
        Encoding::Gzip
    } else {
        Encoding::Plain
    }
}

pub(crate) fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = flate2::write::GzEncoder::new(Vec::with_capacity(bytes.len() / 4), flate2::Compression::new(6));
    encoder
        .write_all(bytes)
        .and_then(|()| encoder.finish())
        .unwrap_or_else(|_| unreachable!("because memory does not refuse to be written"))
}

pub(crate) fn brotli(bytes: &[u8]) -> Vec<u8> {
    let mut encoded = Vec::with_capacity(bytes.len() / 4);
    let params = brotli::enc::BrotliEncoderParams {
        quality: 5,
        ..Default::default()
    };
    brotli::BrotliCompress(&mut &*bytes, &mut encoded, &params)
        .unwrap_or_else(|_| unreachable!("because memory does not refuse to be written"));
    encoded
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(encoding: &'static str) -> HeaderMap {
        HeaderMap::from_iter([(ACCEPT_ENCODING, HeaderValue::from_static(encoding))])
    }

    #[test]
    fn the_smallest_accepted_form_is_chosen() {
        assert_eq!(accepted(&asked("gzip, deflate, br")), Encoding::Brotli);
        assert_eq!(accepted(&asked("br;q=0, gzip;q=0.5")), Encoding::Gzip);
        assert_eq!(accepted(&asked("identity")), Encoding::Plain);
    }

    #[test]
    fn an_old_epoch_or_an_old_page_is_not_served() {
        let cache = PageCache::default();
        let now = DateTime::from_timestamp(1_800_000_000, 0).unwrap();
        cache.keep("k".into(), Arc::new(Kept::new(Bytes::from_static(b"x"), HeaderMap::new(), 4, now)));
        assert!(cache.get("k", 4, now).is_some());
        assert!(cache.get("k", 5, now).is_none());
        assert!(cache.get("k", 4, now + LIFE).is_none());
    }
}
