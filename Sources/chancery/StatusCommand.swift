import ArgumentParser
import ChanceryCoder
import ChancerySources
import ChanceryText

struct StatusCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status",
    abstract: "Whether what each verb tells happened: form, status and the words that decided.",
    discussion: """
      One line a verb: sentence, word, form, status, cues, with tabs between.

      Examples:
        echo "Lavrov refused to rule out visiting Islamabad." | chancery status -
      """)

  @OptionGroup var knowledge: KnowledgeOptions

  @Argument(help: "A file, or - for standard input.", completion: .file())
  var file: String

  func run() throws {
    let text = String(decoding: try StandardFile.bytes(file), as: UTF8.self)
    let coder = try Workbench(knowledge).coder()
    let source = SourceText(text)
    let input = CoderInput(
      document: SourceDocument.sentence(text, published: nil), text: source,
      body: [ByteSpan(0, source.byteCount)])
    for verb in coder.predicateStatuses(of: coder.analyze(input)) {
      Terminal.write(
        "\(verb.sentence + 1)\t\(verb.word + 1)\t\(verb.form)\t\(verb.status.rawValue)\t"
          + verb.cues.joined(separator: " ") + "\n")
    }
  }
}
