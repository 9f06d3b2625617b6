//! The people of a community: who holds which role, who is invited.
use crate::model::invitation::NewInvitation;
use crate::{actions, store};
use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use kolo_platform::extract::Path;
use kolo_platform::form::{Checks, Field, Mistake, Submitted, email};
use kolo_platform::{App, Result, Role, Visit, door, filters};
use kolo_words::{Lang, Message};
use std::collections::HashMap;
use uuid::Uuid;

#[derive(Template)]
#[template(path = "accounts/people.html")]
struct PeoplePage {
    people: Vec<Holder>,
    invited: Vec<(String, Message, chrono::NaiveDate)>,
    email: Field,
    role: Field,
    lang: Field,
    mistakes: Vec<Mistake>,
}

/// Somebody with a role here.
struct Holder {
    grant: Uuid,
    name: String,
    email: String,
    role: Message,
    is_own: bool,
}

fn role_name(role: &str) -> Message {
    Message {
        key: format!("role-{role}").into(),
        args: Vec::new(),
    }
}

/// Roles that are held in a community as a whole; those of an organization are given on its own page.
fn roles() -> impl Iterator<Item = Role> {
    Role::ALL
        .into_iter()
        .filter(|role| !role.is_of_organization() && !matches!(role, Role::Visitor | Role::Operator))
}

async fn draw(app: &App, visit: &Visit, form: &Submitted, mistakes: Vec<Mistake>) -> Result<Response> {
    let (db, community) = (&app.db().reader, visit.community()?);
    let grants = store::grants_in(db, community.id).await?;
    let people = store::people(db, grants.iter().map(|g| g.person_id).collect()).await?;
    let people: HashMap<_, _> = people
        .iter()
        .map(|p| Ok((p.id, store::opened(app.keys(), p)?)))
        .collect::<anyhow::Result<_>>()?;
    let holders = grants.iter().filter_map(|grant| {
        let (email, name) = people.get(&grant.person_id)?.clone();
        Some(Holder {
            grant: grant.id,
            name,
            email,
            role: role_name(&grant.role),
            is_own: Some(grant.person_id) == visit.actor().person,
        })
    });
    let mut invited = Vec::new();
    for invitation in store::invitations_in(db, community.id, app.now()).await? {
        let email = app
            .keys()
            .open(&format!("invitation/{}", invitation.id), &invitation.email_sealed)?;
        invited.push((
            String::from_utf8_lossy(&email).into_owned(),
            role_name(&invitation.role),
            invitation.ends_at.date_naive(),
        ));
    }
    let options = roles()
        .map(|role| (role.name().to_owned(), visit.say(app, role_name(role.name()))))
        .collect();
    let languages = Lang::ALL.map(|lang| (lang.code().to_owned(), lang.own_name().to_owned())).to_vec();
    let status = if mistakes.is_empty() {
        StatusCode::OK
    } else {
        StatusCode::UNPROCESSABLE_ENTITY
    };
    let mut page = PeoplePage {
        people: holders.collect(),
        invited,
        email: Field::new("email", "accounts-email").kind("email").required(),
        role: Field::new("role", "accounts-role")
            .options(options)
            .value(Role::Volunteer.name())
            .required(),
        lang: Field::new("lang", "accounts-invite-lang")
            .options(languages)
            .value(community.language.code())
            .required(),
        mistakes: Vec::new(),
    };
    if !mistakes.is_empty() {
        page.email = page.email.again(form, &mistakes);
        page.role = page.role.again(form, &mistakes);
        page.lang = page.lang.again(form, &mistakes);
    }
    page.mistakes = mistakes;
    visit.page_with(app, status, &page)
}

pub(super) async fn list(State(app): State<App>, visit: Visit) -> Result<Response> {
    draw(&app, &visit, &Submitted::default(), Vec::new()).await
}

pub(super) async fn invite(State(app): State<App>, visit: Visit, form: Submitted) -> Result<Response> {
    let community = visit.community()?.id;
    let mut checks = Checks::of(&form);
    let email = checks.need("email", email);
    let role = checks.need("role", |name| {
        roles().find(|role| role.name() == name).ok_or(Message::new("form-needed"))
    });
    let lang = checks.need("lang", |code| code.parse::<Lang>().map_err(|_| Message::new("form-needed")));
    let new = (|| {
        Some(NewInvitation {
            email: email?,
            role: role?,
            lang: lang?,
            community,
            organization: None,
        })
    })();
    match checks.done(new) {
        Err(mistakes) => draw(&app, &visit, &form, mistakes).await,
        Ok(new) => {
            app.write(visit.actor(), async |w| actions::invite(w, new).await).await?;
            Ok(door::see_other(&app, &visit.href("/desk/people"), Some("accounts-flash-invited")))
        }
    }
}

pub(super) async fn withdraw(State(app): State<App>, visit: Visit, Path(grant): Path<Uuid>, _: Submitted) -> Result<Response> {
    let community = visit.community()?.id;
    app.write(visit.actor(), async |w| actions::withdraw(w, community, grant).await)
        .await?;
    Ok(door::see_other(&app, &visit.href("/desk/people"), Some("accounts-flash-withdrawn")))
}
