import ChanceryRecord
import ChanceryText

/// Reads article exports: one JSON object an article.
///
/// The field names of this program (`id`, `url`, `outlet`, `published`, `title`, `text`) and of news-please,
/// trafilatura, newspaper4k, schema.org and NewsAPI are known; the first one present in each list below counts.
/// `""`, `"None"` and `"null"` mean that a value is missing.
public struct ArticleObjectReader: Sendable {
  private let articles: ArticleReader

  static let text = [
    "text", "maintext", "articleBody", "content", "body", "full_text", "fulltext", "cleaned_text",
    "raw_text",
  ]
  static let title = ["title", "headline"]
  static let date = [
    "published", "date_publish", "publish_date", "published_at", "publishedAt", "date_published",
    "datePublished", "publication_date", "published_date", "pub_date", "pubDate", "date",
    "timestamp",
  ]
  static let url = ["url", "link", "canonical_url", "source"]
  static let outlet = [
    "outlet", "publisher", "source-hostname", "sitename", "site_name", "source_name", "media_name",
    "publication", "newspaper", "source", "source_domain", "hostname", "domain", "source_url",
  ]
  static let byline = ["byline", "author", "authors", "creator"]
  static let id = ["id", "doc_id", "docid", "guid", "_id", "uid", "uuid"]
  static let language = ["language", "lang"]

  public init(debris: DebrisTable) { articles = ArticleReader(debris: debris) }

  /// Reads one line or object; `input` (`path:line`) names it in a failure and stands in for a missing address.
  public func item(line bytes: [UInt8], input: String, published: DateInterval? = nil) -> SourceItem
  {
    func failure(_ reason: String) -> SourceItem {
      .failure(SourceFailure(input: input, reason: reason))
    }
    guard String(validating: bytes, as: UTF8.self) != nil else { return failure("not UTF-8") }
    guard let value = JSONValue.read(bytes) else {
      return failure("not JSON")
    }
    return item(value, input: input, published: published)
  }

  func item(_ value: JSONValue, input: String, published: DateInterval?) -> SourceItem {
    guard case .object(let fields) = value else {
      return .failure(SourceFailure(input: input, reason: "\(value.kind), not an object"))
    }
    do throws(FieldError) {
      var metadata = try ArticleObjectReader.metadata(fields)
      if let published { metadata.published = published }
      let (name, text) = try ArticleObjectReader.required(fields, ArticleObjectReader.text)
      let content = TextDecoding.unixLines(Array(text.utf8)[...])
      guard content.contains(where: { $0 > 0x20 }) else {
        throw FieldError(reason: "'\(name)' is blank")
      }
      guard !content.contains(0) else { throw FieldError(reason: "'\(name)' holds NUL characters") }
      return .document(
        articles.document(
          text: String(decoding: content, as: UTF8.self), uri: metadata.url ?? input,
          metadata: metadata))
    } catch {
      return .failure(SourceFailure(input: input, reason: error.reason))
    }
  }

  /// What an object tells of an article beside its text.
  static func metadata(_ fields: [String: JSONValue]) throws(FieldError) -> SourceMetadata {
    var metadata = SourceMetadata()
    metadata.id = try string(fields, id)
    metadata.title = try string(fields, title)
    metadata.byline = try string(fields, byline)
    metadata.language = try string(fields, language)
    // trafilatura calls the address "source", NewsAPI the outlet.
    metadata.url = url.lazy.compactMap { plain(fields[$0]) }.first { isAddress($0) }
    metadata.outlet = outlet.lazy.compactMap { plain(fields[$0]) }.first { !isAddress($0) }
    if let (value, written) = dateValue(fields) {
      metadata.published = value
      if value == nil { metadata.unreadDate = written }
    }
    return metadata
  }

  // MARK: Fields

  struct FieldError: Error, Equatable {
    var reason: String
  }

  private static func isMissing(_ value: JSONValue?) -> Bool {
    switch value {
    case nil, .null: true
    case .string(let text): ["", "None", "null", "none", "NaN", "nan"].contains(text)
    default: false
    }
  }

  private static func isAddress(_ text: String) -> Bool {
    text.hasPrefix("http://") || text.hasPrefix("https://")
  }

  private static func required(
    _ fields: [String: JSONValue], _ names: [String]
  ) throws(FieldError) -> (name: String, text: String) {
    guard let name = names.first(where: { !isMissing(fields[$0]) }) else {
      if let blank = names.first(where: { fields[$0] != nil }) {
        throw FieldError(reason: "'\(blank)' is empty")
      }
      throw FieldError(reason: "no text: none of \(names.joined(separator: ", "))")
    }
    guard let value = fields[name], case .string(let text) = value else {
      throw FieldError(reason: "'\(name)' is \(fields[name]?.kind ?? "null"), not a string")
    }
    return (name, text)
  }

  /// The first value present: a string, a whole number, a list of strings, or an object with a name.
  private static func string(
    _ fields: [String: JSONValue], _ names: [String]
  ) throws(FieldError) -> String? {
    guard let name = names.first(where: { !isMissing(fields[$0]) }), let value = fields[name] else {
      return nil
    }
    if let text = plain(value) { return text }
    if case .array(let list) = value, list.allSatisfy({ plain($0) != nil }) { return nil }
    throw FieldError(reason: "'\(name)' is \(value.kind), not a string")
  }

  private static func plain(_ value: JSONValue?) -> String? {
    guard let value, !isMissing(value) else { return nil }
    switch value {
    case .string(let text):
      let bytes = Array(text.utf8)
      let span = Lines.trim(ByteSpan(0, bytes.count), bytes)
      return span.isEmpty ? nil : String(decoding: bytes[span.start..<span.end], as: UTF8.self)
    case .number(let number):
      return number.rounded() == number && abs(number) < 1e15 ? String(Int(number)) : String(number)
    case .array(let list):
      let texts = list.compactMap { plain($0) }
      return texts.isEmpty || texts.count < list.count ? nil : texts.joined(separator: "; ")
    case .object(let object):
      return plain(object["name"])
    default: return nil
    }
  }

  /// The date of the first date field present; nil with the words where it cannot be read.
  private static func dateValue(
    _ fields: [String: JSONValue]
  ) -> (DateInterval?, written: String)? {
    guard let name = date.first(where: { !isMissing(fields[$0]) }), let value = fields[name] else {
      return nil
    }
    if case .object(let object) = value {
      guard let start = plain(object["start"]) else { return nil }
      let first = GivenDate.read(start)
      let last = plain(object["end"]).flatMap(GivenDate.read) ?? first
      guard let first, let last else { return (nil, start) }
      return (DateInterval(first.start, last.end), start)
    }
    guard let text = plain(value) else { return (nil, value.kind) }
    if case .number(let number) = value { return (GivenDate.read(seconds: number), text) }
    return (GivenDate.read(text), text)
  }
}
