//! Rate limits: on by default, kept in memory, keyed by a hash of who asks, so that no address is stored.
use crate::secrets::Keys;
use crate::{Refusal, Result};
use axum::http::StatusCode;
use governor::clock::DefaultClock;
use governor::state::keyed::DashMapStateStore;
use governor::{Quota, RateLimiter};
use std::fmt;
use std::num::NonZeroU32;

type Limiter = RateLimiter<String, DashMapStateStore<String>, DefaultClock>;

/// Reads a minute unless the operator says otherwise.
const READS: u32 = 600;

/// What is limited.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Limited {
    /// Any act: 60 a minute.
    Act,
    /// Trying a password or asking for a link: 10 in ten minutes.
    SignIn,
    /// Searching and reading pages that are not kept in memory: 600 a minute.
    Read,
}

/// Slow down a little.
pub const TOO_MANY: Refusal = Refusal::with_status("error-too-many", StatusCode::TOO_MANY_REQUESTS);

/// The limits of this server.
pub struct Limits {
    acts: Limiter,
    sign_ins: Limiter,
    reads: Limiter,
}

impl fmt::Debug for Limits {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Limits")
    }
}

const fn quota(burst: u32, per_minute: u32) -> Quota {
    let Some(per_minute) = NonZeroU32::new(per_minute) else {
        unreachable!()
    };
    let Some(burst) = NonZeroU32::new(burst) else { unreachable!() };
    Quota::per_minute(per_minute).allow_burst(burst)
}

impl Default for Limits {
    fn default() -> Self {
        Self::new(READS)
    }
}

impl Limits {
    /// Limits with so many reads a minute for each client; nought means the usual number.
    pub fn new(reads_per_minute: u32) -> Self {
        let reads = if reads_per_minute == 0 { READS } else { reads_per_minute };
        Self {
            acts: RateLimiter::keyed(quota(60, 60)),
            sign_ins: RateLimiter::keyed(quota(10, 1)),
            reads: RateLimiter::keyed(quota(reads, reads)),
        }
    }

    /// Refuses when `who` has done this too often.
    pub fn check(&self, what: Limited, who: &str, keys: &Keys) -> Result<()> {
        let limiter = match what {
            Limited::Act => &self.acts,
            Limited::SignIn => &self.sign_ins,
            Limited::Read => &self.reads,
        };
        limiter.check_key(&keys.hash("limit", who)).map_err(|_| TOO_MANY.into())
    }

    /// Forgets whoever has not been seen for long.
    pub fn sweep(&self) {
        for limiter in [&self.acts, &self.sign_ins, &self.reads] {
            limiter.retain_recent();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_eleventh_try_waits_and_others_do_not() {
        let (limits, keys) = (Limits::default(), Keys::from_bytes([1; 32]));
        for _ in 0..10 {
            assert!(limits.check(Limited::SignIn, "a", &keys).is_ok());
        }
        assert!(limits.check(Limited::SignIn, "a", &keys).is_err());
        assert!(limits.check(Limited::SignIn, "b", &keys).is_ok());
    }
}
