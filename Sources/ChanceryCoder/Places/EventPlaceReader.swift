import ChanceryCodebook
import ChanceryFacts
import ChanceryLanguage
import ChanceryText

/// Where a happening was: the phrase of place that governs it, else what its type implies, else the meeting,
/// the visit or the dateline that the text tells (`event-places.tsv`).
struct EventPlaceReader {
  let table: EventPlaceTable
  let codebook: Codebook
  let reading: Reading
  let phrases: PlacePhrases
  private let governance: PlaceGovernance

  init(table: EventPlaceTable, codebook: Codebook, reading: Reading, facts: FactBase) {
    self.table = table
    self.codebook = codebook
    self.reading = reading
    phrases = PlacePhrases(reading: reading, facts: facts, sets: codebook.sets)
    governance = PlaceGovernance(phrases: phrases)
  }

  private var parse: ParsedText { reading.parse }

  /// The place that the sentence gives.
  func place(of match: FrameMatch) -> EventPlace? {
    for source in table.sources(of: codebook.frames[match.frame]) {
      if let place = place(of: match, from: source) { return place }
    }
    return nil
  }

  private func place(of match: FrameMatch, from source: EventPlaceTable.Source) -> EventPlace? {
    switch source {
    case .near: phrase(for: match.trigger, isWide: false)
    case .text: phrase(for: match.trigger, isWide: true)
    case .from: filler(of: match, in: ["from"])
    case .to: filler(of: match, in: ["to", "into", "toward", "towards"])
    case .host: host(match)
    case .target: target(match)
    case .own: own(match)
    case .soil: soil(match)
    case .reception: reception(match)
    case .recipient: stateOf(match.recipients)
    case .domestic: domestic(match)
    case .occasion, .talks, .dateline: nil
    }
  }

  // MARK: Phrases

  /// The phrase of place nearest to a word; of two as near, the finer.
  func phrase(for trigger: Int, isWide: Bool) -> EventPlace? {
    if let place = relative(trigger) { return place }
    var best: (cost: Int, place: EventPlace)?
    for token in parse.sentences[parse.sentence(of: trigger)].tokens where token != trigger {
      guard let place = placePhrase(token),
        var cost = governance.cost(of: token, to: trigger, isWide: isWide)
      else { continue }
      if place.isState { cost += 1 }
      if best == nil || cost < best!.cost { best = (cost, place) }
    }
    return best?.place ?? venue(trigger)
  }

  private func placePhrase(_ token: Int) -> EventPlace? {
    let word = parse.tokens[token]
    if word.upos == .adv, word.deprel == .advmod, word.lemma.asciiLowercased == "there" {
      return phrases.placeBefore(token)
    }
    guard word.upos == .noun || word.upos == .propn,
      phrases.isPhrase(token) || phrases.isGoal(token)
    else { return nil }
    return phrases.place(at: token) ?? (venue(token))
  }

  /// "Baghdad, where he met Abadi".
  private func relative(_ trigger: Int) -> EventPlace? {
    guard [.aclRelcl, .advclRelcl].contains(parse.tokens[trigger].deprel),
      var before = parse.children(of: trigger).first(where: {
        parse.tokens[$0].lemma.asciiLowercased == "where"
      })
    else { return nil }
    repeat { before -= 1 } while before > 0 && parse.tokens[before].upos == .punct
    return before >= 0 ? phrases.place(at: before) : nil
  }

  /// "the Geneva talks", "at the Montevideo conference": a town before an occasion is its venue.
  private func venue(_ token: Int) -> EventPlace? {
    guard phrases.isOne(of: "gathering_place", at: token) else { return nil }
    let named = parse.children(of: token, [.compound, .nmodDesc, .nmodUnmarked]).compactMap {
      reading.mention(covering: $0)
    }
    guard named.count == 1, let place = phrases.place(of: named[0]), !place.isState,
      reading.actors[named[0].actor].kind == .place, place.entity != nil
    else { return nil }
    return place
  }

  private func filler(of match: FrameMatch, in slots: Set<String>) -> EventPlace? {
    for filler in match.fillers where slots.contains(filler.slot) {
      if let place = phrases.place(at: filler.token) { return place }
    }
    return nil
  }

