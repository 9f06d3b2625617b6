//! Tabular packages: a folder of tables, each row of which says by an id what it belongs to.
//!
//! Parts are put aside first, then the main records are read once, each with the parts that name it.
use super::super::dialect::{self, Columns, Rows as RowsAre, Table};
use super::super::limits::MAX_PARTS;
use super::super::problem::{Problems, Severity, Stop};
use super::super::record::{Datum, Place, Record};
use super::owners::Owners;
use super::rows::{Row, Rows};
use super::spool::Spool;
use super::{Files, Input, Sink};
use crate::model::Kind;
use encoding_rs::Encoding;
use kolo_words::Message;
use std::borrow::Cow;
use std::collections::HashSet;
use std::path::PathBuf;
use std::sync::Arc;

/// Kinds that come on their own, in the order in which they need each other.
const MAIN: [Kind; 7] = [
    Kind::Taxonomy,
    Kind::TaxonomyTerm,
    Kind::Unit,
    Kind::Organization,
    Kind::Program,
    Kind::Location,
    Kind::Service,
];

/// A table of the package.
#[derive(Debug)]
struct Found {
    name: Arc<str>,
    path: PathBuf,
    table: &'static Table,
}

/// A table of parts, put aside.
struct Parts {
    columns: Columns,
    rows: RowsAre,
    owners: HashSet<Kind>,
    spool: Spool,
}

/// Reads a folder of tables.
pub(super) fn read(files: &Files, page: &'static Encoding, sink: &mut dyn Sink) -> Result<(), Stop> {
    let (found, unknown) = find(files, page)?;
    if found.is_empty() {
        return Err(Stop::new(Message::new("import-refused-unknown").with("file", files.name.as_str())));
    }
    let kinds: Vec<Kind> = found
        .iter()
        .filter_map(|found| {
            if let RowsAre::Are(kind) = found.table.rows {
                Some(kind)
            } else {
                None
            }
        })
        .collect();
    sink.expect(&kinds);
    let mut problems = Problems::default();
    for name in unknown {
        let place = Place {
            file: name.as_str().into(),
            line: 0,
        };
        problems.add(&place, "", "", Severity::Warning, Message::new("import-file-unknown"));
    }
    let mut package = Package {
        files,
        parts: Vec::new(),
        problems,
        page,
    };
    // What tables say of themselves is of no use once they are read.
    for found in found
        .iter()
        .filter(|found| !is_main(found.table) && found.table.rows != RowsAre::Are(Kind::MetaTableDescription))
    {
        package.put_aside(found)?;
    }
    for kind in MAIN {
        if kind == Kind::Location {
            for found in found.iter().filter(|found| found.table.rows == RowsAre::Are(Kind::Service)) {
                package.look_ahead(found, sink)?;
            }
        }
        for found in found.iter().filter(|found| found.table.rows == RowsAre::Are(kind)) {
            package.walk(found, kind, sink)?;
        }
    }
    package.tell_orphans()?;
    sink.problems(package.problems);
    Ok(())
}

fn is_main(table: &Table) -> bool {
    matches!(table.rows, RowsAre::Are(kind) if MAIN.contains(&kind))
}

/// The tables among the files, and the names of files that are none.
fn find(files: &Files, page: &'static Encoding) -> Result<(Vec<Found>, Vec<String>), Stop> {
    let resources = files.resources();
    let (mut found, mut unknown) = (Vec::new(), Vec::new());
    for (name, path) in &files.files {
        let lower = name.to_lowercase();
        if !(lower.ends_with(".csv") || lower.ends_with(".tsv") || resources.contains_key(name)) {
            if !(lower.ends_with("datapackage.json") || lower.ends_with(".md") || lower.ends_with(".txt")) {
                unknown.push(name.clone());
            }
            continue;
        }
        let header = Rows::open(name.as_str().into(), files.peek(name, path)?, page)?.header().to_vec();
        let stem = dialect::stem(name);
        let table = dialect::table(&stem, &header).or_else(|| dialect::table(resources.get(name)?, &header));
        match table {
            Some(table) => found.push(Found {
                name: name.as_str().into(),
                path: path.clone(),
                table,
            }),
            None => unknown.push(name.clone()),
        }
    }
    Ok((found, unknown))
}

