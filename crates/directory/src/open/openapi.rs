//! The description of the API, written from the tables the API itself is made of, so that it cannot say anything else.
use super::answer::DELETED_PARAMETERS;
use super::collections::Collection;
use super::parameters::Parameter;
use super::problem::PROBLEM;
use super::reach::Reach;
use super::{CARRIES_JSON, CARRIES_LINES};
use crate::hsds::json_schema;
use crate::hsds::shape::OBJECTS;
use crate::model::Kind;
use serde_json::{Map, Value as Json, json};

/// Version of this API, apart from that of the standard.
const VERSION: &str = "1.0.0";

/// The OpenAPI document of the API at this address.
pub(super) fn document(reach: &Reach) -> Json {
    let mut paths = Map::new();
    paths.insert("/".to_owned(), json!({ "get": root() }));
    for of in Collection::ALL {
        paths.insert(
            inner(of.path()).to_owned(),
            json!({ "get": list(of, "get"), "post": list(of, "post") }),
        );
        paths.insert(inner(of.record_path()).to_owned(), json!({ "get": record(of) }));
    }
    paths.insert("/deleted".to_owned(), json!({ "get": deleted() }));
    json!({
        "openapi": "3.1.0",
        "info": {
            "title": format!("{}: HSDS API", reach.name),
            "version": VERSION,
            "summary": "Organizations, services and places of help as HSDS 3.2.",
            "description": "The Human Services Data Specification 3.2 with the profile declared at `/`: texts in several languages (`translations`), \
                knowledge of opening hours, confidential places without any address. Filters are cumulative. Optional fields that are not known are left out; \
                nothing is ever null. Every answer carries an `ETag`. A page without `page` is the first one; a page after the last one is empty.",
        },
        "jsonSchemaDialect": "https://json-schema.org/draft/2020-12/schema",
        "servers": [{ "url": reach.base }],
        "tags": [
            { "name": "required", "description": "Required by HSDS." },
            { "name": "optional", "description": "Optional in HSDS." },
            { "name": "additional", "description": "Not in HSDS." },
        ],
        "paths": paths,
        "components": { "schemas": schemas(), "responses": responses() },
    })
}

fn inner(path: &str) -> &str {
    path.strip_prefix("/api/hsds/v3").unwrap_or(path)
}

fn root() -> Json {
    json!({
        "operationId": "getAPIMetaInformation",
        "summary": "What this API is and how it relates to HSDS.",
        "tags": ["required"],
        "responses": answers(&json!({ "$ref": "#/components/schemas/api" }), "Version, profile and description of this API.", &["304", "429"]),
    })
}

fn list(of: Collection, method: &str) -> Json {
    let (name, tag) = (of.kind().code(), tag(of));
    let verb = if method == "get" { "list" } else { "search" };
    let mut responses = answers(&page_of(of), "A page of the list.", problems(method));
    responses["200"]["content"][CARRIES_LINES] = json!({ "schema": { "type": "string", "description": "One record a line." } });
    json!({
        "operationId": format!("{verb}_{name}"),
        "summary": if method == "get" { format!("Records of {name}, page by page or all at once.") } else { format!("The same answer as GET, for programs that search by POST: {name}.") },
        "tags": [tag],
        "parameters": of.parameters().iter().map(|parameter| written(*parameter, of)).collect::<Json>(),
        "responses": responses,
    })
}

fn problems(method: &str) -> &'static [&'static str] {
    if method == "get" {
        &["304", "400", "406", "422", "429"]
    } else {
        &["400", "406", "422", "429"]
    }
}

fn tag(of: Collection) -> &'static str {
    match of {
        _ if of.is_required() => "required",
        Collection::Locations => "additional",
        _ => "optional",
    }
}

fn record(of: Collection) -> Json {
    let name = of.kind().code();
    let id = json!({
        "name": "id", "in": "path", "required": true, "schema": { "type": "string", "format": "uuid" },
        "description": format!("The id of the {name}."),
    });
    let more = of.record_parameters().iter().map(|parameter| written(*parameter, of));
    let schema = json!({ "$ref": format!("#/components/schemas/{}", whole(of)) });
    let problems: &[&str] = if of.record_parameters().is_empty() {
        &["304", "404", "429"]
    } else {
        &["304", "400", "404", "429"]
    };
    json!({
        "operationId": format!("get_{name}"),
        "summary": format!("One {name} with everything nested in it."),
        "tags": [tag(of)],
        "parameters": std::iter::once(id).chain(more).collect::<Json>(),
        "responses": answers(&schema, "The record.", problems),
    })
}

