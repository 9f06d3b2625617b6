//! What coordinators read: reports of mistakes, questions without an answer; and whether a record is there at all.
use super::ask::{among, shown_services};
use super::organizations::shown_organizations;
use super::places::shown_places;
use crate::model::{Kind, MistakeReport, ReportState, ZeroResult, location, mistake_report, organization, service, zero_result};
use kolo_platform::Result;
use sea_orm::entity::prelude::*;
use sea_orm::{PaginatorTrait, QueryOrder, QuerySelect};

/// Whether visitors of this community see this service, organization or place.
pub async fn is_shown(db: &impl ConnectionTrait, community: Uuid, kind: Kind, id: Uuid) -> Result<bool> {
    let count = match kind {
        Kind::Service => {
            shown_services(Some(&[community]))
                .filter(service::Column::Id.eq(id))
                .count(db)
                .await?
        }
        Kind::Organization => {
            shown_organizations(Some(&[community]))
                .filter(organization::Column::Id.eq(id))
                .count(db)
                .await?
        }
        Kind::Location => {
            shown_places(Some(&[community]))
                .filter(location::Column::Id.eq(id))
                .count(db)
                .await?
        }
        _ => 0,
    };
    Ok(count > 0)
}

/// Reports in one state, latest first.
pub async fn reports(db: &impl ConnectionTrait, communities: &[Uuid], state: ReportState, limit: u64) -> Result<Vec<MistakeReport>> {
    use mistake_report::Column as C;
    let rows = mistake_report::Entity::find()
        .filter(among(C::CommunityId, communities))
        .filter(C::State.eq(state));
    Ok(rows.order_by_desc(C::ReportedAt).order_by_asc(C::Id).limit(limit).all(db).await?)
}

/// Questions that found nothing since an instant, the most frequent first.
pub async fn zero_results(db: &impl ConnectionTrait, communities: &[Uuid], since: DateTimeUtc, limit: u64) -> Result<Vec<ZeroResult>> {
    use zero_result::Column as C;
    let rows = zero_result::Entity::find()
        .filter(among(C::CommunityId, communities))
        .filter(C::LastAt.gte(since));
    Ok(rows.order_by_desc(C::Count).order_by_desc(C::LastAt).limit(limit).all(db).await?)
}
