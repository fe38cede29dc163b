import ChanceryRecord
import Foundation

/// Scores of records against annotated articles (codebook §2, "Core and peripheral").
///
/// Events are matched in three steps, each one-to-one, best overlap first: `found` (the evidence
/// touches), `typed` (the type is the same too), `event` (the same states on the same sides too).
/// `score`, the headline, is the harmonic mean of event precision and recall of the core.
public struct Evaluation: Sendable {
  /// A figure of the report, as a count or as a ratio.
  public enum Value: Equatable, Sendable {
    case count(Int)
    case ratio(Double)
  }

  /// In the order of the report.
  public let figures: [(name: String, value: Value)]
  /// Annotated documents without a record, by address.
  public let missing: [String]
  /// Missed and spurious events in words, by document.
  public let errors: [String]

  /// Reads annotations (one JSON object each, in the order they are to be reported in) and records
  /// (JSON Lines). A record belongs to the annotation whose `document.uri` has the same last path
  /// component; of several the last counts. Throws where either is not JSON.
  public init(gold: [Data], records: Data) throws {
    let decoder = JSONDecoder()
    var byName: [String: JSONValue] = [:]
    for line in records.split(separator: 0x0A) where line.contains(where: { $0 > 0x20 }) {
      let record = try decoder.decode(JSONValue.self, from: Data(line))
      byName[Evaluation.lastComponent(record["document"]["uri"].string ?? "")] = record
    }
    var tally = Tally()
    var missing: [String] = []
    var errors: [String] = []
    for data in gold {
      let annotation = try decoder.decode(JSONValue.self, from: data)
      let address = annotation["document"]["uri"].string ?? ""
      let record = byName[Evaluation.lastComponent(address)]
      if record == nil { missing.append(address) }
      if annotation["events"].list.isEmpty {
        tally["noise_docs"] += 1
        tally["noise"] += record?["events"].list.count ?? 0
      }
      let scorer = DocumentScorer(gold: annotation, record: record ?? .null)
      errors += scorer.score(into: &tally)
    }
    self.missing = missing
    self.errors = errors
    figures = Evaluation.figures(tally, documents: gold.count, missing: missing.count)
  }

  /// The value of a ratio by its name.
  public func ratio(_ name: String) -> Double? {
    for figure in figures where figure.name == name {
      if case .ratio(let value) = figure.value { return value }
    }
    return nil
  }

  private static func figures(
    _ tally: Tally, documents: Int, missing: Int
  ) -> [(name: String, value: Value)] {
    let precision = tally.ratio("event", "got")
    let recall = tally.ratio("event_core", "core")
    let sum = precision + recall
    var list: [(name: String, value: Value)] = [
      ("documents", .count(documents)), ("missing", .count(missing)),
      ("score", .ratio(2 * precision * recall / (sum == 0 ? 1 : sum))),
    ]
    list += ratios(tally).map { ($0.0, .ratio($0.1)) }
    list += [
      ("gold_events", .count(tally["gold"])), ("gold_core", .count(tally["core"])),
      ("got_events", .count(tally["got"])),
      ("evidence_length", .ratio(tally.ratio("ev_len", "ev_n"))),
      ("gold_statements", .count(tally["st_gold"])), ("gold_figures", .count(tally["fig_gold"])),
    ]
    return list
  }

  private static func ratios(_ tally: Tally) -> [(String, Double)] {
    [
      ("event_f1", tally.f1("event", "gold", "got")),
      ("event_precision", tally.ratio("event", "got")),
      ("event_recall", tally.ratio("event", "gold")),
      ("event_recall_core", tally.ratio("event_core", "core")),
      ("typed_f1", tally.f1("typed", "gold", "got")),
      ("found_f1", tally.f1("found", "gold", "got")),
      ("found_recall_core", tally.ratio("found_core", "core")),
      ("whole_core", tally.ratio("whole", "core")),
      ("status_macro_f1", tally.statusMacroF1),
      ("status_acc", tally.ratio("status", "event")),
      ("when_acc", tally.ratio("dated", "dated_n")),
      ("where_acc", tally.ratio("where", "where_n")),
      ("mode_acc", tally.ratio("mode", "event")),
      ("voice_acc", tally.ratio("voice", "event")),
      ("name_acc", tally.ratio("name", "name_n")),
      ("quote_f1", tally.f1("st_quote", "st_gold", "st_got")),
      ("statement_f1", tally.f1("st_speaker", "st_gold", "st_got")),
      ("figure_f1", tally.f1("fig", "fig_gold", "fig_got")),
      ("figure_measure_acc", tally.ratio("fig_measure", "fig")),
      ("figure_flow_acc", tally.ratio("fig_flow", "fig")),
      ("figure_period_acc", tally.ratio("fig_period", "fig")),
      ("claim_f1", tally.f1("cl", "cl_gold", "cl_got")),
      ("title_acc", tally.ratio("title", "title_n")),
      ("published_acc", tally.ratio("pub", "pub_n")),
      ("body_f1", tally.f1("body_tp", "body_g", "body_s")),
      ("noise_events_per_document", tally.ratio("noise", "noise_docs")),
    ]
  }

  /// The last component of a path or address, a slash at the end apart.
  private static func lastComponent(_ path: String) -> String {
    path.split(separator: "/").last { $0 != "." }.map(String.init) ?? ""
  }
}

// MARK: - Rendering

extension Evaluation {
  /// One figure a line, ratios with three decimals.
  public var text: String {
    var lines = figures.map { figure in
      let name = figure.name + String(repeating: " ", count: max(0, 28 - figure.name.count))
      switch figure.value {
      case .count(let count): return "\(name) \(count)"
      case .ratio(let ratio): return "\(name) \(String(format: "%.3f", ratio))"
      }
    }
    if !missing.isEmpty { lines.append("no record for: " + missing.joined(separator: " ")) }
    return lines.joined(separator: "\n") + "\n"
  }

  /// One JSON object on one line, keys in the order of the report.
  public var json: String {
    let members = figures.map { figure in
      switch figure.value {
      case .count(let count): "\"\(figure.name)\": \(count)"
      case .ratio(let ratio): "\"\(figure.name)\": \(ratio)"
      }
    }
    return "{" + members.joined(separator: ", ") + "}\n"
  }
}
