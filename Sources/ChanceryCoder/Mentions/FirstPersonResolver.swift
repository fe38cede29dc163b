import ChanceryLanguage
import ChanceryText

/// "I" and "we" inside a quotation are its speaker and the speaker's state; outside, "I" is the person whose
/// interview or speech the text is, "we" the government that publishes it.
struct FirstPersonResolver {
  func resolve(_ reading: inout Reading, statements: [DraftStatement]) {
    let issuers = issuers(of: reading)
    joinRow(issuers, &reading)
    readAddressee(issuers, &reading)
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

  /// The state that an official text names far more often than any other besides those who issue it, or most
  /// often and alone in its title.
  private func readAddressee(_ issuers: [Int], _ reading: inout Reading) {
    guard let publisher = reading.publisherState, let own = reading.stateActors[publisher] else {
      return
    }
    reading.issuers = issuers.isEmpty ? [own] : issuers
    let parties = Set(reading.issuers.map { reading.actors[$0].party } + [publisher])
    var counts: [String: Int] = [:]
    for mention in reading.mentions {
      let states = Set(mention.allActors.compactMap { reading.actors[$0].state })
      for state in states where !parties.contains(state) { counts[state, default: 0] += 1 }
    }
    let ordered = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    guard let first = ordered.first, first.value >= 3,
      ordered.count == 1 || first.value >= 2 * ordered[1].value
        || first.value > ordered[1].value && reading.titleStates == [first.key]
    else { return }
    reading.addressee = reading.stateActors[first.key]
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
      if let other = representative(behind: mention, reading) {
        let actor = speaksFor(reading.mentions[other].actor, reading)
        if !found.contains(where: { reading.actors[$0].party == reading.actors[actor].party }) {
          found.append(actor)
        }
      }
      return found
    }
    return []
  }

  /// "… and the High Representative of the European Union" at the end of a row of issuers: that mention.
  private func representative(behind mention: Mention, _ reading: Reading) -> Int? {
    let sentence = reading.parse.sentences.first { $0.tokens.contains(mention.head) }?.tokens
    return reading.mentions.indices.first {
      let other = reading.mentions[$0]
      return other.head > mention.head && sentence?.contains(other.head) == true
        && reading.actors[other.actor].code == "EU" && reading.actors[other.actor].state == nil
    }
  }

  /// The last of a row of issuers stands for all of them, wherever the tree hangs it.
  private func joinRow(_ issuers: [Int], _ reading: inout Reading) {
    guard issuers.count > 1 else { return }
    for index in reading.mentions.indices.prefix(80) {
      let mention = reading.mentions[index]
      guard mention.coActors.count >= 1, isIssuer(mention, reading),
        let other = representative(behind: mention, reading)
      else { continue }
      let last = speaksFor(reading.mentions[other].actor, reading)
      reading.mentions[other].actor = last
      reading.mentions[other].coActors = issuers.filter {
        reading.actors[$0].party != reading.actors[last].party
      }
    }
  }

  /// The organisation that an official of it speaks for.
  private func speaksFor(_ actor: Int, _ reading: Reading) -> Int {
    guard let code = reading.actors[actor].code else { return actor }
    return reading.actors.firstIndex { $0.kind == .organization && $0.code == code } ?? actor
  }

  /// Behind "we,", or in a sentence that tells whose statement follows.
  private func isIssuer(_ mention: Mention, _ reading: Reading) -> Bool {
    let parse = reading.parse
    let first = max(0, mention.tokens.lowerBound - 5)
    let isBesideWe = (first..<mention.tokens.lowerBound).contains {
      parse.tokens[$0].form.asciiLowercased == "we"
        && [",", "the"].contains(parse.tokens[$0 + 1].form)
    }
    if isBesideWe || announcesText(behind: mention, reading) { return true }
    guard let sentence = parse.sentences.first(where: { $0.tokens.contains(mention.head) }) else {
      return false
    }
    return sentence.tokens.contains {
      ["statement", "communique", "communiqué", "declaration"].contains(parse.tokens[$0].lemma)
    }
  }

  /// "Begin text." directly behind the sentence of a mention.
  private func announcesText(behind mention: Mention, _ reading: Reading) -> Bool {
    let parse = reading.parse
    guard
      let end = parse.sentences.first(where: { $0.tokens.contains(mention.head) })?.tokens
        .upperBound, end + 1 < parse.tokens.count
    else { return false }
    if parse.tokens[end].form.asciiLowercased == "begin" {
      return parse.tokens[end + 1].form.asciiLowercased == "text"
    }
    // The line is no part of the story, so it may stand between two sentences.
    let gap = reading.text.bytes[parse.tokens[end - 1].span.end..<parse.tokens[end].span.start]
    return String(decoding: gap, as: UTF8.self).asciiLowercased.contains("begin text")
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
    if isSingular { return reading.narrator ?? reading.author }
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
