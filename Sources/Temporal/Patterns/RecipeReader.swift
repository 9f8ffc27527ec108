import Annotation
import Knowledge

/// Reads the value column of a pattern for one of its alternatives.
///
/// The notation is told in `Data/temporal/README.md`. What an alternative leaves out stays open.
struct RecipeReader {
    let alternative: PatternAlternative
    private var recipe: Recipe

    /// - Throws: `KnowledgeError` without a file; the caller knows the row.
    static func recipe(type: String, value: String, modifier: String?, for alternative: PatternAlternative) throws
        -> Recipe
    {
        let kind = TimeExpression.Kind(rawValue: type)
        guard kind != nil || type == "-" else { throw Self.fault("unknown type \"\(type)\"") }
        var reader = RecipeReader(alternative: alternative, recipe: Recipe(kind: kind))
        var words = value.split(separator: " ").map(String.init)[...]
        while let word = words.popFirst() { try reader.read(word, &words) }
        if let modifier { try reader.set(.modifier, modifier) }
        return reader.recipe
    }

    private static func fault(_ message: String) -> KnowledgeError { KnowledgeError(file: "", line: nil, message) }

    private mutating func read(_ word: String, _ rest: inout ArraySlice<String>) throws {
        switch word {
        case "PAST_REF": recipe.steps.append(.reference(.past))
        case "PRESENT_REF": recipe.steps.append(.reference(.present))
        case "FUTURE_REF": recipe.steps.append(.reference(.future))
        case "now", "told", "same":
            guard let unit = rest.popFirst(), let amount = rest.popFirst() else {
                throw Self.fault("expected a unit and an amount after \"\(word)\"")
            }
            let sign: Int32 = amount.hasPrefix("-") ? -1 : 1
            guard let unit = try unitOperand(unit), let amount = try operand(String(amount.dropFirst())) else {
                throw Self.fault("the pattern has no unit or amount for \"\(word)\"")
            }
            if word == "same" { recipe.steps.append(.set(.samePeriod, .literal(1))) }
            recipe.steps.append(.shift(word == "now" ? .now : .told, unit: unit, amount: amount, sign: sign))
        case "before", "after", "within":
            let anchor = rest.popFirst()
            let direction: TimeMeaning.Direction =
                word == "before" ? .before : word == "after" ? .after : .within
            recipe.steps.append(.direction(direction, anchor == "told" ? .told : .now))
        case "any": recipe.steps.append(.set(.generic, .literal(1)))
        case "back": recipe.steps.append(.reach(-1))
        case "ahead": recipe.steps.append(.reach(1))
        case "times", "plus":
            guard let number = try rest.popFirst().flatMap({ try operand($0) }) else { return }
            recipe.steps.append(word == "times" ? .count(.literal(0), times: number) : .plus(number))
        case "BC": recipe.steps.append(.set(.beforeChrist, .literal(1)))
        default:
            // "east={digits}": a field named before its value.
            if let equals = word.firstIndex(of: "=") {
                guard let field = Self.named[String(word[..<equals])] else {
                    throw Self.fault("unknown field \"\(word[..<equals])\"")
                }
                try set(field, String(word[word.index(after: equals)...]))
            } else {
                try readValue(word)
            }
        }
    }

    private static let named: [String: Recipe.Field] = [
        "century": .century, "decade": .decade, "easter": .easter, "hijri": .hijri, "persian": .persian, "day": .day,
        "nth": .weekdayOrdinal, "weekday": .weekday, "east": .zoneHours, "west": .zoneHoursWest, "half": .tenths,
        "yy": .shortYear, "length": .amount, "hhmm": .hhmm, "same": .samePeriod, "fiscal": .fiscal,
    ]

    private mutating func readValue(_ word: String) throws {
        if recipe.kind == nil {
            if let number = try operand(word) { recipe.steps.append(.count(number, times: .literal(1))) }
        } else if word.hasPrefix("P") {
            try readLength(word.dropFirst())
        } else if word.hasPrefix("T") {
            try readClock(word.dropFirst())
        } else {
            try readCalendar(word)
        }
    }

    /// `P<count>{unit}`, `PX{units}`, `P1{unit}`, `P2week`, `P{decimal}{unit}`.
    private mutating func readLength(_ text: Substring) throws {
        let split =
            text.first == "{" || text.first == "<"
            ? text.index(after: text.firstIndex { $0 == "}" || $0 == ">" } ?? text.startIndex)
            : text.firstIndex { !$0.isNumber && $0 != "X" } ?? text.endIndex
        let amount = String(text[..<split])
        guard let number = try operand(amount), let unit = try unitOperand(String(text[split...])) else {
            throw Self.fault("the pattern has no unit or amount for \"P\(text)\"")
        }
        recipe.steps.append(.length(amount: number, unit: unit))
    }

