import Foundation
import Testing

@testable import ChanceryChronicle

@Suite struct EvaluationTests {
  private static let annotation = """
    {"document": {"uri": "a.txt", "title": "A visit", "published": {"start": "2021-04-07"},
      "body": [[0, 60]]},
     "events": [{"type": "CONSULT", "mode": "visit", "status": "occurred", "voice": "article",
       "tier": "core", "evidence": ["Lavrov came to Islamabad"], "when": {"start": "2021-04-06"},
       "where": {"name": "Islamabad", "country": "PAK"},
       "actors": [{"name": "Sergey Lavrov", "state": "RUS"}],
       "recipients": [{"name": "Pakistan", "state": "PAK"}]},
      {"type": "AGREE", "status": "occurred", "tier": "soft", "evidence": ["agreed to more trade"],
       "actors": [{"name": "Russia", "state": "RUS"}, {"name": "Pakistan", "state": "PAK"}],
       "recipients": []}],
     "statements": [{"quote": "We are pleased", "speaker": {"name": "Lavrov", "state": "RUS"}}],
     "figures": [], "claims": []}
    """

  private func record(type: String) -> String {
    """
    {"document": {"uri": "articles/a.txt", "title": "A Visit!",
      "text": "Lavrov came to\\nIslamabad. They agreed to more trade. We are pleased, he said.",
      "published": {"start": "2021-04-07"}, "body": [[0, 60]]},
     "actors": [{"id": "a1", "name": "Sergei Lavrov", "state": "RUS"},
       {"id": "a2", "name": "Pakistan", "state": "PAK"}],
     "events": [{"type": "\(type)", "mode": "visit", "status": "occurred", "voice": "article",
       "actors": ["a1"], "recipients": ["a2"], "evidence": [[0, 24]], "trigger": [7, 11],
       "when": {"start": "2021-04-06"}, "where": {"name": "Islamabad", "country": "PAK"}}],
     "statements": [{"speaker": "a1", "quote": [52, 66]}]}
    """.split(separator: "\n").joined()
  }

  @Test func countsWhatIsFoundTypedAndWhole() throws {
    let evaluation = try Evaluation(
      gold: [Data(Self.annotation.utf8)], records: Data(record(type: "CONSULT").utf8))
    #expect(evaluation.ratio("event_precision") == 1)
    #expect(evaluation.ratio("event_recall") == 0.5)
    #expect(evaluation.ratio("event_recall_core") == 1)
    #expect(evaluation.ratio("score") == 1)
    #expect(evaluation.ratio("whole_core") == 1)
    #expect(evaluation.ratio("where_acc") == 1)
    #expect(evaluation.ratio("title_acc") == 1)
    #expect(evaluation.ratio("statement_f1") == 1)
    #expect(
      evaluation.errors == [
        "MISSED  a.txt soft AGREE occurred ['RUS', 'PAK'] -> [] | agreed to more trade"
      ])
  }

  @Test func aWrongTypeIsFoundButNoEvent() throws {
    let evaluation = try Evaluation(
      gold: [Data(Self.annotation.utf8)], records: Data(record(type: "AID").utf8))
    #expect(evaluation.ratio("found_recall_core") == 1)
    #expect(evaluation.ratio("score") == 0)
    #expect(
      evaluation.errors.last
        == "SPURIOUS a.txt AID occurred ['RUS'] -> ['PAK'] | Lavrov came to\nIslamabad")
  }

  @Test func aMissingRecordIsNamed() throws {
    let evaluation = try Evaluation(gold: [Data(Self.annotation.utf8)], records: Data())
    #expect(evaluation.missing == ["a.txt"])
    #expect(
      evaluation.text.hasPrefix("documents                    1\nmissing                      1\n"))
    #expect(evaluation.text.hasSuffix("no record for: a.txt\n"))
    #expect(evaluation.json.hasPrefix("{\"documents\": 1, \"missing\": 1, \"score\": 0.0, "))
  }

  /// The annotations themselves, cut and shifted by a seeded draw, scored by both programs.
  @Test(.enabled(if: Shared.canRunPython, "python3 or the shared annotations are absent"))
  func agreesWithTheReferenceScorer() throws {
    for folder in ["gold", "gold-dev"] {
      let gold = Shared.folder.appendingPathComponent("evaluation/\(folder)")
      let files = try FileManager.default.contentsOfDirectory(atPath: gold.path)
        .filter { $0.hasSuffix(".json") }.sorted()
      let annotations = try files.map { try Data(contentsOf: gold.appendingPathComponent($0)) }
      let records = try PseudoRecords(seed: 7).lines(annotations)
      let path = FileManager.default.temporaryDirectory
        .appendingPathComponent("chancery-\(ProcessInfo.processInfo.processIdentifier)-\(folder)")
      try records.write(to: path)
      defer { try? FileManager.default.removeItem(at: path) }
      let scorer = Shared.folder.appendingPathComponent("evaluation/score.py").path
      let evaluation = try Evaluation(gold: annotations, records: records)
      let plain = try Shared.python([scorer, gold.path, path.path, "--errors"])
      #expect(evaluation.errors.map { $0 + "\n" }.joined() + evaluation.text == plain)
      let json = try Shared.python([scorer, gold.path, path.path, "--json"])
      #expect(evaluation.json == json)
    }
  }
}
