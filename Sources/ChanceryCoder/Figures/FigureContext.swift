import ChanceryLanguage
import ChanceryText

/// The words around a number that tell what it measures.
struct FigureContext {
  let reading: Reading
  let sentence: Sentence
  let tree: ParsedText
  let measures: MeasureTable
  /// The token of the number (of its last word).
  let number: Int
  /// The noun that the number modifies, or the number.
  let head: Int
  let span: ByteSpan

  /// The entry whose word is nearest in the tree, of those that fit numbers of that unit.
  func measure(unit: String) -> MeasureTable.Entry? {
    nearest(unit: unit).map(\.entry)
  }

  /// The word that gave a measure, for the direction of the flow.
  func anchor(of measure: String) -> Int? {
    var best: (cost: Int, token: Int)?
    for unit in ["money", "percent", "people", "items"] {
      if let found = nearest(unit: unit, only: measure), found.cost < (best?.cost ?? .max) {
        best = (found.cost, found.token)
      }
    }
    return best?.token
  }

  private func nearest(
    unit: String, only: String? = nil
  ) -> (cost: Int, token: Int, entry: MeasureTable.Entry)? {
    var best: (cost: Int, token: Int, entry: MeasureTable.Entry)?
    for i in sentence.tokens {
      guard let entry = entry(at: i, unit: unit), only == nil || entry.measure == only
      else { continue }
      let cost = cost(of: i, entry)
      if cost < (best?.cost ?? 400) { best = (cost, i, entry) }
    }
    return best
  }

  /// The entry of a token, with the word before it for names of two words.
  private func entry(at i: Int, unit: String) -> MeasureTable.Entry? {
    let token = tree.token(i)
    let lemma = token.lemma.asciiLowercased
    switch token.upos {
    case .noun, .propn:
      if i > sentence.tokens.lowerBound {
        let pair = tree.token(i - 1).lemma.asciiLowercased + " " + lemma
        if let found = measures.noun(pair, unit: unit) { return found }
      }
      return measures.noun(lemma, unit: unit)
    case .verb: return measures.verb(lemma, unit: unit)
    case .adj: return measures.adjective(lemma, unit: unit)
    default: return nil
    }
  }

  /// Ten for each edge of the tree, one for each word between; verbs and weak words cost more.
  private func cost(of i: Int, _ entry: MeasureTable.Entry) -> Int {
    let edges = tree.distance(head, i) ?? tree.distance(number, i) ?? 8
    var cost = 10 * edges + min(abs(i - number), 40)
    if tree.token(i).upos == .verb { cost += 12 }
    if entry.measure == "other" { cost += 8 }
    if entry.measure == "price" { cost += 40 }
    // "a loan for food imports": what it is for is not what is measured.
    if tree.preposition(of: i) == "for", !tree.isBelow(number, i) { cost += 25 }
    if entry.measure == "deal_value" { cost += 30 }
    if hasOwnNumber(i) { cost += 20 }
    // Across "whereas", "and" a clause begins with a number of its own.
    if separated(i) { cost += 25 }
    return cost
  }

  /// A number of its own follows the word ("with a balance of 5").
  private func hasOwnNumber(_ i: Int) -> Bool {
    guard i > number else { return false }
    let end = min(i + 6, sentence.tokens.upperBound)
    return (i + 1..<max(i + 1, end)).contains { token in
      tree.token(token).upos == .num && !reading.times.contains { $0.tokens.contains(token) }
    }
  }

  /// Another clause's subject: a conjunction or mark lies between that is not above both.
  private func separated(_ i: Int) -> Bool {
    let low = min(i, number)
    let high = max(i, number)
    return (low..<high).contains { k in
      let token = tree.token(k)
      return token.form == ";" || token.lemma == "whereas" || token.lemma == "while"
        || token.lemma == "but"
    }
  }

  // MARK: Counts

  struct Counted {
    var measure: String
    var unit: String
    /// The noun stands directly after the number or its adjectives.
    var isAdjacent: Bool
  }

  /// What a bare number counts; nil where that is no figure.
  func counted(isDozen: Bool) -> Counted? {
    if let noun = countedNoun() { return count(of: noun) }
    return elliptic()
  }

  /// The noun after the number: the head in the tree, or the noun that ends the words after it.
  private func countedNoun() -> Int? {
    if head != number, tree.token(head).upos == .noun || tree.token(head).upos == .propn,
      head > number, head - number <= 7
    {
      return head
    }
    if let partitive = partitiveNoun() { return partitive }
    var i = number + 1
    var last: Int?
    while i < sentence.tokens.upperBound, i - number <= 5 {
      let token = tree.token(i)
      switch token.upos {
      case .adj, .propn, .det: break
      case .noun: last = i
      case .verb where token.xpos == .vbn && last == nil: break
      default: return isPlural(last) ? last : nil
      }
      i += 1
    }
    return isPlural(last) ? last : nil
  }

  private func isPlural(_ token: Int?) -> Bool {
    guard let token else { return false }
    return tree.token(token).xpos == .nns || tree.token(token).xpos == .nnps
      || measures.isUnchanged(tree.token(token).lemma.asciiLowercased)
      || measures.isUnchanged(tree.token(token).form.asciiLowercased)
  }

