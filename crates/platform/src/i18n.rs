//! Messages in four languages: Fluent texts of every module, read once at the start.
use anyhow::{Result, bail};
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use kolo_words::{Lang, Message, Value};
use std::collections::HashMap;
use std::fmt;
use std::sync::Mutex;

/// The platform's own messages.
pub(crate) const WORDS: [(Lang, &str); 4] = [
    (Lang::En, include_str!("../locales/en/platform.ftl")),
    (Lang::Kk, include_str!("../locales/kk/platform.ftl")),
    (Lang::Ru, include_str!("../locales/ru/platform.ftl")),
    (Lang::Uk, include_str!("../locales/uk/platform.ftl")),
];

/// All messages of the house.
pub struct Catalogue {
    bundles: HashMap<Lang, FluentBundle<FluentResource>>,
    missing: Mutex<Vec<String>>,
}

impl fmt::Debug for Catalogue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Catalogue")
    }
}

impl Catalogue {
    /// Reads the texts; two modules with the same key, or a text that does not parse, stop the start.
    pub fn of(texts: impl IntoIterator<Item = (Lang, &'static str)>) -> Result<Self> {
        let mut bundles: HashMap<Lang, FluentBundle<FluentResource>> = HashMap::new();
        for (lang, text) in texts {
            let bundle = bundles.entry(lang).or_insert_with(|| {
                let tag = lang
                    .code()
                    .parse()
                    .unwrap_or_else(|_| unreachable!("because our codes are language tags"));
                let mut bundle = FluentBundle::new_concurrent(vec![tag]);
                // Isolation marks would end up in titles, attributes and letters.
                bundle.set_use_isolating(false);
                bundle
            });
            let resource =
                FluentResource::try_new(text.to_owned()).or_else(|(_, errors)| bail!("the {lang} messages do not parse: {errors:?}"))?;
            if let Err(errors) = bundle.add_resource(resource) {
                bail!("the {lang} messages clash: {errors:?}");
            }
        }
        Ok(Self {
            bundles,
            missing: Mutex::default(),
        })
    }

    /// Whether there is a message with this key; for keys that modules may leave out, such as the names of verbs.
    pub fn knows(&self, key: &str) -> bool {
        self.bundles.get(&Lang::En).is_some_and(|bundle| bundle.has_message(key))
    }

    /// The message in a language. A key that is missing there is shown in English, or as the key itself; the build
    /// makes sure neither happens.
    pub fn say(&self, lang: Lang, message: &Message) -> String {
        let mut args = FluentArgs::new();
        for (name, value) in &message.args {
            match value {
                Value::Text(text) => args.set(*name, FluentValue::from(text.as_str())),
                Value::Number(number) => args.set(*name, FluentValue::from(*number)),
            }
        }
        for lang in [lang, Lang::En] {
            let Some(bundle) = self.bundles.get(&lang) else { continue };
            let Some(pattern) = bundle.get_message(&message.key).and_then(|m| m.value()) else {
                continue;
            };
            let mut errors = Vec::new();
            let said = bundle.format_pattern(pattern, Some(&args), &mut errors);
            if !errors.is_empty() {
                self.note_missing(format!("{lang} {}: {errors:?}", message.key));
            }
            return said.into_owned();
        }
        self.note_missing(format!("{lang} {}", message.key));
        message.key.to_string()
    }

    fn note_missing(&self, what: String) {
        tracing::error!("a message is missing or lacks an argument: {what}");
        self.missing.lock().unwrap_or_else(std::sync::PoisonError::into_inner).push(what);
    }

    /// What was asked for and not found so far; tests assert that it is empty.
    pub fn missing(&self) -> Vec<String> {
        self.missing.lock().unwrap_or_else(std::sync::PoisonError::into_inner).clone()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plural_forms_follow_each_language() {
        let words = Catalogue::of([(
            Lang::Uk,
            "n = { $count ->\n    [one] { $count } місце\n    [few] { $count } місця\n    [many] { $count } місць\n   *[other] { $count } місця\n}\n",
        )])
        .unwrap();
        let say = |n: i64| words.say(Lang::Uk, &Message::new("n").with("count", n));
        assert_eq!(
            [say(1), say(2), say(5), say(11), say(21), say(112)],
            ["1 місце", "2 місця", "5 місць", "11 місць", "21 місце", "112 місць"]
        );
    }

    #[test]
    fn a_missing_key_is_noted() {
        let words = Catalogue::of([(Lang::En, "a = A")]).unwrap();
        assert_eq!(words.say(Lang::Kk, &Message::new("a")), "A");
        assert_eq!(words.say(Lang::Kk, &Message::new("b")), "b");
        assert_eq!(words.missing(), ["kk b"]);
    }
}
