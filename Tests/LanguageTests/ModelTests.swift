import ChanceryLanguage
import ChanceryText
import ChanceryTraining
import Testing

@Suite struct ModelTests {
  @Test func trainingIsDeterministic() {
    var trainer = ModelTrainer()
    trainer.taggerEpochs = 3
    trainer.parserEpochs = 3
    trainer.headlinePercent = 0
    let words = Array(resource("Model/english-words.txt")!)
    #expect(trainer.train(smallTreebank, words: words) == smallModelBytes)
  }

  @Test func aSmallModelLearnsItsSentences() throws {
    let reader = LanguageReader(model: try LanguageModel(bytes: smallModelBytes))
    let result = Evaluation(reader: reader, words: smallTreebank)
    #expect(result.las.percent > 90)
    #expect(result.lemma.percent > 95)
  }

  @Test func foreignBytesAreNamed() {
    #expect(throws: ModelError.notAModel) { try LanguageModel(bytes: Array("a text file".utf8)) }
    #expect(throws: ModelError.notAModel) { try LanguageModel(bytes: [UInt8]()) }
  }

  @Test func anotherVersionIsNamed() {
    var bytes = smallModelBytes
    bytes[8] = 99
    #expect(throws: ModelError.version(found: 99, expected: 4)) { try LanguageModel(bytes: bytes) }
  }

  @Test(arguments: [20, 100, 5000])
  func aTruncatedFileIsNamed(_ size: Int) {
    let bytes = Array(smallModelBytes.prefix(size))
    let expected = size < 32 ? 32 : smallModelBytes.count
    #expect(throws: ModelError.truncated(found: size, expected: expected)) {
      try LanguageModel(bytes: bytes)
    }
  }

  @Test(arguments: [40, 1000, 20_000])
  func aChangedByteIsNoticed(_ at: Int) {
    var bytes = smallModelBytes
    bytes[at] ^= 0x10
    #expect(throws: ModelError.checksum) { try LanguageModel(bytes: bytes) }
  }

  @Test func errorsAreWorded() {
    #expect(
      ModelError.truncated(found: 5, expected: 9).description
        == "the language model ends after 5 of 9 bytes")
    #expect(
      ModelError.checksum.description
        == "the language model is damaged: its checksum does not match")
  }

  /// One root a sentence, no cycle, every head inside the sentence; for any text.
  @Test(arguments: [UInt64(11), 12], LanguageReader.Mode.allCases)
  func treesAreTrees(_ seed: UInt64, _ mode: LanguageReader.Mode) throws {
    let reader = LanguageReader(model: try LanguageModel(bytes: smallModelBytes), mode: mode)
    var generator = SeededGenerator(seed: seed)
    let words = [
      "the", "minister", "visited", "Rome", ",", ".", "in", "42", "“", "talks", "n't", "x",
    ]
    for _ in 0..<200 {
      let forms = (0...generator.below(30)).map { _ in words[generator.below(words.count)] }
      let parsed = reader.annotate(forms: [forms])
      #expect(parsed.tokens.filter { $0.head == -1 }.count == 1)
      for token in parsed.tokens {
        #expect((token.head == -1) == (token.deprel == .root))
        var at = token.head
        var steps = 0
        while at >= 0 && steps <= forms.count {
          at = parsed.tokens[at].head
          steps += 1
        }
        #expect(at == -1)
      }
    }
  }
}
