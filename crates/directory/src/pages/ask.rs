//! Asking the index, off the threads that answer requests.
use anyhow::Context;
use kolo_platform::search::{Answer, Question, Suggestion};
use kolo_platform::{App, Result};

/// The answer to a question.
pub(super) async fn ask(app: &App, question: Question) -> Result<Answer> {
    let search = app.search().clone();
    let answer = tokio::task::spawn_blocking(move || search.ask(&question))
        .await
        .context("waiting for the index")?;
    Ok(answer.context("asking the index")?)
}

/// Names that begin like what was typed.
pub(super) async fn suggest(app: &App, question: Question) -> Result<Vec<Suggestion>> {
    let search = app.search().clone();
    let names = tokio::task::spawn_blocking(move || search.suggest(&question))
        .await
        .context("waiting for the index")?;
    Ok(names.context("asking the index for names")?)
}
