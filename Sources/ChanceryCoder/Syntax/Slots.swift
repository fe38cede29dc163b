import ChanceryLanguage

/// A token that stands in a slot of a predicate ("subj", "with", "to" …; `Data/Codebook/README.md`).
struct Filler: Equatable {
  var slot: String
  var token: Int
  /// Taken over from the verb that carries a noun, or from a controlling clause.
  var isLent = false
}

/// Reads a predicate's surroundings off the tree, normalised for voice, control, relative clauses and
/// light verbs, so that a frame says each thing once.
struct SlotReader {
  let parse: ParsedText
  let lightVerbs: Set<String>
  let carriers: Set<String>
  /// Verbs that tell what a happening did ("three were *killed* in a strike").
  var harmVerbs: Set<String> = []
  /// Verbs whose infinitive tells what is threatened, refused, promised.
  var intentVerbs: Set<String> = []
  /// What is issued and says something ("statement", "resolution").
  var textNouns: Set<String> = []
  /// Verbs whose subject does, or would do, what the noun below them tells ("weighs *expulsion*").
  var doerVerbs: Set<String> = []
  /// Verbs whose object did what the noun behind "for" or "of" tells ("thank", "blame").
  var judging: Set<String> = []
  static let thanking: Set<String> = ["thank", "appreciate"]
  /// "subject", "target": nouns for whom or what something is done to.
  var subjected: Set<String> = []
  /// Embassies and the like, which open and close by themselves.
  var posts: Set<String> = []
  /// Ambassadors and the like, who are sent to somebody.
  var envoys: Set<String> = []
  /// Forces and offices of a state ("the army").
  var ownBodies: Set<String> = []
  /// Verbs whose object is a means to what the infinitive tells.
  var means: Set<String> = []
  /// Verbs that say where somebody is at work ("rings *operating* in Myanmar").
  var located: Set<String> = []
  /// Verbs with their particles ("write off").
  var phrasal: Set<String> = []

  /// Verbs whose object, not subject, does what the infinitive tells ("urged *India* to withdraw").
  static let objectControl: Set<String> = [
    "ask", "urge", "invite", "tell", "allow", "force", "order", "persuade", "help", "press",
    "encourage", "request", "require", "want", "enable", "permit", "instruct", "call", "lead",
    "push", "advise", "warn", "direct", "expect", "compel", "authorize", "authorise", "get",
    "implore", "beg", "demand", "pressure", "convince", "remind", "appeal",
  ]

  func fillers(of predicate: Int) -> [Filler] {
    let token = parse.tokens[predicate]
    var result: [Filler]
    if token.upos == .noun || token.upos == .propn {
      result = nounFillers(predicate)
    } else {
      result = verbFillers(predicate, depth: 0)
      addControlled(predicate, &result)
      addWhen(predicate, &result)
      addObjectSlots(predicate, &result)
      addPostSlots(&result)
    }
    resolveRelatives(&result, clauseOf: predicate)
    return result
  }

  /// "imposed [sanctions on Iran]", "gave [4 billion in aid for Yemen]": what hangs on the object, however
  /// deep, may as well hang on the verb; it comes last.
  private func addObjectSlots(_ verb: Int, _ result: inout [Filler]) {
    let direct = result.filter {
      $0.slot == "obj" || $0.slot == "as"
        || (!$0.isLent && [.obl, .oblAgent].contains(parse.tokens[$0.token].deprel))
    }
    for object in direct
    where parse.tokens[object.token].upos != .propn
      || parse.tokens[object.token].deprel == .oblAgent
      || parse.child(of: object.token, [.det, .amod]) != nil
      // "presented his credentials as Minister Resident [to the emir]"
      || object.slot == "as"
    {
      for part in parse.coordinated(object.token) {
        addChain(below: part, isObject: object.slot == "obj", depth: 0, &result)
        addTargets(part, &result)
      }
    }
  }

