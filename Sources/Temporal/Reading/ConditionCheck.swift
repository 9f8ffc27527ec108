import Annotation

/// Whether the conditions of a pattern hold where it was met.
struct ConditionCheck {
    let document: Document
    let atoms: [TimeAtom]

    /// - Parameter range: the expression's atoms.
    func holds(_ condition: TimeCondition, _ range: Range<Int>) -> Bool {
        switch condition {
        case .after(let words, let isWanted): return isWord(range.lowerBound - 1, among: words) == isWanted
        case .before(let words, let isWanted): return isWord(range.upperBound, among: words) == isWanted
        case .yearlike: return isYear(range.lowerBound)
        case .noun:
            let tag = token(range.upperBound - 1).tag
            return tag == .none || tag == .nn || tag == .nns || tag == .nnp || tag == .nnps
        case .adverb:
            let pos = token(range.upperBound - 1).pos
            return pos == .none || pos == .adv
        case .adjective:
            let pos = token(range.upperBound - 1).pos
            return pos == .none || pos == .adj
        case .rate: return isRate(range)
        case .notCounted: return range.lowerBound == 0 || !isNumber(range.lowerBound - 1)
        case .capital: return (65...90).contains(document.text[Int(atoms[range.lowerBound].start)])
        case .lower: return !(65...90).contains(document.text[Int(atoms[range.upperBound - 1].start)])
        case .alone: return !isModifier(range.upperBound - 1)
        case .bare:
            let last = Int(atoms[range.upperBound - 1].token)
            return document.tokens[last].dependency != .mark
                && document.children(of: last).allSatisfy { Int($0) < last }
        case .modifying:
            return isModifier(range.upperBound - 1)
                && (97...122).contains(document.text[Int(atoms[range.lowerBound].start)])
        case .noCommonNoun:
            guard range.lowerBound > 0, Self.determiners.contains(token(range.lowerBound - 1).lower) else {
                return true
            }
            return isModifier(range.upperBound - 1)
        }
    }

    /// Whether an atom's token belongs to a noun that follows it.
    private func isModifier(_ atom: Int) -> Bool {
        let word = token(atom)
        guard
            word.dependency == .compound || word.dependency == .amod || word.dependency == .nmod
                || word.dependency == .nummod
        else { return false }
        return word.head > atoms[atom].token
    }

    private static let determiners: Set<StringKey> = ["the", "a", "his", "her", "their", "'s"]

    private func token(_ atom: Int) -> Token { document.tokens[Int(atoms[atom].token)] }

    private func isWord(_ atom: Int, among words: [UInt16]) -> Bool {
        guard atoms.indices.contains(atom) else { return false }
        return words.contains(atoms[atom].entry)
    }

    private func isNumber(_ atom: Int) -> Bool {
        atoms[atom].classes & (WordClass.digits.bit | WordClass.number.bit | WordClass.decimal.bit) != 0
    }

    private func has(_ wordClass: WordClass, _ atom: Int) -> Bool {
        atoms.indices.contains(atom) && atoms[atom].classes & wordClass.bit != 0
    }

    /// Four digits alone are a year unless they count the noun after them or are an amount.
    private func isYear(_ atom: Int) -> Bool {
        let before = atom > 0 ? token(atom - 1) : nil
        if let before {
            // A piece of a word ("F-1504"), "$2000", "resolution 1701".
            if atoms[atom - 1].token == atoms[atom].token, atoms[atom - 1].entry == 0 { return false }
            if Self.currencies.contains(document.text[Int(before.start)]) || before.tag == .currency { return false }
            if before.tag == .sym, before.lower != "-" { return false }
            if has(.noyear, atom - 1) { return false }
        }
        if has(.measure, atom + 1) || has(.hundred, atom + 1) { return false }
        let number = Int(atoms[atom].number)
        let after = atom + 1 < atoms.count ? token(atom + 1) : nil
        let isLed = has(.yearlead, atom - 1)
        let isCounting =
            after.map {
                $0.tag == .nns || $0.tag == .nnps || ($0.tag == .jj && token(atom).dependency == .nummod)
            } ?? false
        let isNamed = isLed || before.map { $0.lower == "the" } ?? false
        guard number >= 1500, number <= 2050 else {
            return isLed && !isCounting && !(after.map { $0.pos == .noun || $0.pos == .propn } ?? false)
        }
        // "2000 soldiers" are counted, "the 2008 elections" are of a year; a round number needs a sign.
        if number % 100 == 0 { return isNamed && !isCounting || (isLed && number >= 1900) }
        if !isCounting { return true }
        return isNamed || before.map { $0.pos == .adj || $0.tag == .possessivePronoun || $0.tag == .pos } ?? true
    }

    /// "$", and the first byte of "£" and "€".
    private static let currencies: Set<UInt8> = [36, 0xC2]

    /// "three attacks a day", "15 a year": a number or a noun of doing stands before it, and no preposition.
    private func isRate(_ range: Range<Int>) -> Bool {
        guard range.lowerBound > 0 else { return false }
        let before = token(range.lowerBound - 1)
        if isNumber(range.lowerBound - 1) { return true }
        let head = document.tokens[Int(atoms[range.upperBound - 1].token)]
        return [.nns, .nn, .cd, .nnps, .currency].contains(before.tag) && head.dependency == .npadvmod
            || before.lower == "%" || before.lower == "times" || before.lower == "once" || before.lower == "twice"
    }
}
