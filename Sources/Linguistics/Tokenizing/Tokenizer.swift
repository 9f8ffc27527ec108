import Annotation

/// spaCy's rule-based tokenizer (`spacy/tokenizer.pyx`, 3.8) over UTF-8, with its chunks cached.
final class Tokenizer {
    /// Chunks kept; a chunk is what stands between white space.
    private static let limit = 50_000

    private let rules: TokenizerRules
    private let lexicon: Lexicon
    private var splitter = AffixSplitter()
    private var chunks = IdentityTable()
    private var chunkCount = 0
    /// Of each known chunk: where its pieces are.
    private var ranges: [Range<Int32>] = []
    private var pieces: [(lexeme: Int32, length: Int32)] = []
    private var scalars: [UInt32] = []
    private var offsets: [Int] = []

    init(rules: TokenizerRules, lexicon: Lexicon) {
        self.rules = rules
        self.lexicon = lexicon
    }

    /// Whether the cache wants a fresh start, between batches.
    var isFull: Bool { ranges.count >= Tokenizer.limit || lexicon.isFull }

    func clear() {
        chunks.clear()
        ranges.removeAll(keepingCapacity: true)
        pieces.removeAll(keepingCapacity: true)
        lexicon.clear()
    }

    /// Appends the tokens of one document.
    ///
    /// - Parameter text: valid UTF-8.
    func tokenize(_ text: UnsafeRawBufferPointer, into batch: inout TokenBatch) {
        defer { batch.closeDocument() }
        guard !text.isEmpty else { return }
        let first = batch.openStart
        var position = 0
        var start = 0
        var inSpace = Tokenizer.isSpace(text, at: 0).isSpace
        // As in spaCy: runs of space and of the rest; a single space between two runs belongs to the first.
        while position < text.count {
            let (isSpace, length) = Tokenizer.isSpace(text, at: position)
            if isSpace != inSpace {
                if start < position { add(text, start..<position, &batch) }
                if text[position] == 0x20 {
                    batch.markLastSpaced()
                    start = position + 1
                } else {
                    start = position
                }
                inSpace.toggle()
            }
            position += length
        }
        if start < text.count { add(text, start..<text.count, &batch) }
        rewritePhrases(text, from: first, &batch)
    }

    /// Whether the character at a byte is white space, and its length in bytes.
    @inline(__always)
    private static func isSpace(_ text: UnsafeRawBufferPointer, at position: Int) -> (isSpace: Bool, length: Int) {
        let byte = text[position]
        if byte < 0x80 { return (byte == 0x20 || (0x09...0x0d).contains(byte) || (0x1c...0x1f).contains(byte), 1) }
        let length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2
        guard length < 4, position + length <= text.count else { return (false, min(length, text.count - position)) }
        let scalar =
            length == 2
            ? UInt32(byte & 0x1f) << 6 | UInt32(text[position + 1] & 0x3f)
            : UInt32(byte & 0x0f) << 12 | UInt32(text[position + 1] & 0x3f) << 6 | UInt32(text[position + 2] & 0x3f)
        return (PythonUnicode.isSpace(scalar), length)
    }

    private func add(_ text: UnsafeRawBufferPointer, _ range: Range<Int>, _ batch: inout TokenBatch) {
        let bytes = UnsafeRawBufferPointer(rebasing: text[range])
        let hash = StringKey(bytes: bytes).value
        let known: Range<Int32>
        if let index = chunks[hash] {
            known = ranges[Int(index)]
        } else {
            known = split(bytes)
            chunks[hash] = Int32(ranges.count)
            ranges.append(known)
        }
        var start = Int32(range.lowerBound)
        for i in known {
            let piece = pieces[Int(i)]
            batch.append(
                TokenBatch.Item(lexeme: piece.lexeme, start: start, end: start + piece.length, hasTrailingSpace: false))
            start += piece.length
        }
    }

