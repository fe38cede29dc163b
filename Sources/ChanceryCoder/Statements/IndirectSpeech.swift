import ChanceryLanguage
import ChanceryRecord
import ChanceryText

/// A clause that renders somebody's words, with the verb that says so.
struct ReportedClause: Sendable, Equatable {
  var verb: Int
  /// Words of the clause without "that" and without the stop after it.
  var span: ByteSpan
  /// "according to X": the token that names the speaker.
  var speakerToken: Int?
}

/// Finds clauses that a reporting word governs.
struct IndirectSpeech: Sendable {
  let tree: TreeView
  let lexicon: ReportingLexicon
  let text: SourceText
  /// Quotations of the document: a cue inside one introduces nothing.
  let quotations: [Quotation]

  func clauses() -> [ReportedClause] {
    var result: [ReportedClause] = []
    for sentence in tree.parse.sentences {
      for i in sentence.tokens where !isQuoted(i) {
        if let clause = clause(at: i, sentence) { result.append(clause) }
      }
    }
    return result
  }

  private func clause(at i: Int, _ sentence: Sentence) -> ReportedClause? {
    let token = tree.token(i)
    if isReport(i) {
      return complement(of: i) ?? parenthetical(i, sentence) ?? comparison(i)
        ?? nounComplement(of: i) ?? surfaceClause(after: i, sentence)
        ?? surfaceClause(before: i, sentence)
    }
    if token.upos == .verb, isCue(i), lexicon.verb(token.lemma) != "ask" {
      return nounComplement(of: i)
    }
    if token.upos == .noun, lexicon.isSpeechNoun(token.lemma),
      let content = contentClause(of: i), let span = words(of: content, cue: i)
    {
      return ReportedClause(verb: i, span: span)
    }
    if token.form.asciiLowercased == "according" { return accordingTo(i, sentence) }
    return nil
  }

  /// A verb whose clause renders somebody's words.
  private func isReport(_ i: Int) -> Bool {
    let token = tree.token(i)
    return token.upos == .verb && isCue(i)
      && lexicon.rendersWords(token.lemma, isPast: token.xpos == .vbd)
  }

  /// A reporting verb that is neither negated nor itself unreal ("declined to say").
  func isCue(_ i: Int) -> Bool {
    let token = tree.token(i)
    guard lexicon.verb(token.lemma) != nil, !tree.isNegated(i) else { return false }
    if token.xpos == .vb, token.deprel == .xcomp || token.deprel == .advcl || token.deprel == .acl,
      let mark = tree.child(i, .mark), tree.token(mark).lemma == "to"
    {
      return token.head >= 0 && lexicon.isSpeechControl(tree.token(token.head).lemma)
    }
    if let mark = tree.child(i, .mark) {
      let word = tree.token(mark).lemma
      if word == "if" || word == "unless" || word == "whether" { return false }
    }
    return true
  }

  func isQuoted(_ i: Int) -> Bool {
    let start = tree.token(i).span.start
    return quotations.contains { $0.inner.contains(start) }
  }

  /// "said (that) CLAUSE"
  private func complement(of verb: Int) -> ReportedClause? {
    for c in tree.children(verb, .ccomp, .parataxis) where c > verb {
      let relation = tree.token(c).deprel
      guard isClause(c), relation == .ccomp || startsDirectly(c, after: verb),
        lexicon.verb(tree.token(verb).lemma) != "promise" || hasThat(c) || hasPronoun(c)
      else { continue }
      if let span = words(of: c, cue: verb) { return ReportedClause(verb: verb, span: span) }
    }
    // "CLAUSE, he said" with the verb as head.
    for c in tree.children(verb, .ccomp) where c < verb && isClause(c) {
      if let span = words(of: c, cue: verb) { return ReportedClause(verb: verb, span: span) }
    }
    return nil
  }

  /// "CLAUSE, he said", "CLAUSE, analysts say, CLAUSE" with the verb in parataxis below the clause.
  private func parenthetical(_ verb: Int, _ sentence: Sentence) -> ReportedClause? {
    let token = tree.token(verb)
    guard token.deprel == .parataxis, token.head >= 0, isClause(token.head),
      tree.child(verb, .nsubj) != nil, tree.child(verb, .obj) == nil
    else { return nil }
    let below = tree.subtree(verb)
    guard below.count <= 14 else { return nil }
    let rest = tree.subtree(token.head, without: [verb])
    let before = rest.filter { $0 < below[0] }
    let after = rest.filter { $0 > below[below.count - 1] }
    // What stands after an inserted "analysts say" is theirs; otherwise what stands before.
    let part =
      wordCount(after) >= 4 && wordCount(before) >= 1 && wordCount(after) > 3 ? after : before
    guard let span = trimmed(part) else { return nil }
    return ReportedClause(verb: verb, span: span)
  }

  /// "as X reiterated, CLAUSE"
  private func comparison(_ verb: Int) -> ReportedClause? {
    let token = tree.token(verb)
    guard token.deprel == .advcl, token.head >= 0, let mark = tree.child(verb, .mark),
      tree.token(mark).lemma == "as", isClause(token.head)
    else { return nil }
    let below = tree.subtree(verb)
    let rest = tree.subtree(token.head, without: [verb])
    let after = rest.filter { $0 > below[below.count - 1] }
    let before = rest.filter { $0 < below[0] }
    let part = wordCount(after) > wordCount(before) ? after : before
    return trimmed(part).map { ReportedClause(verb: verb, span: $0) }
  }

