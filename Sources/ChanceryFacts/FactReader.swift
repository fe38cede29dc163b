import ChanceryText

/// Reads tables into a `FactStore`.
struct FactReader {
  var store = FactStore()
  /// Persons by state and name.
  var persons = KeyTable(capacity: 100_000)
  private var officeIDs = KeyTable(capacity: 128)
  /// The spellings of the row at hand.
  var spellings: [TextRange] = []
  private var pieces = NamePieces()
  var cities = KeyTable(capacity: 32_768)
  var capitalNames: [ShortCode: UInt64] = [:]
  var independent: Set<ShortCode> = []
  /// The sectors of PLOVER.
  private static let sectors =
    [
      "GOV", "MIL", "LEG", "JUD", "COP", "SPY", "PTY", "OPP", "REB", "PRM", "UAF", "BUS", "MNC",
      "CVL", "JRN", "EDU", "REL", "REF", "ELI", "IGO", "NGO", "LAB", "MED", "AGR", "CRM", "UNK",
    ].compactMap { ShortCode($0) }
  private var lastSector = ShortCode.none
  /// The state of the row before; rows of a state stand together.
  private var lastState = ShortCode.none

  /// Reads all tables; those written by the import come before those written by hand, which come before a user's.
  mutating func read(_ tables: [(path: String, bytes: [UInt8])]) throws(FactError) {
    var jobs: [(form: FactForm, path: String, range: Range<Int>)] = []
    store.text.reserveCapacity(tables.reduce(0) { $0 + $1.bytes.count + 1 })
    for (path, bytes) in tables where !path.hasSuffix("README.txt") {
      guard let form = FactForm(path: path) else {
        throw FactError(
          table: path, line: 0, column: nil,
          problem: .unknownTable(known: FactForm.allCases.map(\.rawValue)))
      }
      if form == .places { continue }
      guard store.text.count + bytes.count < Int(Int32.max) else {
        throw FactError(table: path, line: 0, column: nil, problem: .tooLarge)
      }
      let start = store.text.count
      store.text.append(contentsOf: bytes)
      jobs.append((form, path, start..<store.text.count))
    }
    store.entities.reserveCapacity(64_000)
    store.spans.reserveCapacity(64_000)
    let text = store.text
    try text.withUnsafeBufferPointer { (bytes) throws(FactError) in
      for form in FactForm.allCases {
        let mine = jobs.filter { $0.form == form }
        for job in mine.filter({ $0.path.hasSuffix("-imported.tsv") })
          + mine.filter({ !$0.path.hasSuffix("-imported.tsv") })
        {
          let table = try TableReader(
            path: job.path, form: form.table, bytes: bytes, range: job.range)
          try read(form, table, bytes)
        }
      }
    }
  }

  private mutating func read(
    _ form: FactForm, _ table: TableReader, _ bytes: UnsafeBufferPointer<UInt8>
  ) throws(FactError) {
    switch form {
    case .states: try readStates(table, bytes)
    case .organizations: try readOrganizations(table, bytes)
    case .names: try readNames(table, bytes)
    case .titles: try readTitles(table, bytes)
    case .offices: try readOffices(table, bytes)
    case .cities: try readCities(table, bytes)
    case .regions: try readRegions(table, bytes)
    case .places: break  // read by `Gazetteer`
    case .metonyms: try readMetonyms(table, bytes)
    case .groups: try readGroups(table, bytes)
    case .media: try readMedia(table, bytes)
    case .initiatives: try readInitiatives(table, bytes)
    case .memberships: try readMemberships(table, bytes)
    case .holders: try readHolders(table, bytes)
    }
  }

  // MARK: - shared steps

