//! One pass over everything that has the words: filters, counts of every dimension, and the best of it.
//!
//! The counts of a dimension ignore its own filter. So the filters of dimensions are not part of the query: an entry
//! that fails exactly one of them is counted for that dimension alone.
use super::columns::{Columns, Shelf};
use super::place::{is_inside, is_near, nearest_km};
use kolo_platform::search::{Order, Question, WEEK};
use std::cmp::{Ordering, Reverse};
use std::collections::{BTreeMap, BinaryHeap, HashMap};
use std::ops::Range;
use std::sync::Arc;
use tantivy::collector::{Collector, SegmentCollector};
use tantivy::{DocId, Score, SegmentOrdinal, SegmentReader};

/// An entry that was found, as far as it has been looked at.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Candidate {
    /// Greater is better.
    pub(super) rank: f64,
    /// Smaller comes first among equals.
    pub(super) name: (u64, u64),
    pub(super) segment: SegmentOrdinal,
    pub(super) doc: DocId,
}

impl Eq for Candidate {}

impl Ord for Candidate {
    /// The better candidate is the greater one.
    fn cmp(&self, other: &Self) -> Ordering {
        self.rank
            .total_cmp(&other.rank)
            .then_with(|| other.name.cmp(&self.name))
            .then_with(|| (other.segment, other.doc).cmp(&(self.segment, self.doc)))
    }
}

impl PartialOrd for Candidate {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// Everything one pass found.
#[derive(Debug, Default)]
pub(super) struct Found {
    pub(super) total: usize,
    /// The best, best first.
    pub(super) best: Vec<Candidate>,
    pub(super) counts: BTreeMap<String, HashMap<String, usize>>,
}

/// Looks through what the query matches.
#[derive(Debug)]
pub(super) struct Gather {
    question: Arc<Question>,
    /// Whether the order depends on the words.
    scored: bool,
    keep: usize,
    shelf: Arc<Shelf>,
}

impl Gather {
    /// `scored`: whether the query has words; `keep`: how many of the best are wanted.
    pub(super) const fn new(question: Arc<Question>, shelf: Arc<Shelf>, scored: bool, keep: usize) -> Self {
        Self {
            question,
            scored,
            keep,
            shelf,
        }
    }
}

impl Collector for Gather {
    type Fruit = Found;
    type Child = Gathering;

    fn for_segment(&self, segment: SegmentOrdinal, reader: &SegmentReader) -> tantivy::Result<Gathering> {
        let columns = self.shelf.columns(reader)?;
        let question = &self.question;
        let mut wanted = Vec::new();
        let mut filters = Vec::new();
        for (dimension, values) in question.facets.iter().filter(|(_, values)| !values.is_empty()) {
            let bit = 1_u32.checked_shl(u32::try_from(filters.len()).unwrap_or(u32::MAX)).unwrap_or(0);
            wanted.extend(
                values
                    .iter()
                    .filter_map(|v| columns.value(dimension, v))
                    .map(|number| (number, bit)),
            );
            filters.push(dimension);
        }
        let range = |dimension: &String| columns.dimensions.get(dimension).cloned().unwrap_or(0..0);
        let alone = filters
            .iter()
            .map(|dimension| {
                if question.count.contains(dimension) {
                    range(dimension)
                } else {
                    0..0
                }
            })
            .collect();
        let counted: Vec<_> = question.count.iter().map(|d| (d.clone(), range(d))).collect();
        let mut open = Vec::new();
        open.extend(question.open_at.map(|at| (at % WEEK, at % WEEK + 1)));
        open.extend(
            question
                .open_on
                .map(|day| (u16::from(day % 7) * 1440, u16::from(day % 7 + 1) * 1440)),
        );
        Ok(Gathering {
            counts: vec![0; if counted.is_empty() { 0 } else { columns.values.len() }],
            all: 1_u32
                .checked_shl(u32::try_from(filters.len()).unwrap_or(u32::MAX))
                .unwrap_or(0)
                .wrapping_sub(1),
            columns,
            question: Arc::clone(question),
            scored: self.requires_scoring(),
            keep: self.keep,
            segment,
            wanted,
            alone,
            counted,
            open,
            total: 0,
            best: BinaryHeap::new(),
        })
    }

    fn requires_scoring(&self) -> bool {
        self.scored && self.question.order == Order::Relevance
    }

