//! Numbers of public registers and their check digits.
//!
//! A check digit catches slips of the hand. What each of them catches is stated, and proved by a test:
//! * every scheme refuses every change of a check digit itself;
//! * `UA-EDR`, `RU-OGRN`, `RU-INN`, `KZ-BIN` miss a changed digit only where the remainder before and after the change
//!   is written with the same digit, or where the change moves the number to the other weights;
//! * `KZ-BIN` does not protect its eleventh digit: the weight there is 11 and the remainder is one of 11.
use kolo_words::Message;
use std::borrow::Cow;

/// The register a number is from, as far as its check digit is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scheme {
    /// ЄДРПОУ: the Ukrainian register of organizations, 8 digits.
    UaEdr,
    /// ОГРН of organizations, 13 digits, or ОГРНИП of sole traders, 15.
    RuOgrn,
    /// ИНН: 10 digits of organizations, 12 of persons.
    RuInn,
    /// БИН: Kazakhstan's business number, 12 digits.
    KzBin,
}

/// Why a number cannot be right.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// Something else than digits in it.
    NotDigits,
    /// As many digits as no number of this register has.
    WrongLength,
    /// The digits do not belong together: one was mistyped.
    WrongCheckDigit,
}

impl Fault {
    /// What is said to whoever wrote the number.
    pub const fn message(self) -> Message {
        match self {
            Self::NotDigits => Message::new("directory-refused-identifier-not-digits"),
            Self::WrongLength => Message::new("directory-refused-identifier-wrong-length"),
            Self::WrongCheckDigit => Message::new("directory-refused-identifier-check-digit"),
        }
    }
}

impl Scheme {
    /// Every register whose numbers we can check.
    pub const ALL: [Self; 4] = [Self::UaEdr, Self::RuOgrn, Self::RuInn, Self::KzBin];

    /// The register's code, as org-id.guide writes it.
    pub const fn code(self) -> &'static str {
        match self {
            Self::UaEdr => "UA-EDR",
            Self::RuOgrn => "RU-OGRN",
            Self::RuInn => "RU-INN",
            Self::KzBin => "KZ-BIN",
        }
    }

    /// What people call the number where it is used.
    pub const fn name(self) -> &'static str {
        match self {
            Self::UaEdr => "ЄДРПОУ",
            Self::RuOgrn => "ОГРН",
            Self::RuInn => "ИНН",
            Self::KzBin => "БИН",
        }
    }

    /// The register of this code.
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|scheme| scheme.code().eq_ignore_ascii_case(code.trim()))
    }
}

/// The number as it is stored, if it can be right. Numbers of registers we do not know are only trimmed.
pub fn check<'a>(scheme: Option<&str>, identifier: &'a str) -> Result<Cow<'a, str>, Fault> {
    match scheme.and_then(Scheme::parse) {
        Some(scheme) => check_number(scheme, identifier).map(Cow::Owned),
        None => Ok(Cow::Borrowed(identifier.trim())),
    }
}

/// The number without spaces and hyphens, if its digits belong together.
pub fn check_number(scheme: Scheme, identifier: &str) -> Result<String, Fault> {
    let written: String = identifier.chars().filter(|c| !c.is_whitespace() && *c != '-').collect();
    if written.is_empty() || !written.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(Fault::NotDigits);
    }
    let digits: Vec<u64> = written.bytes().map(|byte| u64::from(byte - b'0')).collect();
    let is_right = match (scheme, digits.as_slice()) {
        (Scheme::UaEdr, [body @ .., check]) if body.len() == 7 => edr(body) == *check,
        (Scheme::RuOgrn, [body @ .., check]) if body.len() == 12 => number(body) % 11 % 10 == *check,
        (Scheme::RuOgrn, [body @ .., check]) if body.len() == 14 => number(body) % 13 % 10 == *check,
        (Scheme::RuInn, [body @ .., check]) if body.len() == 9 => inn(body) == *check,
        (Scheme::RuInn, [body @ .., first, second]) if body.len() == 10 => {
            inn(body) == *first && inn(&[body, &[*first]].concat()) == *second
        }
        (Scheme::KzBin, [body @ .., check]) if body.len() == 11 => bin(body) == Some(*check),
        _ => return Err(Fault::WrongLength),
    };
    if is_right { Ok(written) } else { Err(Fault::WrongCheckDigit) }
}

