//! Lists for pages: lines, letters, hotlines, counts, the map.
use super::ask::{AT_ONCE, among, each_once, shown, shown_services};
use super::organizations::shown_organizations;
use super::records::{MapPlace, Named, PlaceLine, ServiceFilter, ServiceLine, ServiceRecord};
use super::services::{filtered, services};
use crate::model::{
    HoursKnown, Kind, Point, Status, Words, address, attribute, cost_option, location, organization, service, service_at_location,
    taxonomy_term,
};
use crate::rules;
use kolo_platform::Result;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::{Expr, SimpleExpr};
use sea_orm::{FromQueryResult, JoinType, QueryOrder, QuerySelect, QueryTrait, Select};
use std::collections::{BTreeMap, HashMap};

/// These services as lines of a list, in the order of `ids`: five queries, few columns.
pub async fn service_lines(db: &impl ConnectionTrait, communities: &[Uuid], ids: &[Uuid]) -> Result<Vec<ServiceLine>> {
    let mut lines = Vec::with_capacity(ids.len());
    for some in ids.chunks(AT_ONCE) {
        let rows = line_columns(shown_services(Some(communities)).filter(among(service::Column::Id, some)))
            .into_model::<LineRow>()
            .all(db)
            .await?;
        let mut found: HashMap<_, _> = drawn(db, rows).await?.into_iter().map(|line| (line.id, line)).collect();
        lines.extend(some.iter().filter_map(|id| found.remove(id)));
    }
    Ok(lines)
}

/// The services that changed last, latest first.
pub async fn newest(db: &impl ConnectionTrait, communities: &[Uuid], limit: u64) -> Result<Vec<ServiceLine>> {
    let latest = shown_services(Some(communities))
        .order_by_desc(service::Column::UpdatedAt)
        .order_by_asc(service::Column::Id)
        .limit(limit);
    let rows = line_columns(latest).into_model::<LineRow>().all(db).await?;
    drawn(db, rows).await
}

#[derive(FromQueryResult)]
struct LineRow {
    id: Uuid,
    community_id: Uuid,
    organization_id: Uuid,
    name: Words,
    short: Words,
    alert: Words,
    status: Status,
    hours: HoursKnown,
    minimum_age: Option<i32>,
    maximum_age: Option<i32>,
    is_by_phone: bool,
    is_hotline: bool,
    online_url: Option<String>,
    verified_on: Option<Date>,
    is_sample: bool,
    updated_at: DateTimeUtc,
}

fn line_columns(select: Select<service::Entity>) -> Select<service::Entity> {
    use service::Column as C;
    select.select_only().columns([
        C::Id,
        C::CommunityId,
        C::OrganizationId,
        C::Name,
        C::Short,
        C::Alert,
        C::Status,
        C::Hours,
        C::MinimumAge,
        C::MaximumAge,
        C::IsByPhone,
        C::IsHotline,
        C::OnlineUrl,
        C::VerifiedOn,
        C::IsSample,
        C::UpdatedAt,
    ])
}

/// Lines with what stands in other tables: the organization's name, places and towns, whether it costs anything.
async fn drawn(db: &impl ConnectionTrait, rows: Vec<LineRow>) -> Result<Vec<ServiceLine>> {
    let services: Vec<_> = rows.iter().map(|row| row.id).collect();
    let mut places = place_lines(db, &services).await?;
    let organizations = each_once(rows.iter().map(|row| row.organization_id));
    let names = organization::Entity::find()
        .filter(among(organization::Column::Id, &organizations))
        .select_only();
    let names = names
        .columns([organization::Column::Id, organization::Column::Name])
        .into_tuple::<(Uuid, Words)>()
        .all(db)
        .await?;
    let names: HashMap<_, _> = names.into_iter().collect();
    let costs = cost_option::Entity::find()
        .filter(among(cost_option::Column::ServiceId, &services))
        .select_only();
    let costs = costs
        .columns([cost_option::Column::ServiceId, cost_option::Column::AmountMinor])
        .into_tuple::<(Uuid, Option<i64>)>()
        .all(db)
        .await?;
    let mut amounts: HashMap<Uuid, Vec<Option<i64>>> = HashMap::new();
    for (service, amount) in costs {
        amounts.entry(service).or_default().push(amount);
    }
    let lines = rows.into_iter().map(|row| ServiceLine {
        id: row.id,
        community_id: row.community_id,
        name: row.name,
        short: row.short,
        alert: row.alert,
        organization_name: names.get(&row.organization_id).cloned().unwrap_or_default(),
        organization_id: row.organization_id,
        status: row.status,
        hours: row.hours,
        minimum_age: row.minimum_age,
        maximum_age: row.maximum_age,
        is_by_phone: row.is_by_phone,
        is_hotline: row.is_hotline,
        online_url: row.online_url,
        verified_on: row.verified_on,
        is_sample: row.is_sample,
        updated_at: row.updated_at,
        is_free: rules::is_free(amounts.remove(&row.id).unwrap_or_default()),
        places: places.remove(&row.id).unwrap_or_default(),
    });
    Ok(lines.collect())
}

