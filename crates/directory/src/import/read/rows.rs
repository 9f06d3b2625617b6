//! Rows out of a table of text: commas, semicolons or tabs, UTF-8, UTF-16 or an old code page, as people save it.
use super::super::limits::{MAX_COLUMNS, MAX_RECORD};
use super::super::problem::Stop;
use csv_core::ReadRecordResult;
use encoding_rs::Encoding;
use kolo_words::Message;
use std::io::{self, BufRead, BufReader, Read};
use std::sync::Arc;

/// Reads a table row by row. Only one row is in memory.
pub(super) struct Rows<R: Read> {
    input: BufReader<Unicode<R>>,
    core: csv_core::Reader,
    file: Arc<str>,
    line: u64,
    /// The code page of fields that are not UTF-8.
    page: &'static Encoding,
    header: Vec<String>,
    out: Vec<u8>,
    ends: Vec<usize>,
}

impl<R: Read> std::fmt::Debug for Rows<R> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Rows")
            .field("file", &self.file)
            .field("line", &self.line)
            .finish_non_exhaustive()
    }
}

/// One row.
#[derive(Debug, Default)]
pub(super) struct Row {
    /// The line on which it begins, counted from 1.
    pub line: u64,
    /// Its values, in the order of the header; more or fewer when the row is ragged.
    pub values: Vec<String>,
    /// The columns that were not UTF-8 and were read as the old code page.
    pub decoded: Vec<usize>,
    /// Why it cannot be read, if so; then there are no values.
    pub fault: Option<Message>,
}

impl<R: Read> Rows<R> {
    /// Reads the header. `page` is tried where the text is not UTF-8. An empty file has an empty header.
    pub(super) fn open(file: Arc<str>, input: R, page: &'static Encoding) -> Result<Self, Stop> {
        let mut input = BufReader::with_capacity(1 << 16, Unicode::new(input));
        let chunk = input.fill_buf().map_err(|error| Stop::from_io(&file, &error))?;
        let mut core = csv_core::ReaderBuilder::new();
        core.delimiter(delimiter(chunk));
        let (out, ends) = (vec![0; 1 << 12], vec![0; MAX_COLUMNS + 1]);
        let mut rows = Self {
            input,
            core: core.build(),
            file,
            line: 1,
            page,
            header: Vec::new(),
            out,
            ends,
        };
        let mut row = Row::default();
        if rows.next(&mut row)? {
            if row.fault.is_some() {
                return Err(Stop::new(Message::new("import-refused-header").with("file", &*rows.file)));
            }
            rows.header = row.values.iter().map(|name| column(name)).collect();
        }
        Ok(rows)
    }

    /// The names of the columns, trimmed and in lower case.
    pub(super) fn header(&self) -> &[String] {
        &self.header
    }

    /// Puts the next row into `row`; false at the end of the file.
    pub(super) fn next(&mut self, row: &mut Row) -> Result<bool, Stop> {
        row.values.clear();
        row.decoded.clear();
        row.fault = None;
        if !self.skip_blank_lines()? {
            return Ok(false);
        }
        row.line = self.line;
        let (mut written, mut fields, mut overflow) = (0, 0, None);
        loop {
            let chunk = self.input.fill_buf().map_err(|error| Stop::from_io(&self.file, &error))?;
            let (out, ends) = (
                self.out.get_mut(written..).unwrap_or_default(),
                self.ends.get_mut(fields..).unwrap_or_default(),
            );
            let (result, read, wrote, ended) = self.core.read_record(chunk, out, ends);
            self.line += lines_in(chunk.get(..read).unwrap_or_default());
            self.input.consume(read);
            written += wrote;
            fields += ended;
            match result {
                ReadRecordResult::InputEmpty => {}
                ReadRecordResult::OutputFull if self.out.len() < MAX_RECORD => self.out.resize(self.out.len() * 2, 0),
                ReadRecordResult::OutputFull => {
                    // Goes on to the end of the row, without keeping it.
                    overflow = Some("import-row-too-long");
                    written = 0;
                }
                ReadRecordResult::OutputEndsFull => {
                    overflow = overflow.or(Some("import-row-too-many-columns"));
                    fields = 0;
                }
                ReadRecordResult::Record => break,
                ReadRecordResult::End => return Ok(false),
            }
        }
        match overflow {
            Some(key) => row.fault = Some(Message::new(key)),
            None => self.take_values(row, fields),
        }
        Ok(true)
    }

