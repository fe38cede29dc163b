import ChanceryCodebook
import ChanceryLanguage

/// Mends what the reader of English often gets wrong in news and what surer knowledge can tell.
///
/// Lemmas: the lemmatiser guesses the lemma of a form that its treebanks lack ("telephoned": telephon or telephone);
/// where one guess is a word of the codebook and the other is not, the codebook's is taken.
/// Trees: a sentence without any finite verb whose root noun is followed by a past participle ("A frigate
/// docked in Karachi.") is a clause with that verb, unless somebody stands behind "by"; a noun with an object
/// ("The ministry summons the envoy") is a verb; a verb that hangs beside a list of names without a subject of
/// its own has that list as its subject; a gerund behind a particle hangs on the particle's verb; a second object
/// behind a comma comments on the clause ("visited Kabul, the first visit by a minister"); a second subject
/// right behind its verb is the object ("Canada urged China to act").
struct ParseRepair: Sendable {
  private let verbs: Set<String>
  private let nouns: Set<String>

  init(_ codebook: Codebook) {
    var verbs: Set<String> = codebook.lightVerbs
    var nouns: Set<String> = codebook.carriers
    for predicate in codebook.predicates {
      switch predicate.partOfSpeech {
      case .verb: verbs.insert(predicate.lemma)
      case .noun: nouns.insert(predicate.lemma)
      case .adj: break
      }
    }
    for cue in codebook.cues where cue.partOfSpeech == "verb" { verbs.insert(cue.lemma) }
    for word in codebook.reporting where word.partOfSpeech == "verb" { verbs.insert(word.lemma) }
    for agent in codebook.agents { nouns.insert(agent.noun) }
    self.verbs = verbs
    self.nouns = nouns
  }

  func repaired(_ parse: ParsedText) -> ParsedText {
    var tokens = parse.tokens
    var changed = false
    for index in tokens.indices {
      let known = tokens[index].upos == .verb ? verbs : tokens[index].upos == .noun ? nouns : []
      guard !known.isEmpty, !known.contains(tokens[index].lemma) else { continue }
      let form = tokens[index].form.asciiLowercased
      if let lemma = candidates(form, tokens[index].xpos).first(where: known.contains) {
        tokens[index].lemma = lemma
        changed = true
      }
    }
    for sentence in parse.sentences {
      if retagNouns(sentence.tokens, &tokens) { changed = true }
      if promoteVerb(sentence.tokens, &tokens) { changed = true }
      if promoteParticiple(sentence.tokens, &tokens) { changed = true }
      if attachGerunds(sentence.tokens, &tokens) { changed = true }
      if detachComments(sentence.tokens, &tokens) { changed = true }
      if turnSecondSubjects(sentence.tokens, &tokens) { changed = true }
    }
    return changed ? ParsedText(tokens: tokens, sentences: parse.sentences) : parse
  }

  /// "He visited Kabul, *the first visit by a Soviet leader*": no object of the verb, which has one.
  private func detachComments(_ sentence: Range<Int>, _ tokens: inout [Token]) -> Bool {
    var changed = false
    for token in sentence where tokens[token].deprel == .obj && tokens[token].upos == .noun {
      let verb = tokens[token].head
      guard verb >= 0, verb < token,
        sentence.contains(where: {
          $0 > verb && $0 < token && tokens[$0].head == verb && tokens[$0].deprel == .obj
        })
      else { continue }
      let own = sentence.filter { $0 < token && tokens[$0].head == token }
      guard own.contains(where: { tokens[$0].form == "," }),
        !own.contains(where: { tokens[$0].deprel == .cc })
      else { continue }
      tokens[token].deprel = .parataxis
      changed = true
    }
    return changed
  }

  /// "Canada urged *China* to release them": a verb has one subject.
  private func turnSecondSubjects(_ sentence: Range<Int>, _ tokens: inout [Token]) -> Bool {
    var changed = false
    for token in sentence where tokens[token].deprel == .nsubj {
      let verb = tokens[token].head
      guard verb >= 0, verb < token, tokens[verb].upos == .verb,
        sentence.contains(where: {
          $0 < verb && tokens[$0].head == verb && tokens[$0].deprel == .nsubj
        }),
        !sentence.contains(where: {
          $0 > verb && tokens[$0].head == verb
            && ([.obj, .auxPass, .cop].contains(tokens[$0].deprel)
              || $0 < token && tokens[$0].deprel == .punct)
        })
      else { continue }
      tokens[token].deprel = .obj
      changed = true
    }
    return changed
  }

