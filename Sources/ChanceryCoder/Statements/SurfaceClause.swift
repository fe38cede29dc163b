import ChanceryLanguage
import ChanceryText

/// Reported clauses read from the order of words, where the tree shows none below a reporting verb.
extension IndirectSpeech {
  /// "said … that CLAUSE", "said it CLAUSE": up to the end of the sentence or a participle of speech.
  func surfaceClause(after verb: Int, _ sentence: Sentence) -> ReportedClause? {
    guard let start = clauseStart(after: verb, sentence) else { return nil }
    let end = clauseEnd(from: start, sentence)
    guard end - start >= 3 else { return nil }
    let span = ByteSpan(tree.token(start).span.start, tree.token(end - 1).span.end)
    return ReportedClause(verb: verb, span: span)
  }

  private func clauseStart(after verb: Int, _ sentence: Sentence) -> Int? {
    var i = verb + 1
    while i < sentence.tokens.upperBound, i - verb <= 12 {
      let token = tree.token(i)
      if token.form == "that", i + 1 < sentence.tokens.upperBound {
        return isFinite(from: i + 1, sentence) ? i + 1 : nil
      }
      if token.upos == .verb || token.upos == .aux || token.upos == .punct && i > verb + 1 { break }
      if token.upos == .sconj { break }
      i += 1
    }
    // Without "that" only a pronoun in the nominative, or anything after "say" itself.
    let next = verb + 1
    guard next < sentence.tokens.upperBound else { return nil }
    let token = tree.token(next)
    let pronouns: Set<String> = ["it", "he", "she", "they", "we", "there", "this"]
    if token.upos == .pron, pronouns.contains(token.form.asciiLowercased) {
      return isFinite(from: next + 1, sentence, within: 2) ? next : nil
    }
    guard ["say", "allege", "claim"].contains(tree.token(verb).lemma),
      token.upos == .det || token.upos == .propn || token.upos == .noun || token.upos == .adj
    else { return nil }
    return isFinite(from: next + 1, sentence) ? next : nil
  }

  /// A finite verb follows before any relative word.
  private func isFinite(from start: Int, _ sentence: Sentence, within limit: Int = 14) -> Bool {
    for i in start..<max(start, min(start + limit, sentence.tokens.upperBound)) {
      let token = tree.token(i)
      switch token.xpos {
      case .vbd, .vbz, .vbp, .md: return true
      case .wdt, .wp: return false
      default: continue
      }
    }
    return false
  }

  private func clauseEnd(from start: Int, _ sentence: Sentence) -> Int {
    var end = sentence.tokens.upperBound
    for i in start..<sentence.tokens.upperBound {
      let token = tree.token(i)
      let next = i + 1 < sentence.tokens.upperBound ? tree.token(i + 1) : nil
      let speech =
        next?.xpos == .vbg && lexicon.carriesQuotation(next?.lemma ?? "")
        || next?.form == "according"
      if token.form == ";" || token.form == "," && speech {
        end = i
        break
      }
    }
    while end > start, tree.token(end - 1).upos == .punct { end -= 1 }
    return end
  }
}
