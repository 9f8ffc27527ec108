import Foundation

/// Distances on the Earth.
enum Geodesy {
    /// Great-circle distance by the haversine formula on a sphere of 6,371 km; at most half a per cent off.
    static func kilometres(_ lat1: Double, _ lon1: Double, _ lat2: Double, _ lon2: Double) -> Double {
        let radian = Double.pi / 180
        let (a, b) = (sin((lat2 - lat1) * radian / 2), sin((lon2 - lon1) * radian / 2))
        let h = a * a + cos(lat1 * radian) * cos(lat2 * radian) * b * b
        return 12_742 * asin(min(1, h.squareRoot()))
    }
}
