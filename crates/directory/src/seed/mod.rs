//! What a new instance begins with: the taxonomy everywhere, and five sample communities where they are asked for.
//!
//! Identities are made from keys, so they are the same on every instance and a second run changes nothing.
mod demo;
mod files;
mod rows;
mod taxonomy;

pub use demo::{demo_organization, demo_service, seed_demo};
pub use taxonomy::{ensure_taxonomy, term_id};

use uuid::Uuid;

/// The root of all identities made from keys.
const KEYS: Uuid = Uuid::from_u128(0x6b6f_6c6f_0000_5000_8000_0000_0000_0001);

/// The identity of a thing with a key.
fn id_of(kind: &str, key: &str) -> Uuid {
    Uuid::new_v5(&KEYS, format!("{kind}:{key}").as_bytes())
}
