import ChanceryRecord
import ChanceryText
import Testing

@testable import ChancerySources

private let story =
  "The two foreign ministers met in the old town hall on Tuesday and talked for three hours."

@Suite("What of a text is the story")
struct FrameTests {
  struct Case: CustomTestStringConvertible {
    var name: String
    var text: String
    var title: String?
    var byline: String?
    var testDescription: String { name }

    init(_ name: String, _ text: String, title: String? = nil, byline: String? = nil) {
      (self.name, self.text, self.title, self.byline) = (name, text, title, byline)
    }
  }

  static let cases: [Case] = [
    Case("a story alone", "[[\(story)]]"),
    Case("title", "Ministers meet\n\n[[\(story)]]\n", title: "Ministers meet"),
    Case("title without blank line", "Ministers meet\n[[\(story)]]", title: "Ministers meet"),
    Case(
      "a question for a title", "Will they meet?\n\n[[\(story)]]", title: "Will they meet?"),
    Case(
      "a title that ends in an abbreviation", "Trade with the U.S.\n\n[[\(story)]]",
      title: "Trade with the U.S."),
    Case("a first sentence is no title", "[[They met.\n\n\(story)]]"),
    Case("an opened quotation is no title", "[[“We met again\n\n\(story)]]"),
    Case(
      "byline", "Ministers meet\n\nBy Anna Kowalska\n\n[[\(story)]]", title: "Ministers meet",
      byline: "Anna Kowalska"),
    Case(
      "byline with office", "Ministers meet\n\nAnna Kowalska, Foreign Editor\n\n[[\(story)]]",
      title: "Ministers meet", byline: "Anna Kowalska"),
    Case(
      "name and date", "Ministers meet\n\nAnna Kowalska May 3, 2011\n\n[[\(story)]]",
      title: "Ministers meet", byline: "Anna Kowalska"),
    Case(
      "office as byline", "Ministers meet\n\nOffice of the Spokesperson\n\n[[\(story)]]",
      title: "Ministers meet", byline: "Office of the Spokesperson"),
    Case(
      "a paragraph that begins with By is no byline",
      "Ministers meet\n\n[[\(story)\n\nBy Wednesday they had gone home.\n\n\(story)]]",
      title: "Ministers meet"),
    Case(
      "section", "Ministers meet\n\nWorld News\n\n[[\(story)]]", title: "Ministers meet"),
    Case(
      "a byline counts before a name",
      "Ministers meet\n\nEurasia Weekly\n\nBy Anna Kowalska\n\n[[\(story)]]",
      title: "Ministers meet",
      byline: "Anna Kowalska"),
    Case(
      "standfirst before the byline",
      "Ministers meet\n\nThree hours of talks brought the sides no closer.\n\n"
        + "By Anna Kowalska\n\n[[\(story)]]", title: "Ministers meet", byline: "Anna Kowalska"),
    Case(
      "editor's note that is told again",
      "Ministers meet\n\nEditor’s Note: \(story)\n\nBy Anna Kowalska\n\n\(story)\n\n"
        + "[[They will meet again in the autumn, an official told reporters after the talks.]]",
      title: "Ministers meet", byline: "Anna Kowalska"),
    Case(
      "date line", "Ministers meet\n\nTuesday, May 3, 2011\n\n[[\(story)]]",
      title: "Ministers meet"),
    Case(
      "headings of the story stay",
      "Ministers meet\n\n[[\(story)\n\nRelations Severed, 1967\n\n\(story)]]",
      title: "Ministers meet"),
    Case(
      "introduction of an official text",
      "Ministers meet\n\nThe following is attributable to the spokesperson:\n\n[[\(story)]]",
      title: "Ministers meet"),
    Case("dateline in capitals", "ISLAMABAD: [[\(story)]]"),
    Case("dateline with dash", "NEW DELHI — [[\(story)]]"),
    Case("dateline with date and agency", "ISLAMABAD, Apr 04 (APP): [[\(story)]]"),
    Case("dateline with agency", "Moscow (Interfax) - [[\(story)]]"),
    Case("dateline with country", "BRASÍLIA, Brazil – [[\(story)]]"),
    Case("a state before a colon is no dateline", "[[Russia: \(story)]]"),
    Case(
      "speakers of a transcript are no datelines",
      "[[MINISTER KOWALSKA: \(story)\n\nQUESTION: \(story)]]"),
    Case("a single speaker is no dateline", "[[MINISTER KOWALSKA: \(story)]]"),
    Case("a compound is no dateline", "[[India-China talks: \(story)]]"),
    Case(
      "comment form", "Ministers meet\n\n[[\(story)]]\n\nLeave a Reply\n\n%d bloggers like this:",
      title: "Ministers meet"),
    Case(
      "comments",
      "Ministers meet\n\n[[\(story)]]\n\nCOMMENTS (2)\n\nreader | 3 years ago | Reply Well said.",
      title: "Ministers meet"),
    Case(
      "publication line and disclaimer",
      "Ministers meet\n\n[[\(story)]]\n\nPublished in The Gazette, May 4th, 2011.\n\n"
        + "The views expressed here are the author's own.", title: "Ministers meet"),
    Case(
      "a link between paragraphs",
      "Ministers meet\n\n[[\(story)]]\n\nRead more: Ministers to meet\n\n[[\(story)]]\n\nShare",
      title: "Ministers meet"),
    Case(
      "copyright", "Ministers meet\n\n[[\(story)]]\n\n© 2011 The Gazette. All rights reserved.",
      title: "Ministers meet"),
    Case(
      "comments may be a story's word",
      "Ministers meet\n\n[[\(story)\n\nComments by the minister were not welcome in the capital, "
        + "and nobody there said otherwise in public.]]", title: "Ministers meet"),
  ]