  /// "The American legation [in La Paz] opened": as if "in La Paz" hung on the verb.
  private func addPostSlots(_ result: inout [Filler]) {
    for filler in result where filler.slot == "subj" && !filler.isLent {
      guard posts.contains(parse.tokens[filler.token].lemma.asciiLowercased) else { continue }
      addChain(below: filler.token, isObject: true, depth: 0, &result)
    }
    // "the crossing [between Chad and Niger] reopened"
    for filler in result where filler.slot == "subj" && !filler.isLent {
      for pair in parse.children(of: filler.token, [.nmod])
      where parse.preposition(of: pair) == "between" {
        result.append(Filler(slot: "between", token: pair, isLent: true))
      }
    }
    // "the first Chilean minister [to Norway] presented his credentials"
    for filler in result where filler.slot == "subj" && !filler.isLent {
      let described = [filler.token] + parse.children(of: filler.token, [.appos, .nmodDesc])
      for envoy in described where envoys.contains(parse.tokens[envoy].lemma.asciiLowercased) {
        for goal in parse.children(of: envoy, [.nmod]) where parse.preposition(of: goal) == "to" {
          result.append(Filler(slot: "to", token: goal, isLent: true))
        }
      }
    }
    // "Embassy Nairobi opened"
    for filler in result where (filler.slot == "subj" || filler.slot == "obj") && !filler.isLent {
      guard posts.contains(parse.tokens[filler.token].lemma.asciiLowercased) else { continue }
      for place in parse.children(of: filler.token, [.nmodUnmarked])
      where place == filler.token + 1 && parse.tokens[place].upos == .propn {
        result.append(Filler(slot: "in", token: place, isLent: true))
      }
    }
  }

  private func addChain(
    below noun: Int, isObject: Bool, depth: Int, _ result: inout [Filler]
  ) {
    guard depth < 3 else { return }
    for child in parse.children(of: noun, [.nmod, .obl]) {
      guard let preposition = parse.preposition(of: child), preposition != "by" || depth == 0,
        !Self.circumstantial.contains(preposition)
      else { continue }
      // "met on the sidelines [of the Import Expo of China]": what an adjunct is of takes no part.
      if isObject || preposition != "of", !result.contains(where: { $0.token == child }) {
        result.append(Filler(slot: preposition, token: child, isLent: true))
      }
      for part in parse.coordinated(child) {
        addChain(below: part, isObject: isObject, depth: depth + 1, &result)
      }
    }
    guard isObject else { return }
    // "revoked visas [issued to Taiwanese scientists]"
    for clause in parse.children(of: noun, [.acl])
    where parse.tokens[clause].xpos == .vbn || located.contains(parse.tokens[clause].lemma) {
      for child in parse.children(of: clause, [.obl, .oblAgent]) {
        guard let preposition = parse.preposition(of: child),
          ["to", "on", "against", "for", "from"].contains(preposition)
            || preposition == "in" && located.contains(parse.tokens[clause].lemma),
          !result.contains(where: { $0.token == child })
        else { continue }
        result.append(Filler(slot: preposition, token: child, isLent: true))
      }
    }
  }

  /// Prepositions of time, cause and example: whoever stands behind them takes part in something else
  /// ("released the prisoners following talks *with the envoy*").
  static let circumstantial: Set<String> = [
    "following", "after", "during", "amid", "amidst", "before", "despite", "since", "until",
    "because_of", "due_to", "owing_to", "thanks_to", "as", "like", "unlike", "such_as",
    "including", "than", "per", "besides", "near",
  ]

  /// "sanctions targeting Russia's banks": as if "against" stood there.
  private func addTargets(_ noun: Int, _ result: inout [Filler]) {
    for clause in parse.children(of: noun, [.acl]) where parse.tokens[clause].xpos == .vbg {
      guard Self.aiming.contains(parse.tokens[clause].lemma) else { continue }
      for child in parse.children(of: clause, [.obj, .obl])
      where !["in", "near", "at", "from", "during", "after"].contains(
        parse.preposition(of: child) ?? "")
      {
        result.append(Filler(slot: "against", token: child, isLent: true))
      }
    }
  }

  /// "called on India [to withdraw]", "told the guards [to leave]": what somebody is to do, wherever the tree
  /// hangs it, is the verb's `xcomp`; who is asked is its `obj`.
  private func addControlled(_ verb: Int, _ result: inout [Filler]) {
    addIntended(verb, &result)
    addMarkedSubjects(of: verb, &result)
    guard
      Self.objectControl.contains(parse.tokens[verb].lemma)
        || Self.sending.contains(parse.tokens[verb].lemma)
    else {
      addPlanned(&result)
      return
    }
    if !result.contains(where: { $0.slot == "obj" }) {
      for filler in result where filler.slot == "iobj" {
        result.append(Filler(slot: "obj", token: filler.token, isLent: true))
      }
    }
    guard !result.contains(where: { $0.slot == "xcomp" }) else { return }
    addInfinitives(of: verb, [.obj, .iobj, .obl], &result)
  }