  /// "refused to rule out [expelling envoys]": a gerund right behind a verb's particle is its complement.
  private func attachGerunds(_ sentence: Range<Int>, _ tokens: inout [Token]) -> Bool {
    var changed = false
    for token in sentence.dropFirst() where tokens[token].xpos == .vbg {
      let particle = token - 1
      let verb = tokens[particle].head
      guard tokens[particle].deprel == .compoundPrt, tokens[token].deprel == .advcl,
        !isBelow(verb, token, tokens)
      else { continue }
      tokens[token].head = verb
      tokens[token].deprel = .xcomp
      changed = true
    }
    return changed
  }

  /// Nouns in -s with a subject and an object, or with an object right behind them, are verbs of the present.
  private func retagNouns(_ sentence: Range<Int>, _ tokens: inout [Token]) -> Bool {
    var changed = false
    for token in sentence where tokens[token].upos == .noun {
      let form = tokens[token].form.asciiLowercased
      guard tokens[token].xpos == .nns || form.hasSuffix("ed"), token > sentence.lowerBound else {
        continue
      }
      var subject: Int?
      var object: Int?
      var modifier: Int?
      var isNominal = false
      for child in sentence where tokens[child].head == token {
        switch tokens[child].deprel {
        case .nsubj where child < token: subject = child
        case .obj where child > token: object = child
        case .cop, .nmodPoss: isNominal = true
        case .compound, .flat, .nmodDesc, .nmodUnmarked:
          if child < token, tokens[child].upos == .propn || tokens[child].upos == .noun {
            modifier = child
          }
        default: break
        }
      }
      guard !isNominal, object != nil, subject != nil || modifier != nil else { continue }
      tokens[token].upos = .verb
      tokens[token].xpos = form.hasSuffix("ed") ? .vbd : .vbz
      tokens[token].lemma =
        candidates(form, tokens[token].xpos).first(where: verbs.contains) ?? tokens[token].lemma
      if subject == nil, let modifier { tokens[modifier].deprel = .nsubj }
      changed = true
    }
    return changed
  }

  /// "Canada, Norway and Australia impose sanctions": the list that became the root is the verb's subject.
  private func promoteVerb(_ sentence: Range<Int>, _ tokens: inout [Token]) -> Bool {
    guard let root = sentence.first(where: { tokens[$0].head < 0 }),
      tokens[root].upos == .propn || tokens[root].upos == .noun,
      !sentence.contains(where: { tokens[$0].head == root && tokens[$0].deprel == .cop })
    else { return false }
    let loose: Set<Deprel> = [.parataxis, .conj, .appos, .aclRelcl, .advcl, .list, .acl]
    if joinList(root, sentence, loose, &tokens) { return true }
    let finite: Set<XPOS> = [.vb, .vbp, .vbz, .vbd]
    guard
      let verb = sentence.first(where: { token in
        token > root && tokens[token].upos == .verb && finite.contains(tokens[token].xpos)
          && loose.contains(tokens[token].deprel) && tokens[token - 1].upos == .propn
          && !sentence.contains {
            tokens[$0].head == token
              && [.nsubj, .nsubjPass, .mark, .cc, .auxPass].contains(tokens[$0].deprel)
          }
      })
    else { return false }
    for token in sentence where tokens[token].head == root && tokens[token].deprel == .nmodUnmarked
    {
      tokens[token].deprel = .conj
    }
    tokens[verb].head = -1
    tokens[verb].deprel = .root
    tokens[root].head = verb
    tokens[root].deprel = .nsubj
    return true
  }

