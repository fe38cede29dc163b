import ChanceryLanguage
import ChanceryText

/// "I" and "we" inside a quotation are its speaker and the speaker's state; outside, the government that
/// publishes the text.
struct FirstPersonResolver {
  func resolve(_ reading: inout Reading, statements: [DraftStatement]) {
    for token in reading.parse.tokens.indices where reading.mentionOfToken[token] < 0 {
      let word = reading.parse.tokens[token].form.asciiLowercased
      let isSingular = ["i", "me", "my", "myself"].contains(word)
      guard isSingular || ["we", "us", "our", "ourselves"].contains(word),
        reading.parse.tokens[token].upos == .pron
      else { continue }
      guard let actor = speaker(at: token, isSingular: isSingular, reading, statements) else {
        continue
      }
      reading.mentionOfToken[token] = Int32(reading.mentions.count)
      reading.mentions.append(
        Mention(tokens: token..<(token + 1), head: token, actor: actor, form: .pronoun))
      if !isSingular { adoptOwned(by: token, actor: actor, &reading) }
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
    guard !isSingular, let state = reading.publisherState else { return nil }
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
