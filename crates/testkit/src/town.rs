//! The town itself.
use crate::people::{self, Visitor};
use chrono::{DateTime, Utc};
use kolo_platform::chance::SeededChance;
use kolo_platform::clock::{Clock, StillClock};
use kolo_platform::community::{self, NewCommunity};
use kolo_platform::db::Database;
use kolo_platform::mail::LetterBox;
use kolo_platform::search::SearchEngine;
use kolo_platform::secrets::Keys;
use kolo_platform::{Actor, App, Community, Config, Module, Parts, Role, feed, jobs};
use kolo_words::{Lang, Multilingual};
use sea_orm::ConnectionTrait;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use tempfile::TempDir;
use uuid::Uuid;

/// A town with everything a test needs. The clock stands at noon (UTC) of Monday, 7 September 2026.
#[derive(Debug)]
pub struct Town {
    pub app: App,
    pub clock: Arc<StillClock>,
    pub letters: Arc<LetterBox>,
    /// The region above the town, `/region`.
    pub region: Arc<Community>,
    /// The town, `/misto`: Ukrainian, Europe/Kyiv.
    pub community: Arc<Community>,
    /// A town beside it, `/susid`: nothing of it may ever be seen in the other.
    pub neighbour: Arc<Community>,
    /// Address of the database, for tests that open it again.
    pub database: String,
    pub folder: TempDir,
    pub(crate) router: axum::Router,
    statements: Arc<AtomicUsize>,
}

/// How a town is built.
#[derive(Debug)]
pub struct Builder {
    modules: Vec<Module>,
    config: Config,
    has_accounts: bool,
}

impl Builder {
    /// People sign in through the accounts module instead of the testkit's own door.
    #[must_use]
    pub fn with_accounts(mut self) -> Self {
        self.has_accounts = true;
        self
    }

    #[must_use]
    pub fn config(mut self, config: Config) -> Self {
        self.config = config;
        self
    }

    pub async fn build(mut self) -> Town {
        if !self.has_accounts {
            self.modules.push(people::doorkeeper());
        }
        let folder = tempfile::tempdir().unwrap();
        let platform: kolo_platform::Migrations = kolo_platform::migrations::migrations;
        let migrations: Vec<_> = std::iter::once(platform)
            .chain(self.modules.iter().flat_map(Module::migration_lists))
            .collect();
        let (mut db, database) = crate::database::fresh(&migrations, &folder).await;
        let statements = Arc::new(AtomicUsize::new(0));
        let counter = statements.clone();
        db.on_statement(move |_| {
            counter.fetch_add(1, Ordering::Relaxed);
        });
        let noon = DateTime::parse_from_rfc3339("2026-09-07T12:00:00Z").unwrap().with_timezone(&Utc);
        let clock = Arc::new(StillClock::at(noon));
        let letters = Arc::new(LetterBox::default());
        let search: Arc<dyn SearchEngine> = Arc::new(kolo_engines::search::FullText::in_memory().unwrap());
        let parts = Parts {
            clock: clock.clone(),
            mailer: letters.clone(),
            chance: Arc::new(SeededChance::new(42)),
            config: self.config,
            ..Parts::new(db, Keys::from_bytes([42; 32]), search, self.modules)
        };
        let app = App::open(parts).await.unwrap();
        let house = Actor::house();
        let (region, community, neighbour) = app
            .write(&house, async |w| {
                let region = community::found(w, new_community("region", "Область", None)).await?;
                let community = community::found(w, new_community("misto", "Місто", Some(region))).await?;
                let neighbour = community::found(w, new_community("susid", "Сусід", Some(region))).await?;
                Ok((region, community, neighbour))
            })
            .await
            .unwrap();
        let tree = app.communities().tree();
        let of = |id: Uuid| tree.get(id).unwrap().clone();
        Town {
            region: of(region),
            community: of(community),
            neighbour: of(neighbour),
            router: kolo_platform::door::router(app.clone()),
            app,
            clock,
            letters,
            database,
            folder,
            statements,
        }
    }
}

/// A Ukrainian community, not yet founded.
pub fn new_community(slug: &str, name: &str, parent: Option<Uuid>) -> NewCommunity {
    NewCommunity {
        id: None,
        slug: slug.parse().unwrap(),
        name: Multilingual::one(Lang::Uk, name),
        about: Multilingual::one(Lang::Uk, "Для перевірок"),
        language: Lang::Uk,
        languages: vec![Lang::Uk, Lang::En],
        country: "UA".to_owned(),
        timezone: "Europe/Kyiv".to_owned(),
        accent: "moss".to_owned(),
        centre: Some((50.45, 30.52)),
        parent,
        host: None,
        is_sample: false,
    }
}

impl Town {
    /// A town with these modules.
    pub async fn with(modules: Vec<Module>) -> Self {
        Self::builder(modules).build().await
    }

    pub fn builder(modules: Vec<Module>) -> Builder {
        Builder {
            modules,
            config: Config::default(),
            has_accounts: false,
        }
    }

    /// Anybody.
    pub fn visitor(&self) -> Visitor<'_> {
        Visitor::new(self, None)
    }

    /// Somebody with a role in the town; the operator's role is the instance's.
    pub fn as_(&self, role: Role) -> Visitor<'_> {
        let token = (role != Role::Visitor).then(|| people::token(role, self.community.id, None));
        Visitor::new(self, token)
    }

    /// Somebody with a role in one organization of the town.
    pub fn of_organization(&self, role: Role, organization: Uuid) -> Visitor<'_> {
        Visitor::new(self, Some(people::token(role, self.community.id, Some(organization))))
    }

    /// Somebody with a role in the neighbouring town only.
    pub fn neighbour_with(&self, role: Role) -> Visitor<'_> {
        Visitor::new(self, Some(people::token(role, self.neighbour.id, None)))
    }

    /// Runs due jobs and brings the search index up to date, as the server would do by itself.
    pub async fn settle(&self) {
        jobs::run_due(&self.app).await.unwrap();
        feed::catch_up(&self.app).await.unwrap();
    }

    /// Another server of the same instance: the same database, clock and key.
    pub async fn another_server(&self, modules: Vec<Module>) -> App {
        let db = Database::open(&self.database).await.unwrap();
        let search: Arc<dyn SearchEngine> = Arc::new(kolo_engines::search::FullText::in_memory().unwrap());
        let parts = Parts::new(db, Keys::from_bytes([42; 32]), search, modules);
        App::open(Parts {
            clock: self.clock.clone(),
            ..parts
        })
        .await
        .unwrap()
    }

    /// Changes the database behind the app's back, as somebody with its password could.
    pub async fn by_hand(&self, sql: &str) {
        let address = if self.app.db().is_postgres() {
            self.database.clone()
        } else {
            format!("sqlite://{}", self.database)
        };
        let connection = sea_orm::Database::connect(address).await.unwrap();
        connection.execute_unprepared(sql).await.unwrap();
        connection.close().await.unwrap();
    }

    /// How many statements the database got while this ran.
    pub async fn statements<T>(&self, work: impl Future<Output = T>) -> (T, usize) {
        let before = self.statements.load(Ordering::Relaxed);
        let done = work.await;
        (done, self.statements.load(Ordering::Relaxed) - before)
    }

    /// The instant the town's clock stands at.
    pub fn now(&self) -> DateTime<Utc> {
        self.clock.now()
    }
}
