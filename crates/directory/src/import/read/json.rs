//! Records out of JSON: one object, a list, a page of an API with its `contents`, or one object a line.
//!
//! The text is cut into records without being kept: however long the file, only one record is in memory.
use super::super::limits::MAX_RECORD;
use super::super::problem::Stop;
use kolo_words::Message;
use std::io::{BufRead, BufReader, Read};
use std::sync::Arc;

/// Where a page of an API keeps its records: the standard's word, and those of its forerunners.
const LISTS: [&[u8]; 4] = [b"contents", b"content", b"items", b"results"];

/// Cuts a text into records.
#[derive(Debug)]
pub(super) struct Pieces<R> {
    input: BufReader<R>,
    file: Arc<str>,
    line: u64,
    is_in_list: bool,
    is_in_page: bool,
    /// The first object stood on a line of its own, so every line is one.
    is_by_line: Option<bool>,
    /// Objects still open behind the list of a page.
    tail: usize,
    tail_text: Text,
}

/// Where one record begins, and why it cannot be read, if so.
#[derive(Debug)]
pub(super) struct Piece {
    pub line: u64,
    pub fault: Option<Message>,
}

/// Whether one is inside a text in quotation marks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Text {
    #[default]
    Outside,
    Inside,
    Escaped,
}

impl Text {
    fn step(&mut self, byte: u8) -> bool {
        let before = *self;
        *self = match (before, byte) {
            (Self::Outside, b'"') | (Self::Escaped, _) => Self::Inside,
            (Self::Inside, b'\\') => Self::Escaped,
            (Self::Inside, b'"') => Self::Outside,
            (state, _) => state,
        };
        before != Self::Outside || *self != Self::Outside
    }
}

/// What is known of the object being cut out.
#[derive(Debug, Default)]
struct Cut {
    is_open: bool,
    line: u64,
    depth: usize,
    text: Text,
    is_bare: bool,
    is_too_long: bool,
    has_lines: bool,
    /// The last text right inside the object, and the name it turned out to be.
    said: Vec<u8>,
    name: Vec<u8>,
}

impl<R: Read> Pieces<R> {
    pub(super) fn new(file: Arc<str>, input: R) -> Self {
        Self {
            input: BufReader::with_capacity(1 << 16, input),
            file,
            line: 1,
            is_in_list: false,
            is_in_page: false,
            is_by_line: None,
            tail: 0,
            tail_text: Text::Outside,
        }
    }

    /// Puts the next record into `text`; nothing when the file has ended where it should.
    pub(super) fn next(&mut self, text: &mut Vec<u8>) -> Result<Option<Piece>, Stop> {
        text.clear();
        let mut cut = Cut::default();
        loop {
            let chunk = self.input.fill_buf().map_err(|error| Stop::from_io(&self.file, &error))?;
            if chunk.is_empty() {
                return self.end(&cut);
            }
            let (mut used, mut done) = (0, false);
            for &byte in chunk {
                let is_newline = byte == b'\n';
                // A closing bracket ends a bare value and is not part of it.
                if cut.is_open && cut.is_bare && matches!(byte, b'\n' | b',' | b']') {
                    done = true;
                    break;
                }
                used += 1;
                self.line += u64::from(is_newline);
                if self.tail > 0 {
                    skip(byte, &mut self.tail, &mut self.tail_text);
                    continue;
                }
                if !cut.is_open {
                    match byte {
                        b' ' | b'\t' | b'\r' | b'\n' | b',' | 0x1e | 0xef | 0xbb | 0xbf => {}
                        b'[' if !self.is_in_list => self.is_in_list = true,
                        b']' if self.is_in_list => {
                            self.is_in_list = false;
                            self.tail = usize::from(std::mem::take(&mut self.is_in_page));
                        }
                        _ => {
                            cut = Cut {
                                is_open: true,
                                line: self.line,
                                is_bare: !matches!(byte, b'{' | b'['),
                                ..Cut::default()
                            };
                            cut.depth = usize::from(!cut.is_bare);
                            text.push(byte);
                        }
                    }
                    continue;
                }
                if is_newline {
                    cut.has_lines = true;
                    if self.is_by_line == Some(true) {
                        done = true;
                        break;
                    }
                }
                if !self.is_in_list && self.is_by_line.is_none() && cut.is_page(byte) {
                    (self.is_in_list, self.is_in_page) = (true, true);
                    text.clear();
                    cut = Cut::default();
                    continue;
                }
                if text.len() < MAX_RECORD {
                    text.push(byte);
                } else {
                    cut.is_too_long = true;
                }
                if cut.closes(byte) {
                    done = true;
                    break;
                }
            }
            self.input.consume(used);
            if done {
                if !self.is_in_list && self.is_by_line.is_none() {
                    self.is_by_line = Some(!cut.has_lines);
                }
                let fault = cut.is_too_long.then(|| Message::new("import-row-too-long"));
                return Ok(Some(Piece { line: cut.line, fault }));
            }
        }
    }

