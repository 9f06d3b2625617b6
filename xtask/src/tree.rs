//! The texts of the repository, read once for all checks.
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// Folders that are made, not written.
const MADE: [&str; 7] = [".git", "target", "node_modules", "dist", "kolo-data", "test-results", ".venv"];

/// Every file of the repository that is written by people, by its path from the root.
#[derive(Debug, Default)]
pub struct Tree {
    texts: BTreeMap<String, String>,
    /// All paths, folders (ending in `/`) and files that are not text included.
    paths: BTreeSet<String>,
}

impl Tree {
    /// Reads everything below `root` that is not made by a tool.
    pub fn read(root: &Path) -> Self {
        let mut tree = Self::default();
        let mut open = vec![root.to_path_buf()];
        while let Some(folder) = open.pop() {
            let Ok(entries) = std::fs::read_dir(&folder) else { continue };
            for path in entries.flatten().map(|entry| entry.path()) {
                let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
                let relative = path.strip_prefix(root).unwrap_or(&path).to_string_lossy().replace('\\', "/");
                if path.is_dir() {
                    tree.paths.insert(format!("{relative}/"));
                    if !MADE.contains(&name.as_str()) {
                        open.push(path);
                    }
                } else if name != ".git" {
                    if let Ok(text) = std::fs::read_to_string(&path) {
                        tree.texts.insert(relative.clone(), text);
                    }
                    tree.paths.insert(relative);
                }
            }
        }
        tree
    }

    /// A tree of the given texts.
    pub fn of<'a>(texts: impl IntoIterator<Item = (&'a str, &'a str)>) -> Self {
        let mut tree = Self::default();
        for (path, text) in texts {
            let folders = path.match_indices('/').map(|(at, _)| path.get(..=at).unwrap_or(path).to_owned());
            tree.paths.extend(folders);
            tree.paths.insert(path.to_owned());
            tree.texts.insert(path.to_owned(), text.to_owned());
        }
        tree
    }

    pub fn text(&self, path: &str) -> Option<&str> {
        self.texts.get(path).map(String::as_str)
    }

    /// Path and text of every file whose name ends in one of `endings`.
    pub fn ending<'a>(&'a self, endings: &'a [&str]) -> impl Iterator<Item = (&'a str, &'a str)> {
        self.texts
            .iter()
            .filter(move |(path, _)| endings.iter().any(|ending| path.ends_with(ending)))
            .map(|(path, text)| (path.as_str(), text.as_str()))
    }

    /// Path and text of every text.
    pub fn all(&self) -> impl Iterator<Item = (&str, &str)> {
        self.texts.iter().map(|(path, text)| (path.as_str(), text.as_str()))
    }

    pub fn has(&self, path: &str) -> bool {
        self.paths.contains(path) || self.paths.contains(&format!("{}/", path.trim_end_matches('/')))
    }

    /// Every path, folders ending in `/`.
    pub fn paths(&self) -> impl Iterator<Item = &str> {
        self.paths.iter().map(String::as_str)
    }
}
