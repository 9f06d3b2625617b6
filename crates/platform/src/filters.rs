//! Filters every template has in scope: `use kolo_platform::filters;` beside the page struct.
#![expect(
    clippy::inline_always,
    clippy::unused_self,
    clippy::unnecessary_wraps,
    clippy::trivially_copy_pass_by_ref,
    reason = "askama's macro writes these functions, and their shape is its contract"
)]
use crate::page::ShellData;
use askama::Values;
use askama::filters::Safe;
use kolo_words::{Message, Multilingual};
use std::fmt::Write as _;

fn shell(values: &dyn Values) -> askama::Result<&ShellData> {
    askama::get_value::<ShellData>(values, "shell")
}

/// The message in the page's language: `{{ "events-title"|t }}`.
#[askama::filter_fn]
pub fn t(message: impl Into<Message>, values: &dyn Values) -> askama::Result<String> {
    Ok(shell(values)?.say(message))
}

/// Adds an argument: `{{ "events-seats"|with("count", seats)|t }}`.
#[askama::filter_fn]
pub fn with<V: Into<kolo_words::Value>>(
    message: impl Into<Message>,
    _: &dyn Values,
    name: &'static str,
    value: V,
) -> askama::Result<Message> {
    Ok(message.into().with(name, value))
}

/// Content in the reader's language; marked with its own language when it is in another.
#[askama::filter_fn]
pub fn say(text: &Multilingual, values: &dyn Values) -> askama::Result<Safe<String>> {
    let wanted = shell(values)?.lang;
    let Some((lang, text)) = text.best(wanted) else {
        return Ok(Safe(String::new()));
    };
    let escaped = askama::filters::escape(text, askama::filters::Html)?.to_string();
    Ok(Safe(if lang == wanted {
        escaped
    } else {
        format!("<span lang=\"{lang}\">{escaped}</span>")
    }))
}

/// The same as paragraphs.
#[askama::filter_fn]
pub fn paragraphs(text: &Multilingual, values: &dyn Values) -> askama::Result<Safe<String>> {
    let wanted = shell(values)?.lang;
    let Some((lang, text)) = text.best(wanted) else {
        return Ok(Safe(String::new()));
    };
    let mark = if lang == wanted {
        String::new()
    } else {
        format!(" lang=\"{lang}\"")
    };
    let mut html = String::new();
    for paragraph in text.split("\n\n").map(str::trim).filter(|p| !p.is_empty()) {
        let escaped = askama::filters::escape(paragraph, askama::filters::Html)?.to_string();
        let _ = write!(html, "<p{mark}>{}</p>", escaped.replace('\n', "<br>"));
    }
    Ok(Safe(html))
}

/// The bare text in the reader's language, for titles and attributes.
#[askama::filter_fn]
pub fn plain(text: &Multilingual, values: &dyn Values) -> askama::Result<String> {
    Ok(text.say(shell(values)?.lang).to_owned())
}

/// A link within the community: `{{ "/services"|at }}`.
#[askama::filter_fn]
pub fn at(path: impl std::fmt::Display, values: &dyn Values) -> askama::Result<String> {
    Ok(format!("{}{path}", shell(values)?.prefix))
}

/// A day with its month in words.
#[askama::filter_fn]
pub fn day(date: impl std::borrow::Borrow<chrono::NaiveDate>, values: &dyn Values) -> askama::Result<String> {
    let shell = shell(values)?;
    Ok(crate::dates::day(&shell.words, shell.lang, *date.borrow()))
}

/// A whole number with its groups parted.
#[askama::filter_fn]
pub fn number(n: &u64, values: &dyn Values) -> askama::Result<String> {
    Ok(crate::dates::number(shell(values)?.lang, *n))
}
