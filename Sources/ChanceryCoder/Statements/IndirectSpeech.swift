import ChanceryLanguage
import ChanceryRecord
import ChanceryText

/// A clause that renders somebody's words, with the word that says so.
struct ReportedClause: Sendable, Equatable {
  /// The verb, noun or adjective that introduces the clause, or "according".
  var cue: Int
  /// Words of the clause without "that" and without the stop after it.
  var span: ByteSpan
  /// The token that names the speaker, where it is not the cue's subject or owner.
  var speakerToken: Int?
}

/// Finds clauses that a reporting word governs.
///
/// Where a clause begins and ends is told by the order of words first and by the tree where that is silent:
/// long clauses are what parsers get wrong most.
struct IndirectSpeech: Sendable {
  let tree: ParsedText
  let lexicon: ReportingLexicon
  /// Quotations of the document: a cue inside one introduces nothing.
  let quotations: [Quotation]

  func clauses() -> [ReportedClause] {
    var result: [ReportedClause] = []
    for sentence in tree.sentences {
      for i in sentence.tokens where !isQuoted(i) {
        if let clause = clause(at: i, sentence) { result.append(clause) }
      }
    }
    return result
  }

  private func clause(at i: Int, _ sentence: Sentence) -> ReportedClause? {
    let token = tree.token(i)
    switch token.upos {
    case .verb where isReport(i):
      return forward(from: i, sentence) ?? comparison(i) ?? backward(from: i, sentence)
    case .noun where lexicon.rendersWords(noun: token.lemma):
      return nounContent(of: i, sentence)
    case .adj where lexicon.rendersWords(adjective: token.lemma):
      return adjectiveContent(of: i, sentence)
    default:
      return token.form.asciiLowercased == "according" ? accordingTo(i, sentence) : nil
    }
  }

  /// A verb whose clause renders somebody's words.
  func isReport(_ i: Int) -> Bool {
    let token = tree.token(i)
    return token.upos == .verb && isCue(i)
      && lexicon.rendersWords(token.lemma, isPast: token.xpos == .vbd)
  }

  /// A reporting verb that is neither negated nor itself unreal ("declined to say").
  func isCue(_ i: Int) -> Bool {
    let token = tree.token(i)
    guard lexicon.verb(token.lemma) != nil, !tree.isNegated(i) else { return false }
    guard let mark = tree.child(of: i, [.mark]) else { return true }
    switch tree.token(mark).lemma {
    case "to":
      return token.head >= 0 && lexicon.isSpeechControl(tree.token(token.head).lemma)
    case "if", "unless", "whether": return false
    default: return true
    }
  }

  func isQuoted(_ i: Int) -> Bool {
    let start = tree.token(i).span.start
    return quotations.contains { $0.inner.contains(start) }
  }

  /// "as X reiterated, CLAUSE"
  private func comparison(_ verb: Int) -> ReportedClause? {
    let token = tree.token(verb)
    guard token.deprel == .advcl, token.head >= 0, let mark = tree.child(of: verb, [.mark]),
      tree.token(mark).lemma == "as", hasSubject(token.head)
    else { return nil }
    let below = tree.below(verb)
    let rest = tree.below(token.head, without: [verb])
    let after = rest.filter { $0 > below[below.count - 1] }
    let before = rest.filter { $0 < below[0] }
    let part = wordCount(after) > wordCount(before) ? after : before
    return trimmed(part).map { ReportedClause(cue: verb, span: $0) }
  }

  /// "his view that CLAUSE", "made the announcement that CLAUSE"; not "rejected the claim that …".
  private func nounContent(of noun: Int, _ sentence: Sentence) -> ReportedClause? {
    guard noun + 2 < sentence.tokens.upperBound else { return nil }
    let content = tree.children(of: noun, [.acl, .ccomp]).first { child in
      child > noun && tree.child(of: child, [.mark]).map { isThat($0) } ?? false
        && hasSubject(child)
    }
    guard let content, let mark = tree.child(of: content, [.mark]), mark - noun <= 16 else {
      return nil
    }
    let head = tree.token(noun).head
    if head >= 0, tree.token(noun).deprel == .obj || tree.token(noun).deprel == .nsubjPass {
      let lemma = tree.token(head).lemma
      if tree.isNegated(head) || lexicon.verb(lemma) == "deny" { return nil }
    }
    let last = tree.below(content).last ?? content
    let end = contentEnd(from: mark + 1, cue: noun, sentence)
    guard let span = trimmed(Array(mark + 1..<max(mark + 1, min(end, last + 1)))) else {
      return nil
    }
    return ReportedClause(cue: noun, span: span)
  }

