import ChanceryLanguage

/// Clauses, their verbs and what they hang on.
extension ParseRepair {
  /// "He visited Kabul, *the first visit by a Soviet leader*": no object of the verb, which has one.
  func detachComments(_ sentence: Range<Int>, _ tokens: inout TreeEditor) {
    for token in sentence where tokens[token].deprel == .obj && tokens[token].upos == .noun {
      let verb = tokens[token].head
      guard verb >= 0, verb < token,
        tokens.hasChild(of: verb, in: verb + 1..<token, [.obj])
      else { continue }
      let own = sentence.filter { $0 < token && tokens[$0].head == token }
      guard own.contains(where: { tokens[$0].form == "," }),
        !own.contains(where: { tokens[$0].deprel == .cc })
      else { continue }
      tokens[token].deprel = .parataxis
    }
  }

  /// "Sharif on Thursday, *who received* him": no day receives anybody.
  func moveRelatives(_ sentence: Range<Int>, _ tokens: inout TreeEditor) {
    for clause in sentence where tokens[clause].deprel == .aclRelcl {
      let day = tokens[clause].head
      guard day > sentence.lowerBound, days.contains(tokens[day].form.asciiLowercased),
        sentence.contains(where: { tokens[$0].head == clause && tokens[$0].xpos == .wp })
      else { continue }
      var person = day - 1
      while person >= sentence.lowerBound, tokens[person].upos != .propn { person -= 1 }
      guard person >= sentence.lowerBound, day - person <= 3 else { continue }
      while tokens[person].deprel == .flat, tokens[person].head >= sentence.lowerBound {
        person = tokens[person].head
      }
      guard person != clause else { continue }
      tokens[clause].head = person
    }
  }

  /// "Putin's visit, *which never took place*, was planned": a clause with a relative subject hangs on a noun.
  func attachRelatives(_ sentence: Range<Int>, _ tokens: inout TreeEditor) {
    for clause in sentence where tokens[clause].deprel == .advcl {
      guard
        let pronoun = sentence.first(where: {
          tokens[$0].head == clause && tokens[$0].deprel == .nsubj
            && (tokens[$0].xpos == .wdt || tokens[$0].xpos == .wp)
        })
      else { continue }
      if tokens[pronoun].form == "that", tokens[clause].head >= 0, tokens[clause].head < pronoun,
        let object = tokens.firstChild(of: tokens[clause].head, in: sentence, [.obj]),
        object < pronoun, tokens[object].upos == .noun
      {
        // "condemns the attack today [that struck the airport]"
        tokens.attach(clause, to: object, as: .aclRelcl)
        continue
      }
      guard pronoun - 2 >= sentence.lowerBound, tokens[pronoun - 1].form == ",",
        tokens[pronoun - 2].upos == .noun || tokens[pronoun - 2].upos == .propn
      else { continue }
      var noun = pronoun - 2
      while tokens[noun].deprel == .nmod || tokens[noun].deprel == .flat
        || tokens[noun].deprel == .compound
      {
        guard tokens[noun].head >= 0, tokens[noun].head < clause else { break }
        noun = tokens[noun].head
      }
      guard tokens[noun].upos == .noun || tokens[noun].upos == .propn, noun < pronoun else {
        continue
      }
      tokens.attach(clause, to: noun, as: .aclRelcl)
    }
  }

  static let prepositions: Set<String> = [
    "in", "of", "by", "at", "to", "from", "with", "on", "near", "between", "for", "against",
  ]

