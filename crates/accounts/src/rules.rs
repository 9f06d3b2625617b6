//! What is allowed with accounts: who may invite whom, how passwords look, how often one may be wrong.
use chrono::{DateTime, TimeDelta, Utc};
use kolo_platform::{Permission, Refusal, Role};

/// Asking people to take a role in a community, and taking roles back.
pub const INVITE: Permission = Permission {
    key: "accounts-may-invite",
    roles: &[Role::Coordinator, Role::Operator],
};

/// Knowing by name who did something, where the audit log says it.
pub const SEE_NAMES: Permission = Permission {
    key: "accounts-may-see-names",
    roles: &[Role::Auditor, Role::Coordinator, Role::Operator],
};

/// How long a sign-in link lives.
pub const LINK_LIFE: TimeDelta = TimeDelta::minutes(30);
/// How long an invitation waits.
pub const INVITATION_LIFE: TimeDelta = TimeDelta::days(14);
/// How long a session lives without being used.
pub const SESSION_LIFE: TimeDelta = TimeDelta::days(30);
/// A session's "last seen" is this coarse.
pub const SEEN_GRAIN: TimeDelta = TimeDelta::hours(1);
/// Fewer characters are too easy to guess.
pub const SHORTEST_PASSWORD: usize = 10;
/// More would only keep the hash busy.
pub const LONGEST_PASSWORD: usize = 200;
/// After so many wrong passwords the account rests.
const TRIES: i32 = 5;

/// Address or password is wrong; which of them is not told.
pub const WRONG: &str = "accounts-wrong";
/// The link was used, is too old, or never was.
pub const LINK_DEAD: Refusal = Refusal::new("accounts-refused-link");
/// The invitation was accepted, is too old, or was withdrawn.
pub const INVITATION_DEAD: Refusal = Refusal::new("accounts-refused-invitation");
/// Nobody can give away more than they hold.
pub const TOO_HIGH: Refusal = Refusal::new("accounts-refused-role");

/// The account's rest after a number of wrong passwords: none for the first five, then a minute, doubling to a day. A soft
/// lock: a link by mail still lets its owner in.
pub fn rest_after(failed: i32, now: DateTime<Utc>) -> Option<DateTime<Utc>> {
    let over = u32::try_from(failed - TRIES).ok()?;
    Some(now + TimeDelta::minutes(2_i64.pow(over.min(11))).min(TimeDelta::days(1)))
}

/// Whether a password may be used; length is what counts, so nothing else is demanded.
pub fn is_good_password(password: &str) -> bool {
    let length = password.chars().count();
    let is_one_letter = password.chars().all(|c| password.starts_with(c));
    (SHORTEST_PASSWORD..=LONGEST_PASSWORD).contains(&length) && !is_one_letter
}

/// Roles that somebody with [`INVITE`] may give in a community.
pub fn may_give(role: Role, is_operator: bool) -> Result<(), Refusal> {
    match role {
        Role::Visitor => Err(TOO_HIGH),
        Role::Operator if !is_operator => Err(TOO_HIGH),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_wrong_passwords_cost_nothing_and_later_ones_ever_more() {
        let now = DateTime::from_timestamp(1_800_000_000, 0).unwrap();
        assert_eq!(rest_after(4, now), None);
        assert_eq!(rest_after(5, now), Some(now + TimeDelta::minutes(1)));
        assert_eq!(rest_after(8, now), Some(now + TimeDelta::minutes(8)));
        assert_eq!(rest_after(90, now), Some(now + TimeDelta::days(1)));
    }

    #[test]
    fn passwords_are_long_and_that_is_all() {
        assert!(is_good_password("бібліотека на розі"));
        assert!(!is_good_password("короткий"));
        assert!(!is_good_password("aaaaaaaaaaaaaaaa"));
        assert!(!is_good_password(&"ab".repeat(101)));
    }

    #[test]
    fn only_an_operator_makes_operators() {
        assert!(may_give(Role::Coordinator, false).is_ok());
        assert_eq!(may_give(Role::Operator, false), Err(TOO_HIGH));
        assert!(may_give(Role::Operator, true).is_ok());
    }
}
