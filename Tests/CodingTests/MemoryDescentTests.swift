import Testing

@testable import Coding

@Suite struct MemoryDescentTests {
    /// A bowl that is a hundred times steeper one way than the other.
    @Test func findsTheBottomOfABowl() {
        let bottom = MemoryDescent(steps: 60).minimum(from: [5, -4]) { point, gradient in
            gradient[0] = 2 * (point[0] - 1)
            gradient[1] = 200 * (point[1] - 3)
            return (point[0] - 1) * (point[0] - 1) + 100 * (point[1] - 3) * (point[1] - 3)
        }
        #expect(abs(bottom[0] - 1) < 1e-4 && abs(bottom[1] - 3) < 1e-4, "\(bottom)")
    }

    @Test func staysWhereItIsLowest() {
        let bottom = MemoryDescent(steps: 10).minimum(from: [2]) { point, gradient in
            gradient[0] = 2 * (point[0] - 2)
            return (point[0] - 2) * (point[0] - 2)
        }
        #expect(bottom == [2])
    }
}
