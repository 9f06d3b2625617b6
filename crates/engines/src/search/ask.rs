//! Answering: look, weigh, show; and if nothing is found, loosen the question step by step until something is.
use super::FullText;
use super::concepts::Concepts;
use super::gather::{Candidate, Found, Gather};
use super::meaning::{Meaning, exactly};
use super::passage::Marker;
use super::place::nearest_km;
use super::schema::facet_term;
use super::vocabulary::Vocabulary;
use super::weigh::{WEIGHED, weigh};
use super::write::kept;
use anyhow::Context;
use kolo_platform::search::{Answer, Hit, Loosened, Order, Question};
use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;
use tantivy::query::{AllQuery, BooleanQuery, ConstScoreQuery, Occur, Query};
use tantivy::schema::Value;
use tantivy::{DocAddress, Searcher, TantivyDocument, Term};

/// Nobody pages further; whoever wants everything asks for it in one go.
const DEEPEST: usize = 100_000;
/// So many values of a dimension are told, and the wanted ones.
const MOST_VALUES: usize = 200;
/// With fewer results than this, a likely correction is offered.
const FEW: usize = 3;

pub(super) fn ask(engine: &FullText, question: &Question) -> anyhow::Result<Answer> {
    let asking = Asking {
        engine,
        searcher: engine.reader.searcher(),
        concepts: engine.concepts(),
    };
    let reply = asking.reply(question)?;
    asking.answer(reply)
}

/// A question being answered, on one state of the index.
pub(super) struct Asking<'a> {
    pub(super) engine: &'a FullText,
    pub(super) searcher: Searcher,
    pub(super) concepts: Arc<Concepts>,
}

/// What was found, and how the question was understood in the end.
struct Reply {
    question: Question,
    meaning: Meaning,
    found: Found,
    loosened: Option<Loosened>,
    corrected: Option<String>,
}

