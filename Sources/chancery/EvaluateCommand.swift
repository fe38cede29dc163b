import ArgumentParser
import ChanceryChronicle
import Foundation

struct EvaluateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "evaluate",
    abstract: "Scores records against annotated articles.",
    discussion: """
      GOLD is a folder with one JSON file an article; a record belongs to the annotation whose
      document.uri ends in the same name.

      Examples:
        chancery evaluate annotations/ records.jsonl
        chancery code articles/ | chancery evaluate annotations/ - --errors
      """)

  @Argument(help: "Folder of annotations, one JSON file an article.")
  var gold: String

  @Argument(help: "Records as JSON Lines; - for standard input.")
  var records: String

  @Flag(help: "One JSON object instead of lines.")
  var json = false

  @Flag(help: "Name the missed and the spurious events first.")
  var errors = false

  func run() throws {
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: gold) else {
      Terminal.note("chancery: \(gold): no folder that can be read")
      throw ExitCode(1)
    }
    let files = names.filter { $0.hasSuffix(".json") }
      .sorted { $0.unicodeScalars.lexicographicallyPrecedes($1.unicodeScalars) }
    let annotations = try files.map { try inputBytes(of: "\(gold)/\($0)") }
    let evaluation: Evaluation
    do {
      evaluation = try Evaluation(gold: annotations, records: try inputBytes(of: records))
    } catch is DecodingError {
      Terminal.note("chancery: \(records) or an annotation in \(gold) is not JSON")
      throw ExitCode(1)
    }
    if errors { Terminal.write(evaluation.errors.map { $0 + "\n" }.joined()) }
    Terminal.write(json ? evaluation.json : evaluation.text)
  }
}
