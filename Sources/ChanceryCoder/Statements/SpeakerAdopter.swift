import ChanceryLanguage
import ChanceryText

/// Gives those an actor who say something and whom no earlier stage knows: "analysts", "a source in the ministry",
/// a company.
struct SpeakerAdopter {
  let reading: Reading
  let lexicon: ReportingLexicon
  let transcript: Transcript
  let quotations: [Quotation]
  private let resolver: SpeakerResolver

  private var tree: ParsedText { reading.parse }

  init(
    reading: Reading, lexicon: ReportingLexicon, transcript: Transcript, quotations: [Quotation]
  ) {
    self.quotations = quotations
    self.reading = reading
    self.transcript = transcript
    self.lexicon = lexicon
    resolver = SpeakerResolver(reading: reading, lexicon: lexicon)
  }

  /// The reading with the new actors and mentions behind the known ones.
  func adopted() -> Reading {
    var result = reading
    var known: [String: Int] = [:]
    for token in tree.tokens.indices {
      for head in candidates(at: token) where result.mentionOfToken[head] < 0 {
        guard resolver.actor(of: head) == nil, canSpeak(head, token) else { continue }
        let tokens = phrase(of: head)
        adopt(tokens, head, kind(of: head), name: words(of: tokens), &known, &result)
      }
    }
    for turn in transcript.turns where transcript.speaker(of: turn, result) == nil {
      guard let last = turn.label.last, turn.isNamed else { continue }
      adopt(turn.label, last, .person, name: turn.name, &known, &result)
    }
    return result
  }

  /// Takes over from `extended` the new actors that a statement names, and numbers them anew.
  func keepSpeakers(
    of statements: inout [DraftStatement], from extended: Reading, in reading: inout Reading
  ) {
    var numbers: [Int: Int] = [:]
    let first = reading.actors.count
    for actor in extended.actors.indices.dropFirst(first)
    where statements.contains(where: { $0.actors.contains(actor) }) {
      numbers[actor] = reading.actors.count
      reading.actors.append(extended.actors[actor])
    }
    for index in extended.mentions.indices.dropFirst(reading.mentions.count) {
      var mention = extended.mentions[index]
      guard let actor = numbers[mention.actor] else { continue }
      mention.actor = actor
      for token in mention.tokens { reading.mentionOfToken[token] = Int32(reading.mentions.count) }
      reading.mentions.append(mention)
    }
    for i in statements.indices { statements[i].renumber { numbers[$0] ?? $0 } }
  }

  /// Nouns that may name who says what a token introduces.
  private func candidates(at token: Int) -> [Int] {
    let word = tree.token(token)
    if word.form.asciiLowercased == "according" {
      return word.deprel == .case ? [word.head] : tree.children(of: token, [.obl, .obj])
    }
    guard word.upos == .verb, lexicon.verb(word.lemma) != nil else { return [] }
    var heads = tree.children(of: token, [.nsubj, .oblAgent])
    if let subject = tree.subject(of: token), !heads.contains(subject) { heads.append(subject) }
    // "…, said X": a subject behind its verb that the tree takes for an object.
    if token > 0, tree.token(token - 1).upos == .punct, heads.isEmpty {
      heads += tree.children(of: token, [.obj]).prefix(1)
    }
    return heads.filter { $0 >= 0 }
  }

  private func canSpeak(_ head: Int, _ cue: Int) -> Bool {
    let token = tree.token(head)
    let lemma = token.lemma.asciiLowercased
    guard !reading.times.contains(where: { $0.tokens.contains(head) }),
      !isQuoted(head) || isQuoted(cue)
    else { return false }
    switch token.upos {
    case .propn: return !lexicon.isSpeechNoun(lemma)
    case .noun where tree.token(cue).form.asciiLowercased == "according":
      return lexicon.isHuman(lemma)
    case .noun:
      return !lexicon.isSpeechNoun(lemma) && !lexicon.isThing(lemma)
        && (lexicon.isHuman(lemma) || !lexicon.isImpersonal(tree.token(cue).lemma))
    default: return false
    }
  }

  private func isQuoted(_ token: Int) -> Bool {
    quotations.contains { $0.inner.contains(tree.token(token).span.start) }
  }

  private func adopt(
    _ tokens: Range<Int>, _ head: Int, _ kind: DraftActor.Kind, name: String,
    _ known: inout [String: Int], _ result: inout Reading
  ) {
    let actor = known[name] ?? result.actors.count
    if known[name] == nil {
      known[name] = actor
      result.actors.append(DraftActor(name: name, kind: kind))
    }
    for token in tokens where result.mentionOfToken[token] < 0 || token == head {
      result.mentionOfToken[token] = Int32(result.mentions.count)
    }
    let form: Mention.Form = tree.token(head).upos == .propn ? .name : .nominal
    result.mentions.append(Mention(tokens: tokens, head: head, actor: actor, form: form))
  }

  private func kind(of head: Int) -> DraftActor.Kind {
    switch tree.token(head).xpos {
    case .nnp, .nnps: .organization
    case .nns: .group
    default: .person
    }
  }

  /// The noun with its modifiers and a place or body behind it, without determiner.
  private func phrase(of head: Int) -> Range<Int> {
    let before: Set<Deprel> = [.amod, .compound, .flat, .nmodPoss, .nmodDesc, .nummod, .case]
    var start = head
    while start > 0,
      before.contains(tree.token(start - 1).deprel) || tree.token(start - 1).form == "-",
      tree.isBelow(start - 1, head), tree.token(start - 1).upos != .pron,
      tree.token(start - 1).upos != .adp
    {
      start -= 1
    }
    var end = head + 1
    while end < tree.tokens.count, tree.token(end).deprel == .flat, tree.isBelow(end, head) {
      end += 1
    }
    let attached: Set<String> = ["of", "in", "at", "from", "for", "with"]
    if let part = tree.children(of: head, [.nmod]).first(where: { $0 > head }),
      let preposition = tree.preposition(of: part), attached.contains(preposition),
      let first = tree.below(part).first, first == end
    {
      let last = (first..<min(first + 8, tree.tokens.count)).last { i in
        tree.isBelow(i, part)
          && (first...i).allSatisfy {
            [.noun, .propn, .adj, .adp, .det, .part].contains(tree.token($0).upos)
          }
      }
      if let last, last >= part { end = last + 1 }
    }
    return start..<end
  }

  /// The words with single blanks.
  private func words(of tokens: Range<Int>) -> String {
    reading.text[tree.span(of: tokens)].split(whereSeparator: \.isWhitespace)
      .joined(separator: " ")
  }
}

extension DraftStatement {
  fileprivate var actors: [Int] { [speaker, medium, addressee].compactMap { $0 } }

  fileprivate mutating func renumber(_ number: (Int) -> Int) {
    speaker = speaker.map(number)
    medium = medium.map(number)
    addressee = addressee.map(number)
  }
}
