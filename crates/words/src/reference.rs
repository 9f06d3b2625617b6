//! Pointing at a record of another module without knowing that module.
use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use uuid::Uuid;

/// A record anywhere in the house: its kind (`service`, `event`) and identity. The module that registered the kind
/// resolves it to title, link and visibility.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Ref {
    pub kind: Cow<'static, str>,
    pub id: Uuid,
}

impl Ref {
    pub const fn new(kind: &'static str, id: Uuid) -> Self {
        Self {
            kind: Cow::Borrowed(kind),
            id,
        }
    }
}
