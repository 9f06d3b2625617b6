//! What the message files say: the keys of each language, with the variables they use and the forms they have.
use crate::plurals::{self, Kind};
use crate::{LANGUAGES, Problem, source};
use fluent_syntax::ast;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// One message, or one attribute of a message (`key.attribute`), in one language.
#[derive(Clone, Debug, Default)]
pub(crate) struct Entry {
    pub place: String,
    pub variables: BTreeSet<String>,
    /// Other messages and terms (`-term`) quoted inside.
    pub references: BTreeSet<String>,
    pub plural_mistakes: Vec<String>,
}

/// All messages of one crate.
#[derive(Debug, Default)]
pub(crate) struct Catalogue {
    pub languages: BTreeMap<&'static str, BTreeMap<String, Entry>>,
    /// Beginnings of keys that code puts together at run time.
    pub dynamic: BTreeSet<String>,
}

impl Catalogue {
    /// Reads `locales/{en,kk,ru,uk}/*.ftl` below `root`; a crate without messages has an empty catalogue.
    pub(crate) fn read(root: &Path, problems: &mut BTreeSet<Problem>) -> Self {
        let mut catalogue = Self::default();
        for language in LANGUAGES {
            let folder = root.join("locales").join(language);
            for (path, text) in source::texts(root, &folder, |path| path.extension().is_some_and(|extension| extension == "ftl")) {
                catalogue.add(language, &path, &text, problems);
            }
        }
        catalogue
    }

    pub(crate) fn entry(&self, language: &str, key: &str) -> Option<&Entry> {
        self.languages.get(language)?.get(key)
    }

    pub(crate) fn knows(&self, key: &str) -> bool {
        self.languages.values().any(|entries| entries.contains_key(key))
    }

    /// The variables of a message and of every message it quotes, here or in the platform.
    pub(crate) fn variables(&self, platform: &Self, language: &str, key: &str) -> BTreeSet<String> {
        let (mut open, mut seen, mut variables) = (vec![key.to_owned()], BTreeSet::new(), BTreeSet::new());
        while let Some(key) = open.pop() {
            if !seen.insert(key.clone()) {
                continue;
            }
            if let Some(entry) = self.entry(language, &key).or_else(|| platform.entry(language, &key)) {
                variables.extend(entry.variables.iter().cloned());
                // A term sees only what is passed to it in place, never the message's variables.
                open.extend(entry.references.iter().filter(|reference| !reference.starts_with('-')).cloned());
            }
        }
        variables
    }

    fn add(&mut self, language: &'static str, path: &str, text: &str, problems: &mut BTreeSet<Problem>) {
        let lines: Vec<String> = text.lines().map(str::to_owned).collect();
        let mut read = 0;
        // Entries come in the order of their lines, so the search goes on where the last one was found.
        let mut line_of = |key: &str| {
            let starts = |line: &String| line.strip_prefix(key).is_some_and(|rest| rest.trim_start().starts_with('='));
            read += lines.iter().skip(read).position(starts).map_or(0, |index| index + 1);
            format!("{path}:{read}")
        };
        let resource = match fluent_syntax::parser::parse(text.to_owned()) {
            Ok(resource) => resource,
            Err((resource, errors)) => {
                for error in errors {
                    let line = text.get(..error.pos.start).map_or(1, |before| before.matches('\n').count() + 1);
                    problems.insert(Problem::error(format!("{path}:{line}"), format!("cannot be read: {}", error.kind)));
                }
                resource
            }
        };
        for part in resource.body {
            let (key, value, attributes) = match part {
                ast::Entry::Message(message) => (message.id.name, message.value, message.attributes),
                ast::Entry::Term(term) => (format!("-{}", term.id.name), Some(term.value), term.attributes),
                ast::Entry::Comment(comment) | ast::Entry::GroupComment(comment) | ast::Entry::ResourceComment(comment) => {
                    self.note_dynamic(&comment.content);
                    continue;
                }
                ast::Entry::Junk { .. } => continue,
            };
            let place = line_of(&key);
            if let Some(value) = value {
                self.insert(language, key.clone(), &place, &value, problems);
            }
            for attribute in attributes {
                self.insert(language, format!("{key}.{}", attribute.id.name), &place, &attribute.value, problems);
            }
        }
    }

    fn insert(&mut self, language: &'static str, key: String, place: &str, value: &ast::Pattern<String>, problems: &mut BTreeSet<Problem>) {
        let mut entry = Entry {
            place: place.to_owned(),
            ..Entry::default()
        };
        entry.read_pattern(language, value);
        if key.starts_with('-') {
            entry.variables.clear();
        }
        let entries = self.languages.entry(language).or_default();
        if let Some(before) = entries.get(&key) {
            problems.insert(Problem::error(place, format!("`{key}` is said twice, first at {}", before.place)));
        } else {
            entries.insert(key, entry);
        }
    }

