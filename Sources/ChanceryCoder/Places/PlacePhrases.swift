import ChanceryFacts
import ChanceryLanguage
import ChanceryText

/// Tells which place a noun of the text is or lies in: a name, "the capital", "an air base in Anbar", "there".
struct PlacePhrases {
  let reading: Reading
  let facts: FactBase
  let sets: [String: Set<String>]

  private var parse: ParsedText { reading.parse }

  private func isOne(of set: String, _ word: String) -> Bool { sets[set]?.contains(word) == true }

  func isOne(of set: String, at token: Int) -> Bool {
    isOne(of: set, parse.tokens[token].lemma.asciiLowercased)
  }

  /// The place of a noun; nil where it is none and lies in none that the text tells.
  func place(at token: Int, depth: Int = 0) -> EventPlace? {
    guard depth < 4 else { return nil }
    if let mention = reading.mention(covering: token) {
      if let named = place(of: mention) {
        return told(finer(named, below: token, depth), behind: mention.tokens.upperBound)
      }
      if mention.form != .pronoun, mention.tokens.contains(token), !isThing(mention) { return nil }
    }
    guard isGround(token) || isDescribed(token) else { return unknown(token) }
    if isOne(of: "border_noun", at: token) { return border(token) }
    if let place = placeBeside(token, depth) {
      let isLand = isOne(of: "settlement", at: token)
      return named(token, in: isLand ? owned(place, by: owner(of: token)) : place)
    }
    if parse.tokens[token].lemma.asciiLowercased == "capital" { return capital(token) }
    guard !isOne(of: "foreign_facility", at: token) else { return nil }
    return owner(of: token).map { named(token, in: $0) }
  }

  /// A facility, a part of the land.
  private func isGround(_ token: Int) -> Bool {
    isOne(of: "facility", at: token) || isOne(of: "settlement", at: token)
  }

  /// "the Granja do Torto, the president's residence in Brasília": an unknown name that is told to be a place.
  private func isDescribed(_ token: Int) -> Bool {
    parse.tokens[token].upos == .propn
      && parse.children(of: token, [.appos]).contains(where: isGround)
  }

  /// Organisations and offices whose name ends in a building's noun stand where the building stands.
  private func isThing(_ mention: Mention) -> Bool {
    let kind = reading.actors[mention.actor].kind
    return kind != .person && isOne(of: "facility", at: mention.head)
  }

  // MARK: Names

  /// The place that a mention names, if it names one.
  func place(of mention: Mention) -> EventPlace? {
    guard mention.form != .adjective, mention.coActors.isEmpty else { return nil }
    let actor = reading.actors[mention.actor]
    if let state = namesake(mention) {
      return EventPlace(
        name: actor.name, country: state, entity: nil, span: parse.span(of: mention.tokens),
        isTold: true, isState: false)
    }
    switch actor.kind {
    case .place:
      if let id = actor.entity, facts.entity(id).kind == .initiative { return nil }
    case .state:
      // "Ukrainians" are no place; "the country" is one.
      let isPeople = mention.form == .nominal && parse.tokens[mention.head].form.startsUpper
      if mention.form == .pronoun || isPeople { return nil }
    case .office:
      guard mention.form == .name, actor.role == nil else { return nil }
    default: return nil
    }
    return EventPlace(
      name: actor.name, country: actor.state, entity: actor.entity,
      span: parse.span(of: mention.tokens), isTold: true, isState: actor.kind == .state)
  }

  /// "a naval base in Georgia" of a text that tells of America and of nothing else Georgian: the part of the other state.
  private func namesake(_ mention: Mention) -> String? {
    guard mention.form == .name, mention.tokens.count == 1,
      reading.actors[mention.actor].kind == .state,
      let others = sets["namesake_\(parse.tokens[mention.head].form.asciiLowercased)"],
      others.count == 1, let other = others.first, let own = reading.actors[mention.actor].state
    else { return nil }
    let isOther = reading.mentions.contains {
      parse.sentence(of: $0.head) == parse.sentence(of: mention.head)
        && reading.actors[$0.actor].state == other
    }
    let isOwn = reading.mentions.contains {
      $0.head != mention.head && reading.actors[$0.actor].state == own
    }
    return isOther && !isOwn ? other : nil
  }

