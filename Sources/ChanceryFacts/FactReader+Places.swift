import ChanceryText

/// Places, and the other things that have names but no offices.
extension FactReader {
  mutating func readCities(
    _ table: TableReader, _ bytes: UnsafeBufferPointer<UInt8>
  ) throws(FactError) {
    var table = table
    let form = table.form
    let (name, variants, key) = (form.index("name"), form.index("variants"), form.index("state"))
    let (role, flag, wikidata) = (form.index("role"), form.index("flag"), form.index("wikidata"))
    let (latitude, longitude) = (form.index("latitude"), form.index("longitude"))
    let inhabitants = form.index("population")
    let capitalRole = Array("capital".utf8)
    let gov = ShortCode("GOV")!
    while try table.next() {
      let code = try state(table, key, bytes)
      let nameHash = hash(bytes, table[name])
      let city = NamePieces.join(UInt64(code.raw), nameHash)
      let entity: Int32
      if let known = cities[city] {
        entity = known
      } else {
        entity = add(
          EntityRow(
            kind: .place, name: table[name], wikidata: table[wikidata], state: code,
            latitude: Float(try table.number(latitude) ?? .nan),
            longitude: Float(try table.number(longitude) ?? .nan),
            population: Int32(try table.number(inhabitants) ?? 0)))
        cities.updateValue(entity, city)
      }
      let isCapital =
        capitalNames[code] == nameHash || slice(bytes, table[role]).elementsEqual(capitalRole)
      if isCapital, store.capitals[code] == nil || capitalNames[code] == nameHash {
        store.capitals[code] = entity
      }
      var all = [table[name]]
      table.forEachPart(variants) { all.append($0) }
      let rules: NameEntry.Rules = table[flag].isEmpty ? [] : .weak
      for text in all {
        let key = insert(bytes, text, entity, .name, rules: rules) ?? 1
        cities.updateValue(entity, NamePieces.join(UInt64(code.raw), key))
        if isCapital, independent.contains(code), store.capitals[code] == entity {
          insert(bytes, text, store.states[code]!, .capital, sector: gov)
        }
      }
    }
  }

  mutating func readRegions(
    _ table: TableReader, _ bytes: UnsafeBufferPointer<UInt8>
  ) throws(FactError) {
    var table = table
    let form = table.form
    while try table.next() {
      let entity = add(
        EntityRow(
          kind: .place, name: table[form.index("name")],
          state: try state(table, form.index("state"), bytes),
          latitude: Float(try table.number(form.index("latitude")) ?? .nan),
          longitude: Float(try table.number(form.index("longitude")) ?? .nan)))
      var all = [table[form.index("name")]]
      table.forEachPart(form.index("variants")) { all.append($0) }
      for text in all { insert(bytes, text, entity, .name) }
      let claimants = try states(table, form.index("claimants"), bytes)
      if !claimants.isEmpty { store.claimants[entity] = claimants }
      var adjectives: [TextRange] = []
      table.forEachPart(form.index("adjectives")) { adjectives.append($0) }
      for text in adjectives { insert(bytes, text, entity, .demonymAdjective) }
    }
  }

  // MARK: - metonyms, groups, media, initiatives

  mutating func readMetonyms(
    _ table: TableReader, _ bytes: UnsafeBufferPointer<UInt8>
  ) throws(FactError) {
    var table = table
    let form = table.form
    while try table.next() {
      let code = try state(table, form.index("state"), bytes)
      let org = try organization(table, form.index("org"), bytes)
      guard let entity = org >= 0 ? org : store.states[code] else {
        throw table.error("state", .missingValue)
      }
      insert(
        bytes, table[form.index("name")], entity, .metonym,
        sector: try sector(table, form.index("sector"), bytes),
        period: try table.period(form.index("from"), form.index("to")))
      if !table[form.index("official")].isEmpty {
        let key = NamePieces.join(UInt64(code.raw), hash(bytes, table[form.index("name")]))
        store.officialNames[key] = table[form.index("official")]
      }
    }
  }

  mutating func readGroups(
    _ table: TableReader, _ bytes: UnsafeBufferPointer<UInt8>
  ) throws(FactError) {
    var table = table
    let form = table.form
    let (code, name) = (form.index("code"), form.index("name"))
    var texts: [Int32: [TextRange]] = [:]
    while try table.next() {
      let key = hash(bytes, table[table[code].isEmpty ? name : code])
      let role = try sector(table, form.index("sector"), bytes)
      let period = try table.period(form.index("from"), form.index("to"))
      let known = store.codes[key]
      let home = try state(table, form.index("state"), bytes)
      let entity =
        known
        ?? add(
          EntityRow(
            kind: .group, name: table[name], code: table[code], state: home, sector: role))
      if known == nil {
        store.codes.updateValue(entity, key)
      } else if store.entities[Int(entity)].sector != role {
        store.entities[Int(entity)].sector = .none
      }
      var all = texts[entity] ?? []
      all.append(table[name])
      table.forEachPart(form.index("variants")) { all.append($0) }
      texts[entity] = all
      for text in all {
        insert(
          bytes, text, entity, .name, sector: role, period: period, rules: .everyCapital)
      }
    }
  }

  mutating func readMedia(
    _ table: TableReader, _ bytes: UnsafeBufferPointer<UInt8>
  ) throws(FactError) {
    var table = table
    let form = table.form
    let press = ShortCode("JRN")!
    while try table.next() {
      let entity = add(
        EntityRow(
          kind: .medium, name: table[form.index("name")],
          state: try state(table, form.index("state"), bytes), sector: press))
      var all = [table[form.index("name")]]
      table.forEachPart(form.index("variants")) { all.append($0) }
      for text in all { insert(bytes, text, entity, .name, sector: press, rules: .everyCapital) }
    }
  }

  mutating func readInitiatives(
    _ table: TableReader, _ bytes: UnsafeBufferPointer<UInt8>
  ) throws(FactError) {
    var table = table
    let form = table.form
    while try table.next() {
      _ = try table.period(form.index("from"), form.index("to"))
      let entity = add(EntityRow(kind: .initiative, name: table[form.index("name")]))
      var all = [table[form.index("name")]]
      table.forEachPart(form.index("variants")) { all.append($0) }
      for text in all { insert(bytes, text, entity, .name, rules: .everyCapital) }
    }
  }
}
