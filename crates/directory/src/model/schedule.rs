//! Schedules: when a service or a place is open.
use super::kinds::{Freq, ScheduleKind, Weekday};
use super::words::Words;
use sea_orm::entity::prelude::*;

/// A row of opening hours, with the recurrence of RFC 5545 in the standard's columns.
///
/// Regular rows repeat; `Closed` and `Instead` rows speak for the days from `valid_from` to `valid_to` and overrule them.
/// A closing time not after the opening time is one of the next day.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "schedule")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub community_id: Uuid,
    pub service_id: Option<Uuid>,
    pub location_id: Option<Uuid>,
    pub service_at_location_id: Option<Uuid>,
    pub kind: ScheduleKind,
    pub valid_from: Option<Date>,
    pub valid_to: Option<Date>,
    pub dtstart: Option<Date>,
    /// The zone of the times: an IANA name or an offset such as `+03:00`; the community's when empty.
    pub timezone: Option<String>,
    pub until: Option<Date>,
    pub count: Option<i32>,
    pub wkst: Option<Weekday>,
    pub freq: Option<Freq>,
    pub interval: Option<i32>,
    /// `MO,TU` or, by the month, `1SA,-1FR`.
    pub byday: Option<String>,
    pub byweekno: Option<String>,
    pub bymonthday: Option<String>,
    pub byyearday: Option<String>,
    /// Months of the year, `6,7,8`; ours, the standard has none.
    pub bymonth: Option<String>,
    pub description: Words,
    pub opens_at: Option<Time>,
    pub closes_at: Option<Time>,
    /// Only by appointment in these hours.
    pub is_appointment: bool,
    pub schedule_link: Option<String>,
    /// How one attends, in the standard's free words: in person, by phone, online.
    pub attending_type: Option<String>,
    pub notes: Words,
    pub position: i32,
}

/// Ties to other tables.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {
    #[sea_orm(
        belongs_to = "super::service::Entity",
        from = "Column::ServiceId",
        to = "super::service::Column::Id",
        on_delete = "Cascade"
    )]
    Service,
    #[sea_orm(
        belongs_to = "super::location::Entity",
        from = "Column::LocationId",
        to = "super::location::Column::Id",
        on_delete = "Cascade"
    )]
    Location,
    #[sea_orm(
        belongs_to = "super::service_at_location::Entity",
        from = "Column::ServiceAtLocationId",
        to = "super::service_at_location::Column::Id",
        on_delete = "Cascade"
    )]
    ServiceAtLocation,
}

related! { service => Service, location => Location, service_at_location => ServiceAtLocation }

impl ActiveModelBehavior for ActiveModel {}
