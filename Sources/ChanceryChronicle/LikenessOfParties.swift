import ChanceryRecord

/// Whether two events have compatible states on compatible sides.
enum Sides {
  static func weight(_ a: Report, _ b: Report) -> Double? {
    if TypeFamily.isDirected(a.event.type), a.event.type == b.event.type,
      !(a.recipients.isEmpty && b.recipients.isEmpty)
    {
      return directed(a, b)
    }
    if a.event.mode == "visit", b.event.mode == "visit", !a.recipients.isEmpty,
      !b.recipients.isEmpty
    {
      return directed(a, b)
    }
    return overlap(a.allSides, b.allSides)
  }

  private static func directed(_ a: Report, _ b: Report) -> Double? {
    guard let doers = oneSide(a.actorSides, b.actorSides),
      let targets = oneSide(a.recipientSides, b.recipientSides)
    else { return nil }
    return doers + targets
  }

  private static func oneSide(_ a: Set<String>, _ b: Set<String>) -> Double? {
    if a == b { return 0.4 }
    if a.isEmpty || b.isEmpty { return -0.3 }
    guard !a.isDisjoint(with: b) else { return nil }
    return -0.3
  }

  private static func overlap(_ a: Set<String>, _ b: Set<String>) -> Double? {
    let shared = a.intersection(b).count
    let all = a.union(b).count
    guard all > 0, shared >= min(2, all) else { return nil }
    let share = Double(shared) / Double(all)
    return share == 1 ? 0.8 : a.isSubset(of: b) || b.isSubset(of: a) ? 0 : share >= 0.5 ? -0.4 : nil
  }
}

/// Whether the named persons of each state can be the same people.
enum Persons {
  static func weight(_ a: Report, _ b: Report) -> Double? {
    var total = 0.0
    for (side, mine) in a.people {
      guard let theirs = b.people.first(where: { $0.side == side })?.people else { continue }
      if mine.contains(where: { person in theirs.contains { person.isSamePerson(as: $0) } }) {
        total += 0.6
      } else if a.event.type == .consult {
        return nil
      } else {
        total -= 0.8
      }
    }
    return min(1.2, total)
  }
}
