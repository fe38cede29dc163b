import ChanceryCodebook
import ChanceryFacts
import ChanceryLanguage
import ChanceryText

/// Finds the names of the text: those that the facts know, and persons and bodies that they do not.
struct NameReader {
  let agents: AgentIndex
  let codebook: Codebook

  func read(_ builder: inout MentionBuilder) {
    for sentence in builder.parse.sentences {
      var token = sentence.tokens.lowerBound
      while token < sentence.tokens.upperBound {
        token = readName(at: token, in: sentence.tokens, &builder)
      }
    }
  }

  /// Reads one name and returns the token after it, or the next token where there is none.
  private func readName(at start: Int, in sentence: Range<Int>, _ builder: inout MentionBuilder)
    -> Int
  {
    let token = builder.parse.tokens[start]
    guard token.form.utf8.count > 1, token.upos != .punct else { return start + 1 }
    let matches = builder.facts.names(at: start, in: builder.words, forms: builder.forms).filter {
      start + $0.wordCount <= sentence.upperBound && isInForce($0, builder)
    }
    let unknown = properRun(from: start, in: sentence, builder)
    if let run = unknown, let match = withoutInitials(run, builder) {
      addKnown(match, run, &builder)
      return run.upperBound
    }
    if let best = choose(matches, at: start, unknownRun: unknown, builder) {
      let range = start..<(start + best.wordCount)
      addKnown(best, range, &builder)
      return range.upperBound
    }
    if let run = unknown, isPerson(run, builder) {
      addUnknownPerson(run, &builder)
      return run.upperBound
    }
    return start + 1
  }

  private func isInForce(_ match: NameMatch, _ builder: MentionBuilder) -> Bool {
    guard let published = builder.published else { return true }
    if let from = match.from, from > published.end { return false }
    if let to = match.to, to < published.start {
      // Names of former states and offices are still used long after.
      return match.sense == .name || match.sense == .demonymAdjective
        || match.sense == .demonymNoun
    }
    return true
  }

  /// Proper nouns from `start` on that the tree joins into one name.
  private func properRun(from start: Int, in sentence: Range<Int>, _ builder: MentionBuilder)
    -> Range<Int>?
  {
    let parse = builder.parse
    guard parse.tokens[start].upos == .propn, builder.forms[start].startsUpper,
      !agents.isTitle(builder.words[start])
    else { return nil }
    var end = start + 1
    while end < sentence.upperBound {
      let token = parse.tokens[end]
      let isHyphen =
        token.form == "-" && end + 1 < sentence.upperBound
        && parse.tokens[end].span.start == parse.tokens[end - 1].span.end
      if token.upos == .propn && (token.form.startsUpper || token.form.count <= 3) {
        end += 1
      } else if isHyphen && parse.tokens[end + 1].upos == .propn {
        end += 1
      } else {
        break
      }
    }
    while end > start + 1, !builder.forms[end - 1].startsUpper { end -= 1 }
    return start..<end
  }

  /// "Antony J. Blinken": the person that the name without its initials means.
  private func withoutInitials(_ run: Range<Int>, _ builder: MentionBuilder) -> NameMatch? {
    let kept = run.filter { !isInitial(builder.forms[$0]) }
    guard kept.count < run.count, kept.count >= 2, kept.last == run.upperBound - 1 else {
      return nil
    }
    let words = kept.map { builder.words[$0] }
    let forms = kept.map { builder.forms[$0] }
    return builder.facts.names(at: 0, in: words, forms: forms).first {
      $0.wordCount == kept.count && builder.facts.entity($0.entity).kind == .person
    }
  }

  /// "J." or "J".
  private func isInitial(_ form: String) -> Bool {
    let scalars = Array(form.unicodeScalars)
    return scalars.count <= 2 && scalars[0].properties.isUppercase
      && (scalars.count == 1 || scalars[1] == ".")
  }

  /// The most fitting meaning: longest first, then kind; nil where the words are rather part of an unknown name.
  private func choose(
    _ matches: [NameMatch], at start: Int, unknownRun: Range<Int>?, _ builder: MentionBuilder
  ) -> NameMatch? {
    guard let longest = matches.map(\.wordCount).max() else { return nil }
    var best: (rank: Int, match: NameMatch)?
    for match in matches where match.wordCount == longest {
      let rank = rank(match, at: start, builder)
      if rank > 0, best == nil || rank > best!.rank { best = (rank, match) }
    }
    guard let (rank, match) = best else { return nil }
    // "Jordan Smith", "Chad Brown": a place or state name followed by a flat part is a person's name.
    if let run = unknownRun, run.count > longest, longest == 1, rank < 95 {
      let next = builder.parse.tokens[start + 1]
      let joined = next.deprel == .flat && next.head == start
      let kind = builder.facts.entity(match.entity).kind
      let laterIsKnown = !builder.facts.names(
        at: start + 1, in: builder.words, forms: builder.forms
      ).isEmpty
      if joined && !laterIsKnown && kind != .person && match.sense == .name { return nil }
    }
    return match
  }