  /// "Pakistan's capital Islamabad", "Georgia, in Tbilisi": a finer place in apposition.
  private func finer(_ place: EventPlace, below token: Int, _ depth: Int) -> EventPlace {
    guard place.isState else { return place }
    for child in parse.children(of: token, [.appos]) {
      if let inner = self.place(at: child, depth: depth + 1), !inner.isState,
        inner.country == place.country
      {
        return inner
      }
    }
    return place
  }

  /// "the Lebanese town of Blida", "Tripoli, Lebanon": the state that the words tell goes before that of the tables.
  private func owned(_ place: EventPlace, by owner: EventPlace?) -> EventPlace {
    guard !place.isState, let state = owner?.country, let known = place.country, state != known
    else { return place }
    var result = place
    result.country = state
    result.entity = nil
    return result
  }

  private func told(_ place: EventPlace, behind end: Int) -> EventPlace {
    guard let next = afterComma(end), let mention = reading.mention(covering: next),
      mention.form == .name, reading.actors[mention.actor].kind == .state
    else { return place }
    let after = mention.tokens.upperBound
    let isList = after < parse.tokens.count && ["and", "or"].contains(parse.tokens[after].form)
    return isList ? place : owned(place, by: self.place(of: mention))
  }

  /// The word after a comma that stands at a place in the text.
  private func afterComma(_ place: Int) -> Int? {
    guard place + 1 < parse.tokens.count, parse.tokens[place].form == "," else { return nil }
    return place + 1
  }

  /// "in Adloun, Sidon District, Lebanon": an unknown town lies where the names behind it lie.
  private func unknown(_ token: Int) -> EventPlace? {
    guard parse.tokens[token].upos == .propn, isPhrase(token) else { return nil }
    var end = token + 1
    while let next = afterComma(end), parse.tokens[next].upos == .propn {
      if let mention = reading.mention(covering: next), var found = place(of: mention) {
        guard reading.mentionOfToken[token] < 0 else { return found }
        found.span = parse.tokens[token].span
        found.name = parse.tokens[token].form
        found.entity = nil
        found.isState = false
        return found
      }
      end = next + 1
      while end < parse.tokens.count, parse.tokens[end].upos == .propn { end += 1 }
    }
    return nil
  }

  /// A venue with a name of its own keeps it and takes the country of what it lies in.
  private func named(_ token: Int, in place: EventPlace) -> EventPlace {
    guard parse.tokens[token].upos == .propn, reading.mentionOfToken[token] < 0 else {
      return place
    }
    var first = token
    let sentence = parse.sentences[parse.sentence(of: token)].tokens
    while first > sentence.lowerBound, isOfName(first - 1), parse.isBelow(first - 1, token) {
      first -= 1
    }
    let goesOn = parse.children(of: token, [.nmod]).contains { $0 == token + 2 }
    guard first < token, !goesOn else { return place }
    var venue = place
    venue.span = parse.span(of: first..<(token + 1))
    venue.name = reading.text[venue.span!].flattened
    venue.entity = place.isState ? nil : place.entity
    venue.isState = false
    return venue
  }

  private func isOfName(_ token: Int) -> Bool {
    parse.tokens[token].form.startsUpper && parse.tokens[token].deprel != .det
      || parse.tokens[token].xpos == .pos
  }

  // MARK: Nouns

  private func placeBeside(_ token: Int, _ depth: Int) -> EventPlace? {
    for child in parse.children(of: token, [.appos, .flat]) {
      if let found = place(at: child, depth: depth + 1) { return found }
    }
    for child in parse.children(of: token, [.nmod, .obl]) {
      guard let word = parse.preposition(of: child),
        word == "of" || isPlacePreposition(word, before: child)
      else { continue }
      if word == "of", isOne(of: "foreign_facility", at: token) { continue }
      if let found = place(at: child, depth: depth + 1) { return found }
    }
    for child in parse.children(of: token, [.compound, .nmodDesc, .nmodUnmarked]) {
      if let mention = reading.mention(covering: child), let found = place(of: mention),
        !found.isState
      {
        return found
      }
    }
    return nil
  }

