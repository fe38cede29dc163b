import ChanceryCodebook
import ChanceryFacts
import ChanceryLanguage
import ChanceryText

/// Finds participants told by common nouns and titles ("the Russian foreign minister", "Pakistan's army"),
/// gives titles to the persons named beside them, and offices to their holders on the day of the text.
struct NominalReader {
  let agents: AgentIndex
  /// Office keys by title words, of the facts.
  let offices: OfficeTitles

  func read(_ builder: inout MentionBuilder) {
    let lemmas = builder.parse.tokens.map { $0.lemma.asciiLowercased }
    for sentence in builder.parse.sentences {
      var token = sentence.tokens.upperBound - 1
      var taken = Set<Int>()
      while token >= sentence.tokens.lowerBound {
        defer { token -= 1 }
        let current = builder.parse.tokens[token]
        guard current.upos == .noun || current.upos == .propn || current.upos == .adj,
          !taken.contains(token)
        else { continue }
        if current.upos == .adj, current.deprel == .amod { continue }
        let owned = builder.mention(at: token)
        if let owned, owned.form != .adjective, owned.tokens.count > 0 { continue }
        guard
          let entry = agents.match(
            endingAt: token, from: sentence.tokens.lowerBound, lemmas: lemmas, words: builder.words)
        else { continue }
        let range = (token - entry.words.count + 1)..<(token + 1)
        for inner in range { taken.insert(inner) }
        add(entry, range, sentence.tokens, &builder)
      }
    }
    builder.mentions.sort {
      $0.tokens.lowerBound != $1.tokens.lowerBound
        ? $0.tokens.lowerBound < $1.tokens.lowerBound : $0.tokens.upperBound < $1.tokens.upperBound
    }
    reindex(&builder)
  }

  /// Gives each token its innermost mention again after sorting.
  func reindex(_ builder: inout MentionBuilder) {
    for token in builder.owner.indices { builder.owner[token] = -1 }
    let order = builder.mentions.indices.sorted {
      builder.mentions[$0].tokens.count > builder.mentions[$1].tokens.count
    }
    for index in order {
      for token in builder.mentions[index].tokens { builder.owner[token] = Int32(index) }
    }
    for index in order { builder.owner[builder.mentions[index].head] = Int32(index) }
  }

  private func add(
    _ entry: AgentIndex.Entry, _ range: Range<Int>, _ sentence: Range<Int>,
    _ builder: inout MentionBuilder
  ) {
    let head = range.upperBound - 1
    var owners = states(of: range, in: sentence, builder)
    if owners.isEmpty, let state = offices.onlyState(of: entry.noun.noun) {
      owners = [builder.stateActor(state)]
    }
    let extent = extent(of: range, in: sentence, builder)
    let isFormer = isFormer(range, in: sentence, builder)
    if entry.noun.kind == .role, let person = namedPerson(beside: range, in: sentence, builder) {
      describe(person, as: entry, range, owners: owners, isFormer: isFormer, extent, &builder)
      return
    }
    if owners.isEmpty {
      addUnowned(entry, extent, head: head, &builder)
      return
    }
    var indices: [Int] = []
    for owner in owners {
      indices.append(
        nominalActor(entry, range, owner: owner, isFormer: isFormer, extent, &builder))
    }
    builder.add(
      Mention(
        tokens: extent, head: head, actor: indices[0], coActors: Array(indices.dropFirst()),
        form: .nominal))
  }

  /// A description without a state ("the minister", "officials"): resolved or dropped by a later stage.
  private func addUnowned(
    _ entry: AgentIndex.Entry, _ extent: Range<Int>, head: Int, _ builder: inout MentionBuilder
  ) {
    let key = "bare:\(entry.noun.noun):\(head)"
    let name = builder.text(extent)
    let actor = builder.actor(key: key) {
      DraftActor(
        name: name, kind: entry.noun.kind == .role ? .person : .office,
        sector: entry.noun.sector, role: entry.noun.noun)
    }
    builder.add(Mention(tokens: extent, head: head, actor: actor, form: .nominal))
  }

