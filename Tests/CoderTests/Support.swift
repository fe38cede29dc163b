import ChanceryCodebook
import ChanceryCoder
import ChanceryData
import ChanceryFacts
import ChanceryLanguage
import ChanceryRecord
import ChanceryText

/// The shipped coder, made once for all tests; immutable.
let shippedCoder = makeCoder(scope: .interstate)

/// The same for every happening of the sixteen types.
let broadCoder = makeCoder(scope: .all)

private func makeCoder(scope: Scope) -> Coder {
  func files(_ folder: String) -> [(path: String, bytes: [UInt8])] {
    let list = UnsafeBufferPointer(
      start: chancery_resource_list(), count: chancery_resource_count)
    return list.compactMap { resource in
      let path = String(cString: resource.path)
      guard path.hasPrefix(folder) else { return nil }
      let bytes = UnsafeBufferPointer(start: resource.bytes, count: resource.byte_count)
      return (String(path.dropFirst(folder.count)), Array(bytes))
    }
  }
  do {
    let codebook = files("Codebook/")
    return try Coder(
      language: LanguageReader(model: LanguageModel(bytes: files("Model/english.model")[0].bytes)),
      facts: FactBase(tables: files("Facts/")), codebook: Codebook(files: codebook),
      tables: CodebookTables(files: codebook), scope: scope)
  } catch {
    fatalError("the shipped data cannot be used: \(error)")
  }
}

/// A text of one's own as the coder is given it.
func input(_ text: String, published: String? = nil) -> CoderInput {
  let source = SourceText(text)
  let document = DocumentPart(
    id: "test",
    published: published.flatMap { DateInterval(iso: $0) }.map { Published($0, basis: .given) },
    text: text, body: [Span(0, source.codePointCount)])
  return CoderInput(document: document, text: source, body: [ByteSpan(0, source.byteCount)])
}

/// The record of a text of one's own.
func record(_ text: String, published: String? = nil, coder: Coder = shippedCoder) -> Record {
  coder.code(input(text, published: published))
}

/// "CONSULT/visit RUS > PAK planned": an event in one line.
func summary(_ event: Event, of record: Record) -> String {
  func parties(_ ids: [String]) -> String {
    Set(ids.compactMap { record.actor($0) }.map { $0.state ?? $0.name }).sorted()
      .joined(separator: ",")
  }
  let mode = event.mode.map { "/\($0)" } ?? ""
  return "\(event.type.rawValue)\(mode) \(parties(event.actors)) > \(parties(event.recipients)) "
    + event.status.rawValue
}

/// All events of a text, in one line each.
func summaries(_ text: String, published: String? = nil, coder: Coder = shippedCoder) -> [String] {
  let record = record(text, published: published, coder: coder)
  return record.events.map { summary($0, of: record) }
}
