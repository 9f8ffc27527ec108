package import Annotation

/// Writes parsed texts, one line of JSON each: tokens with their attributes, and named entities.
///
/// Values are spelled as spaCy spells them ("" for a token without features), so that the two can be compared as they
/// stand. Offsets are Unicode code points; `head` is an index into `tokens`, a root's own.
package struct ParseWriter: Sendable {
    package init() {}

    package func write(_ document: Document, id: String, to output: inout [UInt8]) {
        let buffer = output
        output = []  // so that the writer holds the buffer alone and appends in place
        var json = JSONWriter(.compact, appendingTo: buffer)
        let points = CodePointMap(document.text)
        json.object { json in
            json.key("id")
            json.string(id)
            json.key("tokens")
            json.array(document.tokens.indices) { token(&$0, $1, of: document, points) }
            json.key("entities")
            json.array(document.entities.filter { !$0.tokens.isEmpty }) { json, entity in
                json.object { json in
                    let span = document.span(of: entity.tokens)
                    json.field("start", points.codePoint(at: span.start))
                    json.field("end", points.codePoint(at: span.end))
                    json.field("label", entity.label.label)
                }
            }
        }
        json.newline()
        output = json.bytes
    }

    private func token(_ json: inout JSONWriter, _ index: Int, of document: Document, _ points: CodePointMap) {
        let token = document.tokens[index]
        json.object { json in
            json.key("text")
            text(&json, document.text, token.start, token.end)
            json.field("start", points.codePoint(at: Int(token.start)))
            json.field("end", points.codePoint(at: Int(token.end)))
            json.key("tag")
            json.string(token.tag.label)
            json.key("pos")
            json.string(token.pos.label)
            json.key("morph")
            json.string(document.morph(of: index))
            json.key("lemma")
            text(&json, document.lemmaText, token.lemmaStart, token.lemmaEnd)
            json.key("dep")
            json.string(token.dependency.label)
            json.field("head", Int(token.head))
            json.field("sent_start", token.isSentenceStart)
        }
    }

    private func text(_ json: inout JSONWriter, _ bytes: [UInt8], _ start: Int32, _ end: Int32) {
        bytes.withUnsafeBufferPointer { all in
            json.string(bytes: UnsafeBufferPointer(rebasing: all[Int(start)..<Int(end)]))
        }
    }
}