  /// Infinitives beside a verb, or below its dependents of the given relations, as its `xcomp`.
  private func addInfinitives(
    of verb: Int, _ relations: Set<Deprel>, _ result: inout [Filler]
  ) {
    for head in [verb] + parse.children(of: verb, relations) {
      for child in parse.children(of: head, head == verb ? [.advcl] : [.acl])
      where parse.hasTo(child) {
        result.append(Filler(slot: "xcomp", token: child, isLent: true))
      }
    }
  }

  /// Participles that say whom a measure or complaint meets ("a case *accusing* Iran").
  static let aiming: Set<String> = [
    "target", "hit", "aim", "involve", "accuse", "affect", "concern", "punish", "name", "charge",
    "blame", "cover", "restrict", "allow", "permit", "authorize", "authorise", "exempt",
  ]

  /// Verbs of sending: what the sent ones are to do is their `xcomp`.
  static let sending: Set<String> = ["send", "deploy", "dispatch", "despatch", "station", "rush"]

  /// "called [on Beijing to cease]" with "on" as the clause's mark: as if "on Beijing" hung on the verb.
  private func addMarkedSubjects(of head: Int, _ result: inout [Filler]) {
    for clause in parse.children(of: head, [.advcl, .ccomp, .xcomp, .acl]) {
      guard let subject = parse.child(of: clause, [.nsubj]),
        let mark = parse.children(of: clause, [.mark]).first(where: {
          ["on", "upon", "for", "with"].contains(parse.tokens[$0].form.asciiLowercased)
            && $0 < subject
        })
      else { continue }
      result.append(
        Filler(slot: parse.tokens[mark].form.asciiLowercased, token: subject, isLent: true))
      if !result.contains(where: { $0.slot == "xcomp" }) {
        result.append(Filler(slot: "xcomp", token: clause, isLent: true))
      }
    }
  }

  /// "threatened today [to impose restrictions]": the infinitive of an intention, though a date stands between.
  private func addIntended(_ verb: Int, _ result: inout [Filler]) {
    guard intentVerbs.contains(parse.tokens[verb].lemma),
      !result.contains(where: { $0.slot == "xcomp" })
    else { return }
    addInfinitives(of: verb, [.obl, .oblUnmarked], &result)
  }

  /// "were established [when the envoy presented his credentials to the emir]": who takes part there, slot `when`.
  private func addWhen(_ verb: Int, _ result: inout [Filler]) {
    for clause in parse.children(of: verb, [.advcl, .advclRelcl])
    where parse.isWhenClause(clause) {
      for filler in verbFillers(clause, depth: 1)
      where ["subj", "obj", "to", "in", "at", "with", "by", "as"].contains(filler.slot) {
        result.append(Filler(slot: "when", token: filler.token, isLent: true))
      }
    }
  }

  /// "voted on a resolution [to expel]", "announced plans [to release]": what is planned is the verb's `xcomp`.
  private func addPlanned(_ result: inout [Filler]) {
    guard !result.contains(where: { $0.slot == "xcomp" || $0.slot == "ccomp" }) else { return }
    let nouns = result.filter { !$0.isLent && ["obj", "on", "for"].contains($0.slot) }
    for filler in nouns where parse.tokens[filler.token].upos == .noun {
      for clause in parse.children(of: filler.token, [.acl])
      where parse.tokens[clause].xpos == .vb {
        result.append(Filler(slot: "xcomp", token: clause, isLent: true))
        guard Self.dealing.contains(parse.tokens[filler.token].lemma) else { continue }
        var below = parse.children(of: clause, [.obl, .nmod])
        for object in parse.children(of: clause, [.obj, .obl]) {
          below += parse.children(of: object, [.nmod])
        }
        for child in below {
          guard let preposition = parse.preposition(of: child),
            ["to", "with", "from"].contains(preposition)
          else { continue }
          result.append(Filler(slot: preposition, token: child, isLent: true))
        }
      }
    }
  }

  /// What two make: with whom may stand in the clause that says what it is for ("a deal to sell ships *to Peru*").
  static let dealing: Set<String> = [
    "deal", "agreement", "contract", "pact", "accord", "memorandum", "treaty", "understanding",
  ]

