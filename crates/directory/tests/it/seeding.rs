//! What a new instance begins with.
use super::{audit, changes, head, town};
use kolo_directory::seed::{ensure_taxonomy, seed_demo, term_id};
use kolo_directory::store::{self, OrganizationFilter, PlaceFilter, ServiceFilter};
use kolo_words::Lang;
use std::collections::HashSet;

#[tokio::test]
async fn our_words_are_loaded_once() {
    let town = town().await;
    ensure_taxonomy(&town.app).await.unwrap();
    let db = &town.app.db().reader;
    let vocabularies = store::vocabularies(db).await.unwrap();
    let keys: HashSet<_> = vocabularies
        .iter()
        .filter_map(|vocabulary| vocabulary.taxonomy.key.clone())
        .collect();
    assert_eq!(keys, HashSet::from(["situations".to_owned(), "help".to_owned()]));
    for vocabulary in &vocabularies {
        assert!(vocabulary.top().count() >= 10);
        for term in &vocabulary.terms {
            let missing: Vec<_> = Lang::ALL.into_iter().filter(|lang| term.name.get(*lang).is_none()).collect();
            assert_eq!(missing, [], "{:?}", term.code);
        }
    }
    let refugees = store::terms(db, &[], &[term_id("situations", "refugees")]).await.unwrap().remove(0);
    assert_eq!(refugees.parent.unwrap().code.as_deref(), Some("displaced"));
    let (position, entries) = (head(&town).await, audit(&town, 0).await.len());
    ensure_taxonomy(&town.app).await.unwrap();
    assert_eq!(changes(&town, position).await, []);
    assert_eq!(audit(&town, entries).await, []);
}

#[tokio::test]
async fn the_sample_communities_are_filled_once() {
    let town = town().await;
    let mut heard = Vec::new();
    seed_demo(&town.app, &mut |what| heard.push(what.to_owned())).await.unwrap();
    assert_eq!(heard, ["kolo", "megion", "kuzbass", "chernihiv", "east-kazakhstan", "bakhmut"]);
    let db = &town.app.db().reader;
    let tree = town.app.communities().tree();
    for slug in &heard[1..] {
        let own = [tree.by_slug(slug).unwrap().id];
        let services = store::services_page(db, &own, &ServiceFilter::default(), 0, 100).await.unwrap();
        assert!((40..=80).contains(&services.total), "{slug}: {}", services.total);
        let records = store::services(db, &own, &services.ids).await.unwrap();
        assert_eq!(records.len(), services.ids.len());
        let nowhere: Vec<_> = records
            .iter()
            .filter(|record| record.places.is_empty() && record.phones.is_empty() && record.service.online_url.is_none())
            .map(|record| record.service.name.say(Lang::En))
            .collect();
        assert_eq!(nowhere, Vec::<&str>::new(), "{slug}");
        assert!(
            records
                .iter()
                .all(|record| record.terms.iter().any(|term| term.vocabulary() == Some("situations"))),
            "{slug}"
        );
        assert!(store::places_page(db, &own, &PlaceFilter::default(), 0, 1).await.unwrap().total > 5);
        assert!(
            store::organizations_page(db, &own, &OrganizationFilter::default(), 0, 1)
                .await
                .unwrap()
                .total
                > 5
        );
    }
    let root = tree.with_descendants(tree.by_slug("kolo").unwrap().id);
    assert_eq!(root.len(), 6);
    let (position, entries) = (head(&town).await, audit(&town, 0).await.len());
    seed_demo(&town.app, &mut |what| panic!("{what} was filled twice")).await.unwrap();
    assert_eq!(changes(&town, position).await, []);
    assert_eq!(audit(&town, entries).await, []);
}
