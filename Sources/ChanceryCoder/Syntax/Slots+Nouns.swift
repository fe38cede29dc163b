import ChanceryLanguage

/// What surrounds a noun, and what the verbs around it lend to it.
extension SlotReader {
  func nounFillers(_ noun: Int, depth: Int = 0) -> [Filler] {
    var result: [Filler] = []
    for child in parse.children(of: noun) {
      switch parse.tokens[child].deprel {
      case .nmodPoss: result.append(Filler(slot: "poss", token: child))
      case .nmod, .obl:
        if let preposition = slot(of: child) {
          result.append(Filler(slot: preposition, token: child))
        }
      case .oblAgent: result.append(Filler(slot: "by", token: child))
      case .nsubj:
        // "Xi is on a visit to Serbia"
        if child < noun { result.append(Filler(slot: "subj", token: child)) }
      case .amod, .compound, .nmodDesc, .nmodUnmarked, .nummod, .flat:
        result.append(Filler(slot: "mod", token: child))
      case .acl where parse.tokens[child].xpos == .vb || parse.isGerundBehindTo(child):
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
    addLeads(&result)
    addSubjectedTo(noun, &result)
    addTargets(noun, &result)
    addMarkedSubjects(of: noun, &result)
    if depth < 4 { lend(to: noun, depth: depth, &result) }
    return result
  }

  /// "Mahan has been the *subject* of American sanctions": to whom it is done.
  func addSubjectedTo(_ noun: Int, _ result: inout [Filler]) {
    let token = parse.tokens[noun]
    guard token.deprel == .nmod, token.head >= 0, parse.preposition(of: noun) == "of",
      words.subjected.contains(parse.tokens[token.head].lemma.asciiLowercased),
      let subject = parse.child(of: token.head, [.nsubj])
    else { return }
    for slot in ["on", "against"] {
      result.append(Filler(slot: slot, token: subject, isLent: true))
    }
  }

  /// "the detention of a [researcher by Iran]", "restrictions on [flights to Cuba]": who is meant may hang on
  /// a later noun of the chain.
  func addNested(_ result: inout [Filler]) {
    let chained: Set<String> = ["of", "on", "in", "for", "by"]
    let wanted: Set<String> = ["by", "against", "with", "between", "to", "for", "from", "on", "in"]
    for filler in result where chained.contains(filler.slot) && !filler.isLent {
      for part in parse.coordinated(filler.token) {
        for child in parse.children(of: part, [.nmod, .oblAgent, .obl]) {
          // "condemnation of Russia's war against Ukraine": the war has a doer of its own.
          let isOwned =
            words.deeds.contains(parse.tokens[part].lemma)
            && parse.child(of: part, [.nmodPoss]) != nil
          guard let preposition = parse.preposition(of: child), !isOwned || preposition == "by",
            wanted.contains(preposition)
              || filler.slot == "of" && ["in", "at"].contains(preposition)
          else { continue }
          result.append(Filler(slot: preposition, token: child, isLent: true))
        }
      }
    }
  }

  /// "sanctions that the EU imposed on Russia": the clause's own slots, when its verb only carries the noun.
  func lendRelative(_ clause: Int, noun: Int, depth: Int, _ result: inout [Filler]) {
    guard depth < 4 else { return }
    if words.harmVerbs.contains(parse.tokens[clause].lemma) {
      // "the attack that struck the airport in Abha": what the deed hit is its target.
      for filler in verbFillers(clause, depth: depth + 1)
      where filler.slot == "obj" && filler.token != noun && !isRelativePronoun(filler.token) {
        result.append(Filler(slot: "against", token: filler.token, isLent: true))
      }
    }
    guard words.lightVerbs.contains(parse.tokens[clause].lemma) else { return }
    for filler in verbFillers(clause, depth: depth + 1)
    where filler.token != noun && filler.slot != "obj" && !isRelativePronoun(filler.token) {
      result.append(Filler(slot: filler.slot, token: filler.token, isLent: true))
    }
  }

  /// The verb of the clause in which a nominal stands.
  func clauseVerb(above token: Int) -> Int? {
    var current = token
    for _ in 0..<4 {
      if parse.isVerb(current) { return current }
      current = parse.tokens[current].head
      if current < 0 { return nil }
    }
    return nil
  }

  /// "Three Poles were killed in a raid", "the raid killed three Poles": whom the verb harms, the noun does.
  func lendVictims(
    of verb: Int, to noun: Int, _ preposition: String?, depth: Int, _ result: inout [Filler]
  ) {
    guard words.harmVerbs.contains(parse.tokens[verb].lemma) else { return }
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
  func lend(to noun: Int, depth: Int, _ result: inout [Filler]) {
    let token = parse.tokens[noun]
    guard token.head >= 0 else { return }
    let head = token.head
    if token.deprel == .conj {
      // "talks and a meeting": what the first has outside, the second has too.
      guard parse.tokens[head].upos == .noun else { return }
      if parse.child(of: noun, [.nmodPoss, .det]) == nil {
        // "Russia's aggression and attack"
        for owner in parse.children(of: head, [.nmodPoss]) where owner < head {
          result.append(Filler(slot: "poss", token: owner))
        }
      }
      lend(to: head, depth: depth + 1, &result)
      return
    }
    if token.deprel == .nmod, words.carriers.contains(parse.tokens[head].lemma) {
      // "part of our response to the attack": what the carrier itself carries is not what the noun is of.
      let isCarried = parse.preposition(of: noun) == "of"
      for filler in nounFillers(head, depth: depth + 1)
      where filler.token != noun && (isCarried || filler.slot != "of") {
        result.append(Filler(slot: filler.slot, token: filler.token, isLent: true))
      }
      return
    }
    if token.deprel == .appos, [.obj, .nsubjPass].contains(parse.tokens[head].deprel) {
      // "holds Eastern Wind, a drill, with Chile": what is so called is done by who holds it.
      lend(to: head, depth: depth + 1, &result)
      return
    }
    let preposition = parse.preposition(of: noun)
    if preposition == "including", !words.carriers.contains(token.lemma),
      parse.isVerb(head) || !Self.circumstantial.contains(parse.preposition(of: head) ?? ""),
      !result.contains(where: { ["subj", "poss", "by"].contains($0.slot) })
    {
      // "announces new rates, including a tariff on Peru": who announces them.
      var verb = head
      while verb >= 0, parse.child(of: verb, [.nsubj]) == nil { verb = parse.tokens[verb].head }
      guard verb >= 0, words.doerVerbs.contains(parse.tokens[verb].lemma) else { return }
      for filler in verbFillers(verb, depth: depth + 1) where filler.slot == "subj" {
        result.append(Filler(slot: "subj", token: filler.token, isLent: true))
      }
      return
    }
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
      words.judging.contains(parse.tokens[head].lemma)
    {
      // "thanked Peru for its invitation": who is thanked or blamed did it.
      let own = result.contains { ["subj", "by"].contains($0.slot) && !$0.isLent }
      for filler in verbFillers(head, depth: depth + 1) where !own {
        if filler.slot == "obj" {
          result.append(Filler(slot: "subj", token: filler.token, isLent: true))
        } else if filler.slot == "subj", words.thanking.contains(parse.tokens[head].lemma) {
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
    guard words.lightVerbs.contains(parse.tokens[head].lemma) else {
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
  func lendDoer(of verb: Int, to noun: Int, depth: Int, _ result: inout [Filler]) {
    guard words.doerVerbs.contains(parse.tokens[verb].lemma.asciiLowercased),
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