  /// Particles that the tree may call adverbs ("pushed *back* migrants").
  static let particles: Set<String> = [
    "back", "away", "out", "off", "down", "up", "home", "aside", "together",
  ]

  // MARK: Verbs

  private func verbFillers(_ verb: Int, depth: Int) -> [Filler] {
    var result: [Filler] = []
    var passive = false
    for child in parse.children(of: verb) {
      switch parse.tokens[child].deprel {
      case .nsubjPass, .csubjPass, .auxPass: passive = true
      default: break
      }
    }
    for child in parse.children(of: verb) {
      switch parse.tokens[child].deprel {
      case .nsubj, .nsubjOuter: result.append(Filler(slot: passive ? "obj" : "subj", token: child))
      case .nsubjPass: result.append(Filler(slot: "obj", token: child))
      case .obj:
        result.append(Filler(slot: "obj", token: child))
        // "was appointed [ambassador]"
        if passive { result.append(Filler(slot: "as", token: child)) }
      case .iobj: result.append(Filler(slot: "iobj", token: child))
      case .xcomp:
        result.append(Filler(slot: "xcomp", token: child))
        // "was appointed [minister to Chile]"
        if parse.tokens[child].upos == .noun || parse.tokens[child].upos == .propn {
          result.append(Filler(slot: "as", token: child))
        }
      case .ccomp: result.append(Filler(slot: "ccomp", token: child))
      case .compoundPrt: result.append(Filler(slot: "prt", token: child))
      case .oblAgent where parse.preposition(of: child) != "by":
        // What the reader takes for the doer has no "by".
        result.append(Filler(slot: parse.preposition(of: child) ?? "as", token: child))
      case .oblAgent:
        result.append(Filler(slot: "subj", token: child))
        result.append(Filler(slot: "by", token: child))
      case .obl, .nmod:
        if let preposition = parse.preposition(of: child) {
          result.append(Filler(slot: preposition, token: child))
          if passive && preposition == "by" { result.append(Filler(slot: "subj", token: child)) }
          addSplit(verb, preposition, child, &result)
        }
      case .advmod where Self.particles.contains(parse.tokens[child].lemma):
        result.append(Filler(slot: "prt", token: child))
        // "sent an ambassador back to Damascus"
        addBelow(child, &result)
      case .advmod where ["along", "alongside"].contains(parse.tokens[child].lemma):
        addBelow(child, &result)
      case .advmod: result.append(Filler(slot: "adv", token: child))
      case .advcl: result.append(Filler(slot: "purpose", token: child))
      case .aclRelcl, .acl: break
      default: break
      }
    }
    addLeads(&result)
    addSharedObject(verb, passive: passive, &result)
    // "met President X in Y": a place inside the object that belongs to the clause stays reachable.
    if depth < 6 { inherit(verb, passive: passive, depth: depth, &result) }
    return result
  }

  /// "a reward for information [leading to the arrest of the smuggler]": whom it is to bring about for.
  private func addLeads(_ result: inout [Filler]) {
    for filler in result where filler.slot == "for" {
      for clause in parse.children(of: filler.token, [.acl])
      where parse.tokens[clause].lemma == "lead" {
        for goal in parse.children(of: clause, [.obl]) where parse.preposition(of: goal) == "to" {
          for end in parse.coordinated(goal) {
            for whom in parse.children(of: end, [.nmod]) where parse.preposition(of: whom) == "of" {
              result.append(Filler(slot: "for", token: whom, isLent: true))
            }
          }
        }
      }
    }
  }

  /// "invaded and partially occupied Ukraine": the object behind the second verb is the first one's too.
  private func addSharedObject(_ verb: Int, passive: Bool, _ result: inout [Filler]) {
    guard !passive, parse.tokens[verb].upos == .verb,
      !result.contains(where: { ["obj", "iobj", "xcomp", "ccomp"].contains($0.slot) }),
      let fellow = parse.children(of: verb, [.conj]).first, parse.isVerb(fellow),
      parse.tokens[fellow].xpos == parse.tokens[verb].xpos
        || [parse.tokens[verb].xpos, parse.tokens[fellow].xpos] == [.vbd, .vbn],
      (verb + 1..<fellow).allSatisfy({
        [.cconj, .adv, .punct].contains(parse.tokens[$0].upos)
          && parse.tokens[$0].form != ","
      }),
      parse.child(of: fellow, [.nsubj, .nsubjPass, .auxPass]) == nil,
      let object = parse.child(of: fellow, [.obj]), object > fellow
    else { return }
    result.append(Filler(slot: "obj", token: object, isLent: true))
  }

