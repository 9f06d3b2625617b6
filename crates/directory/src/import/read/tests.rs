use super::*;
use proptest::prelude::*;
use std::io::Write as _;

#[derive(Default)]
struct Kept {
    records: Vec<(Kind, Record)>,
    problems: Problems,
}

impl Sink for Kept {
    fn expect(&mut self, _: &[Kind]) {}
    fn foretell(&mut self, _: &Record) -> Result<(), Stop> {
        Ok(())
    }
    fn record(&mut self, kind: Kind, record: Record) -> Result<(), Stop> {
        self.records.push((kind, record));
        Ok(())
    }
    fn problems(&mut self, problems: Problems) {
        self.problems.absorb(problems);
    }
}

impl Kept {
    fn keys(&self) -> Vec<(&str, u64, &str)> {
        self.problems
            .list
            .iter()
            .map(|problem| (&*problem.file, problem.line, &*problem.message.key))
            .collect()
    }
}

fn reading() -> Reading {
    Reading {
        lang: Lang::En,
        read: Arc::default(),
        size: Arc::default(),
    }
}

fn read_source(source: &str) -> Result<Kept, Stop> {
    let Ok(source) = source.parse();
    let mut kept = Kept::default();
    read(&gather(&source, &reading())?, &reading(), &mut kept).map(|()| kept)
}

fn read_all(path: &Path) -> Result<Kept, Stop> {
    read_source(path.to_str().unwrap())
}

fn folder(files: &[(&str, &[u8])]) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (name, bytes) in files {
        std::fs::write(folder.path().join(name), bytes).unwrap();
    }
    folder
}

