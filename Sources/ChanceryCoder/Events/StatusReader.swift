import ChanceryCodebook
import ChanceryLanguage
import ChanceryRecord

/// Did it happen? Reads auxiliaries, negation, governing and modifying cue words from the tree, from the
/// happening's word upwards (codebook §2, "Status").
struct StatusReader {
  let codebook: Codebook
  let reading: Reading

  private var parse: ParsedText { reading.parse }

  struct Answer {
    var status: Status
    /// The words that decided, for `explain`.
    var cues: [String] = []
    /// A hearsay adverb ("reportedly") stands by.
    var isHearsay = false
  }

  func status(of trigger: Int, type: String) -> Answer {
    var answer = Answer(status: .occurred)
    modifiers(of: trigger, type: type, &answer)
    var current = trigger
    if parse.isVerb(trigger) { apply(clause: trigger, &answer) }
    var steps = 0
    while steps < 8, let link = link(from: current) {
      steps += 1
      let governor = link.governor
      let isNegated = parse.isNegated(governor)
      if let cue = cue(governor, link: link.kind, type: type) {
        let effect = isNegated ? cue.negated : cue.effect
        compose(effect, &answer, word: parse.tokens[governor].form, negated: isNegated)
        if effect == .transparent, isReport(current, below: governor) { break }
        if parse.isVerb(governor) {
          apply(clause: governor, &answer, negationIsUsed: isNegated)
        }
      } else if link.kind == "obj" || link.kind == "subj" {
        // The verb that carries a noun: its own mood and negation are the noun's.
        if parse.isVerb(governor) { apply(clause: governor, &answer) }
      } else if link.kind == "conj" || link.kind == "same" {
        if parse.isVerb(governor) { applyMood(clause: governor, &answer) }
      } else if link.kind == "comp" {
        if isReport(current, below: governor) { break }
        if parse.isVerb(governor) { apply(clause: governor, &answer) }
      } else if link.kind == "stop" {
        break
      }
      current = governor
    }
    return answer
  }

  /// What is reported stands by itself: the mood of the saying ("it may be recalled that …") is not its own.
  private func isReport(_ clause: Int, below governor: Int) -> Bool {
    guard parse.tokens[clause].deprel == .ccomp else { return false }
    return !codebook.reportingWords(lemma: parse.tokens[governor].lemma.asciiLowercased).isEmpty
  }

  // MARK: Upwards

  private func link(from token: Int) -> (governor: Int, kind: String)? {
    let head = parse.tokens[token].head
    guard head >= 0 else { return nil }
    switch parse.tokens[token].deprel {
    case .xcomp, .ccomp, .csubj: return (head, "comp")
    case .acl:
      return parse.tokens[token].xpos == .vb || parse.tokens[token].xpos == .vbg
        ? (head, "comp") : nil
    case .advcl: return isInfinitive(token) || isComplementLike(token) ? (head, "comp") : nil
    case .obj, .nsubjPass: return (head, "obj")
    case .nsubj: return (head, "subj")
    case .nmod:
      switch parse.preposition(of: token) {
      case "of", "about", "regarding", "on": return (head, "of")
      case "for": return (head, "for")
      case "in", "with", "during", "to", "at": return nil
      default: return nil
      }
    case .obl:
      switch parse.preposition(of: token) {
      case "on", "in", "into", "about", "for", "to", "with": return (head, "obj")
      default: return nil
      }
    case .compound, .amod: return (head, "same")
    case .conj: return (head, parse.isVerb(token) ? "conj" : "same")
    default: return nil
    }
  }

  private func isInfinitive(_ token: Int) -> Bool {
    parse.tokens[token].xpos == .vb
      && parse.children(of: token).contains { parse.tokens[$0].xpos == .to }
  }

  private func isComplementLike(_ token: Int) -> Bool {
    guard let marker = parse.child(of: token, [.mark]) else { return false }
    return ["on", "from", "to", "for", "of", "in", "against"].contains(
      parse.tokens[marker].form.asciiLowercased)
  }

  private func cue(_ governor: Int, link: String, type: String) -> Cue? {
    let token = parse.tokens[governor]
    let part: String
    switch token.upos {
    case .verb: part = "verb"
    case .noun, .propn: part = "noun"
    case .adj: part = "adj"
    default: return nil
    }
    return codebook.cues(lemma: token.lemma.asciiLowercased).first {
      $0.partOfSpeech == part && $0.links.contains(link)
        && ($0.types.isEmpty || $0.types.contains(type))
    }
  }

