import ChanceryRecord
import Testing

@testable import ChanceryChronicle

@Suite struct MergingTests {
  @Test(arguments: MergingCase.all)
  func reportsMeetInOneEntryOrStayApart(_ example: MergingCase) {
    let told = example.told()
    let expected = Dictionary(grouping: told.map(\.label)) { $0 }.values
      .map { $0.joined(separator: " ") }.sorted()
    #expect(Chronicle(records: Told.records(told)).labels == expected)
  }

  @Test func orderOfRecordsDoesNotMatter() {
    let records = MergingCase.all.enumerated().flatMap { number, example in
      Told.records(
        example.told().map { told in
          var told = told
          told.document = "\(number)-\(told.document ?? told.words)"
          return told
        })
    }
    let straight = Chronicle(records: records).entries
    #expect(Chronicle(records: records.reversed()).entries == straight)
    #expect(Chronicle(records: records + records).entries == straight)
    #expect(Set(straight.map(\.id)).count == straight.count)
  }

  @Test func groupsOfKeysGiveTheSameEntriesAsTheWhole() {
    let records = MergingCase.all.enumerated().flatMap { number, example in
      Told.records(
        example.told().map { told in
          var told = told
          told.document = "\(number)-\(told.document ?? told.words)"
          return told
        })
    }
    let keys = records.map { record in record.events.flatMap { blockingKeys(of: $0, in: record) } }
    let groups = components(ofKeys: keys)
    #expect(groups.count > 10)
    let parts = groups.flatMap { group in Chronicle(records: group.map { records[$0] }).entries }
    let whole = Chronicle(records: records).entries
    #expect(parts.map(\.id).sorted() == whole.map(\.id).sorted())
    for part in parts { #expect(whole.contains(part)) }
  }

  @Test func samePersonUnderDifferentSpellings() {
    func party(_ name: String) -> Party {
      Party(Actor(id: "a", name: name, kind: .person, state: "RUS"))
    }
    #expect(party("Sergey Lavrov").isSamePerson(as: party("Sergei Lavrov")))
    #expect(party("Lavrov").isSamePerson(as: party("Sergey Lavrov")))
    #expect(party("Enrique Peña Nieto").isSamePerson(as: party("Pena Nieto")))
    #expect(party("Ferdinand Marcos Jr").isSamePerson(as: party("Marcos")))
    #expect(party("Alexander Lukashenko").isSamePerson(as: party("Aliaksandr Lukashenka")))
    #expect(!party("George Bush").isSamePerson(as: party("Jeb Bush")))
    #expect(!party("Vladimir Putin").isSamePerson(as: party("Sergey Lavrov")))
  }
}
