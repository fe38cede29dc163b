import ChanceryFacts
import ChanceryLanguage
import ChanceryText

/// Finds out who a person is on the day of the text: by full name, surname, title, state and date.
struct PersonResolver {
  let offices: OfficeTitles

  /// The actor of a person that the facts know, with the office of the day (else that of the text).
  func knownPerson(
    _ id: Entity.ID, on day: DateInterval? = nil, _ builder: inout MentionBuilder
  ) -> Int {
    let entity = builder.facts.entity(id)
    let span = office(of: id, on: day ?? builder.referenceDay, builder.facts)
    let index = builder.actor(key: "entity:\(id)") {
      var draft = DraftActor(name: entity.name, kind: .person, state: entity.state, entity: id)
      draft.sector = entity.sector
      guard let (span, isFormer) = span else { return draft }
      if let code = span.organization, span.office == "international", !isFormer {
        draft.code = code
        draft.state = nil
      } else {
        draft.state = span.state ?? entity.state
      }
      draft.sector = isFormer ? "ELI" : span.sector
      let title = span.title.isEmpty ? nil : span.title
      draft.role = isFormer ? title.map { "former \($0)" } : title
      if let code = draft.code, let role = title,
        !role.split(separator: " ").contains(Substring(code))
      {
        // "Secretary-General of the United Nations" by its code: "UN Secretary-General".
        let words = role.split(separator: " ")
        let end = words.firstIndex(of: "of") ?? words.count
        draft.role = "\(code) " + words[..<end].joined(separator: " ")
      }
      return draft
    }
    // "Xi" is the surname of Xi Jinping, "Lula" a name of Luiz Inácio Lula da Silva.
    let names = entity.name.split { $0 == " " || $0 == "-" }.map { fold($0) }
    if let last = names.last { builder.alias("surname:\(last)", to: index) }
    if let first = names.first, builder.facts.persons(surname: first).contains(id) {
      builder.alias("surname:\(first)", to: index)
    }
    for name in names.dropFirst().dropLast() where name.utf8.count >= 4 {
      builder.alias("surname:\(name)", to: index)
    }
    return index
  }

  /// The office of a person on a day, or the last one before it (then `isFormer`).
  func office(of id: Entity.ID, on day: DateInterval?, _ facts: FactBase) -> (
    span: OfficeSpan, isFormer: Bool
  )? {
    let spans = facts.offices(of: id)
    guard let day else {
      // Without a date the highest office a person ever held says most.
      return spans.max { rank($0) < rank($1) }.map { ($0, false) }
    }
    let current = spans.filter { span in
      if let start = span.start, start > day.end { return false }
      if let end = span.end { return end >= day.start }
      if let seen = span.lastSeen { return seen + 900 >= day.start }
      return true
    }
    // The head of one state may be head of its territories too: the state with most of the offices is meant.
    func weight(_ span: OfficeSpan) -> (Int, Int) {
      (rank(span), spans.filter { $0.state == span.state }.count)
    }
    if let best = current.max(by: { weight($0) < weight($1) }) { return (best, false) }
    let past = spans.filter { ($0.start ?? day.start) < day.start }
    // An office without a known end goes on unless somebody else is known to hold it.
    if let open = past.last(where: { $0.end == nil && rank($0) >= 5 }), let state = open.state,
      facts.holders(of: open.office, state: state, during: day).allSatisfy({ $0.person == id })
    {
      return (open, false)
    }
    if let last = past.last { return (last, true) }
    return spans.first.map { ($0, false) }
  }

  private func rank(_ span: OfficeSpan) -> Int {
    switch span.office {
    case "head_of_state": span.title.contains("President") ? 9 : span.title == "Co-prince" ? 2 : 7
    case "head_of_government": 8
    case "effective_leader": span.title.isEmpty ? 5 : 8
    case "foreign_minister": 6
    case "defence_minister", "rebel_leader": 5
    case "opposition_leader", "military_chief", "national_security": 4
    case "international": span.title.contains("General") || span.title.contains("President") ? 5 : 3
    default: 1
    }
  }

  // MARK: Names in the text

  /// The actor of a person whose name stands in the text but not, as it is, in the facts.
  func person(named run: Range<Int>, title: TitleBefore?, _ builder: inout MentionBuilder) -> Int {
    let surname = builder.words[run.upperBound - 1]
    let parts = run.filter { builder.forms[$0] != "-" }
    if let earlier = builder.actor(forKey: "surname:\(surname)") {
      // "Qureshi" after "Shah Mahmood Qureshi"; another first name is another person.
      let fullName = builder.actors[earlier].name.split { $0 == " " || $0 == "-" }.map { fold($0) }
      if parts.count == 1
        || parts.dropLast().contains(where: { fullName.contains(builder.words[$0]) })
      {
        if fits(title, builder.actors[earlier]) { return earlier }
      }
    }
    if let id = lookUp(run, title: title, &builder) { return knownPerson(id, &builder) }
    let name = builder.text(run)
    let index = builder.actor(key: "person:\(name)") { DraftActor(name: name, kind: .person) }
    builder.alias("surname:\(surname)", to: index)
    if let title, !title.words.isEmpty, builder.actors[index].sector == nil {
      builder.actors[index].sector = title.isFormer ? "ELI" : title.sector
      builder.actors[index].role = (title.isFormer ? "former " : "") + title.text
      builder.actors[index].state = title.states.first
      if title.states.isEmpty { builder.actors[index].code = title.codes.first }
    }
    return index
  }