    fn end(&self, cut: &Cut) -> Result<Option<Piece>, Stop> {
        if (cut.is_open && !cut.is_bare) || self.is_in_list || self.tail > 0 {
            let message = Message::new("import-refused-truncated")
                .with("file", &*self.file)
                .with("line", self.line);
            return Err(Stop::new(message));
        }
        Ok(cut.is_open.then_some(Piece {
            line: cut.line,
            fault: None,
        }))
    }
}

impl Cut {
    /// Follows the names right inside the object; true when the byte opens the list of a page.
    fn is_page(&mut self, byte: u8) -> bool {
        if self.depth != 1 || self.is_bare {
            return false;
        }
        match (self.text, byte) {
            (Text::Outside, b'"') => self.said.clear(),
            (Text::Inside, byte) if byte != b'"' && self.said.len() < 16 => self.said.push(byte),
            (Text::Outside, b':') => self.name = std::mem::take(&mut self.said),
            (Text::Outside, b',') => self.name.clear(),
            (Text::Outside, b'[') => return LISTS.contains(&self.name.as_slice()),
            _ => {}
        }
        false
    }

    /// Follows the brackets; true when the byte closes the object.
    fn closes(&mut self, byte: u8) -> bool {
        if self.text.step(byte) {
            return false;
        }
        match byte {
            b'{' | b'[' => self.depth += 1,
            b'}' | b']' => self.depth = self.depth.saturating_sub(1),
            _ => return false,
        }
        self.depth == 0
    }
}

fn skip(byte: u8, depth: &mut usize, text: &mut Text) {
    if text.step(byte) {
        return;
    }
    match byte {
        b'{' | b'[' => *depth += 1,
        b'}' | b']' => *depth -= 1,
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn pieces(text: &str) -> Result<Vec<(u64, String)>, Stop> {
        let mut pieces = Pieces::new("x.json".into(), text.as_bytes());
        let (mut all, mut buffer) = (Vec::new(), Vec::new());
        while let Some(piece) = pieces.next(&mut buffer)? {
            all.push((piece.line, String::from_utf8_lossy(&buffer).into_owned()));
        }
        Ok(all)
    }

    #[test]
    fn every_way_of_writing_records_gives_the_same_records() {
        let records = vec![
            (1, r#"{"id":"1","name":"a]\"}"}"#.to_owned()),
            (2, r#"{"id":"2","phones":[{"x":1}]}"#.to_owned()),
        ];
        let [one, two] = [&records[0].1, &records[1].1];
        assert_eq!(pieces(&format!("{one}\n{two}\n")).unwrap(), records);
        assert_eq!(pieces(&format!("{one}\n{two}")).unwrap(), records);
        assert_eq!(pieces(&format!("[{one},\n{two}]")).unwrap(), records);
        let page = format!("{{\"total_items\":2,\"x\":{{\"contents\":[1]}},\"contents\":[{one},\n{two}],\"size\":[2]}}");
        assert_eq!(pieces(&page).unwrap(), records);
        assert_eq!(pieces(one).unwrap(), records[..1]);
        assert_eq!(pieces("\u{feff}{\n\"id\":1\n}").unwrap(), [(1, "{\n\"id\":1\n}".to_owned())]);
        assert_eq!(pieces(" [ ] ").unwrap(), []);
    }

    #[test]
    fn a_broken_line_does_not_take_its_neighbours_along() {
        let found = pieces("{\"id\":1}\n{\"id\":2,\n{\"id\":3}\noops\n{\"id\":4}\n").unwrap();
        let lines: Vec<_> = found.iter().map(|(line, text)| (*line, text.as_str())).collect();
        assert_eq!(
            lines,
            [
                (1, "{\"id\":1}"),
                (2, "{\"id\":2,"),
                (3, "{\"id\":3}"),
                (4, "oops"),
                (5, "{\"id\":4}")
            ]
        );
    }

    #[test]
    fn a_file_that_ends_in_the_middle_is_refused_as_a_whole() {
        for text in ["[{\"id\":1}", "{\"id\":1}\n{\"id\":", "{\"contents\":[{\"id\":1}]", "{\"a\":[{}"] {
            assert_eq!(pieces(text).unwrap_err().0.key, "import-refused-truncated", "{text}");
        }
    }

    proptest! {
        #[test]
        fn no_bytes_make_it_stumble(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
            let mut pieces = Pieces::new("x".into(), bytes.as_slice());
            let mut buffer = Vec::new();
            while let Ok(Some(_)) = pieces.next(&mut buffer) {}
        }

        #[test]
        fn brackets_and_quotes_make_it_stumble_no_more(text in "[\\[\\]{}\",:\\\\\n a1]{0,200}") {
            let mut pieces = Pieces::new("x".into(), text.as_bytes());
            let mut buffer = Vec::new();
            let mut count = 0;
            while let Ok(Some(_)) = pieces.next(&mut buffer) {
                count += 1;
                prop_assert!(count <= text.len());
            }
        }
    }
}
