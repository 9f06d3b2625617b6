//! Pages of accounts: signing in, the own account, the people of a community, invitations.
use crate::rules::INVITE;
use kolo_platform::{Permission, Routes};

mod account;
mod invitation;
mod people;
mod sign_in;

pub(crate) fn routes() -> Routes {
    let (public, own) = (Permission::PUBLIC, Permission::SIGNED_IN);
    Routes::new()
        .get_instance("/sign-in", public, sign_in::compose)
        .post_instance("/sign-in", public, sign_in::sign_in)
        .get_instance("/sign-in/letter", public, sign_in::compose_letter)
        .post_instance("/sign-in/letter", public, sign_in::send_letter)
        .get_instance("/sign-in/link/{token}", public, sign_in::confirm_link)
        .post_instance("/sign-in/link/{token}", public, sign_in::use_link)
        .post_instance("/sign-out", own, sign_in::sign_out)
        .get_instance("/account", own, account::show)
        .post_instance("/account/rename", own, account::rename)
        .post_instance("/account/password", own, account::change_password)
        .post_instance("/account/sessions/{id}/end", own, account::end_session)
        .post_instance("/account/sessions/end", own, account::end_all_sessions)
        .get_instance("/invitation/{token}", public, invitation::show)
        .post_instance("/invitation/{token}", public, invitation::accept)
        .get("/desk/people", INVITE, people::list)
        .post("/desk/people/invite", INVITE, people::invite)
        .post("/desk/people/{grant}/withdraw", INVITE, people::withdraw)
}
