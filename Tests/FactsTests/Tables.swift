import ChanceryFacts
import Foundation

/// The tables of Data/Facts as they lie in the checkout.
enum Tables {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Data/Facts")

  static func all() throws -> [(path: String, bytes: [UInt8])] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .filter { $0.hasSuffix(".tsv") }.sorted()
      .map { ($0, [UInt8](try Data(contentsOf: folder.appending(path: $0)))) }
  }

  /// Read once for all tests; a broken table fails the first test that asks.
  static let base: Result<FactBase, any Error> = Result { try FactBase(tables: try all()) }
}
