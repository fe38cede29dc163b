import ChanceryRecord

/// What `index.jsonl` beside texts says of them: one JSON object a line, `id` being a file's name without ending.
struct MetadataIndex {
  static let fileName = "index.jsonl"

  private(set) var entries: [String: SourceMetadata] = [:]
  private(set) var failures: [SourceFailure] = []

  init() {}

  /// Reads an index line by line; a line that cannot be used is a failure, the others count.
  init(path: String, lineLimit: Int) {
    guard let file = try? FileBytes(path: path) else { return }
    var number = 0
    while let line = file.line(limit: lineLimit) {
      number += 1
      let input = "\(path):\(number)"
      guard case .bytes(let bytes) = line else {
        failures.append(SourceFailure(input: input, reason: "the line is too long"))
        continue
      }
      if !bytes.contains(where: { $0 > 0x20 }) { continue }
      guard case .object(let fields) = JSONValue.read(bytes) else {
        failures.append(SourceFailure(input: input, reason: "not a JSON object"))
        continue
      }
      do {
        let metadata = try ArticleObjectReader.metadata(fields)
        guard let id = metadata.id else {
          failures.append(SourceFailure(input: input, reason: "no 'id'"))
          continue
        }
        entries[id] = metadata
      } catch {
        failures.append(SourceFailure(input: input, reason: error.reason))
      }
    }
  }

  /// The entry for a file name: by its name without ending, else by its whole name.
  func metadata(forFileNamed name: String) -> SourceMetadata? {
    let stem = name.lastIndex(of: ".").map { String(name[..<$0]) } ?? name
    return entries[stem] ?? entries[name]
  }
}
