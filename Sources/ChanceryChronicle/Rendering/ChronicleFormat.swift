/// The forms in which a chronicle is written.
public enum ChronicleFormat: String, CaseIterable, Sendable {
  case table, jsonl, csv, markdown

  /// The whole text, with a line end after the last line; empty for no entries in `table` and
  /// `jsonl`.
  public func text(of entries: [Entry], width: Int = 100) -> String {
    switch self {
    case .table: TableRenderer(width: width).text(of: entries)
    case .jsonl: JSONLinesRenderer().text(of: entries)
    case .csv: CSVRenderer().text(of: entries)
    case .markdown: MarkdownRenderer().text(of: entries)
    }
  }
}
