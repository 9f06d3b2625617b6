use super::*;
use crate::fixtures::uk;
use crate::model::{Attribute, Taxonomy, TaxonomyTerm, WordLists};
use crate::store::write::Blank;
use kolo_words::Lang;
use std::collections::BTreeMap;
use std::sync::Arc;

fn term(id: u128, code: &str, parent: Option<u128>) -> Arc<TaxonomyTerm> {
    let synonyms = WordLists(BTreeMap::from([(Lang::Ru, vec![format!("{code}-слово")])]));
    let parent_id = parent.map(Uuid::from_u128);
    Arc::new(TaxonomyTerm {
        id: Uuid::from_u128(id),
        code: Some(code.to_owned()),
        name: uk(code),
        parent_id,
        synonyms,
        ..TaxonomyTerm::blank()
    })
}

fn vocabulary(key: &str, terms: Vec<Arc<TaxonomyTerm>>) -> TaxonomyRecord {
    TaxonomyRecord {
        taxonomy: Arc::new(Taxonomy {
            key: Some(key.to_owned()),
            ..Taxonomy::blank()
        }),
        terms,
    }
}

fn said(id: u128) -> Term {
    let attribute = Attribute {
        taxonomy_term_id: Some(Uuid::from_u128(id)),
        ..Attribute::blank()
    };
    Term {
        attribute,
        term: None,
        taxonomy: None,
    }
}

#[test]
fn a_term_brings_those_above_it_and_a_circle_comes_to_an_end() {
    let vocabularies = [vocabulary(
        "situations",
        vec![
            term(1, "a", None),
            term(2, "b", Some(1)),
            term(3, "c", Some(2)),
            term(4, "d", Some(5)),
            term(5, "e", Some(4)),
        ],
    )];
    let tree = Tree::of(&vocabularies);
    let codes = |ids: &[u128]| {
        let terms: Vec<_> = ids.iter().map(|id| said(*id)).collect();
        tree.with_broader(&terms).iter().map(|tag| tag.code.clone()).collect::<Vec<_>>()
    };
    assert_eq!(codes(&[3]), ["c", "b", "a"]);
    assert_eq!(codes(&[2, 3]), ["b", "a", "c"]);
    assert_eq!(codes(&[4]), ["d", "e"]);
    assert_eq!(codes(&[9]), Vec::<String>::new());
}

#[test]
fn a_concept_is_said_with_its_names_and_synonyms_and_only_our_own_words_are_concepts() {
    let vocabularies = [
        vocabulary("help", vec![term(1, "legal", None), term(3, "court", Some(1))]),
        vocabulary("foreign", vec![term(2, "x", None)]),
    ];
    let concepts = concepts(&vocabularies);
    assert_eq!(concepts.len(), 2);
    assert_eq!(
        (concepts[0].broader.as_deref(), concepts[1].broader.as_deref()),
        (None, Some("help/legal"))
    );
    assert_eq!(concepts[0].key, "help/legal");
    assert_eq!(concepts[0].facet, Some(("help".to_owned(), "legal".to_owned())));
    assert_eq!(
        concepts[0].phrases,
        [(Lang::Uk, "legal".to_owned()), (Lang::Ru, "legal-слово".to_owned())]
    );
}
