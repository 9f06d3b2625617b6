//! Kolo's own taxonomy: situations of life and kinds of help, the same in every instance.
use super::id_of;
use crate::model::{Mapping, Mappings, Taxonomy, TaxonomyTerm, WordLists, Words};
use crate::store::write::{Blank, put_taxonomies, put_terms};
use anyhow::Context;
use kolo_platform::{Actor, App, Result};
use kolo_words::Lang;
use serde::Deserialize;
use std::collections::BTreeMap;
use uuid::Uuid;

const TERMS: &str = include_str!("../../taxonomy/terms.toml");
const VERB: &str = "directory.load_taxonomy";

#[derive(Deserialize)]
struct File {
    scheme: Vec<Scheme>,
    term: Vec<Told>,
}

#[derive(Deserialize)]
struct Scheme {
    key: String,
    name: Words,
    #[serde(default)]
    description: Words,
}

#[derive(Deserialize)]
struct Told {
    scheme: String,
    key: String,
    broader: Option<String>,
    name: Words,
    #[serde(default)]
    question: Words,
    definition: Words,
    #[serde(default)]
    synonyms: BTreeMap<Lang, Vec<String>>,
    #[serde(default)]
    osm: Vec<String>,
}

/// The identity of one of our own terms, such as `displaced` of `situations`.
pub fn term_id(scheme: &str, key: &str) -> Uuid {
    id_of("term", &format!("{scheme}/{key}"))
}

/// Makes sure that our own taxonomy is there as this version has it, and that search knows its words; writes only what differs.
pub async fn ensure_taxonomy(app: &App) -> Result<()> {
    let file: File = toml::from_str(TERMS).context("reading the taxonomy")?;
    let schemes = file.scheme.into_iter().map(|scheme| Taxonomy {
        id: id_of("taxonomy", &scheme.key),
        key: Some(scheme.key),
        name: scheme.name,
        description: scheme.description,
        edition: Some("1".to_owned()),
        ..Taxonomy::blank()
    });
    let terms = file.term.into_iter().zip(0..).map(|(told, position)| TaxonomyTerm {
        id: term_id(&told.scheme, &told.key),
        taxonomy_id: id_of("taxonomy", &told.scheme),
        parent_id: told.broader.map(|broader| term_id(&told.scheme, &broader)),
        code: Some(told.key),
        name: told.name,
        description: told.definition,
        synonyms: WordLists(told.synonyms),
        questions: WordLists(told.question.iter().map(|(lang, text)| (lang, vec![text.to_owned()])).collect()),
        mappings: Mappings(
            told.osm
                .into_iter()
                .map(|value| Mapping {
                    scheme: "osm".to_owned(),
                    value,
                })
                .collect(),
        ),
        position,
        ..TaxonomyTerm::blank()
    });
    app.write(&Actor::house(), async |w| {
        put_taxonomies(w, VERB, None, schemes.collect()).await?;
        put_terms(w, VERB, None, terms.collect()).await?;
        Ok(())
    })
    .await?;
    crate::search::teach(app).await
}
