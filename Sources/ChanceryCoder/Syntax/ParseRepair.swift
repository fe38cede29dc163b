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
  let verbs: Set<String>
  let nouns: Set<String>
  let giving: Set<String>
  /// Verbs whose object may have a participle as its complement ("had it translated").
  let causative: Set<String>
  /// Verbs that say of what somebody is told or accused.
  let topical: Set<String>
  /// Verbs of coming and going.
  let motion: Set<String>
  let days: Set<String>
  /// Nouns that take an infinitive of what is offered, asked or decided ("an invitation to visit").
  let offers: Set<String>
  /// Titles of several words that would be read as a row of nouns, the longest first.
  let longTitles: [[String]]
  /// Missions that foreign services call by their town ("Embassy Nairobi").
  let posts: Set<String>
  /// Verbs of which the codebook knows an infinitive.
  let infinitiveVerbs: Set<String>
  /// Verbs of which a gerund with a subject of its own may be the object.
  let gerundVerbs: Set<String>

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
    causative = codebook.sets["causative_verb"] ?? []
    topical = codebook.sets["topical_verb"] ?? []
    motion = codebook.sets["motion_verb"] ?? []
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
      raiseNouns(sentence, &tokens)
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
      raiseVerbs(sentence, &tokens)
      raiseTopics(sentence, &tokens)
      freeGoals(sentence, &tokens)
      describePlaces(sentence, &tokens)
      freePartners(sentence, &tokens)
      freeParticiples(sentence, &tokens)
      freeMainClauses(sentence, &tokens)
      findObjects(sentence, &tokens)
      nameMarked(sentence, &tokens)
      freeOpenings(sentence, &tokens)
    }
    return tokens.isChanged
      ? ParsedText(tokens: tokens.tokens, sentences: parse.sentences) : parse
  }

  func isFinite(_ verb: Int, _ sentence: Range<Int>, _ tokens: TreeEditor) -> Bool {
    guard tokens[verb].upos == .verb else { return false }
    if [.vbd, .vbz, .vbp].contains(tokens[verb].xpos) { return true }
    return sentence.contains {
      tokens[$0].head == verb && [.aux, .auxPass].contains(tokens[$0].deprel)
        && [.vbd, .vbz, .vbp, .md].contains(tokens[$0].xpos)
    }
  }

  /// Nouns in -s with a subject and an object, or with an object right behind them, are verbs of the present.
  func retagNouns(_ sentence: Range<Int>, _ tokens: inout TreeEditor) {
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

  /// What a regular form may come from, likeliest first.
  func candidates(_ form: String, _ tag: XPOS) -> [String] {
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
