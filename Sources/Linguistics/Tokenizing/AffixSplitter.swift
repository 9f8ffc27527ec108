/// Splits one chunk between white space into tokens (`Tokenizer._split_affixes` and `_attach_tokens`).
struct AffixSplitter {
    /// A token of the chunk, or a special case of several.
    struct Piece: Equatable {
        /// Code points of the text that the chunk was cut from.
        var range: Range<Int>
        var isSpecial: Bool
    }

    var matcher = PatternMatcher()
    private var infixes: [Range<Int>] = []
    private var suffixes: [Range<Int>] = []

    /// - Parameter isSpecial: whether a stretch of code points is a special case as a whole.
    mutating func split(
        _ chunk: ArraySlice<UInt32>, prefix: Pattern, suffix: Pattern, infix: Pattern, address: Pattern,
        isSpecial: (ArraySlice<UInt32>) -> Bool
    ) -> [Piece] {
        var pieces: [Piece] = []
        suffixes.removeAll(keepingCapacity: true)
        var rest = chunk
        var last = -1
        while !rest.isEmpty && rest.count != last {
            if isSpecial(rest) { break }
            last = rest.count
            let prefixEnd = matcher.match(prefix, rest, at: rest.startIndex) ?? rest.startIndex
            let afterPrefix = rest[prefixEnd...]
            let hasPrefix = prefixEnd > rest.startIndex
            if hasPrefix, !afterPrefix.isEmpty, isSpecial(afterPrefix) {
                pieces.append(Piece(range: rest.startIndex..<prefixEnd, isSpecial: false))
                rest = afterPrefix
                break
            }
            let found = matcher.search(suffix, afterPrefix)
            let suffixStart = found.map { rest.endIndex - $0.count } ?? rest.endIndex
            let hasSuffix = suffixStart < rest.endIndex
            let beforeSuffix = rest[..<suffixStart]
            if hasSuffix, !beforeSuffix.isEmpty, isSpecial(beforeSuffix) {
                suffixes.append(suffixStart..<rest.endIndex)
                rest = beforeSuffix
                break
            }
            if hasPrefix, hasSuffix, prefixEnd <= suffixStart {
                pieces.append(Piece(range: rest.startIndex..<prefixEnd, isSpecial: false))
                suffixes.append(suffixStart..<rest.endIndex)
                rest = rest[prefixEnd..<suffixStart]
            } else if hasPrefix {
                pieces.append(Piece(range: rest.startIndex..<prefixEnd, isSpecial: false))
                rest = afterPrefix
            } else if hasSuffix {
                suffixes.append(suffixStart..<rest.endIndex)
                rest = beforeSuffix
            }
        }
        attach(rest, infix: infix, address: address, isSpecial: isSpecial, to: &pieces)
        for range in suffixes.reversed() { pieces.append(Piece(range: range, isSpecial: false)) }
        return pieces
    }

    private mutating func attach(
        _ rest: ArraySlice<UInt32>, infix: Pattern, address: Pattern, isSpecial: (ArraySlice<UInt32>) -> Bool,
        to pieces: inout [Piece]
    ) {
        guard !rest.isEmpty else { return }
        if isSpecial(rest) {
            pieces.append(Piece(range: rest.indices, isSpecial: true))
            return
        }
        if matcher.match(address, rest, at: rest.startIndex) != nil {
            pieces.append(Piece(range: rest.indices, isSpecial: false))
            return
        }
        matcher.findAll(infix, rest, into: &infixes)
        var start = rest.startIndex
        for found in infixes where found.lowerBound != rest.startIndex {
            if found.lowerBound != start { pieces.append(Piece(range: start..<found.lowerBound, isSpecial: false)) }
            pieces.append(Piece(range: found, isSpecial: false))
            start = found.upperBound
        }
        if start < rest.endIndex { pieces.append(Piece(range: start..<rest.endIndex, isSpecial: false)) }
    }
}