  /// "The legation [in La Paz opened]", "the visit to Japan [by Modi took place]": the verb behind the phrase is the
  /// noun's, and its seeming subject hangs on the noun.
  func freePhrases(_ sentence: Range<Int>, _ tokens: inout TreeEditor) {
    let subjects: Set<Deprel> = [.nsubj, .nsubjPass]
    for mark in sentence.dropFirst()
    where tokens[mark].deprel == .mark && tokens[mark].upos == .adp {
      let verb = tokens[mark].head
      guard Self.prepositions.contains(tokens[mark].lemma), verb > mark,
        [.vbd, .vbz, .vbp].contains(tokens[verb].xpos),
        let inner = tokens.firstChild(of: verb, in: mark + 1..<verb, subjects)
      else { continue }
      let outer = tokens.firstChild(of: verb, in: sentence.lowerBound..<mark, subjects)
      let head = tokens[verb].head
      let isClause =
        head >= 0 && head < mark && tokens[head].head < 0
        && (tokens[head].upos == .noun || tokens[head].upos == .propn)
        && !tokens.hasChild(of: head, in: sentence, [.cop])
      guard let noun = outer ?? (isClause ? head : nil),
        !(noun..<mark).contains(where: { tokens[$0].upos == .punct })
      else { continue }
      if noun == head {
        tokens.makeRoot(verb, subject: noun, as: tokens[inner].deprel)
        for token in sentence where tokens[token].head == noun && token > verb {
          tokens[token].head = verb
        }
      }
      tokens.attach(inner, to: noun, as: .nmod)
      tokens.attach(mark, to: inner, as: .case)
    }
  }

  /// "bans its citizens [from travelling]": the banning is from it.
  func freeBans(_ sentence: Range<Int>, _ tokens: inout TreeEditor) {
    for token in sentence where tokens[token].deprel == .acl && tokens[token].xpos == .vbg {
      let object = tokens[token].head
      guard object >= 0, tokens[object].deprel == .obj, tokens[object].head >= 0,
        tokens[tokens[object].head].upos == .verb,
        sentence.contains(where: {
          tokens[$0].head == token && tokens[$0].deprel == .mark && tokens[$0].form == "from"
        })
      else { continue }
      tokens.attach(token, to: tokens[object].head, as: .advcl)
    }
  }

  /// "voted [to expel them]", "a resolution [to expel them]": an infinitive right behind a verb or noun that takes one
  /// is its complement, no purpose of the clause.
  func joinInfinitives(_ sentence: Range<Int>, _ tokens: inout TreeEditor) {
    for verb in sentence where tokens[verb].deprel == .advcl && tokens[verb].xpos == .vb {
      let above = tokens[verb].head
      guard above >= 0, above < verb,
        let marker = tokens.firstChild(of: verb, in: sentence, [.mark]),
        tokens[marker].xpos == .to, marker > sentence.lowerBound
      else { continue }
      let before = marker - 1
      if let object = tokens.firstChild(of: above, in: sentence, [.obj]), object < marker,
        SlotReader.objectControl.contains(tokens[above].lemma),
        (object..<marker).allSatisfy({ tokens.isBelow($0, object) })
      {
        // "authorised [the ministry] to provide aid"
        tokens.attach(verb, to: above, as: .xcomp)
        continue
      }
      if before == above, tokens[above].upos == .verb, infinitiveVerbs.contains(tokens[above].lemma)
      {
        tokens.attach(verb, to: above, as: .xcomp)
      } else if tokens[before].upos == .noun, tokens[before].head == above,
        tokens[above].upos == .verb, offers.contains(tokens[before].lemma)
      {
        tokens.attach(verb, to: before, as: .acl)
      }
    }
  }

  /// "thanked him for [an invitation] to visit Lima": the noun takes the infinitive, it is not its subject.
  func freeOffers(_ sentence: Range<Int>, _ tokens: inout TreeEditor) {
    for noun in sentence
    where tokens[noun].deprel == .nsubj && offers.contains(tokens[noun].lemma) {
      let verb = tokens[noun].head
      guard verb > noun, tokens[verb].xpos == .vb, tokens[verb].head >= 0,
        let marker = sentence.first(where: {
          $0 < noun && tokens[$0].head == verb && tokens[$0].deprel == .mark
            && tokens[$0].form == "for"
        })
      else { continue }
      var above = tokens[verb].head
      if tokens[above].deprel == .obj, tokens[above].head >= 0 { above = tokens[above].head }
      tokens.attach(noun, to: above, as: .obl)
      tokens.attach(marker, to: noun, as: .case)
      tokens.attach(verb, to: noun, as: .acl)
    }
  }

