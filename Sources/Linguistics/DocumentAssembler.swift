import Annotation

/// Puts the stages' results together into a `Document`: attribute rules, lemmas, tokens. One worker's.
final class DocumentAssembler {
    private let model: LanguageModel
    private let lexicon: Lexicon
    private let ruler: AttributeRuler
    private let lemmatizer: Lemmatizer
    /// Lemmas by form and part of speech.
    private var lemmas = IdentityTable()
    private var ranges: [Range<Int32>] = []
    private var keys: [StringKey] = []
    private var pool: [UInt8] = []

    init(model: LanguageModel, lexicon: Lexicon) {
        self.model = model
        self.lexicon = lexicon
        ruler = AttributeRuler(rules: model.attributes)
        lemmatizer = Lemmatizer(model.lemmas)
    }

    func document(
        text: [UInt8], items: ArraySlice<TokenBatch.Item>, tags: ArraySlice<UInt8>, tree: DependencyTree,
        entities: [EntityMention]
    ) -> Document {
        if ranges.count > 50_000 { clear() }
        var tokens: [Token] = []
        tokens.reserveCapacity(items.count)
        var lemmaText: [UInt8] = []
        lemmaText.reserveCapacity(text.count)
        ruler.apply(
            count: items.count,
            input: { i in
                let lexeme = lexicon.lexemes[Int(items[items.startIndex + i].lexeme)]
                return AttributeRuler.Input(
                    tag: model.tags[Int(tags[tags.startIndex + i])], dependency: tree.dependencies[i],
                    formClass: lexeme.formClass, isSpace: lexeme.isSpace)
            },
            emit: { i, outcome in
                let item = items[items.startIndex + i]
                let lexeme = lexicon.lexemes[Int(item.lexeme)]
                let lemma = lemma(of: item, lexeme, outcome, text)
                let start = Int32(lemmaText.count)
                lemmaText += pool[Int(ranges[lemma].lowerBound)..<Int(ranges[lemma].upperBound)]
                tokens.append(
                    Token(
                        start: item.start, end: item.end, head: tree.heads[i], dependency: outcome.dependency,
                        tag: outcome.tag, pos: outcome.pos, isSentenceStart: tree.isSentenceStart[i],
                        hasTrailingSpace: item.hasTrailingSpace, morph: outcome.morph, lower: lexeme.lower,
                        lemma: keys[lemma], lemmaStart: start, lemmaEnd: Int32(lemmaText.count)))
            })
        return Document(
            text: text, tokens: tokens, entities: entities, lemmaText: lemmaText, morphs: model.attributes.morphs)
    }

    private func clear() {
        lemmas.clear()
        ranges.removeAll(keepingCapacity: true)
        keys.removeAll(keepingCapacity: true)
        pool.removeAll(keepingCapacity: true)
    }

    /// The index in `ranges` and `keys` of a token's lemma.
    private func lemma(
        of item: TokenBatch.Item, _ lexeme: Lexeme, _ outcome: AttributeRuler.Outcome, _ text: [UInt8]
    ) -> Int {
        // A lemma that a rule sets depends on nothing else; others on form, part of speech and features.
        let identity =
            outcome.lemma.map { UInt64($0 + 1) &* 0x9e37_79b9_7f4a_7c15 }
            ?? lexeme.orth &+ (UInt64(outcome.pos.rawValue) << 8 | (outcome.isBaseForm ? 1 : 0))
            &* 0x9e37_79b9_7f4a_7c15
        if let known = lemmas[identity] { return Int(known) }
        let lemma: [UInt8] =
            if let set = outcome.lemma {
                model.attributes.lemmas[set]
            } else {
                lemmatizer.lemma(
                    form: text[Int(item.start)..<Int(item.end)], lower: lexicon.lowerText(of: item.lexeme),
                    pos: outcome.pos, isBaseForm: outcome.isBaseForm)
            }
        let start = Int32(pool.count)
        pool += lemma
        ranges.append(start..<Int32(pool.count))
        keys.append(lemma.withUnsafeBytes { StringKey(bytes: $0) })
        lemmas[identity] = Int32(ranges.count - 1)
        return ranges.count - 1
    }
}