  private func addBelow(_ adverb: Int, _ result: inout [Filler]) {
    for inner in parse.children(of: adverb, [.obl, .nmod]) {
      if let preposition = parse.preposition(of: inner) {
        result.append(Filler(slot: preposition, token: inner))
      }
    }
  }

  /// "wrote *off* half of the debt": what the tree takes for a preposition is the verb's particle, where the
  /// codebook knows the two as one.
  private func addSplit(
    _ verb: Int, _ preposition: String, _ noun: Int, _ result: inout [Filler]
  ) {
    guard phrasal.contains(parse.tokens[verb].lemma.asciiLowercased + " " + preposition),
      let marker = parse.child(of: noun, [.case]), marker == verb + 1,
      parse.children(of: noun, [.case]).count == 1, parse.child(of: verb, [.obj]) == nil
    else { return }
    result.append(Filler(slot: "prt", token: marker))
    result.append(Filler(slot: "obj", token: noun))
  }

  /// Subjects (and, for participles, objects) that stand outside the clause.
  private func inherit(_ verb: Int, passive: Bool, depth: Int, _ result: inout [Filler]) {
    let token = parse.tokens[verb]
    guard token.head >= 0 else { return }
    var head = token.head
    if token.deprel == .advcl, parse.tokens[head].upos == .adv, parse.tokens[head].head >= 0 {
      // "far from pulling back, the army …"
      head = parse.tokens[head].head
    }
    let hasSubject = result.contains { $0.slot == "subj" }
    let hasObject = result.contains { $0.slot == "obj" }
    let isParticiple =
      token.xpos == .vbn
      && !parse.children(of: verb).contains(where: {
        parse.tokens[$0].deprel == .aux
      })
    switch token.deprel {
    case .conj:
      guard parse.isVerb(head) else { return }
      let shared = verbFillers(head, depth: depth + 1)
      if !hasSubject && !(passive && hasObject) {
        for filler in shared where filler.slot == "subj" && filler.token < verb {
          result.append(Filler(slot: passive ? "obj" : "subj", token: filler.token, isLent: true))
        }
        if passive || token.xpos == .vbn {
          for filler in shared where filler.slot == "obj" && filler.token < head && !hasObject {
            result.append(Filler(slot: "obj", token: filler.token, isLent: true))
          }
        }
      }
      if !hasObject && !passive && token.xpos != .vbn {
        // "condemned and rejected the attack": the object stands after the last verb or the first.
        for filler in shared where filler.slot == "obj" && filler.token > verb {
          result.append(Filler(slot: "obj", token: filler.token, isLent: true))
        }
      }
    case .xcomp, .advcl, .ccomp:
      guard !hasSubject, parse.isVerb(head) || parse.tokens[head].upos == .adj else { return }
      if token.deprel == .ccomp && passive {
        lendAnnouncer(head, verb, depth: depth, &result)
        return
      }
      let governor = verbFillers(head, depth: depth + 1)
      let control =
        token.deprel == .xcomp && Self.objectControl.contains(parse.tokens[head].lemma)
        ? governor.filter { $0.slot == "obj" || $0.slot == "iobj" } : []
      let slot = passive || (isParticiple && token.deprel == .advcl) ? "obj" : "subj"
      var controllers = control.isEmpty ? governor.filter { $0.slot == "subj" } : control
      if control.contains(where: {
        ownBodies.contains(parse.tokens[$0.token].lemma.asciiLowercased)
      }) {
        // "orders public forces [to halt the sharing]": what one's own forces do, one does.
        controllers += governor.filter { $0.slot == "subj" }
      }
      if controllers.isEmpty || isPassive(head) {
        // "Khan was seen talking to Putin": the passive's subject.
        let raised = governor.filter { $0.slot == "obj" && !$0.isLent && $0.token < head }
        if !raised.isEmpty { controllers = raised }
      }
      for filler in controllers {
        result.append(Filler(slot: slot, token: filler.token, isLent: true))
      }
    case .acl:
      if token.xpos == .vbn {
        // "rebels attacked Saudi Arabia": a participle with an object of its own is a mistaken finite verb.
        result.append(Filler(slot: hasObject ? "subj" : "obj", token: head, isLent: true))
      } else if token.xpos == .vbg {
        if !hasSubject {
          // "the action by the authorities in arresting him"
          let isBound = parse.child(of: verb, [.mark]) != nil
          let doers = isBound ? nounFillers(head, depth: depth + 1) : []
          for filler in doers where filler.slot == "by" || filler.slot == "poss" {
            result.append(Filler(slot: "subj", token: filler.token, isLent: true))
          }
          result.append(Filler(slot: "subj", token: head, isLent: true))
          addAuthor(of: head, depth: depth, &result)
        }
      } else if !hasSubject {
        // "a plan to visit", "its decision to withdraw": the doer of the noun.
        // "invokes the act [to seize the firm]": who uses the means.
        let above = parse.tokens[head].head
        if parse.tokens[head].deprel == .obj, above >= 0,
          means.contains(parse.tokens[above].lemma), let user = parse.child(of: above, [.nsubj])
        {
          result.append(Filler(slot: "subj", token: user, isLent: true))
          return
        }
        for filler in nounFillers(head, depth: depth + 1)
        where filler.slot == "subj" || filler.slot == "poss" || filler.slot == "mod" {
          result.append(Filler(slot: "subj", token: filler.token, isLent: true))
        }
      }
    case .aclRelcl:
      let isRelative = result.contains { isRelativePronoun($0.token) }
      if !isRelative && !hasObject {
        result.append(Filler(slot: "obj", token: head, isLent: true))
      }
    default: break
    }
  }

