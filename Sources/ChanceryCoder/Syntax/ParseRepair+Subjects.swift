import ChanceryLanguage

/// Subjects and objects.
extension ParseRepair {
  /// "Canada urged *China* to release them": a verb has one subject.
  func turnSecondSubjects(_ sentence: Range<Int>, _ tokens: inout TreeEditor) {
    for token in sentence where tokens[token].deprel == .nsubj {
      let verb = tokens[token].head
      guard verb >= 0, verb < token, tokens[verb].upos == .verb,
        tokens.hasChild(of: verb, in: sentence.lowerBound..<verb, [.nsubj]),
        !tokens.hasChild(of: verb, in: verb + 1..<sentence.upperBound, [.obj, .auxPass, .cop]),
        !tokens.hasChild(of: verb, in: verb + 1..<token, [.punct])
      else { continue }
      tokens[token].deprel = .obj
    }
  }

  /// "awarded [the minister] [the Medal of Honour]".
  func splitObjects(_ sentence: Range<Int>, _ tokens: inout TreeEditor) {
    for token in sentence where tokens[token].deprel == .appos {
      var person = tokens[token].head
      while person >= 0, tokens[person].deprel == .appos { person = tokens[person].head }
      guard person >= 0, person < token, tokens[person].deprel == .obj,
        giving.contains(tokens[tokens[person].head].lemma),
        let article = tokens.firstChild(of: token, in: sentence.lowerBound..<token, [.det]),
        !(person..<article).contains(where: { tokens[$0].upos == .punct })
      else { continue }
      let verb = tokens[person].head
      tokens[person].deprel = .iobj
      tokens.attach(token, to: verb, as: .obj)
    }
  }

  /// "The [UN] [Secretary]-[General] refused": subjects side by side are one name.
  func joinSubjects(_ sentence: Range<Int>, _ tokens: inout TreeEditor) {
    for token in sentence.dropFirst()
    where tokens[token].deprel == .nsubj && tokens[token].head > token {
      var before = token - 1
      if tokens[before].form == "-", before > sentence.lowerBound { before -= 1 }
      if tokens[before].form == ",", before > sentence.lowerBound {
        // "Malaysia's prime minister, [Najib Razak] said"
        let title = before - 1
        if tokens[title].deprel == .nsubj, tokens[title].head == tokens[token].head,
          tokens[token].upos == .propn
        {
          tokens.attach(token, to: title, as: .appos)
        }
        continue
      }
      let isTitle = tokens[before].upos == .noun && tokens[token].upos == .propn
      guard tokens[before].deprel == .nsubj, tokens[before].head == tokens[token].head,
        tokens[before].upos == .propn || isTitle
      else { continue }
      if !isTitle {
        for other in sentence where tokens[other].head == before && other < before {
          tokens[other].head = token
        }
      }
      tokens[before].deprel = isTitle ? .nmodDesc : .compound
      tokens[before].head = token
      if tokens[token].form.first?.isUppercase == true { tokens[token].upos = .propn }
    }
  }

  /// "paid *Rwanda* to host them": the only object is the object.
  func promoteObjects(_ sentence: Range<Int>, _ tokens: inout TreeEditor) {
    for token in sentence where tokens[token].deprel == .iobj {
      let verb = tokens[token].head
      guard verb >= 0,
        !tokens.hasChild(of: verb, in: sentence, [.obj, .ccomp, .xcomp])
      else { continue }
      tokens[token].deprel = .obj
    }
  }

  /// "Premier Stocker and [minister] Rantanen": what follows "and" is a fellow, no part of the name.
  func joinFellows(_ sentence: Range<Int>, _ tokens: inout TreeEditor) {
    // "Chargé Palmieri and Vice President Ramírez signed": the first is the subject, not that of the second.
    for token in sentence where tokens[token].deprel == .nsubj {
      let second = tokens[token].head
      guard second > token, tokens[second].upos == .noun || tokens[second].upos == .propn,
        tokens[second].deprel == .nsubj, tokens[second].head > second,
        !tokens.hasChild(of: second, in: sentence, [.cop]),
        tokens.hasChild(of: second, in: token + 1..<second, [.cc])
      else { continue }
      tokens[token].head = tokens[second].head
      tokens.attach(second, to: token, as: .conj)
    }
    for token in sentence where [.nmodDesc, .flat, .appos].contains(tokens[token].deprel) {
      let first = tokens[token].head
      guard first >= 0, first < token,
        let conjunction = tokens.firstChild(of: token, in: first + 1..<token, [.cc]),
        tokens[conjunction].form.asciiLowercased == "and"
      else { continue }
      tokens[token].deprel = .conj
      // "minister [Mari Rantanen]": the name behind the title goes with it.
      if tokens[token].upos == .noun, token + 1 < sentence.upperBound,
        tokens[token + 1].upos == .propn, tokens[token + 1].head == first
      {
        tokens.attach(token + 1, to: token, as: .appos)
      }
    }
  }

