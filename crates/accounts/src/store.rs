//! The only file that speaks to the tables of accounts.
use crate::model::invitation::NewInvitation;
use crate::model::{invitation, person, role_grant, session, sign_in_link};
use crate::rules;
use chrono::{DateTime, Utc};
use kolo_platform::secrets::Keys;
use kolo_platform::{Grant, Result, Role, Scope, Write};
use sea_orm::ActiveValue::Set;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::Expr;
use sea_orm::{ConnectionTrait, QueryOrder, QuerySelect};
use uuid::Uuid;

/// The keyed hash by which an address is found again, whatever its case.
pub(crate) fn email_hash(keys: &Keys, email: &str) -> String {
    keys.hash("person.email", &kolo_words::fold(email))
}

pub(crate) fn token_hash(keys: &Keys, purpose: &str, token: &str) -> String {
    keys.hash(purpose, token)
}

/// The sealed texts of a person, opened.
pub(crate) fn opened(keys: &Keys, person: &person::Model) -> anyhow::Result<(String, String)> {
    let context = format!("person/{}", person.id);
    let text = |sealed: &[u8]| anyhow::Ok(String::from_utf8(keys.open(&context, sealed)?)?);
    Ok((text(&person.email_sealed)?, text(&person.name_sealed)?))
}

pub(crate) async fn person_by_email(db: &impl ConnectionTrait, keys: &Keys, email: &str) -> Result<Option<person::Model>> {
    Ok(person::Entity::find()
        .filter(person::Column::EmailHash.eq(email_hash(keys, email)))
        .one(db)
        .await?)
}

pub(crate) async fn person(db: &impl ConnectionTrait, id: Uuid) -> Result<Option<person::Model>> {
    Ok(person::Entity::find_by_id(id).one(db).await?)
}

pub(crate) async fn people(db: &impl ConnectionTrait, ids: Vec<Uuid>) -> Result<Vec<person::Model>> {
    Ok(person::Entity::find().filter(person::Column::Id.is_in(ids)).all(db).await?)
}

pub(crate) async fn insert_person(w: &Write, email: &str, name: &str) -> Result<Uuid> {
    let (id, keys) = (w.uuid(), w.app().keys());
    let context = format!("person/{id}");
    let row = person::ActiveModel {
        id: Set(id),
        email_hash: Set(email_hash(keys, email)),
        email_sealed: Set(keys.seal(&context, email.as_bytes(), w.chance())),
        name_sealed: Set(keys.seal(&context, name.as_bytes(), w.chance())),
        lang: Set(None),
        password_hash: Set(None),
        failed_tries: Set(0),
        locked_until: Set(None),
        created_at: Set(w.now),
    };
    person::Entity::insert(row).exec_without_returning(w).await?;
    Ok(id)
}

pub(crate) async fn rename(w: &Write, id: Uuid, name: &str, lang: Option<&str>) -> Result<()> {
    let sealed = w.app().keys().seal(&format!("person/{id}"), name.as_bytes(), w.chance());
    let row = person::ActiveModel {
        id: Set(id),
        name_sealed: Set(sealed),
        lang: Set(lang.map(str::to_owned)),
        ..Default::default()
    };
    row.update(w).await?;
    Ok(())
}

pub(crate) async fn set_password(w: &Write, id: Uuid, hash: String) -> Result<()> {
    let row = person::ActiveModel {
        id: Set(id),
        password_hash: Set(Some(hash)),
        failed_tries: Set(0),
        locked_until: Set(None),
        ..Default::default()
    };
    row.update(w).await?;
    Ok(())
}

pub(crate) async fn note_tries(w: &Write, id: Uuid, failed: i32, locked_until: Option<DateTime<Utc>>) -> Result<()> {
    let row = person::ActiveModel {
        id: Set(id),
        failed_tries: Set(failed),
        locked_until: Set(locked_until),
        ..Default::default()
    };
    row.update(w).await?;
    Ok(())
}

pub(crate) async fn insert_session(w: &Write, person: Uuid, token: &str) -> Result<()> {
    let row = session::ActiveModel {
        id: Set(w.uuid()),
        token_hash: Set(token_hash(w.app().keys(), "session", token)),
        person_id: Set(person),
        created_at: Set(w.now),
        seen_at: Set(w.now),
        ends_at: Set(w.now + rules::SESSION_LIFE),
    };
    session::Entity::insert(row).exec_without_returning(w).await?;
    Ok(())
}

