import ChanceryLanguage
import ChanceryText
import Testing

@Suite struct ConlluTests {
  static let file = """
    # sent_id = a
    # text = They don't wait.
    1\tThey\tthey\tPRON\tPRP\t_\t4\tnsubj\t_\t_
    2-3\tdon't\t_\t_\t_\t_\t_\t_\t_\t_
    2\tdo\tdo\tAUX\tVBP\t_\t4\taux\t_\tNote=kept
    3\tn't\tnot\tPART\tRB\t_\t4\tadvmod\t_\t_
    4\twait\twait\tVERB\tVB\t_\t0\troot\t_\tSpaceAfter=No
    5\t.\t.\tPUNCT\t.\t_\t4\tpunct\t_\t_


    """

  @Test func whatIsReadIsWritten() throws {
    let sentences = try Conllu.sentences(in: Array(Self.file.utf8))
    #expect(sentences.map(\.text).joined() == Self.file)
    #expect(sentences[0].words.count == 5)
    #expect(sentences[0].comment("text") == "They don't wait.")
  }

  @Test func aShortLineIsNamed() {
    #expect(throws: ConlluError(line: 2, columns: 3)) {
      try Conllu.sentences(in: Array("# x\n1\tA\tB\n".utf8))
    }
  }

  @Test func annotationKeepsWhatWasGiven() throws {
    let reader = LanguageReader(model: try LanguageModel(bytes: smallModelBytes))
    let given = try Conllu.sentences(in: Array(Self.file.utf8))
    let made = reader.annotate(given)
    #expect(made[0].comments == given[0].comments)
    #expect(made[0].rows.map(\.id) == given[0].rows.map(\.id))
    #expect(made[0].rows.map(\.form) == given[0].rows.map(\.form))
    #expect(made[0].rows.map(\.misc) == given[0].rows.map(\.misc))
    #expect(made[0].rows.filter { $0.head == "0" }.count == 1)
  }

  @Test func contractionsAreWrittenAsMultiwordTokens() throws {
    let text = SourceText("They don't wait.")
    let parsed = LanguageReader(lists: wordLists).read(text, in: [ByteSpan(0, text.byteCount)])
    let made = parsed.conllu(parsed.sentences[0], of: text, number: 1)
    #expect(made.rows.map(\.id) == ["1", "2-3", "2", "3", "4", "5"])
    #expect(made.comment("text") == "They don't wait.")
    #expect(made.rows[4].misc == "SpaceAfter=No")
  }
}
