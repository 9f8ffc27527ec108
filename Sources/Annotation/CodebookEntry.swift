/// A page of the codebook: what the knowledge says of one type, mode, context or code of the ontology.
package struct CodebookEntry: Hashable, Sendable {
    /// What is said under one heading.
    package struct Section: Hashable, Sendable {
        package var label: String
        package var lines: [Line]

        package init(_ label: String, _ lines: [Line]) {
            self.label = label
            self.lines = lines
        }
    }

    /// One line: of a list, with the name under which there is a page, and its score; else words alone.
    package struct Line: Hashable, Sendable {
        package var name: String
        package var score: Double?
        package var text: String

        package init(_ text: String, name: String = "", score: Double? = nil) {
            self.name = name
            self.score = score
            self.text = text
        }
    }

    /// "COERCE/arrest", "112".
    package var name: String
    /// The name in words, where `name` is a code.
    package var title: String?
    /// "mode of COERCE", "CAMEO code under 11 DISAPPROVE".
    package var kind: String
    package var definition: String?
    /// PLOVER's quad class, 1 to 4; nil where it has none.
    package var quad: Int?
    /// In the order in which they are read; none is empty.
    package var sections: [Section]

    package init(
        name: String, title: String? = nil, kind: String, definition: String?, quad: Int? = nil, sections: [Section]
    ) {
        self.name = name
        self.title = title
        self.kind = kind
        self.definition = definition
        self.quad = quad
        self.sections = sections.filter { !$0.lines.isEmpty }
    }
}

/// The whole ontology at one glance.
package struct CodebookOverview: Hashable, Sendable {
    package struct PloverRow: Hashable, Sendable {
        package var type: PloverType
        package var quad: Int
        package var score: Double
        /// Roots of CAMEO under which the type's codes stand.
        package var roots: [String]
        /// What the type covers, in short.
        package var covers: String

        package init(type: PloverType, quad: Int, score: Double, roots: [String], covers: String) {
            self.type = type
            self.quad = quad
            self.score = score
            self.roots = roots
            self.covers = covers
        }
    }

    package struct RootRow: Hashable, Sendable {
        package var code: String
        package var name: String
        package var goldstein: Double
        /// GDELT's class, 1 to 4.
        package var quad: Int
        /// Types that its codes have.
        package var types: [PloverType]

        package init(code: String, name: String, goldstein: Double, quad: Int, types: [PloverType]) {
            self.code = code
            self.name = name
            self.goldstein = goldstein
            self.quad = quad
            self.types = types
        }
    }

    package var types: [PloverRow]
    package var roots: [RootRow]
    package var contexts: [String]
    /// How many modes, and how many codes without the roots.
    package var modeCount: Int
    package var codeCount: Int

    package init(types: [PloverRow], roots: [RootRow], contexts: [String], modeCount: Int, codeCount: Int) {
        self.types = types
        self.roots = roots
        self.contexts = contexts
        self.modeCount = modeCount
        self.codeCount = codeCount
    }
}
