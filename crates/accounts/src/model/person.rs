//! Somebody with an account.
use sea_orm::entity::prelude::*;

/// Address and name are sealed under `person/{id}`.
#[derive(Clone, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "person")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    #[sea_orm(unique)]
    pub email_hash: String,
    pub email_sealed: Vec<u8>,
    pub name_sealed: Vec<u8>,
    /// Interface language, once chosen.
    pub lang: Option<String>,
    /// Argon2id, once a password was set.
    pub password_hash: Option<String>,
    pub failed_tries: i32,
    /// Passwords are not tried before this instant.
    pub locked_until: Option<DateTimeUtc>,
    pub created_at: DateTimeUtc,
}

impl std::fmt::Debug for Model {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Person({}, …)", self.id)
    }
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}
impl ActiveModelBehavior for ActiveModel {}
