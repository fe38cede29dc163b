import ChanceryText

extension FactBase {
  /// What a name means on a day, likeliest first, each with reasons; see `explain(name:during:)`.
  public func explain(name: String, on day: CivilDate?) -> [NameCandidate] {
    explain(name: name, during: day.map { DateInterval(day: $0) })
  }

  /// What a name means at some time of an interval (nil: at any time), likeliest first, each with reasons.
  ///
  /// Titles ("PM Khan", "former Russian President Medvedev", "Lavrov, Russian foreign minister"), states and
  /// organisations around the name narrow it; a title and a state without a name give the holders. Spellings are
  /// compared by distance only where nothing is called so. The scores order one answer and mean nothing else.
  /// Cost: a few look-ups; one pass over all names where the spelling is unknown.
  public func explain(name: String, during interval: DateInterval?) -> [NameCandidate] {
    let query = NameQuery(name, self)
    guard !query.words.isEmpty else { return [] }
    let ranking = NameRanking(facts: self, query: query, interval: interval)
    var found = ranking.holdersWithoutName() + ranking.things() + ranking.persons()
    if found.isEmpty, query.name.isEmpty {
      let other = NameQuery(name, self, namesPlaces: false)
      found = NameRanking(facts: self, query: other, interval: interval).persons()
    }
    if found.isEmpty { found = ranking.misspeltPersons() + ranking.misspeltThings() }
    if found.contains(where: { $0.score > 0 }) { found.removeAll { $0.score <= -40 } }
    found.sort { a, b in
      if a.score != b.score { return a.score > b.score }
      let (one, other) = (capitalPopulation(a), capitalPopulation(b))
      if one != other { return one > other }
      return (a.entity.id, NameSense.codes.firstIndex(of: a.sense)!, a.sector ?? "")
        < (b.entity.id, NameSense.codes.firstIndex(of: b.sense)!, b.sector ?? "")
    }
    return found
  }
}

extension FactBase {
  /// Of two candidates that are alike, such as a monarch of many realms, the one of the larger capital goes first.
  private func capitalPopulation(_ candidate: NameCandidate) -> Int {
    candidate.state.flatMap { capital(of: $0) }?.population ?? 0
  }
}

/// How well a person's name agrees with the words of a query.
struct NameFit {
  var points: Int
  var reason: String
}

/// Weighs what a query may mean. The points are an order, not a measure: an office held on the day with the title
/// given counts 100, other things less, in steps that the cases of `ExplainTests` fix.
struct NameRanking {
  let facts: FactBase
  let query: NameQuery
  let interval: DateInterval?

  private var store: FactStore { facts.store }
  var dayText: String {
    guard let interval else { return "" }
    return interval.start == interval.end
      ? "\(interval.start)" : "\(interval.start) to \(interval.end)"
  }

  // MARK: - states, organisations, groups, places, media

  /// Everything but persons that is called by all words of the query.
  func things() -> [NameCandidate] {
    guard query.titles.isEmpty else { return [] }
    let start = query.name.first ?? 0
    return facts.names(at: start, in: query.words, forms: query.forms).compactMap { match in
      guard start + match.wordCount == query.words.count else { return nil }
      let entity = facts.entity(match.entity)
      guard entity.kind != .person else { return nil }
      return thing(entity, match)
    }
  }

  private func thing(_ entity: Entity, _ match: NameMatch) -> NameCandidate {
    var points = NameRanking.points(of: entity, match.sense)
    var reasons = [NameRanking.words(for: match.sense, entity)]
    let claimants = facts.claimants(of: entity.id)
    if !claimants.isEmpty {
      reasons.append("disputed: claimed or held by \(claimants.joined(separator: ", "))")
    }
    if match.isWeak {
      points -= 15
      reasons.append("also a common word or a person's name")
    }
    var (from, to) = (match.from, match.to)
    if let code = entity.state.flatMap({ ShortCode($0) }), let period = store.statePeriods[code] {
      if entity.kind == .state || match.sense == .capital {
        from = from ?? NameRanking.day(period.first)
        to = to ?? NameRanking.day(period.last)
      }
    }
    if let validity = validity(from, to) {
      points -= validity.isValid ? 0 : 50
      reasons.append(validity.reason)
    }
    return NameCandidate(
      entity: entity, sense: match.sense, state: entity.state,
      sector: match.sector ?? entity.sector, office: nil, score: points, reasons: reasons)
  }