  /// "hit Yemen, but [both Oman and Qatar] *have denied* it": behind a comma and "but" the names are no fellows of
  /// the noun before, they are the subject of the verb that has none.
  func freeSubjects(_ sentence: Range<Int>, _ tokens: inout TreeEditor) {
    for verb in sentence
    where isFinite(verb, sentence, tokens) && [.parataxis, .conj].contains(tokens[verb].deprel)
      && !tokens.hasChild(of: verb, in: sentence, [.nsubj, .nsubjPass, .csubj])
    {
      let markers = sentence.filter {
        $0 < verb && $0 > sentence.lowerBound && tokens[$0].deprel == .cc
          && ["but", "and", "while", "yet"].contains(tokens[$0].form.asciiLowercased)
      }
      // "took Mekelle and [Addis Ababa] declared a truce" needs no comma.
      let isBare = tokens[verb].deprel == .conj && !tokens.hasChild(of: verb, in: sentence, [.cc])
      guard
        let marker = markers.last(where: { tokens[$0 - 1].form == "," })
          ?? (isBare ? markers.last(where: { tokens[$0].form == "and" }) : nil)
      else { continue }
      let first = tokens[marker].head
      guard first > marker, first < verb, !tokens.isBelow(verb, first),
        tokens[first].deprel == .conj,
        tokens[first].upos == .propn || tokens[first].upos == .noun,
        tokens[first].head < marker, tokens[first].head >= 0,
        tokens[tokens[first].head].upos != .verb,
        (marker + 1..<verb).allSatisfy({
          tokens.isBelow($0, first) || tokens[$0].head == verb
        })
      else { continue }
      tokens.attach(first, to: verb, as: .nsubj)
      tokens.attach(marker, to: verb, as: .cc)
      if tokens[verb].head >= 0, tokens[verb].head < marker { tokens[verb].deprel = .conj }
    }
  }

  /// "calling for [Spain] to be suspended": between "for" and "to" stands the subject.
  func nameMarked(_ sentence: Range<Int>, _ tokens: inout TreeEditor) {
    for noun in sentence where tokens[noun].deprel == .obl {
      let verb = tokens[noun].head
      guard verb > noun, !tokens.hasChild(of: noun, in: sentence, [.case]),
        !tokens.hasChild(of: verb, in: sentence, [.nsubj, .nsubjPass]),
        let opener = tokens.firstChild(of: verb, in: sentence, [.mark]), opener < noun,
        tokens[opener].form == "for",
        (noun + 1..<verb).contains(where: {
          tokens[$0].head == verb && tokens[$0].xpos == .to
        })
      else { continue }
      let isPassive = tokens.hasChild(of: verb, in: sentence, [.auxPass])
      tokens.attach(noun, to: verb, as: isPassive ? .nsubjPass : .nsubj)
    }
  }

  /// "notified Congress [of a sale]", "accused Iran [of a raid]": it is of the notice, not of the Congress.
  func raiseTopics(_ sentence: Range<Int>, _ tokens: inout TreeEditor) {
    for topic in sentence where tokens[topic].deprel == .nmod {
      let whom = tokens[topic].head
      guard whom >= 0, whom < topic, tokens[whom].deprel == .obj, tokens[whom].head >= 0,
        topical.contains(tokens[tokens[whom].head].lemma),
        let preposition = tokens.firstChild(of: topic, in: whom + 1..<topic, [.case]),
        tokens[preposition].form == "of", tokens[whom].upos == .propn || tokens[whom].upos == .pron
      else { continue }
      tokens.attach(topic, to: tokens[whom].head, as: .obl)
    }
  }

  /// "a duty for [Kenyans entering the country]": behind a preposition the noun is no subject, the gerund is its own.
  func freeGoals(_ sentence: Range<Int>, _ tokens: inout TreeEditor) {
    for noun in sentence where tokens[noun].deprel == .nsubj {
      let gerund = tokens[noun].head
      guard gerund > noun, tokens[gerund].xpos == .vbg,
        [.acl, .advcl].contains(tokens[gerund].deprel),
        !tokens.hasChild(of: gerund, in: sentence, [.aux, .mark]),
        let preposition = tokens.firstChild(of: noun, in: sentence, [.case]), preposition < noun,
        ["for", "on", "against", "to", "from", "of"].contains(tokens[preposition].form)
      else { continue }
      let above = tokens[gerund].head
      guard above >= 0, above < noun else { continue }
      let isVerb = tokens[above].upos == .verb
      tokens.attach(gerund, to: -1, as: .acl)
      tokens.attach(noun, to: above, as: isVerb ? .obl : .nmod)
      tokens.attach(gerund, to: noun, as: .acl)
    }
  }

  /// "lands in Oslo, Norway, [a member of the pact], for talks": verbs of motion have no such object.
  func describePlaces(_ sentence: Range<Int>, _ tokens: inout TreeEditor) {
    for noun in sentence where tokens[noun].deprel == .obj && tokens[noun].upos == .noun {
      let verb = tokens[noun].head
      guard verb >= 0, motion.contains(tokens[verb].lemma),
        let article = tokens.firstChild(of: noun, in: sentence, [.det]), article > verb + 1,
        tokens[article - 1].form == ",", tokens[article - 2].upos == .propn
      else { continue }
      tokens.attach(noun, to: article - 2, as: .appos)
    }
  }

