import ChanceryCodebook
import ChanceryText

/// Visits of leaders and ministers with the days that everybody can look up (`visits.tsv`).
struct VisitTable: Sendable {
  struct Row: Sendable {
    /// Folded names of the visitor.
    var names: [String]
    /// ISO 3166-1 alpha-3 of the visitor's state and of the host.
    var state: String
    var host: String
    var interval: DateInterval
  }

  private var rows: [String: [Row]] = [:]

  init(_ bytes: [UInt8]) throws(CodebookError) {
    guard !bytes.isEmpty else { return }
    for row in try Table(bytes, file: "visits.tsv", columns: 6).rows {
      guard let start = CivilDate(iso: row.cells[3]), let end = CivilDate(iso: row.cells[4]),
        start <= end
      else {
        throw CodebookError(
          row.origin,
          .unknownValue(key: "start", value: row.cells[3], near: nil, allowed: ["YYYY-MM-DD"]))
      }
      let names = row.cells[0].split(separator: "|").map { fold(String($0)) }
      rows[row.cells[1], default: []].append(
        Row(
          names: names, state: row.cells[1], host: row.cells[2],
          interval: DateInterval(start, end)))
    }
  }

  /// The visits of a person; a single word is the last of the name.
  func visits(by name: String, of state: String) -> [Row] {
    let folded = fold(name)
    let isShort = !folded.contains(" ")
    return (rows[state] ?? []).filter { row in
      row.names.contains { $0 == folded || isShort && $0.hasSuffix(" " + folded) }
    }
  }
}