  private func nominalActor(
    _ entry: AgentIndex.Entry, _ range: Range<Int>, owner: Int, isFormer: Bool,
    _ extent: Range<Int>, _ builder: inout MentionBuilder
  ) -> Int {
    let owning = builder.actors[owner]
    let isPlural = builder.parse.tokens[range.upperBound - 1].xpos == .nns
    if entry.noun.kind == .role, !isFormer, !isPlural, let state = owning.state,
      let office = offices.office(entry.noun.noun, state: state), let day = builder.referenceDay
    {
      let holders = builder.facts.holders(of: office, state: state, during: day)
      if let first = holders.first, Set(holders.map(\.person)).count == 1 {
        return PersonResolver(offices: offices).knownPerson(first.person, &builder)
      }
    }
    let sector = isFormer ? "ELI" : entry.noun.sector
    let party = owning.party
    var draft = DraftActor(
      name: displayName(entry, owning, extent, builder),
      kind: entry.noun.kind == .role ? .person : .office, state: owning.state, sector: sector,
      role: entry.noun.kind == .role ? entry.noun.noun : nil)
    draft.code = owning.state == nil ? owning.code : nil
    draft.isMedium = entry.noun.kind == .media
    return builder.actor(key: "nominal:\(entry.noun.noun):\(party):\(isFormer)") { draft }
  }

  private func displayName(
    _ entry: AgentIndex.Entry, _ owner: DraftActor, _ extent: Range<Int>, _ builder: MentionBuilder
  ) -> String {
    let text = builder.text(extent)
    return extent.count > entry.words.count ? text : "\(owner.name) \(text)"
  }

  // MARK: Whose

  /// The states or organisations to which a description belongs, as actors, in text order.
  private func states(of range: Range<Int>, in sentence: Range<Int>, _ builder: MentionBuilder)
    -> [Int]
  {
    let parse = builder.parse
    var result: [Int] = []
    func take(_ token: Int) {
      for part in parse.coordinated(token) {
        guard let mention = builder.mention(at: part) else { continue }
        let actor = builder.actors[mention.actor]
        guard actor.kind != .person, actor.state != nil || actor.code != nil else { continue }
        if !result.contains(mention.actor) { result.append(mention.actor) }
      }
    }
    for token in range {
      for child in parse.children(of: token) where !range.contains(child) {
        switch parse.tokens[child].deprel {
        case .amod, .compound, .nmodPoss, .nmodDesc, .nmodUnmarked, .flat:
          if child < range.upperBound { take(child) }
        case .nmod:
          if let preposition = parse.preposition(of: child),
            ["of", "from"].contains(preposition)
          {
            take(child)
          }
        default: break
        }
      }
    }
    if result.isEmpty, range.lowerBound > sentence.lowerBound {
      // Directly before it, whatever the tree says: "Russian Foreign Minister".
      var before = range.lowerBound - 1
      while before > sentence.lowerBound, ["'s", "’s", "'", "-", "deputy", "former", "ex", "then",
        "new", "vice", "visiting", "first", "senior", "top", "outgoing", "acting"
      ].contains(builder.words[before]) {
        before -= 1
      }
      if let mention = builder.mention(at: before), mention.tokens.upperBound == before + 1 {
        take(before)
      }
    }
    return result
  }

  /// The description with the words before it that belong to it, determiners apart.
  private func extent(of range: Range<Int>, in sentence: Range<Int>, _ builder: MentionBuilder)
    -> Range<Int>
  {
    let parse = builder.parse
    var start = range.lowerBound
    while start > sentence.lowerBound {
      let before = parse.tokens[start - 1]
      let belongs =
        [.amod, .compound, .nmodPoss, .nmodDesc, .flat, .nummod].contains(before.deprel)
        || before.form == "-" || (before.deprel == .case && before.xpos == .pos)
      guard belongs, before.upos != .pron,
        before.head >= start - 1 && before.head < range.upperBound || before.deprel == .case
          || before.form == "-"
      else { break }
      start -= 1
    }
    while start < range.lowerBound, parse.tokens[start].upos == .punct { start += 1 }
    return start..<range.upperBound
  }

