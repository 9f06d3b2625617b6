//! Letters through an SMTP server.
use anyhow::{Context, Result};
use futures_util::FutureExt;
use futures_util::future::BoxFuture;
use kolo_platform::mail::{Letter, Mailer};
use lettre::message::Mailbox;
use lettre::message::header::ContentType;
use lettre::{AsyncSmtpTransport, AsyncTransport, Message, Tokio1Executor};
use std::fmt;

/// A mail server and the address letters come from.
#[derive(Clone)]
pub struct Smtp {
    transport: AsyncSmtpTransport<Tokio1Executor>,
    from: Mailbox,
}

impl fmt::Debug for Smtp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Smtp(from {})", self.from.email)
    }
}

impl Smtp {
    /// `url` is `smtps://user:password@host`, `smtp://host:587?tls=required`, or `smtp://127.0.0.1:25` for a server on the
    /// same machine; `from` is the address people see.
    pub fn new(url: &str, from: &str) -> Result<Self> {
        // The address may hold a password, so it is left out of the error.
        let transport = AsyncSmtpTransport::<Tokio1Executor>::from_url(url)
            .context("the setting `smtp` is no SMTP address")?
            .build();
        let from = from
            .parse()
            .with_context(|| format!("the setting `mail_from` is no address: {from}"))?;
        Ok(Self { transport, from })
    }
}

fn written(from: &Mailbox, letter: Letter) -> Result<Message> {
    let message = Message::builder()
        .from(from.clone())
        .to(letter.to.parse().context("the address of a letter")?)
        .subject(letter.subject)
        .header(ContentType::TEXT_PLAIN)
        .body(letter.text)?;
    Ok(message)
}

impl Mailer for Smtp {
    fn send(&self, letter: Letter) -> BoxFuture<'static, Result<()>> {
        let Self { transport, from } = self.clone();
        async move {
            transport
                .send(written(&from, letter)?)
                .await
                .context("handing a letter to the mail server")?;
            Ok(())
        }
        .boxed()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
    use tokio::net::TcpListener;

    /// Takes one letter as a mail server would and returns what was said.
    async fn sink(listener: TcpListener) -> String {
        let (stream, _) = listener.accept().await.unwrap();
        let (read, mut write) = stream.into_split();
        let mut lines = BufReader::new(read).lines();
        let mut heard = String::new();
        let mut in_data = false;
        write.write_all(b"220 sink\r\n").await.unwrap();
        while let Some(line) = lines.next_line().await.unwrap() {
            heard.push_str(&line);
            heard.push('\n');
            let answer: &[u8] = match line.as_str() {
                "." if in_data => {
                    in_data = false;
                    b"250 taken\r\n"
                }
                _ if in_data => continue,
                "DATA" => {
                    in_data = true;
                    b"354 go on\r\n"
                }
                "QUIT" => break,
                _ if line.starts_with("EHLO") => b"250-sink\r\n250 SMTPUTF8\r\n",
                _ => b"250 fine\r\n",
            };
            write.write_all(answer).await.unwrap();
            if heard.ends_with("\n.\n") {
                break;
            }
        }
        heard
    }

    #[tokio::test]
    async fn a_letter_arrives_at_a_real_server_in_every_alphabet() {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("smtp://{}", listener.local_addr().unwrap());
        let server = tokio::spawn(sink(listener));
        let mailer = Smtp::new(&url, "Коло <kolo@example.org>").unwrap();
        let letter = Letter {
            to: "a@example.org".into(),
            subject: "Ґанок әліпби".into(),
            text: "Рядок\nhttps://example.org/x".into(),
        };
        mailer.send(letter).await.unwrap();
        let heard = server.await.unwrap();
        assert!(heard.contains("RCPT TO:<a@example.org>"), "{heard}");
        assert!(heard.contains("Subject: =?utf-8?b?"), "{heard}");
        assert!(!heard.contains("<html"), "{heard}");
    }

    #[test]
    fn an_address_that_would_add_a_header_is_refused() {
        let from: Mailbox = "kolo@example.org".parse().unwrap();
        let letter = Letter {
            to: "a@example.org\r\nBcc: b@example.org".into(),
            subject: "x".into(),
            text: "y".into(),
        };
        assert!(written(&from, letter).is_err());
    }

    #[test]
    fn a_wrong_setting_is_told_without_its_password() {
        let error = Smtp::new("smpt://user:secret@host", "kolo@example.org").unwrap_err();
        assert!(!format!("{error:#}").contains("secret"));
    }
}
