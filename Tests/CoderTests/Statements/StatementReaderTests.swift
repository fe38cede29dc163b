import ChanceryRecord
import ChanceryText
import Testing

@testable import ChanceryCoder

/// Who says what, on trees made by hand.
@Suite struct StatementReaderTests {
  static let reporting = """
    lemma\tpos\tforce\tnote
    say\tverb\tsay\t
    tell\tverb\tsay\t
    add\tverb\tsay\t
    note\tverb\tsay\t
    express\tverb\tsay\t
    call\tverb\task\t
    statement\tnoun\tsay\t
    remark\tnoun\tsay\t
    """

  static let quoting = """
    words\trole
    term|call\tverb
    release|statement\tdocument
    go\tcontrol
    say|tell|add|note\tplain
    """

  static func statements(_ reading: Reading) throws -> [(
    speaker: String, kind: Statement.Kind, quote: String
  )] {
    let reader = try StatementReader(
      reporting: Array(reporting.utf8), quoting: Array(quoting.utf8))
    var heard = reading
    return reader.statements(in: &heard).map { statement in
      (
        statement.speaker.map { heard.actors[$0].name } ?? "?", statement.kind,
        heard.text[statement.quote]
      )
    }
  }

  @Test func clauseWithThat() throws {
    var reading = ReadingFixture.reading(
      "Oslo said on Monday that it had closed the port.",
      """
      Oslo Oslo PROPN NNP 2 nsubj
      said say VERB VBD 0 root
      on on ADP IN 4 case
      Monday Monday PROPN NNP 2 obl
      that that SCONJ IN 8 mark
      it it PRON PRP 8 nsubj
      had have AUX VBD 8 aux
      closed close VERB VBN 2 ccomp
      the the DET DT 10 det
      port port NOUN NN 8 obj
      . . PUNCT . 2 punct
      """, named: [.init("Oslo", "Norway", .state, state: "NOR")],
      times: [("Monday", DateInterval(iso: "2021-03-01")!)])
    let found = try StatementReader(
      reporting: Array(Self.reporting.utf8), quoting: Array(Self.quoting.utf8)
    ).statements(in: &reading)
    #expect(found.count == 1)
    #expect(found[0].kind == .indirect)
    #expect(reading.text[found[0].quote] == "it had closed the port")
    #expect(found[0].when == DateInterval(iso: "2021-03-01"))
    #expect(found[0].cue.map { reading.text[$0] } == "said")
  }

  @Test func negatedVerbSaysNothing() throws {
    let reading = ReadingFixture.reading(
      "Oslo did not say that it had closed the port.",
      """
      Oslo Oslo PROPN NNP 4 nsubj
      did do AUX VBD 4 aux
      not not PART RB 4 advmod
      say say VERB VB 0 root
      that that SCONJ IN 8 mark
      it it PRON PRP 8 nsubj
      had have AUX VBD 8 aux
      closed close VERB VBN 4 ccomp
      the the DET DT 10 det
      port port NOUN NN 8 obj
      . . PUNCT . 4 punct
      """, named: [.init("Oslo", "Norway", .state, state: "NOR")])
    #expect(try Self.statements(reading).isEmpty)
  }

