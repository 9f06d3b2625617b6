//! Whether a point lies in an area drawn as GeoJSON, and how far apart points are.
use crate::model::Point;
use serde_json::Value as Json;

/// Whether a GeoJSON object (geometry, feature or collection) covers a point. Holes are outside; what is no polygon covers
/// nothing.
pub(super) fn covers(geojson: &str, point: Point) -> bool {
    serde_json::from_str(geojson).is_ok_and(|json| object_covers(&json, point))
}

fn object_covers(json: &Json, point: Point) -> bool {
    let any_of = |name: &str| {
        json[name]
            .as_array()
            .is_some_and(|all| all.iter().any(|one| object_covers(one, point)))
    };
    match json["type"].as_str() {
        Some("Polygon") => polygon_covers(&json["coordinates"], point),
        Some("MultiPolygon") => json["coordinates"]
            .as_array()
            .is_some_and(|all| all.iter().any(|one| polygon_covers(one, point))),
        Some("Feature") => object_covers(&json["geometry"], point),
        Some("FeatureCollection") => any_of("features"),
        Some("GeometryCollection") => any_of("geometries"),
        _ => false,
    }
}

fn polygon_covers(rings: &Json, point: Point) -> bool {
    // Every ring crossed turns outside into inside and back, so holes need no case of their own.
    rings
        .as_array()
        .is_some_and(|rings| rings.iter().filter(|ring| ring_covers(ring, point)).count() % 2 == 1)
}

fn ring_covers(ring: &Json, point: Point) -> bool {
    let corners: Vec<(f64, f64)> = ring
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(|corner| Some((corner[0].as_f64()?, corner[1].as_f64()?)))
        .collect();
    let (x, y) = (point.longitude, point.latitude);
    let sides = corners.iter().zip(corners.iter().cycle().skip(1));
    sides
        .filter(|((x1, y1), (x2, y2))| (*y1 > y) != (*y2 > y) && x < (x2 - x1) * (y - y1) / (y2 - y1) + x1)
        .count()
        % 2
        == 1
}

/// Metres between two points on a round earth.
pub(super) fn metres(a: Point, b: Point) -> f64 {
    const EARTH: f64 = 6_371_008.8;
    let (lat1, lat2) = (a.latitude.to_radians(), b.latitude.to_radians());
    let half = |degrees: f64| (degrees.to_radians() / 2.0).sin().powi(2);
    let h = half(b.latitude - a.latitude) + lat1.cos() * lat2.cos() * half(b.longitude - a.longitude);
    2.0 * EARTH * h.sqrt().min(1.0).asin()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(latitude: f64, longitude: f64) -> Point {
        Point { latitude, longitude }
    }

    #[test]
    fn a_hole_is_outside() {
        let ring = r#"{"type":"Feature","geometry":{"type":"Polygon","coordinates":[
            [[0,0],[10,0],[10,10],[0,10],[0,0]], [[4,4],[6,4],[6,6],[4,6],[4,4]]]}}"#;
        assert!(covers(ring, at(2.0, 2.0)));
        assert!(!covers(ring, at(5.0, 5.0)));
        assert!(!covers(ring, at(2.0, 12.0)));
        assert!(!covers("{\"type\":\"Point\",\"coordinates\":[2,2]}", at(2.0, 2.0)));
        assert!(!covers("not json", at(2.0, 2.0)));
    }

    #[test]
    fn distances_are_those_of_the_earth() {
        let kyiv_lviv = metres(at(50.4501, 30.5234), at(49.8397, 24.0297));
        assert!((467_000.0..470_000.0).contains(&kyiv_lviv), "{kyiv_lviv}");
        assert!(metres(at(50.0, 30.0), at(50.0, 30.0)).abs() < 0.001);
    }
}
