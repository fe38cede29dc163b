import ChanceryRecord
import ChanceryText
import Foundation
import Testing

@testable import ChancerySources

private let story = "The ministers met in Vilnius on Tuesday."

@Suite("JSON Lines")
struct JSONLinesTests {
  private let reader = ArticleObjectReader(debris: debris)

  private func item(_ line: String) -> SourceItem {
    reader.item(line: Array(line.utf8), input: "a.jsonl:7")
  }

  static let presets: [(String, String)] = [
    (
      "this program's fields",
      #"{"id":"a1","url":"https://x.org/1","outlet":"The Gazette","published":"2017-07-17","title":"Talks","byline":"Anna Kowalska","text":"\#(story)"}"#
    ),
    (
      "news-please",
      #"{"id":"a1","url":"https://x.org/1","publisher":"The Gazette","source_domain":"x.org","date_publish":"2017-07-17 17:03:00","title":"Talks","authors":["Anna Kowalska"],"maintext":"\#(story)","description":"None"}"#
    ),
    (
      "trafilatura",
      #"{"id":"a1","source":"https://x.org/1","source-hostname":"The Gazette","hostname":"x.org","date":"2017-07-17","title":"Talks","author":"Anna Kowalska","text":"\#(story)","raw_text":"x"}"#
    ),
    (
      "newspaper4k",
      #"{"id":"a1","url":"https://x.org/1","site_name":"The Gazette","source_url":"https://x.org","publish_date":"2017-07-17T00:00:00","title":"Talks","authors":["Anna Kowalska"],"text":"\#(story)"}"#
    ),
    (
      "schema.org",
      #"{"id":"a1","url":"https://x.org/1","publisher":{"name":"The Gazette"},"datePublished":"2017-07-17T00:00:00Z","headline":"Talks","author":[{"name":"Anna Kowalska"}],"articleBody":"\#(story)"}"#
    ),
    (
      "NewsAPI",
      #"{"id":"a1","url":"https://x.org/1","source":{"id":null,"name":"The Gazette"},"publishedAt":"2017-07-17T01:00:00Z","title":"Talks","author":"Anna Kowalska","content":"\#(story)"}"#
    ),
  ]

