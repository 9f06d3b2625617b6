//! The guide as open data.
mod api;
mod documents;
mod guide;
mod lists;
mod package;
mod secrets;
