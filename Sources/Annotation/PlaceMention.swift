/// A place name with the tokens it is made of.
package struct PlaceMention: Sendable {
    package var tokens: Range<Int>
    package var place: Place

    package init(tokens: Range<Int>, place: Place) {
        self.tokens = tokens
        self.place = place
    }
}
