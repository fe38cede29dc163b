import ChanceryCodebook
import ChanceryFacts
import ChanceryLanguage
import ChanceryText

/// Resolves words that refer back: pronouns, "the minister", "the government", "both sides".
///
/// One pass over the document in text order with a short memory of who was named; subjects count more
/// than other words, nearer ones more than distant ones.
struct ReferenceResolver {
  let sets: [String: Set<String>]
  let offices: OfficeTitles

  /// What the pass remembers: the latest persons, states and pairs, the newest last.
  private struct Memory {
    var persons: [(actor: Int, weight: Int, sentence: Int)] = []
    var bodies: [(actor: Int, weight: Int, sentence: Int)] = []
    var groups: [(actors: [Int], sentence: Int)] = []
    /// The states that the current sentence names.
    var states: [String] = []
    /// The latest plural description ("UAE officials").
    var plural: (actors: [Int], sentence: Int)?
    /// The two states that the whole text is about.
    var dyad: [String]?
  }

  func resolve(_ builder: inout MentionBuilder) {
    var memory = Memory()
    memory.dyad = Self.dyad(of: builder)
    for (number, sentence) in builder.parse.sentences.enumerated() {
      memory.states = statesNamed(in: sentence.tokens, builder)
      for token in sentence.tokens {
        if builder.owner[token] >= 0 {
          let index = Int(builder.owner[token])
          if builder.mentions[index].head == token {
            settle(index, sentence: number, memory, &builder)
            remember(index, sentence: number, &memory, builder)
          }
        } else {
          readReference(token, sentence: number, &memory, &builder)
        }
      }
    }
  }

  /// The two states that a text names most, far more often than any third; nil for other texts.
  static func dyad(of builder: MentionBuilder) -> [String]? {
    var counts: [String: Int] = [:]
    for mention in builder.mentions {
      let actor = builder.actors[mention.actor]
      guard actor.kind != .place || actor.sector != nil, let state = actor.state else { continue }
      counts[state, default: 0] += 1
    }
    let ordered = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    guard ordered.count >= 2, ordered[1].value >= 4 else { return nil }
    if ordered.count > 2, ordered[2].value * 2 > ordered[1].value { return nil }
    return [ordered[0].key, ordered[1].key]
  }

  private func statesNamed(in sentence: Range<Int>, _ builder: MentionBuilder) -> [String] {
    var states: Set<String> = []
    for token in sentence {
      guard let mention = builder.mention(at: token), mention.head == token,
        builder.actors[mention.actor].kind != .place
          || builder.actors[mention.actor].sector == nil,
        let state = builder.actors[mention.actor].state
      else { continue }
      states.insert(state)
    }
    return states.sorted()
  }

  // MARK: Memory

  private func remember(
    _ index: Int, sentence: Int, _ memory: inout Memory, _ builder: MentionBuilder
  ) {
    let mention = builder.mentions[index]
    guard mention.form != .pronoun else { return }
    var weight = isSubject(mention.head, builder) ? 3 : 0
    if mention.form == .adjective { weight -= 1 }
    for actor in mention.allActors {
      switch builder.actors[actor].kind {
      case .person: memory.persons.append((actor, weight, sentence))
      case .place where builder.actors[actor].sector == nil: break
      default: memory.bodies.append((actor, weight, sentence))
      }
    }
    let xpos = builder.parse.tokens[mention.head].xpos
    if mention.form == .nominal, xpos == .nns || xpos == .nnps,
      mention.allActors.contains(where: {
        builder.actors[$0].state != nil || builder.actors[$0].code != nil
      })
    {
      memory.plural = (mention.allActors, sentence)
    }
    let fellows = builder.parse.coordinated(mention.head).compactMap {
      builder.mention(at: $0)?.actor
    }
    let all = (mention.coActors.isEmpty ? fellows : mention.allActors).filter {
      builder.actors[$0].kind != .place || builder.actors[$0].sector != nil
    }
    if Set(all).count > 1 { memory.groups.append((all, sentence)) }
  }

