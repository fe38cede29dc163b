import ChanceryText
import Testing

/// Visits of known date: what dates them, and what does not.
@Suite struct VisitTests {
  private func days(_ text: String, published: String? = nil) -> String? {
    guard let when = record(text, published: published).events.first?.when else { return nil }
    return "\(when.start ?? "")..\(when.end ?? "")"
  }

  @Test func aYearLeavesOneVisit() {
    #expect(
      days("Richard Nixon visited China in 1972.", published: "2010-01-01")
        == "1972-02-21..1972-02-28")
  }

  @Test func theDayOfPublicationLeavesOneVisit() {
    #expect(
      days("Narendra Modi visited Russia.", published: "2024-07-10") == "2024-07-08..2024-07-09")
  }

  @Test func severalAreNoGuess() {
    #expect(days("Narendra Modi visited Russia.") == nil)
  }

  @Test func anotherHostIsAnotherVisit() {
    #expect(days("Narendra Modi visited Fiji in 2024.", published: "2024-12-30") != nil)
    #expect(
      days("Narendra Modi visited Fiji in 2024.", published: "2024-12-30")
        != "2024-07-08..2024-07-09")
  }

  @Test func anUndatedTextThatTellsAVisitAsNewsIsDatedByIt() {
    let record = record(
      "Sergey Shoigu arrived in Pakistan on Thursday. He is the first Russian minister to do so.")
    #expect(record.document.published?.basis == .inferred)
  }
}