/// The live session of a token.
pub(crate) async fn session(db: &impl ConnectionTrait, token_hash: &str, now: DateTime<Utc>) -> Result<Option<session::Model>> {
    let found = session::Entity::find()
        .filter(session::Column::TokenHash.eq(token_hash))
        .filter(session::Column::EndsAt.gt(now));
    Ok(found.one(db).await?)
}

pub(crate) async fn sessions(db: &impl ConnectionTrait, person: Uuid, now: DateTime<Utc>) -> Result<Vec<session::Model>> {
    let live = session::Entity::find()
        .filter(session::Column::PersonId.eq(person))
        .filter(session::Column::EndsAt.gt(now));
    Ok(live.order_by_desc(session::Column::SeenAt).limit(50).all(db).await?)
}

pub(crate) async fn touch_session(w: &Write, id: Uuid, seen_at: DateTime<Utc>, ends_at: DateTime<Utc>) -> Result<()> {
    let row = session::ActiveModel {
        id: Set(id),
        seen_at: Set(seen_at),
        ends_at: Set(ends_at),
        ..Default::default()
    };
    row.update(w).await?;
    Ok(())
}

/// Ends one session of a person, or all of them; returns how many there were.
pub(crate) async fn delete_sessions(w: &Write, person: Uuid, only: Option<Uuid>) -> Result<u64> {
    let mut gone = session::Entity::delete_many().filter(session::Column::PersonId.eq(person));
    if let Some(id) = only {
        gone = gone.filter(session::Column::Id.eq(id));
    }
    Ok(gone.exec(w).await?.rows_affected)
}

pub(crate) async fn grants(db: &impl ConnectionTrait, person: Uuid) -> Result<Vec<Grant>> {
    let rows = role_grant::Entity::find()
        .filter(role_grant::Column::PersonId.eq(person))
        .all(db)
        .await?;
    Ok(rows.iter().filter_map(read_grant).collect())
}

/// A row as a role with its scope; a row of a role this version does not know counts for nothing.
pub(crate) fn read_grant(row: &role_grant::Model) -> Option<Grant> {
    let role: Role = row.role.parse().ok()?;
    let scope = match (row.community_id, row.organization_id) {
        (None, _) => Scope::Instance,
        (Some(community), None) => Scope::Community(community),
        (Some(community), Some(organization)) => Scope::Organization { community, organization },
    };
    Some(Grant { role, scope })
}

pub(crate) async fn grants_in(db: &impl ConnectionTrait, community: Uuid) -> Result<Vec<role_grant::Model>> {
    let rows = role_grant::Entity::find()
        .filter(role_grant::Column::CommunityId.eq(community))
        .order_by_asc(role_grant::Column::GrantedAt);
    Ok(rows.limit(500).all(db).await?)
}

pub(crate) async fn grant_in(db: &impl ConnectionTrait, community: Uuid, id: Uuid) -> Result<Option<role_grant::Model>> {
    Ok(role_grant::Entity::find_by_id(id)
        .filter(role_grant::Column::CommunityId.eq(community))
        .one(db)
        .await?)
}

/// Writes the role down unless the person holds it already.
pub(crate) async fn insert_grant(w: &Write, person: Uuid, grant: Grant) -> Result<bool> {
    if grants(w, person).await?.contains(&grant) {
        return Ok(false);
    }
    let (community, organization) = match grant.scope {
        Scope::Instance => (None, None),
        Scope::Community(community) => (Some(community), None),
        Scope::Organization { community, organization } => (Some(community), Some(organization)),
    };
    let row = role_grant::ActiveModel {
        id: Set(w.uuid()),
        person_id: Set(person),
        role: Set(grant.role.name().to_owned()),
        community_id: Set(community),
        organization_id: Set(organization),
        granted_by: Set(w.who.person),
        granted_at: Set(w.now),
    };
    role_grant::Entity::insert(row).exec_without_returning(w).await?;
    Ok(true)
}

