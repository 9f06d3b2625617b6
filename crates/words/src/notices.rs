//! What modules tell each other, in the past tense. A notice is written to the outbox in the transaction of the change and
//! delivered later as a job to every module that listens, at least once: listeners must bear it twice.
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use uuid::Uuid;

/// Something that has happened.
pub trait Notice: Serialize + DeserializeOwned + Send + Sync + 'static {
    /// Stable name in the outbox.
    const NAME: &'static str;
}

/// A person was invited to a role and waits for the letter.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PersonInvited {
    pub invitation: Uuid,
}
impl Notice for PersonInvited {
    const NAME: &'static str = "accounts.person_invited";
}

/// A visitor reported that something in an entry of the guide is wrong.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MistakeReported {
    pub community: Uuid,
    pub kind: String,
    pub id: Uuid,
}
impl Notice for MistakeReported {
    const NAME: &'static str = "directory.mistake_reported";
}