  private func isSubject(_ token: Int, _ builder: MentionBuilder) -> Bool {
    switch builder.parse.tokens[token].deprel {
    case .nsubj, .nsubjPass, .nsubjOuter, .csubj: true
    case .conj:
      builder.parse.tokens[builder.parse.firstConjunct(token)].deprel == .nsubj
    default: false
    }
  }

  private func best(
    _ list: [(actor: Int, weight: Int, sentence: Int)], sentence: Int,
    _ builder: MentionBuilder, where fits: (DraftActor) -> Bool = { _ in true }
  ) -> Int? {
    var found: (score: Int, actor: Int)?
    for (age, item) in list.reversed().enumerated() {
      if age > 14 || sentence - item.sentence > 4 { break }
      guard fits(builder.actors[item.actor]) else { continue }
      let score = item.weight - 3 * (sentence - item.sentence) - age / 3
      if found == nil || score > found!.score { found = (score, item.actor) }
    }
    return found?.actor
  }

  // MARK: Descriptions

  /// A description without a state takes the person or body that it stands for.
  private func settle(
    _ index: Int, sentence: Int, _ memory: Memory, _ builder: inout MentionBuilder
  ) {
    let mention = builder.mentions[index]
    let actor = builder.actors[mention.actor]
    if actor.role == "counterpart", mention.form == .nominal, actor.state != nil {
      settleCounterpart(index, sentence: sentence, memory, &builder)
      return
    }
    guard actor.state == nil, actor.code == nil else { return }
    if mention.form == .name, actor.kind == .person {
      settleName(mention, memory, &builder)
      return
    }
    guard mention.form == .nominal else { return }
    if actor.kind == .person, let person = lastBearer(of: actor, mention, sentence, memory, builder)
    {
      builder.mentions[index].actor = person
      return
    }
    if let state = ownState(of: actor, mention, builder) {
      builder.actors[mention.actor].state = state
      return
    }
    if actor.sector == "IGO", let body = lastOrganization(mention, sentence, memory, builder) {
      builder.mentions[index].actor = body
      return
    }
    // "the International Criminal Court" is no state's.
    let isWorldly = mention.tokens.contains {
      sets["worldly_adjective"]?.contains(builder.words[$0]) == true
    }
    if isWorldly, actor.kind != .person { return }
    // "the army", "officials": those of the state that the text speaks of.
    let owner = possessor(of: mention.head, sentence: sentence, memory, builder)
    if let owner {
      builder.actors[mention.actor].state = builder.actors[owner].state
      if builder.actors[owner].state == nil {
        builder.actors[mention.actor].code = builder.actors[owner].code
      }
    } else if actor.kind == .person {
      if isDefinite(mention, builder), isPublic(actor),
        let state = adopted(at: mention.head, memory, builder)
      {
        builder.actors[mention.actor].state = state
      }
    } else if isDefinite(mention, builder), isPublic(actor),
      let body = best(
        memory.bodies, sentence: sentence, builder,
        where: {
          $0.state != nil && $0.sector == "GOV"
            && (builder.publisherState == nil || $0.state != builder.publisherState)
        })
    {
      builder.actors[mention.actor].state = builder.actors[body].state
    }
  }

  private func isPublic(_ actor: DraftActor) -> Bool {
    ["GOV", "MIL", "LEG", "JUD", "COP", "SPY"].contains(actor.sector ?? "")
  }

  /// A person with a public office whose state nobody told: the publisher's, else the one state of the sentence.
  private func settleName(
    _ mention: Mention, _ memory: Memory, _ builder: inout MentionBuilder
  ) {
    let actor = mention.actor
    guard builder.actors[actor].role != nil, isPublic(builder.actors[actor]) else { return }
    // "President Sandu, Prime Minister Gavrilita, and Foreign Minister Popescu"
    if let state = stateOfFellow(before: mention.head, builder) {
      builder.actors[actor].state = state
    } else if let state = builder.publisherState, builder.actors[actor].sector == "GOV" {
      builder.actors[actor].state = state
    } else if let state = adopted(at: mention.head, memory, builder) {
      builder.actors[actor].state = state
    }
  }

