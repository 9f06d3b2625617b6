//! Which records fit what is asked: every filter narrows what the others left.
use super::area::{covers, metres};
use super::collections::Collection;
use super::parameters::Wanted;
use super::reach::Reach;
use crate::model::Point;
use crate::store::{self, Ids, Order, OrganizationFilter, PlaceFilter, ServiceFilter, TermFilter, Visit};
use chrono::TimeDelta;
use kolo_platform::search::Question;
use kolo_platform::{App, Result};
use kolo_words::{Lang, fold};
use std::collections::HashSet;
use uuid::Uuid;

/// More records than an instance holds.
const ALL: u64 = 1 << 40;
/// Hits of the index taken at most.
const MOST_HITS: usize = 100_000;

/// The records from `offset` on, and how many there are in all.
pub(super) async fn find(app: &App, reach: &Reach, of: Collection, wanted: &Wanted, offset: u64, limit: u64) -> Result<Ids> {
    let db = &app.db().reader;
    let communities = &reach.communities;
    let terms: Vec<Uuid> = wanted.term.into_iter().collect();
    // The standard means "on or after"; the store means "after".
    let modified_after = wanted
        .modified_after
        .and_then(|at| at.checked_sub_signed(TimeDelta::microseconds(1)));
    if let (Some(term), Some(taxonomy)) = (wanted.term, wanted.taxonomy) {
        let is_of_it = store::terms(db, communities, &[term])
            .await?
            .iter()
            .any(|found| found.taxonomy.id == taxonomy);
        if !is_of_it {
            return Ok(Ids::default());
        }
    }
    let narrowing = Narrowing {
        ranked: ranked(app, reach, of, wanted).await?,
        only: only(app, reach, wanted).await?,
    };
    // Whatever is intersected here must be known whole; otherwise the database turns the pages.
    let (from, at_most) = if narrowing.is_needed() { (0, ALL) } else { (offset, limit) };
    let found = match of {
        Collection::Services => {
            let filter = ServiceFilter {
                organization: wanted.organization,
                terms,
                taxonomy: wanted.taxonomy.filter(|_| wanted.term.is_none()),
                modified_after,
                order: Order::Id,
                ..ServiceFilter::default()
            };
            store::services_page(db, communities, &filter, from, at_most).await?
        }
        Collection::Organizations => {
            let taxonomy = wanted.taxonomy.filter(|_| wanted.term.is_none());
            let filter = OrganizationFilter {
                terms,
                taxonomy,
                modified_after,
                order: Order::Id,
                ..OrganizationFilter::default()
            };
            store::organizations_page(db, communities, &filter, from, at_most).await?
        }
        Collection::ServiceAtLocations | Collection::Locations => {
            let filter = PlaceFilter {
                organization: wanted.organization,
                terms,
                taxonomy: wanted.taxonomy.filter(|_| wanted.term.is_none()),
                modified_after,
                order: Order::Id,
                ..PlaceFilter::default()
            };
            match of {
                Collection::Locations => store::places_page(db, communities, &filter, from, at_most).await?,
                _ => store::services_at_places_page(db, communities, &filter, from, at_most).await?,
            }
        }
        Collection::Taxonomies => {
            let all = store::taxonomies(db, communities).await?;
            let fits = |names: &mut dyn Iterator<Item = &str>| has_words(&wanted.search, names);
            let ids: Vec<Uuid> = all
                .iter()
                .filter(|record| fits(&mut record.taxonomy.name.iter().map(|(_, name)| name)))
                .map(|record| record.taxonomy.id)
                .collect();
            return Ok(slice(ids, offset, limit));
        }
        Collection::TaxonomyTerms => {
            let filter = TermFilter {
                taxonomy: wanted.taxonomy,
                parent: wanted.parent,
                top_only: wanted.top_only,
            };
            if wanted.search.is_empty() {
                return store::terms_page(db, communities, &filter, offset, limit).await;
            }
            let all = store::terms_page(db, communities, &filter, 0, ALL).await?.ids;
            let found = store::terms(db, communities, &all).await?;
            let fits = found.iter().filter(|record| {
                let names = record
                    .term
                    .name
                    .iter()
                    .map(|(_, name)| name)
                    .chain(record.term.synonyms.iter().map(|(_, word)| word));
                has_words(&wanted.search, &mut names.chain(record.term.code.as_deref()))
            });
            return Ok(slice(fits.map(|record| record.term.id).collect(), offset, limit));
        }
    };
    Ok(if narrowing.is_needed() {
        slice(narrowing.of(found.ids), offset, limit)
    } else {
        found
    })
}

