import ArgumentParser
import ChanceryCoder
import ChanceryFacts
import ChancerySources
import ChanceryText

struct PlacesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "places",
    abstract: "Places that a text mentions, with coordinates, as JSON Lines.",
    discussion: """
      States, regions, towns, seas, rivers and well-known areas; which one of a name is meant is told by what the
      text names beside it ("Paris, Texas") and by the states it speaks of.

      Examples:
        chancery places article.txt
        echo "The envoys met in Springfield, Illinois." | chancery places -
      """)

  /// One line of the output; offsets count code points.
  struct Line: Encodable {
    var start: Int
    var end: Int
    var text: String
    var lat: Double
    var lon: Double
    var country: String?
  }

  @OptionGroup var knowledge: KnowledgeOptions

  @Option(name: .long, help: "Publication date: 2019-06-15, 2019-06 or 2019.")
  var published: String?

  @Argument(help: "A file, or - for standard input.", completion: .file())
  var file: String

  func run() throws {
    let date = try GivenDate.option(published)
    let text = SourceText(String(decoding: try StandardFile.bytes(file), as: UTF8.self))
    let reader = PlaceReader(
      coder: try Workbench(knowledge).coder(), gazetteer: try Workbench.gazetteer(knowledge.facts))
    for place in reader.places(in: text, published: date) {
      let span = text.codePoints(place.span)
      let line = Line(
        start: span.start, end: span.end, text: text[place.span], lat: place.latitude,
        lon: place.longitude, country: place.country)
      Terminal.write(try Terminal.json(line) + "\n")
    }
  }
}

extension GivenDate {
  /// The days of a `--published` option.
  static func option(_ text: String?) throws -> DateInterval? {
    try text.map { text in
      guard let interval = GivenDate.read(text) else {
        throw ValidationError("'\(text)' is no date; write 2019-06-15, 2019-06 or 2019")
      }
      return interval
    }
  }
}