    /// `## dynamic: date-month- date-day-`
    fn note_dynamic(&mut self, lines: &[String]) {
        for line in lines {
            if let Some(prefixes) = line.trim().strip_prefix("dynamic:") {
                self.dynamic
                    .extend(prefixes.split([' ', ',']).filter(|prefix| !prefix.is_empty()).map(str::to_owned));
            }
        }
    }
}

impl Entry {
    fn read_pattern(&mut self, language: &str, pattern: &ast::Pattern<String>) {
        for element in &pattern.elements {
            if let ast::PatternElement::Placeable { expression } = element {
                self.read_expression(language, expression);
            }
        }
    }

    fn read_expression(&mut self, language: &str, expression: &ast::Expression<String>) {
        match expression {
            ast::Expression::Inline(inline) => self.read_inline(language, inline),
            ast::Expression::Select { selector, variants } => {
                self.read_inline(language, selector);
                self.check_forms(language, selector, variants);
                for variant in variants {
                    self.read_pattern(language, &variant.value);
                }
            }
        }
    }

    fn read_inline(&mut self, language: &str, inline: &ast::InlineExpression<String>) {
        match inline {
            ast::InlineExpression::VariableReference { id } => {
                self.variables.insert(id.name.clone());
            }
            ast::InlineExpression::MessageReference { id, attribute } => {
                self.references.insert(named(&id.name, attribute.as_ref()));
            }
            ast::InlineExpression::TermReference { id, attribute, arguments } => {
                self.references.insert(format!("-{}", named(&id.name, attribute.as_ref())));
                if let Some(arguments) = arguments {
                    self.read_arguments(language, arguments);
                }
            }
            ast::InlineExpression::FunctionReference { arguments, .. } => self.read_arguments(language, arguments),
            ast::InlineExpression::Placeable { expression } => self.read_expression(language, expression),
            ast::InlineExpression::StringLiteral { .. } | ast::InlineExpression::NumberLiteral { .. } => {}
        }
    }

    fn read_arguments(&mut self, language: &str, arguments: &ast::CallArguments<String>) {
        for argument in &arguments.positional {
            self.read_inline(language, argument);
        }
        for argument in &arguments.named {
            self.read_inline(language, &argument.value);
        }
    }

    /// A choice among plural forms has every form of the language and none of another.
    fn check_forms(&mut self, language: &str, selector: &ast::InlineExpression<String>, variants: &[ast::Variant<String>]) {
        let (mut forms, mut exact) = (BTreeSet::new(), 0);
        for variant in variants {
            match &variant.key {
                ast::VariantKey::Identifier { name } if plurals::is_category(name) => {
                    forms.insert(name.as_str());
                }
                ast::VariantKey::NumberLiteral { .. } => exact += 1,
                // A word of ours (`[phone] … *[other] …`): the choice is not made by a number.
                ast::VariantKey::Identifier { .. } => return,
            }
        }
        let needed = plurals::needed(language, kind_of(selector));
        let lacking: Vec<_> = needed.iter().filter(|form| !forms.contains(*form)).copied().collect();
        let foreign: Vec<_> = forms.iter().filter(|form| !needed.contains(*form)).copied().collect();
        if forms.len() + exact == 0 {
            return;
        }
        if !lacking.is_empty() {
            self.plural_mistakes
                .push(format!("lacks the plural form {} in {language}", lacking.join(", ")));
        }
        if !foreign.is_empty() {
            self.plural_mistakes.push(format!(
                "has the plural form {}, which {language} never chooses",
                foreign.join(", ")
            ));
        }
    }
}

fn named(id: &str, attribute: Option<&ast::Identifier<String>>) -> String {
    attribute.map_or_else(|| id.to_owned(), |attribute| format!("{id}.{}", attribute.name))
}

/// `NUMBER($place, type: "ordinal")` counts places, everything else counts things.
fn kind_of(selector: &ast::InlineExpression<String>) -> Kind {
    let ast::InlineExpression::FunctionReference { arguments, .. } = selector else {
        return Kind::Cardinal;
    };
    let is_ordinal = arguments.named.iter().any(|argument| {
        argument.name.name == "type" && matches!(&argument.value, ast::InlineExpression::StringLiteral { value } if value == "ordinal")
    });
    if is_ordinal { Kind::Ordinal } else { Kind::Cardinal }
}
