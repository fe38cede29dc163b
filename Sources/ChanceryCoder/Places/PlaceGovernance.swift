import ChanceryLanguage

/// How near a phrase of place stands to a happening in the tree; nil where another clause or noun comes between.
struct PlaceGovernance {
  let phrases: PlacePhrases

  private var parse: ParsedText { phrases.reading.parse }

  /// - Parameter isWide: what hangs on the happening's nouns counts too ("struck a column of trucks in Raqqa").
  func cost(of phrase: Int, to trigger: Int, isWide: Bool) -> Int? {
    let above = ancestors(of: trigger)
    var cost = 0
    var current = phrase
    while true {
      if let up = above[current] {
        return cost + up + abs(phrase - trigger) / 15
      }
      if current != phrase {
        guard let step = step(through: current, isWide: isWide) else { return nil }
        cost += step
      }
      cost += 1
      current = parse.tokens[current].head
      if current < 0 { return nil }
    }
  }

  /// The words above the happening to which its phrases of place may belong, with what it costs.
  private func ancestors(of trigger: Int) -> [Int: Int] {
    var result = [trigger: 0]
    var current = trigger
    var cost = 0
    while let step = climb(from: current), cost < 8 {
      cost += step
      current = parse.tokens[current].head
      result[current] = cost
    }
    return result
  }

  private func climb(from token: Int) -> Int? {
    let head = parse.tokens[token].head
    guard head >= 0 else { return nil }
    switch parse.tokens[token].deprel {
    case .conj: return 2
    case .xcomp: return isHappening(head) ? nil : 2
    case .acl: return parse.isVerb(token) && parse.tokens[token].xpos != .to ? 2 : nil
    case .advcl: return isParticiple(token) ? 3 : nil
    case .nmod:
      if phrases.sets["carrier_noun"]?.contains(lemma(head)) == true { return 1 }
      if parse.preposition(of: token) == "including" { return 1 }
      let isBeside = parse.preposition(of: token) == "of" || parse.preposition(of: token) == "for"
      return isBeside && phrases.isOne(of: "gathering_place", at: head) ? 2 : nil
    case .obj, .nsubj, .nsubjPass:
      return phrases.sets["light_verb"]?.contains(lemma(head)) == true
        || phrases.isOne(of: "holding", at: head) ? 1 : nil
    case .obl:
      if phrases.isOne(of: "motion", at: head) { return 2 }
      let preposition = parse.preposition(of: token) ?? ""
      guard phrases.isOne(of: "gathering_place", at: token) else { return nil }
      return ["during", "at", "in", "for", "after"].contains(preposition) ? 2 : nil
    default: return nil
    }
  }

  /// Verbs of saying, asking, promising keep their own place.
  private func isHappening(_ verb: Int) -> Bool {
    !(phrases.sets["light_verb"]?.contains(lemma(verb)) == true
      || phrases.isOne(of: "motion", at: verb) || phrases.isOne(of: "holding", at: verb))
  }

  private func isParticiple(_ verb: Int) -> Bool {
    let isMarked = parse.children(of: verb).contains { parse.tokens[$0].deprel == .mark }
    switch parse.tokens[verb].xpos {
    case .vbg: return !isMarked
    case .vb: return parse.hasTo(verb)
    default: return false
    }
  }

  private func isTime(_ token: Int) -> Bool {
    phrases.reading.times.contains { $0.tokens.contains(token) }
  }

  private func lemma(_ token: Int) -> String { parse.tokens[token].lemma.asciiLowercased }

  /// What it costs that a word stands between a phrase and the happening; nil where it keeps the phrase to itself.
  private func step(through token: Int, isWide: Bool) -> Int? {
    if parse.isVerb(token) {
      let isModifier = [.acl, .aclRelcl].contains(parse.tokens[token].deprel)
      return isModifier && phrases.isOne(of: "holding", at: token) ? 1 : nil
    }
    switch parse.tokens[token].upos {
    case .noun, .propn, .num, .pron, .det: break
    default: return nil
    }
    if isTime(token) { return 1 }
    if parse.preposition(of: token) == "after" || parse.preposition(of: token) == "following" {
      return nil
    }
    if phrases.isOne(of: "gathering_place", at: token) || phrases.isOne(of: "facility", at: token)
      || phrases.isOne(of: "settlement", at: token)
      || phrases.sets["carrier_noun"]?.contains(lemma(token)) == true
    {
      return 1
    }
    if let mention = phrases.reading.mention(covering: token), mention.form != .adjective {
      let kind = phrases.reading.actors[mention.actor].kind
      return kind == .place || kind == .state ? (isWide ? 2 : nil) : 1
    }
    return isWide ? 2 : nil
  }
}
