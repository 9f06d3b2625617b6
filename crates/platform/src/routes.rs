//! Routes that cannot be added without saying who may use them.
use crate::actor::Permission;
use crate::visit::Visit;
use crate::{App, Error};
use axum::Router;
use axum::extract::Request;
use axum::handler::Handler;
use axum::middleware::{self, Next};
use axum::response::{IntoResponse, Response};
use axum::routing::{MethodFilter, MethodRouter, on};
use std::fmt;

/// Whether a route belongs to every community or to the instance.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Place {
    /// `/{community}/…`; the handler sees the path without the community.
    Community,
    /// `/…`
    Instance,
}

/// One row of the route table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Route {
    pub module: &'static str,
    pub method: &'static str,
    pub place: Place,
    pub path: &'static str,
    pub permission: Permission,
}

/// Routes that cannot be added without saying who may use them.
#[derive(Default)]
pub struct Routes {
    pub(crate) community: Router<App>,
    pub(crate) instance: Router<App>,
    pub(crate) table: Vec<Route>,
}

impl fmt::Debug for Routes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(&self.table).finish()
    }
}

impl Routes {
    pub fn new() -> Self {
        Self::default()
    }

    /// A page of every community.
    #[must_use]
    pub fn get<T: 'static>(self, path: &'static str, may: Permission, page: impl Handler<T, App>) -> Self {
        self.add("GET", Place::Community, path, may, on(MethodFilter::GET, page))
    }

    /// An act in a community.
    #[must_use]
    pub fn post<T: 'static>(self, path: &'static str, may: Permission, write: impl Handler<T, App>) -> Self {
        self.add("POST", Place::Community, path, may, on(MethodFilter::POST, write))
    }

    /// A page of the instance.
    #[must_use]
    pub fn get_instance<T: 'static>(self, path: &'static str, may: Permission, page: impl Handler<T, App>) -> Self {
        self.add("GET", Place::Instance, path, may, on(MethodFilter::GET, page))
    }

    /// An act on the instance or on the own account.
    #[must_use]
    pub fn post_instance<T: 'static>(self, path: &'static str, may: Permission, write: impl Handler<T, App>) -> Self {
        self.add("POST", Place::Instance, path, may, on(MethodFilter::POST, write))
    }

    /// These routes and those.
    #[must_use]
    pub fn and(mut self, others: Self) -> Self {
        self.community = self.community.merge(others.community);
        self.instance = self.instance.merge(others.instance);
        self.table.extend(others.table);
        self
    }

    fn add(mut self, method: &'static str, place: Place, path: &'static str, permission: Permission, route: MethodRouter<App>) -> Self {
        let guard = move |visit: Visit, request: Request, next: Next| guard(permission, visit, request, next);
        let route = route.route_layer(middleware::from_fn(guard));
        let router = match place {
            Place::Community => &mut self.community,
            Place::Instance => &mut self.instance,
        };
        *router = std::mem::take(router).route(path, route);
        self.table.push(Route {
            module: "",
            method,
            place,
            path,
            permission,
        });
        self
    }
}

async fn guard(permission: Permission, visit: Visit, request: Request, next: Next) -> Response {
    if visit.may(&permission) {
        next.run(request).await
    } else {
        // Somebody who is not signed in may simply have been away too long: the door offers to sign in.
        Error::Forbidden.into_response()
    }
}
