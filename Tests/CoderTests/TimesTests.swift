import ChanceryCoder
import ChanceryData
import ChanceryLanguage
import ChanceryText
import Testing

/// Sentences with the time expressions that belong to them; every sentence was written for this table.
@Suite struct TimesTests {
  @Test(arguments: TimesCases.news)
  func news(row: TimesCase) throws {
    #expect(TimesBench.found(row.text, published: row.published, .news) == row.expected)
  }

  @Test(arguments: TimesCases.narrative)
  func narrative(row: TimesCase) throws {
    #expect(TimesBench.found(row.text, published: nil, .narrative) == row.expected)
  }

  @Test(arguments: TimesCases.none)
  func nothing(text: String) {
    #expect(TimesBench.found(text, published: "2021-04-06", .news).isEmpty)
  }

  @Test(arguments: [
    ("Exports grew in fiscal year 2017-18.", "PAK", "FY2018", "2017-07-01..2018-06-30"),
    ("Exports grew in 2017-18.", "PAK", "FY2018", "2017-07-01..2018-06-30"),
    ("Exports grew in 2017-18.", "IND", "FY2018", "2017-04-01..2018-03-31"),
    ("Exports grew in FY19.", "IND", "FY2019", "2018-04-01..2019-03-31"),
    ("Exports grew in fiscal year 2019.", "USA", "FY2019", "2018-10-01..2019-09-30"),
  ])
  func fiscalYears(text: String, state: String, value: String, days: String) throws {
    let source = SourceText(text)
    let times = TimesBench.reader.times(
      in: source, parse: TimesBench.parse(source), published: DateInterval(iso: "2021-04-06"),
      fiscalYearStart: TimesBench.reader.fiscalYearStart(of: state))
    let first = try #require(times.first)
    #expect(times.count == 1)
    #expect(first.value == value)
    #expect(first.interval.map { "\($0.start)..\($0.end)" } == days)
  }

  /// Without a model there are neither tags nor trees; the tables still find and value.
  @Test func placeholderTags() {
    let source = SourceText("They met on 3 March 2021. They will meet in two weeks.")
    let parse = LanguageReader().read(source, in: [ByteSpan(0, source.byteCount)])
    let times = TimesBench.reader.times(in: source, parse: parse, published: nil)
    #expect(times.map(\.value) == ["2021-03-03", "P2W"])
  }

  @Test(arguments: TimesCases.hostile)
  func hostile(text: String) {
    for style in [TimeReader.Style.news, .narrative] {
      for published in [nil, DateInterval(iso: "0001-01-01"), DateInterval(iso: "9999-12-31")] {
        let source = SourceText(text)
        let times = TimesBench.reader.times(
          in: source, parse: TimesBench.parse(source), published: published, style: style)
        var end = 0
        for time in times {
          #expect(time.span.start >= end && time.span.end <= source.byteCount)
          #expect(!time.tokens.isEmpty)
          end = time.span.end
        }
      }
    }
  }

  @Test func tablesThatCannotBeUsed() {
    let words = Array("class\tvalue\tflags\twords\nMONHT\t1\t\tjanuary\n".utf8)
    #expect(throws: (any Error).self) {
      try TimeReader(words: words, rules: [], periods: [], holidays: [], fiscalYears: [])
    }
    let rules = Array("name\tstyle\ttype\tsense\tpattern\nx\tall\tDATE\tpoint\t( a | b\n".utf8)
    #expect(throws: (any Error).self) {
      try TimeReader(words: [], rules: rules, periods: [], holidays: [], fiscalYears: [])
    }
  }
}

/// A sentence, its date, and its expressions as "text = TYPE value start..end".
struct TimesCase: Sendable, CustomStringConvertible {
  var published: String?
  var text: String
  var expected: [String]

  init(_ published: String?, _ text: String, _ expected: String...) {
    self.published = published
    self.text = text
    self.expected = expected
  }

  var description: String { text }
}

/// The shipped tables and model.
enum TimesBench {
  static let reader: TimeReader = {
    do { return try TimeReader(CodebookTables(files: resources("Codebook/"))) } catch {
      fatalError("the shipped tables cannot be used: \(error)")
    }
  }()

  static let language: LanguageReader = {
    do {
      let model = try LanguageModel(bytes: resources("Model/english.model")[0].bytes)
      return LanguageReader(model: model)
    } catch { fatalError("the shipped model cannot be used: \(error)") }
  }()

  private static func resources(_ folder: String) -> [(path: String, bytes: [UInt8])] {
    let list = UnsafeBufferPointer(
      start: chancery_resource_list(), count: chancery_resource_count)
    return list.compactMap { resource in
      let path = String(cString: resource.path)
      guard path.hasPrefix(folder) else { return nil }
      let bytes = UnsafeBufferPointer(start: resource.bytes, count: resource.byte_count)
      return (String(path.dropFirst(folder.count)), Array(bytes))
    }
  }

  static func parse(_ text: SourceText) -> ParsedText {
    language.read(text, in: [ByteSpan(0, text.byteCount)])
  }

  static func found(
    _ text: String, published: String?, _ style: TimeReader.Style
  ) -> [String] {
    let source = SourceText(text)
    let times = reader.times(
      in: source, parse: parse(source), published: published.flatMap { DateInterval(iso: $0) },
      style: style)
    return times.map { time in
      let days = time.interval.map { " \($0.start)..\($0.end)" } ?? ""
      return "\(source[time.span]) = \(time.kind.rawValue) \(time.value)\(days)"
    }
  }
}
