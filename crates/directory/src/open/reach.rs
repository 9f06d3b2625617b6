//! How far an answer reaches: one community with those below it, or the whole instance.
use kolo_platform::{App, Visit};
use kolo_words::Lang;
use uuid::Uuid;

/// What an address of the API speaks about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Reach {
    /// The community and everything below it; every community at the instance's own address.
    pub communities: Vec<Uuid>,
    /// `None` at the instance's own address.
    pub community: Option<Uuid>,
    /// What it is called, in its own language.
    pub name: String,
    /// The language of what belongs to no community.
    pub lang: Lang,
    /// Scheme, host and path of the API, without a slash at the end.
    pub base: String,
    /// Scheme, host and path of the site.
    pub site: String,
}

impl Reach {
    pub(super) fn of(app: &App, visit: &Visit) -> Self {
        let tree = app.communities().tree();
        let all = tree.all();
        let (communities, speaker) = match visit.community_if_any() {
            Some(community) => (tree.with_descendants(community.id), Some(community)),
            None => (all.iter().map(|community| community.id).collect(), all.first()),
        };
        let lang = speaker.map_or(Lang::En, |community| community.language);
        let mut communities: Vec<Uuid> = communities;
        communities.sort_unstable();
        Self {
            communities,
            community: visit.community_if_any().map(|community| community.id),
            name: speaker.map_or_else(|| "Kolo".to_owned(), |community| community.name.say(lang).to_owned()),
            lang,
            base: visit.absolute("/api/hsds/v3"),
            site: visit.absolute(""),
        }
    }
}
