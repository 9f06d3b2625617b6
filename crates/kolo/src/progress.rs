//! What commands say on the terminal: results on the standard output, progress and complaints beside it.
use indicatif::{ProgressBar, ProgressStyle};
use std::io::Write as _;
use std::time::Duration;

/// A line of the result.
pub(crate) fn say(line: &str) {
    // A reader that went away (`kolo config | head`) is no reason to fail.
    let _ = writeln!(std::io::stdout(), "{line}");
}

/// Something went wrong, and what to do.
pub(crate) fn complain(line: &str) {
    let _ = writeln!(std::io::stderr(), "kolo: {line}");
}

/// A bar that fills while `total` things are done; only on a terminal.
pub(crate) fn bar(what: &str, total: Option<u64>) -> ProgressBar {
    let bar = total.map_or_else(ProgressBar::new_spinner, ProgressBar::new);
    let template = if total.is_some() {
        "{msg} {wide_bar} {human_pos}/{human_len} {eta}"
    } else {
        "{spinner} {msg} {human_pos}"
    };
    if let Ok(style) = ProgressStyle::with_template(template) {
        bar.set_style(style);
    }
    bar.set_message(what.to_owned());
    bar.enable_steady_tick(Duration::from_millis(120));
    bar
}