    fn take_values(&self, row: &mut Row, fields: usize) {
        let mut start = 0;
        for (number, end) in self.ends.iter().take(fields).enumerate() {
            let bytes = self.out.get(start..*end).unwrap_or_default();
            start = *end;
            row.values.push(match std::str::from_utf8(bytes) {
                Ok(text) => text.to_owned(),
                Err(_) => {
                    row.decoded.push(number);
                    self.page.decode_without_bom_handling(bytes).0.into_owned()
                }
            });
        }
    }

    /// Counts lines up to the next row, so that the row's line is its own.
    fn skip_blank_lines(&mut self) -> Result<bool, Stop> {
        loop {
            let chunk = self.input.fill_buf().map_err(|error| Stop::from_io(&self.file, &error))?;
            if chunk.is_empty() {
                return Ok(false);
            }
            let blank = chunk.iter().take_while(|byte| matches!(byte, b'\r' | b'\n')).count();
            let is_done = blank < chunk.len();
            self.line += lines_in(chunk.get(..blank).unwrap_or_default());
            self.input.consume(blank);
            if is_done {
                return Ok(true);
            }
        }
    }
}

fn lines_in(bytes: &[u8]) -> u64 {
    let count = bytes.iter().filter(|byte| **byte == b'\n').count();
    u64::try_from(count).unwrap_or_default()
}

/// `Organization ID` and `organization_id` are one column.
fn column(name: &str) -> String {
    name.trim_matches(|c: char| c.is_whitespace() || c == '\u{feff}')
        .to_lowercase()
        .replace([' ', '-'], "_")
}

/// The separator the first line uses most.
fn delimiter(chunk: &[u8]) -> u8 {
    let mut counts = [(b',', 0), (b';', 0), (b'\t', 0), (b'|', 0)];
    let mut is_quoted = false;
    for &byte in chunk {
        match byte {
            b'"' => is_quoted = !is_quoted,
            b'\n' if !is_quoted => break,
            _ if is_quoted => {}
            _ => counts.iter_mut().filter(|(own, _)| *own == byte).for_each(|(_, count)| *count += 1),
        }
    }
    // The first of equals, so that a table of one column is read with commas.
    counts
        .into_iter()
        .rev()
        .max_by_key(|(_, count)| *count)
        .map_or(b',', |(byte, _)| byte)
}

/// Turns UTF-16 into UTF-8 and drops the mark at the beginning; everything else goes through as it is.
struct Unicode<R> {
    inner: R,
    begun: bool,
    decoder: Option<encoding_rs::Decoder>,
    raw: Vec<u8>,
    ready: Vec<u8>,
    at: usize,
}

impl<R: Read> Unicode<R> {
    const fn new(inner: R) -> Self {
        Self {
            inner,
            begun: false,
            decoder: None,
            raw: Vec::new(),
            ready: Vec::new(),
            at: 0,
        }
    }

    fn begin(&mut self) -> io::Result<()> {
        self.begun = true;
        let mut first = [0; 3];
        let mut count = 0;
        while let Some(rest) = first.get_mut(count..).filter(|rest| !rest.is_empty()) {
            match self.inner.read(rest)? {
                0 => break,
                more => count += more,
            }
        }
        let first = first.get(..count).unwrap_or_default();
        match Encoding::for_bom(first) {
            Some((encoding, length)) => {
                if encoding != encoding_rs::UTF_8 {
                    self.decoder = Some(encoding.new_decoder_without_bom_handling());
                }
                self.feed(first.get(length..).unwrap_or_default(), false);
            }
            None => self.ready.extend_from_slice(first),
        }
        Ok(())
    }

    fn feed(&mut self, bytes: &[u8], is_last: bool) {
        let Some(decoder) = &mut self.decoder else {
            self.ready.extend_from_slice(bytes);
            return;
        };
        let mut text = String::with_capacity(decoder.max_utf8_buffer_length(bytes.len()).unwrap_or(bytes.len() * 3 + 16));
        let (_, _, _) = decoder.decode_to_string(bytes, &mut text, is_last);
        self.ready.extend_from_slice(text.as_bytes());
    }
}