struct Package<'a> {
    files: &'a Files,
    parts: Vec<Parts>,
    problems: Problems,
    page: &'static Encoding,
}

impl Package<'_> {
    fn open(&self, found: &Found) -> Result<Rows<Input>, Stop> {
        Rows::open(found.name.clone(), self.files.open(&found.name, &found.path)?, self.page)
    }

    /// Puts the rows of a table of parts aside, each for its owner.
    fn put_aside(&mut self, found: &Found) -> Result<(), Stop> {
        let mut rows = self.open(found)?;
        let header = rows.header().to_vec();
        let columns = Columns::of(found.table, &header);
        let owners = Owners::of(found.table, &header);
        let mut parts = Parts {
            columns,
            rows: found.table.rows,
            owners: HashSet::new(),
            spool: Spool::new(found.name.clone())?,
        };
        let (mut row, mut empty, mut first_empty) = (Row::default(), 0_u64, 0);
        let id_column = header.iter().position(|name| name == "id");
        while rows.next(&mut row)? {
            let place = Place {
                file: found.name.clone(),
                line: row.line,
            };
            let id = id_column.and_then(|at| row.values.get(at)).cloned().unwrap_or_default();
            if let Some(fault) = row.fault.take() {
                self.problems.add(&place, "", "", Severity::Error, fault);
                continue;
            }
            note_decoded(&mut self.problems, &place, &id, &header, &row, self.page);
            if says_nothing(&header, &row) {
                empty += 1;
                first_empty = if empty == 1 { row.line } else { first_empty };
                continue;
            }
            match owners.find(&row) {
                Some((kind, owner)) => {
                    parts.owners.insert(kind);
                    parts.spool.put(kind, owner.trim(), row.line, &row.values)?;
                }
                None => self
                    .problems
                    .add(&place, id.trim(), "", Severity::Error, Message::new("import-row-no-owner")),
            }
        }
        if empty > 0 {
            let place = Place {
                file: found.name.clone(),
                line: first_empty,
            };
            self.problems.add(
                &place,
                "",
                "",
                Severity::Note,
                Message::new("import-rows-empty").with("count", empty),
            );
        }
        parts.spool.seal()?;
        self.parts.push(parts);
        Ok(())
    }

    /// Reads a table of main records, each with its parts.
    fn walk(&mut self, found: &Found, kind: Kind, sink: &mut dyn Sink) -> Result<(), Stop> {
        let mut rows = self.open(found)?;
        let header = rows.header().to_vec();
        let mut columns = Columns::of(found.table, &header);
        let mut row = Row::default();
        while rows.next(&mut row)? {
            let place = Place {
                file: found.name.clone(),
                line: row.line,
            };
            if let Some(fault) = row.fault.take() {
                self.problems.add(&place, "", "", Severity::Error, fault);
                continue;
            }
            let mut record = Record::at(place.clone());
            columns.fill(&mut record, &row.values);
            if record.fields.is_empty() {
                continue;
            }
            let id = record.text("id").map(Cow::into_owned).unwrap_or_default();
            note_decoded(&mut self.problems, &place, &id, &header, &row, self.page);
            if row.values.len() > header.len() {
                self.problems
                    .add(&place, &id, "", Severity::Warning, Message::new("import-row-longer-than-header"));
            }
            if !id.is_empty() {
                let mut room = MAX_PARTS;
                self.attach(&mut record, kind, &id, &mut room)?;
                if room == 0 {
                    let message = Message::new("import-row-too-many-parts").with("most", MAX_PARTS);
                    self.problems.add(&place, &id, "", Severity::Error, message);
                }
            }
            sink.record(kind, record)?;
        }
        tell_unknown(&mut self.problems, &found.name, &columns);
        Ok(())
    }

    /// Tells which organizations services are going to name: a place may name one that nobody else tells.
    fn look_ahead(&self, found: &Found, sink: &mut dyn Sink) -> Result<(), Stop> {
        let mut rows = Rows::open(found.name.clone(), self.files.peek(&found.name, &found.path)?, self.page)?;
        let header = rows.header().to_vec();
        if !header.iter().any(|name| name == "organization_id") {
            return Ok(());
        }
        let mut row = Row::default();
        while rows.next(&mut row)? {
            let mut record = Record::at(Place {
                file: found.name.clone(),
                line: row.line,
            });
            for (name, value) in header.iter().zip(&row.values) {
                if matches!(name.as_str(), "id" | "name" | "organization_id") {
                    record.set(dialect::name(name), Datum::text(value.as_str()));
                }
            }
            sink.foretell(&record)?;
        }
        Ok(())
    }

    /// Gives a record the parts that name it, and the parts theirs; `room` is how many more it may have.
    fn attach(&mut self, record: &mut Record, kind: Kind, id: &str, room: &mut usize) -> Result<(), Stop> {
        for number in 0..self.parts.len() {
            let Some(parts) = self.parts.get_mut(number).filter(|parts| parts.owners.contains(&kind)) else {
                continue;
            };
            for kept in parts.spool.fetch(kind, id, *room)? {
                let Some(parts) = self.parts.get_mut(number).filter(|_| *room > 0) else {
                    break;
                };
                *room -= 1;
                let part_kind = match parts.rows {
                    RowsAre::AddTo(_) => {
                        parts.columns.fill(record, &kept.values);
                        continue;
                    }
                    RowsAre::Are(part_kind) => part_kind,
                };
                let mut part = Record::at(kept.place);
                parts.columns.fill(&mut part, &kept.values);
                if let Some(part_id) = part.text("id").map(Cow::into_owned) {
                    self.attach(&mut part, part_kind, &part_id, room)?;
                }
                match dialect::list_of(kind, part_kind) {
                    Some(list) => record.push(list, part),
                    None => self
                        .problems
                        .add(&part.place, id, "", Severity::Error, Message::new("import-row-no-owner")),
                }
            }
        }
        Ok(())
    }

    /// After the last record: rows whose owner never came, and columns nobody knows.
    fn tell_orphans(&mut self) -> Result<(), Stop> {
        for parts in &mut self.parts {
            let problems = &mut self.problems;
            parts.spool.orphans(|kind, owner, kept| {
                let message = Message::new("import-row-unknown-owner").with("kind", kind).with("owner", owner);
                let id = kept.values.first().map(String::as_str).unwrap_or_default();
                problems.add(&kept.place, id, format!("{kind}_id"), Severity::Error, message);
            })?;
            let file: Arc<str> = parts.spool.file();
            tell_unknown(problems, &file, &parts.columns);
        }
        Ok(())
    }
}