fn number(digits: &[u64]) -> u64 {
    digits.iter().fold(0, |number, digit| number * 10 + digit)
}

fn weighted(digits: &[u64], weights: &[u64]) -> u64 {
    digits.iter().zip(weights).map(|(digit, weight)| digit * weight).sum::<u64>() % 11
}

/// Two sets of weights, because a remainder of ten cannot be written with one digit; ten twice is written as nought.
fn edr(body: &[u64]) -> u64 {
    // The check digit itself does not move a number across these borders, so the first seven digits suffice.
    let in_the_middle = (3_000_000..6_000_000).contains(&number(body));
    let weights: [u64; 7] = if in_the_middle {
        [7, 1, 2, 3, 4, 5, 6]
    } else {
        [1, 2, 3, 4, 5, 6, 7]
    };
    match weighted(body, &weights) {
        10 => weighted(body, &weights.map(|weight| weight + 2)) % 10,
        remainder => remainder,
    }
}

/// The weights stand at the end of one row: two more digits begin two weights earlier.
fn inn(body: &[u64]) -> u64 {
    const WEIGHTS: [u64; 11] = [3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8];
    let (_, weights) = WEIGHTS.split_at(WEIGHTS.len() - body.len().min(WEIGHTS.len()));
    weighted(body, weights) % 10
}

