//! Turns of phrase of the migrations. They only shorten; what a released migration builds must stay the same.
use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{big_integer, boolean, integer, json_binary, string_null, text, timestamp_with_time_zone};

/// A text in several languages, empty unless given.
pub(super) fn words(name: &'static str) -> ColumnDef {
    json_binary(name).default("{}").take()
}

/// A yes or no, no unless given.
pub(super) fn flag(name: &'static str) -> ColumnDef {
    boolean(name).default(false).take()
}

/// The place of a part among its like.
pub(super) fn position() -> ColumnDef {
    integer("position").default(0).take()
}

/// Columns of main records: state, check, version, origin, times.
pub(super) fn record(table: &mut TableCreateStatement) -> &mut TableCreateStatement {
    table
        .col(text("status"))
        .col(sea_orm_migration::schema::date_null("verified_on"))
        .col(flag("is_sample"))
        .col(big_integer("version").default(1))
        .col(text("main_lang"))
        .col(string_null("source"))
        .col(string_null("source_id"))
        .col(timestamp_with_time_zone("created_at"))
        .col(timestamp_with_time_zone("updated_at"))
}

/// A tie that keeps the other row from being deleted.
pub(super) fn tie(table: &'static str, column: &'static str, other: &'static str) -> ForeignKeyCreateStatement {
    ForeignKey::create()
        .name(format!("fk_{table}_{column}"))
        .from(table, column)
        .to(other, "id")
        .take()
}

/// A tie that disappears with the other row.
pub(super) fn part_of(table: &'static str, column: &'static str, other: &'static str) -> ForeignKeyCreateStatement {
    tie(table, column, other).on_delete(ForeignKeyAction::Cascade).take()
}

/// A tie that is forgotten with the other row.
pub(super) fn mention(table: &'static str, column: &'static str, other: &'static str) -> ForeignKeyCreateStatement {
    tie(table, column, other).on_delete(ForeignKeyAction::SetNull).take()
}

/// An index, named after what it orders.
pub(super) fn index(table: &'static str, columns: &[&'static str]) -> IndexCreateStatement {
    let mut index = Index::create();
    index.name(format!("ix_{table}_{}", columns.join("_"))).table(table);
    for column in columns {
        index.col(*column);
    }
    index
}

/// An index that also keeps its rows different.
pub(super) fn unique(table: &'static str, columns: &[&'static str]) -> IndexCreateStatement {
    index(table, columns).unique().take()
}

/// The parts of one owner in their order. Rows of other owners are left out: a phone has five owner columns and one owner.
pub(super) fn parts_of(table: &'static str, owner: &'static str) -> IndexCreateStatement {
    index(table, &[owner, "position"]).and_where(Expr::col(owner).is_not_null()).take()
}
