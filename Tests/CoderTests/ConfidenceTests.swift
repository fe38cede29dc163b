import ChanceryCodebook
import Testing

@testable import ChanceryCoder

@Suite struct ConfidenceTests {
  private func table(_ text: String) throws -> ConfidenceTable {
    try ConfidenceTable(
      CodebookTables(files: [("confidence.tsv", Array("trait\tweight\n\(text)".utf8))]))
  }

  @Test func traitsAddUpToAProbability() throws {
    let table = try table("base\t0\nactor:name\t1.5\nmany\t-3\n")
    #expect(table.value(of: []) == 0.5)
    #expect(table.value(of: ["actor:name"]) > 0.8)
    #expect(table.value(of: ["actor:name", "many"]) < 0.2)
    #expect(table.value(of: ["unheard of"]) == 0.5)
  }

  @Test func weightsAreNumbers() {
    #expect(throws: CodebookError.self) { try table("base\tmuch\n") }
  }

  @Test func namedSidesAreSurerThanImpliedOnes() {
    let named = record("Russia condemned Poland.", published: "2021-06-01").events
    let untold = record(
      "It was the United States that, after a raid on villages, many said had condemned it.",
      published: "2021-06-01"
    ).events
    let sure = named.map(\.confidence).max() ?? 0
    #expect(sure > 0.75 && sure < 1)
    for event in untold { #expect(event.confidence < sure) }
  }
}
