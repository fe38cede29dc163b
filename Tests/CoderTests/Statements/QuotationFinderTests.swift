import ChanceryText
import Testing

@testable import ChanceryCoder

/// The words between quotation marks, in all their styles; `[[…]]` marks what must be found.
@Suite struct QuotationFinderTests {
  static let texts = [
    "“[[We signed it today]],” the minister said.",
    "She said, \"[[We won't leave]].\" Nobody moved.",
    "The envoy called it ‘[[a step that the countries’ leaders wanted]]’.",
    "The envoy called it 'a step that the ministers' aides wanted.",
    "Oslo's harbour isn't Bergen's, and the ships' crews know it.",
    "Er sagte „[[Wir bleiben]]“ und ging.",
    "Le ministre: «[[Nous partons demain]]».",
    "“[[The border stays closed]]”, she said. “[[It opens in May]].”",
    "“[[He told us: ‘Go home,’ and we went]],” the driver said.",
    "“[[The paper calls this “a new age” and “a turn”]],” he wrote.",
    "“[[The talks went on all night]]\nNobody slept.",
    "“[[We have no choice.\n“We must go]],” he said.",
    "“[[Talks were open, he noted]]. “[[They bring us nearer]]”.",
    "He was born in the '80s and drove a 5\" gun.",
    "``[[It is late]]'' she said.",
    "No marks at all.",
    "“”",
  ]

  @Test(arguments: texts) func words(_ text: String) {
    let (plain, expected) = marked(text)
    let source = SourceText(plain)
    let paragraphs = Paragraphs(source, body: [ByteSpan(0, source.byteCount)])
    let found = QuotationFinder(text: source, paragraphs: paragraphs).quotations()
    let words = found.map { source[$0.inner] }
    #expect(
      words.map { $0.hasSuffix(",") || $0.hasSuffix(".") ? String($0.dropLast()) : $0 } == expected)
  }

  @Test func anyBytesAreAccepted() {
    var state: UInt64 = 7
    let pieces = [
      "“", "”", "‘", "’", "\"", "'", "«", "»", "„", "\n", " ", "a", "b.", "s", "90", "é",
    ]
    for _ in 0..<300 {
      var text = ""
      for _ in 0..<40 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        text += pieces[Int(state >> 33) % pieces.count]
      }
      let source = SourceText(text)
      let paragraphs = Paragraphs(source, body: [ByteSpan(0, source.byteCount)])
      var end = 0
      for quotation in QuotationFinder(text: source, paragraphs: paragraphs).quotations() {
        #expect(quotation.span.start >= end && quotation.span.contains(quotation.inner))
        end = quotation.span.end
        #expect(end <= source.byteCount)
      }
    }
  }
}
