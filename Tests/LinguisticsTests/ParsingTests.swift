import Annotation
import Testing

@testable import Linguistics

@Suite struct ArcEagerStateTests {
    /// "He said so": He <- said, said -> so.
    @Test func attachesLeftAndRight() {
        var state = ArcEagerState()
        state.begin(3)
        #expect(state.mayShift && !state.mayAttach)
        state.shift()
        state.leftArc(1)
        #expect(state.depth == 0 && state.latestLeftChild(1) == 0)
        state.shift()
        state.rightArc(2)
        #expect(state.latestRightChild(1) == 2 && state.bufferLength == 0)
        state.reduce()
        state.reduce()
        #expect(state.isFinal && state.heads == [1, -1, 1])
    }

    @Test func putsAWordWithoutHeadBackOnce() {
        var state = ArcEagerState()
        state.begin(3)
        state.shift()
        state.shift()
        state.reduce()
        #expect(state.b(0) == 1 && state.b(1) == 2)
        #expect(!state.mayShift, "it was unshifted and may only be attached")
        state.rightArc(4)
        #expect(state.heads[1] == 0)
    }

    @Test func replacesAHead() {
        var state = ArcEagerState()
        state.begin(3)
        state.shift()
        state.rightArc(1)
        state.leftArc(2)
        #expect(state.heads == [-1, 2, -1])
        #expect(state.latestRightChild(0) == -1 && state.latestLeftChild(2) == 1)
    }

    @Test func doesNotAttachAcrossASentenceStart() {
        var state = ArcEagerState()
        state.begin(3)
        state.shift()
        #expect(state.mayBreak)
        state.breakSentence()
        #expect(!state.mayBreak && state.mayAttach)
        state.rightArc(1)
        #expect(!state.mayAttach && !state.mayShift && state.mayReduce)
    }
}

@Suite struct DependencyTreeTests {
    private let moves: ParserMoves = {
        // The moves of a model, few of them.
        do { return try ParserMoves(["S-", "D-", "L-nsubj", "L-det", "R-dobj", "R-prep||dobj", "B-ROOT"]) } catch {
            preconditionFailure("\(error)")
        }
    }()

    /// "saw a man with": "with" hangs on "saw" but was lifted from its object.
    @Test func bringsALiftedArcDown() {
        var state = ArcEagerState()
        state.begin(4)
        state.shift()
        state.shift()
        state.leftArc(3)
        state.rightArc(4)
        state.reduce()
        state.rightArc(5)
        state.reduce()
        state.reduce()
        let tree = DependencyTree(state, moves: moves, isSpace: { _ in false })
        #expect(tree.heads == [0, 2, 0, 2])
        #expect(tree.dependencies == [.root, .det, .dobj, .prep])
        #expect(tree.isSentenceStart == [true, false, false, false])
    }

    @Test func refusesMovesOfAnotherOrder() {
        #expect(throws: (any Error).self) { try ParserMoves(["S-", "L-nsubj", "D-", "L-det", "R-dobj", "B-ROOT"]) }
        #expect(throws: (any Error).self) { try ParserMoves(["S-", "D-", "L-nonsense", "R-dobj", "B-ROOT"]) }
    }
}

@Suite struct LongTextTests {
    @Test func leavesAShortTextWhole() {
        #expect(LongText.pieces(Array("short".utf8)) == [0..<5])
        #expect(LongText.pieces([]) == [0..<0])
    }

    @Test func cutsAfterAnEmptyLineAndCoversEveryByte() {
        let paragraph = Array(String(repeating: "Word and é. ", count: 40_000).utf8) + Array("\n\n".utf8)
        let text = Array(repeating: paragraph, count: 5).flatMap { $0 }
        let pieces = LongText.pieces(text)
        #expect(pieces.first?.lowerBound == 0 && pieces.last?.upperBound == text.count)
        #expect(zip(pieces, pieces.dropFirst()).allSatisfy { $0.upperBound == $1.lowerBound })
        #expect(pieces.allSatisfy { text[..<$0.upperBound].suffix(2) == [0x0a, 0x0a] })
    }

    @Test func neverCutsACharacter() {
        let text = Array(String(repeating: "é", count: 1_500_000).utf8)
        #expect(LongText.pieces(text).map(\.count) == [2_000_000, 1_000_000])
    }
}
