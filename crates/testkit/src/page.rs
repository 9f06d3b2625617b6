//! A page that answers questions in the visitor's terms.
use http::{HeaderMap, StatusCode};
use scraper::{ElementRef, Html, Selector};

/// What came back.
#[derive(Debug)]
pub struct Page {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub bytes: axum::body::Bytes,
}

/// An element of a page, as values.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    pub text: String,
    pub attributes: Vec<(String, String)>,
}

impl Found {
    /// An attribute's value.
    pub fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(n, _)| n == name).map(|(_, v)| v.as_str())
    }
}

impl Page {
    pub(crate) fn new(status: StatusCode, headers: HeaderMap, bytes: axum::body::Bytes) -> Self {
        Self { status, headers, bytes }
    }

    /// The body as text.
    pub fn text(&self) -> String {
        String::from_utf8(self.bytes.to_vec()).expect("the body is text")
    }

    /// The body as JSON.
    pub fn json(&self) -> serde_json::Value {
        serde_json::from_slice(&self.bytes).unwrap_or_else(|error| panic!("the body is no JSON ({error}): {}", self.text()))
    }

    /// A header's value; empty when it is missing.
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |v| v.to_str().expect("the header is text"))
    }

    /// Every element a CSS selector finds.
    pub fn all(&self, selector: &str) -> Vec<Found> {
        let html = Html::parse_document(&self.text());
        html.select(&Selector::parse(selector).expect("a CSS selector"))
            .map(found)
            .collect()
    }

    /// The one element a CSS selector finds.
    pub fn one(&self, selector: &str) -> Found {
        let mut all = self.all(selector);
        assert_eq!(all.len(), 1, "`{selector}` finds {} elements in:\n{}", all.len(), self.text());
        all.remove(0)
    }

    /// The text of the page's `h1`.
    pub fn heading(&self) -> String {
        self.one("h1").text
    }

    /// Where the link with this text leads.
    pub fn link(&self, text: &str) -> String {
        let link = self.all("a").into_iter().find(|a| a.text == text);
        let link = link.unwrap_or_else(|| panic!("no link “{text}” in:\n{}", self.text()));
        link.attribute("href").unwrap_or_default().to_owned()
    }

    /// Whether a visitor sees these words.
    pub fn says(&self, words: &str) -> bool {
        let html = Html::parse_document(&self.text());
        words_of(html.root_element()).contains(words)
    }

    /// The value of a form field by its name.
    pub fn field(&self, name: &str) -> String {
        self.one(&format!("[name=\"{name}\"]"))
            .attribute("value")
            .unwrap_or_default()
            .to_owned()
    }

    /// The message beside a form field, empty when there is none.
    pub fn error_of(&self, name: &str) -> String {
        self.all(&format!("#{name}-error"))
            .first()
            .map(|f| f.text.clone())
            .unwrap_or_default()
    }
}

fn found(element: ElementRef<'_>) -> Found {
    Found {
        text: words_of(element),
        attributes: element.value().attrs().map(|(n, v)| (n.to_owned(), v.to_owned())).collect(),
    }
}

/// The text as read: white space as single spaces.
fn words_of(element: ElementRef<'_>) -> String {
    element.text().collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ")
}