/// Every word occurs in one of the names.
fn has_words(search: &str, names: &mut dyn Iterator<Item = &str>) -> bool {
    let words = fold(search);
    let mut words: Vec<_> = words.split_whitespace().collect();
    for name in names {
        let name = fold(name);
        words.retain(|word| !name.contains(word));
    }
    words.is_empty()
}

fn slice(ids: Vec<Uuid>, offset: u64, limit: u64) -> Ids {
    let total = u64::try_from(ids.len()).unwrap_or(u64::MAX);
    let [offset, limit] = [offset, limit].map(|n| usize::try_from(n).unwrap_or(usize::MAX));
    Ids {
        ids: ids.into_iter().skip(offset).take(limit).collect(),
        total,
    }
}

/// What the database alone cannot say: what the words are about, and where things are.
struct Narrowing {
    /// In the order of relevance.
    ranked: Option<Vec<Uuid>>,
    only: Option<HashSet<Uuid>>,
}

impl Narrowing {
    fn is_needed(&self) -> bool {
        self.ranked.is_some() || self.only.is_some()
    }

    fn of(self, ids: Vec<Uuid>) -> Vec<Uuid> {
        let is_left = |id: &Uuid| self.only.as_ref().is_none_or(|only| only.contains(id));
        match &self.ranked {
            Some(ranked) => {
                let ids: HashSet<Uuid> = ids.into_iter().filter(is_left).collect();
                ranked.iter().copied().filter(|id| ids.contains(id)).collect()
            }
            None => ids.into_iter().filter(is_left).collect(),
        }
    }
}

/// The records the words find, most relevant first. Services at places and places are found by their services too.
async fn ranked(app: &App, reach: &Reach, of: Collection, wanted: &Wanted) -> Result<Option<Vec<Uuid>>> {
    if wanted.search.is_empty() {
        return Ok(None);
    }
    let kinds: &[&str] = match of {
        Collection::Services | Collection::ServiceAtLocations => &["service"],
        Collection::Organizations => &["organization"],
        Collection::Locations => &["location", "service"],
        Collection::Taxonomies | Collection::TaxonomyTerms => return Ok(None),
    };
    let mut found = Vec::new();
    for kind in kinds {
        found.extend(hits(app, reach, kind, &wanted.search).await?);
    }
    if of != Collection::Services && of != Collection::Organizations {
        let visits = store::visits(&app.db().reader, &reach.communities).await?;
        let ranks: std::collections::HashMap<Uuid, usize> = found.iter().enumerate().map(|(rank, id)| (*id, rank)).collect();
        let mut ranked: Vec<(usize, Uuid)> = visits
            .iter()
            .filter_map(|visit| ranks.get(&visit.service).map(|rank| (*rank, visit)))
            .flat_map(|(rank, visit)| [(rank, visit.id), (rank, visit.location)])
            .collect();
        ranked.extend(ranks.iter().map(|(id, rank)| (*rank, *id)));
        ranked.sort_unstable();
        let mut seen = HashSet::new();
        found = ranked.into_iter().map(|(_, id)| id).filter(|id| seen.insert(*id)).collect();
    }
    Ok(Some(found))
}

