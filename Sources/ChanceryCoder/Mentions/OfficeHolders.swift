import ChanceryFacts
import ChanceryText

/// Who holds an office on a day, where that is one person.
struct OfficeHolders {
  let facts: FactBase
  let sets: [String: Set<String>]

  func holder(of office: String, state: String, _ day: DateInterval) -> Entity.ID? {
    let spans = facts.holders(of: office, state: state, during: day)
    let certain = spans.filter { $0.office == office && $0.validity(during: day) == .certain }
    let kept = certain.isEmpty ? spans : certain
    guard let first = kept.first else { return nil }
    // The facts may know one person under two spellings.
    func surname(_ id: Entity.ID) -> Substring? {
      fold(facts.entity(id).name).split { $0 == " " || $0 == "-" }.last.map { Substring($0) }
    }
    let name = surname(first.person)
    guard kept.allSatisfy({ $0.person == first.person || surname($0.person) == name }) else {
      return nil
    }
    return first.person
  }

  /// "the Ukrainian leader": who leads the state in fact. Where the facts do not reach the day, the holder of the
  /// office that the last known leader held.
  func leader(of state: String, _ day: DateInterval) -> Entity.ID? {
    if let known = holder(of: "effective_leader", state: state, day) { return known }
    let head = holder(of: "head_of_state", state: state, day)
    let premier = holder(of: "head_of_government", state: state, day)
    if head == nil || head == premier { return premier }
    guard let premier else { return head }
    for year in 1...12 {
      let before = DateInterval(
        day.start.adding(months: -12 * year), day.end.adding(months: -12 * year))
      guard let leader = holder(of: "effective_leader", state: state, before) else { continue }
      let wasPremier = facts.holders(of: "head_of_government", state: state, during: before)
        .contains { $0.person == leader && $0.office == "head_of_government" }
      return wasPremier ? premier : head
    }
    return head
  }

  /// "the UN chief": who heads an organisation.
  func head(of code: String, title: String, _ day: DateInterval) -> Entity.ID? {
    guard let organization = facts.organization(code) else { return nil }
    let heads = sets["head_title"] ?? []
    var found: Set<Entity.ID> = []
    for office in heads.sorted() {
      for candidate in facts.explain(name: "\(office) of the \(organization.name)", during: day) {
        guard candidate.entity.kind == .person, let span = candidate.office,
          span.organization == code, span.validity(during: day) == .certain,
          fold(span.title).hasPrefix(office)
        else { continue }
        found.insert(candidate.entity.id)
      }
    }
    return found.count == 1 ? found.first : nil
  }
}
