//! The directory's tables as they came to be. Forward only: a file that has been released is never edited.
mod columns;
mod directory_0001_records;
mod directory_0002_parts;
mod directory_0003_taxonomies;
mod directory_0004_own;

use sea_orm_migration::MigrationTrait;

/// Every migration of this module, oldest first.
pub fn migrations() -> Vec<Box<dyn MigrationTrait>> {
    vec![
        Box::new(directory_0001_records::Migration),
        Box::new(directory_0002_parts::Migration),
        Box::new(directory_0003_taxonomies::Migration),
        Box::new(directory_0004_own::Migration),
    ]
}

#[cfg(test)]
mod tests;
