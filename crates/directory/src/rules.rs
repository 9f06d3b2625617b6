//! What is allowed in the directory, when and to whom: pure functions.
pub mod identifiers;

use crate::model::Status;
use jiff::civil::Date;
use kolo_platform::Refusal;

/// Somebody else saved the record while it was being edited.
pub const EDITED_MEANWHILE: Refusal = Refusal::new("directory-refused-edited-meanwhile");
/// The organization still has services or programs.
pub const HAS_SERVICES: Refusal = Refusal::new("directory-refused-has-services");

/// A report says nothing.
pub const REPORT_EMPTY: Refusal = Refusal::new("directory-refused-report-empty");
/// A report, or the address for an answer, is longer than anybody needs.
pub const REPORT_TOO_LONG: Refusal = Refusal::new("directory-refused-report-too-long");

/// Characters of a report, and of the address for an answer.
pub const LONGEST_REPORT: usize = 2_000;
const LONGEST_CONTACT: usize = 200;

/// An edit of version `edited` may be saved over version `stored`; nought says that the editor did not look, as imports do.
pub fn may_overwrite(stored: i64, edited: i64) -> Result<(), Refusal> {
    if edited == 0 || edited == stored {
        Ok(())
    } else {
        Err(EDITED_MEANWHILE)
    }
}

/// An organization may go when nothing is left for which it answers.
pub fn may_remove_organization(services: u64, programs: u64) -> Result<(), Refusal> {
    if services == 0 && programs == 0 {
        Ok(())
    } else {
        Err(HAS_SERVICES)
    }
}

/// Whether a service costs nothing, by the amounts of its prices: one that costs something is not free, and a price told
/// only in words tells nothing.
pub fn is_free(amounts: impl IntoIterator<Item = Option<i64>>) -> Option<bool> {
    amounts.into_iter().fold(None, |known, amount| match (known, amount) {
        (Some(false), _) => Some(false),
        (_, Some(amount)) => Some(amount == 0),
        (known, None) => known,
    })
}

/// A visitor's report as it is kept: trimmed, not empty, not endless; an answer is wanted when there is an address for it.
pub fn report(text: &str, contact: Option<&str>) -> Result<(String, Option<String>), Refusal> {
    let (text, contact) = (text.trim(), contact.map(str::trim).filter(|contact| !contact.is_empty()));
    if text.is_empty() {
        return Err(REPORT_EMPTY);
    }
    if text.chars().count() > LONGEST_REPORT || contact.is_some_and(|contact| contact.chars().count() > LONGEST_CONTACT) {
        return Err(REPORT_TOO_LONG);
    }
    Ok((text.to_owned(), contact.map(str::to_owned)))
}

/// Whether a folded question that found nothing tells the coordinator anything: words, and neither a number nor a mail
/// address of somebody.
pub fn is_worth_noting(question: &str) -> bool {
    let length = question.chars().count();
    let digits = question.chars().filter(char::is_ascii_digit).count();
    (2..=100).contains(&length) && digits < 5 && !question.contains('@') && question.chars().any(char::is_alphabetic)
}

/// Half a year after a check an entry begins to be trusted less, and after two years no less than one that was never checked.
const FRESH_DAYS: i32 = 182;
const STALE_DAYS: i32 = 730;
const STALE: f32 = 0.8;
/// Open entries come before those that are closed for a while.
const CLOSED: f32 = 0.6;

/// How much an entry weighs among others that fit a question as well.
pub fn trust(verified_on: Option<Date>, today: Date, status: Status) -> f32 {
    let days = verified_on
        .and_then(|day| today.since(day).ok())
        .map_or(STALE_DAYS, |since| since.get_days());
    let stale = f32::from(i16::try_from(days.clamp(FRESH_DAYS, STALE_DAYS) - FRESH_DAYS).unwrap_or(i16::MAX));
    let span = f32::from(i16::try_from(STALE_DAYS - FRESH_DAYS).unwrap_or(i16::MAX));
    let checked = 1.0 - (1.0 - STALE) * stale / span;
    if status == Status::Active { checked } else { checked * CLOSED }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;
    use proptest::prelude::*;

    #[test]
    fn an_edit_of_an_old_version_is_refused() {
        assert_eq!(may_overwrite(3, 2), Err(EDITED_MEANWHILE));
        assert_eq!((may_overwrite(3, 3), may_overwrite(3, 0)), (Ok(()), Ok(())));
    }

    #[test]
    fn an_organization_goes_last() {
        assert_eq!(may_remove_organization(1, 0), Err(HAS_SERVICES));
        assert_eq!(may_remove_organization(0, 1), Err(HAS_SERVICES));
        assert_eq!(may_remove_organization(0, 0), Ok(()));
    }

    #[test]
    fn free_means_that_every_known_price_is_nought() {
        assert_eq!(is_free([]), None);
        assert_eq!(is_free([None]), None);
        assert_eq!(is_free([Some(0), None]), Some(true));
        assert_eq!(is_free([Some(0), Some(500)]), Some(false));
        assert_eq!(is_free([Some(500), Some(0)]), Some(false));
    }

    #[test]
    fn a_report_says_something_and_comes_to_an_end() {
        assert_eq!(report("  ", None), Err(REPORT_EMPTY));
        assert_eq!(report(&"я".repeat(2_001), None), Err(REPORT_TOO_LONG));
        assert_eq!(report(" Зачинено ", Some("  ")), Ok(("Зачинено".to_owned(), None)));
        assert_eq!(
            report(&"я".repeat(2_000), Some("a@b")),
            Ok(("я".repeat(2_000), Some("a@b".to_owned())))
        );
    }

    #[test]
    fn numbers_and_mail_addresses_of_people_are_not_noted() {
        assert!(is_worth_noting("перукар для собак") && is_worth_noting("форма 1024"));
        for personal in ["+380 44 000 00 00", "anna@example.org", "112", "я", ""] {
            assert!(!is_worth_noting(personal), "{personal}");
        }
    }

    #[test]
    fn a_fresh_check_weighs_most_and_a_closed_door_least() {
        let today = date(2026, 9, 7);
        let is = |weight: f32, expected: f32| (weight - expected).abs() < f32::EPSILON;
        assert!(is(trust(Some(date(2026, 9, 1)), today, Status::Active), 1.0));
        assert!(is(trust(None, today, Status::Active), STALE));
        assert!(is(trust(Some(date(2020, 1, 1)), today, Status::Active), STALE));
        assert!(trust(Some(today), today, Status::TemporarilyClosed) < trust(None, today, Status::Active));
    }

    proptest! {
        #[test]
        fn trust_never_grows_with_age(a in 0i32..2_000, b in 0i32..2_000) {
            let today = date(2026, 9, 7);
            let ago = |days: i32| trust(Some(today.saturating_sub(jiff::Span::new().days(days))), today, Status::Active);
            let (young, old) = (ago(a.min(b)), ago(a.max(b)));
            prop_assert!(young >= old && (STALE..=1.0).contains(&old));
        }
    }
}