  /// The state of an official named before in the same row, the publisher's apart.
  private func stateOfFellow(before head: Int, _ builder: MentionBuilder) -> String? {
    for token in builder.parse.coordinated(builder.parse.firstConjunct(head)) where token < head {
      guard let mention = builder.mention(at: token) else { continue }
      let actor = builder.actors[mention.actor]
      if actor.kind == .person, actor.role != nil, let state = actor.state,
        state != builder.publisherState
      {
        return state
      }
    }
    return nil
  }

  /// The one state of the sentence, unless it is a party beside the person ("the general accused France").
  private func adopted(at head: Int, _ memory: Memory, _ builder: MentionBuilder) -> String? {
    guard memory.states.count == 1 else { return nil }
    let parse = builder.parse
    guard let sentence = parse.sentences.first(where: { $0.tokens.contains(head) }) else {
      return nil
    }
    let acts = isSubject(head, builder)
    var isNamed = false
    for token in sentence.tokens {
      guard let other = builder.mention(at: token), other.head == token, token != head,
        builder.actors[other.actor].state == memory.states[0],
        builder.actors[other.actor].kind != .place
      else { continue }
      isNamed = true
      switch parse.tokens[parse.firstConjunct(token)].deprel {
      case .obj, .iobj: if acts { return nil }
      case .obl, .nmod:
        let preposition = parse.preposition(of: token) ?? ""
        if ["with", "against", "to", "on", "for", "over", "between", "by"].contains(preposition) {
          return nil
        }
      case .nsubj, .nsubjPass: if !acts { return nil }
      case .amod, .compound:
        let owner = parse.tokens[token].head
        if owner >= 0, owner != head, builder.mention(at: owner)?.head != head, acts {
          return nil
        }
      default: break
      }
    }
    return isNamed ? memory.states[0] : nil
  }

  /// "the minister": the person with that role who was named last.
  private func lastBearer(
    of actor: DraftActor, _ mention: Mention, _ sentence: Int, _ memory: Memory,
    _ builder: MentionBuilder
  ) -> Int? {
    let xpos = builder.parse.tokens[mention.head].xpos
    guard let role = actor.role, xpos != .nns, xpos != .nnps, !isIndefinite(mention, builder)
    else { return nil }
    let words = role.split(separator: " ").map(String.init)
    let lastWord = words.last ?? role
    // "the Prime Minister" is no foreign minister.
    let wanted = lastWord == "state" ? ["secretary"] : words
    return best(
      memory.persons, sentence: sentence, builder,
      where: {
        guard let known = $0.role, $0.state != nil || $0.code != nil else { return false }
        let parts = fold(known).split(separator: " ")
        return wanted.allSatisfy { word in parts.contains { $0 == word } }
      })
  }

  /// "the bloc", "the court": the organisation named last; where the noun is part of names, one that is called so.
  private func lastOrganization(
    _ mention: Mention, _ sentence: Int, _ memory: Memory, _ builder: MentionBuilder
  ) -> Int? {
    guard isDefinite(mention, builder) else { return nil }
    let noun = builder.words[mention.head]
    let isGeneric = sets["any_organization"]?.contains(noun) == true
    return best(
      memory.bodies, sentence: sentence, builder,
      where: { actor in
        guard actor.kind == .organization, actor.sector == "IGO", actor.code != nil else {
          return false
        }
        let name = actor.entity.map { fold(builder.facts.entity($0).name) } ?? ""
        return isGeneric || name.split(separator: " ").contains { $0 == noun }
      })
  }

  /// "the Secretary", "the Department" of a government's own release.
  private func ownState(of actor: DraftActor, _ mention: Mention, _ builder: MentionBuilder)
    -> String?
  {
    guard let state = builder.publisherState, !isIndefinite(mention, builder) else { return nil }
    let noun = builder.words[mention.head]
    if actor.kind == .person {
      guard ["GOV", "MIL"].contains(actor.sector ?? "") else { return nil }
      return builder.forms[mention.head].startsUpper && sets["own_official"]?.contains(noun) == true
        ? state : nil
    }
    return sets["own_body"]?.contains(noun) == true && builder.forms[mention.head].startsUpper
      ? state : nil
  }

  private func isIndefinite(_ mention: Mention, _ builder: MentionBuilder) -> Bool {
    builder.parse.children(of: mention.head, [.det]).contains {
      ["a", "an", "any", "some", "no", "every", "each", "another"].contains(builder.words[$0])
    }
  }