  private func validity(_ from: CivilDate?, _ to: CivilDate?) -> (isValid: Bool, reason: String)? {
    if from == nil, to == nil { return nil }
    let period =
      switch (from, to) {
      case (let from?, let to?): "from \(from) to \(to)"
      case (let from?, nil): "since \(from)"
      default: "until \(to!)"
      }
    guard let interval else { return (true, "so \(period)") }
    let isValid =
      (from.map { $0 <= interval.end } ?? true) && (to.map { $0 >= interval.start } ?? true)
    return (isValid, isValid ? "so \(period)" : "only \(period), not on \(dayText)")
  }

  private static func points(of entity: Entity, _ sense: NameSense) -> Int {
    switch (entity.kind, sense) {
    case (_, .metonym): 90
    case (.state, .capital): 85
    case (.state, _): 100
    case (.organization, _): 95
    case (.group, _): 75
    case (.place, _): 40 + min(35, Int(entity.population / 300_000))
    case (.initiative, _): 70
    case (.medium, _): 60
    case (.person, _): 80
    }
  }

  private static func words(for sense: NameSense, _ entity: Entity) -> String {
    switch sense {
    case .name: "name of the \(entity.kind.rawValue)"
    case .demonymAdjective: "adjective of \(entity.name)"
    case .demonymNoun: "people of \(entity.name)"
    case .capital: "capital; may stand for the government of \(entity.name)"
    case .metonym: "stands for an actor of \(entity.name)"
    case .surname: "surname"
    }
  }

  static func day(_ number: Int32) -> CivilDate? {
    number == NameEntry.noDay ? nil : CivilDate(dayNumber: Int(number))
  }

  // MARK: - persons

  /// Persons that bear the name: by full name, by surname and given names, by any part of it where a title helps.
  func persons() -> [NameCandidate] {
    var seen: Set<Int32> = []
    var found: [NameCandidate] = []
    for id in fullNames() where seen.insert(id).inserted {
      found.append(person(id, NameFit(points: 22, reason: "full name")))
    }
    let plain = plainPersons().filter { seen.insert($0).inserted }
    for id in plain {
      if let fit = fit(id, bySurname: true) { found.append(person(id, fit)) }
    }
    if !query.titles.isEmpty, !query.name.isEmpty {
      for id in titledPersons() where seen.insert(id).inserted {
        if let fit = fit(id, bySurname: false) { found.append(person(id, fit)) }
      }
    }
    return query.titles.isEmpty && query.states.isEmpty ? found : found.filter(isOfPlace)
  }

  private func fullNames() -> [Int32] {
    guard let start = query.name.first else { return [] }
    var ids: [Int32] = []
    for begin in Set([start, 0]).sorted(by: >) {
      let matches = facts.names(at: begin, in: query.words)
      let end = (query.name.last ?? start) + 1
      for match in matches where begin + match.wordCount == end {
        if store.entities[Int(match.entity)].kind == .person { ids.append(match.entity) }
      }
    }
    return ids
  }

  /// By surname: all words of the name, or as few of them as lead to somebody.
  private func plainPersons() -> [Int32] {
    for begin in query.name.indices where !(begin > 0 && isNumeral(at: begin)) {
      let text = query.name[begin...].map { query.words[$0] }.joined(separator: " ")
      let found = facts.persons(surname: text)
      if !found.isEmpty { return found }
    }
    return []
  }

  /// Holders of the offices that the titles mean, at about the time, whatever they are called.
  private func titledPersons() -> [Int32] {
    let offices = Set(query.titles.flatMap { $0.offices.map(\.office) })
    let related = Set(offices.flatMap { store.officeRules[$0]?.related ?? [] })
    var found: Set<Int32> = []
    for span in store.spans where offices.contains(span.office) || related.contains(span.office) {
      if span.isReplaced { continue }
      if let interval {
        if span.start != NameEntry.noDay, Int(span.start) > interval.end.dayNumber + 400 {
          continue
        }
        if span.end != NameEntry.noDay, Int(span.end) < interval.start.dayNumber - 4000 { continue }
      }
      found.insert(span.person)
    }
    return found.sorted()
  }

  private func isNumeral(at place: Int) -> Bool {
    let index = query.name[place]
    return NameRanking.isNumeral(query.words[index])
      && !query.forms[index].utf8.contains { (0x61...0x7A).contains($0) }
  }

  /// "ii", "xxiii"; a lone "c" or "m" is an initial.
  private static func isNumeral(_ word: String) -> Bool {
    word.utf8.allSatisfy { $0 == 0x69 || $0 == 0x76 || $0 == 0x78 }
  }