  private func isFormer(_ range: Range<Int>, in sentence: Range<Int>, _ builder: MentionBuilder)
    -> Bool
  {
    let first = max(sentence.lowerBound, range.lowerBound - 4)
    return builder.words[first..<range.lowerBound].contains {
      $0 == "former" || $0 == "ex" || $0 == "late" || $0 == "ousted" || $0 == "deposed"
    }
  }

  // MARK: Title and name

  /// The person's name that stands directly behind a title or is in apposition to it.
  private func namedPerson(beside range: Range<Int>, in sentence: Range<Int>, _ builder: MentionBuilder)
    -> Int?
  {
    let parse = builder.parse
    func person(at token: Int) -> Int? {
      guard sentence.contains(token), let mention = builder.mention(at: token) else { return nil }
      return builder.actors[mention.actor].kind == .person && mention.form == .name
        ? Int(builder.owner[token]) : nil
    }
    if let found = person(at: range.upperBound) { return found }
    let title = range.upperBound - 1
    for child in parse.children(of: title, [.appos, .flat]) {
      if let found = person(at: child) { return found }
    }
    let token = parse.tokens[title]
    if token.deprel == .appos || token.deprel == .nmodDesc, token.head >= 0,
      let found = person(at: token.head)
    {
      return found
    }
    return nil
  }

  private func describe(
    _ person: Int, as entry: AgentIndex.Entry, _ range: Range<Int>, owners: [Int], isFormer: Bool,
    _ extent: Range<Int>, _ builder: inout MentionBuilder
  ) {
    let actor = builder.mentions[person].actor
    if builder.actors[actor].role == nil || isFormer {
      builder.actors[actor].role =
        (isFormer ? "former " : "") + entry.words.joined(separator: " ")
    }
    if isFormer {
      builder.actors[actor].sector = "ELI"
    } else if builder.actors[actor].sector == nil || builder.actors[actor].sector == "ELI" {
      builder.actors[actor].sector = entry.noun.sector
    }
    if builder.actors[actor].state == nil, let owner = owners.first {
      builder.actors[actor].state = builder.actors[owner].state
      if builder.actors[owner].state == nil { builder.actors[actor].code = builder.actors[owner].code }
    }
    if extent.upperBound == builder.mentions[person].tokens.lowerBound {
      // The title joins the name: one mention from the title to the last name.
      builder.mentions[person].tokens =
        extent.lowerBound..<builder.mentions[person].tokens.upperBound
      for token in extent where builder.owner[token] < 0 { builder.owner[token] = Int32(person) }
      builder.owner[range.upperBound - 1] = Int32(person)
    } else {
      builder.add(
        Mention(tokens: extent, head: range.upperBound - 1, actor: actor, form: .nominal))
    }
  }
}

/// Which office a title names ("premier": head of government); read from the facts' titles.
struct OfficeTitles: Sendable {
  /// Lower-case title → office keys that the facts use, with the states where it holds (empty: all).
  private let table: [String: [(office: String, states: Set<String>)]]

  init(_ facts: FactBase) {
    var table: [String: [(office: String, states: Set<String>)]] = [:]
    for row in facts.officeTitles {
      let states: Set<String> = row.state.map { [$0] } ?? []
      table[fold(row.title), default: []].append((row.office, states))
    }
    self.table = table
  }

  /// Whether the facts know the title.
  func knows(_ title: String) -> Bool { table[title] != nil }

  /// "Secretary of State": the one state whose office has that title, where no other uses it.
  func onlyState(of title: String) -> String? {
    guard let rows = table[title], rows.allSatisfy({ $0.states.count == 1 }) else { return nil }
    let states = Set(rows.flatMap(\.states))
    return states.count == 1 ? states.first : nil
  }

  func office(_ title: String, state: String) -> String? {
    guard let rows = table[title] else { return nil }
    return rows.first { $0.states.contains(state) }?.office
      ?? rows.first { $0.states.isEmpty }?.office
  }
}