  func slice(
    _ bytes: UnsafeBufferPointer<UInt8>, _ range: TextRange
  ) -> UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(rebasing: bytes[range.range]) }

  mutating func hash(_ bytes: UnsafeBufferPointer<UInt8>, _ range: TextRange) -> UInt64 {
    pieces.read(slice(bytes, range))
    return pieces.hashes.last ?? 1
  }

  mutating func add(_ row: EntityRow) -> Int32 {
    store.entities.append(row)
    return Int32(store.entities.count - 1)
  }

  mutating func state(
    _ table: TableReader, _ column: Int, _ bytes: UnsafeBufferPointer<UInt8>
  ) throws(FactError) -> ShortCode {
    let cell = table[column]
    if cell.isEmpty { return .none }
    guard let code = ShortCode(bytes, cell.range), code == lastState || store.states[code] != nil
    else { throw table.error(table.form.columns[column], .unknownState(table.text(column))) }
    lastState = code
    return code
  }

  /// The states of a cell that lists them with `|`.
  func states(
    _ table: TableReader, _ column: Int, _ bytes: UnsafeBufferPointer<UInt8>
  ) throws(FactError) -> [ShortCode] {
    var parts: [TextRange] = []
    table.forEachPart(column) { parts.append($0) }
    var result: [ShortCode] = []
    for part in parts {
      guard let code = ShortCode(bytes, part.range), store.states[code] != nil else {
        let text = String(decoding: bytes[part.range], as: UTF8.self)
        throw table.error(table.form.columns[column], .unknownState(text))
      }
      result.append(code)
    }
    return result
  }

  mutating func sector(
    _ table: TableReader, _ column: Int, _ bytes: UnsafeBufferPointer<UInt8>
  ) throws(FactError) -> ShortCode {
    if let code = ShortCode(bytes, table[column].range),
      code == lastSector || FactReader.sectors.contains(code)
    {
      lastSector = code
      return code
    }
    throw table.error(
      table.form.columns[column],
      .unknownKind(table.text(column), known: FactReader.sectors.compactMap(\.text)))
  }

  mutating func organization(
    _ table: TableReader, _ column: Int, _ bytes: UnsafeBufferPointer<UInt8>
  ) throws(FactError) -> Int32 {
    if table[column].isEmpty { return -1 }
    guard let found = store.codes[hash(bytes, table[column])] else {
      throw table.error(table.form.columns[column], .unknownOrganization(table.text(column)))
    }
    return found
  }

  @discardableResult
  mutating func insert(
    _ bytes: UnsafeBufferPointer<UInt8>, _ name: TextRange, _ entity: Int32, _ sense: NameSense,
    sector: ShortCode = .none, period: (start: Int32?, end: Int32?) = (nil, nil),
    rules: NameEntry.Rules = []
  ) -> UInt64? {
    let text = slice(bytes, name)
    var rules = rules
    var form: UInt64 = 0
    if NameForm.isShortAcronym(text) { rules.insert(text.contains(0x20) ? .acronym : .exact) }
    if NameForm.startsWithAcronym(text) { rules.insert(.acronym) }
    if rules.contains(.exact) { form = NameForm.hash(text) }
    return store.names.insert(
      text,
      NameEntry(
        entity: entity, next: -1, from: period.start ?? NameEntry.noDay,
        to: period.end ?? NameEntry.noDay, sector: sector.raw, form: form,
        sense: sense.rank, rules: rules, capitals: 0))
  }

  mutating func officeID(_ hash: UInt64, _ name: () -> String) -> UInt16 {
    if let known = officeIDs[hash] { return UInt16(known) }
    let id = UInt16(store.offices.count)
    store.offices.append(name())
    officeIDs.updateValue(Int32(id), hash)
    return id
  }

  // MARK: - states and organisations

  private mutating func readStates(
    _ table: TableReader, _ bytes: UnsafeBufferPointer<UInt8>
  ) throws(FactError) {
    var table = table
    let form = table.form
    let (key, name, adjective) = (form.index("state"), form.index("name"), form.index("adjective"))
    let (wikidata, capital, free) = (
      form.index("wikidata"), form.index("capital"), form.index("independent")
    )
    while try table.next() {
      guard let code = ShortCode(bytes, table[key].range) else {
        throw table.error("state", .unknownState(table.text(key)))
      }
      let period = try table.period(form.index("from"), form.index("to"))
      store.statePeriods[code] = DayRange(period)
      let entity: Int32
      if let known = store.states[code] {
        entity = known
      } else {
        entity = add(
          EntityRow(kind: .state, name: table[name], wikidata: table[wikidata], state: code))
        store.states[code] = entity
      }
      if !table[adjective].isEmpty { store.adjectives[code] = table[adjective] }
      if !table[capital].isEmpty { capitalNames[code] = hash(bytes, table[capital]) }
      if table.text(free) != "no" {
        independent.insert(code)
      } else {
        store.dependencies.insert(code)
      }
    }
  }

  private mutating func readOrganizations(
    _ table: TableReader, _ bytes: UnsafeBufferPointer<UInt8>
  ) throws(FactError) {
    var table = table
    let form = table.form
    let (code, name, variants) = (form.index("code"), form.index("name"), form.index("variants"))
    let igo = ShortCode("IGO")!
    while try table.next() {
      let period = try table.period(form.index("founded"), form.index("dissolved"))
      let key = hash(bytes, table[code])
      let entity =
        store.codes[key]
        ?? add(
          EntityRow(kind: .organization, name: table[name], code: table[code], sector: igo))
      store.codes.updateValue(entity, key)
      var all = [table[name]]
      table.forEachPart(variants) { all.append($0) }
      for text in all { insert(bytes, text, entity, .name, sector: igo, period: period) }
    }
  }

  private mutating func readNames(
    _ table: TableReader, _ bytes: UnsafeBufferPointer<UInt8>
  ) throws(FactError) {
    var table = table
    let form = table.form
    let (key, name, kind) = (form.index("state"), form.index("name"), form.index("kind"))
    let letters = form.index("case")
    while try table.next() {
      let code = try state(table, key, bytes)
      guard let sense = NameForm.sense(ofKind: table.text(kind)) else {
        throw table.error("kind", .unknownKind(table.text(kind), known: NameForm.kinds))
      }
      let exact = !table[letters].isEmpty
      insert(
        bytes, table[name], store.states[code]!, sense,
        sector: sense == .capital ? ShortCode("GOV")! : .none,
        period: try table.period(form.index("from"), form.index("to")), rules: exact ? .exact : [])
    }
  }

  private mutating func readMemberships(
    _ table: TableReader, _ bytes: UnsafeBufferPointer<UInt8>
  ) throws(FactError) {
    var table = table
    let form = table.form
    let (org, key, status) = (form.index("org"), form.index("state"), form.index("status"))
    let full = ["member", "permanent member", "nonregional member", "Chinese Taipei", "signatory"]
    while try table.next() {
      let period = try table.period(form.index("start"), form.index("end"))
      store.memberships.append(
        MembershipRow(
          organization: try organization(table, org, bytes), state: try state(table, key, bytes),
          isFull: full.contains(table.text(status)), start: period.start ?? NameEntry.noDay,
          end: period.end ?? NameEntry.noDay))
    }
  }

  private mutating func readTitles(
    _ table: TableReader, _ bytes: UnsafeBufferPointer<UInt8>
  ) throws(FactError) {
    var table = table
    let form = table.form
    let (title, office) = (form.index("title"), form.index("office"))
    while try table.next() {
      let id = officeID(NameForm.hash(slice(bytes, table[office]))) { table.text(office) }
      let key = hash(bytes, table[title])
      store.titles.append(
        TitleRow(
          office: id, sector: try sector(table, form.index("sector"), bytes),
          state: try state(table, form.index("state"), bytes), text: table[title],
          next: store.titleHeads[key] ?? -1))
      store.titleHeads.updateValue(Int32(store.titles.count - 1), key)
    }
  }

  private mutating func readOffices(
    _ table: TableReader, _ bytes: UnsafeBufferPointer<UInt8>
  ) throws(FactError) {
    var table = table
    let form = table.form
    let (office, related) = (form.index("office"), form.index("related"))
    while try table.next() {
      let id = officeID(NameForm.hash(slice(bytes, table[office]))) { table.text(office) }
      var others: [TextRange] = []
      table.forEachPart(related) { others.append($0) }
      var ids: [UInt16] = []
      for other in others {
        let word = slice(bytes, other)
        ids.append(officeID(NameForm.hash(word)) { String(decoding: word, as: UTF8.self) })
      }
      store.officeRules[id] = OfficeRule(
        weight: Int(try table.number(form.index("weight")) ?? 0), related: ids)
    }
  }
}
