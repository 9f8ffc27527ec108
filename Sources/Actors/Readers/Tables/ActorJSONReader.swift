import Annotation
import Foundation
import Knowledge

/// Reads JSON Lines, an actor a line:
///
///     {"name": "Jane Doe", "aliases": ["J. Doe"], "alone": ["Doe"], "sex": "f",
///      "terms": [{"code": "USAGOV", "role": "president", "from": "2001-01-20", "until": "2009"}]}
///
/// An actor of one term may have it at the top level. Keys of other names are passed over.
struct ActorJSONReader {
    let file: String

    func read(_ bytes: UnsafeRawBufferPointer, faults: inout [KnowledgeError], _ add: (ActorRecord) -> Void) {
        let decoder = JSONDecoder()
        Lines.each(of: bytes) { number, line in
            let line = Lines.trimmed(line)
            if line.isEmpty { return }
            do throws(Malformed) {
                guard line.count <= Lines.longest else { throw .tooLong(line.count) }
                let stated = try ActorObject(line, decoder).actor(number)
                for record in try stated.records(file: file) { add(record) }
            } catch {
                faults.append(KnowledgeError(file: file, line: number, error.message))
            }
        }
    }
}

/// A line as it is written.
private struct ActorObject: Decodable {
    struct Term: Decodable {
        var code: String?
        var country: String?
        var sector: String?
        var role: String?
        var from: String?
        var until: String?
        var checked: String?

        var isEmpty: Bool { code == nil && country == nil && sector == nil }
    }

    var name: String?
    var aliases: [String]?
    var alone: [String]?
    var kind: String?
    var sex: String?
    var terms: [Term]?
    /// The term at the top level.
    let own: Term

    private enum Key: String, CodingKey { case name, aliases, alone, kind, sex, terms }

    init(from decoder: any Decoder) throws {
        let object = try decoder.container(keyedBy: Key.self)
        name = try object.decodeIfPresent(String.self, forKey: .name)
        aliases = try object.decodeIfPresent([String].self, forKey: .aliases)
        alone = try object.decodeIfPresent([String].self, forKey: .alone)
        kind = try object.decodeIfPresent(String.self, forKey: .kind)
        sex = try object.decodeIfPresent(String.self, forKey: .sex)
        terms = try object.decodeIfPresent([Term].self, forKey: .terms)
        own = try Term(from: decoder)
    }

    init(_ line: some Collection<UInt8>, _ decoder: JSONDecoder) throws(Malformed) {
        do {
            self = try decoder.decode(ActorObject.self, from: Data(line))
        } catch DecodingError.typeMismatch(_, let context), DecodingError.valueNotFound(_, let context) {
            let path = context.codingPath.map { key in key.intValue.map { "\($0)" } ?? key.stringValue }
            if path.isEmpty { throw Malformed("expected an object of JSON, found another value") }
            throw Malformed("expected text or a list of it in \(path.joined(separator: ".")), found another value")
        } catch {
            let found = Lines.shown(String(decoding: line.prefix(200), as: UTF8.self))
            throw Malformed("expected an object of JSON in one line, found \(found)")
        }
    }

    func actor(_ line: Int) throws(Malformed) -> StatedActor {
        var actor = try StatedActor(name: name ?? "", line: line)
        func cleaned(_ names: [String]?) -> [String] { (names ?? []).map { Lines.cleaned($0) }.filter { !$0.isEmpty } }
        actor.aliases = cleaned(aliases)
        actor.alone = cleaned(alone)
        actor.kind = try StatedActor.kind(kind ?? "")
        actor.sex = try StatedActor.sex(sex ?? "")
        let terms = (own.isEmpty ? [] : [own]) + (terms ?? [])
        guard !terms.isEmpty else { throw Malformed("expected a code or terms for \(actor.name), found neither") }
        for term in terms {
            try actor.addTerm(
                code: term.code ?? "", country: term.country ?? "", sector: term.sector ?? "", role: term.role ?? "",
                from: term.from ?? "", until: term.until ?? "", checked: term.checked ?? "", line: line)
        }
        return actor
    }
}
