import ChanceryText

/// What a name can mean on the map: states, regions, towns, seas, rivers, islands, areas.
///
/// Larger than the places of `FactBase`, which are those that take part in news; for `chancery places`.
/// Built once from the tables of cities, regions, places and names of states. Cost: one pass over the bytes.
public struct Gazetteer: Sendable {
  public enum Kind: String, Sendable, CaseIterable {
    case state, region, district, town, capital, area, island, sea, strait, river, lake, world
    case continent
  }

  public struct Place: Sendable, Equatable {
    public var name: String
    public var kind: Kind
    /// Key of the state; nil for seas and lands of several states.
    public var state: String?
    /// The first-level region of a town or district; empty where it does not matter.
    public var within: String
    public var latitude: Double
    public var longitude: Double
    public var population: Int
  }

  private struct Row {
    var name: TextRange
    var kind: Kind
    var state: ShortCode
    var within: TextRange
    var latitude: Float
    var longitude: Float
    var population: Int32
  }

  private var text: [UInt8] = []
  private var rows: [Row] = []
  private var names = NameIndex(capacity: 120_000)
  private var coordinates: [ShortCode: (latitude: Float, longitude: Float)] = [:]

  /// - Parameter tables: path below Data/Facts and UTF-8 bytes; tables of other kinds are passed over.
  public init(tables: [(path: String, bytes: [UInt8])]) throws(FactError) {
    let wanted: [FactForm] = [.places, .states, .names, .cities, .regions]
    var jobs: [(form: FactForm, path: String, range: Range<Int>)] = []
    for (path, bytes) in tables {
      guard let form = FactForm(path: path), wanted.contains(form) else { continue }
      let start = text.count
      text.append(contentsOf: bytes)
      jobs.append((form, path, start..<text.count))
    }
    let all = text
    try all.withUnsafeBufferPointer { (bytes) throws(FactError) in
      for isHandWritten in [true, false] {
        for form in wanted {
          for job in jobs
          where job.form == form && job.path.hasSuffix("-imported.tsv") != isHandWritten {
            let table = try TableReader(
              path: job.path, form: form.table, bytes: bytes, range: job.range)
            try read(form, table, bytes)
          }
        }
      }
    }
  }

  /// The longest name that begins at `words[index]` and what it can mean, in the order of the tables.
  ///
  /// `words` are folded, `forms` the same words as in the text; a name is found only with its capitals.
  public func longest(
    at index: Int, in words: [String], forms: [String]
  ) -> (wordCount: Int, places: [Place])? {
    var pieces = NamePieces()
    var sequence = NamePieces.seed
    var seen = Capitals()
    var best: (count: Int, head: Int32)?
    search: for i in index..<words.count {
      pieces.read(folded: words[i])
      if pieces.pieceHash.isEmpty {
        if i == index { break }
        continue
      }
      seen.add(forms[i], pieces.pieceHash.count)
      var head: Int32 = -1
      for hash in pieces.pieceHash {
        sequence = NamePieces.join(sequence, hash)
        guard let next = names.head(sequence) else { break search }
        head = next
      }
      var current = head
      while current >= 0 {
        let entry = names.entries[Int(current)]
        if entry.fits(seen, firstForm: forms[index]) {
          best = (i - index + 1, head)
          break
        }
        current = entry.next
      }
    }
    guard let best else { return nil }
    var found: [Int32] = []
    var current = best.head
    while current >= 0 {
      let entry = names.entries[Int(current)]
      if entry.form == 0 || entry.fits(seen, firstForm: forms[index]) {
        found.append(entry.entity)
      }
      current = entry.next
    }
    return (best.count, found.sorted().map { place(rows[Int($0)]) })
  }

  private func place(_ row: Row) -> Place {
    func string(_ range: TextRange) -> String {
      String(decoding: text[range.range], as: UTF8.self)
    }
    return Place(
      name: string(row.name), kind: row.kind, state: row.state.text, within: string(row.within),
      latitude: Double(row.latitude), longitude: Double(row.longitude),
      population: Int(row.population))
  }

  // MARK: - reading

  private mutating func read(
    _ form: FactForm, _ table: TableReader, _ bytes: UnsafeBufferPointer<UInt8>
  ) throws(FactError) {
    var table = table
    let columns = table.form
    func column(_ name: String) -> TextRange {
      columns.columns.contains(name) ? table[columns.index(name)] : .none
    }
    func number(_ name: String) throws(FactError) -> Double? {
      try columns.columns.contains(name) ? table.number(columns.index(name)) : nil
    }
    while try table.next() {
      guard let state = ShortCode(bytes, column("state").range) else {
        throw table.error("state", .unknownState(table.text(columns.index("state"))))
      }
      var row = Row(
        name: column("name"), kind: .town, state: state, within: column("within"),
        latitude: Float(try number("latitude") ?? .nan),
        longitude: Float(try number("longitude") ?? .nan),
        population: Int32(try number("population") ?? 0))
      switch form {
      case .places:
        let word = table.text(columns.index("kind"))
        guard let kind = Kind(rawValue: word) else {
          throw table.error("kind", .unknownKind(word, known: Kind.allCases.map(\.rawValue)))
        }
        row.kind = kind
        if kind == .state {
          coordinates[state] = (row.latitude, row.longitude)
          continue
        }
      case .cities:
        let role = String(decoding: bytes[column("role").range], as: UTF8.self)
        if role == "capital" { row.kind = .capital }
      case .regions: row.kind = .area
      case .states, .names:
        if form == .names {
          guard NameForm.sense(ofKind: table.text(columns.index("kind"))) == .name else { continue }
        }
        guard let place = coordinates[state] else { continue }
        row.kind = .state
        (row.latitude, row.longitude) = place
      default: continue
      }
      guard !row.latitude.isNaN, !row.longitude.isNaN else { continue }
      var texts = [row.name]
      if columns.columns.contains("variants") {
        table.forEachPart(columns.index("variants")) { texts.append($0) }
      }
      let isExact = form == .names && !column("case").isEmpty
      add(row, texts, isExact: isExact, bytes)
    }
  }

  private mutating func add(
    _ row: Row, _ texts: [TextRange], isExact: Bool, _ bytes: UnsafeBufferPointer<UInt8>
  ) {
    rows.append(row)
    for range in texts {
      let name = UnsafeBufferPointer(rebasing: bytes[range.range])
      var rules: NameEntry.Rules = isExact ? .exact : []
      if NameForm.isShortAcronym(name) { rules.insert(name.contains(0x20) ? .acronym : .exact) }
      let form = rules.contains(.exact) ? NameForm.hash(name) : 0
      names.insert(
        name,
        NameEntry(
          entity: Int32(rows.count - 1), next: -1, from: NameEntry.noDay, to: NameEntry.noDay,
          sector: 0, form: form, sense: NameSense.name.rank, rules: rules, capitals: 0))
    }
  }
}

extension FactBase {
  /// How often a word is a first name, and how often a later one, of the persons that the tables know.
  public func personWords() -> [String: (first: Int, later: Int)] {
    var counts: [String: (first: Int, later: Int)] = [:]
    for row in store.entities where row.kind == .person {
      for (place, word) in fold(store.string(row.name)).split(separator: " ").enumerated() {
        if place == 0 {
          counts[String(word), default: (0, 0)].first += 1
        } else {
          counts[String(word), default: (0, 0)].later += 1
        }
      }
    }
    return counts
  }
}
