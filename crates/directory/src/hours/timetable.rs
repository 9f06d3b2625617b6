//! Opening hours as people read them: same hours on neighbouring days are one line, then rules of the month, then exceptions.
use super::recurrence::{Pattern, Recurrence, named};
use super::{Hours, Opening, sort};
use crate::model::{HoursKnown, Weekday, Words};
use jiff::civil::{self, Date};

/// What stands on the board by the door.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Timetable {
    pub known: HoursKnown,
    pub lines: Vec<Line>,
    /// Days that differ, from today on.
    pub exceptions: Vec<ExceptionLine>,
    /// What rows say in words only.
    pub texts: Vec<Words>,
}

/// Days with the same hours.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    pub repeat: Repeat,
    /// None: closed.
    pub openings: Vec<Opening>,
    /// The line holds only from this day on, when that day is still to come.
    pub from: Option<Date>,
    /// The last day on which the line holds, if one is known.
    pub until: Option<Date>,
    /// Months in which the line holds; every month when empty.
    pub months: Vec<i8>,
}

/// Which days a line is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Repeat {
    /// Every week.
    Weekly(Vec<Run>),
    /// Every second, third… week; `next` is the next such day.
    EveryWeeks { weeks: i32, runs: Vec<Run>, next: Option<Date> },
    /// The nth of these weekdays in a month; negative ones count from its end. `months` is 1 for every month.
    MonthlyWeekdays { nths: Vec<i8>, weekday: Weekday, months: i32 },
    /// These days of a month; negative ones count from its end.
    MonthDays { days: Vec<i8>, months: i32 },
    /// Single days, or every day between `from` and `until`.
    Days(Vec<Date>),
}

/// Neighbouring days of the week; a single day begins and ends with itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Run {
    pub first: Weekday,
    pub last: Weekday,
}

/// A day or days that differ from the usual.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExceptionLine {
    pub from: Date,
    pub to: Date,
    /// None: closed.
    pub openings: Vec<Opening>,
    pub notes: Words,
}

/// How many of the days of an odd rule are shown one by one.
const SHOWN_DAYS: usize = 6;

impl Recurrence {
    /// The weekdays on which this row speaks every week, if it is in force on this day.
    pub(super) fn usual_days(&self, today: Date) -> Vec<civil::Weekday> {
        let in_force = self.first.is_none_or(|first| first <= today)
            && self.last.is_none_or(|last| today <= last)
            && (self.months.is_empty() || self.months.contains(&today.month()));
        if in_force { self.weekly().unwrap_or_default() } else { Vec::new() }
    }

    /// The weekdays of a row that repeats every week of the year.
    fn weekly(&self) -> Option<Vec<civil::Weekday>> {
        match &self.pattern {
            Pattern::Weekly { days, weeks } if weeks.is_empty() && self.interval == 1 => Some(days.clone()),
            Pattern::Monthly { weekdays, days } if days.is_empty() && self.interval == 1 && weekdays.iter().all(|(nth, _)| *nth == 0) => {
                Some(weekdays.iter().map(|(_, day)| *day).collect())
            }
            _ => None,
        }
    }
}

impl Hours {
    /// The hours as of this day, for people.
    pub fn timetable(&self, today: Date) -> Timetable {
        let mut lines = self.weekly_lines(today);
        for row in self
            .regular
            .iter()
            .filter(|row| !row.when.is_over(today) && row.when.weekly().is_none())
        {
            for repeat in repeats(&row.when, today) {
                let (from, until, months) = borders(&row.when, today);
                let like = |line: &&mut Line| line.repeat == repeat && line.from == from && line.until == until && line.months == months;
                if let Some(line) = lines.iter_mut().find(like) {
                    line.openings.push(row.opening.clone());
                    sort(&mut line.openings);
                } else {
                    lines.push(Line {
                        repeat,
                        openings: vec![row.opening.clone()],
                        from,
                        until,
                        months,
                    });
                }
            }
        }
        Timetable {
            known: self.known(),
            lines,
            exceptions: self.exception_lines(today),
            texts: self.texts.clone(),
        }
    }

