//! What is said to a person, before it is known in which language.
use std::borrow::Cow;

/// A message: its key in the Fluent files and the arguments it needs.
#[derive(Clone, Debug, PartialEq)]
pub struct Message {
    pub key: Cow<'static, str>,
    pub args: Vec<(&'static str, Value)>,
}

/// An argument of a message; numbers choose plural forms.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    Text(String),
    Number(f64),
}

impl Message {
    pub const fn new(key: &'static str) -> Self {
        Self {
            key: Cow::Borrowed(key),
            args: Vec::new(),
        }
    }

    /// Adds an argument.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<Value>) -> Self {
        self.args.push((name, value.into()));
        self
    }
}

impl From<&'static str> for Message {
    fn from(key: &'static str) -> Self {
        Self::new(key)
    }
}
impl From<&Message> for Message {
    fn from(message: &Message) -> Self {
        message.clone()
    }
}
// Templates hand on what they loop over by one more reference.
impl From<&&'static str> for Message {
    fn from(key: &&'static str) -> Self {
        Self::new(key)
    }
}
impl From<&&Self> for Message {
    fn from(message: &&Self) -> Self {
        (*message).clone()
    }
}
impl From<&&str> for Value {
    fn from(text: &&str) -> Self {
        Self::Text((*text).to_owned())
    }
}
impl From<&&String> for Value {
    fn from(text: &&String) -> Self {
        Self::Text((*text).clone())
    }
}
impl From<String> for Value {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}
impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}
impl From<&String> for Value {
    fn from(text: &String) -> Self {
        Self::Text(text.clone())
    }
}
macro_rules! numbers {
    ($($t:ty),*) => { $(
        impl From<$t> for Value {
            fn from(n: $t) -> Self {
                #[allow(clippy::allow_attributes, clippy::cast_precision_loss, clippy::cast_lossless, clippy::unnecessary_cast, reason = "counts shown to people stay far below 2^53")]
                Self::Number(n as f64)
            }
        }
        impl From<&$t> for Value {
            fn from(n: &$t) -> Self { Self::from(*n) }
        }
    )* };
}
numbers!(i32, u32, i64, u64, usize, u8, u16, f64);