  /// "Peru announces all talks with Chile are terminated": who announces a deed without a doer does it, what
  /// befell people apart.
  private func lendAnnouncer(_ head: Int, _ verb: Int, depth: Int, _ result: inout [Filler]) {
    guard Self.announcing.contains(parse.tokens[head].lemma),
      !harmVerbs.contains(parse.tokens[verb].lemma),
      !result.contains(where: { $0.slot == "subj" || $0.slot == "by" })
    else { return }
    for filler in verbFillers(head, depth: depth + 1) where filler.slot == "subj" {
      result.append(Filler(slot: "subj", token: filler.token, isLent: true))
    }
  }

  static let announcing: Set<String> = ["announce", "decree", "order"]

  /// "Spain issued a statement condemning the raid": who issues a text says what it says.
  private func addAuthor(of noun: Int, depth: Int, _ result: inout [Filler]) {
    let token = parse.tokens[noun]
    guard textNouns.contains(token.lemma), token.head >= 0, parse.isVerb(token.head),
      token.deprel == .obj || token.deprel == .nsubjPass
    else { return }
    for filler in verbFillers(token.head, depth: depth + 1) where filler.slot == "subj" {
      result.append(Filler(slot: "subj", token: filler.token, isLent: true))
    }
  }

  private func isPassive(_ verb: Int) -> Bool {
    parse.children(of: verb).contains { parse.tokens[$0].deprel == .auxPass }
  }

  private func isRelativePronoun(_ token: Int) -> Bool {
    switch parse.tokens[token].xpos {
    case .wdt, .wp: true
    default: false
    }
  }

  /// A relative pronoun stands for the noun that its clause modifies.
  private func resolveRelatives(_ fillers: inout [Filler], clauseOf predicate: Int) {
    for i in fillers.indices where isRelativePronoun(fillers[i].token) {
      var clause = predicate
      while clause >= 0, parse.tokens[clause].deprel != .aclRelcl,
        parse.tokens[clause].deprel != .advclRelcl
      {
        clause = parse.tokens[clause].head
      }
      if clause >= 0, parse.tokens[clause].head >= 0 {
        fillers[i].token = parse.tokens[clause].head
      }
    }
  }

  // MARK: Nouns

  private func nounFillers(_ noun: Int, depth: Int = 0) -> [Filler] {
    var result: [Filler] = []
    for child in parse.children(of: noun) {
      switch parse.tokens[child].deprel {
      case .nmodPoss: result.append(Filler(slot: "poss", token: child))
      case .nmod, .obl:
        if let preposition = parse.preposition(of: child) {
          result.append(Filler(slot: preposition, token: child))
        }
      case .oblAgent: result.append(Filler(slot: "by", token: child))
      case .nsubj:
        // "Xi is on a visit to Serbia"
        if child < noun { result.append(Filler(slot: "subj", token: child)) }
      case .amod, .compound, .nmodDesc, .nmodUnmarked, .nummod, .flat:
        result.append(Filler(slot: "mod", token: child))
      case .acl where parse.tokens[child].xpos == .vb:
        result.append(Filler(slot: "xcomp", token: child))
      case .acl where parse.tokens[child].xpos == .vbn:
        // "sanctions imposed on Russia by the EU"
        for filler in verbFillers(child, depth: depth + 1) where filler.token != noun {
          if filler.slot != "obj" {
            result.append(Filler(slot: filler.slot, token: filler.token, isLent: true))
          }
        }
      case .aclRelcl:
        lendRelative(child, noun: noun, depth: depth, &result)
      default: break
      }
    }
    addNested(&result)
    addSubjectedTo(noun, &result)
    addTargets(noun, &result)
    addMarkedSubjects(of: noun, &result)
    if depth < 4 { lend(to: noun, depth: depth, &result) }
    return result
  }

