import ChanceryText

/// How sure it is that an office was held at some time.
public enum SpanValidity: Int, Sendable, Comparable {
  case no
  /// After the day the holder was last seen there, by a year at most, and no end is known.
  case likely
  case certain

  public static func < (a: SpanValidity, b: SpanValidity) -> Bool { a.rawValue < b.rawValue }
}

extension OfficeSpan {
  /// Was the office held at some time in the interval?
  public func validity(during interval: DateInterval) -> SpanValidity {
    if let start, start > interval.end { return .no }
    if let end { return end < interval.start ? .no : .certain }
    guard let lastSeen else { return start == nil ? .likely : .certain }
    if interval.start <= lastSeen { return .certain }
    return interval.start <= lastSeen.adding(months: 12) ? .likely : .no
  }
}

extension FactBase {
  /// Whether a state was there at some time of an interval; states of unknown dates always were.
  public func exists(state: String, during interval: DateInterval) -> Bool {
    guard let period = ShortCode(state).flatMap({ store.statePeriods[$0] }) else { return true }
    let (first, last) = (period.first, period.last)
    return (first == NameEntry.noDay || Int(first) <= interval.end.dayNumber)
      && (last == NameEntry.noDay || Int(last) >= interval.start.dayNumber)
  }

  /// Everybody with that surname (folded, or as it stands in a text), by id.
  public func persons(surname: String) -> [Entity.ID] {
    var pieces = NamePieces()
    pieces.read(folded: fold(surname))
    guard let key = pieces.hashes.last, var link = store.surnameHeads[key] else { return [] }
    var found: [Entity.ID] = []
    while link >= 0 {
      found.append(store.surnameLinks[Int(link)].person)
      link = store.surnameLinks[Int(link)].next
    }
    return found.sorted()
  }

  /// All offices of a person, by start.
  public func offices(of person: Entity.ID) -> [OfficeSpan] {
    var found: [Int32] = []
    var next = store.entities[Int(person)].firstSpan
    while next >= 0 {
      found.append(next)
      next = store.spans[Int(next)].nextOfPerson
    }
    found.sort { (store.spans[Int($0)].start, $0) < (store.spans[Int($1)].start, $1) }
    return found.map { span(store.spans[Int($0)]) }
  }

  /// Who held such an office of a state at some time in the interval: certain spans first, then the latest start.
  ///
  /// A head of state or government may also be known only as the leader in fact (`effective_leader`); such spans
  /// come after the others.
  public func holders(of office: String, state: String, during interval: DateInterval)
    -> [OfficeSpan]
  {
    var found = spans(of: office, state: state, during: interval)
    if office == "head_of_state" || office == "head_of_government" {
      let known = Set(found.map(\.person))
      let more = spans(of: "effective_leader", state: state, during: interval)
      found += more.filter { !known.contains($0.person) }
    }
    return found
  }

  private func spans(of office: String, state: String, during interval: DateInterval)
    -> [OfficeSpan]
  {
    guard let code = ShortCode(state), let id = store.offices.firstIndex(of: office) else {
      return []
    }
    var found: [(validity: SpanValidity, span: OfficeSpan)] = []
    var next = store.officeHeads[store.officeKey(UInt16(id), code)] ?? -1
    while next >= 0 {
      let row = store.spans[Int(next)]
      next = row.nextOfOffice
      if row.isReplaced { continue }
      let span = span(row)
      let validity = span.validity(during: interval)
      if validity > .no { found.append((validity, span)) }
    }
    found.sort { a, b in
      if a.validity != b.validity { return a.validity > b.validity }
      let (first, second) = (a.span.start?.dayNumber ?? .min, b.span.start?.dayNumber ?? .min)
      return first != second ? first > second : a.span.person < b.span.person
    }
    return found.map(\.span)
  }

  private func span(_ row: SpanRow) -> OfficeSpan {
    func date(_ day: Int32) -> CivilDate? {
      day == NameEntry.noDay ? nil : CivilDate(dayNumber: Int(day))
    }
    return OfficeSpan(
      person: row.person, state: row.state.text,
      organization: row.organization < 0
        ? nil : store.string(store.entities[Int(row.organization)].code),
      office: store.offices[Int(row.office)], title: store.string(row.title),
      sector: row.sector.text ?? "", start: date(row.start), end: date(row.end),
      lastSeen: date(row.lastSeen))
  }
}
