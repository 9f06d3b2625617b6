//! `kolo community add`
use super::NewCommunity;
use crate::config::Settings;
use crate::instance::{self, UseIndex};
use crate::progress::say;
use anyhow::{Context, Result, bail};
use kolo_platform::{Actor, App, Community, Error, community};
use kolo_words::{Multilingual, Slug};
use std::process::ExitCode;
use std::sync::Arc;

pub(crate) async fn add(settings: &Settings, new: NewCommunity) -> Result<ExitCode> {
    let app = instance::open(settings, UseIndex::Leave).await?;
    let parent = new.parent.as_ref().map(|slug| named(&app, slug)).transpose()?.map(|c| c.id);
    let Some(timezone) = new.timezone.or_else(|| capital_zone(&new.country).map(str::to_owned)) else {
        bail!("which time zone? add --timezone, such as --timezone Europe/Kyiv");
    };
    let slug = new.slug.clone();
    let founded = community::NewCommunity {
        id: None,
        slug: new.slug,
        name: Multilingual::one(new.lang, new.name),
        about: Multilingual::default(),
        language: new.lang,
        languages: vec![new.lang],
        country: new.country.to_uppercase(),
        timezone,
        accent: "river".to_owned(),
        centre: None,
        parent,
        host: None,
        is_sample: false,
    };
    app.write(&Actor::house(), async |w| community::found(w, founded).await)
        .await
        .map_err(|error| explained(&app, error))?;
    say(&format!("/{slug} is founded"));
    Ok(ExitCode::SUCCESS)
}

/// The community with this slug.
pub(crate) fn named(app: &App, slug: &Slug) -> Result<Arc<Community>> {
    let tree = app.communities().tree();
    let known = || tree.all().iter().map(|c| c.slug.clone()).collect::<Vec<_>>().join(", ");
    tree.by_slug(slug.as_str())
        .cloned()
        .with_context(|| format!("there is no community `{slug}`; there are: {}", known()))
}

/// A refusal as a sentence, for the terminal.
pub(crate) fn explained(app: &App, error: Error) -> anyhow::Error {
    match error {
        Error::Refused(refusal) => anyhow::anyhow!(app.words().say(kolo_words::Lang::En, &refusal.message)),
        Error::Internal(error) => error,
        error => anyhow::anyhow!(error),
    }
}

fn capital_zone(country: &str) -> Option<&'static str> {
    match country.to_uppercase().as_str() {
        "UA" => Some("Europe/Kyiv"),
        "RU" => Some("Europe/Moscow"),
        "KZ" => Some("Asia/Almaty"),
        _ => None,
    }
}
