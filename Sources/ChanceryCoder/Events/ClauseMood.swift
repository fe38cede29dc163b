import ChanceryCodebook
import ChanceryLanguage
import ChanceryText

/// What a clause says of its own verb: tense, aspect, modality, negation, conditions.
struct ClauseMood {
  let reading: Reading
  let parse: ParsedText
  /// Tokens that express repetition ("twice a month").
  private let repeated: Set<Int>
  private let timeOfToken: [Int: Int]
  /// Verbs of deeds that are done by being announced ("is imposing sanctions").
  private let performative: Set<String>

  init(reading: Reading, performative: Set<String> = []) {
    self.reading = reading
    self.performative = performative
    parse = reading.parse
    var repeated: Set<Int> = []
    var owners: [Int: Int] = [:]
    for (index, time) in reading.times.enumerated() {
      for token in time.tokens {
        owners[token] = index
        if time.kind == .set { repeated.insert(token) }
      }
    }
    self.repeated = repeated
    timeOfToken = owners
  }

  /// What the auxiliaries of a verb say.
  struct Auxiliaries {
    var modal: String?
    /// "is to", "were to"
    var isTo = false
    var hasPerfect = false
    var isProgressive = false
    var isPast = false
    var isPassive = false
    var hasOwn = false
  }

  func auxiliaries(of verb: Int) -> Auxiliaries {
    var result = Auxiliaries()
    let token = parse.tokens[verb]
    var hasTo = false
    var be: XPOS?
    result.isPast = token.xpos == .vbd
    for child in parse.children(of: verb) {
      let inner = parse.tokens[child]
      guard [.aux, .auxPass, .cop, .mark].contains(inner.deprel) else { continue }
      if inner.deprel == .mark {
        if inner.xpos == .to { hasTo = true }
        continue
      }
      if child > verb { continue }
      result.hasOwn = true
      if inner.xpos == .md {
        result.modal = inner.form.asciiLowercased
      } else if inner.lemma == "have" {
        result.hasPerfect = true
        if inner.xpos == .vbd { result.isPast = true }
      } else if inner.lemma == "be" {
        if inner.xpos != .vbn { be = inner.xpos }
        if inner.xpos == .vbd { result.isPast = true }
        if inner.deprel == .auxPass { result.isPassive = true }
        if token.xpos == .vbg { result.isProgressive = true }
      } else if inner.lemma == "do", inner.xpos == .vbd {
        result.isPast = true
      }
    }
    if hasTo, let be, [.vbd, .vbz, .vbp].contains(be), token.xpos != .vbg { result.isTo = true }
    return result
  }

  /// The operators of a clause, innermost first.
  /// - Parameter isReported: the clause renders somebody's words, so that its past may be a present.
  /// - Parameter isHappening: the verb is the happening itself, not a word over it.
  func operators(of verb: Int, isReported: Bool, isHappening: Bool) -> [StatusOperator] {
    let helpers = auxiliaries(of: verb)
    let negation = negation(of: verb, helpers)
    var result: [StatusOperator] = []
    // "cannot be excluded": what is negated is the word over the happening, not its "can".
    if !isHappening, let negation { result.append(negation) }
    if let aspect = aspect(verb, helpers, isReported: isReported) { result.append(aspect) }
    if helpers.isTo {
      // "was to have met" did not come about; "is to meet" is planned.
      result.append(
        helpers.hasPerfect
          ? StatusOperator(effect: .cancelled, negated: .denied, word: "was to have")
          : StatusOperator(effect: .planned, negated: .denied, word: "is to"))
    } else if let modal = helpers.modal,
      let found = modality(modal, verb, helpers, isReported: isReported)
    {
      result.append(found)
    }
    if isHeadlineInfinitive(verb, helpers) {
      result.append(StatusOperator(effect: .planned, negated: .denied, word: "to"))
    }
    if isHappening, let negation { result.append(negation) }
    if let condition = condition(of: verb) { result.append(condition) }
    return result
  }

  /// "was kept", "were to": a plan of the past, which a following "but" undoes.
  func isPastPlan(_ verb: Int) -> Bool {
    let helpers = auxiliaries(of: verb)
    return helpers.isPast
      && (helpers.isTo || helpers.hasPerfect || helpers.isPassive
        || helpers.isProgressive || parse.tokens[verb].upos == .adj)
  }

  // MARK: Aspect

