//! How a module introduces itself: with one value. The house knows modules only through this page.
use crate::actor::{Actor, Permission};
use crate::jobs::Ending;
use crate::routes::{Route, Routes};
use crate::visit::Visit;
use crate::{App, Result, search};
use axum::Router;
use chrono::TimeDelta;
use futures_util::future::BoxFuture;
use std::collections::HashMap;
use std::fmt;
use uuid::Uuid;

/// Collects a module's migrations.
pub type Migrations = fn() -> Vec<Box<dyn sea_orm_migration::MigrationTrait>>;
/// Runs one job.
pub type RunJob = fn(App, serde_json::Value) -> BoxFuture<'static, Result<Ending>>;
/// Finds out who a session's token belongs to; `None` when it is unknown, ended or revoked.
pub type Identify = fn(App, String) -> BoxFuture<'static, Result<Option<Actor>>>;
/// Draws a panel about a record of another module; `None` when there is nothing to say.
pub type DrawPanel = fn(App, Visit, Uuid) -> BoxFuture<'static, Result<Option<String>>>;
/// Resolves a reference to its title and link, if the visitor may see it.
pub type Resolve = fn(App, Visit, Uuid) -> BoxFuture<'static, Result<Option<(String, String)>>>;
/// Looks for damage; each finding is a readable line for `kolo check`.
pub type Check = fn(App) -> BoxFuture<'static, Result<Vec<String>>>;

/// The search entries of these records; those that no longer exist or are not public are left out.
pub type LoadEntries = fn(App, Vec<Uuid>) -> BoxFuture<'static, Result<Vec<search::Entry>>>;
/// The next ids after one, in order, for rebuilding the index.
pub type PageIds = fn(App, Option<Uuid>, u64) -> BoxFuture<'static, Result<Vec<Uuid>>>;

/// A kind of record the search index knows.
#[derive(Clone, Copy)]
pub struct SearchKind {
    pub kind: &'static str,
    pub load: LoadEntries,
    pub page: PageIds,
}

impl fmt::Debug for SearchKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "SearchKind({})", self.kind)
    }
}

/// A link in the navigation of a community's pages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NavItem {
    pub order: u16,
    pub href: &'static str,
    pub key: &'static str,
    pub permission: Permission,
}