async fn hits(app: &App, reach: &Reach, kind: &str, words: &str) -> Result<Vec<Uuid>> {
    let question = Question {
        communities: reach.community.into_iter().collect(),
        kinds: vec![kind.to_owned()],
        words: words.to_owned(),
        limit: MOST_HITS,
        passages: false,
        loosen: false,
        ..Question::new(Lang::En)
    };
    let search = app.search().clone();
    let answer = tokio::task::spawn_blocking(move || search.ask(&question))
        .await
        .map_err(anyhow::Error::from)??;
    Ok(answer.hits.into_iter().map(|hit| hit.id).collect())
}

/// The records that ages, hours and places leave; `None` when none of them is asked for.
async fn only(app: &App, reach: &Reach, wanted: &Wanted) -> Result<Option<HashSet<Uuid>>> {
    let db = &app.db().reader;
    let communities = &reach.communities;
    let mut conditions: Vec<HashSet<Uuid>> = Vec::new();
    if wanted.minimum_age.is_some() || wanted.maximum_age.is_some() {
        conditions.push(store::services_of_ages(db, communities, wanted.minimum_age, wanted.maximum_age).await?);
    }
    if wanted.start_time.is_some() || wanted.end_time.is_some() || wanted.day.is_some() {
        conditions.push(store::owners_of_hours(db, communities, wanted.start_time, wanted.end_time, wanted.day).await?);
    }
    if wanted.postcode.is_some() || wanted.point.is_some() {
        conditions.push(around(app, reach, wanted).await?);
    }
    if conditions.is_empty() {
        return Ok(None);
    }
    let visits = store::visits(db, communities).await?;
    let spread = conditions.into_iter().map(|ids| spread(ids, &visits));
    Ok(spread.reduce(|left, right| left.intersection(&right).copied().collect()))
}

/// A condition that holds of a service, a place or a service at a place holds of all three together: ids of different kinds
/// never meet, so one set serves every list.
fn spread(ids: HashSet<Uuid>, visits: &[Visit]) -> HashSet<Uuid> {
    let touched = visits
        .iter()
        .filter(|visit| [visit.id, visit.service, visit.location].iter().any(|id| ids.contains(id)));
    // Not over two visits: what is true of one place of a service is not true of its other places.
    let more: Vec<Uuid> = touched.flat_map(|visit| [visit.id, visit.service, visit.location]).collect();
    ids.into_iter().chain(more).collect()
}

/// Places near what is asked, and owners of areas around it. Confidential places have no position here.
async fn around(app: &App, reach: &Reach, wanted: &Wanted) -> Result<HashSet<Uuid>> {
    let db = &app.db().reader;
    let communities = &reach.communities;
    let at_postcode = match &wanted.postcode {
        Some(postcode) => store::places_with_postcode(db, communities, postcode).await?,
        None => Vec::new(),
    };
    let centre = match wanted.point {
        Some((latitude, longitude)) => Some(Point { latitude, longitude }),
        None => centre(
            store::places(db, communities, &at_postcode)
                .await?
                .iter()
                .filter_map(|place| place.whereabouts.point()),
        ),
    };
    let Some(centre) = centre else {
        return Ok(at_postcode.into_iter().filter(|_| wanted.proximity.is_none()).collect());
    };
    if let Some(proximity) = wanted.proximity {
        let places = store::places_for_map(db, communities, ALL).await?;
        return Ok(places
            .into_iter()
            .filter(|place| metres(centre, place.point) <= proximity)
            .map(|place| place.id)
            .collect());
    }
    let areas = store::drawn_areas(db, communities)
        .await?
        .into_iter()
        .filter(|(_, drawing)| covers(drawing, centre));
    Ok(areas.map(|(owner, _)| owner).chain(at_postcode).collect())
}

fn centre(points: impl Iterator<Item = Point>) -> Option<Point> {
    let (mut count, mut latitude, mut longitude) = (0_u32, 0.0, 0.0);
    for point in points {
        count += 1;
        latitude += point.latitude;
        longitude += point.longitude;
    }
    (count > 0).then(|| Point {
        latitude: latitude / f64::from(count),
        longitude: longitude / f64::from(count),
    })
}
