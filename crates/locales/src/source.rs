//! Reading sources as far as finding words in them needs it: which files there are, and what in them is a comment.
//!
//! The checks of the house (`xtask tidy`) read sources the same way.
use std::path::Path;

/// The texts of all files below `folder` that `wanted` picks, with their paths relative to `root`, in a stable order. Files that are not text are passed over.
pub(crate) fn texts(root: &Path, folder: &Path, wanted: impl Fn(&Path) -> bool) -> Vec<(String, String)> {
    let (mut open, mut texts) = (vec![folder.to_path_buf()], Vec::new());
    while let Some(folder) = open.pop() {
        let Ok(entries) = std::fs::read_dir(&folder) else { continue };
        for path in entries.flatten().map(|entry| entry.path()) {
            if path.is_dir() {
                open.push(path);
            } else if wanted(&path)
                && let Ok(text) = std::fs::read_to_string(&path)
            {
                let relative = path.strip_prefix(root).unwrap_or(&path).to_string_lossy().replace('\\', "/");
                texts.push((relative, text));
            }
        }
    }
    texts.sort();
    texts
}

/// Rust source with its comments blanked, lines and columns kept, up to its unit tests: what a test names need not exist.
pub fn rust_without_comments(source: &str) -> String {
    let source = before_tests(source);
    let bytes = source.as_bytes();
    let mut clean = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        let rest = bytes.get(at..).unwrap_or_default();
        let length = match byte {
            b'/' if rest.starts_with(b"//") => {
                let length = rest.iter().position(|&byte| byte == b'\n').unwrap_or(rest.len());
                blank(&mut clean, rest, length);
                at += length;
                continue;
            }
            b'/' if rest.starts_with(b"/*") => {
                let length = block_comment(rest);
                blank(&mut clean, rest, length);
                at += length;
                continue;
            }
            b'"' => text_literal(rest),
            b'r' if !clean.last().is_some_and(|&before| before == b'_' || before.is_ascii_alphanumeric()) => raw_literal(rest).unwrap_or(1),
            // `'"'` and `'\''` are letters, `'a` before anything else is a lifetime.
            b'\'' if rest.get(1) == Some(&b'\\') => rest.iter().skip(3).position(|&byte| byte == b'\'').map_or(1, |end| end + 4),
            b'\'' if rest.get(2) == Some(&b'\'') => 3,
            _ => 1,
        };
        clean.extend(rest.iter().take(length));
        at += length.max(1);
    }
    String::from_utf8_lossy(&clean).into_owned()
}

fn before_tests(source: &str) -> &str {
    let mut from = 0;
    while let Some(found) = source.get(from..).and_then(|rest| rest.find("#[cfg(test)]")) {
        let at = from + found;
        let after = source.get(at + "#[cfg(test)]".len()..).unwrap_or_default().trim_start();
        // `mod tests;` is another file; only a module written here ends the part that ships.
        let is_written_here = after.starts_with("mod ")
            && after
                .find(['{', ';'])
                .is_some_and(|end| after.get(end..).is_some_and(|rest| rest.starts_with('{')));
        if is_written_here {
            return source.get(..at).unwrap_or(source);
        }
        from = at + 1;
    }
    source
}

fn blank(clean: &mut Vec<u8>, rest: &[u8], length: usize) {
    clean.extend(rest.iter().take(length).map(|&byte| if byte == b'\n' { b'\n' } else { b' ' }));
}

fn block_comment(rest: &[u8]) -> usize {
    let (mut depth, mut at) = (0_usize, 0);
    while at < rest.len() {
        let here = rest.get(at..).unwrap_or_default();
        if here.starts_with(b"/*") {
            depth += 1;
            at += 2;
        } else if here.starts_with(b"*/") {
            depth = depth.saturating_sub(1);
            at += 2;
            if depth == 0 {
                return at;
            }
        } else {
            at += 1;
        }
    }
    rest.len()
}

fn text_literal(rest: &[u8]) -> usize {
    let mut at = 1;
    while let Some(&byte) = rest.get(at) {
        match byte {
            b'\\' => at += 2,
            b'"' => return at + 1,
            _ => at += 1,
        }
    }
    rest.len()
}

/// `r"…"` and `r#"…"#`; `None` when the `r` begins a name.
fn raw_literal(rest: &[u8]) -> Option<usize> {
    let hashes = rest.iter().skip(1).take_while(|&&byte| byte == b'#').count();
    if rest.get(1 + hashes) != Some(&b'"') {
        return None;
    }
    let end: Vec<u8> = std::iter::once(b'"').chain(std::iter::repeat_n(b'#', hashes)).collect();
    let body = rest.get(hashes + 2..)?;
    let length = body.windows(end.len()).position(|window| window == end)?;
    Some(hashes + 2 + length + end.len())
}

/// The end of a balanced `(…)` whose opening bracket stands at `open`; quoted brackets do not count.
pub(crate) fn closing(text: &str, open: usize) -> Option<usize> {
    let (bytes, mut depth, mut at) = (text.as_bytes(), 0_usize, open);
    while let Some(&byte) = bytes.get(at) {
        match byte {
            b'"' => {
                at += text_literal(bytes.get(at..)?);
                continue;
            }
            b'(' => depth += 1,
            b')' => {
                depth = depth.checked_sub(1)?;
                if depth == 0 {
                    return Some(at);
                }
            }
            _ => {}
        }
        at += 1;
    }
    None
}

/// The line, counted from one, in which the byte `at` stands.
pub fn line_at(text: &str, at: usize) -> usize {
    text.get(..at).map_or(1, |before| before.matches('\n').count() + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_vanish_and_quoted_slashes_stay() {
        let source =
            "let a = \"http://x\"; // \"gone\"\n/* a /* nested */ one */ let b = r#\"// \"stays\"\"#; let c = '\"'; fn f<'a>() {} // x";
        let clean = rust_without_comments(source);
        assert!(clean.contains("\"http://x\""), "{clean}");
        assert!(clean.contains("// \"stays\""), "{clean}");
        assert!(!clean.contains("gone") && !clean.contains("nested"), "{clean}");
        assert!(clean.contains("fn f<'a>() {}"), "{clean}");
        assert_eq!(clean.len(), source.len());
    }

    #[test]
    fn unit_tests_are_not_part_of_what_ships() {
        assert_eq!(rust_without_comments("a();\n#[cfg(test)]\nmod tests { b(); }"), "a();\n");
        let other = "#[cfg(test)]\nmod fixtures;\nb();";
        assert_eq!(rust_without_comments(other), other);
    }

    #[test]
    fn a_bracket_in_quotes_closes_nothing() {
        let text = "(\")\", f(x)) rest";
        assert_eq!(closing(text, 0), Some(10));
        assert_eq!(closing("(never", 0), None);
    }
}