  /// "acknowledged [their army had shot it down]": a finite verb right behind the object has it as its subject.
  func openClauses(_ sentence: Range<Int>, _ tokens: inout TreeEditor) {
    for verb in sentence where [.conj, .parataxis].contains(tokens[verb].deprel) {
      let above = tokens[verb].head
      guard above >= 0, above < verb, tokens[above].upos == .verb,
        isFinite(verb, sentence, tokens),
        !tokens.hasChild(of: verb, in: sentence, [.nsubj, .nsubjPass, .cc, .csubj, .mark]),
        let object = tokens.firstChild(of: above, in: sentence, [.obj]), object < verb,
        (object + 1..<verb).contains(where: {
          tokens[$0].head == verb && [.aux, .auxPass].contains(tokens[$0].deprel)
        }),
        (object + 1..<verb).allSatisfy({
          tokens[$0].form != "," && (tokens.isBelow($0, object) || tokens.isBelow($0, verb))
        })
      else { continue }
      tokens.attach(object, to: verb, as: .nsubj)
      tokens.attach(verb, to: above, as: .ccomp)
    }
  }

  /// "withdraws its recognition of X [and *endorses* the plan]": a finite verb is no fellow of a noun.
  func raiseVerbs(_ sentence: Range<Int>, _ tokens: inout TreeEditor) {
    for verb in sentence where tokens[verb].deprel == .conj && tokens[verb].upos == .verb {
      let isPresent = tokens[verb].xpos == .vbg && tokens[verb].form.hasSuffix("s")
      var above = tokens[verb].head
      guard above >= 0, above < verb, tokens[above].upos == .noun || tokens[above].upos == .propn,
        isPresent || isFinite(verb, sentence, tokens),
        !tokens.hasChild(of: verb, in: sentence, [.nsubj, .nsubjPass, .csubj, .mark]),
        let and = tokens.firstChild(of: verb, in: sentence, [.cc]), and < verb,
        (and + 1..<verb).allSatisfy({ tokens.isBelow($0, verb) })
      else { continue }
      while above >= 0, tokens[above].upos != .verb { above = tokens[above].head }
      guard above >= 0, above < verb, isFinite(above, sentence, tokens) else { continue }
      if isPresent { tokens[verb].xpos = .vbz }
      tokens.attach(verb, to: above, as: .conj)
    }
  }

  /// "have no talks with [the U.S.] *on its program*": a name behind a preposition of its own is no part of a noun
  /// that has another.
  func freePartners(_ sentence: Range<Int>, _ tokens: inout TreeEditor) {
    for name in sentence
    where [.compound, .amod, .nmodDesc].contains(tokens[name].deprel) && tokens[name].upos == .propn
    {
      let noun = tokens[name].head
      guard noun > name + 1, tokens[noun].head >= 0,
        let first = tokens.firstChild(of: name, in: sentence, [.case]), first < name,
        tokens.hasChild(of: noun, in: name + 1..<noun, [.case])
      else { continue }
      let before = first - 1
      let isOfNoun = before >= sentence.lowerBound && tokens[before].upos == .noun
      tokens.attach(
        name, to: isOfNoun ? before : tokens[noun].head, as: isOfNoun ? .nmod : .obl)
    }
  }

  /// "bring home [Kenyans] *detained* in Iran": right behind the object of a verb that causes nothing, the participle
  /// is the object's.
  func freeParticiples(_ sentence: Range<Int>, _ tokens: inout TreeEditor) {
    for participle in sentence.dropFirst()
    where tokens[participle].deprel == .xcomp && tokens[participle].xpos == .vbn {
      let verb = tokens[participle].head
      guard verb >= 0, tokens[verb].upos == .verb, !causative.contains(tokens[verb].lemma),
        tokens[participle - 1].head == verb, tokens[participle - 1].deprel == .obj
      else { continue }
      tokens.attach(participle, to: participle - 1, as: .acl)
    }
  }

