//! Small crates in throw-away folders, each with one thing right or wrong.
#![cfg(test)]
use kolo_locales::{Severity, inspect};
use std::fs;
use std::path::Path;
use tempfile::TempDir;

/// A crate `events` beside a platform that knows `save` and `shown` (with `$count`).
struct House(TempDir);

impl House {
    fn new() -> Self {
        let house = Self(tempfile::tempdir().unwrap());
        for language in kolo_locales::LANGUAGES {
            house.write(
                &format!("platform/locales/{language}/platform.ftl"),
                "save = S\nshown = { $count }\n",
            );
        }
        house
    }

    fn write(&self, path: &str, text: &str) {
        let path = self.0.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    /// The same messages in every language.
    fn messages(self, text: &str) -> Self {
        for language in kolo_locales::LANGUAGES {
            self.write(&format!("events/locales/{language}/events.ftl"), text);
        }
        self
    }

    fn messages_in(self, language: &str, text: &str) -> Self {
        self.write(&format!("events/locales/{language}/events.ftl"), text);
        self
    }

    fn template(self, text: &str) -> Self {
        self.write("events/templates/events/show.html", text);
        self
    }

    fn rust(self, text: &str) -> Self {
        self.write("events/src/lib.rs", text);
        self
    }

    fn found(&self, severity: Severity) -> Vec<String> {
        let crates: &Path = self.0.path();
        let problems = inspect(&crates.join("events"), &crates.join("platform"));
        problems
            .into_iter()
            .filter(|problem| problem.severity == severity)
            .map(|problem| problem.to_string())
            .collect()
    }

    fn errors(&self) -> Vec<String> {
        self.found(Severity::Error)
    }

    fn warnings(&self) -> Vec<String> {
        self.found(Severity::Warning)
    }
}

const NOTHING: Vec<String> = Vec::new();

#[test]
fn a_crate_whose_messages_are_all_there_builds_in_silence() {
    let house = House::new()
        .messages("events-title = E\nevents-left = { $seats } { $from }\n")
        .template("<h1>{{ \"events-title\"|t }}</h1>\n<p>{{ \"events-left\"|with(\"seats\", free(1))|with(\"from\", \"a)b\") | t }}</p>{{ \"save\"|t }}")
        .rust("fn f() { Message::new(\"shown\").with(\"count\", g(1)); }");
    assert_eq!(house.errors(), NOTHING);
    assert_eq!(house.warnings(), NOTHING);
}

#[test]
fn a_message_named_in_a_template_must_exist() {
    let house = House::new()
        .messages("events-title = E\n")
        .template("{{ \"events-title\"|t }}\n{{ \"events-titel\"|t }}");
    assert_eq!(house.errors(), ["templates/events/show.html:2: there is no message `events-titel`"]);
}

#[test]
fn a_message_named_in_rust_must_exist_in_each_of_the_ways_to_name_it() {
    let ways = [
        "Message::new(\"gone\")",
        "Message::from(\"gone\")",
        "Refusal::new(\"gone\")",
        "Refusal::with_status(\n\"gone\", X)",
        "Refusal { key: \"gone\" }",
        "Message { key: Cow::Borrowed(\"gone\"), args: a }",
        "shell.t(\"gone\")",
        "t(\"gone\", &[])",
        "visit.say(&app, \"gone\")",
        "words.say(\"gone\")",
        "Field::new(\"name\", \"save\").hint(\"gone\")",
        "Field::new(\"name\", \"gone\")",
        "module.nav(10, \"/x\", \"gone\", ANYBODY)",
        "see_other(&app, &visit.href(\"/a\"), Some(\"gone\"))",
    ];
    for way in ways {
        let house = House::new().rust(&format!("fn f() {{ {way}; }}"));
        let errors = house.errors();
        assert_eq!(errors.len(), 1, "{way}: {errors:?}");
        assert!(errors[0].ends_with("there is no message `gone`"), "{way}: {errors:?}");
    }
}

#[test]
fn comments_and_unit_tests_may_name_what_does_not_exist() {
    let house = House::new()
        .template("{# {{ \"gone\"|t }} #}<!-- {{ \"gone\"|t }} -->")
        .rust("/// `Message::new(\"gone\")`\n/* t(\"gone\") */ fn f() {}\n#[cfg(test)]\nmod tests { fn g() { t(\"gone\"); } }");
    assert_eq!(house.errors(), NOTHING);
}

#[test]
fn a_message_of_one_language_only_is_named_with_the_languages_that_lack_it() {
    let house = House::new()
        .messages("events-title = E\n")
        .messages_in("en", "events-title = E\nevents-new = N\n")
        .rust("t(\"events-new\"); t(\"events-title\")");
    assert_eq!(house.errors(), ["locales/en/events.ftl:2: `events-new` is missing in kk, ru, uk"]);
}

#[test]
fn the_languages_use_the_same_variables_even_through_a_quoted_message() {
    let house = House::new()
        .messages("events-a = { $name }\nevents-b = { events-a }\n")
        .messages_in("kk", "events-a = { $nam }\nevents-b = { events-a }\n")
        .rust("\"events-a\" \"events-b\"");
    assert_eq!(
        house.errors(),
        [
            "locales/kk/events.ftl:1: `events-a` uses $nam in kk, but $name in en",
            "locales/kk/events.ftl:2: `events-b` uses $nam in kk, but $name in en",
        ]
    );
}

#[test]
fn a_template_gives_a_message_what_it_needs_and_nothing_else() {
    let house = House::new()
        .messages("events-left = { $seats }\n")
        .template("{{ \"events-left\"|t }}\n{{ \"events-left\"|with(\"seat\", 1)|t }}\n{{ \"save\"|with(\"x\", 1)|t }}\n{{ \"shown\"|with(\"count\", 1)|t }}");
    assert_eq!(
        house.errors(),
        [
            "templates/events/show.html:1: `events-left` needs $seats",
            "templates/events/show.html:2: `events-left` does not use $seat",
            "templates/events/show.html:2: `events-left` needs $seats",
            "templates/events/show.html:3: `save` does not use $x",
        ]
    );
}

#[test]
fn a_constant_message_may_get_its_arguments_later_but_a_chain_is_whole() {
    let house = House::new()
        .messages("events-left = { $seats } { $from }\n")
        .rust("const A: Message = Message::new(\"events-left\");\nfn f() { Message::new(\"events-left\").with(\"seats\", \"(\"); }");
    assert_eq!(house.errors(), ["src/lib.rs:2: `events-left` needs $from"]);
}

#[test]
fn a_choice_by_number_has_every_form_of_its_language() {
    let two = "events-left = { $seats ->\n    [one] a\n   *[other] b\n  }\n";
    let four = "events-left = { $seats ->\n    [one] a\n    [few] b\n    [many] c\n   *[other] d\n  }\n";
    let right = House::new()
        .messages(two)
        .messages_in("ru", four)
        .messages_in("uk", four)
        .rust("\"events-left\"");
    assert_eq!(right.errors(), NOTHING);
    let wrong = House::new().messages(two).messages_in("en", four).rust("\"events-left\"");
    assert_eq!(
        wrong.errors(),
        [
            "locales/en/events.ftl:1: `events-left` has the plural form few, many, which en never chooses",
            "locales/ru/events.ftl:1: `events-left` lacks the plural form few, many in ru",
            "locales/uk/events.ftl:1: `events-left` lacks the plural form few, many in uk",
        ]
    );
}

#[test]
fn a_choice_by_a_word_needs_no_plural_forms_and_an_exact_number_replaces_none() {
    let by_word = House::new()
        .messages("events-way = { $kind ->\n    [phone] a\n   *[other] b\n  }\n")
        .rust("\"events-way\"");
    assert_eq!(by_word.errors(), NOTHING);
    let exact = House::new()
        .messages("events-left = { $seats ->\n    [0] none\n    [one] a\n    [few] b\n    [many] c\n   *[other] d\n  }\n")
        .rust("\"events-left\"");
    assert_eq!(exact.errors().len(), 2, "en and kk have no few and many: {:?}", exact.errors());
}

#[test]
fn ordinals_have_forms_of_their_own() {
    let house = House::new()
        .messages("events-nth = { NUMBER($n, type: \"ordinal\") ->\n   *[other] a\n  }\n")
        .messages_in(
            "kk",
            "events-nth = { NUMBER($n, type: \"ordinal\") ->\n    [many] a\n   *[other] b\n  }\n",
        )
        .messages_in(
            "uk",
            "events-nth = { NUMBER($n, type: \"ordinal\") ->\n    [few] a\n   *[other] b\n  }\n",
        )
        .rust("\"events-nth\"");
    assert_eq!(
        house.errors(),
        ["locales/en/events.ftl:1: `events-nth` lacks the plural form one, two, few in en"]
    );
}

#[test]
fn a_message_is_said_once_here_or_in_the_platform() {
    let house = House::new()
        .messages("save = S\nevents-a = A\nevents-a = B\n")
        .rust("\"events-a\" \"save\"");
    let errors = house.errors();
    assert_eq!(errors.len(), 8, "{errors:?}");
    assert!(
        errors.contains(&"locales/uk/events.ftl:1: `save` is already a message of the platform".to_owned()),
        "{errors:?}"
    );
    assert!(
        errors.contains(&"locales/uk/events.ftl:3: `events-a` is said twice, first at locales/uk/events.ftl:2".to_owned()),
        "{errors:?}"
    );
}

#[test]
fn a_file_that_cannot_be_read_is_reported_with_its_line() {
    let house = House::new()
        .messages("events-a = A\n")
        .messages_in("ru", "events-a = A\n\nevents-b { oops\n")
        .rust("\"events-a\"");
    let errors = house.errors();
    assert_eq!(errors.len(), 1, "{errors:?}");
    assert!(errors[0].starts_with("locales/ru/events.ftl:3: cannot be read"), "{errors:?}");
}

#[test]
fn a_message_may_only_quote_what_exists() {
    let house = House::new()
        .messages("-brand = Kolo\nevents-a = { -brand } { save } { nothing }\n")
        .rust("\"events-a\"");
    let errors = house.errors();
    assert_eq!(errors.len(), 4, "{errors:?}");
    assert_eq!(
        errors[0],
        "locales/en/events.ftl:2: `events-a` quotes `nothing`, which does not exist in en"
    );
}

#[test]
fn words_written_into_a_template_are_refused() {
    let house = House::new().template("<p>{{ \"save\"|t }}</p>\n<p>Ұзақ сөз, so</p>{# русский комментарий #}");
    assert_eq!(
        house.errors(),
        ["templates/events/show.html:2: “Ұзақ сөз” is written into the template; make it a message"]
    );
}

#[test]
fn what_nobody_names_is_a_warning_unless_code_makes_the_key() {
    let house = House::new().messages("## dynamic: events-month-, events-day-\n\nevents-month-1 = J\nevents-day-1 = M\nevents-old = O\n");
    assert_eq!(house.errors(), NOTHING);
    assert_eq!(house.warnings(), ["locales/en/events.ftl:5: nobody uses `events-old`"]);
}

#[test]
fn a_quoted_word_that_looks_like_a_message_and_is_none_is_a_warning() {
    let house = House::new()
        .messages("events-title = E\n")
        .rust("const A: &str = \"events-title\"; const B: &str = \"events-all-gone\";");
    assert_eq!(house.errors(), NOTHING);
    assert_eq!(
        house.warnings(),
        ["src/lib.rs:1: `events-all-gone` looks like a message, and there is none"]
    );
}

#[test]
fn the_platform_itself_is_checked_too_without_warnings_for_words_modules_use() {
    let house = House::new();
    house.write("platform/templates/shell.html", "{{ \"save\"|t }}{{ \"lost\"|t }}");
    let platform = house.0.path().join("platform");
    let problems: Vec<_> = inspect(&platform, &platform).iter().map(ToString::to_string).collect();
    assert_eq!(problems, ["templates/shell.html:1: there is no message `lost`"]);
}
