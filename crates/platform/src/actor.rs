//! Who is looking or writing, and what they may.
use kolo_words::Lang;
use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;
use uuid::Uuid;

/// What a person is to a community, an organization or the instance.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Anybody, without an account.
    Visitor,
    /// Works at an organization and sees its inbox.
    Member,
    /// Keeps an organization's entries true.
    Editor,
    /// Brings books and goods to people.
    Volunteer,
    /// Gives consultations.
    Specialist,
    /// Reads and scores applications.
    Juror,
    /// Reads the audit log, changes nothing.
    Auditor,
    /// Answers for a community.
    Coordinator,
    /// Runs the instance.
    Operator,
}

impl Role {
    pub const ALL: [Self; 9] = [
        Self::Visitor,
        Self::Member,
        Self::Editor,
        Self::Volunteer,
        Self::Specialist,
        Self::Juror,
        Self::Auditor,
        Self::Coordinator,
        Self::Operator,
    ];

    /// Every role but the visitor's.
    const WITH_ACCOUNT: [Self; 8] = [
        Self::Member,
        Self::Editor,
        Self::Volunteer,
        Self::Specialist,
        Self::Juror,
        Self::Auditor,
        Self::Coordinator,
        Self::Operator,
    ];

    /// The name in commands and in the database.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Visitor => "visitor",
            Self::Member => "member",
            Self::Editor => "editor",
            Self::Volunteer => "volunteer",
            Self::Specialist => "specialist",
            Self::Juror => "juror",
            Self::Auditor => "auditor",
            Self::Coordinator => "coordinator",
            Self::Operator => "operator",
        }
    }

    /// Whether the role is held in one organization rather than in a community.
    pub const fn is_of_organization(self) -> bool {
        matches!(self, Self::Member | Self::Editor)
    }
}

impl fmt::Display for Role {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// The text names no role.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is no role; roles are member, editor, volunteer, specialist, juror, auditor, coordinator, operator")]
pub struct UnknownRole(pub String);

impl FromStr for Role {
    type Err = UnknownRole;
    fn from_str(name: &str) -> Result<Self, Self::Err> {
        Self::ALL
            .into_iter()
            .find(|role| role.name() == name)
            .ok_or_else(|| UnknownRole(name.chars().take(40).collect()))
    }
}

/// Where a role is held. A role in a community holds in every community below it; a role in the instance holds everywhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Scope {
    Instance,
    Community(Uuid),
    Organization { community: Uuid, organization: Uuid },
}

/// One role of one person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Grant {
    pub role: Role,
    pub scope: Scope,
}

/// A named thing one may do, and the roles that may. Constants of a module's `rules.rs`; a route cannot be added without one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Permission {
    /// Message key saying what it allows, in the imperative: `directory-may-edit`.
    pub key: &'static str,
    pub roles: &'static [Role],
}

impl Permission {
    /// What everybody may: reading public pages.
    pub const PUBLIC: Self = Self {
        key: "permission-public",
        roles: &[Role::Visitor],
    };
    /// What everybody with an account may, whatever their roles: looking after the account itself.
    pub const SIGNED_IN: Self = Self {
        key: "permission-signed-in",
        roles: &Role::WITH_ACCOUNT,
    };

    pub fn is_public(&self) -> bool {
        self.roles.contains(&Role::Visitor)
    }
}

/// Who acts: a visitor, a person with roles, or the house itself (jobs, commands).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Actor {
    /// The account, if signed in.
    pub person: Option<Uuid>,
    /// How the page greets them.
    pub name: String,
    pub lang: Option<Lang>,
    pub grants: Vec<Grant>,
    /// Hash of the session's token; forms are tied to it.
    pub session: Option<String>,
    is_house: bool,
}

impl Actor {
    /// Somebody without an account.
    pub fn visitor() -> Self {
        Self::default()
    }

    /// The house itself: jobs and the operator's commands.
    pub fn house() -> Self {
        Self {
            is_house: true,
            grants: vec![Grant {
                role: Role::Operator,
                scope: Scope::Instance,
            }],
            ..Self::default()
        }
    }