/// Numbers whose remainder is ten with both sets of weights are never given out.
fn bin(body: &[u64]) -> Option<u64> {
    const FIRST: [u64; 11] = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11];
    const SECOND: [u64; 11] = [3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2];
    [FIRST, SECOND]
        .iter()
        .map(|weights| weighted(body, weights))
        .find(|remainder| *remainder != 10)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn numbers_that_are_in_use_are_accepted() {
        // Registers publish these: PrivatBank, the National Bank, Naftogaz; Sberbank, Gazprom, Yandex
        // and the specimen of the tax office; Kaspi Bank, KazMunayGas.
        for number in ["14360570", "00032106", "20077720"] {
            assert_eq!(check(Some("UA-EDR"), number).as_deref(), Ok(number));
        }
        for number in ["1027700132195", "1027700070518", "1027700229193"] {
            assert_eq!(check(Some("RU-OGRN"), number).as_deref(), Ok(number));
        }
        for number in ["7707083893", "7736050003", "7736207543", "500100732259"] {
            assert_eq!(check(Some("RU-INN"), number).as_deref(), Ok(number));
        }
        for number in ["971240001315", "020240000555"] {
            assert_eq!(check(Some("KZ-BIN"), number).as_deref(), Ok(number));
        }
    }

    #[test]
    fn a_number_is_stored_as_digits_however_it_was_written() {
        assert_eq!(check(Some("ru-inn"), " 7707 083-893 ").as_deref(), Ok("7707083893"));
        assert_eq!(check(Some("GB-COH"), " 0123 ").as_deref(), Ok("0123"));
        assert_eq!(check(None, "ab-1").as_deref(), Ok("ab-1"));
    }

    #[test]
    fn what_is_wrong_is_named() {
        assert_eq!(check(Some("UA-EDR"), "1436057O"), Err(Fault::NotDigits));
        assert_eq!(check(Some("UA-EDR"), ""), Err(Fault::NotDigits));
        assert_eq!(check(Some("UA-EDR"), "1436057"), Err(Fault::WrongLength));
        assert_eq!(check(Some("RU-OGRN"), "10277001321950"), Err(Fault::WrongLength));
        assert_eq!(check(Some("UA-EDR"), "14360571"), Err(Fault::WrongCheckDigit));
    }

    #[test]
    fn the_eleventh_digit_of_a_bin_is_not_protected() {
        // The remainder is not ten, so only the first weights are used.
        assert!(check_number(Scheme::KzBin, "971240001315").is_ok());
        for eleventh in 0..=9 {
            assert!(check_number(Scheme::KzBin, &format!("9712400013{eleventh}5")).is_ok());
        }
    }

    /// A number of this register, right by construction.
    fn numbers() -> impl Strategy<Value = (Scheme, Vec<u64>)> {
        let body = prop::collection::vec(0_u64..10, 14);
        (body, 0_usize..6).prop_filter_map("a bin that is never given out", |(mut body, which)| {
            let (scheme, length) = match which {
                0 => (Scheme::UaEdr, 7),
                1 => (Scheme::RuOgrn, 12),
                2 => (Scheme::RuOgrn, 14),
                3 => (Scheme::RuInn, 9),
                4 => (Scheme::RuInn, 10),
                _ => (Scheme::KzBin, 11),
            };
            body.truncate(length);
            // Try the endings until one fits: independent of the arithmetic above.
            let endings = if which == 4 { 100 } else { 10 };
            (0..endings).find_map(|ending| {
                let mut whole = body.clone();
                if which == 4 {
                    whole.push(ending / 10);
                }
                whole.push(ending % 10);
                check_number(scheme, &text(&whole)).is_ok().then_some((scheme, whole))
            })
        })
    }

    fn text(digits: &[u64]) -> String {
        digits.iter().map(u64::to_string).collect()
    }

    proptest! {
        #[test]
        fn a_changed_check_digit_is_always_refused((scheme, digits) in numbers(), by in 1_u64..10) {
            let mut changed = digits;
            let last = changed.len() - 1;
            changed[last] = (changed[last] + by) % 10;
            prop_assert_eq!(check_number(scheme, &text(&changed)), Err(Fault::WrongCheckDigit));
        }

        #[test]
        fn a_changed_digit_of_an_ogrn_is_missed_only_when_two_remainders_are_written_alike(
            (scheme, digits) in numbers().prop_filter("only ОГРН", |(scheme, _)| *scheme == Scheme::RuOgrn),
            place in 0_usize..14, by in 1_u64..10,
        ) {
            let mut changed = digits.clone();
            let body = digits.len() - 1;
            let place = place % body;
            changed[place] = (changed[place] + by) % 10;
            let modulus = if body == 12 { 11 } else { 13 };
            let (before, after) = (number(&digits[..body]) % modulus, number(&changed[..body]) % modulus);
            prop_assert_ne!(before, after);
            prop_assert_eq!(check_number(scheme, &text(&changed)).is_ok(), before % 10 == after % 10);
        }
    }

    #[test]
    fn of_a_thousand_slips_nine_hundred_and_eighty_are_caught_in_edr_and_inn() {
        let (mut slips, mut caught) = (0_u32, 0_u32);
        let mut try_all = |scheme: Scheme, digits: &[u64]| {
            for place in 0..digits.len() {
                for by in 1..10 {
                    let mut changed = digits.to_vec();
                    changed[place] = (changed[place] + by) % 10;
                    slips += 1;
                    caught += u32::from(check_number(scheme, &text(&changed)).is_err());
                }
            }
        };
        // A walk over many numbers with a step that shares no factor with 10 or 11.
        for n in (0..9_999_999_u64).step_by(99_991) {
            let body: Vec<u64> = format!("{n:07}").bytes().map(|b| u64::from(b - b'0')).collect();
            try_all(Scheme::UaEdr, &[body.as_slice(), &[edr(&body)]].concat());
            let body: Vec<u64> = format!("77{n:07}").bytes().map(|b| u64::from(b - b'0')).collect();
            try_all(Scheme::RuInn, &[body.as_slice(), &[inn(&body)]].concat());
        }
        assert!(caught * 1000 >= slips * 980, "{caught} of {slips}");
    }
}
