//! Killed in the middle of its work, the server has lost nothing it had said yes to.
use super::program::{Instance, Server};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc;

const CLERKS: usize = 4;

/// Somebody signed in, in any number of windows.
struct Coordinator {
    agent: ureq::Agent,
    cookie: String,
}

impl Coordinator {
    /// Follows a one-time link.
    fn sign_in(server: &Server, path: &str) -> Self {
        let agent: ureq::Agent = ureq::Agent::config_builder()
            .http_status_as_error(false)
            .max_redirects(0)
            .timeout_global(Some(std::time::Duration::from_secs(30)))
            .build()
            .into();
        let answer = agent.post(format!("{}{path}", server.origin)).send_form([("", "")]).unwrap();
        assert_eq!(answer.status(), 303);
        let mut cookies = answer.headers().get_all("set-cookie").iter().map(|cookie| cookie.to_str().unwrap());
        let cookie = cookies.find(|cookie| cookie.starts_with("kolo_session=")).unwrap();
        let cookie = cookie.split(';').next().unwrap().to_owned();
        Self { agent, cookie }
    }

    fn people(&self, server: &Server) -> String {
        let page = self
            .agent
            .get(format!("{}/misto/desk/people", server.origin))
            .header("cookie", &self.cookie);
        let mut answer = page.call().unwrap();
        assert_eq!(answer.status(), 200, "the session outlived the server");
        answer.body_mut().read_to_string().unwrap()
    }

    /// Invites somebody; whether the server said that it is done.
    fn invite(&self, server: &str, csrf: &str, nth: usize) -> bool {
        let [_, _, a, b] = u32::try_from(nth).unwrap().to_be_bytes();
        let post = self
            .agent
            .post(format!("{server}/misto/desk/people/invite"))
            .header("cookie", &self.cookie);
        let post = post.header("x-forwarded-for", format!("10.0.{a}.{b}"));
        let form = [("csrf", csrf), ("email", &email(nth)), ("role", "volunteer"), ("lang", "uk")];
        match post.send_form(form) {
            Ok(answer) => {
                assert_eq!(answer.status(), 303, "the server refused");
                true
            }
            Err(_) => false,
        }
    }
}

fn email(nth: usize) -> String {
    format!("guest-{nth:04}@example.org")
}

fn csrf_of(page: &str) -> String {
    let (_, rest) = page.split_once("name=\"csrf\" value=\"").unwrap();
    rest.split('"').next().unwrap().to_owned()
}

/// Four clerks write as fast as they can; the server is killed when `enough` writes were acknowledged.
fn write_until_killed(
    server: Server,
    coordinator: &Coordinator,
    csrf: &str,
    next: &AtomicUsize,
    acknowledged: &Mutex<Vec<usize>>,
    enough: usize,
) {
    let (said_yes, yeses) = mpsc::channel();
    let origin = server.origin.clone();
    std::thread::scope(|scope| {
        for _ in 0..CLERKS {
            let (said_yes, origin) = (said_yes.clone(), origin.as_str());
            scope.spawn(move || {
                loop {
                    let nth = next.fetch_add(1, Ordering::Relaxed);
                    if !coordinator.invite(origin, csrf, nth) {
                        return;
                    }
                    acknowledged.lock().unwrap().push(nth);
                    if said_yes.send(()).is_err() {
                        return;
                    }
                }
            });
        }
        drop(said_yes);
        assert_eq!(yeses.iter().take(enough).count(), enough);
        // The others are in the middle of their next.
        server.kill();
    });
}

#[tokio::test]
async fn killed_again_and_again_it_keeps_every_write_it_acknowledged() {
    let instance = Instance::new().await;
    instance.done(&["community", "add", "misto", "--name", "Місто", "--lang", "uk", "--country", "UA"]);
    let link = instance.done(&["user", "add", "olena@example.org", "--role", "coordinator", "--community", "misto"]);
    let path = link
        .lines()
        .find_map(|line| line.find("/sign-in/link/").map(|at| line[at..].trim().to_owned()))
        .unwrap();

    let mut server = instance.serve();
    let coordinator = Coordinator::sign_in(&server, &path);
    let csrf = csrf_of(&coordinator.people(&server));
    let (next, acknowledged) = (AtomicUsize::new(0), Mutex::default());
    for enough in [1, 9, 28, 47, 60] {
        write_until_killed(server, &coordinator, &csrf, &next, &acknowledged, enough);
        server = instance.serve();
        let page = coordinator.people(&server);
        let acknowledged = acknowledged.lock().unwrap();
        let lost: Vec<_> = acknowledged.iter().filter(|nth| !page.contains(&email(**nth))).collect();
        assert!(
            lost.is_empty(),
            "of {} acknowledged writes these are gone: {lost:?}",
            acknowledged.len()
        );
    }
    assert_eq!(server.end(), Some(0), "asked politely, it ends politely");
    let checked = instance.run(&["check"]);
    assert_eq!(
        (checked.code, checked.out.trim()),
        (Some(0), "Everything is in order."),
        "{checked:?}"
    );
    assert!(instance.folder().join("master.key").is_file());
}
