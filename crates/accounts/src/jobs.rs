//! Letters of the accounts module. The token is made when the letter is written, so that it lies nowhere before.
use crate::{actions, rules, sign_in_path, store};
use futures_util::FutureExt;
use futures_util::future::BoxFuture;
use kolo_platform::mail::Letter;
use kolo_platform::{Actor, App, Ending, Job, Result, Trace};
use kolo_words::notices::PersonInvited;
use kolo_words::{Lang, Message, Ref};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

pub(crate) const SEND_LINK: &str = "accounts.send_link";
pub(crate) const SEND_INVITATION: &str = "accounts.send_invitation";

/// Whom to send a sign-in link.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct LinkWanted {
    person: Uuid,
    lang: Lang,
    origin: String,
}

/// The job that sends somebody a link; at most one waits.
pub(crate) fn link_wanted(person: Uuid, lang: Lang, origin: &str) -> Result<Job> {
    let wanted = LinkWanted {
        person,
        lang,
        origin: origin.to_owned(),
    };
    let payload = serde_json::to_value(wanted).map_err(anyhow::Error::from)?;
    Ok(Job::named(SEND_LINK, payload).once(format!("{SEND_LINK} {person}")))
}

pub(crate) fn send_link(app: App, payload: serde_json::Value) -> BoxFuture<'static, Result<Ending>> {
    async move {
        let wanted: LinkWanted = serde_json::from_value(payload).map_err(anyhow::Error::from)?;
        let Some(person) = store::person(&app.db().reader, wanted.person).await? else {
            return Ok(Ending::Done);
        };
        let (email, _) = store::opened(app.keys(), &person)?;
        let token = app
            .write(&Actor::house(), async |w| actions::sign_in_link(w, person.id).await)
            .await?;
        let link = format!("{}{}", wanted.origin, sign_in_path(&token));
        let say = |key: &'static str| app.words().say(wanted.lang, &Message::new(key).with("link", &link));
        let letter = Letter {
            to: email,
            subject: say("accounts-link-letter-subject"),
            text: say("accounts-link-letter"),
        };
        match app.mailer().send(letter).await {
            Ok(()) => Ok(Ending::Done),
            Err(error) => Ok(Ending::Later(format!("{error:#}"))),
        }
    }
    .boxed()
}

pub(crate) fn send_invitation(app: App, payload: serde_json::Value) -> BoxFuture<'static, Result<Ending>> {
    async move {
        let notice: PersonInvited = serde_json::from_value(payload).map_err(anyhow::Error::from)?;
        let Some(invitation) = store::invitation(&app.db().reader, notice.invitation).await? else {
            return Ok(Ending::Done);
        };
        if invitation.accepted_at.is_some() {
            return Ok(Ending::Done);
        }
        let tree = app.communities().tree();
        let Some(community) = tree.get(invitation.community_id) else {
            return Ok(Ending::Done);
        };
        let email = app
            .keys()
            .open(&format!("invitation/{}", invitation.id), &invitation.email_sealed)?;
        let email = String::from_utf8(email).map_err(anyhow::Error::from)?;
        let lang: Lang = invitation.lang.parse().unwrap_or(community.language);
        let token = app
            .write(&Actor::house(), async |w| {
                let token = w.token();
                store::set_invitation_token(w, invitation.id, &token).await?;
                w.trace(Trace::of(
                    "accounts.send_invitation",
                    Some(invitation.community_id),
                    Ref::new("invitation", invitation.id),
                ));
                Ok(token)
            })
            .await?;
        let link = format!("{}/invitation/{token}", app.config().origin_of_letters());
        let role = app.words().say(
            lang,
            &Message {
                key: format!("role-{}", invitation.role).into(),
                args: Vec::new(),
            },
        );
        let say = |key: &'static str| {
            let message = Message::new(key)
                .with("link", &link)
                .with("community", community.name.say(lang))
                .with("role", &role);
            app.words().say(lang, &message.with("days", rules::INVITATION_LIFE.num_days()))
        };
        let letter = Letter {
            to: email,
            subject: say("accounts-invitation-letter-subject"),
            text: say("accounts-invitation-letter"),
        };
        match app.mailer().send(letter).await {
            Ok(()) => Ok(Ending::Done),
            Err(error) => Ok(Ending::Later(format!("{error:#}"))),
        }
    }
    .boxed()
}