  /// The state to which a thing belongs: "Iraqi bases", "Ukraine's ports", "their territory".
  func owner(of token: Int) -> EventPlace? {
    for child in parse.children(of: token, [.nmodPoss, .amod, .compound, .nmodDesc, .nmodUnmarked])
    {
      guard let mention = reading.mention(covering: child), mention.coActors.isEmpty,
        mention.form != .pronoun, let state = reading.actors[mention.actor].state,
        reading.actors[mention.actor].kind != .organization
      else { continue }
      return self.state(state, span: parse.span(of: mention.tokens), isTold: true)
    }
    return nil
  }

  /// The city that "the capital" means: the owner's, else that of the state spoken of last.
  private func capital(_ token: Int) -> EventPlace? {
    let state = owner(of: token)?.country ?? stateOf(token) ?? lastState(before: token)
    guard let state, let city = facts.capital(of: state) else { return nil }
    return EventPlace(
      name: city.name, country: state, entity: city.id,
      span: parse.tokens[token].span, isTold: true, isState: false)
  }

  /// "the capital of Kenya".
  private func stateOf(_ token: Int) -> String? {
    for child in parse.children(of: token, [.nmod]) where parse.preposition(of: child) == "of" {
      if let mention = reading.mention(covering: child) {
        return reading.actors[mention.actor].state
      }
    }
    return nil
  }

  private func lastState(before token: Int) -> String? {
    var current = token - 1
    while current >= 0, parse.sentence(of: token) - parse.sentence(of: current) <= 2 {
      if let mention = reading.mention(covering: current),
        reading.actors[mention.actor].kind == .state
          || reading.actors[mention.actor].kind == .place,
        let state = reading.actors[mention.actor].state
      {
        return state
      }
      current -= 1
    }
    return nil
  }

  /// "the border between Armenia and Azerbaijan", "the Polish border".
  private func border(_ token: Int) -> EventPlace {
    var states: [String] = []
    for part in parse.subtree(of: token) where part != token {
      guard let mention = reading.mention(covering: part), mention.head == part else { continue }
      for actor in mention.allActors {
        if let state = reading.actors[actor].state, !states.contains(state) {
          states.append(state)
        }
      }
    }
    let range = parse.subtree(of: token)
    let span = parse.span(of: range.lowerBound..<(range.upperBound + 1))
    let isShared = states.count != 1 || parse.child(of: token, [.nmod]) != nil
    return EventPlace(
      name: reading.text[span].flattened, country: isShared ? nil : states[0], entity: nil,
      span: span, isTold: true, isState: false)
  }

  /// "there": the place told last.
  func placeBefore(_ token: Int) -> EventPlace? {
    var current = token - 1
    while current >= 0, parse.sentence(of: token) - parse.sentence(of: current) <= 2 {
      if isPhrase(current) || isGoal(current), let place = place(at: current) { return place }
      current -= 1
    }
    return nil
  }

  func state(_ key: String, span: ByteSpan? = nil, isTold: Bool = false) -> EventPlace? {
    guard let state = facts.state(key) else { return nil }
    return EventPlace(
      name: state.name, country: key, entity: state.id, span: span, isTold: isTold, isState: true)
  }

  // MARK: Prepositions

  /// Whether a noun stands behind a preposition of place.
  func isPhrase(_ token: Int) -> Bool {
    guard let word = parse.preposition(of: token) else { return false }
    return isPlacePreposition(word, before: token)
  }

  private func isPlacePreposition(_ word: String, before token: Int) -> Bool {
    guard isOne(of: "place_preposition", word) else { return false }
    guard isOne(of: "loose_preposition", word) else { return true }
    if isOne(of: "open_ground", at: token) { return true }
    guard let mention = reading.mention(covering: token), mention.form == .name,
      reading.actors[mention.actor].kind == .place, reading.actors[mention.actor].sector == nil
    else { return false }
    return reading.actors[mention.actor].state == nil
      || mention.tokens.contains { isOne(of: "open_ground", at: $0) }
  }

  /// "flew to Riyadh", "a visit to Moscow", "visited Baghdad".
  func isGoal(_ token: Int) -> Bool {
    let head = parse.tokens[token].head
    guard head >= 0 else { return false }
    switch parse.tokens[token].deprel {
    case .obl, .nmod:
      let word = parse.preposition(of: token)
      return (word == "to" || word == "into") && isOne(of: "motion", at: head)
    case .obj: return isOne(of: "motion_object", at: head)
    default: return false
    }
  }
}
