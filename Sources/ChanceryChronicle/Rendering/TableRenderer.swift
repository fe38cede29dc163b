import ChanceryRecord

/// Columns for a plain terminal (`SRC` counts independent sources, `!` marks conflicts); wide text is wrapped within its column, and the sources stand
/// beneath each entry with the words quoted.
public struct TableRenderer: Sendable {
  private let width: Int

  /// Width in characters; less than 80 counts as 80.
  public init(width: Int = 100) { self.width = max(80, width) }

  private static let heads = [
    "DATE", "TYPE", "PARTIES", "PLACE", "STATUS", "SCORE", "SRC",
  ]

  public func text(of entries: [Entry]) -> String {
    guard !entries.isEmpty else { return "" }
    let rows = entries.map(cells)
    let widths = columnWidths(rows + [TableRenderer.heads])
    var lines = layOut(TableRenderer.heads, widths)
    for (entry, row) in zip(entries, rows) {
      lines += layOut(row, widths)
      lines += details(entry)
    }
    while lines.last?.isEmpty == true { lines.removeLast() }
    return lines.joined(separator: "\n") + "\n"
  }

  private func cells(_ entry: Entry) -> [String] {
    let when = entry.when.map { $0.start == $0.end ? $0.start : "\($0.start).. \($0.end)" }
    return [
      when ?? "-", EntryText.kind(entry), EntryText.line(EntryText.parties(entry)),
      entry.where.map { EntryText.line(EntryText.place($0)) } ?? "-", entry.status.rawValue,
      EntryText.score(entry.score),
      entry.conflicts.isEmpty ? "\(entry.independentSources)" : "\(entry.independentSources) !",
    ]
  }

  /// The date, type, status and score keep their longest word; parties and place share the rest.
  private func columnWidths(_ rows: [[String]]) -> [Int] {
    func longestWord(_ column: Int) -> Int {
      rows.map { row in row[column].split(separator: " ").map(\.count).max() ?? 0 }.max() ?? 0
    }
    func longestCell(_ column: Int) -> Int { rows.map { $0[column].count }.max() ?? 0 }
    var widths = TableRenderer.heads.indices.map(longestWord)
    widths[1] = longestCell(1)
    widths[6] = longestCell(6)
    let gaps = 2 * (widths.count - 1)
    let fixed = widths.reduce(0, +) - widths[2] - widths[3]
    let rest = max(24, width - fixed - gaps)
    widths[3] = min(longestCell(3), max(8, rest / 3))
    widths[2] = min(longestCell(2), max(12, rest - widths[3]))
    return widths
  }

  private func layOut(_ cells: [String], _ widths: [Int]) -> [String] {
    let wrapped = zip(cells, widths).map { wrap($0, $1) }
    let height = wrapped.map(\.count).max() ?? 0
    return (0..<height).map { line in
      var text = ""
      for (column, lines) in wrapped.enumerated() {
        let piece = line < lines.count ? lines[line] : ""
        text += piece + String(repeating: " ", count: max(0, widths[column] - piece.count) + 2)
      }
      while text.last == " " { text.removeLast() }
      return text
    }
  }

  private func details(_ entry: Entry) -> [String] {
    var lines: [String] = []
    for report in entry.reports {
      let head = [
        report.published ?? "undated", report.status.rawValue, report.outlet ?? "", report.document,
      ]
      .filter { !$0.isEmpty }.joined(separator: " ")
      lines += indent(EntryText.line(head), by: 4)
      lines += indent("\"\(EntryText.line(report.evidence))\"", by: 6)
    }
    for figure in entry.figures { lines += indent("figure: \(EntryText.figure(figure))", by: 4) }
    for claim in entry.claims { lines += indent("claim: \(EntryText.claim(claim))", by: 4) }
    for conflict in entry.conflicts {
      let sides = EntryText.line(EntryText.sides(conflict.values))
      lines += indent("! \(conflict.field.rawValue): \(sides)", by: 4)
    }
    return lines + [""]
  }

  private func indent(_ text: String, by depth: Int) -> [String] {
    let margin = String(repeating: " ", count: depth)
    return wrap(text, width - depth).map { margin + $0 }
  }

  /// Breaks at spaces; a word longer than the width is cut.
  private func wrap(_ text: String, _ width: Int) -> [String] {
    var lines: [String] = []
    var current = ""
    for word in text.split(separator: " ") {
      var word = Substring(word)
      if !current.isEmpty, current.count + 1 + word.count <= width {
        current += " " + word
        continue
      }
      if !current.isEmpty { lines.append(current) }
      while word.count > width {
        lines.append(String(word.prefix(width)))
        word = word.dropFirst(width)
      }
      current = String(word)
    }
    if !current.isEmpty || lines.isEmpty { lines.append(current) }
    return lines
  }
}