  /// "As Sudan fought the rebels, [we sent aid]": a finite clause behind a comma whose subject is a pronoun is no
  /// relative clause; where the root is a subordinate clause, it is the main one.
  func freeMainClauses(_ sentence: Range<Int>, _ tokens: inout TreeEditor) {
    guard let root = sentence.first(where: { tokens[$0].head < 0 }),
      isFinite(root, sentence, tokens),
      tokens.hasChild(of: root, in: sentence.lowerBound..<root, [.mark])
    else { return }
    for verb in sentence where verb > root && tokens[verb].deprel == .aclRelcl {
      guard isFinite(verb, sentence, tokens),
        let subject = tokens.firstChild(of: verb, in: sentence, [.nsubj]), subject > root + 1,
        tokens[subject - 1].form == ",",
        ["i", "we", "he", "she", "they", "it"].contains(tokens[subject].form.asciiLowercased),
        tokens[subject].head == verb
      else { continue }
      tokens.attach(verb, to: -1, as: .root)
      tokens.attach(root, to: verb, as: .advcl)
      return
    }
  }

  /// "declares them personae non gratae [after accusing …]": no foreign word or noun of place has such a clause.
  func raiseGerunds(_ sentence: Range<Int>, _ tokens: inout TreeEditor) {
    for gerund in sentence where tokens[gerund].xpos == .vbg && tokens[gerund].deprel == .advcl {
      var above = tokens[gerund].head
      guard above >= 0, tokens[above].upos != .verb, [.obl, .obj].contains(tokens[above].deprel),
        sentence.contains(where: {
          tokens[$0].head == gerund && tokens[$0].deprel == .mark
            && ["after", "before", "while", "by"].contains(tokens[$0].form.asciiLowercased)
        })
      else { continue }
      while above >= 0, tokens[above].upos != .verb { above = tokens[above].head }
      guard above >= 0 else { continue }
      tokens.attach(gerund, to: above, as: .advcl)
    }
  }

  /// "rules out [Finland joining BRICS]": what is ruled out is that it joins.
  func joinGerunds(_ sentence: Range<Int>, _ tokens: inout TreeEditor) {
    for gerund in sentence.dropFirst()
    where tokens[gerund].xpos == .vbg && tokens[gerund].deprel == .advcl {
      let verb = tokens[gerund].head
      guard verb >= 0, gerundVerbs.contains(tokens[verb].lemma),
        let object = tokens.firstChild(of: verb, in: sentence, [.obj]), object > verb,
        object < gerund, tokens[object].upos == .propn,
        (object + 1..<gerund).allSatisfy({ tokens.isBelow($0, object) && tokens[$0].form != "," })
      else { continue }
      tokens.attach(gerund, to: verb, as: .ccomp)
      tokens.attach(object, to: gerund, as: .nsubj)
    }
  }

  /// "refused to rule out [expelling envoys]": a gerund right behind a verb's particle is its complement.
  func attachGerunds(_ sentence: Range<Int>, _ tokens: inout TreeEditor) {
    for token in sentence.dropFirst() where tokens[token].xpos == .vbg {
      let particle = token - 1
      let verb = tokens[particle].head
      guard tokens[particle].deprel == .compoundPrt, tokens[token].deprel == .advcl,
        !tokens.isBelow(verb, token)
      else { continue }
      tokens.attach(token, to: verb, as: .xcomp)
    }
  }

