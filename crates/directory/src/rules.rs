//! What is allowed in the directory, when and to whom: pure functions.
pub mod identifiers;

/// Whether a service costs nothing, by the amounts of its prices: one that costs something is not free, and a price told
/// only in words tells nothing.
pub fn is_free(amounts: impl IntoIterator<Item = Option<i64>>) -> Option<bool> {
    amounts.into_iter().fold(None, |known, amount| match (known, amount) {
        (Some(false), _) => Some(false),
        (_, Some(amount)) => Some(amount == 0),
        (known, None) => known,
    })
}