impl Asking<'_> {
    fn reply(&self, question: &Question) -> anyhow::Result<Reply> {
        let meaning = Meaning::of(question, &question.words, &self.concepts);
        let found = self.look(question, &meaning, meaning.things())?;
        let reply = Reply {
            question: question.clone(),
            meaning,
            found,
            loosened: None,
            corrected: None,
        };
        if reply.found.total >= FEW {
            return Ok(reply);
        }
        let reply = self.broaden(reply)?;
        if reply.found.total > 0 && !question.loosen {
            return Ok(reply);
        }
        if reply.found.total > 0 {
            return self.with_more(self.with_hint(reply)?);
        }
        self.loosen(reply)
    }

    /// Few are about it: what is about something wider comes after them. A mere mention is looked for only where no
    /// filter is set, because an entry without the filter's value says more than that.
    fn broaden(&self, mut reply: Reply) -> anyhow::Result<Reply> {
        if reply.meaning.broaden(reply.question.filters().is_empty()) {
            reply.found = self.look(&reply.question, &reply.meaning, reply.meaning.things())?;
        }
        Ok(reply)
    }

    /// Few were found: perhaps because of a slip that happens to be in an entry, too.
    fn with_hint(&self, mut reply: Reply) -> anyhow::Result<Reply> {
        if let Some(text) = self.vocabulary().corrected(&reply.question, &reply.meaning, &self.concepts, true)? {
            let corrected = Meaning::of(&reply.question, &text, &self.concepts);
            if self.look(&reply.question, &corrected, corrected.things())?.total > reply.found.total {
                reply.corrected = Some(text);
            }
        }
        Ok(reply)
    }

    /// Few have all the words: what has most of them comes after, and sometimes before when it has them in its title.
    fn with_more(&self, mut reply: Reply) -> anyhow::Result<Reply> {
        for least in (1..reply.meaning.things()).rev() {
            if reply.found.total >= FEW {
                break;
            }
            reply.found = self.look(&reply.question, &reply.meaning, least)?;
        }
        Ok(reply)
    }

    fn loosen(&self, mut reply: Reply) -> anyhow::Result<Reply> {
        if self.complete(&mut reply.meaning)? {
            reply.found = self.look(&reply.question, &reply.meaning, reply.meaning.things())?;
        }
        if !reply.question.loosen {
            return Ok(reply);
        }
        if reply.found.total > 0 {
            return self.with_more(reply);
        }
        if let Some(text) = self
            .vocabulary()
            .corrected(&reply.question, &reply.meaning, &self.concepts, false)?
        {
            reply.meaning = Meaning::of(&reply.question, &text, &self.concepts);
            reply.corrected = Some(text);
            reply.found = self.look(&reply.question, &reply.meaning, reply.meaning.things())?;
        }
        let corrected = reply.corrected.is_some();
        let loosened = |some_words, without| Loosened {
            corrected,
            some_words,
            without,
        };
        if reply.found.total > 0 {
            reply.loosened = Some(loosened(false, Vec::new()));
            return self.with_more(reply);
        }
        if let Some(found) = self.some_words(&reply.question, &reply.meaning)? {
            return Ok(Reply {
                found,
                loosened: Some(loosened(true, Vec::new())),
                ..reply
            });
        }
        let filters = reply.question.filters();
        for filter in &filters {
            let question = reply.question.without(filter);
            let found = self.look(&question, &reply.meaning, reply.meaning.things())?;
            if found.total > 0 {
                return Ok(Reply {
                    question,
                    found,
                    loosened: Some(loosened(false, vec![filter.clone()])),
                    ..reply
                });
            }
        }
        let mut question = reply.question.clone();
        for (place, filter) in filters.iter().enumerate() {
            question = question.without(filter);
            let found = if place == 0 {
                Found::default()
            } else {
                self.look(&question, &reply.meaning, reply.meaning.things())?
            };
            if found.total > 0 {
                let without = filters.get(..=place).unwrap_or_default().to_vec();
                return Ok(Reply {
                    question,
                    found,
                    loosened: Some(loosened(false, without)),
                    ..reply
                });
            }
        }
        if !filters.is_empty()
            && let Some(found) = self.some_words(&question, &reply.meaning)?
        {
            return Ok(Reply {
                question,
                found,
                loosened: Some(loosened(true, filters)),
                ..reply
            });
        }
        Ok(Reply { corrected: None, ..reply })
    }

    /// Unknown words that are the beginning of known ones become those.
    fn complete(&self, meaning: &mut Meaning) -> anyhow::Result<bool> {
        let vocabulary = self.vocabulary();
        let mut completed = false;
        for place in 0..meaning.words.len() {
            let Some(word) = meaning.words.get(place) else { break };
            if meaning.is_understood(place) || vocabulary.is_known(word)? {
                continue;
            }
            for ending in vocabulary.endings(&word.surface.clone())? {
                completed |= meaning.widen(place, &ending);
            }
        }
        Ok(completed)
    }

    /// Entries with as many of the words as possible, but not all.
    fn some_words(&self, question: &Question, meaning: &Meaning) -> anyhow::Result<Option<Found>> {
        for least in (1..meaning.things()).rev() {
            let found = self.look(question, meaning, least)?;
            if found.total > 0 {
                return Ok(Some(found));
            }
        }
        Ok(None)
    }

    /// One pass over the index for entries with at least `least` of the things asked for.
    fn look(&self, question: &Question, meaning: &Meaning, least: usize) -> anyhow::Result<Found> {
        let fields = &self.engine.fields;
        let mut question = question.clone();
        let mut conditions = self.conditions(&question)?;
        // The filter of a dimension that is not counted can be looked up like a word.
        let counted = std::mem::take(&mut question.facets).into_iter().filter_map(|(dimension, values)| {
            if values.is_empty() || question.count.contains(&dimension) {
                return Some((dimension, values));
            }
            let terms = values
                .iter()
                .map(|value| Term::from_field_text(fields.facet, &facet_term(&dimension, value)));
            conditions.push(any(terms.collect()));
            None
        });
        question.facets = counted.collect();
        if !meaning.is_blank() {
            let query = meaning
                .query(self.vocabulary(), least)
                .context("reading the search index's words")?;
            conditions.push((Occur::Must, query));
        }
        let scored = !meaning.is_blank() && question.order == Order::Relevance;
        let end = question.offset.saturating_add(question.limit).min(DEEPEST);
        let keep = if scored { end.max(WEIGHED) } else { end };
        let mut found = self.gather(conditions, question, scored, keep)?;
        if scored {
            let boost = |candidate: &Candidate| self.boost(candidate);
            weigh(self.vocabulary(), meaning, boost, &mut found.best).context("weighing the best entries")?;
        }
        Ok(found)
    }

    pub(super) fn gather(
        &self,
        mut conditions: Vec<(Occur, Box<dyn Query>)>,
        question: Question,
        scored: bool,
        keep: usize,
    ) -> anyhow::Result<Found> {
        let gather = Gather::new(Arc::new(question), Arc::clone(&self.engine.shelf), scored, keep);
        let query: Box<dyn Query> = match conditions.len() {
            0 => Box::new(AllQuery),
            1 => conditions.swap_remove(0).1,
            _ => Box::new(BooleanQuery::new(conditions)),
        };
        self.searcher.search(&query, &gather).context("looking into the search index")
    }

    /// Communities and kinds as conditions. One that everything fulfils is left out.
    pub(super) fn conditions(&self, question: &Question) -> anyhow::Result<Vec<(Occur, Box<dyn Query>)>> {
        let fields = &self.engine.fields;
        let all = self
            .searcher
            .segment_readers()
            .iter()
            .map(|segment| u64::from(segment.max_doc()))
            .sum::<u64>();
        let communities = question
            .communities
            .iter()
            .map(|id| Term::from_field_text(fields.community, &id.simple().to_string()));
        let kinds = question.kinds.iter().map(|kind| Term::from_field_text(fields.kind, kind));
        let mut conditions = Vec::new();
        for terms in [communities.collect::<Vec<_>>(), kinds.collect()] {
            let mut everything = terms.is_empty();
            for term in &terms {
                everything |= self.searcher.doc_freq(term)? == all;
            }
            if !everything {
                conditions.push(any(terms));
            }
        }
        Ok(conditions)
    }

    fn boost(&self, candidate: &Candidate) -> f64 {
        let columns = self.engine.shelf.columns(self.searcher.segment_reader(candidate.segment));
        columns.map_or(1.0, |columns| columns.boost.get_val(candidate.doc))
    }

    pub(super) const fn vocabulary(&self) -> Vocabulary<'_> {
        Vocabulary {
            searcher: &self.searcher,
            fields: &self.engine.fields,
        }
    }

    fn answer(&self, reply: Reply) -> anyhow::Result<Answer> {
        let Reply {
            question,
            meaning,
            found,
            loosened,
            corrected,
        } = reply;
        let marker = Marker::new(meaning.marks());
        let page = found.best.iter().skip(question.offset).take(question.limit);
        let hits = page
            .map(|candidate| self.hit(&question, &marker, candidate))
            .collect::<anyhow::Result<_>>()?;
        let facets = question.count.iter().map(|dimension| {
            let counts = found.counts.get(dimension).cloned().unwrap_or_default();
            let wanted = question.facets.get(dimension).map(Vec::as_slice).unwrap_or_default();
            (dimension.clone(), told(counts, wanted))
        });
        let facets: BTreeMap<_, _> = facets.collect();
        Ok(Answer {
            total: found.total,
            hits,
            facets,
            concepts: meaning.concepts(),
            loosened,
            corrected,
        })
    }

    fn hit(&self, question: &Question, marker: &Marker, candidate: &Candidate) -> anyhow::Result<Hit> {
        let columns = self.engine.shelf.columns(self.searcher.segment_reader(candidate.segment))?;
        let texts = if question.passages {
            kept(&self.stored(candidate)?)
        } else {
            Vec::new()
        };
        #[expect(clippy::cast_possible_truncation, reason = "a score is compared, not counted with")]
        let score = candidate.rank as f32;
        Ok(Hit {
            kind: columns.kind(candidate.doc).to_owned(),
            id: columns.id(candidate.doc),
            score,
            title: marker.title(&texts, question.lang),
            passage: marker.passage(&texts, question.lang),
            distance_km: question.near.and_then(|near| nearest_km(&near, columns.points(candidate.doc))),
        })
    }

    /// The texts of an entry as they were kept.
    pub(super) fn stored(&self, candidate: &Candidate) -> anyhow::Result<String> {
        let address = DocAddress::new(candidate.segment, candidate.doc);
        let document: TantivyDocument = self.searcher.doc(address).context("reading an entry of the search index")?;
        let stored = document.get_first(self.engine.fields.stored);
        Ok(stored.and_then(|value| value.as_str().map(str::to_owned)).unwrap_or_default())
    }
}

/// Entries with any of these terms, without a say in the score.
fn any(mut terms: Vec<Term>) -> (Occur, Box<dyn Query>) {
    let query = if terms.len() == 1 {
        exactly(terms.swap_remove(0))
    } else {
        Box::new(BooleanQuery::union(terms.into_iter().map(exactly).collect()))
    };
    (Occur::Must, Box::new(ConstScoreQuery::new(query, 0.0)))
}

/// The most frequent values first, and every wanted one.
fn told(mut counts: HashMap<String, usize>, wanted: &[String]) -> Vec<(String, usize)> {
    for value in wanted {
        counts.entry(value.clone()).or_default();
    }
    let mut counts: Vec<_> = counts.into_iter().collect();
    counts.sort_unstable_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    let rare = counts.split_off(counts.len().min(MOST_VALUES));
    counts.extend(rare.into_iter().filter(|(value, _)| wanted.contains(value)));
    counts
}
