/// The four classes of events, which PLOVER gives by the type and GDELT by the root of the CAMEO code: they part on
/// requests, which are conflict for the one and cooperation for the other.
package enum QuadClass: Int, CaseIterable, Sendable {
    case verbalCooperation = 1
    case materialCooperation
    case verbalConflict
    case materialConflict

    /// "3 verbal conflict".
    package var words: String {
        switch self {
        case .verbalCooperation: "1 verbal cooperation"
        case .materialCooperation: "2 material cooperation"
        case .verbalConflict: "3 verbal conflict"
        case .materialConflict: "4 material conflict"
        }
    }
}
