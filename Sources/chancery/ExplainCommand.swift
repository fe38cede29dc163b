import ArgumentParser
import ChanceryCoder
import ChancerySources
import ChanceryText

struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Why something was coded, or nothing: tree, mentions, frame, cues.",
    discussion: """
      Examples:
        chancery explain --text "Russia may sell helicopters to Pakistan." --published 2015-08-01
        chancery explain Examples/lavrov-islamabad.txt#e2
      """)

  @Option(name: .long, help: "A text to explain.")
  var text: String?

  @Option(name: .long, help: "Publication date: 2019-06-15, 2019-06 or 2019.")
  var published: String?

  @OptionGroup var knowledge: KnowledgeOptions
  @OptionGroup var scope: ScopeOption

  @Argument(help: "A file, or FILE#e3 for one event of it.", completion: .file())
  var target: String?

  func validate() throws {
    if (text == nil) == (target == nil) {
      throw ValidationError("Give either --text \"…\" or a file.")
    }
  }

  func run() throws {
    let date = try published.map { text in
      guard let interval = GivenDate.read(text) else {
        throw ValidationError("'\(text)' is no date; write 2019-06-15, 2019-06 or 2019")
      }
      return interval
    }
    let coder = try Workbench(knowledge).coder(scope: scope.scope)
    if let text {
      let source = SourceText(text)
      let document = SourceDocument.sentence(text, published: date)
      let input = CoderInput(
        document: document, text: source, body: [ByteSpan(0, source.byteCount)])
      Terminal.write(Explanation(coder.analyze(input), coder: coder).text())
    } else if let target {
      try explain(target, date, coder)
    }
  }

  private func explain(_ target: String, _ date: DateInterval?, _ coder: Coder) throws {
    let parts = target.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    let isEvent = parts.count == 2 && parts[1].hasPrefix("e") && Int(parts[1].dropFirst()) != nil
    let path = isEvent ? String(parts[0]) : target
    let options = SourceOptions(kind: .auto, published: date, debris: try InputOptions.debris())
    for item in SourceSequence(paths: [path], options: options) {
      switch item {
      case .failure(let failure):
        Terminal.note("chancery: \(failure)")
        throw ExitCode(1)
      case .document(let document):
        let explanation = Explanation(coder.analyze(document.coderInput), coder: coder)
        guard isEvent else {
          Terminal.write(explanation.text())
          continue
        }
        guard let text = explanation.text(event: String(parts[1])) else {
          Terminal.note("chancery: \(path) has no event \(parts[1])")
          throw ExitCode(1)
        }
        Terminal.write(text)
      }
    }
  }
}
