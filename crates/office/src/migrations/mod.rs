//! The tables of the office, forward only.
use sea_orm_migration::MigrationTrait;

mod office_0001_audit_seal;

pub(crate) fn migrations() -> Vec<Box<dyn MigrationTrait>> {
    vec![Box::new(office_0001_audit_seal::Migration)]
}
