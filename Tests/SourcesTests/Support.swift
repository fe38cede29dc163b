import ChanceryRecord
import ChanceryText
import Foundation

@testable import ChancerySources

/// The repository's own table of page furniture.
let debris: DebrisTable = {
  let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
  let path = root.appendingPathComponent("Data/Codebook/debris.tsv")
  guard let data = try? Data(contentsOf: path), let table = try? DebrisTable([UInt8](data)) else {
    preconditionFailure("Data/Codebook/debris.tsv cannot be read")
  }
  return table
}()

/// Reads a text whose story stands between `[[` and `]]`; gives the document and the marked spans.
func read(
  marked: String, metadata: SourceMetadata = SourceMetadata()
) -> (document: SourceDocument, expected: [String]) {
  var text = ""
  var expected: [String] = []
  var rest = Substring(marked)
  while let open = rest.firstRange(of: "[[") {
    text += rest[..<open.lowerBound]
    rest = rest[open.upperBound...]
    guard let close = rest.firstRange(of: "]]") else { break }
    expected.append(String(rest[..<close.lowerBound]))
    text += rest[..<close.lowerBound]
    rest = rest[close.upperBound...]
  }
  text += rest
  let reader = ArticleReader(debris: debris)
  return (reader.document(text: text, uri: "test.txt", metadata: metadata), expected)
}

func body(_ document: SourceDocument) -> [String] { document.body.map { document.text[$0] } }

extension SourceItem {
  var document: SourceDocument? { if case .document(let document) = self { document } else { nil } }
  var failure: SourceFailure? { if case .failure(let failure) = self { failure } else { nil } }
}

/// A folder that is removed when the value goes.
final class TemporaryFolder {
  let path: String

  init() throws {
    let url = FileManager.default.temporaryDirectory
      .appendingPathComponent("sources-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    path = url.path
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  @discardableResult
  func write(_ name: String, _ content: String) throws -> String {
    try write(name, Array(content.utf8))
  }

  @discardableResult
  func write(_ name: String, _ content: [UInt8]) throws -> String {
    let file = URL(fileURLWithPath: path).appendingPathComponent(name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(content).write(to: file)
    return file.path
  }

  func items(_ names: [String] = [""], _ options: SourceOptions? = nil) -> [SourceItem] {
    let paths = names.map { $0.isEmpty ? path : path + "/" + $0 }
    return Array(
      SourceSequence(paths: paths, options: options ?? SourceOptions(debris: debris)))
  }

  /// `uri` of a document or `input: reason` of a failure, without the folder.
  func summary(_ items: [SourceItem]) -> [String] {
    items.map { item in
      let name =
        switch item {
        case .document(let document): document.uri
        case .failure(let failure): failure.description
        }
      return name.replacingOccurrences(of: path + "/", with: "")
        .replacingOccurrences(of: path, with: ".")
    }
  }
}

/// A small generator with a seed (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
