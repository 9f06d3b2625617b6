//! What of the source is in the guide already, and under which identity.
use super::Writer;
use crate::import::mend::shortened;
use crate::import::problem::Severity;
use crate::import::tell::{Incoming, key};
use crate::model::Kind;
use crate::store;
use crate::store::write::{ids_by_origin, known_ids};
use kolo_platform::Result;
use kolo_words::Message;
use std::collections::HashSet;
use uuid::Uuid;

impl Writer<'_> {
    pub(super) fn find(&self, kind: Kind, id: &str) -> Option<Uuid> {
        self.known.get(&key(kind, id)).copied()
    }

    /// Finds out which of these records of the source are in the guide already.
    pub(super) async fn learn(&mut self, kind: Kind, ids: impl IntoIterator<Item = String>) -> Result<()> {
        let mut asked: Vec<String> = ids.into_iter().filter(|id| !self.known.contains_key(&key(kind, id))).collect();
        asked.sort_unstable();
        asked.dedup();
        if asked.is_empty() {
            return Ok(());
        }
        for (id, uuid) in ids_by_origin(self.w, self.community, kind, &self.setting.source, &asked).await? {
            self.known.insert(key(kind, &id), uuid);
        }
        // A UUID means the same record wherever it came from.
        asked.retain(|id| !self.known.contains_key(&key(kind, id)) && Uuid::try_parse(id).is_ok());
        let uuids: Vec<Uuid> = asked.iter().filter_map(|id| Uuid::try_parse(id).ok()).collect();
        let mut there: HashSet<Uuid> = uuids.iter().copied().filter(|id| self.house.contains(id)).collect();
        for some in uuids.chunks(500) {
            match kind {
                Kind::TaxonomyTerm => there.extend(
                    store::terms(self.w, &[self.community], some)
                        .await?
                        .iter()
                        .map(|found| found.term.id),
                ),
                _ => there.extend(known_ids(self.w, self.community, kind, some).await?),
            }
        }
        for (id, uuid) in asked.iter().zip(&uuids).filter(|(_, uuid)| there.contains(uuid)) {
            self.known.insert(key(kind, id), *uuid);
        }
        Ok(())
    }

    /// Leaves out what is only mentioned and known, and what belongs to the house.
    pub(super) async fn without_known(&mut self, kind: Kind, all: Vec<Incoming>) -> Result<Vec<Incoming>> {
        let asked: Vec<String> = all.iter().map(|one| one.id.clone()).collect();
        self.learn(kind, asked).await?;
        let mut kept = Vec::with_capacity(all.len());
        for incoming in all {
            match self.find(kind, &incoming.id) {
                Some(id) if self.house.contains(&id) => self.unchanged(&incoming),
                Some(_) if incoming.is_hint => {}
                _ => {
                    if let Some(service) = &incoming.made_for {
                        let message = Message::new("import-mend-organization-made").with("value", shortened(&incoming.id));
                        self.problems
                            .add(&incoming.place, service, "organization_id", Severity::Warning, message);
                    }
                    kept.push(incoming);
                }
            }
        }
        Ok(kept)
    }
}
