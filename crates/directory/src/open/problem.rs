//! What a program is told when its question has no answer: a problem document (RFC 9457).
//!
//! Programs read English, as they read the field names of the standard; visitors never see these sentences.
use super::cors;
use axum::http::StatusCode;
use axum::http::header::CONTENT_TYPE;
use axum::response::{IntoResponse, Response};
use kolo_platform::Error;
use serde_json::{Value as Json, json};

/// The media type of problem documents.
pub(super) const PROBLEM: &str = "application/problem+json";

/// Why there is no answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Problem {
    pub status: StatusCode,
    pub detail: String,
    /// The parameter that cannot be understood, when it is one.
    pub parameter: Option<&'static str>,
}

/// An answer, or the problem that prevented it.
pub(super) type Answered<T = Response> = Result<T, Problem>;

impl Problem {
    fn new(status: StatusCode, detail: impl Into<String>) -> Self {
        Self {
            status,
            detail: detail.into(),
            parameter: None,
        }
    }

    /// A parameter that cannot be read (400).
    pub(super) fn malformed(parameter: &'static str, detail: impl Into<String>) -> Self {
        Self {
            parameter: Some(parameter),
            ..Self::new(StatusCode::BAD_REQUEST, detail)
        }
    }

    /// Parameters that can be read and do not go together (422).
    pub(super) fn contradiction(parameter: &'static str, detail: impl Into<String>) -> Self {
        Self {
            parameter: Some(parameter),
            ..Self::new(StatusCode::UNPROCESSABLE_ENTITY, detail)
        }
    }

    /// A format nobody here writes (406).
    pub(super) fn unknown_format() -> Self {
        Self {
            parameter: Some("format"),
            ..Self::new(StatusCode::NOT_ACCEPTABLE, "use json or ndjson")
        }
    }

    /// There is no such record, or it is no longer shown (404).
    pub(super) fn not_found() -> Self {
        Self::new(StatusCode::NOT_FOUND, "there is nothing at this address")
    }

    fn to_json(&self) -> Json {
        let mut document = json!({
            "type": "about:blank",
            "title": self.status.canonical_reason().unwrap_or("Error"),
            "status": self.status.as_u16(),
            "detail": self.detail,
        });
        if let Some(parameter) = self.parameter {
            document["parameter"] = json!(parameter);
        }
        document
    }
}

impl From<Error> for Problem {
    fn from(error: Error) -> Self {
        let status = error.status();
        match error {
            Error::NotFound | Error::Forbidden => Self::not_found(),
            Error::Refused(refusal) => Self::new(status, refusal.message.key),
            Error::Internal(cause) => {
                // The door logs only the errors it draws itself.
                tracing::error!("answering a program: {cause:#}");
                Self::new(status, "the server could not answer; this is not the fault of the question")
            }
        }
    }
}

impl From<anyhow::Error> for Problem {
    fn from(error: anyhow::Error) -> Self {
        Error::Internal(error).into()
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        cors((self.status, [(CONTENT_TYPE, PROBLEM)], self.to_json().to_string()).into_response())
    }
}
