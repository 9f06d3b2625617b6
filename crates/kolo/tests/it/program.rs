//! Running the program itself.
use std::io::{BufRead, BufReader, Read};
use std::path::Path;
use std::process::{Child, Command, Output, Stdio};
use tempfile::TempDir;

/// An instance in a folder of its own, on the database of this test run.
#[derive(Debug)]
pub(super) struct Instance {
    folder: TempDir,
    /// Address of an own PostgreSQL database; SQLite in the folder without.
    database: Option<String>,
}

/// How a command ended.
#[derive(Debug)]
pub(super) struct Ended {
    pub(super) code: Option<i32>,
    pub(super) out: String,
    pub(super) complaint: String,
}

impl From<Output> for Ended {
    fn from(output: Output) -> Self {
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
        Self {
            code: output.status.code(),
            out: text(output.stdout),
            complaint: text(output.stderr),
        }
    }
}

impl Instance {
    pub(super) async fn new() -> Self {
        Self {
            folder: tempfile::tempdir().unwrap(),
            database: kolo_testkit::empty_database().await,
        }
    }

    pub(super) fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// Where its data lies, for those who come in by the back door.
    pub(super) fn database(&self) -> String {
        let file = || format!("sqlite://{}", self.folder.path().join("kolo.sqlite").display());
        self.database.clone().unwrap_or_else(file)
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_kolo"));
        // Nothing of the machine's own settings may change what is tested.
        let settings = std::env::vars_os().filter(|(name, _)| name.to_string_lossy().starts_with("KOLO_"));
        settings.for_each(|(name, _)| {
            command.env_remove(name);
        });
        command
            .args(arguments)
            .arg("--data")
            .arg(self.folder.path())
            .env("KOLO_LOG", "warn");
        if let Some(database) = &self.database {
            command.args(["--database", database]);
        }
        command
    }

    /// Runs a command to its end.
    pub(super) fn run(&self, arguments: &[&str]) -> Ended {
        self.command(arguments).output().unwrap().into()
    }

    /// Runs a command that must succeed and returns what it said.
    pub(super) fn done(&self, arguments: &[&str]) -> String {
        let ended = self.run(arguments);
        assert_eq!(ended.code, Some(0), "kolo {arguments:?}: {ended:?}");
        ended.out
    }

    /// Starts the server; each request says itself whom it comes from, so that limits do not get in the way.
    pub(super) fn serve(&self) -> Server {
        let mut command = self.command(&["serve", "--listen", "127.0.0.1:0"]);
        let mut child = command.env("KOLO_BEHIND_PROXY", "true").stdout(Stdio::piped()).spawn().unwrap();
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let origin = loop {
            let line = lines.next().expect("the server says where it serves").unwrap();
            if let Some((_, origin)) = line.split_once("http://") {
                break format!("http://{origin}");
            }
        };
        Server { child, origin }
    }
}

/// A running server; killed when it goes out of scope.
#[derive(Debug)]
pub(super) struct Server {
    child: Child,
    pub(super) origin: String,
}

impl Server {
    /// Ends it as a power cut would: no farewell, nothing flushed.
    pub(super) fn kill(mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }

    /// Asks it to end and waits until it has.
    pub(super) fn end(mut self) -> Option<i32> {
        let asked = Command::new("kill").args(["-TERM", &self.child.id().to_string()]).status().unwrap();
        assert!(asked.success());
        let mut rest = String::new();
        self.child.stdout.take().map(|mut out| out.read_to_string(&mut rest));
        self.child.wait().unwrap().code()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // It may have ended already.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