pub(crate) async fn delete_grant(w: &Write, id: Uuid) -> Result<()> {
    role_grant::Entity::delete_by_id(id).exec(w).await?;
    Ok(())
}

pub(crate) async fn insert_link(w: &Write, token: &str, person: Uuid, ends_at: DateTime<Utc>) -> Result<()> {
    let row = sign_in_link::ActiveModel {
        token_hash: Set(token_hash(w.app().keys(), "link", token)),
        person_id: Set(person),
        ends_at: Set(ends_at),
        used_at: Set(None),
    };
    sign_in_link::Entity::insert(row).exec_without_returning(w).await?;
    Ok(())
}

/// Uses a link up: of many who try at once, exactly one gets the person.
pub(crate) async fn use_link(w: &Write, token: &str) -> Result<Option<Uuid>> {
    let hash = token_hash(w.app().keys(), "link", token);
    let used = sign_in_link::Entity::update_many()
        .col_expr(sign_in_link::Column::UsedAt, Expr::value(w.now))
        .filter(sign_in_link::Column::TokenHash.eq(&hash))
        .filter(sign_in_link::Column::UsedAt.is_null())
        .filter(sign_in_link::Column::EndsAt.gt(w.now))
        .exec(w)
        .await?;
    if used.rows_affected == 0 {
        return Ok(None);
    }
    Ok(sign_in_link::Entity::find_by_id(hash).one(w).await?.map(|link| link.person_id))
}

pub(crate) async fn insert_invitation(w: &Write, new: &NewInvitation) -> Result<Uuid> {
    let id = w.uuid();
    let row = invitation::ActiveModel {
        id: Set(id),
        token_hash: Set(None),
        email_sealed: Set(w.app().keys().seal(&format!("invitation/{id}"), new.email.as_bytes(), w.chance())),
        lang: Set(new.lang.code().to_owned()),
        role: Set(new.role.name().to_owned()),
        community_id: Set(new.community),
        organization_id: Set(new.organization),
        invited_by: Set(w.who.person),
        created_at: Set(w.now),
        ends_at: Set(w.now + rules::INVITATION_LIFE),
        accepted_at: Set(None),
    };
    invitation::Entity::insert(row).exec_without_returning(w).await?;
    Ok(id)
}

pub(crate) async fn invitation(db: &impl ConnectionTrait, id: Uuid) -> Result<Option<invitation::Model>> {
    Ok(invitation::Entity::find_by_id(id).one(db).await?)
}

pub(crate) async fn invitation_by_token(
    db: &impl ConnectionTrait,
    keys: &Keys,
    token: &str,
    now: DateTime<Utc>,
) -> Result<Option<invitation::Model>> {
    let open = invitation::Entity::find()
        .filter(invitation::Column::TokenHash.eq(token_hash(keys, "invitation", token)))
        .filter(invitation::Column::AcceptedAt.is_null())
        .filter(invitation::Column::EndsAt.gt(now));
    Ok(open.one(db).await?)
}

pub(crate) async fn invitations_in(db: &impl ConnectionTrait, community: Uuid, now: DateTime<Utc>) -> Result<Vec<invitation::Model>> {
    let open = invitation::Entity::find()
        .filter(invitation::Column::CommunityId.eq(community))
        .filter(invitation::Column::AcceptedAt.is_null())
        .filter(invitation::Column::EndsAt.gt(now));
    Ok(open.order_by_desc(invitation::Column::CreatedAt).limit(200).all(db).await?)
}

pub(crate) async fn set_invitation_token(w: &Write, id: Uuid, token: &str) -> Result<()> {
    let row = invitation::ActiveModel {
        id: Set(id),
        token_hash: Set(Some(token_hash(w.app().keys(), "invitation", token))),
        ..Default::default()
    };
    row.update(w).await?;
    Ok(())
}

/// Marks an invitation as accepted; of many who try at once, exactly one is told yes.
pub(crate) async fn accept_invitation(w: &Write, id: Uuid) -> Result<bool> {
    let taken = invitation::Entity::update_many()
        .col_expr(invitation::Column::AcceptedAt, Expr::value(w.now))
        .filter(invitation::Column::Id.eq(id))
        .filter(invitation::Column::AcceptedAt.is_null())
        .exec(w)
        .await?;
    Ok(taken.rows_affected == 1)
}
