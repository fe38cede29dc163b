import ChanceryCodebook
import ChanceryCoder
import ChanceryLanguage
import ChanceryRecord
import ChanceryText
import Testing

/// Named occasions and their days, and when an undated text was published.
@Suite struct OccasionTests {
  struct Example: Sendable, CustomTestStringConvertible {
    var text: String
    /// Publication; nil for an undated text.
    var published: String?
    /// "2019-06-13..2019-06-14" for each occasion, in text order.
    var days: [String]
    var testDescription: String { text }

    init(_ text: String, _ published: String?, _ days: String...) {
      self.text = text
      self.published = published
      self.days = days
    }
  }

  static let examples: [Example] = [
    // By place.
    Example("The leaders met at the SCO summit in Qingdao.", nil, "2018-06-09..2018-06-10"),
    Example("They talked during the G20 in Osaka.", nil, "2019-06-28..2019-06-29"),
    Example(
      "He spoke at the Group of Twenty (G20) summit in Hangzhou.", nil, "2016-09-04..2016-09-05"),
    Example("She attended the NATO summit in Vilnius.", nil, "2023-07-11..2023-07-12"),
    Example("The Osaka G20 summit ended with a truce.", nil, "2019-06-28..2019-06-29"),
    Example("Both signed on at the BRICS summit in Ufa.", nil, "2015-07-08..2015-07-09"),
    Example(
      "The ministers spoke at the East Asia Summit in Cebu.", nil, "2007-01-15..2007-01-15"),
    Example(
      "He met his guest at the Asia-Pacific Economic Cooperation (APEC) summit in Da Nang.", nil,
      "2017-11-10..2017-11-11"),
    Example(
      "The 18th SAARC summit was held in Kathmandu, Nepal in 2014.", nil, "2014-11-26..2014-11-27"),
    // By year.
    Example("The 2018 G20 summit brought no deal.", nil, "2018-11-30..2018-12-01"),
    Example("They met at the SCO summit in 2017.", nil, "2017-06-08..2017-06-09"),
    Example("They met at the G7 summit in June 2021.", nil, "2021-06-11..2021-06-13"),
    Example(
      "At the 2007 Munich Security Conference he warned the West.", nil, "2007-02-09..2007-02-11"),
    Example(
      "In September 2019 she addressed the session of the UN General Assembly.", nil,
      "2019-09-24..2019-09-30"),
    // By publication.
    Example("The leaders met at the G20 summit.", "2016-09-07", "2016-09-04..2016-09-05"),
    Example("The leaders met at the G20 summit.", "2018-12-10", "2018-11-30..2018-12-01"),
    Example("The leaders will meet at the G20 summit.", "2022-11-01", "2022-11-15..2022-11-16"),
    Example(
      "He met Xi on the sidelines of the UN General Assembly.", "2015-10-01",
      "2015-09-28..2015-10-03"),
    Example("She spoke at the Shangri-La Dialogue.", "2019-06-03", "2019-05-31..2019-06-02"),
    Example(
      "The two spoke on the sidelines of the Belt and Road Forum.", "2019-05-02",
      "2019-04-25..2019-04-27"),
    Example(
      "They met during the China International Import Expo.", "2020-11-08", "2020-11-05..2020-11-10"
    ),
    Example(
      "He flew to Vladivostok for the Eastern Economic Forum.", "2018-09-12",
      "2018-09-11..2018-09-13"),
    Example(
      "Trump and Kim met again at the Trump-Kim summit.", "2019-03-02", "2019-02-27..2019-02-28"),
    // Wars, treaties and crises.
    Example("The Simla Agreement was signed by both.", nil, "1972-07-02..1972-07-02"),
    Example("Relations cooled after the Tashkent Declaration.", nil, "1966-01-10..1966-01-10"),
    Example("The Kargil War ended the thaw.", nil, "1999-05-03..1999-07-26"),
    Example(
      "It was the first visit after the collapse of the Soviet Union.", nil,
      "1991-12-26..1991-12-26"),
    Example("Europe changed with the fall of the Berlin Wall.", nil, "1989-11-09..1989-11-09"),
    Example("The annexation of Crimea led to sanctions.", nil, "2014-02-27..2014-03-18"),
    Example("Security changed after the September 11 attacks.", nil, "2001-09-11..2001-09-11"),
    Example("Trade grew after the Dayton Agreement.", nil, "1995-12-14..1995-12-14"),
    Example("Iran kept to the JCPOA.", nil, "2015-07-14..2015-07-14"),
    Example("The Six-Day War redrew the map.", nil, "1967-06-05..1967-06-10"),
    Example("Iraq's invasion of Kuwait shocked the Gulf.", nil, "1990-08-02..1990-08-04"),
    Example(
      "The Cuban Missile Crisis brought the world to the brink.", nil, "1962-10-16..1962-10-28"),
    Example("The New START treaty limits warheads.", nil, "2010-04-08..2010-04-08"),
    Example(
      "Russia's invasion of Ukraine began the worst crisis.", "2022-04-01", "2022-02-24..2022-04-01"
    ),
    // The same occasion again.
    Example(
      "He arrived at the SCO summit in Samarkand. Many leaders spoke on the sidelines of the summit.",
      nil, "2022-09-15..2022-09-16", "2022-09-15..2022-09-16"),
    Example(
      "SCO summit: what was said. The SCO summit in Qingdao ended well.", nil,
      "2018-06-09..2018-06-10", "2018-06-09..2018-06-10"),
    // Slips of spelling.
    Example("They met at the SCO summit in Samarkhand.", nil, "2022-09-15..2022-09-16"),
    // Nothing, or more than one.
    Example("The leaders met at a summit in Paris.", nil),
    Example("The leaders met at the G20 summit.", nil),
    Example("The leaders met at the G20 summit.", "2003-05-01"),
    Example("They met at the SCO summit in Paris.", nil),
    Example("They met at the SCO summit in Bishkek.", nil),
    Example("The 2031 G20 summit will be held here.", "2025-01-10"),
    Example("SCO foreign ministers met in Moscow.", "2020-09-11"),
    Example("He climbed to the summit of the mountain.", "2019-06-14"),
    Example("The NATO secretary general flew home.", "2018-07-12"),
    Example("The gulf between them led to a war of words.", "2019-10-20"),
  ]