impl<R: Read> Read for Unicode<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if !self.begun {
            self.begin()?;
        }
        loop {
            let ready = self.ready.get(self.at..).unwrap_or_default();
            if !ready.is_empty() {
                let count = ready.len().min(buffer.len());
                if let (Some(to), Some(from)) = (buffer.get_mut(..count), ready.get(..count)) {
                    to.copy_from_slice(from);
                }
                self.at += count;
                return Ok(count);
            }
            self.ready.clear();
            self.at = 0;
            if self.decoder.is_none() {
                return self.inner.read(buffer);
            }
            self.raw.resize(1 << 14, 0);
            let mut raw = std::mem::take(&mut self.raw);
            let count = self.inner.read(&mut raw)?;
            self.feed(raw.get(..count).unwrap_or_default(), count == 0);
            self.raw = raw;
            if count == 0 {
                // A decoder that was told of the end must not be asked again.
                self.decoder = None;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn rows(bytes: &[u8]) -> (Vec<String>, Vec<(u64, Vec<String>)>) {
        let mut rows = Rows::open("x.csv".into(), bytes, encoding_rs::WINDOWS_1251).unwrap();
        let (mut all, mut row) = (Vec::new(), Row::default());
        while rows.next(&mut row).unwrap() {
            all.push((row.line, row.values.clone()));
        }
        (rows.header().to_vec(), all)
    }

    #[test]
    fn a_row_knows_its_line_even_after_texts_of_several_lines() {
        let (header, all) = rows(b"ID,Organization Id\r\n1,\"a\r\nb\"\r\n\r\n2,c\r\n3,d");
        assert_eq!(header, ["id", "organization_id"]);
        let texts = |values: [&str; 2]| values.map(str::to_owned).to_vec();
        assert_eq!(all, [(2, texts(["1", "a\r\nb"])), (5, texts(["2", "c"])), (6, texts(["3", "d"]))]);
    }

    #[test]
    fn tables_saved_by_an_office_program_are_read() {
        let name = "Ім'я".to_owned();
        let (semicolons, _, _) = encoding_rs::WINDOWS_1251.encode("id;name\n1;Ім'я\n");
        assert_eq!(rows(&semicolons).1, [(2, vec!["1".to_owned(), name.clone()])]);
        let mut utf16 = vec![0xff, 0xfe];
        utf16.extend("id\tname\n1\tІм'я\n".encode_utf16().flat_map(u16::to_le_bytes));
        assert_eq!(rows(&utf16).1, [(2, vec!["1".to_owned(), name.clone()])]);
        assert_eq!(rows("\u{feff}id,name\n1,Ім'я\n".as_bytes()).1, [(2, vec!["1".to_owned(), name])]);
    }

    #[test]
    fn a_quotation_mark_that_is_never_closed_costs_one_row_and_not_the_memory() {
        let mut text = b"id,name\n1,ok\n2,\"".to_vec();
        text.resize(MAX_RECORD * 3, b'x');
        let mut rows = Rows::open("x.csv".into(), text.as_slice(), encoding_rs::UTF_8).unwrap();
        let mut row = Row::default();
        assert!(rows.next(&mut row).unwrap() && row.fault.is_none());
        assert!(rows.next(&mut row).unwrap());
        assert_eq!(
            (row.line, row.fault.as_ref().map(|fault| &*fault.key)),
            (3, Some("import-row-too-long"))
        );
        assert!(rows.out.len() <= MAX_RECORD);
        assert!(!rows.next(&mut row).unwrap());
    }

    #[test]
    fn a_row_of_endless_columns_is_refused() {
        let text = format!("id\n{}\n2\n", ",".repeat(5_000));
        let mut rows = Rows::open("x.csv".into(), text.as_bytes(), encoding_rs::UTF_8).unwrap();
        let mut row = Row::default();
        assert!(rows.next(&mut row).unwrap());
        assert_eq!(row.fault.as_ref().map(|fault| &*fault.key), Some("import-row-too-many-columns"));
        assert!(rows.next(&mut row).unwrap());
        assert_eq!((row.line, row.values.as_slice()), (3, &["2".to_owned()][..]));
    }

    proptest! {
        #[test]
        fn no_bytes_make_it_stumble(bytes in proptest::collection::vec(any::<u8>(), 0..600)) {
            let Ok(mut rows) = Rows::open("x".into(), bytes.as_slice(), encoding_rs::WINDOWS_1252) else { return Ok(()) };
            let mut row = Row::default();
            let mut count = 0;
            while rows.next(&mut row).unwrap_or(false) {
                count += 1;
                prop_assert!(count <= bytes.len());
            }
        }
    }
}
