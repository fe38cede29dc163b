import ArgumentParser
import ChanceryCoder
import ChancerySources
import Foundation

struct JobsOption: ParsableArguments {
  @Option(name: .long, help: "Threads; all cores unless given. The output does not depend on it.")
  var jobs: Int?

  func validate() throws {
    if let jobs, jobs < 1 { throw ValidationError("--jobs takes a number from 1 up.") }
  }

  var count: Int { jobs ?? max(1, ProcessInfo.processInfo.activeProcessorCount) }
}

struct CodeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "code",
    abstract: "Code articles: one record a document, as JSON Lines on standard output.",
    discussion: """
      Examples:
        chancery code Examples > records.jsonl
        chancery code --published 2019-06-15 article.txt
        cat articles.jsonl | chancery code - | jq .events
        chancery code --scope all article.txt
        chancery code --frames article.txt

      A publication date stands in --published, in a JSON field, in an index.jsonl beside the \
      texts, or is inferred. Input that cannot be read is named on standard error; the rest is \
      coded, and the exit code is 1.
      """)

  @OptionGroup var input: InputOptions
  @OptionGroup var knowledge: KnowledgeOptions
  @OptionGroup var scope: ScopeOption
  @OptionGroup var jobs: JobsOption

  @Flag(
    name: .long,
    help: "Instead of records: the codebook line and predicate behind each event, tab-separated.")
  var frames = false

  @Flag(
    name: .long,
    help: "Instead of records: what the confidence in each event rests on, tab-separated.")
  var traits = false

  func validate() throws {
    if frames, traits { throw ValidationError("--frames and --traits exclude each other.") }
  }

  func run() async throws {
    let coder = try Workbench(knowledge).coder(scope: scope.scope)
    if frames {
      return try writeLines { document in
        coder.firings(document.coderInput).map { "\($0.origin)\t\($0.frame)\t\($0.predicate)" }
      }
    }
    if traits {
      return try writeLines { document in
        coder.traits(document.coderInput).enumerated().map { number, traits in
          "e\(number + 1)\t\(traits.joined(separator: " "))"
        }
      }
    }
    let driver = CodingDriver(coder: coder, jobs: jobs.count)
    let summary = try await driver.run(try input.items()) { record in
      Terminal.write(try Terminal.json(record) + "\n")
    }
    if summary.failures > 0 { throw ExitCode(1) }
  }

  /// Lines about each document, its id before them.
  private func writeLines(_ lines: (SourceDocument) -> [String]) throws {
    var failures = 0
    for item in try input.items() {
      switch item {
      case .document(let document):
        for line in lines(document) { Terminal.write("\(document.id)\t\(line)\n") }
      case .failure(let failure):
        failures += 1
        Terminal.note("chancery: \(failure)")
      }
    }
    if failures > 0 { throw ExitCode(1) }
  }
}

struct ReadCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "read",
    abstract: "Read articles without coding them: title, byline, outlet, date, body, as JSON Lines."
  )

  @OptionGroup var input: InputOptions

  func run() throws {
    var failures = 0
    for item in try input.items() {
      switch item {
      case .document(let document):
        for finding in document.findings {
          Terminal.note("chancery: note: \(document.uri): \(finding.detail)")
        }
        Terminal.write(try Terminal.json(document.part) + "\n")
      case .failure(let failure):
        failures += 1
        Terminal.note("chancery: \(failure)")
      }
    }
    if failures > 0 { throw ExitCode(1) }
  }
}
