//! Distances and boxes on the globe.
use kolo_platform::search::{Bounds, Near};

const EARTH_RADIUS_KM: f64 = 6_371.0;
const KM_PER_DEGREE: f64 = 111.2;

/// The great-circle distance to a point.
pub(super) fn distance_km(near: &Near, (latitude, longitude): (f64, f64)) -> f64 {
    let (from, to) = (near.latitude.to_radians(), latitude.to_radians());
    let north = (to - from) / 2.0;
    let east = (longitude - near.longitude).to_radians() / 2.0;
    let chord = north.sin().powi(2) + from.cos() * to.cos() * east.sin().powi(2);
    2.0 * EARTH_RADIUS_KM * chord.sqrt().clamp(0.0, 1.0).asin()
}

/// The distance to the nearest of the points.
pub(super) fn nearest_km(near: &Near, points: impl Iterator<Item = (f64, f64)>) -> Option<f64> {
    points.map(|point| distance_km(near, point)).min_by(f64::total_cmp)
}

/// Whether a point is in the circle; most points are ruled out by their latitude alone.
pub(super) fn is_near(near: &Near, point: (f64, f64)) -> bool {
    (point.0 - near.latitude).abs() * KM_PER_DEGREE <= near.km * 1.01 && distance_km(near, point) <= near.km
}

pub(super) fn is_inside(bounds: &Bounds, (latitude, longitude): (f64, f64)) -> bool {
    let across = if bounds.west <= bounds.east {
        (bounds.west..=bounds.east).contains(&longitude)
    } else {
        longitude >= bounds.west || longitude <= bounds.east
    };
    across && (bounds.south..=bounds.north).contains(&latitude)
}

#[cfg(test)]
mod tests {
    use super::*;

    const CHERNIHIV: Near = Near {
        latitude: 51.494,
        longitude: 31.294,
        km: 150.0,
    };

    #[test]
    fn kyiv_is_about_128_km_from_chernihiv() {
        let km = distance_km(&CHERNIHIV, (50.450, 30.524));
        assert!((km - 128.0).abs() < 2.0, "{km}");
        assert!(is_near(&CHERNIHIV, (50.450, 30.524)));
        assert!(!is_near(&Near { km: 120.0, ..CHERNIHIV }, (50.450, 30.524)));
    }

    #[test]
    fn a_box_may_cross_the_date_line() {
        let bounds = Bounds {
            south: 60.0,
            west: 170.0,
            north: 70.0,
            east: -170.0,
        };
        assert!(is_inside(&bounds, (65.0, 179.0)) && is_inside(&bounds, (65.0, -175.0)));
        assert!(!is_inside(&bounds, (65.0, 0.0)) && !is_inside(&bounds, (50.0, 179.0)));
    }

    #[test]
    fn impossible_coordinates_are_nowhere() {
        let near = Near {
            latitude: f64::NAN,
            longitude: 0.0,
            km: 5.0,
        };
        assert!(!is_near(&near, (0.0, 0.0)));
        assert!(nearest_km(&CHERNIHIV, std::iter::empty()).is_none());
    }
}
