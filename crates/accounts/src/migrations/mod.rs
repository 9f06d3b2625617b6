//! The tables of accounts; forward only.
use sea_orm_migration::prelude::*;

mod accounts_0001_tables;

pub(crate) fn migrations() -> Vec<Box<dyn MigrationTrait>> {
    vec![Box::new(accounts_0001_tables::Migration)]
}