/// A row in which only ids are filled in says nothing: no phone, no accessibility.
fn says_nothing(header: &[String], row: &Row) -> bool {
    let is_id = |name: &str| name == "id" || name.ends_with("_id");
    let says = header
        .iter()
        .zip(&row.values)
        .any(|(name, value)| !is_id(name) && !value.trim().is_empty());
    // Tables that only tie two things together hold nothing but ids.
    let only_ids = header.iter().all(|name| {
        is_id(name)
            || matches!(
                name.as_str(),
                "description" | "taxonomy_detail" | "link_entity" | "link_type" | "value" | "label"
            )
    });
    !says && !only_ids
}

fn note_decoded(problems: &mut Problems, place: &Place, id: &str, header: &[String], row: &Row, page: &'static Encoding) {
    for at in &row.decoded {
        let field = header.get(*at).map(String::as_str).unwrap_or_default();
        problems.add(
            place,
            id,
            field,
            Severity::Warning,
            Message::new("import-mend-encoding").with("page", page.name()),
        );
    }
}

fn tell_unknown(problems: &mut Problems, file: &Arc<str>, columns: &Columns) {
    for (_, column, count) in columns.unknown.iter().filter(|(_, _, count)| *count > 0) {
        let place = Place {
            file: file.clone(),
            line: 1,
        };
        problems.add(
            &place,
            "",
            column.as_str(),
            Severity::Warning,
            Message::new("import-column-unknown").with("count", *count),
        );
    }
}
