//! Pages of the office: the desk, the audit log, the job board. Each exists in every community and for the instance.
use crate::rules::{AUDIT, JOBS};
use kolo_platform::{App, Permission, Routes, Visit};

mod audit;
mod desk;
mod jobs;

pub(crate) fn routes() -> Routes {
    let own = Permission::SIGNED_IN;
    Routes::new()
        .get("/desk", own, desk::show)
        .get("/desk/audit", AUDIT, audit::list)
        .get("/desk/audit/check", AUDIT, audit::check)
        .get("/desk/jobs", JOBS, jobs::list)
        .post("/desk/jobs/{id}/retry", JOBS, jobs::retry)
        .get_instance("/desk", own, desk::show)
        .get_instance("/desk/audit", AUDIT, audit::list)
        .get_instance("/desk/audit/check", AUDIT, audit::check)
        .get_instance("/desk/jobs", JOBS, jobs::list)
        .post_instance("/desk/jobs/{id}/retry", JOBS, jobs::retry)
}

/// Where pages of the desk come from.
fn from_desk(app: &App, visit: &Visit) -> Vec<(String, String)> {
    vec![(visit.href("/desk"), visit.say(app, "office-desk-title"))]
}