  /// "Mahan has been the *subject* of American sanctions": to whom it is done.
  private func addSubjectedTo(_ noun: Int, _ result: inout [Filler]) {
    let token = parse.tokens[noun]
    guard token.deprel == .nmod, token.head >= 0, parse.preposition(of: noun) == "of",
      subjected.contains(parse.tokens[token.head].lemma.asciiLowercased),
      let subject = parse.child(of: token.head, [.nsubj])
    else { return }
    for slot in ["on", "against"] {
      result.append(Filler(slot: slot, token: subject, isLent: true))
    }
  }

  /// "the detention of a [researcher by Iran]", "restrictions on [flights to Cuba]": who is meant may hang on
  /// a later noun of the chain.
  private func addNested(_ result: inout [Filler]) {
    let chained: Set<String> = ["of", "on", "in", "for", "by"]
    let wanted: Set<String> = ["by", "against", "with", "between", "to", "for", "from", "on", "in"]
    for filler in result where chained.contains(filler.slot) && !filler.isLent {
      for part in parse.coordinated(filler.token) {
        for child in parse.children(of: part, [.nmod, .oblAgent, .obl]) {
          guard let preposition = parse.preposition(of: child),
            wanted.contains(preposition)
              || filler.slot == "of" && ["in", "at"].contains(preposition)
          else { continue }
          result.append(Filler(slot: preposition, token: child, isLent: true))
        }
      }
    }
  }

  /// "sanctions that the EU imposed on Russia": the clause's own slots, when its verb only carries the noun.
  private func lendRelative(_ clause: Int, noun: Int, depth: Int, _ result: inout [Filler]) {
    guard depth < 4 else { return }
    if harmVerbs.contains(parse.tokens[clause].lemma) {
      // "the attack that struck the airport in Abha": what the deed hit is its target.
      for filler in verbFillers(clause, depth: depth + 1)
      where filler.slot == "obj" && filler.token != noun && !isRelativePronoun(filler.token) {
        result.append(Filler(slot: "against", token: filler.token, isLent: true))
      }
    }
    guard lightVerbs.contains(parse.tokens[clause].lemma) else { return }
    for filler in verbFillers(clause, depth: depth + 1)
    where filler.token != noun && filler.slot != "obj" && !isRelativePronoun(filler.token) {
      result.append(Filler(slot: filler.slot, token: filler.token, isLent: true))
    }
  }

  /// The verb of the clause in which a nominal stands.
  private func clauseVerb(above token: Int) -> Int? {
    var current = token
    for _ in 0..<4 {
      if parse.isVerb(current) { return current }
      current = parse.tokens[current].head
      if current < 0 { return nil }
    }
    return nil
  }

  /// "Three Poles were killed in a raid", "the raid killed three Poles": whom the verb harms, the noun does.
  private func lendVictims(
    of verb: Int, to noun: Int, _ preposition: String?, depth: Int, _ result: inout [Filler]
  ) {
    guard harmVerbs.contains(parse.tokens[verb].lemma) else { return }
    switch parse.tokens[noun].deprel {
    case .nsubj: break
    case .obl, .oblAgent:
      guard ["in", "by", "during", "from", "after", "following"].contains(preposition) else {
        return
      }
    default: return
    }
    let dies = parse.tokens[verb].lemma == "die"
    for filler in verbFillers(verb, depth: depth + 1)
    where filler.slot == (dies ? "subj" : "obj") && filler.token != noun {
      result.append(Filler(slot: "victim", token: filler.token, isLent: true))
    }
  }