    /// Splits a chunk that is met for the first time.
    private func split(_ bytes: UnsafeRawBufferPointer) -> Range<Int32> {
        let first = Int32(pieces.count)
        scalars.removeAll(keepingCapacity: true)
        offsets.removeAll(keepingCapacity: true)
        var offset = 0
        for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
            scalars.append(scalar.value)
            offsets.append(offset)
            offset += UTF8.width(scalar)
        }
        offsets.append(offset)
        let found = splitter.split(
            scalars[...], prefix: rules.prefix, suffix: rules.suffix, infix: rules.infix, address: rules.address,
            isSpecial: { rules.special[self.hash(bytes, $0.indices)] != nil })
        for piece in found {
            let range = UnsafeRawBufferPointer(
                rebasing: bytes[offsets[piece.range.lowerBound]..<offsets[piece.range.upperBound]])
            guard piece.isSpecial, let parts = rules.special[StringKey(bytes: range).value] else {
                pieces.append((lexicon.lexeme(range, norm: 0), Int32(range.count)))
                continue
            }
            for part in parts { pieces.append(lexeme(of: part)) }
        }
        return first..<Int32(pieces.count)
    }

    private func hash(_ bytes: UnsafeRawBufferPointer, _ range: Range<Int>) -> UInt64 {
        StringKey(bytes: UnsafeRawBufferPointer(rebasing: bytes[offsets[range.lowerBound]..<offsets[range.upperBound]]))
            .value
    }

    private func lexeme(of piece: TokenizerRules.Piece) -> (Int32, Int32) {
        piece.form.withUnsafeBytes { (lexicon.lexeme($0, norm: piece.norm), Int32($0.count)) }
    }

    /// `_apply_special_cases`: runs of tokens that spell a special case become its pieces. Longest runs first, none
    /// overlapping another, and only where no space stands inside.
    private func rewritePhrases(_ text: UnsafeRawBufferPointer, from first: Int, _ batch: inout TokenBatch) {
        var found: [(range: Range<Int>, phrase: TokenizerRules.Phrase)] = []
        let items = batch.items
        for i in first..<items.count where lexicon.lexemes[Int(items[i].lexeme)].beginsPhrase {
            for phrase in rules.phrases[lexicon.lexemes[Int(items[i].lexeme)].orth] ?? [] {
                let end = i + phrase.forms.count
                guard end <= items.count,
                    zip(i..<end, phrase.forms).allSatisfy({ lexicon.lexemes[Int(items[$0].lexeme)].orth == $1 })
                else { continue }
                found.append((i..<end, phrase))
            }
        }
        guard !found.isEmpty else { return }
        found.sort { ($1.range.count, $0.range.lowerBound) < ($0.range.count, $1.range.lowerBound) }
        var taken = Set<Int>()
        var chosen: [Int: (range: Range<Int>, phrase: TokenizerRules.Phrase)] = [:]
        for match in found {
            if !taken.contains(match.range.lowerBound), !taken.contains(match.range.upperBound - 1) {
                chosen[match.range.lowerBound] = match
            }
            taken.formUnion(match.range)
        }
        var out: [TokenBatch.Item] = []
        var i = first
        while i < items.count {
            guard let match = chosen[i] else {
                out.append(items[i])
                i += 1
                continue
            }
            let (from, to) = (items[i].start, items[match.range.upperBound - 1].end)
            if text[Int(from)..<Int(to)].elementsEqual(match.phrase.text),
                let parts = rules.special[
                    StringKey(bytes: UnsafeRawBufferPointer(rebasing: text[Int(from)..<Int(to)])).value]
            {
                var start = from
                for part in parts {
                    let (id, length) = lexeme(of: part)
                    out.append(TokenBatch.Item(lexeme: id, start: start, end: start + length, hasTrailingSpace: false))
                    start += length
                }
                out[out.count - 1].hasTrailingSpace = items[match.range.upperBound - 1].hasTrailingSpace
            } else {
                out += items[match.range]
            }
            i = match.range.upperBound
        }
        batch.replaceOpen(from: first, with: out)
    }
}
