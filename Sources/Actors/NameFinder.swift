import Annotation
import Knowledge

/// Finds the names of the tables in a document.
struct NameFinder {
    /// A name where it stands.
    struct Match {
        var tokens: Range<Int>
        /// The token of the name that its clause sees.
        var head: Int
        /// Index in `ActorKnowledge.known`.
        var known: Int
    }

    let knowledge: ActorKnowledge

    /// Longest first, from left to right, never overlapping.
    func find(in document: Document) -> [Match] {
        let tokens = document.tokens
        var matches: [Match] = []
        var i = 0
        while i < tokens.count {
            guard Self.startsLikeName(document, i) else {
                i += 1
                continue
            }
            var length = 0
            knowledge.names.match(tokens, at: i) { value, count in
                let known = knowledge.known[Int(value)]
                if known.isAcronym, !Self.isUpper(document, i) { return false }
                if Self.isPartOfOtherName(document, i..<(i + count), known) { return false }
                matches.append(
                    Match(tokens: i..<(i + count), head: Self.head(of: i..<(i + count), tokens), known: Int(value)))
                length = count
                return true
            }
            i += max(1, length)
        }
        return matches
    }

    /// The token of a run whose head is outside it: the last such.
    static func head(of range: Range<Int>, _ tokens: [Token]) -> Int {
        for t in range.reversed() where !range.contains(Int(tokens[t].head)) || Int(tokens[t].head) == t {
            if tokens[t].pos != .punct, tokens[t].dependency != .case { return t }
        }
        return range.upperBound - 1
    }

    private static func startsLikeName(_ document: Document, _ token: Int) -> Bool {
        let byte = document.text[Int(document.tokens[token].start)]
        // A capital, a byte of another script, or "al-…" and "the …" before one.
        return (65...90).contains(byte) || byte >= 0x80
            || (byte == UInt8(ascii: "a") && token + 1 < document.tokens.count
                && document.tokens[token].lower == "al" && document.tokens[token + 1].lower == "-")
    }

    private static func isUpper(_ document: Document, _ token: Int) -> Bool {
        let span = document.tokens[token].span
        return document.text[span.start..<span.end].allSatisfy { !(97...122).contains($0) }
    }

    /// "Jordan" in "Michael Jordan", "Jersey" in "New Jersey": inside a longer name of a person or place.
    private static func isPartOfOtherName(
        _ document: Document, _ range: Range<Int>, _ known: ActorKnowledge.Known
    ) -> Bool {
        guard let entity = document.entity(at: range.lowerBound) else { return false }
        var core = entity.tokens
        let tokens = document.tokens
        while let last = core.last, core.count > 1, tokens[last].dependency == .case || tokens[last].pos == .punct {
            core = core.lowerBound..<last
        }
        if core.count > 1, tokens[core.lowerBound].lower == "the" { core = (core.lowerBound + 1)..<core.upperBound }
        guard core.lowerBound < range.lowerBound || range.upperBound < core.upperBound else { return false }
        switch entity.label {
        // A body in a person's name is the surname ("Wagner"), unless the recogniser took in more than the name.
        case .person: return known.use != .people && (known.use != .body || range.upperBound == core.upperBound)
        case .gpe, .fac, .workOfArt, .product, .law: return known.use == .country || known.use == .capital
        // "the Sea of Japan", but not "northern Syria", which is of Syria.
        case .loc:
            return known.use == .capital || known.use == .country && !range.contains(head(of: core, tokens))
        default: return false
        }
    }
}
