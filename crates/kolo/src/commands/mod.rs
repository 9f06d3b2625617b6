//! The commands of `kolo`, as the operator types them.
use crate::config::{Flags, Settings};
use crate::progress::say;
use anyhow::Result;
use clap::{Parser, Subcommand};
use kolo_platform::Role;
use kolo_words::{Lang, Slug};
use std::path::PathBuf;
use std::process::ExitCode;

mod check;
mod community;
mod demo;
mod exchange;
mod user;

/// Kolo holds the social work of a community together.
#[derive(Parser, Debug)]
#[command(name = "kolo", version, about, propagate_version = true, arg_required_else_help = true)]
pub(crate) struct Line {
    #[command(flatten)]
    flags: Flags,
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand, Debug)]
enum Command {
    /// Fill an instance with five sample communities and serve it
    Demo {
        /// Address to listen on
        #[arg(long, value_name = "ADDR")]
        listen: Option<String>,
    },
    /// Serve the instance in the data folder
    Serve {
        /// Address to listen on
        #[arg(long, value_name = "ADDR")]
        listen: Option<String>,
    },
    /// Found communities
    #[command(subcommand)]
    Community(CommunityCommand),
    /// Let people in
    #[command(subcommand)]
    User(UserCommand),
    /// Bring in a directory from elsewhere
    #[command(subcommand)]
    Import(ImportCommand),
    /// Take a directory out
    #[command(subcommand)]
    Export(ExportCommand),
    /// Look for damage in database, index, audit log and files; exit code 1 when there is any
    Check,
    /// Build the search index anew from the database
    Reindex,
    /// Show the settings in force and where each came from
    Config,
}

#[derive(Subcommand, Debug)]
enum CommunityCommand {
    /// Add a community
    Add(NewCommunity),
}

#[derive(clap::Args, Debug)]
pub(crate) struct NewCommunity {
    /// Name in addresses: lower-case Latin letters, digits, hyphens
    slug: Slug,
    /// Name people read, in the main language
    #[arg(long)]
    name: String,
    /// Main language: uk, ru, kk or en
    #[arg(long)]
    lang: Lang,
    /// Country by its two letters, such as UA
    #[arg(long)]
    country: String,
    /// Slug of the community above
    #[arg(long)]
    parent: Option<Slug>,
    /// Time zone, such as Europe/Kyiv; the capital's when left out
    #[arg(long)]
    timezone: Option<String>,
}

#[derive(Subcommand, Debug)]
enum UserCommand {
    /// Give somebody a role and print a one-time sign-in link
    Add(NewUser),
}

#[derive(clap::Args, Debug)]
pub(crate) struct NewUser {
    /// E-mail address
    email: String,
    /// member, editor, volunteer, specialist, juror, auditor, coordinator or operator
    #[arg(long)]
    role: Role,
    /// Slug of the community; not needed for an operator
    #[arg(long)]
    community: Option<Slug>,
    /// Organization (its identity), for members and editors
    #[arg(long)]
    organization: Option<uuid::Uuid>,
}

#[derive(Subcommand, Debug)]
enum ImportCommand {
    /// Import HSDS: JSON, ndjson, a tabular folder or ZIP, or a live API
    Hsds(Import),
}

#[derive(clap::Args, Debug)]
pub(crate) struct Import {
    /// File, folder or address
    source: String,
    /// Slug of the community the entries belong to
    #[arg(long)]
    community: Slug,
    /// Show the report and change nothing
    #[arg(long)]
    dry_run: bool,
    /// Write the full report to this file (JSON, or CSV when it ends so)
    #[arg(long, value_name = "FILE")]
    report: Option<PathBuf>,
    /// Language of the messages in the report
    #[arg(long, default_value = "en")]
    lang: Lang,
}

#[derive(Subcommand, Debug)]
enum ExportCommand {
    /// Export the HSDS tabular package: 24 CSV files and datapackage.json
    Hsds(Export),
}

#[derive(clap::Args, Debug)]
pub(crate) struct Export {
    /// Slug of the community; what lies below it comes along
    #[arg(long)]
    community: Slug,
    /// Folder to write to; created when it is not there
    #[arg(long, value_name = "DIR")]
    to: PathBuf,
}

/// Runs one command.
pub(crate) async fn run(line: Line) -> Result<ExitCode> {
    let listen = match &line.command {
        Command::Demo { listen } | Command::Serve { listen } => listen.as_deref(),
        _ => None,
    };
    if let Command::Demo { .. } = &line.command {
        return demo::run(&line.flags, listen).await;
    }
    let settings = Settings::gather(&line.flags, listen)?;
    crate::commands::log_to(&settings);
    match line.command {
        Command::Demo { .. } => unreachable!("because the demo ran above"),
        Command::Serve { .. } => demo::serve(&settings).await,
        Command::Community(CommunityCommand::Add(new)) => community::add(&settings, new).await,
        Command::User(UserCommand::Add(new)) => user::add(&settings, new).await,
        Command::Import(ImportCommand::Hsds(import)) => exchange::import(&settings, import).await,
        Command::Export(ExportCommand::Hsds(export)) => exchange::export(&settings, export).await,
        Command::Check => check::run(&settings).await,
        Command::Reindex => check::reindex(&settings).await,
        Command::Config => {
            for line in settings.lines() {
                say(&line);
            }
            Ok(ExitCode::SUCCESS)
        }
    }
}

/// Logs go beside the standard output, as text or JSON lines.
pub(crate) fn log_to(settings: &Settings) {
    // Migrations speak for themselves only when something goes wrong.
    let wanted = format!("{},sea_orm_migration=warn,tantivy=warn", settings.get("log"));
    let filter = tracing_subscriber::EnvFilter::try_new(wanted).unwrap_or_else(|_| tracing_subscriber::EnvFilter::new("info"));
    let lines = tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_writer(std::io::stderr)
        .with_target(false);
    // Set once a process; a second call (tests) changes nothing.
    let _ = if settings.get("log_format") == "json" {
        lines.json().try_init()
    } else {
        lines.try_init()
    };
}
