import ChanceryData
import ChanceryText
import Testing

@testable import ChanceryCoder

/// The bytes of a file of the shipped codebook.
func codebookFile(_ name: String) -> [UInt8] {
  let list = UnsafeBufferPointer(start: chancery_resource_list(), count: chancery_resource_count)
  for resource in list where String(cString: resource.path) == "Codebook/\(name)" {
    return Array(UnsafeBufferPointer(start: resource.bytes, count: resource.byte_count))
  }
  fatalError("no such resource: Codebook/\(name)")
}

/// What numbers measure, on trees made by hand.
@Suite struct FigureReaderTests {
  static func figures(_ reading: Reading) throws -> [DraftFigure] {
    try FigureReader(
      measures: codebookFile("measures.tsv"), currencies: codebookFile("currencies.tsv")
    ).figures(in: reading)
  }

  @Test func exportsWithTheirDirection() throws {
    let reading = ReadingFixture.reading(
      "Norway's exports to Denmark were about US$ 2.5 billion in 2011.",
      """
      Norway Norway PROPN NNP 3 nmod:poss
      's 's PART POS 1 case
      exports export NOUN NNS 8 nsubj
      to to ADP IN 5 case
      Denmark Denmark PROPN NNP 3 nmod
      were be AUX VBD 8 cop
      about about ADV RB 10 advmod
      US$ US$ SYM $ 0 root
      2.5 2.5 NUM CD 10 compound
      billion billion NUM CD 8 nummod
      in in ADP IN 12 case
      2011 2011 NUM CD 8 obl
      . . PUNCT . 8 punct
      """,
      named: [
        .init("Norway", "Norway", .state, state: "NOR"),
        .init("Denmark", "Denmark", .state, state: "DNK"),
      ], times: [("2011", DateInterval(year: 2011)!)])
    let found = try Self.figures(reading)
    #expect(found.count == 1)
    let figure = try #require(found.first)
    #expect(figure.measure == "exports")
    #expect(figure.value == 2.5e9 && figure.unit == "USD" && figure.qualifier == "about")
    #expect(figure.from == "NOR" && figure.to == "DNK")
    #expect(figure.period == DateInterval(year: 2011))
    #expect(reading.text[figure.text] == "US$ 2.5 billion")
  }

  @Test func deadAndWounded() throws {
    let reading = ReadingFixture.reading(
      "The raid killed 12 soldiers and wounded 30.",
      """
      The the DET DT 2 det
      raid raid NOUN NN 3 nsubj
      killed kill VERB VBD 0 root
      12 12 NUM CD 5 nummod
      soldiers soldier NOUN NNS 3 obj
      and and CCONJ CC 7 cc
      wounded wound VERB VBD 3 conj
      30 30 NUM CD 7 obj
      . . PUNCT . 3 punct
      """)
    let found = try Self.figures(reading)
    #expect(found.map(\.measure) == ["casualties_dead", "casualties_injured"])
    #expect(found.map(\.value) == [12, 30])
    #expect(found.map(\.unit) == ["people", "people"])
  }

  @Test func yearsSidesAndOrdinalsAreNoFigures() throws {
    let reading = ReadingFixture.reading(
      "The two sides met for the 3rd time in five years.",
      """
      The the DET DT 3 det
      two two NUM CD 3 nummod
      sides side NOUN NNS 4 nsubj
      met meet VERB VBD 0 root
      for for ADP IN 8 case
      the the DET DT 8 det
      3rd 3rd ADJ JJ 8 amod
      time time NOUN NN 4 obl
      in in ADP IN 11 case
      five five NUM CD 11 nummod
      years year NOUN NNS 4 obl
      . . PUNCT . 4 punct
      """)
    #expect(try Self.figures(reading).isEmpty)
  }

  @Test func declineIsNegativeGrowth() throws {
    let reading = ReadingFixture.reading(
      "Trade fell by 20 percent.",
      """
      Trade trade NOUN NN 2 nsubj
      fell fall VERB VBD 0 root
      by by ADP IN 5 case
      20 20 NUM CD 5 nummod
      percent percent NOUN NN 2 obl
      . . PUNCT . 2 punct
      """)
    let found = try Self.figures(reading)
    #expect(found.map(\.measure) == ["growth"])
    #expect(found.map(\.value) == [-20])
  }

  @Test func rupeesOfTheStateThatIsNamed() throws {
    let rows = """
      STATE STATE PROPN NNP 2 nsubj
      lent lend VERB VBD 0 root
      Rs Rs SYM $ 2 obj
      5 5 NUM CD 5 compound
      crore crore NUM CD 3 nummod
      . . PUNCT . 2 punct
      """
    for (name, code, unit) in [("India", "IND", "INR"), ("Pakistan", "PAK", "PKR")] {
      let reading = ReadingFixture.reading(
        "\(name) lent Rs 5 crore.", rows.replacing("STATE", with: name),
        named: [.init(name, name, .state, state: code)])
      let found = try Self.figures(reading)
      #expect(found.map(\.unit) == [unit])
      #expect(found.map(\.value) == [50_000_000])
      #expect(found.map(\.measure) == ["loan"])
    }
  }
}
