import ChanceryCodebook
import ChanceryLanguage

/// How a happening hangs on the word above it; the names are those of `cues.tsv`.
enum CueLink: String {
  /// A clause below, with the same doer.
  case comp
  /// A clause below with a doer of its own ("analysts expect France to leave").
  case other
  /// A noun below a verb: object, passive's subject, prepositional object.
  case obj
  /// A noun as subject.
  case subj
  /// A noun below a noun.
  case of, `for`
  /// A clause or noun below a report, claim or rumour that is itself the object.
  case claim
}

/// Looks up cue words in the tree, the longest wording first: "call off" before "call", "take place" before
/// "take", "be expect" (the passive) before "expect".
struct CueFinder {
  let codebook: Codebook
  let parse: ParsedText
  /// Cues that stand before a happening ("without", "ahead of"), by their last word.
  private let prepositions: [String: [(words: [String], cue: Cue)]]

  init(codebook: Codebook, parse: ParsedText) {
    self.codebook = codebook
    self.parse = parse
    var prepositions: [String: [(words: [String], cue: Cue)]] = [:]
    for cue in codebook.cues where cue.partOfSpeech == "prep" {
      let words = cue.lemma.split(separator: " ").map(String.init)
      guard let last = words.last else { continue }
      prepositions[last, default: []].append((words, cue))
    }
    self.prepositions = prepositions.mapValues { $0.sorted { $0.words.count > $1.words.count } }
  }

  /// The cue at a governor for what hangs on it at `below`.
  /// - Parameter type: PLOVER type of the happening; nil where rows limited to types count as well.
  func cue(at governor: Int, below: Int, link: CueLink, type: String?) -> Cue? {
    let token = parse.tokens[governor]
    let part: String
    switch token.upos {
    case .verb: part = "verb"
    case .aux where token.deprel != .aux: part = "verb"
    case .noun, .propn: part = "noun"
    case .adj: part = "adj"
    case .adv: part = "adv"
    default: return nil
    }
    func find(_ links: [CueLink], _ key: String, _ part: String) -> Cue? {
      for link in links {
        if let found = row(key, part, link.rawValue, type) { return found }
      }
      return nil
    }
    let links: [CueLink] = link == .other ? [.other, .comp] : [link]
    for key in phrases(at: governor, below: below) {
      if let found = find(links, key, part) ?? find(links, key, "phrase") { return found }
    }
    if link == .obj, !takesPlainly(below) { return nil }
    let lemma = token.lemma.asciiLowercased
    return find(links, lemma, part) ?? find(links, token.form.asciiLowercased, part)
  }

  /// The first row of a wording with a part of speech and a link, for a type or for any.
  private func row(_ key: String, _ part: String, _ link: String, _ type: String?) -> Cue? {
    codebook.cues(lemma: key).first { cue in
      cue.partOfSpeech == part && cue.links.contains(link)
        && (cue.types.isEmpty || (type.map { cue.types.contains($0) } ?? true))
    }
  }

  /// Prepositions whose noun counts as the verb's object without a row of its own ("look forward to", "agreed on").
  private static let plain: Set<String> = ["on", "in", "into", "about", "for", "to", "with", "of"]

  /// Whether the preposition before a noun makes it something like the verb's object.
  func takesPlainly(_ below: Int) -> Bool {
    guard parse.tokens[below].deprel == .obl else { return true }
    return Self.plain.contains(parse.preposition(of: below) ?? "")
  }

  private static let particles: Set<String> = [
    "off", "out", "down", "back", "up", "on", "ahead", "through", "away", "about", "short", "over",
    "aside", "apart", "forward", "yet", "still", "still-born", "no",
  ]

  /// Wordings of several words that a governor may be part of.
  private func phrases(at governor: Int, below: Int) -> [String] {
    let token = parse.tokens[governor]
    let lemma = token.lemma.asciiLowercased
    var keys: [String] = []
    var extra: [String] = []
    var isPassive = false
    for child in parse.children(of: governor) {
      let inner = parse.tokens[child]
      let word = inner.form.asciiLowercased
      switch inner.deprel {
      case .auxPass: isPassive = true
      case .compoundPrt: extra.append(word)
      case .advmod where Self.particles.contains(word): extra.append(word)
      case .xcomp where inner.upos == .adj || inner.upos == .adv: extra.append(word)
      case .obj, .obl, .nmod, .advmod, .xcomp:
        guard child != below else { continue }
        let noun = inner.lemma.asciiLowercased
        let preposition = parse.preposition(of: child).map { $0 + " " } ?? ""
        extra.append(preposition + noun)
        if !preposition.isEmpty { keys.append(preposition + noun) }
      case .case:
        // "drills are under way", "the plan is on hold"
        keys.append(word + " " + lemma)
      default: break
      }
    }
    if governor + 1 < parse.tokens.count {
      let next = parse.tokens[governor + 1].form.asciiLowercased
      if Self.particles.contains(next), !extra.contains(next) { extra.append(next) }
    }
    if let marker = parse.child(of: below, [.mark, .case]) {
      let word = parse.tokens[marker].form.asciiLowercased
      if word != "to" || parse.tokens[marker].xpos != .to { extra.append(word) }
    }
    let full = extra.map { lemma + " " + $0 }
    keys = (isPassive ? full.map { "be " + $0 } : []) + full + keys
    if isPassive { keys.append("be " + lemma) }
    return keys
  }

  /// The cue that stands right before a happening's phrase: "without", "ahead of", "instead of".
  func preposition(before left: Int, in sentence: Range<Int>) -> Cue? {
    guard left > sentence.lowerBound else { return nil }
    let last = parse.tokens[left - 1].form.asciiLowercased
    for (words, cue) in prepositions[last] ?? [] {
      let start = left - words.count
      guard start >= sentence.lowerBound else { continue }
      let here = (start..<left).map { parse.tokens[$0].form.asciiLowercased }
      if here == words { return cue }
    }
    return nil
  }

  /// The cue that a modifier of the happening is ("planned", "alleged").
  func modifier(_ token: Int, type: String?) -> Cue? {
    let word = parse.tokens[token]
    let part: String
    switch word.upos {
    case .adj: part = "adj"
    case .verb: part = "verb"
    case .adv: part = "adv"
    default: return nil
    }
    for form in [word.form.asciiLowercased, word.lemma.asciiLowercased] {
      if let found = row(form, part, "mod", type) { return found }
    }
    return nil
  }

  /// A verb that tells, in a clause after a plan, that nothing came of it ("but backed down").
  func turns(_ verb: Int) -> Bool {
    for key in phrases(at: verb, below: verb) + [parse.tokens[verb].lemma.asciiLowercased] {
      if codebook.cues(lemma: key).contains(where: { $0.links.contains("turn") }) { return true }
    }
    return false
  }
}
