//! throw-away
use kolo_testkit::Town;
#[tokio::test]
async fn dump() {
    let town = Town::with(vec![]).await;
    std::fs::create_dir_all("/tmp/proto/real").unwrap();
    for lang in ["uk", "ru", "kk", "en"] {
        for (name, path) in [("design", "/design"), ("preferences", "/preferences"), ("permissions", "/permissions"), ("nope", "/nope-nope"), ("town", "/chernihiv/nope")] {
            let page = town.visitor().get(format!("{path}?lang={lang}")).await;
            std::fs::write(format!("/tmp/proto/real/{name}-{lang}.html"), page.text()).unwrap();
        }
    }
}