  @Test func quotationBrokenByItsCueIsOne() throws {
    var reading = ReadingFixture.reading(
      "“We will leave in May,” Berg told Dagbladet. “The port closes then.”",
      """
      “ “ PUNCT `` 4 punct
      We we PRON PRP 4 nsubj
      will will AUX MD 4 aux
      leave leave VERB VB 10 ccomp
      in in ADP IN 6 case
      May May PROPN NNP 4 obl
      , , PUNCT , 4 punct
      ” ” PUNCT '' 4 punct
      Berg Berg PROPN NNP 10 nsubj
      told tell VERB VBD 0 root
      Dagbladet Dagbladet PROPN NNP 10 obj
      . . PUNCT . 10 punct

      “ “ PUNCT `` 4 punct
      The the DET DT 3 det
      port port NOUN NN 4 nsubj
      closes close VERB VBZ 0 root
      then then ADV RB 4 advmod
      . . PUNCT . 4 punct
      ” ” PUNCT '' 4 punct
      """,
      named: [
        .init("Berg", "Berg", .person, state: "NOR"),
        .init("Dagbladet", "Dagbladet", .organization, state: "NOR", isMedium: true),
      ])
    let found = try StatementReader(
      reporting: Array(Self.reporting.utf8), quoting: Array(Self.quoting.utf8)
    ).statements(in: &reading)
    #expect(found.count == 1)
    #expect(found[0].kind == .direct)
    #expect(found[0].speaker.map { reading.actors[$0].name } == "Berg")
    #expect(found[0].medium.map { reading.actors[$0].name } == "Dagbladet")
    #expect(
      reading.text[found[0].quote]
        == "We will leave in May,” Berg told Dagbladet. “The port closes then.")
  }

  @Test func clauseWithQuotedWordsIsMixed() throws {
    let reading = ReadingFixture.reading(
      "Berg said the port is “open again”.",
      """
      Berg Berg PROPN NNP 2 nsubj
      said say VERB VBD 0 root
      the the DET DT 4 det
      port port NOUN NN 7 nsubj
      is be AUX VBZ 7 cop
      “ “ PUNCT `` 7 punct
      open open ADJ JJ 2 ccomp
      again again ADV RB 7 advmod
      ” ” PUNCT '' 7 punct
      . . PUNCT . 2 punct
      """, named: [.init("Berg", "Berg", .person, state: "NOR")])
    let found = try Self.statements(reading)
    #expect(found.map(\.kind) == [.mixed])
    #expect(found.map(\.quote) == ["the port is “open again”"])
  }

  @Test func participleTakesTheSubjectOfItsVerb() throws {
    let reading = ReadingFixture.reading(
      "Berg left the room, adding that talks go on.",
      """
      Berg Berg PROPN NNP 2 nsubj
      left leave VERB VBD 0 root
      the the DET DT 4 det
      room room NOUN NN 2 obj
      , , PUNCT , 6 punct
      adding add VERB VBG 2 advcl
      that that SCONJ IN 9 mark
      talks talk NOUN NNS 9 nsubj
      go go VERB VBP 6 ccomp
      on on ADP RP 9 compound:prt
      . . PUNCT . 2 punct
      """, named: [.init("Berg", "Berg", .person, state: "NOR")])
    let found = try Self.statements(reading)
    #expect(found.map(\.speaker) == ["Berg"])
    #expect(found.map(\.quote) == ["talks go on"])
  }

  @Test func accordingTo() throws {
    let reading = ReadingFixture.reading(
      "According to Berg, the ships sailed at noon.",
      """
      According accord VERB VBG 3 case
      to to ADP IN 1 fixed
      Berg Berg PROPN NNP 7 obl
      , , PUNCT , 7 punct
      the the DET DT 6 det
      ships ship NOUN NNS 7 nsubj
      sailed sail VERB VBD 0 root
      at at ADP IN 9 case
      noon noon NOUN NN 7 obl
      . . PUNCT . 7 punct
      """.replacing("According accord", with: "According according"),
      named: [.init("Berg", "Berg", .person, state: "NOR")])
    let found = try Self.statements(reading)
    #expect(found.map(\.speaker) == ["Berg"])
    #expect(found.map(\.quote) == ["the ships sailed at noon"])
  }

  @Test func pronounWithoutActorIsTheSpeakerBefore() throws {
    let reading = ReadingFixture.reading(
      "Berg said the port is open. He said ships wait.",
      """
      Berg Berg PROPN NNP 2 nsubj
      said say VERB VBD 0 root
      the the DET DT 4 det
      port port NOUN NN 6 nsubj
      is be AUX VBZ 6 cop
      open open ADJ JJ 2 ccomp
      . . PUNCT . 2 punct

      He he PRON PRP 2 nsubj
      said say VERB VBD 0 root
      ships ship NOUN NNS 4 nsubj
      wait wait VERB VBP 2 ccomp
      . . PUNCT . 2 punct
      """, named: [.init("Berg", "Berg", .person, state: "NOR")])
    let found = try Self.statements(reading)
    #expect(found.map(\.speaker) == ["Berg", "Berg"])
  }

  @Test func introducedParagraphWithoutMarks() throws {
    let reading = ReadingFixture.reading(
      "Berg said:\n\nOur ships will sail north in spring and stay there.",
      """
      Berg Berg PROPN NNP 2 nsubj
      said say VERB VBD 0 root
      : : PUNCT : 2 punct

      Our our PRON PRP$ 2 nmod:poss
      ships ship NOUN NNS 4 nsubj
      will will AUX MD 4 aux
      sail sail VERB VB 0 root
      north north ADV RB 4 advmod
      in in ADP IN 7 case
      spring spring NOUN NN 4 obl
      and and CCONJ CC 9 cc
      stay stay VERB VB 4 conj
      there there ADV RB 9 advmod
      . . PUNCT . 4 punct
      """, named: [.init("Berg", "Berg", .person, state: "NOR")])
    let found = try Self.statements(reading)
    #expect(found.map(\.kind) == [.direct])
    #expect(found.map(\.quote) == ["Our ships will sail north in spring and stay there."])
  }

  @Test func nameInMarksIsNoStatement() throws {
    let reading = ReadingFixture.reading(
      "The “Sea Breeze” drills began.",
      """
      The the DET DT 6 det
      “ “ PUNCT `` 4 punct
      Sea Sea PROPN NNP 4 compound
      Breeze Breeze PROPN NNP 6 compound
      ” ” PUNCT '' 4 punct
      drills drill NOUN NNS 7 nsubj
      began begin VERB VBD 0 root
      . . PUNCT . 7 punct
      """)
    #expect(try Self.statements(reading).isEmpty)
  }
}