fn zipped(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, bytes) in files {
        writer.start_file(*name, zip::write::SimpleFileOptions::default()).unwrap();
        writer.write_all(bytes).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

const PACKAGE: [(&str, &[u8]); 4] = [
    (
        "services.csv",
        b"id,organization_id,name,taste\n1,7,Warm meals,sweet\n2,7,Legal advice,\n",
    ),
    (
        "phones.csv",
        b"id,service_id,contact_id,number,language\n1,1,,\"111\",English\n2,,5,222,\n3,9,,333,\n4,,,444,\n5,1,,,\n",
    ),
    ("contacts.csv", b"id,service_id,name\n5,2,Desk\n"),
    ("notes.pdf", b"%PDF"),
];

#[test]
fn parts_are_joined_to_their_records_and_what_is_left_is_told() {
    let folder = folder(&PACKAGE);
    let kept = read_all(folder.path()).unwrap();
    let [(_, meals), (_, advice)] = &kept.records[..] else {
        panic!("{:?}", kept.records)
    };
    let phones: Vec<_> = meals
        .many("phones")
        .map(|(_, phone)| (phone.place.line, phone.text("number").unwrap().into_owned()))
        .collect();
    assert_eq!(phones, [(2, "111".to_owned())]);
    let (_, contact) = advice.many("contacts").next().unwrap();
    assert_eq!(contact.many("phones").next().unwrap().1.text("number").as_deref(), Some("222"));
    assert_eq!(
        kept.keys(),
        [
            ("notes.pdf", 0, "import-file-unknown"),
            ("phones.csv", 5, "import-row-no-owner"),
            ("phones.csv", 6, "import-rows-empty"),
            ("services.csv", 1, "import-column-unknown"),
            ("phones.csv", 4, "import-row-unknown-owner"),
        ]
    );
}

#[test]
fn a_folder_an_archive_and_an_archive_with_a_folder_inside_are_the_same() {
    let folder = folder(&PACKAGE);
    let plain = read_all(folder.path()).unwrap().records;
    for prefix in ["", "export/"] {
        let names: Vec<String> = PACKAGE.iter().map(|(name, _)| format!("{prefix}{name}")).collect();
        let files: Vec<(&str, &[u8])> = names
            .iter()
            .map(String::as_str)
            .zip(PACKAGE.iter().map(|(_, bytes)| *bytes))
            .collect();
        let path = folder.path().join("package.zip");
        std::fs::write(&path, zipped(&files)).unwrap();
        assert_eq!(read_all(&path).unwrap().records, plain);
    }
}

#[test]
fn names_of_files_may_be_told_by_the_descriptor() {
    let descriptor = br#"{"resources":[{"name":"service","path":"data_1.csv"}]}"#;
    let folder = folder(&[("datapackage.json", descriptor), ("data_1.csv", b"id,name\n1,Meals\n")]);
    assert_eq!(read_all(folder.path()).unwrap().records[0].0, Kind::Service);
}

#[test]
fn attributes_find_their_records_by_kind_and_id() {
    let folder = folder(&[
        ("services.csv", b"id,name\n1,Meals\n"),
        ("locations.csv", b"id,name\n1,Hall\n"),
        (
            "attributes.csv",
            b"id,link_id,link_entity,taxonomy_term_id\na,1,service,T\nb,1,location,U\nc,1,spoon,V\n",
        ),
        ("services_taxonomy.csv", b"id,service_id,taxonomy_id,taxonomy_detail\nd,1,W,x\n"),
    ]);
    let kept = read_all(folder.path()).unwrap();
    let terms: Vec<(Kind, Vec<String>)> = kept
        .records
        .iter()
        .map(|(kind, record)| {
            (
                *kind,
                record
                    .many("attributes")
                    .map(|(_, term)| term.text("taxonomy_term_id").unwrap().into_owned())
                    .collect(),
            )
        })
        .collect();
    assert_eq!(
        terms,
        [
            (Kind::Location, vec!["U".to_owned()]),
            (Kind::Service, vec!["T".to_owned(), "W".to_owned()])
        ]
    );
    assert_eq!(kept.keys(), [("attributes.csv", 4, "import-row-no-owner")]);
}

#[test]
fn json_in_any_wrapping_is_read_and_bad_rows_are_told() {
    let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    packed.write_all(b"{\"id\":\"1\",\"name\":\"a\"}\n{oops\n{\"id\":\"2\"}\n").unwrap();
    let packed = packed.finish().unwrap();
    let folder = folder(&[
        ("services.ndjson.gz", &packed),
        ("organizations.json", b"{\"contents\":[{\"id\":\"7\"}],\"total_pages\":1}"),
        ("thing.json", b"[{\"id\":\"8\",\"location_type\":\"physical\"},{\"id\":\"9\"},5]"),
    ]);
    let kept = read_all(folder.path()).unwrap();
    let kinds: Vec<_> = kept
        .records
        .iter()
        .map(|(kind, record)| (*kind, record.text("id").unwrap().into_owned(), record.place.line))
        .collect();
    let expected = [
        (Kind::Organization, "7", 1),
        (Kind::Service, "1", 1),
        (Kind::Service, "2", 3),
        (Kind::Location, "8", 1),
    ];
    assert_eq!(kinds, expected.map(|(kind, id, line)| (kind, id.to_owned(), line)));
    let keys = [
        ("services.ndjson.gz", 2, "import-row-unreadable"),
        ("thing.json", 1, "import-row-unknown-kind"),
        ("thing.json", 1, "import-row-unreadable"),
    ];
    assert_eq!(kept.keys(), keys);
}

#[test]
fn what_cannot_be_read_is_refused_with_a_reason() {
    let folder = folder(&[
        ("a.pdf", b"%PDF-1.4"),
        ("b.json.gz", b"\x1f\x8b\x08garbage"),
        ("c.zip", b"PK\x03\x04garbage"),
        ("services.json", b"[{\"id\":1}"),
    ]);
    let refused = |name: &str| read_all(&folder.path().join(name)).err().unwrap().0.key.into_owned();
    assert_eq!(refused("a.pdf"), "import-refused-unknown");
    assert_eq!(refused("b.json.gz"), "import-refused-damaged");
    assert_eq!(refused("c.zip"), "import-refused-damaged");
    assert_eq!(refused("services.json"), "import-refused-truncated");
    assert_eq!(refused("nowhere"), "import-refused-missing");
}

#[test]
fn a_bomb_does_not_go_off() {
    let mut zeros = vec![b' '; 64 << 20];
    zeros[0] = b'[';
    let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    packed.write_all(&zeros).unwrap();
    let folder = folder(&[
        ("services.json.gz", &packed.finish().unwrap()),
        ("bomb.zip", &zipped(&[("services.csv", &zeros)])),
    ]);
    for name in ["services.json.gz", "bomb.zip"] {
        assert_eq!(
            read_all(&folder.path().join(name)).err().unwrap().0.key,
            "import-refused-bomb",
            "{name}"
        );
    }
}

#[test]
fn an_archive_cannot_write_beside_its_folder() {
    let folder = folder(&[(
        "evil.zip",
        &zipped(&[("../../outside.csv", b"id\n1\n"), ("services.csv", b"id,name\n1,Meals\n")]),
    )]);
    let kept = read_all(&folder.path().join("evil.zip")).unwrap();
    assert_eq!(kept.records.len(), 1);
    assert!(!folder.path().join("../outside.csv").exists());
}

#[test]
fn one_id_repeated_without_end_does_not_fill_the_memory() {
    let mut contacts = b"id,service_id,name\n".to_vec();
    let mut phones = b"id,contact_id,number\n".to_vec();
    for _ in 0..500 {
        contacts.extend(b"c,1,Desk\n");
        phones.extend(b"p,c,123\n");
    }
    let folder = folder(&[
        ("services.csv", b"id,name\n1,Meals\n"),
        ("contacts.csv", &contacts),
        ("phones.csv", &phones),
    ]);
    let kept = read_all(folder.path()).unwrap();
    let count: usize = kept.records[0]
        .1
        .many("contacts")
        .map(|(_, contact)| 1 + contact.many("phones").count())
        .sum();
    assert!(count <= super::super::limits::MAX_PARTS);
    assert!(kept.keys().iter().any(|(.., key)| *key == "import-row-too-many-parts"));
}

/// A page of an API that answers whatever is asked, from a list of answers by path.
fn server(answers: Vec<(&'static str, &'static str)>) -> String {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let address = format!("http://{}", listener.local_addr().unwrap());
    std::thread::spawn(move || {
        for stream in listener.incoming() {
            let Ok(mut stream) = stream else { return };
            let mut request = BufReader::new(stream.try_clone().unwrap());
            let mut first = String::new();
            if request.read_line(&mut first).is_err() {
                continue;
            }
            let mut header = String::new();
            while request.read_line(&mut header).is_ok_and(|count| count > 2) {
                header.clear();
            }
            let path = first.split(' ').nth(1).unwrap_or_default().to_owned();
            let found = answers.iter().find(|(own, _)| path.starts_with(own));
            let (status, body) = found.map_or(("404 Not Found", "{}"), |(_, body)| ("200 OK", *body));
            let _ = write!(
                stream,
                "HTTP/1.1 {status}\r\nContent-Length: {}\r\nConnection: close\r\n\r\n{body}",
                body.len()
            );
        }
    });
    address
}

#[test]
fn a_live_api_is_walked_page_by_page_and_bare_entries_are_asked_for() {
    let address = server(vec![
        (
            "/v3/services?page=1&per_page=100&full=true&modified_after=2026-01-02T03%3A04%3A05Z",
            r#"{"total_pages":2,"contents":[{"id":"a","name":"A","organization":{"id":"o"}}]}"#,
        ),
        ("/v3/services?page=2", r#"{"total_pages":2,"contents":[{"id":"b","name":"B"}]}"#),
        ("/v3/services/b", "{\"id\":\"b\",\n\"name\":\"B\",\"service_at_locations\":[]}"),
        (
            "/v3/organizations?",
            r#"{"total_pages":1,"last_page":true,"contents":[{"id":"o","name":"O"}]}"#,
        ),
        ("/v3/taxonomies", r#"{"total_pages":0,"empty":true}"#),
    ]);
    let kept = read_source(&format!("{address}/v3/?modified_after=2026-01-02T03:04:05Z")).unwrap();
    let found: Vec<_> = kept
        .records
        .iter()
        .map(|(kind, record)| (*kind, record.text("id").unwrap().into_owned(), record.has("service_at_locations")))
        .collect();
    let expected = [
        (Kind::Organization, "o", false),
        (Kind::Service, "a", false),
        (Kind::Service, "b", true),
    ];
    assert_eq!(found, expected.map(|(kind, id, whole)| (kind, id.to_owned(), whole)));
    assert_eq!(&*kept.records[1].1.place.file, format!("{address}/v3/services"));
    assert_eq!(kept.keys(), []);
}

#[test]
fn an_api_that_repeats_its_page_for_ever_is_left_and_one_without_services_is_refused() {
    let address = server(vec![(
        "/services?",
        r#"{"total_pages":99999,"contents":[{"id":"a","organization":{}}]}"#,
    )]);
    assert_eq!(read_source(&address).unwrap().records.len(), 1);
    let refused = |source: &str| read_source(source).err().unwrap().0.key.into_owned();
    assert_eq!(refused(&server(vec![])), "import-refused-answer");
    for odd in ["http://user:word@example.org/", "https://"] {
        assert_eq!(refused(odd), "import-refused-address", "{odd}");
    }
}

#[test]
fn a_file_on_the_net_is_read_like_one_on_disk() {
    let address = server(vec![("/data/services.json", r#"[{"id":"1","name":"A"}]"#)]);
    assert_eq!(read_source(&format!("{address}/data/services.json?x=1")).unwrap().records.len(), 1);
}

/// A package in which some bytes were changed, cut or doubled.
fn mutated() -> impl Strategy<Value = Vec<(usize, Vec<u8>)>> {
    let change = (0..3_usize, any::<prop::sample::Index>(), any::<u8>(), 0..4_u8);
    prop::collection::vec(change, 1..12).prop_map(|changes| {
        let mut files: Vec<(usize, Vec<u8>)> = PACKAGE
            .iter()
            .take(3)
            .enumerate()
            .map(|(at, (_, bytes))| (at, bytes.to_vec()))
            .collect();
        for (file, at, byte, how) in changes {
            let bytes = &mut files[file].1;
            if bytes.is_empty() {
                continue;
            }
            let at = at.index(bytes.len());
            match how {
                0 => bytes[at] = byte,
                1 => bytes.truncate(at),
                2 => bytes.insert(at, byte),
                _ => bytes.extend_from_within(at..),
            }
        }
        files
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn a_spoilt_package_is_read_or_refused_and_never_more(files in mutated()) {
        let folder = tempfile::tempdir().unwrap();
        for (at, bytes) in files {
            std::fs::write(folder.path().join(PACKAGE[at].0), bytes).unwrap();
        }
        let _ = read_all(folder.path());
    }

    #[test]
    fn a_spoilt_archive_is_read_or_refused_and_never_more(at in any::<prop::sample::Index>(), byte in any::<u8>(), cut in any::<prop::sample::Index>()) {
        let mut bytes = zipped(&PACKAGE);
        let place = at.index(bytes.len());
        bytes[place] = byte;
        bytes.truncate(cut.index(bytes.len()) + 1);
        let folder = folder(&[("x.zip", &bytes)]);
        let _ = read_all(&folder.path().join("x.zip"));
    }

    #[test]
    fn any_bytes_under_any_name_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..300), name in prop::sample::select(vec!["services.csv", "services.json", "x.ndjson", "x.zip", "taxonomy.csv", "x"]), magic in prop::sample::select(vec![&b""[..], b"PK\x03\x04", b"\x1f\x8b", b"{", b"[{", b"\xff\xfe"])) {
        let folder = folder(&[(name, &[magic, &bytes].concat())]);
        let _ = read_all(&folder.path().join(name));
    }
}
