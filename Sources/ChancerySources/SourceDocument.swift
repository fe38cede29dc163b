import ChanceryRecord
import ChanceryText

/// One article as a reader gives it: identity, source, date, the unaltered text, and what of it is the story.
public struct SourceDocument: Sendable, Equatable {
  /// The id that the source gives, else a hash of outlet, date, title and text.
  public var id: String
  /// The path of the file; for a line of JSON Lines its address, else `path:line`.
  public var uri: String
  /// The article's address, where it is known.
  public var url: String?
  public var title: String?
  public var outlet: String?
  public var byline: String?
  public var published: Published
  /// ISO 639 code, where the source tells it.
  public var language: String?
  public var text: SourceText
  /// What may be coded, in text order, without overlap (codebook §6).
  public var body: [ByteSpan]
  /// What was odd about the input.
  public var findings: [Finding]

  public static func == (a: SourceDocument, b: SourceDocument) -> Bool {
    a.id == b.id && a.uri == b.uri && a.url == b.url && a.title == b.title
      && a.outlet == b.outlet && a.byline == b.byline && a.published == b.published
      && a.language == b.language && a.text.bytes == b.text.bytes && a.body == b.body
      && a.findings == b.findings
  }
}

/// Something noticed in an input that could be read all the same.
public struct Finding: Sendable, Hashable {
  public enum Kind: String, Sendable {
    /// The bytes were not UTF-8 and were read as Windows-1252.
    case windows1252
    /// The bytes were UTF-16.
    case utf16
    /// Single bytes that are no UTF-8 were replaced by U+FFFD.
    case repaired
    /// A date was given that could not be read.
    case unreadableDate
    /// Nothing but titles, datelines and page furniture was found.
    case noBody
  }

  public var kind: Kind
  public var detail: String

  public init(_ kind: Kind, _ detail: String) {
    self.kind = kind
    self.detail = detail
  }
}

/// An input that gave no document: its name (`path` or `path:line`) and why.
public struct SourceFailure: Error, Sendable, Hashable, CustomStringConvertible {
  public var input: String
  public var reason: String

  public init(input: String, reason: String) {
    self.input = input
    self.reason = reason
  }

  /// `input: reason`.
  public var description: String { "\(input): \(reason)" }
}

/// What a reader gives for one article.
public enum SourceItem: Sendable, Equatable {
  case document(SourceDocument)
  case failure(SourceFailure)
}

/// What is known of an article beside its text.
public struct SourceMetadata: Sendable, Equatable {
  public var id: String?
  public var url: String?
  public var title: String?
  public var outlet: String?
  public var byline: String?
  public var language: String?
  /// The publication date as given.
  public var published: DateInterval?
  /// A publication date that was given but could not be read.
  public var unreadDate: String?

  public init(
    id: String? = nil, url: String? = nil, title: String? = nil, outlet: String? = nil,
    byline: String? = nil, language: String? = nil, published: DateInterval? = nil,
    unreadDate: String? = nil
  ) {
    self.id = id
    self.url = url
    self.title = title
    self.outlet = outlet
    self.byline = byline
    self.language = language
    self.published = published
    self.unreadDate = unreadDate
  }
}