  /// Whether somebody named before may bear the title: not of another state.
  private func fits(_ title: TitleBefore?, _ actor: DraftActor) -> Bool {
    guard let title, let state = actor.state, !title.states.isEmpty else { return true }
    return title.states.contains(state)
  }

  /// The person that a name means on the day, by the title and state before it; nil where nobody or too many fit.
  func lookUp(_ run: Range<Int>, title: TitleBefore?, _ builder: inout MentionBuilder)
    -> Entity.ID?
  {
    let name = query(run, title, builder)
    let query = "\(name)|\(builder.day(at: run.lowerBound)?.start.dayNumber ?? 0)"
    if let known = builder.lookUps[query] { return known }
    let id =
      find(run, title, name, builder) ?? misspelt(run, title, builder)
      ?? misspeltInFull(run, title, builder)
    builder.lookUps[query] = .some(id)
    return id
  }

  private func query(_ run: Range<Int>, _ title: TitleBefore?, _ builder: MentionBuilder) -> String
  {
    var words: [String] = []
    if let title {
      if title.isFormer { words.append("former") }
      let isKnown = offices.knows(title.text)
      if let state = title.states.first, isKnown || title.words.isEmpty {
        words.append(
          builder.facts.demonymAdjective(of: state) ?? builder.facts.state(state)?.name ?? "")
      } else if let code = title.codes.first, isKnown {
        words.append(code)
      }
      if isKnown { words.append(title.text) }
    }
    words.append(builder.text(run))
    return words.joined(separator: " ")
  }

  private func find(
    _ run: Range<Int>, _ title: TitleBefore?, _ query: String, _ builder: MentionBuilder
  ) -> Entity.ID? {
    let facts = builder.facts
    let parts = run.filter { builder.forms[$0] != "-" && !NameRuns.isInitial(builder.forms[$0]) }
    guard let first = parts.first, let last = parts.last else { return nil }
    if facts.persons(surname: builder.words[last]).isEmpty,
      parts.count == 1 || facts.persons(surname: builder.words[first]).isEmpty
    {
      return nil
    }
    let day = builder.day(at: run.lowerBound)
    let candidates = facts.explain(name: query, during: day).filter {
      $0.entity.kind == .person
    }
    if parts.count == 2, let title,
      !title.states.isEmpty || offices.onlyState(of: title.text) != nil,
      candidates.first.map({ !agrees(parts, $0.entity.name, builder) }) ?? true
    {
      return byNickname(parts, title, builder)
    }
    guard let best = candidates.first, agrees(parts, best.entity.name, builder) else { return nil }
    if let title, let state = title.states.first, let found = best.state, state != found {
      return nil
    }
    let isOffice = title.map { !$0.words.isEmpty } ?? false
    // "Mr Arafat": few are addressed so without being named before.
    let floor = isOffice ? 70 : title != nil && parts.count == 1 ? 25 : parts.count > 1 ? 60 : 80
    guard best.score >= floor else { return nil }
    // Behind "Mr" a lesser office will do where nobody else fits.
    let least = title != nil && best.score >= 80 ? 1 : 5
    if !isOffice, parts.count == 1, best.office.map({ rank($0) < least }) ?? true { return nil }
    // A namesake in a lesser office is no rival of a head of state or a foreign minister.
    let weight = best.office.map(rank) ?? 0
    let rival = candidates.first {
      !isSame($0.entity.name, best.entity.name)
        && (weight < 6 || ($0.office.map(rank) ?? 0) >= 5)
    }
    if let rival, parts.count == 1, rival.score + (isOffice ? 5 : 10) > best.score { return nil }
    return best.entity.id
  }

  /// "Secretary of State Tony Blinken": the holder of the office with that surname, where the given name is part of
  /// the known one.
  private func byNickname(_ parts: [Int], _ title: TitleBefore, _ builder: MentionBuilder)
    -> Entity.ID?
  {
    guard !title.isFormer, let day = builder.day(at: parts[0]),
      let state = title.states.first ?? offices.onlyState(of: title.text),
      let office = offices.office(title.text, state: state)
    else { return nil }
    let (given, surname) = (builder.words[parts[0]], builder.words[parts[1]])
    return builder.facts.holders(of: office, state: state, during: day).first { span in
      let known = fold(builder.facts.entity(span.person).name).split { $0 == " " || $0 == "-" }
      guard known.contains(where: { $0 == surname }), let first = known.first else { return false }
      return first.prefix(2) == given.prefix(2) || first.hasSuffix(given.dropFirst())
    }?.person
  }

