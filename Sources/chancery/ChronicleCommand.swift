import ArgumentParser
import ChanceryChronicle
import ChanceryRecord
import ChancerySources
import ChanceryText
import Foundation

/// Where records come from and which entries are wanted; shared by the commands that show entries.
struct ChronicleOptions: ParsableArguments {
  @Argument(help: "Articles to code: files or folders.")
  var paths: [String] = []

  @Option(help: "Records as JSON Lines, from a file or - for standard input.")
  var records: String?

  @Option(
    parsing: .upToNextOption,
    help: "Two states or organisations that must both take part, by code: PAK RUS.")
  var between: [String] = []

  @Option(help: "Only what happened on this day or later (YYYY-MM-DD).")
  var from: String?

  @Option(help: "Only what happened on this day or earlier (YYYY-MM-DD).")
  var to: String?

  @Option(help: "Only these types (CONSULT, SUPPORT, …).")
  var type: [String] = []

  @Option(
    help: "Only these statuses (occurred, ongoing, planned, possible, cancelled, denied).")
  var status: [String] = []

  @OptionGroup var knowledge: KnowledgeOptions
  @OptionGroup var jobs: JobsOption

  /// Words after the two codes of `--between` are paths.
  var allPaths: [String] { paths + between.dropFirst(2) }

  func validate() throws {
    guard between.isEmpty || between.count >= 2 else {
      throw ValidationError("--between needs two codes, as in --between PAK RUS")
    }
    if records == nil && allPaths.isEmpty {
      throw ValidationError("give articles to code, or --records FILE")
    }
    _ = try filter()
  }

  func filter() throws -> EntryFilter {
    func day(_ text: String?, _ name: String) throws -> CivilDate? {
      guard let text else { return nil }
      guard let date = CivilDate(iso: text) else {
        throw ValidationError("\(name) '\(text)' is no day; write YYYY-MM-DD")
      }
      return date
    }
    let types = try type.map { name in
      guard let type = EventType(rawValue: name.uppercased()) else {
        let known = EventType.allCases.map(\.rawValue).joined(separator: ", ")
        throw ValidationError("--type '\(name)' is none of \(known)")
      }
      return type
    }
    let statuses = try status.map { name in
      guard let status = Status(rawValue: name.lowercased()) else {
        let known = Status.allCases.map(\.rawValue).joined(separator: ", ")
        throw ValidationError("--status '\(name)' is none of \(known)")
      }
      return status
    }
    return EntryFilter(
      between: between.prefix(2).map { $0.uppercased() }, from: try day(from, "--from"),
      to: try day(to, "--to"), types: types, statuses: statuses)
  }

  /// The chronicle and whether all inputs could be read; each that could not is named on stderr.
  func chronicle() async throws -> (chronicle: Chronicle, isComplete: Bool) {
    let loaded = try await loadRecords(
      paths: allPaths, records: records, knowledge: knowledge, jobs: jobs.count)
    return (Chronicle(records: loaded.records), loaded.isComplete)
  }
}

/// Records from a file, from standard input, or coded from articles.
///
/// A bad line or article is named on standard error with its reason, and the rest goes on.
func loadRecords(
  paths: [String], records source: String?, knowledge: KnowledgeOptions, jobs: Int
) async throws -> (records: [Record], isComplete: Bool) {
  var records: [Record] = []
  var isComplete = true
  if let source {
    let lines = RecordLines(try inputBytes(of: source))
    records += lines.records
    isComplete = lines.failures.isEmpty
    for failure in lines.failures {
      Terminal.note("chancery: \(source):\(failure.line): \(failure.reason)")
    }
  }
  if !paths.isEmpty {
    let options = SourceOptions(kind: .auto, published: nil, debris: try InputOptions.debris())
    let driver = CodingDriver(coder: try Workbench(knowledge).coder(), jobs: jobs)
    let summary = try await driver.run(SourceSequence(paths: paths, options: options)) { record in
      records.append(record)
    }
    if summary.failures > 0 { isComplete = false }
  }
  return (records, isComplete)
}

/// The content of a file, or of standard input for `-`.
func inputBytes(of source: String) throws -> Data {
  if source == "-" { return FileHandle.standardInput.readDataToEndOfFile() }
  do {
    return try Data(contentsOf: URL(fileURLWithPath: source))
  } catch {
    Terminal.note("chancery: \(source): cannot be read")
    throw ExitCode(1)
  }
}

struct ChronicleCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "chronicle",
    abstract: "Each happening once, with all its reports, conflicts and sources.",
    discussion: """
      Examples:
        chancery chronicle articles/
        chancery chronicle --records records.jsonl
        chancery code articles/ | chancery chronicle --records - --between PAK RUS
        chancery chronicle --records records.jsonl --type CONSULT --from 2021-01-01 --format csv
      """)

  @OptionGroup var options: ChronicleOptions

  @Option(help: "table, jsonl, csv or markdown.")
  var format: ChronicleFormat = .table

  @Option(help: "Width of the table in characters; that of the terminal where it is known.")
  var width: Int?

  func run() async throws {
    let (chronicle, isComplete) = try await options.chronicle()
    let filter = try options.filter()
    let entries = chronicle.entries.filter(filter.accepts)
    Terminal.write(format.text(of: entries, width: width ?? Terminal.width))
    if format == .table {
      let figures = FigureRenderer().text(of: chronicle.figureSeries.filter(filter.accepts))
      if !figures.isEmpty { Terminal.write("FIGURES\n" + figures) }
      if entries.isEmpty { Terminal.note("chancery: no entries") }
    }
    if !isComplete { throw ExitCode(1) }
  }
}

extension ChronicleFormat: ExpressibleByArgument {}
