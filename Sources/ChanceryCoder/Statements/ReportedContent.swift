import ChanceryLanguage
import ChanceryText

/// Where a reported clause begins and ends, behind its verb or before it.
extension IndirectSpeech {
  // MARK: Behind the verb

  /// "said (that) CLAUSE"
  func forward(from verb: Int, _ sentence: Sentence) -> ReportedClause? {
    guard let start = contentStart(after: verb, sentence) else { return nil }
    let end = contentEnd(from: start, cue: verb, sentence)
    guard end > start, let span = trimmed(Array(start..<end)) else { return nil }
    return ReportedClause(cue: verb, span: span)
  }

  /// The first word of the clause: after "that", or directly behind the verb and whom it tells.
  private func contentStart(after verb: Int, _ sentence: Sentence) -> Int? {
    let needsThat = lexicon.verb(tree.token(verb).lemma) == "promise"
    for clause in tree.children(of: verb, [.ccomp, .xcomp]) where clause > verb {
      if let mark = tree.child(of: clause, [.mark]), mark > verb, isThat(mark) { return mark + 1 }
    }
    if let found = afterThat(verb, sentence) { return found }
    for clause in tree.children(of: verb, [.ccomp]) where clause > verb && hasSubject(clause) {
      guard !isMarked(clause) else { continue }
      let first = tree.below(clause).first { $0 > verb && tree.token($0).upos != .punct }
      guard let first, !needsThat || hasPronoun(clause), isFinite(tree.below(clause)) else {
        continue
      }
      return first
    }
    return needsThat ? nil : bareStart(after: verb, sentence)
  }

  /// "said on Monday that …", "told members of the party that …"
  private func afterThat(_ verb: Int, _ sentence: Sentence) -> Int? {
    for i in verb + 1..<max(verb + 1, min(verb + 14, sentence.tokens.upperBound)) {
      let token = tree.token(i)
      if isThat(i), i + 1 < sentence.tokens.upperBound {
        guard token.upos == .sconj || beginsClause(i + 1, sentence), !hasObject(verb, before: i)
        else { return nil }
        return i + 1
      }
      if token.upos == .verb || token.upos == .aux || token.upos == .sconj { return nil }
      if token.upos == .punct, i > verb + 1 { return nil }
    }
    return nil
  }

  /// Without "that": a pronoun in the nominative, a condition, or a noun phrase with a finite verb soon after it.
  private func bareStart(after verb: Int, _ sentence: Sentence) -> Int? {
    let next = verb + 1
    guard next < sentence.tokens.upperBound else { return nil }
    let token = tree.token(next)
    let form = token.form.asciiLowercased
    if token.upos == .pron, Self.nominatives.contains(form) {
      return isFinite(from: next + 1, sentence, within: 3) ? next : nil
    }
    if form == "if", isFinite(from: next + 1, sentence, within: 8) { return next }
    guard tree.child(of: verb, [.iobj]) == nil, tree.token(verb).lemma != "tell",
      token.upos == .det || token.upos == .propn || token.upos == .noun || token.upos == .adj
        || token.upos == .num || token.xpos == .prpPossessive
    else { return nil }
    // "…, said X, who is …": the subject stands behind.
    if let subject = tree.child(of: verb, [.nsubj]), subject > verb, !isPredicate(subject) {
      return nil
    }
    let plain = lexicon.isPlain(tree.token(verb).lemma)
    if isFinite(from: next + 1, sentence, within: plain ? 16 : 6) { return next }
    return plain && isFiniteBehindInsertion(from: next + 1, sentence) ? next : nil
  }

  private static let nominatives: Set<String> = [
    "it", "he", "she", "they", "we", "i", "there", "this",
  ]

  private func isPredicate(_ token: Int) -> Bool {
    tree.child(of: token, [.cop, .nsubj]) != nil
  }

