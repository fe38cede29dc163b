import ChanceryLanguage
import ChanceryText
import ChanceryTraining
import Testing

@Suite struct TokenizerTests {
  @Test(arguments: [
    ("They don't know.", "They do n't know ."),
    ("Kenya’s envoy can’t wait", "Kenya ’s envoy ca n’t wait"),
    ("We cannot say; they're here.", "We can not say ; they 're here ."),
    ("the ministers' talks", "the ministers ' talks"),
    ("a long-term deal with Al-Hadid", "a long - term deal with Al - Hadid"),
    ("a pre-war, non-binding text", "a pre-war , non-binding text"),
    ("about 1,250.5 tonnes at 10:30", "about 1,250.5 tonnes at 10:30"),
    ("5pm, 20km and 12%", "5 pm , 20 km and 12 %"),
    ("worth $3.2bn (€2.9 billion)", "worth $ 3.2 bn ( € 2.9 billion )"),
    ("the U.S. and the U.N. envoys", "the U.S. and the U.N. envoys"),
    ("see https://example.org/a?b=1, please", "see https://example.org/a?b=1 , please"),
    ("write to desk@example.org.", "write to desk@example.org ."),
    ("“No,” he said", "“ No , ” he said"),
    ("wait... what?!", "wait ... what ?!"),
    ("talks — at last – began", "talks — at last – began"),
    ("in 1990-91 and the '90s", "in 1990 - 91 and the '90s"),
    ("call 020-555-0100 now", "call 020-555-0100 now"),
    ("O'Hara and AT&T", "O'Hara and AT&T"),
    ("non\u{A0}breaking\u{202F}blank", "non breaking blank"),
    ("No. 5 and vol. 2; he said no.", "No. 5 and vol. 2 ; he said no ."),
    ("Mr. J. Smith Jr. of Acme Inc. left", "Mr. J. Smith Jr. of Acme Inc. left"),
  ])
  func words(_ text: String, _ wanted: String) { #expect(dump(text) == wanted) }

  @Test(arguments: [
    ("He left. She stayed.", 2),
    ("Dr. Adams met Gen. Okoro in St. Lucia. They talked.", 2),
    ("He flew to the U.S. The talks went on.", 2),
    ("He flew to the U.S. Senate.", 1),
    ("\"We agree.\" He smiled.", 2),
    ("\"Do we agree?\" asked the envoy.", 1),
    ("It grew 2.5 percent. Exports fell 3.1 percent.", 2),
    ("NAIROBI, Apr 04 (XYZ): The envoy arrived. He left again.", 3),
    ("Nairobi (XYZ) - The envoy arrived.", 2),
    ("LIMA — The envoy arrived.", 2),
    ("Peru: a short history", 1),
    ("It was small (see the note. It is long.) and cheap.", 1),
    ("Envoys to meet in May\n\nThe envoys will meet in May.", 2),
    ("A first paragraph.\n\nA second without stop\n\nA third.", 3),
    ("It fell.[6] It rose.", 2),
    ("- one thing\n- another thing\n- a third", 3),
  ])
  func sentences(_ text: String, _ wanted: Int) {
    #expect(dump(text).split(separator: "‖").count == wanted, "\(dump(text))")
  }

  @Test func hardWrappedLinesAreOneSentence() {
    let text = """
      The two governments said on Tuesday that they would open talks about the river
      before the end of the year and that Rome had offered to hold them in its own
      capital.
      """
    #expect(dump(text).split(separator: "‖").count == 1)
  }

  @Test func spansNeverCrossParts() {
    let source = SourceText("One part here another part there")
    let parts = [ByteSpan(0, 8), ByteSpan(14, 26)]
    let parsed = LanguageReader(lists: wordLists).read(source, in: parts)
    #expect(parsed.tokens.map(\.form) == ["One", "part", "another", "part"])
    #expect(parsed.sentences.count == 2)
  }

  /// Hostile repetition is read in linear time and bounded memory.
  @Test(arguments: [")", "'s", "a-", "[1]", ".", "a'", "\n", "1-", "\"", "U.S."])
  func repetitionEnds(_ piece: String) {
    let text = String(repeating: piece, count: 60_000)
    let source = SourceText(text)
    let parsed = LanguageReader(lists: wordLists).read(source, in: [ByteSpan(0, source.byteCount)])
    #expect(parsed.tokens.allSatisfy { !$0.span.isEmpty })
  }

  /// Tokens and the white space between them give back every byte.
  @Test(arguments: [UInt64(1), 2, 3, 4])
  func roundTrip(_ seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let pieces = [
      "a", "Z", "9", ".", ",", "'", "’", "-", "—", "\"", "”", "(", ")", " ", "\n", "\r\n", "\t",
      "é", "日", "🙂", "\u{A0}", "n't", "'s", "U.S.", "http://x.y", "@", "$", "€", "...", "\u{200B}",
      "\u{0}", "/", "&", "_", "can", "not",
    ]
    for _ in 0..<400 {
      var text = ""
      for _ in 0..<generator.below(40) { text += pieces[generator.below(pieces.count)] }
      check(text)
      let bytes = (0..<generator.below(60)).map { _ in UInt8(generator.below(256)) }
      check(String(decoding: bytes, as: UTF8.self))
    }
  }

  private func check(_ text: String) {
    let source = SourceText(text)
    let parsed = LanguageReader(lists: wordLists).read(source, in: [ByteSpan(0, source.byteCount)])
    var offset = 0
    var rebuilt: [UInt8] = []
    for token in parsed.tokens {
      #expect(token.span.start >= offset && !token.span.isEmpty)
      let gap = source.bytes[offset..<token.span.start]
      #expect(String(decoding: gap, as: UTF8.self).unicodeScalars.allSatisfy { isBlank($0) })
      rebuilt += gap
      rebuilt += Array(token.form.utf8)
      offset = token.span.end
    }
    rebuilt += source.bytes[offset...]
    #expect(rebuilt == source.bytes)
    let covered = parsed.sentences.flatMap { Array($0.tokens) }
    #expect(covered == Array(parsed.tokens.indices))
  }

  private func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isWhitespace || scalar.value < 0x20 || scalar.value == 0x7F
      || scalar.value == 0x200B || scalar.value == 0xFEFF
  }
}
