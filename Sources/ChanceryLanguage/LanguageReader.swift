import ChanceryText

/// Reads running text into sentences, tokens, tags, lemmas and trees.
public struct LanguageReader: Sendable {
  public let tokenizer: Tokenizer
  public let splitter: SentenceSplitter

  /// A reader without a model: tokens and sentences are right, tags and trees are placeholders.
  public init(lists: WordLists = WordLists()) {
    tokenizer = Tokenizer(lists: lists)
    splitter = SentenceSplitter(lists: lists)
  }

  /// Sentences and tokens of the given parts of a text; what lies outside them is not read.
  public func read(_ text: SourceText, in body: [ByteSpan]) -> ParsedText {
    var tokens: [Token] = []
    var sentences: [Sentence] = []
    for part in body {
      let spans = tokenizer.tokens(in: text.bytes, part)
      for range in splitter.sentences(of: spans, in: text.bytes, part) {
        let first = tokens.count
        for i in range {
          let form = text[spans[i]]
          tokens.append(
            Token(
              span: spans[i], form: form, lemma: form, upos: .x, xpos: .xx,
              head: i == range.lowerBound ? -1 : first,
              deprel: i == range.lowerBound ? .root : .dep))
        }
        let span = ByteSpan(spans[range.lowerBound].start, spans[range.upperBound - 1].end)
        sentences.append(Sentence(span: span, tokens: first..<tokens.count))
      }
    }
    return ParsedText(tokens: tokens, sentences: sentences)
  }
}
