//! Communities: a tree that is small, read on every request and changed rarely, so it is kept in memory.
use crate::{Refusal, Result, Trace, Write};
use anyhow::Context;
use kolo_words::{Lang, Multilingual, Ref, Slug};
use sea_orm::ActiveValue::Set;
use sea_orm::entity::prelude::*;
use std::collections::HashMap;
use std::sync::{Arc, RwLock};
use uuid::Uuid;

/// A row of the tree.
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "community")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub parent_id: Option<Uuid>,
    #[sea_orm(unique)]
    pub slug: String,
    pub name: Json,
    pub about: Json,
    pub language: String,
    /// Languages in which content is written, comma-separated codes.
    pub languages: String,
    /// ISO 3166-1 alpha-2; chooses the country profile.
    pub country: String,
    /// IANA name.
    pub timezone: String,
    pub accent: String,
    pub latitude: Option<f64>,
    pub longitude: Option<f64>,
    /// Own host name; addresses there carry no prefix.
    pub host: Option<String>,
    pub is_sample: bool,
    pub created_at: DateTimeUtc,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

/// A community as every page needs it.
#[derive(Clone, Debug, PartialEq)]
pub struct Community {
    pub id: Uuid,
    pub parent: Option<Uuid>,
    pub slug: String,
    pub name: Multilingual,
    pub about: Multilingual,
    /// Main language: every text has it.
    pub language: Lang,
    pub languages: Vec<Lang>,
    pub country: String,
    pub timezone: String,
    pub accent: String,
    /// Centre of the map, latitude and longitude.
    pub centre: Option<(f64, f64)>,
    pub host: Option<String>,
    pub is_sample: bool,
    /// The community itself, then its parent, and so on to the root.
    pub lineage: Vec<Uuid>,
}

impl Community {
    fn from_row(row: Model) -> anyhow::Result<Self> {
        let languages = row.languages.split(',').filter_map(|code| code.trim().parse().ok()).collect();
        Ok(Self {
            id: row.id,
            parent: row.parent_id,
            slug: row.slug,
            name: serde_json::from_value(row.name)?,
            about: serde_json::from_value(row.about)?,
            language: row.language.parse()?,
            languages,
            country: row.country,
            timezone: row.timezone,
            accent: row.accent,
            centre: row.latitude.zip(row.longitude),
            host: row.host,
            is_sample: row.is_sample,
            lineage: Vec::new(),
        })
    }

    /// The zone; UTC when the name is no longer known to the zone database.
    pub fn zone(&self) -> jiff::tz::TimeZone {
        jiff::tz::TimeZone::get(&self.timezone).unwrap_or(jiff::tz::TimeZone::UTC)
    }
}

/// The whole tree, in memory.
#[derive(Debug, Default)]
pub struct Communities(RwLock<Arc<Tree>>);

/// A reading of the tree at one moment.
#[expect(clippy::struct_field_names, reason = "each is a way to find a community by something")]
#[derive(Debug, Default)]
pub struct Tree {
    by_id: HashMap<Uuid, Arc<Community>>,
    by_slug: HashMap<String, Uuid>,
    by_host: HashMap<String, Uuid>,
}

impl Communities {
    /// The tree as it is now.
    pub fn tree(&self) -> Arc<Tree> {
        self.0.read().unwrap_or_else(std::sync::PoisonError::into_inner).clone()
    }

    /// Reads the tree anew; called at the start and after a change of a community.
    pub async fn reload(&self, db: &impl ConnectionTrait) -> anyhow::Result<()> {
        let rows = Entity::find().all(db).await?;
        let tree = Tree::grow(rows.into_iter().map(Community::from_row).collect::<anyhow::Result<_>>()?);
        *self.0.write().unwrap_or_else(std::sync::PoisonError::into_inner) = Arc::new(tree);
        Ok(())
    }
}

impl Tree {
    fn grow(communities: Vec<Community>) -> Self {
        let parents: HashMap<_, _> = communities.iter().map(|c| (c.id, c.parent)).collect();
        let mut tree = Self::default();
        for mut community in communities {
            let mut at = Some(community.id);
            while let Some(id) = at {
                // A circle cannot be written, but a damaged database must not hang the start.
                if community.lineage.contains(&id) {
                    break;
                }
                community.lineage.push(id);
                at = parents.get(&id).copied().flatten();
            }
            tree.by_slug.insert(community.slug.clone(), community.id);
            if let Some(host) = &community.host {
                tree.by_host.insert(host.to_lowercase(), community.id);
            }
            tree.by_id.insert(community.id, Arc::new(community));
        }
        tree
    }