  /// "Canada, Norway and Australia impose sanctions": the list that became the root is the verb's subject.
  func promoteVerb(_ sentence: Range<Int>, _ tokens: inout TreeEditor) {
    guard let root = sentence.first(where: { tokens[$0].head < 0 }),
      tokens[root].upos == .propn || tokens[root].upos == .noun,
      !tokens.hasChild(of: root, in: sentence, [.cop])
    else { return }
    let loose: Set<Deprel> = [.parataxis, .conj, .appos, .aclRelcl, .advcl, .list, .acl]
    if joinList(root, sentence, loose, &tokens) { return }
    let finite: Set<XPOS> = [.vb, .vbp, .vbz, .vbd]
    guard
      let verb = sentence.first(where: { token in
        token > root && tokens[token].upos == .verb && finite.contains(tokens[token].xpos)
          && loose.contains(tokens[token].deprel) && tokens[token - 1].upos == .propn
          && !tokens.hasChild(
            of: token, in: sentence, [.nsubj, .nsubjPass, .mark, .cc, .auxPass])
      })
    else { return }
    for token in sentence where tokens[token].head == root && tokens[token].deprel == .nmodUnmarked
    {
      tokens[token].deprel = .conj
    }
    tokens.makeRoot(verb, subject: root)
  }

  /// "Envoys of Chile, Peru, and the European Union met": where the last of the list alone became the subject,
  /// the whole list is.
  func joinList(
    _ root: Int, _ sentence: Range<Int>, _ loose: Set<Deprel>, _ tokens: inout TreeEditor
  ) -> Bool {
    let finite: Set<XPOS> = [.vbp, .vbz, .vbd]
    for verb in sentence
    where verb > root && tokens[verb].head == root && tokens[verb].upos == .verb
      && finite.contains(tokens[verb].xpos) && loose.contains(tokens[verb].deprel)
    {
      let children = sentence.filter { tokens[$0].head == verb }
      guard let subject = children.first(where: { tokens[$0].deprel == .nsubj }),
        subject > root, tokens[subject].upos == .propn || tokens[subject].upos == .noun
      else { continue }
      var low = subject
      while low > root, tokens.isBelow(low - 1, subject) { low -= 1 }
      guard low - 1 > root,
        tokens[low].form == "and" || tokens[low - 1].form == "and",
        (root + 1..<low).contains(where: {
          tokens[$0].upos == .propn && [.conj, .appos, .list].contains(tokens[$0].deprel)
        })
      else { continue }
      let before = children.filter { $0 < low && tokens[$0].deprel != .cc }
      guard before.allSatisfy({ tokens[$0].deprel == .punct }) else { continue }
      tokens.makeRoot(verb, subject: root)
      tokens.attach(subject, to: root, as: .conj)
      return true
    }
    return false
  }

  /// "Peru *downgraded* Swedish ties.": the sentence has no other verb.
  func promoteModifier(_ sentence: Range<Int>, _ tokens: inout TreeEditor) {
    guard sentence.count > 3, tokens[sentence.upperBound - 1].form == ".",
      let root = sentence.first(where: { tokens[$0].head < 0 }),
      tokens[root].upos == .noun || tokens[root].upos == .propn,
      !sentence.contains(where: {
        tokens[$0].upos == .aux || [.vbd, .vbz, .vbp, .md].contains(tokens[$0].xpos)
      }),
      let verb = sentence.first(where: {
        tokens[$0].head == root && tokens[$0].deprel == .amod && $0 < root
          && tokens[$0].form.asciiLowercased.hasSuffix("ed") && $0 > sentence.lowerBound
          && tokens[$0 - 1].upos == .propn
      })
    else { return }
    let form = tokens[verb].form.asciiLowercased
    let lemma = candidates(form, .vbd).first(where: verbs.contains)
    guard lemma != nil || verbs.contains(tokens[verb].lemma) else { return }
    // The words on the left are the subject: the topmost right before the verb is its head.
    var subject = verb - 1
    while tokens[subject].head != root, tokens[subject].head != verb {
      guard sentence.lowerBound..<verb ~= tokens[subject].head else { return }
      subject = tokens[subject].head
    }
    for token in sentence.lowerBound..<verb
    where token != subject && (tokens[token].head == root || tokens[token].head == verb) {
      tokens[token].head = subject
    }
    tokens.makeRoot(verb, subject: subject)
    tokens[verb].upos = .verb
    tokens[verb].xpos = .vbd
    if let lemma { tokens[verb].lemma = lemma }
    tokens.attach(root, to: verb, as: .obj)
    for token in sentence where token > verb && tokens[token].head == verb {
      if tokens[token].deprel == .nmod { tokens[token].deprel = .obl }
    }
    for token in sentence where tokens[token].head == root && tokens[token].deprel == .punct {
      tokens[token].head = verb
    }
  }