fn deleted() -> Json {
    let item = json!({ "$ref": "#/components/schemas/deleted" });
    let mut responses = answers(&page(&item), "A page of the list.", problems("get"));
    responses["200"]["content"][CARRIES_LINES] = json!({ "schema": { "type": "string", "description": "One record a line." } });
    json!({
        "operationId": "list_deleted",
        "summary": "Records that are no longer published: what a copy must forget.",
        "tags": ["additional"],
        "parameters": DELETED_PARAMETERS.iter().map(|parameter| parameter_of(*parameter, &parameter.schema())).collect::<Json>(),
        "responses": responses,
    })
}

fn written(parameter: Parameter, of: Collection) -> Json {
    let mut schema = parameter.schema();
    if parameter == Parameter::PerPage && of == Collection::Services {
        // More is allowed with `minimal`, which one schema of one parameter cannot say; the text does.
        schema["description"] = json!("With `minimal=true` up to 50000.");
    }
    parameter_of(parameter, &schema)
}

fn parameter_of(parameter: Parameter, schema: &Json) -> Json {
    json!({ "name": parameter.name(), "in": "query", "required": false, "description": parameter.about(), "schema": schema })
}

fn page_of(of: Collection) -> Json {
    let whole = json!({ "$ref": format!("#/components/schemas/{}", whole(of)) });
    if of == Collection::Services {
        page(&json!({ "anyOf": [whole, { "$ref": "#/components/schemas/service_minimal" }] }))
    } else {
        page(&whole)
    }
}

fn page(item: &Json) -> Json {
    json!({
        "allOf": [
            { "$ref": "#/components/schemas/page" },
            { "type": "object", "required": ["contents"], "properties": { "contents": { "type": "array", "items": item } } },
        ],
    })
}

/// The schema of a whole record; records of lists are the same with less in them.
fn whole(of: Collection) -> &'static str {
    match of {
        Collection::Organizations => "organization_with_services",
        Collection::ServiceAtLocations => "service_at_location_with_service",
        other => other.kind().code(),
    }
}

fn answers(schema: &Json, about: &str, others: &[&str]) -> Json {
    let headers = json!({
        "ETag": { "description": "Send it back in `If-None-Match`.", "schema": { "type": "string" } },
        "Link": { "description": "Other pages, the description, the profile (RFC 8288).", "schema": { "type": "string" } },
    });
    let ok = json!({ "description": about, "headers": headers, "content": { CARRIES_JSON: { "schema": schema } } });
    let mut answers = Map::from_iter([("200".to_owned(), ok)]);
    answers.extend(
        others
            .iter()
            .map(|status| ((*status).to_owned(), json!({ "$ref": format!("#/components/responses/{status}") }))),
    );
    answers.into()
}

fn responses() -> Json {
    let problem =
        |about: &str| json!({ "description": about, "content": { PROBLEM: { "schema": { "$ref": "#/components/schemas/problem" } } } });
    json!({
        "304": { "description": "Not modified since the answer with this `ETag`." },
        "400": problem("A parameter cannot be read; `parameter` says which."),
        "404": problem("There is no such record, or it is no longer published."),
        "406": problem("The format is neither `json` nor `ndjson`."),
        "422": problem("The parameters can be read and do not go together."),
        "429": problem("Too many questions; wait a minute."),
    })
}

