import ChanceryText

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
        person = self.person(table, code, bytes)
        last = (person, table[name], code)
      }
      let officeCell = slice(bytes, table[office])
      let id = officeID(NameForm.hash(officeCell)) { table.text(office) }
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
    _ table: TableReader, _ state: ShortCode, _ bytes: UnsafeBufferPointer<UInt8>
  ) -> Int32 {
    let form = table.form
    var all = [table[form.index("person")]]
    table.forEachPart(form.index("variants")) { all.append($0) }
    var person: Int32 = -1
    for text in all where person < 0 {
      person = persons[NamePieces.join(UInt64(state.raw), hash(bytes, text))] ?? -1
    }
    let isNew = person < 0
    if isNew {
      person = add(
        EntityRow(
          kind: .person, name: all[0], wikidata: table[form.index("wikidata")], state: state))
    }
    for text in all {
      let isFull = slice(bytes, text).contains(0x20)
      let key = isFull ? insert(bytes, text, person, .name) : hash(bytes, text)
      persons.updateValue(person, NamePieces.join(UInt64(state.raw), key ?? 1))
    }
    var surnames: [TextRange] = []
    table.forEachPart(form.index("surname")) { surnames.append($0) }
    if surnames.isEmpty, isNew, let word = NameForm.lastWord(bytes, all[0]) {
      surnames.append(word)
    }
    for surname in surnames { link(hash(bytes, surname), person) }
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
