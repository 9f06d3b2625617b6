//! What a community decides about itself: small named values, each with a default in the code that reads it.
use crate::{Result, Trace, Write};
use anyhow::Context;
use kolo_words::Ref;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::OnConflict;
use sea_orm::{ActiveValue::Set, ConnectionTrait};
use serde::Serialize;
use serde::de::DeserializeOwned;
use uuid::Uuid;

/// A stored setting.
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "setting")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub community_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub name: String,
    pub value: Json,
}
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}
impl ActiveModelBehavior for ActiveModel {}

/// The setting of a community, or `default` where it never decided.
pub async fn get<T: DeserializeOwned>(db: &impl ConnectionTrait, community: Uuid, name: &str, default: T) -> Result<T> {
    match Entity::find_by_id((community, name.to_owned())).one(db).await? {
        Some(row) => Ok(serde_json::from_value(row.value).with_context(|| format!("reading the setting {name}"))?),
        None => Ok(default),
    }
}

/// Decides a setting.
pub async fn set<T: Serialize + Sync>(w: &Write, community: Uuid, name: &'static str, value: &T) -> Result<()> {
    let row = ActiveModel {
        community_id: Set(community),
        name: Set(name.to_owned()),
        value: Set(serde_json::to_value(value).with_context(|| format!("writing the setting {name}"))?),
    };
    Entity::insert(row)
        .on_conflict(
            OnConflict::columns([Column::CommunityId, Column::Name])
                .update_column(Column::Value)
                .to_owned(),
        )
        .exec_without_returning(w)
        .await?;
    w.trace(
        Trace::of("office.set", Some(community), Ref::new("community", community))
            .put()
            .fields(&[name]),
    );
    Ok(())
}
