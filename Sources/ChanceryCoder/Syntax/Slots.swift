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
  let words: SlotWords

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
  func addObjectSlots(_ verb: Int, _ result: inout [Filler]) {
    let direct = result.filter {
      // "gave money as part of its response to the attack"
      guard $0.slot != "as" || parse.tokens[$0.token].lemma != "part" else { return false }
      return $0.slot == "obj" || $0.slot == "as"
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
  func addPostSlots(_ result: inout [Filler]) {
    for filler in result where filler.slot == "subj" && !filler.isLent {
      guard words.posts.contains(parse.tokens[filler.token].lemma.asciiLowercased) else { continue }
      addChain(below: filler.token, isObject: true, depth: 0, &result)
    }
    addPairs(&result)
    addGoals(&result)
    addTowns(&result)
  }

  /// "the crossing [between Chad and Niger] reopened".
  func addPairs(_ result: inout [Filler]) {
    for filler in result where filler.slot == "subj" && !filler.isLent {
      for pair in parse.children(of: filler.token, [.nmod])
      where parse.preposition(of: pair) == "between" {
        result.append(Filler(slot: "between", token: pair, isLent: true))
      }
    }
  }

  /// "the first Chilean minister [to Norway] presented his credentials".
  func addGoals(_ result: inout [Filler]) {
    for filler in result where filler.slot == "subj" && !filler.isLent {
      let described = [filler.token] + parse.children(of: filler.token, [.appos, .nmodDesc])
      for envoy in described where words.envoys.contains(parse.tokens[envoy].lemma.asciiLowercased)
      {
        for goal in parse.children(of: envoy, [.nmod]) where parse.preposition(of: goal) == "to" {
          result.append(Filler(slot: "to", token: goal, isLent: true))
        }
      }
    }
  }

  /// "Embassy [Nairobi] opened".
  func addTowns(_ result: inout [Filler]) {
    for filler in result where (filler.slot == "subj" || filler.slot == "obj") && !filler.isLent {
      guard words.posts.contains(parse.tokens[filler.token].lemma.asciiLowercased) else { continue }
      for place in parse.children(of: filler.token, [.nmodUnmarked])
      where place == filler.token + 1 && parse.tokens[place].upos == .propn {
        result.append(Filler(slot: "in", token: place, isLent: true))
      }
    }
  }

  /// The preposition of a noun. "in light of the war" tells why, not to whom: none; "in the face of the war" is
  /// against it.
  func slot(of noun: Int) -> String? {
    guard let preposition = parse.preposition(of: noun) else { return nil }
    guard ["in", "under", "at", "with", "as"].contains(preposition),
      parse.children(of: noun, [.nmod]).contains(where: { parse.preposition(of: $0) == "of" })
    else { return preposition }
    let lemma = parse.tokens[noun].lemma
    if lemma == "face" { return "against" }
    return words.circumstances.contains(lemma) ? nil : preposition
  }

  func addChain(
    below noun: Int, isObject: Bool, depth: Int, _ result: inout [Filler]
  ) {
    guard depth < 3 else { return }
    for child in parse.children(of: noun, [.nmod, .obl]) {
      guard let preposition = slot(of: child), preposition != "by" || depth == 0,
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
    where parse.tokens[clause].xpos == .vbn || words.located.contains(parse.tokens[clause].lemma) {
      for child in parse.children(of: clause, [.obl, .oblAgent]) {
        guard let preposition = parse.preposition(of: child),
          ["to", "on", "against", "for", "from"].contains(preposition)
            || preposition == "in" && words.located.contains(parse.tokens[clause].lemma),
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
  func addTargets(_ noun: Int, _ result: inout [Filler]) {
    for clause in parse.children(of: noun, [.acl]) where parse.tokens[clause].xpos == .vbg {
      guard words.aiming.contains(parse.tokens[clause].lemma) else { continue }
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
  func addControlled(_ verb: Int, _ result: inout [Filler]) {
    addIntended(verb, &result)
    addMarkedSubjects(of: verb, &result)
    guard
      Self.objectControl.contains(parse.tokens[verb].lemma)
        || words.sending.contains(parse.tokens[verb].lemma)
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
  func addInfinitives(
    of verb: Int, _ relations: Set<Deprel>, _ result: inout [Filler]
  ) {
    for head in [verb] + parse.children(of: verb, relations) {
      for child in parse.children(of: head, head == verb ? [.advcl] : [.acl])
      where parse.hasTo(child) {
        result.append(Filler(slot: "xcomp", token: child, isLent: true))
      }
    }
  }

  /// "called [on Beijing to cease]" with "on" as the clause's mark: as if "on Beijing" hung on the verb.
  func addMarkedSubjects(of head: Int, _ result: inout [Filler]) {
    for clause in parse.children(of: head, [.advcl, .ccomp, .xcomp, .acl]) {
      guard let subject = parse.child(of: clause, [.nsubj, .nsubjPass]),
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
  func addIntended(_ verb: Int, _ result: inout [Filler]) {
    guard words.intentVerbs.contains(parse.tokens[verb].lemma),
      !result.contains(where: { $0.slot == "xcomp" })
    else { return }
    addInfinitives(of: verb, [.obl, .oblUnmarked], &result)
  }

  /// "were established [when the envoy presented his credentials to the emir]": who takes part there, slot `when`.
  func addWhen(_ verb: Int, _ result: inout [Filler]) {
    for clause in parse.children(of: verb, [.advcl, .advclRelcl])
    where parse.isWhenClause(clause) {
      for filler in verbFillers(clause, depth: 1)
      where ["subj", "obj", "to", "in", "at", "with", "by", "as"].contains(filler.slot) {
        result.append(Filler(slot: "when", token: filler.token, isLent: true))
      }
    }
  }

  /// "voted on a resolution [to expel]", "announced plans [to release]": what is planned is the verb's `xcomp`.
  func addPlanned(_ result: inout [Filler]) {
    guard !result.contains(where: { $0.slot == "xcomp" || $0.slot == "ccomp" }) else { return }
    let nouns = result.filter { !$0.isLent && ["obj", "on", "for"].contains($0.slot) }
    for filler in nouns where parse.tokens[filler.token].upos == .noun {
      for clause in parse.children(of: filler.token, [.acl])
      where parse.tokens[clause].xpos == .vb {
        result.append(Filler(slot: "xcomp", token: clause, isLent: true))
        guard words.dealing.contains(parse.tokens[filler.token].lemma) else { continue }
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

  /// Particles that the tree may call adverbs ("pushed *back* migrants").
  static let particles: Set<String> = [
    "back", "away", "out", "off", "down", "up", "home", "aside", "together",
  ]
}
