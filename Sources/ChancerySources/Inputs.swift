import ChanceryRecord
import ChanceryText

/// What kind of input to expect.
public enum InputKind: String, Sendable, CaseIterable {
  /// By the file's ending, else by its first bytes.
  case auto
  /// One article of plain text a file.
  case text
  /// One JSON object a line.
  case jsonl
}

/// How inputs are to be read.
public struct SourceOptions: Sendable {
  public var kind: InputKind
  /// Overrides every publication date.
  public var published: DateInterval?
  public var debris: DebrisTable
  /// A text file, or a JSON array, over so many bytes is refused.
  public var maximumFileBytes = 50_000_000
  /// A line of JSON Lines over so many bytes is refused.
  public var maximumLineBytes = 50_000_000

  public init(
    kind: InputKind = .auto, published: DateInterval? = nil, debris: DebrisTable = DebrisTable()
  ) {
    self.kind = kind
    self.published = published
    self.debris = debris
  }
}

/// The articles of files, directories and standard input (`-`), in the order of the inputs.
///
/// Nothing is read before it is asked for, and never more than one file, or one line of JSON Lines, is held.
/// In a directory the `.txt`, `.jsonl`, `.ndjson` and `.json` files are taken, in the byte order of their names,
/// then its folders likewise; `index.jsonl` is metadata for the texts beside it. Input that
/// cannot be read is a `SourceItem.failure` in its place, and the rest goes on.
public struct SourceSequence: Sequence {
  let paths: [String]
  let options: SourceOptions

  public init(paths: [String], options: SourceOptions) {
    self.paths = paths
    self.options = options
  }

  public func makeIterator() -> SourceIterator { SourceIterator(paths, options) }
}

/// Pulls articles one after the other. To be used from one task at a time.
public struct SourceIterator: IteratorProtocol {
  private enum Step {
    case path(String)
    /// A file found in a directory.
    case found(String)
    case item(SourceItem)
  }

  private let options: SourceOptions
  private let articles: ArticleReader
  private let objects: ArticleObjectReader
  /// The next step stands last.
  private var steps: [Step]
  private var lines: (file: FileBytes, name: String, number: Int)?
  private var index: (folder: String, content: MetadataIndex)?

  init(_ paths: [String], _ options: SourceOptions) {
    self.options = options
    articles = ArticleReader(debris: options.debris)
    objects = ArticleObjectReader(debris: options.debris)
    steps = paths.reversed().map { .path($0) }
  }

  public mutating func next() -> SourceItem? {
    while true {
      if let item = nextLine() { return item }
      guard let step = steps.popLast() else { return nil }
      switch step {
      case .item(let item): return item
      case .found(let path): if let item = openFile(path) { return item }
      case .path(let path): if let item = open(path) { return item }
      }
    }
  }

  // MARK: Paths

  private func failure(_ input: String, _ reason: String) -> SourceItem {
    .failure(SourceFailure(input: input, reason: reason))
  }

  private mutating func open(_ path: String) -> SourceItem? {
    if path == "-" { return openStandardInput() }
    do {
      switch try FileKind.of(path) {
      case .file, .other: return openFile(path)
      case .directory: return list(path)
      }
    } catch {
      return failure(path, error.reason)
    }
  }

  /// Puts a directory's articles on the steps.
  private mutating func list(_ path: String) -> SourceItem? {
    let paths: [String]
    do {
      paths = try SourceIterator.articles(in: path)
    } catch {
      return failure(path, error.reason)
    }
    guard !paths.isEmpty else { return failure(path, "a directory without articles") }
    steps.append(contentsOf: paths.reversed().map { .found($0) })
    return nil
  }

  private static func articles(in folder: String) throws(FileProblem) -> [String] {
    let prefix = folder.hasSuffix("/") ? folder : folder + "/"
    var (files, folders): ([String], [String]) = ([], [])
    for name in try FileKind.names(in: folder) {
      let path = prefix + name
      guard let kind = try? FileKind.of(path) else {
        if isArticle(name) { files.append(path) }
        continue
      }
      if kind == .directory {
        if !FileKind.isLink(path) { folders.append(path) }
      } else if isArticle(name), name != MetadataIndex.fileName {
        files.append(path)
      }
    }
    for inner in folders { files.append(contentsOf: (try? articles(in: inner)) ?? []) }
    return files
  }