  /// "deploys [a] patrol *aircraft*": no article is the object of a verb and has one of its own.
  func raiseNouns(_ sentence: Range<Int>, _ tokens: inout TreeEditor) {
    for article in sentence
    where tokens[article].upos == .det && [.obj, .nsubj, .obl].contains(tokens[article].deprel) {
      guard ["a", "an", "the"].contains(tokens[article].form.asciiLowercased),
        let noun = sentence.first(where: {
          $0 > article && tokens[$0].head == article
            && [.obj, .nmod, .compound, .nmodUnmarked].contains(tokens[$0].deprel)
            && (tokens[$0].upos == .noun || tokens[$0].upos == .propn)
        })
      else { continue }
      let (head, relation) = (tokens[article].head, tokens[article].deprel)
      tokens.attach(noun, to: head, as: relation)
      tokens.attach(article, to: noun, as: .det)
    }
  }

  /// "signed in Washington, DC, [a charter]": a noun with an article behind a place is the object, no second place.
  /// "authorized, under the act, [a third drawdown]": so is one without a preposition.
  func findObjects(_ sentence: Range<Int>, _ tokens: inout TreeEditor) {
    for noun in sentence where tokens[noun].deprel == .obl && tokens[noun].upos == .noun {
      let verb = tokens[noun].head
      guard verb >= 0, verb < noun, tokens[verb].upos == .verb,
        !tokens.hasChild(of: verb, in: sentence, [.obj, .xcomp, .ccomp, .auxPass, .nsubjPass]),
        !tokens.hasChild(of: noun, in: sentence, [.case, .cc, .mark]),
        let article = tokens.firstChild(of: noun, in: sentence, [.det]),
        ["a", "an"].contains(tokens[article].form), tokens[article - 1].form == ","
      else { continue }
      tokens.attach(noun, to: verb, as: .obj)
    }
    for noun in sentence
    where [.conj, .appos, .list].contains(tokens[noun].deprel) && tokens[noun].head >= 0 {
      let place = tokens[noun].head
      let verb = tokens[place].head
      guard verb >= 0, verb < place, place < noun, tokens[place].upos == .propn,
        tokens[place].deprel == .obl, tokens[verb].upos == .verb,
        !motion.contains(tokens[verb].lemma),
        !tokens.hasChild(of: verb, in: sentence, [.obj, .xcomp, .ccomp, .auxPass]),
        !tokens.hasChild(of: noun, in: sentence, [.cc, .case]),
        (place + 1..<noun).contains(where: {
          tokens[$0].deprel == .det && tokens.isBelow($0, noun)
            && (tokens[$0].form == "a" || tokens[$0].form == "an")
        })
      else { continue }
      tokens.attach(noun, to: verb, as: .obj)
    }
  }

  /// "Yesterday, [Secretary Smith], met", "Following an act, [the legation], was raised": what stands behind the comma
  /// of an opening phrase is the subject of the verb that has none.
  func freeOpenings(_ sentence: Range<Int>, _ tokens: inout TreeEditor) {
    for opening in sentence where [.obl, .oblUnmarked].contains(tokens[opening].deprel) {
      let verb = tokens[opening].head
      guard verb > opening, isFinite(verb, sentence, tokens),
        !tokens.hasChild(of: verb, in: sentence, [.nsubj, .nsubjPass, .csubj, .expl]),
        let subject = sentence.first(where: {
          $0 > opening && $0 < verb && tokens[$0].head == opening && tokens[$0].deprel == .appos
            && (tokens[$0].upos == .propn || tokens[$0].upos == .noun)
            && !days.contains(tokens[$0].form.asciiLowercased)
        })
      else { continue }
      let isPassive = tokens.hasChild(of: verb, in: sentence, [.auxPass])
      tokens.attach(subject, to: verb, as: isPassive ? .nsubjPass : .nsubj)
    }
  }

  /// "By October, [Peru, Chile], and Bolivia had left": a list behind a date is the subject's, no part of the date.
  func freeLists(_ sentence: Range<Int>, _ tokens: inout TreeEditor) {
    for subject in sentence where tokens[subject].deprel == .nsubj && tokens[subject].upos == .propn
    {
      let verb = tokens[subject].head
      guard verb > subject,
        let date = sentence.first(where: {
          $0 < subject && tokens[$0].head == verb && tokens[$0].deprel == .obl
            && days.contains(tokens[$0].form.asciiLowercased)
        })
      else { continue }
      let list = (date + 1..<subject).filter {
        tokens[$0].head == date && tokens[$0].deprel == .conj && tokens[$0].upos == .propn
          && !days.contains(tokens[$0].form.asciiLowercased)
      }
      guard let first = list.first else { continue }
      tokens.attach(first, to: verb, as: .nsubj)
      for other in list.dropFirst() { tokens.attach(other, to: first, as: .conj) }
      tokens.attach(subject, to: first, as: .conj)
    }
  }
}
