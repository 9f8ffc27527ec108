import Annotation

/// From one day to another, each known to the day, the month, the year, or not at all.
package struct Period: Hashable, Sendable {
    /// One end of a period.
    package struct Bound: Hashable, Sendable {
        package enum Precision: UInt8, Sendable {
            case day, month, year
            /// Nobody said: the end may be anywhere.
            case unknown
            /// There is none: it was always so, or is still.
            case open
        }

        /// Days since 1970-01-01: of a month or year its first; 0 for unknown and open.
        package var days: Int32
        package var precision: Precision

        package init(days: Int32, precision: Precision) {
            self.days = days
            self.precision = precision
        }

        package static let open = Bound(days: 0, precision: .open)
        package static let unknown = Bound(days: 0, precision: .unknown)

        /// Reads `2013-09-10`, `2013-09`, `2013`, `?` (unknown) or `-` (open).
        package init?(_ text: some StringProtocol) {
            if text == "?" {
                self = .unknown
                return
            }
            if text == "-" {
                self = .open
                return
            }
            let precision: Precision
            let whole: String
            switch text.utf8.count {
            case 4: (precision, whole) = (.year, "\(text)-01-01")
            case 7: (precision, whole) = (.month, "\(text)-01")
            case 10: (precision, whole) = (.day, String(text))
            default: return nil
            }
            guard let date = CivilDate(whole) else { return nil }
            self.init(days: Int32(date.daysSinceEpoch), precision: precision)
        }

        /// As `init(_:)` reads it.
        package var description: String {
            let date = CivilDate(daysSinceEpoch: Int(days))?.description ?? "?"
            switch precision {
            case .day: return date
            case .month: return String(date.prefix(7))
            case .year: return String(date.prefix(4))
            case .unknown: return "?"
            case .open: return "-"
            }
        }

        /// The first day it may be, as days since 1970.
        var first: Int { Int(days) }

        /// The last day it may be: the end of its month or year.
        var last: Int {
            guard let date = CivilDate(daysSinceEpoch: Int(days)) else { return Int(days) }
            switch precision {
            case .month: return Int(days) + CivilDate.days(inMonth: date.month, of: date.year) - 1
            case .year: return Int(days) + (CivilDate.days(inMonth: 2, of: date.year) == 29 ? 365 : 364)
            default: return Int(days)
            }
        }

        var isKnown: Bool { precision != .unknown && precision != .open }
    }

    package var from: Bound
    package var until: Bound

    package init(from: Bound, until: Bound) {
        self.from = from
        self.until = until
    }

    package static let always = Period(from: .open, until: .open)

    /// How a day lies to a period.
    enum Relation: Comparable { case before, after, possible, within }

    /// A bound that nobody knows is taken to be within so many days of the known one: longer than a usual term of
    /// office, so that an office of long ago is not taken for a present one.
    private static let reach = 5 * 365

    func relation(to day: Int) -> Relation {
        if from.isKnown, day < from.first { return .before }
        if until.isKnown, day > until.last { return .after }
        if from.precision == .unknown {
            if until.isKnown, day < until.first - Self.reach { return .before }
            return .possible
        }
        if until.precision == .unknown {
            if from.isKnown, day > from.last + Self.reach { return .after }
            return .possible
        }
        return .within
    }

    /// Known days of both ends that cannot be.
    var isImpossible: Bool { from.isKnown && until.isKnown && until.last < from.first }
}
