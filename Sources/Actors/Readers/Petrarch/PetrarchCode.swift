import Annotation

/// What stands in a pair of brackets: a code, and the dates between which it holds.
///
///     USAGOV   USAGOV 930120-010120   USAELI >20010120   USALEG <930120   USA/GBR   ---   >19790101
///
/// `>` is from that day on, `<` until the day before, two dates are both included; two restrictions must both hold.
/// Years of two digits are 1970 to 2069. A compound (`USA/GBR`) is a code of each of its parts: who reads an event has one
/// code an actor, so `ActorCheck` tells of it.
struct PetrarchCode {
    /// More than one in a compound; none where only dates stand.
    var codes: [String] = []
    var period = Period.always

    init(_ text: String) throws(Malformed) {
        var rest = text.utf8[...]
        // A bracket of dates alone begins with a sign or a digit; no code does.
        if let first = rest.first, !Self.isSign(first), !(48...57).contains(first) {
            let end = rest.firstIndex { Lines.isSpace($0) || Self.isSign($0) } ?? rest.endIndex
            codes = try Self.codes(String(decoding: rest[..<end], as: UTF8.self))
            rest = rest[end...]
        }
        let dates = rest.filter { !Lines.isSpace($0) }
        guard !codes.isEmpty || !dates.isEmpty else {
            throw Malformed("expected a code in brackets, found \"[]\"")
        }
        try read(dates[...])
        if period.isImpossible { throw Malformed("expected dates in order, found \(Lines.shown(text))") }
    }

    private static func isSign(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "<") || byte == UInt8(ascii: ">") }

    private static func codes(_ text: String) throws(Malformed) -> [String] {
        var codes: [String] = []
        for part in text.split(separator: "/", omittingEmptySubsequences: false) {
            let code = part.isEmpty ? nil : try CodeShape.read(String(part))
            guard let code else { throw Malformed("expected codes parted by /, found \(Lines.shown(text))") }
            codes.append(code)
        }
        return codes
    }

    private mutating func read(_ dates: ArraySlice<UInt8>) throws(Malformed) {
        var rest = dates
        while let sign = rest.first {
            if Self.isSign(sign) { rest = rest.dropFirst() }
            let first = try Self.date(&rest, of: dates)
            switch sign {
            case UInt8(ascii: ">"): begin(first)
            case UInt8(ascii: "<"):
                guard CivilDate(daysSinceEpoch: Int(first) - 1) != nil else { throw Self.expected(dates) }
                end(first - 1)
            default:
                guard rest.first == UInt8(ascii: "-") else { throw Self.expected(dates) }
                rest = rest.dropFirst()
                begin(first)
                end(try Self.date(&rest, of: dates))
            }
        }
    }

    private mutating func begin(_ day: Int32) {
        if !period.from.isKnown || day > period.from.days { period.from = .init(days: day, precision: .day) }
    }

    private mutating func end(_ day: Int32) {
        if !period.until.isKnown || day < period.until.days { period.until = .init(days: day, precision: .day) }
    }

    /// Takes a date off the front: days since 1970-01-01.
    private static func date(_ rest: inout ArraySlice<UInt8>, of dates: ArraySlice<UInt8>) throws(Malformed) -> Int32 {
        let digits = rest.prefix { (48...57).contains($0) }
        guard digits.count == 6 || digits.count == 8 else { throw expected(dates) }
        rest = rest.dropFirst(digits.count)
        func number(_ digits: ArraySlice<UInt8>) -> Int { digits.reduce(0) { $0 * 10 + Int($1 - 48) } }
        var year = number(digits.dropLast(4))
        if digits.count == 6 { year += year >= 70 ? 1900 : 2000 }
        guard
            let date = CivilDate(
                year: year, month: number(digits.dropLast(2).suffix(2)), day: number(digits.suffix(2)))
        else {
            let found = String(decoding: digits, as: UTF8.self)
            throw Malformed("expected a day of the calendar, found \(found)")
        }
        return Int32(date.daysSinceEpoch)
    }

    private static func expected(_ dates: ArraySlice<UInt8>) -> Malformed {
        let found = Lines.shown(String(decoding: dates, as: UTF8.self))
        return Malformed("expected dates as >yymmdd, <yymmdd or yymmdd-yymmdd (or yyyymmdd), found \(found)")
    }
}
