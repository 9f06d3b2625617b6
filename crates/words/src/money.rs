//! Amounts in minor units with their currency.
use serde::{Deserialize, Serialize};

/// An amount of money; `minor` counts kopecks, tiyn or cents.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Money {
    pub minor: i64,
    /// ISO 4217.
    pub currency: String,
}

impl Money {
    pub fn new(minor: i64, currency: impl Into<String>) -> Self {
        Self {
            minor,
            currency: currency.into(),
        }
    }

    /// The amount as people write it: thin groups of three, a comma before the minor part, no minor part when it is zero.
    pub fn amount(&self) -> String {
        let (sign, digits) = (if self.minor < 0 { "−" } else { "" }, self.minor.unsigned_abs());
        let whole = (digits / 100).to_string();
        let mut grouped = String::new();
        for (i, c) in whole.chars().enumerate() {
            if i > 0 && (whole.len() - i) % 3 == 0 {
                grouped.push('\u{a0}');
            }
            grouped.push(c);
        }
        match digits % 100 {
            0 => format!("{sign}{grouped}"),
            minor => format!("{sign}{grouped},{minor:02}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Money;

    #[test]
    fn amounts_are_grouped_and_signed() {
        assert_eq!(Money::new(123_456_700, "KZT").amount(), "1\u{a0}234\u{a0}567");
        assert_eq!(Money::new(-1_05, "UAH").amount(), "−1,05");
        assert_eq!(Money::new(0, "RUB").amount(), "0");
    }
}
