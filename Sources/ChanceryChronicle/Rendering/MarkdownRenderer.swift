import ChanceryRecord

/// A list by year, each entry with its reports and their words beneath.
public struct MarkdownRenderer: Sendable {
  public init() {}

  public func text(of entries: [Entry]) -> String {
    var lines = ["# Chronicle", ""]
    var year: String?
    for entry in entries {
      let own = entry.when.map { String($0.start.prefix(4)) } ?? "Without date"
      if own != year {
        lines += year == nil ? ["## \(own)", ""] : ["", "## \(own)", ""]
        year = own
      }
      lines += self.lines(of: entry)
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func lines(of entry: Entry) -> [String] {
    var facts = [
      EntryText.kind(entry), EntryText.parties(entry), EntryText.place(entry.where),
      entry.status.rawValue, "score \(EntryText.score(entry.score))",
      EntryText.count(entry.independentSources, "source", "sources"),
    ].filter { !$0.isEmpty }.map(escape)
    if let when = entry.when { facts.insert("**\(EntryText.period(when))**", at: 0) }
    var lines = ["- " + facts.joined(separator: " · ")]
    for report in entry.reports {
      let head = [
        report.published ?? "", report.outlet ?? "", report.document, report.status.rawValue,
      ]
      .filter { !$0.isEmpty }.map(escape).joined(separator: ", ")
      lines.append("  - \(head): “\(escape(EntryText.line(report.evidence)))”")
    }
    for figure in entry.figures { lines.append("  - Figure: \(escape(EntryText.figure(figure)))") }
    for claim in entry.claims { lines.append("  - Claim: \(escape(EntryText.claim(claim)))") }
    for conflict in entry.conflicts {
      let sides = escape(EntryText.sides(conflict.values))
      lines.append("  - **Conflict, \(conflict.field.rawValue)**: \(sides)")
    }
    return lines
  }

  /// Keeps the text from being read as markup or as HTML.
  private func escape(_ text: String) -> String {
    var escaped = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "<": escaped.append(contentsOf: "&lt;".unicodeScalars)
      case "&": escaped.append(contentsOf: "&amp;".unicodeScalars)
      case "\\", "`", "*", "_", "[", "]", "|", "#":
        escaped.append("\\")
        escaped.append(scalar)
      default: escaped.append(scalar)
      }
    }
    return String(escaped)
  }
}
