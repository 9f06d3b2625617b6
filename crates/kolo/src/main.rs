//! The house: configuration, commands, the list of modules. Everything else is in the modules.

mod commands;
mod config;
mod instance;
mod modules;
mod progress;
mod serve;

use clap::Parser;
use std::process::ExitCode;

fn main() -> ExitCode {
    let line = commands::Line::parse();
    let runtime = match tokio::runtime::Builder::new_multi_thread().enable_all().build() {
        Ok(runtime) => runtime,
        Err(error) => {
            progress::complain(&format!("cannot start: {error}"));
            return ExitCode::FAILURE;
        }
    };
    match runtime.block_on(commands::run(line)) {
        Ok(code) => code,
        Err(error) => {
            progress::complain(&format!("{error:#}"));
            ExitCode::FAILURE
        }
    }
}