  /// "74 of the 141 governments": the noun after "of".
  private func partitiveNoun() -> Int? {
    guard isPartitive else { return nil }
    for i in (number + 2)..<min(number + 13, sentence.tokens.upperBound) {
      let token = tree.token(i)
      if token.upos == .noun, isPlural(i) { return i }
      if token.upos == .verb || token.upos == .punct { return nil }
    }
    return nil
  }

  /// "of the/their …" follows the number.
  var isPartitive: Bool {
    guard number + 2 < sentence.tokens.upperBound else { return false }
    return tree.token(number + 1).lemma == "of"
      && (tree.token(number + 2).upos == .det || tree.token(number + 2).upos == .pron)
  }

  /// "the two", "both", "these three", "our two": told before, no news.
  var isDefinite: Bool {
    var i = number - 1
    while i >= sentence.tokens.lowerBound, number - i <= 3 {
      let token = tree.token(i)
      if token.upos == .num || token.upos == .adj || token.form == "-" {
        i -= 1
        continue
      }
      if token.xpos == .prpPossessive || token.xpos == .pos { return true }
      return ["the", "these", "those", "both", "this", "that"].contains(token.lemma)
        || ["the", "these", "those", "both"].contains(token.form.asciiLowercased)
    }
    return false
  }

  private func count(of noun: Int) -> Counted? {
    let lemma = tree.token(noun).lemma.asciiLowercased
    let pair =
      noun > sentence.tokens.lowerBound
      ? tree.token(noun - 1).lemma.asciiLowercased + " " + lemma : lemma
    if measures.isSkipped(lemma) || measures.isSkipped(pair) { return nil }
    guard isPlural(noun) else { return nil }
    let adjacent = noun - number <= 3
    if let people = measures.noun(pair, unit: "people") ?? measures.noun(lemma, unit: "people") {
      let fate = people.measure == "casualties_dead" ? nil : fate(of: noun)
      return Counted(measure: fate ?? people.measure, unit: "people", isAdjacent: adjacent)
    }
    if let items = measures.noun(pair, unit: "items") ?? measures.noun(lemma, unit: "items") {
      return Counted(measure: items.measure, unit: "items", isAdjacent: adjacent)
    }
    guard hasParty, isPlainNoun(noun) else { return nil }
    // Names of peoples ("600 Afghans").
    if let mention = reading.mention(covering: noun), mention.form != .adjective {
      return Counted(measure: fate(of: noun) ?? "other", unit: "people", isAdjacent: adjacent)
    }
    return Counted(measure: "quantity", unit: "items", isAdjacent: adjacent)
  }

  private func isPlainNoun(_ noun: Int) -> Bool {
    tree.token(noun).upos == .noun || reading.mentionOfToken[noun] >= 0
  }

  private var hasParty: Bool {
    reading.mentions.contains { sentence.tokens.contains($0.head) }
  }

  /// What befell the people: the nearest verb or adjective that says so.
  private func fate(of noun: Int) -> String? {
    var best: (cost: Int, measure: String)?
    for i in sentence.tokens {
      let token = tree.token(i)
      guard token.upos == .verb || token.upos == .adj,
        let entry = token.upos == .verb
          ? measures.verb(token.lemma, unit: "people")
          : measures.adjective(token.lemma, unit: "people"),
        let edges = tree.distance(noun, i), edges <= 2, !isAgent(noun, of: i)
      else { continue }
      let cost = 10 * edges + abs(i - noun)
      if cost < (best?.cost ?? .max) { best = (cost, entry.measure) }
    }
    return best?.measure == "other" ? nil : best?.measure
  }

  /// The people do it ("30 soldiers killed a man"), it is not done to them.
  private func isAgent(_ noun: Int, of verb: Int) -> Bool {
    let token = tree.token(noun)
    return token.head == verb && token.deprel == .nsubj && tree.token(verb).xpos != .vbn
      && !["die", "flee", "perish", "drown"].contains(tree.token(verb).lemma)
  }

  /// "killing at least 12", "12 dead", "a toll of 30".
  private func elliptic() -> Counted? {
    if number + 1 < sentence.tokens.upperBound {
      for i in (number + 1)..<min(number + 4, sentence.tokens.upperBound) {
        let token = tree.token(i)
        if let entry = measures.adjective(token.lemma, unit: "people")
          ?? measures.adjective(token.form.asciiLowercased, unit: "people")
        {
          return Counted(measure: entry.measure, unit: "people", isAdjacent: true)
        }
        guard token.upos == .aux || token.upos == .adv || token.upos == .adp || token.upos == .det
        else {
          if token.upos == .verb, let entry = measures.verb(token.lemma, unit: "people"),
            entry.measure.hasPrefix("casualties"), token.xpos == .vbn || token.lemma == "die"
          {
            return Counted(measure: entry.measure, unit: "people", isAdjacent: true)
          }
          break
        }
      }
    }
    var token = tree.token(number)
    if token.head >= 0, ["more", "other"].contains(tree.token(token.head).lemma) {
      token = tree.token(token.head)
    }
    guard token.head >= 0, token.deprel == .obj || token.deprel == .nsubjPass else { return nil }
    let verb = tree.token(token.head)
    guard verb.upos == .verb, let entry = measures.verb(verb.lemma, unit: "people"),
      entry.measure != "other", entry.measure != "troops"
    else { return nil }
    return Counted(measure: entry.measure, unit: "people", isAdjacent: true)
  }
}