  /// "was confident that CLAUSE", "made clear that CLAUSE"
  private func adjectiveContent(of adjective: Int, _ sentence: Sentence) -> ReportedClause? {
    guard !tree.isNegated(adjective) else { return nil }
    let content = tree.children(of: adjective, [.ccomp, .advcl]).first { child in
      child > adjective && tree.child(of: child, [.mark]).map { isThat($0) } ?? false
        && hasSubject(child)
    }
    guard let content, let mark = tree.child(of: content, [.mark]) else { return nil }
    let end = contentEnd(from: mark + 1, cue: adjective, sentence)
    return trimmed(Array(mark + 1..<max(mark + 1, end))).map {
      ReportedClause(cue: adjective, span: $0)
    }
  }

  private func accordingTo(_ i: Int, _ sentence: Sentence) -> ReportedClause? {
    let token = tree.token(i)
    // UD: "according" is case (with fixed "to") of the speaker, or a verb form that governs it.
    let named: Int
    if token.deprel == .case, token.head > i {
      named = token.head
    } else if let object = tree.child(of: i, [.obl, .obj]) {
      named = object
    } else {
      return nil
    }
    let top = token.deprel == .case ? named : i
    guard tree.token(top).head >= 0, let last = tree.below(top).last else { return nil }
    let words = sentence.tokens.filter { tree.token($0).upos != .punct }
    var part: [Int]
    var speaker = named
    if words.first == i {
      let start = phraseEnd(from: i + 2, last, sentence)
      part = Array(start..<max(start, sentence.tokens.upperBound))
      if speaker >= start { speaker = start - 1 }
    } else if words.last == last {
      part = Array(sentence.tokens.lowerBound..<i)
    } else {
      let after = Array(last + 1..<max(last + 1, sentence.tokens.upperBound))
      let before = Array(sentence.tokens.lowerBound..<i)
      // "…, which, according to X, they ignored": what follows is X's.
      let comesAfter = i > 1 && (tree.isRelative(i - 1) || tree.isRelative(i - 2))
      part = !comesAfter && (isFinite(before) || !isFinite(after)) ? before : after
    }
    if let stop = part.last(where: { tree.token($0).form == ";" }) { part.removeAll { $0 <= stop } }
    guard isFinite(part), let span = trimmed(part) else { return nil }
    return ReportedClause(cue: i, span: span, speakerToken: speaker)
  }

  /// Where the words after "according to" end: at a comma, else where a plural ends and a name or article begins
  /// ("according to official sources Brazil …"), else where the tree says.
  private func phraseEnd(from start: Int, _ last: Int, _ sentence: Sentence) -> Int {
    let end = min(start + 14, sentence.tokens.upperBound)
    for i in start..<max(start, end) where tree.token(i).form == "," { return phraseEnd(i, last) }
    for i in start + 1..<max(start + 1, end) {
      let begins = [.propn, .det, .pron].contains(tree.token(i).upos)
      if begins, tree.token(i - 1).xpos == .nns { return i }
    }
    return last + 1
  }

  /// A comma inside the phrase ("the team's coach, Alireza Mehraban, …") ends it only where the tree agrees.
  private func phraseEnd(_ comma: Int, _ last: Int) -> Int {
    let next = comma + 1
    let isName =
      next <= last && tree.token(next).deprel == .appos
      || next <= last && tree.below(tree.token(next).head).first == next
        && tree.token(tree.token(next).head).deprel == .appos
    return isName ? last + 1 : comma
  }

  func isThat(_ token: Int) -> Bool { tree.token(token).form.asciiLowercased == "that" }

  func hasSubject(_ clause: Int) -> Bool {
    tree.child(of: clause, [.nsubj, .nsubjPass, .nsubjOuter, .csubj, .expl]) != nil
  }

  /// A finite verb stands among the tokens, not in a relative clause.
  func isFinite(_ part: [Int]) -> Bool {
    part.contains { [.vbd, .vbz, .vbp, .md].contains(tree.token($0).xpos) }
  }

  func wordCount(_ tokens: [Int]) -> Int { tokens.count { tree.token($0).upos != .punct } }

  /// From the first word to the last, with the marks of quotations that begin or end there.
  func trimmed(_ tokens: [Int]) -> ByteSpan? {
    var part = tokens[...]
    while let first = part.first, tree.token(first).upos == .punct, !opensQuote(first) {
      part.removeFirst()
    }
    while let first = part.first, ["that", "and", "but"].contains(tree.token(first).lemma),
      tree.token(first).upos == .sconj || tree.token(first).upos == .cconj
    {
      part.removeFirst()
    }
    while let last = part.last, tree.token(last).upos == .punct, !closesQuote(last, part.first!) {
      part.removeLast()
    }
    guard let first = part.first, let last = part.last, wordCount(Array(part)) >= 2 else {
      return nil
    }
    return ByteSpan(tree.token(first).span.start, tree.token(last).span.end)
  }

  private func opensQuote(_ i: Int) -> Bool {
    quotations.contains { $0.span.start == tree.token(i).span.start }
  }

  /// The closing mark of a quotation that began inside the clause.
  private func closesQuote(_ i: Int, _ first: Int) -> Bool {
    let end = tree.token(i).span.end
    return quotations.contains {
      $0.span.end == end && $0.span.start >= tree.token(first).span.start
    }
  }
}
