//! The machine the figures are from.
use std::fs;
use std::process::Command;

/// One line: processor, cores, memory, system.
pub(crate) fn describe() -> String {
    let processor = value("/proc/cpuinfo", "model name").unwrap_or_else(|| "unknown processor".to_owned());
    let cores = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
    let memory = value("/proc/meminfo", "MemTotal")
        .and_then(|text| text.split_whitespace().next()?.parse::<u64>().ok())
        .map_or_else(String::new, |kb| format!(", {} GB", kb.div_ceil(1_048_576)));
    let system = value_of(&fs::read_to_string("/etc/os-release").unwrap_or_default(), "PRETTY_NAME", '=').unwrap_or_default();
    let kernel = printed("uname", &["-sr"]);
    let day = printed("date", &["-u", "+%F"]);
    format!("{processor}, {cores} cores{memory}; {}, {kernel}; {day}.", system.trim_matches('"'))
}

fn value(path: &str, name: &str) -> Option<String> {
    value_of(&fs::read_to_string(path).ok()?, name, ':')
}

fn value_of(text: &str, name: &str, mark: char) -> Option<String> {
    text.lines()
        .filter_map(|line| line.split_once(mark))
        .find(|(key, _)| key.trim() == name)
        .map(|(_, value)| value.trim().to_owned())
}

fn printed(program: &str, arguments: &[&str]) -> String {
    let output = Command::new(program).args(arguments).output();
    output
        .map(|output| String::from_utf8_lossy(&output.stdout).trim().to_owned())
        .unwrap_or_default()
}
