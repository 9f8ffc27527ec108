import Annotation

/// How a pattern's value is made of what the pattern met: the value column, compiled.
struct Recipe: Sendable {
    /// A number: the recipe's own, or that of the word met at a place of the pattern.
    enum Operand: Sendable {
        case literal(Int32)
        case word(place: Int, WordClass)
        /// The amount of a number phrase.
        case count(place: Int)
    }

    enum Field: Sendable {
        case year, shortYear, month, openMonth, day, weekday, weekdayOrdinal, quarter, half, week, season, weekend
        case easter, decade, century, beforeChrist
        case hour, meridiem, minute, second, part, zone, zoneHours, zoneHoursWest, hijri, persian, tenths
        case modifier, amount, hhmm, generic, fiscal, samePeriod
    }

    enum Step: Sendable {
        /// Begin with the meaning of the phrase at a place, or add its clock when something is there already.
        case take(place: Int)
        case set(Field, Operand)
        case shift(TimeMeaning.Anchor, unit: Operand, amount: Operand, sign: Int32)
        /// A year counted from an anchor: "last year" within "March last year".
        case yearFrom(TimeMeaning.Anchor, Int32)
        case length(amount: Operand, unit: Operand)
        case reference(TimeMeaning.Reference)
        case direction(TimeMeaning.Direction, TimeMeaning.Anchor)
        case reach(Int32)
        case count(Operand, times: Operand)
        case plus(Operand)
    }

    /// Nil for a count, which is no expression by itself.
    var kind: TimeExpression.Kind?
    var steps: [Step] = []
}
