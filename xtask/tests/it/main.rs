//! The checks look at small trees with one thing wrong, and at the house itself.
#![cfg(test)]
use std::collections::BTreeSet;
use std::path::Path;
use xtask::arrows::{self, Arrows};
use xtask::{Finding, Severity, Tree, documents, layers, licences, messages, sizes, tidy, tokens};

const NOTHING: Vec<String> = Vec::new();

fn said(findings: Vec<Finding>) -> Vec<String> {
    findings.into_iter().map(|finding| finding.to_string()).collect()
}

#[test]
fn the_house_is_as_its_documents_promise() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
    let errors: Vec<_> = tidy(root)
        .unwrap()
        .into_iter()
        .filter(|finding| finding.severity == Severity::Error)
        .map(|finding| finding.to_string())
        .collect();
    assert_eq!(errors, NOTHING, "\n{}\n", errors.join("\n"));
}

fn using(crates: &[(&str, &[&str])]) -> Arrows {
    let set = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect::<BTreeSet<_>>();
    crates
        .iter()
        .map(|(name, used)| ((*name).to_owned(), [set(used), BTreeSet::new(), BTreeSet::new()]))
        .collect()
}

const TABLE: &str = "\
# Arrows\n\n\
| crate | uses | builds with | tests with | for |\n|---|---|---|---|---|\n\
| `words` | | | | the vocabulary |\n\
| `platform` | `words` | | | the ground |\n\
| `events` | `platform`, `words` | | | what happens |\n\nAfter the table.\n";

#[test]
fn the_table_and_cargo_say_the_same() {
    let real = using(&[("words", &[]), ("platform", &["words"]), ("events", &["platform", "words"])]);
    assert_eq!(said(arrows::check(TABLE, &real)), NOTHING);
}

#[test]
fn a_new_arrow_a_dropped_arrow_and_an_unknown_crate_are_named() {
    let real = using(&[
        ("words", &[]),
        ("platform", &["words"]),
        ("events", &["platform", "directory"]),
        ("directory", &[]),
    ]);
    assert_eq!(
        said(arrows::check(TABLE, &real)),
        [
            "ARCHITECTURE.md: the arrows table does not know `directory`",
            "ARCHITECTURE.md: `events` uses `directory`: a new arrow is a decision and a line in the table",
            "ARCHITECTURE.md: `events` no longer uses `words`; take it out of the table",
        ]
    );
}

#[test]
fn no_table_can_allow_the_platform_to_know_a_module() {
    let table = TABLE.replace("| `platform` | `words`", "| `platform` | `words`, `events`");
    let real = using(&[
        ("words", &[]),
        ("platform", &["words", "events"]),
        ("events", &["platform", "words"]),
    ]);
    assert_eq!(
        said(arrows::check(&table, &real)),
        ["ARCHITECTURE.md: `platform` may never use `events`"]
    );
}

#[test]
fn a_document_without_the_table_is_refused() {
    let real = using(&[("words", &[])]);
    assert_eq!(arrows::check("# Nothing", &real).len(), 1);
}

#[test]
fn a_rule_that_imports_the_store_is_found_however_it_names_it() {
    for import in [
        "use crate::store;",
        "use crate::{model::event, store::upcoming};",
        "use super::store::upcoming;",
        "fn f() { crate::actions::go() }",
    ] {
        let tree = Tree::of([("crates/events/src/rules.rs", import)]);
        let findings = said(layers::check(&tree));
        assert_eq!(findings.len(), 1, "{import}: {findings:?}");
        assert!(
            findings[0].starts_with("crates/events/src/rules.rs:1: `rules` (layer 0) imports"),
            "{findings:?}"
        );
    }
}

#[test]
fn a_page_may_use_everything_beneath_it_and_platform_has_no_layers() {
    let tree = Tree::of([
        (
            "crates/events/src/pages/show.rs",
            "use crate::{actions, model::event::Model, rules, store};\nuse super::form;",
        ),
        (
            "crates/events/src/actions/register.rs",
            "use crate::store;\nuse super::super::rules; // use crate::pages",
        ),
        ("crates/events/src/store/mod.rs", "use sea_orm::{EntityTrait, QueryFilter};"),
        ("crates/platform/src/store.rs", "use crate::pages;"),
    ]);
    assert_eq!(said(layers::check(&tree)), NOTHING);
}

#[test]
fn only_the_store_asks_the_database() {
    let tree = Tree::of([
        ("crates/events/src/actions/a.rs", "use sea_orm::{ConnectionTrait, DbErr};"),
        ("crates/events/src/actions/b.rs", "use sea_orm::{ConnectionTrait, EntityTrait};"),
        (
            "crates/events/src/model/event.rs",
            "use sea_orm::entity::prelude::*;\nfn f() { Entity::find(); }",
        ),
    ]);
    assert_eq!(
        said(layers::check(&tree)),
        [
            "crates/events/src/actions/b.rs:1: `sea_orm::{ConnectionTrait, EntityTrait}`: the database outside the store",
            "crates/events/src/model/event.rs:2: `Entity::find(`: a query in the model: it belongs into the store",
        ]
    );
}