  /// The slots of the verb that carries a noun ("Russia *held* talks with India in May").
  private func lend(to noun: Int, depth: Int, _ result: inout [Filler]) {
    let token = parse.tokens[noun]
    guard token.head >= 0 else { return }
    let head = token.head
    if token.deprel == .conj {
      // "talks and a meeting": what the first has outside, the second has too.
      guard parse.tokens[head].upos == .noun else { return }
      lend(to: head, depth: depth + 1, &result)
      return
    }
    if token.deprel == .nmod, carriers.contains(parse.tokens[head].lemma) {
      for filler in nounFillers(head, depth: depth + 1) where filler.token != noun {
        result.append(Filler(slot: filler.slot, token: filler.token, isLent: true))
      }
      return
    }
    let preposition = parse.preposition(of: noun)
    if token.deprel == .nmod, !parse.isVerb(head),
      ["following", "after", "during"].contains(preposition),
      let verb = clauseVerb(above: head),
      !result.contains(where: { ["subj", "poss", "between", "by"].contains($0.slot) })
    {
      // "released the prisoners following talks with the envoy"
      for filler in verbFillers(verb, depth: depth + 1) where filler.slot == "subj" {
        result.append(Filler(slot: "subj", token: filler.token, isLent: true))
      }
      return
    }
    guard parse.isVerb(head) else { return }
    if token.deprel == .obl || token.deprel == .nmod,
      ["for", "of", "over"].contains(preposition),
      judging.contains(parse.tokens[head].lemma)
    {
      // "thanked Peru for its invitation": who is thanked or blamed did it.
      let own = result.contains { ["subj", "by"].contains($0.slot) && !$0.isLent }
      for filler in verbFillers(head, depth: depth + 1) where !own {
        if filler.slot == "obj" {
          result.append(Filler(slot: "subj", token: filler.token, isLent: true))
        } else if filler.slot == "subj", Self.thanking.contains(parse.tokens[head].lemma) {
          result.append(Filler(slot: "to", token: filler.token, isLent: true))
        }
      }
      return
    }
    if token.deprel == .obl,
      ["for", "during", "in", "after", "following", "at"].contains(preposition),
      !result.contains(where: { ["subj", "poss", "between", "by"].contains($0.slot) })
    {
      // "travelled to China for talks with Wang", "during a call with Putin, Modi urged …"
      for filler in verbFillers(head, depth: depth + 1) where filler.slot == "subj" {
        result.append(Filler(slot: "subj", token: filler.token, isLent: true))
      }
      if preposition != "in" {
        return lendVictims(of: head, to: noun, preposition, depth: depth, &result)
      }
    }
    lendVictims(of: head, to: noun, preposition, depth: depth, &result)
    guard lightVerbs.contains(parse.tokens[head].lemma) else {
      lendDoer(of: head, to: noun, depth: depth, &result)
      return
    }
    switch token.deprel {
    case .obj, .nsubjPass, .nsubj: break
    case .obl where preposition == "in" || preposition == "into" || preposition == "on": break
    default: return
    }
    let isActiveSubject = token.deprel == .nsubj
    for filler in verbFillers(head, depth: depth + 1) where filler.token != noun {
      switch filler.slot {
      case "subj" where !isActiveSubject:
        result.append(Filler(slot: "subj", token: filler.token, isLent: true))
      case "obj", "xcomp", "ccomp", "prt", "subj": break
      case "iobj": result.append(Filler(slot: "to", token: filler.token, isLent: true))
      default: result.append(Filler(slot: filler.slot, token: filler.token, isLent: true))
      }
    }
  }

  /// "weighs expulsion of envoys", "pulled out of a planned exercise", "has dropped plans to sue": who plans
  /// or gives up does, or would do it, unless the noun names its doer.
  private func lendDoer(of verb: Int, to noun: Int, depth: Int, _ result: inout [Filler]) {
    guard doerVerbs.contains(parse.tokens[verb].lemma.asciiLowercased),
      [.obj, .obl].contains(parse.tokens[noun].deprel),
      !result.contains(where: { ["subj", "between", "to"].contains($0.slot) && !$0.isLent })
    else { return }
    // "scrapped a port call by three corvettes": who disposes of another's visit is the host.
    let isHost = result.contains { $0.slot == "poss" || $0.slot == "by" }
    for filler in verbFillers(verb, depth: depth + 1) where filler.slot == "subj" {
      result.append(Filler(slot: isHost ? "to" : "subj", token: filler.token, isLent: true))
    }
  }
}