#[derive(FromQueryResult)]
struct PlaceRow {
    service_id: Uuid,
    id: Uuid,
    name: Words,
    is_confidential: bool,
    latitude: Option<f64>,
    longitude: Option<f64>,
}

async fn place_lines(db: &impl ConnectionTrait, services: &[Uuid]) -> Result<HashMap<Uuid, Vec<PlaceLine>>> {
    use location::Column as C;
    let mut lines: HashMap<Uuid, Vec<PlaceLine>> = HashMap::new();
    if services.is_empty() {
        return Ok(lines);
    }
    let rows = service_at_location::Entity::find()
        .join(JoinType::InnerJoin, service_at_location::Relation::Location.def())
        .filter(among(service_at_location::Column::ServiceId, services))
        .filter(C::Status.is_in(shown()))
        .order_by_asc(service_at_location::Column::Position)
        .order_by_asc(service_at_location::Column::Id)
        .select_only()
        .column(service_at_location::Column::ServiceId)
        .columns([C::Id, C::Name, C::IsConfidential, C::Latitude, C::Longitude]);
    let rows = rows.into_model::<PlaceRow>().all(db).await?;
    let open = each_once(rows.iter().filter(|row| !row.is_confidential).map(|row| row.id));
    let cities = address::Entity::find()
        .filter(among(address::Column::LocationId, &open))
        .order_by_desc(address::Column::Position)
        .select_only();
    let cities = cities
        .columns([address::Column::LocationId, address::Column::City])
        .into_tuple::<(Uuid, String)>()
        .all(db)
        .await?;
    // The first address comes last and wins.
    let cities: HashMap<_, _> = cities.into_iter().filter(|(_, city)| !city.is_empty()).collect();
    for row in rows {
        let point = row
            .latitude
            .zip(row.longitude)
            .map(|(latitude, longitude)| Point { latitude, longitude });
        lines.entry(row.service_id).or_default().push(PlaceLine {
            id: row.id,
            name: row.name,
            is_confidential: row.is_confidential,
            city: cities.get(&row.id).cloned(),
            point: point.filter(|_| !row.is_confidential),
        });
    }
    Ok(lines)
}

/// The first character of the folded name. Written out, because PostgreSQL must see the same expression twice.
fn first_letter() -> SimpleExpr {
    Expr::cust("substr(name_folded, 1, 1)")
}

/// The letters under which services stand in an A-Z list, with how many there are.
pub async fn service_initials(db: &impl ConnectionTrait, communities: &[Uuid]) -> Result<Vec<(char, u64)>> {
    Ok(by_letter(
        first_letters(db, shown_services(Some(communities)), service::Column::Id).await?,
    ))
}

/// The letters under which organizations stand, with how many there are.
pub async fn organization_initials(db: &impl ConnectionTrait, communities: &[Uuid]) -> Result<Vec<(char, u64)>> {
    Ok(by_letter(
        first_letters(db, shown_organizations(Some(communities)), organization::Column::Id).await?,
    ))
}

/// The services under one letter (as [`kolo_words::initial`] gives it), sorted as folded; `#` is everything else.
pub async fn services_by_initial(db: &impl ConnectionTrait, communities: &[Uuid], initial: char, limit: u64) -> Result<Vec<Named>> {
    use service::Column as C;
    let firsts = first_letters(db, shown_services(Some(communities)), C::Id).await?;
    let select = shown_services(Some(communities)).filter(stands_under(firsts, initial));
    let select = select.order_by_asc(C::NameFolded).order_by_asc(C::Id).limit(limit).select_only();
    Ok(select
        .columns([C::Id, C::CommunityId, C::Name, C::NameFolded])
        .into_model()
        .all(db)
        .await?)
}

/// The organizations under one letter.
pub async fn organizations_by_initial(db: &impl ConnectionTrait, communities: &[Uuid], initial: char, limit: u64) -> Result<Vec<Named>> {
    use organization::Column as C;
    let firsts = first_letters(db, shown_organizations(Some(communities)), C::Id).await?;
    let select = shown_organizations(Some(communities)).filter(stands_under(firsts, initial));
    let select = select.order_by_asc(C::NameFolded).order_by_asc(C::Id).limit(limit).select_only();
    Ok(select
        .columns([C::Id, C::CommunityId, C::Name, C::NameFolded])
        .into_model()
        .all(db)
        .await?)
}

async fn first_letters<E: EntityTrait>(db: &impl ConnectionTrait, select: Select<E>, id: E::Column) -> Result<Vec<(String, i64)>> {
    let letters = select
        .select_only()
        .expr_as(first_letter(), "letter")
        .column_as(id.count(), "count")
        .group_by(first_letter());
    Ok(letters.into_tuple().all(db).await?)
}

