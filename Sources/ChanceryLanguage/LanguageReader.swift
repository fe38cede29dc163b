import ChanceryText

/// Reads running text into sentences, tokens, tags, lemmas and trees.
///
/// Total and deterministic; the model is shared, each call works in memory of its own, so one reader
/// serves any number of threads.
public struct LanguageReader: Sendable {
  /// How much work goes into a tree.
  public enum Mode: String, Sendable, CaseIterable {
    /// One reading, from the first word on.
    case fast
    /// A second reading from the last word, with the first in view; half as fast, fewer errors.
    case thorough
  }

  public let tokenizer: Tokenizer
  public let splitter: SentenceSplitter
  public let model: LanguageModel?
  public let mode: Mode

  public init(model: LanguageModel, mode: Mode = .fast) {
    self.model = model
    self.mode = mode
    tokenizer = Tokenizer(lists: model.lists)
    splitter = SentenceSplitter(lists: model.lists)
  }

  /// A reader without a model: tokens and sentences are right, tags and trees are placeholders.
  public init(lists: WordLists = WordLists()) {
    model = nil
    mode = .fast
    tokenizer = Tokenizer(lists: lists)
    splitter = SentenceSplitter(lists: lists)
  }

  /// Sentences and tokens of the given parts of a text; what lies outside them is not read.
  ///
  /// A sentence never reaches from one part into the next.
  public func read(_ text: SourceText, in body: [ByteSpan]) -> ParsedText {
    var tokens: [Token] = []
    var sentences: [Sentence] = []
    for part in body {
      let spans = tokenizer.tokens(in: text.bytes, part)
      for range in splitter.sentences(of: spans, in: text.bytes, part) {
        let first = tokens.count
        for i in range {
          tokens.append(blank(text[spans[i]], spans[i], first: first, tokens.count))
        }
        let span = ByteSpan(spans[range.lowerBound].start, spans[range.upperBound - 1].end)
        sentences.append(Sentence(span: span, tokens: first..<tokens.count))
      }
    }
    annotate(&tokens, sentences.map(\.tokens))
    return ParsedText(tokens: tokens, sentences: sentences)
  }

  /// Tags, lemmas and trees for sentences whose words are given.
  ///
  /// Spans count bytes of the words written one after the other with a blank between them.
  public func annotate(forms: [[String]]) -> ParsedText {
    var tokens: [Token] = []
    var sentences: [Sentence] = []
    var offset = 0
    for sentence in forms where !sentence.isEmpty {
      let first = tokens.count
      let start = offset
      for form in sentence {
        let span = ByteSpan(offset, offset + form.utf8.count)
        tokens.append(blank(form, span, first: first, tokens.count))
        offset = span.end + 1
      }
      sentences.append(Sentence(span: ByteSpan(start, offset - 1), tokens: first..<tokens.count))
    }
    annotate(&tokens, sentences.map(\.tokens))
    return ParsedText(tokens: tokens, sentences: sentences)
  }

  private func blank(_ form: String, _ span: ByteSpan, first: Int, _ index: Int) -> Token {
    var form = form
    form.makeContiguousUTF8()
    return Token(
      span: span, form: form, lemma: form, upos: .x, xpos: .xx,
      head: index == first ? -1 : first, deprel: index == first ? .root : .dep)
  }

  private func annotate(_ tokens: inout [Token], _ sentences: [Range<Int>]) {
    guard let model else { return }
    let analyzer = SentenceAnalyzer(model, mode)
    for range in sentences { analyzer.analyze(&tokens, range) }
  }
}