    pub fn get(&self, id: Uuid) -> Option<&Arc<Community>> {
        self.by_id.get(&id)
    }

    pub fn by_slug(&self, slug: &str) -> Option<&Arc<Community>> {
        self.get(*self.by_slug.get(slug)?)
    }

    pub fn by_host(&self, host: &str) -> Option<&Arc<Community>> {
        self.get(*self.by_host.get(host)?)
    }

    /// Every community, roots first, then by slug.
    pub fn all(&self) -> Vec<Arc<Community>> {
        let mut all: Vec<_> = self.by_id.values().cloned().collect();
        all.sort_by(|a, b| (a.lineage.len(), &a.slug).cmp(&(b.lineage.len(), &b.slug)));
        all
    }

    /// The communities directly below, by slug.
    pub fn children(&self, id: Uuid) -> Vec<Arc<Community>> {
        self.all().into_iter().filter(|c| c.parent == Some(id)).collect()
    }

    /// The community and everything below it.
    pub fn with_descendants(&self, id: Uuid) -> Vec<Uuid> {
        self.by_id.values().filter(|c| c.lineage.contains(&id)).map(|c| c.id).collect()
    }

    /// Everything above and below: those whose pages may show a change of this community.
    pub(crate) fn touched_by(&self, id: Uuid) -> Vec<Uuid> {
        let above = self.get(id).map(|c| c.lineage.clone()).unwrap_or_default();
        above.into_iter().chain(self.with_descendants(id)).collect()
    }
}

/// What is needed to found a community.
#[derive(Clone, Debug, PartialEq)]
pub struct NewCommunity {
    /// Given when the same community must have the same identity everywhere (the demo).
    pub id: Option<Uuid>,
    pub slug: Slug,
    pub name: Multilingual,
    pub about: Multilingual,
    pub language: Lang,
    pub languages: Vec<Lang>,
    pub country: String,
    pub timezone: String,
    pub accent: String,
    pub centre: Option<(f64, f64)>,
    pub parent: Option<Uuid>,
    pub host: Option<String>,
    pub is_sample: bool,
}

/// Another community has this name in addresses already.
pub const SLUG_TAKEN: Refusal = Refusal::new("community-refused-slug-taken");
/// The zone database knows no such zone.
pub const NO_SUCH_ZONE: Refusal = Refusal::new("community-refused-zone");
/// The name is missing in the main language.
pub const NAMELESS: Refusal = Refusal::new("community-refused-nameless");
/// The community above does not exist.
pub const NO_PARENT: Refusal = Refusal::new("community-refused-parent");

/// Founds a community and returns its identity.
pub async fn found(w: &Write, new: NewCommunity) -> Result<Uuid> {
    if new.name.get(new.language).is_none() {
        return Err(NAMELESS.into());
    }
    if jiff::tz::TimeZone::get(&new.timezone).is_err() {
        return Err(NO_SUCH_ZONE.into());
    }
    if let Some(parent) = new.parent
        && Entity::find_by_id(parent).one(w).await?.is_none()
    {
        return Err(NO_PARENT.into());
    }
    if Entity::find().filter(Column::Slug.eq(new.slug.as_str())).one(w).await?.is_some() {
        return Err(SLUG_TAKEN.into());
    }
    let id = new.id.unwrap_or_else(|| w.uuid());
    let row = ActiveModel {
        id: Set(id),
        parent_id: Set(new.parent),
        slug: Set(new.slug.as_str().to_owned()),
        name: Set(serde_json::to_value(&new.name).context("writing a name")?),
        about: Set(serde_json::to_value(&new.about).context("writing a description")?),
        language: Set(new.language.code().to_owned()),
        languages: Set(new.languages.iter().map(|l| l.code()).collect::<Vec<_>>().join(",")),
        country: Set(new.country),
        timezone: Set(new.timezone),
        accent: Set(new.accent),
        latitude: Set(new.centre.map(|c| c.0)),
        longitude: Set(new.centre.map(|c| c.1)),
        host: Set(new.host),
        is_sample: Set(new.is_sample),
        created_at: Set(w.now),
    };
    Entity::insert(row).exec_without_returning(w).await?;
    w.trace(Trace::of("platform.found_community", Some(id), Ref::new("community", id)).put());
    Ok(id)
}
