//! The part of an address that names a community.
use std::fmt;
use std::str::FromStr;

/// A community's name in addresses: lower-case Latin letters, digits and single hyphens, 2 to 40 characters, not reserved.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Slug(String);

/// First path segments the instance itself answers; no community may take them.
pub const RESERVED_SLUGS: [&str; 21] = [
    "account",
    "admin",
    "api",
    "assets",
    "data",
    "design",
    "desk",
    "favicon",
    "feeds",
    "healthz",
    "invitation",
    "metrics",
    "permissions",
    "preferences",
    "readyz",
    "robots",
    "search",
    "sign-in",
    "sign-out",
    "sitemap",
    "static",
];

/// Why a text is no slug.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SlugError {
    #[error("use 2 to 40 lower-case Latin letters, digits and single hyphens, beginning with a letter")]
    Malformed,
    #[error("this name is reserved for Kolo's own pages")]
    Reserved,
}

impl Slug {
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for Slug {
    type Err = SlugError;
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let well_formed = (2..=40).contains(&text.len())
            && text.starts_with(|c: char| c.is_ascii_lowercase())
            && !text.ends_with('-')
            && !text.contains("--")
            && text.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-');
        if !well_formed {
            return Err(SlugError::Malformed);
        }
        if RESERVED_SLUGS.contains(&text) {
            return Err(SlugError::Reserved);
        }
        Ok(Self(text.to_owned()))
    }
}

impl fmt::Display for Slug {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_kept_clean() {
        assert!("east-kazakhstan".parse::<Slug>().is_ok());
        for bad in ["a", "Megion", "-a", "a--b", "ab-", "мегион", "1st", &"a".repeat(41)] {
            assert_eq!(bad.parse::<Slug>(), Err(SlugError::Malformed), "{bad}");
        }
        assert_eq!("api".parse::<Slug>(), Err(SlugError::Reserved));
    }
}
