import ChanceryCodebook
import ChanceryLanguage

/// Mends what the reader of English often gets wrong in news and what surer knowledge can tell.
///
/// Lemmas: the lemmatiser guesses the lemma of a form that its treebanks lack ("telephoned": telephon or telephone);
/// where one guess is a word of the codebook and the other is not, the codebook's is taken.
/// Trees: a sentence without any finite verb whose root noun is followed by a past participle ("A frigate
/// docked in Karachi.") is a clause with that verb, unless somebody stands behind "by"; a noun with an object
/// ("The ministry summons the envoy") is a verb; a verb that hangs beside a list of names without a subject of
/// its own has that list as its subject; a gerund behind a particle hangs on the particle's verb; a second object
/// behind a comma comments on the clause ("visited Kabul, the first visit by a minister"); a second subject
/// right behind its verb is the object ("Canada urged China to act"); a participle between a name and the root
/// noun of a sentence without a verb is its verb ("Peru downgraded ties with Chile."); a particle right behind
/// a verb belongs to the verb, and a bare noun behind it is the object; what verbs of giving have as the object and
/// its apposition without a comma are whom and what is given ("awarded the minister the Medal of Honour");
/// a preposition behind a noun opens a phrase of the noun, no clause ("The legation *in La Paz* opened in May.");
/// subjects side by side are one; a clause of "which" behind a comma hangs on the noun before it; an infinitive behind "for an
/// invitation" hangs on the noun.
struct ParseRepair: Sendable {
  private let verbs: Set<String>
  private let nouns: Set<String>
  private let giving: Set<String>
  private let days: Set<String>
  /// Nouns that take an infinitive of what is offered, asked or decided ("an invitation to visit").
  private let offers: Set<String>
  /// Titles of several words that would be read as a row of nouns, the longest first.
  private let longTitles: [[String]]
  /// Missions that foreign services call by their town ("Embassy Nairobi").
  private let posts: Set<String>
  /// Verbs of which the codebook knows an infinitive.
  private let infinitiveVerbs: Set<String>
  /// Verbs of which a gerund with a subject of its own may be the object.
  private let gerundVerbs: Set<String>

  init(_ codebook: Codebook) {
    var verbs: Set<String> = codebook.lightVerbs
    var nouns: Set<String> = codebook.carriers
    for predicate in codebook.predicates {
      switch predicate.partOfSpeech {
      case .verb: verbs.insert(predicate.lemma)
      case .noun: nouns.insert(predicate.lemma)
      case .adj: break
      }
    }
    for cue in codebook.cues where cue.partOfSpeech == "verb" { verbs.insert(cue.lemma) }
    for word in codebook.reporting where word.partOfSpeech == "verb" { verbs.insert(word.lemma) }
    for agent in codebook.agents { nouns.insert(agent.noun) }
    offers = codebook.sets["offer_noun"] ?? []
    posts = codebook.sets["named_post"] ?? []
    longTitles = (codebook.sets["long_title"] ?? []).map { title in
      title.split { $0 == " " || $0 == "_" }.map(String.init)
    }.sorted { ($1.count, $0.first ?? "") < ($0.count, $1.first ?? "") }
    infinitiveVerbs = Set(
      codebook.predicates.lazy.filter { predicate in
        predicate.partOfSpeech == .verb && predicate.conditions.contains { $0.slot == "xcomp" }
      }.map(\.lemma))
    gerundVerbs = codebook.sets["gerund_verb"] ?? []
    days = codebook.sets["calendar_name"] ?? []
    giving = codebook.sets["giving_verb"] ?? []
    self.verbs = verbs
    self.nouns = nouns
  }

