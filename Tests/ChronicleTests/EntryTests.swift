import ChanceryRecord
import ChanceryText
import Testing

@testable import ChanceryChronicle

@Suite struct EntryTests {
  private func visit(
    _ published: String, _ words: String, _ status: Status, when: String, at place: String = "",
    in document: String? = nil
  ) -> Told {
    Told(
      "A", published, words, .consult, mode: "visit", ["*Sergey Lavrov/RUS"], to: ["Pakistan/PAK"],
      status, when: when, at: place, in: document)
  }

  private func only(_ told: [Told]) throws -> Entry {
    let entries = Chronicle(records: Told.records(told)).entries
    #expect(entries.count == 1)
    return try #require(entries.first)
  }

  @Test(arguments: [
    ([Status.planned, .occurred], Status.occurred), ([.occurred, .planned], .occurred),
    ([.planned, .cancelled], .cancelled), ([.possible, .planned], .planned),
    ([.planned, .cancelled, .cancelled], .cancelled), ([.ongoing, .occurred], .occurred),
    ([.planned], .planned), ([.planned, .denied], .denied),
  ])
  func statusMovesWithTime(_ stages: [Status], _ final: Status) throws {
    let told = stages.enumerated().map { day, status in
      visit(
        "2021-04-0\(day + 4)", "Lavrov and his journey to Islamabad, day \(day).", status,
        when: "2021-04-06", at: "Islamabad/PAK")
    }
    let entry = try only(told)
    #expect(entry.status == final)
    #expect(entry.reports.map(\.status) == stages)
  }

  @Test func keyFactsComeFromTheBestReports() throws {
    let entry = try only([
      visit("2021-04-01", "Lavrov is to go to Pakistan.", .planned, when: "2021-04"),
      visit(
        "2021-04-07", "Lavrov was in Islamabad for two days.", .occurred,
        when: "2021-04-06..2021-04-07", at: "Islamabad/PAK"),
    ])
    #expect(entry.when == EntryPeriod(start: "2021-04-06", end: "2021-04-07"))
    #expect(entry.where?.name == "Islamabad")
    #expect(entry.actors.map(\.name) == ["Sergey Lavrov"])
    #expect(entry.recipients.map(\.name) == ["Pakistan"])
    #expect(entry.score == 2.5)
    #expect(entry.id.count == 16)
    #expect(entry.reports[0].evidence == "Lavrov is to go to Pakistan.")
    #expect(entry.conflicts.isEmpty)
  }

  @Test func copiesOfOneTextCountOnce() throws {
    let text = """
      Sergey Lavrov landed in Islamabad on Tuesday evening, where a guard of honour waited for him \
      on the runway and two ministers led him to the hotel
      """
    let entry = try only([
      visit("2021-04-06", text + ".", .occurred, when: "2021-04-06", at: "Islamabad/PAK"),
      visit("2021-04-07", text + ", an aide said.", .occurred, when: "2021-04-06"),
      visit(
        "2021-04-07", "The Russian minister arrived in Pakistan on Tuesday.", .occurred,
        when: "2021-04-06"),
    ])
    #expect(entry.reports.count == 3)
    #expect(entry.independentSources == 2)
  }

  @Test func contradictionsAreListedWithTheirDocuments() throws {
    let told = [
      ("Islamabad/PAK", "2019-06-14"), ("Islamabad/PAK", "2019-06-14"),
      ("Rawalpindi/PAK", "2019-06-15"),
    ].enumerated().map { number, facts in
      Told(
        "A", "2019-06-16", "The two generals conferred behind closed doors, text \(number).",
        .consult, ["*Qamar Bajwa/PAK", "*Oleg Salyukov/RUS"], when: facts.1, at: facts.0)
    }
    let entry = try only(told)
    #expect(entry.conflicts.map(\.field) == [.where, .when])
    #expect(
      entry.conflicts[0].values == [
        ConflictValue(value: "Islamabad", documents: ["doc1.txt", "doc2.txt"]),
        ConflictValue(value: "Rawalpindi", documents: ["doc3.txt"]),
      ])
    #expect(entry.when?.start == "2019-06-14")
    #expect(entry.where?.name == "Islamabad")
  }

  @Test func aDayThatMovedIsNoConflict() throws {
    let entry = try only([
      visit("2021-04-01", "Lavrov's Islamabad trip is set.", .planned, when: "2021-04-08"),
      visit("2021-04-07", "Lavrov made his Islamabad trip.", .occurred, when: "2021-04-06"),
    ])
    #expect(entry.conflicts.isEmpty)
    #expect(entry.when?.start == "2021-04-06")
  }

  @Test func differentFiguresAreAConflict() throws {
    let told = [18.0, 18, 80].enumerated().map { number, _ in
      Told(
        "A", "2021-04-1\(8 + min(number, 1))", "Prague expelled Russian diplomats, text \(number).",
        .sanction, mode: "expel", ["Czech Republic/CZE"], to: ["Russia/RUS"], when: "2021-04-17")
    }
    var records = Told.records(told)
    for (index, value) in [18.0, 18, 80].enumerated() {
      let span = records[index].events[0].evidence[0]
      records[index].figures = [
        Figure(
          id: "f1", measure: "quantity", value: value, unit: "people", text: span, evidence: [span])
      ]
    }
    let entry = try #require(Chronicle(records: records).entries.first)
    #expect(entry.conflicts.map(\.field) == [.figure])
    #expect(entry.conflicts[0].values.map(\.value) == ["18", "80"])
    #expect(entry.figures.map(\.value) == [18, 80])
    #expect(entry.figures[0].documents == ["doc1.txt", "doc2.txt"])
  }

  @Test func otherPeopleForOneStateAreAConflict() throws {
    let entry = try only([
      Told(
        "A", "2017-01-26", "Videgaray and Guajardo were received in the White House.", .consult,
        mode: "visit", ["*Luis Videgaray/MEX", "*Ildefonso Guajardo/MEX"],
        to: ["United States/USA"], when: "2017-01-25..2017-01-26"),
      Told(
        "A", "2017-01-28", "Videgaray and Meade were talking in the White House.", .consult,
        mode: "visit", ["*Luis Videgaray/MEX", "*José Antonio Meade/MEX"],
        to: ["United States/USA"], when: "2017-01-25..2017-01-26"),
    ])
    #expect(entry.conflicts.map(\.field) == [.actors])
  }

  @Test func claimsStayWithTheirEntry() throws {
    var records = Told.records([
      visit("2021-04-07", "Lavrov's trip was the first since 2012.", .occurred, when: "2021-04-06")
    ])
    let span = records[0].events[0].evidence[0]
    records[0].claims = [
      Claim(
        id: "c1", kind: "first-since", about: "A",
        since: DateInterval(year: 2012).map { When($0, basis: nil) }, evidence: [span])
    ]
    let entry = try #require(Chronicle(records: records).entries.first)
    #expect(entry.claims.map(\.kind) == ["first-since"])
    #expect(entry.claims[0].since == EntryPeriod(start: "2012-01-01", end: "2012-12-31"))
  }
}