    fn merge_fruits(&self, segments: Vec<Found>) -> tantivy::Result<Found> {
        let mut all = Found::default();
        for found in segments {
            all.total += found.total;
            all.best.extend(found.best);
            for (dimension, counts) in found.counts {
                let sum = all.counts.entry(dimension).or_default();
                for (value, count) in counts {
                    *sum.entry(value).or_default() += count;
                }
            }
        }
        all.best.sort_unstable_by(|a, b| b.cmp(a));
        all.best.truncate(self.keep);
        Ok(all)
    }
}

/// [`Gather`] in one segment.
pub(super) struct Gathering {
    columns: Arc<Columns>,
    question: Arc<Question>,
    scored: bool,
    keep: usize,
    segment: SegmentOrdinal,
    /// Wanted values, and the bit of their dimension.
    wanted: Vec<(u32, u32)>,
    /// The bits of all filtered dimensions.
    all: u32,
    /// By filtered dimension: its values, if they are counted.
    alone: Vec<Range<usize>>,
    counted: Vec<(String, Range<usize>)>,
    /// Spans of the week in each of which an entry must be open.
    open: Vec<(u16, u16)>,
    counts: Vec<u32>,
    total: usize,
    best: BinaryHeap<Reverse<Candidate>>,
}

impl SegmentCollector for Gathering {
    type Fruit = Found;

    fn collect(&mut self, doc: DocId, score: Score) {
        let mut passed = 0;
        if self.all != 0 {
            for number in self.columns.facets(doc) {
                passed |= self
                    .wanted
                    .iter()
                    .filter(|(wanted, _)| wanted == number)
                    .fold(0, |bits, (_, bit)| bits | bit);
            }
        }
        let missing = self.all & !passed;
        // Failing two filters, or one whose dimension is not counted, concerns nobody.
        if missing.count_ones() > 1 || !self.suits(doc) {
            return;
        }
        if missing != 0 {
            let range = usize::try_from(missing.trailing_zeros())
                .ok()
                .and_then(|place| self.alone.get(place))
                .cloned();
            self.count(doc, range.unwrap_or(0..0));
            return;
        }
        self.total += 1;
        self.count(doc, 0..usize::MAX);
        self.rank(doc, score);
    }

    fn harvest(self) -> Found {
        let columns = &self.columns;
        let counts = self.counted.into_iter().map(|(dimension, range)| {
            let values = columns.values.get(range.clone()).unwrap_or_default();
            let counts = self.counts.get(range).unwrap_or_default();
            let named = values.iter().zip(counts).filter(|(_, count)| **count > 0);
            (
                dimension,
                named
                    .map(|(value, count)| (value.clone(), usize::try_from(*count).unwrap_or(usize::MAX)))
                    .collect(),
            )
        });
        Found {
            total: self.total,
            counts: counts.collect(),
            best: self.best.into_iter().map(|Reverse(best)| best).collect(),
        }
    }
}

impl Gathering {
    fn count(&mut self, doc: DocId, range: Range<usize>) {
        if self.counts.is_empty() || range.is_empty() {
            return;
        }
        for number in self.columns.facets(doc) {
            let place = usize::try_from(*number).unwrap_or(usize::MAX);
            if range.contains(&place)
                && let Some(count) = self.counts.get_mut(place)
            {
                *count += 1;
            }
        }
    }

    /// The filters that are not dimensions.
    fn suits(&self, doc: DocId) -> bool {
        let (question, columns) = (&self.question, &self.columns);
        if let Some(age) = question.age.map(u64::from)
            && (age < columns.minimum_age.get_val(doc) || age > columns.maximum_age.get_val(doc))
        {
            return false;
        }
        let is_open = |&(from, to): &(u16, u16)| {
            let mut hours = columns.hours.values_for_doc(doc);
            hours.any(|hours| hours >> 16 < u64::from(to) && hours & 0xffff > u64::from(from))
        };
        if !self.open.iter().all(is_open) {
            return false;
        }
        if let Some(bounds) = &question.inside
            && !columns.points(doc).any(|point| is_inside(bounds, point))
        {
            return false;
        }
        match &question.near {
            Some(near) if near.km.is_finite() => columns.points(doc).any(|point| is_near(near, point)),
            _ => true,
        }
    }

    fn rank(&mut self, doc: DocId, score: Score) {
        let rank = match (self.question.order, &self.question.near) {
            (Order::Name, _) => 0.0,
            (Order::Distance, Some(near)) => -nearest_km(near, self.columns.points(doc)).unwrap_or(f64::INFINITY),
            _ if self.scored => f64::from(score) * self.columns.boost.get_val(doc),
            _ => self.columns.boost.get_val(doc),
        };
        let worst = if self.best.len() < self.keep { None } else { self.best.peek() };
        if worst.is_some_and(|Reverse(worst)| rank < worst.rank) || self.keep == 0 {
            return;
        }
        let name = (self.columns.name_high.get_val(doc), self.columns.name_low.get_val(doc));
        let candidate = Candidate {
            rank,
            name,
            segment: self.segment,
            doc,
        };
        if worst.is_some_and(|Reverse(worst)| candidate < *worst) {
            return;
        }
        self.best.push(Reverse(candidate));
        if self.best.len() > self.keep {
            self.best.pop();
        }
    }
}
