import ChanceryCodebook
import ChanceryLanguage
import ChanceryRecord

/// Did it happen? A chain of operators from the happening's word upwards: its modifiers, the mood of its clause,
/// then every word above that governs it (codebook §2, "Status"; `Docs/Design/status.md`).
struct StatusReader {
  let reading: Reading
  let codebook: Codebook
  let cues: CueFinder
  let mood: ClauseMood

  private var parse: ParsedText { reading.parse }

  init(codebook: Codebook, reading: Reading) {
    self.reading = reading
    self.codebook = codebook
    cues = CueFinder(codebook: codebook, parse: reading.parse)
    mood = ClauseMood(
      reading: reading, performative: codebook.sets["performative_verb"] ?? [])
  }

  struct Answer {
    var status: Status
    /// The words that decided, for `explain`.
    var cues: [String] = []
    /// A hearsay word ("reportedly", "alleged") stands by.
    var isHearsay = false
  }

  func status(of trigger: Int, type: String) -> Answer {
    var climb = Climb(type: type, trigger: trigger)
    readModifiers(of: trigger, &climb)
    if let cue = cues.preposition(before: leftEdge(of: trigger), in: sentence(of: trigger)) {
      climb.chain.apply(StatusOperator(cue, word: cue.lemma))
      if cue.effect == .denied || cue.effect == .planned && !parse.isVerb(trigger) {
        return answer(climb)
      }
    }
    if parse.isVerb(trigger) { readMood(of: trigger, isHappening: true, &climb) }
    var current = trigger
    var steps = 0
    while steps < 8, let link = link(from: current) {
      steps += 1
      guard step(to: link.governor, from: current, link.kind, &climb) else { break }
      current = link.governor
    }
    if steps < 8, isQuestion(current) {
      climb.chain.apply(StatusOperator(effect: .possible, negated: .possible, word: "?"))
    }
    if type == "COERCE", climb.chain.status == .occurred, isHeld(trigger) {
      climb.chain.settle(.ongoing, word: parse.tokens[trigger].form)
    }
    return answer(climb)
  }

  /// "raised the cases of citizens *detained* in China": who is so described is held still.
  private func isHeld(_ trigger: Int) -> Bool {
    let token = parse.tokens[trigger]
    guard token.deprel == .acl, token.xpos == .vbn,
      codebook.sets["kept_participle"]?.contains(token.lemma) == true
    else { return false }
    return !parse.children(of: trigger).contains {
      [.oblUnmarked, .advmod].contains(parse.tokens[$0].deprel)
        || parse.preposition(of: $0) == "on" || parse.preposition(of: $0) == "since"
    }
  }

  /// What is known on the way up.
  private struct Climb {
    var type: String
    var trigger: Int
    var chain = StatusChain()
    var isHearsay = false
    /// The clause of the latest plan of the past.
    var pastPlan: Int?
  }

  private func answer(_ climb: Climb) -> Answer {
    var climb = climb
    if let plan = climb.pastPlan, let word = turn(of: plan, for: climb.trigger) {
      switch climb.chain.status {
      case .planned: climb.chain.settle(.cancelled, word: word)
      case .possible: climb.chain.settle(.denied, word: word)
      default: break
      }
    }
    return Answer(
      status: climb.chain.status, cues: climb.chain.words, isHearsay: climb.isHearsay)
  }

  // MARK: One step up

  /// How the way goes on above a token; `mood` where it only shares the clause's mood.
  private enum Kind: Equatable {
    case cue(CueLink)
    /// A coordinated fellow.
    case fellow
    /// A noun that stands before another ("visit" in "visit plans").
    case part
  }

