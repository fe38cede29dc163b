import ChanceryRecord
import Foundation

/// Records read from JSON Lines; a bad line is named and the rest goes on.
public struct RecordLines: Sendable {
  public struct Failure: Equatable, Sendable {
    /// Counted from 1.
    public var line: Int
    public var reason: String
  }

  public private(set) var records: [Record] = []
  public private(set) var failures: [Failure] = []

  /// Reads UTF-8 bytes; empty lines are passed over. Cost: one pass, the text held once.
  public init(_ data: Data) {
    let decoder = JSONDecoder()
    for (index, line) in data.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated()
    {
      guard line.contains(where: { $0 > 0x20 }) else { continue }
      do {
        records.append(try decoder.decode(Record.self, from: Data(line)))
      } catch {
        failures.append(Failure(line: index + 1, reason: RecordLines.reason(error)))
      }
    }
  }

  private static func reason(_ error: any Error) -> String {
    func path(_ context: DecodingError.Context) -> String {
      let keys = context.codingPath.map { $0.intValue.map { "[\($0)]" } ?? $0.stringValue }
      return keys.isEmpty ? "" : " in \(keys.joined(separator: "."))"
    }
    switch error as? DecodingError {
    case .keyNotFound(let key, let context): return "no key '\(key.stringValue)'\(path(context))"
    case .typeMismatch(_, let context), .valueNotFound(_, let context):
      return "\(context.debugDescription)\(path(context))"
    case .dataCorrupted(let context):
      return path(context).isEmpty ? "not JSON" : "\(context.debugDescription)\(path(context))"
    default: return "not a record"
    }
  }
}