  @Test("title, byline and story", arguments: cases)
  func frame(_ row: Case) {
    let (document, expected) = read(marked: row.text)
    #expect(document.title == row.title)
    #expect(document.byline == row.byline)
    #expect(body(document) == expected)
  }

  @Test("A given title is found in the text and not coded")
  func givenTitle() {
    let (document, expected) = read(
      marked: "Ministers meet.\n\n[[\(story)]]", metadata: SourceMetadata(title: "Ministers meet."))
    #expect(document.title == "Ministers meet.")
    #expect(body(document) == expected)
  }

  @Test("Where the given title is not printed, the first line is none")
  func titleElsewhere() {
    let (document, expected) = read(
      marked: "Anna Kowalska, Foreign Minister\n\nVilnius, Lithuania\n\n[[\(story)]]",
      metadata: SourceMetadata(title: "Opening of the talks"))
    #expect(document.title == "Opening of the talks")
    #expect(document.byline == "Anna Kowalska")
    #expect(body(document) == expected)
  }

  @Test("The text is kept as it is")
  func text() throws {
    let bytes: [UInt8] = [0xEF, 0xBB, 0xBF] + Array("Title\r\n\r\n  \(story) \r\n".utf8)
    let item = ArticleReader(debris: debris).document(file: bytes, uri: "a.txt")
    let document = try #require(item.document)
    #expect(document.text.string == "Title\n\n  \(story) \n")
    #expect(body(document) == [story])
  }

  @Test("A text of furniture alone has no body")
  func noBody() {
    let (document, _) = read(marked: "Share\n\nTweet\n\nHome")
    #expect(document.body.isEmpty)
    #expect(document.findings.map(\.kind) == [.noBody])
  }
}

@Suite("When it was published")
struct PublicationDateTests {
  struct Case: CustomTestStringConvertible {
    var text: String
    var url: String?
    var start: String?
    var end: String?
    var basis: Published.Basis
    var testDescription: String { text }

    init(
      _ text: String, url: String? = nil, _ basis: Published.Basis, _ start: String? = nil,
      to end: String? = nil
    ) {
      (self.text, self.url, self.start, self.end) = (text, url, start, end ?? start)
      self.basis = basis
    }
  }

  static let cases: [Case] = [
    Case("\(story)", .unknown),
    Case("KABUL, Apr 4, 2021 (APP): \(story)", .dateline, "2021-04-04"),
    Case("KABUL, April 4 (APP): \(story)", .unknown),
    Case(
      "Talks\n\nPublished: April 5, 2021\n\nKABUL, April 4 (APP): \(story)", .dateline, "2021-04-04"
    ),
    Case("Talks\n\nTuesday, May 3, 2011\n\n\(story)", .text, "2011-05-03"),
    Case("Talks\n\n3 May 2011, 10:15 GMT\n\n\(story)", .text, "2011-05-03"),
    Case(
      "Talks\n\nAnna Kowalska May 3, 2011\n\n\(story)\n\nPublished in The Gazette, May 4th, 2011.",
      .text, "2011-05-03", to: "2011-05-04"),
    Case(story, url: "https://example.org/news/2019/06/15/talks", .url, "2019-06-15"),
    Case(story, url: "https://example.org/20190615-talks", .url, "2019-06-15"),
    Case(story, url: "https://example.org/2019/06/talks", .url, "2019-06-01", to: "2019-06-30"),
    Case(story, url: "https://example.org/2019/99/talks", .unknown),
    Case(
      "On 2 May 2011 they met. \(story) They will meet on 5 June 2011.", .inferred, "2011-05-02",
      to: "2011-05-08"),
    Case(
      "\(story)\n\nThey had met on Monday, 2 May 2011.", .inferred, "2011-05-02", to: "2011-05-08"),
    Case("\(story)\n\nThe treaty was signed on 2 May 2011.", .unknown),
    Case("They met on 2 May 2011 and parted on 3 May 2011 without any agreement.", .unknown),
  ]

  @Test("basis and period", arguments: cases)
  func published(_ row: Case) {
    let reader = ArticleReader(debris: debris)
    let document = reader.document(
      text: row.text, uri: "a.txt", metadata: SourceMetadata(url: row.url))
    #expect(document.published == Published(start: row.start, end: row.end, basis: row.basis))
  }

  @Test("A given date counts before all others")
  func given() {
    let metadata = SourceMetadata(published: DateInterval(year: 2010))
    let (document, _) = read(marked: "KABUL, Apr 4, 2021 (APP): \(story)", metadata: metadata)
    #expect(
      document.published == Published(start: "2010-01-01", end: "2010-12-31", basis: .given))
  }

  @Test(
    "dates of metadata",
    arguments: [
      ("2019", "2019-01-01..2019-12-31"), ("2019-06", "2019-06-01..2019-06-30"),
      ("2019-06-15", "2019-06-15..2019-06-15"), ("20190615", "2019-06-15..2019-06-15"),
      ("2019-06-15T10:00:00+05:00", "2019-06-15..2019-06-15"),
      ("2017-07-17 17:03:00", "2017-07-17..2017-07-17"),
      ("Mon, 17 Jul 2017 17:03:00 GMT", "2017-07-17..2017-07-17"),
      ("July 17, 2017", "2017-07-17..2017-07-17"), ("17/07/2017", "2017-07-17..2017-07-17"),
      ("05/07/2017", "nil"), ("yesterday", "nil"), ("2019-02-30", "nil"), ("", "nil"),
      ("0000", "nil"), ("99999999", "nil"),
    ])
  func givenDates(_ text: String, _ expected: String) {
    let interval = GivenDate.read(text)
    #expect((interval.map { "\($0.start)..\($0.end)" } ?? "nil") == expected)
  }
}
