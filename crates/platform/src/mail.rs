//! Letters: what is sent, not how. Nothing of a case is ever in a letter, only a neutral subject and a link (RULES R15).
use anyhow::Result;
use futures_util::future::BoxFuture;
use std::fmt::Debug;
use std::sync::Mutex;

/// A letter to one person, as plain text: what people wrote never becomes markup.
#[derive(Clone, PartialEq, Eq)]
pub struct Letter {
    pub to: String,
    pub subject: String,
    pub text: String,
}

impl Debug for Letter {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Letter(…)")
    }
}

/// Something that delivers letters. Called from jobs only, never inside a write.
pub trait Mailer: Debug + Send + Sync {
    fn send(&self, letter: Letter) -> BoxFuture<'static, Result<()>>;
}

/// Keeps letters instead of sending them: tests, and an instance without a mail server.
#[derive(Debug, Default)]
pub struct LetterBox(Mutex<Vec<Letter>>);

impl LetterBox {
    /// The letters so far, oldest first; the box is empty afterwards.
    pub fn take(&self) -> Vec<Letter> {
        std::mem::take(&mut *self.0.lock().unwrap_or_else(std::sync::PoisonError::into_inner))
    }
}

impl Mailer for LetterBox {
    fn send(&self, letter: Letter) -> BoxFuture<'static, Result<()>> {
        let mut letters = self.0.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        // An instance that never gets a mail server must not fill its memory.
        if letters.len() < 1_000 {
            letters.push(letter);
        }
        Box::pin(async { Ok(()) })
    }
}
