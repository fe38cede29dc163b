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
  let sets: [String: Set<String>]

  private var titles: TitleReader { TitleReader(agents: agents, sets: sets) }

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
        if current.upos == .adj, current.deprel == .amod, !isBeforePerson(token, builder) {
          continue
        }
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
    if entry.noun.kind == .role || (entry.noun.kind == .people && isSingular(head, builder)),
      let person = namedPerson(beside: range, in: sentence, builder)
    {
      describe(person, as: entry, range, owners: owners, isFormer: isFormer, extent, &builder)
      return
    }
    if entry.noun.kind == .body, addNamedBody(entry, range, owners, sentence, &builder) { return }
    if owners.isEmpty {
      addUnowned(entry, extent, head: head, &builder)
      return
    }
    var indices: [Int] = []
    for owner in owners {
      let index = nominalActor(
        entry, range, owner: owner, isFormer: isFormer, isOneOf: owners.count > 1, extent, &builder)
      if !indices.contains(index) { indices.append(index) }
    }
    builder.add(
      Mention(
        tokens: extent, head: head, actor: indices[0], coActors: Array(indices.dropFirst()),
        form: .nominal))
  }

  /// "Iranian airline Sepehran": the unknown name directly behind what it is, and whose.
  private func addNamedBody(
    _ entry: AgentIndex.Entry, _ range: Range<Int>, _ owners: [Int], _ sentence: Range<Int>,
    _ builder: inout MentionBuilder
  ) -> Bool {
    let first = range.upperBound
    guard owners.count == 1, let state = builder.actors[owners[0]].state,
      ["BUS", "MNC", "NGO", "JRN", "UAF", "REB", "PTY", "EDU"].contains(entry.noun.sector),
      !builder.forms[range.lowerBound].startsUpper, first < sentence.upperBound,
      builder.owner[first] < 0
    else { return false }
    var end = first
    while end < sentence.upperBound, builder.owner[end] < 0, builder.forms[end].startsUpper,
      builder.parse.tokens[end].upos == .propn || builder.parse.tokens[end].upos == .noun
    {
      end += 1
    }
    guard end > first, sets["calendar_name"]?.contains(builder.words[first]) != true else {
      return false
    }
    let name = builder.text(first..<end)
    let actor = builder.actor(key: "body:\(name)") {
      DraftActor(name: name, kind: .organization, state: state, sector: entry.noun.sector)
    }
    let start = extent(of: range, in: sentence, builder).lowerBound
    builder.add(
      Mention(tokens: start..<end, head: builder.head(of: first..<end), actor: actor, form: .name))
    return true
  }

  /// "WHO chief Tedros", whatever the tagger says of "chief".
  private func isBeforePerson(_ token: Int, _ builder: MentionBuilder) -> Bool {
    guard token + 1 < builder.forms.count, let next = builder.mention(at: token + 1) else {
      return false
    }
    return next.form == .name && builder.actors[next.actor].kind == .person
      && next.tokens.lowerBound == token + 1
  }

  private func isSingular(_ token: Int, _ builder: MentionBuilder) -> Bool {
    builder.parse.tokens[token].xpos == .nn && !builder.forms[token].startsUpper
  }

  /// A description without a state ("the minister", "officials"): resolved or dropped by a later stage.
  private func addUnowned(
    _ entry: AgentIndex.Entry, _ extent: Range<Int>, head: Int, _ builder: inout MentionBuilder
  ) {
    if isPair(entry, head, builder) { return }
    let key = "bare:\(entry.noun.noun):\(head)"
    let name = builder.text(extent)
    let actor = builder.actor(key: key) {
      DraftActor(
        name: name, kind: entry.noun.kind == .role ? .person : .office,
        sector: entry.noun.sector, role: entry.noun.noun)
    }
    builder.add(Mention(tokens: extent, head: head, actor: actor, form: .nominal))
  }

  /// "both sides", "the two leaders": left to the references.
  private func isPair(_ entry: AgentIndex.Entry, _ head: Int, _ builder: MentionBuilder) -> Bool {
    guard builder.parse.tokens[head].xpos == .nns,
      sets["pair_noun"]?.contains(entry.noun.noun) == true
    else { return false }
    let isSide = entry.noun.noun == "side" || entry.noun.noun == "party"
    return builder.parse.children(of: head).contains {
      let word = builder.words[$0]
      return word == "two" || word == "both" || (isSide && word == "the")
    }
  }

  private func nominalActor(
    _ entry: AgentIndex.Entry, _ range: Range<Int>, owner: Int, isFormer: Bool, isOneOf: Bool,
    _ extent: Range<Int>, _ builder: inout MentionBuilder
  ) -> Int {
    let owning = builder.actors[owner]
    let xpos = builder.parse.tokens[range.upperBound - 1].xpos
    let isPlural = xpos == .nns || xpos == .nnps
    if entry.noun.kind == .role, isFormer, !isPlural,
      let person = lastHolder(entry.noun.noun, range, owning, builder)
    {
      let index = PersonResolver(offices: offices).knownPerson(person, &builder)
      builder.actors[index].sector = "ELI"
      return index
    }
    if entry.noun.kind == .role, !isFormer, !isPlural,
      let person = holder(entry.noun.noun, range, owning, builder)
    {
      return PersonResolver(offices: offices).knownPerson(
        person, on: builder.day(at: range.lowerBound), &builder)
    }
    // "all UN member states" are nobody in particular.
    let isEverybody = owning.code == "UN" && entry.noun.noun.hasPrefix("member state")
    if owning.state == nil, owning.code != nil, owning.kind == .organization, !isEverybody,
      entry.noun.kind != .role || isPlural
    {
      // "NATO forces", "EU leaders": the organisation acts.
      return owner
    }
    let sector = isFormer ? "ELI" : owning.state == nil ? owning.sector : entry.noun.sector
    let party = owning.party
    var draft = DraftActor(
      name: displayName(entry, owning, extent, builder),
      kind: entry.noun.kind == .role ? .person : .office, state: owning.state, sector: sector,
      role: entry.noun.kind == .role ? entry.noun.noun : nil)
    if isOneOf { draft.name = nameOfOne(entry, range, owning, builder) }
    draft.code = owning.state == nil && !isEverybody ? owning.code : nil
    draft.isMedium = entry.noun.kind == .media
    return builder.actor(key: "nominal:\(entry.noun.noun):\(party):\(isFormer)") { draft }
  }

  /// Who holds an office that the words describe, on the day of the text; nil where that is not one person.
  private func holder(
    _ noun: String, _ range: Range<Int>, _ owner: DraftActor, _ builder: MentionBuilder
  ) -> Entity.ID? {
    guard let day = builder.day(at: range.lowerBound) else { return nil }
    let lookup = OfficeHolders(facts: builder.facts, sets: sets)
    if let state = owner.state {
      guard owner.kind != .place || owner.sector == "GOV", owner.kind != .group,
        !qualified(range, builder)
      else { return nil }
      if sets["leader_of_state"]?.contains(noun) == true { return lookup.leader(of: state, day) }
      guard let office = offices.office(noun, state: state) else { return nil }
      return lookup.holder(of: office, state: state, day)
    }
    guard let code = owner.code, sets["organization_head"]?.contains(noun) == true else {
      return nil
    }
    return lookup.head(of: code, title: noun, day)
  }

  /// "the ousted president": who held the office last, where it has been lost within two years.
  private func lastHolder(
    _ noun: String, _ range: Range<Int>, _ owner: DraftActor, _ builder: MentionBuilder
  ) -> Entity.ID? {
    let first = max(0, range.lowerBound - 3)
    guard let state = owner.state, let day = builder.day(at: range.lowerBound),
      let office = sets["leader_of_state"]?.contains(noun) == true
        ? "head_of_state" : offices.office(noun, state: state),
      builder.words[first..<range.lowerBound].contains(where: {
        sets["lost_office"]?.contains($0) == true
      })
    else { return nil }
    let before = DateInterval(day.start.adding(months: -24), day.start)
    let spans = builder.facts.holders(of: office, state: state, during: before).filter {
      ($0.end ?? $0.lastSeen).map { $0 <= day.end } ?? false
    }
    return spans.max {
      ($0.end ?? $0.lastSeen ?? day.start) < ($1.end ?? $1.lastSeen ?? day.start)
    }?.person
  }

  /// "deputy", "opposition" and other words that make it another office.
  private func qualified(_ range: Range<Int>, _ builder: MentionBuilder) -> Bool {
    let parse = builder.parse
    return parse.children(of: range.upperBound - 1, [.amod, .compound]).contains { child in
      !range.contains(child) && builder.mention(at: child) == nil
        && child < range.lowerBound
        && sets["same_office"]?.contains(builder.words[child]) != true
    }
  }

  /// "Russian and Pakistani ministers": one of them by its own words.
  private func nameOfOne(
    _ entry: AgentIndex.Entry, _ range: Range<Int>, _ owner: DraftActor, _ builder: MentionBuilder
  ) -> String {
    let next = range.upperBound
    let isListed = next < builder.words.count && builder.words[next] == "of"
    if !isListed, let state = owner.state,
      let adjective = builder.facts.demonymAdjective(of: state)
    {
      return "\(adjective) \(builder.text(range))"
    }
    return "\(entry.noun.noun) of \(owner.name)"
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
        if !result.contains(where: { builder.actors[$0].party == actor.party }) {
          result.append(mention.actor)
        }
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
              || preposition == "for" && builder.words[token].hasPrefix("spokes")
          {
            take(child)
          }
        default: break
        }
      }
    }
    let row = listed(after: range, in: sentence, builder)
    if row.count > 1, builder.actors[row[0].actor].state != nil {
      // "the G7 foreign ministers of Canada, France, …": the states, not the group.
      result.removeAll { builder.actors[$0].state == nil }
    }
    for mention in row
    where !result.contains(where: {
      builder.actors[$0].party == builder.actors[mention.actor].party
    }) {
      result.append(mention.actor)
    }
    if result.isEmpty, range.lowerBound > sentence.lowerBound {
      // Directly before it, whatever the tree says: "Russian Foreign Minister".
      var before = range.lowerBound - 1
      while before > sentence.lowerBound, titles.isPassedOver(before, builder) { before -= 1 }
      if let mention = builder.mention(at: before), mention.tokens.upperBound == before + 1 {
        take(before)
      }
    }
    return result
  }

  /// "foreign ministers of Canada, France, and the United States": the states in a row behind a description,
  /// whatever the tree says; one alone behind a singular.
  private func listed(after range: Range<Int>, in sentence: Range<Int>, _ builder: MentionBuilder)
    -> [Mention]
  {
    var next = range.upperBound
    guard next + 1 < sentence.upperBound,
      builder.words[next] == "of" || builder.words[next] == "from"
    else { return [] }
    let xpos = builder.parse.tokens[range.upperBound - 1].xpos
    let isPlural = xpos == .nns || xpos == .nnps
    var found: [Mention] = []
    next += 1
    while next < sentence.upperBound {
      if builder.words[next] == "the" { next += 1 }
      guard next < sentence.upperBound, let mention = builder.mention(at: next),
        mention.tokens.lowerBound == next, mention.form == .name,
        builder.actors[mention.actor].kind == .state
          || builder.actors[mention.actor].kind == .organization
      else { break }
      found.append(mention)
      next = mention.tokens.upperBound
      guard isPlural, next < sentence.upperBound else { break }
      if builder.forms[next] == "," { next += 1 }
      if next < sentence.upperBound, builder.words[next] == "and" { next += 1 }
    }
    return found
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
    if start > sentence.lowerBound, let owner = builder.mention(at: start - 1),
      owner.form == .adjective || builder.actors[owner.actor].kind == .state,
      owner.tokens.upperBound == start
    {
      start = owner.tokens.lowerBound
    }
    return start..<range.upperBound
  }

  private func isFormer(_ range: Range<Int>, in sentence: Range<Int>, _ builder: MentionBuilder)
    -> Bool
  {
    let first = max(sentence.lowerBound, range.lowerBound - 4)
    return builder.words[first..<range.lowerBound].contains {
      TitleReader.past.contains($0) || sets["lost_office"]?.contains($0) == true
    }
  }

  // MARK: Title and name

  /// The person's name that stands directly behind a title or is in apposition to it.
  private func namedPerson(
    beside range: Range<Int>, in sentence: Range<Int>, _ builder: MentionBuilder
  )
    -> Int?
  {
    let parse = builder.parse
    func person(at token: Int) -> Int? {
      guard sentence.contains(token), let mention = builder.mention(at: token) else { return nil }
      return builder.actors[mention.actor].kind == .person && mention.form == .name
        ? Int(builder.owner[token]) : nil
    }
    if let found = person(at: range.upperBound) { return found }
    let end = titles.end(of: range, in: sentence, builder)
    if end > range.upperBound, let found = person(at: end) { return found }
    if let found = specified(range, in: sentence, builder, person(at:)) { return found }
    if let found = besideComma(range, end, in: sentence, builder, person(at:)) { return found }
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

  /// "Permanent Representative to the UN Jane Doe": the name at the end of the capitalised words that specify a
  /// title.
  private func specified(
    _ range: Range<Int>, in sentence: Range<Int>, _ builder: MentionBuilder,
    _ person: (Int) -> Int?
  ) -> Int? {
    var token = range.upperBound
    guard token + 1 < sentence.upperBound, builder.forms[range.lowerBound].startsUpper,
      ["of", "for", "to"].contains(builder.words[token]),
      builder.parse.tokens[range.upperBound - 1].xpos != .nns
    else { return nil }
    token += 1
    let first = token
    while token < sentence.upperBound, token - first < 14 {
      if token > first, let found = person(token), builder.forms[token - 1].startsUpper {
        return found
      }
      let word = builder.words[token]
      guard
        builder.forms[token].startsUpper || ["and", "the", "of", "&", "for", "-"].contains(word)
      else { return nil }
      token += 1
    }
    return nil
  }

  /// "Imran Khan, Pakistan's prime minister,": the name before or behind a comma, whatever the tree says.
  private func besideComma(
    _ range: Range<Int>, _ end: Int, in sentence: Range<Int>, _ builder: MentionBuilder,
    _ person: (Int) -> Int?
  ) -> Int? {
    var start = extent(of: range, in: sentence, builder).lowerBound
    while start > sentence.lowerBound + 1,
      builder.parse.tokens[start - 1].upos == .det
        || sets["same_office"]?.contains(
          builder.words[start - 1]) == true
        || builder.words[start - 1] == "-"
    {
      start -= 1
    }
    guard start >= sentence.lowerBound + 2, builder.forms[start - 1] == ",",
      let found = person(start - 2)
    else { return nil }
    // Closed by a comma or the end, so that it is no list.
    guard end < sentence.upperBound else { return found }
    let after = builder.parse.tokens[end]
    if after.upos == .punct { return after.form != "-" ? found : nil }
    guard after.upos == .adp else { return nil }
    // In a list of titles and names the title belongs to a name further on.
    for token in end..<min(sentence.upperBound, end + 12) {
      if builder.forms[token] == "," { break }
      if person(token) != nil { return nil }
    }
    return found
  }

  private func describe(
    _ person: Int, as entry: AgentIndex.Entry, _ range: Range<Int>, owners: [Int], isFormer: Bool,
    _ extent: Range<Int>, _ builder: inout MentionBuilder
  ) {
    let actor = builder.mentions[person].actor
    let role = builder.actors[actor].role
    let isStale = builder.actors[actor].sector == "ELI" && !isFormer && entry.noun.sector != "REL"
    if role == nil || isFormer || (isStale && role?.hasPrefix("former ") == true) {
      builder.actors[actor].role =
        (isFormer ? "former " : "") + entry.words.joined(separator: " ")
    }
    if isFormer {
      builder.actors[actor].sector = "ELI"
    } else if builder.actors[actor].sector == nil || isStale {
      builder.actors[actor].sector = entry.noun.sector
    }
    if isStale, let owner = owners.first, builder.actors[owner].state == nil,
      let code = builder.actors[owner].code
    {
      // A former official of a state who now speaks for an organisation.
      builder.actors[actor].state = nil
      builder.actors[actor].code = code
      builder.actors[actor].sector = sector(ofBody: code, builder)
    } else if builder.actors[actor].state == nil, let owner = owners.first {
      builder.actors[actor].state = builder.actors[owner].state
      if builder.actors[owner].state == nil {
        builder.actors[actor].code = builder.actors[owner].code
      }
    }
    nameOrganization(in: actor, &builder)
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

  /// "prosecutor" of the ICC: "ICC prosecutor".
  private func nameOrganization(in actor: Int, _ builder: inout MentionBuilder) {
    guard builder.actors[actor].state == nil, let code = builder.actors[actor].code else { return }
    if builder.actors[actor].sector == "IGO" {
      builder.actors[actor].sector = sector(ofBody: code, builder)
    }
    guard let role = builder.actors[actor].role,
      !role.split(separator: " ").contains(Substring(code))
    else { return }
    builder.actors[actor].role = "\(code) \(role)"
    if builder.actors[actor].kind == .person {
      builder.actors[actor].sector = sector(ofBody: code, builder)
    }
  }

  /// Who speaks for FIFA is no more intergovernmental than FIFA.
  private func sector(ofBody code: String, _ builder: MentionBuilder) -> String {
    builder.actors.first { $0.code == code && $0.kind != .person }?.sector ?? "IGO"
  }
}