  /// "wrote *off* half of the debt", "cut off *ties*".
  func freeParticles(_ sentence: Range<Int>, _ tokens: inout TreeEditor) {
    for token in sentence.dropFirst() where tokens[token].upos == .adp {
      let verb = token - 1
      guard tokens[verb].upos == .verb else { continue }
      let noun = tokens[token].head
      if tokens[token].xpos == .rp, tokens[token].deprel == .case, noun > token,
        tokens[noun].head == verb
      {
        tokens.attach(token, to: verb, as: .compoundPrt)
        tokens[noun].deprel = .obj
      }
      guard tokens[token].deprel == .compoundPrt, tokens[token].head == verb,
        !tokens.hasChild(of: verb, in: sentence, [.obj]),
        let bare = tokens.firstChild(of: verb, in: token + 1..<sentence.upperBound, [.obl]),
        tokens[bare].upos == .noun, !tokens.hasChild(of: bare, in: sentence, [.case])
      else { continue }
      tokens[bare].deprel = .obj
    }
  }

  /// Makes the participle behind the root noun the verb of the sentence; false where that does not fit.
  func promoteParticiple(_ sentence: Range<Int>, _ tokens: inout TreeEditor) {
    guard sentence.count > 3,
      let root = sentence.first(where: { tokens[$0].head < 0 }),
      tokens[root].upos == .noun || tokens[root].upos == .propn,
      let verb = sentence.first(where: {
        tokens[$0].head == root && tokens[$0].deprel == .acl && tokens[$0].xpos == .vbn && $0 > root
      })
    else { return }
    let isFinite = sentence.contains {
      [.vbd, .vbz, .vbp, .md].contains(tokens[$0].xpos) && tokens[$0].deprel != .aclRelcl
    }
    guard !isFinite, !tokens.hasChild(of: verb, in: sentence, [.oblAgent]) else { return }
    tokens.makeRoot(verb, subject: root)
    tokens[verb].xpos = .vbd
    for token in sentence
    where tokens[token].head == root && token > verb && tokens[token].deprel != .nmodPoss {
      tokens[token].head = verb
      if tokens[token].deprel == .nmod { tokens[token].deprel = .obl }
    }
  }

  /// "his credentials [to] President Ford": no preposition has a noun of its own.
  func lowerPrepositions(_ sentence: Range<Int>, _ tokens: inout TreeEditor) {
    for preposition in sentence where tokens[preposition].upos == .adp {
      let head = tokens[preposition].head
      guard head >= 0, head < preposition,
        [.acl, .advcl, .obl, .nmod, .xcomp].contains(tokens[preposition].deprel),
        let noun = tokens.firstChild(of: preposition, in: sentence, [.obl, .nmod, .obj]),
        noun > preposition, !tokens.hasChild(of: noun, in: sentence, [.case])
      else { continue }
      for child in sentence where tokens[child].head == preposition && child != noun {
        tokens.attach(child, to: noun, as: tokens[child].deprel)
      }
      tokens.attach(noun, to: head, as: tokens[head].upos == .verb ? .obl : .nmod)
      tokens.attach(preposition, to: noun, as: .case)
    }
  }
}