  @Test(arguments: examples) func days(_ example: Example) {
    let source = SourceText(example.text)
    let published = example.published.flatMap { DateInterval(iso: $0) }
    let document = DocumentPart(
      id: "test", published: published.map { Published($0, basis: .given) }, text: example.text,
      body: [Span(0, source.codePointCount)])
    let found = shippedCoder.analyze(
      CoderInput(document: document, text: source, body: [ByteSpan(0, source.byteCount)])
    ).reading.occasions
    #expect(found.map { "\($0.interval.start)..\($0.interval.end)" } == example.days)
  }

  @Test(arguments: [
    (
      "Leaders met at the SCO summit in Qingdao last week. They agreed on trade.",
      "2018-06-11..2018-06-17"
    ),
    (
      "The premier met his host on Monday, during the China International Import Expo in Shanghai in 2018.",
      "2018-11-05..2018-11-11"
    ),
    (
      "He spoke at the G20 summit in Osaka. He told reporters on Sunday that talks would go on.",
      "2019-06-29..2019-07-05"
    ),
    (
      "Prime Minister Imran Khan met the guests on the sidelines of the SCO summit in Bishkek last week.",
      "2019-06-17..2019-06-23"
    ),
  ]) func publication(text: String, days: String) {
    let published = record(text).document.published
    #expect(published?.basis == .inferred)
    #expect("\(published?.start ?? "")..\(published?.end ?? "")" == days)
  }

  @Test(arguments: [
    "Leaders met at the SCO summit in Qingdao in 2018. They agreed on trade.",
    "The Simla Agreement was signed. He spoke about it on Monday.",
    "He spoke on Monday about the G20 summit in Osaka. On 3 March 2021 he resigned.",
    "The leaders met at the G20 summit last week.",
    "They will meet at the G20 summit in Osaka next week.",
  ]) func noPublication(text: String) {
    #expect(record(text).document.published?.start == nil)
  }

  @Test(arguments: [
    (
      "Putin met Modi on the sidelines of the SCO summit in Samarkand.", "2022-12-01",
      "2022-09-15..2022-09-16"
    ),
    ("India and Pakistan signed the Simla Agreement.", "2010-01-01", "1972-07-02..1972-07-02"),
    (
      "Russia's annexation of Crimea in 2014 was condemned.", "2020-01-01", "2014-02-27..2014-03-18"
    ),
    (
      "Putin met Modi in June 2019 at the SCO summit in Bishkek.", "2020-01-01",
      "2019-06-13..2019-06-14"
    ),
    (
      "Putin met Modi on 14 June 2019 at the SCO summit in Bishkek.", "2020-01-01",
      "2019-06-14..2019-06-14"
    ),
    (
      "The Soviet occupation of Afghanistan isolated Moscow, he said in 2015.", "2015-02-01",
      "1979-12-24..1989-02-15"
    ),
  ]) func eventDays(text: String, published: String, days: String) {
    let found = record(text, published: published).events.compactMap { event in
      event.when.map { "\($0.start ?? "")..\($0.end ?? "")" }
    }
    #expect(found.contains(days), "\(found)")
  }

  @Test func tablesAreChecked() {
    let header = "name\tvariants\torg\tkind\tplace\tstate\tstart\tend\tsource\n"
    #expect(throws: CodebookError.self) {
      try OccasionReader(
        occasions: Array((header + "X\tX\t\tparty\t\t\t2001-01-01\t\tmemory\n").utf8), series: [],
        words: [])
    }
    #expect(throws: CodebookError.self) {
      try OccasionReader(
        occasions: Array((header + "X\tX\tXYZ\tsummit\t\t\t2001-01-01\t\tmemory\n").utf8),
        series: [], words: [])
    }
  }
}
