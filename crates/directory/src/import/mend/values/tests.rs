use super::*;
use proptest::prelude::*;

fn with<T>(work: impl Fn(&mut Vec<Remark>) -> T) -> (T, Vec<String>) {
    let mut remarks = Vec::new();
    let value = work(&mut remarks);
    (value, remarks.iter().map(|remark| remark.message.key.to_string()).collect())
}

#[test]
fn web_addresses_get_what_they_lack() {
    let addresses = |raw: &str| with(|remarks| web_addresses(raw, remarks));
    assert_eq!(
        addresses("https://a.org/x?y=1#z"),
        (vec!["https://a.org/x?y=1#z".to_owned()], vec![])
    );
    assert_eq!(addresses("www.girlscoutsfl.org").0, ["http://www.girlscoutsfl.org"]);
    assert_eq!(
        addresses("pediatrics.med.miami.edu\\\\adolescents-medicine\\\\").0,
        ["http://pediatrics.med.miami.edu//adolescents-medicine//"]
    );
    assert_eq!(
        addresses("a.org; b.org and http:/c.org").0,
        ["http://a.org", "http://b.org", "http://c.org"]
    );
    assert_eq!(
        addresses("https://бібліотека.укр/ранок").0,
        ["https://xn--80abaqzev6a7nc.xn--j1amh/%D1%80%D0%B0%D0%BD%D0%BE%D0%BA"]
    );
    for lost in [
        "releasethesilence",
        "javascript:alert(1)",
        "ftp://a.org",
        "me@a.org",
        "http://127.0.0.1/x",
        "http://user:word@a.org",
    ] {
        assert_eq!(addresses(lost), (vec![], vec!["import-mend-url-lost".to_owned()]), "{lost}");
    }
}

#[test]
fn mail_addresses_are_found_or_lost_aloud() {
    let mail = |raw: &str| with(|remarks| email(raw, remarks));
    assert_eq!(mail("mailto:a.b@c.org"), (Some("a.b@c.org".to_owned()), vec![]));
    assert_eq!(mail("Office <a@c.org>; b@c.org").0.as_deref(), Some("a@c.org"));
    assert_eq!(mail("b@c.org, d@e.org").1, ["import-mend-email-second"]);
    for lost in ["nobody", "a@b", "@c.org", "a..b@c.org", "лист@c.org"] {
        assert_eq!(mail(lost), (None, vec!["import-mend-email-lost".to_owned()]), "{lost}");
    }
}

#[test]
fn a_number_is_parted_from_its_extension() {
    let take = |raw: &str| {
        with(|remarks| phone(raw, remarks))
            .0
            .map(|found| (found.number, found.extension, found.beside))
    };
    assert_eq!(
        take("305-573-4200 x57471"),
        Some(("305-573-4200".to_owned(), Some(57471), String::new()))
    );
    assert_eq!(
        take("305-891-8850 xOPT2"),
        Some(("305-891-8850".to_owned(), None, "OPT2".to_owned()))
    );
    assert_eq!(
        take("+38 (0462) 12-34-56 доб. 7"),
        Some(("+38 (0462) 12-34-56".to_owned(), Some(7), String::new()))
    );
    assert_eq!(take("1-800-HELP-NOW"), Some(("1-800-HELP-NOW".to_owned(), None, String::new())));
    assert_eq!(take("102"), Some(("102".to_owned(), None, String::new())));
    assert_eq!(take("ask at the desk"), None);
}

#[test]
fn days_are_read_as_people_write_them() {
    let day = |raw: &str| with(|remarks| date(raw, remarks));
    let christmas = NaiveDate::from_ymd_opt(2015, 12, 24);
    for raw in [
        "2015-12-24",
        "2015-12-24T00:00:00.000Z",
        "24.12.2015",
        "12/24/2015",
        "12/24/15",
        "24/12/2015",
        "December 24, 2015",
        "24 Dec 2015",
    ] {
        assert_eq!(day(raw), (christmas, vec![]), "{raw}");
    }
    assert_eq!(
        day("03/04/2020"),
        (NaiveDate::from_ymd_opt(2020, 3, 4), vec!["import-mend-date-guessed".to_owned()])
    );
    for lost in ["January 01, 0001", "2015-02-30", "soon", ""] {
        assert_eq!(day(lost), (None, vec!["import-mend-date-lost".to_owned()]), "{lost}");
    }
}

#[test]
fn only_points_on_the_globe_are_points() {
    let point = |latitude, longitude| with(|remarks| coordinate(latitude, longitude, remarks)).0;
    assert_eq!(point(Some("51,49"), Some("31.3")), Some((51.49, 31.3)));
    for (latitude, longitude) in [
        (Some("100"), Some("101")),
        (Some("0"), Some("0.0")),
        (Some("51"), None),
        (None, None),
        (Some("NaN"), Some("1")),
        (Some("x"), Some("1")),
    ] {
        assert_eq!(point(latitude, longitude), None, "{latitude:?} {longitude:?}");
    }
}

#[test]
fn states_are_understood() {
    assert_eq!(
        with(|remarks| status(None, remarks)),
        (Status::Active, vec!["import-mend-status-blank".to_owned()])
    );
    assert_eq!(
        with(|remarks| status(Some("Temporarily_Closed"), remarks)),
        (Status::TemporarilyClosed, vec![])
    );
    assert_eq!(with(|remarks| status(Some("Archived"), remarks)).0, Status::Defunct);
    assert_eq!(with(|remarks| status(Some("?"), remarks)).0, Status::Inactive);
}

proptest! {
    #[test]
    fn no_value_makes_any_of_them_stumble(raw in any::<String>(), other in "\\PC{0,20}") {
        let mut remarks = Vec::new();
        for address in web_addresses(&raw, &mut remarks) {
            prop_assert!(address.is_ascii() && Url::parse(&address).is_ok());
        }
        let _ = (email(&raw, &mut remarks), phone(&raw, &mut remarks), number(&raw, &mut remarks), whole(&raw, 0, 120, &mut remarks));
        let _ = (date(&other, &mut remarks), date(&raw, &mut remarks), coordinate(Some(&raw), Some(&other), &mut remarks), status(Some(&raw), &mut remarks));
    }
}