  // MARK: What the type implies

  private func host(_ match: FrameMatch) -> EventPlace? {
    if let place = filler(of: match, in: ["obj", "to", "in", "into", "at", "of", "through"]) {
      return place
    }
    return stateOf(match.recipients)
  }

  private func target(_ match: FrameMatch) -> EventPlace? {
    let doers = Set(match.actors.compactMap { reading.actors[$0.actor].state })
    let slots: Set<String> = ["obj", "on", "against", "of", "into", "to", "at", "mod"]
    for filler in match.fillers where slots.contains(filler.slot) {
      for token in parse.coordinated(filler.token) {
        if filler.slot == "mod", reading.mention(covering: token)?.form == .adjective { continue }
        if let place = phrases.place(at: token),
          !place.isState || !doers.contains(place.country ?? "")
        {
          return place
        }
        if phrases.isOne(of: "immovable", at: token),
          !phrases.isOne(of: "foreign_facility", at: token),
          let place = landOfPeople(token), !doers.contains(place.country ?? "")
        {
          return place
        }
      }
    }
    return match.recipients.lazy.compactMap(named).first
  }

  /// A state struck by its name or a word for it, not by something of it.
  private func named(_ participant: Participant) -> EventPlace? {
    let actor = reading.actors[participant.actor]
    guard !participant.isPossession, actor.kind == .state, let state = actor.state,
      reading.mention(covering: participant.token)?.form != .adjective
    else { return nil }
    return phrases.state(state)
  }

  /// "the people of Ukraine", "Ukrainian civilians", "Saudi oil infrastructure".
  private func landOfPeople(_ token: Int) -> EventPlace? {
    for child in parse.children(of: token, [.nmod])
    where parse.preposition(of: child) == "of" || parse.preposition(of: child) == "in" {
      if let place = phrases.place(at: child) { return place }
    }
    return phrases.owner(of: token)
  }

  private func own(_ match: FrameMatch) -> EventPlace? {
    for participant in match.actors {
      let actor = reading.actors[participant.actor]
      guard actor.sector != "MIL", let state = actor.state else { continue }
      return phrases.state(state)
    }
    return nil
  }

  private func stateOf(_ participants: [Participant]) -> EventPlace? {
    for participant in participants {
      if let state = reading.actors[participant.actor].state { return phrases.state(state) }
    }
    return nil
  }

  /// Who receives a guest is at home.
  private func reception(_ match: FrameMatch) -> EventPlace? {
    guard phrases.isOne(of: "hosting_verb", at: match.trigger) else { return nil }
    for filler in match.fillers where filler.slot == "subj" {
      if let mention = reading.mention(covering: filler.token),
        let state = reading.actors[mention.actor].state
      {
        return phrases.state(state)
      }
    }
    return nil
  }

  /// A state and its own people or groups; an organisation without a state is struck where the state rules.
  private func domestic(_ match: FrameMatch) -> EventPlace? {
    let sides = (match.actors + match.recipients).map { reading.actors[$0.actor] }
    let states = Set(sides.compactMap(\.state))
    guard states.count == 1, sides.count > 1, let state = states.first,
      sides.allSatisfy({ $0.state != nil || $0.kind == .organization })
    else { return nil }
    return phrases.state(state)
  }

  /// "closes its border with Belarus", "bars him from entering the country", "bans their acts in Lebanon".
  private func soil(_ match: FrameMatch) -> EventPlace? {
    guard let home = own(match) else { return nil }
    let trigger = match.trigger
    let head = parse.isVerb(trigger) ? trigger : max(parse.tokens[trigger].head, 0)
    let isAtHome = parse.subtree(of: head).contains { token in
      if phrases.isOne(of: "own_soil", at: token) { return true }
      if parse.isVerb(token) { return parse.tokens[token].lemma.asciiLowercased == "enter" }
      guard phrases.isPhrase(token) else { return false }
      if phrases.sets["country_noun"]?.contains(parse.tokens[token].lemma) == true { return true }
      return phrases.place(at: token)?.country == home.country
    }
    return isAtHome ? home : nil
  }
}
