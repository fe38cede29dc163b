import ChanceryLanguage
import ChanceryText

/// Who speaks, as far as the words tell.
struct Speaker: Sendable, Equatable {
  /// Index into `Reading.actors`.
  var actor: Int
  /// The token that names the speaker; nil for one who spoke before.
  var token: Int?
}

/// Finds the speaker that a subject or object names.
struct SpeakerResolver: Sendable {
  let reading: Reading
  let tree: ParsedText
  let lexicon: ReportingLexicon

  init(reading: Reading, lexicon: ReportingLexicon) {
    self.reading = reading
    self.lexicon = lexicon
    tree = reading.parse
  }

  /// The speaker of a reporting verb by the tree; of "…, adding that" the one of the report before it.
  func speaker(of verb: Int, before: [DraftStatement]) -> Speaker? {
    if let quoted = quotedSubject(of: verb) { return speaker(named: quoted, before: before) }
    if tree.token(verb).xpos == .vbg, tree.child(of: verb, [.nsubj]) == nil,
      let report = tree.ancestors(verb).first(where: { lexicon.verb(tree.token($0).lemma) != nil }),
      let subject = tree.subject(of: report), let found = speaker(named: subject, before: before)
    {
      return found
    }
    guard let subject = tree.subject(of: verb) else { return nil }
    let found = speaker(named: subject, before: before)
    if let found, reading.actors[found.actor].kind == .person,
      reading.mention(covering: subject)?.form == .name
    {
      return found
    }
    return tree.token(subject).upos == .pron && !tree.isRelative(subject)
      ? found : nameBeside(verb) ?? found
  }

  /// "the president of Ukraine Volodymyr Zelenskyy said", "Ann Berg, an aide at the port, said", "the aide, Ann Berg,
  /// said": the person whose name stands right before the verb, or before a remark between commas.
  private func nameBeside(_ verb: Int) -> Speaker? {
    let sentence = tree.sentences[tree.sentence(of: verb)].tokens
    var last = verb - 1
    while last > sentence.lowerBound,
      tree.token(last).upos == .aux || tree.token(last).upos == .adv || tree.token(last).xpos == .wp
    {
      last -= 1
    }
    guard last > sentence.lowerBound else { return nil }
    if tree.token(last).form != "," { return name(endingAt: last) }
    let comma = (max(sentence.lowerBound, last - 16)..<last).last { i in
      tree.token(i).form == ","
    }
    guard let comma, comma > sentence.lowerBound,
      (comma + 1..<last).allSatisfy({ tree.token($0).upos != .verb })
    else { return nil }
    return name(endingAt: last - 1, after: comma) ?? name(endingAt: comma - 1)
  }

  /// The person whose name ends with a token and hangs on no preposition.
  private func name(endingAt token: Int, after start: Int? = nil) -> Speaker? {
    guard let mention = reading.mention(covering: token), mention.form == .name,
      mention.tokens.upperBound == token + 1, reading.actors[mention.actor].kind == .person,
      start.map({ mention.tokens.lowerBound == $0 + 1 }) ?? true
    else { return nil }
    let first = mention.tokens.lowerBound - 1
    if first >= 0 {
      let before = tree.token(first)
      if before.upos == .adp || before.upos == .cconj || before.xpos == .pos { return nil }
    }
    return Speaker(actor: mention.actor, token: mention.head)
  }

  /// "X was quoted by a paper as saying that": X, not the paper.
  private func quotedSubject(of verb: Int) -> Int? {
    let token = tree.token(verb)
    if lexicon.quotesOthers(token.lemma), tree.child(of: verb, [.auxPass]) != nil {
      return tree.child(of: verb, [.nsubjPass])
    }
    guard token.xpos == .vbg, token.head >= 0,
      tree.child(of: verb, [.mark, .case]).map({ tree.token($0).lemma == "as" }) ?? false
    else { return nil }
    return tree.child(of: token.head, [.nsubjPass])
  }

  /// Who holds a view or makes an announcement: its owner, else the subject of the verb that utters it.
  func speaker(ofNoun noun: Int, before: [DraftStatement]) -> Speaker? {
    if let poss = tree.child(of: noun, [.nmodPoss]) { return speaker(named: poss, before: before) }
    if let owner = owner(of: noun) { return owner }
    let token = tree.token(noun)
    guard token.head >= 0, [.obj, .obl].contains(token.deprel),
      lexicon.utters(tree.token(token.head).lemma)
    else { return nil }
    return speaker(of: token.head, before: before)
  }

  /// Whose confidence or concern an adjective tells.
  func speaker(ofAdjective adjective: Int, before: [DraftStatement]) -> Speaker? {
    guard let subject = tree.subject(of: adjective) else { return nil }
    return speaker(named: subject, before: before)
  }

