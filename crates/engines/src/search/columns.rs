//! The columns of a segment, opened once and remembered while the segment lives.
use super::schema::SEPARATOR;
use std::collections::{BTreeMap, HashMap, HashSet};
use std::fmt;
use std::ops::Range;
use std::sync::{Arc, PoisonError, RwLock};
use tantivy::columnar::{Column, ColumnValues, StrColumn};
use tantivy::index::SegmentId;
use tantivy::{DocId, Searcher, SegmentReader};
use uuid::Uuid;

type Values<T> = Arc<dyn ColumnValues<T>>;

/// What is known of every entry of a segment without reading its texts.
pub(super) struct Columns {
    /// The values of all dimensions, sorted; a value's place here is its number in `facets`.
    pub(super) values: Vec<String>,
    /// Which of the values belong to a dimension.
    pub(super) dimensions: BTreeMap<String, Range<usize>>,
    facets: Facets,
    kinds: Vec<String>,
    kind: Column<u64>,
    id_high: Values<u64>,
    id_low: Values<u64>,
    pub(super) latitude: Column<f64>,
    pub(super) longitude: Column<f64>,
    pub(super) minimum_age: Values<u64>,
    pub(super) maximum_age: Values<u64>,
    pub(super) hours: Column<u64>,
    pub(super) boost: Values<f64>,
    pub(super) name_high: Values<u64>,
    pub(super) name_low: Values<u64>,
}

/// The numbers of the values of every entry, unpacked: they are read for everything a question matches, and counting
/// from the packed column takes eight times as long. Sixty bytes an entry.
struct Facets {
    /// Where the numbers of an entry begin; they end where the next one's begin.
    starts: Vec<u32>,
    numbers: Vec<u32>,
}

impl Facets {
    fn unpack(column: &Column<u64>, docs: DocId) -> Self {
        let mut unpacked = Self {
            starts: Vec::new(),
            numbers: Vec::new(),
        };
        for doc in 0..docs {
            unpacked.starts.push(u32::try_from(unpacked.numbers.len()).unwrap_or(u32::MAX));
            unpacked
                .numbers
                .extend(column.values_for_doc(doc).filter_map(|number| u32::try_from(number).ok()));
        }
        unpacked.starts.push(u32::try_from(unpacked.numbers.len()).unwrap_or(u32::MAX));
        unpacked.numbers.shrink_to_fit();
        unpacked
    }

    fn of(&self, doc: DocId) -> Option<&[u32]> {
        let doc = usize::try_from(doc).ok()?;
        let start = usize::try_from(*self.starts.get(doc)?).ok()?;
        let end = usize::try_from(*self.starts.get(doc + 1)?).ok()?;
        self.numbers.get(start..end)
    }
}

impl Columns {
    fn open(segment: &SegmentReader) -> tantivy::Result<Self> {
        let fast = segment.fast_fields();
        let (terms, facets) = dictionary(fast.str("facet")?, segment.max_doc())?;
        let (kinds, kind) = dictionary(fast.str("kind")?, segment.max_doc())?;
        let mut values = Vec::with_capacity(terms.len());
        let mut dimensions: BTreeMap<String, Range<usize>> = BTreeMap::new();
        for (place, term) in terms.iter().enumerate() {
            let (dimension, value) = term.split_once(SEPARATOR).unwrap_or(("", term));
            values.push(value.to_owned());
            if let Some(range) = dimensions.get_mut(dimension) {
                range.end = place + 1;
            } else {
                dimensions.insert(dimension.to_owned(), place..place + 1);
            }
        }
        Ok(Self {
            values,
            dimensions,
            facets: Facets::unpack(&facets, segment.max_doc()),
            kinds,
            kind,
            id_high: fast.column_first_or_default("id_high")?,
            id_low: fast.column_first_or_default("id_low")?,
            latitude: fast.f64("latitude")?,
            longitude: fast.f64("longitude")?,
            minimum_age: fast.column_first_or_default("minimum_age")?,
            maximum_age: fast.column_first_or_default("maximum_age")?,
            hours: fast.u64("hours")?,
            boost: fast.column_first_or_default("boost")?,
            name_high: fast.column_first_or_default("name_high")?,
            name_low: fast.column_first_or_default("name_low")?,
        })
    }

    /// The number of a dimension's value in this segment, if any entry has it.
    pub(super) fn value(&self, dimension: &str, value: &str) -> Option<u32> {
        let range = self.dimensions.get(dimension)?;
        let place = self
            .values
            .get(range.clone())?
            .binary_search_by(|known| known.as_str().cmp(value))
            .ok()?;
        u32::try_from(range.start + place).ok()
    }

    /// The numbers of the values an entry has in all dimensions.
    pub(super) fn facets(&self, doc: DocId) -> &[u32] {
        self.facets.of(doc).unwrap_or_default()
    }

    pub(super) fn id(&self, doc: DocId) -> Uuid {
        Uuid::from_u64_pair(self.id_high.get_val(doc), self.id_low.get_val(doc))
    }

    pub(super) fn kind(&self, doc: DocId) -> &str {
        let number = self.kind.first(doc).and_then(|number| usize::try_from(number).ok());
        number.and_then(|number| self.kinds.get(number)).map_or("", String::as_str)
    }

    /// The places of an entry.
    pub(super) fn points(&self, doc: DocId) -> impl Iterator<Item = (f64, f64)> + '_ {
        self.latitude.values_for_doc(doc).zip(self.longitude.values_for_doc(doc))
    }
}

fn dictionary(column: Option<StrColumn>, docs: DocId) -> tantivy::Result<(Vec<String>, Column<u64>)> {
    let Some(column) = column else {
        return Ok((Vec::new(), Column::build_empty_column(docs)));
    };
    let mut terms = Vec::with_capacity(column.num_terms());
    let mut stream = column.dictionary().stream()?;
    while stream.advance() {
        terms.push(String::from_utf8_lossy(stream.key()).into_owned());
    }
    Ok((terms, column.ords().clone()))
}

/// The columns of every segment that is in use.
#[derive(Default)]
pub(super) struct Shelf(RwLock<HashMap<SegmentId, Arc<Columns>>>);

impl Shelf {
    pub(super) fn columns(&self, segment: &SegmentReader) -> tantivy::Result<Arc<Columns>> {
        let id = segment.segment_id();
        if let Some(columns) = self.0.read().unwrap_or_else(PoisonError::into_inner).get(&id) {
            return Ok(Arc::clone(columns));
        }
        let columns = Arc::new(Columns::open(segment)?);
        self.0
            .write()
            .unwrap_or_else(PoisonError::into_inner)
            .insert(id, Arc::clone(&columns));
        Ok(columns)
    }

    /// Forgets segments that were merged away.
    pub(super) fn keep(&self, searcher: &Searcher) {
        let used: HashSet<_> = searcher.segment_readers().iter().map(SegmentReader::segment_id).collect();
        self.0
            .write()
            .unwrap_or_else(PoisonError::into_inner)
            .retain(|id, _| used.contains(id));
    }
}

impl fmt::Debug for Shelf {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Shelf")
    }
}