  private func link(from token: Int) -> (governor: Int, kind: Kind)? {
    let head = parse.tokens[token].head
    guard head >= 0 else { return nil }
    switch parse.tokens[token].deprel {
    case .ccomp where isTold(by: head):
      // "denies a report claiming that …"
      return (parse.tokens[head].head, .cue(.other))
    case .xcomp: return (head, .cue(hasObject(head, besides: token) ? .other : .comp))
    case .ccomp, .csubj, .csubjPass: return (head, .cue(.other))
    case .acl where parse.tokens[token].xpos == .vb || parse.tokens[token].xpos == .vbg:
      return (head, .cue(.comp))
    case .acl where hasThat(token): return (head, .cue(.other))
    case .advcl where parse.isInfinitive(token) || isComplementLike(token):
      return (head, .cue(.comp))
    case .obj, .nsubjPass, .obl: return (head, .cue(.obj))
    case .nsubj: return (head, .cue(.subj))
    case .nmod:
      switch parse.preposition(of: token) {
      case "of", "about", "regarding", "on", "over": return (head, .cue(.of))
      case "for", "to": return (head, .cue(.for))
      default: return nil
      }
    case .compound, .amod: return (head, .part)
    case .conj: return (head, .fellow)
    default: return nil
    }
  }

  /// A participle that tells what a report says ("a report *claiming* that").
  private func isTold(by verb: Int) -> Bool {
    let token = parse.tokens[verb]
    guard token.deprel == .acl, token.xpos == .vbg, token.head >= 0 else { return false }
    let words = codebook.reportingWords(lemma: parse.tokens[token.head].lemma.asciiLowercased)
    return words.contains { $0.partOfSpeech == "noun" }
  }

  /// Reads a governor; false where the way ends.
  private func step(to governor: Int, from below: Int, _ kind: Kind, _ climb: inout Climb) -> Bool {
    switch kind {
    case .fellow: return stepToFellow(governor, from: below, &climb)
    case .part: return parse.tokens[governor].upos == .noun
    case .cue(let link):
      let link = below == climb.trigger ? link : refined(link, below)
      readHearsay(beside: governor, &climb)
      let isLoose = climb.chain.status == .planned || climb.chain.status == .possible
      let type = isLoose ? nil : climb.type
      if let cue = cue(governor, below, link, type) {
        return apply(cue, at: governor, below: below, link: link, &climb)
      }
      return pass(governor, below, link, &climb)
    }
  }

  /// What hangs on a report or claim is judged where that is judged ("dismissed an account that …").
  private func refined(_ link: CueLink, _ below: Int) -> CueLink {
    guard link == .obj, parse.tokens[below].upos == .noun else { return link }
    let words = codebook.reportingWords(lemma: parse.tokens[below].lemma.asciiLowercased)
    let isClaim = words.contains {
      $0.partOfSpeech == "noun" && ["claim", "hearsay", "say"].contains($0.force)
    }
    return isClaim ? .claim : link
  }

  private func cue(_ governor: Int, _ below: Int, _ link: CueLink, _ type: String?) -> Cue? {
    if let cue = cues.cue(at: governor, below: below, link: link, type: type) { return cue }
    // "trip axed": a participle without auxiliary has its object as subject.
    guard link == .subj, parse.isVerb(governor), parse.child(of: governor, [.obj]) == nil,
      [.vbn, .vbd].contains(parse.tokens[governor].xpos),
      let cue = cues.cue(at: governor, below: below, link: .obj, type: type)
    else { return nil }
    return cue.effect == .cancelled ? cue : nil
  }

  private func apply(
    _ cue: Cue, at governor: Int, below: Int, link: CueLink, _ climb: inout Climb
  ) -> Bool {
    // What is condemned, welcomed or regretted is a fact, whatever becomes of the regret.
    if cue.effect == .occurred { return false }
    let word = parse.tokens[governor].form
    climb.chain.apply(StatusOperator(cue, word: word))
    if link == .subj { readFellows(of: governor, &climb) }
    if cue.effect == .transparent, isReport(below, governor) { return false }
    if parse.isVerb(governor) || hasCopula(governor) {
      readMood(of: governor, isHappening: false, &climb)
    } else if mood.isNegated(governor) {
      climb.chain.apply(StatusOperator(effect: .denied, negated: .occurred, word: "no"))
    }
    if [.planned, .possible].contains(climb.chain.status), mood.isPastPlan(governor) {
      climb.pastPlan = governor
    }
    return true
  }