  private func compose(
    _ effect: Cue.Effect, _ answer: inout Answer, word: String, negated: Bool
  ) {
    guard effect != .transparent, effect != .occurred else { return }
    answer.cues.append(negated ? "not \(word)" : word)
    switch (effect, answer.status) {
    case (.denied, .denied): answer.status = .occurred
    case (.denied, _): answer.status = .denied
    case (_, .denied), (_, .cancelled): break
    case (.cancelled, _): answer.status = .cancelled
    case (.possible, _): answer.status = .possible
    case (.planned, .possible): break
    case (.planned, _): answer.status = .planned
    case (.ongoing, .occurred): answer.status = .ongoing
    default: break
    }
  }

  // MARK: Words about the happening itself

  private func modifiers(of trigger: Int, type: String, _ answer: inout Answer) {
    for child in parse.children(of: trigger) {
      let token = parse.tokens[child]
      let lemma = token.lemma.asciiLowercased
      let part: String
      switch token.upos {
      case .adj: part = "adj"
      case .verb: part = "verb"
      case .adv: part = "adv"
      default: continue
      }
      guard [.amod, .acl, .advmod].contains(token.deprel) else { continue }
      if lemma == "reportedly" || lemma == "allegedly" { answer.isHearsay = true }
      let forms = [lemma, token.form.asciiLowercased]
      for form in forms {
        if let cue = codebook.cues(lemma: form).first(where: {
          $0.partOfSpeech == part && $0.links.contains("mod")
            && ($0.types.isEmpty || $0.types.contains(type))
        }) {
          if token.upos == .verb && token.xpos == .vbg && lemma != "upcome" && lemma != "come"
            && lemma != "continue" && lemma != "forthcome"
          {
            break
          }
          compose(cue.effect, &answer, word: token.form, negated: false)
          break
        }
      }
    }
    if parse.tokens[trigger].upos == .noun, parse.isNegated(trigger) {
      answer.cues.append("no")
      answer.status = .denied
    }
  }

  // MARK: The clause's own mood

  private func apply(clause verb: Int, _ answer: inout Answer, negationIsUsed: Bool = false) {
    if !negationIsUsed, parse.isNegated(verb) {
      compose(.denied, &answer, word: "not", negated: false)
    }
    applyMood(clause: verb, &answer)
  }

  private func applyMood(clause verb: Int, _ answer: inout Answer) {
    let token = parse.tokens[verb]
    var hasProgressive = false
    var hasTo = false
    var modal: String?
    for child in parse.children(of: verb) {
      let inner = parse.tokens[child]
      let word = inner.form.asciiLowercased
      switch inner.deprel {
      case .aux where inner.xpos == .md: modal = word
      case .aux where inner.lemma == "be":
        if token.xpos == .vbg, inner.xpos == .vbz || inner.xpos == .vbp { hasProgressive = true }
      case .mark where word == "if" || word == "unless" || word == "whether":
        compose(.possible, &answer, word: word, negated: false)
      case .mark where inner.xpos == .to: hasTo = true
      case .advcl:
        if let marker = parse.child(of: child, [.mark]),
          ["if", "unless"].contains(parse.tokens[marker].form.asciiLowercased)
        {
          compose(.possible, &answer, word: parse.tokens[marker].form, negated: false)
        }
      case .advmod
      where ["perhaps", "maybe", "possibly", "probably", "potentially", "hopefully", "likely"]
        .contains(word):
        compose(.possible, &answer, word: word, negated: false)
      default: break
      }
    }
    if let modal { self.modal(modal, verb: verb, &answer) }
    if hasProgressive { compose(.ongoing, &answer, word: token.form, negated: false) }
    if hasTo && (token.head < 0 || isRootLike(verb)) {
      // Headlines: "Lavrov to visit Pakistan".
      compose(.planned, &answer, word: "to", negated: false)
    }
  }

  private func isRootLike(_ verb: Int) -> Bool {
    parse.tokens[verb].deprel == .root || parse.tokens[verb].deprel == .parataxis
  }

  private func modal(_ word: String, verb: Int, _ answer: inout Answer) {
    switch word {
    case "will", "shall", "'ll", "’ll", "wo", "sha":
      compose(.planned, &answer, word: word, negated: false)
    case "would", "'d", "’d":
      let hasPerfect = parse.children(of: verb).contains {
        parse.tokens[$0].deprel == .aux && parse.tokens[$0].lemma == "have"
      }
      let reported = isReported(verb)
      compose(reported && !hasPerfect ? .planned : .possible, &answer, word: word, negated: false)
    case "may", "might", "could", "should", "must", "ought", "can", "ca":
      compose(.possible, &answer, word: word, negated: false)
    default: break
    }
  }

  /// Future in the past: "said he would visit", "announced that it would send".
  private func isReported(_ verb: Int) -> Bool {
    var current = verb
    for _ in 0..<3 {
      let token = parse.tokens[current]
      guard token.head >= 0 else { return false }
      if token.deprel == .ccomp || token.deprel == .parataxis { return true }
      guard token.deprel == .conj || token.deprel == .xcomp else { return token.deprel == .root }
      current = token.head
    }
    return false
  }
}
