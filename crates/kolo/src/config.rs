//! What is in force and where it came from: flags, then environment, then `kolo.toml`, then defaults.
use anyhow::{Context, Result, bail};
use clap::Args;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// Flags every command understands.
#[derive(Args, Clone, Debug, Default)]
pub(crate) struct Flags {
    /// Folder that holds everything of the instance: database, index, files, master key
    #[arg(long, global = true, value_name = "DIR")]
    pub(crate) data: Option<PathBuf>,
    /// Database address: postgres://user:password@host/name; without it, SQLite in the data folder
    #[arg(long, global = true, value_name = "URL")]
    pub(crate) database: Option<String>,
    /// Address people use, such as <https://help.example.org>, for links in letters and feeds
    #[arg(long, global = true, value_name = "URL")]
    pub(crate) public_url: Option<String>,
}

/// Names of settings, what they are for and their defaults.
const SETTINGS: [(&str, &str); 12] = [
    ("data", "kolo-data"),
    ("database", ""),
    ("listen", "127.0.0.1:8080"),
    ("public_url", ""),
    ("behind_proxy", "false"),
    ("reads_per_minute", "600"),
    ("smtp", ""),
    ("mail_from", "kolo@localhost"),
    ("tiles", ""),
    ("tiles_attribution", ""),
    ("log", "info"),
    ("log_format", "text"),
];

/// Where a value came from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Origin {
    Flag,
    Environment,
    File,
    Default,
}

/// The configuration in force.
#[derive(Clone, Debug)]
pub(crate) struct Settings(BTreeMap<&'static str, (String, Origin)>);

impl Settings {
    /// Gathers the values; `listen` is the flag of the commands that serve.
    pub(crate) fn gather(flags: &Flags, listen: Option<&str>) -> Result<Self> {
        let path = |p: &PathBuf| p.display().to_string();
        let given = BTreeMap::from([
            ("data", flags.data.as_ref().map(path)),
            ("database", flags.database.clone()),
            ("public_url", flags.public_url.clone()),
            ("listen", listen.map(str::to_owned)),
        ]);
        let environment = |name: &str| {
            std::env::var(format!("KOLO_{}", name.to_uppercase()))
                .ok()
                .filter(|v| !v.is_empty())
        };
        let data = given["data"]
            .clone()
            .or_else(|| environment("data"))
            .unwrap_or_else(|| "kolo-data".to_owned());
        let file = read_file(&Path::new(&data).join("kolo.toml"))?;
        let mut settings = BTreeMap::new();
        for (name, default) in SETTINGS {
            let value = if let Some(value) = given.get(name).cloned().flatten() {
                (value, Origin::Flag)
            } else if let Some(value) = environment(name) {
                (value, Origin::Environment)
            } else if let Some(value) = file.get(name) {
                (value.clone(), Origin::File)
            } else {
                (default.to_owned(), Origin::Default)
            };
            settings.insert(name, value);
        }
        Ok(Self(settings))
    }

    pub(crate) fn get(&self, name: &str) -> &str {
        self.0.get(name).map_or("", |(value, _)| value)
    }

    pub(crate) fn data(&self) -> PathBuf {
        PathBuf::from(self.get("data"))
    }

    pub(crate) fn is_on(&self, name: &str) -> bool {
        matches!(self.get(name), "true" | "yes" | "on" | "1")
    }

    /// One readable line a setting; passwords in addresses are covered.
    pub(crate) fn lines(&self) -> Vec<String> {
        let origin = |origin: Origin| match origin {
            Origin::Flag => "flag",
            Origin::Environment => "environment",
            Origin::File => "kolo.toml",
            Origin::Default => "default",
        };
        self.0
            .iter()
            .map(|(name, (value, from))| format!("{name:<18} {:<40} ({})", covered(value), origin(*from)))
            .collect()
    }

    /// What the platform needs of it.
    pub(crate) fn platform(&self) -> kolo_platform::Config {
        kolo_platform::Config {
            public_url: self.get("public_url").trim_end_matches('/').to_owned(),
            listen: self.get("listen").to_owned(),
            reads_per_minute: self.get("reads_per_minute").parse().unwrap_or_default(),
            is_behind_proxy: self.is_on("behind_proxy"),
            tiles: self.get("tiles").to_owned(),
            tiles_attribution: self.get("tiles_attribution").to_owned(),
        }
    }
}

fn covered(value: &str) -> String {
    let Some((scheme, rest)) = value.split_once("://") else {
        return value.to_owned();
    };
    match rest
        .split_once('@')
        .and_then(|(user, host)| user.split_once(':').map(|(name, _)| (name, host)))
    {
        Some((name, host)) => format!("{scheme}://{name}:***@{host}"),
        None => value.to_owned(),
    }
}

fn read_file(path: &Path) -> Result<BTreeMap<String, String>> {
    let text = match std::fs::read_to_string(path) {
        Ok(text) => text,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(BTreeMap::new()),
        Err(error) => return Err(error).with_context(|| format!("reading {}", path.display())),
    };
    let table: toml::Table = text.parse().with_context(|| format!("{} is not TOML", path.display()))?;
    let mut values = BTreeMap::new();
    for (name, value) in table {
        if !SETTINGS.iter().any(|(known, _)| *known == name) {
            let known: Vec<_> = SETTINGS.iter().map(|(known, _)| *known).collect();
            bail!(
                "{}: there is no setting `{name}`; settings are {}",
                path.display(),
                known.join(", ")
            );
        }
        let value = match value {
            toml::Value::String(text) => text,
            other => other.to_string(),
        };
        values.insert(name, value);
    }
    Ok(values)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn flags_win_over_the_file_and_the_file_over_defaults() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(
            folder.path().join("kolo.toml"),
            "listen = \"0.0.0.0:80\"\nbehind_proxy = true\npublic_url = \"https://a.example/\"",
        )
        .unwrap();
        let flags = Flags {
            data: Some(folder.path().to_owned()),
            ..Flags::default()
        };
        let settings = Settings::gather(&flags, None).unwrap();
        assert_eq!(settings.get("listen"), "0.0.0.0:80");
        assert!(settings.platform().is_behind_proxy);
        assert_eq!(settings.platform().public_url, "https://a.example");
        assert_eq!(Settings::gather(&flags, Some("127.0.0.1:1")).unwrap().get("listen"), "127.0.0.1:1");
        assert_eq!(settings.get("log"), "info");
    }

    #[test]
    fn a_misspelt_setting_is_named() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("kolo.toml"), "lisen = \"x\"").unwrap();
        let flags = Flags {
            data: Some(folder.path().to_owned()),
            ..Flags::default()
        };
        assert!(Settings::gather(&flags, None).unwrap_err().to_string().contains("`lisen`"));
    }

    #[test]
    fn passwords_are_covered() {
        assert_eq!(covered("postgres://kolo:secret@db/kolo"), "postgres://kolo:***@db/kolo");
        assert_eq!(covered("postgres://db/kolo"), "postgres://db/kolo");
    }
}
