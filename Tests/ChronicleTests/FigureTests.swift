import ChanceryRecord
import ChanceryText
import Testing

@testable import ChanceryChronicle

@Suite struct FigureTests {
  private func record(_ id: String, _ figures: [(String, Double, String, String)]) -> Record {
    Record(
      document: DocumentPart(id: id, text: "", body: []),
      figures: figures.enumerated().map { index, figure in
        Figure(
          id: "f\(index + 1)", measure: figure.0, value: figure.1, unit: "USD", from: figure.2,
          to: figure.3, period: DateInterval(year: 2018).map { When($0, basis: .expression) },
          text: Span(0, 0), evidence: [])
      }, coder: CoderPart(version: "1", codebook: "1"))
  }

  @Test func turnoverIsTheSumOfBothFlows() throws {
    let series = try #require(
      FigureSeries.all(in: [
        record(
          "d1",
          [
            ("exports", 146.92e6, "PAK", "RUS"), ("imports", 395.1e6, "RUS", "PAK"),
            ("trade", 542e6, "PAK", "RUS"), ("trade_balance", 248.18e6, "PAK", "RUS"),
          ])
      ]).first)
    #expect(series.dyad == ["PAK", "RUS"])
    #expect(
      series.checks.map(\.text) == [
        "exports 146.92 m + imports 395.1 m = 542.02 m; stated 542 m: adds up",
        "imports 395.1 m - exports 146.92 m = 248.18 m; stated balance 248.18 m: adds up",
      ])
    #expect(series.contradictions.isEmpty)
  }

  private func changing(_ growth: Double) -> Record {
    func figure(_ id: String, _ measure: String, _ value: Double, _ unit: String, _ year: Int?)
      -> Figure
    {
      Figure(
        id: id, measure: measure, value: value, unit: unit, from: "DNK", to: "NOR",
        period: year.flatMap { DateInterval(year: $0) }.map { When($0, basis: .expression) },
        text: Span(0, 1), evidence: [Span(0, 90)])
    }
    return Record(
      document: DocumentPart(id: "d1", text: "", body: []),
      figures: [
        figure("f1", "trade", 4e9, "EUR", 2010), figure("f2", "trade", 5e9, "EUR", 2011),
        figure("f3", "growth", growth, "percent", 2011),
      ], coder: CoderPart(version: "1", codebook: "1"))
  }

  @Test(arguments: [(25.0, "25 %: adds up"), (40.0, "40 %: does not add up")])
  func growthFollowsFromTwoPeriods(_ growth: Double, _ end: String) throws {
    let checks = FigureSeries.all(in: [changing(growth)]).flatMap(\.checks)
    #expect(checks.map(\.text) == ["trade 4000 m to 5000 m = 25 %; stated \(end)"])
  }

  @Test func aShareNamesPartAndWhole() throws {
    func figure(_ id: String, _ measure: String, _ value: Double, _ unit: String) -> Figure {
      Figure(
        id: id, measure: measure, value: value, unit: unit, from: "DNK", to: "NOR",
        text: Span(0, 1), evidence: [Span(0, 90)])
    }
    let record = Record(
      document: DocumentPart(id: "d1", text: "", body: []),
      figures: [
        figure("f1", "exports", 2e6, "EUR"), figure("f2", "trade", 5e6, "EUR"),
        figure("f3", "share", 40, "percent"),
      ], coder: CoderPart(version: "1", codebook: "1"))
    #expect(
      FigureSeries.all(in: [record]).flatMap(\.checks).map(\.text) == [
        "exports 2 m of trade 5 m = 40 %; stated 40 %: adds up"
      ])
  }

  @Test func aWrongSumIsTold() throws {
    let series = try #require(
      FigureSeries.all(in: [
        record(
          "d1",
          [
            ("exports", 100e6, "PAK", "RUS"), ("exports", 231e6, "RUS", "PAK"),
            ("trade", 478e6, "PAK", "RUS"),
          ])
      ]).first)
    #expect(series.checks.map(\.holds) == [false])
    #expect(
      series.checks[0].text
        == "exports 100 m + exports 231 m = 331 m; stated 478 m: does not add up")
  }

  @Test func oneFigureToldDifferentlyIsAContradiction() throws {
    let series = try #require(
      FigureSeries.all(in: [
        record("d1", [("trade", 478.03e6, "PAK", "RUS")]),
        record("d2", [("trade", 542.1e6, "PAK", "RUS")]),
        record("d3", [("trade", 478e6, "PAK", "RUS")]),
      ]).first)
    #expect(series.contradictions.count == 1)
    #expect(
      series.contradictions[0].values.map(\.value) == ["478000000", "478030000", "542100000"])
    let text = FigureRenderer().text(of: [series])
    #expect(text.contains("! trade PAK→RUS: 478000000 (d3) | 478030000 (d1) | 542100000 (d2)"))
  }

  @Test(arguments: [
    (542.0, "542"), (146.92, "146.92"), (395.1, "395.1"), (-3.05, "-3.05"), (0.001, "0"),
    (1_500_000, "1500000"),
  ])
  func numbersInWords(_ value: Double, _ text: String) {
    #expect(FigureText.number(value) == text)
  }
}
