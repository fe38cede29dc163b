import ArgumentParser
import ChanceryCoder
import ChancerySources
import ChanceryText

struct EntitiesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "entities",
    abstract: "Named persons, organisations, places and nationalities of a text, as JSON Lines.",
    discussion: """
      Kinds: PER, ORG, LOC, NAT ("Russian", "Syrians"). With --mentions, whole phrases ("the government of Iraq"),
      descriptions ("the city") and pronouns too; a state that acts is then an ORG.

      Example:
        echo "Alice Moore of the Nile Institute met Kenyan officials in Kisumu." | chancery entities -
      """)

  /// One line of the output; offsets count code points.
  struct Line: Encodable {
    var start: Int
    var end: Int
    var text: String
    var kind: String
  }

  @OptionGroup var knowledge: KnowledgeOptions

  @Flag(help: "Descriptions and pronouns too, each with its whole phrase.")
  var mentions = false

  @Argument(help: "A file, or - for standard input.", completion: .file())
  var file: String

  func run() throws {
    let text = SourceText(String(decoding: try StandardFile.bytes(file), as: UTF8.self))
    let reader = try Workbench(knowledge).entityReader(facts: knowledge.facts)
    for entity in mentions ? reader.mentions(in: text) : reader.entities(in: text) {
      let span = text.codePoints(entity.span)
      let line = Line(
        start: span.start, end: span.end, text: text[entity.span], kind: entity.kind.rawValue)
      Terminal.write(try Terminal.json(line) + "\n")
    }
  }
}
