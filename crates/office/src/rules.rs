//! Who may look behind the scenes, and how a chain of audit entries is read.
use kolo_platform::trace::{GENESIS, audit_entry, chain_hash};
use kolo_platform::{Permission, Role};
use kolo_words::Message;

/// Reading the audit log.
pub const AUDIT: Permission = Permission {
    key: "office-may-audit",
    roles: &[Role::Auditor, Role::Coordinator, Role::Operator],
};
/// Seeing jobs and putting those that gave up back into the line.
pub const JOBS: Permission = Permission {
    key: "office-may-run-jobs",
    roles: &[Role::Operator],
};

/// The verb of the trace a seal leaves.
pub(crate) const SEALED: &str = "office.seal";

/// What is wrong with a chain, at its first bad entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Damage {
    /// The entry is not there.
    Missing(i64),
    /// The entry is not what was written.
    Changed(i64),
    /// The entries fit together but not with the seal at the end: one of these was written anew, and all after it.
    Rewritten { from: i64, to: i64 },
    /// The seal of the entry was not made with the key of this instance.
    FalseSeal(i64),
}

impl Damage {
    /// The number of the first entry that cannot be believed.
    pub const fn first(self) -> i64 {
        match self {
            Self::Missing(number) | Self::Changed(number) | Self::FalseSeal(number) | Self::Rewritten { from: number, .. } => number,
        }
    }

    /// What happened, for people.
    pub fn message(self) -> Message {
        match self {
            Self::Missing(number) => Message::new("office-damage-missing").with("number", number.to_string()),
            Self::Changed(number) => Message::new("office-damage-changed").with("number", number.to_string()),
            Self::Rewritten { from, to } => Message::new("office-damage-rewritten")
                .with("from", from.to_string())
                .with("to", to.to_string()),
            Self::FalseSeal(number) => Message::new("office-damage-seal").with("number", number.to_string()),
        }
    }
}

/// A walk along a chain, entry by entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Walk {
    /// Where the walk stands; 0 before the first entry.
    pub number: i64,
    /// The hash of that entry.
    pub hash: String,
    /// The last entry a seal vouched for.
    pub sealed: i64,
}

impl Walk {
    /// Before the first entry.
    pub fn begin() -> Self {
        Self::at(0, GENESIS.to_owned())
    }

    /// At an entry whose hash is believed.
    pub const fn at(number: i64, hash: String) -> Self {
        Self {
            number,
            hash,
            sealed: number,
        }
    }

    /// One entry further, if it is the next one and fits.
    pub fn step(&mut self, entry: &audit_entry::Model) -> Result<(), Damage> {
        let expected = self.number + 1;
        if entry.number != expected {
            return Err(Damage::Missing(expected));
        }
        if entry.hash != chain_hash(&self.hash, entry) {
            return Err(Damage::Changed(expected));
        }
        self.number = expected;
        self.hash.clone_from(&entry.hash);
        Ok(())
    }

    /// Holds the entry the walk stands at against its seal.
    pub fn meet_seal(&mut self, hash: &str, is_genuine: bool) -> Result<(), Damage> {
        if !is_genuine {
            return Err(Damage::FalseSeal(self.number));
        }
        if hash != self.hash {
            return Err(Damage::Rewritten {
                from: self.sealed + 1,
                to: self.number,
            });
        }
        self.sealed = self.number;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    fn chain(length: i64) -> Vec<audit_entry::Model> {
        let mut previous = GENESIS.to_owned();
        (1..=length)
            .map(|number| {
                let mut entry = audit_entry::Model {
                    chain: Uuid::nil(),
                    number,
                    at: chrono::DateTime::from_timestamp(1_800_000_000 + number, 0).unwrap(),
                    actor_id: None,
                    actor_kind: "house".to_owned(),
                    verb: "office.set".to_owned(),
                    kind: "community".to_owned(),
                    record_id: Uuid::from_u128(7),
                    fields: "accent".to_owned(),
                    hash: String::new(),
                };
                entry.hash = chain_hash(&previous, &entry);
                previous.clone_from(&entry.hash);
                entry
            })
            .collect()
    }

    fn walk(entries: &[audit_entry::Model]) -> Result<Walk, Damage> {
        let mut walk = Walk::begin();
        entries.iter().try_for_each(|entry| walk.step(entry))?;
        Ok(walk)
    }

    #[test]
    fn an_untouched_chain_is_walked_to_its_end() {
        assert_eq!(walk(&chain(5)).map(|w| w.number), Ok(5));
    }

    #[test]
    fn every_field_of_an_entry_is_covered() {
        let changes: [fn(&mut audit_entry::Model); 8] = [
            |e| e.chain = Uuid::from_u128(1),
            |e| e.at += chrono::TimeDelta::microseconds(1),
            |e| e.actor_id = Some(Uuid::from_u128(1)),
            |e| e.actor_kind = "visitor".to_owned(),
            |e| e.verb = "office.unset".to_owned(),
            |e| e.kind = "person".to_owned(),
            |e| e.record_id = Uuid::from_u128(8),
            |e| e.fields = String::new(),
        ];
        for (i, change) in changes.into_iter().enumerate() {
            let mut entries = chain(5);
            change(&mut entries[2]);
            assert_eq!(walk(&entries), Err(Damage::Changed(3)), "change {i}");
        }
    }

    #[test]
    fn a_gap_is_named_by_what_is_missing() {
        let mut entries = chain(5);
        entries.remove(1);
        assert_eq!(walk(&entries), Err(Damage::Missing(2)));
        assert_eq!(walk(&chain(5)[1..]), Err(Damage::Missing(1)));
    }

    #[test]
    fn a_chain_rewritten_with_all_its_hashes_does_not_fit_its_seal() {
        let (honest, mut forged) = (chain(4), chain(4));
        forged[2].verb = "office.unset".to_owned();
        for i in 2..4 {
            forged[i].hash = chain_hash(&forged[i - 1].hash.clone(), &forged[i]);
        }
        let mut walk = Walk::begin();
        for entry in &forged[..2] {
            walk.step(entry).unwrap();
        }
        walk.meet_seal(&honest[1].hash, true).unwrap();
        for entry in &forged[2..] {
            walk.step(entry).unwrap();
        }
        assert_eq!(walk.meet_seal(&honest[3].hash, true), Err(Damage::Rewritten { from: 3, to: 4 }));
        assert_eq!(walk.meet_seal(&forged[3].hash, false), Err(Damage::FalseSeal(4)));
    }
}