/// A module of the house. Built with the methods below, read through [`Registry`].
#[derive(Default)]
pub struct Module {
    pub name: &'static str,
    pub(crate) routes: Routes,
    pub(crate) migrations: Vec<Migrations>,
    pub(crate) nav: Vec<NavItem>,
    pub(crate) desk: Vec<NavItem>,
    pub(crate) jobs: Vec<(&'static str, RunJob)>,
    pub(crate) periods: Vec<(&'static str, TimeDelta)>,
    pub(crate) listeners: Vec<(&'static str, &'static str)>,
    pub(crate) search_kinds: Vec<SearchKind>,
    pub(crate) panels: Vec<(&'static str, u16, DrawPanel)>,
    pub(crate) references: Vec<(&'static str, Resolve)>,
    pub(crate) checks: Vec<(&'static str, Check)>,
    pub(crate) words: Vec<(kolo_words::Lang, &'static str)>,
    pub(crate) permissions: Vec<Permission>,
    pub(crate) identify: Option<Identify>,
}

impl fmt::Debug for Module {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Module({})", self.name)
    }
}

impl Module {
    pub fn new(name: &'static str) -> Self {
        Self { name, ..Self::default() }
    }

    #[must_use]
    pub fn routes(mut self, routes: Routes) -> Self {
        self.routes = routes;
        self
    }

    #[must_use]
    pub fn migrations(mut self, migrations: Migrations) -> Self {
        self.migrations.push(migrations);
        self
    }

    /// A link in the navigation, shown to those who hold the permission.
    #[must_use]
    pub fn nav(mut self, order: u16, href: &'static str, key: &'static str, permission: Permission) -> Self {
        self.nav.push(NavItem {
            order,
            href,
            key,
            permission,
        });
        self
    }

    /// A link on the desk of the signed-in person.
    #[must_use]
    pub fn desk(mut self, order: u16, href: &'static str, key: &'static str, permission: Permission) -> Self {
        self.desk.push(NavItem {
            order,
            href,
            key,
            permission,
        });
        self
    }

    /// Work that happens later; the name is `module.verb`.
    #[must_use]
    pub fn job(mut self, name: &'static str, run: RunJob) -> Self {
        self.jobs.push((name, run));
        self
    }

    /// Work that is done again and again, by one of the servers each time. A job of this kind never gives up.
    #[must_use]
    pub fn every(mut self, period: TimeDelta, name: &'static str, run: RunJob) -> Self {
        self.periods.push((name, period));
        self.job(name, run)
    }

    /// When `notice` is announced, `job` of this module runs with it.
    #[must_use]
    pub fn listens<N: kolo_words::notices::Notice>(mut self, job: &'static str, run: RunJob) -> Self {
        self.listeners.push((N::NAME, job));
        self.job(job, run)
    }

    #[must_use]
    pub fn search(mut self, kind: SearchKind) -> Self {
        self.search_kinds.push(kind);
        self
    }

    /// What this module has to say on the page of a record of `kind`.
    #[must_use]
    pub fn panel(mut self, kind: &'static str, order: u16, draw: DrawPanel) -> Self {
        self.panels.push((kind, order, draw));
        self
    }

    #[must_use]
    pub fn reference(mut self, kind: &'static str, resolve: Resolve) -> Self {
        self.references.push((kind, resolve));
        self
    }

    /// Something `kolo check` looks at; the name is shown while it works.
    #[must_use]
    pub fn check(mut self, name: &'static str, check: Check) -> Self {
        self.checks.push((name, check));
        self
    }

    /// The module's messages, one Fluent text a language: `[(Lang::En, include_str!(…)), …]`.
    #[must_use]
    pub fn words(mut self, texts: impl IntoIterator<Item = (kolo_words::Lang, &'static str)>) -> Self {
        self.words.extend(texts);
        self
    }

    /// A permission that guards no route by itself but is asked for inside actions.
    #[must_use]
    pub fn permission(mut self, permission: Permission) -> Self {
        self.permissions.push(permission);
        self
    }

    /// The module's migrations, for a database that is made before the app.
    pub fn migration_lists(&self) -> Vec<Migrations> {
        self.migrations.clone()
    }

    /// Only the accounts module answers who a token belongs to.
    #[must_use]
    pub fn identify(mut self, identify: Identify) -> Self {
        self.identify = Some(identify);
        self
    }
}

/// All modules, as the platform asks for them.
#[derive(Default)]
pub struct Registry {
    routes: Vec<Route>,
    pub(crate) nav: Vec<NavItem>,
    pub(crate) desk: Vec<NavItem>,
    jobs: HashMap<&'static str, RunJob>,
    periods: HashMap<&'static str, TimeDelta>,
    listeners: HashMap<&'static str, Vec<&'static str>>,
    search_kinds: Vec<SearchKind>,
    panels: Vec<(&'static str, u16, DrawPanel)>,
    references: HashMap<&'static str, Resolve>,
    checks: Vec<(&'static str, Check)>,
    permissions: Vec<Permission>,
    pub(crate) identify: Option<Identify>,
}

impl fmt::Debug for Registry {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Registry({} routes)", self.routes.len())
    }
}

/// The two routers the door chooses between.
#[derive(Clone, Debug)]
pub(crate) struct Routers {
    pub(crate) community: Router,
    pub(crate) instance: Router,
}

/// What the routers are made of before the app exists.
pub(crate) type Unrouted = (Router<App>, Router<App>);

impl Registry {
    pub(crate) fn of(modules: Vec<Module>) -> (Self, Unrouted) {
        let mut registry = Self::default();
        let (mut community, mut instance) = (Router::new(), Router::new());
        for module in modules {
            registry.routes.extend(module.routes.table.iter().map(|route| Route {
                module: module.name,
                ..*route
            }));
            community = community.merge(module.routes.community);
            instance = instance.merge(module.routes.instance);
            registry.nav.extend(module.nav);
            registry.desk.extend(module.desk);
            registry.jobs.extend(module.jobs);
            registry.periods.extend(module.periods);
            for (notice, job) in module.listeners {
                registry.listeners.entry(notice).or_default().push(job);
            }
            registry.search_kinds.extend(module.search_kinds);
            registry.panels.extend(module.panels);
            registry.references.extend(module.references);
            registry.checks.extend(module.checks);
            registry.permissions.extend(module.permissions);
            registry.identify = module.identify.or(registry.identify);
        }
        registry.nav.sort_by_key(|item| item.order);
        registry.desk.sort_by_key(|item| item.order);
        registry.panels.sort_by_key(|(_, order, _)| *order);
        (registry, (community, instance))
    }

    /// The route table, for the tests that prove who is refused where and for the page that shows it.
    pub fn routes(&self) -> &[Route] {
        &self.routes
    }

    /// Whether communities have pages under this first segment; under a community's own host those come before the
    /// instance's.
    pub(crate) fn is_of_communities(&self, first: &str) -> bool {
        self.routes
            .iter()
            .any(|route| route.place == crate::Place::Community && route.path.split('/').nth(1) == Some(first))
    }

    /// Every permission of the house, by key.
    pub fn permissions(&self) -> Vec<Permission> {
        let mut all: Vec<_> = self
            .routes
            .iter()
            .map(|r| r.permission)
            .chain(self.permissions.iter().copied())
            .collect();
        all.sort_by_key(|p| p.key);
        all.dedup_by_key(|p| p.key);
        all
    }

    pub fn search_kinds(&self) -> &[SearchKind] {
        &self.search_kinds
    }

    pub fn checks(&self) -> &[(&'static str, Check)] {
        &self.checks
    }

    pub(crate) fn listeners(&self, notice: &str) -> Vec<&'static str> {
        self.listeners.get(notice).cloned().unwrap_or_default()
    }

    /// Links of the desk, in order; each is for those who hold its permission.
    pub fn desk(&self) -> &[NavItem] {
        &self.desk
    }

    /// How often a periodic job runs.
    pub(crate) fn period(&self, name: &str) -> Option<TimeDelta> {
        self.periods.get(name).copied()
    }

    pub(crate) fn periodic(&self) -> Vec<&'static str> {
        self.periods.keys().copied().collect()
    }

    pub(crate) fn job(&self, name: &str) -> Option<RunJob> {
        self.jobs.get(name).copied()
    }

    /// What every module has to say about a record, in order; a panel that fails is left out and logged.
    pub async fn draw_panels(&self, app: &App, visit: &Visit, kind: &str, id: Uuid) -> Vec<String> {
        let mut drawn = Vec::new();
        for (_, _, draw) in self.panels.iter().filter(|(of, _, _)| *of == kind) {
            match draw(app.clone(), visit.clone(), id).await {
                Ok(panel) => drawn.extend(panel),
                Err(error) => tracing::error!("drawing a panel about a {kind}: {error:#}"),
            }
        }
        drawn
    }

    /// Title and link of a record of any module, if the visitor may see it.
    pub async fn resolve(&self, app: &App, visit: &Visit, reference: &kolo_words::Ref) -> Result<Option<(String, String)>> {
        match self.references.get(reference.kind.as_ref()) {
            Some(resolve) => resolve(app.clone(), visit.clone(), reference.id).await,
            None => Ok(None),
        }
    }
}
