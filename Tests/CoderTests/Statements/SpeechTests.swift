import ChanceryRecord
import Testing

/// Who says what in whole texts, read by the shipped coder: "speaker | kind | quote" for each statement.
@Suite struct SpeechTests {
  static func told(_ text: String) -> [String] {
    let record = record(text)
    let points = Array(text.unicodeScalars)
    return record.statements.map { statement in
      var quote = String.UnicodeScalarView()
      quote.append(contentsOf: points[statement.quote.start..<statement.quote.end])
      let speaker = statement.speaker.flatMap { record.actor($0)?.name } ?? "?"
      return "\(speaker) | \(statement.kind.rawValue) | \(String(quote))"
    }
  }

  @Test(arguments: [
    (
      "Analysts said the two sides would sign the accord in March.",
      "Analysts | indirect | the two sides would sign the accord in March"
    ),
    (
      "The harbour office has closed the northern pier, Danish officials said.",
      "Danish officials | indirect | The harbour office has closed the northern pier"
    ),
    (
      "Putin told Xi that the pipeline was ready, that gas would flow in May, and that prices were fair.",
      "Vladimir Putin | indirect | the pipeline was ready, that gas would flow in May, and that prices were fair"
    ),
    (
      "A source in the ministry said on Sunday that the talks had collapsed.",
      "source in the ministry | indirect | the talks had collapsed"
    ),
  ])
  func clauses(_ text: String, _ expected: String) {
    #expect(Self.told(text) == [expected])
  }

  @Test func transcript() {
    let text = """
      Secretary of State Antony Blinken met the press.

      SECRETARY BLINKEN: Thank you. We had a good meeting today.

      We will go on.

      QUESTION: Will you lift the sanctions?

      SECRETARY BLINKEN: Nothing has been decided.
      """
    #expect(
      Self.told(text) == [
        "Antony Blinken | direct | Thank you. We had a good meeting today.\n\nWe will go on.",
        "Antony Blinken | direct | Nothing has been decided.",
      ])
  }

  @Test(arguments: [
    "Paris: 12 degrees\n\nOslo: 3 degrees", "Note: this page is old.\n\nSource: our files",
    "The law says that ships must wait.", "Results suggest that the ice is thin.",
  ])
  func nobodySpeaks(_ text: String) {
    #expect(Self.told(text).isEmpty)
  }
}