  /// A governor that is no cue.
  private func pass(_ governor: Int, _ below: Int, _ link: CueLink, _ climb: inout Climb) -> Bool {
    switch link {
    case .comp, .other:
      if isReport(below, governor) { return false }
      climb.chain.closeClause()
      guard parse.isVerb(governor) || hasCopula(governor) else { return false }
      readMood(of: governor, isHappening: false, &climb)
      return true
    case .obj, .subj:
      guard parse.isVerb(governor) || hasCopula(governor), cues.takesPlainly(below) else {
        return false
      }
      climb.chain.closeClause()
      let isLight = codebook.lightVerbs.contains(parse.tokens[governor].lemma.asciiLowercased)
      // "has no plans": the noun's negation was counted with the noun.
      let isCounted = mood.isNone(below) && !mood.isNegated(governor, apart: below)
      for next in operators(of: governor, isHappening: false)
      where !(isCounted && next.effect == .denied)
        && (isLight || [.planned, .possible].contains(next.effect)
          || link == .subj && next.effect == .ongoing)
      {
        climb.chain.apply(next)
      }
      if isLight, climb.chain.status == .planned, mood.isPastPlan(governor) {
        climb.pastPlan = governor
      }
      if link == .subj { readFellows(of: governor, &climb) }
      return true
    case .of, .for:
      return codebook.carriers.contains(parse.tokens[governor].lemma.asciiLowercased)
    case .claim: return false
    }
  }

  /// A fellow's mood is one's own where one has no verb forms of one's own ("will visit and meet").
  private func stepToFellow(_ governor: Int, from below: Int, _ climb: inout Climb) -> Bool {
    guard parse.isVerb(below), parse.isVerb(governor) else {
      return parse.tokens[governor].upos == parse.tokens[below].upos
        || !parse.isVerb(governor)
    }
    let helpers = mood.auxiliaries(of: below)
    let hasSubject = parse.child(of: below, [.nsubj, .nsubjPass]) != nil
    let isFinite = [.vbd, .vbz, .vbp].contains(parse.tokens[below].xpos)
    let first = mood.auxiliaries(of: governor)
    // "remain committed to talks and call on …": what is finite does not hang on what is not.
    if isFinite, !helpers.hasOwn,
      [.vb, .vbg].contains(parse.tokens[governor].xpos)
        || parse.tokens[governor].xpos == .vbn && !first.hasOwn
    {
      return false
    }
    if !helpers.hasOwn, !hasSubject, !isFinite, first.hasOwn || !isFinite,
      parse.tokens[below].xpos == parse.tokens[governor].xpos
    {
      readMood(of: governor, isHappening: false, &climb)
    }
    return true
  }

  /// "resumed on Monday and are going on": the later verbs of the same subject.
  private func readFellows(of verb: Int, _ climb: inout Climb) {
    for fellow in parse.children(of: verb, [.conj])
    where parse.child(of: fellow, [.nsubj, .nsubjPass]) == nil {
      guard let cue = cues.cue(at: fellow, below: fellow, link: .subj, type: climb.type),
        cue.effect != .transparent
      else { continue }
      climb.chain.apply(StatusOperator(cue, word: parse.tokens[fellow].form))
    }
  }

  /// What is reported stands by itself: the mood of the saying ("it may be recalled that …") is not its own.
  private func isReport(_ clause: Int, _ governor: Int) -> Bool {
    // "denied a report that": what becomes of the report is told above it.
    guard parse.isVerb(governor),
      [.ccomp, .parataxis, .acl].contains(parse.tokens[clause].deprel)
    else { return false }
    return !codebook.reportingWords(lemma: parse.tokens[governor].lemma.asciiLowercased).isEmpty
  }