  private static let repeating: Set<String> = [
    "regularly", "routinely", "repeatedly", "frequently", "constantly", "continually", "daily",
    "weekly", "monthly", "annually", "continuously", "periodically", "nightly",
  ]

  private func aspect(_ verb: Int, _ helpers: Auxiliaries, isReported: Bool) -> StatusOperator? {
    let word = parse.tokens[verb].form
    let ongoing = StatusOperator(effect: .ongoing, negated: .denied, word: word)
    // "urge still others to give" is no going on.
    let isStill = parse.children(of: verb, [.advmod]).contains { adverb in
      guard parse.tokens[adverb].form.asciiLowercased == "still" else { return false }
      let next = adverb + 1 < parse.tokens.count ? parse.tokens[adverb + 1].lemma : ""
      return !["other", "others", "more", "another", "further"].contains(next)
    }
    let isPresent =
      !helpers.isPast && helpers.modal == nil
      && (helpers.hasOwn || [.vbz, .vbp].contains(parse.tokens[verb].xpos))
    if helpers.isProgressive {
      if helpers.modal != nil { return nil }
      if isPresent, !isStill, !helpers.isPassive, !isRepeated(verb),
        performative.contains(parse.tokens[verb].lemma)
      {
        return nil
      }
      return isPresent || isStill || isReported && !helpers.hasPerfect ? ongoing : nil
    }
    if isPresent, !helpers.hasPerfect, isStill || isRepeated(verb) { return ongoing }
    if isPresent, helpers.hasPerfect, isRepeated(verb) || lasts(verb) { return ongoing }
    return nil
  }

  private func isRepeated(_ verb: Int) -> Bool {
    parse.children(of: verb).contains { child in
      let token = parse.tokens[child]
      if repeated.contains(child) { return true }
      if token.deprel == .advmod, Self.repeating.contains(token.form.asciiLowercased) {
        return true
      }
      guard [.obl, .oblUnmarked, .nmodUnmarked, .obj, .nsubj, .nsubjPass].contains(token.deprel)
      else { return false }
      return parse.children(of: child).contains {
        let word = parse.tokens[$0].form.asciiLowercased
        return parse.tokens[$0].deprel == .det && (word == "every" || word == "each")
          && timeOfToken[child] != nil
      }
    }
  }

  private static let lengths: Set<String> = [
    "hour", "day", "night", "week", "fortnight", "month", "year", "decade", "weekend",
  ]

  /// "for a third week", "for two months", "all year"
  private func lasts(_ verb: Int) -> Bool {
    parse.children(of: verb, [.obl, .oblUnmarked, .nmodUnmarked]).contains { child in
      guard Self.lengths.contains(parse.tokens[child].lemma) else { return false }
      if parse.preposition(of: child) == "for" { return true }
      return parse.children(of: child, [.det]).contains {
        parse.tokens[$0].form.asciiLowercased == "all"
      }
    }
  }

  // MARK: Modality

  private func modality(
    _ modal: String, _ verb: Int, _ helpers: Auxiliaries, isReported: Bool
  ) -> StatusOperator? {
    switch modal {
    case "will", "shall", "'ll", "’ll", "wo", "sha":
      return StatusOperator(effect: .planned, negated: .denied, word: modal)
    case "would", "'d", "’d":
      if helpers.hasPerfect {
        return StatusOperator(effect: .denied, negated: .denied, word: "would have")
      }
      if isReported { return StatusOperator(effect: .planned, negated: .denied, word: modal) }
      if hasCome(verb) { return nil }
      return StatusOperator(effect: .possible, negated: .denied, word: modal)
    case "should", "must", "ought", "'s":
      if helpers.hasPerfect, modal != "must" {
        return StatusOperator(effect: .denied, negated: .occurred, word: "\(modal) have")
      }
      return StatusOperator(effect: .possible, negated: .denied, word: modal)
    case "may", "might":
      return StatusOperator(effect: .possible, negated: .possible, word: modal)
    case "could", "can", "ca":
      return StatusOperator(effect: .possible, negated: .denied, word: modal)
    default: return nil
    }
  }

  /// What was to come at a past time and has come: "would sign four years later".
  private func hasCome(_ verb: Int) -> Bool {
    parse.children(of: verb).contains { child in
      let token = parse.tokens[child]
      guard [.advmod, .obl, .oblUnmarked, .nmodUnmarked].contains(token.deprel) else {
        return false
      }
      if token.form.asciiLowercased == "later" || token.form.asciiLowercased == "eventually" {
        return true
      }
      guard let published = reading.published, let time = timeOfToken[child],
        let interval = reading.times[time].interval
      else { return false }
      return interval.end < published.start
    }
  }

