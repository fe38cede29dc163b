import ChanceryRecord
import Foundation
import Testing

@testable import ChanceryChronicle

/// The made set of one happening from many articles, its annotated reports given as events, so that
/// merging is scored by itself.
@Suite struct MergingSetTests {
  @Test(
    .enabled(if: Shared.canRunPython, "python3 or the shared merging set is absent"),
    arguments: [("none", 0.99, 0.99), ("some", 0.93, 0.9), ("much", 0.84, 0.8)])
  func reportsOfOneHappeningMeet(_ noise: String, _ leastF1: Double, _ leastApart: Double) throws {
    let set = Shared.folder.appendingPathComponent("benchmarks/merging")
    let script = Shared.project.appendingPathComponent("Scripts/merging-gold-records.py").path
    let records = RecordLines(
      Data(try Shared.python([script, set.path, "--noise", noise]).utf8))
    #expect(records.failures.isEmpty)
    let path = FileManager.default.temporaryDirectory
      .appendingPathComponent("chancery-\(ProcessInfo.processInfo.processIdentifier)-\(noise)")
    let entries = Chronicle(records: records.records).entries
    try Data(ChronicleFormat.jsonl.text(of: entries).utf8).write(to: path)
    defer { try? FileManager.default.removeItem(at: path) }
    let printed = try Shared.python([
      set.appendingPathComponent("score_merging.py").path,
      set.appendingPathComponent("gold.json").path, path.path, "--json",
    ])
    let scores = try JSONDecoder().decode(JSONValue.self, from: Data(printed.utf8))
    #expect(try #require(scores["b3_all"]["f1"].number) >= leastF1)
    #expect(try #require(scores["apart"]["share"].number) >= leastApart)
    #expect(try #require(scores["conflict"]["precision"].number) >= 0.9)
  }
}
