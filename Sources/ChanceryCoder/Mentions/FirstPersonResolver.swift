import ChanceryLanguage
import ChanceryText

/// "I" and "we" inside a quotation are its speaker and the speaker's state; outside, "I" is the person whose
/// interview or speech the text is, "we" the government that publishes it.
struct FirstPersonResolver {
  func resolve(_ reading: inout Reading, statements: [DraftStatement]) {
    let issuers = issuers(of: reading)
    for token in reading.parse.tokens.indices where reading.mentionOfToken[token] < 0 {
      let word = reading.parse.tokens[token].form.asciiLowercased
      let isSingular = ["i", "me", "my", "myself"].contains(word)
      guard isSingular || ["we", "us", "our", "ourselves"].contains(word),
        reading.parse.tokens[token].upos == .pron
      else { continue }
      guard let actor = speaker(at: token, isSingular: isSingular, reading, statements) else {
        continue
      }
      let isJoint = !isSingular && issuers.count > 1 && !isQuoted(token, reading, statements)
      let actors = isJoint ? issuers : [actor]
      reading.mentionOfToken[token] = Int32(reading.mentions.count)
      reading.mentions.append(
        Mention(
          tokens: token..<(token + 1), head: token, actor: actors[0],
          coActors: Array(actors.dropFirst()), form: .pronoun))
      if !isSingular { adoptOwned(by: token, actor: actor, &reading) }
    }
  }

  private func isQuoted(_ token: Int, _ reading: Reading, _ statements: [DraftStatement]) -> Bool {
    let start = reading.parse.tokens[token].span.start
    return statements.contains { $0.quote.contains(start) && $0.kind != .indirect }
  }

  /// Who speaks together in a joint statement: "the Foreign Ministers of Canada, France, and Germany" at its head, or
  /// behind its first "we". Empty for other texts.
  private func issuers(of reading: Reading) -> [Int] {
    guard reading.publisherState != nil else { return [] }
    let head = reading.parse.sentences.prefix(4).last?.tokens.upperBound ?? 0
    for mention in reading.mentions where mention.head < min(head, 150) {
      guard mention.form == .nominal, mention.coActors.count >= 1,
        Set(mention.allActors.map { reading.actors[$0].party }).count >= 2,
        isIssuer(mention, reading)
      else { continue }
      var found = mention.allActors
      // "… and the High Representative of the European Union" at the end of the row.
      let last = reading.parse.sentences.first { $0.tokens.contains(mention.head) }?.tokens
      for other in reading.mentions
      where other.head > mention.head && last?.contains(other.head) == true {
        let actor = reading.actors[other.actor]
        guard actor.kind == .organization, actor.code == "EU", !found.contains(other.actor) else {
          continue
        }
        found.append(other.actor)
      }
      return found
    }
    return []
  }

  /// Beside "we", or in a sentence that tells whose statement follows.
  private func isIssuer(_ mention: Mention, _ reading: Reading) -> Bool {
    let parse = reading.parse
    let first = max(0, mention.tokens.lowerBound - 4)
    if (first..<mention.tokens.lowerBound).contains(where: {
      parse.tokens[$0].form.asciiLowercased == "we"
        && [",", "the"].contains(parse.tokens[$0 + 1].form)
    }) {
      return true
    }
    guard let sentence = parse.sentences.first(where: { $0.tokens.contains(mention.head) }) else {
      return false
    }
    return sentence.tokens.contains {
      ["statement", "communique", "communiqué", "declaration"].contains(parse.tokens[$0].lemma)
    }
  }

  private func speaker(
    at token: Int, isSingular: Bool, _ reading: Reading, _ statements: [DraftStatement]
  ) -> Int? {
    let start = reading.parse.tokens[token].span.start
    let holding = statements.filter { $0.quote.contains(start) && $0.kind != .indirect }
    if let inner = holding.min(by: { $0.quote.byteCount < $1.quote.byteCount }),
      let speaker = inner.speaker
    {
      if isSingular { return speaker }
      if let state = reading.actors[speaker].state { return reading.stateActors[state] ?? speaker }
      return speaker
    }
    if isSingular { return reading.narrator }
    guard let state = reading.publisherState else { return nil }
    return reading.stateActors[state]
  }

  /// "our military": a description that had no state gets that of the speaker.
  private func adoptOwned(by token: Int, actor: Int, _ reading: inout Reading) {
    let pronoun = reading.parse.tokens[token]
    guard pronoun.deprel == .nmodPoss, pronoun.head >= 0 else { return }
    let index = reading.mentionOfToken[pronoun.head]
    guard index >= 0 else { return }
    let owned = reading.mentions[Int(index)].actor
    if reading.actors[owned].state == nil, reading.actors[owned].code == nil {
      reading.actors[owned].state = reading.actors[actor].state
    }
  }
}
