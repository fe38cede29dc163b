/// A tab-separated table with a header line; lines that begin with `#` and empty lines are comments.
public struct Table: Sendable {
  public var header: [String]
  public var rows: [Row]

  public struct Row: Sendable {
    public var cells: [String]
    public var origin: Origin

    /// The cell of a column, or nil when it is empty.
    public subscript(_ column: Int) -> String? {
      column < cells.count && !cells[column].isEmpty ? cells[column] : nil
    }
  }

  /// - Parameter columns: the columns that every row must have; more may follow.
  public init(_ bytes: [UInt8], file: String, columns: Int) throws(CodebookError) {
    header = []
    rows = []
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw CodebookError(Origin(file: file, line: 1), .notUTF8)
    }
    var line = 0
    for raw in text.split(separator: "\n", omittingEmptySubsequences: false) {
      line += 1
      if stripped(raw).isEmpty || raw.hasPrefix("#") { continue }
      let cells = raw.split(separator: "\t", omittingEmptySubsequences: false).map {
        String(stripped($0))
      }
      if header.isEmpty {
        header = cells
        continue
      }
      let origin = Origin(file: file, line: line)
      guard cells.count >= columns else {
        throw CodebookError(origin, .columns(found: cells.count, expected: columns))
      }
      rows.append(Row(cells: cells, origin: origin))
    }
  }
}