  /// "his Russian counterpart": who holds in that state the office of the person spoken of.
  private func settleCounterpart(
    _ index: Int, sentence: Int, _ memory: Memory, _ builder: inout MentionBuilder
  ) {
    let mention = builder.mentions[index]
    guard let state = builder.actors[mention.actor].state, let day = builder.referenceDay,
      let person = best(
        memory.persons, sentence: sentence, builder,
        where: { $0.entity != nil && $0.state != state }),
      let id = builder.actors[person].entity,
      let (span, isFormer) = PersonResolver(offices: offices).office(
        of: id, on: day, builder.facts),
      !isFormer
    else { return }
    let lookup = OfficeHolders(facts: builder.facts, sets: sets)
    if let holder = lookup.holder(of: span.office, state: state, day) {
      builder.mentions[index].actor = PersonResolver(offices: offices).knownPerson(holder, &builder)
    }
  }

  private func isDefinite(_ mention: Mention, _ builder: MentionBuilder) -> Bool {
    let parse = builder.parse
    for token in mention.tokens {
      for child in parse.children(of: token, [.det]) {
        return builder.words[child] == "the" || builder.words[child] == "this"
      }
    }
    return false
  }

  /// "its army", "his foreign minister": the state behind the pronoun.
  private func possessor(
    of head: Int, sentence: Int, _ memory: Memory, _ builder: MentionBuilder
  ) -> Int? {
    for child in builder.parse.children(of: head, [.nmodPoss]) {
      switch builder.words[child] {
      case "its", "their":
        return best(memory.bodies, sentence: sentence, builder, where: { $0.state != nil })
      case "his", "her":
        return best(memory.persons, sentence: sentence, builder, where: { $0.state != nil })
      default: continue
      }
    }
    return nil
  }

  // MARK: Pronouns and pairs

  private func readReference(
    _ token: Int, sentence: Int, _ memory: inout Memory, _ builder: inout MentionBuilder
  ) {
    let current = builder.parse.tokens[token]
    let word = builder.words[token]
    if let pair = reciprocal(token, word, sentence: sentence, memory, builder) {
      builder.add(
        Mention(
          tokens: token..<(token + 2), head: token, actor: pair[0],
          coActors: Array(pair.dropFirst()), form: .pronoun, isReciprocal: true))
      return
    }
    if current.upos == .pron || current.xpos == .prpPossessive {
      resolvePronoun(token, word, sentence: sentence, memory, &builder)
      return
    }
    guard current.upos == .noun || current.upos == .det || current.upos == .num else { return }
    if let pair = pairReference(token, sentence: sentence, memory, &builder) {
      let range = leftEdge(of: token, builder)..<(token + 1)
      builder.add(
        Mention(
          tokens: range, head: token, actor: pair[0], coActors: Array(pair.dropFirst()),
          form: .nominal))
      memory.groups.append((pair, sentence))
    } else if sets["country_noun"]?.contains(current.lemma.asciiLowercased) == true,
      current.xpos == .nn
        || current.xpos == .nnp
          && builder.parse.children(of: token, [.nmod, .flat, .compound]).isEmpty
          && ![.flat, .compound].contains(current.deprel),
      let owner = countryReference(token, sentence: sentence, memory, builder)
    {
      let state = builder.stateActor(builder.actors[owner].state!)
      builder.add(
        Mention(
          tokens: leftEdge(of: token, builder)..<(token + 1), head: token, actor: state,
          form: .nominal))
    }
  }

  /// "each other", "one another": those that the sentence named side by side last.
  private func reciprocal(
    _ token: Int, _ word: String, sentence: Int, _ memory: Memory, _ builder: MentionBuilder
  ) -> [Int]? {
    guard token + 1 < builder.words.count,
      word == "each" && builder.words[token + 1] == "other"
        || word == "one" && builder.words[token + 1] == "another",
      let group = memory.groups.last, group.sentence == sentence
    else { return nil }
    return group.actors
  }

