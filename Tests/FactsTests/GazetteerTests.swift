import ChanceryFacts
import Testing

@Suite struct GazetteerTests {
  static let tables: [(path: String, bytes: [UInt8])] = [
    (
      "places.tsv",
      Array(
        """
        name\tvariants\tstate\tkind\twithin\tlatitude\tlongitude\tpopulation\tsource
        \t\tFRA\tstate\t\t47\t2\t\tmemory
        Texas\t\tUSA\tregion\t\t31\t-100\t\tmemory
        Black Sea\t\t\tsea\t\t43\t35\t\tmemory
        Paris\t\tUSA\ttown\tTexas\t33.66\t-95.56\t24699\tmemory
        """.utf8)
    ),
    ("names.tsv", Array("state\tname\tkind\nFRA\tFrance\tshort\nFRA\tFrench\tadjective\n".utf8)),
    (
      "cities.tsv",
      Array(
        "name\tvariants\tstate\tlatitude\tlongitude\tpopulation\trole\nParis\t\tFRA\t48.85\t2.35\t2138551\tcapital\n"
          .utf8)
    ),
  ]

  func longest(_ text: String) throws -> (wordCount: Int, places: [Gazetteer.Place])? {
    let forms = text.split(separator: " ").map(String.init)
    return try Gazetteer(tables: Self.tables).longest(
      at: 0, in: forms.map { $0.lowercased() }, forms: forms)
  }

  @Test func aNameGivesAllItsPlaces() throws {
    let found = try #require(try longest("Paris was"))
    #expect(found.wordCount == 1)
    #expect(found.places.map(\.within) == ["Texas", ""])
    #expect(found.places.map(\.kind) == [.town, .capital])
  }

  @Test func statesTakeTheirCoordinates() throws {
    let found = try #require(try longest("France"))
    #expect(found.places.map(\.latitude) == [47])
    #expect(try longest("French")?.wordCount == nil)
  }

  @Test func severalWordsAndNoState() throws {
    let found = try #require(try longest("Black Sea"))
    #expect(found.wordCount == 2)
    #expect(found.places[0].state == nil)
    #expect(try longest("black sea")?.wordCount == nil)
  }
}
