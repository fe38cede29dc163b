import ChanceryText

/// Who is who, since when: states, offices and their holders, organisations, groups, places, media.
///
/// Built once from tables and never changed. Cost of building: one pass over the bytes and one hash insertion for
/// each name; texts are not copied. Every answer has a fixed order.
public struct FactBase: Sendable {
  let store: FactStore

  /// Reads tables: path below Data/Facts (its name tells the kind: `holders.tsv`, `holders-mine.tsv`) and UTF-8 bytes.
  ///
  /// Carried-over tables (`…-imported.tsv`) come first, then the others in the order given; where two rows name
  /// the same person, city or group, the later one adds to the earlier.
  public init(tables: [(path: String, bytes: [UInt8])]) throws(FactError) {
    var reader = FactReader()
    try reader.read(tables)
    store = reader.store
  }

  public var entityCount: Int { store.entities.count }
  public var nameCount: Int { store.names.entries.count }
  public var spanCount: Int { store.spans.count }

  public func entity(_ id: Entity.ID) -> Entity {
    let row = store.entities[Int(id)]
    return Entity(
      id: id, kind: row.kind, name: store.string(row.name), state: row.state.text,
      sector: row.sector.text, code: row.code.isEmpty ? nil : store.string(row.code),
      wikidata: row.wikidata.isEmpty ? nil : store.string(row.wikidata),
      latitude: degrees(row.latitude), longitude: degrees(row.longitude),
      population: Int(row.population))
  }

  /// The decimal number that the table gives: four-byte numbers hold seven digits.
  private func degrees(_ value: Float) -> Double? {
    value.isNaN ? nil : (Double(value) * 10_000).rounded() / 10_000
  }

  /// Keys of the states that claim or hold a disputed area, in alphabetical order; empty for other places.
  public func claimants(of place: Entity.ID) -> [String] {
    (store.claimants[place] ?? []).compactMap(\.text).sorted()
  }

  /// The state with a key ("PAK"), as an entity.
  public func state(_ key: String) -> Entity? {
    guard let code = ShortCode(key), let id = store.states[code] else { return nil }
    return entity(id)
  }

  /// Whether a key of `states.tsv` is that of another state's territory ("HKG", "GRL").
  public func isDependency(_ key: String) -> Bool {
    ShortCode(key).map(store.dependencies.contains) ?? false
  }

  /// The organisation or group with a code ("SCO", "HAMAS").
  public func organization(_ code: String) -> Entity? { organizationID(code).map(entity) }

  private func organizationID(_ code: String) -> Int32? {
    var pieces = NamePieces()
    pieces.read(folded: fold(code))
    return pieces.hashes.last.flatMap { store.codes[$0] }
  }

  /// The place that is a state's capital.
  public func capital(of state: String) -> Entity? {
    guard let code = ShortCode(state), let id = store.capitals[code] else { return nil }
    return entity(id)
  }

  /// "Pakistani", for pages and explanations.
  public func demonymAdjective(of state: String) -> String? {
    guard let code = ShortCode(state), let text = store.adjectives[code] else { return nil }
    return store.string(text)
  }

  /// The states that were full members on that day, by key. A missing start means since the beginning.
  public func members(of org: String, on day: CivilDate) -> [String] {
    guard let id = organizationID(org) else { return [] }
    var found: Set<ShortCode> = []
    for row in store.memberships where row.organization == id && row.isFull && row.isValid(on: day)
    {
      found.insert(row.state)
    }
    return found.compactMap(\.text).sorted()
  }

  public func membership(of state: String, in org: String, on day: CivilDate) -> Bool {
    guard let id = organizationID(org), let code = ShortCode(state) else { return false }
    return store.memberships.contains {
      $0.organization == id && $0.state == code && $0.isFull && $0.isValid(on: day)
    }
  }
}

extension MembershipRow {
  func isValid(on day: CivilDate) -> Bool {
    (start == NameEntry.noDay || Int(start) <= day.dayNumber)
      && (end == NameEntry.noDay || day.dayNumber <= Int(end))
  }
}
