//! Somebody is asked to take a role.
use kolo_platform::Role;
use kolo_words::Lang;
use sea_orm::entity::prelude::*;

/// The address is sealed under `invitation/{id}`.
#[derive(Clone, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "invitation")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// Set when the letter is written; the token itself is only in the letter.
    pub token_hash: Option<String>,
    pub email_sealed: Vec<u8>,
    pub lang: String,
    pub role: String,
    pub community_id: Uuid,
    pub organization_id: Option<Uuid>,
    pub invited_by: Option<Uuid>,
    pub created_at: DateTimeUtc,
    pub ends_at: DateTimeUtc,
    pub accepted_at: Option<DateTimeUtc>,
}

impl std::fmt::Debug for Model {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Invitation({}, …)", self.id)
    }
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}
impl ActiveModelBehavior for ActiveModel {}

/// Who is asked, for what, in which language.
pub(crate) struct NewInvitation {
    pub(crate) email: String,
    pub(crate) lang: Lang,
    pub(crate) role: Role,
    pub(crate) community: Uuid,
    pub(crate) organization: Option<Uuid>,
}

impl std::fmt::Debug for NewInvitation {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "NewInvitation({}, …)", self.role)
    }
}
