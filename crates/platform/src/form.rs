//! Forms on the server: raw fields in, a clean value or the same form with its mistakes out.
use kolo_words::Message;

/// What a person sent, before anything is believed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Submitted {
    fields: Vec<(String, String)>,
}

impl Submitted {
    pub const fn new(fields: Vec<(String, String)>) -> Self {
        Self { fields }
    }

    /// The first value of a field, trimmed; empty when it was not sent.
    pub fn value(&self, name: &str) -> &str {
        self.fields.iter().find(|(n, _)| n == name).map_or("", |(_, value)| value.trim())
    }

    /// Every value of a field, for checkboxes.
    pub fn values<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.fields.iter().filter(move |(n, _)| n == name).map(|(_, value)| value.trim())
    }

    pub fn is_checked(&self, name: &str) -> bool {
        !self.value(name).is_empty()
    }
}

/// A field a person has to look at again, and why.
#[derive(Clone, Debug, PartialEq)]
pub struct Mistake {
    pub field: String,
    pub message: Message,
}

/// Something must be written here.
pub const NEEDED: &str = "form-needed";
/// The text is longer than there is room for.
pub const TOO_LONG: &str = "form-too-long";

/// Turns raw fields into meaning and remembers every mistake on the way, so that a person mends all of them at once.
#[derive(Debug)]
pub struct Checks<'a> {
    form: &'a Submitted,
    mistakes: Vec<Mistake>,
}

impl<'a> Checks<'a> {
    pub const fn of(form: &'a Submitted) -> Self {
        Self {
            form,
            mistakes: Vec::new(),
        }
    }

    /// A field that must be there and must parse.
    pub fn need<T>(&mut self, name: &str, parse: impl FnOnce(&str) -> Result<T, Message>) -> Option<T> {
        if self.form.value(name).is_empty() {
            self.refuse(name, NEEDED);
            return None;
        }
        self.may(name, parse)
    }

    /// A field that may be empty; what is there must parse.
    pub fn may<T>(&mut self, name: &str, parse: impl FnOnce(&str) -> Result<T, Message>) -> Option<T> {
        let value = self.form.value(name);
        if value.is_empty() {
            return None;
        }
        match parse(value) {
            Ok(parsed) => Some(parsed),
            Err(message) => {
                self.refuse(name, message);
                None
            }
        }
    }

    /// Notes a mistake the caller found.
    pub fn refuse(&mut self, name: &str, message: impl Into<Message>) {
        self.mistakes.push(Mistake {
            field: name.to_owned(),
            message: message.into(),
        });
    }

    /// The clean value, if everything needed was there and nothing was wrong.
    pub fn done<T>(self, value: Option<T>) -> Result<T, Vec<Mistake>> {
        match value {
            Some(value) if self.mistakes.is_empty() => Ok(value),
            _ => Err(self.mistakes),
        }
    }
}

/// Parses a text of at most `limit` characters.
pub fn text(limit: usize) -> impl FnOnce(&str) -> Result<String, Message> {
    move |value| {
        if value.chars().count() > limit {
            Err(Message::new(TOO_LONG).with("limit", limit))
        } else {
            Ok(value.to_owned())
        }
    }
}

/// Parses an e-mail address: something, one @, a host with a dot; the letter itself is the real proof.
pub fn email(value: &str) -> Result<String, Message> {
    let is_address = value.split_once('@').is_some_and(|(user, host)| {
        !user.is_empty() && host.contains('.') && !host.contains('@') && !host.starts_with('.') && !host.ends_with('.')
    });
    let is_plain = value.len() <= 254 && !value.chars().any(|c| c.is_whitespace() || c.is_control() || "<>,;\"".contains(c));
    if is_address && is_plain {
        Ok(value.to_owned())
    } else {
        Err(Message::new("form-not-an-email"))
    }
}

/// A field as templates draw it.
#[derive(Clone, Debug, PartialEq)]
pub struct Field {
    pub name: &'static str,
    pub label: Message,
    pub hint: Option<Message>,
    pub value: String,
    pub error: Option<Message>,
    pub is_required: bool,
    /// Token of the HTML `autocomplete` attribute; empty for none.
    pub autocomplete: &'static str,
    /// The HTML input type.
    pub kind: &'static str,
    /// For selects and radio buttons: value and label.
    pub options: Vec<(String, String)>,
}

impl Field {
    pub fn new(name: &'static str, label: impl Into<Message>) -> Self {
        Self {
            name,
            label: label.into(),
            hint: None,
            value: String::new(),
            error: None,
            is_required: false,
            autocomplete: "",
            kind: "text",
            options: Vec::new(),
        }
    }

    #[must_use]
    pub fn hint(mut self, hint: impl Into<Message>) -> Self {
        self.hint = Some(hint.into());
        self
    }

    #[must_use]
    pub const fn required(mut self) -> Self {
        self.is_required = true;
        self
    }

    #[must_use]
    pub const fn kind(mut self, kind: &'static str) -> Self {
        self.kind = kind;
        self
    }

    #[must_use]
    pub const fn autocomplete(mut self, token: &'static str) -> Self {
        self.autocomplete = token;
        self
    }

    #[must_use]
    pub fn options(mut self, options: Vec<(String, String)>) -> Self {
        self.options = options;
        self
    }

    #[must_use]
    pub fn value(mut self, value: impl Into<String>) -> Self {
        self.value = value.into();
        self
    }

    /// Keeps what was typed and says what was wrong with it; passwords are never sent back.
    #[must_use]
    pub fn again(mut self, form: &Submitted, mistakes: &[Mistake]) -> Self {
        if self.kind != "password" {
            form.value(self.name).clone_into(&mut self.value);
        }
        self.error = mistakes.iter().find(|m| m.field == self.name).map(|m| m.message.clone());
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sent(fields: &[(&str, &str)]) -> Submitted {
        Submitted::new(fields.iter().map(|(n, v)| ((*n).to_owned(), (*v).to_owned())).collect())
    }

    #[test]
    fn all_mistakes_are_told_at_once_and_what_was_typed_is_kept() {
        let form = sent(&[("email", "nobody"), ("name", "  "), ("password", "secret")]);
        let mut checks = Checks::of(&form);
        let address = checks.need("email", email);
        let name = checks.need("name", text(10));
        let mistakes = checks.done(address.zip(name)).unwrap_err();
        assert_eq!(mistakes.iter().map(|m| m.field.as_str()).collect::<Vec<_>>(), ["email", "name"]);
        let field = Field::new("email", "label").again(&form, &mistakes);
        assert_eq!(
            (field.value.as_str(), field.error.map(|e| e.key.to_string()).as_deref()),
            ("nobody", Some("form-not-an-email"))
        );
        assert_eq!(Field::new("password", "label").kind("password").again(&form, &mistakes).value, "");
    }

    #[test]
    fn addresses_that_could_break_a_letter_are_refused() {
        assert!(email("a.b+c@пошта.укр").is_ok());
        for bad in ["a@b", "a b@c.d", "a@b.c\r\nBcc: x@y.z", "@b.c", "a@@b.c", "<a@b.c>", "a@b.c,d@e.f"] {
            assert!(email(bad).is_err(), "{bad}");
        }
    }
}
