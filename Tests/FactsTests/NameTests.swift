import ChanceryFacts
import ChanceryText
import Testing

/// Names in running words: letters, longest match, meaning.
struct NameTests {
  private func matches(_ text: String, at index: Int = 0) throws -> [(NameMatch, Entity)] {
    let base = try Tables.base.get()
    let forms = text.split(separator: " ").map(String.init)
    let words = forms.map { fold($0) }
    return base.names(at: index, in: words, forms: forms).map { ($0, base.entity($0.entity)) }
  }

  @Test(arguments: [
    ("Pakistan", "PAK", NameSense.name), ("Pakistani", "PAK", .demonymAdjective),
    ("Russians", "RUS", .demonymNoun), ("Soviet Union", "SUN", .name),
    ("United Kingdom", "GBR", .name), ("British", "GBR", .demonymAdjective),
    ("U.S.", "USA", .name), ("US", "USA", .name), ("UK", "GBR", .name),
    ("Türkiye", "TUR", .name), ("Turkey", "TUR", .name), ("Turkish", "TUR", .demonymAdjective),
    ("Saudi Arabia", "SAU", .name), ("Czech Republic", "CZE", .name),
    ("Democratic Republic of the Congo", "COD", .name), ("North Korea", "PRK", .name),
    ("South Korean", "KOR", .demonymAdjective), ("Kremlin", "RUS", .metonym),
    ("Foggy Bottom", "USA", .metonym), ("Islamabad", "PAK", .capital),
  ])
  func means(_ text: String, _ state: String, _ sense: NameSense) throws {
    let found = try matches(text)
    let length = text.split(separator: " ").count
    #expect(
      found.contains { $0.wordCount == length && $1.state == state && $0.sense == sense },
      "\(found.map { "\($1.name) \($0.sense)" })")
  }

  @Test(arguments: ["turkey", "us", "who", "may", "chad", "nice", "polish", "it", "au"])
  func smallLettersAreNoName(_ word: String) throws {
    let found = try matches(word)
    #expect(found.isEmpty, "\(found.map(\.1.name))")
  }

  @Test func longestComesFirst() throws {
    let found = try matches("South Sudan and Egypt")
    #expect(found.first?.0.wordCount == 2)
    #expect(found.first?.1.state == "SSD")
    let papua = try matches("New Guinea and Papua New Guinea", at: 3)
    #expect(papua.first?.0.wordCount == 3)
    #expect(papua.first?.1.state == "PNG")
  }

  @Test func hyphensMayBeWords() throws {
    let base = try Tables.base.get()
    let joined = base.names(at: 0, in: ["guinea-bissau"], forms: ["Guinea-Bissau"])
    let apart = base.names(
      at: 0, in: ["guinea", "-", "bissau"], forms: ["Guinea", "-", "Bissau"])
    #expect(joined.contains { base.entity($0.entity).state == "GNB" })
    #expect(apart.contains { base.entity($0.entity).state == "GNB" && $0.wordCount == 3 })
  }

  @Test func organisationsAndGroups() throws {
    #expect(try matches("SCO").contains { $1.code == "SCO" })
    #expect(
      try matches("Shanghai Cooperation Organisation").contains {
        $0.wordCount == 3 && $1.code == "SCO"
      })
    #expect(try matches("Taliban").contains { $1.code == "TALIBAN" && $1.state == "AFG" })
    #expect(try matches("Hezbollah").contains { $1.state == "LBN" })
  }

  @Test func sectorsDependOnTheDay() throws {
    let taliban = try matches("Taliban").map(\.0)
    let year2000 = try #require(CivilDate(iso: "2000-01-01"))
    let year2010 = try #require(CivilDate(iso: "2010-01-01"))
    func sectors(_ day: CivilDate) -> [String?] {
      taliban.filter { ($0.from ?? day) <= day && day <= ($0.to ?? day) }.map(\.sector)
    }
    #expect(sectors(year2000) == ["GOV"])
    #expect(sectors(year2010) == ["REB"])
  }
}
