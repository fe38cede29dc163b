import ChanceryLanguage
import ChanceryText
import Testing

/// The shipped model on plain sentences whose analysis is beyond doubt.
@Suite struct EnglishModelTests {
  static let reader = LanguageReader(
    model: try! LanguageModel(bytes: resource("Model/english.model")!))

  private func parse(_ text: String) -> ParsedText {
    let source = SourceText(text)
    return Self.reader.read(source, in: [ByteSpan(0, source.byteCount)])
  }

  @Test func aPlainSentence() throws {
    let parsed = parse("The foreign minister visited Ottawa on Monday.")
    let root = try #require(parsed.tokens.first { $0.head == -1 })
    #expect(root.form == "visited" && root.lemma == "visit" && root.xpos == .vbd)
    let subject = try #require(parsed.tokens.first { $0.deprel == .nsubj })
    #expect(subject.form == "minister")
    let object = try #require(parsed.tokens.first { $0.deprel == .obj })
    #expect(object.form == "Ottawa" && object.upos == .propn)
  }

  @Test func thePassiveHasItsAgent() throws {
    let parsed = parse("The treaty was signed by both presidents.")
    let treaty = try #require(parsed.tokens.first { $0.form == "treaty" })
    #expect(treaty.deprel == .nsubjPass)
    let presidents = try #require(parsed.tokens.first { $0.form == "presidents" })
    #expect(presidents.deprel == .oblAgent)
  }

  @Test func negationIsAWord() throws {
    let parsed = parse("The envoy did not attend the talks, and they don't expect him.")
    #expect(parsed.tokens.filter { $0.lemma == "not" }.count == 2)
  }

  @Test func typographicApostrophesMakeNoOddLemmas() {
    let parsed = parse("It’s late and they don’t see Peru’s envoy.")
    #expect(parsed.tokens.contains { $0.form == "’s" && $0.lemma == "be" })
    #expect(parsed.tokens.contains { $0.form == "n’t" && $0.lemma == "not" })
    #expect(parsed.tokens.allSatisfy { !$0.lemma.unicodeScalars.contains("\u{FFFD}") })
  }

  @Test func readingTwiceGivesTheSame() {
    let text = "Talks between Norway and Chile ended without a deal. Oslo will try again in May."
    #expect(parse(text).tokens == parse(text).tokens)
  }
}