    fn weekly_lines(&self, today: Date) -> Vec<Line> {
        /// Rows that hold in the same time.
        type Season = (Option<Date>, Option<Date>, Vec<i8>);
        let mut seasons: Vec<(Season, [Vec<Opening>; 7])> = Vec::new();
        for row in self.regular.iter().filter(|row| !row.when.is_over(today)) {
            let Some(days) = row.when.weekly() else { continue };
            let season = borders(&row.when, today);
            let place = seasons.iter().position(|(other, _)| *other == season).unwrap_or_else(|| {
                seasons.push((season, Default::default()));
                seasons.len() - 1
            });
            for day in days {
                let day = usize::from(day.to_monday_zero_offset().unsigned_abs());
                if let Some(openings) = seasons.get_mut(place).and_then(|(_, week)| week.get_mut(day)) {
                    openings.push(row.opening.clone());
                }
            }
        }
        // What holds now comes first, what is still to come after it.
        seasons.sort_by_key(|((from, ..), _)| *from);
        let is_only_season = seasons.len() == 1;
        let mut lines = Vec::new();
        for ((from, until, months), mut week) in seasons {
            week.iter_mut().for_each(sort);
            let mut seen: Vec<&Vec<Opening>> = Vec::new();
            for openings in &week {
                // With several seasons, a day that is not named in one may be open in another.
                if seen.contains(&openings) || (openings.is_empty() && !is_only_season) {
                    continue;
                }
                seen.push(openings);
            }
            // Closed days are said last.
            seen.sort_by_key(|openings| openings.is_empty());
            for openings in seen {
                let days = (0_i8..).zip(&week).filter(|(_, other)| *other == openings).map(|(day, _)| day);
                let repeat = Repeat::Weekly(runs(days));
                lines.push(Line {
                    repeat,
                    openings: openings.clone(),
                    from,
                    until,
                    months: months.clone(),
                });
            }
        }
        lines
    }

    fn exception_lines(&self, today: Date) -> Vec<ExceptionLine> {
        let mut lines: Vec<ExceptionLine> = Vec::new();
        for exception in self.exceptions.iter().filter(|exception| exception.to >= today) {
            if let (Some(opening), Some(line)) = (&exception.opening, lines.last_mut())
                && (line.from, line.to) == (exception.from, exception.to)
                && !line.openings.is_empty()
            {
                line.openings.push(opening.clone());
                sort(&mut line.openings);
                continue;
            }
            let openings = exception.opening.iter().cloned().collect();
            lines.push(ExceptionLine {
                from: exception.from,
                to: exception.to,
                openings,
                notes: exception.notes.clone(),
            });
        }
        lines
    }
}

fn borders(when: &Recurrence, today: Date) -> (Option<Date>, Option<Date>, Vec<i8>) {
    (when.first.filter(|first| *first > today), when.last, when.months.clone())
}

fn repeats(when: &Recurrence, today: Date) -> Vec<Repeat> {
    let months = when.interval;
    match &when.pattern {
        Pattern::Weekly { days, weeks } if weeks.is_empty() => {
            let mut days: Vec<_> = days.iter().map(|day| day.to_monday_zero_offset()).collect();
            days.sort_unstable();
            days.dedup();
            let next = next_days(when, today, 1).pop();
            vec![Repeat::EveryWeeks {
                weeks: when.interval,
                runs: runs(days.into_iter()),
                next,
            }]
        }
        Pattern::Monthly { weekdays, days } if days.is_empty() => {
            let mut named_days: Vec<civil::Weekday> = Vec::new();
            for (_, day) in weekdays {
                if !named_days.contains(day) {
                    named_days.push(*day);
                }
            }
            let nths_of = |day: civil::Weekday| weekdays.iter().filter(|(_, other)| *other == day).map(|(nth, _)| *nth).collect();
            named_days
                .into_iter()
                .map(|day| Repeat::MonthlyWeekdays {
                    nths: nths_of(day),
                    weekday: named(day),
                    months,
                })
                .collect()
        }
        Pattern::Monthly { weekdays, days } if weekdays.is_empty() => vec![Repeat::MonthDays {
            days: days.clone(),
            months,
        }],
        // Every day between two borders needs no list.
        Pattern::Daily => vec![Repeat::Days(Vec::new())],
        // Rules nobody would read as a rule are shown as days.
        _ => vec![Repeat::Days(next_days(when, today, SHOWN_DAYS))],
    }
}

fn next_days(when: &Recurrence, today: Date, count: usize) -> Vec<Date> {
    super::recurrence::following(today)
        .take(super::HORIZON)
        .filter(|day| when.covers(*day))
        .take(count)
        .collect()
}

/// Neighbours joined: Monday to Friday, Sunday.
fn runs(days: impl Iterator<Item = i8>) -> Vec<Run> {
    let mut runs: Vec<(i8, i8)> = Vec::new();
    for day in days {
        match runs.last_mut() {
            Some(run) if run.1 + 1 == day => run.1 = day,
            _ => runs.push((day, day)),
        }
    }
    let day = |offset: i8| civil::Weekday::from_monday_zero_offset(offset).map_or(Weekday::Sunday, named);
    runs.into_iter()
        .map(|(first, last)| Run {
            first: day(first),
            last: day(last),
        })
        .collect()
}