  func repaired(_ parse: ParsedText) -> ParsedText {
    var tokens = TreeEditor(parse.tokens)
    for index in parse.tokens.indices {
      let token = tokens[index]
      let known = token.upos == .verb ? verbs : token.upos == .noun ? nouns : []
      guard !known.isEmpty, !known.contains(token.lemma) else { continue }
      let form = token.form.asciiLowercased
      if let lemma = candidates(form, token.xpos).first(where: known.contains) {
        tokens[index].lemma = lemma
      }
    }
    for sentence in parse.sentences.map(\.tokens) {
      readLongTitles(sentence, &tokens)
      retagNouns(sentence, &tokens)
      promoteModifier(sentence, &tokens)
      freeParticles(sentence, &tokens)
      freePhrases(sentence, &tokens)
      promoteVerb(sentence, &tokens)
      promoteParticiple(sentence, &tokens)
      attachGerunds(sentence, &tokens)
      detachComments(sentence, &tokens)
      joinSubjects(sentence, &tokens)
      moveRelatives(sentence, &tokens)
      attachRelatives(sentence, &tokens)
      turnSecondSubjects(sentence, &tokens)
      splitObjects(sentence, &tokens)
      promoteObjects(sentence, &tokens)
      joinFellows(sentence, &tokens)
      freeBans(sentence, &tokens)
      freeOffers(sentence, &tokens)
      joinGerunds(sentence, &tokens)
      joinInfinitives(sentence, &tokens)
      freeSubjects(sentence, &tokens)
      openClauses(sentence, &tokens)
      raiseGerunds(sentence, &tokens)
      freeLists(sentence, &tokens)
      namePosts(sentence, &tokens)
      lowerPrepositions(sentence, &tokens)
      findObjects(sentence, &tokens)
      nameMarked(sentence, &tokens)
      freeOpenings(sentence, &tokens)
    }
    return tokens.isChanged
      ? ParsedText(tokens: tokens.tokens, sentences: parse.sentences) : parse
  }

