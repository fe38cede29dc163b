import ChanceryLanguage

/// Whether the clause around a time expression looks back or ahead.
enum TimeTense: Sendable { case past, future, open }

extension ParsedText {
  /// The tense of the verb that governs a token; of the nearest verb where there is no tree.
  func tense(at token: Int) -> TimeTense {
    guard token >= 0, token < tokens.count else { return .open }
    var place = token
    for _ in 0..<24 {
      let head = tokens[place].head
      guard head >= 0 else { break }
      place = head
      if let tense = tenseOfVerb(place) { return tense }
    }
    if place != token { return .open }
    return nearestTense(token)
  }

  /// Nil where the token is no verb, or tells nothing and hangs on another.
  private func tenseOfVerb(_ verb: Int) -> TimeTense? {
    let isVerb = tokens[verb].upos == .verb || tokens[verb].upos == .aux
    var isPast = false
    var isCopula = false
    for child in children(of: verb) {
      switch tokens[child].deprel {
      case .aux, .auxPass, .cop:
        isCopula = true
        if TimeWords.future.contains(tokens[child].form) { return .future }
        if tokens[child].xpos == .vbd || tokens[child].xpos == .vbn { isPast = true }
        if ["has", "have", "'ve", "'s"].contains(tokens[child].form), tokens[verb].xpos == .vbn {
          isPast = true
        }
      case .mark where tokens[child].xpos == .to || tokens[child].form == "to":
        // "managed to land on Monday" is as past as the managing.
        if isVerb { return isCarriedOut(verb) ? nil : .future }
      default: break
      }
    }
    if isPast { return .past }
    guard isVerb || isCopula else { return nil }
    switch tokens[verb].xpos {
    case .vbd: return .past
    case .vbn: return isCopula ? .open : .past
    case .vbz, .vbp: return .open
    case .vbg: return isCopula ? .future : nil
    default: return nil
    }
  }

  private func isCarriedOut(_ infinitive: Int) -> Bool {
    let head = tokens[infinitive].head
    return head >= 0 && tokens[infinitive].deprel == .xcomp
      && TimeWords.implicative.contains(tokens[head].lemma)
  }

  /// Without a tree: the nearest word of the sentence that shows tense, those before it first.
  private func nearestTense(_ token: Int) -> TimeTense {
    guard !sentences.isEmpty else { return .open }
    let range = sentences[sentence(of: token)].tokens
    for distance in 1..<16 {
      for place in [token - distance, token + distance] where range.contains(place) {
        if let tense = tenseOfWord(place) { return tense }
      }
    }
    return .open
  }

  private func tenseOfWord(_ place: Int) -> TimeTense? {
    if TimeWords.future.contains(tokens[place].form) { return .future }
    switch tokens[place].xpos {
    case .vbd: return .past
    case .vb where place > 0 && tokens[place - 1].form == "to": return .future
    default: return nil
    }
  }
}

/// Forms that show tense; closed classes of the language.
enum TimeWords {
  static let future: Set<String> = ["will", "'ll", "’ll", "wo", "shall", "would"]
  /// Verbs whose infinitive happened, or did not, when they did.
  static let implicative: Set<String> = [
    "manage", "fail", "refuse", "decline", "force", "compel", "begin", "start", "continue", "help",
    "cease", "happen", "get", "oblige", "dare", "bother", "neglect", "hasten",
  ]
}
