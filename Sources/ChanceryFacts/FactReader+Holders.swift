import ChanceryText

/// Places of the columns that name a person.
private struct PersonColumns {
  var name: Int
  var surname: Int
  var variants: Int
  var wikidata: Int
}

/// Persons and their offices.
extension FactReader {
  mutating func readHolders(
    _ table: TableReader, _ bytes: UnsafeBufferPointer<UInt8>
  ) throws(FactError) {
    var table = table
    let form = table.form
    let (name, state, office) = (form.index("person"), form.index("state"), form.index("office"))
    let (org, title) = (form.index("org"), form.index("title"))
    let (start, end, seen) = (form.index("start"), form.index("end"), form.index("last_seen"))
    let (surname, variants, branch) = (
      form.index("surname"), form.index("variants"), form.index("sector")
    )
    let columns = PersonColumns(
      name: name, surname: surname, variants: variants, wikidata: form.index("wikidata"))
    var last: (person: Int32, name: TextRange, state: ShortCode) = (-1, .none, .none)
    let earlier = store.spans.count
    while try table.next() {
      let code = try self.state(table, state, bytes)
      let period = try table.period(start, end)
      let organization = try self.organization(table, org, bytes)
      let person: Int32
      if last.person >= 0, last.state == code, last.name.count == table[name].count,
        slice(bytes, last.name).elementsEqual(slice(bytes, table[name])),
        table[surname].isEmpty, table[variants].isEmpty
      {
        person = last.person
      } else {
        person = self.person(table, columns, code, bytes)
        last = (person, table[name], code)
      }
      let officeCell = slice(bytes, table[office])
      let id = officeID(NameForm.hash(officeCell)) { table.text(office) }
      guard store.officeRules.isEmpty || store.officeRules[id] != nil else {
        throw table.error(
          "office",
          .unknownKind(table.text(office), known: store.offices.filter { $0 != table.text(office) })
        )
      }
      let span = SpanRow(
        person: person, state: organization >= 0 ? .none : code, organization: organization,
        office: id, sector: try sector(table, branch, bytes), title: table[title],
        start: period.start ?? NameEntry.noDay, end: period.end ?? NameEntry.noDay,
        lastSeen: try table.day(seen, last: true) ?? NameEntry.noDay, nextOfPerson: -1,
        nextOfOffice: -1)
      replace(span, before: earlier)
      append(span)
    }
  }

  /// Takes out the spans of earlier tables that a row replaces: the same person in the same office, beginning on the
  /// same day or overlapping. Offices that many hold at once (minister, official, ambassador) must have the same
  /// title or, without an overlap in title, the same first day.
  private mutating func replace(_ span: SpanRow, before limit: Int) {
    guard limit > 0 else { return }
    var previous: Int32 = -1
    var next = store.entities[Int(span.person)].firstSpan
    while next >= 0 {
      let old = store.spans[Int(next)]
      if Int(next) < limit, old.office == span.office, old.organization == span.organization,
        old.state == span.state, isReplaced(old, by: span)
      {
        if previous < 0 {
          store.entities[Int(span.person)].firstSpan = old.nextOfPerson
        } else {
          store.spans[Int(previous)].nextOfPerson = old.nextOfPerson
        }
        store.spans[Int(next)].isReplaced = true
      } else {
        previous = next
      }
      next = old.nextOfPerson
    }
  }

  private func isReplaced(_ old: SpanRow, by new: SpanRow) -> Bool {
    if old.start == new.start, old.start != NameEntry.noDay { return true }
    let isShared = (store.officeRules[new.office]?.weight ?? 0) < 9 || new.organization >= 0
    if isShared, store.string(old.title) != store.string(new.title) { return false }
    let oldEnd = old.end != NameEntry.noDay ? old.end : Int32.max
    let newEnd = new.end != NameEntry.noDay ? new.end : Int32.max
    return old.start < newEnd && new.start < oldEnd
  }

  private mutating func append(_ span: SpanRow) {
    var span = span
    let index = Int32(store.spans.count)
    span.nextOfPerson = store.entities[Int(span.person)].firstSpan
    store.entities[Int(span.person)].firstSpan = index
    if span.state != .none {
      let key = store.officeKey(span.office, span.state)
      span.nextOfOffice = store.officeHeads[key] ?? -1
      store.officeHeads.updateValue(index, key)
    }
    store.spans.append(span)
  }

  /// The person of the row, found by state and name or made anew; all spellings lead to it from now on.
  private mutating func person(
    _ table: TableReader, _ columns: PersonColumns, _ state: ShortCode,
    _ bytes: UnsafeBufferPointer<UInt8>
  ) -> Int32 {
    spellings.removeAll(keepingCapacity: true)
    spellings.append(table[columns.name])
    table.forEachPart(columns.variants) { spellings.append($0) }
    var person: Int32 = -1
    for i in 0..<spellings.count where person < 0 {
      person = persons[NamePieces.join(UInt64(state.raw), hash(bytes, spellings[i]))] ?? -1
    }
    let isNew = person < 0
    let isByHand = !table.path.hasSuffix("-imported.tsv")
    if !isNew, isByHand {
      // A row written by hand that lists the known name among the others spells it as it should be.
      let known = slice(bytes, store.entities[Int(person)].name)
      if spellings.dropFirst().contains(where: { slice(bytes, $0).elementsEqual(known) }) {
        store.entities[Int(person)].name = spellings[0]
      }
    } else if isNew {
      person = add(
        EntityRow(
          kind: .person, name: spellings[0], wikidata: table[columns.wikidata], state: state))
    }
    for i in 0..<spellings.count {
      let text = spellings[i]
      let isFull = slice(bytes, text).contains(0x20)
      let key = isFull ? insert(bytes, text, person, .name) : hash(bytes, text)
      persons.updateValue(person, NamePieces.join(UInt64(state.raw), key ?? 1))
    }
    let last = NameForm.lastWord(bytes, spellings[0])
    spellings.removeAll(keepingCapacity: true)
    table.forEachPart(columns.surname) { spellings.append($0) }
    if spellings.isEmpty, isNew || isByHand, let last { spellings.append(last) }
    for i in 0..<spellings.count { link(hash(bytes, spellings[i]), person) }
    return person
  }

  private mutating func link(_ surname: UInt64, _ person: Int32) {
    var known = store.surnameHeads[surname] ?? -1
    let head = known
    while known >= 0 {
      if store.surnameLinks[Int(known)].person == person { return }
      known = store.surnameLinks[Int(known)].next
    }
    store.surnameLinks.append((person, head))
    store.surnameHeads.updateValue(Int32(store.surnameLinks.count - 1), surname)
  }
}
