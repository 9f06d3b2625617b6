//! `cargo run -p xtask -- tidy`: says what in the house is not as its documents promise.
use std::path::Path;
use std::process::ExitCode;
use xtask::Severity;

#[expect(clippy::print_stdout, reason = "a command line speaks to the person in front of it")]
fn main() -> anyhow::Result<ExitCode> {
    let words: Vec<String> = std::env::args().skip(1).collect();
    if words != ["tidy"] {
        println!("usage: xtask tidy\n\nCompares the sources with what ARCHITECTURE.md and CONTRIBUTING.md promise.");
        return Ok(ExitCode::from(2));
    }
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap_or(Path::new("."));
    let findings = xtask::tidy(root)?;
    for finding in &findings {
        let word = if finding.severity == Severity::Error { "error" } else { "warning" };
        println!("{word}: {finding}");
    }
    let errors = findings.iter().filter(|finding| finding.severity == Severity::Error).count();
    println!("tidy: {errors} errors, {} warnings", findings.len() - errors);
    Ok(if errors == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