  /// Marks of clauses that say when, why or whether, not what.
  private func isMarked(_ clause: Int) -> Bool {
    guard let mark = tree.child(of: clause, [.mark]) else { return false }
    return !isThat(mark) && tree.token(mark).lemma != "if"
  }

  /// "vowed it would": the subject is a pronoun.
  private func hasPronoun(_ clause: Int) -> Bool {
    tree.child(of: clause, [.nsubj, .nsubjPass]).map { tree.token($0).upos == .pron } ?? false
  }

  /// A subject and a finite verb follow.
  private func beginsClause(_ i: Int, _ sentence: Sentence) -> Bool {
    switch tree.token(i).upos {
    case .det, .pron, .propn, .noun, .adj, .num: isFinite(from: i + 1, sentence, within: 14)
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

  /// A finite verb follows before any relative word, mark or comma, and not directly after "and".
  private func isFinite(from start: Int, _ sentence: Sentence, within limit: Int) -> Bool {
    for i in start..<max(start, min(start + limit, sentence.tokens.upperBound)) {
      let token = tree.token(i)
      switch token.xpos {
      case .vbd, .vbz, .vbp, .md: return i == start || tree.token(i - 1).upos != .cconj
      case .wdt, .wp, .comma, .wrb: return false
      default: if token.upos == .sconj { return false }
      }
    }
    return false
  }

  /// "said Adil Abdul-Mahdi, the caretaker, would leave": the finite verb stands behind words between two commas.
  private func isFiniteBehindInsertion(from start: Int, _ sentence: Sentence) -> Bool {
    let end = sentence.tokens.upperBound
    guard let first = (start..<min(start + 8, end)).first(where: { tree.token($0).form == "," }),
      (start..<first).allSatisfy({ ![.verb, .aux, .sconj].contains(tree.token($0).upos) }),
      let second = (first + 1..<max(first + 1, min(first + 12, end))).first(where: {
        tree.token($0).form == ","
      }), second + 1 < end,
      (first + 1..<second).allSatisfy({ !isFinite([$0]) && !tree.isRelative($0) })
    else { return false }
    return isFinite([second + 1])
  }

  // MARK: The end

  /// Where the clause that begins at `start` ends: before the next report, a participle of speech, a remark after a
  /// dash, or words that hang on the cue itself; else with the sentence.
  func contentEnd(from start: Int, cue: Int, _ sentence: Sentence) -> Int {
    let limit = surfaceEnd(from: start, sentence)
    var cut = limit
    for above in [cue] + tree.ancestors(cue) {
      for part in tree.children(of: above) where part > start && part != cue {
        if let first = begins(part, after: start, below: above, cue: cue), first < cut,
          isFinite(Array(start..<first))
        {
          cut = first
        }
      }
    }
    return cut
  }

  /// The first token of a part that hangs on the cue or above it and is no part of its clause; nil where it may be.
  private func begins(_ part: Int, after start: Int, below above: Int, cue: Int) -> Int? {
    let tokens = tree.below(part)
    guard let first = tokens.first, first > start, !tokens.contains(cue) else { return nil }
    switch tree.token(part).deprel {
    case .obl, .nmod, .nmodUnmarked, .oblAgent:
      return first
    case .advcl:
      return tree.child(of: part, [.mark]) != nil || tree.token(part).xpos == .vbg ? first : nil
    case .conj:
      // "said X and left": a verb beside the cue without a clause of its own to go on with.
      guard above == cue || tree.token(above).upos == .verb, tree.token(part).upos == .verb,
        !hasSubject(part), !hasThat(part), tree.child(of: part, [.aux, .auxPass, .cop]) == nil
      else { return nil }
      return first
    default: return nil
    }
  }

  private func hasThat(_ clause: Int) -> Bool {
    tree.child(of: clause, [.mark]).map { isThat($0) } ?? false
  }

  /// Where the words themselves end the clause.
  private func surfaceEnd(from start: Int, _ sentence: Sentence) -> Int {
    let end = sentence.tokens.upperBound
    for i in start..<end where !isQuoted(i) && stops(at: i, from: start, sentence) {
      return i
    }
    return end
  }

  private func stops(at i: Int, from start: Int, _ sentence: Sentence) -> Bool {
    let token = tree.token(i)
    let next = i + 1 < sentence.tokens.upperBound ? i + 1 : nil
    switch token.form {
    case ";": return true
    case ":": return next.map { opensQuotation(at: $0) } ?? false
    case "—", "–", "--", "-":
      guard let next, token.upos == .punct, i > start else { return false }
      let isPaired = (i + 1..<sentence.tokens.upperBound).contains {
        tree.token($0).form == token.form && tree.token($0).upos == .punct
      }
      return token.form != "-" && !isPaired && !resumesThat(next, sentence)
    case ",":
      guard let next else { return false }
      let following = tree.token(next)
      if following.form.asciiLowercased == "according" { return true }
      if following.xpos == .vbg { return lexicon.carriesQuotation(following.lemma) }
      // "…, X said, …"
      return endsInCue(from: next, sentence)
    default:
      if token.form.asciiLowercased == "amid" || token.form.asciiLowercased == "amidst" {
        return i > start + 2
      }
      let joins = token.upos == .cconj || token.form.asciiLowercased == "while"
      return joins && i > start + 1 && next.map { beginsReport($0, sentence) } ?? false
    }
  }

  /// "and that …", "but that …"
  private func resumesThat(_ i: Int, _ sentence: Sentence) -> Bool {
    isThat(i)
      || tree.token(i).upos == .cconj && i + 1 < sentence.tokens.upperBound && isThat(i + 1)
  }

  private func opensQuotation(at i: Int) -> Bool {
    let start = tree.token(i).span.start
    return quotations.contains { $0.span.start == start || $0.inner.start == start }
  }

  /// The next report begins: "(and) he also said", "(and) Germany said that", "(but) declined to say".
  private func beginsReport(_ first: Int, _ sentence: Sentence) -> Bool {
    var i = first
    var nouns = 0
    while i < sentence.tokens.upperBound, i - first <= 6 {
      let token = tree.token(i)
      switch token.upos {
      case .pron, .propn, .noun: nouns += 1
      case .det, .adj, .adv, .aux, .part: break
      case .adp where nouns > 0: break
      case .verb:
        // "and that they said": the clause goes on.
        guard lexicon.verb(token.lemma) != nil, !isThat(first) else {
          return ["decline", "refuse"].contains(token.lemma) && i == first
        }
        if nouns == 0 { return token.xpos == .vbd && i - first <= 1 }
        guard token.xpos != .vbn || tree.child(of: i, [.aux]) != nil else { return false }
        return i + 1 < sentence.tokens.upperBound && lexicon.isPlain(token.lemma)
          || tree.child(of: i, [.ccomp]) != nil
      default: return false
      }
      i += 1
    }
    return false
  }

  /// "…, the minister said" and then a stop: the clause before it ends here.
  private func endsInCue(from first: Int, _ sentence: Sentence) -> Bool {
    var i = first
    while i < sentence.tokens.upperBound, i - first <= 7 {
      let token = tree.token(i)
      if token.upos == .verb {
        guard lexicon.isPlain(token.lemma), i > first, isCue(i) else { return false }
        let next = i + 1 < sentence.tokens.upperBound ? tree.token(i + 1) : nil
        return next == nil || next?.upos == .punct || next?.upos == .adp
      }
      guard [.det, .adj, .noun, .propn, .pron, .adp, .aux].contains(token.upos) else {
        return false
      }
      i += 1
    }
    return false
  }

  // MARK: Before the verb

  /// "CLAUSE, X said.", "CLAUSE, said X.", "CLAUSE, analysts say, CLAUSE"
  func backward(from verb: Int, _ sentence: Sentence) -> ReportedClause? {
    // "a territory claimed by …": a participle reports nothing.
    let next = verb + 1 < sentence.tokens.upperBound ? tree.token(verb + 1).lemma : ""
    let isParticiple =
      tree.token(verb).xpos == .vbn && tree.child(of: verb, [.aux]) == nil || next == "by"
    guard !isParticiple, lexicon.isPlain(tree.token(verb).lemma),
      let group = cueGroup(verb, sentence)
    else { return nil }
    var first = sentence.tokens.lowerBound
    for i in first..<group.comma where tree.token(i).form == ";" && !isQuoted(i) { first = i + 1 }
    let before = Array(first..<group.comma)
    let after = wordsBehind(group.end, sentence)
    let isMain = isFinite(before) && wordCount(before) >= 4
    let part = isMain ? before : after
    guard isFinite(part), wordCount(part) >= (isMain ? 4 : 3), let span = trimmed(part) else {
      return nil
    }
    return ReportedClause(cue: verb, span: span, speakerToken: group.speaker)
  }

  private struct CueGroup {
    /// The comma before "X said" or "said X".
    var comma: Int
    /// Behind the group.
    var end: Int
    var speaker: Int
  }

  /// The verb with its subject between a comma and a comma or the end of the sentence.
  private func cueGroup(_ verb: Int, _ sentence: Sentence) -> CueGroup? {
    let comma = (sentence.tokens.lowerBound..<verb).last { tree.token($0).form == "," }
    guard let comma, verb - comma <= 14 else { return nil }
    let between = Array(comma + 1..<verb)
    if between.allSatisfy({ tree.token($0).upos == .adv }) {
      guard let speaker = inverted(verb, sentence) else { return nil }
      return CueGroup(comma: comma, end: groupEnd(speaker, sentence), speaker: speaker)
    }
    let fits = between.allSatisfy { i in
      let token = tree.token(i)
      return token.upos != .verb && token.upos != .sconj && !isQuoted(i)
        && token.upos != .punct && token.upos != .cconj
        || token.form == "-" || token.form == "."
    }
    guard fits, let speaker = subjectBefore(verb, after: comma), behindIsFree(verb, sentence) else {
      return nil
    }
    return CueGroup(comma: comma, end: groupEnd(verb, sentence), speaker: speaker)
  }

  /// No object or clause of its own follows.
  private func behindIsFree(_ verb: Int, _ sentence: Sentence) -> Bool {
    guard verb + 1 < sentence.tokens.upperBound else { return true }
    let next = tree.token(verb + 1)
    if lexicon.takesAddressee(tree.token(verb).lemma) { return true }
    return next.upos == .punct || next.upos == .adp || next.upos == .adv || next.upos == .part
      || [.obl, .nmodUnmarked].contains(next.deprel)
      || tree.token(verb).deprel == .parataxis
  }

  private func subjectBefore(_ verb: Int, after comma: Int) -> Int? {
    if let own = tree.children(of: verb, [.nsubj]).last(where: { $0 > comma && $0 < verb }) {
      return own
    }
    return (comma + 1..<verb).last { [.noun, .propn, .pron].contains(tree.token($0).upos) }
  }

  /// "said X": the noun phrase directly behind the verb.
  private func inverted(_ verb: Int, _ sentence: Sentence) -> Int? {
    if let own = tree.child(of: verb, [.nsubj]), own > verb { return own }
    guard verb + 1 < sentence.tokens.upperBound,
      let object = tree.child(of: verb, [.obj]), object > verb,
      [.noun, .propn].contains(tree.token(object).upos)
    else { return nil }
    return object
  }

  /// Up to the next comma, or the end of the sentence.
  private func groupEnd(_ token: Int, _ sentence: Sentence) -> Int {
    (token..<sentence.tokens.upperBound).first { tree.token($0).form == "," }
      ?? sentence.tokens.upperBound
  }

  private func wordsBehind(_ end: Int, _ sentence: Sentence) -> [Int] {
    guard end < sentence.tokens.upperBound else { return [] }
    return Array(end..<surfaceEnd(from: end + 1, sentence))
  }
}
