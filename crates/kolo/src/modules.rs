//! The list of modules. A new module is one line here.
use kolo_platform::Module;

/// Every module of the house.
pub(crate) fn all() -> Vec<Module> {
    vec![kolo_accounts::module(), kolo_office::module(), kolo_directory::module()]
}
