import ChanceryFacts
import ChanceryLanguage
import ChanceryText

/// Finds every mention of persons, bodies and places: names with the words around them ("the government of Iraq",
/// "Foreign Minister Julie Bishop"), descriptions ("the city", "Coalition forces") and pronouns, the outermost only.
/// A state that acts is a body, elsewhere a place.
///
/// Source: the markable of the re3d and ACE guidelines: a whole noun phrase. Cost: linear in the tokens.
struct EntityMentionReader {
  let reading: Reading
  let agents: AgentIndex
  let sets: [String: Set<String>]
  let names: [NamedEntity]
  private let parse: ParsedText
  private let lemmas: [String]
  private let words: [String]
  /// For each token, the index of the name that covers it, or -1.
  private let nameOfToken: [Int]

  init(
    reading: Reading, agents: AgentIndex, sets: [String: Set<String>], names: [NamedEntity]
  ) {
    self.reading = reading
    self.agents = agents
    self.sets = sets
    self.names = names
    parse = reading.parse
    lemmas = parse.tokens.map { $0.lemma.asciiLowercased }
    words = parse.tokens.map { $0.form.asciiLowercased }
    var owner = [Int](repeating: -1, count: parse.tokens.count)
    for (index, name) in names.enumerated() {
      for token in parse.tokens(in: name.span) { owner[token] = index }
    }
    nameOfToken = owner
  }

  /// In text order, not overlapping.
  func mentions() -> [NamedEntity] {
    var found: [NamedEntity] = []
    for sentence in parse.sentences {
      for token in sentence.tokens {
        if let mention = mention(of: token, from: sentence.tokens.lowerBound) {
          found.append(mention)
        }
      }
    }
    found += names.filter { $0.kind != .place }
    found.sort {
      $0.span.start != $1.span.start ? $0.span.start < $1.span.start : $0.span.end > $1.span.end
    }
    var result: [NamedEntity] = []
    for mention in found {
      if let last = result.last, mention.span.start < last.span.end { continue }
      result.append(mention)
    }
    return result
  }

  /// The phrase that a nominal governs, if it is somebody or some place.
  private func mention(of token: Int, from first: Int) -> NamedEntity? {
    let current = parse.token(token)
    if has("person_pronoun", words[token]) { return entity(token..<token + 1, .person) }
    if has("body_pronoun", words[token]) { return entity(token..<token + 1, .organization) }
    guard current.upos == .noun || current.upos == .propn || nameOfToken[token] >= 0 else {
      return nil
    }
    let isInner = [.compound, .flat, .fixed, .nmodDesc, .goeswith].contains(current.deprel)
    if isInner, !isLentByCompound(token, first) { return nil }
    guard let kind = kind(of: token, from: first) else { return nil }
    return entity(phrase(of: token), kind)
  }

  private func entity(_ tokens: Range<Int>, _ kind: NamedEntity.Kind) -> NamedEntity {
    NamedEntity(span: parse.span(of: tokens), kind: kind)
  }

  /// "U.S. policy", "Mosul operation": a name before what is neither somebody nor a place.
  private func isLentByCompound(_ token: Int, _ first: Int) -> Bool {
    guard nameOfToken[token] >= 0, parse.token(token).head >= 0 else { return false }
    let head = parse.token(token).head
    return nameOfToken[head] != nameOfToken[token] && kind(of: head, from: first) == nil
  }

  private func kind(of token: Int, from first: Int) -> NamedEntity.Kind? {
    let xpos = parse.token(token).xpos
    let isPlural = xpos == .nns || xpos == .nnps
    if nameOfToken[token] >= 0 {
      let name = names[nameOfToken[token]]
      guard name.kind == .place else {
        // "Iraqis" are a body, "Yazidi" alone a nationality.
        return name.kind == .nationality && isPlural ? .organization : name.kind
      }
      return isState(token) && acts(token) ? .organization : .place
    }
    if has("ground", lemmas[token]), !has("not_ground", lemmas[token]) { return .place }
    if has("craft_or_text", lemmas[token]) { return nil }
    if let entry = agents.match(endingAt: token, from: first, lemmas: lemmas, words: words) {
      switch entry.noun.kind {
      case .role: return isPlural ? .organization : .person
      case .people where !isPlural: return .person
      default: return .organization
      }
    }
    if has("companion", lemmas[token]) { return isPlural ? .organization : nil }
    if has("companion_body", lemmas[token]) { return .organization }
    return nil
  }

  private func isState(_ token: Int) -> Bool {
    guard let mention = reading.mention(covering: token), mention.form == .name else {
      return false
    }
    let actor = reading.actors[mention.actor]
    return actor.kind == .state || actor.kind == .organization
  }

  /// Whether a state is there as its government: subject, object, owner, partner, not the ground.
  private func acts(_ token: Int) -> Bool {
    let first = parse.firstConjunct(token)
    let current = parse.token(first)
    switch current.deprel {
    case .appos, .root, .parataxis, .list: return false
    case .obj:
      return current.head < 0 || !has("motion_object", lemmas[current.head])
    case .compound, .nmodPoss, .nsubj, .nsubjPass, .iobj, .nmodUnmarked: return true
    default:
      guard let preposition = parse.preposition(of: first) else { return true }
      return !has("ground_preposition", preposition) && preposition != "of"
    }
  }

  private func has(_ set: String, _ word: String) -> Bool { sets[set]?.contains(word) == true }

  /// From the leftmost modifier to the head, with the name behind it and what "of" adds to a body or an office.
  private func phrase(of token: Int) -> Range<Int> {
    var low = token
    var high = token
    for child in parse.children(of: token) {
      switch parse.token(child).deprel {
      case .det, .amod, .compound, .nmodPoss, .nummod, .nmodDesc, .flat, .nmodUnmarked, .fixed:
        let range = parse.subtree(of: child)
        if range.lowerBound < token { low = min(low, range.lowerBound) }
        if range.upperBound > token, range.lowerBound == high + 1,
          parse.token(range.lowerBound).upos != .punct
        {
          high = range.upperBound
        }
      case .nmod where parse.preposition(of: child) == "of" && child > token:
        let range = parse.subtree(of: child)
        if range.lowerBound == high + 1, range.count <= 5 { high = range.upperBound }
      default: continue
      }
    }
    return low..<(high + 1)
  }
}
