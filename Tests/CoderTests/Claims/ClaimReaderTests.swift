import ChanceryText
import Testing

@testable import ChanceryCoder

/// Claims of rank, on trees made by hand.
@Suite struct ClaimReaderTests {
  static func claims(_ reading: Reading) throws -> [DraftClaim] {
    try ClaimReader(claims: codebookFile("claims.tsv")).claims(in: reading)
  }

  @Test func firstSinceAYear() throws {
    let reading = ReadingFixture.reading(
      "It was the first visit by a Danish king since 1975.",
      """
      It it PRON PRP 5 nsubj
      was be AUX VBD 5 cop
      the the DET DT 5 det
      first first ADJ JJ 5 amod
      visit visit NOUN NN 0 root
      by by ADP IN 9 case
      a a DET DT 9 det
      Danish danish ADJ JJ 9 amod
      king king NOUN NN 5 nmod
      since since ADP IN 11 case
      1975 1975 NUM CD 5 nmod
      . . PUNCT . 5 punct
      """, times: [("1975", DateInterval(year: 1975)!)])
    let found = try Self.claims(reading)
    #expect(found.map(\.kind) == [.firstSince])
    #expect(found.map(\.since) == [DateInterval(year: 1975)])
    #expect(found.map { reading.parse.tokens[$0.headToken].form } == ["visit"])
  }

  @Test func firstInDecades() throws {
    let reading = ReadingFixture.reading(
      "It was the first visit in almost three decades.",
      """
      It it PRON PRP 5 nsubj
      was be AUX VBD 5 cop
      the the DET DT 5 det
      first first ADJ JJ 5 amod
      visit visit NOUN NN 0 root
      in in ADP IN 9 case
      almost almost ADV RB 8 advmod
      three three NUM CD 9 nummod
      decades decade NOUN NNS 5 nmod
      . . PUNCT . 5 punct
      """, published: DateInterval(iso: "2010-05-02"))
    let found = try Self.claims(reading)
    #expect(found.map(\.kind) == [.firstSince])
    #expect(found.first?.since?.contains(CivilDate(year: 1980, month: 1, day: 1)!) == true)
  }

  @Test func firstOfAListIsNoClaim() throws {
    let reading = ReadingFixture.reading(
      "First, we hope for peace. The first phase ends.",
      """
      First first ADV RB 4 advmod
      , , PUNCT , 4 punct
      we we PRON PRP 4 nsubj
      hope hope VERB VBP 0 root
      for for ADP IN 6 case
      peace peace NOUN NN 4 obl
      . . PUNCT . 4 punct

      The the DET DT 3 det
      first first ADJ JJ 3 amod
      phase phase NOUN NN 4 nsubj
      ends end VERB VBZ 0 root
      . . PUNCT . 4 punct
      """)
    #expect(try Self.claims(reading).isEmpty)
  }

  @Test func largest() throws {
    let reading = ReadingFixture.reading(
      "Norway is the largest donor.",
      """
      Norway Norway PROPN NNP 5 nsubj
      is be AUX VBZ 5 cop
      the the DET DT 5 det
      largest large ADJ JJS 5 amod
      donor donor NOUN NN 0 root
      . . PUNCT . 5 punct
      """)
    #expect(try Self.claims(reading).map(\.kind) == [.largest])
  }
}
