//! Extractors whose failures are our own error pages, in the visitor's language.
use crate::form::Submitted;
use crate::visit::Visit;
use crate::{App, Error, Refusal, Result};
use axum::extract::{FromRequest, FromRequestParts, Request};
use axum::http::StatusCode;
use axum::http::request::Parts;
use serde::de::DeserializeOwned;

/// What the path names; anything that does not parse is simply not found.
#[derive(Clone, Copy, Debug)]
pub struct Path<T>(pub T);

impl<T: DeserializeOwned + Send, S: Send + Sync> FromRequestParts<S> for Path<T> {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self> {
        let axum::extract::Path(value) = axum::extract::Path::from_request_parts(parts, state)
            .await
            .map_err(|_| Error::NotFound)?;
        Ok(Self(value))
    }
}

/// The query as a value; give every field a default, because people edit addresses.
#[derive(Clone, Copy, Debug)]
pub struct Query<T>(pub T);

/// The address asks for something that cannot be understood.
pub const BAD_QUERY: Refusal = Refusal::with_status("error-bad-query", StatusCode::BAD_REQUEST);

impl<T: DeserializeOwned, S: Send + Sync> FromRequestParts<S> for Query<T> {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self> {
        axum::extract::Query::try_from_uri(&parts.uri)
            .map(|axum::extract::Query(value)| Self(value))
            .map_err(|_| BAD_QUERY.into())
    }
}

/// The form is older than the session it was drawn for.
pub const FORM_EXPIRED: Refusal = Refusal::with_status("error-form-expired", StatusCode::FORBIDDEN);
/// The body is not what a form sends, or is too large.
pub const BAD_FORM: Refusal = Refusal::with_status("error-bad-form", StatusCode::BAD_REQUEST);

impl FromRequest<App> for Submitted {
    type Rejection = Error;

    async fn from_request(request: Request, app: &App) -> Result<Self> {
        let visit = request.extensions().get::<Visit>().cloned().ok_or(Error::NotFound)?;
        let axum::extract::RawForm(bytes) = axum::extract::RawForm::from_request(request, app).await.map_err(|_| BAD_FORM)?;
        let fields: Vec<(String, String)> = url::form_urlencoded::parse(&bytes).into_owned().take(2_000).collect();
        let form = Self::new(fields);
        // Sec-Fetch-Site and Origin were checked at the door; a form of a session also carries the session's token.
        if visit.actor().session.is_some() {
            use subtle::ConstantTimeEq;
            let is_ours = form.value("csrf").as_bytes().ct_eq(visit.csrf().as_bytes());
            if !bool::from(is_ours) {
                return Err(FORM_EXPIRED.into());
            }
        }
        Ok(form)
    }
}
