import ChanceryCodebook
import ChanceryFacts
import ChanceryLanguage
import ChanceryText

/// Finds the names of the text: those that the facts know, and persons that they do not.
struct NameReader {
  let agents: AgentIndex
  let offices: OfficeTitles
  let codebook: Codebook
  let states: StateSpellings
  private let runs: NameRuns
  private let titles: TitleReader

  init(
    agents: AgentIndex, offices: OfficeTitles, codebook: Codebook, states: StateSpellings
  ) {
    self.states = states
    self.agents = agents
    self.offices = offices
    self.codebook = codebook
    runs = NameRuns(agents: agents, codebook: codebook)
    titles = TitleReader(agents: agents, sets: codebook.sets)
  }

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
      start + $0.wordCount <= sentence.upperBound && isInForce($0, at: start, builder)
        && !isForeigner($0, at: start, in: sentence, builder)
        && !isInsideName($0, at: start, builder)
    }
    if isCurrencyCode(start, builder) || isMonth(start, in: sentence, builder) { return start + 1 }
    if addNamedPost(start, in: sentence, &builder) { return start + 1 }
    if matches.isEmpty, token.form.startsUpper,
      let title = agents.title(startingAt: start, to: sentence.upperBound, words: builder.words)
    {
      return start + title.words.count
    }
    // "the head of the International Monetary Fund" is no minister of international affairs.
    let isBody = matches.contains {
      $0.wordCount > 1 && builder.facts.entity($0.entity).kind == .organization
    }
    if !isBody, titles.isPortfolio(start, in: sentence, builder) { return start + 1 }
    let run = runs.run(from: start, in: sentence, builder)
    if matches.isEmpty, run == nil || run!.count == 1,
      let body = builder.shortBodies[builder.words[start]], token.upos == .propn
    {
      builder.add(Mention(tokens: start..<(start + 1), head: start, actor: body, form: .name))
      return start + 1
    }
    if let end = readTitled(run, matches, in: sentence, &builder) { return end }
    if let run, let match = withoutInitials(run, builder) {
      addKnown(match, run, &builder)
      return run.upperBound
    }
    if let best = choose(matches, at: start, unknownRun: run, in: sentence, builder) {
      let range = start..<(start + best.wordCount)
      if let run, range == run, let id = famous(run, insteadOf: best, in: sentence, &builder) {
        addPerson(id, run, &builder)
      } else {
        addKnown(best, range, &builder)
      }
      return range.upperBound
    }
    guard let run else { return addMisspeltAdjective(start, &builder) }
    if let state = misspeltState(run, in: sentence, builder) {
      builder.add(
        Mention(
          tokens: run, head: run.lowerBound, actor: builder.stateActor(state), form: .name))
      return run.upperBound
    }
    if run.count > 1, agents.isTitle(builder.words[start + 1]),
      addMisspeltAdjective(start, &builder) > start,
      builder.owner[start] >= 0
    {
      return start + 1
    }
    if let id = famous(run, insteadOf: nil, in: sentence, &builder) {
      addPerson(id, run, &builder)
      return run.upperBound
    }
    if runs.isPerson(run, in: sentence, builder) {
      addUnknownPerson(run, title: nil, &builder)
      return run.upperBound
    }
    return start + 1
  }

  /// "President Kennedy", "Mr Khan": behind a title stands a person.
  private func readTitled(
    _ run: Range<Int>?, _ matches: [NameMatch], in sentence: Range<Int>,
    _ builder: inout MentionBuilder
  ) -> Int? {
    guard let run, let title = titles.before(run.lowerBound, in: sentence, builder) else {
      return nil
    }
    let longest = matches.first?.wordCount ?? 0
    if let match = matches.first(where: {
      $0.wordCount == longest && builder.facts.entity($0.entity).kind == .person
    }), match.wordCount > 1, match.wordCount >= run.count {
      return nil
    }
    let isBody = matches.contains {
      let kind = builder.facts.entity($0.entity).kind
      return $0.wordCount >= run.count
        && (kind == .organization || kind == .group || kind == .state
          || kind == .medium)
        && $0.sense != .capital
        && builder.facts.persons(surname: builder.words[run.lowerBound]).isEmpty
    }
    let isKnownBody = matches.contains {
      let kind = builder.facts.entity($0.entity).kind
      return kind == .state && $0.sense == .name || kind == .organization
    }
    guard runs.hasShape(run, builder), !isBody,
      !isKnownBody || builder.parse.tokens[run.upperBound - 1].deprel == .flat
    else { return nil }
    addUnknownPerson(run, title: title, &builder)
    return run.upperBound
  }

  /// "Krygystan": the one state whose name differs by two letters at most, where nobody is called so.
  private func misspeltState(_ run: Range<Int>, in sentence: Range<Int>, _ builder: MentionBuilder)
    -> String?
  {
    guard run.count == 1, builder.parse.tokens[run.lowerBound].deprel != .flat,
      builder.parse.tokens[run.lowerBound].xpos == .nnp,
      builder.facts.persons(surname: builder.words[run.lowerBound]).isEmpty,
      builder.actor(forKey: "surname:\(builder.words[run.lowerBound])") == nil
    else { return nil }
    return states.state(spelt: builder.words[run.lowerBound])
  }

  /// "Ukranian president": the adjective of the one state that is spelt like it, before a word that it describes.
  private func addMisspeltAdjective(_ token: Int, _ builder: inout MentionBuilder) -> Int {
    let parse = builder.parse
    guard builder.forms[token].startsUpper, token + 1 < builder.forms.count,
      builder.facts.names(at: token, in: builder.words, forms: builder.forms).isEmpty,
      builder.facts.persons(surname: builder.words[token]).isEmpty,
      [.noun, .adj, .propn].contains(parse.tokens[token + 1].upos),
      let state = states.state(adjectiveSpelt: builder.words[token])
    else { return token + 1 }
    builder.add(
      Mention(
        tokens: token..<(token + 1), head: token, actor: builder.stateActor(state),
        form: .adjective))
    return token + 1
  }

  /// A surname alone that on the day means one holder of a high office ("Lavrov arrived").
  private func famous(
    _ run: Range<Int>, insteadOf match: NameMatch?, in sentence: Range<Int>,
    _ builder: inout MentionBuilder
  ) -> Entity.ID? {
    guard run.count == 1 || builder.forms[run.lowerBound + 1] == "-", run.count <= 3,
      builder.actor(forKey: "surname:\(builder.words[run.upperBound - 1])") == nil,
      runs.hasShape(run, builder)
    else { return nil }
    if let match {
      let entity = builder.facts.entity(match.entity)
      let deprel = builder.parse.tokens[run.lowerBound].deprel
      guard entity.kind == .place, match.sense == .name, entity.population < 300_000,
        deprel == .nsubj || deprel == .nmodPoss
      else { return nil }
    }
    if run.lowerBound > sentence.lowerBound,
      codebook.sets["locative"]?.contains(builder.words[run.lowerBound - 1]) == true
    {
      return nil
    }
    return PersonResolver(offices: offices).lookUp(run, title: nil, &builder)
  }

  private func isInForce(_ match: NameMatch, at start: Int, _ builder: MentionBuilder) -> Bool {
    guard var published = builder.published else { return true }
    // "Prague" of 1968 spoke for another state.
    if match.sense == .capital || match.sense == .metonym, let day = builder.day(at: start) {
      published = day
    }
    if let from = match.from, from > published.end { return false }
    if let to = match.to, to < published.start {
      // "the mujahideen" in small letters are those of the time.
      if !builder.forms[start].startsUpper { return false }
      // Names of former states and offices are still used long after.
      return match.sense == .name || match.sense == .demonymAdjective
        || match.sense == .demonymNoun
    }
    return true
  }

  /// "Embassy Nairobi": a mission without "the" before and with its town behind is the publisher's own.
  private func addNamedPost(
    _ start: Int, in sentence: Range<Int>, _ builder: inout MentionBuilder
  ) -> Bool {
    let (sets, town) = (codebook.sets, start + 1)
    guard sets["named_post"]?.contains(builder.words[start]) == true,
      builder.forms[start].startsUpper, town < sentence.upperBound,
      builder.parse.tokens[town].deprel == .nmodUnmarked, builder.parse.tokens[town].head == start,
      let owner = builder.publisherState ?? sets["named_post_owner"]?.first?.uppercased(),
      builder.facts.names(at: town, in: builder.words, forms: builder.forms).contains(where: {
        $0.sense == .capital || builder.facts.entity($0.entity).kind == .place
      })
    else { return false }
    let name = builder.text(start..<(town + 1))
    let actor = builder.actor(key: "post:\(owner):\(name)") {
      DraftActor(name: name, kind: .office, state: owner, sector: "GOV")
    }
    builder.add(Mention(tokens: start..<town, head: start, actor: actor, form: .name))
    return true
  }

  /// "on May 3": no prime minister of that name.
  private func isMonth(_ token: Int, in sentence: Range<Int>, _ builder: MentionBuilder) -> Bool {
    guard builder.words[token] == "may", token + 1 < sentence.upperBound else { return false }
    let next = builder.parse.tokens[token + 1]
    let before = token > sentence.lowerBound ? builder.parse.tokens[token - 1] : nil
    return next.upos == .num || before?.upos == .num
  }

  /// "US$5 million": the letters before the sign say which dollar it is.
  private func isCurrencyCode(_ token: Int, _ builder: MentionBuilder) -> Bool {
    let tokens = builder.parse.tokens
    return token + 1 < tokens.count && tokens[token + 1].form == "$"
      && tokens[token].span.end == tokens[token + 1].span.start
  }

  /// "FIFA Forward Enterprise": the end of another name is no town.
  private func isInsideName(_ match: NameMatch, at start: Int, _ builder: MentionBuilder) -> Bool {
    guard match.wordCount == 1, builder.facts.entity(match.entity).kind == .place else {
      return false
    }
    let token = builder.parse.tokens[start]
    let isPart =
      token.deprel == .flat && token.head == start - 1
      && builder.parse.tokens[start - 1].upos == .propn
    let heads =
      builder.parse.children(of: start, [.compound, .amod]).contains(start - 1)
      && codebook.sets["part_of_place"]?.contains(builder.words[start - 1]) != true
      && [.nnp, .nnps].contains(builder.parse.tokens[start - 1].xpos)
      && builder.forms[start - 1].startsUpper
    return (isPart || heads) && builder.owner[start - 1] < 0
  }

  /// "Chilean citizen Juan Soto" is no Guatemalan of that name.
  private func isForeigner(
    _ match: NameMatch, at start: Int, in sentence: Range<Int>, _ builder: MentionBuilder
  ) -> Bool {
    let entity = builder.facts.entity(match.entity)
    guard entity.kind == .person, match.wordCount > 1, start - 2 >= sentence.lowerBound else {
      return false
    }
    if let title = titles.before(start, in: sentence, builder), title.states.count == 1,
      title.codes.isEmpty, let state = title.states.first
    {
      // "the U.S. chargé John Williams" is no Barbadian.
      return entity.state != state
        && !builder.facts.offices(of: match.entity).contains { $0.state == state }
    }
    guard codebook.sets["nationality_noun"]?.contains(builder.words[start - 1]) == true else {
      return false
    }
    let told = builder.facts.names(at: start - 2, in: builder.words, forms: builder.forms)
      .first { $0.wordCount == 1 && $0.sense == .demonymAdjective }
    guard let told, let state = builder.facts.entity(told.entity).state else { return false }
    return entity.state != state
      && !builder.facts.offices(of: match.entity).contains { $0.state == state }
  }

  /// "Antony J. Blinken": the person that the name without its initials means.
  private func withoutInitials(_ run: Range<Int>, _ builder: MentionBuilder) -> NameMatch? {
    let kept = run.filter { !NameRuns.isInitial(builder.forms[$0]) }
    guard kept.count < run.count, kept.count >= 2, kept.last == run.upperBound - 1 else {
      return nil
    }
    let words = kept.map { builder.words[$0] }
    let forms = kept.map { builder.forms[$0] }
    return builder.facts.names(at: 0, in: words, forms: forms).first {
      $0.wordCount == kept.count && builder.facts.entity($0.entity).kind == .person
    }
  }

  /// The most fitting meaning: longest first, then kind; nil where the words are rather part of an unknown name.
  private func choose(
    _ matches: [NameMatch], at start: Int, unknownRun: Range<Int>?, in sentence: Range<Int>,
    _ builder: MentionBuilder
  ) -> NameMatch? {
    guard let longest = matches.map(\.wordCount).max() else { return nil }
    if let place = placeInState(matches, at: start, in: sentence, builder) { return place }
    if longest == 1, builder.forms[start].utf8.contains(where: { (0x61...0x7A).contains($0) }),
      codebook.sets["name_of_thing"]?.contains(builder.words[start]) == true,
      matches.allSatisfy({ builder.facts.entity($0.entity).kind != .place })
    {
      return nil
    }
    let isLocated = isLocated(start, in: sentence, builder)
    var best: (rank: Int, match: NameMatch)?
    for match in matches where match.wordCount == longest {
      let rank = rank(match, at: start, isLocated: isLocated, builder)
      if rank > 0, best == nil || rank > best!.rank { best = (rank, match) }
    }
    guard let (rank, found) = best else { return nil }
    var match = ofItsDay(found, matches, at: start, builder)
    if match.sense == .capital { match = capitalOfItsDay(match, matches, at: start, builder) }
    // "Jordan Smith", "Chad Brown": a place or state name followed by a flat part is a person's name.
    if let run = unknownRun, run.count > longest, longest == 1, rank < 95 {
      let next = builder.parse.tokens[start + 1]
      let joined = next.deprel == .flat && next.head == start
      let kind = builder.facts.entity(match.entity).kind
      let laterIsKnown = !builder.facts.names(
        at: start + 1, in: builder.words, forms: builder.forms
      ).isEmpty
      if joined, !laterIsKnown, kind != .person, match.sense == .name || match.sense == .capital {
        return nil
      }
    }
    return match
  }

  /// Of several that bear a name: the person who holds an office on the day, the state that is there, the body whose
  /// state the text names.
  private func ofItsDay(
    _ match: NameMatch, _ matches: [NameMatch], at start: Int, _ builder: MentionBuilder
  ) -> NameMatch {
    let facts = builder.facts
    let kind = facts.entity(match.entity).kind
    let rivals = matches.filter {
      $0.wordCount == match.wordCount && $0.entity != match.entity
    }
    guard !rivals.isEmpty else { return match }
    if match.sense == .metonym || kind == .group {
      let bodies =
        [match]
        + rivals.filter {
          $0.sense == .metonym || facts.entity($0.entity).kind == .group
        }
      // "the Kremlin" of 1956
      if match.sense == .metonym, let day = builder.day(at: start), !isOf(match, day),
        let other = bodies.first(where: { $0.sense == .metonym && isOf($0, day) })
      {
        return other
      }
      return bodies.first { isTold(facts.entity($0.entity).state, builder) }
        ?? bodies.first { isOf($0, builder.published) && facts.entity($0.entity).kind == .group }
        ?? match
    }
    guard match.sense == .name, let day = builder.day(at: start) else { return match }
    let namesakes = rivals.filter { $0.sense == .name && facts.entity($0.entity).kind == kind }
    if kind == .state {
      let present = ([match] + namesakes).filter {
        facts.entity($0.entity).state.map { facts.exists(state: $0, during: day) } ?? true
      }
      return present.first ?? match
    }
    guard kind == .person, !namesakes.isEmpty else { return match }
    let persons = PersonResolver(offices: offices)
    return ([match] + namesakes).first {
      persons.office(of: $0.entity, on: day, facts).map { !$0.isFormer } ?? false
    } ?? match
  }

  /// Whether the text has the name or the adjective of a state, in one word.
  private func isTold(_ state: String?, _ builder: MentionBuilder) -> Bool {
    guard let state else { return false }
    let names = [builder.facts.state(state)?.name, builder.facts.demonymAdjective(of: state)]
    return names.contains { $0.map { builder.wordSet.contains(fold($0)) } ?? false }
  }

  /// "Prague" of 1968: the capital of the state that it belonged to on the day.
  private func capitalOfItsDay(
    _ match: NameMatch, _ matches: [NameMatch], at start: Int, _ builder: MentionBuilder
  ) -> NameMatch {
    let others = matches.filter { $0.sense == .capital && $0.wordCount == match.wordCount }
    guard others.count > 1 else { return match }
    let name = builder.text(start..<(start + match.wordCount))
    guard
      let best = builder.facts.explain(name: name, during: builder.day(at: start)).first(where: {
        $0.sense == .capital
      })
    else { return match }
    return others.first { $0.entity == best.entity.id } ?? match
  }

  /// Behind "in", "near" and their like.
  private func isLocated(_ start: Int, in sentence: Range<Int>, _ builder: MentionBuilder) -> Bool {
    var before = start - 1
    if before > sentence.lowerBound, builder.words[before] == "the" { before -= 1 }
    return before >= sentence.lowerBound
      && codebook.sets["locative"]?.contains(builder.words[before]) == true
  }

  /// "Atlanta, Georgia": behind a town and a comma, the part of the town's state that is called so.
  private func placeInState(
    _ matches: [NameMatch], at start: Int, in sentence: Range<Int>, _ builder: MentionBuilder
  ) -> NameMatch? {
    guard start > sentence.lowerBound + 1, builder.forms[start - 1] == ",",
      let town = builder.mention(at: start - 2), builder.actors[town.actor].kind == .place,
      let state = builder.actors[town.actor].state
    else { return nil }
    let fits = matches.contains { builder.facts.entity($0.entity).state == state }
    let other = matches.contains {
      builder.facts.entity($0.entity).kind == .state
        && builder.facts.entity($0.entity).state != state
    }
    guard fits, other else { return nil }
    return matches.first {
      let entity = builder.facts.entity($0.entity)
      return entity.kind == .place && entity.state == state
    }
  }

  private func rank(
    _ match: NameMatch, at start: Int, isLocated: Bool, _ builder: MentionBuilder
  ) -> Int {
    let entity = builder.facts.entity(match.entity)
    let token = builder.parse.tokens[start]
    switch match.sense {
    case .demonymAdjective: return token.upos == .noun || token.upos == .adj ? 92 : 90
    case .demonymNoun: return token.upos == .noun || token.upos == .propn ? 91 : 89
    case .metonym: return isLocated ? 35 : 85
    case .capital: return 80
    case .surname: return match.wordCount > 1 ? 60 : 0
    case .name:
      switch entity.kind {
      case .state: return 95
      case .person: return match.wordCount > 1 ? 93 : 0
      case .organization: return 84
      case .group: return isOf(match, builder.published) ? 82 : 62
      case .initiative: return 50
      case .medium: return match.wordCount > 1 || token.upos == .propn ? 70 : 0
      case .place:
        if match.wordCount == 1 && token.upos != .propn { return 0 }
        return 40 + min(30, entity.population / 100_000)
      }
    }
  }

  /// "Atlanta, Georgia": the state whose part is called so, where a town of it stands before the comma.
  private func namesake(of range: Range<Int>, _ builder: MentionBuilder) -> String? {
    let start = range.lowerBound
    guard range.count == 1, start >= 2, builder.forms[start - 1] == ",",
      let regions = codebook.sets["namesake_\(builder.words[start])"],
      let town = builder.mention(at: start - 2), builder.actors[town.actor].kind == .place,
      let state = builder.actors[town.actor].state, regions.contains(state)
    else { return nil }
    return state
  }

  /// "southern Lebanon": a part of the state, not the state.
  private func isRegion(_ match: NameMatch, _ range: Range<Int>, _ builder: MentionBuilder) -> Bool
  {
    guard match.sense == .name, range.lowerBound > 0, builder.owner[range.lowerBound - 1] < 0
    else { return false }
    return codebook.sets["direction"]?.contains(builder.words[range.lowerBound - 1]) == true
  }

  /// "Congo" in a text that names Brazzaville: of the states that share a name, the one whose capital alone is named.
  private func twin(
    of state: String?, called word: String, _ range: Range<Int>, _ builder: MentionBuilder
  ) -> String? {
    guard range.count == 1, let twins = codebook.sets["twin_\(word)"] else { return nil }
    let named = twins.sorted().filter { key in
      guard let capital = builder.facts.capital(of: key) else { return false }
      return builder.wordSet.contains(fold(capital.name))
    }
    return named.count == 1 ? named[0] : nil
  }

  private func isOf(_ match: NameMatch, _ day: DateInterval?) -> Bool {
    guard let day else { return true }
    return (match.from.map { $0 <= day.end } ?? true) && (match.to.map { $0 >= day.start } ?? true)
  }

  private func addKnown(_ match: NameMatch, _ range: Range<Int>, _ builder: inout MentionBuilder) {
    let entity = builder.facts.entity(match.entity)
    let head = builder.head(of: range)
    var form = Mention.Form.name
    let actor: Int
    switch entity.kind {
    case .state where match.sense == .metonym:
      actor = metonym(
        entity, match, state: entity.state ?? "", named: builder.text(range), &builder)
    case .state where match.sense == .capital:
      let city =
        builder.facts.capital(of: entity.state ?? "") ?? town(at: range.lowerBound, builder)
      actor = metonym(city ?? entity, match, state: entity.state ?? "", &builder)
    case .state where isRegion(match, range, builder):
      let region = (range.lowerBound - 1)..<range.upperBound
      let name = builder.text(region)
      actor = builder.actor(key: "region:\(entity.state ?? ""):\(fold(name))") {
        DraftActor(name: name, kind: .place, state: entity.state, sector: nil)
      }
      builder.add(Mention(tokens: region, head: head, actor: actor, form: .name))
      return
    case .state:
      if let region = namesake(of: range, builder) {
        let name = builder.text(range)
        actor = builder.actor(key: "region:\(region):\(builder.words[range.lowerBound])") {
          DraftActor(name: name, kind: .place, state: region, sector: nil)
        }
        break
      }
      if match.sense == .demonymAdjective { form = .adjective }
      if match.sense == .demonymNoun { form = .nominal }
      actor = builder.stateActor(
        twin(of: entity.state, called: builder.words[range.lowerBound], range, builder)
          ?? entity.state ?? entity.name)
    case .person: actor = PersonResolver(offices: offices).knownPerson(entity.id, &builder)
    case .organization:
      // The Security Council speaks for the UN.
      let isOrgan = codebook.sets["organ_of_un"]?.contains(entity.code ?? "") == true
      let entity = isOrgan ? builder.facts.organization("UN") ?? entity : entity
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
    case .place where twin(of: nil, called: builder.words[range.lowerBound], range, builder) != nil:
      actor = builder.stateActor(
        twin(of: nil, called: builder.words[range.lowerBound], range, builder)!)
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
    if range.count > 1, entity.kind == .group || entity.kind == .organization {
      rememberShortName(of: range, actor, &builder)
    }
    builder.add(Mention(tokens: range, head: head, actor: actor, form: form))
  }

  /// "Mahan" for Mahan Air, once the text has named it whole, where the word alone means nothing else.
  private func rememberShortName(
    of range: Range<Int>, _ actor: Int, _ builder: inout MentionBuilder
  ) {
    let first = range.lowerBound
    let word = builder.words[first]
    guard builder.forms[first].startsUpper, builder.parse.tokens[first].upos == .propn,
      word.utf8.count > 3, !agents.isBody(word), !agents.isTitle(word),
      codebook.sets["calendar_name"]?.contains(word) != true,
      builder.facts.names(at: first, in: builder.words, forms: builder.forms)
        .allSatisfy({ $0.wordCount > 1 }),
      builder.facts.persons(surname: word).isEmpty
    else { return }
    builder.shortBodies[word] = actor
  }

  /// The town that the name of a former state's capital means.
  private func town(at start: Int, _ builder: MentionBuilder) -> Entity? {
    let named = builder.facts.names(at: start, in: builder.words, forms: builder.forms)
    return named.lazy.filter { $0.sense == .name }.map { builder.facts.entity($0.entity) }
      .first { $0.kind == .place }
  }

  private func metonym(
    _ entity: Entity, _ match: NameMatch, state: String, named name: String? = nil,
    _ builder: inout MentionBuilder
  ) -> Int {
    let sector = match.sector ?? "GOV"
    if match.sense == .capital {
      // Government or place: its role in the sentence decides later; both are the same words.
      return builder.actor(key: "capital:\(entity.id):\(state)") {
        DraftActor(name: entity.name, kind: .place, state: state, sector: "GOV", entity: entity.id)
      }
    }
    var name = name ?? entity.name
    if match.sense == .metonym,
      let official = builder.facts.officialName(
        ofMetonym: fold(name).split(separator: " ").map(String.init), state: state)
    {
      name = official
    }
    return builder.actor(key: "metonym:\(fold(name)):\(state):\(sector)") {
      DraftActor(
        name: name, kind: .office, state: state, sector: sector,
        entity: entity.kind == .state ? nil : entity.id)
    }
  }

  private func addPerson(_ id: Entity.ID, _ run: Range<Int>, _ builder: inout MentionBuilder) {
    let actor = PersonResolver(offices: offices).knownPerson(id, &builder)
    builder.add(Mention(tokens: run, head: builder.head(of: run), actor: actor, form: .name))
  }

  private func addUnknownPerson(
    _ run: Range<Int>, title: TitleBefore?, _ builder: inout MentionBuilder
  ) {
    let actor = PersonResolver(offices: offices).person(named: run, title: title, &builder)
    builder.add(Mention(tokens: run, head: builder.head(of: run), actor: actor, form: .name))
  }
}
