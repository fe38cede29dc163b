import ArgumentParser
import ChanceryChronicle

struct ConflictsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "conflicts",
    abstract: "Entries whose reports contradict each other, and figures that do not add up.",
    discussion: """
      Examples:
        chancery conflicts --records records.jsonl
        chancery conflicts --records records.jsonl --between CZE RUS --format jsonl
      """)

  @OptionGroup var options: ChronicleOptions

  @Option(help: "table, jsonl, csv or markdown.")
  var format: ChronicleFormat = .table

  func run() async throws {
    let (chronicle, isComplete) = try await options.chronicle()
    let filter = try options.filter()
    let entries = chronicle.entries.filter { !$0.conflicts.isEmpty && filter.accepts($0) }
    Terminal.write(format.text(of: entries))
    if format == .table {
      let doubtful = chronicle.figureSeries.filter { series in
        filter.accepts(series)
          && (!series.contradictions.isEmpty || series.checks.contains { !$0.holds })
      }
      Terminal.write(FigureRenderer().text(of: doubtful))
      if entries.isEmpty && doubtful.isEmpty { Terminal.note("chancery: no conflicts") }
    }
    if !isComplete { throw ExitCode(1) }
  }
}
