//! Crates with words have them checked when they are built.
use crate::{Finding, Tree};

pub fn check(tree: &Tree) -> Vec<Finding> {
    tree.paths()
        .filter_map(|path| path.strip_prefix("crates/")?.strip_suffix("/locales/"))
        .map(|name| format!("crates/{name}/build.rs"))
        .filter(|script| !tree.text(script).is_some_and(|text| text.contains("kolo_locales::check()")))
        .map(|script| Finding::error(script, "does not call `kolo_locales::check()`, and the crate has messages"))
        .collect()
}