#[test]
fn a_file_too_long_to_read_is_refused_and_a_long_one_warned_of() {
    let (long, too_long) = ("x\n".repeat(401), "x\n".repeat(701));
    let tree = Tree::of([("a.rs", long.as_str()), ("b.ts", too_long.as_str()), ("c.ftl", too_long.as_str())]);
    let found: Vec<_> = sizes::check(&tree)
        .into_iter()
        .map(|finding| (finding.severity, finding.place))
        .collect();
    assert_eq!(
        found,
        [(Severity::Warning, "a.rs".to_owned()), (Severity::Error, "b.ts".to_owned())]
    );
}

#[test]
fn a_document_names_only_what_exists() {
    let tree = Tree::of([
        ("crates/events/src/rules.rs", ""),
        (
            "crates/events/README.md",
            "`src/rules.rs` and `src/{rules,store}.rs` and [all](../../docs/all.md)",
        ),
        (
            "docs/all.md",
            "`crates/*/src/rules.rs`, `rules.rs`, `kolo.toml`, `/events/{id}`, `application/json`, `GET`, `docs/gone/`, `gone.rs`\n```\ncrates/gone.rs\n```",
        ),
    ]);
    assert_eq!(
        said(documents::check(&tree)),
        [
            "crates/events/README.md:1: `src/{rules,store}.rs` does not exist",
            "docs/all.md:1: `docs/gone/` does not exist",
            "docs/all.md:1: `gone.rs` does not exist",
        ]
    );
}

#[test]
fn forbidden_words_are_found_where_they_matter_and_nowhere_else() {
    // Put together here, so that this file does not hold what it forbids.
    let go = ["cd /", "root/x\ncurl https://pypi", ".org/simple\n../work", "/main"].concat();
    let tree = Tree::of([
        (
            "crates/events/src/rules.rs",
            "// TODO later\nlet now = Utc::now(); // Uuid::now_v7()\n#[cfg(test)]\nmod tests { Utc::now() }",
        ),
        (
            "crates/events/templates/events/show.html",
            "<p style=\"color: red\">\n<a onclick=\"go()\" data-style=\"x\">",
        ),
        ("crates/platform/src/clock.rs", "Utc::now()"),
        ("crates/testkit/src/lib.rs", "rand::rng()"),
        ("crates/events/tests/it/main.rs", "Uuid::now_v7(); \" style=\\\"\""),
        ("scripts/go", go.as_str()),
    ]);
    let found: Vec<_> = tokens::check(&tree).into_iter().map(|finding| finding.place).collect();
    assert_eq!(
        found,
        [
            "crates/events/src/rules.rs:1",
            "crates/events/src/rules.rs:2",
            "crates/events/templates/events/show.html:1",
            "crates/events/templates/events/show.html:2",
            "scripts/go:1",
            "scripts/go:2",
        ]
    );
}

#[test]
fn a_licence_is_allowed_when_every_and_and_one_or_is() {
    let allowed: BTreeSet<String> = ["MIT", "Apache-2.0", "Unicode-3.0"].map(str::to_owned).into();
    for yes in [
        "MIT",
        "MIT OR GPL-2.0-only",
        "GPL-2.0-only/MIT",
        "(GPL-3.0 OR MIT) AND Unicode-3.0",
        "Apache-2.0 WITH LLVM-exception OR X",
    ] {
        assert!(licences::is_allowed(yes, &allowed), "{yes}");
    }
    for no in ["", "GPL-3.0", "MIT AND GPL-3.0", "(MIT OR X) AND GPL-3.0", "(MIT", "MIT Apache-2.0"] {
        assert!(!licences::is_allowed(no, &allowed), "{no}");
    }
}

#[test]
fn a_crate_from_outside_needs_an_allowed_licence_and_must_not_be_refused() {
    let rules = "[licenses]\nallow = [\"MIT\"]\n[bans]\ndeny = [{ crate = \"old\", reason = \"there is a new one\" }]";
    let metadata = serde_json::json!({ "packages": [
        { "name": "ours", "source": null, "license": "AGPL-3.0-or-later" },
        { "name": "good", "source": "registry", "license": "MIT" },
        { "name": "old", "source": "registry", "license": "MIT" },
        { "name": "closed", "source": "registry", "license": null },
    ] });
    assert_eq!(
        said(licences::foreign(rules, &metadata).unwrap()),
        [
            "deny.toml: `old` is refused: there is a new one",
            "deny.toml: `closed` is under “”, which is not allowed"
        ]
    );
}

#[test]
fn a_crate_with_messages_has_them_checked() {
    let tree = Tree::of([
        ("crates/events/locales/uk/events.ftl", ""),
        ("crates/events/build.rs", "fn main() {\n    kolo_locales::check();\n}\n"),
        ("crates/news/locales/uk/news.ftl", ""),
        ("crates/words/src/lib.rs", ""),
    ]);
    assert_eq!(
        said(messages::check(&tree)),
        ["crates/news/build.rs: does not call `kolo_locales::check()`, and the crate has messages"]
    );
}