  /// "Envoys of Chile, Peru, and the European Union met": where the last of the list alone became the subject,
  /// the whole list is.
  private func joinList(
    _ root: Int, _ sentence: Range<Int>, _ loose: Set<Deprel>, _ tokens: inout [Token]
  ) -> Bool {
    let finite: Set<XPOS> = [.vbp, .vbz, .vbd]
    for verb in sentence
    where verb > root && tokens[verb].head == root && tokens[verb].upos == .verb
      && finite.contains(tokens[verb].xpos) && loose.contains(tokens[verb].deprel)
    {
      let children = sentence.filter { tokens[$0].head == verb }
      guard let subject = children.first(where: { tokens[$0].deprel == .nsubj }),
        subject > root, tokens[subject].upos == .propn || tokens[subject].upos == .noun
      else { continue }
      var low = subject
      while low > root, isBelow(low - 1, subject, tokens) { low -= 1 }
      guard low - 1 > root,
        tokens[low].form == "and" || tokens[low - 1].form == "and",
        (root + 1..<low).contains(where: {
          tokens[$0].upos == .propn && [.conj, .appos, .list].contains(tokens[$0].deprel)
        })
      else { continue }
      let before = children.filter { $0 < low && tokens[$0].deprel != .cc }
      guard before.allSatisfy({ tokens[$0].deprel == .punct }) else { continue }
      tokens[verb].head = -1
      tokens[verb].deprel = .root
      tokens[root].head = verb
      tokens[root].deprel = .nsubj
      tokens[subject].head = root
      tokens[subject].deprel = .conj
      return true
    }
    return false
  }

  private func isBelow(_ token: Int, _ ancestor: Int, _ tokens: [Token]) -> Bool {
    var current = token
    while current >= 0 {
      if current == ancestor { return true }
      current = tokens[current].head
    }
    return false
  }

  /// Makes the participle behind the root noun the verb of the sentence; false where that does not fit.
  private func promoteParticiple(_ sentence: Range<Int>, _ tokens: inout [Token]) -> Bool {
    guard sentence.count > 3,
      let root = sentence.first(where: { tokens[$0].head < 0 }),
      tokens[root].upos == .noun || tokens[root].upos == .propn,
      let verb = sentence.first(where: {
        tokens[$0].head == root && tokens[$0].deprel == .acl && tokens[$0].xpos == .vbn && $0 > root
      })
    else { return false }
    let isFinite = sentence.contains {
      [.vbd, .vbz, .vbp, .md].contains(tokens[$0].xpos) && tokens[$0].deprel != .aclRelcl
    }
    let hasAgent = sentence.contains {
      tokens[$0].head == verb && tokens[$0].deprel == .oblAgent
    }
    guard !isFinite, !hasAgent else { return false }
    tokens[verb].head = -1
    tokens[verb].deprel = .root
    tokens[verb].xpos = .vbd
    tokens[root].head = verb
    tokens[root].deprel = .nsubj
    for token in sentence
    where tokens[token].head == root && token > verb && tokens[token].deprel != .nmodPoss {
      tokens[token].head = verb
      if tokens[token].deprel == .nmod { tokens[token].deprel = .obl }
    }
    return true
  }

  /// What a regular form may come from, likeliest first.
  private func candidates(_ form: String, _ tag: XPOS) -> [String] {
    func stem(_ count: Int) -> String { String(form.dropLast(count)) }
    func doubled(_ stem: String) -> [String] {
      let letters = Array(stem)
      guard letters.count > 3, letters[letters.count - 1] == letters[letters.count - 2] else {
        return []
      }
      return [String(letters.dropLast())]
    }
    switch tag {
    case .vbd, .vbn:
      guard form.hasSuffix("ed") else { return [] }
      if form.hasSuffix("ied") { return [stem(3) + "y"] }
      return [stem(2), stem(1)] + doubled(stem(2))
    case .vbg:
      guard form.hasSuffix("ing") else { return [] }
      return [stem(3), stem(3) + "e"] + doubled(stem(3))
    case .vbz, .nns:
      guard form.hasSuffix("s") else { return [] }
      if form.hasSuffix("ies") { return [stem(3) + "y", stem(1)] }
      return form.hasSuffix("es") ? [stem(2), stem(1)] : [stem(1)]
    case .vb, .vbp, .nn: return [form]
    default: return []
    }
  }
}