fn schemas() -> Json {
    let mut schemas: Map<String, Json> = OBJECTS
        .iter()
        .map(|object| (object.kind.code().to_owned(), component(object.kind)))
        .collect();
    let refer = |name: &str| json!({ "$ref": format!("#/components/schemas/{name}") });
    let with =
        |kind: &str, field: &str, value: Json| json!({ "allOf": [refer(kind), { "type": "object", "properties": { field: value } }] });
    schemas.insert(
        "organization_with_services".to_owned(),
        with("organization", "services", json!({ "type": "array", "items": refer("service") })),
    );
    schemas.insert(
        "service_at_location_with_service".to_owned(),
        with("service_at_location", "service", refer("service")),
    );
    schemas.insert(
        "service_minimal".to_owned(),
        json!({
            "type": "object",
            "description": "The answer to `minimal=true`.",
            "required": ["id", "last_modified", "modified_date"],
            "properties": {
                "id": { "type": "string", "format": "uuid" },
                "last_modified": { "type": "string", "format": "date-time" },
                "modified_date": { "type": "string", "format": "date-time", "description": "The same under the name the API reference gives it." },
            },
        }),
    );
    schemas.insert("page".to_owned(), envelope());
    schemas.insert(
        "deleted".to_owned(),
        json!({
            "type": "object",
            "required": ["id", "entity", "deleted_at"],
            "properties": {
                "id": { "type": "string", "format": "uuid" },
                "entity": Parameter::Entity.schema(),
                "deleted_at": { "type": "string", "format": "date-time" },
            },
        }),
    );
    schemas.insert(
        "problem".to_owned(),
        json!({
            "type": "object",
            "description": "RFC 9457.",
            "required": ["type", "title", "status", "detail"],
            "properties": {
                "type": { "type": "string" },
                "title": { "type": "string" },
                "status": { "type": "integer" },
                "detail": { "type": "string" },
                "parameter": { "type": "string", "description": "The parameter that is wrong." },
            },
        }),
    );
    schemas.insert(
        "api".to_owned(),
        json!({
            "type": "object",
            "required": ["version", "hsds_version", "profile", "openapi_url"],
            "properties": {
                "version": { "type": "string", "description": "The released profile that validators may hold this API against." },
                "hsds_version": { "type": "string", "description": "The version of HSDS." },
                "profile": { "type": "string", "format": "uri" },
                "openapi_url": { "type": "string", "format": "uri" },
                "description": { "type": "string" },
                "publisher": {
                    "type": "object",
                    "properties": { "name": { "type": "string" }, "website": { "type": "string", "format": "uri" } },
                },
            },
        }),
    );
    schemas.into()
}

fn envelope() -> Json {
    json!({
        "type": "object",
        "required": ["total_items", "total_pages", "page_number", "size", "first_page", "last_page", "empty"],
        "properties": {
            "total_items": { "type": "integer", "description": "Records in all pages." },
            "total_pages": { "type": "integer" },
            "page_number": { "type": "integer" },
            "size": { "type": "integer", "description": "Records on this page." },
            "first_page": { "type": "boolean" },
            "last_page": { "type": "boolean" },
            "empty": { "type": "boolean" },
            "deleted": {
                "type": "array",
                "items": { "$ref": "#/components/schemas/deleted" },
                "description": "With `modified_after`, on the first page: up to 1000 records of this list that are gone since, whatever the other filters.",
            },
            "deleted_url": { "type": "string", "format": "uri", "description": "With `modified_after`: where all of them are listed." },
        },
    })
}

/// The schema of an object as a component of the document.
fn component(kind: Kind) -> Json {
    let mut schema = json_schema(kind, "");
    if let Some(schema) = schema.as_object_mut() {
        for name in ["$schema", "$id", "name", "path", "tabular_required"] {
            schema.remove(name);
        }
        for property in schema
            .get_mut("properties")
            .and_then(Json::as_object_mut)
            .into_iter()
            .flat_map(Map::values_mut)
            .filter_map(Json::as_object_mut)
        {
            for name in ["name", "core", "datapackage_type"] {
                property.remove(name);
            }
        }
    }
    repoint(&mut schema);
    schema
}

/// Makes names of schema files names of components.
fn repoint(json: &mut Json) {
    match json {
        Json::Object(members) => {
            if let Some(Json::String(target)) = members.get_mut("$ref")
                && let Some(name) = target.strip_suffix(".json")
            {
                *target = format!("#/components/schemas/{name}");
            }
            members.values_mut().for_each(repoint);
        }
        Json::Array(items) => items.iter_mut().for_each(repoint),
        _ => {}
    }
}
