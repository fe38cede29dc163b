import Foundation

/// One JSON object an entry and line, keys in alphabetical order.
public struct JSONLinesRenderer: Sendable {
  public init() {}

  public func text(of entries: [Entry]) -> String { lines(entries) }

  public func text(of series: [FigureSeries]) -> String { lines(series) }

  private func lines(_ values: [some Encodable]) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    var text = ""
    for value in values {
      // Entries hold strings, finite numbers and lists of them: encoding cannot fail.
      guard let data = try? encoder.encode(value) else { continue }
      text += String(decoding: data, as: UTF8.self) + "\n"
    }
    return text
  }
}
