import ChanceryRecord
import ChanceryText

/// Makes a document of an article's text and what is known beside it.
public struct ArticleReader: Sendable {
  let table: DebrisTable

  public init(debris: DebrisTable) { table = debris }

  /// Reads a text file's bytes: UTF-8, UTF-16 with BOM or Windows-1252.
  ///
  /// `uri` names the input in the document and in a failure.
  public func document(
    file bytes: [UInt8], uri: String, metadata: SourceMetadata = SourceMetadata()
  ) -> SourceItem {
    let (decoded, reason) = TextDecoding.decode(bytes)
    guard let decoded else { return .failure(SourceFailure(input: uri, reason: reason)) }
    if let markup = ArticleReader.markup(decoded.text) {
      return .failure(SourceFailure(input: uri, reason: markup))
    }
    return .document(
      document(text: decoded.text, uri: uri, metadata: metadata, findings: decoded.findings))
  }

  /// Reads text that is already decoded. Line ends must be LF; the text is kept as it is.
  public func document(
    text string: String, uri: String, metadata: SourceMetadata = SourceMetadata(),
    findings: [Finding] = []
  ) -> SourceDocument {
    let text = SourceText(string)
    let frame = FrameReader(table: table).frame(of: text.bytes, givenTitle: metadata.title)
    var findings = findings
    if let date = metadata.unreadDate {
      findings.append(Finding(.unreadableDate, "no date: '\(date)'"))
    }
    if frame.body.isEmpty {
      findings.append(Finding(.noBody, "nothing but title, datelines and page furniture"))
    }
    let published = PublicationDate(table: table).published(
      given: metadata.published, url: metadata.url, frame: frame, text: text.bytes)
    let title = metadata.title ?? frame.titleSpan.map { text[$0] }
    let outlet = metadata.outlet ?? frame.outlet
    let id =
      metadata.id
      ?? Identity.hash(outlet: outlet, date: published.start, title: title, text: text.bytes)
    return SourceDocument(
      id: id, uri: uri, url: metadata.url, title: title, outlet: outlet,
      byline: metadata.byline ?? frame.byline, published: published, language: metadata.language,
      text: text, body: frame.body, findings: findings)
  }

  /// Names the markup that a text begins with, if it is no plain text.
  static func markup(_ text: String) -> String? {
    let start = Lines.fold(Array(text.utf8.prefix(256))[...])
    let signs: [(String, String)] = [
      ("<!doctype html", "a web page; save its text first"),
      ("<html", "a web page; save its text first"),
      ("<?xml", "an XML file; save its text first"),
      ("<rss", "a feed; save its articles first"),
      ("warc/1.", "a web archive; save its texts first"),
    ]
    return signs.first { start.starts(with: $0.0.utf8) }?.1
  }
}