  /// "Lavrov to visit Pakistan": a headline's infinitive.
  private func isHeadlineInfinitive(_ verb: Int, _ helpers: Auxiliaries) -> Bool {
    let token = parse.tokens[verb]
    guard !helpers.isTo, token.deprel == .root || token.deprel == .parataxis else { return false }
    return parse.children(of: verb, [.mark]).contains { parse.tokens[$0].xpos == .to }
  }

  // MARK: Negation

  /// What negates the clause of a verb, or a noun.
  func negation(of verb: Int, _ helpers: Auxiliaries) -> StatusOperator? {
    if hasAdverb(verb, ["longer"]), hasNoLonger(verb) {
      let wasPlanned = helpers.modal == "will" || helpers.modal == "would" || helpers.isTo
      return StatusOperator(
        effect: .denied, negated: .occurred, word: wasPlanned ? Self.noLonger : "no longer")
    }
    guard isNegated(verb) else { return nil }
    return StatusOperator(effect: .denied, negated: .occurred, word: "not")
  }

  /// The word of a plan that was given up.
  static let noLonger = "will no longer"

  private func hasNoLonger(_ verb: Int) -> Bool {
    parse.children(of: verb).contains {
      $0 > 0 && parse.tokens[$0].form.asciiLowercased == "longer"
        && parse.tokens[$0 - 1].form.asciiLowercased == "no"
    }
  }

  private static let nobody: Set<String> = ["nobody", "none", "no-one", "nothing", "neither"]

  /// - Parameter apart: a dependent whose own negation does not count, because it was counted before.
  func isNegated(_ token: Int, apart: Int? = nil) -> Bool {
    for child in parse.children(of: token) where child != apart {
      let inner = parse.tokens[child]
      let word = inner.form.asciiLowercased
      switch inner.deprel {
      case .advmod where ["not", "n't", "n’t", "never"].contains(word):
        if !isOnly(after: child) { return true }
      case .det where word == "no" || word == "neither": return true
      case .ccPreconj where word == "neither": return true
      case .cc where word == "nor" || word == "neither": return true
      case .nsubj, .nsubjPass:
        if Self.nobody.contains(word) || isNone(child) { return true }
      case .obj where parse.isVerb(token) && isNone(child): return true
      case .obl where isNone(child): return true
      default: break
      }
    }
    return false
  }

  /// "not only … but also" negates nothing.
  private func isOnly(after token: Int) -> Bool {
    guard token + 1 < parse.tokens.count else { return false }
    return ["only", "just", "merely", "least", "simply"].contains(
      parse.tokens[token + 1].form.asciiLowercased)
  }

  /// "no Greek minister", "neither Paraguay nor Uruguay"
  func isNone(_ noun: Int) -> Bool {
    parse.children(of: noun).contains {
      let word = parse.tokens[$0].form.asciiLowercased
      return (parse.tokens[$0].deprel == .det && (word == "no" || word == "neither"))
        || (parse.tokens[$0].deprel == .ccPreconj && word == "neither")
    }
  }

  func hasAdverb(_ verb: Int, _ words: Set<String>) -> Bool {
    parse.children(of: verb, [.advmod]).contains {
      words.contains(parse.tokens[$0].form.asciiLowercased)
    }
  }

  // MARK: Conditions

  private static let doubts: Set<String> = [
    "perhaps", "maybe", "possibly", "probably", "potentially", "hopefully", "likely",
  ]

  private func condition(of verb: Int) -> StatusOperator? {
    func possible(_ word: String) -> StatusOperator {
      StatusOperator(effect: .possible, negated: .possible, word: word)
    }
    for child in parse.children(of: verb) {
      let inner = parse.tokens[child]
      let word = inner.form.asciiLowercased
      switch inner.deprel {
      case .mark where ["if", "unless", "whether"].contains(word): return possible(word)
      case .advcl:
        guard let marker = parse.child(of: child, [.mark]) else { continue }
        let mark = parse.tokens[marker].form.asciiLowercased
        if mark == "unless" || mark == "if" && !isEven(marker) { return possible(mark) }
      case .advmod where Self.doubts.contains(word): return possible(word)
      default: break
      }
    }
    return nil
  }

  private func isEven(_ marker: Int) -> Bool {
    marker > 0 && ["even", "as"].contains(parse.tokens[marker - 1].form.asciiLowercased)
  }
}