fn by_letter(firsts: Vec<(String, i64)>) -> Vec<(char, u64)> {
    let mut letters: BTreeMap<char, u64> = BTreeMap::new();
    for (first, count) in firsts {
        *letters.entry(kolo_words::initial(&first)).or_default() += u64::try_from(count).unwrap_or_default();
    }
    letters.into_iter().collect()
}

/// The name begins with a character that stands under this letter.
fn stands_under(firsts: Vec<(String, i64)>, initial: char) -> SimpleExpr {
    let firsts = firsts
        .into_iter()
        .map(|(first, _)| first)
        .filter(|first| kolo_words::initial(first) == initial);
    sea_orm::sea_query::ExprTrait::is_in(first_letter(), firsts)
}

/// The lines for people in need, whole, by name.
pub async fn hotlines(db: &impl ConnectionTrait, communities: &[Uuid]) -> Result<Vec<ServiceRecord>> {
    let filter = ServiceFilter {
        is_hotline: Some(true),
        ..ServiceFilter::default()
    };
    let select = filtered(communities, &filter)
        .order_by_asc(service::Column::NameFolded)
        .order_by_asc(service::Column::Id);
    let ids: Vec<Uuid> = select
        .limit(AT_ONCE as u64)
        .select_only()
        .column(service::Column::Id)
        .into_tuple()
        .all(db)
        .await?;
    services(db, communities, &ids).await
}

/// How many services have each term; a term without a broader one also counts those of the terms right below it, each once.
pub async fn counts_by_term(db: &impl ConnectionTrait, communities: &[Uuid]) -> Result<HashMap<Uuid, u64>> {
    let said = attribute::Entity::find()
        .join(JoinType::InnerJoin, attribute::Relation::TaxonomyTerm.def())
        .filter(attribute::Column::LinkEntity.eq(Kind::Service))
        .filter(
            attribute::Column::LinkId.in_subquery(
                shown_services(Some(communities))
                    .select_only()
                    .column(service::Column::Id)
                    .into_query(),
            ),
        )
        .select_only();
    let each = said
        .clone()
        .filter(taxonomy_term::Column::ParentId.is_not_null())
        .column(taxonomy_term::Column::Id)
        .group_by(taxonomy_term::Column::Id);
    let top = Expr::cust(r#"COALESCE("taxonomy_term"."parent_id", "taxonomy_term"."id")"#);
    let broader = said.expr_as(top.clone(), "top").group_by(top);
    let services = || Expr::cust(r#"COUNT(DISTINCT "attribute"."link_id")"#);
    let mut counts = HashMap::new();
    for select in [broader, each] {
        let rows: Vec<(Uuid, i64)> = select.expr_as(services(), "services").into_tuple().all(db).await?;
        counts.extend(
            rows.into_iter()
                .map(|(term, count)| (term, u64::try_from(count).unwrap_or_default())),
        );
    }
    Ok(counts)
}

#[derive(FromQueryResult)]
struct MarkRow {
    id: Uuid,
    community_id: Uuid,
    name: Words,
    latitude: f64,
    longitude: f64,
}

/// The marks on the map, at most `limit`.
pub async fn places_for_map(db: &impl ConnectionTrait, communities: &[Uuid], limit: u64) -> Result<Vec<MapPlace>> {
    use location::Column as C;
    let rows = location::Entity::find()
        .filter(among(C::CommunityId, communities))
        .filter(C::Status.is_in(shown()))
        .filter(C::IsConfidential.eq(false))
        .filter(C::Latitude.is_not_null())
        .filter(C::Longitude.is_not_null())
        .order_by_asc(C::Id)
        .limit(limit)
        .select_only()
        .columns([C::Id, C::CommunityId, C::Name, C::Latitude, C::Longitude]);
    let rows = rows.into_model::<MarkRow>().all(db).await?;
    let given = service_at_location::Entity::find()
        .filter(
            service_at_location::Column::ServiceId.in_subquery(
                shown_services(Some(communities))
                    .select_only()
                    .column(service::Column::Id)
                    .into_query(),
            ),
        )
        .select_only()
        .column(service_at_location::Column::LocationId)
        .column_as(service_at_location::Column::Id.count(), "services")
        .group_by(service_at_location::Column::LocationId);
    let given: HashMap<Uuid, i64> = given.into_tuple::<(Uuid, i64)>().all(db).await?.into_iter().collect();
    let marks = rows.into_iter().map(|row| MapPlace {
        services: given.get(&row.id).and_then(|count| u64::try_from(*count).ok()).unwrap_or_default(),
        id: row.id,
        community_id: row.community_id,
        name: row.name,
        point: Point {
            latitude: row.latitude,
            longitude: row.longitude,
        },
    });
    Ok(marks.collect())
}
