import ChanceryLanguage

/// What surrounds a verb, and what it inherits from the clauses above it.
extension SlotReader {
  func verbFillers(_ verb: Int, depth: Int) -> [Filler] {
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
        // "passes a resolution [condemning the raid]"
        if words.textNouns.contains(parse.tokens[child].lemma) {
          let behind = parse.children(of: verb, [.advcl]).filter {
            $0 == parse.subtree(of: child).upperBound + 1
          }
          for clause in parse.children(of: child, [.acl]) + behind
          where parse.tokens[clause].xpos == .vbg {
            result.append(Filler(slot: "saying", token: clause))
          }
        }
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
        if let preposition = slot(of: child) {
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
      case .advcl:
        // "is committed [to helping Sudan]": what one is bound to is a complement, no purpose.
        result.append(
          Filler(slot: parse.isGerundBehindTo(child) ? "xcomp" : "purpose", token: child))
      case .aclRelcl, .acl: break
      default: break
      }
    }
    addLeads(&result)
    addKeepers(&result)
    addSharedObject(verb, passive: passive, &result)
    // "met President X in Y": a place inside the object that belongs to the clause stays reachable.
    if depth < 6 { inherit(verb, passive: passive, depth: depth, &result) }
    return result
  }

  /// "a reward for information [leading to the arrest of the smuggler]": whom it is to bring about for.
  func addLeads(_ result: inout [Filler]) {
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

  /// "Two Kenyans [held in Iran] were freed": by whom, or where, those that the verb is about are held.
  func addKeepers(_ result: inout [Filler]) {
    for filler in result where filler.slot == "obj" {
      for clause in parse.children(of: filler.token, [.acl])
      where parse.tokens[clause].xpos == .vbn && words.holding.contains(parse.tokens[clause].lemma)
      {
        for place in parse.children(of: clause, [.obl, .oblAgent]) {
          let preposition = parse.preposition(of: place) ?? ""
          guard ["by", "in", "at"].contains(preposition) else { continue }
          result.append(Filler(slot: "held_" + preposition, token: place, isLent: true))
        }
      }
    }
  }

  /// "invaded and partially occupied Ukraine": the object behind the second verb is the first one's too.
  func addSharedObject(_ verb: Int, passive: Bool, _ result: inout [Filler]) {
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

  func addBelow(_ adverb: Int, _ result: inout [Filler]) {
    for inner in parse.children(of: adverb, [.obl, .nmod]) {
      if let preposition = parse.preposition(of: inner) {
        result.append(Filler(slot: preposition, token: inner))
      }
    }
  }

  /// "wrote *off* half of the debt": what the tree takes for a preposition is the verb's particle, where the
  /// codebook knows the two as one.
  func addSplit(
    _ verb: Int, _ preposition: String, _ noun: Int, _ result: inout [Filler]
  ) {
    guard words.phrasal.contains(parse.tokens[verb].lemma.asciiLowercased + " " + preposition),
      let marker = parse.child(of: noun, [.case]), marker == verb + 1,
      parse.children(of: noun, [.case]).count == 1, parse.child(of: verb, [.obj]) == nil
    else { return }
    result.append(Filler(slot: "prt", token: marker))
    result.append(Filler(slot: "obj", token: noun))
  }

  /// Subjects (and, for participles, objects) that stand outside the clause.
  func inherit(_ verb: Int, passive: Bool, depth: Int, _ result: inout [Filler]) {
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
        words.ownBodies.contains(parse.tokens[$0.token].lemma.asciiLowercased)
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
          words.means.contains(parse.tokens[above].lemma),
          let user = parse.child(of: above, [.nsubj])
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
  func lendAnnouncer(_ head: Int, _ verb: Int, depth: Int, _ result: inout [Filler]) {
    guard words.announcing.contains(parse.tokens[head].lemma),
      !words.harmVerbs.contains(parse.tokens[verb].lemma),
      !result.contains(where: { $0.slot == "subj" || $0.slot == "by" })
    else { return }
    for filler in verbFillers(head, depth: depth + 1) where filler.slot == "subj" {
      result.append(Filler(slot: "subj", token: filler.token, isLent: true))
    }
  }

  /// "Spain issued a statement condemning the raid": who issues a text says what it says.
  func addAuthor(of noun: Int, depth: Int, _ result: inout [Filler]) {
    let token = parse.tokens[noun]
    guard words.textNouns.contains(token.lemma), token.head >= 0, parse.isVerb(token.head),
      token.deprel == .obj || token.deprel == .nsubjPass
    else { return }
    for filler in verbFillers(token.head, depth: depth + 1) where filler.slot == "subj" {
      result.append(Filler(slot: "subj", token: filler.token, isLent: true))
    }
  }

  func isPassive(_ verb: Int) -> Bool {
    parse.children(of: verb).contains { parse.tokens[$0].deprel == .auxPass }
  }

  func isRelativePronoun(_ token: Int) -> Bool {
    switch parse.tokens[token].xpos {
    case .wdt, .wp: true
    default: false
    }
  }

  /// A relative pronoun stands for the noun that its clause modifies.
  func resolveRelatives(_ fillers: inout [Filler], clauseOf predicate: Int) {
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
}
