import ArgumentParser
import ChanceryCodebook
import ChanceryCoder
import ChancerySources
import ChanceryText

struct TimesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "times",
    abstract: "Time expressions of a text with TIMEX3 types and values, as JSON Lines.",
    discussion: """
      Examples:
        chancery times --published 2019-06-20 article.txt
        chancery times --style narrative history.txt      dates anchor to those before them
      """)

  enum Style: String, CaseIterable, ExpressibleByArgument { case news, narrative }

  /// One line of the output; offsets count code points.
  struct Line: Encodable {
    var start: Int
    var end: Int
    var text: String
    var type: String
    var value: String
  }

  @Option(name: .long, help: "Publication date: 2019-06-15, 2019-06 or 2019.")
  var published: String?

  @Option(name: .long, help: "news or narrative.")
  var style: Style = .news

  @Argument(help: "A file, or - for standard input.", completion: .file())
  var file: String

  func run() throws {
    let date = try GivenDate.option(published)
    let text = SourceText(String(decoding: try StandardFile.bytes(file), as: UTF8.self))
    let tables = CodebookTables(files: Resources.files(under: "Codebook/"))
    let parse = try Workbench.languageReader().read(text, in: [ByteSpan(0, text.byteCount)])
    let times = try TimeReader(tables).times(
      in: text, parse: parse, published: date, style: style == .news ? .news : .narrative)
    for time in times {
      let span = text.codePoints(time.span)
      let line = Line(
        start: span.start, end: span.end, text: text[time.span], type: time.kind.rawValue,
        value: time.value)
      Terminal.write(try Terminal.json(line) + "\n")
    }
  }
}