    /// `T{hour}:{minute}:{second}`, `T{part}`, `TMO`, `T12`.
    private mutating func readClock(_ text: Substring) throws {
        if let part = DayPart(rawValue: String(text)) {
            recipe.steps.append(.set(.part, .literal(Int32(part.index))))
            return
        }
        let fields: [Recipe.Field] = [.hour, .minute, .second]
        for (field, piece) in zip(fields, text.split(separator: ":")) {
            try set(piece.hasPrefix("{part") ? .part : field, String(piece))
        }
    }

    /// `{year}-{month}-{day}` and its like: the first piece is the year unless its class says otherwise.
    private mutating func readCalendar(_ word: String) throws {
        for (i, piece) in word.split(separator: "-", omittingEmptySubsequences: false).enumerated() {
            let text = String(piece)
            switch text.first {
            case "?" where i == 1: recipe.steps.append(.set(.openMonth, .literal(1)))
            case "?": break
            case "Q" where i > 0: try set(.quarter, String(text.dropFirst()))
            case "H" where i > 0: try set(.half, String(text.dropFirst()))
            case "W" where i > 0:
                if text == "WE" {
                    recipe.steps.append(.set(.weekend, .literal(1)))
                } else if text == "WI" {
                    try set(.season, text)
                } else {
                    try set(.week, String(text.dropFirst()))
                }
            default: try set(field(of: text, at: i), text)
            }
        }
    }

    private func field(of piece: String, at position: Int) throws -> Recipe.Field {
        let name = piece.prefix { $0 != "." && $0 != "}" }.drop { $0 == "{" }
        switch name {
        case "year", "hundreds": return .year
        case "yy": return .shortYear
        case "month", "monthname", "monthnumber": return .month
        case "weekday", "dayname", "weekdays": return .weekday
        case "season", "fall", "SP", "SU", "FA": return .season
        case "decade": return .decade
        case "century": return .century
        case "hijri": return .hijri
        case "persian": return .persian
        case "meridiem": return .meridiem
        case "zone": return .zone
        case "part": return .part
        default:
            if position == 0, piece.hasPrefix("<") { return .year }
            guard position < 3 else { throw Self.fault("cannot read the value \"\(piece)\"") }
            return [.year, .month, .day][position]
        }
    }

    private mutating func set(_ field: Recipe.Field, _ text: String) throws {
        if text.hasPrefix("<") {
            guard let place = alternative.names.firstIndex(of: text) else { return }
            recipe.steps.append(.take(place: place))
            return
        }
        guard let operand = try operand(text) else { return }
        recipe.steps.append(.set(field, operand))
    }

    private func unitOperand(_ text: String) throws -> Recipe.Operand? {
        if let unit = TimeUnit(name: text) { return .literal(Int32(unit.rawValue)) }
        return try operand(text)
    }

    /// The number that a piece stands for; nil when this alternative of the pattern leaves it out.
    private func operand(_ text: String) throws -> Recipe.Operand? {
        if text == "X" { return .literal(TimeLexicon.vague) }
        if let number = Int32(text) { return .literal(number) }
        if let season = Season(rawValue: text) { return .literal(Int32(season.index)) }
        if let modifier = ModifierCode.number(text) { return .literal(modifier) }
        if text.hasPrefix("<") {
            return alternative.names.firstIndex(of: text).map { .count(place: $0) }
        }
        guard text.hasPrefix("{"), text.hasSuffix("}") else { throw Self.fault("cannot read the value \"\(text)\"") }
        // "{day}{nth}": whichever of the two this alternative has.
        if let next = text.dropFirst().firstIndex(of: "{") {
            return try operand(String(text[..<next])) ?? operand(String(text[next...]))
        }
        let parts = text.dropFirst().dropLast().split(separator: ".")
        guard let name = parts.first, let wordClass = WordClass(name: name) else {
            throw Self.fault("unknown class of words \(text)")
        }
        let wanted = parts.count > 1 ? (Int(parts[1]) ?? 1) : 1
        var seen = 0
        for (place, known) in alternative.names.enumerated() where known == "{\(name)}" {
            seen += 1
            if seen == wanted { return .word(place: place, wordClass) }
        }
        return nil
    }
}