  /// Nil where the words of the query are no part of the person's name.
  private func fit(_ id: Int32, bySurname: Bool) -> NameFit? {
    let known = pieces(of: id)
    var wanted = query.name.map { query.words[$0] }.flatMap(NameRanking.pieces)
    if wanted.count > 1, let last = query.name.last, isNumeral(at: query.name.count - 1) {
      // "Hussein I" of a table that has no numeral; "Paul VI" is not "Paul I".
      let other = known.last.map { NameRanking.isNumeral($0) } ?? false
      if other, known.last != query.words[last] { return nil }
      if !other { wanted.removeLast() }
    }
    if bySurname {
      if wanted.count == 1 { return NameFit(points: 10, reason: "surname") }
      if known.count == 1 {
        return NameFit(points: 10, reason: "surname; the table has no given name")
      }
      let given = wanted.dropLast()
      let hits = given.count { word in
        known.contains(word) || word.count <= 2 && known.contains { $0.hasPrefix(word.prefix(1)) }
      }
      if hits == given.count { return NameFit(points: 20, reason: "surname and given name") }
      if hits > 0 { return NameFit(points: 12, reason: "surname and part of the name") }
      let close = given.contains { word in known.contains { isClose(word, $0) } }
      return close
        ? NameFit(points: 6, reason: "surname; given name spelt otherwise")
        : NameFit(points: -45, reason: "surname only; another given name")
    }
    let hits = wanted.count(where: known.contains)
    if hits == wanted.count { return NameFit(points: 8, reason: "part of the name") }
    if hits >= 2 { return NameFit(points: 4, reason: "parts of the name") }
    let isShort = hits == known.count && known.contains { $0.utf8.count >= 5 }
    return isShort ? NameFit(points: 2, reason: "a shorter form of the name") : nil
  }

  private func isClose(_ a: String, _ b: String) -> Bool {
    Spelling.distance(
      ArraySlice(a.utf8), ArraySlice(b.utf8), bound: Spelling.bound(min(a.utf8.count, b.utf8.count))
    )
      != nil
  }

  private func pieces(of id: Int32) -> [String] {
    NameRanking.pieces(fold(store.string(store.entities[Int(id)].name)))
  }

  private static func pieces(_ folded: String) -> [String] {
    folded.split { $0 == " " || $0 == "-" }.map {
      $0.hasSuffix(".") ? String($0.dropLast()) : String($0)
    }
  }

  /// False where a state or organisation is named and the candidate has nothing to do with it.
  func isOfPlace(_ candidate: NameCandidate) -> Bool {
    if query.states.isEmpty, query.organizations.isEmpty { return true }
    if let key = candidate.state.flatMap({ ShortCode($0) }), query.states.contains(key) {
      return true
    }
    guard let code = candidate.office?.organization else { return false }
    return query.organizations.contains { store.string(store.entities[Int($0)].code) == code }
  }

  /// A person with the office that speaks most for it.
  func person(_ id: Int32, _ fit: NameFit) -> NameCandidate {
    let entity = facts.entity(id)
    var best: (points: Int, span: OfficeSpan?, reasons: [String]) = (0, nil, ["no office known"])
    for span in facts.offices(of: id) {
      let (points, reasons) = weigh(span)
      if best.span == nil || points > best.points { best = (points, span, reasons) }
    }
    let state = best.span.flatMap(\.state) ?? entity.state
    return NameCandidate(
      entity: entity, sense: fit.reason.hasPrefix("surname") ? .surname : .name, state: state,
      sector: best.span?.sector ?? entity.sector, office: best.span,
      score: best.points + fit.points, reasons: [fit.reason] + best.reasons)
  }

  /// Title and state with no name: everybody in that office.
  func holdersWithoutName() -> [NameCandidate] {
    guard query.name.isEmpty, !query.titles.isEmpty else { return [] }
    let offices = query.titles[0].offices.map { store.offices[Int($0.office)] }
    var seen: Set<Int32> = []
    var found: [NameCandidate] = []
    for span in store.spans where offices.contains(store.offices[Int(span.office)]) {
      if span.isReplaced { continue }
      let isOfState = query.states.contains(span.state)
      guard isOfState || query.organizations.contains(span.organization) else { continue }
      guard seen.insert(span.person).inserted else { continue }
      let candidate = person(span.person, NameFit(points: 0, reason: "holder of the office"))
      if candidate.score >= 60 { found.append(candidate) }
    }
    return found
  }
}
