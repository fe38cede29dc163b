import ChanceryCodebook

/// Where the place of a happening is looked for, by type, mode and frame (`event-places.tsv`).
struct EventPlaceTable: Sendable {
  /// A way to find the place; `Data/Codebook/event-places.tsv` tells what each means.
  enum Source: String, Sendable, CaseIterable {
    case near, text, from, to, host, reception, target, own, soil, recipient, domestic
    case occasion, talks, dateline
  }

  private let rows: [String: [Source]]

  /// - Throws: `CodebookError` with file and line where a source is unknown.
  init(_ tables: CodebookTables) throws(CodebookError) {
    let file = "event-places.tsv"
    var rows: [String: [Source]] = [:]
    for row in try Table(tables.bytes(file), file: file, columns: 2).rows {
      var sources: [Source] = []
      for word in row.cells[1].split(separator: " ") where word != "-" {
        guard let source = Source(rawValue: String(word)) else {
          let names = Source.allCases.map(\.rawValue)
          throw CodebookError(
            row.origin,
            .unknownValue(key: "sources", value: String(word), near: nil, allowed: names))
        }
        sources.append(source)
      }
      rows[row.cells[0]] = sources
    }
    self.rows = rows
  }

  /// The row of the frame, else of the type and mode, else of the type.
  func sources(of frame: Frame) -> [Source] {
    rows[frame.name] ?? frame.mode.flatMap { rows["\(frame.type)/\($0)"] } ?? rows[frame.type] ?? []
  }
}
