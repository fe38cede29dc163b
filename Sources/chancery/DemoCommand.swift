import ArgumentParser
import ChanceryChronicle
import ChanceryRecord
import ChancerySources

struct DemoCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "demo",
    abstract: "The tour: code the example articles and show what they tell.",
    discussion:
      "Examples:\n  chancery demo            the articles of the repository\n  chancery demo FOLDER     your own"
  )

  @OptionGroup var knowledge: KnowledgeOptions
  @OptionGroup var jobs: JobsOption

  @Argument(help: "A folder or file of articles.", completion: .file())
  var path = "Examples"

  func run() async throws {
    let driver = CodingDriver(coder: try Workbench(knowledge).coder(), jobs: jobs.count)
    let items = SourceSequence(
      paths: [path], options: SourceOptions(debris: try InputOptions.debris()))
    var records: [Record] = []
    let summary = try await driver.run(items) { records.append($0) }
    guard !records.isEmpty else {
      Terminal.note(
        "chancery: no article could be read from \(path); run it where the repository is")
      throw ExitCode(1)
    }
    let chronicle = Chronicle(records: records)
    Terminal.write(ChronicleFormat.table.text(of: chronicle.entries, width: Terminal.width))
    Terminal.write(FigureRenderer().text(of: chronicle.figureSeries))
    Terminal.write(closing(records, chronicle))
    if summary.failures > 0 { throw ExitCode(1) }
  }

  private func closing(_ records: [Record], _ chronicle: Chronicle) -> String {
    let merged = chronicle.entries.filter { $0.reports.count > 1 }.count
    let conflicts = chronicle.entries.filter { !$0.conflicts.isEmpty }.count
    return """

      \(records.count) articles, \(records.map(\.events.count).reduce(0, +)) reports of events, \
      \(chronicle.entries.count) entries; \(merged) told by several articles, \(conflicts) with conflicts.

      What to try next:
        chancery chronicle \(path) --between PAK RUS --type CONSULT
        chancery conflicts \(path)
        chancery code \(path) > records.jsonl          one record a document, every fact with its span
        chancery explain --text "Russia may sell helicopters to Pakistan." --published 2015-08-01
        chancery facts "PM Khan" --on 2019-06-15
        chancery code your-articles/*.txt --published 2024-05

      """
  }
}