  private static func isArticle(_ name: String) -> Bool {
    [".txt", ".jsonl", ".ndjson", ".json"].contains { name.hasSuffix($0) }
  }

  // MARK: Files

  private mutating func openFile(_ path: String) -> SourceItem? {
    if readIndex(beside: path) { return nil }
    let file: FileBytes
    do {
      file = try FileBytes(path: path)
    } catch {
      return failure(path, error.reason)
    }
    switch options.kind {
    case .jsonl: return stream(file, path)
    case .text: return text(file, path)
    case .auto:
      if path.hasSuffix(".jsonl") || path.hasSuffix(".ndjson") { return stream(file, path) }
      if path.hasSuffix(".json") { return json(file, path) }
      return text(file, path)
    }
  }

  private mutating func openStandardInput() -> SourceItem? {
    let file = FileBytes()
    let isObject = file.peek().first { $0 > 0x20 } == 0x7B
    if options.kind == .jsonl || (options.kind == .auto && isObject) { return stream(file, "-") }
    return text(file, "-")
  }

  private mutating func text(_ file: FileBytes, _ path: String) -> SourceItem? {
    guard let bytes = file.all(limit: options.maximumFileBytes) else {
      return failure(path, "larger than \(options.maximumFileBytes / 1_000_000) MB")
    }
    if let problem = file.problem { return failure(path, problem) }
    var metadata = SourceMetadata()
    if path != "-" {
      let (folder, name) = SourceIterator.split(path)
      if index?.folder == folder, let known = index?.content.metadata(forFileNamed: name) {
        metadata = known
      }
    }
    if let published = options.published { metadata.published = published }
    return articles.document(file: bytes, uri: path, metadata: metadata)
  }

  private static func split(_ path: String) -> (folder: String, name: String) {
    guard let cut = path.lastIndex(of: "/") else { return ("", path) }
    return (String(path[...cut]), String(path[path.index(after: cut)...]))
  }

  /// Reads the index beside a text, once for a folder. True when it had failures: they come first, then the text.
  private mutating func readIndex(beside path: String) -> Bool {
    let folder = SourceIterator.split(path).folder
    guard index?.folder != folder else { return false }
    let content = MetadataIndex(
      path: folder + MetadataIndex.fileName, lineLimit: options.maximumLineBytes)
    index = (folder, content)
    guard !content.failures.isEmpty else { return false }
    steps.append(.found(path))
    steps.append(contentsOf: content.failures.reversed().map { .item(.failure($0)) })
    return true
  }

  /// A JSON array of articles, one article, or JSON Lines in spite of the ending.
  private mutating func json(_ file: FileBytes, _ path: String) -> SourceItem? {
    guard let bytes = file.all(limit: options.maximumFileBytes) else {
      return failure(path, "larger than \(options.maximumFileBytes / 1_000_000) MB")
    }
    if let problem = file.problem { return failure(path, problem) }
    if !bytes.contains(where: { $0 > 0x20 }) { return failure(path, "the file is empty") }
    guard let value = JSONValue.read(bytes) else {
      guard let again = try? FileBytes(path: path) else { return failure(path, "not JSON") }
      return stream(again, path)
    }
    guard case .array(let list) = value else {
      return objects.item(value, input: path, published: options.published)
    }
    if list.isEmpty { return failure(path, "an empty array") }
    let items = list.enumerated().map { number, value in
      objects.item(value, input: "\(path):\(number + 1)", published: options.published)
    }
    steps.append(contentsOf: items.reversed().map { .item($0) })
    return nil
  }

  // MARK: Lines

  private mutating func stream(_ file: FileBytes, _ path: String) -> SourceItem? {
    if file.peek().isEmpty {
      return failure(path, file.problem ?? "the file is empty")
    }
    lines = (file, path, 0)
    return nil
  }

  private mutating func nextLine() -> SourceItem? {
    while let current = lines {
      guard let line = current.file.line(limit: options.maximumLineBytes) else {
        lines = nil
        return current.file.problem.map { failure(current.name, $0) }
      }
      let number = current.number + 1
      lines?.number = number
      let input = "\(current.name):\(number)"
      switch line {
      case .tooLong:
        return failure(input, "the line is larger than \(options.maximumLineBytes / 1_000_000) MB")
      case .bytes(var bytes):
        if number == 1, bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
        if !bytes.contains(where: { $0 > 0x20 }) { continue }
        return objects.item(line: bytes, input: input, published: options.published)
      }
    }
    return nil
  }
}
