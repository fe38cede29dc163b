/// The figures between two sides in words, with their sums.
public struct FigureRenderer: Sendable {
  public init() {}

  /// Only series with a sum or a contradiction to tell, unless `all`.
  public func text(of series: [FigureSeries], all: Bool = false) -> String {
    var lines: [String] = []
    for one in series where all || !one.checks.isEmpty || !one.contradictions.isEmpty {
      let period = one.period.map { " \(EntryText.period($0))" } ?? ""
      lines.append("\(one.dyad.joined(separator: "-"))\(period) \(one.unit)")
      if all { lines += one.figures.map { "  \(EntryText.figure($0))" } }
      lines += one.checks.map { "  \($0.text) (\($0.documents.joined(separator: ", ")))" }
      lines += one.contradictions.map { contradiction in
        "  ! \(contradiction.measure) \(contradiction.from)→\(contradiction.to): "
          + EntryText.sides(contradiction.values)
      }
    }
    return lines.isEmpty ? "" : lines.joined(separator: "\n") + "\n"
  }
}
