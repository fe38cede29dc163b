import ChanceryText

/// Reads running text into sentences, tokens, tags, lemmas and trees.
public struct LanguageReader: Sendable {
  public init() {}

  /// Sentences and tokens of the given parts of a text; what lies outside them is not read.
  public func read(_ text: SourceText, in body: [ByteSpan]) -> ParsedText {
    ParsedText(tokens: [], sentences: [])
  }
}