  private func resolvePronoun(
    _ token: Int, _ word: String, sentence: Int, _ memory: Memory, _ builder: inout MentionBuilder
  ) {
    var actors: [Int] = []
    switch word {
    case "he", "she", "him", "her", "his", "himself", "herself":
      if let person = fellow(before: token, builder)
        ?? best(memory.persons, sentence: sentence, builder)
      {
        actors = [person]
      }
    case "it", "its", "itself":
      let isOwner = word == "its"
      if isOwner, let target = target(before: token, sentence: sentence, memory, builder) {
        actors = [target]
      } else if isOwner || builder.parse.tokens[token].deprel == .nsubj,
        let body = best(memory.bodies, sentence: sentence, builder)
      {
        actors = [body]
      }
    case "they", "them", "their", "themselves":
      if word == "they", let pair = talkers(token, sentence: sentence, memory, builder) {
        actors = pair
      } else if let plural = memory.plural, sentence - plural.sentence <= 2,
        plural.sentence >= memory.groups.last?.sentence ?? -1
      {
        actors = plural.actors
      } else if let group = memory.groups.last, sentence - group.sentence <= 2 {
        actors = group.actors
      } else if let body = best(memory.bodies, sentence: sentence, builder) {
        actors = [body]
      }
    default: return
    }
    guard let first = actors.first else { return }
    builder.add(
      Mention(
        tokens: token..<(token + 1), head: token, actor: first, coActors: Array(actors.dropFirst()),
        form: .pronoun))
  }

  /// "Blinken spoke with Wang about Russia and Belarus. *They* discussed …": the persons, who can talk.
  private func talkers(
    _ token: Int, sentence: Int, _ memory: Memory, _ builder: MentionBuilder
  ) -> [Int]? {
    let word = builder.parse.tokens[token]
    guard word.deprel == .nsubj, word.head >= 0,
      sets["talking_verb"]?.contains(builder.parse.tokens[word.head].lemma) == true
    else { return nil }
    if let group = memory.groups.last, sentence - group.sentence <= 2,
      group.actors.contains(where: { builder.actors[$0].kind == .person })
    {
      return group.actors
    }
    let persons = memory.persons.filter { builder.actors[$0.actor].state != nil }
    if let publisher = builder.publisherState {
      // A release begins with who met; whoever is named later is talked of.
      let opening = persons.filter { $0.sentence <= 2 }.map(\.actor)
      let own = opening.first { builder.actors[$0].state == publisher }
      let other = opening.first { builder.actors[$0].state != publisher }
      return own.flatMap { own in other.map { [own, $0] } }
    }
    return lastPair(persons, sentence: sentence, reach: 4, builder)
  }

  /// "imposed sanctions on Turkey over *its* purchase": what one is blamed or punished for is one's own doing.
  private func target(
    before pronoun: Int, sentence: Int, _ memory: Memory, _ builder: MentionBuilder
  ) -> Int? {
    let parse = builder.parse
    var phrase = pronoun
    for _ in 0..<4 where phrase >= 0 {
      let token = parse.tokens[phrase]
      if [.obl, .nmod].contains(token.deprel),
        ["over", "for", "because_of", "due_to"].contains(parse.preposition(of: phrase) ?? "")
      {
        break
      }
      phrase = token.head
    }
    guard phrase >= 0, let marker = parse.child(of: phrase, [.case]), marker < pronoun else {
      return nil
    }
    guard let verb = parse.verb(over: parse.tokens[phrase].head),
      sets["blaming_verb"]?.contains(parse.tokens[verb].lemma) == true
    else { return nil }
    return (verb + 1..<max(marker, verb + 1)).reversed().lazy.compactMap { token -> Int? in
      guard let mention = builder.mention(at: token), mention.head == token,
        mention.form != .adjective, builder.actors[mention.actor].state != nil
      else { return nil }
      return mention.actor
    }.first
  }

  /// "arrested the journalist and *his* companion": the one named first in the row.
  private func fellow(before pronoun: Int, _ builder: MentionBuilder) -> Int? {
    let parse = builder.parse
    let token = parse.tokens[pronoun]
    guard token.deprel == .nmodPoss, token.head >= 0, parse.tokens[token.head].deprel == .conj,
      let mention = builder.mention(at: parse.firstConjunct(token.head)),
      builder.actors[mention.actor].kind == .person
    else { return nil }
    return mention.actor
  }