    /// A person with an account.
    pub fn person(id: Uuid, name: impl Into<String>, grants: Vec<Grant>) -> Self {
        Self {
            person: Some(id),
            name: name.into(),
            grants,
            ..Self::default()
        }
    }

    pub const fn is_house(&self) -> bool {
        self.is_house
    }

    pub const fn is_signed_in(&self) -> bool {
        self.person.is_some()
    }

    /// Whether the actor may do this in a community; `lineage` is the community and everything above it, empty for
    /// pages of the instance. Roles held in one organization count here for any organization of that community:
    /// the action checks which one.
    pub fn may(&self, permission: &Permission, lineage: &[Uuid]) -> bool {
        permission.is_public()
            || (*permission == Permission::SIGNED_IN && self.is_signed_in())
            || self
                .grants
                .iter()
                .any(|grant| permission.roles.contains(&grant.role) && holds(grant.scope, lineage))
    }

    /// Whether the actor may do this to one organization's records: through a role there, or in its community.
    pub fn may_for(&self, permission: &Permission, lineage: &[Uuid], organization: Uuid) -> bool {
        permission.is_public()
            || self.grants.iter().any(|grant| {
                permission.roles.contains(&grant.role)
                    && match grant.scope {
                        Scope::Organization { organization: own, .. } => own == organization,
                        scope => holds(scope, lineage),
                    }
            })
    }

    /// Roles that count in this community, for the desk and the audit log.
    pub fn roles_in(&self, lineage: &[Uuid]) -> Vec<Role> {
        let mut roles: Vec<_> = self.grants.iter().filter(|g| holds(g.scope, lineage)).map(|g| g.role).collect();
        roles.sort();
        roles.dedup();
        roles
    }
}

fn holds(scope: Scope, lineage: &[Uuid]) -> bool {
    match scope {
        Scope::Instance => true,
        Scope::Community(community) => lineage.contains(&community),
        // A role in an organization does not reach into the communities below.
        Scope::Organization { community, .. } => lineage.first() == Some(&community),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const EDIT: Permission = Permission {
        key: "edit",
        roles: &[Role::Editor, Role::Coordinator],
    };

    fn with(role: Role, scope: Scope) -> Actor {
        Actor::person(Uuid::from_u128(9), "x", vec![Grant { role, scope }])
    }

    #[test]
    fn a_role_reaches_down_the_tree_and_never_up_or_aside() {
        let (region, town, other) = (Uuid::from_u128(1), Uuid::from_u128(2), Uuid::from_u128(3));
        let regional = with(Role::Coordinator, Scope::Community(region));
        assert!(regional.may(&EDIT, &[town, region]));
        let local = with(Role::Coordinator, Scope::Community(town));
        assert!(!local.may(&EDIT, &[region]));
        assert!(!local.may(&EDIT, &[other, region]));
        assert!(!local.may(&EDIT, &[]));
        assert!(!Actor::visitor().may(&EDIT, &[town]));
        assert!(Actor::visitor().may(&Permission::PUBLIC, &[]));
    }

    #[test]
    fn the_own_account_is_open_to_whoever_holds_a_role_anywhere_or_none() {
        let local = with(Role::Coordinator, Scope::Community(Uuid::from_u128(2)));
        let newcomer = Actor::person(Uuid::from_u128(9), "x", Vec::new());
        assert!(local.may(&Permission::SIGNED_IN, &[]));
        assert!(newcomer.may(&Permission::SIGNED_IN, &[Uuid::from_u128(2)]));
        assert!(!newcomer.may(&EDIT, &[Uuid::from_u128(2)]));
        assert!(!Actor::visitor().may(&Permission::SIGNED_IN, &[]));
    }

    #[test]
    fn an_editor_edits_only_the_own_organization() {
        let (town, own, other) = (Uuid::from_u128(2), Uuid::from_u128(4), Uuid::from_u128(5));
        let editor = with(
            Role::Editor,
            Scope::Organization {
                community: town,
                organization: own,
            },
        );
        assert!(editor.may_for(&EDIT, &[town], own));
        assert!(!editor.may_for(&EDIT, &[town], other));
        assert!(editor.may(&EDIT, &[town]));
        assert!(!editor.may(&EDIT, &[Uuid::from_u128(7), town]));
    }
}
