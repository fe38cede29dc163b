import ChanceryRecord

/// One row an entry, with a header; several values in one field are parted by "; ".
///
/// Source: RFC 4180 (CRLF line ends, quotation marks doubled).
public struct CSVRenderer: Sendable {
  public init() {}

  public static let header = [
    "id", "start", "end", "type", "mode", "contexts", "actors", "actor_states", "recipients",
    "recipient_states", "status", "place", "country", "latitude", "longitude", "score",
    "independent_sources", "reports", "conflicts", "claims", "figures", "documents", "evidence",
  ]

  public func text(of entries: [Entry]) -> String {
    ([CSVRenderer.header] + entries.map(row)).map { row in
      row.map(field).joined(separator: ",") + "\r\n"
    }.joined()
  }

  private func row(_ entry: Entry) -> [String] {
    func list(_ values: [String]) -> String { values.joined(separator: "; ") }
    func states(_ parties: [EntryParty]) -> String {
      var seen = Set<String>()
      return list(parties.compactMap(\.state).filter { seen.insert($0).inserted })
    }
    return [
      entry.id, entry.when?.start ?? "", entry.when?.end ?? "", entry.type.rawValue,
      entry.mode ?? "", list(entry.contexts), list(entry.actors.map(\.name)),
      states(entry.actors), list(entry.recipients.map(\.name)), states(entry.recipients),
      entry.status.rawValue, entry.where?.name ?? "", entry.where?.country ?? "",
      entry.where?.latitude.map { "\($0)" } ?? "", entry.where?.longitude.map { "\($0)" } ?? "",
      EntryText.score(entry.score), "\(entry.independentSources)", "\(entry.reports.count)",
      list(entry.conflicts.map { "\($0.field.rawValue): \(EntryText.sides($0.values))" }),
      list(entry.claims.map(EntryText.claim)), list(entry.figures.map(EntryText.figure)),
      list(entry.reports.map(\.document)),
      entry.reports.map { EntryText.line($0.evidence) }.joined(separator: " | "),
    ]
  }

  private func field(_ text: String) -> String {
    let special = text.utf8.contains { $0 == 0x22 || $0 == 0x2C || $0 == 0x0A || $0 == 0x0D }
    guard special else { return text }
    var quoted = "\""
    for scalar in text.unicodeScalars {
      if scalar == "\"" { quoted.unicodeScalars.append(scalar) }
      quoted.unicodeScalars.append(scalar)
    }
    return quoted + "\""
  }
}