  /// "both sides", "the two countries", "the two leaders": the two that the text told of last.
  private func pairReference(
    _ token: Int, sentence: Int, _ memory: Memory, _ builder: inout MentionBuilder
  ) -> [Int]? {
    let current = builder.parse.tokens[token]
    let isNoun = current.xpos == .nns && sets["pair_noun"]?.contains(current.lemma) == true
    let marked = builder.parse.children(of: token).contains {
      let word = builder.words[$0]
      return word == "two" || word == "both"
    }
    let isSide = current.lemma == "side" || current.lemma == "party"
    let definite = builder.parse.children(of: token, [.det]).contains { builder.words[$0] == "the" }
    // "the two met", "both agreed"
    let word = builder.words[token]
    let standsAlone =
      (word == "two" && definite || word == "both")
      && [.nsubj, .nsubjPass, .obl].contains(current.deprel)
    guard standsAlone || (isNoun && (marked || (isSide && definite))) else { return nil }
    let wantsPersons =
      standsAlone || sets["leader_noun"]?.contains(current.lemma) == true
    if wantsPersons {
      if current.lemma == "leader",
        let pair = lastPair(heads(memory, builder), sentence: sentence, reach: 15, builder)
      {
        return pair
      }
      if let pair = lastPair(memory.persons, sentence: sentence, builder) { return pair }
    }
    let pool = memory.bodies + (wantsPersons ? [] : memory.persons)
    guard
      let pair = namedTogether(sentence: sentence, memory, builder)
        ?? (wantsPersons ? nil : neighbours(current.lemma, sentence: sentence, memory, builder))
        ?? (wantsPersons ? nil : mainPair(sentence: sentence, memory, builder))
        ?? othersThanPublisher(pool, token, sentence: sentence, builder)
        ?? lastPair(pool, sentence: sentence, builder)
    else { return nil }
    return pair.map { index in
      guard !wantsPersons, let state = builder.actors[index].state,
        builder.facts.state(state) != nil
      else { return index }
      return builder.stateActor(state)
    }
  }

  /// Those of the persons told of who lead a state on the day of the text: "leaders" rather than secretaries.
  private func heads(
    _ memory: Memory, _ builder: MentionBuilder
  ) -> [(actor: Int, weight: Int, sentence: Int)] {
    memory.persons.filter { item in
      guard let id = builder.actors[item.actor].entity else { return false }
      let span = PersonResolver(offices: offices).office(
        of: id, on: builder.referenceDay, builder.facts)
      guard let span, !span.isFormer else { return false }
      return ["head_of_state", "head_of_government", "effective_leader"].contains(span.span.office)
    }
  }

  /// "India … Pakistan, as both neighbours": the last two of the sentence, if it names others too.
  private func neighbours(
    _ lemma: String, sentence: Int, _ memory: Memory, _ builder: MentionBuilder
  ) -> [Int]? {
    guard lemma == "neighbour" || lemma == "neighbor" || lemma == "rival" else { return nil }
    var found: [Int] = []
    for item in memory.bodies.reversed() where item.sentence == sentence {
      guard builder.actors[item.actor].state != nil,
        !found.contains(where: {
          builder.actors[$0].party == builder.actors[item.actor].party
        })
      else { continue }
      found.append(item.actor)
      if found.count == 2 { return found.reversed() }
    }
    return nil
  }

  /// The two states that the text is about, unless the sentence or the one before it names another pair.
  private func mainPair(
    sentence: Int, _ memory: Memory, _ builder: MentionBuilder
  ) -> [Int]? {
    guard let dyad = memory.dyad, builder.publisherState == nil else { return nil }
    let before = Set(
      memory.bodies.filter { $0.sentence == sentence }.compactMap {
        builder.actors[$0.actor].state
      })
    if before.count > 1, !before.isSubset(of: dyad) { return nil }
    if let group = memory.groups.last, group.sentence == sentence,
      !Set(group.actors.map { builder.actors[$0].party }).isSubset(of: dyad)
    {
      return nil
    }
    let pair = dyad.compactMap { state in
      memory.bodies.last {
        builder.actors[$0.actor].state == state && sentence - $0.sentence <= 12
      }?.actor
    }
    return pair.count == 2 ? pair : nil
  }

