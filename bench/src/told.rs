//! The only place that prints.
#![expect(clippy::print_stdout, clippy::print_stderr, reason = "a measurement says its figures")]

/// Says what is being measured now.
pub(crate) fn saying(what: &str) {
    eprintln!("→ {what}");
}

/// Prints the result.
pub(crate) fn plainly(text: &str) {
    println!("{text}");
}
