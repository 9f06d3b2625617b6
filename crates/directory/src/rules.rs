//! What is allowed in the directory, when and to whom: pure functions.
pub mod identifiers;

use kolo_platform::{Permission, Refusal, Role};

/// Somebody else saved the record while it was being edited.
pub const EDITED_MEANWHILE: Refusal = Refusal::new("directory-refused-edited-meanwhile");
/// The organization still has services or programs.
pub const HAS_SERVICES: Refusal = Refusal::new("directory-refused-has-services");

/// To look after what the guide says: entries, reports of mistakes, questions without an answer.
pub const EDIT: Permission = Permission { key: "directory-may-edit", roles: &[Role::Editor, Role::Coordinator, Role::Operator] };

/// An edit of version `edited` may be saved over version `stored`; nought says that the editor did not look, as imports do.
pub fn may_overwrite(stored: i64, edited: i64) -> Result<(), Refusal> {
    if edited == 0 || edited == stored { Ok(()) } else { Err(EDITED_MEANWHILE) }
}

/// An organization may go when nothing is left for which it answers.
pub fn may_remove_organization(services: u64, programs: u64) -> Result<(), Refusal> {
    if services == 0 && programs == 0 { Ok(()) } else { Err(HAS_SERVICES) }
}

/// Whether a service costs nothing, by the amounts of its prices: one that costs something is not free, and a price told
/// only in words tells nothing.
pub fn is_free(amounts: impl IntoIterator<Item = Option<i64>>) -> Option<bool> {
    amounts.into_iter().fold(None, |known, amount| match (known, amount) {
        (Some(false), _) => Some(false),
        (_, Some(amount)) => Some(amount == 0),
        (known, None) => known,
    })
}
