import ChanceryFacts
import ChanceryLanguage
import ChanceryText

/// Finds out who a person is on the day of the text: by full name, surname, title, state and date.
struct PersonResolver {
  /// The actor of a person that the facts know.
  func knownPerson(_ id: Entity.ID, _ builder: inout MentionBuilder) -> Int {
    let entity = builder.facts.entity(id)
    let span = office(of: id, on: builder.referenceDay, builder.facts)
    let index = builder.actor(key: "entity:\(id)") {
      var draft = DraftActor(name: entity.name, kind: .person, entity: id)
      draft.state = span?.span.state ?? entity.state
      draft.sector = span.map { $0.isFormer ? "ELI" : $0.span.sector } ?? entity.sector
      draft.role = span.map { $0.isFormer ? "former \($0.span.title)" : $0.span.title }
      return draft
    }
    if let last = entity.name.split(separator: " ").last {
      builder.alias("surname:\(fold(last))", to: index)
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
    if let best = current.max(by: { rank($0) < rank($1) }) { return (best, false) }
    let past = spans.filter { ($0.start ?? day.start) < day.start }
    if let last = past.last { return (last, true) }
    return spans.first.map { ($0, false) }
  }

  private func rank(_ span: OfficeSpan) -> Int {
    switch span.office {
    case "head_of_state": span.title.contains("President") ? 9 : 7
    case "head_of_government", "effective_leader": 8
    case "foreign_minister": 6
    case "defence_minister": 5
    default: 1
    }
  }

  /// The actor of a person whose name stands in the text but not, as it is, in the facts.
  func person(named run: Range<Int>, _ builder: inout MentionBuilder) -> Int {
    let surname = builder.words[run.upperBound - 1]
    let parts = run.filter { builder.forms[$0] != "-" }
    if let earlier = builder.actor(forKey: "surname:\(surname)") {
      // "Qureshi" after "Shah Mahmood Qureshi"; another first name is another person.
      let fullName = builder.actors[earlier].name.split(separator: " ").map { fold($0) }
      if parts.count == 1
        || parts.contains(where: { fullName.dropLast().contains(builder.words[$0]) })
      {
        return earlier
      }
    }
    if parts.count == 1, let id = byOffice(surname: surname, rank: 5, builder) {
      return knownPerson(id, &builder)
    }
    let name = builder.text(run)
    let index = builder.actor(key: "person:\(name)") { DraftActor(name: name, kind: .person) }
    builder.alias("surname:\(surname)", to: index)
    return index
  }

  /// "PM Khan", "President Park": the holder of a high office with that surname on the day of the text.
  ///
  /// - Parameter least: the least weight of the office (head of state 9, of government 8, foreign minister 6).
  /// - Returns: nil where two of the same weight fit.
  func byOffice(surname: String, rank least: Int, _ builder: MentionBuilder) -> Entity.ID? {
    var best: (rank: Int, id: Entity.ID)?
    var isTie = false
    for id in builder.facts.persons(surname: surname) {
      guard let (span, isFormer) = office(of: id, on: builder.referenceDay, builder.facts),
        !isFormer
      else { continue }
      let value = rank(span)
      guard value >= least else { continue }
      if let current = best, current.rank >= value {
        if current.rank == value { isTie = true }
      } else {
        best = (value, id)
        isTie = false
      }
    }
    return isTie && builder.referenceDay == nil ? nil : best?.id
  }
}