  /// "expressed confidence that CLAUSE", "issued a statement saying that …"
  private func nounComplement(of verb: Int) -> ReportedClause? {
    guard let object = tree.child(verb, .obj),
      let content = contentClause(of: object),
      let span = words(of: content, cue: verb)
    else { return nil }
    return ReportedClause(verb: verb, span: span)
  }

  private func contentClause(of noun: Int) -> Int? {
    tree.children(noun, .acl, .ccomp).first { child in
      guard child > noun, let mark = tree.child(child, .mark), mark == noun + 1 else {
        return false
      }
      return tree.token(mark).lemma == "that"
        && tree.child(child, .nsubj, .nsubjPass, .expl) != nil
    }
  }

  /// "vowed it would": the subject is a pronoun.
  private func hasPronoun(_ clause: Int) -> Bool {
    tree.child(clause, .nsubj, .nsubjPass).map { tree.token($0).upos == .pron } ?? false
  }

  private func hasThat(_ clause: Int) -> Bool {
    tree.child(clause, .mark).map { tree.token($0).lemma == "that" } ?? false
  }

  private func accordingTo(_ i: Int, _ sentence: Sentence) -> ReportedClause? {
    let token = tree.token(i)
    // UD: "according" is case (with fixed "to") of the speaker, or a verb form that governs it.
    let named: Int
    if token.deprel == .case, token.head > i {
      named = token.head
    } else if let object = tree.child(i, .obl, .obj) {
      named = object
    } else {
      return nil
    }
    let top = token.deprel == .case ? named : i
    let head = tree.token(top).head
    guard head >= 0 else { return nil }
    let below = tree.subtree(top)
    guard let first = below.first, let last = below.last else { return nil }
    let words = sentence.tokens.filter { tree.token($0).upos != .punct }
    var part: [Int]
    if words.first == first || words.first == i {
      part = sentence.tokens.filter { $0 > last }
    } else if words.last == last {
      part = sentence.tokens.filter { $0 < min(first, i) }
    } else {
      let rest = tree.subtree(head, without: [top])
      let after = rest.filter { $0 > last }
      let before = rest.filter { $0 < first }
      part = wordCount(after) > wordCount(before) ? after : before
    }
    if let stop = part.last(where: { tree.token($0).form == ";" }) { part.removeAll { $0 <= stop } }
    guard let span = trimmed(part) else { return nil }
    return ReportedClause(verb: i, span: span, speakerToken: named)
  }

  /// A predicate with a subject of its own, or a noun or adjective with a copula.
  func isClause(_ c: Int) -> Bool {
    if let mark = tree.child(c, .mark), Self.otherMarks.contains(tree.token(mark).lemma) {
      return false
    }
    if tree.child(c, .nsubj, .nsubjPass, .nsubjOuter, .csubj, .expl) != nil { return true }
    let token = tree.token(c)
    return token.upos == .verb
      && tree.child(c, .mark).map { tree.token($0).lemma == "that" } ?? false
  }

  private func startsDirectly(_ c: Int, after verb: Int) -> Bool {
    let below = tree.subtree(c)
    guard let first = below.first else { return false }
    return first > verb && first - verb <= 3
  }

  /// The words of a clause on its own side of the cue, without complementiser and stops.
  private func words(of clause: Int, cue: Int) -> ByteSpan? {
    let without = Set(tree.subtree(clause).filter { $0 != clause && leaves($0, cue) })
    var part = tree.subtree(clause, without: without).filter {
      clause > cue ? $0 > cue : $0 < cue
    }
    part = upToColon(part)
    if let mark = tree.children(clause, .mark).first(where: { tree.token($0).lemma == "that" }) {
      part.removeAll { $0 <= mark && $0 < clause }
    }
    return trimmed(part)
  }

  /// Marks of clauses that say when, why or whether, not what.
  private static let otherMarks: Set<String> = [
    "since", "because", "after", "before", "when", "as", "if", "while", "until", "although",
    "though", "whether", "unless", "once", "for", "by", "in", "on", "with", "without", "from", "to",
  ]

  /// A dependent of a reported clause that is no longer part of it: the next report ("and he added …"), a
  /// participle of speech after a comma ("…, citing …"), a clause after a dash or semicolon.
  private func leaves(_ i: Int, _ cue: Int) -> Bool {
    let token = tree.token(i)
    switch token.deprel {
    case .conj, .parataxis, .advcl:
      let first = tree.subtree(i).first { tree.token($0).upos != .punct } ?? i
      guard first > cue else { return false }
      let before = first > 0 ? tree.token(first - 1) : token
      if token.deprel == .parataxis {
        return before.upos == .punct && before.form != "," && before.form != "("
      }
      if token.deprel == .conj, isReport(i), tree.child(i, .nsubj) != nil { return true }
      return token.xpos == .vbg && before.form == "," && lexicon.carriesQuotation(token.lemma)
    default: return false
    }
  }

  /// The part before a colon that introduces a quotation.
  private func upToColon(_ part: [Int]) -> [Int] {
    guard
      let colon = part.first(where: { i in
        let end = tree.token(i).span.end
        return tree.token(i).form == ":"
          && quotations.contains { $0.span.start >= end && $0.span.start <= end + 2 }
      })
    else { return part }
    return part.filter { $0 < colon }
  }

  private func wordCount(_ tokens: [Int]) -> Int {
    tokens.count { tree.token($0).upos != .punct }
  }

  /// From the first word to the last, with brackets and marks that belong to words inside.
  private func trimmed(_ tokens: [Int]) -> ByteSpan? {
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
