import ChanceryText
import Testing

@testable import ChanceryCoder

/// Sums that figures of one document make.
@Suite struct FigureArithmeticTests {
  func figure(
    _ measure: String, _ value: Double, unit: String = "USD", from: String? = "DNK",
    to: String? = "NOR", year: Int? = nil, at start: Int = 0
  ) -> DraftFigure {
    DraftFigure(
      measure: measure, value: value, unit: unit, from: from, to: to,
      period: year.flatMap { DateInterval(year: $0) }, text: ByteSpan(start, start + 1),
      evidence: [ByteSpan(0, 100)])
  }

  @Test func turnoverAndBalance() {
    let figures = [
      figure("trade", 300), figure("exports", 200), figure("imports", 100, from: "NOR", to: "DNK"),
      figure("trade_balance", 60),
    ]
    let found = FigureArithmetic().findings(figures)
    #expect(found.map(\.relation) == [.turnover, .balance])
    #expect(found.map(\.addsUp) == [true, false])
    #expect(found[1].expected == 100 && found[1].stated == 60)
    #expect(found[0].operands == [1, 2] && found[0].result == 0)
  }

  @Test func roundingIsAllowedFor() {
    let figures = [
      figure("trade", 4.7e9), figure("exports", 2.64e9),
      figure("imports", 2.08e9, from: "NOR", to: "DNK"),
    ]
    #expect(FigureArithmetic().findings(figures).map(\.addsUp) == [true])
  }

  @Test func growthBetweenPeriods() {
    let figures = [
      figure("trade", 4e9, year: 2010), figure("trade", 5e9, year: 2011),
      figure("growth", 25, unit: "percent"),
    ]
    let found = FigureArithmetic().findings(figures)
    #expect(found.map(\.expected) == [25])
    #expect(found.map(\.addsUp) == [true])
  }

  @Test func otherCurrencyIsNotAdded() {
    let figures = [
      figure("trade", 300), figure("exports", 200, unit: "EUR"), figure("imports", 100),
    ]
    #expect(FigureArithmetic().findings(figures).isEmpty)
  }
}
