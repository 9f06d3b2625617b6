//! What handlers, actions and jobs share: the handles of one running instance.
use crate::assets::Assets;
use crate::cache::PageCache;
use crate::chance::{Chance, SystemChance};
use crate::clock::{Clock, SystemClock};
use crate::community::Communities;
use crate::db::Database;
use crate::feed::Feed;
use crate::i18n::{self, Catalogue};
use crate::limits::Limits;
use crate::mail::{LetterBox, Mailer};
use crate::module::{Migrations, Module, Registry, Routers};
use crate::search::SearchEngine;
use crate::secrets::Keys;
use anyhow::Result;
use chrono::{DateTime, Utc};
use std::fmt;
use std::sync::{Arc, OnceLock};
use tokio::sync::Notify;

/// What the operator decides about an instance; the house fills it from flags, environment and file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Config {
    /// Scheme and host people use, without a slash at the end; taken from the request when empty.
    pub public_url: String,
    /// Where this server listens, for links in letters when `public_url` is empty.
    pub listen: String,
    /// Whether a proxy in front sets `X-Forwarded-For` and `X-Forwarded-Proto`.
    pub is_behind_proxy: bool,
    /// Pages a client may read in a minute beside those from memory; nought for the usual 600.
    pub reads_per_minute: u32,
    /// Address of map tiles with `{z}`, `{x}`, `{y}`; empty for a map without tiles.
    pub tiles: String,
    /// Who made the tiles, shown on the map.
    pub tiles_attribution: String,
}

impl Config {
    /// Scheme and host for links in letters, which are written without a request.
    pub fn origin_of_letters(&self) -> String {
        if self.public_url.is_empty() {
            format!("http://{}", self.listen)
        } else {
            self.public_url.clone()
        }
    }
}

/// A running instance. Cheap to clone.
#[derive(Clone)]
pub struct App(Arc<Handles>);

struct Handles {
    db: Database,
    clock: Arc<dyn Clock>,
    chance: Arc<dyn Chance>,
    keys: Keys,
    search: Arc<dyn SearchEngine>,
    mailer: Arc<dyn Mailer>,
    registry: Registry,
    routers: OnceLock<Routers>,
    words: Arc<Catalogue>,
    assets: Assets,
    communities: Communities,
    feed: Feed,
    cache: PageCache,
    limits: Limits,
    jobs_wanted: Notify,
    config: Config,
}

impl fmt::Debug for App {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("App")
    }
}

/// What an instance is made of.
#[derive(Debug)]
pub struct Parts {
    pub db: Database,
    pub keys: Keys,
    pub search: Arc<dyn SearchEngine>,
    pub mailer: Arc<dyn Mailer>,
    pub clock: Arc<dyn Clock>,
    pub chance: Arc<dyn Chance>,
    pub config: Config,
    pub modules: Vec<Module>,
}

impl Parts {
    /// Parts with the machine's clock and chance, and letters kept in memory.
    pub fn new(db: Database, keys: Keys, search: Arc<dyn SearchEngine>, modules: Vec<Module>) -> Self {
        Self {
            db,
            keys,
            search,
            modules,
            mailer: Arc::new(LetterBox::default()),
            clock: Arc::new(SystemClock),
            chance: Arc::new(SystemChance),
            config: Config::default(),
        }
    }
}

impl App {
    /// Migrates the database, reads words and communities, and joins the modules' routes.
    pub async fn open(mut parts: Parts) -> Result<Self> {
        parts.modules.insert(0, crate::own_module());
        let migrations: Vec<Migrations> = parts.modules.iter().flat_map(|m| m.migrations.iter().copied()).collect();
        parts.db.migrate(migrations).await?;
        let words = i18n::WORDS
            .into_iter()
            .chain(parts.modules.iter().flat_map(|m| m.words.iter().copied()));
        let words = Arc::new(Catalogue::of(words)?);
        let (registry, (community, instance)) = Registry::of(parts.modules);
        let app = Self(Arc::new(Handles {
            db: parts.db,
            clock: parts.clock,
            chance: parts.chance,
            keys: parts.keys,
            search: parts.search,
            mailer: parts.mailer,
            registry,
            routers: OnceLock::new(),
            words,
            assets: Assets::embedded(),
            communities: Communities::default(),
            feed: Feed::default(),
            cache: PageCache::default(),
            limits: Limits::new(parts.config.reads_per_minute),
            jobs_wanted: Notify::new(),
            config: parts.config,
        }));
        let routers = Routers {
            community: community.with_state(app.clone()),
            instance: instance.with_state(app.clone()),
        };
        if app.0.routers.set(routers).is_err() {
            unreachable!("because the app was made just above");
        }
        app.communities().reload(&app.db().reader).await?;
        Ok(app)
    }

    pub fn db(&self) -> &Database {
        &self.0.db
    }

    /// The present instant by the injected clock.
    pub fn now(&self) -> DateTime<Utc> {
        self.0.clock.now()
    }

    pub fn chance(&self) -> &dyn Chance {
        &*self.0.chance
    }

    pub fn keys(&self) -> &Keys {
        &self.0.keys
    }

    pub fn search(&self) -> &Arc<dyn SearchEngine> {
        &self.0.search
    }

    pub fn mailer(&self) -> &dyn Mailer {
        &*self.0.mailer
    }

    pub fn registry(&self) -> &Registry {
        &self.0.registry
    }

    pub fn words(&self) -> &Arc<Catalogue> {
        &self.0.words
    }

    pub fn assets(&self) -> &Assets {
        &self.0.assets
    }

    pub fn communities(&self) -> &Communities {
        &self.0.communities
    }

    pub fn feed(&self) -> &Feed {
        &self.0.feed
    }

    pub fn limits(&self) -> &Limits {
        &self.0.limits
    }

    pub fn config(&self) -> &Config {
        &self.0.config
    }

    pub(crate) fn cache(&self) -> &PageCache {
        &self.0.cache
    }

    pub(crate) fn routers(&self) -> &Routers {
        self.0
            .routers
            .get()
            .unwrap_or_else(|| unreachable!("because `open` joins the routes before it returns the app"))
    }

    /// Tells the worker that a job is due.
    pub fn wake_jobs(&self) {
        self.0.jobs_wanted.notify_one();
    }

    pub(crate) async fn jobs_wanted(&self) {
        self.0.jobs_wanted.notified().await;
    }
}