  /// "He visited Kabul, *the first visit by a Soviet leader*": no object of the verb, which has one.
  private func detachComments(_ sentence: Range<Int>, _ tokens: inout TreeEditor) {
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

  /// "Canada urged *China* to release them": a verb has one subject.
  private func turnSecondSubjects(_ sentence: Range<Int>, _ tokens: inout TreeEditor) {
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
  private func splitObjects(_ sentence: Range<Int>, _ tokens: inout TreeEditor) {
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
  private func joinSubjects(_ sentence: Range<Int>, _ tokens: inout TreeEditor) {
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

  /// "Sharif on Thursday, *who received* him": no day receives anybody.
  private func moveRelatives(_ sentence: Range<Int>, _ tokens: inout TreeEditor) {
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
  private func attachRelatives(_ sentence: Range<Int>, _ tokens: inout TreeEditor) {
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

  private static let prepositions: Set<String> = [
    "in", "of", "by", "at", "to", "from", "with", "on", "near", "between", "for", "against",
  ]

  /// "The legation [in La Paz opened]", "the visit to Japan [by Modi took place]": the verb behind the phrase is the
  /// noun's, and its seeming subject hangs on the noun.
  private func freePhrases(_ sentence: Range<Int>, _ tokens: inout TreeEditor) {
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

  /// "paid *Rwanda* to host them": the only object is the object.
  private func promoteObjects(_ sentence: Range<Int>, _ tokens: inout TreeEditor) {
    for token in sentence where tokens[token].deprel == .iobj {
      let verb = tokens[token].head
      guard verb >= 0,
        !tokens.hasChild(of: verb, in: sentence, [.obj, .ccomp, .xcomp])
      else { continue }
      tokens[token].deprel = .obj
    }
  }

  /// "Premier Stocker and [minister] Rantanen": what follows "and" is a fellow, no part of the name.
  private func joinFellows(_ sentence: Range<Int>, _ tokens: inout TreeEditor) {
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

  /// "bans its citizens [from travelling]": the banning is from it.
  private func freeBans(_ sentence: Range<Int>, _ tokens: inout TreeEditor) {
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
  private func joinInfinitives(_ sentence: Range<Int>, _ tokens: inout TreeEditor) {
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

  /// "hit Yemen, but [both Oman and Qatar] *have denied* it": behind a comma and "but" the names are no fellows of
  /// the noun before, they are the subject of the verb that has none.
  private func freeSubjects(_ sentence: Range<Int>, _ tokens: inout TreeEditor) {
    for verb in sentence
    where isFinite(verb, sentence, tokens) && [.parataxis, .conj].contains(tokens[verb].deprel)
      && !tokens.hasChild(of: verb, in: sentence, [.nsubj, .nsubjPass, .csubj])
    {
      guard
        let marker = sentence.last(where: { token in
          token < verb && tokens[token].deprel == .cc && token > sentence.lowerBound
            && tokens[token - 1].form == ","
            && ["but", "and", "while", "yet"].contains(tokens[token].form.asciiLowercased)
        })
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

  private func isFinite(_ verb: Int, _ sentence: Range<Int>, _ tokens: TreeEditor) -> Bool {
    guard tokens[verb].upos == .verb else { return false }
    if [.vbd, .vbz, .vbp].contains(tokens[verb].xpos) { return true }
    return sentence.contains {
      tokens[$0].head == verb && [.aux, .auxPass].contains(tokens[$0].deprel)
        && [.vbd, .vbz, .vbp, .md].contains(tokens[$0].xpos)
    }
  }

  /// "acknowledged [their army had shot it down]": a finite verb right behind the object has it as its subject.
  private func openClauses(_ sentence: Range<Int>, _ tokens: inout TreeEditor) {
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

  /// "declares them personae non gratae [after accusing …]": no foreign word or noun of place has such a clause.
  private func raiseGerunds(_ sentence: Range<Int>, _ tokens: inout TreeEditor) {
    for gerund in sentence where tokens[gerund].xpos == .vbg && tokens[gerund].deprel == .advcl {
      var above = tokens[gerund].head
      guard above >= 0, tokens[above].upos != .verb, [.obl, .obj].contains(tokens[above].deprel),
        sentence.contains(where: {
          tokens[$0].head == gerund && tokens[$0].deprel == .mark
            && ["after", "before", "while", "by"].contains(tokens[$0].form.asciiLowercased)
        })
      else { continue }
      while above >= 0, tokens[above].upos != .verb { above = tokens[above].head }
      guard above >= 0, !tokens.isBelow(above, gerund) else { continue }
      tokens.attach(gerund, to: above, as: .advcl)
    }
  }

  /// "rules out [Finland joining BRICS]": what is ruled out is that it joins.
  private func joinGerunds(_ sentence: Range<Int>, _ tokens: inout TreeEditor) {
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

  /// "calling for [Spain] to be suspended": between "for" and "to" stands the subject.
  private func nameMarked(_ sentence: Range<Int>, _ tokens: inout TreeEditor) {
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

  /// "signed in Washington, DC, [a charter]": a noun with an article behind a place is the object, no second place.
  private func findObjects(_ sentence: Range<Int>, _ tokens: inout TreeEditor) {
    for noun in sentence
    where [.conj, .appos, .list].contains(tokens[noun].deprel) && tokens[noun].head >= 0 {
      let place = tokens[noun].head
      let verb = tokens[place].head
      guard verb >= 0, verb < place, place < noun, tokens[place].upos == .propn,
        tokens[place].deprel == .obl, tokens[verb].upos == .verb,
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

  /// "his credentials [to] President Ford": no preposition has a noun of its own.
  private func lowerPrepositions(_ sentence: Range<Int>, _ tokens: inout TreeEditor) {
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

  /// "as [Envoy Extraordinary and Minister Plenipotentiary] to Peru", "[Envoy … Plenipotentiary] Ann Berg presented":
  /// one title, whose first word governs the others.
  private func readLongTitles(_ sentence: Range<Int>, _ tokens: inout TreeEditor) {
    var token = sentence.lowerBound
    while token < sentence.upperBound {
      defer { token += 1 }
      guard let count = longTitle(at: token, sentence, tokens) else { continue }
      let title = token..<(token + count)
      var first = token
      while first > sentence.lowerBound,
        tokens[first - 1].upos == .adj || tokens[first - 1].upos == .det
          || tokens[first - 1].upos == .propn && tokens[first - 1].form != ","
      {
        first -= 1
      }
      let isNamed =
        title.upperBound < sentence.upperBound && tokens[title.upperBound].upos == .propn
      let head: Int
      var end = title.upperBound
      if isNamed {
        head = title.upperBound
        end = head + 1
        while end < sentence.upperBound, tokens[end].upos == .propn { end += 1 }
        guard end < sentence.upperBound, tokens[end].upos == .verb else { continue }
        tokens.attach(head, to: end, as: .nsubj)
        for name in head + 1..<end { tokens.attach(name, to: head, as: .flat) }
        tokens.attach(token, to: head, as: .nmodDesc)
      } else {
        head = token
        guard first > sentence.lowerBound, tokens[first - 1].form == "as",
          let verb = sentence.last(where: { $0 < first && tokens[$0].upos == .verb })
        else { continue }
        tokens.attach(head, to: verb, as: .obl)
        tokens.attach(first - 1, to: head, as: .case)
      }
      for part in title.dropFirst() { tokens.attach(part, to: token, as: .flat) }
      for before in first..<token {
        tokens.attach(before, to: token, as: tokens[before].upos == .propn ? .compound : .amod)
      }
      for other in sentence where !(first..<end).contains(other) && other != first - 1 {
        let above = tokens[other].head
        guard (first..<end).contains(above), above != head else { continue }
        tokens.attach(other, to: head, as: tokens[other].deprel)
      }
      if !isNamed, end < sentence.upperBound, tokens[end].form == "to",
        let goal = sentence.first(where: { $0 > end && tokens[end].head == $0 }),
        !tokens.isBelow(head, goal)
      {
        tokens.attach(goal, to: head, as: .nmod)
      }
      token = end - 1
    }
  }

  /// How many words of a title of the codebook begin at a token, two at least.
  private func longTitle(at token: Int, _ sentence: Range<Int>, _ tokens: TreeEditor) -> Int? {
    let word = tokens[token].form.asciiLowercased
    for title in longTitles where title.first == word && token + title.count <= sentence.upperBound
    {
      if title.indices.allSatisfy({ tokens[token + $0].form.asciiLowercased == title[$0] }) {
        return title.count
      }
    }
    return nil
  }

  /// "[Embassy] Nairobi opened": the post is named by its town, as foreign services do.
  private func namePosts(_ sentence: Range<Int>, _ tokens: inout TreeEditor) {
    for post in sentence.dropLast() {
      let town = post + 1
      guard posts.contains(tokens[post].lemma.asciiLowercased), tokens[post].form.startsUpper,
        tokens[town].upos == .propn, tokens[town].form.startsUpper,
        post == sentence.lowerBound || tokens[post - 1].upos != .det,
        !sentence.contains(where: {
          [post, town].contains(tokens[$0].head) && $0 < post && tokens[$0].upos != .adp
            && tokens[$0].upos != .punct
        })
      else { continue }
      let parts: Set<Deprel> = [.compound, .flat, .nmodDesc, .amod, .appos, .nmodUnmarked]
      if tokens[post].head == town, parts.contains(tokens[post].deprel) {
        let (head, relation) = (tokens[town].head, tokens[town].deprel)
        for child in sentence where tokens[child].head == town && child != post {
          tokens.attach(child, to: post, as: tokens[child].deprel)
        }
        tokens.attach(post, to: head, as: relation)
      } else if tokens[town].head != post || !parts.contains(tokens[town].deprel) {
        continue
      }
      tokens.attach(town, to: post, as: .nmodUnmarked)
      tokens[post].lemma = tokens[post].lemma.asciiLowercased
      tokens[post].upos = .noun
    }
  }

  /// "Yesterday, [Secretary Smith], met", "Following an act, [the legation], was raised": what stands behind the comma
  /// of an opening phrase is the subject of the verb that has none.
  private func freeOpenings(_ sentence: Range<Int>, _ tokens: inout TreeEditor) {
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
  private func freeLists(_ sentence: Range<Int>, _ tokens: inout TreeEditor) {
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

  /// "thanked him for [an invitation] to visit Lima": the noun takes the infinitive, it is not its subject.
  private func freeOffers(_ sentence: Range<Int>, _ tokens: inout TreeEditor) {
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

  /// "refused to rule out [expelling envoys]": a gerund right behind a verb's particle is its complement.
  private func attachGerunds(_ sentence: Range<Int>, _ tokens: inout TreeEditor) {
    for token in sentence.dropFirst() where tokens[token].xpos == .vbg {
      let particle = token - 1
      let verb = tokens[particle].head
      guard tokens[particle].deprel == .compoundPrt, tokens[token].deprel == .advcl,
        !tokens.isBelow(verb, token)
      else { continue }
      tokens.attach(token, to: verb, as: .xcomp)
    }
  }

  /// Nouns in -s with a subject and an object, or with an object right behind them, are verbs of the present.
  private func retagNouns(_ sentence: Range<Int>, _ tokens: inout TreeEditor) {
    for token in sentence where tokens[token].upos == .noun {
      let form = tokens[token].form.asciiLowercased
      guard tokens[token].xpos == .nns || form.hasSuffix("ed"), token > sentence.lowerBound else {
        continue
      }
      var subject: Int?
      var object: Int?
      var modifier: Int?
      var isNominal = false
      for child in sentence where tokens[child].head == token {
        switch tokens[child].deprel {
        case .nsubj where child < token: subject = child
        case .obj where child > token: object = child
        case .cop, .nmodPoss: isNominal = true
        case .compound, .flat, .nmodDesc, .nmodUnmarked:
          if child < token, tokens[child].upos == .propn || tokens[child].upos == .noun {
            modifier = child
          }
        default: break
        }
      }
      guard !isNominal, object != nil, subject != nil || modifier != nil else { continue }
      tokens[token].upos = .verb
      tokens[token].xpos = form.hasSuffix("ed") ? .vbd : .vbz
      tokens[token].lemma =
        candidates(form, tokens[token].xpos).first(where: verbs.contains) ?? tokens[token].lemma
      if subject == nil, let modifier { tokens[modifier].deprel = .nsubj }
    }
  }

  /// "Canada, Norway and Australia impose sanctions": the list that became the root is the verb's subject.
  private func promoteVerb(_ sentence: Range<Int>, _ tokens: inout TreeEditor) {
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
  private func joinList(
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
  private func promoteModifier(_ sentence: Range<Int>, _ tokens: inout TreeEditor) {
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
  private func freeParticles(_ sentence: Range<Int>, _ tokens: inout TreeEditor) {
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
  private func promoteParticiple(_ sentence: Range<Int>, _ tokens: inout TreeEditor) {
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

  /// What a regular form may come from, likeliest first.
  private func candidates(_ form: String, _ tag: XPOS) -> [String] {
    func stem(_ count: Int) -> String { String(form.dropLast(count)) }
    func doubled(_ stem: String) -> [String] {
      let letters = Array(stem)
      guard letters.count > 3, letters[letters.count - 1] == letters[letters.count - 2] else {
        return []
      }
      return [String(letters.dropLast())]
    }
    switch tag {
    case .vbd, .vbn:
      guard form.hasSuffix("ed") else { return [] }
      if form.hasSuffix("ied") { return [stem(3) + "y"] }
      return [stem(2), stem(1)] + doubled(stem(2))
    case .vbg:
      guard form.hasSuffix("ing") else { return [] }
      return [stem(3), stem(3) + "e"] + doubled(stem(3))
    case .vbz, .nns:
      guard form.hasSuffix("s") else { return [] }
      if form.hasSuffix("ies") { return [stem(3) + "y", stem(1)] }
      return form.hasSuffix("es") ? [stem(2), stem(1)] : [stem(1)]
    case .vb, .vbp, .nn: return [form]
    default: return []
    }
  }
}