  // MARK: A clause's own mood

  private func operators(of verb: Int, isHappening: Bool) -> [StatusOperator] {
    mood.operators(of: verb, isReported: isReported(verb), isHappening: isHappening)
  }

  private func readMood(of verb: Int, isHappening: Bool, _ climb: inout Climb) {
    for next in operators(of: verb, isHappening: isHappening) {
      if next.word == ClauseMood.noLonger {
        climb.chain.settle(.cancelled, word: next.word)
      } else {
        climb.chain.apply(next)
      }
    }
    if isHappening, climb.chain.status == .planned, mood.isPastPlan(verb) { climb.pastPlan = verb }
    if climb.chain.status == .denied, asPlanned(verb) {
      climb.chain.settle(.cancelled, word: "as planned")
    }
  }

  private func asPlanned(_ verb: Int) -> Bool {
    parse.children(of: verb, [.advcl]).contains {
      ["plan", "schedule", "agree", "announce", "expect", "promise"].contains(
        parse.tokens[$0].lemma.asciiLowercased)
        && parse.child(of: $0, [.mark]).map { parse.tokens[$0].form.asciiLowercased } == "as"
    }
  }

  /// Future in the past: "said he would visit", "announced that it would send".
  private func isReported(_ verb: Int) -> Bool {
    var current = verb
    for _ in 0..<4 {
      let token = parse.tokens[current]
      guard token.head >= 0 else { return hasSaying(current) }
      switch token.deprel {
      case .ccomp, .parataxis: return true
      case .acl where hasThat(current): return true
      case .conj, .xcomp: current = token.head
      default: return hasSaying(current)
      }
    }
    return false
  }

  /// "It would pull out, the ministry said."
  private func hasSaying(_ verb: Int) -> Bool {
    parse.children(of: verb, [.parataxis, .advcl]).contains {
      parse.child(of: $0, [.nsubj]) != nil && parse.child(of: $0, [.mark]) == nil
        && !codebook.reportingWords(lemma: parse.tokens[$0].lemma.asciiLowercased).isEmpty
    }
  }

  /// What undoes a plan of the past: a clause that begins with "but".
  private func turn(of plan: Int, for trigger: Int) -> String? {
    var top = plan
    while parse.tokens[top].deprel == .xcomp, parse.tokens[top].head >= 0 {
      top = parse.tokens[top].head
    }
    var clauses = Array(parse.children(of: top))
    for other in [plan, trigger] where other != top { clauses += parse.children(of: other) }
    for clause in clauses {
      let token = parse.tokens[clause]
      guard [.conj, .parataxis, .advcl].contains(token.deprel), clause > plan,
        let mark = parse.child(of: clause, [.cc, .mark])
      else { continue }
      let word = parse.tokens[mark].form.asciiLowercased
      if word == "but" || word == "though" || word == "although" || word == "until" { return word }
    }
    return nil
  }

  // MARK: Words about the happening itself

  private func readModifiers(of trigger: Int, _ climb: inout Climb) {
    for child in parse.children(of: trigger) {
      let token = parse.tokens[child]
      let word = token.form.asciiLowercased
      if isHearsay(token) { climb.isHearsay = true }
      switch token.deprel {
      case .amod, .advmod: readModifier(child, &climb)
      case .acl where token.xpos == .vbn: readModifier(child, &climb)
      case .aclRelcl: readRelative(child, of: trigger, &climb)
      case .det where word == "no" && !parse.isVerb(trigger):
        climb.chain.apply(StatusOperator(effect: .denied, negated: .occurred, word: "no"))
      default: break
      }
    }
  }

  private func readHearsay(beside governor: Int, _ climb: inout Climb) {
    guard parse.isVerb(governor), !climb.isHearsay else { return }
    climb.isHearsay = parse.children(of: governor).contains { isHearsay(parse.tokens[$0]) }
  }

