//! The four ways a request can end other than well.
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use kolo_words::Message;
use std::sync::Arc;

pub type Result<T, E = Error> = std::result::Result<T, E>;

/// Why something did not happen. Handlers do not know how an error looks: the door draws it in the visitor's language.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// There is no such thing, or the visitor may not know that there is.
    #[error("not found")]
    NotFound,
    /// The visitor is known and lacks the permission.
    #[error("forbidden")]
    Forbidden,
    /// The visitor asked for something the rules of the module do not allow right now.
    #[error("refused: {}", .0.message.key)]
    Refused(Refusal),
    /// A machine did something wrong; people learn only that it was not their fault.
    #[error(transparent)]
    Internal(#[from] anyhow::Error),
}

/// A polite no: a message the page turns into the visitor's language.
#[derive(Clone, Debug, PartialEq)]
pub struct Refusal {
    pub message: Message,
    pub status: StatusCode,
}

impl Refusal {
    /// A refusal because of the present state of things (409).
    pub const fn new(key: &'static str) -> Self {
        Self {
            message: Message::new(key),
            status: StatusCode::CONFLICT,
        }
    }

    /// A refusal with another status, for instance 429.
    pub const fn with_status(key: &'static str, status: StatusCode) -> Self {
        Self {
            message: Message::new(key),
            status,
        }
    }
}

impl From<Refusal> for Error {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(refusal)
    }
}

impl From<sea_orm::DbErr> for Error {
    fn from(error: sea_orm::DbErr) -> Self {
        Self::Internal(error.into())
    }
}

impl Error {
    pub fn status(&self) -> StatusCode {
        match self {
            Self::NotFound => StatusCode::NOT_FOUND,
            Self::Forbidden => StatusCode::FORBIDDEN,
            Self::Refused(refusal) => refusal.status,
            Self::Internal(_) => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }
}

/// The error inside a response, for the door to draw.
#[derive(Clone, Debug)]
pub(crate) struct Drawn(pub(crate) Arc<Error>);

impl IntoResponse for Error {
    fn into_response(self) -> Response {
        let status = self.status();
        let mut response = status.into_response();
        response.extensions_mut().insert(Drawn(Arc::new(self)));
        response
    }
}
