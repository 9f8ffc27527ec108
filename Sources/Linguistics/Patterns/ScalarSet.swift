/// A set of code points: a bitmap for ASCII and sorted ranges for the rest, as a bracket expression writes it.
struct ScalarSet: Sendable {
    private var low: UInt64 = 0
    private var high: UInt64 = 0
    private var ranges: [ClosedRange<UInt32>] = []
    private var classes: [ScalarClass] = []
    private var isNegated = false

    init(ranges: [ClosedRange<UInt32>], classes: [ScalarClass], negated: Bool) {
        self.classes = classes
        for scalar: UInt32 in 0..<128 {
            let member = ranges.contains { $0.contains(scalar) } || classes.contains { $0.contains(scalar) }
            guard member != negated else { continue }
            if scalar < 64 { low |= 1 << UInt64(scalar) } else { high |= 1 << UInt64(scalar - 64) }
        }
        isNegated = negated
        for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) where range.upperBound >= 128 {
            if let last = self.ranges.last, range.lowerBound <= last.upperBound {
                self.ranges[self.ranges.count - 1] = last.lowerBound...max(last.upperBound, range.upperBound)
            } else {
                self.ranges.append(max(range.lowerBound, 128)...range.upperBound)
            }
        }
    }

    func contains(_ scalar: UInt32) -> Bool {
        if scalar < 64 { return low >> UInt64(scalar) & 1 == 1 }
        if scalar < 128 { return high >> UInt64(scalar - 64) & 1 == 1 }
        return (inRanges(scalar) || classes.contains { $0.contains(scalar) }) != isNegated
    }

    private func inRanges(_ scalar: UInt32) -> Bool {
        var from = 0
        var to = ranges.count
        while from < to {
            let middle = (from + to) / 2
            if ranges[middle].upperBound < scalar { from = middle + 1 } else { to = middle }
        }
        return from < ranges.count && ranges[from].lowerBound <= scalar
    }
}

/// The class escapes of Python's `re` on `str`.
enum ScalarClass: Sendable {
    case word, notWord, digit, notDigit, space, notSpace

    func contains(_ scalar: UInt32) -> Bool {
        switch self {
        case .word: PythonUnicode.isWord(scalar)
        case .notWord: !PythonUnicode.isWord(scalar)
        case .digit: PythonUnicode.isDecimal(scalar)
        case .notDigit: !PythonUnicode.isDecimal(scalar)
        case .space: PythonUnicode.isSpace(scalar)
        case .notSpace: !PythonUnicode.isSpace(scalar)
        }
    }
}