  /// One person under two names ("Joe Biden", "Joseph R. Biden Jr").
  private func isSame(_ a: String, _ b: String) -> Bool {
    if a == b { return true }
    let (one, other) = (fold(a).split(separator: " "), fold(b).split(separator: " "))
    return one.first?.first == other.first?.first
      && one.dropFirst().contains { $0.utf8.count > 2 && other.dropFirst().contains($0) }
  }

  /// Every word of the name in the text must be one of the name in the facts, but for a letter; one between the
  /// first and the last may be strange.
  private func agrees(_ parts: [Int], _ name: String, _ builder: MentionBuilder) -> Bool {
    let known = name.split { $0 == " " || $0 == "-" }.map { Array(fold($0).utf8) }
    var strange = 0
    for part in parts {
      let word = Array(builder.words[part].utf8)
      let isKnown = known.contains {
        $0 == word || word.count >= 4 && Spellings.distance($0, word) <= (word.count >= 6 ? 2 : 1)
      }
      if !isKnown { strange += part == parts.first || part == parts.last ? 2 : 1 }
    }
    return strange == 0 || (parts.count >= 3 && strange == 1)
  }

  /// "Prime Minister Fredkov": the one holder of the office on the day whose name differs by a letter or two.
  private func misspelt(_ run: Range<Int>, _ title: TitleBefore?, _ builder: MentionBuilder)
    -> Entity.ID?
  {
    guard let title, !title.words.isEmpty, !title.isFormer,
      let day = builder.day(at: run.lowerBound),
      let state = title.states.first ?? offices.onlyState(of: title.text),
      let office = offices.office(title.text, state: state)
    else { return nil }
    let surname = Array(builder.words[run.upperBound - 1].utf8)
    guard surname.count >= 4 else { return nil }
    var found: Set<Entity.ID> = []
    for span in builder.facts.holders(of: office, state: state, during: day) {
      let name = builder.facts.entity(span.person).name
      let words = name.split { $0 == " " || $0 == "-" }.map { Array(fold($0).utf8) }
      let bound = surname.count < 6 ? 1 : 2
      if words.contains(where: { $0.count >= 4 && Spellings.distance($0, surname) <= bound }) {
        found.insert(span.person)
      }
    }
    return found.count == 1 ? found.first : nil
  }
}

extension PersonResolver {
  /// "Prime Minister Nawaz Shareef", whose state nobody tells: the one holder of such an office on the day whose
  /// names are written almost so.
  private func misspeltInFull(
    _ run: Range<Int>, _ title: TitleBefore?, _ builder: MentionBuilder
  ) -> Entity.ID? {
    let parts = run.filter { builder.forms[$0] != "-" && !NameRuns.isInitial(builder.forms[$0]) }
    guard let title, !title.words.isEmpty, !title.isFormer, title.states.isEmpty,
      title.codes.isEmpty, offices.knows(title.text), parts.count >= 2,
      let day = builder.day(at: run.lowerBound)
    else { return nil }
    let given = Array(builder.words[parts[0]].utf8)
    let surname = Array(builder.words[parts[parts.count - 1]].utf8)
    guard surname.count >= 5 else { return nil }
    var found: Set<Entity.ID> = []
    for state in builder.facts.members(of: "UN", on: day.start) {
      guard let office = offices.office(title.text, state: state) else { continue }
      for span in builder.facts.holders(of: office, state: state, during: day) {
        let words = fold(builder.facts.entity(span.person).name).split {
          $0 == " " || $0 == "-"
        }
        guard words.count >= 2,
          Spellings.distance(Array(words[0].utf8), given) <= (given.count >= 6 ? 1 : 0),
          let last = words.last,
          Spellings.distance(Array(last.utf8), surname) <= 2
        else { continue }
        found.insert(span.person)
      }
    }
    return found.count == 1 ? found.first : nil
  }
}

/// How far two spellings are apart.
enum Spellings {
  /// Letters to insert, delete, replace or swap; at most about four are told apart.
  ///
  /// Cost: O(length²) of single words. Source: optimal string alignment, doi:10.1145/363958.363994.
  static func distance(_ a: [UInt8], _ b: [UInt8]) -> Int {
    guard abs(a.count - b.count) <= 3 else { return 9 }
    var older = [Int](repeating: 0, count: b.count + 1)
    var last = Array(0...b.count)
    var row = last
    for i in 0..<a.count {
      row[0] = i + 1
      for j in 0..<b.count {
        row[j + 1] = min(last[j] + (a[i] == b[j] ? 0 : 1), last[j + 1] + 1, row[j] + 1)
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
          row[j + 1] = min(row[j + 1], older[j - 1] + 1)
        }
      }
      swap(&older, &last)
      swap(&last, &row)
    }
    return last[b.count]
  }
}