  private func rank(_ match: NameMatch, at start: Int, _ builder: MentionBuilder) -> Int {
    let entity = builder.facts.entity(match.entity)
    let token = builder.parse.tokens[start]
    switch match.sense {
    case .demonymAdjective: return token.upos == .noun || token.upos == .adj ? 92 : 90
    case .demonymNoun: return token.upos == .noun || token.upos == .propn ? 91 : 89
    case .metonym: return 85
    case .capital: return 80
    case .surname: return match.wordCount > 1 ? 60 : 0
    case .name:
      switch entity.kind {
      case .state: return 95
      case .person: return match.wordCount > 1 ? 93 : 0
      case .organization: return 84
      case .group: return 82
      case .initiative: return 50
      case .medium: return match.wordCount > 1 || token.upos == .propn ? 70 : 0
      case .place:
        if match.wordCount == 1 && token.upos != .propn { return 0 }
        return 40 + min(30, entity.population / 100_000)
      }
    }
  }

  private func addKnown(_ match: NameMatch, _ range: Range<Int>, _ builder: inout MentionBuilder) {
    let entity = builder.facts.entity(match.entity)
    let head = builder.head(of: range)
    var form = Mention.Form.name
    let actor: Int
    switch entity.kind {
    case .state where match.sense == .capital:
      let city = builder.facts.capital(of: entity.state ?? "")
      actor = metonym(city ?? entity, match, state: entity.state ?? "", &builder)
    case .state:
      if match.sense == .demonymAdjective { form = .adjective }
      if match.sense == .demonymNoun { form = .nominal }
      actor = builder.stateActor(entity.state ?? entity.name)
    case .person: actor = PersonResolver().knownPerson(entity.id, &builder)
    case .organization:
      actor = builder.actor(key: "entity:\(entity.id)") {
        DraftActor(
          name: entity.code ?? entity.name, kind: .organization, state: nil,
          sector: entity.sector ?? "IGO", entity: entity.id, code: entity.code ?? entity.name)
      }
    case .group:
      actor = builder.actor(key: "entity:\(entity.id)") {
        DraftActor(
          name: entity.name, kind: .group, state: entity.state,
          sector: match.sector ?? entity.sector ?? "REB", entity: entity.id, code: entity.code)
      }
    case .medium:
      actor = builder.actor(key: "entity:\(entity.id)") {
        var draft = DraftActor(
          name: entity.name, kind: .organization, state: entity.state, sector: "JRN",
          entity: entity.id)
        draft.isMedium = true
        return draft
      }
    case .place, .initiative:
      if match.sense == .capital || match.sense == .metonym, let state = entity.state {
        actor = metonym(entity, match, state: state, &builder)
      } else {
        actor = builder.actor(key: "entity:\(entity.id)") {
          DraftActor(
            name: entity.name, kind: .place, state: entity.state, sector: nil, entity: entity.id)
        }
      }
    }
    builder.add(Mention(tokens: range, head: head, actor: actor, form: form))
  }

  private func metonym(
    _ entity: Entity, _ match: NameMatch, state: String, _ builder: inout MentionBuilder
  ) -> Int {
    let sector = match.sector ?? "GOV"
    if match.sense == .capital {
      // Government or place: its role in the sentence decides later; both are the same words.
      return builder.actor(key: "capital:\(entity.id)") {
        DraftActor(name: entity.name, kind: .place, state: state, sector: "GOV", entity: entity.id)
      }
    }
    return builder.actor(key: "metonym:\(entity.name):\(state):\(sector)") {
      DraftActor(name: entity.name, kind: .office, state: state, sector: sector, entity: entity.id)
    }
  }

  /// Two or more proper nouns of a shape that persons' names have, or one that is used like a person.
  private func isPerson(_ run: Range<Int>, _ builder: MentionBuilder) -> Bool {
    let parse = builder.parse
    let words = run.filter { builder.forms[$0] != "-" }
    guard words.count <= 5 else { return false }
    guard
      words.allSatisfy({ token in
        let form = builder.forms[token]
        let scalars = form.unicodeScalars
        return form.startsUpper && !scalars.contains(where: { $0.properties.numericType != nil })
          && (scalars.count <= 2
            || scalars.dropFirst().contains(where: { $0.properties.isLowercase }))
      })
    else { return false }
    let head = builder.head(of: run)
    let hasFlat = run.contains {
      parse.tokens[$0].deprel == .flat && run.contains(parse.tokens[$0].head)
    }
    if words.count >= 2 && hasFlat { return true }
    // A surname alone: only when the document gave the full name, or a title stands before it.
    if builder.actor(forKey: "surname:\(builder.words[run.upperBound - 1])") != nil { return true }
    if words.count == 1, run.lowerBound > 0 {
      let before = builder.words[run.lowerBound - 1]
      if agents.isTitle(before) { return true }
    }
    // "Putin visited India": nobody else of that surname holds so high an office on the day.
    if words.count == 1, parse.tokens[head].upos == .propn,
      PersonResolver().byOffice(surname: builder.words[head], rank: 7, builder) != nil
    {
      return true
    }
    if words.count == 1, parse.tokens[head].deprel == .nsubj, parse.tokens[head].head >= 0,
      !codebook.reportingWords(lemma: parse.tokens[parse.tokens[head].head].lemma).isEmpty
    {
      return PersonResolver().byOffice(surname: builder.words[head], rank: 5, builder) != nil
    }
    return false
  }

  private func addUnknownPerson(_ run: Range<Int>, _ builder: inout MentionBuilder) {
    let actor = PersonResolver().person(named: run, &builder)
    builder.add(Mention(tokens: run, head: builder.head(of: run), actor: actor, form: .name))
  }
}
