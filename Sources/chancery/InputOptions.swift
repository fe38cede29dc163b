import ArgumentParser
import ChanceryCoder
import ChanceryRecord
import ChancerySources
import ChanceryText

/// Options of every command that reads articles.
struct InputOptions: ParsableArguments {
  @Argument(
    help: "Text files, JSON Lines files, folders, or - for JSON Lines on standard input.",
    completion: .file())
  var paths: [String] = []

  @Option(name: .long, help: "auto, text or jsonl.")
  var input: InputKind = .auto

  @Option(
    name: .long, help: "Publication date of all inputs: 2019-06-15, 2019-06 or 2019.",
    transform: { text in
      guard let interval = GivenDate.read(text) else {
        throw ValidationError("'\(text)' is no date; write 2019-06-15, 2019-06 or 2019")
      }
      return interval
    })
  var published: DateInterval?

  func validate() throws {
    if paths.isEmpty { throw ValidationError("Name at least one file or folder, or - for stdin.") }
  }

  func items() throws -> SourceSequence {
    SourceSequence(
      paths: paths,
      options: SourceOptions(
        kind: input, published: published, debris: try InputOptions.debris()))
  }

  /// The patterns of page furniture that the program carries.
  static func debris() throws -> DebrisTable {
    try DebrisTable(Resources.files(under: "Codebook/debris.tsv").first?.bytes ?? [])
  }
}

extension InputKind: ExpressibleByArgument {}

extension SourceDocument {
  /// The document as the record carries it.
  var part: DocumentPart {
    DocumentPart(
      id: id, uri: uri, title: title, outlet: outlet, byline: byline, published: published,
      language: language ?? "en", text: text.string, body: body.map { Span(text.codePoints($0)) })
  }

  /// A text of the command line.
  static func sentence(_ text: String, published: DateInterval?) -> DocumentPart {
    DocumentPart(
      id: "text",
      published: published.map { Published($0, basis: .given) }
        ?? Published(start: nil, end: nil, basis: .unknown), text: text,
      body: [Span(0, text.unicodeScalars.count)])
  }

  var coderInput: CoderInput { CoderInput(document: part, text: text, body: body) }
}
