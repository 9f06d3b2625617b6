//! What people and the house do in the office.
mod retry_job;
mod seal;

pub(crate) use retry_job::retry_job;
pub(crate) use seal::seal;
