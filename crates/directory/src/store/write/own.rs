//! Reports of mistakes and questions without an answer.
use crate::model::{Kind, ReportState, mistake_report, zero_result};
use kolo_platform::{Error, Result, Write};
use kolo_words::Lang;
use sea_orm::ActiveValue::Set;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::{Expr, OnConflict};

/// Keeps a report; gives its identity.
pub(crate) async fn add_report(
    w: &Write,
    community: Uuid,
    kind: Kind,
    record: Uuid,
    text: String,
    contact: Option<String>,
) -> Result<Uuid> {
    let report = mistake_report::ActiveModel {
        id: Set(w.uuid()),
        community_id: Set(community),
        kind: Set(kind),
        record_id: Set(record),
        text: Set(text),
        contact: Set(contact),
        reported_at: Set(w.now),
        state: Set(ReportState::New),
        decided_at: Set(None),
        decided_by: Set(None),
    };
    Ok(mistake_report::Entity::insert(report).exec(w).await?.last_insert_id)
}

/// Decides about a report of this community.
pub(crate) async fn decide_report(w: &Write, community: Uuid, report: Uuid, state: ReportState) -> Result<()> {
    use mistake_report::Column as C;
    let decided = mistake_report::Entity::update_many()
        .col_expr(C::State, Expr::value(state))
        .col_expr(C::DecidedAt, Expr::value(w.now))
        .col_expr(C::DecidedBy, Expr::value(w.who.person))
        .filter(C::Id.eq(report))
        .filter(C::CommunityId.eq(community))
        .exec(w)
        .await?;
    if decided.rows_affected == 1 { Ok(()) } else { Err(Error::NotFound) }
}

/// Counts a folded question once more; gives the identity of its row.
pub(crate) async fn count_zero_result(w: &Write, community: Uuid, question: String, lang: Lang) -> Result<Uuid> {
    use zero_result::Column as C;
    let asked = zero_result::ActiveModel {
        id: Set(w.uuid()),
        community_id: Set(community),
        question_folded: Set(question),
        lang: Set(lang.into()),
        count: Set(1),
        last_at: Set(w.now),
    };
    let again = OnConflict::columns([C::CommunityId, C::Lang, C::QuestionFolded])
        .update_column(C::LastAt)
        .value(C::Count, Expr::cust(r#""zero_result"."count" + 1"#))
        .to_owned();
    Ok(zero_result::Entity::insert(asked)
        .on_conflict(again)
        .exec_with_returning(w)
        .await?
        .id)
}
