//! Commands as the operator types them: what they say, and how they end.
use super::program::Instance;
use sea_orm::ConnectionTrait;

async fn founded() -> Instance {
    let instance = Instance::new().await;
    instance.done(&["community", "add", "misto", "--name", "Місто", "--lang", "uk", "--country", "UA"]);
    instance
}

#[tokio::test]
async fn what_cannot_be_understood_is_explained() {
    let instance = Instance::new().await;
    let cases: [(&[&str], &str); 7] = [
        (&["dance"], "unrecognized subcommand 'dance'"),
        (
            &["community", "add", "Мегион", "--name", "x", "--lang", "ru", "--country", "RU"],
            "lower-case Latin letters",
        ),
        (
            &["community", "add", "api", "--name", "x", "--lang", "ru", "--country", "RU"],
            "reserved",
        ),
        (
            &["community", "add", "misto", "--name", "x", "--lang", "de", "--country", "DE"],
            "--lang",
        ),
        (&["user", "add", "a@example.org", "--role", "wizard"], "roles are member, editor"),
        (&["export", "hsds"], "--community"),
        (&["serve", "--listen"], "--listen"),
    ];
    for (arguments, told) in cases {
        let ended = instance.run(arguments);
        assert_eq!(ended.code, Some(2), "{arguments:?}: {ended:?}");
        assert!(ended.complaint.contains(told), "{arguments:?}: {}", ended.complaint);
        assert!(!ended.complaint.contains("panicked"), "{}", ended.complaint);
    }
}

#[tokio::test]
async fn what_cannot_be_done_is_explained_too() {
    let instance = founded().await;
    let cases: [(&[&str], &str); 5] = [
        (
            &["community", "add", "misto", "--name", "x", "--lang", "uk", "--country", "UA"],
            "kolo: ",
        ),
        (
            &[
                "community",
                "add",
                "selo",
                "--name",
                "x",
                "--lang",
                "uk",
                "--country",
                "UA",
                "--parent",
                "oblast",
            ],
            "there is no community `oblast`; there are: misto",
        ),
        (&["user", "add", "a@example.org", "--role", "coordinator"], "in which community?"),
        (
            &["user", "add", "a@example.org", "--role", "editor", "--community", "misto"],
            "works for an organization",
        ),
        (&["serve", "--listen", "nowhere"], "cannot listen on nowhere"),
    ];
    for (arguments, told) in cases {
        let ended = instance.run(arguments);
        assert_eq!(ended.code, Some(1), "{arguments:?}: {ended:?}");
        assert!(ended.complaint.contains(told), "{arguments:?}: {}", ended.complaint);
        assert_eq!(ended.complaint.lines().count(), 1, "{}", ended.complaint);
    }
}

#[tokio::test]
async fn a_log_that_was_tampered_with_is_named_and_the_check_fails() {
    let instance = founded().await;
    let whole = instance.run(&["check"]);
    assert_eq!((whole.code, whole.out.trim()), (Some(0), "Everything is in order."), "{whole:?}");
    let database = sea_orm::Database::connect(instance.database()).await.unwrap();
    database
        .execute_unprepared("UPDATE audit_entry SET verb = 'platform.nothing' WHERE verb = 'platform.found_community'")
        .await
        .unwrap();
    database.close().await.unwrap();
    let damaged = instance.run(&["check"]);
    assert_eq!(damaged.code, Some(1));
    assert_eq!(damaged.out.trim(), "audit log: misto: Entry 1 was changed after it was written.");
}

#[tokio::test]
async fn the_settings_in_force_are_told_without_secrets() {
    let instance = Instance::new().await;
    std::fs::write(instance.folder().join("kolo.toml"), "smtp = \"smtp://kolo:secret@mail.example\"\n").unwrap();
    let told = instance.done(&["config"]);
    assert!(told.contains("smtp://kolo:***@mail.example") && !told.contains("secret"), "{told}");
    assert!(
        told.lines()
            .any(|line| line.starts_with("listen") && line.contains("127.0.0.1:8080") && line.contains("default")),
        "{told}"
    );
    std::fs::write(instance.folder().join("kolo.toml"), "lisen = \"0.0.0.0:80\"\n").unwrap();
    let misspelt = instance.run(&["config"]);
    assert_eq!(misspelt.code, Some(1));
    assert!(misspelt.complaint.contains("there is no setting `lisen`"), "{}", misspelt.complaint);
}

#[cfg(unix)]
#[tokio::test]
async fn what_an_instance_keeps_is_private() {
    use std::os::unix::fs::PermissionsExt;
    let instance = founded().await;
    let mode = |name: &str| std::fs::metadata(instance.folder().join(name)).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode("master.key"), 0o600);
}