  @Test("field names of others", arguments: presets)
  func preset(_ name: String, _ line: String) throws {
    let document = try #require(item(line).document)
    #expect(document.id == "a1")
    #expect(document.uri == "https://x.org/1")
    #expect(document.outlet == "The Gazette")
    #expect(document.title == "Talks")
    #expect(document.byline == "Anna Kowalska")
    #expect(document.text.string == story)
    #expect(
      document.published == Published(start: "2017-07-17", end: "2017-07-17", basis: .given))
    #expect(body(document) == [story])
  }

  @Test(
    "lines that give no document",
    arguments: [
      ("{", "not JSON"), ("[1]", "an array, not an object"), ("7", "a number, not an object"),
      (#"{"title":"Talks"}"#, "no text: none of"), (#"{"text":""}"#, "'text' is empty"),
      (#"{"text":" \n "}"#, "'text' is blank"),
      (#"{"text":5}"#, "'text' is a number, not a string"),
      (#"{"text":["a"]}"#, "'text' is an array, not a string"),
      (#"{"text":"a","title":true}"#, "'title' is a truth value, not a string"),
      (#"{"text":"a\u0000b"}"#, "'text' holds NUL characters"),
    ])
  func failures(_ line: String, _ reason: String) throws {
    let failure = try #require(item(line).failure)
    #expect(failure.input == "a.jsonl:7")
    #expect(failure.reason.hasPrefix(reason))
  }

  @Test("A date that cannot be read is a finding, and no date")
  func unreadDate() throws {
    let document = try #require(item(#"{"text":"\#(story)","date":"soon"}"#).document)
    #expect(document.published.basis == .unknown)
    #expect(document.findings == [Finding(.unreadableDate, "no date: 'soon'")])
    #expect(document.uri == "a.jsonl:7")
  }

  @Test("Numbers may be ids and dates")
  func numbers() throws {
    let document = try #require(item(#"{"id":12,"text":"\#(story)","date":1500000000}"#).document)
    #expect(document.id == "12")
    #expect(document.published.start == "2017-07-14")
  }

  @Test("Nesting without end is a failure, no crash")
  func nesting() {
    let deep = String(repeating: "[", count: 100_000)
    #expect(item(#"{"text":"a","x":"# + deep).failure?.reason == "not JSON")
  }
}

@Suite("Decoding")
struct DecodingTests {
  @Test(
    "bytes that are text",
    arguments: [
      (Array("a\r\nb\rc\n".utf8), "a\nb\nc\n", nil), ([0xEF, 0xBB, 0xBF, 0x61], "a", nil),
      ([0x93, 0x61, 0x94], "“a”", .windows1252), ([0x63, 0x61, 0x66, 0xE9], "café", .windows1252),
      ([0xFF, 0xFE, 0x61, 0x00, 0x0A, 0x00], "a\n", .utf16),
      ([0xFE, 0xFF, 0x00, 0x61], "a", .utf16),
      (Array("é é é ".utf8) + [0xFF], "é é é \u{FFFD}", .repaired),
    ] as [([UInt8], String, Finding.Kind?)])
  func text(_ bytes: [UInt8], _ expected: String, _ finding: Finding.Kind?) {
    let result = TextDecoding.decode(bytes).text
    #expect(result?.text == expected)
    #expect(result?.findings.first?.kind == finding)
  }

  @Test(
    "bytes that are none",
    arguments: [
      ([], "the file is empty"), (Array(" \n\t".utf8), "the file holds no text"),
      ([0x61, 0x00, 0x62], "a binary file, no text"), ([0x1F, 0x8B, 0x08], "a gzip archive"),
      (Array("%PDF-1.4".utf8), "a PDF file"), ([0x81, 0x8D], "neither UTF-8 nor Windows-1252"),
      ([0xFF, 0xFE, 0x61], "UTF-16 with an odd number"),
      ([0xFF, 0xFE, 0x00, 0xD8], "broken UTF-16"),
    ] as [([UInt8], String)])
  func refused(_ bytes: [UInt8], _ reason: String) {
    let (text, given) = TextDecoding.decode(bytes)
    #expect(text == nil)
    #expect(given.hasPrefix(reason))
  }
}

@Suite("Inputs")
struct InputTests {
  @Test("A directory is read in order, with its index")
  func directory() throws {
    let folder = try TemporaryFolder()
    try folder.write("b.txt", "Talks\n\n\(story)")
    try folder.write("a.txt", story)
    try folder.write("c.jsonl", "{\"text\":\"\(story)\"}\n\n{\"text\":1}\n{\"text\":\"\(story)\"}")
    try folder.write("inner/d.txt", story)
    try folder.write("note.md", "no article")
    try folder.write(".hidden.txt", story)
    try folder.write(
      "index.jsonl",
      #"{"id":"b","published":"2019-06-15","title":"Given","outlet":"The Gazette","url":"https://x.org"}"#
        + "\nbroken\n")
    let items = folder.items()
    #expect(
      folder.summary(items) == [
        "index.jsonl:2: not a JSON object", "a.txt", "b.txt", "c.jsonl:1",
        "c.jsonl:3: 'text' is a number, not a string", "c.jsonl:4", "inner/d.txt",
      ])
    let described = try #require(items[2].document)
    #expect(described.id == "b")
    #expect(described.title == "Given")
    #expect(described.outlet == "The Gazette")
    #expect(described.url == "https://x.org")
    #expect(described.published.basis == .given)
  }

  @Test("Inputs that cannot be read are named in their place")
  func failures() throws {
    let folder = try TemporaryFolder()
    try folder.write("empty.txt", "")
    try folder.write("blank.txt", "\n \n")
    try folder.write("binary.txt", [0x61, 0x00])
    try folder.write("page.txt", "<!DOCTYPE html><p>x")
    try folder.write("good.txt", story)
    try folder.write("empty.jsonl", "")
    try folder.write("list.json", "[]")
    try folder.write("bare/readme.md", "x")
    let names = [
      "missing.txt", "empty.txt", "blank.txt", "binary.txt", "page.txt", "empty.jsonl", "list.json",
      "bare", "good.txt",
    ]
    #expect(
      folder.summary(folder.items(names)) == [
        "missing.txt: no such file", "empty.txt: the file is empty",
        "blank.txt: the file holds no text", "binary.txt: a binary file, no text",
        "page.txt: a web page; save its text first", "empty.jsonl: the file is empty",
        "list.json: an empty array", "bare: a directory without articles", "good.txt",
      ])
  }

  @Test("A dangling link is named")
  func link() throws {
    let folder = try TemporaryFolder()
    try FileManager.default.createSymbolicLink(
      atPath: folder.path + "/gone.txt", withDestinationPath: folder.path + "/nothing")
    try FileManager.default.createSymbolicLink(
      atPath: folder.path + "/loop", withDestinationPath: folder.path)
    try folder.write("good.txt", story)
    #expect(folder.summary(folder.items()) == ["gone.txt: no such file", "good.txt"])
  }

  @Test("What is too large is refused, the rest goes on")
  func limits() throws {
    let folder = try TemporaryFolder()
    try folder.write("large.txt", String(repeating: "word ", count: 1_000_000))
    let long = String(repeating: "word ", count: 1_000_000)
    try folder.write(
      "lines.jsonl", "{\"text\":\"\(long)\"}\n{\"text\":\"\(story)\"}\n{\"text\":\"\(long)\"}")
    var options = SourceOptions(debris: debris)
    options.maximumFileBytes = 3_000_000
    options.maximumLineBytes = 3_000_000
    #expect(
      folder.summary(folder.items(["large.txt", "lines.jsonl"], options)) == [
        "large.txt: larger than 3 MB", "lines.jsonl:1: the line is larger than 3 MB",
        "lines.jsonl:2", "lines.jsonl:3: the line is larger than 3 MB",
      ])
  }

  @Test("--published counts before an index")
  func published() throws {
    let folder = try TemporaryFolder()
    try folder.write("a.txt", story)
    try folder.write("index.jsonl", #"{"id":"a","published":"2019"}"#)
    let options = SourceOptions(published: GivenDate.read("2018-05"), debris: debris)
    #expect(folder.items(["a.txt"], options).first?.document?.published.start == "2018-05-01")
    #expect(folder.items(["a.txt"]).first?.document?.published.start == "2019-01-01")
  }

  @Test("A JSON array and pretty-printed objects are read")
  func array() throws {
    let folder = try TemporaryFolder()
    try folder.write("a.json", "[{\"text\":\"\(story)\"},\n {\"title\":\"x\"}]")
    try folder.write("b.json", "{\n\"text\":\"\(story)\"\n}")
    try folder.write("c.json", "{\"text\":\"\(story)\"}\n{\"text\":\"\(story)\"}")
    let summary = folder.summary(folder.items())
    #expect(summary.count == 5)
    #expect(summary[0] == "a.json:1")
    #expect(summary[1].hasPrefix("a.json:2: no text"))
    #expect(summary[2...] == ["b.json", "c.json:1", "c.json:2"])
  }

  @Test("Only what is asked for is read")
  func lazy() throws {
    let folder = try TemporaryFolder()
    try folder.write("a.jsonl", "{\"text\":\"\(story)\"}\n{\"text\":\"\(story)\"}")
    let paths = [folder.path + "/a.jsonl", folder.path + "/later.txt"]
    var items = SourceSequence(paths: paths, options: SourceOptions(debris: debris)).makeIterator()
    #expect(items.next()?.document != nil)
    try folder.write("later.txt", story)
    #expect(items.next()?.document != nil)
    #expect(items.next()?.document != nil)
    #expect(items.next() == nil)
    #expect(items.next() == nil)
  }
}

@Suite("Any bytes")
struct HostileTests {
  @Test(
    "Spans are in order, inside the text and on code points; the same bytes give the same document")
  func spans() {
    var random = SeededGenerator(state: 20_190_615)
    let pieces = [
      "Published in ", "By ", "May 3, 2011", "\n", "\n\n", "ISLAMABAD", " — ", "(APP)", ": ", "“",
      "COMMENTS (5)", "Leave a Reply", "é", "\u{A0}", story, "Read more: x", "2011-", "-", ",",
      "31",
      "\u{202F}", "Editor’s Note: ", "#", "*", "\t", "[[", "December",
    ]
    for round in 0..<400 {
      var text = ""
      for _ in 0..<Int.random(in: 1...14, using: &random) {
        text += pieces.randomElement(using: &random) ?? ""
      }
      let reader = ArticleReader(debris: debris)
      let document = reader.document(text: text, uri: "a")
      #expect(document == reader.document(text: text, uri: "a"))
      var end = 0
      for span in document.body {
        #expect(span.start >= end && span.end <= document.text.byteCount && !span.isEmpty)
        for offset in [span.start, span.end] where offset < document.text.byteCount {
          #expect(document.text.bytes[offset] & 0xC0 != 0x80, "round \(round)")
        }
        end = span.end
      }
    }
  }

  @Test("Random bytes give a document or a reason")
  func bytes() {
    var random = SeededGenerator(state: 7)
    let reader = ArticleReader(debris: debris)
    let objects = ArticleObjectReader(debris: debris)
    for _ in 0..<500 {
      let count = Int.random(in: 0...60, using: &random)
      let bytes = (0..<count).map { _ in UInt8.random(in: 0...255, using: &random) }
      if let failure = reader.document(file: bytes, uri: "a").failure {
        #expect(!failure.reason.isEmpty)
      }
      #expect(objects.item(line: bytes, input: "a:1").failure != nil)
    }
  }

  @Test("Long runs of one sign are read in time")
  func runs() {
    let reader = ArticleReader(debris: debris)
    for sign in ["*", "a ", "\n", "\"", "(", "-", "1", "May 1, 2019 today ", "A, ", "é"] {
      let text = String(repeating: sign, count: 6_000) + " x"
      #expect(reader.document(text: text, uri: "a").text.byteCount > 6_000)
    }
  }
}

@Suite("Identity and tables")
struct TableTests {
  @Test("The hash is FNV-1a over the fields")
  func hash() {
    #expect(Identity.hash(outlet: "a", date: nil, title: nil, text: [98]) == "6dea33fe51ca71d2")
    let one = Identity.hash(outlet: "a", date: nil, title: "b", text: Array("c".utf8))
    let two = Identity.hash(outlet: "ab", date: nil, title: nil, text: Array("c".utf8))
    #expect(one.count == 16 && one != two)
  }

  @Test(
    "patterns",
    arguments: [
      ("leave a reply*", "Leave a  Reply", true), ("comments (#)", "COMMENTS (12)", true),
      ("comments (#)", "comments ()", false),
      ("* | # years ago | *", "x | 3 years ago | Reply", true),
      ("*a*b*c", "xxaxxbxxc", true), ("*a*b*c", "xxaxxbxx", false), ("*", "", true),
      ("editor's note*", "Editor’s Note: x", true), ("a#b", "a123b", true), ("a#b", "ab", false),
    ])
  func globs(_ pattern: String, _ line: String, _ expected: Bool) {
    let glob = Glob(Array(pattern.utf8)[...])
    #expect(glob.matches(Lines.fold(Array(line.utf8)[...])) == expected)
  }

  @Test(
    "a table's mistakes are named",
    arguments: [
      ("cut\t40", "debris.tsv:1: 2 columns; expected part, value, pattern"),
      ("# x\ncup\t40\tx", "debris.tsv:2: unknown part 'cup'; known: line, tail"),
      ("cut\tmany\tx", "debris.tsv:1: the value is no whole number above 0"),
      ("cut\t40\t", "debris.tsv:1: the pattern is empty"),
    ])
  func mistakes(_ table: String, _ expected: String) {
    do {
      _ = try DebrisTable(Array(table.utf8))
      Issue.record("no error")
    } catch {
      #expect(error.description.hasPrefix(expected))
    }
  }
}
