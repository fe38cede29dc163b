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

  /// "CLAUSE, X said.": what stands before a cue at the end of its sentence.
  func surfaceClause(before verb: Int, _ sentence: Sentence) -> ReportedClause? {
    guard let subject = tree.child(verb, .nsubj), sentence.tokens.upperBound - verb <= 8,
      lexicon.verb(tree.token(verb).lemma) == "say",
      tree.child(verb, .obj, .ccomp, .xcomp, .mark, .advmod) == nil,
      let comma = (sentence.tokens.lowerBound..<verb).last(where: { tree.token($0).form == "," }),
      (comma + 1..<verb).allSatisfy({
        let upos = tree.token($0).upos
        return upos != .verb && upos != .sconj && upos != .adv && !isQuoted($0) || $0 == subject
      }),
      isFinite(
        from: sentence.tokens.lowerBound, sentence, within: comma - sentence.tokens.lowerBound)
    else { return nil }
    // The tree's subject may be the clause itself; what stands after the comma must be able to speak.
    guard verb - comma >= 2 else { return nil }
    let first = (sentence.tokens.lowerBound..<comma).first { tree.token($0).upos != .punct }
    guard let first, comma - first >= 4 else { return nil }
    let span = ByteSpan(tree.token(first).span.start, tree.token(comma - 1).span.end)
    return ReportedClause(verb: verb, span: span)
  }

  private func clauseStart(after verb: Int, _ sentence: Sentence) -> Int? {
    var i = verb + 1
    while i < sentence.tokens.upperBound, i - verb <= 12 {
      let token = tree.token(i)
      if token.form == "that", i + 1 < sentence.tokens.upperBound {
        guard token.upos == .sconj || beginsClause(i + 1, sentence), !hasObject(verb, before: i)
        else { return nil }
        return i + 1
      }
      if token.upos == .verb || token.upos == .aux || token.upos == .punct && i > verb + 1 { break }
      if token.upos == .sconj { break }
      i += 1
    }
    // Without "that" a pronoun in the nominative, or a noun phrase with a finite verb soon after it.
    let next = verb + 1
    guard next < sentence.tokens.upperBound else { return nil }
    let token = tree.token(next)
    let pronouns: Set<String> = ["it", "he", "she", "they", "we", "there", "this"]
    if token.upos == .pron, pronouns.contains(token.form.asciiLowercased) {
      return isFinite(from: next + 1, sentence, within: 2) ? next : nil
    }
    guard tree.child(verb, .iobj) == nil, tree.token(verb).lemma != "tell",
      token.upos == .det || token.upos == .propn || token.upos == .noun || token.upos == .adj
    else { return nil }
    let plain = ["say", "allege", "claim", "believe"].contains(tree.token(verb).lemma)
    return isFinite(from: next + 1, sentence, within: plain ? 14 : 6) ? next : nil
  }

  /// A subject and a finite verb follow.
  private func beginsClause(_ i: Int, _ sentence: Sentence) -> Bool {
    switch tree.token(i).upos {
    case .det, .pron, .propn, .noun, .adj: isFinite(from: i + 1, sentence)
    default: false
    }
  }

  /// "stressed the need for a process that …": the clause hangs on a noun.
  private func hasObject(_ verb: Int, before end: Int) -> Bool {
    !lexicon.takesAddressee(tree.token(verb).lemma)
      && (verb + 1..<max(verb + 1, end)).contains {
        tree.token($0).head == verb && tree.token($0).deprel == .obj
      }
  }

  /// A finite verb follows before any relative word.
  private func isFinite(from start: Int, _ sentence: Sentence, within limit: Int = 14) -> Bool {
    for i in start..<max(start, min(start + limit, sentence.tokens.upperBound)) {
      let token = tree.token(i)
      switch token.xpos {
      case .vbd, .vbz, .vbp, .md: return true
      case .wdt, .wp, .cc, .comma, .wrb: return false
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
      if token.form == ";" || token.form == "," && speech
        || token.upos == .cconj && resumes(i, sentence)
      {
        end = i
        break
      }
    }
    while end > start, tree.token(end - 1).upos == .punct { end -= 1 }
    return end
  }

  /// "and he also said": the next report begins.
  private func resumes(_ conjunction: Int, _ sentence: Sentence) -> Bool {
    guard conjunction + 1 < sentence.tokens.upperBound,
      tree.token(conjunction + 1).upos == .pron
    else { return false }
    return
      (conjunction + 2..<max(conjunction + 2, min(conjunction + 5, sentence.tokens.upperBound)))
      .contains { tree.token($0).upos == .verb && lexicon.verb(tree.token($0).lemma) != nil }
  }
}
