import ChanceryRecord
import ChanceryText
import Foundation
import Testing

@testable import ChanceryChronicle

@Suite struct RenderingTests {
  private var entries: [Entry] {
    Chronicle(
      records: Told.records([
        Told(
          "A", "2021-04-05", "Lavrov goes to \"Islamabad\", it is said.", .consult, mode: "visit",
          ["*Sergey Lavrov/RUS"], to: ["Pakistan/PAK"], .planned, when: "2021-04-06",
          at: "Islamabad/PAK"),
        Told(
          "A", "2021-04-08", "Lavrov was in Islamabad\non Tuesday.", .consult, mode: "visit",
          ["*Sergey Lavrov/RUS"], to: ["Pakistan/PAK"], when: "2021-04-06", at: "Islamabad/PAK"),
      ])
    ).entries
  }

  @Test func table() {
    let expected = """
      DATE        TYPE           PARTIES                              PLACE           STATUS    SCORE  SRC
      2021-04-06  CONSULT visit  Sergey Lavrov (RUS) → Pakistan       Islamabad, PAK  occurred  2.5    2
                                 (PAK)
          2021-04-05 planned doc1.txt
            "Lavrov goes to "Islamabad", it is said."
          2021-04-08 occurred doc2.txt
            "Lavrov was in Islamabad on Tuesday."

      """
    let text = ChronicleFormat.table.text(of: entries, width: 100)
    #expect(text == expected)
    #expect(text.split(separator: "\n").allSatisfy { $0.count <= 100 })
    #expect(ChronicleFormat.table.text(of: []) == "")
  }

  @Test(arguments: [20, 80, 100, 140])
  func tableKeepsItsWidth(_ width: Int) {
    let text = ChronicleFormat.table.text(of: entries, width: width)
    #expect(text.split(separator: "\n").allSatisfy { $0.count <= max(width, 80) })
  }

  @Test func csvFollowsRFC4180() {
    let text = ChronicleFormat.csv.text(of: entries)
    let lines = text.components(separatedBy: "\r\n")
    #expect(lines.count == 3)
    #expect(lines[0] == CSVRenderer.header.joined(separator: ","))
    #expect(lines[1].contains(",2021-04-06,2021-04-06,CONSULT,visit,,Sergey Lavrov,RUS,"))
    #expect(
      lines[1].hasSuffix(
        "\"Lavrov goes to \"\"Islamabad\"\", it is said. | Lavrov was in Islamabad on Tuesday.\""))
  }

  @Test func jsonLinesHaveTheKeysOfAnEntry() throws {
    let text = ChronicleFormat.jsonl.text(of: entries)
    #expect(text.hasSuffix("}\n"))
    let object = try #require(
      JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    #expect(
      Set(object.keys) == [
        "id", "type", "mode", "contexts", "actors", "recipients", "status", "independent_sources",
        "claims", "figures", "when", "where", "score", "reports", "conflicts",
      ])
    let decoded = try JSONDecoder().decode(Entry.self, from: Data(text.utf8))
    #expect(decoded == entries[0])
  }

  @Test func markdownEscapesMarkup() {
    var entry = entries[0]
    entry.reports[0].evidence = "a *bold* <b>tag</b> & more"
    let text = ChronicleFormat.markdown.text(of: [entry])
    #expect(text.contains("## 2021\n"))
    #expect(text.contains("“a \\*bold\\* &lt;b>tag&lt;/b> &amp; more”"))
  }

  @Test func filters() throws {
    let entry = entries[0]
    #expect(EntryFilter(between: ["PAK", "RUS"]).accepts(entry))
    #expect(!EntryFilter(between: ["PAK", "IND"]).accepts(entry))
    #expect(EntryFilter(from: CivilDate(iso: "2021-04-06")).accepts(entry))
    #expect(!EntryFilter(to: CivilDate(iso: "2021-04-05")).accepts(entry))
    #expect(!EntryFilter(types: [.sanction]).accepts(entry))
    #expect(!EntryFilter(statuses: [.planned]).accepts(entry))
  }

  @Test func badLinesAreNamedAndTheRestIsRead() throws {
    let good = try JSONEncoder().encode(Told.records([MergingCase.all[0].told()[0]])[0])
    let text = Data("{\"actors\": []}\nnonsense\n\n".utf8) + good + Data("\n".utf8)
    let lines = RecordLines(text)
    #expect(lines.records.count == 1)
    #expect(lines.failures.map(\.line) == [1, 2])
    #expect(lines.failures[0].reason == "no key 'document'")
    #expect(lines.failures[1].reason == "not JSON")
  }
}
