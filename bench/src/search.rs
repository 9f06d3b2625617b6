//! Search over many services: words with facets, and as you type, beside PostgreSQL's and SQLite's full text on the same
//! services and questions.
use crate::Line;
use crate::made::{COMMUNITY, DIMENSIONS, Dice, Made, Words};
use crate::rivals::{Postgres, Rival, Sqlite};
use crate::table::{Table, Times};
use anyhow::Result;
use kolo_engines::search::FullText;
use kolo_platform::search::{Change, Question, SearchEngine};
use kolo_words::Lang;
use std::path::Path;
use std::time::{Duration, Instant};

/// So many questions of each kind …
const QUESTIONS: usize = 500;
/// … after so many that warm everybody up.
const WARMING: usize = 50;
/// Services handed over at once.
const BATCH: u32 = 1_000;

/// What is asked of everybody.
#[derive(Clone, Debug)]
pub(crate) struct Asked {
    pub(crate) lang: Lang,
    pub(crate) words: String,
    /// A value that every hit must have.
    pub(crate) filter: Option<(&'static str, String)>,
}

pub(crate) async fn measure(line: &Line, table: &mut Table, folder: &Path) -> Result<()> {
    let mut dice = Dice::default();
    let words = Words::new(&mut dice);
    let made: Vec<Made> = (0..line.size).map(|number| words.service(&mut dice, number)).collect();
    let mut asked: Vec<Asked> = Vec::new();
    let mut typed: Vec<Asked> = Vec::new();
    for number in 0..QUESTIONS + WARMING {
        let (lang, text) = words.question(&mut dice);
        let filter = (number % 2 == 0).then(|| ("situation", format!("value-{:04}", dice.roll(30))));
        asked.push(Asked { lang, words: text, filter });
        let (lang, words) = words.beginning(&mut dice);
        typed.push(Asked { lang, words, filter: None });
    }

    let begun = Instant::now();
    let index = FullText::open(&folder.join("search-index"))?;
    for batch in made.chunks(BATCH as usize) {
        index.fill(batch.iter().map(Made::entry).collect())?;
    }
    index.apply(Vec::new(), 1)?;
    let building = begun.elapsed();
    let own_search = Times::of(timed(&asked, |asked| index.ask(&question(asked)).map(drop))?);
    let own_typing = Times::of(timed(&typed, |typed| index.suggest(&question(typed)).map(drop))?);
    let changes: Vec<_> = made.iter().take(40).map(|made| vec![Change::Put(made.entry())]).collect();
    let mut position = 1;
    let visible = Times::of(timed(&changes, |change| {
        position += 1;
        index.apply(change.clone(), position)
    })?);
    drop(index);

    let mut rivals: Vec<Box<dyn Rival>> = Vec::new();
    match &line.postgres {
        Some(address) => rivals.push(Box::new(Postgres::open(address).await?)),
        None => table.skip("PostgreSQL full text", "no server"),
    }
    rivals.push(Box::new(Sqlite::open(&folder.join("fts5.sqlite")).await?));
    let mut search_beside = Vec::new();
    let mut typing_beside = Vec::new();
    for rival in &rivals {
        crate::told::saying(&format!("  {}", rival.name()));
        rival.fill(&made).await?;
        let searching = Times::of(timed_apart(rival.as_ref(), &asked, false).await?);
        let typing = Times::of(timed_apart(rival.as_ref(), &typed, true).await?);
        search_beside.push((rival.name(), searching));
        typing_beside.push((rival.name(), typing));
    }

    for (what, own, beside) in [
        ("search with 8 facets counted, p50 / p95 / p99", &own_search, &search_beside),
        ("as you type, p50 / p95 / p99", &own_typing, &typing_beside),
    ] {
        let told: Vec<_> = beside
            .iter()
            .map(|(name, times)| format!("{name}: {}, ratio of p99 {:.0}", times.told(), times.at(99) / own.at(99)))
            .collect();
        let first = beside.iter().find(|(name, _)| name.starts_with("PostgreSQL"));
        let is_search = std::ptr::eq(own, &raw const own_search);
        let ratio = first.map(|(_, times)| times.at(99) / own.at(99));
        let (promise, kept) = if is_search {
            (
                "p99 ≤ 10 ms, ≥ 10 × PostgreSQL",
                own.at(99) <= 10.0 && ratio.is_none_or(|ratio| ratio >= 10.0),
            )
        } else {
            ("p99 ≤ 10 ms", own.at(99) <= 10.0)
        };
        table.add(what, own.told(), told.join("; "), promise, Some(kept));
    }
    let rate = f64::from(line.size) / building.as_secs_f64();
    table.add(
        "building the search index",
        format!("{:.1} s, {rate:.0} services/s", building.as_secs_f64()),
        "",
        "",
        None,
    );
    table.add(
        "one change in the index, durable and visible, p50 / p95 / p99",
        visible.told(),
        "",
        "",
        None,
    );
    Ok(())
}

/// The question as the list of services asks it.
fn question(asked: &Asked) -> Question {
    Question {
        communities: vec![COMMUNITY],
        kinds: vec!["service".to_owned()],
        words: asked.words.clone(),
        facets: asked
            .filter
            .iter()
            .map(|(dimension, value)| ((*dimension).to_owned(), vec![value.clone()]))
            .collect(),
        count: DIMENSIONS.iter().map(|(dimension, ..)| (*dimension).to_owned()).collect(),
        ..Question::new(asked.lang)
    }
}

fn timed<T>(questions: &[T], mut ask: impl FnMut(&T) -> Result<()>) -> Result<Vec<Duration>> {
    let warming = WARMING.min(questions.len() / 2);
    let mut times = Vec::with_capacity(questions.len());
    for (number, question) in questions.iter().enumerate() {
        let begun = Instant::now();
        ask(question)?;
        if number >= warming {
            times.push(begun.elapsed());
        }
    }
    Ok(times)
}

async fn timed_apart(rival: &dyn Rival, questions: &[Asked], typing: bool) -> Result<Vec<Duration>> {
    let mut times = Vec::with_capacity(questions.len());
    for (number, question) in questions.iter().enumerate() {
        let begun = Instant::now();
        if typing {
            rival.suggest(question).await?;
        } else {
            rival.search(question).await?;
        }
        if number >= WARMING {
            times.push(begun.elapsed());
        }
    }
    Ok(times)
}