  /// The latest two that were named side by side ("between Armenia and Azerbaijan"), the publisher apart.
  private func namedTogether(
    sentence: Int, _ memory: Memory, _ builder: MentionBuilder
  ) -> [Int]? {
    guard let publisher = builder.publisherState, let group = memory.groups.last,
      sentence - group.sentence <= 4, group.actors.count == 2
    else { return nil }
    let parties = Set(group.actors.map { builder.actors[$0].party })
    let areTold = group.actors.allSatisfy {
      let actor = builder.actors[$0]
      return (actor.state != nil || actor.code != nil) && actor.state != publisher
    }
    return parties.count == 2 && areTold ? group.actors : nil
  }

  /// "The United States urges the sides", in an American release: the two others that it told of last.
  private func othersThanPublisher(
    _ pool: [(actor: Int, weight: Int, sentence: Int)], _ token: Int, sentence: Int,
    _ builder: MentionBuilder
  ) -> [Int]? {
    guard let publisher = builder.publisherState, !isSubject(token, builder) else { return nil }
    let parse = builder.parse
    guard let verb = parse.verb(over: token), let subject = parse.child(of: verb, [.nsubj]) else {
      return nil
    }
    let speaks =
      builder.words[subject] == "we"
      || builder.mention(at: subject).map { builder.actors[$0.actor].state == publisher } ?? false
    guard speaks else { return nil }
    let others = pool.filter { builder.actors[$0.actor].state != publisher }
    return lastPair(others, sentence: sentence, reach: 15, builder)
  }

  /// The two latest actors of different states.
  private func lastPair(
    _ list: [(actor: Int, weight: Int, sentence: Int)], sentence: Int, reach: Int = 6,
    _ builder: MentionBuilder
  ) -> [Int]? {
    let recent = list.filter { sentence - $0.sentence <= reach }.sorted {
      ($0.sentence, $0.weight) < ($1.sentence, $1.weight)
    }
    guard
      let last = recent.last(where: {
        builder.actors[$0.actor].state != nil || builder.actors[$0.actor].code != nil
      })
    else { return nil }
    let party = builder.actors[last.actor].party
    guard
      let other = recent.last(where: {
        let actor = builder.actors[$0.actor]
        return (actor.state != nil || actor.code != nil) && actor.party != party
      })
    else { return nil }
    return [other.actor, last.actor]
  }

  /// "the country", "his country".
  private func countryReference(
    _ token: Int, sentence: Int, _ memory: Memory, _ builder: MentionBuilder
  ) -> Int? {
    if let owner = possessor(of: token, sentence: sentence, memory, builder) { return owner }
    let definite = builder.parse.children(of: token, [.det]).contains {
      builder.words[$0] == "the" || builder.words[$0] == "this"
    }
    guard definite else { return nil }
    let visitor = visitor(to: token, builder)
    return best(
      memory.bodies, sentence: sentence, builder,
      where: { $0.state != nil && $0.kind != .group && $0.state != visitor })
  }

  /// "the Soviet minister made a trip *to the country*": another one than the subject's.
  private func visitor(to token: Int, _ builder: MentionBuilder) -> String? {
    let parse = builder.parse
    guard
      ["to", "with", "against", "from", "into", "toward", "towards"]
        .contains(parse.preposition(of: token) ?? "")
    else { return nil }
    guard let verb = parse.verb(over: parse.tokens[token].head),
      parse.tokens[verb].lemma != "return",
      let subject = parse.child(of: verb, [.nsubj]), let mention = builder.mention(at: subject)
    else { return nil }
    return builder.actors[mention.actor].state
  }

  private func leftEdge(of token: Int, _ builder: MentionBuilder) -> Int {
    var start = token
    while start > 0 {
      let before = builder.parse.tokens[start - 1]
      guard before.head == token, [.det, .nummod, .amod, .detPredet].contains(before.deprel) else {
        break
      }
      start -= 1
    }
    return start
  }
}
