import ChanceryText

/// Unknown spellings. Reached only where nothing is called so.
extension NameRanking {
  /// Persons whose name differs by a letter or two; with a title or date, holders at about the time come first.
  func misspeltPersons() -> [NameCandidate] {
    let wanted = query.name.map { ArraySlice(query.words[$0].utf8) }
    guard let surname = wanted.last else { return [] }
    var found: [NameCandidate] = []
    for id in facts.store.entities.indices where facts.store.entities[id].kind == .person {
      guard let slips = slips(Int32(id), wanted, surname) else { continue }
      let fit = NameFit(
        points: -12 * slips, reason: "spelt otherwise by \(slips) letter\(slips == 1 ? "" : "s")")
      let candidate = person(Int32(id), fit)
      if !isEmptyHanded(candidate) { found.append(candidate) }
    }
    return query.states.isEmpty && query.organizations.isEmpty ? found : found.filter(isOfPlace)
  }

  /// A misspelt name without any office near the day says too little.
  private func isEmptyHanded(_ candidate: NameCandidate) -> Bool {
    candidate.score < (query.titles.isEmpty ? 15 : 40)
  }

  /// Letters by which the name differs; nil above the bound.
  private func slips(
    _ id: Int32, _ wanted: [ArraySlice<UInt8>], _ surname: ArraySlice<UInt8>
  ) -> Int? {
    let range = facts.store.entities[Int(id)].name.range
    var known: [UInt8] = []
    facts.store.text.withUnsafeBufferPointer {
      appendFolded(UnsafeBufferPointer(rebasing: $0[range]), to: &known)
    }
    let words = known.split { $0 == 0x20 || $0 == 0x2D }
    var total = 0
    var matched = 0
    for word in wanted {
      let isSurname = word.startIndex == surname.startIndex && word == surname
      var best: Int?
      for other in words {
        let bound = Spelling.bound(min(word.count, other.count))
        if let slips = Spelling.distance(word, other, bound: bound) {
          best = min(best ?? slips, slips)
        }
      }
      if best == nil, !isSurname, word.count <= 2 { continue }
      // With a title, the surname or the first name alone may do; the office on the day decides.
      if best == nil, !query.titles.isEmpty { best = 2 } else { matched += 1 }
      guard let best else { return nil }
      total += best
    }
    return matched > 0 ? total : nil
  }

  /// States, organisations, groups, cities with a name that differs by a letter or two.
  func misspeltThings() -> [NameCandidate] {
    guard query.titles.isEmpty else { return [] }
    let text = fold(query.forms.joined(separator: " "))
    let wanted = ArraySlice(text.utf8)
    var found: [NameCandidate] = []
    for (id, row) in facts.store.entities.enumerated() where row.kind != .person {
      if row.kind == .place, row.population < 100_000 { continue }
      var known: [UInt8] = []
      facts.store.text.withUnsafeBufferPointer {
        appendFolded(UnsafeBufferPointer(rebasing: $0[row.name.range]), to: &known)
      }
      let bound = Spelling.bound(min(wanted.count, known.count))
      guard let slips = Spelling.distance(wanted, known[...], bound: bound) else { continue }
      let entity = facts.entity(Int32(id))
      found.append(
        NameCandidate(
          entity: entity, sense: .name, state: entity.state, sector: entity.sector, office: nil,
          score: 50 - 12 * slips + (row.kind == .state ? 30 : 0),
          reasons: ["spelt otherwise by \(slips) letter\(slips == 1 ? "" : "s")"]))
    }
    return found
  }
}