  private func isHearsay(_ token: Token) -> Bool {
    [.amod, .advmod].contains(token.deprel)
      && (codebook.sets["hearsay_word"]?.contains(token.form.asciiLowercased) == true)
  }

  private func readModifier(_ child: Int, _ climb: inout Climb) {
    let token = parse.tokens[child]
    guard let cue = cues.modifier(child, type: climb.type) else {
      if token.deprel == .acl,
        let cue = cues.cue(at: child, below: child, link: .obj, type: climb.type)
      {
        climb.chain.apply(StatusOperator(cue, word: token.form))
      }
      return
    }
    climb.chain.apply(StatusOperator(cue, word: token.form))
    climb.chain.closeClause()
  }

  /// "the visit, which never took place", "a deal that was later scrapped"
  private func readRelative(_ clause: Int, of noun: Int, _ climb: inout Climb) {
    guard !parse.isVerb(noun) else { return }
    let pronoun = parse.children(of: clause).first {
      [.nsubj, .nsubjPass, .obj].contains(parse.tokens[$0].deprel)
        && parse.isRelative($0)
    }
    let relation = pronoun.map { parse.tokens[$0].deprel } ?? .obj
    let link: CueLink = relation == .nsubj ? .subj : .obj
    guard
      let cue = cues.cue(
        at: clause, below: pronoun ?? clause, link: link, type: climb.type),
      cue.effect != .occurred
    else {
      // "talks that never began", "that will begin in May"
      guard link == .subj || relation == .nsubjPass,
        codebook.lightVerbs.contains(parse.tokens[clause].lemma.asciiLowercased)
      else { return }
      readMood(of: clause, isHappening: false, &climb)
      return
    }
    climb.chain.apply(StatusOperator(cue, word: parse.tokens[clause].form))
    readMood(of: clause, isHappening: false, &climb)
    climb.chain.closeClause()
  }

  // MARK: Helpers

  private func sentence(of token: Int) -> Range<Int> {
    parse.sentences[parse.sentence(of: token)].tokens
  }

  /// The first word of the happening's phrase, prepositions and marks aside.
  private func leftEdge(of trigger: Int) -> Int {
    let range = parse.subtree(of: trigger)
    for token in range {
      let deprel = parse.tokens[token].deprel
      if parse.tokens[token].head == trigger, deprel == .case || deprel == .mark { continue }
      if parse.tokens[token].upos == .adp, token < trigger { continue }
      return parse.isVerb(trigger) ? trigger : min(token, trigger)
    }
    return trigger
  }

  private static let complementMarks: Set<String> = [
    "on", "from", "to", "for", "of", "in", "against", "about", "towards", "toward",
  ]

  private func isComplementLike(_ token: Int) -> Bool {
    guard let marker = parse.child(of: token, [.mark]) else { return false }
    return Self.complementMarks.contains(parse.tokens[marker].form.asciiLowercased)
  }

  private func hasThat(_ clause: Int) -> Bool {
    parse.child(of: clause, [.mark]).map { parse.tokens[$0].form.asciiLowercased } == "that"
  }

  private func hasObject(_ verb: Int, besides clause: Int) -> Bool {
    parse.children(of: verb).contains {
      $0 != clause && parse.tokens[$0].deprel == .obj && parse.tokens[$0].upos != .part
    }
  }

  private func hasCopula(_ token: Int) -> Bool {
    parse.child(of: token, [.cop]) != nil
  }

  private func isQuestion(_ top: Int) -> Bool {
    guard parse.tokens[top].head < 0 || parse.tokens[top].deprel == .parataxis else { return false }
    return sentence(of: top).reversed().prefix(2).contains { parse.tokens[$0].form == "?" }
  }
}

extension StatusOperator {
  init(_ cue: Cue, word: String) {
    self.init(effect: cue.effect, negated: cue.negated, word: word)
  }
}