  /// The speaker that a noun phrase names.
  ///
  /// A pronoun without actor is the speaker of the turn before; "the statement said" means who issued it.
  func speaker(named head: Int, before: [DraftStatement]) -> Speaker? {
    let token = tree.token(head)
    if let found = actor(of: head), !isDocument(found, head) { return found }
    switch token.upos {
    case .pron where token.form == "I":
      return reading.narrator.map { Speaker(actor: $0, token: head) }
    case .pron:
      guard let actor = before.last?.speaker, fits(token.lemma, reading.actors[actor]) else {
        return nil
      }
      return Speaker(actor: actor, token: head)
    case .noun where lexicon.isSpeechNoun(token.lemma),
      .propn where lexicon.isSpeechNoun(token.lemma.asciiLowercased):
      return owner(of: head) ?? issuer(of: token.lemma.asciiLowercased, before: head)
    default: return nil
    }
  }

  /// Whether a pronoun that nobody resolved may mean the speaker of the turn before.
  private func fits(_ pronoun: String, _ actor: DraftActor) -> Bool {
    switch pronoun {
    case "he", "she", "his", "her": actor.kind == .person || actor.kind == .office
    case "they", "their": actor.kind == .group
    case "it", "its": actor.kind == .organization || actor.kind == .state
    default: false
    }
  }

  /// The words name a text ("Report says", "the 2021 Transparency Report found"), not somebody known.
  private func isDocument(_ speaker: Speaker, _ head: Int) -> Bool {
    guard lexicon.isSpeechNoun(tree.token(head).lemma.asciiLowercased) else { return false }
    let actor = reading.actors[speaker.actor]
    return actor.entity == nil && actor.kind != .person
  }

  /// The actor of the mention at a noun, or of a name in apposition to it.
  func actor(of head: Int) -> Speaker? {
    if let found = mention(at: head) { return found }
    for part in tree.children(of: head, [.appos, .flat, .compound, .nmodDesc]) {
      if let found = mention(at: part), reading.actors[found.actor].kind == .person {
        return found
      }
    }
    return nil
  }

  private func mention(at token: Int) -> Speaker? {
    let index = Int(reading.mentionOfToken[token])
    guard index >= 0 else { return nil }
    let mention = reading.mentions[index]
    // "Pakistan" in "Pakistan analysts say" names no speaker.
    guard mention.head == token || mention.tokens.contains(token) && mention.form != .adjective
    else { return nil }
    guard mention.actor >= 0, mention.actor < reading.actors.count else { return nil }
    return Speaker(actor: mention.actor, token: mention.head)
  }

  /// "X's statement", "a statement by X", "a Foreign Ministry statement".
  func owner(of noun: Int) -> Speaker? {
    for relation in [Deprel.nmodPoss, .nmod, .compound, .amod] {
      for part in tree.children(of: noun, [relation]) {
        if relation == .nmod {
          let preposition = tree.preposition(of: part)
          guard preposition == "of" || preposition == "by" || preposition == "from" else {
            continue
          }
        }
        if let found = mention(at: part) { return found }
        let index = Int(reading.mentionOfToken[part])
        if index >= 0, reading.mentions[index].actor < reading.actors.count {
          return Speaker(actor: reading.mentions[index].actor, token: part)
        }
      }
    }
    return ownerAfter(noun)
  }

  /// "comments of the Pakistani prime minister": the first person or body that is named after "of" or "by".
  private func ownerAfter(_ noun: Int) -> Speaker? {
    let end = tree.tokens.count
    let near = noun + 1..<max(noun + 1, min(noun + 5, end))
    // "a tweet on Monday by X"
    let link = near.first { i in
      tree.token(i).lemma == "by"
        || i == noun + 1 && ["of", "from"].contains(tree.token(i).lemma)
    }
    guard let link, link + 1 < end else { return nil }
    var best: Speaker?
    for i in link + 1..<min(link + 9, end) {
      let token = tree.token(i)
      if token.upos == .verb || token.upos == .punct || token.upos == .adp { break }
      guard let found = mention(at: i) else { continue }
      if reading.actors[found.actor].kind == .person { return found }
      if best == nil { best = found }
    }
    return best
  }

  /// Who issued the document of that name that was told of before: "the ministry released a report".
  private func issuer(of lemma: String, before token: Int) -> Speaker? {
    var i = token - 1
    while i >= 0, token - i < 600 {
      defer { i -= 1 }
      guard tree.token(i).lemma.asciiLowercased == lemma else { continue }
      if let owner = owner(of: i) { return owner }
      let head = tree.token(i).head
      guard head >= 0, tree.token(head).upos == .verb, tree.token(i).deprel == .obj,
        let subject = tree.subject(of: head), let found = actor(of: subject)
      else { continue }
      return found
    }
    return nil
  }

  /// The nearest mention that can speak among some tokens.
  func nearest(in tokens: some Sequence<Int>) -> Speaker? {
    for token in tokens {
      guard let found = mention(at: token) else { continue }
      let isSpeaker: Bool =
        switch reading.actors[found.actor].kind {
        case .person, .office, .organization, .group, .state: true
        case .place: false
        }
      if isSpeaker, tree.token(token).deprel != .nmodPoss { return found }
    }
    return nil
  }
}
