package import Annotation

/// Writes the answers of `relate`, one line of JSON each.
package struct RelationWriter: Sendable {
    package init() {}

    package func write(_ relation: Relation?, id: String, to output: inout [UInt8]) {
        let buffer = output
        output = []  // so that the writer holds the buffer alone and appends in place
        var json = JSONWriter(.compact, appendingTo: buffer)
        json.object { json in
            json.key("id")
            json.string(id)
            json.field("plover", relation?.ploverFromCameo?.rawValue)
            json.field("type", relation?.type?.rawValue)
            json.field("cameo", relation?.cameo)
            json.field("quad", relation?.quad)
            json.field("confidence", relation?.confidence)
            json.field("rule", relation?.rule)
        }
        json.newline()
        output = json.bytes
    }
}
